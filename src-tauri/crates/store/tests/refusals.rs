//! Everything that is not a sound client file is refused by its own name, and not a byte changes.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod common;

use common::*;
use content::RecordKind;
use std::path::Path;
use store::{ClientFile, Key, NewFile, Passphrase, Probe, StoreError, probe};

/// Opening is refused as `expected` says, by verb and by check, and the folder stays as it was.
fn check(folder: &Path, path: &Path, key: Key, expected: fn(&StoreError) -> bool) {
    let before = bytes_below(folder);
    match open(path, key.clone()) {
        Err(error) if expected(&error) => {}
        other => panic!("{}: {other:?}", path.display()),
    }
    assert!(
        store::check(path, &key).is_err_and(|error| expected(&error)),
        "{}",
        path.display()
    );
    assert!(
        bytes_below(folder) == before,
        "{}: bytes changed",
        path.display()
    );
}

fn saved(path: &Path, key: Key) -> Vec<u8> {
    let mut file = create(path, key);
    for number in 2..30 {
        let name = format!("System {number}");
        file.add_record(&actor(), now(), id(number), RecordKind::System, &name)
            .unwrap();
    }
    drop(file);
    std::fs::read(path).unwrap()
}

#[test]
fn a_plain_file_that_is_not_one_of_ours_or_not_whole() {
    let Place { folder, path } = place();
    let folder = folder.path();
    let bytes = saved(&path, Key::Unencrypted);
    let at = |name: &str, bytes: &[u8]| {
        let path = folder.join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    };
    let plain = || Key::Unencrypted;
    let missing = folder.join("nowhere.aims");
    assert_eq!(probe(&missing).unwrap(), Probe::Missing);
    check(folder, &missing, plain(), |e| {
        matches!(e, StoreError::Missing)
    });
    check(folder, &at("empty.aims", b""), plain(), |e| {
        matches!(e, StoreError::Empty)
    });
    let not_ours: fn(&StoreError) -> bool = |e| matches!(e, StoreError::NotAClientFile);
    check(
        folder,
        &at("text.aims", "Just a text.\n".repeat(700).as_bytes()),
        plain(),
        not_ours,
    );
    check(folder, &at("short.aims", b"x"), plain(), not_ours);
    let mut zip = b"PK\x03\x04".to_vec();
    zip.extend((0..8188_u32).map(|n| (n * 7 % 256) as u8));
    check(folder, &at("zip.aims", &zip), secret(), not_ours);
    check(
        folder,
        &at("pdf.aims", b"%PDF-1.7 and so on"),
        secret(),
        not_ours,
    );
    check(folder, folder, plain(), not_ours);

    for cut in [
        bytes.len() - 4096,
        bytes.len() - 1,
        4096 * 3 + 17,
        4096,
        600,
        50,
    ] {
        let path = at("cut.aims", &bytes[..cut]);
        check(folder, &path, plain(), |e| {
            matches!(e, StoreError::Truncated)
        });
    }
    check(folder, &at("plain.aims", &bytes), secret(), |e| {
        matches!(e, StoreError::NotEncrypted)
    });

    let other = folder.join("other.aims");
    rusqlite::Connection::open(&other)
        .unwrap()
        .execute_batch("CREATE TABLE t (a)")
        .unwrap();
    assert_eq!(
        probe(&other).unwrap(),
        Probe::OtherSqlite { application_id: 0 }
    );
    check(folder, &other, plain(), |e| {
        matches!(e, StoreError::AnotherProductsFile)
    });

    let newer = at("newer.aims", &bytes);
    let conn = rusqlite::Connection::open(&newer).unwrap();
    conn.pragma_update(None, "user_version", 77).unwrap();
    drop(conn);
    assert_eq!(
        probe(&newer).unwrap(),
        Probe::Plain {
            version: 77,
            newer: true
        }
    );
    check(folder, &newer, plain(), |e| {
        matches!(e, StoreError::NewerFile { file: 77, .. })
    });

    let trap = at("trap.aims", &bytes);
    let conn = rusqlite::Connection::open(&trap).unwrap();
    conn.execute_batch("CREATE TRIGGER trap AFTER INSERT ON record BEGIN DELETE FROM answer; END")
        .unwrap();
    drop(conn);
    check(folder, &trap, plain(), |e| {
        matches!(e, StoreError::Damaged { .. })
    });
}

#[test]
fn an_encrypted_file_with_the_wrong_key_or_not_whole() {
    let Place { folder, path } = place();
    let folder = folder.path();
    let bytes = saved(&path, secret());
    assert_eq!(probe(&path).unwrap(), Probe::Encrypted);
    assert!(!String::from_utf8_lossy(&bytes).contains("Veldkamp"));
    let wrong = || Key::Passphrase(Passphrase::new("Correct horse battery staple"));
    check(folder, &path, wrong(), |e| {
        matches!(e, StoreError::WrongPassphrase)
    });
    check(folder, &path, Key::Unencrypted, |e| {
        matches!(e, StoreError::PassphraseNeeded)
    });
    let empty = || Key::Passphrase(Passphrase::new(""));
    check(folder, &path, empty(), |e| {
        matches!(e, StoreError::PassphraseUnusable)
    });
    let at = |name: &str, bytes: &[u8]| {
        let path = folder.join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    };
    for cut in [bytes.len() - 4096, bytes.len() - 1, 4096 * 3 + 17] {
        let path = at("cut.aims", &bytes[..cut]);
        check(folder, &path, secret(), |e| {
            matches!(e, StoreError::Truncated)
        });
    }
    let noise: Vec<u8> = (0..8192_u32)
        .map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8)
        .collect();
    check(folder, &at("noise.aims", &noise), secret(), |e| {
        matches!(e, StoreError::WrongPassphrase)
    });
    assert!(open(&path, secret()).unwrap().check().unwrap().sound());
}

/// One flipped bit anywhere in an encrypted file is found, and no altered value is ever shown.
#[test]
fn a_flipped_bit_in_an_encrypted_file_is_found() {
    let Place {
        folder: _folder,
        path,
    } = place();
    let bytes = saved(&path, secret());
    let mut dice = Dice(42);
    for _ in 0..8 {
        let mut flipped = bytes.clone();
        let at = dice.roll(bytes.len() as u64) as usize;
        flipped[at] ^= 1 << dice.roll(8);
        std::fs::write(&path, &flipped).unwrap();
        match store::check(&path, &secret()) {
            Err(StoreError::WrongPassphrase | StoreError::Damaged { .. }) => {}
            Ok(report) if !report.sound() => {}
            other => panic!("bit at {at}: {other:?}"),
        }
        assert!(
            std::fs::read(&path).unwrap() == flipped,
            "a check repaired something"
        );
    }
}

#[test]
fn a_file_is_open_once() {
    let Place {
        folder: _folder,
        path,
    } = place();
    let mut file = create(&path, secret());
    assert_eq!(probe(&path).unwrap(), Probe::OpenHere);
    // Read by another process: to read it here would cost the lock (see `ClientFile`).
    let sum = || {
        std::process::Command::new("cksum")
            .arg(&path)
            .output()
            .unwrap()
            .stdout
    };
    let before = sum();
    assert!(matches!(open(&path, secret()), Err(StoreError::InUse)));
    assert!(matches!(
        store::check(&path, &secret()),
        Err(StoreError::InUse)
    ));
    // Neither looking nor a refused opening has cost the first one its lock.
    let seen = child("child_opens_what_it_is_given")
        .env("AIMS", &path)
        .output()
        .unwrap();
    let seen = String::from_utf8_lossy(&seen.stdout).into_owned();
    assert!(seen.contains("opening gave InUse"), "{seen}");
    assert!(!before.is_empty() && sum() == before);
    file.add_record(&actor(), now(), id(2), RecordKind::System, "x")
        .unwrap();
    drop(file);
    assert!(
        open(&path, secret())
            .unwrap()
            .record(&id(2))
            .unwrap()
            .is_some()
    );
}

#[test]
#[ignore = "run as another process by other tests"]
fn child_opens_what_it_is_given() {
    let path = std::env::var_os("AIMS").unwrap();
    match open(Path::new(&path), secret()) {
        Err(error) => println!("opening gave {error:?}"),
        Ok(mut file) => {
            println!("opened, read only: {}", file.is_read_only());
            println!(
                "it has {} systems",
                file.records(RecordKind::System).unwrap().len()
            );
            println!("sound: {}", file.check().unwrap().sound());
            let added = file.add_record(&actor(), now(), id(77), RecordKind::System, "x");
            println!("writing gave {added:?}");
        }
    }
}

#[cfg(unix)]
fn mode(path: &Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
}

/// What another user gets to see who opens the file: whoever runs the tests may be allowed everything.
#[cfg(unix)]
fn opened_by_another_user(path: &Path) -> String {
    use std::os::unix::fs::MetadataExt;
    use std::os::unix::process::CommandExt;
    let program = tempfile::tempdir().unwrap();
    mode(program.path(), 0o755);
    let copy = program.path().join("child");
    std::fs::copy(std::env::current_exe().unwrap(), &copy).unwrap();
    let mut command = std::process::Command::new(&copy);
    command.args([
        "--exact",
        "child_opens_what_it_is_given",
        "--ignored",
        "--nocapture",
    ]);
    if std::fs::metadata("/proc/self").is_ok_and(|me| me.uid() == 0) {
        command.uid(65534).gid(65534);
    }
    let seen = command.env("AIMS", path).output().unwrap();
    String::from_utf8_lossy(&seen.stdout).into_owned()
}

#[cfg(unix)]
#[test]
fn what_cannot_be_written_is_read_and_refuses_to_change() {
    let Place { folder, path } = place();
    let bytes = saved(&path, secret());
    mode(&path, 0o444);
    mode(folder.path(), 0o555);
    let seen = opened_by_another_user(&path);
    mode(folder.path(), 0o755);
    for expected in [
        "opened, read only: true",
        "it has 28 systems",
        "sound: true",
        "writing gave Err(ReadOnly)",
    ] {
        assert!(seen.contains(expected), "{expected}: {seen}");
    }
    assert!(std::fs::read(&path).unwrap() == bytes);
}

/// Takes away, or gives back, what it needs to write into a file: from whom only permissions bind by the
/// permissions of the folder, from others by the mark that the file is never to change.
#[cfg(target_os = "linux")]
fn let_write(place: &Place, may: bool) {
    let mark = std::process::Command::new("chattr")
        .arg(if may { "-i" } else { "+i" })
        .arg(&place.path)
        .output();
    mode(place.folder.path(), if may { 0o755 } else { 0o555 });
    drop(mark);
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_made_read_only_while_it_is_open_is_said_to_be_so() {
    // Memory takes changes whatever the file is marked with.
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let path = folder.path().join("client.aims");
    let place = Place { folder, path };
    let mut file = create(&place.path, Key::Unencrypted);
    let before = file.stamp(now()).unwrap();
    let_write(&place, false);
    let refused = file.add_record(&actor(), now(), id(77), RecordKind::System, "x");
    let_write(&place, true);
    assert!(
        matches!(refused, Err(StoreError::MadeReadOnly)),
        "{refused:?}"
    );
    assert_eq!(file.stamp(now()).unwrap(), before);
    file.add_record(&actor(), now(), id(77), RecordKind::System, "x")
        .unwrap();
    assert!(file.check().unwrap().sound());
}

/// Nothing was to be written, so it is not the writing that is refused.
#[cfg(unix)]
#[test]
fn what_cannot_be_read_is_said_to_be_so() {
    let Place { folder, path } = place();
    let bytes = saved(&path, secret());
    for (file, around) in [(0o200, 0o755), (0o644, 0o600)] {
        mode(&path, file);
        mode(folder.path(), around);
        let seen = opened_by_another_user(&path);
        assert!(seen.contains("opening gave NotReadable"), "{seen}");
    }
    mode(folder.path(), 0o755);
    assert!(std::fs::read(&path).unwrap() == bytes);
}

#[test]
fn making_a_file_never_replaces_one_and_leaves_nothing_behind() {
    let Place { folder, path } = place();
    std::fs::write(&path, "someone's notes").unwrap();
    let actor = actor();
    let mut new = NewFile {
        organisation: "Veldkamp",
        file_id: &uuid(0xf11e),
        organisation_id: id(1),
        actor: &actor,
        now: now(),
    };
    let make = |path: &Path, key: Key, new: &NewFile<'_>| ClientFile::create(path, key, new);
    assert!(matches!(
        make(&path, secret(), &new),
        Err(StoreError::AlreadyExists)
    ));
    assert_eq!(std::fs::read(&path).unwrap(), b"someone's notes");
    let free = folder.path().join("free.aims");
    new.organisation = " ";
    assert!(make(&free, Key::Unencrypted, &new).is_err());
    new.organisation = "Veldkamp";
    let empty = Key::Passphrase(Passphrase::new(""));
    assert!(matches!(
        make(&free, empty, &new),
        Err(StoreError::PassphraseUnusable)
    ));
    let nowhere = folder.path().join("no folder").join("a.aims");
    assert!(make(&nowhere, Key::Unencrypted, &new).is_err());
    assert_eq!(
        bytes_below(folder.path()).len(),
        1,
        "something was left behind"
    );
    let odd = folder.path().join("file:x?mode=memory&a=%41 'é.aims");
    drop(make(&odd, Key::Unencrypted, &new).unwrap());
    assert_eq!(bytes_below(folder.path()).len(), 2);
    assert!(
        open(&odd, Key::Unencrypted)
            .unwrap()
            .check()
            .unwrap()
            .sound()
    );
}

#[cfg(unix)]
#[test]
fn a_moved_or_replaced_file_takes_no_more_changes_but_can_be_rescued() {
    let Place { folder, path } = place();
    let mut file = create(&path, Key::Unencrypted);
    file.add_record(&actor(), now(), id(2), RecordKind::System, "kept")
        .unwrap();
    let elsewhere = folder.path().join("moved.aims");
    std::fs::rename(&path, &elsewhere).unwrap();
    let add = |file: &mut ClientFile, number| {
        file.add_record(&actor(), now(), id(number), RecordKind::System, "lost")
    };
    assert!(matches!(file.still_there(), Err(StoreError::Moved)));
    assert!(matches!(add(&mut file, 3), Err(StoreError::Moved)));
    // Another file in its place, as a sync client does it.
    let other = folder.path().join("other.aims");
    std::fs::copy(&elsewhere, &other).unwrap();
    std::fs::rename(&other, &path).unwrap();
    let replaced = std::fs::read(&path).unwrap();
    assert!(matches!(add(&mut file, 3), Err(StoreError::Moved)));
    assert_eq!(std::fs::read(&path).unwrap(), replaced);
    let rescue = folder.path().join("rescue.aims");
    file.backup_to(&rescue, now()).unwrap();
    drop(file);
    let rescued = open(&rescue, Key::Unencrypted).unwrap();
    assert_eq!(rescued.record(&id(2)).unwrap().unwrap().name, "kept");
}

/// A journal left by a crash belongs to the file as it was then. On another state of the file it would
/// destroy it, so it is refused; on its own it is rolled back.
#[test]
fn a_journal_is_replayed_only_onto_the_file_it_belongs_to() {
    for key in [Key::Unencrypted, secret()] {
        let Place { folder, path } = place();
        saved(&path, key.clone());
        let old = std::fs::read(&path).unwrap();
        let mut file = open(&path, key.clone()).unwrap();
        for number in 100..160 {
            file.add_record(&actor(), now(), id(number), RecordKind::Vendor, "Vendor")
                .unwrap();
        }
        drop(file);
        // A crash in the middle of a commit, made by hand: pages written, journal still there.
        let (half, journal) = half_a_commit(&path, &key);
        let beside = folder.path().join("client.aims-journal");
        std::fs::write(&path, &half).unwrap();
        std::fs::write(&beside, &journal).unwrap();
        let file = open(&path, key.clone()).unwrap();
        assert_eq!(file.records(RecordKind::Vendor).unwrap().len(), 60);
        assert!(file.record(&id(999)).unwrap().is_none());
        assert!(file.check().unwrap().sound());
        drop(file);
        assert!(!beside.exists());

        std::fs::write(&path, &old).unwrap();
        std::fs::write(&beside, &journal).unwrap();
        check(folder.path(), &path, key.clone(), |e| {
            matches!(e, StoreError::StrayJournal { .. })
        });
        let aside = store::set_aside(&beside).unwrap();
        assert_eq!(std::fs::read(&aside).unwrap(), journal);
        assert_eq!(
            open(&path, key.clone())
                .unwrap()
                .records(RecordKind::System)
                .unwrap()
                .len(),
            28
        );

        std::fs::write(folder.path().join("client.aims-wal"), b"anything").unwrap();
        check(folder.path(), &path, key, |e| {
            matches!(e, StoreError::StrayJournal { .. })
        });
    }
}

/// Begins a large change with a cache too small to hold it, so that pages reach the file before the
/// commit, and takes file and journal as they are then.
fn half_a_commit(path: &Path, key: &Key) -> (Vec<u8>, Vec<u8>) {
    let conn = rusqlite::Connection::open(path).unwrap();
    if key.encrypts() {
        conn.pragma_update(None, "key", PASSPHRASE).unwrap();
    }
    conn.execute_batch(
        "PRAGMA cache_size = 2; PRAGMA synchronous = FULL; BEGIN;
         UPDATE record SET name = name || hex(randomblob(200));
         INSERT INTO setting SELECT 'x' || value, hex(randomblob(3000)) FROM generate_series(1, 40);",
    )
    .or_else(|_| {
        conn.execute_batch(
            "INSERT INTO setting
             WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 40)
             SELECT 'x' || i, hex(randomblob(3000)) FROM n;",
        )
    })
    .unwrap();
    let journal = path.with_file_name("client.aims-journal");
    let taken = (
        std::fs::read(path).unwrap(),
        std::fs::read(journal).unwrap(),
    );
    conn.execute_batch("ROLLBACK").unwrap();
    assert!(!taken.1.is_empty());
    taken
}

/// What can refuse a mere look at the file does not speak of a change that was lost.
#[test]
fn a_refusal_speaks_of_a_change_only_where_there_was_one() {
    let library = content::library().unwrap();
    for error in [
        StoreError::NotReadable,
        StoreError::Moved,
        StoreError::DiskFull,
        StoreError::Io { what: "x".into() },
        StoreError::Fault { what: "x".into() },
    ] {
        let said = library.texts().say(&error.wording());
        assert!(!said.contains("this change"), "{said}");
    }
}
