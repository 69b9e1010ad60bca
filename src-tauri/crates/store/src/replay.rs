//! The log read from its first event: is the chain whole, and do the tables say what it says?

use crate::chain::{self, Link};
use crate::check::{EventFault, Finding, StateFault};
use crate::effect::{Effect, Step};
use crate::error::StoreError;
use crate::form::{self, AnswerForm, SortKey};
use crate::queries::{answers, history};
use domain::RecordId;
use rusqlite::{Connection, Row};
use std::collections::{BTreeMap, HashMap};

/// Everything the log says there should be.
#[derive(Debug, Default)]
pub(crate) struct Replayed {
    pub(crate) events: u64,
    pub(crate) head: chain::Hash,
    records: BTreeMap<String, RecordRow>,
    /// Record and question, with a hash of the answer and when it was recorded.
    answers: HashMap<(String, String), (chain::Hash, i64)>,
    attachments: BTreeMap<String, AttachmentRow>,
    settings: BTreeMap<String, String>,
    numbering: BTreeMap<String, u32>,
}

#[derive(Debug, PartialEq, Eq)]
struct RecordRow {
    kind: String,
    number: u32,
    name: String,
    folded: String,
    created: i64,
    changed: i64,
    retired: Option<i64>,
}

#[derive(Debug, PartialEq, Eq)]
struct AttachmentRow {
    record: String,
    name: String,
    sha256: chain::Hash,
    added: i64,
    retired: Option<i64>,
}

/// Differences that are named before a check stops looking.
const ENOUGH: usize = 20;

/// Follows the chain from the first event on and stops at the first that does not hold.
pub(crate) fn replay(conn: &Connection) -> Result<(Replayed, Option<Finding>), StoreError> {
    let file_id: String = conn.query_row("SELECT file_id FROM meta", [], |row| row.get(0))?;
    let mut replayed = Replayed {
        head: chain::genesis(&file_id),
        ..Replayed::default()
    };
    let mut act = 0;
    let mut statement = conn.prepare(
        "SELECT e.seq, e.act, e.at, e.actor, e.action, e.subject, e.aspect, e.undoes,
                e.payload_hash, e.hash, v.salt, v.payload
         FROM event e LEFT JOIN event_value v ON v.seq = e.seq ORDER BY e.seq",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let expected = replayed.events + 1;
        if let Err(fault) = replayed.follow(row, &mut act)? {
            return Ok((
                replayed,
                Some(Finding::Event {
                    seq: expected,
                    fault,
                }),
            ));
        }
    }
    Ok((replayed, None))
}

impl Replayed {
    fn follow(
        &mut self,
        row: &Row<'_>,
        act: &mut i64,
    ) -> Result<Result<(), EventFault>, StoreError> {
        let expected = self.events.cast_signed() + 1;
        let link = Link {
            seq: row.get(0)?,
            act: row.get(1)?,
            at: row.get(2)?,
            actor: text(row, 3)?.unwrap_or_default(),
            action: text(row, 4)?.unwrap_or_default(),
            subject: text(row, 5)?,
            aspect: text(row, 6)?,
            undoes: row.get(7)?,
            payload_hash: row.get(8)?,
        };
        if link.seq != expected {
            return Ok(Err(EventFault::Missing));
        }
        let hash: chain::Hash = row.get(9)?;
        if chain::hash(&self.head, &link) != hash || (link.act != link.seq && link.act != *act) {
            return Ok(Err(EventFault::Altered));
        }
        let salt: Option<[u8; 16]> = row.get(10)?;
        let (Some(salt), Some(payload)) = (salt, text(row, 11)?) else {
            return Ok(Err(EventFault::ValueMissing));
        };
        if chain::payload_hash(&salt, payload) != link.payload_hash {
            return Ok(Err(EventFault::ValueAltered));
        }
        let (Ok(effect), Ok(action)) =
            (form::parse::<Effect>(payload), history::action(link.action))
        else {
            return Ok(Err(EventFault::Unreadable));
        };
        *act = link.act;
        self.events += 1;
        self.head = hash;
        let step = Step {
            action,
            subject: link.subject.map(str::to_owned),
            aspect: link.aspect.map(str::to_owned),
            effect,
        };
        match self.apply(step, link.at)? {
            Some(()) => Ok(Ok(())),
            None => Ok(Err(EventFault::Impossible)),
        }
    }

    /// Does what the step says; none when there is nothing it could be done to.
    fn apply(&mut self, step: Step, at: i64) -> Result<Option<()>, StoreError> {
        let subject = step.subject.unwrap_or_default();
        let aspect = step.aspect.unwrap_or_default();
        match step.effect {
            Effect::Note(_) => return Ok(Some(())),
            Effect::Saved { to, .. } => {
                match to {
                    Some(value) => self.settings.insert(aspect, value),
                    None => self.settings.remove(&aspect),
                };
                return Ok(Some(()));
            }
            Effect::Added {
                kind,
                number,
                name,
                created,
            } => {
                let last = self.numbering.entry(kind.clone()).or_default();
                *last = number.max(*last);
                let folded = domain::text::fold(&name);
                let row = RecordRow {
                    kind,
                    number,
                    name,
                    folded,
                    created,
                    changed: at,
                    retired: None,
                };
                return Ok(self.records.insert(subject, row).is_none().then_some(()));
            }
            Effect::Removed { .. } => return Ok(self.records.remove(&subject).map(drop)),
            _ => {}
        }
        let Some(record) = self.records.get_mut(&subject) else {
            return Ok(None);
        };
        record.changed = at;
        match step.effect {
            Effect::Renamed { to, .. } => {
                record.folded = domain::text::fold(&to);
                record.name = to;
            }
            Effect::Retired { at } => record.retired = Some(at),
            Effect::Restored { .. } => record.retired = None,
            Effect::Answered { to } => {
                let place = (subject, aspect);
                match to {
                    Some(form) => self.answers.insert(place, (digest(&form)?, at)),
                    None => self.answers.remove(&place),
                };
            }
            Effect::Attached {
                name,
                sha256,
                added,
                ..
            } => {
                let sha256 = chain::unhex(&sha256)?;
                let row = AttachmentRow {
                    record: subject,
                    name,
                    sha256,
                    added,
                    retired: None,
                };
                self.attachments.insert(aspect, row);
            }
            Effect::Detached { .. } => return Ok(self.attachments.remove(&aspect).map(drop)),
            Effect::AttachmentRetired { at, .. } => {
                return Ok(self
                    .attachments
                    .get_mut(&aspect)
                    .map(|row| row.retired = Some(at)));
            }
            Effect::AttachmentRestored { .. } => {
                return Ok(self
                    .attachments
                    .get_mut(&aspect)
                    .map(|row| row.retired = None));
            }
            Effect::Note(_)
            | Effect::Saved { .. }
            | Effect::Added { .. }
            | Effect::Removed { .. } => {}
        }
        Ok(Some(()))
    }

    /// Every way in which the tables say something else than the log, the first twenty.
    pub(crate) fn differences(mut self, conn: &Connection) -> Result<Vec<Finding>, StoreError> {
        let mut found = Vec::new();
        self.compare_records(conn, &mut found)?;
        self.compare_answers(conn, &mut found)?;
        self.compare_attachments(conn, &mut found)?;
        self.compare_rest(conn, &mut found)?;
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
        let names: std::collections::BTreeSet<&String> =
            settings.keys().chain(self.settings.keys()).collect();
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

fn digest(form: &AnswerForm) -> Result<chain::Hash, StoreError> {
    Ok(chain::sha256(form::json(form)?.as_bytes()))
}

fn text<'a>(row: &'a Row<'_>, column: usize) -> Result<Option<&'a str>, StoreError> {
    row.get_ref(column)?
        .as_str_or_null()
        .map_err(|_| StoreError::damaged("a field of the log is not text"))
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
