//! The tree of questions that matter, in their order.

use super::parts::is_to_find_out;
use crate::desk::Desk;
use crate::error::AppError;
use crate::law::Case;
use crate::wire::answer::Standing;
use crate::wire::classification::{LawEntry, LawSection};
use crate::wire::wizard::ProgressView;
use chrono::NaiveDate;
use content::QuestionId;
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
    let met = start.map_or(0, |start| start + 1);
    let left_open = questions.iter().take(met);
    let left_open = left_open.filter(|question| asked.contains(&&question.id));
    // The first questions are asked in any case; of the others, what hangs on one left open waits for it.
    let gates = law
        .questionnaire
        .sections
        .first()
        .map(|section| &section.id);
    let waiting: HashSet<&QuestionId> = left_open
        .flat_map(|question| law.engine.waiting(question.id.as_str(), &case.facts, on))
        .filter(|id| {
            let question = law.questionnaire.question(id.as_str());
            question.map(|question| &question.section) != gates
        })
        .collect();
    let free = |id: &&QuestionId| open.contains(id) && !waiting.contains(id);
    let later = || questions.iter().skip(met).map(|one| &one.id).find(free);
    // Who has just left it open goes on, or sees what it comes to.
    let other = |id: &&QuestionId| after.is_none_or(|after| id.as_str() != after);
    let first = || {
        let mut open = open.iter().copied();
        open.find(|id| other(id) && free(id)).filter(|_| !optional)
    };
    let next = start.and_then(|_| later());
    Ok(next.or_else(first).cloned())
}
