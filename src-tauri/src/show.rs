//! Domain values as the screens show them. What a value reads like is in `domain::Words`; here it is
//! only put into its place.

use crate::desk::Desk;
use crate::error::AppError;
use crate::session::OpenFile;
use crate::wire::answer::{AnswerView, Standing as Shown, ValueView};
use crate::wire::record::RecordLink;
use crate::wire::wizard::{ProgressView, QuestionForm, SectionView};
use chrono::NaiveDate;
use content::{Question, QuestionId, QuestionKind, Questionnaire, RecordKind};
use domain::progress::{Progress, Standing, progress};
use domain::{Answer, AnswerState, Answers, Record, RecordId, Value, Words, fact};
use std::cell::RefCell;
use std::collections::HashMap;
use store::{ClientFile, StoreError, Use};

/// A record as others point to it.
pub(crate) fn link(record: Record) -> RecordLink {
    let Record {
        id,
        kind,
        number: _, // in the reference
        name,
        created: _, // on its own page only
        changed: _,
        retired,
    } = &record;
    RecordLink {
        id: id.to_string(),
        kind: (*kind).into(),
        reference: record.reference(),
        name: name.clone(),
        retired: retired.is_some(),
    }
}

/// Where a record is named, without what people added to duties: those stand in the calendar of duties.
pub(crate) fn uses(open: &OpenFile, id: &RecordId) -> Result<Vec<Use>, AppError> {
    let mut uses = open.file.used_by(id)?;
    uses.retain(|usage| usage.record.kind != RecordKind::Duty);
    Ok(uses)
}

/// Looks records up for links, each once.
pub(crate) struct Names<'a> {
    file: &'a ClientFile,
    known: RefCell<HashMap<RecordId, Option<Record>>>,
}

impl<'a> Names<'a> {
    pub(crate) fn of(file: &'a ClientFile) -> Self {
        Names {
            file,
            known: RefCell::default(),
        }
    }

    /// The record, if it is there. An error of the file reads as "not there" here, because every
    /// caller has read the same file just before and would have met it.
    pub(crate) fn record(&self, id: &RecordId) -> Option<Record> {
        self.known
            .borrow_mut()
            .entry(id.clone())
            .or_insert_with(|| self.file.record(id).ok().flatten())
            .clone()
    }

    pub(crate) fn link(&self, id: &RecordId) -> Option<RecordLink> {
        self.record(id).map(link)
    }

    fn name(&self, id: &RecordId) -> Option<String> {
        self.record(id).map(|record| record.name)
    }

    /// What was said to a question about a record that is linked.
    pub(crate) fn answer(&self, id: &RecordId, question: &QuestionId) -> Option<Value> {
        let mut answers = self.file.answers(id).ok()?;
        match answers.remove(question)?.state {
            AnswerState::Given(value) => Some(value),
            _ => None,
        }
    }

    /// Runs `use_words` with the words of the preferred language.
    pub(crate) fn words<T>(&self, desk: &Desk, use_words: impl FnOnce(&Words<'_>) -> T) -> T {
        let name_of = |id: &RecordId| self.name(id);
        use_words(&Words {
            texts: desk.texts(),
            name_of: &name_of,
        })
    }
}

/// An answer as the screen shows it.
pub(crate) fn answer(names: &Names<'_>, answer: &Answer) -> AnswerView {
    let Answer { state, note } = answer;
    let note = note.clone();
    match state {
        AnswerState::Given(given) => AnswerView::Given {
            value: value(names, given),
            note,
        },
        AnswerState::NotApplicable { reason } => AnswerView::NotApplicable {
            reason: reason.clone(),
            note,
        },
        AnswerState::NotKnown { asked_of } => AnswerView::NotKnown {
            asked_of: asked_of.as_ref().and_then(|person| names.link(person)),
            note,
        },
    }
}

pub(crate) fn value(names: &Names<'_>, value: &Value) -> ValueView {
    match value {
        Value::Text(text) => ValueView::Text { text: text.clone() },
        Value::Words(words) => ValueView::Words {
            words: words.clone(),
        },
        Value::One(option) => ValueView::One {
            option: option.to_string(),
        },
        Value::Many(options) => ValueView::Many {
            options: options.iter().map(ToString::to_string).collect(),
        },
        Value::Date(date) => ValueView::Date {
            date: date.to_string(),
        },
        Value::Number(number) => ValueView::Number { number: *number },
        Value::Records(records) => ValueView::Records {
            records: records.iter().filter_map(|id| names.link(id)).collect(),
        },
    }
}

/// Where a question stands: shown or not by the answers that count, answered or not by all of them.
pub(crate) fn standing(question: &Question, counting: &Answers, answers: &Answers) -> Shown {
    match domain::progress::standing(question, counting) {
        Standing::Hidden if answers.contains_key(&question.id) => Shown::SetAside,
        Standing::Open => Shown::Open,
        Standing::Answered => Shown::Answered,
        Standing::NotApplicable => Shown::NotApplicable,
        Standing::NotKnown => Shown::NotKnown,
        Standing::Hidden => Shown::Hidden,
        Standing::SetAside => Shown::SetAside,
    }
}

/// The date of the next review, of answers that count.
pub(crate) fn review_due(counting: &Answers) -> Option<NaiveDate> {
    match counting.get(fact::REVIEW_DUE)?.value()? {
        Value::Date(due) => Some(*due),
        _ => None,
    }
}

pub(crate) fn form(kind: QuestionKind) -> QuestionForm {
    match kind {
        QuestionKind::Text => QuestionForm::Text,
        QuestionKind::LongText => QuestionForm::LongText,
        QuestionKind::Words => QuestionForm::Words,
        QuestionKind::Single => QuestionForm::Single,
        QuestionKind::Multi => QuestionForm::Multi,
        QuestionKind::Date => QuestionForm::Date,
        QuestionKind::Number => QuestionForm::Number,
        QuestionKind::Scale => QuestionForm::Scale,
        QuestionKind::Record => QuestionForm::Record,
        QuestionKind::Records => QuestionForm::Records,
    }
}

pub(crate) fn counts(progress: Progress) -> ProgressView {
    let Progress {
        asked,
        settled,
        to_find_out,
        required_open,
    } = progress;
    ProgressView {
        asked,
        settled,
        to_find_out,
        required_open,
    }
}

/// The steps of a wizard with their standing, without those that have nothing to ask.
pub(crate) fn sections(questionnaire: &Questionnaire, answers: &Answers) -> Vec<SectionView> {
    questionnaire
        .sections
        .iter()
        .map(|section| {
            let progress = progress(questionnaire, Some(&section.id), answers);
            SectionView {
                id: section.id.to_string(),
                title: section.title.clone(),
                intro: section.intro.clone(),
                minutes_left: minutes_left(section.minutes, &progress),
                progress: counts(progress),
            }
        })
        .collect()
}

/// The share of a section's minutes that its unsettled questions take, rounded up.
fn minutes_left(minutes: u32, progress: &Progress) -> u32 {
    let Progress { asked, settled, .. } = *progress;
    let open = u32::try_from(asked.saturating_sub(settled)).unwrap_or(u32::MAX);
    let asked = u32::try_from(asked).unwrap_or(u32::MAX).max(1);
    minutes.saturating_mul(open).div_ceil(asked)
}

/// The questionnaire about records of a kind. Every kind has one; the content check holds that.
pub(crate) fn questionnaire(
    desk: &Desk,
    kind: RecordKind,
) -> Result<&'static Questionnaire, AppError> {
    desk.library()
        .questionnaire_about(kind)
        .ok_or(AppError::Nonsense { what: "kind" })
}

/// The record with this id, or the refusal that it is not there.
pub(crate) fn record(open: &OpenFile, id: &str) -> Result<Record, AppError> {
    let id = RecordId::new(id);
    open.file
        .record(&id)?
        .ok_or(AppError::Store(StoreError::UnknownRecord { record: id }))
}

/// At most so many characters of a text, with a mark where it was cut.
pub(crate) fn shortened(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((cut, _)) => format!("{}…", text.get(..cut).unwrap_or_default().trim_end()),
        None => text.to_owned(),
    }
}
