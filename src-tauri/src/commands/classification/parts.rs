//! What several screens of a classification show.

use crate::desk::Desk;
use crate::error::AppError;
use crate::law::{Case, Law};
use crate::session::OpenFile;
use crate::show;
use crate::wire::classification::{ClassMark, ClassificationStrip, Turn, TurnKind};
use chrono::NaiveDate;
use content::{Class, QuestionId, RecordKind};
use domain::law::{Alternative, Determination, Effect, Finding, Road};
use domain::{AnswerState, Truth, Value};

/// The system with this id and everything the law is applied to.
pub(super) fn case(desk: &Desk, open: &OpenFile, record: &str) -> Result<Case, AppError> {
    let record = show::record(open, record)?;
    if record.kind != RecordKind::System {
        return Err(AppError::Nonsense { what: "record" });
    }
    Case::of(desk, open, record)
}

pub(crate) fn mark(class: &Class) -> ClassMark {
    ClassMark {
        id: class.id.to_string(),
        title: class.title.clone(),
    }
}

/// Whether it was answered that nobody knows yet.
pub(super) fn is_to_find_out(case: &Case, question: &QuestionId) -> bool {
    let answer = case.facts.get(question);
    answer.is_some_and(|answer| matches!(answer.state, AnswerState::NotKnown { .. }))
}

/// The outcome in one line.
pub(super) fn strip(
    desk: &Desk,
    case: &Case,
    found: &Determination<'_>,
    road: &Road<'_>,
) -> Result<ClassificationStrip, AppError> {
    let questionnaire = desk.law()?.questionnaire;
    let class = found.headline.or(found.so_far);
    let holding = || {
        let trace = found.trace.iter();
        trace.filter(|finding| finding.truth == Truth::Yes && finding.counts)
    };
    let concluding = class
        .and_then(|class| holding().find(|finding| finding.rule.class.as_ref() == Some(&class.id)));
    // A point of a list that the conclusion rests on says more than that the list applies.
    let reason = concluding.map(|concluding| {
        let rests_on = |finding: &&Finding<'_>| {
            let mut deciding = finding.deciding.iter();
            finding.rule.point.is_some() && deciding.all(|one| concluding.deciding.contains(one))
        };
        holding().find(rests_on).unwrap_or(concluding)
    });
    let others = found.classes.iter();
    let others = others.filter(|other| class.is_none_or(|class| class.id != other.id));
    let open = road.open.iter();
    let sections = questionnaire.sections.iter().filter(|section| {
        let mut own = questionnaire.in_section(&section.id);
        own.any(|question| road.open.contains(&&question.id))
    });
    Ok(ClassificationStrip {
        class: class.map(mark),
        settled: found.headline.is_some(),
        others: others.map(|class| mark(class)).collect(),
        reason: reason.map_or_else(String::new, |finding| finding.rule.title.clone()),
        cite: reason.map_or_else(String::new, |finding| finding.rule.cite.clone()),
        points: found
            .points
            .iter()
            .map(|point| (*point).to_owned())
            .collect(),
        open: road.open.len(),
        open_in: sections.map(|section| section.title.clone()).collect(),
        to_find_out: open.filter(|id| is_to_find_out(case, id)).count(),
    })
}

/// Other answers that would lead to another class: first to questions that have one.
pub(super) fn turned(desk: &Desk, case: &Case, on: NaiveDate) -> Result<Vec<Turn>, AppError> {
    let law = desk.law()?;
    let changes = law.engine.would_change(&case.facts, on);
    let mut turns: Vec<Turn> = changes
        .iter()
        // "Anything at all" and "does not apply" say nothing about the world.
        .filter(|change| !matches!(change.said, Alternative::NotApplicable))
        .filter_map(|change| turn(desk, law, case, change))
        .collect();
    turns.sort_by_key(|turn| !turn.answered);
    Ok(turns)
}

fn turn(desk: &Desk, law: &Law, case: &Case, change: &Effect<'_>) -> Option<Turn> {
    let Effect {
        question,
        said,
        headline,
        so_far,
        open: _, // the wizard counts what stays open
    } = change;
    let question = law.questionnaire.question(question.as_str())?;
    let label = |option: &content::OptionId| {
        let choice = question.option(option.as_str());
        choice.map_or_else(String::new, |choice| choice.label.clone())
    };
    let texts = desk.texts();
    let words = domain::Words {
        texts,
        name_of: &|_| None,
    };
    let (said, words) = match said {
        Alternative::Option(option) => (TurnKind::Is, label(option)),
        Alternative::With(option) => (TurnKind::With, label(option)),
        Alternative::Without(option) => (TurnKind::Without, label(option)),
        Alternative::NoneOfThese => (TurnKind::None, String::new()),
        Alternative::Number(number) => {
            (TurnKind::Is, words.value(question, &Value::Number(*number)))
        }
        Alternative::Day(day) => (TurnKind::Is, words.date(*day)),
        Alternative::Given => (TurnKind::Given, String::new()),
        Alternative::NotApplicable => (TurnKind::NotApplicable, String::new()),
    };
    Some(Turn {
        question: question.id.to_string(),
        label: question.label.clone(),
        said,
        words,
        answered: case.facts.contains_key(&question.id),
        class: headline.or(*so_far).map(mark),
        settled: headline.is_some(),
    })
}
