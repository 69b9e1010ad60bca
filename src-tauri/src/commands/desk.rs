//! The journey, the to-dos, texts and preferences.

mod steps;
mod to_dos;

use self::steps::certification;
use self::to_dos::{list_to_dos, overdue_reviews, unknown_in_assessments};
use super::command;
use crate::counts::{self, Outcome, classified};
use crate::desk::Desk;
use crate::error::{AppError, disk};
use crate::show;
use crate::signal::Signal;
use crate::wire::desk::{
    Journey, Language, NextKind, NextStep, Step, StepId, StepState, ToDo, UiTexts,
};
use crate::wire::report::OneTask;
use crate::wire::settings::Preferences;
use content::RecordKind;
use domain::progress::{Progress, Standing, counted, standing};
use domain::{Action, Change, Event, Record};
use store::{HistoryQuery, ListQuery};

fn texts_for(desk: &Desk, Language { language }: Language) -> Result<UiTexts, AppError> {
    let texts = match &language {
        Some(language) => desk.library().texts_in(language),
        None => desk.texts(),
    };
    Ok(UiTexts {
        language: texts.language().to_owned(),
        languages: desk.library().languages().map(str::to_owned).collect(),
        texts: texts
            .under("ui")
            .map(|(key, text)| (key.to_owned(), text.to_owned()))
            .collect(),
    })
}

fn steps(desk: &Desk) -> Result<Journey, AppError> {
    counts::journey(desk, || count_steps(desk))
}

fn count_steps(desk: &Desk) -> Result<Journey, AppError> {
    // First, because it reads the answers of systems for both counts.
    let outcomes = classified(desk)?;
    let organisation = counts::current(desk, RecordKind::Organisation)?;
    let systems = counts::current(desk, RecordKind::System)?;
    let mut others = Vec::new();
    for kind in [
        RecordKind::Vendor,
        RecordKind::Model,
        RecordKind::Dataset,
        RecordKind::Person,
    ] {
        others.extend(counts::current(desk, kind)?);
    }
    let mut beside = counts::current(desk, RecordKind::Duty)?;
    beside.extend(counts::current(desk, RecordKind::Incident)?);
    let query = ListQuery {
        limit: 0,
        ..overdue_reviews(desk)
    };
    let overdue = desk.read(|open| Ok(open.file.list(&query)?.total))?;
    let profile = organisation
        .first()
        .map(|(_, progress)| *progress)
        .unwrap_or_default();
    let ready = complete(&systems);
    let settled = counts::settled_systems(&outcomes);
    let of_systems: Vec<Record> = systems.iter().map(|(one, _)| one.clone()).collect();
    let certification = certification(desk, &of_systems)?;
    let next = next(desk, &organisation, &systems, &outcomes, &certification)?;
    let mut steps = vec![
        Step {
            id: StepId::Organisation,
            state: match profile {
                Progress {
                    settled: 0,
                    to_find_out: 0,
                    ..
                } => StepState::NotStarted,
                Progress {
                    required_open: 0, ..
                } => StepState::Done,
                _ => StepState::UnderWay,
            },
            done: profile.settled,
            total: profile.asked,
        },
        Step {
            id: StepId::Inventory,
            state: if overdue > 0 {
                StepState::Attention
            } else {
                state(ready, systems.len())
            },
            done: ready,
            total: systems.len(),
        },
        Step {
            id: StepId::Classification,
            state: if outcomes.iter().any(|(_, one)| one.begun) {
                state(settled, systems.len())
            } else {
                StepState::NotStarted
            },
            done: settled,
            total: systems.len(),
        },
        Step {
            id: StepId::Records,
            state: state(complete(&others), others.len()),
            done: complete(&others),
            total: others.len(),
        },
    ];
    steps.extend(certification);
    steps.push(Step {
        id: StepId::Reports,
        state: state(ready, systems.len()),
        done: ready,
        total: systems.len(),
    });
    Ok(Journey {
        steps,
        needed_open: systems.iter().map(|(_, one)| one.required_open).sum(),
        to_dos: overdue
            + unknown_in_assessments(desk)?
            + to_find_out(&[&organisation, &systems, &others, &beside])
            + outcomes
                .iter()
                .map(|(_, one)| one.to_find_out)
                .sum::<usize>(),
        next,
    })
}

/// What nobody knows yet, as `list_to_dos` lists it.
fn to_find_out(counted: &[&[(Record, Progress)]]) -> usize {
    let progress = counted.iter().flat_map(|records| records.iter());
    progress.map(|(_, progress)| progress.to_find_out).sum()
}

fn complete(records: &[(Record, Progress)]) -> usize {
    records
        .iter()
        .filter(|(_, progress)| progress.required_open == 0)
        .count()
}

fn state(done: usize, total: usize) -> StepState {
    match (done, total) {
        (_, 0) => StepState::NotStarted,
        (done, total) if done == total => StepState::Done,
        _ => StepState::UnderWay,
    }
}

/// What to do next: a first system before anything else, because the first question is to come after
/// one field; then the classification one was at; then whatever is open, the system touched last before
/// the others.
fn next(
    desk: &Desk,
    organisation: &[(Record, Progress)],
    systems: &[(Record, Progress)],
    outcomes: &[(Record, Outcome)],
    certification: &[Step],
) -> Result<Option<NextStep>, AppError> {
    if systems.is_empty() {
        return Ok(Some(bare(NextKind::AddFirstSystem)));
    }
    if let Some(last) = last_classified(desk, outcomes)? {
        return Ok(Some(to_classify(last)));
    }
    let open_system = systems
        .iter()
        .filter(|(_, progress)| progress.required_open > 0)
        .max_by_key(|(record, _)| record.changed);
    let open_profile = organisation
        .iter()
        .find(|(_, progress)| progress.required_open > 0);
    let (kind, (record, progress)) = match (open_profile, open_system) {
        (Some(profile), _) if profile.1.settled == 0 => (NextKind::DescribeOrganisation, profile),
        (_, Some(system)) => (NextKind::ContinueSystem, system),
        (Some(profile), None) => (NextKind::DescribeOrganisation, profile),
        (None, None) => return Ok(Some(next_to_classify(outcomes, certification))),
    };
    let questionnaire = show::questionnaire(desk, record.kind)?;
    let answers = desk.read(|open| Ok(open.file.answers(&record.id)?))?;
    let counting = counted(questionnaire, &answers);
    let question = questionnaire.questions.iter().find(|question| {
        question.required
            && matches!(
                standing(question, &counting),
                Standing::Open | Standing::NotKnown
            )
    });
    let section = question.and_then(|question| {
        questionnaire
            .sections
            .iter()
            .find(|section| section.id == question.section)
    });
    Ok(Some(NextStep {
        kind,
        step: None,
        record: Some(show::link(record.clone())),
        section: section.map(|section| section.id.to_string()),
        section_title: section.map(|section| section.title.clone()),
        question: question.map(|question| question.id.to_string()),
        open: progress.required_open,
    }))
}

/// The system to classify next; where each is settled, the first step of the certification that is not done;
/// after them the register.
fn next_to_classify(outcomes: &[(Record, Outcome)], certification: &[Step]) -> NextStep {
    let unsettled = outcomes.iter().filter(|(_, one)| one.next.is_some());
    match unsettled.max_by_key(|(record, one)| (one.begun, record.changed)) {
        None => {
            let mut open = certification.iter();
            match open.find(|step| step.state != StepState::Done && to_be_walked(step)) {
                None => bare(NextKind::PrintRegister),
                Some(step) => NextStep {
                    step: Some(step.id),
                    open: step.total - step.done,
                    ..bare(NextKind::TakeStep)
                },
            }
        }
        Some(system) => to_classify(system),
    }
}

/// The system of the newest answer, if that is one to the law and questions are left there.
fn last_classified<'o>(
    desk: &Desk,
    outcomes: &'o [(Record, Outcome)],
) -> Result<Option<&'o (Record, Outcome)>, AppError> {
    let newest = HistoryQuery {
        action: Some(Action::AnswerRecorded),
        limit: 1,
        ..HistoryQuery::default()
    };
    let newest = desk.read(|open| Ok(open.file.history(&newest)?))?;
    let Some(Event {
        subject: Some(subject),
        change: Some(Change::Answer { question, .. }),
        ..
    }) = newest.first()
    else {
        return Ok(None);
    };
    let law = desk.law()?.questionnaire;
    let mut left = outcomes.iter().filter(|(_, one)| one.next.is_some());
    Ok(law
        .question(question.as_str())
        .and_then(|_| left.find(|(record, _)| record.id == *subject)))
}

fn to_classify((record, one): &(Record, Outcome)) -> NextStep {
    NextStep {
        record: Some(show::link(record.clone())),
        question: one.next.map(ToString::to_string),
        open: one.open,
        ..bare(NextKind::ClassifySystem)
    }
}

/// Whether a step can be taken. Nobody need see to a duty, or treat a risk, before there is one.
fn to_be_walked(step: &Step) -> bool {
    match step.id {
        StepId::Duties | StepId::Treatment => step.total > 0,
        _ => true,
    }
}

fn bare(kind: NextKind) -> NextStep {
    NextStep {
        kind,
        step: None,
        record: None,
        section: None,
        section_title: None,
        question: None,
        open: 0,
    }
}

fn present(desk: &Desk) -> Result<Preferences, AppError> {
    Ok(desk.preferences())
}

fn prefer(desk: &Desk, wanted: Preferences) -> Result<Preferences, AppError> {
    let Preferences {
        actor,
        language,
        theme,
        lock_after_minutes,
        keep_recent,
        zoom,
    } = wanted;
    let known = desk.library().languages().any(|known| known == language);
    let preferences = Preferences {
        actor: actor
            .trim()
            .chars()
            .filter(|c| !c.is_control() && !domain::text::turns_writing(*c))
            .take(200)
            .collect(),
        language: if known {
            language
        } else {
            desk.preferences().language
        },
        theme,
        lock_after_minutes: lock_after_minutes.map(|minutes| minutes.clamp(1, 480)),
        keep_recent,
        zoom: zoom.clamp(50, 300),
    };
    let failed = |error: std::io::Error| disk(std::path::Path::new("preferences.json"), &error);
    desk.memory()
        .keep_preferences(&preferences)
        .map_err(failed)?;
    if !keep_recent {
        desk.memory().forget_all().map_err(failed)?;
    }
    desk.prefer(preferences.clone());
    desk.tell(Signal::Zoom(preferences.zoom));
    desk.tell(Signal::Theme(preferences.theme));
    Ok(preferences)
}

fn stop(desk: &Desk, OneTask { task }: OneTask) -> Result<(), AppError> {
    desk.cancel(task);
    Ok(())
}

command! {
    /// The texts of the screens.
    texts(Language) -> UiTexts = texts_for
}
command! {
    /// The steps with their state, counted from the file.
    journey() -> Journey = steps
}
command! {
    /// What is to be found out or looked at again.
    to_dos() -> Vec<ToDo> = list_to_dos
}
command! {
    /// Preferences of this machine.
    preferences() -> Preferences = present
}
command! {
    /// Keeps preferences of this machine.
    save_preferences(Preferences) -> Preferences = prefer
}
command! {
    /// Stops a long task at its next step.
    cancel_task(OneTask) -> () = stop
}
