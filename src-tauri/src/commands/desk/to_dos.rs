//! What is to be found out and what is to be looked at again.

use crate::desk::Desk;
use crate::error::AppError;
use crate::law::Case;
use crate::show::{self, Names};
use crate::wire::desk::{ToDo, ToDoKind};
use crate::wire::moment;
use content::RecordKind;
use domain::progress::{Standing, counted, standing};
use domain::{Record, RecordId, Value, fact};
use std::collections::BTreeMap;
use store::{Columns, Filter, ListQuery};

/// Current systems whose review date has passed.
pub(super) fn overdue_reviews(desk: &Desk) -> ListQuery {
    ListQuery {
        filters: vec![Filter::Dates {
            question: fact::REVIEW_DUE.into(),
            from: None,
            before: Some(desk.outside().today()),
        }],
        ..ListQuery::of(RecordKind::System)
    }
}

/// Current systems whose review date has passed, with that date.
fn overdue(desk: &Desk) -> Result<Vec<(Record, chrono::NaiveDate)>, AppError> {
    let query = ListQuery {
        columns: Columns::Only(vec![fact::REVIEW_DUE.into()]),
        limit: usize::MAX,
        ..overdue_reviews(desk)
    };
    let page = desk.read(|open| Ok(open.file.list(&query)?))?;
    Ok(page
        .rows
        .into_iter()
        .filter_map(|row| match row.answers.get(fact::REVIEW_DUE)?.value()? {
            Value::Date(due) => Some((row.record, *due)),
            _ => None,
        })
        .collect())
}

/// How many questions of assessments other than the classification nobody knows the answer to yet.
pub(super) fn unknown_in_assessments(desk: &Desk) -> Result<usize, AppError> {
    let library = desk.library();
    let of_law = &desk.law()?.questionnaire.id;
    desk.read(|open| {
        let mut unknown = 0;
        for to_do in open.file.not_known()? {
            let asking = library.asking(&to_do.question);
            let asking = asking.filter(|asking| asking.assessment && asking.id != *of_law);
            let question = library.question(to_do.question.as_str());
            if let (Some(asking), Some(question)) = (asking, question) {
                let answers = open.file.answers(&to_do.record.id)?;
                let standing = standing(question, &counted(asking, &answers));
                unknown += usize::from(standing == Standing::NotKnown);
            }
        }
        Ok(unknown)
    })
}

pub(super) fn list_to_dos(desk: &Desk) -> Result<Vec<ToDo>, AppError> {
    let library = desk.library();
    let law = desk.law()?;
    let today = desk.outside().today();
    let mut to_dos = Vec::new();
    for (record, due) in overdue(desk)? {
        if let Some(question) = library.question(fact::REVIEW_DUE) {
            to_dos.push(ToDo {
                kind: ToDoKind::ReviewOverdue,
                record: show::link(record),
                assessment: None,
                section: question.section.to_string(),
                question: question.id.to_string(),
                label: question.label.clone(),
                asked_of: None,
                when: Some(due.to_string()),
                note: String::new(),
            });
        }
    }
    desk.read(|open| {
        let names = Names::of(&open.file);
        let mut by_record: BTreeMap<RecordId, Vec<store::ToDo>> = BTreeMap::new();
        let mut order = Vec::new();
        for to_do in open.file.not_known()? {
            let id = to_do.record.id.clone();
            if !by_record.contains_key(&id) {
                order.push(id.clone());
            }
            by_record.entry(id).or_default().push(to_do);
        }
        for id in order {
            let answers = open.file.answers(&id)?;
            let moments = open.file.answered_at(&id)?;
            let mut road = None;
            for to_do in by_record.remove(&id).unwrap_or_default() {
                let Some(question) = library.question(to_do.question.as_str()) else {
                    continue;
                };
                let Some(asking) = library.asking(&question.id) else {
                    continue;
                };
                let asked = if asking.id == law.questionnaire.id {
                    if road.is_none() {
                        let case = Case::of(desk, open, to_do.record.clone())?;
                        road = Some(case.road(desk, today)?);
                    }
                    let mut asked = road
                        .iter()
                        .flat_map(|road| road.open.iter().chain(&road.further));
                    asked.any(|id| **id == question.id)
                } else {
                    standing(question, &counted(asking, &answers)) == Standing::NotKnown
                };
                // What is set aside is asked of nobody.
                if !asked {
                    continue;
                }
                to_dos.push(ToDo {
                    kind: ToDoKind::NotKnown,
                    record: show::link(to_do.record),
                    assessment: asking.assessment.then(|| asking.id.to_string()),
                    section: question.section.to_string(),
                    question: question.id.to_string(),
                    label: question.label.clone(),
                    asked_of: to_do
                        .asked_of
                        .as_ref()
                        .and_then(|person| names.link(person)),
                    when: moments.get(&question.id).copied().map(moment),
                    note: answers
                        .get(&question.id)
                        .map(|answer| answer.note.clone())
                        .unwrap_or_default(),
                });
            }
        }
        Ok(())
    })?;
    Ok(to_dos)
}
