//! The Statement of Applicability: its lines, one control, versions and what differs between them.

use super::answer::NewAnswer;
use super::record::RecordLink;
use super::wizard::{OptionView, QuestionView};
use serde::{Deserialize, Serialize};

/// The whole statement as it stands today.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SoaScreen {
    /// Its lines: the controls of the standard in its order, then our own.
    pub rows: Vec<SoaRow>,
    /// How many stand how.
    pub counts: SoaCounts,
    /// Whether every control of the standard has its record.
    pub begun: bool,
    /// Signed versions, the oldest first.
    pub versions: Vec<SoaVersion>,
    /// What the decision may be.
    pub decisions: Vec<OptionView>,
    /// What may call for a control.
    pub grounds: Vec<OptionView>,
    /// How far a control may be.
    pub statuses: Vec<OptionView>,
    /// Whoever could answer for a control.
    pub people: Vec<RecordLink>,
    /// What the next version would say of itself.
    pub next: NextVersion,
}

/// How many lines stand how.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SoaCounts {
    /// Controls of the standard.
    pub annex: usize,
    /// Controls of our own.
    pub own: usize,
    /// Included.
    pub included: usize,
    /// Excluded.
    pub excluded: usize,
    /// Not decided.
    pub undecided: usize,
    /// Decided without a reason.
    pub unreasoned: usize,
    /// With a contradiction.
    pub contradicted: usize,
    /// With a suggestion that nobody followed or decided otherwise on.
    pub suggested: usize,
    /// With a broken path from risk to approval.
    pub broken: usize,
    /// That say something else than the newest signed version.
    pub changed: usize,
}

/// One line.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SoaRow {
    /// The same in every version.
    pub id: String,
    /// The record that holds what people said; null as long as nobody did.
    pub record: Option<String>,
    /// As people refer to it, e.g. `A.8.4`.
    pub reference: String,
    /// What it is called.
    pub title: String,
    /// The topic that groups it; null for a control of our own.
    pub topic: Option<SoaTopic>,
    /// `included` or `excluded`; null while nobody decided.
    pub decision: Option<String>,
    /// What calls for it: ids of options.
    pub grounds: Vec<String>,
    /// Why it was decided so; empty while nobody said.
    pub reason: String,
    /// Risks whose treatment relies on it.
    pub risks: Vec<RecordLink>,
    /// How far it is.
    pub status: Option<String>,
    /// How it is done.
    pub how: String,
    /// Where it is laid down.
    pub document: String,
    /// Who answers for it.
    pub owner: Option<RecordLink>,
    /// What shows that it is kept.
    pub evidence: String,
    /// Of which day the newest evidence is.
    pub evidence_on: Option<String>,
    /// Files kept with it.
    pub files: usize,
    /// By when it is to be in place.
    pub target: Option<String>,
    /// What does not hold together, the gravest first.
    pub contradictions: Vec<SoaContradiction>,
    /// What the file suggests and the decision does not follow: ids of decisions.
    pub suggests: Vec<String>,
    /// Broken links of its paths.
    pub broken: usize,
    /// Whether it says something else than the newest signed version.
    pub changed: bool,
}

/// A topic of the standard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SoaTopic {
    /// As the standard numbers it, e.g. `A.6`.
    pub reference: String,
    /// Its short title.
    pub title: String,
}

/// One thing that does not hold together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SoaContradiction {
    /// Which.
    pub code: String,
    /// In words.
    pub words: String,
    /// The question whose answer would settle it.
    pub question: String,
    /// Whether a version cannot be signed with it.
    pub bars_signing: bool,
    /// Records it speaks of.
    pub records: Vec<RecordLink>,
}

/// What the next version would say of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct NextVersion {
    /// Its number.
    pub number: u32,
    /// What it covers: what was said of the last one, or the scope of the management system.
    pub scope: String,
    /// Who approved the last one, or answers for the management system.
    pub approver: Option<RecordLink>,
    /// In which function.
    pub function: String,
}

/// Names one line.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OneControl {
    /// Its id.
    pub row: String,
}

/// One control with everything beside it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SoaControl {
    /// Its line.
    pub row: SoaRow,
    /// In our words: what a control of this kind holds. Empty for one of our own.
    pub holds: String,
    /// Whether something written is expected; null where nothing is said.
    pub documented: Option<bool>,
    /// Whose the text of the standard is, and where to read it.
    pub licence: String,
    /// What the file suggests.
    pub proposals: Vec<SoaProposal>,
    /// What deals with the same matter elsewhere.
    pub related: Vec<SoaRelated>,
    /// The paths behind it.
    pub trails: Vec<SoaTrail>,
    /// What is asked about it; empty while it has no record.
    pub questions: Vec<QuestionView>,
    /// The line before it.
    pub previous: Option<String>,
    /// The line after it.
    pub next: Option<String>,
    /// Its place, from 1.
    pub position: usize,
    /// How many lines there are.
    pub of: usize,
}

/// One suggestion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SoaProposal {
    /// Which.
    pub id: String,
    /// What it suggests.
    pub decision: String,
    /// With which grounds: ids of options.
    pub grounds: Vec<String>,
    /// Why.
    pub reason: String,
    /// The provision it rests on; may be empty.
    pub cite: String,
    /// Whether it holds, or open answers decide.
    pub holds: bool,
    /// Records it rests on.
    pub because: Vec<RecordLink>,
    /// What would have to be answered, about which record.
    pub open: Vec<SoaOpen>,
}

/// Questions about one record whose answers decide.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SoaOpen {
    /// The record.
    pub record: RecordLink,
    /// Short names of the questions.
    pub questions: Vec<String>,
}

/// A requirement or provision that deals with the same matter. Evidence may be used again; nothing is met by it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SoaRelated {
    /// The framework it belongs to.
    pub framework: String,
    /// As it is cited.
    pub reference: String,
    /// Its short name.
    pub title: String,
    /// 1 to 10: how much of one is served by evidence for the other.
    pub strength: u8,
    /// Duties of ours that lean on it, in words.
    pub duties: Vec<String>,
}

/// The paths behind one line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SoaTrace {
    /// The line.
    pub row: String,
    /// As people refer to it.
    pub reference: String,
    /// What it is called.
    pub title: String,
    /// Its decision; null while nobody decided.
    pub decision: Option<String>,
    /// Its paths.
    pub trails: Vec<SoaTrail>,
}

/// One path from a risk to its approval.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SoaTrail {
    /// The risk it begins with; null where the line is there for another ground.
    pub risk: Option<RecordLink>,
    /// Its links.
    pub links: Vec<SoaLink>,
}

/// One link of a path.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SoaLink {
    /// `risk`, `treatment`, `control`, `evidence` or `approval`.
    pub step: String,
    /// What stands there; empty where nothing does.
    pub says: String,
    /// How it holds.
    pub hold: LinkHold,
    /// Why it does not; empty where it does.
    pub why: String,
}

/// How a link holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum LinkHold {
    /// It does.
    Whole,
    /// Nothing is needed there.
    NotNeeded,
    /// It does not.
    Broken,
}

/// Says something about one control, as one act.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DecideControl {
    /// The line.
    pub row: String,
    /// What is said.
    pub answers: Vec<ControlAnswer>,
}

/// One thing that is said about a control.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ControlAnswer {
    /// The question.
    pub question: String,
    /// The answer; null withdraws it.
    pub answer: Option<NewAnswer>,
}

/// Takes suggestions over, as one act.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AdoptSuggestions {
    /// Which: of each line everything that suggests this decision.
    pub lines: Vec<AdoptedLine>,
}

/// One line whose suggestions are taken over.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AdoptedLine {
    /// The line.
    pub row: String,
    /// The decision that is taken over.
    pub decision: String,
}

/// Signs the next version.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SignSoa {
    /// What it covers.
    pub scope: String,
    /// The person who approves it.
    pub approver: String,
    /// In which function; may be empty.
    pub function: String,
    /// What is new.
    pub changes: String,
}

/// One signed version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SoaVersion {
    /// 1, 2, 3, …
    pub number: u32,
    /// When it was signed.
    pub at: String,
    /// Who approved it.
    pub approver: String,
    /// In which function; may be empty.
    pub function: String,
    /// What was new.
    pub changes: String,
    /// How many controls it includes.
    pub included: String,
    /// How many it excludes.
    pub excluded: String,
    /// How many lines contradicted something when it was signed.
    pub contradicted: String,
    /// Which content it was made with.
    pub content_version: String,
    /// Proof of what was signed.
    pub sha256: String,
    /// Whether it is the one in force.
    pub stands: bool,
}

/// Compares two versions, or one with today.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CompareSoa {
    /// The earlier version.
    pub before: u32,
    /// The later one; null for today.
    pub after: Option<u32>,
}

/// What differs about one control, or about the version itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SoaDifference {
    /// The line; empty for what is said of the version itself.
    pub row: String,
    /// As people refer to it.
    pub reference: String,
    /// What it is called.
    pub title: String,
    /// Whether the line came or went as a whole.
    pub whole: Option<CameOrWent>,
    /// What it says otherwise.
    pub changes: Vec<SoaChange>,
}

/// A line that is in one of two versions only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum CameOrWent {
    /// In the later one only.
    Came,
    /// In the earlier one only.
    Went,
}

/// One thing that is said otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SoaChange {
    /// Which part, by id.
    pub part: String,
    /// What it is called.
    pub label: String,
    /// What it said before; null when it said nothing.
    pub before: Option<String>,
    /// What it says since; null when it says nothing.
    pub after: Option<String>,
}
