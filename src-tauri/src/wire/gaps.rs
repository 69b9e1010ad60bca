//! The gap analysis: its runs, one run requirement by requirement, and what is said of one.

use super::answer::NewAnswer;
use super::record::RecordLink;
use super::wizard::OptionView;
use serde::{Deserialize, Serialize};

/// Every run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct GapRuns {
    /// The runs, the newest first.
    pub runs: Vec<GapRun>,
    /// How many requirements a run looks at if nothing is left out.
    pub requirements: usize,
}

/// One run and how far it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct GapRun {
    /// Its record.
    pub record: RecordLink,
    /// The day it describes.
    pub on: Option<String>,
    /// Who makes it; may be empty.
    pub assessor: String,
    /// The run it is compared with.
    pub earlier: Option<RecordLink>,
    /// What it adds up to.
    pub score: GapScore,
    /// Gaps that are to be closed.
    pub gaps: usize,
    /// Requirements of which something has still to be asked.
    pub ask_again: usize,
    /// Seconds spent in the interview.
    pub seconds: u64,
    /// Who signed it, and when; null while it is open.
    pub signed: Option<GapSigned>,
}

/// Who signed a run, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct GapSigned {
    /// 1, 2, 3, …
    pub number: u32,
    /// Who.
    pub signer: String,
    /// When.
    pub at: String,
}

/// Counts over requirements. A share is met with half of what is partly met, of what was judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct GapScore {
    /// Requirements counted over.
    pub asked: usize,
    /// Judged: met.
    pub met: usize,
    /// Judged: partly met.
    pub partly: usize,
    /// Judged: not met.
    pub not_met: usize,
    /// They do not apply.
    pub not_applicable: usize,
    /// Nobody looked.
    pub unseen: usize,
    /// Judged: met, partly met and not met.
    pub judged: usize,
    /// The share in percent; null while nothing is judged.
    pub percent: Option<usize>,
    /// What exists.
    pub exists: GapTally,
    /// What works.
    pub works: GapTally,
    /// Mean maturity in tenths; null while nothing is judged.
    pub maturity_tenths: Option<usize>,
    /// Over how many requirements.
    pub maturity_judged: usize,
}

/// What was seen, counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct GapTally {
    /// All of it.
    pub yes: usize,
    /// Some of it.
    pub partly: usize,
    /// Nothing.
    pub no: usize,
    /// The share in percent; null while nothing is judged.
    pub percent: Option<usize>,
}

/// Begins a run; it is compared with the newest one that is there.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BeginGapRun {
    /// What it is called.
    pub name: String,
}

/// One run, requirement by requirement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct GapScreen {
    /// The run and how far it is.
    pub run: GapRun,
    /// The standard's name.
    pub standard: String,
    /// Whose its text is.
    pub licence: String,
    /// Whether the organisation has a certificate whose evidence may be used again.
    pub certified: bool,
    /// Clauses and topics of Annex A.
    pub topics: Vec<GapTopic>,
    /// The requirements, in order.
    pub rows: Vec<GapRow>,
    /// The steps of maturity.
    pub maturity: Vec<OptionView>,
    /// The weights of a gap.
    pub severities: Vec<OptionView>,
}

/// A clause or a topic of Annex A.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct GapTopic {
    /// Its id.
    pub id: String,
    /// Its number.
    pub reference: String,
    /// Its name.
    pub title: String,
    /// Whether it is a topic of Annex A.
    pub control: bool,
}

/// One requirement in one run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct GapRow {
    /// Its id.
    pub id: String,
    /// Its number.
    pub reference: String,
    /// Its name.
    pub title: String,
    /// The clause or topic it stands under.
    pub topic: String,
    /// What is held or looked for, in our words.
    pub holds: String,
    /// What to ask for.
    pub exists: String,
    /// What to look at in practice.
    pub works: String,
    /// What a good answer sounds like.
    pub good: String,
    /// What a weak answer sounds like.
    pub weak: String,
    /// Evidence that may be used again.
    pub proposals: Vec<GapProposal>,
    /// What was judged.
    pub judged: GapJudged,
}

/// Evidence that may be used again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct GapProposal {
    /// The requirement of the other standard.
    pub reference: String,
    /// Its name.
    pub title: String,
    /// The requirement the crosswalk names: this one or what it stands under.
    pub over: String,
    /// How much of it is served, 1 to 10.
    pub strength: u8,
}

/// What was judged about one requirement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct GapJudged {
    /// The record that holds it; null as long as nothing was said.
    pub record: Option<String>,
    /// How far it is met.
    pub conformity: GapConformity,
    /// Whether somebody said so; an answer that is missing reads as not looked at.
    pub said: bool,
    /// Why it does not apply; empty otherwise.
    pub reason: String,
    /// Whether there is something: `yes`, `partly`, `no`.
    pub exists: Option<String>,
    /// Whether it works.
    pub works: Option<String>,
    /// From 0 to 5.
    pub maturity: Option<u8>,
    /// How much the gap weighs: an option.
    pub severity: Option<String>,
    /// What is missing.
    pub what: String,
    /// What was said and seen.
    pub note: String,
    /// What shows it.
    pub evidence: String,
    /// What was decided about evidence of the other standard: an option.
    pub credit: Option<String>,
    /// Who decided so.
    pub credit_by: String,
    /// Which evidence it is.
    pub credit_evidence: String,
    /// Marked to be looked at once more.
    pub flagged: bool,
    /// To be asked again.
    pub ask_again: bool,
    /// What is to be asked.
    pub ask: String,
    /// Seconds spent on it in the interview.
    pub seconds: u32,
    /// Short names of questions whose answers are kept but count nowhere.
    pub set_aside: Vec<String>,
    /// Files kept with it, by name.
    pub files: Vec<String>,
}

/// How far a requirement is met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum GapConformity {
    /// Met.
    Met,
    /// Partly met.
    Partly,
    /// Not met.
    NotMet,
    /// It does not apply.
    NotApplicable,
    /// Nobody looked, or nobody said.
    NotLookedAt,
}

/// One requirement of a run.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OneRequirement {
    /// The run.
    pub run: String,
    /// The requirement.
    pub requirement: String,
}

/// Says something about one requirement of a run, as one act.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct JudgeRequirement {
    /// The run.
    pub run: String,
    /// The requirement.
    pub requirement: String,
    /// What is said.
    pub answers: Vec<GapAnswer>,
}

/// One thing that is said.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GapAnswer {
    /// A question about findings, or about actions.
    pub question: String,
    /// The answer; null withdraws it.
    pub answer: Option<NewAnswer>,
}
