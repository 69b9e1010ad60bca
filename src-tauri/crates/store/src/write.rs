//! The one write door: a transaction that applies steps and logs each of them.

use crate::chain::{self, Hash, Link};
use crate::closed;
use crate::effect::{Effect, Step};
use crate::error::StoreError;
use crate::file::ClientFile;
use crate::form;
use crate::reserve::Reserve;
use crate::search;
use crate::state;
use crate::time::stored;
use domain::{Actor, RecordId, RecordKind, Timestamp};
use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, params};
use std::collections::{BTreeMap, BTreeSet};

/// What a verb did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded {
    /// The act, to be named when it is undone; none when everything was already as asked.
    pub act: Option<u64>,
    /// The newest event of the file afterwards.
    pub seq: u64,
    /// When it was recorded.
    pub at: Timestamp,
    /// Records that were added, changed, retired, restored or taken away.
    pub records: BTreeSet<RecordId>,
    /// Their kinds.
    pub kinds: BTreeSet<RecordKind>,
    /// Whether a setting changed.
    pub settings: bool,
}

/// The newest event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Head {
    pub(crate) seq: i64,
    pub(crate) hash: Hash,
}

/// Reads the newest event; before the first there is the file itself.
pub(crate) fn head(conn: &Connection) -> Result<Head, StoreError> {
    let newest = conn
        .prepare_cached("SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1")?
        .query_row([], |row| {
            Ok(Head {
                seq: row.get(0)?,
                hash: row.get(1)?,
            })
        })
        .optional()?;
    match newest {
        Some(head) => Ok(head),
        None => {
            let file_id: String =
                conn.query_row("SELECT file_id FROM meta", [], |row| row.get(0))?;
            Ok(Head {
                seq: 0,
                hash: chain::genesis(&file_id),
            })
        }
    }
}

/// An open act. Dropping it takes everything back.
pub(crate) struct Write<'c> {
    tx: Transaction<'c>,
    actor: String,
    at: i64,
    undoes: Option<i64>,
    act: i64,
    head: Head,
    changes_before: u64,
    records: BTreeSet<RecordId>,
    kinds: BTreeSet<RecordKind>,
    settings: bool,
    /// Whether the act is one that is never taken back.
    lasting: bool,
    /// What search knew of the touched records before, which it needs to forget it.
    indexed: BTreeMap<String, Option<search::Entry>>,
    salts: Vec<[u8; 16]>,
}

impl<'c> Write<'c> {
    /// Opens an act.
    pub(crate) fn begin(
        conn: &'c mut Connection,
        actor: &Actor,
        now: Timestamp,
    ) -> Result<Write<'c>, StoreError> {
        let changes_before = conn.total_changes();
        let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let head = head(&tx)?;
        Ok(Write {
            tx,
            actor: actor.0.clone(),
            at: stored(now),
            undoes: None,
            act: head.seq + 1,
            head,
            changes_before,
            records: BTreeSet::new(),
            kinds: BTreeSet::new(),
            settings: false,
            lasting: false,
            indexed: BTreeMap::new(),
            salts: Vec::new(),
        })
    }

    /// For reading what stands in the file, with what this act did so far.
    pub(crate) fn conn(&self) -> &Connection {
        &self.tx
    }

    /// The moment of the act, as stored.
    pub(crate) fn at(&self) -> i64 {
        self.at
    }

    /// Says that this act takes back an earlier one.
    pub(crate) fn undoing(&mut self, act: u64) -> Result<(), StoreError> {
        self.undoes = Some(i64::try_from(act).map_err(|_| StoreError::NothingToUndo)?);
        Ok(())
    }

    /// Changes the state by one step and logs it.
    pub(crate) fn take(&mut self, step: &Step) -> Result<(), StoreError> {
        let first = self.touch(step)?;
        // Here, so that no road leads past it.
        closed::refuse(&self.tx, step)?;
        if matches!(
            step.effect,
            Effect::SignedOff { .. } | Effect::Reopened { .. }
        ) {
            self.lasting = true;
        }
        state::apply(&self.tx, step, self.head.seq + 1, self.at, first)?;
        self.log(step)
    }

    /// Notes what the step is about. Gives whether the act touches that for the first time.
    fn touch(&mut self, step: &Step) -> Result<bool, StoreError> {
        if matches!(step.effect, Effect::Saved { .. }) {
            self.settings = true;
        }
        let Some(subject) = &step.subject else {
            return Ok(false);
        };
        if self.indexed.contains_key(subject) {
            return Ok(false);
        }
        let kind = match &step.effect {
            Effect::Added { kind, .. } | Effect::Removed { kind, .. } => Some(kind.clone()),
            _ => self
                .tx
                .prepare_cached("SELECT kind FROM record WHERE id = ?1")?
                .query_row([subject], |row| row.get(0))
                .optional()?,
        };
        let id = RecordId::new(subject.as_str());
        match kind {
            Some(kind) => self.kinds.insert(crate::effect::kind(&kind)?),
            None => return Err(StoreError::UnknownRecord { record: id }),
        };
        self.indexed
            .insert(subject.clone(), search::entry(&self.tx, subject)?);
        self.records.insert(id);
        Ok(true)
    }

    /// Sixteen random bytes, drawn many at a time.
    fn salt(&mut self) -> Result<[u8; 16], StoreError> {
        if self.salts.is_empty() {
            let drawn: Vec<u8> = self
                .tx
                .prepare_cached("SELECT randomblob(1024)")?
                .query_row([], |row| row.get(0))?;
            self.salts.extend(drawn.as_chunks::<16>().0);
        }
        self.salts.pop().ok_or_else(|| StoreError::Fault {
            what: "no random bytes".to_owned(),
        })
    }

    fn log(&mut self, step: &Step) -> Result<(), StoreError> {
        let payload = form::json(&step.effect)?;
        let salt = self.salt()?;
        let link = Link {
            seq: self.head.seq + 1,
            act: self.act,
            at: self.at,
            actor: &self.actor,
            action: step.action.code(),
            subject: step.subject.as_deref(),
            aspect: step.aspect.as_deref(),
            undoes: self.undoes,
            payload_hash: chain::payload_hash(&salt, &payload),
        };
        let hash = chain::hash(&self.head.hash, &link);
        self.tx
            .prepare_cached(
                "INSERT INTO event (seq, act, at, actor, action, subject, aspect, undoes, payload_hash, hash)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
            )?
            .execute(params![
                link.seq,
                link.act,
                link.at,
                link.actor,
                link.action,
                link.subject,
                link.aspect,
                link.undoes,
                link.payload_hash,
                hash
            ])?;
        self.tx
            .prepare_cached("INSERT INTO event_value (seq, salt, payload) VALUES (?1, ?2, ?3)")?
            .execute(params![link.seq, salt, payload])?;
        self.head = Head {
            seq: link.seq,
            hash,
        };
        Ok(())
    }

    /// Brings search up to date with the touched records.
    fn index(&mut self) -> Result<(), StoreError> {
        for (id, before) in std::mem::take(&mut self.indexed) {
            let after = search::entry(&self.tx, &id)?;
            search::replace(&self.tx, before.as_ref(), after.as_ref())?;
        }
        Ok(())
    }

    /// What was done, and whether there is anything to commit. An act that changed rows without an
    /// event must not exist.
    fn finish(&mut self) -> Result<Option<Recorded>, StoreError> {
        let logged = self.head.seq >= self.act;
        if !logged && self.tx.total_changes() != self.changes_before {
            return Err(StoreError::Unlogged);
        }
        if logged {
            self.index()?;
        }
        Ok(logged.then(|| self.recorded(Some(self.act))))
    }

    /// What would have been done, with nothing to name afterwards. Dropping the act takes it back.
    pub(crate) fn rehearsed(&self) -> Recorded {
        self.recorded(None)
    }

    fn recorded(&self, act: Option<i64>) -> Recorded {
        Recorded {
            act: act.map(i64::cast_unsigned),
            seq: self.head.seq.cast_unsigned(),
            at: Timestamp::from_timestamp_micros(self.at).unwrap_or_default(),
            records: self.records.clone(),
            kinds: self.kinds.clone(),
            settings: self.settings,
        }
    }
}

impl ClientFile {
    /// Runs `change` as one act: all of it, logged, durable; or nothing. On a full disk it is run once
    /// more with the room held back for that.
    pub(crate) fn write<T>(
        &mut self,
        actor: &Actor,
        now: Timestamp,
        mut change: impl FnMut(&mut Write<'_>) -> Result<T, StoreError>,
    ) -> Result<(Recorded, T), StoreError> {
        if let Some(reserve) = &mut self.reserve {
            reserve.refill();
        }
        match self.write_large(actor, now, &mut change) {
            Err(StoreError::DiskFull) if self.reserve.as_mut().is_some_and(Reserve::spend) => {
                let again = self.write_large(actor, now, change);
                if again.is_err()
                    && let Some(reserve) = &mut self.reserve
                {
                    reserve.refill();
                }
                again
            }
            done => done,
        }
    }

    /// As [`ClientFile::write`], for acts of any size: these leave the room held back to the others.
    pub(crate) fn write_large<T>(
        &mut self,
        actor: &Actor,
        now: Timestamp,
        change: impl FnOnce(&mut Write<'_>) -> Result<T, StoreError>,
    ) -> Result<(Recorded, T), StoreError> {
        if self.read_only {
            return Err(StoreError::ReadOnly);
        }
        self.still_there()?;
        let done = self.act(actor, now, change);
        done.map_err(|error| crate::file::why_unwritten(&self.path, error))
    }

    fn act<T>(
        &mut self,
        actor: &Actor,
        now: Timestamp,
        change: impl FnOnce(&mut Write<'_>) -> Result<T, StoreError>,
    ) -> Result<(Recorded, T), StoreError> {
        let identity = self.identity;
        let mut write = Write::begin(&mut self.conn, actor, now)?;
        let value = change(&mut write)?;
        let Some(recorded) = write.finish()? else {
            return Ok((write.recorded(None), value));
        };
        let (act, undoes, lasting) = (write.act, write.undoes, write.lasting);
        // The last look before the commit: a commit into a file that nobody can reach any more would
        // be acknowledged and lost.
        crate::file::still_the_same(&self.path, identity)?;
        write.tx.commit()?;
        self.acts.follow(act, undoes, lasting);
        Ok((recorded, value))
    }
}

impl Write<'_> {
    /// Commits an act outside of the door: of a file in the making, or of a migration.
    pub(crate) fn commit(mut self) -> Result<(), StoreError> {
        self.finish()?;
        Ok(self.tx.commit()?)
    }
}
