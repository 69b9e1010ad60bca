//! The full snapshot that reports and exports are made from.

use crate::chain;
use crate::error::StoreError;
use crate::file::ClientFile;
use crate::queries::{answers, attachments, records, revisions};
use crate::write::head;
use content::QuestionId;
use domain::{Answers, Attachment, Dossier, Record, RecordId, Revision, Stamp, Timestamp};
use rusqlite::Connection;
use std::collections::{BTreeMap, HashMap};

impl ClientFile {
    /// Where in its life the file is now: what ties a document to it.
    pub fn stamp(&self, now: Timestamp) -> Result<Stamp, StoreError> {
        let head = head(&self.conn)?;
        Ok(Stamp {
            file_id: self.file_id.clone(),
            event: head.seq.cast_unsigned(),
            head: chain::hex(&head.hash),
            at: now,
        })
    }

    /// Everything but the trees of what was signed, read in one transaction.
    pub fn dossier(&self, now: Timestamp) -> Result<Dossier, StoreError> {
        self.dossier_with(now, |_| false)
    }

    /// Everything, with what was signed where `wanted` says so, read in one transaction.
    pub fn dossier_with(
        &self,
        now: Timestamp,
        wanted: impl Fn(&Revision) -> bool,
    ) -> Result<Dossier, StoreError> {
        let tx = self.conn.unchecked_transaction()?;
        let mut dossier = Dossier {
            stamp: self.stamp(now)?,
            records: all_records(&tx)?,
            answers: all_answers(&tx)?,
            attachments: all_attachments(&tx)?,
            revisions: revisions::all(&tx, None)?,
            frozen: BTreeMap::new(),
        };
        for revision in dossier.revisions.iter().filter(|one| wanted(one)) {
            if !dossier.frozen.contains_key(&revision.sha256) {
                let frozen = revisions::frozen(&tx, &revision.sha256)?;
                dossier.frozen.insert(revision.sha256.clone(), frozen);
            }
        }
        tx.commit()?;
        Ok(dossier)
    }
}

fn all_records(conn: &Connection) -> Result<Vec<Record>, StoreError> {
    let mut statement =
        conn.prepare("SELECT id, kind, number, name, created, changed, retired FROM record")?;
    let mut rows = statement.query([])?;
    let mut records = Vec::new();
    while let Some(row) = rows.next()? {
        records.push(records::read(row)?);
    }
    // By kind as people list them, not as the words sort.
    records.sort_by_key(|record| (record.kind, record.number));
    Ok(records)
}

fn all_answers(conn: &Connection) -> Result<BTreeMap<RecordId, Answers>, StoreError> {
    let mut links: HashMap<(String, String), Vec<RecordId>> = HashMap::new();
    let mut statement =
        conn.prepare("SELECT origin, question, target FROM link ORDER BY origin, question, place")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        links
            .entry((row.get(0)?, row.get(1)?))
            .or_default()
            .push(RecordId::new(row.get::<_, String>(2)?));
    }
    // In the order of the rows, which is cheaper than by record; the maps sort.
    let mut statement = conn.prepare("SELECT record, question, state, value, note FROM answer")?;
    let mut rows = statement.query([])?;
    let mut all: BTreeMap<RecordId, Answers> = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let place: (String, String) = (row.get(0)?, row.get(1)?);
        let answer = answers::read(row, 2, links.remove(&place).unwrap_or_default())?;
        all.entry(RecordId::new(place.0))
            .or_default()
            .insert(QuestionId::new(place.1), answer);
    }
    Ok(all)
}

fn all_attachments(conn: &Connection) -> Result<BTreeMap<RecordId, Vec<Attachment>>, StoreError> {
    let mut statement = conn.prepare(
        "SELECT a.id, a.record, a.name, c.size, a.sha256, a.added, a.retired
         FROM attachment a JOIN content c ON c.sha256 = a.sha256 ORDER BY a.added, a.id",
    )?;
    let mut rows = statement.query([])?;
    let mut all: BTreeMap<RecordId, Vec<Attachment>> = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let (record, attachment) = attachments::read(row)?;
        all.entry(record).or_default().push(attachment);
    }
    Ok(all)
}
