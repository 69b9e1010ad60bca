//! Which rows belong to a list: search and filters.
//!
//! Statements are put together from fixed pieces; everything that came from a person is bound.

use crate::error::StoreError;
use crate::form;
use crate::queries::list::{Column, Filter, ListQuery, Retired, Said};
use crate::search;
use content::OptionId;
use domain::RecordId;
use rusqlite::types::Value as Sql;
use rusqlite::{Connection, params_from_iter};

/// The condition all rows fulfil, on a table `r` of records, with what it binds.
pub(crate) struct Matching {
    pub(crate) sql: String,
    pub(crate) bound: Vec<Sql>,
    /// Whether a search or a filter narrows the list, so that finding its rows is the greater part of
    /// the work and is done once.
    pub(crate) narrowed: bool,
}

impl Matching {
    pub(crate) fn of(
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

    pub(crate) fn count(&self, conn: &Connection) -> Result<usize, StoreError> {
        let sql = format!("SELECT count(*) FROM record r WHERE {}", self.sql);
        let count: i64 = conn
            .prepare_cached(&sql)?
            .query_row(params_from_iter(&self.bound), |row| row.get(0))?;
        Ok(usize::try_from(count).unwrap_or_default())
    }
}

pub(crate) fn word(text: &str) -> Sql {
    Sql::Text(text.to_owned())
}

/// Places of the records a search finds: through the index, and by a part of the name, which the index
/// does not know (it knows words and their beginnings). None without a search. The best first, if there are few enough to rank.
pub(crate) fn hits(conn: &Connection, query: &ListQuery) -> Result<Option<Vec<i64>>, StoreError> {
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
