//! A page of the list.

use super::query::store_query;
use super::{ALL, PAGE};
use crate::counts;
use crate::desk::Desk;
use crate::error::AppError;
use crate::session::OpenFile;
use crate::show::{self, Names, shortened};
use crate::wire::inventory::{InventoryPage, InventoryQuery, InventoryRow, ListSystems};
use chrono::NaiveDate;
use content::RecordKind;
use domain::progress::{Progress, counted};
use domain::{Answers, Record, RecordId};
use std::collections::HashSet;
use store::{Columns, ListQuery};

/// The longest cell of a list, in characters; the whole text is on the system's page.
const CELL: usize = 240;

pub(super) fn page(
    desk: &Desk,
    ListSystems {
        query,
        offset,
        limit,
    }: ListSystems,
) -> Result<InventoryPage, AppError> {
    let limit = limit.min(PAGE);
    let fitting = fitting(desk, &query)?;
    let today = desk.outside().today();
    desk.read(|open| {
        let total = open
            .file
            .counts()?
            .get(&RecordKind::System)
            .map_or(0, |count| count.current);
        let asked = store_query(desk, &query, today);
        let (matching, rows) = match fitting {
            None => {
                let page = open.file.list(&ListQuery {
                    offset,
                    limit,
                    columns: Columns::All,
                    ..asked
                })?;
                let rows = page.rows.into_iter().map(|row| (row.record, row.answers));
                (page.total, rows.collect())
            }
            // Progress is derived, so the file cannot filter by it: the list is cut here.
            Some(fitting) => {
                let mut all = open
                    .file
                    .list(&ListQuery {
                        limit: ALL,
                        ..asked
                    })?
                    .rows;
                all.retain(|row| fitting.contains(&row.record.id));
                let matching = all.len();
                let rows = all.into_iter().skip(offset).take(limit);
                let rows = rows
                    .map(|row| Ok((row.record.clone(), open.file.answers(&row.record.id)?)))
                    .collect::<Result<Vec<_>, AppError>>()?;
                (matching, rows)
            }
        };
        let OpenFile { file, counts, .. } = open;
        // A page names the same owners and vendors again and again: each is looked up once.
        let names = Names::of(file);
        let questionnaire = show::questionnaire(desk, RecordKind::System)?;
        let rows = rows.into_iter().map(|(record, answers)| {
            let progress = counts.of(&record.id, questionnaire, &answers);
            row(
                desk,
                &names,
                &query.columns,
                (record, answers),
                progress,
                today,
            )
        });
        Ok(InventoryPage {
            rows: rows.collect::<Result<_, _>>()?,
            matching,
            total,
        })
    })
}

/// Current systems that have, or have not, required questions open; none when the query does not care.
pub(super) fn fitting(
    desk: &Desk,
    query: &InventoryQuery,
) -> Result<Option<HashSet<RecordId>>, AppError> {
    let Some(wanted) = query.filters.incomplete else {
        return Ok(None);
    };
    let current = counts::current(desk, RecordKind::System)?.into_iter();
    let fitting = current.filter(|(_, progress)| (progress.required_open > 0) == wanted);
    Ok(Some(fitting.map(|(record, _)| record.id).collect()))
}

fn row(
    desk: &Desk,
    names: &Names<'_>,
    columns: &[String],
    (record, answers): (Record, Answers),
    progress: Progress,
    today: NaiveDate,
) -> Result<InventoryRow, AppError> {
    let questionnaire = show::questionnaire(desk, RecordKind::System)?;
    let counting = counted(questionnaire, &answers);
    let due = show::review_due(&counting);
    let cells = names.words(desk, |words| {
        columns
            .iter()
            .map(|column| match column.as_str() {
                "progress" => Some(format!("{} / {}", progress.settled, progress.asked)),
                "created" => Some(words.date(local(record.created))),
                "changed" => Some(words.date(local(record.changed))),
                question => {
                    let answer = counting.get(question)?;
                    let question = questionnaire.question(question)?;
                    Some(shortened(&words.answer(question, answer), CELL))
                }
            })
            .collect()
    });
    let Progress {
        asked,
        settled,
        to_find_out: _, // on the to-do list
        required_open,
    } = progress;
    let retired = record.retired.is_some();
    Ok(InventoryRow {
        record: show::link(record),
        cells,
        review_due: due.map(|due| due.to_string()),
        overdue: !retired && due.is_some_and(|due| due < today),
        settled,
        asked,
        required_open,
    })
}

fn local(at: domain::Timestamp) -> NaiveDate {
    at.with_timezone(&chrono::Local).date_naive()
}
