//! A refusal on its way to a person.

use serde::Serialize;

/// What went wrong, in words for a person, with a code where the front end acts on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct WireError {
    /// What the front end branches on.
    pub code: Code,
    /// What happened, why, and what to do next: ready to be shown.
    pub message: String,
    /// The question or form field it is about.
    pub field: Option<String>,
}

/// The closed list of codes. One exists only because the front end does something special.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Code {
    /// No file is open: the start screen follows.
    NoFile,
    /// The file is locked: the unlock screen follows.
    Locked,
    /// The passphrase does not open the file: the field is asked again.
    WrongPassphrase,
    /// The file needs a passphrase and none came: the field is shown.
    PassphraseNeeded,
    /// A new passphrase is too easy to guess: shown at the field.
    WeakPassphrase,
    /// What was entered cannot be kept as it stands: shown at `field`.
    Refused,
    /// What was asked for is no longer there: the list follows.
    Gone,
    /// The person stopped it.
    Cancelled,
    /// The file on disk was moved or replaced: nothing was written; the start screen follows.
    FileMoved,
    /// Everything else: the message says it all.
    Failed,
}
