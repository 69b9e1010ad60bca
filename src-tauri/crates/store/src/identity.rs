//! Which file a path means right now, and which files this process has open.

use crate::error::StoreError;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

/// The identity of a file as the operating system sees it: stays when it is renamed, differs when
/// another file takes its place. While SQLite holds the file open its number cannot be given to
/// another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Identity {
    device: u64,
    inode: u64,
}

impl Identity {
    /// The file at `path`, following links.
    #[cfg(unix)]
    pub(crate) fn of(path: &Path) -> Result<Identity, StoreError> {
        use std::os::unix::fs::MetadataExt;
        let found = std::fs::metadata(path)?;
        Ok(Identity {
            device: found.dev(),
            inode: found.ino(),
        })
    }

    /// The file at `path`. Windows keeps an open file from being moved or replaced, so that it is
    /// enough that it exists and was made when it was made.
    #[cfg(windows)]
    pub(crate) fn of(path: &Path) -> Result<Identity, StoreError> {
        use std::os::windows::fs::MetadataExt;
        let found = std::fs::metadata(path)?;
        Ok(Identity {
            device: 0,
            inode: found.creation_time(),
        })
    }
}

static OPEN_HERE: Mutex<BTreeSet<Identity>> = Mutex::new(BTreeSet::new());

/// Marks a file as open in this process for as long as it lives.
#[derive(Debug)]
pub(crate) struct OpenHere(Identity);

impl OpenHere {
    /// Claims the file; `InUse` when this process has it open already.
    pub(crate) fn claim(identity: Identity) -> Result<OpenHere, StoreError> {
        let mut open = OPEN_HERE.lock().unwrap_or_else(PoisonError::into_inner);
        if open.insert(identity) {
            Ok(OpenHere(identity))
        } else {
            Err(StoreError::InUse)
        }
    }
}

impl Drop for OpenHere {
    fn drop(&mut self) {
        OPEN_HERE
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .remove(&self.0);
    }
}

/// Whether this process has the file at `path` open.
pub(crate) fn is_open_here(path: &Path) -> bool {
    Identity::of(path).is_ok_and(|identity| {
        OPEN_HERE
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .contains(&identity)
    })
}
