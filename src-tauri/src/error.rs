//! The one place where errors of the crates become messages for a person.

use crate::wire::error::{Code, WireError};
use content::{Library, Texts, Wording};
use domain::Rejected;
use exchange::ExchangeError;
use reports::ReportError;
use store::StoreError;

/// What can stop a command. It becomes a [`WireError`] at the edge, in the language of the screen.
#[derive(Debug, thiserror::Error)]
pub enum AppError {
    /// The client file refused.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A list could not be read or written.
    #[error(transparent)]
    Exchange(#[from] ExchangeError),
    /// A report could not be made.
    #[error(transparent)]
    Report(#[from] ReportError),
    /// The domain refused.
    #[error(transparent)]
    Rejected(#[from] Rejected),
    /// No file is open.
    #[error("no file is open")]
    NoFile,
    /// The file is locked.
    #[error("the file is locked")]
    Locked,
    /// The passphrase is too easy to guess.
    #[error("the passphrase is too easy to guess")]
    WeakPassphrase {
        /// Advice, already worded.
        advice: String,
    },
    /// What is out of scope cannot be signed without saying why.
    #[error("the reason why it is out of scope is missing")]
    OutsideWithoutReason,
    /// An unencrypted file cannot be locked.
    #[error("an unencrypted file cannot be locked")]
    NothingToLock,
    /// A handle the page sent is not, or no longer, known.
    #[error("the handle is not known")]
    UnknownHandle,
    /// The page sent something this version does not understand. A fault of the program.
    #[error("the request makes no sense: {what}")]
    Nonsense {
        /// Which part; never user content.
        what: &'static str,
    },
    /// A file outside of the client file could not be read or written.
    #[error("{file} could not be read or written: {why}")]
    Disk {
        /// Its name without the folder.
        file: String,
        /// What the system said.
        why: String,
    },
    /// The open client file was chosen as source or target of something else.
    #[error("{file} is the open client file")]
    OwnFile {
        /// Its name without the folder.
        file: String,
    },
    /// A file to be attached is larger than one may be. Refused before it is read.
    #[error("the file is too large to attach")]
    TooLarge {
        /// The limit.
        megabytes: u64,
    },
    /// A part of the program gave way. The file is as it was after the last saved change.
    #[error("a part of the program gave way")]
    Fault,
}

impl AppError {
    /// The sentence for a person.
    pub fn wording(&self) -> Wording {
        match self {
            AppError::Store(error) => error.wording(),
            AppError::Exchange(error) => error.wording(),
            AppError::Report(error) => error.wording(),
            AppError::Rejected(rejected) => rejected.wording(),
            AppError::NoFile => Wording::plain("errors.app.no-file"),
            AppError::Locked => Wording::plain("errors.app.locked"),
            AppError::WeakPassphrase { advice } => {
                Wording::plain("errors.app.weak-passphrase").with("advice", advice)
            }
            AppError::OutsideWithoutReason => Wording::plain("errors.app.outside-without-reason"),
            AppError::NothingToLock => Wording::plain("errors.app.nothing-to-lock"),
            AppError::UnknownHandle => Wording::plain("errors.app.unknown-handle"),
            AppError::Nonsense { what } => Wording::plain("errors.app.nonsense").with("what", what),
            AppError::Disk { file, why } => Wording::plain("errors.app.disk")
                .with("file", file)
                .with("why", why),
            AppError::OwnFile { file } => Wording::plain("errors.app.own-file").with("file", file),
            AppError::TooLarge { megabytes } => {
                Wording::plain("errors.app.too-large").with("megabytes", megabytes)
            }
            AppError::Fault => Wording::plain("errors.app.fault"),
        }
    }

    /// The message in a language, with code and field. Questions are called by their short names.
    pub fn on_the_wire(&self, library: &Library, texts: &Texts) -> WireError {
        WireError {
            code: self.code(),
            message: say(library, texts, self.wording()),
            field: self.field(),
        }
    }

    fn code(&self) -> Code {
        match self {
            AppError::NoFile => Code::NoFile,
            AppError::Locked => Code::Locked,
            AppError::WeakPassphrase { .. } => Code::WeakPassphrase,
            AppError::UnknownHandle => Code::Gone,
            AppError::Rejected(_) | AppError::OutsideWithoutReason => Code::Refused,
            AppError::Store(error) => match error {
                StoreError::WrongPassphrase => Code::WrongPassphrase,
                StoreError::PassphraseNeeded => Code::PassphraseNeeded,
                StoreError::PassphraseUnusable => Code::WeakPassphrase,
                StoreError::Rejected(_) => Code::Refused,
                StoreError::UnknownRecord { .. } | StoreError::UnknownAttachment => Code::Gone,
                StoreError::Moved => Code::FileMoved,
                StoreError::Cancelled => Code::Cancelled,
                _ => Code::Failed,
            },
            AppError::Exchange(ExchangeError::Cancelled)
            | AppError::Report(ReportError::Stopped) => Code::Cancelled,
            AppError::Exchange(_)
            | AppError::Report(_)
            | AppError::NothingToLock
            | AppError::Nonsense { .. }
            | AppError::Disk { .. }
            | AppError::OwnFile { .. }
            | AppError::TooLarge { .. }
            | AppError::Fault => Code::Failed,
        }
    }

    fn field(&self) -> Option<String> {
        let rejected = match self {
            AppError::Rejected(rejected) | AppError::Store(StoreError::Rejected(rejected)) => {
                rejected
            }
            AppError::WeakPassphrase { .. } => return Some("passphrase".to_owned()),
            AppError::Store(
                StoreError::WrongPassphrase
                | StoreError::PassphraseNeeded
                | StoreError::PassphraseUnusable,
            ) => {
                return Some("passphrase".to_owned());
            }
            _ => return None,
        };
        match rejected {
            Rejected::WrongForm { question, .. }
            | Rejected::UnknownQuestion { question }
            | Rejected::UnknownOption { question, .. }
            | Rejected::ReasonMissing { question }
            | Rejected::ControlCharacter { question, .. }
            | Rejected::TooLong { question, .. }
            | Rejected::NotYet { question }
            | Rejected::SignedOff { question }
            | Rejected::UnknownRecord { question } => Some(question.to_string()),
            Rejected::NameMissing | Rejected::DirectionMark { .. } => Some("name".to_owned()),
            Rejected::SignerMissing => Some("signer".to_owned()),
            Rejected::ReopeningReasonMissing => Some("reason".to_owned()),
            Rejected::StillOpen { .. } | Rejected::AlreadySigned | Rejected::NotSigned => None,
        }
    }
}

/// A message in words; a question is called by its short name instead of its id.
pub(crate) fn say(library: &Library, texts: &Texts, mut wording: Wording) -> String {
    for (name, value) in &mut wording.values {
        if *name == "question"
            && let Some(question) = library.question(value)
        {
            value.clone_from(&question.label);
        }
    }
    texts.say(&wording)
}

/// The text of a failed reading or writing outside of the client file.
pub(crate) fn disk(path: &std::path::Path, error: &std::io::Error) -> AppError {
    AppError::Disk {
        file: crate::dialogs::file_name(path),
        why: error.to_string(),
    }
}
