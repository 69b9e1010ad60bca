//! The start screen and the ways into a file.

use super::session::SessionView;
use super::settings::Preferences;
use serde::{Deserialize, Serialize};

/// The first screen.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct StartScreen {
    /// Files opened before, newest first.
    pub recent: Vec<FileHandle>,
    /// A file given on the command line or by a second start, waiting to be opened.
    pub waiting: Option<FileHandle>,
    /// Preferences of this machine.
    pub preferences: Preferences,
    /// Version of the product.
    pub version: String,
    /// The file that is already open, or locked, in this window.
    pub session: Option<SessionView>,
}

/// A file the person chose, without its path: the handle is good until the app ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct FileHandle {
    /// Opaque.
    pub token: String,
    /// File name without the folder.
    pub name: String,
    /// Organisation, when known from the last time.
    pub organisation: Option<String>,
    /// Name of the folder it stands in.
    pub folder: String,
    /// When it was last open in this app.
    pub opened: Option<String>,
    /// Whether a passphrase is needed.
    pub encrypted: bool,
    /// Whether it is there now.
    pub found: bool,
}

/// Makes a new client file; the app asks where.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CreateFile {
    /// The organisation's name.
    pub organisation: String,
    /// The passphrase, or null for the explicit choice of no encryption.
    pub passphrase: Option<String>,
}

/// Makes a file with the sample organisation; the app asks where.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CreateSample {
    /// The passphrase, or null for no encryption.
    pub passphrase: Option<String>,
}

/// Opens a file chosen before.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OpenFile {
    /// Its handle.
    pub token: String,
    /// The passphrase, or null for a file without.
    pub passphrase: Option<String>,
}

/// Names a file chosen before.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FileToken {
    /// Its handle.
    pub token: String,
}

/// A passphrase as typed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Passphrase {
    /// As typed; spaces inside count.
    pub passphrase: String,
}

/// How a typed passphrase would hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PassphraseAdvice {
    /// The verdict.
    pub strength: Strength,
    /// One or two plain sentences; for a refused one, why and what to do.
    pub advice: String,
}

/// How hard a passphrase is to guess for someone who has the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Strength {
    /// Refused: found in hours.
    Hopeless,
    /// Taken, with a warning.
    Weak,
    /// Holds against a determined thief.
    Good,
    /// Holds for decades.
    Strong,
}
