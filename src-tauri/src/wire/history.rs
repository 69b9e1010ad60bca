//! Who changed what, when.

use super::record::RecordLink;
use serde::{Deserialize, Serialize};

/// Asks for a page of the log, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct HistoryQuery {
    /// Only events of this record.
    pub record: Option<String>,
    /// Only changes of the answer to this question.
    pub question: Option<String>,
    /// Only events by this actor.
    pub actor: Option<String>,
    /// Only this action.
    pub action: Option<String>,
    /// Only events on or after this date, `YYYY-MM-DD` in local time.
    pub from: Option<String>,
    /// Only events on or before this date.
    pub to: Option<String>,
    /// Only events with a smaller number, for the next page.
    pub before: Option<u64>,
    /// Rows wanted; at most 200 are given.
    pub limit: usize,
}

/// A page of the log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct HistoryPage {
    /// Events, newest first.
    pub rows: Vec<HistoryRow>,
    /// Whether older ones match too.
    pub more: bool,
    /// Everyone who ever changed something.
    pub actors: Vec<String>,
    /// Every action there is: id and words.
    pub actions: Vec<ActionName>,
}

/// An action with its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ActionName {
    /// Its id.
    pub id: String,
    /// In words.
    pub label: String,
}

/// One event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct HistoryRow {
    /// Its number.
    pub seq: u64,
    /// Number of the first event of the same act.
    pub act: u64,
    /// When.
    pub at: String,
    /// Who.
    pub actor: String,
    /// Action id.
    pub action: String,
    /// Action in words.
    pub action_text: String,
    /// What it happened to.
    pub record: Option<RecordLink>,
    /// The question, for an answer.
    pub question: Option<String>,
    /// Its short name.
    pub label: Option<String>,
    /// Before, in words; null for nothing.
    pub from: Option<String>,
    /// After, in words; null for nothing.
    pub to: Option<String>,
    /// Whether the value it wrote can be brought back: an answer or a name that is not the current one.
    pub restorable: bool,
}

/// Names one event.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OneEvent {
    /// Its number.
    pub seq: u64,
}
