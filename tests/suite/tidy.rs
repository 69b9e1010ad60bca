//! What must stay true of the code: who may depend on whom, who may do what.

use crate::bench::root;
use std::collections::BTreeSet;
use std::path::Path;

/// Every file below a folder with one of these endings, with its text, by path from the root.
pub fn files(folder: &str, endings: &[&str]) -> Vec<(String, String)> {
    fn walk(folder: &Path, endings: &[&str], into: &mut Vec<(String, String)>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let ending = path
                .extension()
                .map(|ending| ending.to_string_lossy().into_owned());
            if path.is_dir() {
                if !path.ends_with("node_modules") {
                    walk(&path, endings, into);
                }
            } else if ending.is_some_and(|ending| endings.contains(&ending.as_str())) {
                let name = path
                    .strip_prefix(root())
                    .unwrap()
                    .to_string_lossy()
                    .into_owned();
                into.push((name, std::fs::read_to_string(&path).unwrap()));
            }
        }
    }
    let mut found = Vec::new();
    walk(&root().join(folder), endings, &mut found);
    found.sort();
    assert!(!found.is_empty(), "{folder} has files to look at");
    found
}

/// The part of a source file that ships: without its tests.
fn shipped(text: &str) -> &str {
    let text = text.split("#![cfg(test)]").next().unwrap_or(text);
    text.split("#[cfg(test)]").next().unwrap_or(text)
}

/// Workspace crates that a crate may use.
const MAY_USE: [(&str, &[&str]); 6] = [
    ("content", &[]),
    ("domain", &["content"]),
    ("store", &["content", "domain"]),
    ("reports", &["content", "domain"]),
    ("exchange", &["content", "domain"]),
    (
        "cli",
        &["content", "domain", "store", "reports", "exchange"],
    ),
];

#[test]
fn dependencies_point_one_way() {
    for (name, allowed) in MAY_USE {
        let used = dependencies(&format!("src-tauri/crates/{name}/Cargo.toml"));
        let inside: BTreeSet<&str> = MAY_USE
            .iter()
            .map(|(name, _)| *name)
            .chain(["plumbline"])
            .filter(|name| used.contains(*name))
            .collect();
        let allowed: BTreeSet<&str> = allowed.iter().copied().collect();
        assert!(inside.is_subset(&allowed), "{name} uses {inside:?}");
    }
}

/// Names under `[dependencies]`, not those for tests.
fn dependencies(manifest: &str) -> BTreeSet<String> {
    let text = std::fs::read_to_string(root().join(manifest)).unwrap();
    let after = text.split("[dependencies]").nth(1).unwrap_or_default();
    after
        .lines()
        .take_while(|line| !line.starts_with('['))
        .filter_map(|line| line.split(['.', ' ', '=']).next())
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
        .collect()
}

#[test]
fn each_outside_thing_has_one_home() {
    for (what, home) in [
        ("tauri", ""),
        ("rusqlite", "store"),
        ("printpdf", "reports"),
        ("lopdf", "reports"),
        ("parley", "reports"),
        ("calamine", "exchange"),
        ("rust_xlsxwriter", "exchange"),
    ] {
        for (name, _) in MAY_USE {
            let used = dependencies(&format!("src-tauri/crates/{name}/Cargo.toml"));
            assert_eq!(used.contains(what), name == home, "{what} in {name}");
        }
        let app = dependencies("Cargo.toml");
        assert_eq!(app.contains(what), home.is_empty(), "{what} in the app");
    }
}

#[test]
fn domain_types_are_never_serialised() {
    for (path, text) in files("src-tauri/crates/domain/src", &["rs"]) {
        assert!(!text.contains("Serialize"), "{path}");
    }
    assert!(!dependencies("src-tauri/crates/domain/Cargo.toml").contains("serde"));
}

#[test]
fn only_wire_types_are_serialised_for_the_page() {
    for (path, text) in files("src-tauri/src", &["rs"]) {
        let may = path.contains("/wire/")
            || path.ends_with("preferences.rs")
            || path.ends_with("window.rs");
        assert!(may || !text.contains("Serialize"), "{path}");
    }
}

#[test]
fn only_store_speaks_sql() {
    let folders = ["content", "domain", "reports", "exchange", "cli"]
        .map(|name| format!("src-tauri/crates/{name}/src"));
    for folder in folders.iter().map(String::as_str).chain(["src-tauri/src"]) {
        for (path, text) in files(folder, &["rs"]) {
            for word in [
                "SELECT ",
                "INSERT INTO",
                "DELETE FROM",
                "PRAGMA ",
                "CREATE TABLE",
            ] {
                assert!(!shipped(&text).contains(word), "{path} has {word}");
            }
        }
    }
}

#[test]
fn only_content_reads_authored_files() {
    let folders =
        ["domain", "store", "exchange", "cli"].map(|name| format!("src-tauri/crates/{name}/src"));
    for folder in folders.iter().map(String::as_str).chain(["src-tauri/src"]) {
        for (path, text) in files(folder, &["rs"]) {
            let code: String = shipped(&text)
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"))
                .collect();
            assert!(!code.contains("assets/"), "{path}");
        }
    }
}

#[test]
fn domain_and_reports_do_no_io_and_read_no_clock() {
    for name in ["domain", "reports"] {
        for (path, text) in files(&format!("src-tauri/crates/{name}/src"), &["rs"]) {
            for word in [
                "std::fs",
                "std::env",
                "SystemTime",
                "Utc::now",
                "Local::now",
                "Instant::now",
                "Uuid::new",
                "thread_rng",
                "println!",
                "eprintln!",
            ] {
                assert!(!shipped(&text).contains(word), "{path} has {word}");
            }
        }
    }
}

#[test]
fn the_clock_and_new_ids_enter_at_one_place() {
    for (path, text) in files("src-tauri/src", &["rs"]) {
        if path.ends_with("outside.rs") {
            continue;
        }
        for word in ["Utc::now", "Local::now", "SystemTime"] {
            assert!(!shipped(&text).contains(word), "{path} has {word}");
        }
    }
}

#[test]
fn names_say_what_things_are() {
    for folder in ["src-tauri/src", "src-tauri/crates", "src-tauri/xtask/src"] {
        for (path, text) in files(folder, &["rs"]) {
            for line in text.lines() {
                let Some(rest) = ["struct ", "enum ", "trait ", "mod "]
                    .iter()
                    .find_map(|word| {
                        let line = line.trim_start();
                        let line = line
                            .strip_prefix("pub ")
                            .or_else(|| line.strip_prefix("pub(crate) "))
                            .unwrap_or(line);
                        line.strip_prefix(word)
                    })
                else {
                    continue;
                };
                let name: String = rest
                    .chars()
                    .take_while(|c| c.is_alphanumeric() || *c == '_')
                    .collect();
                for word in ["Manager", "Service", "Helper", "Util", "Info"] {
                    assert!(
                        !name.contains(word) && name.to_lowercase() != word.to_lowercase() + "s",
                        "{path}: {name}"
                    );
                }
            }
        }
    }
}

#[test]
fn no_shipped_code_gives_up() {
    for folder in ["src-tauri/src", "src-tauri/crates"] {
        for (path, text) in files(folder, &["rs"]) {
            if path.contains("/benches/")
                || path.contains("/tests/")
                || path.ends_with("/tests.rs")
                || path.contains("/examples/")
            {
                continue;
            }
            for word in [
                ".unwrap()",
                ".expect(\"",
                "panic!(",
                "todo!(",
                "unimplemented!(",
                "unreachable!(",
            ] {
                let at_fault = shipped(&text)
                    .lines()
                    .find(|line| line.contains(word) && !line.trim_start().starts_with("//"));
                assert!(at_fault.is_none(), "{path}: {at_fault:?}");
            }
        }
    }
}
