//! One page of a list: searched, filtered, sorted.
//!
//! Statements are put together from fixed pieces; everything that came from a person is bound.

use crate::error::StoreError;
use crate::file::ClientFile;
use crate::form;
use crate::queries::{answers, records};
use crate::search;
use chrono::NaiveDate;
use content::{OptionId, QuestionId, RecordKind};
use domain::{Answers, Record, RecordId};
use rusqlite::types::Value as Sql;
use rusqlite::{Connection, OptionalExtension, params_from_iter};
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

/// The condition all rows fulfil, on a table `r` of records, with what it binds.
struct Matching {
    sql: String,
    bound: Vec<Sql>,
    /// Whether a search or a filter narrows the list, so that finding its rows is the greater part of
    /// the work and is done once.
    narrowed: bool,
}

impl Matching {
    fn of(
        conn: &Connection,
        query: &ListQuery,
        hits: Option<&[i64]>,
    ) -> Result<Matching, StoreError> {
        let mut matching = Matching {
            sql: String::from("r.kind = ?"),
            bound: vec![word(query.kind.code())],
            narrowed: hits.is_some() || !query.filters.is_empty(),
        };
        matching.sql.push_str(match query.retired {
            Retired::Hidden => " AND r.retired IS NULL",
            Retired::Shown => "",
            Retired::Only => " AND r.retired IS NOT NULL",
        });
        if let Some(places) = hits {
            matching.add(
                " AND r.place IN (SELECT value FROM json_each(?))",
                [Sql::Text(form::json(places)?)],
            );
        }
        for filter in &query.filters {
            matching.filter(conn, filter)?;
        }
        Ok(matching)
    }

    fn add<const N: usize>(&mut self, sql: &'static str, bound: [Sql; N]) {
        self.sql.push_str(sql);
        self.bound.extend(bound);
    }

    fn filter(&mut self, conn: &Connection, filter: &Filter) -> Result<(), StoreError> {
        match filter {
            Filter::Options { question, any_of } => {
                let options: Vec<&str> = any_of.iter().map(OptionId::as_str).collect();
                let several: bool = conn
                    .prepare_cached("SELECT EXISTS (SELECT 1 FROM choice WHERE question = ?1)")?
                    .query_row([question.as_str()], |row| row.get(0))?;
                let sql = if several {
                    " AND r.id IN (SELECT record FROM choice WHERE question = ?
                        AND option IN (SELECT value FROM json_each(?)))"
                } else {
                    " AND r.id IN (SELECT record FROM answer WHERE question = ? AND state = 'given'
                        AND key IN (SELECT value FROM json_each(?)))"
                };
                self.add(
                    sql,
                    [word(question.as_str()), Sql::Text(form::json(&options)?)],
                );
            }
            Filter::Records { question, any_of } => {
                let ids: Vec<&str> = any_of.iter().map(RecordId::as_str).collect();
                self.add(
                    " AND r.id IN (SELECT origin FROM link WHERE question = ? AND place > 0
                        AND target IN (SELECT value FROM json_each(?)))",
                    [word(question.as_str()), Sql::Text(form::json(&ids)?)],
                );
            }
            Filter::Dates {
                question,
                from,
                before,
            } => {
                // A date in ISO form sorts as a word; these two stand before and after all of them.
                let from = from.map_or_else(String::new, |day| day.to_string());
                let before = before.map_or_else(|| "~".to_owned(), |day| day.to_string());
                self.add(
                    " AND r.id IN (SELECT record FROM answer WHERE question = ? AND state = 'given'
                        AND key >= ? AND key < ?)",
                    [word(question.as_str()), Sql::Text(from), Sql::Text(before)],
                );
            }
            Filter::Numbers {
                question,
                least,
                most,
            } => self.add(
                " AND r.id IN (SELECT record FROM answer WHERE question = ? AND state = 'given'
                    AND key >= ? AND key <= ?)",
                [
                    word(question.as_str()),
                    Sql::Integer(least.unwrap_or(i64::MIN)),
                    Sql::Integer(most.unwrap_or(i64::MAX)),
                ],
            ),
            Filter::Text { question, contains } => self.add(
                " AND r.id IN (SELECT record FROM answer WHERE question = ? AND state = 'given'
                    AND instr(key, ?) > 0)",
                [
                    word(question.as_str()),
                    Sql::Text(domain::text::fold(contains)),
                ],
            ),
            Filter::Standing { question, standing } => {
                let question = word(question.as_str());
                match standing {
                    Said::Nothing => self.add(
                        " AND r.id NOT IN (SELECT record FROM answer WHERE question = ?)",
                        [question],
                    ),
                    Said::Given => self.state(question, form::GIVEN),
                    Said::NotApplicable => self.state(question, form::NOT_APPLICABLE),
                    Said::NotKnown => self.state(question, form::NOT_KNOWN),
                }
            }
        }
        Ok(())
    }

    fn state(&mut self, question: Sql, state: &str) {
        self.add(
            " AND r.id IN (SELECT record FROM answer WHERE question = ? AND state = ?)",
            [question, word(state)],
        );
    }

    fn count(&self, conn: &Connection) -> Result<usize, StoreError> {
        let sql = format!("SELECT count(*) FROM record r WHERE {}", self.sql);
        let count: i64 = conn
            .prepare_cached(&sql)?
            .query_row(params_from_iter(&self.bound), |row| row.get(0))?;
        Ok(usize::try_from(count).unwrap_or_default())
    }
}

fn word(text: &str) -> Sql {
    Sql::Text(text.to_owned())
}

/// Places of the records a search finds: through the index, and by a part of the name, which the index
/// does not know (it knows words and their beginnings). None without a search. The best first, if there are few enough to rank.
fn hits(conn: &Connection, query: &ListQuery) -> Result<Option<Vec<i64>>, StoreError> {
    if query.search.trim().is_empty() {
        return Ok(None);
    }
    let mut places = Vec::new();
    if let Some(terms) = search::query(&query.search) {
        let found: i64 = conn
            .prepare_cached("SELECT count(*) FROM search WHERE search MATCH ?1")?
            .query_row([&terms], |row| row.get(0))?;
        let ranked = query.sort.column == Column::Relevance
            && usize::try_from(found).is_ok_and(|found| found <= search::MOST_RANKED);
        // A hit in the reference or the name counts more than one in the text.
        let sql = if ranked {
            "SELECT rowid FROM search WHERE search MATCH ?1 ORDER BY bm25(search, 10.0, 8.0, 1.0)"
        } else {
            "SELECT rowid FROM search WHERE search MATCH ?1"
        };
        places = conn
            .prepare_cached(sql)?
            .query_map([&terms], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
    }
    let part = domain::text::fold(&query.search);
    if !part.is_empty() {
        let known: std::collections::HashSet<i64> = places.iter().copied().collect();
        let mut statement = conn.prepare_cached(
            "SELECT place FROM record WHERE kind = ?1 AND instr(folded, ?2) > 0 ORDER BY number",
        )?;
        let mut rows = statement.query([query.kind.code(), &part])?;
        while let Some(row) = rows.next()? {
            let place = row.get(0)?;
            if !known.contains(&place) {
                places.push(place);
            }
        }
    }
    Ok(Some(places))
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

/// One stretch of the sorted list.
#[derive(Default)]
struct Part {
    from: &'static str,
    condition: &'static str,
    order: &'static str,
    /// Bound in `from`.
    before: Vec<Sql>,
    /// Bound in `condition`.
    after: Vec<Sql>,
}

impl Part {
    /// All records in an order of their own columns.
    fn all(order: &'static str) -> Vec<Part> {
        vec![Part {
            from: "record r",
            order,
            ..Part::default()
        }]
    }

    fn bound<'a>(&'a self, matching: &'a Matching) -> impl Iterator<Item = &'a Sql> {
        self.before.iter().chain(&matching.bound).chain(&self.after)
    }

    fn places(
        &self,
        conn: &Connection,
        matching: &Matching,
        limit: i64,
        offset: i64,
    ) -> Result<Vec<i64>, StoreError> {
        let sql = format!(
            "SELECT r.place FROM {} WHERE {} {} ORDER BY {} LIMIT ? OFFSET ?",
            self.from, matching.sql, self.condition, self.order
        );
        let span = [Sql::Integer(limit), Sql::Integer(offset)];
        let places = conn
            .prepare_cached(&sql)?
            .query_map(params_from_iter(self.bound(matching).chain(&span)), |row| {
                row.get(0)
            })?
            .collect::<Result<_, _>>()?;
        Ok(places)
    }

    fn count(&self, conn: &Connection, matching: &Matching) -> Result<usize, StoreError> {
        let sql = format!(
            "SELECT count(*) FROM {} WHERE {} {}",
            self.from, matching.sql, self.condition
        );
        let count: i64 = conn
            .prepare_cached(&sql)?
            .query_row(params_from_iter(self.bound(matching)), |row| row.get(0))?;
        Ok(usize::try_from(count).unwrap_or_default())
    }
}

/// The stretches that make up a list in the order asked for. Downwards, equals stand by number
/// downwards too where an index can then be read backwards.
fn parts(
    conn: &Connection,
    query: &ListQuery,
    hits: Option<&[i64]>,
) -> Result<Vec<Part>, StoreError> {
    let up = query.sort.ascending;
    Ok(match &query.sort.column {
        Column::Reference if up => Part::all("r.number"),
        Column::Reference => Part::all("r.number DESC"),
        Column::Name if up => Part::all("r.folded, r.number"),
        Column::Name => Part::all("r.folded DESC, r.number DESC"),
        Column::Created if up => Part::all("r.created, r.number"),
        Column::Created => Part::all("r.created DESC, r.number DESC"),
        Column::Changed if up => Part::all("r.changed, r.number"),
        Column::Changed => Part::all("r.changed DESC, r.number DESC"),
        Column::Relevance => match hits {
            Some(places) if places.len() <= search::MOST_RANKED => vec![Part {
                from: "json_each(?) hit CROSS JOIN record r ON r.place = hit.value",
                order: "hit.key",
                before: vec![Sql::Text(form::json(places)?)],
                ..Part::default()
            }],
            _ => Part::all("r.number"),
        },
        Column::Answer(question) => by_answer(conn, question, &query.sort)?,
    })
}

/// Records sorted by an answer, followed by those that have none.
fn by_answer(
    conn: &Connection,
    question: &QuestionId,
    sort: &Sort,
) -> Result<Vec<Part>, StoreError> {
    let question = word(question.as_str());
    let linked: Option<String> = conn
        .prepare_cached(
            "SELECT t.kind FROM link l JOIN record t ON t.id = l.target
             WHERE l.question = ?1 AND l.place = 1 LIMIT 1",
        )?
        .query_row([&question], |row| row.get(0))
        .optional()?;
    if let Some(kind) = linked {
        return Ok(by_link(question, kind, sort.ascending));
    }
    if !sort.order.is_empty() {
        return by_options(question, sort);
    }
    let order = if sort.ascending {
        "a.key, r.number"
    } else {
        "a.key DESC, r.number"
    };
    Ok(vec![
        Part {
            from: "answer a CROSS JOIN record r ON r.id = a.record",
            condition: "AND a.question = ? AND a.state = 'given' AND a.key IS NOT NULL",
            order,
            after: vec![question.clone()],
            ..Part::default()
        },
        Part {
            from: "record r",
            condition: "AND r.id NOT IN (SELECT record FROM answer WHERE question = ?
                            AND state = 'given' AND key IS NOT NULL)",
            order: "r.number",
            after: vec![question],
            ..Part::default()
        },
    ])
}

/// By the name of the first linked record.
fn by_link(question: Sql, kind: String, ascending: bool) -> Vec<Part> {
    let order = if ascending {
        "t.folded, t.number, r.number"
    } else {
        "t.folded DESC, t.number DESC, r.number"
    };
    vec![
        Part {
            from: "record t
                   CROSS JOIN link l ON l.target = t.id AND l.question = ? AND l.place = 1
                   CROSS JOIN record r ON r.id = l.origin",
            condition: "AND t.kind = ?",
            order,
            before: vec![question.clone()],
            after: vec![Sql::Text(kind)],
        },
        Part {
            from: "record r",
            condition: "AND r.id NOT IN (SELECT origin FROM link WHERE question = ? AND place = 1)",
            order: "r.number",
            after: vec![question],
            ..Part::default()
        },
    ]
}

/// By options in the order of their question: a stretch for each.
fn by_options(question: Sql, sort: &Sort) -> Result<Vec<Part>, StoreError> {
    let mut order: Vec<&str> = sort.order.iter().map(OptionId::as_str).collect();
    if !sort.ascending {
        order.reverse();
    }
    let mut parts: Vec<Part> = order
        .iter()
        .map(|option| Part {
            from: "answer a CROSS JOIN record r ON r.id = a.record",
            condition: "AND a.question = ? AND a.state = 'given' AND a.key = ?",
            order: "r.number",
            after: vec![question.clone(), word(option)],
            ..Part::default()
        })
        .collect();
    parts.push(Part {
        from: "record r",
        condition: "AND r.id NOT IN (SELECT record FROM answer WHERE question = ?
                        AND state = 'given' AND key IN (SELECT value FROM json_each(?)))",
        order: "r.number",
        after: vec![question, Sql::Text(form::json(&order)?)],
        ..Part::default()
    });
    Ok(parts)
}
