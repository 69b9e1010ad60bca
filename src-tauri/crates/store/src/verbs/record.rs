//! Entering, renaming, retiring and restoring records.

use crate::effect::{Effect, Step};
use crate::error::StoreError;
use crate::file::ClientFile;
use crate::queries::records;
use crate::time::stored;
use crate::write::{Recorded, Write};
use domain::{Action, Actor, Record, RecordId, RecordKind, Timestamp};

impl ClientFile {
    /// Enters a record under a name; its number is the next of its kind.
    pub fn add_record(
        &mut self,
        actor: &Actor,
        now: Timestamp,
        id: RecordId,
        kind: RecordKind,
        name: &str,
    ) -> Result<Recorded, StoreError> {
        if kind == RecordKind::Organisation {
            return Err(StoreError::OneOrganisation);
        }
        Ok(self
            .write(actor, now, |write| add(write, &id, kind, name))?
            .0)
    }

    /// Gives a record another name.
    pub fn rename(
        &mut self,
        actor: &Actor,
        now: Timestamp,
        id: &RecordId,
        name: &str,
    ) -> Result<Recorded, StoreError> {
        Ok(self.write(actor, now, |write| rename(write, id, name))?.0)
    }

    /// Takes a record out of use. Nothing of it is lost.
    pub fn retire(
        &mut self,
        actor: &Actor,
        now: Timestamp,
        id: &RecordId,
    ) -> Result<Recorded, StoreError> {
        Ok(self.write(actor, now, |write| retire(write, id, true))?.0)
    }

    /// Brings a retired record back.
    pub fn restore(
        &mut self,
        actor: &Actor,
        now: Timestamp,
        id: &RecordId,
    ) -> Result<Recorded, StoreError> {
        Ok(self.write(actor, now, |write| retire(write, id, false))?.0)
    }
}

/// A record that must exist.
pub(crate) fn existing(write: &Write<'_>, id: &RecordId) -> Result<Record, StoreError> {
    records::one(write.conn(), id)?.ok_or_else(|| StoreError::UnknownRecord { record: id.clone() })
}

pub(crate) fn add(
    write: &mut Write<'_>,
    id: &RecordId,
    kind: RecordKind,
    name: &str,
) -> Result<(), StoreError> {
    let name = check_name(name)?;
    check_id(id.as_str())?;
    if records::one(write.conn(), id)?.is_some() {
        return Err(StoreError::IdUnusable {
            id: id.as_str().to_owned(),
        });
    }
    let number = next_number(write, kind)?;
    let created = write.at();
    write.take(&Step::on(
        Action::RecordAdded,
        id.as_str(),
        Effect::Added {
            kind: kind.code().to_owned(),
            number,
            name: name.to_owned(),
            created,
        },
    ))
}

fn next_number(write: &Write<'_>, kind: RecordKind) -> Result<u32, StoreError> {
    let next: u32 = write
        .conn()
        .prepare_cached("SELECT coalesce(max(last), 0) + 1 FROM numbering WHERE kind = ?1")?
        .query_row([kind.code()], |row| row.get(0))?;
    Ok(next)
}

pub(crate) fn rename(write: &mut Write<'_>, id: &RecordId, name: &str) -> Result<(), StoreError> {
    let name = check_name(name)?;
    let record = existing(write, id)?;
    if record.name == name {
        return Ok(());
    }
    let effect = Effect::Renamed {
        from: record.name,
        to: name.to_owned(),
    };
    write.take(&Step::on(Action::RecordRenamed, id.as_str(), effect))
}

pub(crate) fn retire(write: &mut Write<'_>, id: &RecordId, out: bool) -> Result<(), StoreError> {
    let record = existing(write, id)?;
    if record.kind == RecordKind::Organisation {
        return Err(StoreError::OneOrganisation);
    }
    let (action, effect) = match (record.retired, out) {
        (None, true) => (Action::RecordRetired, Effect::Retired { at: write.at() }),
        (Some(at), false) => (Action::RecordRestored, Effect::Restored { at: stored(at) }),
        _ => return Ok(()),
    };
    write.take(&Step::on(action, id.as_str(), effect))
}

/// A name without the blanks around it, if it can be kept.
pub(crate) fn check_name(name: &str) -> Result<&str, StoreError> {
    Ok(domain::text::name(name)?)
}

/// Whether an identity is a UUID in hyphenated lower-case form.
pub(crate) fn check_id(id: &str) -> Result<(), StoreError> {
    let groups = [8, 4, 4, 4, 12];
    let sound = id.split('-').count() == groups.len()
        && id.split('-').zip(groups).all(|(group, length)| {
            group.len() == length
                && group
                    .bytes()
                    .all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
        });
    if sound {
        Ok(())
    } else {
        Err(StoreError::IdUnusable { id: id.to_owned() })
    }
}
