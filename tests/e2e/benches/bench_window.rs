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
    let frame = median(ACTS, async || within(&app, "return;", "").await).await?;
    let frame = Some(("one frame", frame));
    let list = median(ACTS, async || {
        within(&app, "location.hash = '#/settings';", SETTINGS).await?;
        within(&app, "location.hash = '#/inventory';", LIST).await
    })
    .await?;
    figure(
        "list of 10,000 systems: first page on the screen",
        list,
        frame,
    );

    for (what, words) in SEARCHES {
        let took = median(ACTS, async || {
            search(&app, "").await?;
            search(&app, words).await
        })
        .await?;
        figure(&format!("search among 10,000 systems: {what}"), took, frame);
    }
    app.close().await
}

/// The headings of the two screens.
const SETTINGS: &str = "Settings";
const LIST: &str = "AI inventory";

/// One word that is in many systems, one that is in few, two together, another script, none at all.
const SEARCHES: [(&str, &str); 5] = [
    ("a common word", "invoice"),
    ("a rare one", "Rotterdam 77"),
    ("two words", "Keller Leipzig"),
    ("Greek", "τιμολογίων"),
    ("nothing found", "zzzzqq"),
];

/// Tells, in the page, when something is painted: `when(start, holds, done)` answers the milliseconds
/// from `start` until `holds` is true and the frame that shows it has been drawn. A message that a frame
/// posts is heard once that frame is out; a second frame would count the wait for it too.
const PAINTED: &str = "\
    const when = (start, holds, done) => {\
        const painted = () => requestAnimationFrame(() => {\
            const channel = new MessageChannel();\
            channel.port1.onmessage = () => done(performance.now() - start);\
            channel.port2.postMessage(null);\
        });\
        const look = () => holds() && (watch.disconnect(), painted(), true);\
        const watch = new MutationObserver(look);\
        watch.observe(document.body, { attributes: true, subtree: true, attributeFilter: ['data-ready', 'data-search'] });\
        look();\
    };";

/// Milliseconds from an act in the page until the screen with this heading has its data and is painted.
async fn within(app: &App, act: &str, heading: &str) -> Step<f64> {
    let script = format!(
        "{PAINTED}\
        const [heading] = arguments; const done = arguments[arguments.length - 1];\
        const start = performance.now();\
        (() => {{ {act} }})();\
        const there = () => document.body.dataset.ready === 'true' && (heading === '' || document.querySelector('h1')?.textContent === heading);\
        when(start, there, done);"
    );
    answer(app, &script, heading).await
}

/// Milliseconds from the last key of a search until its rows are painted. The list tells which words
/// its rows are the answer to.
async fn search(app: &App, words: &str) -> Step<f64> {
    let script = format!(
        "{PAINTED}\
        const [words] = arguments; const done = arguments[arguments.length - 1];\
        const field = document.querySelector('#inventory-search');\
        field.focus(); field.value = words;\
        const start = performance.now();\
        field.dispatchEvent(new InputEvent('input', {{ bubbles: true }}));\
        when(start, () => document.querySelector('#systems').dataset.search === words, done);"
    );
    answer(app, &script, words).await
}

async fn answer(app: &App, script: &str, about: &str) -> Step<f64> {
    let took = app
        .client()
        .execute_async(script, vec![json!(about)])
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
