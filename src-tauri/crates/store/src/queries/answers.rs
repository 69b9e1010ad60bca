//! Reading answers.

use crate::error::StoreError;
use crate::file::ClientFile;
use crate::form;
use crate::time::moment;
use content::{QuestionId, RecordKind};
use domain::{Answer, Answers, Record, RecordId, Timestamp};
use rusqlite::types::FromSqlError;
use rusqlite::{Connection, Row};
use std::collections::{BTreeMap, HashMap, HashSet};

impl ClientFile {
    /// All answers of a record, also of questions that are hidden or retired now.
    pub fn answers(&self, record: &RecordId) -> Result<Answers, StoreError> {
        all(&self.conn, record)
    }

    /// The answer to one question about a record.
    pub fn answer(&self, record: &RecordId, question: &str) -> Result<Option<Answer>, StoreError> {
        one(&self.conn, record, question)
    }

    /// The records of a kind that are not retired, by number, each with its answers to these questions:
    /// one walk over the file, for what looks at every record at once.
    pub fn answers_to(
        &self,
        kind: RecordKind,
        questions: &[&QuestionId],
    ) -> Result<Vec<(Record, Answers)>, StoreError> {
        let wanted: HashSet<&str> = questions.iter().map(|id| id.as_str()).collect();
        let tx = self.conn.unchecked_transaction()?;
        let mut records = self.records(kind)?;
        records.retain(|record| record.retired.is_none());
        let mut found: Vec<(Record, Answers)> = records
            .into_iter()
            .map(|record| (record, Answers::new()))
            .collect();
        let places: HashMap<RecordId, usize> = (0..)
            .zip(&found)
            .map(|(place, (record, _))| (record.id.clone(), place))
            .collect();
        let mut links = links_of(&tx, kind, &wanted)?;
        let mut statement = tx.prepare_cached(
            "SELECT a.record, a.question, a.state, a.value, a.note
             FROM record r JOIN answer a ON a.record = r.id
             WHERE r.kind = ?1 AND r.retired IS NULL",
        )?;
        let mut rows = statement.query([kind.code()])?;
        while let Some(row) = rows.next()? {
            let text = |error: FromSqlError| StoreError::damaged(error.to_string());
            let question = row.get_ref(1)?.as_str().map_err(text)?;
            if !wanted.contains(question) {
                continue;
            }
            let record = row.get_ref(0)?.as_str().map_err(text)?;
            let Some(answers) = places.get(record).and_then(|place| found.get_mut(*place)) else {
                continue;
            };
            let question = QuestionId::new(question);
            let named = links.remove(&(record.to_owned(), question.clone()));
            let answer = read(row, 2, named.unwrap_or_default())?;
            answers.1.insert(question, answer);
        }
        drop(rows);
        drop(statement);
        tx.commit()?;
        Ok(found)
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

type Links = HashMap<(String, QuestionId), Vec<RecordId>>;

/// What answers of a kind's current records link to, as far as wanted.
fn links_of(
    conn: &Connection,
    kind: RecordKind,
    wanted: &HashSet<&str>,
) -> Result<Links, StoreError> {
    let mut statement = conn.prepare_cached(
        "SELECT l.origin, l.question, l.target FROM record r JOIN link l ON l.origin = r.id
         WHERE r.kind = ?1 AND r.retired IS NULL ORDER BY l.origin, l.question, l.place",
    )?;
    let mut rows = statement.query([kind.code()])?;
    let mut links = Links::new();
    while let Some(row) = rows.next()? {
        let question: String = row.get(1)?;
        if wanted.contains(question.as_str()) {
            let place = (row.get(0)?, QuestionId::new(question));
            let target = RecordId::new(row.get::<_, String>(2)?);
            links.entry(place).or_default().push(target);
        }
    }
    Ok(links)
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
