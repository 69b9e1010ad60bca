//! Everything that can go wrong with a client file, as far as a person or a program must tell it apart.

use content::Wording;
use domain::{RecordId, Rejected};
use std::path::PathBuf;

/// Why the store refused or failed. In every refusal the file's bytes stay as they were.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is no file at the path.
    #[error("there is no file at this place")]
    Missing,
    /// Creating never replaces a file.
    #[error("there is already a file at this place")]
    AlreadyExists,
    /// The file has no bytes at all.
    #[error("the file is empty")]
    Empty,
    /// The file is shorter than it says or than its pages allow.
    #[error("the file is cut off")]
    Truncated,
    /// The passphrase does not open it. Damage to the first page looks exactly the same.
    #[error("the passphrase does not open this file, or its beginning is damaged")]
    WrongPassphrase,
    /// The file is encrypted and no passphrase was given.
    #[error("the file needs a passphrase")]
    PassphraseNeeded,
    /// A passphrase was given for a file that is not encrypted.
    #[error("the file is not encrypted")]
    NotEncrypted,
    /// A passphrase without any character, or with a NUL.
    #[error("this cannot be a passphrase")]
    PassphraseUnusable,
    /// No database of any kind, encrypted or not.
    #[error("this is not a client file")]
    NotAClientFile,
    /// A sound SQLite file of some other program.
    #[error("this file belongs to another program")]
    AnotherProductsFile,
    /// Written by a later version of the product.
    #[error("the file has form {file}, this version knows forms up to {known}")]
    NewerFile {
        /// The form of the file.
        file: u32,
        /// The newest form this build knows.
        known: u32,
    },
    /// Another window or program has the file open.
    #[error("the file is open elsewhere")]
    InUse,
    /// The system does not let this person read the file.
    #[error("the file may not be read")]
    NotReadable,
    /// The medium or the folder cannot be written.
    #[error("the file can only be read")]
    ReadOnly,
    /// The file, or the folder, took changes when it was opened and takes none now. Nothing was written.
    #[error("the file was made read-only while it was open")]
    MadeReadOnly,
    /// The file, or its chain of events, is not sound.
    #[error("the file is damaged: {what}")]
    Damaged {
        /// What was found, for support; holds no user content.
        what: String,
    },
    /// The file at the path is no longer the one that was opened. Nothing was written.
    #[error("the file was moved, deleted or replaced while it was open")]
    Moved,
    /// No room left on the disk. Nothing was written.
    #[error("the disk is full")]
    DiskFull,
    /// No verified backup could be made, so the step that needs one did not start.
    #[error("no backup could be made: {why}")]
    BackupFailed {
        /// What failed.
        why: String,
    },
    /// A journal beside the file that does not belong to it.
    #[error("a journal of another file lies beside this one: {}", .journal.display())]
    StrayJournal {
        /// The journal.
        journal: PathBuf,
    },
    /// The domain refused the decision.
    #[error(transparent)]
    Rejected(#[from] Rejected),
    /// Rows of an import that were refused; nothing was written.
    #[error("{} rows were refused", .0.len())]
    RejectedRows(Vec<RejectedRow>),
    /// No such record.
    #[error("there is no record {record}")]
    UnknownRecord {
        /// The identity asked for.
        record: RecordId,
    },
    /// A file has exactly one organisation, which is neither added nor retired.
    #[error("a client file has exactly one organisation")]
    OneOrganisation,
    /// The identity is not a UUID in hyphenated lower-case form, or is taken.
    #[error("the identity {id} cannot be used")]
    IdUnusable {
        /// The identity.
        id: String,
    },
    /// The attachment is larger than one may be.
    #[error("the attachment is larger than {limit} bytes")]
    AttachmentTooLarge {
        /// Bytes one attachment may have.
        limit: u64,
    },
    /// With this attachment the file would hold more than it may.
    #[error("attachments of one file may not exceed {limit} bytes")]
    AttachmentsFull {
        /// Bytes all attachments of a file may have together.
        limit: u64,
    },
    /// No such attachment.
    #[error("there is no such attachment")]
    UnknownAttachment,
    /// No act is left that could be undone.
    #[error("there is nothing to undo")]
    NothingToUndo,
    /// The newest act that was not taken back is a sign-off or a reopening, which is never taken back.
    #[error("a sign-off or a reopening is not undone")]
    StopsAtSignOff,
    /// No act is left that could be redone.
    #[error("there is nothing to redo")]
    NothingToRedo,
    /// The event wrote no value that could be brought back.
    #[error("event {seq} has no value that could be brought back")]
    NotRestorable {
        /// The event.
        seq: u64,
    },
    /// The user stopped it. Nothing was written.
    #[error("stopped before anything was written")]
    Cancelled,
    /// A change came without an event; the write door refused it. A fault of the program.
    #[error("a change was not recorded in the log and was taken back")]
    Unlogged,
    /// The operating system refused.
    #[error("the system refused: {what}")]
    Io {
        /// What it said.
        what: String,
    },
    /// The database refused for a reason that is a fault of the program.
    #[error("unexpected: {what}")]
    Fault {
        /// What it said; holds no user content.
        what: String,
    },
}

/// One refused row of an import.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RejectedRow {
    /// Row of the source, from 1.
    pub row: usize,
    /// Why.
    pub rejected: Rejected,
}

impl StoreError {
    /// The sentence that tells a person what happened, why, and what to do.
    pub fn wording(&self) -> Wording {
        match self {
            StoreError::Missing => Wording::plain("errors.store.missing"),
            StoreError::AlreadyExists => Wording::plain("errors.store.already-exists"),
            StoreError::Empty => Wording::plain("errors.store.empty"),
            StoreError::Truncated => Wording::plain("errors.store.truncated"),
            StoreError::WrongPassphrase => Wording::plain("errors.store.wrong-passphrase"),
            StoreError::PassphraseNeeded => Wording::plain("errors.store.passphrase-needed"),
            StoreError::NotEncrypted => Wording::plain("errors.store.not-encrypted"),
            StoreError::PassphraseUnusable => Wording::plain("errors.store.passphrase-unusable"),
            StoreError::NotAClientFile => Wording::plain("errors.store.not-a-client-file"),
            StoreError::AnotherProductsFile => Wording::plain("errors.store.another-products-file"),
            StoreError::NewerFile { file, known } => Wording::plain("errors.store.newer-file")
                .with("file", file)
                .with("known", known),
            StoreError::InUse => Wording::plain("errors.store.in-use"),
            StoreError::NotReadable => Wording::plain("errors.store.not-readable"),
            StoreError::ReadOnly => Wording::plain("errors.store.read-only"),
            StoreError::MadeReadOnly => Wording::plain("errors.store.made-read-only"),
            StoreError::Damaged { what } => {
                Wording::plain("errors.store.damaged").with("what", what)
            }
            StoreError::Moved => Wording::plain("errors.store.moved"),
            StoreError::DiskFull => Wording::plain("errors.store.disk-full"),
            StoreError::BackupFailed { why } => {
                Wording::plain("errors.store.backup-failed").with("why", why)
            }
            StoreError::StrayJournal { journal } => Wording::plain("errors.store.stray-journal")
                .with(
                    "journal",
                    journal
                        .file_name()
                        .map(|name| name.to_string_lossy().into_owned())
                        .unwrap_or_default(),
                ),
            StoreError::Rejected(rejected) => rejected.wording(),
            StoreError::RejectedRows(rows) => {
                Wording::plain("errors.store.rejected-rows").with("n", rows.len())
            }
            // An identity means nothing to a person.
            StoreError::UnknownRecord { .. } => Wording::plain("errors.store.unknown-record"),
            StoreError::OneOrganisation => Wording::plain("errors.store.one-organisation"),
            StoreError::IdUnusable { id } => {
                Wording::plain("errors.store.id-unusable").with("id", id)
            }
            StoreError::AttachmentTooLarge { limit } => {
                Wording::plain("errors.store.attachment-too-large")
                    .with("megabytes", limit / (1024 * 1024))
            }
            StoreError::AttachmentsFull { limit } => {
                Wording::plain("errors.store.attachments-full")
                    .with("megabytes", limit / (1024 * 1024))
            }
            StoreError::UnknownAttachment => Wording::plain("errors.store.unknown-attachment"),
            StoreError::NothingToUndo => Wording::plain("errors.store.nothing-to-undo"),
            StoreError::StopsAtSignOff => Wording::plain("errors.store.stops-at-sign-off"),
            StoreError::NothingToRedo => Wording::plain("errors.store.nothing-to-redo"),
            StoreError::NotRestorable { seq } => {
                Wording::plain("errors.store.not-restorable").with("seq", seq)
            }
            StoreError::Cancelled => Wording::plain("errors.store.cancelled"),
            StoreError::Unlogged => Wording::plain("errors.store.unlogged"),
            StoreError::Io { what } => Wording::plain("errors.store.io").with("what", what),
            StoreError::Fault { what } => Wording::plain("errors.store.fault").with("what", what),
        }
    }

    /// One error of each variant, for the test that every one has its text.
    pub fn one_of_each() -> Vec<StoreError> {
        let word = || "x".to_owned();
        vec![
            StoreError::Missing,
            StoreError::AlreadyExists,
            StoreError::Empty,
            StoreError::Truncated,
            StoreError::WrongPassphrase,
            StoreError::PassphraseNeeded,
            StoreError::NotEncrypted,
            StoreError::PassphraseUnusable,
            StoreError::NotAClientFile,
            StoreError::AnotherProductsFile,
            StoreError::NewerFile { file: 2, known: 1 },
            StoreError::InUse,
            StoreError::NotReadable,
            StoreError::ReadOnly,
            StoreError::MadeReadOnly,
            StoreError::Damaged { what: word() },
            StoreError::Moved,
            StoreError::DiskFull,
            StoreError::BackupFailed { why: word() },
            StoreError::StrayJournal {
                journal: PathBuf::from("x"),
            },
            StoreError::Rejected(Rejected::NameMissing),
            StoreError::RejectedRows(Vec::new()),
            StoreError::UnknownRecord {
                record: RecordId::new("x"),
            },
            StoreError::OneOrganisation,
            StoreError::IdUnusable { id: word() },
            StoreError::AttachmentTooLarge { limit: 1 },
            StoreError::AttachmentsFull { limit: 1 },
            StoreError::UnknownAttachment,
            StoreError::NothingToUndo,
            StoreError::StopsAtSignOff,
            StoreError::NothingToRedo,
            StoreError::NotRestorable { seq: 1 },
            StoreError::Cancelled,
            StoreError::Unlogged,
            StoreError::Io { what: word() },
            StoreError::Fault { what: word() },
        ]
    }

    pub(crate) fn damaged(what: impl Into<String>) -> StoreError {
        StoreError::Damaged { what: what.into() }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> StoreError {
        use rusqlite::ErrorCode;
        // The message of SQLite may quote the statement but never a bound value.
        let what = error.to_string();
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => StoreError::InUse,
            Some(ErrorCode::ReadOnly) => StoreError::ReadOnly,
            Some(ErrorCode::DiskFull) => StoreError::DiskFull,
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
                StoreError::Damaged { what }
            }
            Some(ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => StoreError::ReadOnly,
            Some(ErrorCode::SystemIoFailure) => StoreError::Io { what },
            _ => match error {
                rusqlite::Error::FromSqlConversionFailure(..)
                | rusqlite::Error::InvalidColumnType(..)
                | rusqlite::Error::IntegralValueOutOfRange(..) => StoreError::Damaged { what },
                _ => StoreError::Fault { what },
            },
        }
    }
}

impl From<std::io::Error> for StoreError {
    fn from(error: std::io::Error) -> StoreError {
        use std::io::ErrorKind;
        match error.kind() {
            ErrorKind::NotFound => StoreError::Missing,
            ErrorKind::AlreadyExists => StoreError::AlreadyExists,
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => StoreError::DiskFull,
            ErrorKind::ReadOnlyFilesystem | ErrorKind::PermissionDenied => StoreError::ReadOnly,
            _ => StoreError::Io {
                what: error.to_string(),
            },
        }
    }
}
