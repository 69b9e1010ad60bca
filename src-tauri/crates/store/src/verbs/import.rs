//! Importing a list: many records in one act, all of them or none.

use crate::effect::{Effect, Step};
use crate::error::{RejectedRow, StoreError};
use crate::file::ClientFile;
use crate::queries::records;
use crate::verbs::answer::put;
use crate::verbs::record;
use crate::write::{Recorded, Write};
use content::{Question, QuestionId, RecordKind};
use domain::{Action, Actor, Answer, AnswerState, Draft, RecordId, Rejected, Timestamp, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

/// A list on its way in.
#[derive(Clone, Copy)]
pub struct Import<'a> {
    /// Its rows, in order. A draft of the organisation brings the one organisation up to date.
    pub drafts: &'a [Draft],
    /// Words for the history: file name and hash of the source.
    pub note: &'a str,
    /// Finds a question by its id.
    pub questions: &'a dyn Fn(&str) -> Option<&'a Question>,
}

/// What an import did, or would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// The act.
    pub recorded: Recorded,
    /// Records entered for a row of their own.
    pub added: usize,
    /// Records of the file that a row changed.
    pub updated: usize,
    /// Rows that said what the file says already.
    pub unchanged: usize,
    /// Records entered because a row named them.
    pub linked: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Tally {
    added: usize,
    updated: usize,
    unchanged: usize,
    linked: usize,
}

/// How often a long import tells how far it is, in rows.
const TELL_EVERY: usize = 32;

impl ClientFile {
    /// Imports a list as one undoable act. `progress` hears rows done and rows in all, and stops the
    /// import by breaking. Refused rows are all named at once, and nothing is written then.
    pub fn import(
        &mut self,
        actor: &Actor,
        now: Timestamp,
        import: &Import<'_>,
        new_id: &mut dyn FnMut() -> RecordId,
        progress: &mut dyn FnMut(usize, usize) -> ControlFlow<()>,
    ) -> Result<Imported, StoreError> {
        let (recorded, tally) =
            self.write_large(actor, now, |write| run(write, import, new_id, progress))?;
        Ok(imported(recorded, tally))
    }

    /// Does everything an import does, and takes it back: what would happen, told before it does.
    pub fn rehearse_import(
        &mut self,
        actor: &Actor,
        now: Timestamp,
        import: &Import<'_>,
        new_id: &mut dyn FnMut() -> RecordId,
        progress: &mut dyn FnMut(usize, usize) -> ControlFlow<()>,
    ) -> Result<Imported, StoreError> {
        if self.read_only {
            return Err(StoreError::ReadOnly);
        }
        let mut write = Write::begin(&mut self.conn, actor, now)?;
        let tally = run(&mut write, import, new_id, progress)?;
        Ok(imported(write.rehearsed(), tally))
    }
}

fn imported(recorded: Recorded, tally: Tally) -> Imported {
    let Tally {
        added,
        updated,
        unchanged,
        linked,
    } = tally;
    Imported {
        recorded,
        added,
        updated,
        unchanged,
        linked,
    }
}

fn run(
    write: &mut Write<'_>,
    import: &Import<'_>,
    new_id: &mut dyn FnMut() -> RecordId,
    progress: &mut dyn FnMut(usize, usize) -> ControlFlow<()>,
) -> Result<Tally, StoreError> {
    write.take(&Step {
        action: Action::ListImported,
        subject: None,
        aspect: None,
        effect: Effect::Note(import.note.to_owned()),
    })?;
    let mut rows = Rows {
        questions: import.questions,
        names: BTreeMap::new(),
        only_named: BTreeSet::new(),
        tally: Tally::default(),
    };
    let mut refused = Vec::new();
    for (done, draft) in import.drafts.iter().enumerate() {
        if done % TELL_EVERY == 0 && progress(done, import.drafts.len()).is_break() {
            return Err(StoreError::Cancelled);
        }
        match rows.take(write, draft, new_id) {
            Ok(()) => {}
            // The rows that follow are tried as well, so that a person hears of all at once; the act
            // as a whole is dropped at the end.
            Err(StoreError::Rejected(rejected)) => {
                refused.push(RejectedRow {
                    row: draft.row,
                    rejected,
                });
            }
            Err(other) => return Err(other),
        }
    }
    if !refused.is_empty() {
        return Err(StoreError::RejectedRows(refused));
    }
    if progress(import.drafts.len(), import.drafts.len()).is_break() {
        return Err(StoreError::Cancelled);
    }
    Ok(rows.tally)
}

struct Rows<'a> {
    questions: &'a dyn Fn(&str) -> Option<&'a Question>,
    /// Records by kind and spelling of the name, looked up once.
    names: BTreeMap<(RecordKind, String), RecordId>,
    /// Records entered because a row named them, which no row of their own has described yet.
    only_named: BTreeSet<RecordId>,
    tally: Tally,
}

impl<'a> Rows<'a> {
    fn question(&self, id: &QuestionId) -> Result<&'a Question, StoreError> {
        (self.questions)(id.as_str()).ok_or_else(|| {
            Rejected::UnknownQuestion {
                question: id.clone(),
            }
            .into()
        })
    }

    fn take(
        &mut self,
        write: &mut Write<'_>,
        draft: &Draft,
        new_id: &mut dyn FnMut() -> RecordId,
    ) -> Result<(), StoreError> {
        let (id, new) = self.subject(write, draft, new_id)?;
        let mut changed = false;
        if !new && records::one(write.conn(), &id)?.is_none_or(|now| now.name != draft.name.trim())
        {
            record::rename(write, &id, &draft.name)?;
            changed = true;
        }
        for (question, answer) in &draft.answers {
            let question = self.question(question)?;
            let answer = self.complete(write, draft, question, answer, new_id)?;
            changed |= put(write, &id, question, Some(&answer))?;
        }
        for link in &draft.links {
            let question = self.question(&link.question)?;
            let mut linked = Vec::new();
            for name in &link.names {
                let target = self.named(write, link.kind, name, new_id)?;
                if !linked.contains(&target) {
                    linked.push(target);
                }
            }
            if linked.is_empty() {
                continue;
            }
            let answer = Answer {
                state: AnswerState::Given(Value::Records(linked)),
                note: link.note.clone(),
            };
            changed |= put(write, &id, question, Some(&answer))?;
        }
        let retired = records::one(write.conn(), &id)?.is_some_and(|now| now.retired.is_some());
        if draft.retired != retired && draft.kind != RecordKind::Organisation {
            record::retire(write, &id, draft.retired)?;
            changed = true;
        }
        match (new, changed) {
            (true, _) => self.tally.added += 1,
            (false, true) => self.tally.updated += 1,
            (false, false) => self.tally.unchanged += 1,
        }
        Ok(())
    }

    /// The record of a row, and whether it is new.
    fn subject(
        &mut self,
        write: &mut Write<'_>,
        draft: &Draft,
        new_id: &mut dyn FnMut() -> RecordId,
    ) -> Result<(RecordId, bool), StoreError> {
        if draft.kind == RecordKind::Organisation {
            return Ok((records::organisation(write.conn())?.id, false));
        }
        if let Some(id) = &draft.id
            && let Some(known) = records::one(write.conn(), id)?
        {
            return if known.kind == draft.kind {
                Ok((known.id, false))
            } else {
                Err(StoreError::IdUnusable {
                    id: id.as_str().to_owned(),
                })
            };
        }
        let name = record::check_name(&draft.name)?;
        // A record that an earlier row only named is that record: a vendor list after a system list.
        let key = key(draft.kind, name);
        if draft.id.is_none()
            && let Some(named) = self.names.get(&key)
            && self.only_named.remove(named)
        {
            self.tally.linked -= 1;
            return Ok((named.clone(), true));
        }
        // The identity a list brings along is kept, so that a list that goes from file to file stays
        // the same list.
        let id = match &draft.id {
            Some(id) if record::check_id(id.as_str()).is_ok() => id.clone(),
            _ => new_id(),
        };
        record::add(write, &id, draft.kind, name)?;
        self.names.entry(key).or_insert_with(|| id.clone());
        Ok((id, true))
    }

    /// The record with a name, entered if there is none.
    fn named(
        &mut self,
        write: &mut Write<'_>,
        kind: RecordKind,
        name: &str,
        new_id: &mut dyn FnMut() -> RecordId,
    ) -> Result<RecordId, StoreError> {
        let name = record::check_name(name)?;
        let key = key(kind, name);
        if let Some(id) = self.names.get(&key) {
            return Ok(id.clone());
        }
        let id = match records::by_name(write.conn(), kind, name)? {
            Some(id) => id,
            None => {
                let id = new_id();
                record::add(write, &id, kind, name)?;
                self.tally.linked += 1;
                self.only_named.insert(id.clone());
                id
            }
        };
        self.names.insert(key, id.clone());
        Ok(id)
    }

    /// An answer with the person it says was asked.
    fn complete(
        &mut self,
        write: &mut Write<'_>,
        draft: &Draft,
        question: &Question,
        answer: &Answer,
        new_id: &mut dyn FnMut() -> RecordId,
    ) -> Result<Answer, StoreError> {
        let (AnswerState::NotKnown { asked_of: None }, Some(person)) =
            (&answer.state, draft.asked.get(&question.id))
        else {
            return Ok(answer.clone());
        };
        let person = self.named(write, RecordKind::Person, person, new_id)?;
        Ok(Answer {
            state: AnswerState::NotKnown {
                asked_of: Some(person),
            },
            note: answer.note.clone(),
        })
    }
}

/// What names are compared by: a link by name joins only spellings of one name, never names that
/// merely look alike. Those are for a person to judge (`similar`).
fn key(kind: RecordKind, name: &str) -> (RecordKind, String) {
    (kind, domain::text::spelling(name))
}
