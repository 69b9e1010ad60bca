//! Looking things up in a snapshot: records by identity, the answers that count, words for them.

use super::Options;
use crate::error::ReportError;
use chrono::{Datelike, NaiveDate};
use content::{Library, Question, Questionnaire, RecordKind, Texts};
use domain::progress::{Standing, counted, standing};
use domain::words::{Told, Words};
use domain::{
    Answer, AnswerState, Answers, Change, Dossier, Frozen, Record, RecordId, Revision, Timestamp,
    Value,
};
use std::collections::{BTreeMap, HashMap};

/// A snapshot with what reports look up again and again.
pub struct Index<'a> {
    /// The snapshot.
    pub dossier: &'a Dossier,
    /// All content.
    pub library: &'a Library,
    /// The wording.
    pub texts: &'a Texts,
    records: HashMap<&'a RecordId, &'a Record>,
    counted: HashMap<&'a RecordId, Answers>,
}

impl<'a> Index<'a> {
    /// Reads a snapshot once.
    pub fn new(dossier: &'a Dossier, library: &'a Library, options: &Options) -> Index<'a> {
        let by_kind: BTreeMap<RecordKind, &Questionnaire> = library
            .questionnaires
            .iter()
            .map(|questionnaire| (questionnaire.about, questionnaire))
            .collect();
        let counted = dossier
            .records
            .iter()
            .filter_map(|record| {
                let answers = dossier.answers.get(&record.id)?;
                let questionnaire = by_kind.get(&record.kind)?;
                Some((&record.id, counted(questionnaire, answers)))
            })
            .collect();
        Index {
            dossier,
            library,
            texts: library.texts_in(&options.language),
            records: dossier
                .records
                .iter()
                .map(|record| (&record.id, record))
                .collect(),
            counted,
        }
    }

    /// The record with this identity.
    pub fn record(&self, id: &RecordId) -> Option<&'a Record> {
        self.records.get(id).copied()
    }

    /// What was signed with a revision. Whoever makes the report has to have asked for it.
    pub fn signed(&self, revision: &Revision) -> Result<&'a Frozen, ReportError> {
        let unread = || ReportError::broken("what was signed was not read");
        self.dossier.frozen(revision).ok_or_else(unread)
    }

    /// The answers of a record that count.
    pub fn counted(&self, id: &RecordId) -> &Answers {
        static NONE: Answers = Answers::new();
        self.counted.get(id).unwrap_or(&NONE)
    }

    /// The answer to one question about a record, if it counts.
    pub fn answer(&self, id: &RecordId, question: &str) -> Option<&Answer> {
        self.counted(id).get(question)
    }

    /// The value given to one question about a record, if it counts.
    pub fn value(&self, id: &RecordId, question: &str) -> Option<&Value> {
        self.answer(id, question)?.value()
    }

    /// The date given to one question about a record, if it counts.
    pub fn date(&self, id: &RecordId, question: &str) -> Option<NaiveDate> {
        match self.value(id, question) {
            Some(Value::Date(date)) => Some(*date),
            _ => None,
        }
    }

    /// Day of the snapshot: "today" for everything that falls due.
    pub fn today(&self) -> NaiveDate {
        self.dossier.stamp.at.date_naive()
    }

    /// Name of the organisation; empty if the file has none yet.
    pub fn organisation(&self) -> String {
        self.dossier
            .organisation()
            .map(|record| record.name.clone())
            .unwrap_or_default()
    }

    /// An answer as it reads, linked records by name alone.
    pub fn say(&self, question: &Question, answer: &Answer) -> String {
        let name_of = |id: &RecordId| self.record(id).map(|record| record.name.clone());
        Words {
            texts: self.texts,
            name_of: &name_of,
        }
        .answer(question, answer)
    }

    /// A change as it reads, linked records by name alone.
    pub fn told(&self, change: &Change) -> Told {
        let name_of = |id: &RecordId| self.record(id).map(|record| record.name.clone());
        let words = Words {
            texts: self.texts,
            name_of: &name_of,
        };
        words.change(change, self.library)
    }

    /// An answer as it reads, linked records by name and reference.
    pub fn say_with_references(&self, question: &Question, answer: &Answer) -> String {
        let name_of = |id: &RecordId| {
            self.record(id)
                .map(|record| format!("{} ({})", record.name, record.reference()))
        };
        Words {
            texts: self.texts,
            name_of: &name_of,
        }
        .answer(question, answer)
    }

    /// A short form of an answer for a table: the value, or why there is none; nothing for a question
    /// that does not apply.
    pub fn brief(&self, id: &RecordId, question: &str) -> String {
        let Some(known) = self.library.question(question) else {
            return String::new();
        };
        let Some(answer) = self.answer(id, question) else {
            return match standing(known, self.counted(id)) {
                Standing::Open => self.texts.get("reports.cell.not-answered").to_owned(),
                _ => String::new(),
            };
        };
        match &answer.state {
            AnswerState::Given(Value::Date(date)) => self.short_date(*date),
            AnswerState::Given(_) => self.say(known, answer),
            AnswerState::NotApplicable { .. } => {
                self.texts.get("reports.cell.not-applicable").to_owned()
            }
            AnswerState::NotKnown { .. } => self.texts.get("reports.cell.not-known").to_owned(),
        }
    }

    /// `22 November 2026`.
    pub fn long_date(&self, date: NaiveDate) -> String {
        Words {
            texts: self.texts,
            name_of: &|_| None,
        }
        .date(date)
    }

    /// `22 Nov 2026`.
    pub fn short_date(&self, date: NaiveDate) -> String {
        let month = format!("reports.month.m{}", date.month());
        self.texts.format(
            "reports.date.short",
            &[
                ("day", &date.day().to_string()),
                ("month", self.texts.get(&month)),
                ("year", &date.year().to_string()),
            ],
        )
    }

    /// `22 November 2026, 10:42 UTC`.
    pub fn moment(&self, at: Timestamp) -> String {
        self.texts.format(
            "reports.cover.moment",
            &[
                ("date", &self.long_date(at.date_naive())),
                ("time", &at.format("%H:%M").to_string()),
            ],
        )
    }

    /// `2026-11-22 10:42`, for narrow columns.
    pub fn narrow_moment(&self, at: Timestamp) -> String {
        at.format("%Y-%m-%d %H:%M").to_string()
    }

    /// A count with its digits grouped.
    pub fn number(&self, count: usize) -> String {
        self.texts.number(count as u64)
    }

    /// A plural; for nothing at all, the words for that if there are any.
    pub fn count(&self, key: &str, count: usize) -> String {
        if count == 0
            && let Some(none) = self.texts.find(&format!("{key}.none"))
        {
            return none.to_owned();
        }
        self.texts.count(key, count as u64, &[])
    }

    /// Every record a system refers to, directly or through its vendor, models, datasets and people,
    /// by kind and number.
    pub fn reached(&self, system: &'a Record) -> Vec<&'a Record> {
        let mut found: BTreeMap<(RecordKind, u32), &Record> = BTreeMap::new();
        let mut next = vec![&system.id];
        while let Some(id) = next.pop() {
            for answer in self.counted(id).values() {
                for link in answer.value().map(Value::records).unwrap_or_default() {
                    if let Some(record) = self.record(link)
                        && record.kind != RecordKind::System
                        && found.insert((record.kind, record.number), record).is_none()
                    {
                        next.push(&record.id);
                    }
                }
            }
        }
        found.into_values().collect()
    }

    /// Current systems that refer to each record, in order.
    pub fn users(&self) -> HashMap<&'a RecordId, Vec<&'a Record>> {
        let mut users: HashMap<&RecordId, Vec<&Record>> = HashMap::new();
        for system in self.dossier.current(RecordKind::System) {
            for record in self.reached(system) {
                users.entry(&record.id).or_default().push(system);
            }
        }
        users
    }
}

/// The text with its first letter as a capital.
pub fn capital(words: &str) -> String {
    let mut rest = words.chars();
    match rest.next() {
        Some(first) => first.to_uppercase().chain(rest).collect(),
        None => String::new(),
    }
}
