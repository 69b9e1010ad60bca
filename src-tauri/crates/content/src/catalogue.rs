//! Ready-made records to begin with, as authored in `assets/catalogues/<id>.toml`: risks to pick from, a method
//! to start from. Whoever takes an entry gets a record of their own with these answers.

use crate::question::RecordKind;
use crate::sample::SampleAnswer;

/// Entries about one kind of record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Catalogue {
    /// Stable id, equal to the file's stem.
    pub id: String,
    /// Raised by one with every change of content.
    pub version: u32,
    /// What its entries become.
    pub about: RecordKind,
    /// Its name.
    pub title: String,
    /// In the order in which they are offered.
    pub entries: Vec<Entry>,
}

impl Catalogue {
    /// The entry with this id.
    pub fn entry(&self, id: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.id == id)
    }
}

/// One ready-made record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Unique within its catalogue; never renamed, never reused.
    pub id: String,
    /// The name of the record it becomes.
    pub name: String,
    /// Where it comes from, with its source's date.
    pub cite: String,
    /// Ids of requirements that often help: a suggestion to weigh, never a choice made.
    pub suggests: Vec<String>,
    /// What is said in it. Links to no record, because none is there yet.
    pub answers: Vec<SampleAnswer>,
}
