//! How far each record is. Derived from answers, so it may be thrown away at any time; kept only
//! because ten thousand systems are counted for every glance at the journey.

use crate::desk::Desk;
use crate::error::AppError;
use crate::session::OpenFile;
use crate::show;
use content::{Questionnaire, RecordKind};
use domain::progress::{Progress, progress};
use domain::{Answers, Record, RecordId};
use std::collections::HashMap;

/// How many records are counted before others may have a look at the file.
const AT_ONCE: usize = 200;

/// Progress by record, as far as it is known.
#[derive(Debug, Default)]
pub(crate) struct Counts {
    known: HashMap<RecordId, Progress>,
}

impl Counts {
    /// Progress of one record whose answers are at hand.
    pub(crate) fn of(
        &mut self,
        record: &RecordId,
        questionnaire: &Questionnaire,
        answers: &Answers,
    ) -> Progress {
        *self
            .known
            .entry(record.clone())
            .or_insert_with(|| progress(questionnaire, None, answers))
    }

    /// Lets go of what changed.
    pub(crate) fn forget<'a>(&mut self, changed: impl IntoIterator<Item = &'a RecordId>) {
        for record in changed {
            self.known.remove(record);
        }
    }
}

/// Current records of a kind with their progress.
pub(crate) fn current(desk: &Desk, kind: RecordKind) -> Result<Vec<(Record, Progress)>, AppError> {
    let questionnaire = show::questionnaire(desk, kind)?;
    let mut records = desk.read(|open| Ok(open.file.records(kind)?))?;
    records.retain(|record| record.retired.is_none());
    let mut counted = Vec::with_capacity(records.len());
    let mut rest = records.into_iter().peekable();
    while rest.peek().is_some() {
        desk.read(|open| {
            let mut fresh = 0;
            while fresh < AT_ONCE {
                let Some(record) = rest.next() else { break };
                let (progress, was_known) = count(open, &record.id, questionnaire)?;
                fresh += usize::from(!was_known);
                counted.push((record, progress));
            }
            Ok(())
        })?;
    }
    Ok(counted)
}

fn count(
    open: &mut OpenFile,
    record: &RecordId,
    questionnaire: &Questionnaire,
) -> Result<(Progress, bool), AppError> {
    if let Some(known) = open.counts.known.get(record) {
        return Ok((*known, true));
    }
    let answers = open.file.answers(record)?;
    Ok((open.counts.of(record, questionnaire, &answers), false))
}
