//! Making a new file: complete under its name, or not there at all.

use crate::connection::{self, APPLICATION_ID, Mode, connect};
use crate::effect::{Effect, Step};
use crate::error::StoreError;
use crate::file::ClientFile;
use crate::key::Key;
use crate::migrate::{self, MIGRATIONS, Migration};
use crate::open::{Opening, open_with};
use crate::time::stored;
use crate::verbs::record;
use crate::write::Write;
use domain::{Action, Actor, RecordId, RecordKind, Timestamp};
use rusqlite::params;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// What a new file begins with.
#[derive(Debug, Clone)]
pub struct NewFile<'a> {
    /// Name of the organisation whose file it is.
    pub organisation: &'a str,
    /// The file's own UUID.
    pub file_id: &'a str,
    /// UUID of the organisation's record.
    pub organisation_id: RecordId,
    /// Who makes it.
    pub actor: &'a Actor,
    /// When.
    pub now: Timestamp,
}

impl ClientFile {
    /// Makes a file and opens it. Never replaces a file, and leaves nothing when it fails.
    pub fn create(path: &Path, key: Key, new: &NewFile<'_>) -> Result<ClientFile, StoreError> {
        create_with(path, key, new, MIGRATIONS)
    }
}

/// Makes a file of the form after the given migrations.
pub(crate) fn create_with(
    path: &Path,
    key: Key,
    new: &NewFile<'_>,
    migrations: &[Migration],
) -> Result<ClientFile, StoreError> {
    record::check_name(new.organisation)?;
    record::check_id(new.file_id)?;
    record::check_id(new.organisation_id.as_str())?;
    if std::fs::symlink_metadata(path).is_ok() {
        return Err(StoreError::AlreadyExists);
    }
    let draft = Draft::beside(path);
    fill(&draft.0, &key, new, migrations)?;
    std::fs::File::open(&draft.0)?.sync_all()?;
    publish(&draft.0, path)?;
    open_with(
        path,
        key,
        &Opening {
            actor: new.actor,
            now: new.now,
        },
        migrations,
    )
}

fn fill(
    path: &Path,
    key: &Key,
    new: &NewFile<'_>,
    migrations: &[Migration],
) -> Result<(), StoreError> {
    let mut conn = connect(path, Some(key), Mode::Create)?;
    conn.pragma_update(None, "page_size", connection::PAGE.cast_signed())?;
    conn.pragma_update(None, "application_id", APPLICATION_ID)?;
    connection::settle(&conn)?;
    let tx = conn.transaction()?;
    migrate::build(&tx, migrations)?;
    tx.execute(
        "INSERT INTO meta (one, file_id, created, created_by, minimum_reader) VALUES (1, ?1, ?2, ?3, ?4)",
        params![
            new.file_id,
            stored(new.now),
            concat!("Plumbline ", env!("CARGO_PKG_VERSION")),
            migrate::form_after(migrations)
        ],
    )?;
    tx.commit()?;
    let mut write = Write::begin(&mut conn, new.actor, new.now)?;
    write.take(&Step {
        action: Action::FileCreated,
        subject: None,
        aspect: None,
        effect: Effect::Note(concat!("Plumbline ", env!("CARGO_PKG_VERSION")).to_owned()),
    })?;
    record::add(
        &mut write,
        &new.organisation_id,
        RecordKind::Organisation,
        new.organisation,
    )?;
    write.commit()
}

/// Gives the finished file its name, never over another one, and makes the name durable.
pub(crate) fn publish(from: &Path, to: &Path) -> Result<(), StoreError> {
    match std::fs::hard_link(from, to) {
        Ok(()) => {}
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
            return Err(StoreError::AlreadyExists);
        }
        // A file system without links (FAT): reserve the name, then move over the reservation.
        Err(_) => {
            std::fs::OpenOptions::new()
                .write(true)
                .create_new(true)
                .open(to)?;
            if let Err(error) = std::fs::rename(from, to) {
                std::fs::remove_file(to)?;
                return Err(error.into());
            }
        }
    }
    sync_folder(to)
}

/// Makes the entries of the file's folder durable.
pub(crate) fn sync_folder(path: &Path) -> Result<(), StoreError> {
    #[cfg(unix)]
    {
        let folder = match path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        std::fs::File::open(folder)?.sync_all()?;
    }
    #[cfg(not(unix))]
    let _ = path;
    Ok(())
}

/// How the name of a file in the making ends.
const PART: &str = ".part";

/// What stands in the name of every draft of this process.
fn mark_of_this_process() -> String {
    format!(".{}-", std::process::id())
}

/// A file in the making, removed when it is not published.
#[derive(Debug)]
pub(crate) struct Draft(pub(crate) PathBuf);

impl Draft {
    /// A name of its own beside `path`, on the same file system.
    pub(crate) fn beside(path: &Path) -> Draft {
        static NEXT: std::sync::atomic::AtomicU32 = std::sync::atomic::AtomicU32::new(0);
        let number = NEXT.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        Draft::named(path, &format!("{}{number}", mark_of_this_process()))
    }

    /// The same under a mark that the caller knows to be its own.
    pub(crate) fn named(path: &Path, mark: &str) -> Draft {
        let mut name = OsString::from(path.as_os_str());
        name.push(mark);
        name.push(PART);
        let draft = Draft(PathBuf::from(name));
        // Left by a crash, of a process that had our number where the mark is made of that.
        draft.remove();
        draft
    }

    /// Whether a file of this name is a draft, or the journal of one, of a process that is not this one.
    pub(crate) fn is_left_behind(name: &str) -> bool {
        let draft = name.strip_suffix("-journal").unwrap_or(name);
        draft.ends_with(PART) && !draft.contains(&mark_of_this_process())
    }

    fn remove(&self) {
        // Nothing left to remove is what success looks like.
        let _ = std::fs::remove_file(&self.0);
        let _ = std::fs::remove_file(crate::journal::beside(&self.0));
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        self.remove();
    }
}
