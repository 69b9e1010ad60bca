//! How far each record is. Derived from answers, so it may be thrown away at any time; kept only
//! because ten thousand systems are counted for every glance at the journey.

use crate::desk::Desk;
use crate::error::AppError;
use crate::session::OpenFile;
use crate::show;
use crate::wire::desk::Journey;
use crate::wire::inventory::InventoryFacets;
use chrono::NaiveDate;
use content::{Questionnaire, RecordKind};
use domain::progress::{Progress, progress};
use domain::{Answers, Record, RecordId};
use std::collections::HashMap;

/// How many records are counted before others may have a look at the file.
const AT_ONCE: usize = 200;

/// What was derived from the answers, as far as it is known.
#[derive(Debug, Default)]
pub(crate) struct Counts {
    known: HashMap<RecordId, Progress>,
    /// Goes up with every change of the file.
    turn: u64,
    journey: Option<Glance<Journey>>,
    head: Option<Glance<InventoryFacets>>,
}

/// Something counted over the whole file, in the words of one language, on one day.
#[derive(Debug)]
struct Glance<T> {
    value: T,
    day: NaiveDate,
    language: &'static str,
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

    /// Lets go of what changed, and of everything counted over the whole file.
    pub(crate) fn forget<'a>(&mut self, changed: impl IntoIterator<Item = &'a RecordId>) {
        for record in changed {
            self.known.remove(record);
        }
        self.turn += 1;
        self.journey = None;
        self.head = None;
    }
}

/// The journey, counted by `derive` unless nothing changed since it last was.
pub(crate) fn journey(
    desk: &Desk,
    derive: impl FnOnce() -> Result<Journey, AppError>,
) -> Result<Journey, AppError> {
    glance(desk, |counts| &mut counts.journey, derive)
}

/// What stands above the list, counted by `derive` unless nothing changed since it last was.
pub(crate) fn head(
    desk: &Desk,
    derive: impl FnOnce() -> Result<InventoryFacets, AppError>,
) -> Result<InventoryFacets, AppError> {
    glance(desk, |counts| &mut counts.head, derive)
}

fn glance<T: Clone>(
    desk: &Desk,
    place: fn(&mut Counts) -> &mut Option<Glance<T>>,
    derive: impl FnOnce() -> Result<T, AppError>,
) -> Result<T, AppError> {
    let day = desk.outside().today();
    let language = desk.texts().language();
    let (turn, known) = desk.read(|open| {
        let known = place(&mut open.counts)
            .as_ref()
            .filter(|glance| glance.day == day && glance.language == language)
            .map(|glance| glance.value.clone());
        Ok((open.counts.turn, known))
    })?;
    if let Some(known) = known {
        return Ok(known);
    }
    let value = derive()?;
    desk.read(|open| {
        // What changed meanwhile may be counted in or not: it is counted again next time.
        if open.counts.turn == turn {
            let value = value.clone();
            *place(&mut open.counts) = Some(Glance {
                value,
                day,
                language,
            });
        }
        Ok(())
    })?;
    Ok(value)
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
