//! The calendar of duties over all systems, and what people add to one of them.

use super::classification::telling;
use super::command;
use super::inventory::PAGE;
use super::wizard::into_answer;
use crate::counts;
use crate::desk::Desk;
use crate::error::AppError;
use crate::law::Case;
use crate::session::OpenFile;
use crate::show;
use crate::wire::change::Changed;
use crate::wire::duties::{
    DutyDay, DutyDetail, DutyLine, DutyPage, ListDuties, OneDuty, Owing, RoleName, SeeToDuty,
    Urgency, UrgencyCount,
};
use crate::wire::record::RecordLink;
use content::{Question, QuestionId, RecordKind};
use domain::law::{self, DutyRow, Meant, register};
use domain::{Answer, Answers, Record, RecordId, Rejected, Truth, Value, fact};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

const URGENCIES: [Urgency; 5] = [
    Urgency::Overdue,
    Urgency::Binding,
    Urgency::Ahead,
    Urgency::Undated,
    Urgency::Settled,
];

fn page(desk: &Desk, query: ListDuties) -> Result<DutyPage, AppError> {
    let all = calendar(desk)?;
    let people = desk.read(|open| Ok(open.file.records(RecordKind::Person)?))?;
    let words: Vec<String> = query
        .search
        .split_whitespace()
        .map(str::to_lowercase)
        .collect();
    // Every chip counts what it would show beside the other filters.
    let but_for_day = |line: &&DutyLine| fits(line, &query, &words) && urgency_fits(line, &query);
    let but_for_urgency = |line: &&DutyLine| fits(line, &query, &words) && day_fits(line, &query);
    let mut days: BTreeMap<(bool, String), usize> = BTreeMap::new();
    for line in all.iter().filter(but_for_day) {
        let day = line.effective.clone().unwrap_or_default();
        *days.entry((day.is_empty(), day)).or_default() += 1;
    }
    let matching: Vec<&DutyLine> = all
        .iter()
        .filter(but_for_day)
        .filter(|line| day_fits(line, &query))
        .collect();
    let mut roles: Vec<RoleName> = Vec::new();
    for line in all.iter() {
        if !roles.contains(&line.role) {
            roles.push(line.role.clone());
        }
    }
    Ok(DutyPage {
        total: all.len(),
        matching: matching.len(),
        rows: matching
            .into_iter()
            .skip(query.offset)
            .take(query.limit.min(PAGE))
            .cloned()
            .collect(),
        days: days
            .into_iter()
            .map(|((_, day), duties)| DutyDay { day, duties })
            .collect(),
        urgencies: URGENCIES
            .into_iter()
            .map(|urgency| UrgencyCount {
                urgency,
                duties: all
                    .iter()
                    .filter(but_for_urgency)
                    .filter(|line| line.urgency == urgency)
                    .count(),
            })
            .collect(),
        roles,
        people: people
            .into_iter()
            .filter(|person| person.retired.is_none())
            .map(show::link)
            .collect(),
    })
}

/// Whether a line fits the words, the system, the role and the owner asked for.
fn fits(line: &DutyLine, query: &ListDuties, words: &[String]) -> bool {
    let owner_fits = query.owner.as_deref().is_none_or(|wanted| {
        line.owner
            .as_ref()
            .map_or(wanted.is_empty(), |owner| owner.id == wanted)
    });
    let same = |wanted: &Option<String>, own: &str| wanted.as_deref().is_none_or(|one| one == own);
    let text = || {
        let RecordLink {
            reference, name, ..
        } = &line.system;
        let DutyLine {
            duty,
            title,
            article,
            ..
        } = line;
        format!("{reference} {name} {duty} {title} {article}").to_lowercase()
    };
    same(&query.system, &line.system.id)
        && same(&query.role, &line.role.id)
        && owner_fits
        && (words.is_empty() || {
            let text = text();
            words.iter().all(|word| text.contains(word.as_str()))
        })
}

fn urgency_fits(line: &DutyLine, query: &ListDuties) -> bool {
    query.urgency.is_none_or(|wanted| wanted == line.urgency)
}

fn day_fits(line: &DutyLine, query: &ListDuties) -> bool {
    let day = line.effective.as_deref().unwrap_or_default();
    query.day.as_deref().is_none_or(|wanted| wanted == day)
}

/// Every line of the calendar today, made once for as long as nothing changes.
pub(super) fn calendar(desk: &Desk) -> Result<Arc<Vec<DutyLine>>, AppError> {
    counts::duties(desk, || lines(desk))
}

/// Every line of the calendar today.
fn lines(desk: &Desk) -> Result<Arc<Vec<DutyLine>>, AppError> {
    let law = desk.law()?;
    let today = desk.outside().today();
    let (systems, cared_for, people) = desk.read(|open| {
        let organisation = open.file.organisation()?.id;
        let profile = open.file.answers(&organisation)?;
        let wanted = law.knowing.questions();
        let systems: Vec<(Record, Answers)> = open
            .file
            .answers_to(RecordKind::System, &wanted)?
            .into_iter()
            .map(|(record, answers)| (record, law.knowing.facts(&answers, &profile)))
            .collect();
        Ok((
            systems,
            cared_for(desk, open)?,
            open.file.records(RecordKind::Person)?,
        ))
    })?;
    let people: HashMap<RecordId, RecordLink> = people
        .into_iter()
        .map(|person| (person.id.clone(), show::link(person)))
        .collect();
    let rows = register(
        &law.engine,
        systems.iter().map(|(record, facts)| (record, facts)),
        cared_for.iter().map(|(record, answers)| (record, answers)),
        today,
    );
    Ok(Arc::new(
        rows.iter()
            .map(|row| line(desk, row, &people))
            .collect::<Result<_, _>>()?,
    ))
}

/// Everything people added to duties.
fn cared_for(desk: &Desk, open: &OpenFile) -> Result<Vec<(Record, Answers)>, AppError> {
    let asked = show::questionnaire(desk, RecordKind::Duty)?;
    let questions: Vec<&QuestionId> = asked.questions.iter().map(|one| &one.id).collect();
    Ok(open.file.answers_to(RecordKind::Duty, &questions)?)
}

fn line(
    desk: &Desk,
    row: &DutyRow<'_, '_>,
    people: &HashMap<RecordId, RecordLink>,
) -> Result<DutyLine, AppError> {
    let framework = desk.law()?.framework;
    let duty = framework
        .duties
        .iter()
        .find(|duty| duty.id.as_str() == row.duty);
    let role = framework
        .roles
        .iter()
        .find(|role| role.id.as_str() == row.role);
    let entry = row.entry.as_ref();
    let effective = row.day();
    let formal = entry.and_then(|entry| entry.formal);
    let legacy = entry.and_then(|entry| entry.legacy.as_ref());
    let care = row.care.as_ref();
    let words = |text: Option<&str>| text.unwrap_or_default().to_owned();
    Ok(DutyLine {
        system: show::link(row.system.clone()),
        duty: row.duty.to_owned(),
        title: duty.map_or_else(|| row.duty.to_owned(), |duty| duty.title.clone()),
        article: duty.map_or_else(String::new, |duty| duty.article.clone()),
        role: RoleName {
            id: row.role.to_owned(),
            title: role.map_or_else(|| row.role.to_owned(), |role| role.title.clone()),
        },
        owed: match row.owed {
            Truth::Yes => Owing::Owed,
            Truth::Unknown => Owing::Perhaps,
            Truth::No => Owing::NoLonger,
        },
        effective: effective.map(|day| day.to_string()),
        effective_open: entry.is_some_and(|entry| entry.effective_open),
        formal: formal
            .filter(|day| effective != Some(*day))
            .map(|day| day.to_string()),
        suspended: words(
            legacy
                .filter(|legacy| legacy.truth == Truth::Yes)
                .map(|legacy| legacy.words()),
        ),
        unsettled: entry.map_or_else(Vec::new, |entry| {
            let points = entry.unsettled.iter();
            points.map(|point| point.title.clone()).collect()
        }),
        urgency: match row.urgency {
            law::Urgency::Overdue => Urgency::Overdue,
            law::Urgency::Binding => Urgency::Binding,
            law::Urgency::Ahead => Urgency::Ahead,
            law::Urgency::Undated => Urgency::Undated,
            law::Urgency::Settled => Urgency::Settled,
        },
        days_left: row.days_left,
        record: care.map(|care| care.record.id.to_string()),
        owner: care.and_then(|care| people.get(care.owner?)).cloned(),
        due: care.and_then(|care| care.due).map(|day| day.to_string()),
        state: care
            .map_or(law::CareState::Open, |care| care.state)
            .code()
            .to_owned(),
        reason: words(care.and_then(|care| care.reason)),
        evidence: words(care.and_then(|care| care.evidence)),
    })
}

/// One duty in full.
fn explain(desk: &Desk, OneDuty { system, duty, role }: OneDuty) -> Result<DutyDetail, AppError> {
    let law = desk.law()?;
    let mut duties = law.framework.duties.iter();
    let mut roles = law.framework.roles.iter();
    let known = duties.find(|one| one.id.as_str() == duty);
    let held = roles.find(|one| one.id.as_str() == role);
    let (Some(known), Some(held)) = (known, held) else {
        return Err(AppError::Nonsense { what: "duty" });
    };
    let case = desk.read(|open| Case::of(desk, open, show::record(open, &system)?))?;
    let entry = law
        .engine
        .duty(&duty, &role, &case.facts, desk.outside().today());
    let points = entry.iter().flat_map(|entry| &entry.unsettled);
    Ok(DutyDetail {
        unsettled: points
            .map(|point| telling::unsettled(point, true))
            .collect(),
        duty: match &entry {
            Some(entry) => telling::duty(entry),
            None => telling::duty_alone(known),
        },
        role: telling::role(held),
    })
}

/// Adds answers to a duty of the register; the record that holds them is made when the first is given.
fn see_to(
    desk: &Desk,
    SeeToDuty {
        system,
        duty,
        role,
        answers,
    }: SeeToDuty,
) -> Result<Changed<RecordLink>, AppError> {
    let law = desk.law()?;
    let known = law
        .framework
        .duties
        .iter()
        .any(|one| one.id.as_str() == duty);
    let role_known = law
        .framework
        .roles
        .iter()
        .any(|one| one.id.as_str() == role);
    if !known || !role_known {
        return Err(AppError::Nonsense { what: "duty" });
    }
    let about = show::questionnaire(desk, RecordKind::Duty)?;
    let asked = |id: &str| {
        let unknown = || Rejected::UnknownQuestion {
            question: QuestionId::new(id),
        };
        about.question(id).ok_or_else(unknown)
    };
    let mut given: Vec<(&Question, Option<Answer>)> = Vec::new();
    for one in answers {
        let question = asked(&one.question)?;
        let answer = one.answer.map(|answer| into_answer(question, answer));
        given.push((question, answer.transpose()?));
    }
    let text = |words: &str| Answer::given(Value::Text(words.to_owned()));
    desk.change(|open, actor, now| {
        let system = show::record(open, &system)?;
        if system.kind != RecordKind::System {
            return Err(AppError::Nonsense { what: "system" });
        }
        let meant = |answers: &Answers| {
            Meant::by(answers).is_some_and(|meant| {
                meant.system == &system.id
                    && meant.law == law.framework.id.as_str()
                    && meant.duty == duty
                    && meant.role == role
            })
        };
        let known = cared_for(desk, open)?;
        let found = known.iter().find(|(_, answers)| meant(answers));
        let (id, recorded) = match found {
            Some((record, _)) => {
                let given: Vec<_> = given
                    .into_iter()
                    .map(|(question, answer)| (record.id.clone(), question, answer))
                    .collect();
                let recorded = open.file.record_answers(actor, now, &given)?;
                (record.id.clone(), recorded)
            }
            None => {
                let id = RecordId::new(desk.outside().new_id());
                let name = format!("{duty} {} {role}", system.reference());
                let link = Answer::given(Value::Records(vec![system.id.clone()]));
                let mut first = vec![
                    (asked(fact::DUTY_SYSTEM)?, link),
                    (asked(fact::DUTY_LAW)?, text(law.framework.id.as_str())),
                    (asked(fact::DUTY_ID)?, text(&duty)),
                    (asked(fact::DUTY_ROLE)?, text(&role)),
                ];
                let given = given.into_iter();
                first.extend(given.filter_map(|(question, answer)| Some((question, answer?))));
                let named = (id.clone(), RecordKind::Duty, name.as_str());
                (id, open.file.add_answered(actor, now, named, &first)?)
            }
        };
        open.counts.forget(&recorded.records);
        Ok((show::link(show::record(open, id.as_str())?), recorded))
    })
}

command! {
    /// A page of the calendar of duties.
    list_duties(ListDuties) -> DutyPage = page
}
command! {
    /// One duty in full: what it asks, of whom, from when, and what is unsettled about it.
    explain_duty(OneDuty) -> DutyDetail = explain
}
command! {
    /// Adds something to one duty.
    see_to_duty(SeeToDuty) -> Changed<RecordLink> = see_to
}
