//! The command line beside the app, to make and to judge what the app works on.

use crate::app::cli;
use crate::failure::{Failure, Step};
use crate::home::Home;
use std::ffi::OsStr;
use std::process::{Command, Output, Stdio};

impl Home {
    /// Runs `plumb` with these words and this passphrase; fails with what it said when it refuses.
    pub fn plumb<W: AsRef<OsStr>>(&self, passphrase: &str, words: &[W]) -> Step<String> {
        let output = self.try_plumb(passphrase, words)?;
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
