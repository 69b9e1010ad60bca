//! A record on its way in: from a list, a sample or another file, before anything is written.

use crate::answer::Answers;
use crate::record::RecordId;
use content::{QuestionId, RecordKind};
use std::collections::BTreeMap;

/// One record to enter, or to bring up to date when `id` names one the file already has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The record it continues, for a re-import; otherwise a new one is made.
    pub id: Option<RecordId>,
    /// What it is.
    pub kind: RecordKind,
    /// Its name; never blank.
    pub name: String,
    /// Answers, already checked against their questions.
    pub answers: Answers,
    /// Links by name: the store finds the record of that kind and (folded) name, or enters it.
    pub links: Vec<NamedLink>,
    /// Who was asked, by name, where `answers` says "don't know yet" with `asked_of` empty: the store
    /// finds or enters the person and completes the answer.
    pub asked: BTreeMap<QuestionId, String>,
    /// Whether the record is to be retired after it was entered.
    pub retired: bool,
    /// Where it came from, for messages: the line or row of the source, from 1.
    pub row: usize,
}

/// An answer of kind `record` or `records` given as names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedLink {
    /// The question it answers.
    pub question: QuestionId,
    /// The kind of the linked records.
    pub kind: RecordKind,
    /// Their names, in order.
    pub names: Vec<String>,
    /// A free remark to the answer; empty when none.
    pub note: String,
}
