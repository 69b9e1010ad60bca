//! The file of this window: none, open, or locked.

use crate::error::AppError;
use domain::Timestamp;
use std::path::{Path, PathBuf};
use store::{ClientFile, HistoryQuery, Key, StoreError};

/// Where the window stands.
pub enum Session {
    /// No file.
    None,
    /// A file is open.
    Open(Box<OpenFile>),
    /// The key is wiped and the file closed; only its place and the organisation's name are known.
    Locked(LockedFile),
}

/// An open file.
pub struct OpenFile {
    /// The file itself.
    pub file: ClientFile,
    /// What opened it: wiped from memory with it.
    pub(crate) key: Key,
    /// When the person last did something.
    pub active: Timestamp,
    /// When the newest change was saved.
    pub saved: Option<Timestamp>,
    /// Whether something changed since a backup was last tried.
    pub(crate) backup_due: bool,
    /// Whether the person was told that the disk has no room left.
    pub(crate) room_told: bool,
    /// Whether the last backup failed: the person was told.
    pub(crate) backup_fails: bool,
    /// Progress of each system, as far as it is known.
    pub(crate) counts: crate::counts::Counts,
}

/// A locked file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LockedFile {
    /// Where it is.
    pub path: PathBuf,
    /// Whose it is.
    pub organisation: String,
}

impl OpenFile {
    /// A file that was opened just now.
    pub fn new(file: ClientFile, key: Key, now: Timestamp) -> Result<Self, StoreError> {
        let newest = file.history(&HistoryQuery {
            limit: 1,
            ..HistoryQuery::default()
        })?;
        Ok(OpenFile {
            saved: newest.first().map(|event| event.at),
            file,
            key,
            active: now,
            room_told: false,
            backup_due: true,
            backup_fails: false,
            counts: crate::counts::Counts::default(),
        })
    }
}

impl Session {
    /// The open file.
    pub fn open(&mut self) -> Result<&mut OpenFile, AppError> {
        match self {
            Session::Open(open) => Ok(open),
            Session::Locked(_) => Err(AppError::Locked),
            Session::None => Err(AppError::NoFile),
        }
    }

    /// Where the file of this window is, open or locked.
    pub fn path(&self) -> Option<&Path> {
        match self {
            Session::Open(open) => Some(open.file.path()),
            Session::Locked(locked) => Some(&locked.path),
            Session::None => None,
        }
    }
}
