//! A disk without room: what was saved stays, what cannot be saved is refused by name.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod common;

use common::*;
use content::RecordKind;
use std::path::Path;
use store::{Key, StoreError};

/// Fills the small disk it is given until a change is refused, then looks at everything.
#[test]
#[ignore = "run on a small disk by the test below"]
fn child_fills_the_disk() {
    let folder = std::env::var_os("SMALL_DISK").unwrap();
    let path = Path::new(&folder).join("client.aims");
    let mut file = create(&path, Key::Unencrypted);
    let mut saved = 0_u64;
    let refused = loop {
        let name = "x".repeat(2000);
        match file.add_record(&actor(), now(), id(100 + saved), RecordKind::System, &name) {
            Ok(_) => saved += 1,
            Err(error) => break error,
        }
    };
    assert!(matches!(refused, StoreError::DiskFull), "{refused:?}");
    assert!(saved > 50, "{saved}");
    assert_eq!(
        file.records(RecordKind::System).unwrap().len() as u64,
        saved
    );
    assert!(file.check().unwrap().sound());
    let backup = Path::new(&folder).join("backup.aims");
    assert!(matches!(
        file.backup_to(&backup, now()),
        Err(StoreError::DiskFull)
    ));
    assert!(!backup.exists());
    drop(file);
    let file = open(&path, Key::Unencrypted).unwrap();
    assert_eq!(
        file.records(RecordKind::System).unwrap().len() as u64,
        saved
    );
    assert!(file.check().unwrap().sound());
    assert_eq!(
        bytes_below(Path::new(&folder)).len(),
        1,
        "half a backup was left behind"
    );
    println!("the disk was full after {saved}");
}

/// Another program takes all room there is; then the last answers are given.
#[test]
#[ignore = "run on a small disk by the test below"]
fn child_saves_the_last_answers() {
    let folder = std::env::var_os("SMALL_DISK").unwrap();
    let path = Path::new(&folder).join("client.aims");
    let mut file = create(&path, secret());
    assert!(!file.is_short_of_room());
    let hog = Path::new(&folder).join("hog");
    let mut other = std::fs::File::create(&hog).unwrap();
    while std::io::Write::write(&mut other, &[1; 512]).is_ok_and(|written| written > 0) {}

    // What is large is refused and does not take the room of what is small.
    let large = vec![7; 900_000];
    for number in [50, 51] {
        let refused = file.attach(&actor(), now(), &id(1), &uuid(number), "a.pdf", &large);
        assert!(matches!(refused, Err(StoreError::DiskFull)), "{refused:?}");
    }
    assert!(!file.is_short_of_room());
    let mut saved = 0;
    loop {
        let answer = domain::Answer::given(domain::Value::Text(format!("answer {saved}")));
        match file.record_answer(&actor(), now(), &id(1), &asked("unit"), Some(answer)) {
            Ok(_) => saved += 1,
            Err(error) => {
                assert!(matches!(error, StoreError::DiskFull), "{error:?}");
                break;
            }
        }
        assert!(file.is_short_of_room());
        if saved == 40 {
            break;
        }
    }
    assert!(saved >= 20, "{saved}");
    assert!(file.check().unwrap().sound());
    drop(file);
    let mut file = open(&path, secret()).unwrap();
    let last = file.answer(&id(1), "unit").unwrap().unwrap();
    assert_eq!(
        last.value(),
        Some(&domain::Value::Text(format!("answer {}", saved - 1)))
    );
    assert!(file.is_short_of_room());

    // As soon as there is room again, some of it is held back again.
    std::fs::remove_file(&hog).unwrap();
    drop(other);
    file.save_setting(&actor(), now(), "view", Some("1"))
        .unwrap();
    assert!(!file.is_short_of_room());
    drop(file);
    assert_eq!(
        bytes_below(Path::new(&folder)).len(),
        1,
        "something was left"
    );
    println!("the disk was full after {saved}");
}

/// In a mount namespace of its own, so that nothing has to be cleaned up; a user without rights gets
/// one together with a user namespace.
fn on_a_small_disk(test: &str) {
    let folder = tempfile::tempdir().unwrap();
    let script = r#"mount -t tmpfs -o size=3m none "$SMALL_DISK" && exec "$0" "$@""#;
    let mut seen = Vec::new();
    for namespace in ["-m", "-Urm"] {
        let output = std::process::Command::new("unshare")
            .args([namespace, "sh", "-c", script])
            .arg(std::env::current_exe().unwrap())
            .args(["--exact", test, "--ignored", "--nocapture"])
            .env("SMALL_DISK", folder.path())
            .output()
            .unwrap();
        let out = String::from_utf8_lossy(&output.stdout).into_owned();
        if out.contains("the disk was full after") {
            return;
        }
        seen.push(format!(
            "{namespace}: {out}{}",
            String::from_utf8_lossy(&output.stderr)
        ));
    }
    panic!("no small disk could be mounted, or the test on it failed: {seen:#?}");
}

#[test]
fn a_full_disk_refuses_the_change_and_keeps_the_rest() {
    on_a_small_disk("child_fills_the_disk");
}

#[test]
fn the_last_answers_find_room_on_a_full_disk() {
    on_a_small_disk("child_saves_the_last_answers");
}
