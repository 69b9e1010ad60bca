//! Reading what was saved by name.

use crate::error::StoreError;
use crate::file::ClientFile;
use rusqlite::{Connection, OptionalExtension};

impl ClientFile {
    /// The value saved under a name.
    pub fn setting(&self, name: &str) -> Result<Option<String>, StoreError> {
        one(&self.conn, name)
    }

    /// All values whose names begin with `prefix`, by name.
    pub fn settings(&self, prefix: &str) -> Result<Vec<(String, String)>, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT name, value FROM setting WHERE substr(name, 1, length(?1)) = ?1 ORDER BY name",
        )?;
        let found = statement
            .query_map([prefix], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<Result<_, _>>()?;
        Ok(found)
    }
}

pub(crate) fn one(conn: &Connection, name: &str) -> Result<Option<String>, StoreError> {
    Ok(conn
        .prepare_cached("SELECT value FROM setting WHERE name = ?1")?
        .query_row([name], |row| row.get(0))
        .optional()?)
}
