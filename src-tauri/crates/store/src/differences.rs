//! The tables held against what the log says there should be.

mod revisions;

use crate::chain;
use crate::check::{Finding, StateFault};
use crate::error::StoreError;
use crate::form::{self, AnswerForm, SortKey};
use crate::queries::answers;
use crate::replay::{AttachmentRow, RecordRow, Replayed, digest};
use domain::RecordId;
use rusqlite::{Connection, Row};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Differences that are named before a check stops looking.
const ENOUGH: usize = 20;

impl Replayed {
    /// Every way in which the tables say something else than the log, the first twenty.
    pub(crate) fn differences(mut self, conn: &Connection) -> Result<Vec<Finding>, StoreError> {
        let mut found = Vec::new();
        self.compare_records(conn, &mut found)?;
        self.compare_answers(conn, &mut found)?;
        self.compare_attachments(conn, &mut found)?;
        self.compare_rest(conn, &mut found)?;
        self.compare_revisions(conn, &mut found)?;
        found.truncate(ENOUGH);
        Ok(found)
    }

    fn compare_records(
        &mut self,
        conn: &Connection,
        found: &mut Vec<Finding>,
    ) -> Result<(), StoreError> {
        let mut statement = conn.prepare(
            "SELECT id, kind, number, name, folded, created, changed, retired FROM record ORDER BY place",
        )?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let id: String = row.get(0)?;
            let stands = RecordRow {
                kind: row.get(1)?,
                number: row.get(2)?,
                name: row.get(3)?,
                folded: row.get(4)?,
                created: row.get(5)?,
                changed: row.get(6)?,
                retired: row.get(7)?,
            };
            let fault = match self.records.remove(&id) {
                None => StateFault::NotInLog,
                Some(logged) if logged == stands => continue,
                Some(_) => StateFault::Differs,
            };
            found.push(Finding::state(Some(&id), None, fault));
        }
        let missing = self.records.keys();
        found.extend(missing.map(|id| Finding::state(Some(id), None, StateFault::Missing)));
        Ok(())
    }

    fn compare_answers(
        &mut self,
        conn: &Connection,
        found: &mut Vec<Finding>,
    ) -> Result<(), StoreError> {
        let mut links = pairs(
            conn,
            "SELECT origin, question, target FROM link ORDER BY origin, question, place",
        )?;
        let mut choices = pairs(
            conn,
            "SELECT record, question, option FROM choice ORDER BY record, question, option",
        )?;
        let mut statement =
            conn.prepare("SELECT record, question, state, value, note, key, changed FROM answer")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let place: (String, String) = (row.get(0)?, row.get(1)?);
            let named = links.remove(&place).unwrap_or_default();
            let named = named.into_iter().map(RecordId::new).collect();
            let sound = match (answers::read(row, 2, named), self.answers.remove(&place)) {
                (_, None) => Err(StateFault::NotInLog),
                (Err(_), _) => Err(StateFault::Differs),
                (Ok(answer), Some((hash, changed))) => {
                    let columns = form::columns(&answer)?;
                    let same = digest(&AnswerForm::from(&answer))? == hash
                        && row.get::<_, i64>(6)? == changed
                        && key(row)? == columns.key
                        && choices.remove(&place).unwrap_or_default() == columns.choices;
                    if same {
                        Ok(())
                    } else {
                        Err(StateFault::Differs)
                    }
                }
            };
            if let Err(fault) = sound {
                found.push(Finding::state(Some(&place.0), Some(&place.1), fault));
                choices.remove(&place);
            }
        }
        let mut missing: Vec<_> = self
            .answers
            .keys()
            .map(|place| (place, StateFault::Missing))
            .chain(
                links
                    .keys()
                    .chain(choices.keys())
                    .map(|place| (place, StateFault::NotInLog)),
            )
            .collect();
        missing.sort_unstable_by_key(|(place, _)| *place);
        found.extend(
            missing
                .into_iter()
                .map(|((id, question), fault)| Finding::state(Some(id), Some(question), fault)),
        );
        Ok(())
    }

    fn compare_attachments(
        &mut self,
        conn: &Connection,
        found: &mut Vec<Finding>,
    ) -> Result<(), StoreError> {
        let mut statement = conn.prepare(
            "SELECT id, record, name, sha256, added, retired FROM attachment ORDER BY id",
        )?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let id: String = row.get(0)?;
            let stands = AttachmentRow {
                record: row.get(1)?,
                name: row.get(2)?,
                sha256: row.get(3)?,
                added: row.get(4)?,
                retired: row.get(5)?,
            };
            let fault = match self.attachments.remove(&id) {
                None => StateFault::NotInLog,
                Some(logged) if logged != stands => StateFault::Differs,
                Some(logged) if !content_holds(conn, &logged.sha256)? => StateFault::Differs,
                Some(_) => continue,
            };
            found.push(Finding::state(Some(&stands.record), Some(&id), fault));
        }
        found.extend(
            self.attachments
                .iter()
                .map(|(id, row)| Finding::state(Some(&row.record), Some(id), StateFault::Missing)),
        );
        Ok(())
    }

    fn compare_rest(
        &mut self,
        conn: &Connection,
        found: &mut Vec<Finding>,
    ) -> Result<(), StoreError> {
        let settings: BTreeMap<String, String> = conn
            .prepare("SELECT name, value FROM setting")?
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<Result<_, _>>()?;
        let names: BTreeSet<&String> = settings.keys().chain(self.settings.keys()).collect();
        for name in names {
            let fault = match (settings.get(name), self.settings.get(name)) {
                (stands, logged) if stands == logged => continue,
                (Some(_), None) => StateFault::NotInLog,
                (None, _) => StateFault::Missing,
                _ => StateFault::Differs,
            };
            found.push(Finding::state(None, Some(name), fault));
        }
        let numbering: BTreeMap<String, u32> = conn
            .prepare("SELECT kind, last FROM numbering")?
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<Result<_, _>>()?;
        if numbering != self.numbering {
            found.push(Finding::state(None, Some("numbering"), StateFault::Differs));
        }
        Ok(())
    }
}

fn key(row: &Row<'_>) -> Result<Option<SortKey>, StoreError> {
    use rusqlite::types::ValueRef;
    Ok(match row.get_ref(5)? {
        ValueRef::Null => None,
        ValueRef::Integer(number) => Some(SortKey::Number(number)),
        ValueRef::Text(word) => Some(SortKey::Word(String::from_utf8_lossy(word).into_owned())),
        ValueRef::Real(_) | ValueRef::Blob(_) => Some(SortKey::Word("\0".to_owned())),
    })
}

fn pairs(
    conn: &Connection,
    sql: &'static str,
) -> Result<HashMap<(String, String), Vec<String>>, StoreError> {
    let mut pairs: HashMap<(String, String), Vec<String>> = HashMap::new();
    let mut statement = conn.prepare(sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        pairs
            .entry((row.get(0)?, row.get(1)?))
            .or_default()
            .push(row.get(2)?);
    }
    Ok(pairs)
}

/// Whether the kept bytes still have the hash they are kept under.
fn content_holds(conn: &Connection, sha256: &chain::Hash) -> Result<bool, StoreError> {
    use sha2::Digest;
    let mut hasher = sha2::Sha256::new();
    let mut statement =
        conn.prepare_cached("SELECT bytes FROM content_chunk WHERE sha256 = ?1 ORDER BY place")?;
    let mut rows = statement.query([sha256])?;
    while let Some(row) = rows.next()? {
        hasher.update(row.get_ref(0)?.as_blob().unwrap_or_default());
    }
    let actual: chain::Hash = hasher.finalize().into();
    Ok(actual == *sha256)
}
