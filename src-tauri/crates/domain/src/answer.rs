//! What was answered to a question about a record.

use crate::record::RecordId;
use crate::rejected::Rejected;
use crate::text;
use chrono::NaiveDate;
use content::{OptionId, Question, QuestionId, QuestionKind};
use std::collections::{BTreeMap, BTreeSet};

/// Answers of one record, by question.
pub type Answers = BTreeMap<QuestionId, Answer>;

/// The answer to one question about one record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// What was said.
    pub state: AnswerState,
    /// A free remark; empty when none.
    pub note: String,
}

/// The three things a person can say; not having answered at all is the absence of an [`Answer`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AnswerState {
    /// A value.
    Given(Value),
    /// The question does not apply; the reason is never empty.
    NotApplicable {
        /// Why not.
        reason: String,
    },
    /// Not known yet: a to-do, for a person if one is named.
    NotKnown {
        /// Who is to find out: a record of kind person.
        asked_of: Option<RecordId>,
    },
}

/// A value, in the form its question asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// For `text` and `long-text`. Never blank.
    Text(String),
    /// For `words`. Order kept, no blanks, no repetitions.
    Words(Vec<String>),
    /// For `single`.
    One(OptionId),
    /// For `multi`. May be empty: "none of these" was said.
    Many(BTreeSet<OptionId>),
    /// For `date`.
    Date(NaiveDate),
    /// For `number`, and for `scale`: a step counted from 1.
    Number(i64),
    /// For `record` (exactly one) and `records`.
    Records(Vec<RecordId>),
}

impl Answer {
    /// An answer without a remark.
    pub fn new(state: AnswerState) -> Self {
        Answer {
            state,
            note: String::new(),
        }
    }

    /// A value without a remark.
    pub fn given(value: Value) -> Self {
        Answer::new(AnswerState::Given(value))
    }

    /// The value, if one was given.
    pub fn value(&self) -> Option<&Value> {
        match &self.state {
            AnswerState::Given(value) => Some(value),
            _ => None,
        }
    }

    /// Checks the answer against its question: form, known options, reason present, clean text.
    /// Whether linked records exist is checked where they are known.
    pub fn check(&self, question: &Question) -> Result<(), Rejected> {
        text::check(&question.id, &self.note)?;
        match &self.state {
            AnswerState::NotApplicable { reason } if reason.trim().is_empty() => {
                Err(Rejected::ReasonMissing {
                    question: question.id.clone(),
                })
            }
            AnswerState::NotApplicable { reason } => text::check(&question.id, reason),
            AnswerState::NotKnown { .. } => Ok(()),
            AnswerState::Given(value) => value.check(question),
        }
    }

    /// Refuses a day ahead for what has happened. `today` is the day where the answer is given.
    pub fn has_happened(&self, question: &Question, today: NaiveDate) -> Result<(), Rejected> {
        match self.value() {
            Some(Value::Date(day)) if question.past && *day > today => Err(Rejected::NotYet {
                question: question.id.clone(),
            }),
            _ => Ok(()),
        }
    }
}

impl Value {
    /// Every record the value links to.
    pub fn records(&self) -> &[RecordId] {
        match self {
            Value::Records(records) => records,
            _ => &[],
        }
    }

    fn check(&self, question: &Question) -> Result<(), Rejected> {
        let wrong_form = || Rejected::WrongForm {
            question: question.id.clone(),
            kind: question.kind,
        };
        let known = |option: &OptionId| match question.option(option.as_str()) {
            Some(_) => Ok(()),
            None => Err(Rejected::UnknownOption {
                question: question.id.clone(),
                option: option.clone(),
            }),
        };
        match (question.kind, self) {
            (QuestionKind::Text, Value::Text(line)) => {
                if line.trim().is_empty() || line.contains(['\n', '\r']) {
                    return Err(wrong_form());
                }
                text::check(&question.id, line)
            }
            (QuestionKind::LongText, Value::Text(paragraphs)) => {
                if paragraphs.trim().is_empty() {
                    return Err(wrong_form());
                }
                text::check(&question.id, paragraphs)
            }
            (QuestionKind::Words, Value::Words(words)) => {
                let distinct: BTreeSet<&str> = words.iter().map(String::as_str).collect();
                if words.iter().any(|word| word.trim().is_empty()) || distinct.len() != words.len()
                {
                    return Err(wrong_form());
                }
                words
                    .iter()
                    .try_for_each(|word| text::check(&question.id, word))
            }
            (QuestionKind::Single, Value::One(option)) => known(option),
            (QuestionKind::Multi, Value::Many(options)) => options.iter().try_for_each(known),
            (QuestionKind::Date, Value::Date(_)) | (QuestionKind::Number, Value::Number(_)) => {
                Ok(())
            }
            // How many steps the scale has is known where its record is; a step beyond it makes no level.
            (QuestionKind::Scale, Value::Number(step)) if *step >= 1 => Ok(()),
            (QuestionKind::Record, Value::Records(records)) if records.len() == 1 => Ok(()),
            (QuestionKind::Records, Value::Records(records)) => {
                let distinct: BTreeSet<&RecordId> = records.iter().collect();
                if distinct.len() == records.len() {
                    Ok(())
                } else {
                    Err(wrong_form())
                }
            }
            _ => Err(wrong_form()),
        }
    }
}
