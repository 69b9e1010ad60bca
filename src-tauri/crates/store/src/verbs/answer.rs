//! Answering questions about records.

use crate::effect::{Effect, Step};
use crate::error::StoreError;
use crate::file::ClientFile;
use crate::form::AnswerForm;
use crate::queries::{answers, records};
use crate::verbs::record::{add, existing};
use crate::write::{Recorded, Write};
use content::{Question, RecordKind};
use domain::{Action, Actor, Answer, AnswerState, RecordId, Rejected, Timestamp, Value};

impl ClientFile {
    /// Records the answer to a question about a record; none withdraws it. Saying again what stands
    /// changes nothing.
    pub fn record_answer(
        &mut self,
        actor: &Actor,
        now: Timestamp,
        record: &RecordId,
        question: &Question,
        answer: Option<Answer>,
    ) -> Result<Recorded, StoreError> {
        let done = self.write(actor, now, |write| {
            existing(write, record)?;
            put(write, record, question, answer.as_ref()).map(|_| ())
        })?;
        Ok(done.0)
    }

    /// Records answers about several records as one act, which is undone as one. What stands already
    /// changes nothing; one answer that cannot be recorded refuses all of them.
    pub fn record_answers(
        &mut self,
        actor: &Actor,
        now: Timestamp,
        answers: &[(RecordId, &Question, Option<Answer>)],
    ) -> Result<Recorded, StoreError> {
        self.enter(actor, now, &[], answers)
    }

    /// Enters a record together with its first answers, as one act.
    pub fn add_answered(
        &mut self,
        actor: &Actor,
        now: Timestamp,
        named: (RecordId, RecordKind, &str),
        answers: &[(&Question, Answer)],
    ) -> Result<Recorded, StoreError> {
        self.enter(actor, now, &[(named, answers.to_vec())], &[])
    }

    /// Enters records together with their first answers, and records answers about others, as one act that
    /// is undone as one.
    pub fn enter(
        &mut self,
        actor: &Actor,
        now: Timestamp,
        records: &[NewAnswered<'_>],
        answers: &[(RecordId, &Question, Option<Answer>)],
    ) -> Result<Recorded, StoreError> {
        let mut kinds = records.iter().map(|((_, kind, _), _)| *kind);
        if kinds.any(|kind| kind == RecordKind::Organisation) {
            return Err(StoreError::OneOrganisation);
        }
        let done = self.write(actor, now, |write| {
            for ((id, kind, name), first) in records {
                add(write, id, *kind, name)?;
                for (question, answer) in first {
                    put(write, id, question, Some(answer))?;
                }
            }
            for (record, question, answer) in answers {
                existing(write, record)?;
                put(write, record, question, answer.as_ref())?;
            }
            Ok(())
        })?;
        Ok(done.0)
    }
}

/// A record to be entered, with what it is called, and its first answers.
pub type NewAnswered<'a> = ((RecordId, RecordKind, &'a str), Vec<(&'a Question, Answer)>);

impl ClientFile {
    /// Enters a record together with its first answers, and links another record to it, as one act.
    pub fn add_linked(
        &mut self,
        actor: &Actor,
        now: Timestamp,
        (id, kind, name): (RecordId, RecordKind, &str),
        answers: &[(&Question, Answer)],
        (from, link): (&RecordId, &Question),
    ) -> Result<Recorded, StoreError> {
        let to = Answer::given(Value::Records(vec![id.clone()]));
        let link = (from.clone(), link, Some(to));
        self.enter(actor, now, &[((id, kind, name), answers.to_vec())], &[link])
    }
}

/// Checks and records one answer. Gives whether anything changed.
pub(crate) fn put(
    write: &mut Write<'_>,
    record: &RecordId,
    question: &Question,
    answer: Option<&Answer>,
) -> Result<bool, StoreError> {
    if let Some(answer) = answer {
        answer.check(question)?;
        links_hold(write, question, answer)?;
    }
    if answers::one(write.conn(), record, question.id.as_str())?.as_ref() == answer {
        return Ok(false);
    }
    write.take(&Step::part(
        Action::AnswerRecorded,
        record.as_str(),
        question.id.as_str(),
        Effect::Answered {
            to: answer.map(AnswerForm::from),
        },
    ))?;
    Ok(true)
}

/// Whether every record an answer names exists and is of the kind the question asks for.
fn links_hold(write: &Write<'_>, question: &Question, answer: &Answer) -> Result<(), StoreError> {
    let asked = match &answer.state {
        AnswerState::NotKnown { asked_of } => asked_of.as_ref(),
        _ => None,
    };
    let named = answer.value().map_or(&[][..], |value| value.records());
    let wanted = named
        .iter()
        .map(|id| (id, question.record))
        .chain(asked.map(|id| (id, Some(RecordKind::Person))));
    for (id, kind) in wanted {
        let found = records::one(write.conn(), id)?;
        let fits = found.is_some_and(|record| kind.is_none_or(|kind| record.kind == kind));
        if !fits {
            return Err(Rejected::UnknownRecord {
                question: question.id.clone(),
            }
            .into());
        }
    }
    Ok(())
}
