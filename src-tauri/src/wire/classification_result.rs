//! What the law says of one system on one day, and why.

use super::classification::{ClassMark, ClassificationStrip, Turn};
use super::classification_revision::RevisionView;
use super::record::RecordLink;
use serde::{Deserialize, Serialize};

/// Asks for the result of one system.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OneResult {
    /// The system.
    pub record: String,
    /// The reference date, `YYYY-MM-DD`; null for today.
    pub on: Option<String>,
}

/// The whole outcome, live.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ClassificationResult {
    /// The system.
    pub record: RecordLink,
    /// The reference date.
    pub on: String,
    /// Today.
    pub today: String,
    /// The outcome in one line.
    pub strip: ClassificationStrip,
    /// Every class that holds.
    pub classes: Vec<ClassDetail>,
    /// Classes that open answers may still bring about.
    pub open_classes: Vec<ClassMark>,
    /// Every role the organisation has.
    pub roles: Vec<ClassDetail>,
    /// How sure the classes are: `high`, `medium` or `low`.
    pub confidence: String,
    /// Rules that hold and conclude something, then those they rest on.
    pub reasons: Vec<Reason>,
    /// Rules that were considered and do not hold.
    pub not_met: Vec<Reason>,
    /// Duties by role, each list by the day it binds.
    pub duties: Vec<DutiesOfRole>,
    /// How many duties open answers may still bring about.
    pub open_duties: usize,
    /// What will be concluded from a later day.
    pub warnings: Vec<LaterWarning>,
    /// What to watch and what could be done instead.
    pub advice: Vec<Advice>,
    /// Whether modules may be entered as systems of their own.
    pub split: bool,
    /// Other answers that would lead to another class.
    pub turns: Vec<Turn>,
    /// What is unsettled in law here.
    pub unsettled: Vec<UnsettledPoint>,
    /// Rules that a draft reads differently.
    pub drafts: Vec<DraftReading>,
    /// Questions without an answer that can still change something.
    pub open: Vec<QuestionLink>,
    /// Questions answered "don't know yet".
    pub to_find_out: Vec<QuestionLink>,
    /// Questions on which only advice or a draft reading hangs.
    pub optional: Vec<QuestionLink>,
    /// The signed revision in force.
    pub signed: Option<RevisionView>,
    /// Everything that was signed, oldest first.
    pub revisions: Vec<RevisionView>,
    /// The first question that has an answer.
    pub first: Option<String>,
    /// Which content classified.
    pub content_version: String,
    /// When that content was last checked.
    pub as_of: String,
    /// What every reader must be told about the text.
    pub caveat: String,
}

/// A class or a role, with what it means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ClassDetail {
    /// Which.
    pub mark: ClassMark,
    /// What it means.
    pub plain: String,
    /// Where it stands.
    pub cite: String,
}

/// A question to go to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct QuestionLink {
    /// Its id.
    pub question: String,
    /// Its short name.
    pub label: String,
}

/// A rule and what settled it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Reason {
    /// Its id.
    pub rule: String,
    /// Its stage.
    pub stage: String,
    /// Its short name.
    pub title: String,
    /// What the provision means.
    pub plain: String,
    /// Where it stands.
    pub cite: String,
    /// The class it concludes.
    pub class: Option<ClassMark>,
    /// The role it gives.
    pub role: String,
    /// The point of a list it stands for.
    pub point: String,
    /// Whether open answers can still settle it.
    pub open: bool,
    /// Whether its conclusion counts on the reference date.
    pub counts: bool,
    /// What decided.
    pub decided_by: Vec<DecidedBy>,
}

/// One thing that decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct DecidedBy {
    /// The question; null for a date.
    pub question: Option<String>,
    /// Its short name, or what applies from the date.
    pub label: String,
    /// How it decided.
    pub said: DecidedKind,
    /// The option, the number, the day or the answer in words.
    pub words: String,
}

/// How an answer or a date decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum DecidedKind {
    /// This was said.
    Said,
    /// This option was not chosen.
    NotChosen,
    /// The question does not apply.
    NotApplicable,
    /// The reference date had come to it.
    Reached,
    /// The reference date had not come to it.
    NotReached,
}

/// Duties of one role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct DutiesOfRole {
    /// The role.
    pub role: String,
    /// Duties, the first to bind first.
    pub duties: Vec<DutyView>,
}

/// A duty owed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct DutyView {
    /// As in the register: `O-RMS`.
    pub id: String,
    /// A short name.
    pub title: String,
    /// What has to be done.
    pub plain: String,
    /// What brings it about.
    pub trigger: String,
    /// Where it stands.
    pub article: String,
    /// From when it really binds.
    pub effective: Option<String>,
    /// What applies from then.
    pub effective_why: String,
    /// Whether open answers may still move that day.
    pub effective_open: bool,
    /// From when it formally applies, where that differs.
    pub formal: Option<String>,
    /// What suspends it for systems from before; empty when nothing.
    pub legacy: String,
    /// Whether what suspends it is certain.
    pub legacy_open: bool,
    /// The day by which it binds all the same.
    pub legacy_by: Option<String>,
    /// Points of law that are unsettled about it.
    pub unsettled: Vec<String>,
    /// The band of penalties; empty where the law has none.
    pub penalty: String,
    /// Ways to fulfil it.
    pub routes: Vec<WayView>,
}

/// A way to fulfil a duty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct WayView {
    /// A short name.
    pub title: String,
    /// What has to be done.
    pub plain: String,
    /// Where it stands.
    pub cite: String,
}

/// A conclusion that counts only from a later day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct LaterWarning {
    /// The rule.
    pub title: String,
    /// What the provision means.
    pub plain: String,
    /// Where it stands.
    pub cite: String,
    /// From when.
    pub from: String,
    /// The class it will conclude.
    pub class: Option<ClassMark>,
}

/// What to watch, what could be done instead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Advice {
    /// The rule it belongs to.
    pub title: String,
    /// The advice.
    pub words: String,
    /// Where it stands.
    pub cite: String,
}

/// A point of law that is unsettled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct UnsettledPoint {
    /// A short name.
    pub title: String,
    /// Every reading.
    pub readings: Vec<String>,
    /// Which of them is followed, from 0.
    pub ours: usize,
    /// Why.
    pub why: String,
    /// How sure it is: `high`, `medium` or `low`.
    pub confidence: String,
    /// Where the point arises.
    pub cite: String,
    /// Whether a reading rests on a draft.
    pub draft: bool,
    /// Whether it matters already, or only for rules that are open.
    pub applies: bool,
}

/// A rule that a draft reads differently.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct DraftReading {
    /// The rule.
    pub title: String,
    /// The difference.
    pub note: String,
    /// Where the draft says so.
    pub cite: String,
    /// Whether the rule holds by its words; the draft says the opposite.
    pub holds: bool,
}
