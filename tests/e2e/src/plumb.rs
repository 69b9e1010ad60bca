//! The command line beside the app, to make and to judge what the app works on.

use crate::app::cli;
use crate::failure::{Failure, Step};
use crate::home::Home;
use crate::said::texts_with;
use std::ffi::OsStr;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

/// How long an ended app may take to let go of its file.
const LETTING_GO: Duration = Duration::from_secs(10);

impl Home {
    /// Runs `plumb` with these words and this passphrase; fails with what it said when it refuses.
    ///
    /// Just after a window closed, the file was twice seen in use for a moment. Why is not established; a
    /// thread that still ends a flush is likely. `plumb` is asked again for a while, so that a road judges
    /// its own matter, and a file that stays in use still fails.
    pub fn plumb<W: AsRef<OsStr>>(&self, passphrase: &str, words: &[W]) -> Step<String> {
        let in_use = texts_with("errors.store.in-use")?.get("errors.store.in-use");
        let start = Instant::now();
        let output = loop {
            let output = self.try_plumb(passphrase, words)?;
            let said = String::from_utf8_lossy(&output.stderr);
            if !said.contains(in_use) || start.elapsed() > LETTING_GO {
                break output;
            }
            std::thread::sleep(Duration::from_millis(100));
        };
        if output.status.success() {
            Ok(String::from_utf8_lossy(&output.stdout).into_owned())
        } else {
            Err(Failure::Wrong(format!(
                "plumb {} ended with {}: {}",
                words[0].as_ref().to_string_lossy(),
                output.status,
                String::from_utf8_lossy(&output.stderr)
            )))
        }
    }

    /// Runs `plumb` and gives whatever it ended with.
    pub fn try_plumb<W: AsRef<OsStr>>(&self, passphrase: &str, words: &[W]) -> Step<Output> {
        let plumb = cli()?;
        Command::new(&plumb)
            .args(words)
            .env("PLUMB_PASSPHRASE", passphrase)
            .envs(self.folders())
            .current_dir(self.at(""))
            .stdin(Stdio::null())
            .output()
            .map_err(|error| Failure::Missing {
                program: plumb,
                why: error.to_string(),
            })
    }
}
