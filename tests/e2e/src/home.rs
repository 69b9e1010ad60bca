//! A person's home, made for one road and gone after it.

use crate::failure::Step;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// Private folders of one person. Several starts of the app may share one home.
#[derive(Debug)]
pub struct Home {
    folder: TempDir,
}

impl Home {
    /// An empty home.
    pub fn new() -> Step<Home> {
        let home = Home {
            folder: tempfile::Builder::new().prefix("home-").tempdir()?,
        };
        for (_, folder) in home.folders() {
            fs::create_dir_all(&folder)?;
        }
        // D-Bus and GTK refuse a run-time folder that others may read.
        fs::set_permissions(home.at("run"), fs::Permissions::from_mode(0o700))?;
        fs::write(home.dialogs(), "")?;
        Ok(home)
    }

    /// A path inside this home.
    pub fn at(&self, name: impl AsRef<Path>) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Environment variables that keep everything inside this home, with their folders.
    pub fn folders(&self) -> [(&'static str, PathBuf); 6] {
        [
            ("HOME", self.at("")),
            ("XDG_CONFIG_HOME", self.at("config")),
            ("XDG_DATA_HOME", self.at("data")),
            ("XDG_STATE_HOME", self.at("state")),
            ("XDG_CACHE_HOME", self.at("cache")),
            ("XDG_RUNTIME_DIR", self.at("run")),
        ]
    }

    /// The file that answers the app's native dialogs, one line each (debug builds only).
    pub fn dialogs(&self) -> PathBuf {
        self.at("dialogs.txt")
    }

    /// The next native dialogs will be answered with these paths, in this order.
    pub fn answer_dialogs<P: AsRef<Path>>(&self, paths: &[P]) -> Step<()> {
        let mut lines = String::new();
        for path in paths {
            lines.push_str(&path.as_ref().display().to_string());
            lines.push('\n');
        }
        fs::write(self.dialogs(), lines)?;
        Ok(())
    }

    /// What the app and the driver printed so far.
    pub fn log(&self) -> String {
        fs::read_to_string(self.at("log.txt")).unwrap_or_default()
    }
}
