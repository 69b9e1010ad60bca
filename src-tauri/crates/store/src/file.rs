//! An open client file.

use crate::acts::Stacks;
use crate::error::StoreError;
use crate::identity::{Identity, OpenHere};
use crate::key::Key;
use crate::reserve::Reserve;
use rusqlite::Connection;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// One organisation's file, held under an exclusive lock for as long as it is open.
///
/// While it is open, the same process must not open, copy or read its path by other means: closing
/// any descriptor of a file drops its lock (POSIX). [`crate::probe()`] and
/// [`ClientFile::backup_to`] are safe.
#[derive(Debug)]
pub struct ClientFile {
    // Dropped in this order: the connection lets go of the lock before the process forgets the file.
    pub(crate) conn: Connection,
    pub(crate) path: PathBuf,
    pub(crate) key: Key,
    pub(crate) identity: Identity,
    pub(crate) file_id: String,
    pub(crate) read_only: bool,
    pub(crate) acts: Stacks,
    /// None where nothing is written anyway.
    pub(crate) reserve: Option<Reserve>,
    pub(crate) _open: OpenHere,
}

impl ClientFile {
    /// Where the file lies, as it was named when it was opened.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The file's own UUID, which goes with it wherever it is copied.
    pub fn file_id(&self) -> &str {
        &self.file_id
    }

    /// Whether the medium allows no writing. Every verb is then refused.
    pub fn is_read_only(&self) -> bool {
        self.read_only
    }

    /// Whether a passphrase is needed to read it.
    pub fn is_encrypted(&self) -> bool {
        self.key.encrypts()
    }

    /// Whether the disk is so full that the room held back for the last changes is being spent, or was
    /// never there. What was acknowledged is saved all the same; soon nothing more will be.
    pub fn is_short_of_room(&self) -> bool {
        self.reserve.as_ref().is_some_and(|room| !room.is_held())
    }

    /// Whether the path still leads to the file that is open. A moved or replaced file takes no more
    /// changes; [`ClientFile::backup_to`] still saves a rescue copy of what is open.
    pub fn still_there(&self) -> Result<(), StoreError> {
        still_the_same(&self.path, self.identity)
    }
}

pub(crate) fn still_the_same(path: &Path, identity: Identity) -> Result<(), StoreError> {
    match Identity::of(path) {
        Ok(now) if now == identity => Ok(()),
        Ok(_) | Err(StoreError::Missing) => Err(StoreError::Moved),
        Err(other) => Err(other),
    }
}

/// Why a file was not written that could be written when it was opened.
pub(crate) fn why_unwritten(path: &Path, error: StoreError) -> StoreError {
    match error {
        StoreError::ReadOnly => StoreError::MadeReadOnly,
        // To SQLite it is a failing disk, whatever the system says.
        StoreError::Io { .. } if takes_no_change(path) => StoreError::MadeReadOnly,
        other => other,
    }
}

/// Whether a file may not even be given the permissions it has. Asked without opening it, which would
/// let go of its lock.
fn takes_no_change(path: &Path) -> bool {
    let Ok(found) = std::fs::metadata(path) else {
        return false;
    };
    let permissions = found.permissions();
    permissions.readonly()
        || std::fs::set_permissions(path, permissions).is_err_and(|error| {
            matches!(
                error.kind(),
                ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem
            )
        })
}
