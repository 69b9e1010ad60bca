//! Frameworks beside each other, their overlap, and what no requirement covers.

use super::drawing::DrawingView;
use super::record::RecordLink;
use serde::{Deserialize, Serialize};

/// Asks for one framework beside another.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CompareFrameworks {
    /// Id of the framework whose requirements are listed.
    pub one: String,
    /// Id of the framework that may have evidence for them.
    pub other: String,
}

/// One framework beside another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct FrameworkComparison {
    /// Every framework one can choose.
    pub frameworks: Vec<FrameworkName>,
    /// Who says so, and how far it carries.
    pub caveat: String,
    /// The day the content was last checked.
    pub as_of: String,
    /// Requirements in reading order.
    pub rows: Vec<ComparisonRow>,
    /// How many rows have what as their strongest link; those without a link last.
    pub counts: Vec<ReusableCount>,
}

/// A framework by its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct FrameworkName {
    /// Its id.
    pub id: String,
    /// Its official designation.
    pub title: String,
    /// Ids of the frameworks it can stand beside.
    pub beside: Vec<String>,
    /// Whether its overlap can be counted: all of its requirements are there.
    pub counted: bool,
}

/// How far evidence may be used again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Reusable {
    /// Strength 7 to 10.
    Strongly,
    /// Strength 4 to 6: the missing part is to be added.
    Partly,
    /// Strength 1 to 3: related reading.
    Related,
}

/// How many rows have this as their strongest link.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ReusableCount {
    /// What; null: no link.
    pub reusable: Option<Reusable>,
    /// How many rows.
    pub rows: usize,
}

/// A requirement or a provision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct RequirementView {
    /// Its id with its namespace.
    pub id: String,
    /// As its framework prints it.
    pub reference: String,
    /// Its short title.
    pub title: String,
}

/// A requirement with what the other framework has for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ComparisonRow {
    /// The requirement.
    pub requirement: RequirementView,
    /// Where evidence may be found, or used again; empty: nothing.
    pub reuse: Vec<ReuseView>,
}

/// One link.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ReuseView {
    /// The other end.
    pub other: RequirementView,
    /// `equal`, `subset`, `superset` or `intersects`, read from the row to the other end.
    pub relation: String,
    /// 1 to 10, as judged from the focal framework.
    pub strength: u8,
    /// The strength in words.
    pub reusable: Reusable,
    /// `own`, `listed-judged` or `listed`: who says so.
    pub basis: String,
    /// Whether it was judged from the other end.
    pub backwards: bool,
    /// Reference of the clause above through which it holds; empty: its own.
    pub through: String,
}

/// Asks for the overlap of one framework with the others.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CountOverlap {
    /// Id of the framework.
    pub base: String,
    /// Only links of this strength or more.
    pub least: u8,
}

/// The overlap of one framework with the others, counted.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct OverlapView {
    /// How many requirements there are: what the crossings add up to.
    pub total: usize,
    /// The others with how many requirements meet each.
    pub sets: Vec<OverlapSet>,
    /// Requirements by exactly which others they meet.
    pub crossings: Vec<OverlapCrossing>,
    /// The same as an UpSet picture.
    pub picture: DrawingView,
}

/// One of the others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct OverlapSet {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// How many requirements meet it.
    pub size: usize,
}

/// Requirements that meet exactly these others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct OverlapCrossing {
    /// Places among the sets; empty: none of them.
    pub sets: Vec<usize>,
    /// The requirements, in reading order.
    pub requirements: Vec<RequirementView>,
}

/// What no requirement covers, with where this organisation stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct LegalGaps {
    /// Every one, in order.
    pub gaps: Vec<LegalGap>,
    /// How many stand how, what presses most first.
    pub standings: Vec<GapStandingCount>,
    /// What the standard asks for and the law does not.
    pub beyond: Vec<BeyondView>,
    /// The risks of generative AI, with where each framework deals with them.
    pub generative: Vec<GenerativeRiskView>,
    /// Who says so, and how far it carries.
    pub caveat: String,
    /// How many systems are not retired.
    pub systems: usize,
}

/// Where the organisation stands with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum GapStanding {
    /// It is owed, and not all of it is settled.
    Open,
    /// It is not owed so far; open answers may change that.
    Undecided,
    /// It is owed, and all of it is settled.
    Settled,
    /// No system owes it.
    NotOwed,
    /// Nothing is kept of it.
    NotKept,
}

/// How many stand so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct GapStandingCount {
    /// How.
    pub standing: GapStanding,
    /// How many.
    pub gaps: usize,
}

/// A duty of the law that no requirement covers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct LegalGap {
    /// E.g. `X01`.
    pub id: String,
    /// A short name.
    pub title: String,
    /// Where it stands in the law.
    pub cite: String,
    /// Whom it binds.
    pub who: String,
    /// Where related evidence may sit.
    pub nearest: Vec<RequirementView>,
    /// Why that does not cover it.
    pub reason: String,
    /// Where we stand.
    pub standing: GapStanding,
    /// The first day on which something open binds.
    pub from: Option<String>,
    /// What is owed for which system.
    pub lines: Vec<GapLine>,
    /// Systems of which open answers still decide.
    pub undecided: Vec<RecordLink>,
}

/// What is owed for one system in one role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct GapLine {
    /// The system.
    pub system: RecordLink,
    /// The duty's id in the register.
    pub duty: String,
    /// Its name.
    pub title: String,
    /// In which role.
    pub role: String,
    /// The day it binds.
    pub from: Option<String>,
    /// How far it is: an option of the question on the state.
    pub state: String,
}

/// What the standard asks for and the law does not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct BeyondView {
    /// The requirement.
    pub requirement: RequirementView,
    /// `all`, `most` or `part`.
    pub extent: String,
    /// Why.
    pub reason: String,
}

/// A risk of generative AI.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct GenerativeRiskView {
    /// Its id.
    pub id: String,
    /// A short name.
    pub title: String,
    /// What one must know besides; may be empty.
    pub note: String,
    /// Where to look, by framework.
    pub hooks: Vec<FrameworkHooks>,
}

/// Where one framework deals with something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct FrameworkHooks {
    /// Its title.
    pub framework: String,
    /// Requirements or provisions.
    pub requirements: Vec<RequirementView>,
}
