//! What was signed, and what is closed to change because of it.

use crate::chain::{self, Hash};
use crate::error::StoreError;
use crate::file::ClientFile;
use crate::form::{self, frozen::FrozenForm};
use crate::time::moment;
use content::QuestionnaireId;
use domain::{Frozen, RecordId, Revision};
use rusqlite::{Connection, OptionalExtension, Row};

/// The newest revision of an assessment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) number: u32,
    /// Whether it was not reopened.
    pub(crate) stands: bool,
}

impl ClientFile {
    /// Everything signed about a record, or about all of them, the oldest first.
    pub fn revisions(&self, subject: Option<&RecordId>) -> Result<Vec<Revision>, StoreError> {
        all(&self.conn, subject)
    }

    /// What was signed with a revision. Refused as damage when it is not what its SHA-256 says.
    pub fn frozen(&self, revision: &Revision) -> Result<Frozen, StoreError> {
        frozen(&self.conn, &revision.sha256)
    }
}

pub(crate) fn all(
    conn: &Connection,
    subject: Option<&RecordId>,
) -> Result<Vec<Revision>, StoreError> {
    let mut statement = conn.prepare_cached(
        "SELECT r.subject, r.questionnaire, r.number, r.event, r.at, r.signer, r.signer_role,
                r.remark, r.day, r.content_version, r.sha256, o.at, o.reason
         FROM revision r
         LEFT JOIN reopening o ON o.subject = r.subject AND o.questionnaire = r.questionnaire
                              AND o.number = r.number
         WHERE ?1 IS NULL OR r.subject = ?1 ORDER BY r.event",
    )?;
    let mut rows = statement.query([subject.map(RecordId::as_str)])?;
    let mut revisions = Vec::new();
    while let Some(row) = rows.next()? {
        revisions.push(read(row)?);
    }
    Ok(revisions)
}

fn read(row: &Row<'_>) -> Result<Revision, StoreError> {
    let sha256: Hash = row.get(10)?;
    let reopened = match (row.get::<_, Option<i64>>(11)?, row.get(12)?) {
        (Some(at), Some(reason)) => Some((moment(at)?, reason)),
        _ => None,
    };
    let day: String = row.get(8)?;
    Ok(Revision {
        subject: RecordId::new(row.get::<_, String>(0)?),
        questionnaire: QuestionnaireId::new(row.get::<_, String>(1)?),
        number: row.get(2)?,
        event: row.get::<_, i64>(3)?.cast_unsigned(),
        at: moment(row.get(4)?)?,
        signer: row.get(5)?,
        signer_role: row.get(6)?,
        remark: row.get(7)?,
        on: day
            .parse()
            .map_err(|_| StoreError::damaged("the day of a revision is no day"))?,
        content_version: row.get(9)?,
        sha256: chain::hex(&sha256),
        reopened,
    })
}

/// What is kept under a SHA-256 in hexadecimal digits.
pub(crate) fn frozen(conn: &Connection, sha256: &str) -> Result<Frozen, StoreError> {
    let hash = chain::unhex(sha256)?;
    let text: Option<String> = conn
        .prepare_cached("SELECT text FROM frozen WHERE sha256 = ?1")?
        .query_row([hash], |row| row.get(0))
        .optional()?;
    match text {
        Some(text) if chain::sha256(text.as_bytes()) == hash => {
            Ok(form::parse::<FrozenForm>(&text)?.into())
        }
        _ => Err(StoreError::damaged("what was signed has changed")),
    }
}

/// The newest revision of an assessment of a record.
pub(crate) fn newest(
    conn: &Connection,
    subject: &str,
    questionnaire: &str,
) -> Result<Option<Place>, StoreError> {
    let place = conn
        .prepare_cached(
            "SELECT r.number, o.number IS NULL FROM revision r
             LEFT JOIN reopening o ON o.subject = r.subject AND o.questionnaire = r.questionnaire
                                  AND o.number = r.number
             WHERE r.subject = ?1 AND r.questionnaire = ?2 ORDER BY r.number DESC LIMIT 1",
        )?
        .query_row([subject, questionnaire], |row| {
            Ok(Place {
                number: row.get(0)?,
                stands: row.get(1)?,
            })
        })
        .optional()?;
    Ok(place)
}
