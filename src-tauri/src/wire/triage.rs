//! The deciding questions of the law for many systems at once.

use super::answer::{NewAnswer, Standing};
use super::classification::ClassMark;
use super::record::RecordLink;
use super::wizard::OptionView;
use serde::{Deserialize, Serialize};

/// Asks for a page of systems.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ListTriage {
    /// Words in reference or name.
    pub search: String,
    /// Only systems whose first questions are not all answered.
    pub open_only: bool,
    /// Rows to skip.
    pub offset: usize,
    /// Rows wanted; at most 200 are given.
    pub limit: usize,
}

/// A page of systems with the first questions of the law.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct TriagePage {
    /// The questions, one a column.
    pub columns: Vec<TriageColumn>,
    /// The rows, by reference.
    pub rows: Vec<TriageRow>,
    /// How many match.
    pub matching: usize,
    /// How many systems there are.
    pub total: usize,
    /// Of these: with every first question answered.
    pub answered: usize,
    /// Of these: settled, no open question can change anything any more.
    pub settled: usize,
}

/// A question as a column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct TriageColumn {
    /// Its id.
    pub question: String,
    /// Its short name.
    pub label: String,
    /// As asked.
    pub prompt: String,
    /// Stays visible while it is answered.
    pub hint: String,
    /// Whether any number of options may be chosen.
    pub several: bool,
    /// The options.
    pub options: Vec<OptionView>,
}

/// One system.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct TriageRow {
    /// The system.
    pub record: RecordLink,
    /// What it is meant to do, in its own words; empty until it is said.
    pub purpose: String,
    /// One cell a column.
    pub cells: Vec<TriageCell>,
    /// The class that leads, or the first that holds.
    pub class: Option<ClassMark>,
    /// Whether that class is the headline.
    pub settled: bool,
}

/// One answer, or what is known instead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct TriageCell {
    /// Where the question stands.
    pub standing: Standing,
    /// Options chosen.
    pub chosen: Vec<String>,
    /// What inventory or profile say; null when nothing.
    pub known: Option<TriageKnown>,
}

/// What is known already.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct TriageKnown {
    /// The options that follow.
    pub options: Vec<String>,
    /// They count without being confirmed.
    pub counts: bool,
}

/// Gives answers about one system or several, as one act.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TriageAnswers {
    /// The answers.
    pub answers: Vec<TriageAnswer>,
}

/// One answer about one system.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TriageAnswer {
    /// The system.
    pub record: String,
    /// The question.
    pub question: String,
    /// The answer; null withdraws it.
    pub answer: Option<NewAnswer>,
}
