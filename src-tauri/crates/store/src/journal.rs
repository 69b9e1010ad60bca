//! Journals beside a file. SQLite replays a hot journal at the first read, whichever file it came from:
//! journals do not name their file. After a crash it is ours; after a sync client or a person swapped
//! the file it is a weapon. So a hot journal is first replayed onto a copy, and onto the file itself
//! only when the copy comes out sound.

use crate::check;
use crate::connection::{Mode, connect};
use crate::error::StoreError;
use crate::key::Key;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// Path of the rollback journal of a file.
pub(crate) fn beside(path: &Path) -> PathBuf {
    with_suffix(path, "-journal")
}

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = OsString::from(path.as_os_str());
    name.push(suffix);
    PathBuf::from(name)
}

/// Refuses a file beside which something lies that must not be replayed onto it.
pub(crate) fn admit(path: &Path, key: &Key) -> Result<(), StoreError> {
    // Client files never write ahead, so whatever left these was not us.
    for suffix in ["-wal", "-shm"] {
        let stray = with_suffix(path, suffix);
        if stray.exists() {
            return Err(StoreError::StrayJournal { journal: stray });
        }
    }
    let journal = beside(path);
    let length = match std::fs::metadata(&journal) {
        Ok(found) => found.len(),
        Err(_) => return Ok(()),
    };
    if length == 0 || !is_hot(path)? {
        return Ok(());
    }
    rehearse(path, &journal, key)
}

/// Whether SQLite would replay the journal now. A connection that may only read cannot, and says so;
/// one that finds a lock says that the file is in use.
fn is_hot(path: &Path) -> Result<bool, StoreError> {
    let conn = connect(path, None, Mode::Read)?;
    match conn.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(())) {
        Ok(()) => Ok(false),
        Err(error) => match error.sqlite_error() {
            Some(failure) if failure.extended_code == rusqlite::ffi::SQLITE_READONLY_ROLLBACK => {
                Ok(true)
            }
            Some(failure) if failure.code == rusqlite::ErrorCode::DatabaseBusy => {
                Err(StoreError::InUse)
            }
            // Encrypted: "not a database" without the key, but not hot either.
            Some(failure) if failure.code == rusqlite::ErrorCode::NotADatabase => Ok(false),
            _ => Err(error.into()),
        },
    }
}

/// Replays the journal onto a copy. The copy stays in the file's own folder, encrypted as the file is.
fn rehearse(path: &Path, journal: &Path, key: &Key) -> Result<(), StoreError> {
    let copy = Copy::of(path)?;
    std::fs::copy(path, &copy.0)?;
    std::fs::copy(journal, beside(&copy.0))?;
    let conn = connect(&copy.0, Some(key), Mode::Write)?;
    let sound = check::pages(&conn, key)
        .and_then(|found| Ok(found.is_empty() && check::log_agrees(&conn)?));
    match sound {
        Ok(true) => Ok(()),
        // Nothing readable at all: the passphrase, as far as anyone can tell.
        Err(StoreError::Damaged { .. }) if unreadable(&conn) && key.encrypts() => {
            Err(StoreError::WrongPassphrase)
        }
        Ok(false) | Err(StoreError::Damaged { .. }) => Err(StoreError::StrayJournal {
            journal: journal.to_owned(),
        }),
        Err(other) => Err(other),
    }
}

fn unreadable(conn: &rusqlite::Connection) -> bool {
    conn.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))
        .is_err()
}

/// Removes a journal that was over when its process died: under an exclusive lock SQLite only blanks it
/// between commits. The caller holds the lock and has read from the file, so a hot one is gone already.
pub(crate) fn clear(path: &Path) -> Result<(), StoreError> {
    match std::fs::remove_file(beside(path)) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

/// Moves a journal that does not belong to the file out of its way, keeping it. The person decides this.
pub fn set_aside(journal: &Path) -> Result<PathBuf, StoreError> {
    for number in 1..1000_u32 {
        let aside = with_suffix(journal, &format!(".set-aside-{number}"));
        if !aside.exists() {
            std::fs::rename(journal, &aside)?;
            return Ok(aside);
        }
    }
    Err(StoreError::AlreadyExists)
}

/// A working copy that leaves nothing behind.
struct Copy(PathBuf);

impl Copy {
    fn of(path: &Path) -> Result<Copy, StoreError> {
        let copy = with_suffix(path, &format!(".{}.rehearsal", std::process::id()));
        // A copy of this name can only be left from a crash of a process with our number.
        let kept = Copy(copy);
        kept.remove();
        Ok(kept)
    }

    fn remove(&self) {
        for leftover in [self.0.clone(), beside(&self.0)] {
            // Nothing to remove is the normal case; and a copy that cannot be removed hurts nobody
            // but the disk.
            let _ = std::fs::remove_file(leftover);
        }
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        self.remove();
    }
}
