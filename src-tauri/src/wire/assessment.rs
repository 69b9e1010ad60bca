//! An assessment of a record, step by step, and its signatures.

use super::classification::KnownFact;
use super::classification_revision::RevisionView;
use super::record::RecordLink;
use super::wizard::WizardStep;
use serde::{Deserialize, Serialize};

/// Asks for one step of an assessment.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OneAssessmentStep {
    /// The questionnaire.
    pub questionnaire: String,
    /// The record assessed.
    pub record: String,
    /// The section, or null for the first with something open.
    pub section: Option<String>,
}

/// One step of an assessment, with what is known already and how it stands as a whole.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct AssessmentScreen {
    /// The questionnaire.
    pub questionnaire: String,
    /// The step, as of any wizard.
    pub step: WizardStep,
    /// What is known from elsewhere to questions of the step.
    pub known: Vec<KnownAnswer>,
    /// The question of this step that its reviewer answers.
    pub review: Option<String>,
    /// What reviewers say, of every section that has a review.
    pub reviews: Vec<SectionReview>,
    /// Whether it is owed; null where nothing says so.
    pub owed: Option<OwedView>,
    /// What stands in the way of signing; empty: nothing.
    pub hindrances: Vec<Hindrance>,
    /// The revision in force.
    pub signed: Option<RevisionView>,
    /// Every revision, the oldest first.
    pub revisions: Vec<RevisionView>,
}

/// What is known to one question.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct KnownAnswer {
    /// The question.
    pub question: String,
    /// What is known.
    pub fact: KnownFact,
}

/// What a reviewer says of a section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SectionReview {
    /// The section.
    pub section: String,
    /// Null as long as nobody said anything.
    pub review: Option<ReviewState>,
}

/// What a reviewer may say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum ReviewState {
    /// Signing waits.
    ToCorrect,
    /// Good enough.
    Improvable,
    /// Done.
    Accepted,
}

/// Whether an assessment is owed, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct OwedView {
    /// Whether.
    pub owed: OwedState,
    /// Why, in a sentence.
    pub because: String,
    /// What it rests on.
    pub cite: String,
}

/// Whether something is owed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum OwedState {
    /// It is.
    Owed,
    /// It is not.
    NotOwed,
    /// Open answers decide.
    Open,
}

/// One thing that stands in the way of signing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Hindrance {
    /// Which kind.
    pub kind: HindranceKind,
    /// The section where it stands; empty where it stands in a record of its own.
    pub section: String,
    /// The question; empty without one.
    pub question: String,
    /// What it is called; empty where the kind says it all.
    pub label: String,
    /// The benefit or harm that is not weighed.
    pub record: Option<RecordLink>,
}

/// What stands in the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum HindranceKind {
    /// A required question is open.
    Open,
    /// A reviewer wants a section corrected.
    ToCorrect,
    /// A benefit or harm is not weighed.
    NotWeighed,
    /// No benefit or harm was entered.
    NoEntries,
}

/// Signs an assessment as it stands today.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SignAssessment {
    /// The questionnaire.
    pub questionnaire: String,
    /// The record assessed.
    pub record: String,
    /// Who signs.
    pub signer: String,
    /// In which function; may be empty.
    pub signer_role: String,
    /// A remark; may be empty.
    pub remark: String,
}

/// Reopens a signed assessment.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReopenAssessment {
    /// The questionnaire.
    pub questionnaire: String,
    /// The record assessed.
    pub record: String,
    /// Why.
    pub reason: String,
}

/// Compares two revisions, or one with how it stands today.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CompareAssessment {
    /// The questionnaire.
    pub questionnaire: String,
    /// The record assessed.
    pub record: String,
    /// The earlier revision.
    pub before: u32,
    /// The later one; null for how it stands today.
    pub after: Option<u32>,
}
