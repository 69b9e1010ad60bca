//! A list of records as headings and cells, in the form that reads itself back.

use crate::form::{self, Form};
use chrono::NaiveDate;
use content::{Library, OptionId, Question, RecordKind};
use domain::text::fold;
use domain::{Answer, AnswerState, Dossier, Record, RecordId, Value};
use std::collections::{BTreeMap, BTreeSet};

/// One cell to write.
#[derive(Debug, Clone, PartialEq)]
pub enum Out {
    /// Nothing.
    Empty,
    /// Text.
    Text(String),
    /// A date.
    Date(NaiveDate),
    /// A whole number.
    Number(i64),
}

/// What a column is, for widths and drop-down lists.
pub enum Field<'a> {
    /// The identity; hidden in workbooks.
    Id,
    /// The human reference.
    Reference,
    /// The name.
    Name,
    /// A question.
    Question(&'a Question),
    /// The remark to a question.
    Remark(&'a Question),
    /// Whether it is retired.
    Retired,
    /// When it last changed.
    Changed,
}

/// The records of one kind as a list.
pub struct List<'a> {
    /// What the rows describe.
    pub kind: RecordKind,
    /// Columns in order.
    pub fields: Vec<Field<'a>>,
    /// Records in order.
    pub records: Vec<&'a Record>,
    dossier: &'a Dossier,
    references: Doubles<'a>,
}

impl<'a> List<'a> {
    /// The records of a kind, retired ones too; of `only`, when given. Retired questions appear as long
    /// as something answers them.
    pub fn new(
        dossier: &'a Dossier,
        library: &'a Library,
        kind: RecordKind,
        only: Option<&[RecordId]>,
    ) -> Self {
        let wanted: Option<BTreeSet<&RecordId>> = only.map(|ids| ids.iter().collect());
        let records: Vec<&Record> = dossier
            .records
            .iter()
            .filter(|record| record.kind == kind)
            .filter(|record| wanted.as_ref().is_none_or(|ids| ids.contains(&record.id)))
            .collect();
        let mut answered = BTreeSet::new();
        let mut remarked = BTreeSet::new();
        for (question, answer) in records
            .iter()
            .filter_map(|record| dossier.answers.get(&record.id))
            .flatten()
        {
            answered.insert(question);
            if !answer.note.is_empty() {
                remarked.insert(question);
            }
        }
        let mut fields = vec![Field::Id, Field::Reference, Field::Name];
        let questions = library.questionnaire_about(kind);
        for question in questions.iter().flat_map(|about| &about.questions) {
            if question.retired.is_none() || answered.contains(&question.id) {
                fields.push(Field::Question(question));
                if remarked.contains(&question.id) {
                    fields.push(Field::Remark(question));
                }
            }
        }
        fields.extend([Field::Retired, Field::Changed]);
        List {
            kind,
            fields,
            records,
            dossier,
            references: Doubles::new(dossier),
        }
    }

    /// The heading of a column, with its code.
    pub fn heading(&self, field: &Field) -> String {
        match field {
            Field::Id => format!("Plumbline id [id:{}]", self.kind.code()),
            Field::Reference => "Reference [reference]".to_owned(),
            Field::Name => "Name [name]".to_owned(),
            Field::Question(question) => format!("{} [{}]", question.label, question.id),
            Field::Remark(question) => {
                format!("{}: remark [{}#note]", question.label, question.id)
            }
            Field::Retired => "Retired [retired]".to_owned(),
            Field::Changed => "Last changed [changed]".to_owned(),
        }
    }

    /// One cell.
    pub fn cell(&self, record: &Record, field: &Field) -> Out {
        let answer = |question: &Question| self.dossier.answer(&record.id, question.id.as_str());
        match field {
            Field::Id => Out::Text(record.id.to_string()),
            Field::Reference => Out::Text(record.reference()),
            Field::Name => Out::Text(record.name.clone()),
            Field::Question(question) => {
                answer(question).map_or(Out::Empty, |answer| self.answer(question, answer))
            }
            Field::Remark(question) => match answer(question) {
                Some(answer) if !answer.note.is_empty() => Out::Text(answer.note.clone()),
                _ => Out::Empty,
            },
            Field::Retired if record.retired.is_some() => Out::Text("yes".to_owned()),
            Field::Retired => Out::Empty,
            Field::Changed => Out::Date(record.changed.date_naive()),
        }
    }

    fn answer(&self, question: &Question, answer: &Answer) -> Out {
        let form = match &answer.state {
            AnswerState::NotApplicable { reason } => Form::NotApplicable(reason),
            AnswerState::NotKnown { asked_of } => {
                let name = asked_of.as_ref().map(|person| self.references.name(person));
                return Out::Text(Form::NotKnown(&name.unwrap_or_default()).written());
            }
            AnswerState::Given(Value::Date(date)) => return Out::Date(*date),
            AnswerState::Given(Value::Number(number)) => return Out::Number(*number),
            AnswerState::Given(Value::Text(text)) => Form::Plain(text.into()),
            AnswerState::Given(Value::One(option)) => Form::Plain(label(question, option).into()),
            AnswerState::Given(Value::Words(words)) => listed(form::join(words)),
            AnswerState::Given(Value::Many(options)) => {
                let labels = options.iter().map(|option| label(question, option));
                listed(form::join(labels))
            }
            AnswerState::Given(Value::Records(records)) => listed(form::join(
                records.iter().map(|record| self.references.name(record)),
            )),
        };
        Out::Text(form.written())
    }
}

fn listed(joined: String) -> Form<'static> {
    if joined.is_empty() {
        Form::None
    } else {
        Form::Plain(joined.into())
    }
}

/// The label of an option; the id of one that the content no longer knows, or whose label another
/// option of the question reads like.
fn label<'a>(question: &'a Question, option: &'a OptionId) -> &'a str {
    let Some(choice) = question.option(option.as_str()) else {
        return option.as_str();
    };
    let folded = fold(&choice.label);
    let alike = question.options.iter().filter(|other| {
        other.id != choice.id && (fold(&other.label) == folded || fold(other.id.as_str()) == folded)
    });
    if alike.count() == 0 {
        &choice.label
    } else {
        option.as_str()
    }
}

/// Names of records for links; with the reference where another record of the kind is called alike.
struct Doubles<'a> {
    by_id: BTreeMap<&'a RecordId, &'a Record>,
    counts: BTreeMap<(RecordKind, String), usize>,
}

impl<'a> Doubles<'a> {
    fn new(dossier: &'a Dossier) -> Self {
        let mut counts = BTreeMap::new();
        for record in &dossier.records {
            *counts.entry((record.kind, fold(&record.name))).or_default() += 1;
        }
        let by_id = dossier
            .records
            .iter()
            .map(|record| (&record.id, record))
            .collect();
        Doubles { by_id, counts }
    }

    fn name(&self, id: &RecordId) -> String {
        match self.by_id.get(id) {
            Some(record) => {
                let key = (record.kind, fold(&record.name));
                if self.counts.get(&key).is_some_and(|count| *count > 1) {
                    format!("{} [{}]", record.name, record.reference())
                } else {
                    record.name.clone()
                }
            }
            None => id.to_string(),
        }
    }
}
