//! What is known before the first row: the records of the file by name, by their number elsewhere and by
//! identity, and the questions by id.

use content::{Question, Questionnaire, RecordKind};
use domain::text::{fold, spelling};
use domain::{Dossier, Record, RecordId, Value};
use std::collections::BTreeMap;

/// The question that holds the number of a system in another register.
const ELSEWHERE: &str = "external-reference";

/// The records of a file, indexed once for all rows.
pub struct Known<'a> {
    dossier: Option<&'a Dossier>,
    by_id: BTreeMap<&'a RecordId, &'a Record>,
    by_name: BTreeMap<(RecordKind, String), Vec<&'a Record>>,
    /// The first record of each name as it looks, without marks and punctuation.
    by_look: BTreeMap<(RecordKind, String), &'a Record>,
    by_number: BTreeMap<(RecordKind, String), Vec<&'a Record>>,
    questions: BTreeMap<&'a str, &'a Question>,
}

impl<'a> Known<'a> {
    /// Indexes a file, none being an empty one, and the questions about the rows.
    pub fn new(dossier: Option<&'a Dossier>, questionnaire: &'a Questionnaire) -> Self {
        let questions = questionnaire.questions.iter();
        let mut known = Known {
            dossier,
            by_id: BTreeMap::new(),
            by_name: BTreeMap::new(),
            by_look: BTreeMap::new(),
            by_number: BTreeMap::new(),
            questions: questions
                .map(|question| (question.id.as_str(), question))
                .collect(),
        };
        for record in dossier.iter().flat_map(|dossier| &dossier.records) {
            known.by_id.insert(&record.id, record);
            let key = (record.kind, spelling(&record.name));
            known.by_name.entry(key).or_default().push(record);
            let look = (record.kind, fold(&record.name));
            known.by_look.entry(look).or_insert(record);
            if let Some(number) = known.number(record) {
                let key = (record.kind, spelling(number));
                known.by_number.entry(key).or_default().push(record);
            }
        }
        known
    }

    /// The question with this id.
    pub fn question(&self, id: &str) -> Option<&'a Question> {
        self.questions.get(id).copied()
    }

    /// The dossier behind it.
    pub fn dossier(&self) -> Option<&'a Dossier> {
        self.dossier
    }

    /// The record of that identity and kind.
    pub fn by_id(&self, kind: RecordKind, id: &str) -> Option<&'a Record> {
        let record = self.by_id.get(&RecordId::new(id)).copied()?;
        (record.kind == kind).then_some(record)
    }

    /// The organisation of the file.
    pub fn organisation(&self) -> Option<&'a Record> {
        self.dossier.and_then(Dossier::organisation)
    }

    /// Records that a row seems to describe: those with its number in another register, else those
    /// of its name that have no such number. Two numbers make two systems, whatever their names.
    pub fn twins(&self, kind: RecordKind, name: &str, number: Option<&str>) -> Vec<&'a Record> {
        if let Some(number) = number
            && let Some(same) = self.by_number.get(&(kind, spelling(number)))
        {
            return same.clone();
        }
        let named = self.by_name.get(&(kind, spelling(name)));
        let mut named = named.cloned().unwrap_or_default();
        if number.is_some() {
            named.retain(|record| self.number(record).is_none());
        }
        named
    }

    /// A record whose name is not this one but looks like it ("Assistant C++" and "Assistant C#").
    pub fn lookalike(&self, kind: RecordKind, name: &str) -> Option<&'a Record> {
        let record = self.by_look.get(&(kind, fold(name))).copied()?;
        (spelling(&record.name) != spelling(name)).then_some(record)
    }

    /// The one record that a link by name means: of that very name, or of the name before a
    /// reference in brackets, `Fraud check [AI-012]`, or the only one whose name is spelled alike.
    pub fn linked(&self, kind: RecordKind, name: &str) -> Option<&'a RecordId> {
        let of_name = |name: &str| self.by_name.get(&(kind, spelling(name)));
        if let Some(all) = of_name(name) {
            let exact: Vec<_> = all.iter().filter(|record| record.name == name).collect();
            match (exact.as_slice(), all.as_slice()) {
                ([record], _) => return Some(&record.id),
                ([], [record]) => return Some(&record.id),
                _ => {}
            }
        }
        let (plain, reference) = name.strip_suffix(']')?.rsplit_once(" [")?;
        of_name(plain)?
            .iter()
            .find(|record| record.reference() == reference && record.name == plain)
            .map(|record| &record.id)
    }

    fn number(&self, record: &Record) -> Option<&'a str> {
        match self.dossier?.value(&record.id, ELSEWHERE)? {
            Value::Text(number) => Some(number),
            _ => None,
        }
    }
}

/// The number in another register that a draft's answers give.
pub fn number_elsewhere(answers: &domain::Answers) -> Option<&str> {
    match answers.get(ELSEWHERE)?.value()? {
        Value::Text(number) => Some(number),
        _ => None,
    }
}
