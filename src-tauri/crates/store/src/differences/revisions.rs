//! What was signed, held against the log.

use crate::chain;
use crate::check::{Finding, StateFault};
use crate::error::StoreError;
use crate::migrate::{WITH_REVISIONS, form_of};
use crate::replay::{ReopeningRow, Replayed, RevisionKey, RevisionRow};
use rusqlite::{Connection, Row};
use std::collections::BTreeMap;

impl Replayed {
    /// Every revision and reopening that is not as it was logged, or whose frozen outcome is not the one
    /// that was signed.
    pub(super) fn compare_revisions(
        &mut self,
        conn: &Connection,
        found: &mut Vec<Finding>,
    ) -> Result<(), StoreError> {
        // A file of an older form is checked before it is brought up to date.
        if form_of(conn)? < WITH_REVISIONS {
            return Ok(());
        }
        let stands = rows(
            conn,
            "SELECT r.subject, r.questionnaire, r.number, r.event, r.at, r.signer, r.signer_role,
                    r.remark, r.day, r.content_version, r.sha256, f.text
             FROM revision r LEFT JOIN frozen f ON f.sha256 = r.sha256",
            |row| {
                let revision = RevisionRow {
                    event: row.get(3)?,
                    at: row.get(4)?,
                    signer: row.get(5)?,
                    signer_role: row.get(6)?,
                    remark: row.get(7)?,
                    day: row.get(8)?,
                    content_version: row.get(9)?,
                    sha256: row.get(10)?,
                };
                // One after the other: all that was ever signed may not fit into memory.
                let text = row.get_ref(11)?.as_bytes_or_null()?;
                Ok((revision, text.map(chain::sha256)))
            },
        )?;
        for (key, (revision, kept)) in stands {
            let fault = match self.revisions.remove(&key) {
                None => StateFault::NotInLog,
                Some(logged) if logged == revision && kept == Some(logged.sha256) => continue,
                Some(_) => StateFault::Differs,
            };
            found.push(finding(&key, fault));
        }
        let missing = self.revisions.keys();
        found.extend(missing.map(|key| finding(key, StateFault::Missing)));

        let stands = rows(
            conn,
            "SELECT subject, questionnaire, number, event, at, reason FROM reopening",
            |row| {
                Ok(ReopeningRow {
                    event: row.get(3)?,
                    at: row.get(4)?,
                    reason: row.get(5)?,
                })
            },
        )?;
        for (key, reopening) in stands {
            let fault = match self.reopenings.remove(&key) {
                None => StateFault::NotInLog,
                Some(logged) if logged == reopening => continue,
                Some(_) => StateFault::Differs,
            };
            found.push(finding(&key, fault));
        }
        let missing = self.reopenings.keys();
        found.extend(missing.map(|key| finding(key, StateFault::Missing)));
        Ok(())
    }
}

fn rows<T>(
    conn: &Connection,
    sql: &'static str,
    read: impl Fn(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<BTreeMap<RevisionKey, T>, StoreError> {
    let mut statement = conn.prepare(sql)?;
    let mut rows = statement.query([])?;
    let mut all = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let key = (row.get(0)?, row.get(1)?, row.get(2)?);
        all.insert(key, read(row)?);
    }
    Ok(all)
}

fn finding((subject, questionnaire, number): &RevisionKey, fault: StateFault) -> Finding {
    let aspect = format!("revision {number} of {questionnaire}");
    Finding::state(Some(subject), Some(&aspect), fault)
}
