//! A sample organisation, as authored in `assets/sample/<id>.toml`: records and their
//! answers by name. Parts of it may stand in files of their own, `assets/sample/<id>/<part>.toml`: further
//! records, and under `[[more]]` further answers about a record that is described elsewhere.

use crate::ids::{OptionId, QuestionId};
use crate::question::RecordKind;
use chrono::NaiveDate;

/// A fictional organisation with everything one file may hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sample {
    /// Stable id, equal to the file's stem.
    pub id: String,
    /// Raised by one with every change of content.
    pub version: u32,
    /// Records in the order in which they are numbered.
    pub records: Vec<SampleRecord>,
}

impl Sample {
    /// The organisation's name.
    pub fn organisation(&self) -> Option<&str> {
        self.records
            .iter()
            .find(|record| record.kind == RecordKind::Organisation)
            .map(|record| record.name.as_str())
    }
}

/// One record of a sample.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SampleRecord {
    /// What it is.
    pub kind: RecordKind,
    /// Its name, unique within its kind.
    pub name: String,
    /// Whether it is retired.
    pub retired: bool,
    /// Its answers.
    pub answers: Vec<SampleAnswer>,
}

/// One answer of a sample.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SampleAnswer {
    /// The question.
    pub question: QuestionId,
    /// What was said.
    pub said: Said,
    /// A free remark; empty when none.
    pub note: String,
}

/// What a sample says to a question. Written in TOML as the bare value, or as a table:
/// `{ value = ..., note = "..." }`, `{ not-applicable = "reason" }`, `{ not-known = "name of a person" }`
/// (empty when nobody was asked).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// Text, one line or more.
    Text(String),
    /// Free words.
    Words(Vec<String>),
    /// One option.
    One(OptionId),
    /// Any number of options.
    Many(Vec<OptionId>),
    /// A date.
    Date(NaiveDate),
    /// A whole number.
    Number(i64),
    /// Names of linked records, and their kind.
    Links(RecordKind, Vec<String>),
    /// Does not apply, for this reason.
    NotApplicable(String),
    /// Not known yet; the person asked, if any.
    NotKnown(Option<String>),
}
