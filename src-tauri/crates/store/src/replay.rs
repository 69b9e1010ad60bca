//! The log read from its first event: is the chain whole, and do the tables say what it says?

use crate::chain::{self, Link};
use crate::check::{EventFault, Finding};
use crate::effect::{Effect, Step};
use crate::error::StoreError;
use crate::form::{self, AnswerForm};
use crate::queries::history;
use rusqlite::{Connection, Row};
use std::collections::{BTreeMap, HashMap};

/// Everything the log says there should be.
#[derive(Debug, Default)]
pub(crate) struct Replayed {
    pub(crate) events: u64,
    pub(crate) head: chain::Hash,
    pub(crate) records: BTreeMap<String, RecordRow>,
    /// Record and question, with a hash of the answer and when it was recorded.
    pub(crate) answers: HashMap<(String, String), (chain::Hash, i64)>,
    pub(crate) attachments: BTreeMap<String, AttachmentRow>,
    pub(crate) settings: BTreeMap<String, String>,
    pub(crate) numbering: BTreeMap<String, u32>,
    pub(crate) revisions: BTreeMap<RevisionKey, RevisionRow>,
    pub(crate) reopenings: BTreeMap<RevisionKey, ReopeningRow>,
}

/// Record, questionnaire and number.
pub(crate) type RevisionKey = (String, String, u32);

#[derive(Debug, PartialEq, Eq)]
pub(crate) struct RevisionRow {
    pub(crate) event: i64,
    pub(crate) at: i64,
    pub(crate) signer: String,
    pub(crate) signer_role: String,
    pub(crate) remark: String,
    pub(crate) day: String,
    pub(crate) content_version: String,
    pub(crate) sha256: chain::Hash,
}

#[derive(Debug, PartialEq, Eq)]
pub(crate) struct ReopeningRow {
    pub(crate) event: i64,
    pub(crate) at: i64,
    pub(crate) reason: String,
}

#[derive(Debug, PartialEq, Eq)]
pub(crate) struct RecordRow {
    pub(crate) kind: String,
    pub(crate) number: u32,
    pub(crate) name: String,
    pub(crate) folded: String,
    pub(crate) created: i64,
    pub(crate) changed: i64,
    pub(crate) retired: Option<i64>,
}

#[derive(Debug, PartialEq, Eq)]
pub(crate) struct AttachmentRow {
    pub(crate) record: String,
    pub(crate) name: String,
    pub(crate) sha256: chain::Hash,
    pub(crate) added: i64,
    pub(crate) retired: Option<i64>,
}

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
        let event = self.events.cast_signed();
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
            Effect::SignedOff {
                number,
                signer,
                signer_role,
                remark,
                on,
                content_version,
                sha256,
            } => {
                let row = RevisionRow {
                    event,
                    at,
                    signer,
                    signer_role,
                    remark,
                    day: on.to_string(),
                    content_version,
                    sha256: chain::unhex(&sha256)?,
                };
                let key = (subject, aspect, number);
                return Ok(self.revisions.insert(key, row).is_none().then_some(()));
            }
            Effect::Reopened { number, reason } => {
                let key = (subject, aspect, number);
                if !self.revisions.contains_key(&key) {
                    return Ok(None);
                }
                let row = ReopeningRow { event, at, reason };
                return Ok(self.reopenings.insert(key, row).is_none().then_some(()));
            }
            Effect::Note(_)
            | Effect::Saved { .. }
            | Effect::Added { .. }
            | Effect::Removed { .. } => {}
        }
        Ok(Some(()))
    }
}

/// What two equal answers have in common.
pub(crate) fn digest(form: &AnswerForm) -> Result<chain::Hash, StoreError> {
    Ok(chain::sha256(form::json(form)?.as_bytes()))
}

fn text<'a>(row: &'a Row<'_>, column: usize) -> Result<Option<&'a str>, StoreError> {
    row.get_ref(column)?
        .as_str_or_null()
        .map_err(|_| StoreError::damaged("a field of the log is not text"))
}
