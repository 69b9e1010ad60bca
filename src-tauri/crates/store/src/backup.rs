//! Backups: a copy counts as one only after it was opened, checked and counted.

use crate::chain;
use crate::check;
use crate::connection::{Mode, connect};
use crate::create::{Draft, publish};
use crate::error::StoreError;
use crate::file::ClientFile;
use crate::key::Key;
use crate::verbs::record;
use crate::write::{Head, head};
use chrono::{Datelike, Days, NaiveDate};
use domain::Timestamp;
use rusqlite::Connection;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// A verified copy of a client file, encrypted as the file was at that time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// The UUID of the file it is a copy of.
    pub file_id: String,
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
        let copy = copy(&self.conn, path, &self.key)?;
        let event = copy.verify()?;
        Ok(Backup {
            file_id: self.file_id.clone(),
            path: path.to_owned(),
            event,
            made: now,
        })
    }

    /// Copies the file for a folder of backups, unless the newest one there holds the newest event
    /// already. The copy is a backup once [`Copied::verify`] has said so, which takes most of the
    /// time and does not need the file.
    pub fn copy_if_changed(
        &self,
        folder: &Path,
        now: Timestamp,
    ) -> Result<Option<Copied>, StoreError> {
        std::fs::create_dir_all(folder)?;
        self.sweep(folder)?;
        let event = head(&self.conn)?.seq.cast_unsigned();
        let newest = backups_of(&self.file_id, folder)?.pop();
        if newest.is_some_and(|newest| newest.event == event) {
            return Ok(None);
        }
        let name = format!("{}-{event:010}-{}.aims", self.file_id, now.format(MOMENT));
        Ok(Some(Copied {
            copy: copy(&self.conn, &folder.join(name), &self.key)?,
            file_id: self.file_id.clone(),
            folder: folder.to_owned(),
            made: now,
        }))
    }

    /// Removes copies of this file that a process left behind when it was ended. Nobody else can be
    /// making one: the file is locked by us.
    fn sweep(&self, folder: &Path) -> Result<(), StoreError> {
        for entry in std::fs::read_dir(folder)? {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            if name.starts_with(&self.file_id) && Draft::is_left_behind(&name) {
                std::fs::remove_file(&path)?;
            }
        }
        Ok(())
    }
}

impl Backup {
    /// Copies the backup to a place of its own, where it is a client file like any other. Never
    /// replaces a file, and leaves nothing when it fails.
    pub fn take_out(&self, to: &Path) -> Result<(), StoreError> {
        if to.symlink_metadata().is_ok() {
            return Err(StoreError::AlreadyExists);
        }
        let draft = Draft::beside(to);
        std::fs::copy(&self.path, &draft.0)?;
        std::fs::File::open(&draft.0)?.sync_all()?;
        publish(&draft.0, to)
    }
}

/// A copy in a folder of backups that nobody has looked at yet. Dropped, it is gone.
#[derive(Debug)]
pub struct Copied {
    copy: Unverified,
    file_id: String,
    folder: PathBuf,
    made: Timestamp,
}

impl Copied {
    /// Checks the copy, gives it its name, and thins out older backups of its file.
    pub fn verify(self) -> Result<Backup, StoreError> {
        let path = self.copy.path.clone();
        let event = self.copy.verify()?;
        for old in thin(&backups_of(&self.file_id, &self.folder)?, self.made) {
            std::fs::remove_file(&old.path)?;
        }
        Ok(Backup {
            file_id: self.file_id,
            path,
            event,
            made: self.made,
        })
    }
}

/// All backups in a folder, of whichever file: by file, the oldest first.
pub fn backups_in(folder: &Path) -> Result<Vec<Backup>, StoreError> {
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error.into()),
    };
    let mut found = Vec::new();
    for entry in entries {
        found.extend(parse_name(&entry?.path()));
    }
    found.sort_by(|a, b| (&a.file_id, a.event, a.made).cmp(&(&b.file_id, b.event, b.made)));
    Ok(found)
}

fn backups_of(file_id: &str, folder: &Path) -> Result<Vec<Backup>, StoreError> {
    let mut found = backups_in(folder)?;
    found.retain(|backup| backup.file_id == file_id);
    Ok(found)
}

const MOMENT: &str = "%Y%m%dT%H%M%SZ";

/// Reads `<file id>-<event>-<moment>.aims`.
fn parse_name(path: &Path) -> Option<Backup> {
    let stem = path.file_name()?.to_str()?.strip_suffix(".aims")?;
    let (rest, made) = stem.rsplit_once('-')?;
    let (file_id, event) = rest.rsplit_once('-')?;
    record::check_id(file_id).ok()?;
    let made = chrono::NaiveDateTime::parse_from_str(made, MOMENT)
        .ok()?
        .and_utc();
    Some(Backup {
        file_id: file_id.to_owned(),
        path: path.to_owned(),
        event: event.parse().ok()?,
        made,
    })
}

/// Those of `backups` (the oldest first) that need not be kept: all of the last two days stay, then the
/// last of each of 12 days, 10 weeks and 9 months; and always the newest.
fn thin(backups: &[Backup], now: Timestamp) -> Vec<Backup> {
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
    copy(conn, &kept, key)
        .and_then(Unverified::verify)
        .map_err(failed)?;
    Ok(kept)
}

/// A copy under a name of its own, and what it must turn out to hold.
#[derive(Debug)]
struct Unverified {
    draft: Draft,
    path: PathBuf,
    key: Key,
    expected: Contents,
}

fn copy(conn: &Connection, path: &Path, key: &Key) -> Result<Unverified, StoreError> {
    if path.symlink_metadata().is_ok() {
        return Err(StoreError::AlreadyExists);
    }
    let draft = Draft::beside(path);
    fill(conn, &draft.0, key).map_err(failed)?;
    Ok(Unverified {
        draft,
        path: path.to_owned(),
        key: key.clone(),
        expected: Contents::of(conn).map_err(failed)?,
    })
}

impl Unverified {
    /// Checks the copy and gives it its name. The newest event it holds.
    fn verify(self) -> Result<u64, StoreError> {
        verify(&self.expected, &self.draft.0, &self.key).map_err(failed)?;
        std::fs::File::open(&self.draft.0)?.sync_all()?;
        publish(&self.draft.0, &self.path)?;
        Ok(self.expected.head.seq.cast_unsigned())
    }
}

/// What a copy has to share with its original.
#[derive(Debug, PartialEq)]
pub(crate) struct Contents {
    head: Head,
    rows: Vec<(String, i64)>,
}

impl Contents {
    pub(crate) fn of(conn: &Connection) -> Result<Contents, StoreError> {
        Ok(Contents {
            head: head(conn)?,
            rows: counts(conn)?,
        })
    }
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

/// Opens the copy as a stranger would, and holds it against the original: pages, rows, newest event.
pub(crate) fn verify(expected: &Contents, path: &Path, key: &Key) -> Result<(), StoreError> {
    let copied = connect(path, Some(key), Mode::Read)?;
    if let Some(finding) = check::pages(&copied, key)?.into_iter().next() {
        return Err(StoreError::BackupFailed {
            why: finding.to_string(),
        });
    }
    let found = Contents::of(&copied)?;
    if found.rows != expected.rows {
        return Err(StoreError::BackupFailed {
            why: "the copy has other rows".to_owned(),
        });
    }
    if found.head != expected.head {
        return Err(StoreError::BackupFailed {
            why: format!("the copy ends with event {}", chain::hex(&found.head.hash)),
        });
    }
    Ok(())
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
            file_id: String::new(),
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
        let found = parse_name(Path::new(&name));
        assert_eq!(
            found.map(|backup| (backup.file_id, backup.event)),
            Some((id.to_owned(), 42))
        );
        for other in [
            "x.aims",
            "notes.txt",
            &name[1..],
            &name.replace(".aims", ".aims.part"),
        ] {
            assert_eq!(parse_name(Path::new(other)), None);
        }
    }
}
