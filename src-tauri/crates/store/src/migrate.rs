//! Forms of the file and the way from one to the next: forward only, one SQL file each, never edited.

use crate::backup;
use crate::chain;
use crate::effect::{Effect, Step};
use crate::error::StoreError;
use crate::key::Key;
use crate::write::Write;
use domain::{Action, Actor, Timestamp};
use rusqlite::Connection;
use std::path::{Path, PathBuf};

/// One step from a form to the next.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Migration {
    /// Its name in the log and in the name of the backup.
    pub(crate) name: &'static str,
    /// What it does.
    pub(crate) sql: &'static str,
}

/// All steps. The form of a file is the number of steps it has behind it.
pub(crate) const MIGRATIONS: &[Migration] = &[Migration {
    name: "first",
    sql: include_str!("migrations/0001_first.sql"),
}];

/// The newest form this build knows.
pub(crate) fn newest() -> u32 {
    form_after(MIGRATIONS)
}

pub(crate) fn form_after(migrations: &[Migration]) -> u32 {
    u32::try_from(migrations.len()).unwrap_or(u32::MAX)
}

/// The form of an open file.
pub(crate) fn form_of(conn: &Connection) -> Result<u32, StoreError> {
    let form: i64 = conn.pragma_query_value(None, "user_version", |row| row.get(0))?;
    u32::try_from(form).map_err(|_| StoreError::damaged("the form of the file is negative"))
}

/// Runs the steps a new file needs. The caller has a transaction open.
pub(crate) fn build(conn: &Connection, migrations: &[Migration]) -> Result<(), StoreError> {
    for migration in migrations {
        conn.execute_batch(migration.sql)?;
    }
    conn.pragma_update(None, "user_version", form_after(migrations))?;
    Ok(())
}

/// Brings an older file to the newest form: backup first, then one transaction. Gives the backup.
pub(crate) fn upgrade(
    conn: &mut Connection,
    path: &Path,
    key: &Key,
    migrations: &[Migration],
    actor: &Actor,
    now: Timestamp,
) -> Result<Option<PathBuf>, StoreError> {
    let form = form_of(conn)?;
    let known = form_after(migrations);
    if form == known {
        return Ok(None);
    }
    let behind = usize::try_from(form).unwrap_or(usize::MAX);
    let ahead = migrations.get(behind..).unwrap_or_default();
    let kept = backup::before_upgrade(conn, path, key, form, now)?;
    let mut write = Write::begin(conn, actor, now)?;
    for migration in ahead {
        write.conn().execute_batch(migration.sql)?;
        write.take(&Step {
            action: Action::FileMigrated,
            subject: None,
            aspect: None,
            effect: Effect::Note(migration.name.to_owned()),
        })?;
    }
    write.conn().pragma_update(None, "user_version", known)?;
    if let Some(broken) = crate::check::foreign_keys(write.conn())?.into_iter().next() {
        return Err(StoreError::damaged(broken.to_string()));
    }
    write.commit()?;
    Ok(Some(kept))
}

/// What the tables of a form look like: a hash over every statement of the schema. A file with a
/// trigger or a view more than ours is not ours.
pub(crate) fn fingerprint(conn: &Connection) -> Result<chain::Hash, StoreError> {
    let mut text = String::new();
    let mut statement = conn.prepare(
        "SELECT type, name, coalesce(sql, '') FROM sqlite_schema
         WHERE name NOT LIKE 'sqlite_stat%' ORDER BY type, name",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        for column in 0..3 {
            text.push_str(&row.get::<_, String>(column)?);
            text.push('\0');
        }
    }
    Ok(chain::sha256(text.as_bytes()))
}

/// The fingerprint a file of the form after the first `count` steps must have.
pub(crate) fn expected(migrations: &[Migration], form: u32) -> Result<chain::Hash, StoreError> {
    let conn = Connection::open_in_memory()?;
    let behind = usize::try_from(form).unwrap_or(usize::MAX);
    build(&conn, migrations.get(..behind).unwrap_or(migrations))?;
    fingerprint(&conn)
}
