//! The open file, as the frame of the window shows it.

use serde::{Deserialize, Serialize};

/// What the frame of the window shows all the time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SessionView {
    /// The organisation's name.
    pub organisation: String,
    /// Id of the organisation's record; empty while locked.
    pub organisation_id: String,
    /// The file's name, without the folder.
    pub file: String,
    /// Whether it is encrypted.
    pub encrypted: bool,
    /// Whether it holds the sample organisation.
    pub sample: bool,
    /// Whether it is locked: nothing of it can be read until the passphrase is given.
    pub locked: bool,
    /// Whether it can only be read, with the reason in words.
    pub read_only: Option<String>,
    /// In whose name changes are recorded.
    pub actor: String,
    /// What undo would take back.
    pub undo: Option<String>,
    /// What redo would bring again.
    pub redo: Option<String>,
    /// When the newest change was saved, in whichever session.
    pub saved: Option<String>,
    /// Version of each questionnaire, e.g. `inventory 3`.
    pub content_version: String,
    /// The file's own id.
    pub file_id: String,
}

/// What undo or redo did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Undone {
    /// In words, e.g. `answered “Owner” of AI-003 HR screening`; null when there was nothing.
    pub done: Option<String>,
}

/// Changes the passphrase of the open file.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChangePassphrase {
    /// The present one; null when the file has none.
    pub old: Option<String>,
    /// The new one.
    pub new: String,
}

/// What a check of the whole file found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct FileCheck {
    /// Nothing was found.
    pub sound: bool,
    /// Events in the log.
    pub events: u64,
    /// Hash of the newest event.
    pub head: String,
    /// What was found, in words.
    pub findings: Vec<String>,
}
