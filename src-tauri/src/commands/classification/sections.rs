//! The tree of questions that matter, in their order.

use super::parts::is_to_find_out;
use crate::desk::Desk;
use crate::error::AppError;
use crate::law::Case;
use crate::wire::answer::Standing;
use crate::wire::classification::{LawEntry, LawSection};
use crate::wire::wizard::ProgressView;
use chrono::NaiveDate;
use content::{Question, QuestionId};
use domain::AnswerState;
use domain::law::Road;
use std::collections::HashSet;

/// Sections with the questions that matter, without those that have none.
pub(super) fn sections(
    desk: &Desk,
    case: &Case,
    road: &Road<'_>,
) -> Result<Vec<LawSection>, AppError> {
    let questionnaire = desk.law()?.questionnaire;
    let optional: HashSet<&QuestionId> = road.further.iter().copied().collect();
    let mut shown: HashSet<&QuestionId> = optional.clone();
    shown.extend(road.settled.iter().chain(&road.open));
    let mut sections = Vec::new();
    for section in &questionnaire.sections {
        let own = questionnaire.in_section(&section.id);
        let own = own.filter(|question| shown.contains(&question.id));
        let questions: Vec<LawEntry> = own
            .map(|question| LawEntry {
                id: question.id.to_string(),
                label: question.label.clone(),
                standing: standing(case, &question.id),
                optional: optional.contains(&question.id),
            })
            .collect();
        if !questions.is_empty() {
            sections.push(LawSection {
                id: section.id.to_string(),
                title: section.title.clone(),
                intro: section.intro.clone(),
                progress: progress(&questions),
                questions,
            });
        }
    }
    Ok(sections)
}

/// Where a question that matters stands.
pub(super) fn standing(case: &Case, question: &QuestionId) -> Standing {
    match case.facts.get(question).map(|answer| &answer.state) {
        None => Standing::Open,
        Some(AnswerState::Given(_)) => Standing::Answered,
        Some(AnswerState::NotApplicable { .. }) => Standing::NotApplicable,
        Some(AnswerState::NotKnown { .. }) => Standing::NotKnown,
    }
}

fn progress(questions: &[LawEntry]) -> ProgressView {
    let counts = |wanted: &dyn Fn(&LawEntry) -> bool| {
        let deciding = questions.iter().filter(|entry| !entry.optional);
        deciding.filter(|entry| wanted(entry)).count()
    };
    let settled =
        |entry: &LawEntry| matches!(entry.standing, Standing::Answered | Standing::NotApplicable);
    ProgressView {
        asked: counts(&|_| true),
        settled: counts(&settled),
        to_find_out: counts(&|entry| entry.standing == Standing::NotKnown),
        required_open: counts(&|entry| !settled(entry)),
    }
}

/// The question to ask next: the first open one after a place that does not wait for one left open before, then
/// the first at all; among those on which only advice hangs, where such a one was asked for. None when nothing
/// is left.
pub(super) fn next_open(
    desk: &Desk,
    case: &Case,
    road: &Road<'_>,
    after: Option<&str>,
    optional: bool,
    on: NaiveDate,
) -> Result<Option<QuestionId>, AppError> {
    let law = desk.law()?;
    let asked = if optional { &road.further } else { &road.open };
    let open: Vec<&QuestionId> = asked
        .iter()
        .copied()
        .filter(|id| !is_to_find_out(case, id))
        .collect();
    let questions = &law.questionnaire.questions;
    let start = after.and_then(|after| questions.iter().position(|one| one.id.as_str() == after));
    let later = start.and_then(|start| {
        let later = questions.iter().skip(start + 1);
        let later: Vec<&QuestionId> = later
            .map(|question| &question.id)
            .filter(|id| open.contains(id))
            .collect();
        let left_open = |one: &&Question| asked.contains(&&one.id);
        let before = questions.iter().take(start).filter(left_open);
        let waits = |one: &Question| law.engine.waiting(one.id.as_str(), &case.facts, on);
        let here = questions.get(start).map(waits).unwrap_or_default();
        let waiting: Vec<&QuestionId> = before.flat_map(waits).chain(here.clone()).collect();
        // What hangs on a question left open is asked once nothing else is left.
        let first_beside = |waiting: &[&QuestionId]| {
            let mut later = later.iter();
            later.find(|id| !waiting.contains(id)).copied()
        };
        first_beside(&waiting).or_else(|| first_beside(&here))
    });
    // Who has just left it open goes on, or sees what it comes to.
    let other = |id: &&&QuestionId| after.is_none_or(|after| id.as_str() != after);
    let first = || open.iter().find(other).copied().filter(|_| !optional);
    Ok(later.or_else(first).cloned())
}
