//! Search held against the records: what the index should know is worked out anew, in memory, and
//! compared word by word. The index keeps no text of its own, so nothing else could tell.

use super::{entry, learn};
use crate::check::Finding;
use crate::error::StoreError;
use domain::RecordId;
use rusqlite::Connection;
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

/// Records worked out at a time, which bounds the memory.
const BATCH: usize = 500;
/// Differences that are named before a comparison stops looking.
const ENOUGH: usize = 20;

/// Per place of a record a sum over all words the index has of it, with where they stand.
type Sums = HashMap<i64, u64>;

/// Every record of which search knows something else than it says, the first twenty.
pub(crate) fn differences(conn: &Connection) -> Result<Vec<Finding>, StoreError> {
    let found = prepare(conn).and_then(|()| compare(conn));
    forget(conn)?;
    match found {
        Err(StoreError::Damaged { what }) => Ok(vec![Finding::SearchUnreadable { what }]),
        other => other,
    }
}

/// An index like that of the file, in memory, and both by their words.
fn prepare(conn: &Connection) -> Result<(), StoreError> {
    let like: String = conn.query_row(
        "SELECT replace(sql, 'TABLE search ', 'TABLE temp.anew ') FROM main.sqlite_schema WHERE name = 'search'",
        [],
        |row| row.get(0),
    )?;
    conn.execute_batch(&like)?;
    conn.execute_batch(
        "CREATE VIRTUAL TABLE temp.search_words USING fts5vocab('main', 'search', 'instance');
         CREATE VIRTUAL TABLE temp.anew_words USING fts5vocab('temp', 'anew', 'instance');",
    )?;
    Ok(())
}

fn forget(conn: &Connection) -> Result<(), StoreError> {
    conn.flush_prepared_statement_cache();
    Ok(conn.execute_batch(
        "DROP TABLE IF EXISTS temp.search_words;
         DROP TABLE IF EXISTS temp.anew_words;
         DROP TABLE IF EXISTS temp.anew;",
    )?)
}

fn compare(conn: &Connection) -> Result<Vec<Finding>, StoreError> {
    let mut knows = sums(
        conn,
        "SELECT doc, term, col, offset FROM temp.search_words",
        "SELECT id, sz FROM main.search_docsize",
    )?;
    let mut found = Vec::new();
    let records: Vec<(i64, String)> = conn
        .prepare("SELECT place, id FROM record ORDER BY place")?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?;
    for batch in records.chunks(BATCH) {
        for (_, id) in batch {
            if let Some(entry) = entry(conn, id)? {
                learn(
                    conn,
                    "INSERT INTO temp.anew (rowid, reference, name, body) VALUES (?1, ?2, ?3, ?4)",
                    &entry,
                )?;
            }
        }
        let should = sums(
            conn,
            "SELECT doc, term, col, offset FROM temp.anew_words",
            "SELECT id, sz FROM temp.anew_docsize",
        )?;
        let stale = batch
            .iter()
            .filter(|(place, _)| knows.remove(place) != should.get(place).copied());
        found.extend(stale.map(|(_, id)| Finding::Search {
            record: Some(RecordId::new(id.as_str())),
        }));
        conn.execute_batch("INSERT INTO temp.anew (anew) VALUES ('delete-all')")?;
    }
    if !knows.is_empty() {
        found.push(Finding::Search { record: None });
    }
    found.truncate(ENOUGH);
    Ok(found)
}

/// Words with their places, and the lengths that ranking goes by.
fn sums(conn: &Connection, words: &str, lengths: &str) -> Result<Sums, StoreError> {
    let mut sums = Sums::new();
    let mut statement = conn.prepare(words)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (word, column) = (text(row, 1)?, text(row, 2)?);
        add(
            &mut sums,
            row.get(0)?,
            (word, column, row.get::<_, i64>(3)?),
        );
    }
    let mut statement = conn.prepare(lengths)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let length = row.get_ref(1)?.as_blob_or_null().unwrap_or_default();
        add(&mut sums, row.get(0)?, length);
    }
    Ok(sums)
}

/// Sums, because words come in the order of the alphabet and not of the records.
fn add(sums: &mut Sums, place: i64, what: impl Hash) {
    let mut hasher = DefaultHasher::new();
    what.hash(&mut hasher);
    let sum = sums.entry(place).or_default();
    *sum = sum.wrapping_add(hasher.finish());
}

fn text<'a>(row: &'a rusqlite::Row<'_>, column: usize) -> Result<&'a [u8], StoreError> {
    Ok(row.get_ref(column)?.as_bytes().unwrap_or_default())
}
