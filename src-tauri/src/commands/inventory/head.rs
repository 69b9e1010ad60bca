//! What stands above the list: columns, filters in use, counts.

use super::query::due;
use super::views::views;
use crate::counts;
use crate::desk::Desk;
use crate::error::AppError;
use crate::show::{self, Names};
use crate::wire::inventory::{Column, ColumnKind, Facet, InventoryCounts, InventoryFacets};
use content::{Question, QuestionKind, RecordKind};
use domain::{RecordId, fact};
use store::{Filter, ListQuery, Said};

/// The columns beside reference and name that are there without a question.
const PLAIN: [(&str, ColumnKind); 3] = [
    ("progress", ColumnKind::Progress),
    ("created", ColumnKind::Date),
    ("changed", ColumnKind::Date),
];

pub(super) fn head(desk: &Desk) -> Result<InventoryFacets, AppError> {
    counts::head(desk, || count(desk))
}

fn count(desk: &Desk) -> Result<InventoryFacets, AppError> {
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
        QuestionKind::Number | QuestionKind::Scale => ColumnKind::Number,
        _ => ColumnKind::Text,
    }
}
