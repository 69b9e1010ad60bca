//! The journey, the to-dos and the words of the screens.

use super::record::RecordLink;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The texts of one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct UiTexts {
    /// BCP 47 language.
    pub language: String,
    /// Every language there is.
    pub languages: Vec<String>,
    /// All texts of the area `ui`, by full dotted key.
    pub texts: BTreeMap<String, String>,
}

/// Asks for texts.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Language {
    /// BCP 47 language, or null for the preferred one.
    pub language: Option<String>,
}

/// The left side of the desk.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Journey {
    /// Steps in order. Only what this version can do.
    pub steps: Vec<Step>,
    /// How many answers are to be found out.
    pub to_dos: usize,
    /// How many answers that complete records of systems need are open, all systems together.
    pub needed_open: usize,
    /// What to do next.
    pub next: Option<NextStep>,
}

/// One step of the journey, counted from the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Step {
    /// Which one.
    pub id: StepId,
    /// Where it stands.
    pub state: StepState,
    /// How many of `total` are done: questions of the profile; systems or records without an open required
    /// question; systems whose classification nothing open can change; for reports, systems that are ready
    /// for them; duties in hand that are settled; requirements judged in the newest gap analysis; versions of
    /// the method that are approved; systems with a signed impact assessment; risks without an open required
    /// question; actions that are done or dropped; controls of Annex A that are decided.
    pub done: usize,
    /// Out of how many.
    pub total: usize,
}

/// The steps there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum StepId {
    /// The organisation's profile.
    Organisation,
    /// The AI systems.
    Inventory,
    /// What the law says of the AI systems.
    Classification,
    /// Vendors, models, datasets, people.
    Records,
    /// Duties that somebody sees to.
    Duties,
    /// The newest gap analysis.
    Gaps,
    /// The method by which risks are rated.
    Method,
    /// Impact assessments of the systems.
    Impacts,
    /// Risks.
    Risks,
    /// What is done about them.
    Treatment,
    /// The Statement of Applicability.
    Soa,
    /// Reports.
    Reports,
}

/// Where a step stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum StepState {
    /// Nothing there yet.
    NotStarted,
    /// Something there, something open.
    UnderWay,
    /// Nothing required is open.
    Done,
    /// Something is overdue.
    Attention,
}

/// The one thing to do next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct NextStep {
    /// What kind of thing.
    pub kind: NextKind,
    /// The step to take, where that is what is next.
    pub step: Option<StepId>,
    /// The record it is about.
    pub record: Option<RecordLink>,
    /// The section that has an open required question.
    pub section: Option<String>,
    /// Its title.
    pub section_title: Option<String>,
    /// The first open required question.
    pub question: Option<String>,
    /// How many required questions are open in the record; for a classification, questions that can still
    /// change it.
    pub open: usize,
}

/// Kinds of next things.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum NextKind {
    /// Describe the organisation.
    DescribeOrganisation,
    /// Add the first AI system.
    AddFirstSystem,
    /// Go on with a system.
    ContinueSystem,
    /// Every record is complete: see what the law says of a system.
    ClassifySystem,
    /// Take the step named.
    TakeStep,
    /// Everything required is there: print the register.
    PrintRegister,
}

/// One thing to find out or to look at again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ToDo {
    /// Why it is here.
    pub kind: ToDoKind,
    /// The record.
    pub record: RecordLink,
    /// The assessment that asks; null where what describes the record does.
    pub assessment: Option<String>,
    /// The section that asks.
    pub section: String,
    /// The question.
    pub question: String,
    /// Its short name.
    pub label: String,
    /// Whom to ask.
    pub asked_of: Option<RecordLink>,
    /// Since when it is known to be unknown, or by when it was due: a date or a moment.
    pub when: Option<String>,
    /// The remark left with the answer.
    pub note: String,
}

/// Why something is a to-do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum ToDoKind {
    /// Answered "don't know yet".
    NotKnown,
    /// The review date has passed.
    ReviewOverdue,
}
