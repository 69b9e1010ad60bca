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
pub(crate) const MIGRATIONS: &[Migration] = &[
    Migration {
        name: "first",
        sql: include_str!("migrations/0001_first.sql"),
    },
    Migration {
        name: "revisions",
        sql: include_str!("migrations/0002_revisions.sql"),
    },
];

/// The form from which on a file can hold signed assessments.
pub(crate) const WITH_REVISIONS: u32 = 2;

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

#[cfg(test)]
#[expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]
mod tests {
    use super::*;
    use crate::create::{NewFile, create_with};
    use crate::file::ClientFile;
    use crate::key::Passphrase;
    use crate::open::{Opening, open_with};
    use domain::{RecordId, RecordKind};

    /// A step that only tests know: it adds a table, and a column with a value for every record.
    const WITH_ONE_MORE: &[Migration] = &[
        MIGRATIONS[0],
        MIGRATIONS[1],
        Migration {
            name: "third",
            sql: "CREATE TABLE colour (name TEXT PRIMARY KEY NOT NULL) STRICT, WITHOUT ROWID;
                  ALTER TABLE record ADD COLUMN colour TEXT REFERENCES colour (name);
                  INSERT INTO colour VALUES ('red');
                  UPDATE record SET colour = 'red';",
        },
    ];
    /// One that leaves the file with a row that names nothing.
    const DANGLING: &[Migration] = &[
        MIGRATIONS[0],
        MIGRATIONS[1],
        Migration {
            name: "dangling",
            sql: "PRAGMA defer_foreign_keys = ON;
                  INSERT INTO answer (record, question, state, note, changed)
                  VALUES ('nobody', 'q', 'not-known', '', 0);",
        },
    ];
    const BROKEN: &[Migration] = &[
        MIGRATIONS[0],
        MIGRATIONS[1],
        Migration {
            name: "broken",
            sql: "CREATE TABLE half (a) STRICT; nonsense;",
        },
    ];

    fn id(number: u32) -> RecordId {
        RecordId::new(format!("00000000-0000-4000-8000-{number:012x}"))
    }

    fn now() -> Timestamp {
        "2026-11-22T10:00:00Z".parse().unwrap()
    }

    fn create(path: &Path, key: Key, migrations: &[Migration]) -> ClientFile {
        let file_id = id(99);
        let new = NewFile {
            organisation: "Veldkamp",
            file_id: file_id.as_str(),
            organisation_id: id(1),
            actor: &Actor("A".into()),
            now: now(),
        };
        let mut file = create_with(path, key, &new, migrations).unwrap();
        let add = file.add_record(&Actor("A".into()), now(), id(2), RecordKind::System, "S");
        add.unwrap();
        file
    }

    fn open(path: &Path, key: Key, migrations: &[Migration]) -> Result<ClientFile, StoreError> {
        open_with(
            path,
            key,
            &Opening {
                actor: &Actor("B".into()),
                now: now(),
            },
            migrations,
        )
    }

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn an_older_file_is_backed_up_and_brought_to_the_newest_form() {
        for key in [
            Key::Unencrypted,
            Key::Passphrase(Passphrase::new("a passphrase")),
        ] {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("client.aims");
            drop(create(&path, key.clone(), MIGRATIONS));
            let old = std::fs::read(&path).unwrap();

            let file = open(&path, key.clone(), WITH_ONE_MORE).unwrap();
            assert_eq!(form_of(&file.conn).unwrap(), 3);
            let red: i64 = file
                .conn
                .query_row(
                    "SELECT count(*) FROM record WHERE colour = 'red'",
                    [],
                    |row| row.get(0),
                )
                .unwrap();
            assert_eq!(red, 2);
            let query = crate::HistoryQuery {
                limit: 1,
                ..crate::HistoryQuery::default()
            };
            let event = file.history(&query).unwrap().remove(0);
            assert_eq!((event.seq, event.action), (4, Action::FileMigrated));
            assert_eq!(
                (event.actor.0.as_str(), event.change),
                ("B", Some(domain::Change::Note("third".into())))
            );
            // Bringing a file up to date is nothing a person did, so nothing that is undone.
            assert_eq!(
                file.undoable().unwrap().unwrap().action,
                Action::RecordAdded
            );
            assert!(file.check().unwrap().sound());
            drop(file);
            assert!(
                open(&path, key.clone(), WITH_ONE_MORE).is_ok(),
                "once is enough"
            );

            let kept = "client.form-2-20261122T100000Z.aims";
            assert_eq!(names(folder.path()), ["client.aims", kept]);
            let kept = open(&folder.path().join(kept), key.clone(), MIGRATIONS).unwrap();
            assert_eq!(kept.records(RecordKind::System).unwrap().len(), 1);
            assert!(kept.check().unwrap().sound());

            // And the build of before refuses the new form without touching it.
            let new = std::fs::read(&path).unwrap();
            assert!(new != old);
            assert!(matches!(
                open(&path, key, MIGRATIONS),
                Err(StoreError::NewerFile { file: 3, known: 2 })
            ));
            assert!(std::fs::read(&path).unwrap() == new);
        }
    }

    #[test]
    fn a_migration_that_fails_changes_nothing() {
        for (migrations, name) in [(BROKEN, "broken"), (DANGLING, "dangling")] {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("client.aims");
            drop(create(&path, Key::Unencrypted, MIGRATIONS));
            let old = std::fs::read(&path).unwrap();
            assert!(open(&path, Key::Unencrypted, migrations).is_err(), "{name}");
            assert!(std::fs::read(&path).unwrap() == old, "{name}");
            assert!(
                open(&path, Key::Unencrypted, MIGRATIONS)
                    .unwrap()
                    .check()
                    .unwrap()
                    .sound()
            );
        }
    }

    #[test]
    fn without_a_backup_there_is_no_migration() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("client.aims");
        drop(create(&path, Key::Unencrypted, MIGRATIONS));
        let old = std::fs::read(&path).unwrap();
        // A file of the backup's name is there already, and nothing is ever replaced.
        std::fs::write(
            folder.path().join("client.form-2-20261122T100000Z.aims"),
            "mine",
        )
        .unwrap();
        assert!(matches!(
            open(&path, Key::Unencrypted, WITH_ONE_MORE),
            Err(StoreError::BackupFailed { .. })
        ));
        assert!(std::fs::read(&path).unwrap() == old);
    }

    /// The write door itself: rows without an event do not pass.
    #[test]
    fn a_change_that_logs_nothing_is_taken_back() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("client.aims");
        let mut file = create(&path, Key::Unencrypted, MIGRATIONS);
        let before = file.dossier(now()).unwrap();
        let done = file.write(&Actor("A".into()), now(), |write| {
            write
                .conn()
                .execute("UPDATE record SET name = 'Unseen'", [])?;
            Ok(())
        });
        match done {
            Err(StoreError::Unlogged) => {}
            other => panic!("{other:?}"),
        }
        assert_eq!(file.dossier(now()).unwrap(), before);
        assert!(file.check().unwrap().sound());
    }
}
