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
        let matching = Matching::of(&self.conn, query)?;
        let total = matching.count(&self.conn)?;
        let ids = page(&self.conn, query, &matching)?;
        let mut page = ListPage {
            total,
            rows: Vec::with_capacity(ids.len()),
            linked: BTreeMap::new(),
        };
        for id in ids {
            let id = RecordId::new(id);
            let Some(record) = records::one(&self.conn, &id)? else {
                continue;
            };
            let answers = match &query.columns {
                Columns::All => answers::all(&self.conn, &id)?,
                Columns::Only(questions) => {
                    let mut some = Answers::new();
                    for question in questions {
                        if let Some(answer) = answers::one(&self.conn, &id, question.as_str())? {
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
}

impl Matching {
    fn of(conn: &Connection, query: &ListQuery) -> Result<Matching, StoreError> {
        let mut matching = Matching {
            sql: String::from("r.kind = ?"),
            bound: Vec::new(),
        };
        matching.bound.push(word(query.kind.code()));
        matching.sql.push_str(match query.retired {
            Retired::Hidden => " AND r.retired IS NULL",
            Retired::Shown => "",
            Retired::Only => " AND r.retired IS NOT NULL",
        });
        if !query.search.trim().is_empty() {
            let places = hits(conn, query)?;
            matching.add(
                " AND r.place IN (SELECT value FROM json_each(?))",
                [Sql::Text(form::json(&places)?)],
            );
        }
        for filter in &query.filters {
            matching.filter(filter)?;
        }
        Ok(matching)
    }

    fn add<const N: usize>(&mut self, sql: &'static str, bound: [Sql; N]) {
        self.sql.push_str(sql);
        self.bound.extend(bound);
    }

    fn filter(&mut self, filter: &Filter) -> Result<(), StoreError> {
        match filter {
            Filter::Options { question, any_of } => {
                let question = word(question.as_str());
                let options: Vec<&str> = any_of.iter().map(OptionId::as_str).collect();
                let options = Sql::Text(form::json(&options)?);
                self.add(
                    " AND r.id IN (
                        SELECT record FROM answer WHERE question = ? AND state = 'given'
                            AND key IN (SELECT value FROM json_each(?))
                        UNION ALL SELECT record FROM choice WHERE question = ?
                            AND option IN (SELECT value FROM json_each(?)))",
                    [question.clone(), options.clone(), question, options],
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
/// does not know (it knows words and their beginnings). The best first, if there are few enough to rank.
fn hits(conn: &Connection, query: &ListQuery) -> Result<Vec<i64>, StoreError> {
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
    Ok(places)
}

/// The identities of the page's records, in order.
fn page(
    conn: &Connection,
    query: &ListQuery,
    matching: &Matching,
) -> Result<Vec<String>, StoreError> {
    let ordered = |order: &'static str| Part {
        from: "record r",
        condition: "",
        order,
        before: Vec::new(),
        after: Vec::new(),
    };
    let up = query.sort.ascending;
    let parts = match &query.sort.column {
        Column::Reference if up => vec![ordered("r.number")],
        Column::Reference => vec![ordered("r.number DESC")],
        Column::Name if up => vec![ordered("r.folded, r.number")],
        Column::Name => vec![ordered("r.folded DESC, r.number")],
        Column::Created if up => vec![ordered("r.created, r.number")],
        Column::Created => vec![ordered("r.created DESC, r.number")],
        Column::Changed if up => vec![ordered("r.changed, r.number")],
        Column::Changed => vec![ordered("r.changed DESC, r.number")],
        Column::Relevance => relevance(conn, query)?,
        Column::Answer(question) => by_answer(conn, question, &query.sort)?,
    };
    // Each part is a list of its own and they follow each other, so that a page early in the list
    // never has to sort the whole of it.
    let mut ids = Vec::new();
    let mut skip = query.offset;
    for part in parts {
        if ids.len() == query.limit {
            break;
        }
        let sql = format!(
            "SELECT r.id FROM {} WHERE {} {} ORDER BY {} LIMIT ? OFFSET ?",
            part.from, matching.sql, part.condition, part.order
        );
        let span = [query.limit - ids.len(), skip]
            .map(|number| Sql::Integer(i64::try_from(number).unwrap_or(i64::MAX)));
        let bound: Vec<&Sql> = part
            .before
            .iter()
            .chain(&matching.bound)
            .chain(&part.after)
            .chain(&span)
            .collect();
        let mut statement = conn.prepare_cached(&sql)?;
        let found: Vec<String> = statement
            .query_map(params_from_iter(bound), |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        if found.is_empty() && skip > 0 {
            let sql = format!(
                "SELECT count(*) FROM {} WHERE {} {}",
                part.from, matching.sql, part.condition
            );
            let bound: Vec<&Sql> = part
                .before
                .iter()
                .chain(&matching.bound)
                .chain(&part.after)
                .collect();
            let passed: i64 = conn
                .prepare_cached(&sql)?
                .query_row(params_from_iter(bound), |row| row.get(0))?;
            skip = skip.saturating_sub(usize::try_from(passed).unwrap_or_default());
        } else {
            skip = 0;
        }
        ids.extend(found);
    }
    Ok(ids)
}

/// One stretch of the sorted list.
struct Part {
    from: &'static str,
    condition: &'static str,
    order: &'static str,
    /// Bound in `from`.
    before: Vec<Sql>,
    /// Bound in `condition`.
    after: Vec<Sql>,
}

fn relevance(conn: &Connection, query: &ListQuery) -> Result<Vec<Part>, StoreError> {
    if query.search.trim().is_empty() {
        return Ok(vec![Part {
            from: "record r",
            condition: "",
            order: "r.number",
            before: Vec::new(),
            after: Vec::new(),
        }]);
    }
    let places = hits(conn, query)?;
    if places.len() > search::MOST_RANKED {
        return Ok(vec![Part {
            from: "record r",
            condition: "",
            order: "r.number",
            before: Vec::new(),
            after: Vec::new(),
        }]);
    }
    Ok(vec![Part {
        from: "json_each(?) hit CROSS JOIN record r ON r.place = hit.value",
        condition: "",
        order: "hit.key",
        before: vec![Sql::Text(form::json(&places)?)],
        after: Vec::new(),
    }])
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
        return Ok(vec![
            Part {
                from: "record t CROSS JOIN link l ON l.target = t.id AND l.question = ? AND l.place = 1
                       CROSS JOIN record r ON r.id = l.origin",
                condition: "AND t.kind = ?",
                order: if sort.ascending { "t.folded, t.number, r.number" } else { "t.folded DESC, t.number, r.number" },
                before: vec![question.clone()],
                after: vec![Sql::Text(kind)],
            },
            Part {
                from: "record r",
                condition: "AND r.id NOT IN (SELECT origin FROM link WHERE question = ? AND place = 1)",
                order: "r.number",
                before: Vec::new(),
                after: vec![question],
            },
        ]);
    }
    if !sort.order.is_empty() {
        let mut order: Vec<&str> = sort.order.iter().map(OptionId::as_str).collect();
        if !sort.ascending {
            order.reverse();
        }
        let order = Sql::Text(form::json(&order)?);
        return Ok(vec![
            Part {
                from: "json_each(?) o CROSS JOIN answer a ON a.question = ? AND a.state = 'given' AND a.key = o.value
                       CROSS JOIN record r ON r.id = a.record",
                condition: "",
                order: "o.key, r.number",
                before: vec![order.clone(), question.clone()],
                after: Vec::new(),
            },
            Part {
                from: "record r",
                condition: "AND r.id NOT IN (SELECT record FROM answer WHERE question = ? AND state = 'given'
                            AND key IN (SELECT value FROM json_each(?)))",
                order: "r.number",
                before: Vec::new(),
                after: vec![question, order],
            },
        ]);
    }
    Ok(vec![
        Part {
            from: "answer a CROSS JOIN record r ON r.id = a.record",
            condition: "AND a.question = ? AND a.state = 'given' AND a.key IS NOT NULL",
            order: if sort.ascending {
                "a.key, r.number"
            } else {
                "a.key DESC, r.number"
            },
            before: Vec::new(),
            after: vec![question.clone()],
        },
        Part {
            from: "record r",
            condition: "AND r.id NOT IN (SELECT record FROM answer WHERE question = ? AND state = 'given' AND key IS NOT NULL)",
            order: "r.number",
            before: Vec::new(),
            after: vec![question],
        },
    ])
}
