//! Another passphrase, or none, or one at last.

use crate::backup::{Contents, verify};
use crate::connection::APPLICATION_ID;
use crate::create::{Draft, sync_folder};
use crate::error::StoreError;
use crate::file::ClientFile;
use crate::key::Key;
use crate::migrate;
use crate::open::{Opening, open_with};
use domain::{Actor, Timestamp};
use rusqlite::config::DbConfig;
use std::path::Path;

impl ClientFile {
    /// Gives the file another key: everything goes into a new file, which is verified and then takes
    /// the place of this one in one step. Until then the file is as it was; on an error it still is,
    /// but it is closed and has to be opened again.
    pub fn change_key(
        self,
        actor: &Actor,
        now: Timestamp,
        key: Key,
    ) -> Result<ClientFile, StoreError> {
        if self.read_only {
            return Err(StoreError::ReadOnly);
        }
        if let Key::Passphrase(passphrase) = &key
            && !passphrase.is_usable()
        {
            return Err(StoreError::PassphraseUnusable);
        }
        self.still_there()?;
        let draft = Draft::beside(&self.path);
        // Attaching opens with the rights of this connection, which makes no files.
        std::fs::File::create_new(&draft.0)?;
        self.export(&draft.0, &key)?;
        verify(&Contents::of(&self.conn)?, &draft.0, &key)?;
        std::fs::File::open(&draft.0)?.sync_all()?;
        self.still_there()?;
        let path = self.path.clone();
        drop(self);
        std::fs::rename(&draft.0, &path)?;
        sync_folder(&path)?;
        open_with(&path, key, &Opening { actor, now }, migrate::MIGRATIONS)
    }

    fn export(&self, to: &Path, key: &Key) -> Result<(), StoreError> {
        let to = to.to_str().ok_or_else(|| StoreError::Io {
            what: "the path cannot be written as text".to_owned(),
        })?;
        match key {
            Key::Passphrase(passphrase) => self.conn.execute(
                "ATTACH DATABASE ?1 AS fresh KEY ?2",
                [to, passphrase.as_str()],
            )?,
            Key::Unencrypted => self
                .conn
                .execute("ATTACH DATABASE ?1 AS fresh KEY ''", [to])?,
        };
        // The index keeps its own tables, which are copied like any other; that is otherwise forbidden.
        self.conn
            .set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, false)?;
        let exported = self.copy_into_fresh();
        self.conn
            .set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
        self.conn.execute_batch("DETACH DATABASE fresh")?;
        exported
    }

    fn copy_into_fresh(&self) -> Result<(), StoreError> {
        self.conn
            .query_row("SELECT sqlcipher_export('fresh')", [], |_| Ok(()))?;
        self.conn
            .pragma_update(Some("fresh"), "application_id", APPLICATION_ID)?;
        let form = migrate::form_of(&self.conn)?;
        self.conn
            .pragma_update(Some("fresh"), "user_version", form)?;
        Ok(())
    }
}
