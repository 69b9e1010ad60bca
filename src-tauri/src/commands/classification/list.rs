//! All systems with their classes.

use super::parts::mark;
use crate::commands::inventory::PAGE;
use crate::counts::{Outcome, classified, settled_systems};
use crate::desk::Desk;
use crate::error::AppError;
use crate::show;
use crate::wire::classification_list::{
    ClassCount, ClassificationPage, ClassificationRow, ClassificationState, ListClassifications,
    StateCount,
};
use content::Class;
use domain::{Record, RecordId};
use std::collections::HashMap;

/// The word that asks for systems without a headline.
const UNDETERMINED: &str = "undetermined";

pub(super) fn page(
    desk: &Desk,
    ListClassifications {
        search,
        class,
        state: wanted,
        offset,
        limit,
    }: ListClassifications,
) -> Result<ClassificationPage, AppError> {
    let all = classified(desk)?;
    let signed = signed_numbers(desk)?;
    let state = |record: &Record, outcome: &Outcome| match signed.contains_key(&record.id) {
        true => ClassificationState::Signed,
        false => state(outcome),
    };
    let words: Vec<String> = search.split_whitespace().map(str::to_lowercase).collect();
    let fits = |record: &Record, outcome: &Outcome| {
        let text = format!("{} {}", record.reference(), record.name).to_lowercase();
        let class_fits = class.as_deref().is_none_or(|wanted| {
            let own = outcome.headline.map_or(UNDETERMINED, |own| own.id.as_str());
            own == wanted
        });
        class_fits
            && wanted.is_none_or(|wanted| wanted == state(record, outcome))
            && words.iter().all(|word| text.contains(word.as_str()))
    };
    let fitting: Vec<&(Record, Outcome)> = all
        .iter()
        .filter(|(record, outcome)| fits(record, outcome))
        .collect();
    let rows = fitting.iter().skip(offset).take(limit.min(PAGE));
    let in_state = |wanted| {
        let systems = all.iter();
        let systems = systems.filter(|(record, one)| state(record, one) == wanted);
        systems.count()
    };
    let of_class = |wanted: Option<&Class>| ClassCount {
        class: wanted.map(mark),
        systems: all
            .iter()
            .filter(|(_, one)| one.headline.map(|class| &class.id) == wanted.map(|class| &class.id))
            .count(),
    };
    let classes = desk.law()?.framework.classes.iter();
    Ok(ClassificationPage {
        total: all.len(),
        settled: settled_systems(&all),
        matching: fitting.len(),
        rows: rows
            .map(|(record, outcome)| ClassificationRow {
                state: state(record, outcome),
                signed: signed.get(&record.id).copied(),
                ..row(desk, record, outcome)
            })
            .collect(),
        classes: std::iter::once(of_class(None))
            .chain(classes.map(|class| of_class(Some(class))))
            .collect(),
        states: [
            ClassificationState::NotStarted,
            ClassificationState::UnderWay,
            ClassificationState::Settled,
            ClassificationState::Signed,
        ]
        .map(|state| StateCount {
            state,
            systems: in_state(state),
        })
        .into(),
    })
}

/// The revision in force of every system that has one.
fn signed_numbers(desk: &Desk) -> Result<HashMap<RecordId, u32>, AppError> {
    let law = desk.law()?;
    let all = desk.read(|open| Ok(open.file.revisions(None)?))?;
    let mut newest = HashMap::new();
    // Oldest first: what comes later stands in place of what was before.
    for revision in all {
        if revision.questionnaire == law.questionnaire.id {
            match revision.stands() {
                true => newest.insert(revision.subject, revision.number),
                false => newest.remove(&revision.subject),
            };
        }
    }
    Ok(newest)
}

/// Where the classification of a system stands, apart from signatures.
fn state(outcome: &Outcome) -> ClassificationState {
    match (outcome.settled(), outcome.begun) {
        (true, _) => ClassificationState::Settled,
        (_, true) => ClassificationState::UnderWay,
        (_, false) => ClassificationState::NotStarted,
    }
}

fn row(desk: &Desk, record: &Record, outcome: &Outcome) -> ClassificationRow {
    let Outcome {
        headline,
        so_far,
        open: _, // in the state
        to_find_out,
        next,
        begun: _, // in the state
    } = outcome;
    let asked = next.and_then(|id| desk.library().question(id.as_str()));
    ClassificationRow {
        record: show::link(record.clone()),
        class: headline.or(*so_far).map(mark),
        settled: headline.is_some(),
        state: state(outcome),
        signed: None,
        to_find_out: *to_find_out,
        next: next.map(ToString::to_string),
        next_label: asked.map_or_else(String::new, |question| question.label.clone()),
    }
}
