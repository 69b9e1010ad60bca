//! A database connection with the settings a client file is held to, each read back after setting.

use crate::error::StoreError;
use crate::key::Key;
use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags};
use std::path::Path;
use std::time::Duration;

/// "PLMB": marks a SQLite file as a client file of this product. Never changed.
pub(crate) const APPLICATION_ID: i32 = 0x504C_4D42;

/// Bytes of a page, with and without encryption.
pub(crate) const PAGE: u64 = 4096;

/// Settings in force while a file is open, and what each must read back as.
///
/// A rollback journal, not a write-ahead log: a document that people copy, mail and keep in synced
/// folders must be one file. `EXTRA` also syncs the folder after the journal is gone, without which
/// a power cut can bring the journal back and undo an acknowledged commit.
const SETTINGS: [(&str, &str, &str); 13] = [
    ("locking_mode", "EXCLUSIVE", "exclusive"),
    ("journal_mode", "DELETE", "delete"),
    ("synchronous", "EXTRA", "3"),
    ("foreign_keys", "ON", "1"),
    ("recursive_triggers", "ON", "1"),
    ("trusted_schema", "OFF", "0"),
    ("cell_size_check", "ON", "1"),
    ("temp_store", "MEMORY", "2"),
    ("secure_delete", "ON", "1"),
    ("cache_size", "-131072", "-131072"),
    ("fullfsync", "ON", "1"),
    ("checkpoint_fullfsync", "ON", "1"),
    ("automatic_index", "ON", "1"),
];

/// How a connection is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    /// Reads and writes; the file exists.
    Write,
    /// Only reads; never replays a journal.
    Read,
    /// Makes the file.
    Create,
}

/// Opens and keys a connection, without touching a page of the file yet.
pub(crate) fn connect(
    path: &Path,
    key: Option<&Key>,
    mode: Mode,
) -> Result<Connection, StoreError> {
    let access = match mode {
        Mode::Write => OpenFlags::SQLITE_OPEN_READ_WRITE,
        Mode::Read => OpenFlags::SQLITE_OPEN_READ_ONLY,
        Mode::Create => OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE,
    };
    // Without SQLITE_OPEN_URI a path is only ever a path, whatever characters it has.
    let conn = Connection::open_with_flags(path, access | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    conn.busy_timeout(Duration::ZERO)?;
    // On a damaged file the cipher would write thousands of lines to the terminal.
    read_pragma(&conn, "PRAGMA cipher_log_level = NONE")?;
    if let Some(Key::Passphrase(passphrase)) = key {
        if !passphrase.is_usable() {
            return Err(StoreError::PassphraseUnusable);
        }
        read_pragma(&conn, &passphrase.statement())?;
    }
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
    conn.set_limit(Limit::SQLITE_LIMIT_LENGTH, 64 * 1024 * 1024)?;
    conn.set_limit(Limit::SQLITE_LIMIT_SQL_LENGTH, 1024 * 1024)?;
    conn.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 2)?;
    conn.set_limit(Limit::SQLITE_LIMIT_VARIABLE_NUMBER, 999)?;
    conn.set_limit(Limit::SQLITE_LIMIT_EXPR_DEPTH, 100)?;
    conn.set_prepared_statement_cache_capacity(64);
    Ok(conn)
}

/// Puts the settings in force. Touches the file, so the caller has checked before that it is ours.
pub(crate) fn settle(conn: &Connection) -> Result<(), StoreError> {
    for (name, value, _) in SETTINGS {
        conn.pragma_update(None, name, Literal(value))?;
    }
    for (name, _, expected) in SETTINGS {
        let actual = read_pragma(conn, &format!("PRAGMA {name}"))?;
        if actual.as_deref() != Some(expected) {
            return Err(StoreError::Fault {
                what: format!(
                    "{name} is {} and not {expected}",
                    actual.unwrap_or_default()
                ),
            });
        }
    }
    // A file that cannot be mapped answers nothing at all; one that can must answer 0.
    conn.pragma_update(None, "mmap_size", 0)?;
    match read_pragma(conn, "PRAGMA mmap_size")?.as_deref() {
        None | Some("0") => Ok(()),
        Some(other) => Err(StoreError::Fault {
            what: format!("mmap_size is {other} and not 0"),
        }),
    }
}

/// A pragma's value is a word of ours from the table above, so it needs no quoting.
struct Literal(&'static str);

impl rusqlite::ToSql for Literal {
    fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
        match self.0.parse::<i64>() {
            Ok(number) => Ok(number.into()),
            Err(_) => Ok(self.0.into()),
        }
    }
}

/// Runs one pragma and gives the first column of its first row as text, if it answers at all.
pub(crate) fn read_pragma(conn: &Connection, sql: &str) -> Result<Option<String>, StoreError> {
    let mut statement = conn.prepare(sql)?;
    let mut rows = statement.query([])?;
    let mut answer = None;
    while let Some(row) = rows.next()? {
        if answer.is_none() {
            answer = match row.get_ref(0)? {
                rusqlite::types::ValueRef::Null => None,
                rusqlite::types::ValueRef::Integer(number) => Some(number.to_string()),
                rusqlite::types::ValueRef::Text(text) => {
                    Some(String::from_utf8_lossy(text).into_owned())
                }
                other => Some(format!("{:?}", other.data_type())),
            };
        }
    }
    Ok(answer)
}
