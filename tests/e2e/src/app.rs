//! The running app and what a person does with it.

use crate::failure::{Failure, Step};
use crate::home::Home;
use crate::keys;
use crate::look::{Size, Theme};
use crate::stage::Stage;
use fantoccini::elements::Element;
use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// How long anything may take to appear. Far above what is ever needed on an idle machine, so that a
/// busy one does not fail a road; how fast things are is measured by the benches.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// One start of the app, in one window, with its own processes.
#[derive(Debug)]
pub struct App {
    client: Client,
    stage: Stage,
    binary: PathBuf,
    started: Instant,
}

/// The app's binary: the one built beside this test, or the one `PLUMBLINE_APP` names.
pub fn binary() -> Step<PathBuf> {
    if let Some(path) = std::env::var_os("PLUMBLINE_APP") {
        return Ok(PathBuf::from(path));
    }
    let here = std::env::current_exe()?;
    let built = here
        .parent()
        .and_then(|deps| {
            if deps.ends_with("deps") {
                deps.parent()
            } else {
                Some(deps)
            }
        })
        .map(|profile| profile.join("plumbline"))
        .filter(|path| path.is_file());
    built.ok_or_else(|| Failure::Missing {
        program: "plumbline".into(),
        why: "it is not built: run `cargo build` first".into(),
    })
}

/// The command line's binary: beside the app's, or the one `PLUMBLINE_CLI` names.
pub fn cli() -> Step<PathBuf> {
    match std::env::var_os("PLUMBLINE_CLI") {
        Some(path) => Ok(PathBuf::from(path)),
        None => Ok(binary()?.with_file_name("plumb")),
    }
}

impl App {
    /// Starts the app in a light desktop at its usual size.
    pub async fn start<A: AsRef<OsStr>>(home: &Home, arguments: &[A]) -> Step<App> {
        App::start_in(home, arguments, Theme::Light, Size::USUAL).await
    }

    /// Starts the app in a desktop of this theme, with a window of this size.
    pub async fn start_in<A: AsRef<OsStr>>(
        home: &Home,
        arguments: &[A],
        theme: Theme,
        size: Size,
    ) -> Step<App> {
        let binary = binary()?;
        let stage = Stage::build(home, 1600, 1000, &[("GTK_THEME", theme.gtk())])?;
        let arguments: Vec<String> = arguments
            .iter()
            .map(|argument| argument.as_ref().to_string_lossy().into_owned())
            .collect();
        let mut wanted = Capabilities::new();
        wanted.insert(
            "webkitgtk:browserOptions".into(),
            json!({ "binary": binary, "args": arguments }),
        );
        // axe-core reads every element of a screen; on a busy machine that takes its time.
        let script = 4 * PATIENCE.as_millis() as u64;
        wanted.insert("timeouts".into(), json!({ "script": script }));
        let started = Instant::now();
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(wanted)
            .connect(&stage.address)
            .await
            .map_err(|error| Failure::Driver(format!("{error}\n{}", home.log())))?;
        let app = App {
            client,
            stage,
            binary,
            started,
        };
        app.resize(size).await?;
        Ok(app)
    }

    /// How long ago the driver was told to start the app.
    pub fn age(&self) -> Duration {
        self.started.elapsed()
    }

    /// The bare WebDriver client, for what no verb here says.
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// Gives the window another size.
    pub async fn resize(&self, size: Size) -> Step<()> {
        self.client
            .set_window_rect(0, 0, size.width, size.height)
            .await?;
        Ok(())
    }

    /// Clicks what has this role and name, once it is there.
    pub async fn click(&self, role: &str, name: &str) -> Step<()> {
        let element = self.find(role, name).await?;
        element.click().await?;
        Ok(())
    }

    /// Presses Enter on what has this role and name: the keyboard's click. In a zoomed window the
    /// driver's pointer lands beside what it aims at.
    pub async fn enter(&self, role: &str, name: &str) -> Step<()> {
        let element = self.find(role, name).await?;
        let element =
            serde_json::to_value(element).map_err(|error| Failure::Driver(error.to_string()))?;
        self.client
            .execute("arguments[0].focus()", vec![element])
            .await?;
        self.press("Enter").await
    }

    /// Types into the field with this label, after what it already holds is taken out.
    pub async fn fill(&self, label: &str, text: &str) -> Step<()> {
        let field = self.find("field", label).await?;
        field.clear().await?;
        field.send_keys(text).await?;
        Ok(())
    }

    /// Presses one chord, written like `Control+Shift+z`, `Tab` or `a`.
    pub async fn press(&self, chord: &str) -> Step<()> {
        self.client.perform_actions(keys::chord(chord)?).await?;
        Ok(())
    }

    /// Types into whatever has the focus.
    pub async fn type_text(&self, text: &str) -> Step<()> {
        self.client.perform_actions(keys::text(text)).await?;
        Ok(())
    }

    /// The element with this role and name, once it is there.
    pub async fn find(&self, role: &str, name: &str) -> Step<Element> {
        let start = Instant::now();
        loop {
            if let Some(element) = self.look_for(role, name).await? {
                return Ok(element);
            }
            self.patience(start, format!("{role} \"{name}\"")).await?;
        }
    }

    /// The element with this role and name if it is there now.
    pub async fn look_for(&self, role: &str, name: &str) -> Step<Option<Element>> {
        let found = self
            .client
            .execute(include_str!("find.js"), vec![json!(role), json!(name)])
            .await?;
        Ok(match found {
            Value::Null => None,
            found => Some(Element::from_element_id(
                self.client.clone(),
                reference(&found)?.into(),
            )),
        })
    }

    /// Waits until these words are on the screen.
    pub async fn see(&self, words: &str) -> Step<()> {
        let start = Instant::now();
        while !self.words().await?.contains(words) {
            self.patience(start, format!("\"{words}\"")).await?;
        }
        Ok(())
    }

    /// Waits until a script, given as the body of a function, answers `true`.
    pub async fn until(&self, what: &str, script: &str) -> Step<()> {
        let start = Instant::now();
        while self.client.execute(script, vec![]).await? != Value::Bool(true) {
            self.patience(start, what.to_owned()).await?;
        }
        Ok(())
    }

    /// Waits until the screen with this main heading is there, with its data.
    pub async fn arrive(&self, heading: &str) -> Step<()> {
        let start = Instant::now();
        while self.heading().await? != heading {
            self.patience(start, format!("the screen \"{heading}\""))
                .await?;
        }
        self.settled().await
    }

    /// Goes to a place by its address, as a link to it would.
    pub async fn go(&self, fragment: &str) -> Step<()> {
        self.client
            .execute("location.hash = arguments[0]", vec![json!(fragment)])
            .await?;
        // The address is followed in a turn of its own; what is on the screen before that is not it.
        self.painted().await?;
        self.settled().await
    }

    /// Goes to a place and holds that the app did not lead elsewhere, as it does from an unknown address.
    pub async fn stay_at(&self, fragment: &str) -> Step<()> {
        self.go(fragment).await?;
        let here = self.client.execute("return location.hash", vec![]).await?;
        if here.as_str() == Some(fragment) {
            return Ok(());
        }
        Err(Failure::Wrong(format!("{fragment} led to {here}")))
    }

    /// From the page of a record to one section of its questions.
    pub async fn go_to_questions(&self, section: &str) -> Step<()> {
        let address = self
            .client
            .execute(
                "return document.querySelector('a[href^=\"#/questions/\"]').getAttribute('href').split('/').slice(0, 3).join('/')",
                vec![],
            )
            .await?;
        self.go(&format!(
            "{}/{section}",
            address.as_str().unwrap_or_default()
        ))
        .await
    }

    /// Waits until a screen has its data and is quiet: no request and no save under way.
    pub async fn settled(&self) -> Step<()> {
        self.until(
            "a settled screen",
            "return document.body.dataset.ready === 'true'",
        )
        .await?;
        self.painted().await
    }

    /// Waits until nothing moves any more and two animation frames have passed: what is in the page is
    /// on the screen then.
    pub async fn painted(&self) -> Step<()> {
        let two_frames = "const done = arguments[arguments.length - 1];\
            const ends = (one) => Number.isFinite(one.effect?.getComputedTiming().endTime ?? Infinity);\
            const still = () => Promise.allSettled(document.getAnimations().filter(ends).map((one) => one.finished));\
            requestAnimationFrame(() => still().then(() =>\
                requestAnimationFrame(() => requestAnimationFrame(() => done(true)))));";
        self.client.execute_async(two_frames, vec![]).await?;
        Ok(())
    }

    /// All words on the screen.
    pub async fn words(&self) -> Step<String> {
        let words = self
            .client
            .execute("return document.body.innerText", vec![])
            .await?;
        Ok(words.as_str().unwrap_or_default().to_owned())
    }

    /// The screen's one main heading.
    pub async fn heading(&self) -> Step<String> {
        let text = self
            .client
            .execute(
                "return document.querySelector('h1')?.textContent ?? ''",
                vec![],
            )
            .await?;
        Ok(text.as_str().unwrap_or_default().trim().to_owned())
    }

    /// The value of the field with this label.
    pub async fn value_of(&self, label: &str) -> Step<String> {
        let field = self.find("field", label).await?;
        Ok(field.prop("value").await?.unwrap_or_default())
    }

    /// Whether the app's own process is alive.
    pub fn runs(&self) -> Step<bool> {
        Ok(!self.stage.processes_of(&self.binary)?.is_empty())
    }

    /// Ends the app as a power cut would: SIGKILL, no last words.
    pub fn kill_hard(self) -> Step<()> {
        match self.stage.kill_app(&self.binary)? {
            0 => Err(Failure::Wrong("the app was not running any more".into())),
            _ => Ok(()),
        }
    }

    /// Closes the window and waits until the process has gone.
    pub async fn close(self) -> Step<()> {
        let processes = self.stage.processes_of(&self.binary)?;
        // The window may be gone before the driver has answered; what counts is that the process ends.
        let _ = self.client.clone().close().await;
        let start = Instant::now();
        // A process on its way out loses the name of its program before it lets go of its files.
        while processes
            .iter()
            .any(|process| crate::stage::is_alive(*process))
        {
            if start.elapsed() > PATIENCE {
                return Err(Failure::Wrong("the app did not end".into()));
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        Ok(())
    }

    async fn patience(&self, start: Instant, what: String) -> Step<()> {
        if start.elapsed() > PATIENCE {
            return Err(Failure::NotSeen {
                what,
                waited: start.elapsed(),
                instead: self.words().await.unwrap_or_default(),
            });
        }
        tokio::time::sleep(Duration::from_millis(30)).await;
        Ok(())
    }
}

/// Where pictures and failed screens are kept: beside the tests, never in git.
pub fn shots() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("shots")
}

/// The WebDriver reference inside an answer that is an element.
fn reference(answer: &Value) -> Step<String> {
    answer
        .as_object()
        .and_then(|object| object.values().next())
        .and_then(Value::as_str)
        .map(str::to_owned)
        .ok_or_else(|| Failure::Driver(format!("not an element: {answer}")))
}
