//! How fast the real, optimised app feels in its real window.
//!
//! Prints one line per figure (see `cargo xtask bench`): medians over several runs.

use e2e::failure::holds;
use e2e::{App, Crowd, Failure, Home, Step};
use fantoccini::ClientBuilder;
use serde_json::json;
use std::future::Future;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::time::Instant;

/// Systems in the large file.
const SYSTEMS: usize = 10_000;
/// Runs of what starts processes, and of what happens inside a window.
const STARTS: usize = 7;
const ACTS: usize = 15;

fn main() -> ExitCode {
    let outcome = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(Failure::from)
        .and_then(|runtime| runtime.block_on(measure()));
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

async fn measure() -> Step<()> {
    let home = Home::new()?;
    let none: [&str; 0] = [];

    let bare = bare_window().await?;
    let start = median(STARTS, async || {
        let app = App::start(&home, &none).await?;
        app.settled().await?;
        let took = app.age().as_secs_f64() * 1000.0;
        app.close().await?;
        Ok(took)
    })
    .await?;
    figure("start of the app to a usable first screen", start, bare);

    let file = large_file(&home)?;
    let open = median(STARTS, async || {
        let app = App::start(&home, &[&file]).await?;
        app.settled().await?;
        let took = app.age().as_secs_f64() * 1000.0;
        app.close().await?;
        Ok(took)
    })
    .await?;
    figure(
        "start of the app with a file of 10,000 systems to its first screen",
        open,
        bare,
    );

    let app = App::start(&home, &[&file]).await?;
    app.settled().await?;
    let frames = median(ACTS, async || within(&app, "return;").await).await?;
    let two_frames = Some(("two animation frames", frames));
    let list = median(ACTS, async || {
        within(&app, "location.hash = '#/settings';").await?;
        within(&app, "location.hash = '#/inventory';").await
    })
    .await?;
    figure(
        "list of 10,000 systems: first page on the screen",
        list,
        two_frames,
    );

    for (what, words) in SEARCHES {
        let took = median(ACTS, async || {
            search(&app, "").await?;
            search(&app, words).await
        })
        .await?;
        figure(
            &format!("search among 10,000 systems: {what}"),
            took,
            two_frames,
        );
    }
    app.close().await
}

/// One word that is in many systems, one that is in few, two together, another script, none at all.
const SEARCHES: [(&str, &str); 5] = [
    ("a common word", "invoice"),
    ("a rare one", "Rotterdam 77"),
    ("two words", "Keller Leipzig"),
    ("Greek", "τιμολογίων"),
    ("nothing found", "zzzzqq"),
];

/// Milliseconds from an act in the page until the screen has its data and two frames are painted.
async fn within(app: &App, act: &str) -> Step<f64> {
    let script = format!(
        "const done = arguments[arguments.length - 1];\
         const start = performance.now();\
         const painted = () => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start)));\
         const wait = () => document.body.dataset.ready === 'true' ? painted() : setTimeout(wait);\
         (() => {{ {act} }})();\
         setTimeout(wait);"
    );
    let took = app.client().execute_async(&script, vec![]).await?;
    took.as_f64()
        .ok_or_else(|| Failure::Driver(format!("no time came back: {took}")))
}

/// Milliseconds from the last key of a search until its rows are painted. The list tells which words
/// its rows are the answer to.
async fn search(app: &App, words: &str) -> Step<f64> {
    let script = "\
        const [words] = arguments; const done = arguments[arguments.length - 1];\
        const field = document.querySelector('#inventory-search');\
        field.focus(); field.value = words;\
        const start = performance.now();\
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));\
        const painted = () => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start)));\
        const wait = () => document.querySelector('#systems')?.dataset.search === words && document.body.dataset.ready === 'true' ? painted() : setTimeout(wait);\
        wait();";
    let took = app
        .client()
        .execute_async(script, vec![json!(words)])
        .await?;
    took.as_f64()
        .ok_or_else(|| Failure::Driver(format!("no time came back: {took}")))
}

/// The same web view around nothing: what no app on it can beat.
async fn bare_window() -> Step<Option<(&'static str, f64)>> {
    let Some(browser) = mini_browser() else {
        eprintln!("no MiniBrowser here: the start is measured without its reference");
        return Ok(None);
    };
    let home = Home::new()?;
    let took = median(STARTS, async || {
        let stage = e2e::stage::Stage::build(&home, 1600, 1000, &[])?;
        let clock = Instant::now();
        let mut wanted = fantoccini::wd::Capabilities::new();
        wanted.insert(
            "webkitgtk:browserOptions".into(),
            json!({ "binary": browser, "args": ["--automation"] }),
        );
        let client = ClientBuilder::new(hyper_util::client::legacy::connect::HttpConnector::new())
            .capabilities(wanted)
            .connect(&stage.address)
            .await?;
        client.execute("return document.readyState", vec![]).await?;
        let took = milliseconds(clock);
        client.close().await?;
        Ok(took)
    })
    .await?;
    Ok(Some(("bare WebKitGTK window", took)))
}

fn mini_browser() -> Option<PathBuf> {
    std::fs::read_dir("/usr/lib")
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path().join("webkit2gtk-4.1/MiniBrowser"))
        .find(|path| path.is_file())
}

/// A client file of 10,000 systems, made by the program people have.
fn large_file(home: &Home) -> Step<PathBuf> {
    let plumb = e2e::app::cli()?;
    let file = home.at("large.aims");
    let crowd = Crowd {
        seed: 2026,
        systems: SYSTEMS,
    };
    let (list, mapping) = crowd.write(&home.at(""))?;
    run(
        &plumb,
        &["new".as_ref(), file.as_ref(), "--unencrypted".as_ref()],
    )?;
    run(
        &plumb,
        &[
            "import".as_ref(),
            file.as_ref(),
            list.as_ref(),
            "--mapping".as_ref(),
            mapping.as_ref(),
        ],
    )?;
    Ok(file)
}

fn run(program: &Path, arguments: &[&Path]) -> Step<()> {
    let clock = Instant::now();
    let status = Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .status()?;
    eprintln!(
        "{} took {:.0} ms",
        arguments[0].display(),
        milliseconds(clock)
    );
    holds(
        status.success(),
        format!("{} ended with {status}", program.display()),
    )
}

/// The median of several runs; the first, which fills caches, does not count.
async fn median<F: Future<Output = Step<f64>>>(
    runs: usize,
    mut act: impl FnMut() -> F,
) -> Step<f64> {
    act().await?;
    let mut times = Vec::new();
    for _ in 0..runs {
        times.push(act().await?);
    }
    times.sort_by(f64::total_cmp);
    Ok(times[runs / 2])
}

fn milliseconds(since: Instant) -> f64 {
    since.elapsed().as_secs_f64() * 1000.0
}

fn figure(what: &str, value: f64, reference: Option<(&str, f64)>) {
    match reference {
        Some((name, reference)) => {
            println!("figure\t{what}\t{value:.1}\tms\t{name}\t{reference:.1}")
        }
        None => println!("figure\t{what}\t{value:.1}\tms"),
    }
}
