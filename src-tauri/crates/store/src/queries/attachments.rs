//! Reading what is attached, without the bytes.

use crate::chain;
use crate::error::StoreError;
use crate::file::ClientFile;
use crate::time::moment;
use domain::{Attachment, RecordId};
use rusqlite::{Connection, OptionalExtension, Row};

impl ClientFile {
    /// Everything attached to a record, in the order it was attached, retired attachments too.
    pub fn attachments(&self, record: &RecordId) -> Result<Vec<Attachment>, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT a.id, a.record, a.name, c.size, a.sha256, a.added, a.retired
             FROM attachment a JOIN content c ON c.sha256 = a.sha256
             WHERE a.record = ?1 ORDER BY a.added, a.id",
        )?;
        let mut rows = statement.query([record.as_str()])?;
        let mut attachments = Vec::new();
        while let Some(row) = rows.next()? {
            attachments.push(read(row)?.1);
        }
        Ok(attachments)
    }

    /// One attachment and the record it is attached to.
    pub fn attachment(&self, id: &str) -> Result<Option<(RecordId, Attachment)>, StoreError> {
        one(&self.conn, id)
    }
}

/// Reads `id, record, name, size, sha256, added, retired`.
pub(crate) fn read(row: &Row<'_>) -> Result<(RecordId, Attachment), StoreError> {
    Ok((
        RecordId::new(row.get::<_, String>(1)?),
        Attachment {
            id: row.get(0)?,
            name: row.get(2)?,
            size: row.get::<_, i64>(3)?.cast_unsigned(),
            sha256: chain::hex(&row.get(4)?),
            added: moment(row.get(5)?)?,
            retired: row.get::<_, Option<i64>>(6)?.map(moment).transpose()?,
        },
    ))
}

pub(crate) fn one(
    conn: &Connection,
    id: &str,
) -> Result<Option<(RecordId, Attachment)>, StoreError> {
    conn.prepare_cached(
        "SELECT a.id, a.record, a.name, c.size, a.sha256, a.added, a.retired
         FROM attachment a JOIN content c ON c.sha256 = a.sha256 WHERE a.id = ?1",
    )?
    .query_row([id], |row| Ok(read(row)))
    .optional()?
    .transpose()
}
