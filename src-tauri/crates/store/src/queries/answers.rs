//! Reading answers.

use crate::error::StoreError;
use crate::file::ClientFile;
use crate::form;
use crate::time::moment;
use content::QuestionId;
use domain::{Answer, Answers, RecordId, Timestamp};
use rusqlite::{Connection, Row};
use std::collections::BTreeMap;

impl ClientFile {
    /// All answers of a record, also of questions that are hidden or retired now.
    pub fn answers(&self, record: &RecordId) -> Result<Answers, StoreError> {
        all(&self.conn, record)
    }

    /// The answer to one question about a record.
    pub fn answer(&self, record: &RecordId, question: &str) -> Result<Option<Answer>, StoreError> {
        one(&self.conn, record, question)
    }

    /// When each answer of a record was last recorded.
    pub fn answered_at(
        &self,
        record: &RecordId,
    ) -> Result<BTreeMap<QuestionId, Timestamp>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT question, changed FROM answer WHERE record = ?1")?;
        let mut rows = statement.query([record.as_str()])?;
        let mut moments = BTreeMap::new();
        while let Some(row) = rows.next()? {
            moments.insert(
                QuestionId::new(row.get::<_, String>(0)?),
                moment(row.get(1)?)?,
            );
        }
        Ok(moments)
    }
}

pub(crate) fn all(conn: &Connection, record: &RecordId) -> Result<Answers, StoreError> {
    let mut links: BTreeMap<String, Vec<RecordId>> = BTreeMap::new();
    let mut statement = conn.prepare_cached(
        "SELECT question, target FROM link WHERE origin = ?1 ORDER BY question, place",
    )?;
    let mut rows = statement.query([record.as_str()])?;
    while let Some(row) = rows.next()? {
        links
            .entry(row.get(0)?)
            .or_default()
            .push(RecordId::new(row.get::<_, String>(1)?));
    }
    let mut statement =
        conn.prepare_cached("SELECT question, state, value, note FROM answer WHERE record = ?1")?;
    let mut rows = statement.query([record.as_str()])?;
    let mut answers = Answers::new();
    while let Some(row) = rows.next()? {
        let question: String = row.get(0)?;
        let named = links.remove(&question).unwrap_or_default();
        let answer = read(row, 1, named)?;
        answers.insert(QuestionId::new(question), answer);
    }
    Ok(answers)
}

pub(crate) fn one(
    conn: &Connection,
    record: &RecordId,
    question: &str,
) -> Result<Option<Answer>, StoreError> {
    let mut statement = conn.prepare_cached(
        "SELECT state, value, note FROM answer WHERE record = ?1 AND question = ?2",
    )?;
    let mut rows = statement.query([record.as_str(), question])?;
    match rows.next()? {
        None => Ok(None),
        Some(row) => {
            let links = conn
                .prepare_cached(
                    "SELECT target FROM link WHERE origin = ?1 AND question = ?2 ORDER BY place",
                )?
                .query_map([record.as_str(), question], |row| {
                    row.get::<_, String>(0).map(RecordId::new)
                })?
                .collect::<Result<_, _>>()?;
            read(row, 0, links).map(Some)
        }
    }
}

/// Reads `state, value, note` from column `first` on.
pub(crate) fn read(
    row: &Row<'_>,
    first: usize,
    links: Vec<RecordId>,
) -> Result<Answer, StoreError> {
    let text = |error: rusqlite::types::FromSqlError| StoreError::damaged(error.to_string());
    let state = row.get_ref(first)?.as_str().map_err(text)?;
    let value = row.get_ref(first + 1)?.as_str_or_null().map_err(text)?;
    form::answer(state, value, row.get(first + 2)?, links)
}
