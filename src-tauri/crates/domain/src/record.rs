//! Records: AI systems, vendors, models, datasets, people and the organisation itself.

use content::RecordKind;
use std::fmt;

/// The stable identity of a record: a UUID as text, made outside of this crate.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordId(String);

impl std::borrow::Borrow<str> for RecordId {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl RecordId {
    /// Wraps a UUID in its hyphenated lower-case form.
    pub fn new(uuid: impl Into<String>) -> Self {
        RecordId(uuid.into())
    }
    /// The text of the UUID.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for RecordId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// One record without its answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// Stable identity.
    pub id: RecordId,
    /// What it is.
    pub kind: RecordKind,
    /// Running number within its kind; with the kind's prefix it is the human reference.
    pub number: u32,
    /// What people call it. Never blank.
    pub name: String,
    /// When it was first entered.
    pub created: crate::Timestamp,
    /// When it, or an answer of it, last changed.
    pub changed: crate::Timestamp,
    /// Set while it is retired; restoring clears it.
    pub retired: Option<crate::Timestamp>,
}

impl Record {
    /// The human reference, e.g. `AI-001`.
    pub fn reference(&self) -> String {
        format!("{}-{:03}", self.kind.prefix(), self.number)
    }
}
