//! The app's own backups, as a person sees them.

use serde::Serialize;

/// The backups of one client file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct BackupSet {
    /// The file's own id, which goes with it wherever it is copied.
    pub file_id: String,
    /// Its organisation, when known from the last time.
    pub organisation: Option<String>,
    /// The file's name, when known from the last time.
    pub file: Option<String>,
    /// Whether it is the file that is open.
    pub of_open_file: bool,
    /// Newest first.
    pub backups: Vec<BackupView>,
}

/// One backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct BackupView {
    /// Opaque.
    pub token: String,
    /// When it was made.
    pub made: String,
    /// The newest event it holds.
    pub event: u64,
    /// Its length.
    pub bytes: u64,
}
