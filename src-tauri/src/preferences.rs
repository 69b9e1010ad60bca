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
    /// The file's own id, by which its backups are found.
    #[serde(default)]
    pub file_id: Option<String>,
}

impl Memory {
    /// Remembers in this folder, which is made when something is first kept.
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Memory {
            folder: folder.into(),
        }
    }

    /// Where everything is kept.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
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

    /// The newest of the files opened before that bears this id: where a backup came from.
    pub fn recent_of(&self, file_id: &str) -> Option<Recent> {
        let known = |file: &Recent| file.file_id.as_deref() == Some(file_id);
        self.recent().into_iter().find(known)
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

/// The name of the account, as a first guess at who works here: the person's own, or the login name.
fn account_name() -> String {
    let login = ["USER", "USERNAME", "LOGNAME"]
        .into_iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|name| !name.trim().is_empty());
    let accounts = std::fs::read_to_string("/etc/passwd").unwrap_or_default();
    own_name(&accounts, login.as_deref(), process_owner())
        .or(login)
        .unwrap_or_default()
}

/// The number of the account this process runs under, where the system shows it in a file.
#[cfg(unix)]
fn process_owner() -> Option<u32> {
    use std::os::unix::fs::MetadataExt;
    Some(std::fs::metadata("/proc/self").ok()?.uid())
}

#[cfg(not(unix))]
fn process_owner() -> Option<u32> {
    None
}

/// The name in the list of accounts (`login:x:uid:gid:name,…:…`) of a login name or a number; the login
/// name where it has none.
fn own_name(accounts: &str, login: Option<&str>, uid: Option<u32>) -> Option<String> {
    accounts.lines().find_map(|line| {
        let mut parts = line.split(':');
        let known = parts.next()?;
        let number: u32 = parts.nth(1)?.parse().ok()?;
        let name = parts.nth(1)?.split(',').next()?.trim();
        let ours = login.map_or(uid == Some(number), |login| login == known);
        ours.then(|| if name.is_empty() { known } else { name }.to_owned())
    })
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
            file_id: None,
        }
    }

    #[test]
    fn a_person_is_called_by_their_name_if_the_system_knows_it() {
        let accounts = "root:x:0:0:root:/root:/bin/bash\njo:x:1000:1000:Jo Example,,,:/home/jo:/bin/sh\nx:x:7:7::/:/bin/sh\n";
        let named = |login, uid| own_name(accounts, login, uid);
        assert_eq!(named(Some("jo"), None).as_deref(), Some("Jo Example"));
        assert_eq!(named(None, Some(1000)).as_deref(), Some("Jo Example"));
        assert_eq!(named(Some("x"), None).as_deref(), Some("x"));
        assert_eq!(named(Some("nobody"), Some(0)), None);
        assert_eq!(named(None, None), None);
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
