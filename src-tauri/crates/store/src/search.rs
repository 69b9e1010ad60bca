//! The full-text index over references, names and all text answers. Derived: it keeps no text of its
//! own, so to forget a record it must be told what it once learned.

mod differences;

pub(crate) use differences::differences;

use crate::error::StoreError;
use crate::form;
use crate::queries::records;
use rusqlite::{Connection, params};

/// What search knows of one record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entry {
    place: i64,
    reference: String,
    name: String,
    body: String,
}

/// What search should know of a record as it stands; none when there is no such record.
pub(crate) fn entry(conn: &Connection, id: &str) -> Result<Option<Entry>, StoreError> {
    let Some((place, record)) = records::with_place(conn, id)? else {
        return Ok(None);
    };
    let mut body = String::new();
    let mut statement = conn.prepare_cached(
        "SELECT state, value, note FROM answer WHERE record = ?1 ORDER BY question",
    )?;
    let mut rows = statement.query([id])?;
    while let Some(row) = rows.next()? {
        let value: Option<String> = row.get(1)?;
        let state: String = row.get(0)?;
        let answer = form::answer(&state, value.as_deref(), row.get(2)?, Vec::new())?;
        form::push_text(&answer, &mut body);
    }
    Ok(Some(Entry {
        place,
        reference: record.reference(),
        name: record.name,
        body,
    }))
}

/// Forgets what was known before and learns what is now.
pub(crate) fn replace(
    conn: &Connection,
    before: Option<&Entry>,
    after: Option<&Entry>,
) -> Result<(), StoreError> {
    if before == after {
        return Ok(());
    }
    if let Some(old) = before {
        conn.prepare_cached(
            "INSERT INTO search (search, rowid, reference, name, body)
             VALUES ('delete', ?1, ?2, ?3, ?4)",
        )?
        .execute(params![old.place, old.reference, old.name, old.body])?;
    }
    if let Some(new) = after {
        learn(
            conn,
            "INSERT INTO search (rowid, reference, name, body) VALUES (?1, ?2, ?3, ?4)",
            new,
        )?;
    }
    Ok(())
}

fn learn(conn: &Connection, into: &'static str, new: &Entry) -> Result<(), StoreError> {
    conn.prepare_cached(into)?
        .execute(params![new.place, new.reference, new.name, new.body])?;
    Ok(())
}

/// The most words one search looks for.
const MOST_TERMS: usize = 8;

/// The words of a search as a query of the index: split by us, each quoted, so that no input is ever
/// syntax. All must occur; the last may be the beginning of a word still being typed. None when there
/// is no word in it.
pub(crate) fn query(typed: &str) -> Option<String> {
    let mut terms: Vec<String> = typed
        .split(|c: char| c.is_whitespace() || c.is_control() || c == '"')
        .filter(|term| term.chars().any(char::is_alphanumeric))
        .take(MOST_TERMS)
        .map(|term| format!("\"{term}\""))
        .collect();
    terms.last_mut()?.push('*');
    Some(terms.join(" AND "))
}

/// Places of the records that match, the best first. Ranking looks at every match, so beyond this many
/// it is left out: with thousands of hits the order says little and costs much.
pub(crate) const MOST_RANKED: usize = 2000;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_is_typed_becomes_quoted_words() {
        assert_eq!(
            query("credit sco").as_deref(),
            Some("\"credit\" AND \"sco\"*")
        );
        assert_eq!(
            query("a OR b) NEAR(\"x").as_deref(),
            Some("\"a\" AND \"OR\" AND \"b)\" AND \"NEAR(\" AND \"x\"*")
        );
        assert_eq!(query(" \" -- * "), None);
        assert_eq!(
            query("a b c d e f g h i j").map(|q| q.matches("AND").count()),
            Some(7)
        );
    }
}
