//! Reading records.

use crate::effect;
use crate::error::StoreError;
use crate::file::ClientFile;
use crate::time::moment;
use content::{QuestionId, RecordKind};
use domain::{Answer, AnswerState, Record, RecordId};
use rusqlite::{Connection, OptionalExtension, Row};

/// A place where a record is named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Use {
    /// The record that names it.
    pub record: Record,
    /// In the answer to this question.
    pub question: QuestionId,
}

impl ClientFile {
    /// The organisation whose file it is.
    pub fn organisation(&self) -> Result<Record, StoreError> {
        organisation(&self.conn)
    }

    /// The record with this identity.
    pub fn record(&self, id: &RecordId) -> Result<Option<Record>, StoreError> {
        one(&self.conn, id)
    }

    /// The record with this human reference (`AI-001`, in any case) or this UUID.
    pub fn find(&self, word: &str) -> Result<Option<Record>, StoreError> {
        let word = word.trim();
        if let Some((prefix, number)) = word.split_once('-')
            && let Ok(number) = number.parse::<u32>()
            && let Some(kind) = RecordKind::ALL
                .into_iter()
                .find(|kind| kind.prefix().eq_ignore_ascii_case(prefix))
        {
            return self
                .conn
                .prepare_cached(
                    "SELECT id, kind, number, name, created, changed, retired FROM record
                     WHERE kind = ?1 AND number = ?2",
                )?
                .query_row((kind.code(), number), |row| Ok(read(row)))
                .optional()?
                .transpose();
        }
        one(&self.conn, &RecordId::new(word.to_ascii_lowercase()))
    }

    /// All records of a kind by number, retired ones too.
    pub fn records(&self, kind: RecordKind) -> Result<Vec<Record>, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT id, kind, number, name, created, changed, retired FROM record
             WHERE kind = ?1 ORDER BY number",
        )?;
        let mut rows = statement.query([kind.code()])?;
        let mut records = Vec::new();
        while let Some(row) = rows.next()? {
            records.push(read(row)?);
        }
        Ok(records)
    }

    /// Every answer that names a record, by kind and number of the naming record.
    pub fn used_by(&self, id: &RecordId) -> Result<Vec<Use>, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT r.id, r.kind, r.number, r.name, r.created, r.changed, r.retired, l.question
             FROM link l JOIN record r ON r.id = l.origin
             WHERE l.target = ?1 ORDER BY r.kind, r.number, l.question",
        )?;
        let mut rows = statement.query([id.as_str()])?;
        let mut uses = Vec::new();
        while let Some(row) = rows.next()? {
            uses.push(Use {
                record: read(row)?,
                question: QuestionId::new(row.get::<_, String>(7)?),
            });
        }
        Ok(uses)
    }
}

/// Reads a row of `id, kind, number, name, created, changed, retired`.
pub(crate) fn read(row: &Row<'_>) -> Result<Record, StoreError> {
    Ok(Record {
        id: RecordId::new(row.get::<_, String>(0)?),
        kind: effect::kind(
            row.get_ref(1)?
                .as_str()
                .map_err(|_| StoreError::damaged("the kind of a record is not text"))?,
        )?,
        number: row.get(2)?,
        name: row.get(3)?,
        created: moment(row.get(4)?)?,
        changed: moment(row.get(5)?)?,
        retired: row.get::<_, Option<i64>>(6)?.map(moment).transpose()?,
    })
}

pub(crate) fn one(conn: &Connection, id: &RecordId) -> Result<Option<Record>, StoreError> {
    conn.prepare_cached(
        "SELECT id, kind, number, name, created, changed, retired FROM record WHERE id = ?1",
    )?
    .query_row([id.as_str()], |row| Ok(read(row)))
    .optional()?
    .transpose()
}

/// The record at a place that a query just gave.
pub(crate) fn at(conn: &Connection, place: i64) -> Result<Record, StoreError> {
    conn.prepare_cached(
        "SELECT id, kind, number, name, created, changed, retired FROM record WHERE place = ?1",
    )?
    .query_row([place], |row| Ok(read(row)))?
}

/// A record with its place in the full-text index.
pub(crate) fn with_place(conn: &Connection, id: &str) -> Result<Option<(i64, Record)>, StoreError> {
    conn.prepare_cached(
        "SELECT id, kind, number, name, created, changed, retired, place FROM record WHERE id = ?1",
    )?
    .query_row([id], |row| Ok((row.get(7)?, read(row))))
    .optional()?
    .map(|(place, record)| Ok((place, record?)))
    .transpose()
}

pub(crate) fn organisation(conn: &Connection) -> Result<Record, StoreError> {
    conn.prepare_cached(
        "SELECT id, kind, number, name, created, changed, retired FROM record
         WHERE kind = 'organisation'",
    )?
    .query_row([], |row| Ok(read(row)))
    .optional()?
    .ok_or_else(|| StoreError::damaged("the file has no organisation"))?
}

/// The first record of a kind with this name, current ones before retired ones; folded names are
/// compared, or the name as it is where folding leaves nothing.
pub(crate) fn by_name(
    conn: &Connection,
    kind: RecordKind,
    name: &str,
) -> Result<Option<RecordId>, StoreError> {
    let spelling = domain::text::spelling(name);
    let mut alike = conn.prepare_cached(
        "SELECT id, name FROM record WHERE kind = ?1 AND folded = ?2
         ORDER BY retired IS NOT NULL, number",
    )?;
    let mut rows = alike.query((kind.code(), domain::text::fold(name)))?;
    while let Some(row) = rows.next()? {
        let known: String = row.get(1)?;
        if domain::text::spelling(&known) == spelling {
            return Ok(Some(RecordId::new(row.get::<_, String>(0)?)));
        }
    }
    Ok(None)
}

/// Every record an answer names, the person asked too.
pub(crate) fn linked(answer: &Answer) -> Vec<RecordId> {
    match &answer.state {
        AnswerState::NotKnown { asked_of } => asked_of.iter().cloned().collect(),
        _ => answer
            .value()
            .map_or_else(Vec::new, |value| value.records().to_vec()),
    }
}
