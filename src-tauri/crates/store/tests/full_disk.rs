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

/// In a mount namespace of its own, so that nothing has to be cleaned up; a user without rights gets
/// one together with a user namespace.
#[test]
fn a_full_disk_refuses_the_change_and_keeps_the_rest() {
    let folder = tempfile::tempdir().unwrap();
    let script = r#"mount -t tmpfs -o size=3m none "$SMALL_DISK" && exec "$0" "$@""#;
    let mut seen = Vec::new();
    for namespace in ["-m", "-Urm"] {
        let output = std::process::Command::new("unshare")
            .args([namespace, "sh", "-c", script])
            .arg(std::env::current_exe().unwrap())
            .args([
                "--exact",
                "child_fills_the_disk",
                "--ignored",
                "--nocapture",
            ])
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
