//! Signed classifications: signing, reopening, comparing, and what changed since.

use super::record::RecordLink;
use serde::{Deserialize, Serialize};

/// Signs the classification of a system as it stands today.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SignClassification {
    /// The system.
    pub record: String,
    /// Who signs.
    pub signer: String,
    /// In which function; may be empty.
    pub signer_role: String,
    /// A remark; may be empty.
    pub remark: String,
}

/// Reopens a signed classification.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReopenClassification {
    /// The system.
    pub record: String,
    /// Why.
    pub reason: String,
}

/// One signed revision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct RevisionView {
    /// 1, 2, 3, …
    pub number: u32,
    /// What it says, in a word or two.
    pub headline: String,
    /// When it was signed.
    pub at: String,
    /// Who signed.
    pub signer: String,
    /// In which function; may be empty.
    pub signer_role: String,
    /// The remark; may be empty.
    pub remark: String,
    /// The reference date.
    pub on: String,
    /// Which content classified.
    pub content_version: String,
    /// Proof of what was signed.
    pub sha256: String,
    /// When it was reopened; null while it stands.
    pub reopened_at: Option<String>,
    /// Why it was reopened.
    pub reopened_because: String,
}

/// Compares two revisions, or one with how it stands today.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CompareClassification {
    /// The system.
    pub record: String,
    /// The earlier revision.
    pub before: u32,
    /// The later one; null for how it stands today.
    pub after: Option<u32>,
}

/// One difference.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct DifferenceView {
    /// The part of the outcome it belongs to, e.g. `duties`.
    pub group: String,
    /// The way from there to what differs.
    pub path: Vec<PathStep>,
    /// What held before; null when it was not there.
    pub before: Option<String>,
    /// What holds since; null when it is no longer there.
    pub after: Option<String>,
}

/// One step of the way to what differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PathStep {
    /// Its id.
    pub id: String,
    /// Its name; empty where its place says it.
    pub label: String,
}

/// A signed system whose result, duties or dates are others today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ChangedClassification {
    /// The system.
    pub record: RecordLink,
    /// The revision that was signed.
    pub revision: u32,
    /// Its reference date.
    pub on: String,
    /// The content has changed since.
    pub by_content: bool,
    /// The day alone makes a difference.
    pub by_day: bool,
    /// Facts have changed since.
    pub by_facts: bool,
    /// What moved.
    pub differences: Vec<DifferenceView>,
}
