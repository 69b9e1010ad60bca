//! Cells of our own exports: read back to the letter. The other half stands in `export::cells`.

use super::Trouble;
use super::answers::{Reading, Said};
use super::dates::{self, Found};
use crate::export::restored;
use crate::form::{self, Form};
use crate::table::{Aids, Cell};
use content::{OptionId, QuestionId, QuestionKind};
use domain::{Answer, AnswerState, Value};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// How an export of ours writes.
pub struct OwnForm<'a> {
    aids: &'a Aids,
}

impl<'a> OwnForm<'a> {
    /// With what the export brought along.
    pub fn new(aids: &'a Aids) -> Self {
        OwnForm { aids }
    }

    /// Options by question and label at the time of the export.
    pub fn codes(&self) -> &'a BTreeMap<(QuestionId, String), OptionId> {
        &self.aids.codes
    }

    /// A plain text: names and remarks.
    pub fn text(&self, cell: &Cell) -> String {
        self.whole(cell).into_owned()
    }

    /// The text of a cell as it was before it was made safe and cut to fit.
    fn whole<'c>(&self, cell: &'c Cell) -> Cow<'c, str> {
        let raw = match cell {
            Cell::Text(text) => Cow::Borrowed(text.as_str()),
            other => other.shown(),
        };
        let text = match self.aids.neutralised {
            true => Cow::Owned(restored(&raw).to_owned()),
            false => raw,
        };
        match form::continued(&text) {
            Some((head, key)) => match self.aids.texts.get(key) {
                Some(rest) => Cow::Owned(format!("{head}{rest}")),
                None => text,
            },
            None => text,
        }
    }

    /// Reads one answer.
    pub fn read(&self, reading: &Reading, cell: &Cell) -> Result<(Said, Option<Trouble>), Trouble> {
        let given = |value| Ok((Said::Answer(Answer::given(value)), None));
        let kind = reading.question.kind;
        match (kind, cell) {
            (QuestionKind::Date, Cell::Date(date)) => return given(Value::Date(*date)),
            (QuestionKind::Number | QuestionKind::Scale, Cell::Number(_)) => {
                return reading.read(cell);
            }
            _ => {}
        }
        let whole = self.whole(cell);
        let text = match Form::of(&whole) {
            Form::NotApplicable(reason) if !reason.trim().is_empty() => {
                let reason = reason.to_owned();
                let state = AnswerState::NotApplicable { reason };
                return Ok((Said::Answer(Answer::new(state)), None));
            }
            Form::NotApplicable(_) => return reading.read(&Cell::from_text("N/A")),
            Form::NotKnown(name) => return Ok((Said::Asked(name.to_owned(), String::new()), None)),
            Form::None if kind == QuestionKind::Multi => {
                return given(Value::Many(Default::default()));
            }
            Form::None if kind == QuestionKind::Records => {
                return given(Value::Records(Vec::new()));
            }
            Form::None if kind == QuestionKind::Words => return given(Value::Words(Vec::new())),
            Form::None => Cow::Borrowed(whole.as_ref()),
            Form::Plain(text) => text,
        };
        match kind {
            QuestionKind::Text | QuestionKind::LongText => given(Value::Text(text.into_owned())),
            QuestionKind::Words => given(Value::Words(form::split(&text))),
            QuestionKind::Record | QuestionKind::Records => {
                Ok((Said::Names(form::split(&text), String::new()), None))
            }
            QuestionKind::Multi => self.many(reading, &text),
            QuestionKind::Single => reading.read(&Cell::Text(text.into_owned())),
            // A date of an export is ISO, whatever the column looks like.
            QuestionKind::Date => match dates::read(&Cell::Text(text.to_string()), reading.order) {
                Found::Day(date) => given(Value::Date(date)),
                _ => iso(&text).map_or_else(
                    || reading.read(&Cell::Text(text.to_string())),
                    |date| given(Value::Date(date)),
                ),
            },
            QuestionKind::Number | QuestionKind::Scale => {
                reading.read(&Cell::Text(text.into_owned()))
            }
        }
    }

    fn many(&self, reading: &Reading, text: &str) -> Result<(Said, Option<Trouble>), Trouble> {
        let mut chosen = std::collections::BTreeSet::new();
        for label in form::split(text) {
            match reading.words.find(&label) {
                Some(super::options::Meaning::Options(options)) => chosen.extend(options),
                _ => {
                    return Err(Trouble::NoSuchOption {
                        value: label,
                        question: reading.question.id.clone(),
                    });
                }
            }
        }
        Ok((Said::Answer(Answer::given(Value::Many(chosen))), None))
    }
}

/// Any day of the calendar, also one that no list of other people would mean.
fn iso(text: &str) -> Option<chrono::NaiveDate> {
    chrono::NaiveDate::parse_from_str(text.trim(), "%Y-%m-%d").ok()
}
