//! The order of a list: stretches that follow each other, each in an order the database can walk.

use crate::error::StoreError;
use crate::form;
use crate::queries::list::{Column, ListQuery, Sort};
use crate::queries::matching::{Matching, word};
use crate::search;
use content::{OptionId, QuestionId};
use rusqlite::types::Value as Sql;
use rusqlite::{Connection, OptionalExtension, params_from_iter};

/// One stretch of the sorted list.
#[derive(Default)]
pub(crate) struct Part {
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

    pub(crate) fn places(
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

    pub(crate) fn count(
        &self,
        conn: &Connection,
        matching: &Matching,
    ) -> Result<usize, StoreError> {
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
pub(crate) fn parts(
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
