//! A full snapshot of one client file: what reports and exports are made from.

use crate::Timestamp;
use crate::answer::{Answer, Answers, Value};
use crate::frozen::Frozen;
use crate::record::{Record, RecordId};
use crate::revision::Revision;
use content::RecordKind;
use std::collections::BTreeMap;

/// Everything a report or an export may say, read in one transaction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dossier {
    /// Where in the file's life the snapshot was taken.
    pub stamp: Stamp,
    /// All records, retired ones too, ordered by kind and number.
    pub records: Vec<Record>,
    /// Answers of each record that has any.
    pub answers: BTreeMap<RecordId, Answers>,
    /// Attachments of each record that has any, without their bytes.
    pub attachments: BTreeMap<RecordId, Vec<Attachment>>,
    /// Everything that was signed, the oldest first.
    pub revisions: Vec<Revision>,
    /// What was signed, by its SHA-256: of as many revisions as were asked for.
    pub frozen: BTreeMap<String, Frozen>,
}

/// The proof that ties a document to a file: printed on every page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    /// The file's own UUID.
    pub file_id: String,
    /// Number of the newest event.
    pub event: u64,
    /// Hash of the newest event, lower-case hex.
    pub head: String,
    /// When the snapshot was taken.
    pub at: Timestamp,
}

/// A file kept inside the client file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// UUID.
    pub id: String,
    /// The cleaned display name.
    pub name: String,
    /// Length in bytes.
    pub size: u64,
    /// SHA-256 of the bytes, lower-case hex.
    pub sha256: String,
    /// When it was attached.
    pub added: Timestamp,
    /// Set while retired.
    pub retired: Option<Timestamp>,
}

impl Dossier {
    /// Records of one kind that are not retired, by number.
    pub fn current(&self, kind: RecordKind) -> impl Iterator<Item = &Record> {
        self.records
            .iter()
            .filter(move |record| record.kind == kind && record.retired.is_none())
    }

    /// The record with this identity.
    pub fn record(&self, id: &RecordId) -> Option<&Record> {
        self.records.iter().find(|record| record.id == *id)
    }

    /// The organisation whose file it is.
    pub fn organisation(&self) -> Option<&Record> {
        self.current(RecordKind::Organisation).next()
    }

    /// The answer to one question about one record.
    pub fn answer(&self, record: &RecordId, question: &str) -> Option<&Answer> {
        self.answers.get(record)?.get(question)
    }

    /// Signed revisions of an assessment of a record, the oldest first.
    pub fn revisions_of<'d>(
        &'d self,
        record: &RecordId,
        questionnaire: &str,
    ) -> impl DoubleEndedIterator<Item = &'d Revision> {
        self.revisions
            .iter()
            .filter(move |revision| revision.is_of(record, questionnaire))
    }

    /// The newest signed revision of an assessment of a record, reopened or not.
    pub fn newest_revision(&self, record: &RecordId, questionnaire: &str) -> Option<&Revision> {
        self.revisions_of(record, questionnaire).next_back()
    }

    /// What was signed with a revision; none when it was not asked for.
    pub fn frozen(&self, revision: &Revision) -> Option<&Frozen> {
        self.frozen.get(&revision.sha256)
    }

    /// The value given to one question about one record.
    pub fn value(&self, record: &RecordId, question: &str) -> Option<&Value> {
        self.answer(record, question)?.value()
    }
}
