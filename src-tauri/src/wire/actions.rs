//! Actions against risks, for controls and about findings.

use super::answer::NewAnswer;
use super::record::RecordLink;
use serde::{Deserialize, Serialize};

/// Asks for a page of the actions. What is null narrows nothing.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ListActions {
    /// Words in reference, name, what is done, or what it is for.
    pub search: String,
    /// Only those this person sees to; empty: those nobody sees to.
    pub owner: Option<String>,
    /// Only those that stand so.
    pub pressing: Option<String>,
    /// Only those for a record of this kind: `risk`, `control` or `finding`.
    pub purpose: Option<String>,
    /// Rows to skip.
    pub offset: usize,
    /// Rows wanted; at most 200 are given.
    pub limit: usize,
}

/// A page of the actions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ActionPage {
    /// The rows, the most pressing first.
    pub rows: Vec<ActionLine>,
    /// How many match.
    pub matching: usize,
    /// How many there are.
    pub total: usize,
    /// How many stand how, of all that match but for that.
    pub pressing: Vec<super::risks::Counted>,
    /// Whoever sees to an action, and whoever could.
    pub people: Vec<RecordLink>,
}

/// One action.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ActionLine {
    /// It.
    pub record: RecordLink,
    /// What is done.
    pub what: String,
    /// The risks, controls and findings it is for.
    pub purposes: Vec<RecordLink>,
    /// Who sees to it.
    pub owner: Option<RecordLink>,
    /// By when.
    pub due: Option<String>,
    /// How far it is: an option.
    pub state: String,
    /// How it stands today: a word.
    pub pressing: String,
    /// How it stands today, as people read it.
    pub pressing_words: String,
    /// When it is checked whether it worked.
    pub check_due: Option<String>,
    /// Whether it worked: an option, or empty.
    pub effective: String,
    /// About how much work it is: an option, or empty.
    pub effort: String,
    /// What it needs.
    pub resources: String,
}

/// Enters an action.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewAction {
    /// What it is called.
    pub name: String,
    /// Records it is for: risks, controls or findings.
    pub purposes: Vec<String>,
    /// Its first answers.
    pub answers: Vec<OneAnswer>,
}

/// One answer of several.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OneAnswer {
    /// The question.
    pub question: String,
    /// The answer; null withdraws it.
    pub answer: Option<NewAnswer>,
}

/// Answers several questions about one record as one act.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AnswerTogether {
    /// The record.
    pub record: String,
    /// What is said.
    pub answers: Vec<OneAnswer>,
}
