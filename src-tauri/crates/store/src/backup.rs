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
use std::collections::{BTreeMap, BTreeSet};
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
    let mut keep: BTreeSet<&Path> = BTreeSet::new();
    keep.extend(backups.last().map(|newest| newest.path.as_path()));
    type Span = fn(NaiveDate) -> (i32, u32);
    let spans: [(usize, Span); 3] = [
        (12, |day| (day.year(), day.ordinal())),
        (10, |day| (day.iso_week().year(), day.iso_week().week())),
        (9, |day| (day.year(), day.month())),
    ];
    keep.extend(
        backups
            .iter()
            .filter(|backup| backup.made.date_naive() >= recent)
            .map(|backup| backup.path.as_path()),
    );
    for (most, span) in spans {
        let mut last_of: BTreeMap<(i32, u32), &Path> = BTreeMap::new();
        for backup in backups {
            last_of.insert(span(backup.made.date_naive()), &backup.path);
        }
        keep.extend(last_of.into_values().rev().take(most));
    }
    backups
        .iter()
        .filter(|backup| !keep.contains(backup.path.as_path()))
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
    copy(conn, &kept, key).map_err(failed)?;
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
pub(crate) fn verify(conn: &Connection, path: &Path, key: &Key) -> Result<u64, StoreError> {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn backup(made: &str, event: u64) -> Backup {
        let made: Timestamp = made.parse().unwrap_or_default();
        Backup {
            path: PathBuf::from(format!("{made}")),
            event,
            made,
        }
    }

    fn kept(made: &[String], now: &str) -> Vec<String> {
        let all: Vec<Backup> = (1..)
            .zip(made)
            .map(|(event, made)| backup(made, event))
            .collect();
        let gone = thin(&all, now.parse().unwrap_or_default());
        all.iter()
            .filter(|backup| !gone.contains(backup))
            .map(|backup| backup.made.format("%m-%d %H").to_string())
            .collect()
    }

    #[test]
    fn two_days_stay_whole_and_older_ones_thin_out_to_days_weeks_and_months() {
        let hourly: Vec<String> = (1..=22)
            .flat_map(|day| ["08", "16"].map(|hour| format!("2026-11-{day:02}T{hour}:00:00Z")))
            .collect();
        let kept = kept(&hourly, "2026-11-22T18:00:00Z");
        // The last two days whole, the evenings of the ten days before, and the last of two more weeks.
        assert_eq!(
            kept,
            [
                "11-01 16", "11-08 16", "11-11 16", "11-12 16", "11-13 16", "11-14 16", "11-15 16",
                "11-16 16", "11-17 16", "11-18 16", "11-19 16", "11-20 16", "11-21 08", "11-21 16",
                "11-22 08", "11-22 16",
            ]
        );
    }

    #[test]
    fn years_later_the_newest_is_still_there() {
        let one = ["2019-01-01T08:00:00Z".to_owned()];
        assert_eq!(kept(&one, "2026-11-22T18:00:00Z").len(), 1);
        let monthly: Vec<String> = (1..=12)
            .map(|month| format!("2020-{month:02}-15T08:00:00Z"))
            .collect();
        assert_eq!(kept(&monthly, "2026-11-22T18:00:00Z").len(), 12);
        assert_eq!(thin(&[], Timestamp::default()), []);
    }

    #[test]
    fn only_our_own_names_count() {
        let id = "00000000-0000-4000-8000-000000000001";
        let name = format!("{id}-0000000042-20261122T100000Z.aims");
        let found = parse_name(Path::new(&name), id);
        assert_eq!(found.map(|backup| backup.event), Some(42));
        for other in [
            "x.aims",
            "notes.txt",
            &name[1..],
            &name.replace(".aims", ".aims.part"),
        ] {
            assert_eq!(parse_name(Path::new(other), id), None);
        }
    }
}
