//! All systems with their three assessments and what their benefits and harms come to.

use super::table::level_mark;
use crate::commands::assessment::{hindrances, owed_state};
use crate::commands::classification::mark;
use crate::commands::inventory::PAGE;
use crate::counts;
use crate::desk::Desk;
use crate::error::AppError;
use crate::impacts::{Asked, Judged, Subject, all_entries};
use crate::law::Case;
use crate::show;
use crate::wire::assessment::OwedState;
use crate::wire::impacts::{
    AssessmentMark, ImpactPage, ImpactResult, ImpactRow, ImpactState, ImpactStateCount,
    ListImpacts, ThresholdView,
};
use chrono::NaiveDate;
use content::{ImpactLevel, RecordKind};
use domain::impact::{REVIEW_DUE, Weigh, question};
use domain::revision::Revision;
use domain::{Answers, Record, RecordId, Value};
use std::collections::HashMap;
use std::sync::Arc;

const STATES: [ImpactState; 5] = [
    ImpactState::Overdue,
    ImpactState::UnderWay,
    ImpactState::Ready,
    ImpactState::Signed,
    ImpactState::NotBegun,
];

pub(super) fn page(desk: &Desk, query: ListImpacts) -> Result<ImpactPage, AppError> {
    let all = counts::impacts(desk, || rows(desk))?;
    let ListImpacts {
        search,
        state,
        owed,
        offset,
        limit,
    } = query;
    let words: Vec<String> = search.split_whitespace().map(str::to_lowercase).collect();
    let fits = |row: &&ImpactRow| {
        let text = format!("{} {}", row.system.reference, row.system.name).to_lowercase();
        state.is_none_or(|wanted| wanted == state_of(row))
            && (!owed || owes(row))
            && words.iter().all(|word| text.contains(word.as_str()))
    };
    let fitting: Vec<&ImpactRow> = all.iter().filter(fits).collect();
    Ok(ImpactPage {
        matching: fitting.len(),
        rows: fitting
            .into_iter()
            .skip(offset)
            .take(limit.min(PAGE))
            .cloned()
            .collect(),
        total: all.len(),
        states: STATES
            .map(|state| ImpactStateCount {
                state,
                systems: all.iter().filter(|row| state_of(row) == state).count(),
            })
            .into(),
        owed: all.iter().filter(|row| owes(row)).count(),
    })
}

/// Where a system stands: an overdue review of any assessment first, then its impact assessment.
fn state_of(row: &ImpactRow) -> ImpactState {
    let mut states = row.assessments.iter().map(|one| one.state);
    match states.clone().any(|state| state == ImpactState::Overdue) {
        true => ImpactState::Overdue,
        false => states.next().unwrap_or(ImpactState::NotBegun),
    }
}

/// Whether an assessment is owed that is not signed.
fn owes(row: &ImpactRow) -> bool {
    let mut assessments = row.assessments.iter();
    assessments.any(|one| one.owed == OwedState::Owed && one.signed.is_none())
}

fn rows(desk: &Desk) -> Result<Arc<Vec<ImpactRow>>, AppError> {
    let asked = Asked::of(desk)?;
    let today = desk.outside().today();
    let law = desk.law()?;
    let questions = asked.questions(desk)?;
    let (systems, mut entries, revisions, organisation, profile) = desk.read(|open| {
        let organisation = open.file.organisation()?.id;
        Ok((
            open.file.answers_to(RecordKind::System, &questions)?,
            by_system(all_entries(open, asked.entry)?),
            open.file.revisions(None)?,
            organisation.clone(),
            open.file.answers(&organisation)?,
        ))
    })?;
    let mut signed: HashMap<RecordId, Vec<Revision>> = HashMap::new();
    for revision in revisions {
        signed
            .entry(revision.subject.clone())
            .or_default()
            .push(revision);
    }
    let mut rows = Vec::with_capacity(systems.len());
    for (record, given) in systems {
        let own = entries.remove(&record.id).unwrap_or_default();
        let revisions = signed.remove(&record.id).unwrap_or_default();
        let case = Case {
            facts: law.knowing.facts(&given, &profile),
            known: law.knowing.known(&given, &profile),
            record,
            given,
            organisation: organisation.clone(),
            profile: profile.clone(),
        };
        let subject = Subject::with(desk, case, own)?;
        let judged = subject.judge(desk, &asked)?;
        rows.push(ImpactRow {
            system: show::link(subject.case.record.clone()),
            class: subject.class.map(|(class, _)| mark(class)),
            assessments: assessments(&asked, &subject, &judged, &revisions, today),
            result: result(desk, &asked.weigh, &judged),
        });
    }
    Ok(Arc::new(rows))
}

fn by_system(entries: Vec<(Record, Answers)>) -> HashMap<RecordId, Vec<(Record, Answers)>> {
    let mut sorted: HashMap<RecordId, Vec<(Record, Answers)>> = HashMap::new();
    for (record, answers) in entries {
        let system = answers.get(question::SYSTEM).and_then(|one| one.value());
        if let Some(system) = system.and_then(|value| value.records().first()).cloned() {
            sorted.entry(system).or_default().push((record, answers));
        }
    }
    sorted
}

/// The three assessments of a system, in a line each.
pub(super) fn assessments(
    asked: &Asked,
    subject: &Subject,
    judged: &Judged<'_>,
    revisions: &[Revision],
    today: NaiveDate,
) -> Vec<AssessmentMark> {
    let each = asked.knowing.iter().zip(REVIEW_DUE);
    each.map(|(knowing, due)| {
        let assessment = subject.assessment(knowing);
        let id = assessment.questionnaire.id.as_str();
        let entries = id == domain::impact::IMPACT_ASSESSMENT && !judged.entries.is_empty();
        let own = revisions
            .iter()
            .rfind(|one| one.is_of(&subject.case.record.id, id));
        let signed = own.filter(|one| one.stands());
        let due = match assessment.value(due) {
            Some(Value::Date(due)) => Some(*due),
            _ => None,
        };
        let state = if due.is_some_and(|due| due < today) {
            ImpactState::Overdue
        } else if signed.is_some() {
            ImpactState::Signed
        } else if !assessment.begun() && !entries {
            ImpactState::NotBegun
        } else if hindrances(&assessment, judged).is_empty() {
            ImpactState::Ready
        } else {
            ImpactState::UnderWay
        };
        let mut owed = judged.owed.iter();
        let owed = owed.find(|one| one.rule.assessment.as_str() == id);
        AssessmentMark {
            questionnaire: id.to_owned(),
            state,
            owed: owed.map_or(OwedState::Open, |owed| owed_state(owed.truth)),
            because: owed.map_or_else(String::new, |owed| owed.because().to_owned()),
            signed: signed.map(|revision| revision.number),
            due: due.map(|due| due.to_string()),
        }
    })
    .collect()
}

/// What the entries come to.
pub(super) fn result(desk: &Desk, weigh: &Weigh<'_>, judged: &Judged<'_>) -> ImpactResult {
    let outcome = &judged.outcome;
    let level = |level: Option<&ImpactLevel>| level.map(|level| level_mark(weigh, level));
    ImpactResult {
        harms: outcome.harms,
        benefits: outcome.benefits,
        unrated: outcome.unrated.len(),
        before: level(outcome.before),
        after: level(outcome.after),
        benefit: level(outcome.benefit),
        thresholds: outcome
            .thresholds
            .iter()
            .map(|reached| {
                let threshold = reached.threshold;
                let asked = desk.library().question(threshold.question.as_str());
                let options = reached.options.iter().filter_map(|option| {
                    let found = asked?.option(option.as_str())?;
                    Some(found.label.clone())
                });
                let harms = reached.harms.iter().filter_map(|id| {
                    let mut entries = judged.entries.iter();
                    let entry = entries.find(|entry| entry.record.id == *id)?;
                    Some(entry.record.name.clone())
                });
                ThresholdView {
                    id: threshold.id.to_string(),
                    title: threshold.title.clone(),
                    reached: owed_state(reached.truth),
                    by: options.chain(harms).collect(),
                    demands: threshold.demands.clone(),
                }
            })
            .collect(),
    }
}
