//! Incidents with the clocks that the law starts.

use super::command;
use crate::desk::Desk;
use crate::error::AppError;
use crate::law::Case;
use crate::session::OpenFile;
use crate::show::{self, Names};
use crate::wire::classification::ClassMark;
use crate::wire::incidents::{ClockView, IncidentView};
use crate::wire::record::Missing;
use chrono::NaiveDate;
use content::{Question, QuestionId, RecordKind};
use domain::law::{Running, clocks};
use domain::progress::{Standing, counted, standing};
use domain::{Answers, Record, Truth, Value, fact};

fn list(desk: &Desk) -> Result<Vec<IncidentView>, AppError> {
    let today = desk.outside().today();
    desk.read(|open| {
        let mut incidents = open.file.records(RecordKind::Incident)?;
        incidents.retain(|incident| incident.retired.is_none());
        // The newest first.
        incidents.reverse();
        incidents
            .into_iter()
            .map(|incident| show_one(desk, open, incident, today))
            .collect()
    })
}

fn show_one(
    desk: &Desk,
    open: &OpenFile,
    incident: Record,
    today: NaiveDate,
) -> Result<IncidentView, AppError> {
    let law = desk.law()?;
    let asked = show::questionnaire(desk, RecordKind::Incident)?;
    let given = open.file.answers(&incident.id)?;
    let answers = counted(asked, &given);
    let names = Names::of(&open.file);
    let system = answers
        .get(fact::INCIDENT_SYSTEM)
        .and_then(|answer| names.record(answer.value()?.records().first()?));
    let case = match system {
        Some(system) => Some(Case::of(desk, open, system)?),
        None => None,
    };
    // Without a system nobody knows what is owed: every clock may run.
    let facts = case
        .as_ref()
        .map(|case| case.facts.clone())
        .unwrap_or_default();
    let weighing = law.engine.weigh(&facts, today);
    let class = weighing.headline().or(weighing.so_far());
    let missing = asked
        .questions
        .iter()
        .filter(|question| question.required && standing(question, &answers) == Standing::Open);
    Ok(IncidentView {
        class: class.filter(|_| case.is_some()).map(|class| ClassMark {
            id: class.id.to_string(),
            title: class.title.clone(),
        }),
        what: text(&answers, fact::INCIDENT_WHAT),
        happened_on: date(&answers, fact::INCIDENT_HAPPENED),
        aware_on: date(&answers, fact::INCIDENT_AWARE),
        closed_on: date(&answers, fact::INCIDENT_CLOSED),
        clocks: clocks(&law.engine, &answers, &facts, today)
            .into_iter()
            .map(|running| clock(desk, running))
            .collect(),
        missing: missing.map(to_answer).collect(),
        system: case.map(|case| show::link(case.record)),
        record: show::link(incident),
    })
}

fn clock(desk: &Desk, running: Running<'_>) -> ClockView {
    let Running {
        clock,
        truth,
        open,
        from,
        deadline,
        days_left,
        done,
        late,
        duty,
        in_force,
        unsettled,
    } = running;
    let day = |day: Option<NaiveDate>| day.map(|day| day.to_string());
    let question = |id: &QuestionId| desk.library().question(id.as_str());
    let effective = duty.effective.map(|date| date.on);
    let suspended = duty.legacy.as_ref();
    let suspended = suspended.filter(|legacy| legacy.truth == Truth::Yes);
    ClockView {
        id: clock.id.to_string(),
        title: clock.title.clone(),
        plain: clock.plain.clone(),
        to: clock.to.clone(),
        cite: clock.cite.clone(),
        certain: truth == Truth::Yes,
        open: open
            .into_iter()
            .filter_map(question)
            .map(to_answer)
            .collect(),
        days: clock.days,
        from: day(from),
        from_label: question(&clock.from).map_or_else(String::new, |one| one.label.clone()),
        deadline: day(deadline),
        days_left,
        done: day(done),
        late,
        duty: duty.duty.id.to_string(),
        role: duty.role.title.clone(),
        in_force,
        effective: day(effective),
        formal: day(duty.formal.filter(|formal| Some(*formal) != effective)),
        suspended: suspended.map_or_else(String::new, |legacy| legacy.words().to_owned()),
        unsettled: unsettled.iter().map(|point| point.title.clone()).collect(),
    }
}

fn to_answer(question: &Question) -> Missing {
    Missing {
        section: question.section.to_string(),
        question: question.id.to_string(),
        label: question.label.clone(),
    }
}

fn date(answers: &Answers, question: &str) -> Option<String> {
    match answers.get(question)?.value()? {
        Value::Date(day) => Some(day.to_string()),
        _ => None,
    }
}

fn text(answers: &Answers, question: &str) -> String {
    match answers.get(question).and_then(|answer| answer.value()) {
        Some(Value::Text(text)) => text.clone(),
        _ => String::new(),
    }
}

command! {
    /// Every incident that is not retired, with its clocks.
    list_incidents() -> Vec<IncidentView> = list
}
