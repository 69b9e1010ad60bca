//! Taking acts back, and bringing single values back. Nothing is erased: earlier values return as new
//! events.

use crate::effect::{Effect, Step};
use crate::error::StoreError;
use crate::file::ClientFile;
use crate::form::AnswerForm;
use crate::queries::{answers, history, records};
use crate::time::moment;
use crate::verbs::record::{check_name, existing, rename};
use crate::write::{Recorded, Write};
use content::QuestionId;
use domain::{Action, Actor, Record, RecordId, Rejected, Timestamp};

/// An act that can be taken back, as far as it helps a person to decide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    /// Its number.
    pub act: u64,
    /// When it was done.
    pub at: Timestamp,
    /// By whom.
    pub actor: Actor,
    /// What kind of act: that of its first event.
    pub action: Action,
    /// The record its first event is about, if that exists now.
    pub subject: Option<Record>,
    /// The question its first event is about.
    pub question: Option<QuestionId>,
    /// How many events it has.
    pub events: u64,
}

impl ClientFile {
    /// The act that [`ClientFile::undo`] would take back.
    pub fn undoable(&self) -> Result<Option<Act>, StoreError> {
        self.acts
            .undo
            .last()
            .map(|act| self.describe(*act))
            .transpose()
    }

    /// The act that [`ClientFile::redo`] would do again.
    pub fn redoable(&self) -> Result<Option<Act>, StoreError> {
        self.acts
            .redo
            .last()
            .map(|act| self.describe(*act))
            .transpose()
    }

    /// Takes back the newest act that was not taken back; never a sign-off or a reopening, nor what was
    /// done before one.
    pub fn undo(&mut self, actor: &Actor, now: Timestamp) -> Result<Recorded, StoreError> {
        let act = match self.acts.undo.last() {
            Some(act) => *act,
            None if self.acts.stopped => return Err(StoreError::StopsAtSignOff),
            None => return Err(StoreError::NothingToUndo),
        };
        self.take_back(actor, now, act)
    }

    /// Takes back the newest undoing, if nothing else was done since.
    pub fn redo(&mut self, actor: &Actor, now: Timestamp) -> Result<Recorded, StoreError> {
        let act = *self.acts.redo.last().ok_or(StoreError::NothingToRedo)?;
        self.take_back(actor, now, act)
    }

    fn take_back(
        &mut self,
        actor: &Actor,
        now: Timestamp,
        act: i64,
    ) -> Result<Recorded, StoreError> {
        let done = self.write(actor, now, |write| {
            write.undoing(act.cast_unsigned())?;
            let mut steps = Vec::new();
            for seq in history::seqs_of_act(write.conn(), act)? {
                let event = history::read(write.conn(), seq)?.ok_or(StoreError::NotRestorable {
                    seq: seq.cast_unsigned(),
                })?;
                if matches!(event.step.effect, Effect::Note(_)) {
                    // What was only said (the name of an imported list) is said again first, so that
                    // the history shows which act was taken back.
                    write.take(&event.step)?;
                } else {
                    let before = event.answer_before(write.conn())?;
                    steps.extend(event.step.inverse(before, write.at()));
                }
            }
            // The last step of the act is taken back first.
            for step in steps.iter().rev() {
                write.take(step)?;
            }
            Ok(())
        })?;
        Ok(done.0)
    }

    /// Makes the value that event `seq` wrote the current one again: an answer or a name.
    pub fn restore_value(
        &mut self,
        actor: &Actor,
        now: Timestamp,
        seq: u64,
    ) -> Result<Recorded, StoreError> {
        let done = self.write(actor, now, |write| {
            let not_restorable = || StoreError::NotRestorable { seq };
            let event =
                history::read(write.conn(), seq.cast_signed())?.ok_or_else(not_restorable)?;
            let Some(subject) = event.step.subject.as_deref().map(RecordId::new) else {
                return Err(not_restorable());
            };
            existing(write, &subject)?;
            match event.step.effect {
                Effect::Answered { to } => {
                    let question = event.step.aspect.unwrap_or_default();
                    bring_back(write, &subject, &question, to)
                }
                Effect::Renamed { to: name, .. } | Effect::Added { name, .. } => {
                    rename(write, &subject, check_name(&name)?)
                }
                _ => Err(not_restorable()),
            }
        })?;
        Ok(done.0)
    }

    fn describe(&self, act: i64) -> Result<Act, StoreError> {
        let events: i64 = self
            .conn
            .prepare_cached(
                "SELECT coalesce((SELECT min(seq) FROM event WHERE seq = act AND act > ?1),
                                 (SELECT max(seq) + 1 FROM event)) - ?1",
            )?
            .query_row([act], |row| row.get(0))?;
        let event = history::read(&self.conn, act)?
            .ok_or_else(|| StoreError::damaged(format!("event {act} has no readable value")))?;
        let subject = match &event.step.subject {
            Some(id) => records::one(&self.conn, &RecordId::new(id.as_str()))?,
            None => None,
        };
        let question = match event.step.effect {
            Effect::Answered { .. } => event.step.aspect.map(QuestionId::new),
            _ => None,
        };
        Ok(Act {
            act: act.cast_unsigned(),
            at: moment(event.at)?,
            actor: Actor(event.actor),
            action: event.step.action,
            subject,
            question,
            events: events.cast_unsigned(),
        })
    }
}

/// An earlier answer returns, if the records it names are still there.
fn bring_back(
    write: &mut Write<'_>,
    record: &RecordId,
    question: &str,
    to: Option<AnswerForm>,
) -> Result<(), StoreError> {
    let answer: Option<domain::Answer> = to.clone().map(Into::into);
    let linked = answer.iter().flat_map(records::linked);
    for id in linked {
        if records::one(write.conn(), &id)?.is_none() {
            return Err(Rejected::UnknownRecord {
                question: QuestionId::from(question),
            }
            .into());
        }
    }
    if answers::one(write.conn(), record, question)? == answer {
        return Ok(());
    }
    write.take(&Step::part(
        Action::AnswerRecorded,
        record.as_str(),
        question,
        Effect::Answered { to },
    ))
}
