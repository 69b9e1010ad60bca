//! How far each record is. Derived from answers, so it may be thrown away at any time; kept only
//! because ten thousand systems are counted for every glance at the journey.

use crate::desk::Desk;
use crate::error::AppError;
use crate::session::OpenFile;
use crate::show;
use crate::wire::classification_revision::ChangedClassification;
use crate::wire::desk::Journey;
use crate::wire::duties::DutyLine;
use crate::wire::impacts::ImpactRow;
use crate::wire::inventory::InventoryFacets;
use chrono::NaiveDate;
use content::{Class, QuestionId, Questionnaire, RecordKind};
use domain::progress::{Progress, progress};
use domain::{AnswerState, Answers, Record, RecordId};
use std::collections::HashMap;
use std::sync::Arc;

/// How many records are counted before others may have a look at the file.
const AT_ONCE: usize = 200;

/// What was derived from the answers, as far as it is known.
#[derive(Debug, Default)]
pub(crate) struct Counts {
    known: HashMap<RecordId, Progress>,
    /// What the law says of each system, on one day and with one profile of the organisation.
    law: Classified,
    /// Goes up with every change of the file.
    turn: u64,
    journey: Option<Glance<Journey>>,
    head: Option<Glance<InventoryFacets>>,
    changed: Option<Glance<Vec<ChangedClassification>>>,
    duties: Option<Glance<Arc<Vec<DutyLine>>>>,
    impacts: Option<Glance<Arc<Vec<ImpactRow>>>>,
}

#[derive(Debug, Default)]
struct Classified {
    day: NaiveDate,
    profile: Answers,
    known: HashMap<RecordId, Outcome>,
}

/// What the law says of a system, as far as lists show it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Outcome {
    /// The class that leads; none while it is undetermined.
    pub headline: Option<&'static Class>,
    /// The first class that holds already.
    pub so_far: Option<&'static Class>,
    /// Questions that can still change something.
    pub open: usize,
    /// Questions that are asked and nobody knows the answer to yet.
    pub to_find_out: usize,
    /// The first open one that nothing was said to.
    pub next: Option<&'static QuestionId>,
    /// Whether any question of the law was answered.
    pub begun: bool,
}

impl Outcome {
    /// Whether no open question can change anything any more.
    pub(crate) fn settled(&self) -> bool {
        self.open == 0
    }
}

/// How many systems are settled: the one count of them, wherever it is shown.
pub(crate) fn settled_systems(outcomes: &[(Record, Outcome)]) -> usize {
    outcomes.iter().filter(|(_, one)| one.settled()).count()
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
            self.law.known.remove(record);
        }
        self.turn += 1;
        self.journey = None;
        self.head = None;
        self.changed = None;
        self.duties = None;
        self.impacts = None;
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

/// Signed systems whose outcome is another one today, worked out by `derive` unless nothing changed since
/// it last was.
pub(crate) fn changed(
    desk: &Desk,
    derive: impl FnOnce() -> Result<Vec<ChangedClassification>, AppError>,
) -> Result<Vec<ChangedClassification>, AppError> {
    glance(desk, |counts| &mut counts.changed, derive)
}

/// The calendar of duties, made by `derive` unless nothing changed since it last was.
pub(crate) fn duties(
    desk: &Desk,
    derive: impl FnOnce() -> Result<Arc<Vec<DutyLine>>, AppError>,
) -> Result<Arc<Vec<DutyLine>>, AppError> {
    glance(desk, |counts| &mut counts.duties, derive)
}

/// All systems with their assessments, made by `derive` unless nothing changed since they last were.
pub(crate) fn impacts(
    desk: &Desk,
    derive: impl FnOnce() -> Result<Arc<Vec<ImpactRow>>, AppError>,
) -> Result<Arc<Vec<ImpactRow>>, AppError> {
    glance(desk, |counts| &mut counts.impacts, derive)
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

/// Current systems with what the law says of each today.
pub(crate) fn classified(desk: &Desk) -> Result<Vec<(Record, Outcome)>, AppError> {
    let day = desk.outside().today();
    let mut records = desk.read(|open| {
        let organisation = open.file.organisation()?.id;
        let profile = open.file.answers(&organisation)?;
        if open.counts.law.day != day || open.counts.law.profile != profile {
            open.counts.law = Classified {
                day,
                profile,
                known: HashMap::new(),
            };
        }
        Ok(open.file.records(RecordKind::System)?)
    })?;
    records.retain(|record| record.retired.is_none());
    let mut outcomes = Vec::with_capacity(records.len());
    let mut rest = records.into_iter().peekable();
    while rest.peek().is_some() {
        desk.read(|open| {
            let mut fresh = 0;
            while fresh < AT_ONCE {
                let Some(record) = rest.next() else { break };
                let known = open.counts.law.known.get(&record.id).copied();
                fresh += usize::from(known.is_none());
                let outcome = match known {
                    Some(known) => known,
                    None => outcome(desk, open, &record.id, day)?,
                };
                outcomes.push((record, outcome));
            }
            Ok(())
        })?;
    }
    Ok(outcomes)
}

fn outcome(
    desk: &Desk,
    open: &mut OpenFile,
    record: &RecordId,
    day: NaiveDate,
) -> Result<Outcome, AppError> {
    let law = desk.law()?;
    let given = open.file.answers(record)?;
    // The answers are at hand: whoever counts them next need not read them again.
    let questionnaire = show::questionnaire(desk, RecordKind::System)?;
    open.counts.of(record, questionnaire, &given);
    let facts = law.knowing.facts(&given, &open.counts.law.profile);
    let weighing = law.engine.weigh(&facts, day);
    let (questions, further) = weighing.open_questions();
    let is_unknown = |id: &QuestionId| {
        let answer = facts.get(id);
        answer.is_some_and(|answer| matches!(answer.state, AnswerState::NotKnown { .. }))
    };
    let asked_for = questions.iter().chain(&further);
    let mut asked = law.questionnaire.questions.iter();
    let outcome = Outcome {
        headline: weighing.headline(),
        so_far: weighing.so_far(),
        open: questions.len(),
        to_find_out: asked_for.filter(|id| is_unknown(id)).count(),
        next: questions.iter().find(|id| !is_unknown(id)).copied(),
        begun: asked.any(|question| given.contains_key(&question.id)),
    };
    open.counts.law.known.insert(record.clone(), outcome);
    Ok(outcome)
}
