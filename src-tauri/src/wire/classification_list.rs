//! Every system with its class.

use super::classification::ClassMark;
use super::record::RecordLink;
use serde::{Deserialize, Serialize};

/// Which systems are wanted.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ListClassifications {
    /// Words that all occur in reference or name.
    pub search: String,
    /// Only systems of this class; `undetermined` for those without a headline; null for all.
    pub class: Option<String>,
    /// Only systems in this state; null for all.
    pub state: Option<ClassificationState>,
    /// Rows to leave out at the beginning.
    pub offset: usize,
    /// Rows wanted; at most 200 are given.
    pub limit: usize,
}

/// Where the classification of a system stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum ClassificationState {
    /// No question was answered for it.
    NotStarted,
    /// Some questions can still change something.
    UnderWay,
    /// Nothing is open.
    Settled,
    /// Signed, and not reopened since.
    Signed,
}

/// A page of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ClassificationPage {
    /// Systems in the file, without retired ones.
    pub total: usize,
    /// Of these: settled, signed or not.
    pub settled: usize,
    /// Systems that fit.
    pub matching: usize,
    /// The rows wanted, by reference.
    pub rows: Vec<ClassificationRow>,
    /// Every class with the number of its systems, in order; `undetermined` first.
    pub classes: Vec<ClassCount>,
    /// Every state with the number of its systems.
    pub states: Vec<StateCount>,
}

/// One system.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ClassificationRow {
    /// It.
    pub record: RecordLink,
    /// The class that leads, or holds at least; null while nothing is certain.
    pub class: Option<ClassMark>,
    /// Whether that is the headline.
    pub settled: bool,
    /// Where it stands.
    pub state: ClassificationState,
    /// Questions that nobody knows the answer to yet.
    pub to_find_out: usize,
    /// The signed revision in force; null while nothing is signed or it was reopened.
    pub signed: Option<u32>,
    /// The first open question.
    pub next: Option<String>,
    /// Its short name.
    pub next_label: String,
}

/// A class and how many systems have it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ClassCount {
    /// The class; null for systems without a headline.
    pub class: Option<ClassMark>,
    /// How many.
    pub systems: usize,
}

/// A state and how many systems are in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct StateCount {
    /// The state.
    pub state: ClassificationState,
    /// How many.
    pub systems: usize,
}
