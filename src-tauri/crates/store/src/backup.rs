//! Backups: a copy counts as one only after it was opened, checked and counted.

use crate::chain;
use crate::check;
use crate::connection::{Mode, connect};
use crate::create::{Draft, publish};
use crate::error::StoreError;
use crate::file::ClientFile;
use crate::key::Key;
use crate::write::head;
use chrono::{Datelike, Days, NaiveDate};
use domain::Timestamp;
use rusqlite::Connection;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// A verified copy of a client file, encrypted as the file is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// Where it lies.
    pub path: PathBuf,
    /// The newest event it holds.
    pub event: u64,
    /// When it was made.
    pub made: Timestamp,
}

/// Pages copied in one step.
const STEP: i32 = 4096;

impl ClientFile {
    /// Copies the open file, also when its path no longer leads to it, and checks the copy. Never
    /// replaces a file.
    pub fn backup_to(&self, path: &Path, now: Timestamp) -> Result<Backup, StoreError> {
        let event = copy(&self.conn, path, &self.key)?;
        Ok(Backup {
            path: path.to_owned(),
            event,
            made: now,
        })
    }

    /// Backs the file up into a folder of backups unless the newest one there holds the newest event
    /// already, and thins out older ones of this file.
    pub fn back_up_if_changed(
        &self,
        folder: &Path,
        now: Timestamp,
    ) -> Result<Option<Backup>, StoreError> {
        std::fs::create_dir_all(folder)?;
        let mut kept = self.backups_in(folder)?;
        let event = head(&self.conn)?.seq.cast_unsigned();
        if kept.last().is_some_and(|newest| newest.event == event) {
            return Ok(None);
        }
        let name = format!("{}-{event:010}-{}.aims", self.file_id, now.format(MOMENT));
        let made = self.backup_to(&folder.join(name), now)?;
        kept.push(made.clone());
        for old in thin(&kept, now) {
            std::fs::remove_file(&old.path)?;
        }
        Ok(Some(made))
    }

    /// The backups of this file in a folder, the oldest first.
    pub fn backups_in(&self, folder: &Path) -> Result<Vec<Backup>, StoreError> {
        let mut found = Vec::new();
        for entry in std::fs::read_dir(folder)? {
            let path = entry?.path();
            if let Some(backup) = parse_name(&path, &self.file_id) {
                found.push(backup);
            }
        }
        found.sort_by_key(|backup| (backup.event, backup.made));
        Ok(found)
    }
}

const MOMENT: &str = "%Y%m%dT%H%M%SZ";

fn parse_name(path: &Path, file_id: &str) -> Option<Backup> {
    let rest = path
        .file_name()?
        .to_str()?
        .strip_prefix(file_id)?
        .strip_prefix('-')?;
    let (event, made) = rest.strip_suffix(".aims")?.split_once('-')?;
    let made = chrono::NaiveDateTime::parse_from_str(made, MOMENT)
        .ok()?
        .and_utc();
    Some(Backup {
        path: path.to_owned(),
        event: event.parse().ok()?,
        made,
    })
}

/// Those of `backups` (the oldest first) that need not be kept: all of the last two days stay, then the
/// last of each of 12 days, 10 weeks and 9 months; and always the newest.
pub fn thin(backups: &[Backup], now: Timestamp) -> Vec<Backup> {
    let today = now.date_naive();
    let recent = today.checked_sub_days(Days::new(1)).unwrap_or(today);
    let mut keep: BTreeMap<&Path, ()> = BTreeMap::new();
    keep.extend(backups.last().map(|newest| (newest.path.as_path(), ())));
    let spans: [(usize, fn(NaiveDate) -> (i32, u32)); 3] = [
        (12, |day| (day.year(), day.ordinal())),
        (10, |day| (day.iso_week().year(), day.iso_week().week())),
        (9, |day| (day.year(), day.month())),
    ];
    keep.extend(
        backups
            .iter()
            .filter(|backup| backup.made.date_naive() >= recent)
            .map(|backup| (backup.path.as_path(), ())),
    );
    for (most, span) in spans {
        let mut last_of: BTreeMap<(i32, u32), &Path> = BTreeMap::new();
        for backup in backups {
            last_of.insert(span(backup.made.date_naive()), &backup.path);
        }
        keep.extend(
            last_of
                .into_values()
                .rev()
                .take(most)
                .map(|path| (path, ())),
        );
    }
    backups
        .iter()
        .filter(|backup| !keep.contains_key(backup.path.as_path()))
        .cloned()
        .collect()
}

/// The backup a migration wants before it begins: beside the file, named after its old form.
pub(crate) fn before_upgrade(
    conn: &Connection,
    path: &Path,
    key: &Key,
    form: u32,
    now: Timestamp,
) -> Result<PathBuf, StoreError> {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let kept = path.with_file_name(format!("{stem}.form-{form}-{}.aims", now.format(MOMENT)));
    copy(conn, &kept, key)?;
    Ok(kept)
}

fn copy(conn: &Connection, path: &Path, key: &Key) -> Result<u64, StoreError> {
    if path.symlink_metadata().is_ok() {
        return Err(StoreError::AlreadyExists);
    }
    let draft = Draft::beside(path);
    let event = fill(conn, &draft.0, key)
        .and_then(|()| verify(conn, &draft.0, key))
        .map_err(failed)?;
    std::fs::File::open(&draft.0)?.sync_all()?;
    publish(&draft.0, path)?;
    Ok(event)
}

/// What a person can act on stays as it is; the rest says that the backup failed.
fn failed(error: StoreError) -> StoreError {
    match error {
        StoreError::DiskFull | StoreError::ReadOnly | StoreError::BackupFailed { .. } => error,
        other => StoreError::BackupFailed {
            why: other.to_string(),
        },
    }
}

fn fill(conn: &Connection, path: &Path, key: &Key) -> Result<(), StoreError> {
    let mut target = connect(path, Some(key), Mode::Create)?;
    target.pragma_update(None, "synchronous", "OFF")?;
    let backup = rusqlite::backup::Backup::new(conn, &mut target)?;
    use rusqlite::backup::StepResult;
    loop {
        match backup.step(STEP)? {
            StepResult::Done => return Ok(()),
            StepResult::More => {}
            _ => return Err(StoreError::InUse),
        }
    }
}

/// Opens the copy as a stranger would, and holds it against the file: pages, rows, newest event.
fn verify(conn: &Connection, path: &Path, key: &Key) -> Result<u64, StoreError> {
    let copied = connect(path, Some(key), Mode::Read)?;
    if let Some(finding) = check::pages(&copied, key)?.into_iter().next() {
        return Err(StoreError::BackupFailed {
            why: finding.to_string(),
        });
    }
    if counts(conn)? != counts(&copied)? {
        return Err(StoreError::BackupFailed {
            why: "the copy has other rows".to_owned(),
        });
    }
    let (ours, theirs) = (head(conn)?, head(&copied)?);
    if ours != theirs {
        return Err(StoreError::BackupFailed {
            why: format!("the copy ends with event {}", chain::hex(&theirs.hash)),
        });
    }
    Ok(ours.seq.cast_unsigned())
}

fn counts(conn: &Connection) -> Result<Vec<(String, i64)>, StoreError> {
    let tables: Vec<String> = conn
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")?
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    tables
        .into_iter()
        .map(|table| {
            // The name comes from the schema, whose fingerprint is known.
            let sql = format!("SELECT count(*) FROM \"{table}\"");
            let rows = conn.query_row(&sql, [], |row| row.get(0))?;
            Ok((table, rows))
        })
        .collect()
}
