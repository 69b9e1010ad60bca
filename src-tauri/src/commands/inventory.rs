//! The list of AI systems: pages, filters, saved views, export.

use super::command;
use crate::counts;
use crate::desk::Desk;
use crate::dialogs::{FileType, file_name, safe_name};
use crate::error::AppError;
use crate::session::OpenFile;
use crate::show::{self, Names};
use crate::wire::change::Changed;
use crate::wire::inventory::{
    Column, ColumnKind, ExportList, Facet, InventoryCounts, InventoryFacets, InventoryFilters,
    InventoryPage, InventoryQuery, InventoryRow, ListSystems, OneName, ReviewFilter, SavedView,
    ScopeFilter, TableFormat,
};
use crate::wire::record::Saved;
use chrono::{Days, NaiveDate};
use content::{Question, QuestionId, QuestionKind, RecordKind};
use domain::progress::{Progress, counted};
use domain::{Answers, Record, RecordId, Value, fact};
use exchange::export::{self, CsvOptions};
use std::collections::HashSet;
use store::{Columns, Filter, ListQuery, Retired, Said};

/// The most rows one page has.
pub(crate) const PAGE: usize = 200;
/// The longest cell of a list, in characters; the whole text is on the system's page.
const CELL: usize = 240;
/// Days within which a review counts as due soon.
const SOON: Days = Days::new(30);
/// More rows than any list has.
const ALL: usize = i32::MAX as usize;
/// Settings of this prefix are saved views.
const VIEW: &str = "view.";

/// The columns beside reference and name that are there without a question.
const PLAIN: [(&str, ColumnKind); 3] = [
    ("progress", ColumnKind::Progress),
    ("created", ColumnKind::Date),
    ("changed", ColumnKind::Date),
];

fn page(
    desk: &Desk,
    ListSystems {
        query,
        offset,
        limit,
    }: ListSystems,
) -> Result<InventoryPage, AppError> {
    let limit = limit.min(PAGE);
    let incomplete = match query.filters.incomplete {
        Some(wanted) => Some(with_open_questions(desk, wanted)?),
        None => None,
    };
    let today = desk.outside().today();
    desk.read(|open| {
        let total = open
            .file
            .counts()?
            .get(&RecordKind::System)
            .map_or(0, |count| count.current);
        let asked = store_query(desk, &query, today);
        let (matching, rows) = match incomplete {
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
            Some(wanted) => {
                let mut all = open
                    .file
                    .list(&ListQuery {
                        limit: ALL,
                        ..asked
                    })?
                    .rows;
                all.retain(|row| wanted.contains(&row.record.id));
                let matching = all.len();
                let rows = all.into_iter().skip(offset).take(limit);
                let rows = rows
                    .map(|row| Ok((row.record.clone(), open.file.answers(&row.record.id)?)))
                    .collect::<Result<Vec<_>, AppError>>()?;
                (matching, rows)
            }
        };
        Ok(InventoryPage {
            rows: rows
                .into_iter()
                .map(|(record, answers)| row(desk, open, &query.columns, record, &answers, today))
                .collect::<Result<_, _>>()?,
            matching,
            total,
        })
    })
}

fn with_open_questions(desk: &Desk, wanted: bool) -> Result<HashSet<RecordId>, AppError> {
    Ok(counts::current(desk, RecordKind::System)?
        .into_iter()
        .filter(|(_, progress)| (progress.required_open > 0) == wanted)
        .map(|(record, _)| record.id)
        .collect())
}

/// The question to the file that a query of the screen stands for.
fn store_query(desk: &Desk, query: &InventoryQuery, today: NaiveDate) -> ListQuery {
    let InventoryQuery {
        search,
        filters,
        sort,
        columns: _, // chosen when the rows are made
    } = query;
    let InventoryFilters {
        stage,
        owner,
        vendor,
        review,
        scope,
        incomplete: _, // derived: see `page`
        retired,
    } = filters;
    let mut conditions = Vec::new();
    if !stage.is_empty() {
        conditions.push(Filter::Options {
            question: fact::STAGE.into(),
            any_of: stage.iter().map(|id| id.as_str().into()).collect(),
        });
    }
    for (question, chosen) in [(fact::OWNER, owner), (fact::VENDOR, vendor)] {
        if !chosen.is_empty() {
            conditions.push(Filter::Records {
                question: question.into(),
                any_of: chosen.iter().map(RecordId::new).collect(),
            });
        }
    }
    match review {
        None => {}
        Some(ReviewFilter::Overdue) => conditions.push(due(None, Some(today))),
        Some(ReviewFilter::Soon) => conditions.push(due(Some(today), Some(today + SOON))),
        Some(ReviewFilter::None) => conditions.push(Filter::Standing {
            question: fact::REVIEW_DUE.into(),
            standing: Said::Nothing,
        }),
    }
    match scope {
        None => {}
        Some(ScopeFilter::In) => conditions.push(in_scope("yes")),
        Some(ScopeFilter::Out) => conditions.push(in_scope("no")),
        Some(ScopeFilter::Undecided) => conditions.push(Filter::Standing {
            question: fact::IN_SCOPE.into(),
            standing: Said::Nothing,
        }),
    }
    ListQuery {
        search: search.clone(),
        filters: conditions,
        retired: if *retired {
            Retired::Only
        } else {
            Retired::Hidden
        },
        sort: store::Sort {
            column: sort_column(desk, &sort.column),
            ascending: !sort.descending,
            order: desk
                .library()
                .question(&sort.column)
                .map(|question| {
                    question
                        .options
                        .iter()
                        .map(|option| option.id.clone())
                        .collect()
                })
                .unwrap_or_default(),
        },
        ..ListQuery::of(RecordKind::System)
    }
}

fn due(from: Option<NaiveDate>, before: Option<NaiveDate>) -> Filter {
    Filter::Dates {
        question: fact::REVIEW_DUE.into(),
        from,
        before,
    }
}

fn in_scope(option: &str) -> Filter {
    Filter::Options {
        question: fact::IN_SCOPE.into(),
        any_of: vec![option.into()],
    }
}

fn sort_column(desk: &Desk, id: &str) -> store::Column {
    match id {
        "name" => store::Column::Name,
        "created" => store::Column::Created,
        "changed" => store::Column::Changed,
        "relevance" => store::Column::Relevance,
        question if desk.library().question(question).is_some() => {
            store::Column::Answer(QuestionId::new(question))
        }
        _ => store::Column::Reference,
    }
}

fn row(
    desk: &Desk,
    open: &mut OpenFile,
    columns: &[String],
    record: Record,
    answers: &Answers,
    today: NaiveDate,
) -> Result<InventoryRow, AppError> {
    let questionnaire = show::questionnaire(desk, RecordKind::System)?;
    let progress = open.counts.of(&record.id, questionnaire, answers);
    let counting = counted(questionnaire, answers);
    let names = Names::of(&open.file);
    let due = match counting
        .get(fact::REVIEW_DUE)
        .and_then(|answer| answer.value())
    {
        Some(Value::Date(due)) => Some(*due),
        _ => None,
    };
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
                    Some(shortened(words.answer(question, answer)))
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

fn shortened(text: String) -> String {
    match text.char_indices().nth(CELL) {
        Some((cut, _)) => format!("{}…", text.get(..cut).unwrap_or_default().trim_end()),
        None => text,
    }
}

fn head(desk: &Desk) -> Result<InventoryFacets, AppError> {
    let counted = counts::current(desk, RecordKind::System)?;
    let incomplete = counted
        .iter()
        .filter(|(_, progress)| progress.required_open > 0)
        .count();
    let today = desk.outside().today();
    let stage = desk.library().question(fact::STAGE);
    desk.read(|open| {
        let options = |question: &str| open.file.facets(RecordKind::System, &question.into());
        let mut stages = Vec::new();
        let found = options(fact::STAGE)?;
        for option in stage
            .map(|stage| stage.options.as_slice())
            .unwrap_or_default()
        {
            if let Some(facet) = found.iter().find(|facet| facet.key == option.id.as_str()) {
                stages.push(Facet {
                    id: facet.key.clone(),
                    label: option.label.clone(),
                    count: facet.count,
                });
            }
        }
        let names = Names::of(&open.file);
        let linked = |question: &str| -> Result<Vec<Facet>, AppError> {
            let mut facets: Vec<Facet> = options(question)?
                .into_iter()
                .filter_map(|facet| {
                    Some(Facet {
                        label: names.link(&RecordId::new(&facet.key))?.name,
                        id: facet.key,
                        count: facet.count,
                    })
                })
                .collect();
            facets.sort_by_cached_key(|facet| domain::text::fold(&facet.label));
            Ok(facets)
        };
        let scope = options(fact::IN_SCOPE)?;
        let decided = |option: &str| {
            scope
                .iter()
                .find(|facet| facet.key == option)
                .map_or(0, |facet| facet.count)
        };
        let count_of = |filter: Filter| -> Result<usize, AppError> {
            let query = ListQuery {
                filters: vec![filter],
                limit: 0,
                ..ListQuery::of(RecordKind::System)
            };
            Ok(open.file.list(&query)?.total)
        };
        let systems = open.file.counts()?;
        let systems = systems.get(&RecordKind::System);
        Ok(InventoryFacets {
            columns: columns(desk)?,
            stages,
            owners: linked(fact::OWNER)?,
            vendors: linked(fact::VENDOR)?,
            counts: InventoryCounts {
                total: systems.map_or(0, |count| count.current),
                in_scope: decided("yes"),
                undecided: count_of(Filter::Standing {
                    question: fact::IN_SCOPE.into(),
                    standing: Said::Nothing,
                })?,
                overdue: count_of(due(None, Some(today)))?,
                incomplete,
                retired: systems.map_or(0, |count| count.retired),
            },
            views: views(open)?,
        })
    })
}

/// Every column there is: what people always want first, then the questions in their order.
fn columns(desk: &Desk) -> Result<Vec<Column>, AppError> {
    const STANDARD: [&str; 5] = [
        fact::STAGE,
        fact::OWNER,
        fact::VENDOR,
        fact::IN_SCOPE,
        fact::REVIEW_DUE,
    ];
    let texts = desk.texts();
    let questionnaire = show::questionnaire(desk, RecordKind::System)?;
    let mut columns: Vec<Column> = questionnaire
        .questions
        .iter()
        .filter(|question| question.retired.is_none())
        .map(|question| Column {
            id: question.id.to_string(),
            title: question.label.clone(),
            kind: column_kind(question),
            standard: STANDARD.contains(&question.id.as_str()),
            sortable: question.kind != QuestionKind::Multi,
        })
        .collect();
    let place = |column: &Column| {
        let standard = STANDARD.iter().position(|id| *id == column.id);
        standard.unwrap_or(STANDARD.len())
    };
    columns.sort_by_key(place);
    for (id, kind) in PLAIN {
        columns.push(Column {
            id: id.to_owned(),
            title: texts.get(&format!("app.column.{id}")).to_owned(),
            kind,
            standard: kind == ColumnKind::Progress,
            sortable: kind != ColumnKind::Progress,
        });
    }
    Ok(columns)
}

fn column_kind(question: &Question) -> ColumnKind {
    match question.kind {
        QuestionKind::Date => ColumnKind::Date,
        QuestionKind::Number => ColumnKind::Number,
        _ => ColumnKind::Text,
    }
}

fn views(open: &OpenFile) -> Result<Vec<SavedView>, AppError> {
    Ok(open
        .file
        .settings(VIEW)?
        .into_iter()
        .filter_map(|(setting, value)| {
            Some(SavedView {
                name: setting.strip_prefix(VIEW)?.to_owned(),
                // A view of a version that knew other filters is left out rather than misread.
                query: serde_json::from_str(&value).ok()?,
            })
        })
        .collect())
}

fn keep_view(
    desk: &Desk,
    SavedView { name, query }: SavedView,
) -> Result<Changed<Vec<SavedView>>, AppError> {
    let name = super::start::name(&name)?;
    let value = serde_json::to_string(&query).map_err(|_| AppError::Nonsense { what: "view" })?;
    set_view(desk, &name, Some(&value))
}

fn drop_view(desk: &Desk, OneName { name }: OneName) -> Result<Changed<Vec<SavedView>>, AppError> {
    set_view(desk, &name, None)
}

fn set_view(
    desk: &Desk,
    name: &str,
    value: Option<&str>,
) -> Result<Changed<Vec<SavedView>>, AppError> {
    desk.change(|open, actor, now| {
        let recorded = open
            .file
            .save_setting(actor, now, &format!("{VIEW}{name}"), value)?;
        Ok((views(open)?, recorded))
    })
}

fn write_list(
    desk: &Desk,
    ExportList { format, query }: ExportList,
) -> Result<Option<Saved>, AppError> {
    let (ending, kind): (&'static [&'static str], _) = match format {
        TableFormat::Csv => (&["csv"], "app.file-type.csv"),
        TableFormat::Xlsx => (&["xlsx"], "app.file-type.xlsx"),
        TableFormat::Json => (&["json"], "app.file-type.json"),
    };
    let texts = desk.texts();
    let today = desk.outside().today();
    let organisation = desk.read(|open| Ok(open.file.organisation()?.name))?;
    let suggested = safe_name(
        &texts.format(
            "app.file-name.list",
            &[
                ("organisation", &organisation),
                ("date", &today.to_string()),
            ],
        ),
        ending.first().copied().unwrap_or_default(),
    );
    let file_type = FileType {
        name: texts.get(kind).to_owned(),
        endings: ending,
    };
    let title = texts.get("app.dialog.save-list");
    let Some(path) = desk.dialogs().save(title, &suggested, &file_type) else {
        return Ok(None);
    };
    let (dossier, only) = desk.read(|open| {
        let only = match &query {
            None => None,
            Some(query) => {
                let asked = ListQuery {
                    limit: ALL,
                    ..store_query(desk, query, today)
                };
                let rows = open.file.list(&asked)?.rows;
                Some(
                    rows.into_iter()
                        .map(|row| row.record.id)
                        .collect::<Vec<_>>(),
                )
            }
        };
        Ok((open.file.dossier(desk.outside().now())?, only))
    })?;
    let library = desk.library();
    let watch = exchange::Unwatched;
    let bytes = match format {
        TableFormat::Csv => {
            let options = CsvOptions { bom: true, only };
            export::csv(&dossier, library, RecordKind::System, &options, &watch)?
        }
        TableFormat::Xlsx => export::xlsx(
            &dossier,
            library,
            &[RecordKind::System],
            only.as_deref(),
            &watch,
        )?,
        TableFormat::Json => exchange::json::write(&dossier, library)?,
    };
    desk.write_out(&path, &bytes)?;
    Ok(Some(Saved {
        file: file_name(&path),
        bytes: bytes.len() as u64,
    }))
}

command! {
    /// A page of the list.
    list_systems(ListSystems) -> InventoryPage = page
}
command! {
    /// Columns, filters in use, counts and saved views.
    inventory_facets() -> InventoryFacets = head
}
command! {
    /// Keeps a query under a name in this file.
    save_view(SavedView) -> Changed<Vec<SavedView>> = keep_view
}
command! {
    /// Removes a saved query.
    delete_view(OneName) -> Changed<Vec<SavedView>> = drop_view
}
command! {
    /// Writes the list to a table.
    export_list(ExportList) -> Option<Saved> = write_list
}
