//! Preferences of this machine. What belongs to an organisation is in its file.

use serde::{Deserialize, Serialize};

/// Preferences, kept beside the app and not in any client file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Preferences {
    /// In whose name changes are recorded.
    pub actor: String,
    /// BCP 47 language of the screens.
    pub language: String,
    /// Light, dark, or as the system.
    pub theme: Theme,
    /// An encrypted file locks after so many idle minutes; null for never.
    pub lock_after_minutes: Option<u32>,
    /// Whether the start screen lists files opened before.
    pub keep_recent: bool,
    /// Page zoom in percent, 50 to 300.
    pub zoom: u32,
}

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Theme {
    /// As the system.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// A command chosen in the menu. Sent as the event `menu`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum MenuCommand {
    /// New file.
    NewFile,
    /// Open another file.
    OpenFile,
    /// Import a list.
    ImportList,
    /// Lock.
    LockFile,
    /// Close the file.
    CloseFile,
    /// Undo.
    Undo,
    /// Redo.
    Redo,
    /// Go to the organisation's profile.
    GoOrganisation,
    /// Go to the inventory.
    GoInventory,
    /// Go to the classification.
    GoClassification,
    /// Go to the other records.
    GoRecords,
    /// Go to the reports.
    GoReports,
    /// Go to the history.
    GoHistory,
    /// Go to the to-dos.
    GoToDos,
    /// Go to the settings.
    GoSettings,
    /// Keyboard help.
    HelpKeys,
    /// About.
    HelpAbout,
}
