//! Risks: the register, one risk, the catalogue to pick from.

use super::actions::ActionLine;
use super::drawing::DrawingView;
use super::record::RecordLink;
use serde::{Deserialize, Serialize};

/// Asks for a page of the register. What is null narrows nothing.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ListRisks {
    /// Words in reference, name, event or systems.
    pub search: String,
    /// Only of this system.
    pub system: Option<String>,
    /// Only those this person answers for; empty: those nobody answers for.
    pub owner: Option<String>,
    /// Only those that stand so.
    pub standing: Option<String>,
    /// Only those about which something is weak: its word.
    pub weakness: Option<String>,
    /// Only those in this cell of a heat map.
    pub cell: Option<MapCell>,
    /// Rows to skip.
    pub offset: usize,
    /// Rows wanted; at most 200 are given.
    pub limit: usize,
}

/// A cell of a heat map.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MapCell {
    /// `inherent`, `current` or `residual`.
    pub point: String,
    /// Likelihood and consequence, from 0, joined by a hyphen.
    pub place: String,
}

/// A page of the register.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct RiskPage {
    /// The rows, by priority.
    pub rows: Vec<RiskLine>,
    /// How many match.
    pub matching: usize,
    /// How many there are.
    pub total: usize,
    /// How many stand how, of all that match but for how they stand.
    pub standings: Vec<Counted>,
    /// What is weak, and about how many, of all that match but for that. The most frequent first.
    pub weaknesses: Vec<Counted>,
    /// Before any measure, today, once treated: of all that match but for the cell.
    pub maps: Vec<RiskMap>,
    /// The version of the method the maps are drawn by; null while none can be used.
    pub method: Option<MethodName>,
    /// How many methods there are, usable or not.
    pub methods: usize,
    /// Whoever answers for a risk, and whoever could.
    pub people: Vec<RecordLink>,
    /// The systems risks are about.
    pub systems: Vec<RecordLink>,
}

/// A word of a closed list with its words and how many.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Counted {
    /// The word.
    pub code: String,
    /// What people read.
    pub words: String,
    /// How many.
    pub count: usize,
}

/// A heat map of many risks.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct RiskMap {
    /// `inherent`, `current` or `residual`.
    pub point: String,
    /// The drawing.
    pub drawing: DrawingView,
    /// How many risks have no place on it, in a sentence; empty when all have.
    pub unplaced: String,
}

/// A version of the method by its names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct MethodName {
    /// Its record.
    pub record: RecordLink,
    /// The version as people call it; empty while it cannot be used.
    pub edition: String,
}

/// One risk in the register.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct RiskLine {
    /// It.
    pub record: RecordLink,
    /// Its place by priority, from 1; null without a level.
    pub rank: Option<usize>,
    /// What could happen.
    pub event: String,
    /// Systems it concerns.
    pub systems: Vec<RecordLink>,
    /// Its levels before any measure, today, once treated.
    pub levels: Vec<LevelView>,
    /// How it stands: a word.
    pub standing: String,
    /// How it stands, as people read it.
    pub standing_words: String,
    /// What is done about it: an option, or empty.
    pub treatment: String,
    /// Who answers for it.
    pub owner: Option<RecordLink>,
    /// When it is looked at again.
    pub review_due: Option<String>,
    /// What is weak about it.
    pub weaknesses: Vec<WeaknessView>,
    /// How many actions treat it.
    pub actions: usize,
}

/// The level of a risk at a point, or what is missing for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct LevelView {
    /// Its number, from 1; null without one.
    pub number: Option<usize>,
    /// The number of the highest level there is.
    pub of: usize,
    /// Its label; empty without one.
    pub label: String,
    /// What the criteria say: `acceptable`, `needs-word`, `unacceptable`; empty without a level.
    pub verdict: String,
    /// What is missing, as one phrase; empty with a level.
    pub missing: String,
}

/// What is weak about a risk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct WeaknessView {
    /// A word of the closed list.
    pub code: String,
    /// A sentence.
    pub words: String,
    /// The question to go to, and its section.
    pub question: String,
    /// The section of that question.
    pub section: String,
    /// Whether it contradicts itself or is late, rather than still being open.
    pub presses: bool,
}

/// One risk with everything that follows from it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct RiskScreen {
    /// As the register has it.
    pub line: RiskLine,
    /// Where it comes from, in words.
    pub source: String,
    /// What it would mean for each party.
    pub parties: Vec<PartyView>,
    /// Its ratings before any measure, today, once treated.
    pub ratings: Vec<RatingView>,
    /// The version of the method it is rated by; null without one.
    pub method: Option<MethodName>,
    /// Whether a later version is in force.
    pub older: bool,
    /// The matrix with the places of this risk; null without a usable method.
    pub map: Option<DrawingView>,
    /// The idea of the treatment.
    pub how: String,
    /// Controls in place.
    pub existing: Vec<RecordLink>,
    /// Controls chosen.
    pub controls: Vec<RecordLink>,
    /// When the choice was compared with Annex A.
    pub compared: Option<String>,
    /// Every control of Annex A beside it.
    pub comparison: Vec<ComparedView>,
    /// Actions that treat it, the most pressing first.
    pub actions: Vec<ActionLine>,
    /// Who accepts what is left.
    pub accepted_by: Option<RecordLink>,
    /// When.
    pub accepted_on: Option<String>,
    /// Until when.
    pub accepted_until: Option<String>,
    /// Why.
    pub acceptance_reason: String,
    /// Who may accept, by the method.
    pub may_accept: String,
    /// When it was last rated.
    pub rated_on: Option<String>,
    /// The entry of the catalogue it began with; empty without.
    pub origin: String,
}

/// What a risk would mean for a party.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PartyView {
    /// Who, in words.
    pub party: String,
    /// What it would mean, or why nothing; empty while nothing is said.
    pub words: String,
    /// Whether the party is touched as far as is said.
    pub touched: bool,
}

/// A rating at one point.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct RatingView {
    /// `inherent`, `current` or `residual`.
    pub point: String,
    /// The same as people read it.
    pub words: String,
    /// How likely, with the label of the scale; empty while open.
    pub likelihood: String,
    /// How bad for each party, and the level that makes.
    pub parties: Vec<PartyRating>,
    /// The overall level.
    pub level: LevelView,
    /// What it rests on; empty while nothing is said.
    pub reason: String,
    /// The section of the wizard that asks for it.
    pub section: String,
}

/// How bad for one party, and the level that makes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PartyRating {
    /// Who, in words.
    pub party: String,
    /// How bad, with the label of the scale; empty while open.
    pub consequence: String,
    /// Not touched at all.
    pub untouched: bool,
    /// The level.
    pub level: LevelView,
}

/// A control of Annex A beside a risk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ComparedView {
    /// Its id.
    pub control: String,
    /// Its reference.
    pub reference: String,
    /// Its title.
    pub title: String,
    /// The record that stands for it.
    pub record: Option<RecordLink>,
    /// Chosen to treat this risk.
    pub chosen: bool,
    /// Works against it already.
    pub in_place: bool,
    /// The catalogue suggests it.
    pub suggested: bool,
    /// Excluded in the Statement of Applicability.
    pub excluded: bool,
}

/// Chooses the controls that treat a risk, and notes the day of the comparison.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChooseControls {
    /// The risk.
    pub risk: String,
    /// Ids of controls of Annex A: all that are chosen. Records are made for those that have none.
    pub controls: Vec<String>,
    /// Records of controls of our own that stay chosen.
    pub own: Vec<String>,
}

/// An entry of the catalogue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct CatalogueLine {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What could happen.
    pub event: String,
    /// Where it comes from: id and words.
    pub source: String,
    /// Where it comes from, as people read it.
    pub source_words: String,
    /// Where it stands.
    pub cite: String,
    /// References of the controls it suggests.
    pub suggests: Vec<String>,
    /// Risks that began with it.
    pub picked: Vec<RecordLink>,
}

/// Takes entries of the catalogue into the register.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PickRisks {
    /// Ids of entries.
    pub entries: Vec<String>,
    /// The systems they concern.
    pub systems: Vec<String>,
}
