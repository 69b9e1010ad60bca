//! One page of a list: searched, filtered, sorted.

use crate::error::StoreError;
use crate::file::ClientFile;
use crate::queries::matching::{Matching, hits};
use crate::queries::order::{Part, parts};
use crate::queries::{answers, records};
use chrono::NaiveDate;
use content::{OptionId, QuestionId, RecordKind};
use domain::{Answers, Record, RecordId};
use rusqlite::Connection;
use std::collections::BTreeMap;

/// What is asked of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListQuery {
    /// Records of which kind.
    pub kind: RecordKind,
    /// Words that all occur in the reference, the name or a text answer, or a part of the name; empty
    /// for no search.
    pub search: String,
    /// All must hold.
    pub filters: Vec<Filter>,
    /// Whether retired records are among them.
    pub retired: Retired,
    /// The order.
    pub sort: Sort,
    /// Rows to leave out at the beginning.
    pub offset: usize,
    /// Rows of the page.
    pub limit: usize,
    /// Which answers come with each row.
    pub columns: Columns,
}

impl ListQuery {
    /// The first hundred current records of a kind by number, without answers.
    pub fn of(kind: RecordKind) -> ListQuery {
        ListQuery {
            kind,
            search: String::new(),
            filters: Vec::new(),
            retired: Retired::Hidden,
            sort: Sort {
                column: Column::Reference,
                ascending: true,
                order: Vec::new(),
            },
            offset: 0,
            limit: 100,
            columns: Columns::Only(Vec::new()),
        }
    }
}

/// Whether retired records are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Retired {
    /// Only current ones.
    #[default]
    Hidden,
    /// Both.
    Shown,
    /// Only retired ones.
    Only,
}

/// The order of a list. Records without a value stand last either way; equals stand by number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sort {
    /// By what.
    pub column: Column,
    /// Upwards.
    pub ascending: bool,
    /// For a question with options: the order in which it lists them. Empty: by their ids.
    pub order: Vec<OptionId>,
}

/// What a list is sorted by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Column {
    /// The running number.
    Reference,
    /// The name, folded.
    Name,
    /// When it was entered.
    Created,
    /// When it last changed.
    Changed,
    /// The answer to a question; linked records by the name of the first.
    Answer(QuestionId),
    /// How well it fits the search; by number without a search or with too many hits to rank.
    Relevance,
}

/// Which answers come with each row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Columns {
    /// All of them.
    All,
    /// Those to these questions.
    Only(Vec<QuestionId>),
}

/// What was said to a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// A value.
    Given,
    /// Not applicable.
    NotApplicable,
    /// Don't know yet.
    NotKnown,
    /// Nothing.
    Nothing,
}

/// One condition on the records of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Filter {
    /// The answer is, or holds, one of these options.
    Options {
        /// A question with options.
        question: QuestionId,
        /// Any of them.
        any_of: Vec<OptionId>,
    },
    /// The answer names one of these records.
    Records {
        /// A question that links records.
        question: QuestionId,
        /// Any of them.
        any_of: Vec<RecordId>,
    },
    /// The date given lies in this span.
    Dates {
        /// A question that asks for a date.
        question: QuestionId,
        /// From this day on.
        from: Option<NaiveDate>,
        /// Before this day.
        before: Option<NaiveDate>,
    },
    /// The number given lies in this span.
    Numbers {
        /// A question that asks for a number.
        question: QuestionId,
        /// At least this.
        least: Option<i64>,
        /// At most this.
        most: Option<i64>,
    },
    /// The beginning of the text given (its first sixty characters, folded) holds these words.
    Text {
        /// A question that asks for text.
        question: QuestionId,
        /// Part of the text, in any spelling.
        contains: String,
    },
    /// What was said to the question.
    Standing {
        /// Any question.
        question: QuestionId,
        /// This.
        standing: Said,
    },
}

/// One page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListPage {
    /// Records that fit, on all pages.
    pub total: usize,
    /// The rows of this page.
    pub rows: Vec<ListRow>,
    /// Every record that an answer on this page names.
    pub linked: BTreeMap<RecordId, Record>,
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListRow {
    /// The record.
    pub record: Record,
    /// The answers asked for.
    pub answers: Answers,
}

impl ClientFile {
    /// One page of a list.
    pub fn list(&self, query: &ListQuery) -> Result<ListPage, StoreError> {
        let hits = hits(&self.conn, query)?;
        let matching = Matching::of(&self.conn, query, hits.as_deref())?;
        let parts = parts(&self.conn, query, hits.as_deref())?;
        let (total, places) = if matching.narrowed {
            whole(&self.conn, query, &matching, &parts)?
        } else {
            (
                matching.count(&self.conn)?,
                stretch(&self.conn, query, &matching, &parts)?,
            )
        };
        let mut page = ListPage {
            total,
            rows: Vec::with_capacity(places.len()),
            linked: BTreeMap::new(),
        };
        for place in places {
            let record = records::at(&self.conn, place)?;
            let answers = match &query.columns {
                Columns::All => answers::all(&self.conn, &record.id)?,
                Columns::Only(questions) => {
                    let mut some = Answers::new();
                    for question in questions {
                        if let Some(answer) =
                            answers::one(&self.conn, &record.id, question.as_str())?
                        {
                            some.insert(question.clone(), answer);
                        }
                    }
                    some
                }
            };
            for named in answers.values().flat_map(records::linked) {
                if !page.linked.contains_key(&named)
                    && let Some(record) = records::one(&self.conn, &named)?
                {
                    page.linked.insert(named, record);
                }
            }
            page.rows.push(ListRow { record, answers });
        }
        Ok(page)
    }
}

/// Every row of a narrowed list in order: how many, and the places of those on the page.
fn whole(
    conn: &Connection,
    query: &ListQuery,
    matching: &Matching,
    parts: &[Part],
) -> Result<(usize, Vec<i64>), StoreError> {
    let mut places = Vec::new();
    for part in parts {
        places.extend(part.places(conn, matching, i64::MAX, 0)?);
    }
    let total = places.len();
    let page = places
        .into_iter()
        .skip(query.offset)
        .take(query.limit)
        .collect();
    Ok((total, page))
}

/// The places of the page in a list that nothing narrows. The parts follow each other, so that a page
/// early in the list never has to look at the whole of it.
fn stretch(
    conn: &Connection,
    query: &ListQuery,
    matching: &Matching,
    parts: &[Part],
) -> Result<Vec<i64>, StoreError> {
    let mut places: Vec<i64> = Vec::new();
    let mut skip = query.offset;
    for part in parts {
        let wanted = query.limit - places.len();
        if wanted == 0 {
            break;
        }
        let span = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
        let found = part.places(conn, matching, span(wanted), span(skip))?;
        if found.is_empty() && skip > 0 {
            skip = skip.saturating_sub(part.count(conn, matching)?);
        } else {
            skip = 0;
        }
        places.extend(found);
    }
    Ok(places)
}
