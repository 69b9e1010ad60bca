//! One step of a wizard.

use super::answer::{AnswerView, Standing};
use super::record::{Kind, RecordLink};
use serde::{Deserialize, Serialize};

/// Asks for one step.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OneStep {
    /// The record.
    pub record: String,
    /// The section, or null for the first with something open.
    pub section: Option<String>,
}

/// One step: a section with its questions, and the way to the others.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct WizardStep {
    /// What the answers are about.
    pub record: RecordLink,
    /// Title of the questionnaire.
    pub title: String,
    /// Every step with its standing.
    pub sections: Vec<SectionView>,
    /// Id of the step shown.
    pub section: String,
    /// Its place, from 1.
    pub position: usize,
    /// Minutes left, the sum over the sections.
    pub minutes_left: u32,
    /// Id of the step before.
    pub previous: Option<String>,
    /// Id of the step after.
    pub next: Option<String>,
    /// Counts over the whole questionnaire.
    pub progress: ProgressView,
    /// Questions of the step: shown, hidden and set aside, in order; `standing` tells which.
    pub questions: Vec<QuestionView>,
}

/// One step in the tree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SectionView {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What the step is for.
    pub intro: String,
    /// About how many minutes its open questions take; 0 when none is open.
    pub minutes_left: u32,
    /// Counts.
    pub progress: ProgressView,
}

/// Counts over the questions shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ProgressView {
    /// Questions shown.
    pub asked: usize,
    /// Of these: answered, or not applicable.
    pub settled: usize,
    /// Of these: to be found out.
    pub to_find_out: usize,
    /// Required ones that are not settled.
    pub required_open: usize,
}

/// One question with its answer.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct QuestionView {
    /// Its id.
    pub id: String,
    /// The form of the answer.
    pub kind: QuestionForm,
    /// Short name.
    pub label: String,
    /// As asked.
    pub prompt: String,
    /// Stays visible while typing.
    pub hint: String,
    /// Why it is asked and what would change.
    pub why: String,
    /// Provision with its date.
    pub cite: String,
    /// A good answer.
    pub good: String,
    /// A weak answer.
    pub weak: String,
    /// Options of `single` and `multi`.
    pub options: Vec<OptionView>,
    /// Steps of a `scale`, the lowest first; empty as long as no record is linked that defines them.
    pub steps: Vec<ScaleStep>,
    /// For links: what may be linked.
    pub links_to: Option<Kind>,
    /// For a date: of something that has happened, so none after today.
    pub past: bool,
    /// Whether an answer is required in the end.
    pub required: bool,
    /// Where it stands.
    pub standing: Standing,
    /// The answer.
    pub answer: Option<AnswerView>,
    /// Short names of the questions that decide whether this one is shown.
    pub shown_because_of: Vec<String>,
}

/// The form of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum QuestionForm {
    /// One line.
    Text,
    /// Paragraphs.
    LongText,
    /// Free words.
    Words,
    /// One option.
    Single,
    /// Any number of options.
    Multi,
    /// A date.
    Date,
    /// A whole number.
    Number,
    /// A step of a scale that a linked record defines, counted from 1.
    Scale,
    /// One record.
    Record,
    /// Records.
    Records,
}

/// One step of a scale.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ScaleStep {
    /// Its short name.
    pub label: String,
    /// What it means.
    pub meaning: String,
}

/// One option.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct OptionView {
    /// Its id.
    pub id: String,
    /// Its words.
    pub label: String,
    /// What choosing it means.
    pub then: String,
}
