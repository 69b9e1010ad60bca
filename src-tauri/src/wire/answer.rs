//! Answers, as given and as shown.

use super::record::RecordLink;
use serde::{Deserialize, Serialize};

/// Where a question stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// Shown, not answered.
    Open,
    /// Shown, answered with a value.
    Answered,
    /// Shown, does not apply.
    NotApplicable,
    /// Shown, to be found out.
    NotKnown,
    /// Not shown, not answered.
    Hidden,
    /// Not shown, an earlier answer is kept and counts nowhere.
    SetAside,
}

/// An answer as the screen shows it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case", tag = "state")]
pub enum AnswerView {
    /// A value.
    Given {
        /// It.
        value: ValueView,
        /// The remark.
        note: String,
    },
    /// Does not apply.
    NotApplicable {
        /// Why not.
        reason: String,
        /// The remark.
        note: String,
    },
    /// To be found out.
    #[serde(rename_all = "camelCase")]
    NotKnown {
        /// Whom to ask.
        asked_of: Option<RecordLink>,
        /// The remark.
        note: String,
    },
}

/// A value as the screen shows it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum ValueView {
    /// Text of one line or several.
    Text {
        /// It.
        text: String,
    },
    /// Free words.
    Words {
        /// They.
        words: Vec<String>,
    },
    /// One option.
    One {
        /// Its id.
        option: String,
    },
    /// Any number of options.
    Many {
        /// Their ids.
        options: Vec<String>,
    },
    /// A date.
    Date {
        /// `YYYY-MM-DD`.
        date: String,
    },
    /// A whole number.
    Number {
        /// It.
        number: i64,
    },
    /// Linked records.
    Records {
        /// They.
        records: Vec<RecordLink>,
    },
}

/// An answer as the screen sends it.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case", tag = "state", deny_unknown_fields)]
pub enum NewAnswer {
    /// A value.
    Given {
        /// It.
        value: NewValue,
        /// The remark; empty for none.
        note: String,
    },
    /// Does not apply.
    NotApplicable {
        /// Why not; never blank.
        reason: String,
        /// The remark.
        note: String,
    },
    /// To be found out.
    #[serde(rename_all = "camelCase")]
    NotKnown {
        /// Id of the person to ask.
        asked_of: Option<String>,
        /// The remark.
        note: String,
    },
}

/// A value as the screen sends it.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case", tag = "kind", deny_unknown_fields)]
pub enum NewValue {
    /// Text of one line or several.
    Text {
        /// It.
        text: String,
    },
    /// Free words.
    Words {
        /// They.
        words: Vec<String>,
    },
    /// One option.
    One {
        /// Its id.
        option: String,
    },
    /// Any number of options; empty says "none of these".
    Many {
        /// Their ids.
        options: Vec<String>,
    },
    /// A date.
    Date {
        /// `YYYY-MM-DD`.
        date: String,
    },
    /// A whole number.
    Number {
        /// It.
        number: i64,
    },
    /// Linked records.
    Records {
        /// Their ids.
        records: Vec<String>,
    },
}

/// Answers, changes or withdraws the answer to one question.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RecordAnswer {
    /// The record.
    pub record: String,
    /// The question.
    pub question: String,
    /// The answer, or null to withdraw it.
    pub answer: Option<NewAnswer>,
}
