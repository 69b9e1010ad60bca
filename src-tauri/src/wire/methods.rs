//! Versions of the method by which risks are rated.

use super::record::RecordLink;
use super::wizard::ScaleStep;
use serde::{Deserialize, Serialize};

/// One version of the method, usable or not.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct MethodScreen {
    /// Its record.
    pub record: RecordLink,
    /// The version as people call it.
    pub edition: String,
    /// Its scales: likelihood, then the consequence for each party, then the levels.
    pub scales: Vec<ScaleView>,
    /// The matrix: for each likelihood, the lowest first, the number of a level for each consequence; 0 where
    /// none is said.
    pub matrix: Vec<Vec<usize>>,
    /// The numbers of the criteria and the words of the frame, as they are answered.
    pub fields: Vec<MethodField>,
    /// What keeps it from being used.
    pub problems: Vec<MethodSlip>,
    /// Whether new ratings are made by it.
    pub in_force: bool,
    /// Who approved it and when; null while nobody has.
    pub approved: Option<Approval>,
    /// How many risks are rated by it.
    pub risks: usize,
    /// Every version there is, the newest first.
    pub versions: Vec<MethodVersion>,
}

/// One scale of a method.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ScaleView {
    /// The question that holds it.
    pub question: String,
    /// What it is called.
    pub label: String,
    /// What it is for.
    pub hint: String,
    /// Its steps, the lowest first.
    pub steps: Vec<ScaleStep>,
}

/// One answer of a method that is no scale.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct MethodField {
    /// The question.
    pub question: String,
    /// Its short name.
    pub label: String,
    /// The question as asked.
    pub prompt: String,
    /// What helps to answer it.
    pub hint: String,
    /// `text`, `long-text` or `number`.
    pub kind: String,
    /// What is said, as text; empty while nothing is.
    pub value: String,
}

/// What keeps a method from being used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct MethodSlip {
    /// The question.
    pub question: String,
    /// Its short name.
    pub label: String,
    /// A sentence.
    pub words: String,
}

/// Who approved a version, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Approval {
    /// Who.
    pub signer: String,
    /// In which function; may be empty.
    pub signer_role: String,
    /// When.
    pub at: String,
}

/// A version in the list of versions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct MethodVersion {
    /// Its record.
    pub record: RecordLink,
    /// The version as people call it; empty while none is said.
    pub edition: String,
    /// Whether it was approved.
    pub approved: bool,
    /// Whether new ratings are made by it.
    pub in_force: bool,
    /// How many risks are rated by it.
    pub risks: usize,
}

/// Begins a version of the method.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BeginMethod {
    /// The version to copy; null: the one that ships.
    pub from: Option<String>,
    /// The new version as people call it; empty: as in what is copied.
    pub edition: String,
}

/// Approves a version of the method.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ApproveMethod {
    /// The version.
    pub record: String,
    /// Who approves.
    pub signer: String,
    /// In which function; may be empty.
    pub signer_role: String,
}
