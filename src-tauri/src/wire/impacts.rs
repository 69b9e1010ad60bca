//! Impact assessments of all systems, and the benefits and harms of one.

use super::assessment::{Hindrance, OwedState, OwedView};
use super::classification::ClassMark;
use super::classification_revision::RevisionView;
use super::record::RecordLink;
use serde::{Deserialize, Serialize};

/// Asks for a page of all systems with their assessments.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ListImpacts {
    /// Words in the system's reference or name.
    pub search: String,
    /// Only those that stand so.
    pub state: Option<ImpactState>,
    /// Only those for which an assessment is owed and not signed.
    pub owed: bool,
    /// Rows to skip.
    pub offset: usize,
    /// Rows wanted; at most 200 are given.
    pub limit: usize,
}

/// Where an assessment stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum ImpactState {
    /// The day of its next review has passed.
    Overdue,
    /// Nobody answered anything.
    NotBegun,
    /// Something stands in the way of signing.
    UnderWay,
    /// Nothing does, and it is not signed.
    Ready,
    /// A signed revision is in force.
    Signed,
}

/// A page of all systems with their assessments.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ImpactPage {
    /// The rows.
    pub rows: Vec<ImpactRow>,
    /// How many match.
    pub matching: usize,
    /// How many systems there are.
    pub total: usize,
    /// How many stand how.
    pub states: Vec<ImpactStateCount>,
    /// For how many an assessment is owed and not signed.
    pub owed: usize,
}

/// How many systems stand so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ImpactStateCount {
    /// How.
    pub state: ImpactState,
    /// How many.
    pub systems: usize,
}

/// One system with its assessments.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ImpactRow {
    /// The system.
    pub system: RecordLink,
    /// Its class, or the one that holds at least.
    pub class: Option<ClassMark>,
    /// The three assessments, each with its own outcome.
    pub assessments: Vec<AssessmentMark>,
    /// What its benefits and harms come to.
    pub result: ImpactResult,
}

/// One assessment of a system, in a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct AssessmentMark {
    /// The questionnaire.
    pub questionnaire: String,
    /// Where it stands.
    pub state: ImpactState,
    /// Whether it is owed.
    pub owed: OwedState,
    /// Why, in a sentence.
    pub because: String,
    /// The revision in force.
    pub signed: Option<u32>,
    /// When it is due again.
    pub due: Option<String>,
}

/// A level, and its place among all of them: 1 for the least.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct LevelMark {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its place, from 1.
    pub rank: usize,
}

/// What benefits and harms come to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ImpactResult {
    /// How many harms.
    pub harms: usize,
    /// How many benefits.
    pub benefits: usize,
    /// Entries that are not weighed: while there are any, a harm may be heavier than shown.
    pub unrated: usize,
    /// The heaviest harm before measures.
    pub before: Option<LevelMark>,
    /// The heaviest harm that remains.
    pub after: Option<LevelMark>,
    /// The strongest benefit.
    pub benefit: Option<LevelMark>,
    /// Thresholds.
    pub thresholds: Vec<ThresholdView>,
}

/// A threshold, and whether it is reached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ThresholdView {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// `owed` once reached, `not-owed` when settled not to be, `open` while answers or levels are missing.
    pub reached: OwedState,
    /// What reaches it, in words.
    pub by: Vec<String>,
    /// What it demands.
    pub demands: String,
}

/// The benefits and harms of one system.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ImpactTable {
    /// The system.
    pub system: RecordLink,
    /// Its class, or the one that holds at least.
    pub class: Option<ClassMark>,
    /// The three assessments.
    pub assessments: Vec<AssessmentMark>,
    /// Whether and why each is owed, in the same order.
    pub owed: Vec<OwedView>,
    /// What the entries come to.
    pub result: ImpactResult,
    /// The entries, by number.
    pub entries: Vec<ImpactEntry>,
    /// The matrix by which they are weighed.
    pub matrix: ImpactMatrix,
    /// What stands in the way of signing the impact assessment.
    pub hindrances: Vec<Hindrance>,
    /// The revision in force of the impact assessment; while there is one, its entries are closed.
    pub signed: Option<RevisionView>,
}

/// One benefit or harm.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ImpactEntry {
    /// Its record.
    pub record: RecordLink,
    /// `benefit`, `harm`, or empty while nobody said.
    pub direction: String,
    /// For whom.
    pub party: String,
    /// Individuals, groups or society, in words.
    pub affects: String,
    /// Its dimensions, in words.
    pub dimensions: Vec<String>,
    /// What happens.
    pub what: String,
    /// What is done about it.
    pub measures: String,
    /// What it weighs before measures; null while something is missing.
    pub before: Option<WeighedView>,
    /// What it weighs after measures; null while something is missing.
    pub after: Option<WeighedView>,
    /// Short names of the questions missing.
    pub missing: Vec<String>,
    /// The risk it feeds.
    pub risk: Option<RecordLink>,
}

/// What an entry weighs, and where it stands in the matrix.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct WeighedView {
    /// Its level.
    pub level: LevelMark,
    /// The row, from 0 for the least.
    pub row: usize,
    /// The column, from 0 for the least.
    pub column: usize,
}

/// The matrix: rows are grades of consequence, columns likelihoods, both from the least.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ImpactMatrix {
    /// Titles of the rows.
    pub rows: Vec<String>,
    /// Titles of the columns.
    pub columns: Vec<String>,
    /// The level of each cell, by row.
    pub cells: Vec<Vec<LevelMark>>,
}

/// Enters a benefit or harm of a system.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AddImpact {
    /// The system.
    pub system: String,
    /// Whether it is a harm.
    pub harm: bool,
    /// What it is called.
    pub name: String,
}
