//! The written form of answers: compact JSON, fields in the order declared here, text as it was typed.
//! Equal answers have equal forms, so that forms can be hashed and compared.

pub(crate) mod frozen;

use crate::error::StoreError;
use chrono::NaiveDate;
use content::OptionId;
use domain::{Answer, AnswerState, RecordId, Value};
use serde::{Deserialize, Serialize};

/// An answer as the log keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AnswerForm {
    said: SaidForm,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    note: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum SaidForm {
    Given(ValueForm),
    NotApplicable(String),
    NotKnown(Option<String>),
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum ValueForm {
    Text(String),
    Words(Vec<String>),
    One(String),
    Many(Vec<String>),
    Date(NaiveDate),
    Number(i64),
    Records(Vec<String>),
}

impl From<&Answer> for AnswerForm {
    fn from(answer: &Answer) -> AnswerForm {
        let said = match &answer.state {
            AnswerState::Given(value) => SaidForm::Given(value.into()),
            AnswerState::NotApplicable { reason } => SaidForm::NotApplicable(reason.clone()),
            AnswerState::NotKnown { asked_of } => {
                SaidForm::NotKnown(asked_of.as_ref().map(|person| person.as_str().to_owned()))
            }
        };
        AnswerForm {
            said,
            note: answer.note.clone(),
        }
    }
}

impl From<AnswerForm> for Answer {
    fn from(form: AnswerForm) -> Answer {
        let state = match form.said {
            SaidForm::Given(value) => AnswerState::Given(value.into()),
            SaidForm::NotApplicable(reason) => AnswerState::NotApplicable { reason },
            SaidForm::NotKnown(person) => AnswerState::NotKnown {
                asked_of: person.map(RecordId::new),
            },
        };
        Answer {
            state,
            note: form.note,
        }
    }
}

impl From<&Value> for ValueForm {
    fn from(value: &Value) -> ValueForm {
        match value {
            Value::Text(text) => ValueForm::Text(text.clone()),
            Value::Words(words) => ValueForm::Words(words.clone()),
            Value::One(option) => ValueForm::One(option.as_str().to_owned()),
            // A set is already in order.
            Value::Many(options) => ValueForm::Many(
                options
                    .iter()
                    .map(|option| option.as_str().to_owned())
                    .collect(),
            ),
            Value::Date(date) => ValueForm::Date(*date),
            Value::Number(number) => ValueForm::Number(*number),
            Value::Records(records) => {
                ValueForm::Records(records.iter().map(|id| id.as_str().to_owned()).collect())
            }
        }
    }
}

impl From<ValueForm> for Value {
    fn from(form: ValueForm) -> Value {
        match form {
            ValueForm::Text(text) => Value::Text(text),
            ValueForm::Words(words) => Value::Words(words),
            ValueForm::One(option) => Value::One(OptionId::new(option)),
            ValueForm::Many(options) => {
                Value::Many(options.into_iter().map(OptionId::new).collect())
            }
            ValueForm::Date(date) => Value::Date(date),
            ValueForm::Number(number) => Value::Number(number),
            ValueForm::Records(ids) => Value::Records(ids.into_iter().map(RecordId::new).collect()),
        }
    }
}

/// An answer taken apart into the columns of its row. Linked records go to rows of their own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Columns {
    pub(crate) state: &'static str,
    pub(crate) value: Option<String>,
    pub(crate) key: Option<SortKey>,
    pub(crate) note: String,
    /// Place and target; place 0 is the person asked.
    pub(crate) links: Vec<(u32, String)>,
    /// The options of an answer that may have several.
    pub(crate) choices: Vec<String>,
}

/// What lists sort and filter an answer by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum SortKey {
    Word(String),
    Number(i64),
}

impl rusqlite::ToSql for SortKey {
    fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
        Ok(match self {
            SortKey::Word(word) => word.as_str().into(),
            SortKey::Number(number) => (*number).into(),
        })
    }
}

/// Characters of a folded text that lists sort by.
const KEY_LENGTH: usize = 60;

/// The stored word of each state.
pub(crate) const GIVEN: &str = "given";
pub(crate) const NOT_APPLICABLE: &str = "not-applicable";
pub(crate) const NOT_KNOWN: &str = "not-known";

/// Takes an answer apart.
pub(crate) fn columns(answer: &Answer) -> Result<Columns, StoreError> {
    let mut columns = Columns {
        state: GIVEN,
        value: None,
        key: None,
        note: answer.note.clone(),
        links: Vec::new(),
        choices: Vec::new(),
    };
    match &answer.state {
        AnswerState::NotApplicable { reason } => {
            columns.state = NOT_APPLICABLE;
            columns.value = Some(json(reason)?);
        }
        AnswerState::NotKnown { asked_of } => {
            columns.state = NOT_KNOWN;
            columns.links = asked_of
                .iter()
                .map(|id| (0, id.as_str().to_owned()))
                .collect();
        }
        AnswerState::Given(Value::Records(records)) => {
            columns.value = Some(json(&ValueForm::Records(Vec::new()))?);
            columns.links = (1..)
                .zip(records)
                .map(|(place, id)| (place, id.as_str().to_owned()))
                .collect();
        }
        AnswerState::Given(value) => {
            columns.value = Some(json(&ValueForm::from(value))?);
            columns.key = key(value);
            if let Value::Many(options) = value {
                columns.choices = options
                    .iter()
                    .map(|option| option.as_str().to_owned())
                    .collect();
            }
        }
    }
    Ok(columns)
}

fn key(value: &Value) -> Option<SortKey> {
    match value {
        Value::Text(text) => Some(SortKey::Word(folded_key(text))),
        Value::Words(words) => words.first().map(|word| SortKey::Word(folded_key(word))),
        Value::One(option) => Some(SortKey::Word(option.as_str().to_owned())),
        Value::Date(date) => Some(SortKey::Word(date.to_string())),
        Value::Number(number) => Some(SortKey::Number(*number)),
        Value::Many(_) | Value::Records(_) => None,
    }
}

fn folded_key(text: &str) -> String {
    let start: String = text.chars().take(KEY_LENGTH).collect();
    domain::text::fold(&start)
}

/// Puts an answer together from its row and its links (in order of place).
pub(crate) fn answer(
    state: &str,
    value: Option<&str>,
    note: String,
    links: Vec<RecordId>,
) -> Result<Answer, StoreError> {
    let state = match (state, value) {
        (GIVEN, Some(value)) => AnswerState::Given(match parse::<ValueForm>(value)?.into() {
            Value::Records(_) => Value::Records(links),
            other => other,
        }),
        (NOT_APPLICABLE, Some(reason)) => AnswerState::NotApplicable {
            reason: parse(reason)?,
        },
        (NOT_KNOWN, None) => AnswerState::NotKnown {
            asked_of: links.into_iter().next(),
        },
        _ => return Err(StoreError::damaged("an answer has no readable state")),
    };
    Ok(Answer { state, note })
}

/// All words of an answer that search looks through.
pub(crate) fn push_text(answer: &Answer, body: &mut String) {
    let mut push = |text: &str| {
        if !text.is_empty() {
            body.push_str(text);
            body.push('\n');
        }
    };
    match &answer.state {
        AnswerState::Given(Value::Text(text)) => push(text),
        AnswerState::Given(Value::Words(words)) => words.iter().for_each(|word| push(word)),
        AnswerState::NotApplicable { reason } => push(reason),
        AnswerState::Given(_) | AnswerState::NotKnown { .. } => {}
    }
    push(&answer.note);
}

/// Writes a form.
pub(crate) fn json<T: Serialize + ?Sized>(form: &T) -> Result<String, StoreError> {
    serde_json::to_string(form).map_err(|error| StoreError::Fault {
        what: error.to_string(),
    })
}

/// Reads a form; what cannot be read means a damaged file. The message names the place, not the text.
pub(crate) fn parse<'a, T: Deserialize<'a>>(text: &'a str) -> Result<T, StoreError> {
    serde_json::from_str(text).map_err(|error| {
        StoreError::damaged(format!(
            "a stored value cannot be read at column {}",
            error.column()
        ))
    })
}
