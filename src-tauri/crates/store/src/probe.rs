//! A first look at a file, from its length and first bytes alone; nothing is written.

use crate::connection::{APPLICATION_ID, PAGE};
use crate::error::StoreError;
use crate::migrate;
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// What lies at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Probe {
    /// Nothing.
    Missing,
    /// A file without a single byte.
    Empty,
    /// A client file that is not encrypted.
    Plain {
        /// The form it has.
        version: u32,
        /// Whether this build is too old for it.
        newer: bool,
    },
    /// SQLite, but of another program.
    OtherSqlite {
        /// What that program calls itself, 0 when nothing.
        application_id: u32,
    },
    /// Encrypted, or damaged at its beginning, or something unknown: only a passphrase can tell.
    Encrypted,
    /// Certainly something else: text, an archive, a folder.
    NotAClientFile,
    /// Shorter than it says itself.
    Truncated,
    /// This very program has it open.
    OpenHere,
}

/// The first bytes of every SQLite file that is not encrypted.
const SQLITE: &[u8; 16] = b"SQLite format 3\0";
/// Beginnings of files that people rename by mistake.
const FOREIGN: [&[u8]; 8] = [
    b"PK\x03\x04",
    b"%PDF",
    b"\x1f\x8b",
    b"7z\xbc\xaf",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"\xd0\xcf\x11\xe0",
    b"Rar!",
];

/// Looks at a path. Never opens a file that this process has open: closing any descriptor of it would
/// drop the lock (POSIX).
pub fn probe(path: &Path) -> Result<Probe, StoreError> {
    let found = match std::fs::metadata(path) {
        Ok(found) => found,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Probe::Missing),
        Err(error) => return Err(unreadable(error)),
    };
    if !found.is_file() {
        return Ok(Probe::NotAClientFile);
    }
    if found.len() == 0 {
        return Ok(Probe::Empty);
    }
    if crate::identity::is_open_here(path) {
        return Ok(Probe::OpenHere);
    }
    let mut head = Vec::with_capacity(512);
    File::open(path)
        .and_then(|file| file.take(512).read_to_end(&mut head))
        .map_err(unreadable)?;
    let journal = crate::journal::beside(path).exists();
    Ok(classify(&head, found.len(), journal))
}

/// Nothing is to be written yet, so what is not permitted is the reading.
fn unreadable(error: std::io::Error) -> StoreError {
    match error.kind() {
        std::io::ErrorKind::PermissionDenied => StoreError::NotReadable,
        _ => error.into(),
    }
}

/// The judgement itself. With a journal beside it, a file may rightly have any length: an interrupted
/// commit is still to be rolled back.
fn classify(head: &[u8], length: u64, journal: bool) -> Probe {
    if FOREIGN.iter().any(|magic| head.starts_with(magic)) {
        return Probe::NotAClientFile;
    }
    if !head.starts_with(SQLITE) {
        // The first bytes of an encrypted file are random; hundreds of them never read as text.
        let text = head
            .iter()
            .all(|byte| *byte >= b' ' || matches!(byte, b'\t' | b'\n' | b'\r'))
            && readable(head);
        return match (text || length < 512, length % PAGE) {
            (true, _) => Probe::NotAClientFile,
            (false, 0) => Probe::Encrypted,
            (false, _) if journal => Probe::Encrypted,
            (false, _) => Probe::Truncated,
        };
    }
    if head.len() < 100 {
        return Probe::Truncated;
    }
    let word = |at: usize| {
        head.get(at..at + 4)
            .and_then(|bytes| bytes.try_into().ok())
            .map_or(0, u32::from_be_bytes)
    };
    let (version, application_id, pages) = (word(60), word(68), u64::from(word(28)));
    if application_id != APPLICATION_ID as u32 {
        return Probe::OtherSqlite { application_id };
    }
    // More than that is no reason to keep anyone from what is in the file; a check tells of it.
    if !journal && length / PAGE < pages {
        return Probe::Truncated;
    }
    Probe::Plain {
        version,
        newer: version > migrate::newest(),
    }
}

/// Whether the bytes are UTF-8 but for a character cut at the end.
fn readable(head: &[u8]) -> bool {
    match std::str::from_utf8(head) {
        Ok(_) => true,
        Err(error) => error.error_len().is_none(),
    }
}
