//! A road: one test from the start of the app to what the person wanted.

use crate::app::App;
use crate::failure::Step;
use crate::home::Home;
use std::future::Future;

/// Walks a road on a run-time of its own and fails the test with the reason where it ends early.
#[allow(clippy::panic)] // this is how a test says no
pub fn road<F: Future<Output = Step<()>>>(walk: F) {
    let outcome = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(Into::into)
        .and_then(|runtime| runtime.block_on(walk));
    if let Err(failure) = outcome {
        panic!("{failure}");
    }
}

/// Walks a part of a road; where it fails, what the window showed is kept as `failed-<name>.png`
/// and the app's own log is added to the reason.
pub async fn watched<T>(
    app: &App,
    home: &Home,
    name: &str,
    part: impl Future<Output = Step<T>>,
) -> Step<T> {
    match part.await {
        Ok(value) => Ok(value),
        Err(failure) => {
            let _ = app.shot(&format!("failed-{name}")).await;
            Err(crate::Failure::Wrong(format!(
                "{failure}\npicture: shots/failed-{name}.png\nlog:\n{}",
                home.log()
            )))
        }
    }
}
