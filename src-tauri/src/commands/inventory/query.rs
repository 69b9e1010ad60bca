//! What a query of the screen asks of the file.

use crate::desk::Desk;
use crate::wire::inventory::{InventoryFilters, InventoryQuery, ReviewFilter, ScopeFilter};
use chrono::{Days, NaiveDate};
use content::{QuestionId, RecordKind};
use domain::{RecordId, fact};
use store::{Filter, ListQuery, Retired, Said};

/// Days within which a review counts as due soon.
const SOON: Days = Days::new(30);

/// The question to the file that a query of the screen stands for.
pub(super) fn store_query(desk: &Desk, query: &InventoryQuery, today: NaiveDate) -> ListQuery {
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

pub(super) fn due(from: Option<NaiveDate>, before: Option<NaiveDate>) -> Filter {
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
