//! Opening a file: every refusal comes before the first write.

use crate::acts::Stacks;
use crate::connection::{self, APPLICATION_ID, Mode, connect};
use crate::error::StoreError;
use crate::file::ClientFile;
use crate::identity::{Identity, OpenHere};
use crate::journal;
use crate::key::Key;
use crate::migrate::{self, MIGRATIONS, Migration};
use crate::probe::{Probe, probe};
use crate::reserve::Reserve;
use domain::{Actor, Timestamp};
use rusqlite::{Connection, ErrorCode};
use std::path::Path;
use std::time::Duration;

/// Who opens, and when: for the event that a migration leaves.
#[derive(Debug, Clone, Copy)]
pub struct Opening<'a> {
    /// Who.
    pub actor: &'a Actor,
    /// When.
    pub now: Timestamp,
}

impl ClientFile {
    /// Opens a file and takes its lock. A file of an older form is backed up and brought up to date; a
    /// file that cannot be written is opened for reading.
    pub fn open(path: &Path, key: Key, opening: &Opening<'_>) -> Result<ClientFile, StoreError> {
        open_with(path, key, opening, MIGRATIONS)
    }
}

/// Opens with a given set of migrations, so that tests can prove the machinery.
pub(crate) fn open_with(
    path: &Path,
    key: Key,
    opening: &Opening<'_>,
    migrations: &[Migration],
) -> Result<ClientFile, StoreError> {
    let (mut conn, held, read_only) = unlock(path, &key, migrations)?;
    let identity = Identity::of(path)?;
    if !read_only {
        connection::settle(&conn)?;
        migrate::upgrade(
            &mut conn,
            path,
            &key,
            migrations,
            opening.actor,
            opening.now,
        )?;
    } else if migrate::form_of(&conn)? != migrate::form_after(migrations) {
        return Err(StoreError::ReadOnly);
    }
    let file_id = conn.query_row("SELECT file_id FROM meta", [], |row| row.get(0))?;
    let acts = Stacks::read(&conn)?;
    Ok(ClientFile {
        conn,
        path: path.to_owned(),
        key,
        identity,
        file_id,
        read_only,
        acts,
        reserve: (!read_only).then(|| Reserve::beside(path)),
        _open: held,
    })
}

/// Everything up to the point where the file is known to be ours, sound at first sight, and locked.
pub(crate) fn unlock(
    path: &Path,
    key: &Key,
    migrations: &[Migration],
) -> Result<(Connection, OpenHere, bool), StoreError> {
    let known = migrate::form_after(migrations);
    match (probe(path)?, key) {
        (Probe::Missing, _) => return Err(StoreError::Missing),
        (Probe::Empty, _) => return Err(StoreError::Empty),
        (Probe::Truncated, _) => return Err(StoreError::Truncated),
        (Probe::OpenHere, _) => return Err(StoreError::InUse),
        (Probe::NotAClientFile, _) => return Err(StoreError::NotAClientFile),
        (Probe::OtherSqlite { .. }, _) => return Err(StoreError::AnotherProductsFile),
        (Probe::Plain { version, .. }, _) if version > known => {
            return Err(StoreError::NewerFile {
                file: version,
                known,
            });
        }
        (Probe::Plain { .. }, Key::Passphrase(_)) => return Err(StoreError::NotEncrypted),
        (Probe::Encrypted, Key::Unencrypted) => return Err(StoreError::PassphraseNeeded),
        (Probe::Plain { .. } | Probe::Encrypted, _) => {}
    }
    let before = Identity::of(path)?;
    let held = OpenHere::claim(before)?;
    journal::admit(path, key)?;
    let conn = connect(path, Some(key), Mode::Write)?;
    let read_only = conn.is_readonly("main")?;
    lock(&conn, key, read_only)?;
    crate::file::still_the_same(path, before)?;
    recognise(&conn, path, migrations)?;
    if !read_only {
        journal::clear(path)?;
    }
    Ok((conn, held, read_only))
}

/// How long another process may keep the file before it counts as in use: one that has just ended
/// can still be flushing.
const PATIENCE: Duration = Duration::from_secs(2);

/// Takes the lock and with it reads the first page: where a wrong passphrase shows.
fn lock(conn: &Connection, key: &Key, read_only: bool) -> Result<(), StoreError> {
    conn.busy_timeout(PATIENCE)?;
    conn.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
    let first = if read_only {
        "BEGIN; SELECT 1 FROM sqlite_schema; COMMIT;"
    } else {
        "BEGIN EXCLUSIVE; COMMIT;"
    };
    conn.execute_batch(first)
        .map_err(|error| match error.sqlite_error_code() {
            Some(ErrorCode::NotADatabase) if key.encrypts() => StoreError::WrongPassphrase,
            // The first page is sound and says that there should be more pages than there are.
            Some(ErrorCode::DatabaseCorrupt) => StoreError::Truncated,
            _ => StoreError::from(error),
        })?;
    conn.busy_timeout(Duration::ZERO)?;
    Ok(())
}

/// Whether this is a client file of a form we know, with the tables of that form.
fn recognise(conn: &Connection, path: &Path, migrations: &[Migration]) -> Result<(), StoreError> {
    let application: i64 = conn.pragma_query_value(None, "application_id", |row| row.get(0))?;
    if application != i64::from(APPLICATION_ID) {
        return Err(StoreError::AnotherProductsFile);
    }
    let (file, known) = (migrate::form_of(conn)?, migrate::form_after(migrations));
    if file > known {
        return Err(StoreError::NewerFile { file, known });
    }
    let pages: u64 = conn
        .pragma_query_value(None, "page_count", |row| row.get::<_, i64>(0))?
        .cast_unsigned();
    if std::fs::metadata(path)?.len() < pages * connection::PAGE {
        return Err(StoreError::Truncated);
    }
    if file == 0 || migrate::fingerprint(conn)? != migrate::expected(migrations, file)? {
        return Err(StoreError::damaged(
            "its tables are not those of a client file",
        ));
    }
    Ok(())
}
