//! What this machine remembers: preferences and the files opened before. Two small JSON files in the
//! app's own folder; nothing of a client file's content is in them but the organisation's name.

use crate::wire::settings::{Preferences, Theme};
use domain::Timestamp;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use std::io;
use std::path::{Path, PathBuf};

/// How many files are remembered.
const REMEMBERED: usize = 12;

/// The app's own folder.
#[derive(Debug, Clone)]
pub struct Memory {
    folder: PathBuf,
}

/// A file opened before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recent {
    /// Where.
    pub path: PathBuf,
    /// Whose.
    pub organisation: String,
    /// When it was last opened.
    pub opened: Timestamp,
    /// Whether a passphrase was needed.
    pub encrypted: bool,
}

impl Memory {
    /// Remembers in this folder, which is made when something is first kept.
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Memory { folder: folder.into() }
    }

    /// The preferences, or the first ones where none were kept or they cannot be read.
    pub fn preferences(&self) -> Preferences {
        read(&self.folder.join("preferences.json")).unwrap_or_else(first_preferences)
    }

    /// Keeps the preferences.
    pub fn keep_preferences(&self, preferences: &Preferences) -> io::Result<()> {
        write(&self.folder.join("preferences.json"), preferences)
    }

    /// Files opened before, newest first.
    pub fn recent(&self) -> Vec<Recent> {
        read(&self.folder.join("recent.json")).unwrap_or_default()
    }

    /// Puts a file at the head of the list.
    pub fn remember(&self, file: Recent) -> io::Result<()> {
        let mut recent = self.recent();
        recent.retain(|known| known.path != file.path);
        recent.insert(0, file);
        recent.truncate(REMEMBERED);
        write(&self.folder.join("recent.json"), &recent)
    }

    /// Takes a file off the list.
    pub fn forget(&self, path: &Path) -> io::Result<()> {
        let mut recent = self.recent();
        recent.retain(|known| known.path != path);
        write(&self.folder.join("recent.json"), &recent)
    }

    /// Empties the list.
    pub fn forget_all(&self) -> io::Result<()> {
        write::<Vec<Recent>>(&self.folder.join("recent.json"), &Vec::new())
    }
}

fn first_preferences() -> Preferences {
    Preferences {
        actor: account_name(),
        language: content::library::ENGLISH.to_owned(),
        theme: Theme::System,
        lock_after_minutes: Some(10),
        keep_recent: true,
        zoom: 100,
    }
}

/// The name of the account, as a first guess at who works here.
fn account_name() -> String {
    ["USER", "USERNAME", "LOGNAME"]
        .into_iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|name| !name.trim().is_empty())
        .unwrap_or_default()
}

fn read<T: DeserializeOwned>(path: &Path) -> Option<T> {
    serde_json::from_slice(&std::fs::read(path).ok()?).ok()
}

/// A crash leaves the old file or the new one, never half of one.
fn write<T: Serialize + ?Sized>(path: &Path, value: &T) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    exchange::write_file(path, &serde_json::to_vec_pretty(value)?).map_err(io::Error::other)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn recent(name: &str) -> Recent {
        Recent {
            path: PathBuf::from(name),
            organisation: "Example".into(),
            opened: Timestamp::UNIX_EPOCH,
            encrypted: true,
        }
    }

    #[test]
    fn the_newest_file_comes_first_and_once() {
        let folder = tempfile::tempdir().unwrap();
        let memory = Memory::new(folder.path().join("new"));
        for name in ["a", "b", "a"] {
            memory.remember(recent(name)).unwrap();
        }
        let names: Vec<_> = memory.recent().into_iter().map(|file| file.path).collect();
        assert_eq!(names, [PathBuf::from("a"), PathBuf::from("b")]);
        memory.forget(Path::new("a")).unwrap();
        assert_eq!(memory.recent().len(), 1);
        memory.forget_all().unwrap();
        assert!(memory.recent().is_empty());
    }

    #[test]
    fn broken_preferences_are_the_first_ones_again() {
        let folder = tempfile::tempdir().unwrap();
        let memory = Memory::new(folder.path());
        let mut preferences = memory.preferences();
        preferences.theme = Theme::Dark;
        memory.keep_preferences(&preferences).unwrap();
        assert_eq!(memory.preferences(), preferences);
        std::fs::write(folder.path().join("preferences.json"), "{ half").unwrap();
        assert_eq!(memory.preferences().theme, Theme::System);
    }
}
