//! Backups that open, and files of every released form that still do.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod common;

use common::*;
use content::RecordKind;
use domain::{Answer, Value};
use std::path::{Path, PathBuf};
use store::{ClientFile, Key, NewFile, Passphrase, StoreError};

#[test]
fn a_backup_opens_with_the_same_key_and_holds_the_same() {
    for key in [Key::Unencrypted, secret()] {
        let Place { folder, path } = place();
        let mut file = create(&path, key.clone());
        file.add_record(&actor(), now(), id(2), RecordKind::System, "System")
            .unwrap();
        let copy = folder.path().join("copy.aims");
        let backup = file.backup_to(&copy, now()).unwrap();
        assert_eq!(backup.event, 3);
        assert!(matches!(
            file.backup_to(&copy, now()),
            Err(StoreError::AlreadyExists)
        ));
        let left = std::fs::read_dir(folder.path()).unwrap();
        let parts =
            left.filter(|entry| entry.as_ref().unwrap().path().extension().unwrap() == "part");
        assert_eq!(parts.count(), 0, "a half-made copy was left behind");
        let dossier = file.dossier(now()).unwrap();
        drop(file);
        if key.encrypts() {
            let bytes = std::fs::read(&copy).unwrap();
            assert!(!String::from_utf8_lossy(&bytes).contains("Veldkamp"));
            assert!(matches!(
                open(&copy, Key::Passphrase(Passphrase::new("x"))),
                Err(StoreError::WrongPassphrase)
            ));
        }
        let copied = open(&copy, key).unwrap();
        assert_eq!(copied.dossier(now()).unwrap(), dossier);
        assert!(copied.check().unwrap().sound());
    }
}

#[test]
fn a_folder_of_backups_gets_one_only_when_something_changed() {
    let Place { folder, path } = place();
    let backups = folder.path().join("backups");
    let mut file = create(&path, Key::Unencrypted);
    // What a process that was ended in the middle of a copy left behind, and what is not ours.
    std::fs::create_dir(&backups).unwrap();
    let left = format!("{}-0000000001-x.aims.0-7.part", file.file_id());
    std::fs::write(backups.join(&left), "half").unwrap();
    std::fs::write(backups.join("other.aims.0-7.part"), "not ours").unwrap();
    let copied = file.copy_if_changed(&backups, now()).unwrap().unwrap();
    assert!(!backups.join(&left).exists());
    assert!(backups.join("other.aims.0-7.part").exists());
    copied.verify().unwrap();
    assert!(file.copy_if_changed(&backups, later(60)).unwrap().is_none());
    file.add_record(&actor(), now(), id(2), RecordKind::System, "System")
        .unwrap();
    std::fs::write(backups.join("someone else's.txt"), "x").unwrap();
    let copied = file.copy_if_changed(&backups, later(120)).unwrap().unwrap();
    // The file may go on while the copy is looked at: the copy holds what it held when it was made.
    file.add_record(&actor(), now(), id(3), RecordKind::System, "Later")
        .unwrap();
    assert_eq!(copied.verify().unwrap().event, 3);
    // A copy that nobody verified is no backup.
    drop(file.copy_if_changed(&backups, later(180)).unwrap());
    let kept = store::backups_in(&backups).unwrap();
    assert_eq!(
        kept.iter().map(|backup| backup.event).collect::<Vec<_>>(),
        [2, 3]
    );
    assert!(
        open(&kept[0].path, Key::Unencrypted)
            .unwrap()
            .check()
            .unwrap()
            .sound()
    );
    // Taken out, a backup is a file like any other; nothing is ever replaced by one.
    let out = folder.path().join("out.aims");
    kept[1].take_out(&out).unwrap();
    assert!(matches!(
        kept[0].take_out(&out),
        Err(StoreError::AlreadyExists)
    ));
    let taken = open(&out, Key::Unencrypted).unwrap();
    assert_eq!(taken.stamp(now()).unwrap().event, 3);
    assert!(
        store::backups_in(&backups.join("nowhere"))
            .unwrap()
            .is_empty()
    );
}

/// The passphrase of the encrypted sample files.
const SAMPLE_PASSPHRASE: &str = "plumbline sample file";

fn samples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/client-files")
}

fn sample_key(name: &str) -> Key {
    match name.contains("encrypted") {
        true => Key::Passphrase(Passphrase::new(SAMPLE_PASSPHRASE)),
        false => Key::Unencrypted,
    }
}

#[test]
fn files_of_every_released_form_still_open_and_say_what_they_said() {
    let mut opened = Vec::new();
    for entry in std::fs::read_dir(samples()).unwrap() {
        let original = entry.unwrap().path();
        if original
            .extension()
            .is_none_or(|extension| extension != "aims")
        {
            continue;
        }
        let name = original.file_name().unwrap().to_str().unwrap().to_owned();
        let Place {
            folder: _folder,
            path,
        } = place();
        std::fs::copy(&original, &path).unwrap();
        // A check looks at a file as it is and brings nothing up to date.
        let checked = store::check(&path, &sample_key(&name)).unwrap();
        assert!(checked.sound(), "{name}: {:?}", checked.findings);
        let mut file = open(&path, sample_key(&name)).unwrap_or_else(|e| panic!("{name}: {e}"));
        assert!(file.check().unwrap().sound(), "{name}");
        assert_eq!(file.organisation().unwrap().name, "Veldkamp");
        let system = file.find("AI-001").unwrap().unwrap();
        assert_eq!(system.name, "HR screening");
        assert_eq!(file.answers(&system.id).unwrap().len(), 4, "{name}");
        assert_eq!(file.read_attachment(&uuid(50)).unwrap(), b"a policy");
        file.undo(&actor(), later(9999)).unwrap();
        assert!(file.check().unwrap().sound(), "{name}");
        // What a newer form brings works in a file of any older one, and what it held stays.
        let signed = file.revisions(None).unwrap();
        let numbers: Vec<u32> = signed.iter().map(|revision| revision.number).collect();
        match name.starts_with("form-1") {
            true => assert!(numbers.is_empty()),
            false => {
                assert_eq!(numbers, [1]);
                assert_eq!(file.frozen(&signed[0]).unwrap(), outcome("High-risk"));
                assert_eq!(signed[0].reopened, Some((now(), "New facts".into())));
            }
        }
        file.sign_off(&actor(), now(), &signing(id(2)), &outcome("Minimal"))
            .unwrap();
        assert!(file.check().unwrap().sound(), "{name}");
        opened.push(name);
    }
    opened.sort();
    let forms = [
        "form-1-encrypted.aims",
        "form-1-plain.aims",
        "form-2-encrypted.aims",
        "form-2-plain.aims",
    ];
    assert!(
        forms
            .iter()
            .all(|form| opened.iter().any(|name| name == form)),
        "{opened:?}"
    );
}

/// Makes the sample files of the newest form. Run by hand once per form, before its release:
/// `cargo test -p store --test backups make_sample_files -- --ignored`.
#[test]
#[ignore = "makes files that are kept; run by hand once per form"]
fn make_sample_files() {
    for name in ["form-2-plain.aims", "form-2-encrypted.aims"] {
        let actor = actor();
        let new = NewFile {
            organisation: "Veldkamp",
            file_id: &uuid(0xf11e),
            organisation_id: id(1),
            actor: &actor,
            now: now(),
        };
        let mut file = ClientFile::create(&samples().join(name), sample_key(name), &new).unwrap();
        file.add_record(&actor, now(), id(2), RecordKind::System, "HR screening")
            .unwrap();
        file.add_record(&actor, now(), id(3), RecordKind::Person, "M. Sanders")
            .unwrap();
        for (question, value) in [
            ("unit", Value::Text("Überwachung".into())),
            ("stage", Value::One("in-use".into())),
            ("roles", Value::Many(["yes", "no"].map(Into::into).into())),
            ("owner", Value::Records(vec![id(3)])),
        ] {
            let answer = Some(Answer::given(value));
            file.record_answer(&actor, now(), &id(2), &asked(question), answer)
                .unwrap();
        }
        file.attach(&actor, now(), &id(2), &uuid(50), "policy.txt", b"a policy")
            .unwrap();
        file.rename(&actor, now(), &id(2), "Screening").unwrap();
        file.undo(&actor, now()).unwrap();
        file.sign_off(&actor, now(), &signing(id(2)), &outcome("High-risk"))
            .unwrap();
        file.reopen(&actor, now(), &id(2), &ASSESSMENT.into(), "New facts")
            .unwrap();
        file.save_setting(&actor, now(), "view", Some("{}"))
            .unwrap();
    }
}

#[test]
fn a_file_gets_another_key_and_stays_the_same_file() {
    let Place { folder, path } = place();
    let mut file = create(&path, Key::Unencrypted);
    file.add_record(&actor(), now(), id(2), RecordKind::System, "System")
        .unwrap();
    file.attach(&actor(), now(), &id(2), &uuid(50), "a.txt", &[9; 300_000])
        .unwrap();
    let other = || Key::Passphrase(Passphrase::new("another 'one\" é"));
    for key in [secret(), other(), Key::Unencrypted] {
        let dossier = file.dossier(now()).unwrap();
        file = file.change_key(&actor(), now(), key.clone()).unwrap();
        assert_eq!(file.dossier(now()).unwrap(), dossier);
        assert_eq!(file.is_encrypted(), key.encrypts());
        drop(file);
        if key.encrypts() {
            let bytes = std::fs::read(&path).unwrap();
            assert!(!String::from_utf8_lossy(&bytes).contains("Veldkamp"));
            let wrong = Key::Passphrase(Passphrase::new("x"));
            assert!(matches!(
                open(&path, wrong),
                Err(StoreError::WrongPassphrase)
            ));
        }
        assert_eq!(bytes_below(folder.path()).len(), 1);
        file = open(&path, key).unwrap();
        assert!(file.check().unwrap().sound());
        // Search, the log and undo go on where they were.
        let query = store::ListQuery {
            search: "system".into(),
            ..store::ListQuery::of(RecordKind::System)
        };
        assert_eq!(file.list(&query).unwrap().total, 1);
        file.undo(&actor(), now()).unwrap();
        file.redo(&actor(), now()).unwrap();
        file.rename(&actor(), now(), &id(2), "Other").unwrap();
        file.undo(&actor(), now()).unwrap();
        assert_eq!(file.record(&id(2)).unwrap().unwrap().name, "System");
    }
    let empty = Key::Passphrase(Passphrase::new(""));
    assert!(matches!(
        file.change_key(&actor(), now(), empty),
        Err(StoreError::PassphraseUnusable)
    ));
    assert!(
        open(&path, Key::Unencrypted).is_ok(),
        "a refused key leaves the old one"
    );
}
