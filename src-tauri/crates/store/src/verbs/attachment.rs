//! Files kept inside the client file, in chunks, each content once.

use crate::chain::{self, Hash};
use crate::effect::{Effect, Step};
use crate::error::StoreError;
use crate::file::ClientFile;
use crate::queries::attachments;
use crate::verbs::record::{check_id, check_name, existing};
use crate::write::{Recorded, Write};
use domain::{Action, Actor, Attachment, RecordId, Timestamp};
use rusqlite::{OptionalExtension, params};

/// Bytes one attachment may have.
pub const LARGEST_ATTACHMENT: u64 = 25 * 1024 * 1024;
/// Bytes all contents of one file may have together.
pub const LARGEST_TOTAL: u64 = 500 * 1024 * 1024;
/// Bytes of one row.
const CHUNK: usize = 256 * 1024;

impl ClientFile {
    /// Attaches a file to a record. `name` is for display; it is never a path again.
    pub fn attach(
        &mut self,
        actor: &Actor,
        now: Timestamp,
        record: &RecordId,
        id: &str,
        name: &str,
        bytes: &[u8],
    ) -> Result<Recorded, StoreError> {
        check_id(id)?;
        let name = check_name(name)?;
        let size = bytes.len() as u64;
        if size > LARGEST_ATTACHMENT {
            return Err(StoreError::AttachmentTooLarge {
                limit: LARGEST_ATTACHMENT,
            });
        }
        let done = self.write_large(actor, now, |write| {
            existing(write, record)?;
            if attachments::one(write.conn(), id)?.is_some() {
                return Err(StoreError::IdUnusable { id: id.to_owned() });
            }
            let hash = keep(write, bytes)?;
            let effect = Effect::Attached {
                name: name.to_owned(),
                size,
                sha256: chain::hex(&hash),
                added: write.at(),
            };
            write.take(&Step::part(
                Action::AttachmentAdded,
                record.as_str(),
                id,
                effect,
            ))
        })?;
        Ok(done.0)
    }

    /// Takes an attachment out of use. Its bytes stay readable.
    pub fn retire_attachment(
        &mut self,
        actor: &Actor,
        now: Timestamp,
        id: &str,
    ) -> Result<Recorded, StoreError> {
        Ok(self.write(actor, now, |write| retire(write, id, true))?.0)
    }

    /// Brings a retired attachment back.
    pub fn restore_attachment(
        &mut self,
        actor: &Actor,
        now: Timestamp,
        id: &str,
    ) -> Result<Recorded, StoreError> {
        Ok(self.write(actor, now, |write| retire(write, id, false))?.0)
    }

    /// The bytes of an attachment, checked against the hash the log has of them.
    pub fn read_attachment(&self, id: &str) -> Result<Vec<u8>, StoreError> {
        let (_, attachment) =
            attachments::one(&self.conn, id)?.ok_or(StoreError::UnknownAttachment)?;
        let hash = chain::unhex(&attachment.sha256)?;
        let mut bytes = Vec::with_capacity(usize::try_from(attachment.size).unwrap_or_default());
        let mut statement = self
            .conn
            .prepare_cached("SELECT bytes FROM content_chunk WHERE sha256 = ?1 ORDER BY place")?;
        let mut rows = statement.query([hash])?;
        while let Some(row) = rows.next()? {
            bytes.extend_from_slice(
                row.get_ref(0)?
                    .as_blob()
                    .map_err(|_| StoreError::damaged("a chunk of an attachment is not bytes"))?,
            );
        }
        if chain::sha256(&bytes) != hash {
            return Err(StoreError::damaged("the bytes of an attachment changed"));
        }
        Ok(bytes)
    }
}

fn retire(write: &mut Write<'_>, id: &str, out: bool) -> Result<(), StoreError> {
    let (record, Attachment { name, retired, .. }) =
        attachments::one(write.conn(), id)?.ok_or(StoreError::UnknownAttachment)?;
    let at = write.at();
    let (action, effect) = match (retired, out) {
        (None, true) => {
            let effect = Effect::AttachmentRetired { name, at };
            (Action::AttachmentRetired, effect)
        }
        (Some(_), false) => {
            let effect = Effect::AttachmentRestored { name, at };
            (Action::AttachmentRestored, effect)
        }
        _ => return Ok(()),
    };
    write.take(&Step::part(action, record.as_str(), id, effect))
}

/// Keeps bytes unless the file has the same ones already.
fn keep(write: &Write<'_>, bytes: &[u8]) -> Result<Hash, StoreError> {
    let hash = chain::sha256(bytes);
    let conn = write.conn();
    let known = conn
        .query_row(
            "SELECT 1 FROM content WHERE sha256 = ?1",
            [hash],
            |_| Ok(()),
        )
        .optional()?;
    if known.is_some() {
        return Ok(hash);
    }
    let total: i64 = conn.query_row("SELECT coalesce(sum(size), 0) FROM content", [], |row| {
        row.get(0)
    })?;
    let size = bytes.len() as u64;
    if total.cast_unsigned() + size > LARGEST_TOTAL {
        return Err(StoreError::AttachmentsFull {
            limit: LARGEST_TOTAL,
        });
    }
    conn.execute(
        "INSERT INTO content (sha256, size) VALUES (?1, ?2)",
        params![hash, size.cast_signed()],
    )?;
    for (place, chunk) in (0_i64..).zip(bytes.chunks(CHUNK)) {
        conn.prepare_cached(
            "INSERT INTO content_chunk (sha256, place, bytes) VALUES (?1, ?2, ?3)",
        )?
        .execute(params![hash, place, chunk])?;
    }
    Ok(hash)
}
