//! The method of impact assessments and reviews of sections: each slip in the shipped files is named.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use content::load::{File, load};
use content::{Flaw, Problem};
use std::fs;
use std::path::{Path, PathBuf};

fn files(folder: &Path, root: &Path, found: &mut Vec<(String, Vec<u8>)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, root, found);
        } else {
            let name = path.strip_prefix(root).unwrap();
            let name = name.to_string_lossy().replace('\\', "/");
            found.push((name, fs::read(&path).unwrap()));
        }
    }
}

/// Problems of the shipped content once `from` is `to` in one of its files.
fn problems(file: &str, from: &str, to: &str) -> Vec<Problem> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../assets");
    let mut all = Vec::new();
    let library = fs::read_dir(&root).unwrap();
    let library = library.map(|entry| entry.unwrap().path());
    let beside = ["fonts", "icc", "icons", "screenshots"];
    for folder in library.filter(|path| path.is_dir()) {
        let name = folder.file_name().unwrap().to_string_lossy().into_owned();
        if !beside.contains(&name.as_str()) {
            files(&folder, &root, &mut all);
        }
    }
    let (_, bytes) = all.iter_mut().find(|(name, _)| name == file).expect(file);
    let text = String::from_utf8(bytes.clone()).unwrap();
    assert!(text.contains(from), "{from}");
    *bytes = text.replacen(from, to, 1).into_bytes();
    let all = all.iter().map(|(path, bytes)| File {
        path: path.clone(),
        bytes,
    });
    load(all).err().unwrap_or_default()
}

fn check(file: &str, from: &str, to: &str, expected: &Flaw) {
    let found = problems(file, from, to);
    assert!(
        found
            .iter()
            .any(|one| one.file == file && one.what == *expected),
        "{to}: {found:?}"
    );
}

fn unknown(what: &'static str, id: &str) -> Flaw {
    let id = id.to_owned();
    Flaw::Unknown { what, id }
}

const METHOD: &str = "methods/impact.toml";

#[test]
fn the_shipped_content_itself_has_no_problem() {
    assert_eq!(problems(METHOD, "version = 1", "version = 2"), []);
}

#[test]
fn a_table_is_whole_and_never_falls() {
    let row = r#"slight = ["minor", "minor", "minor", "moderate"]"#;
    check(
        METHOD,
        row,
        r#"slight = ["minor", "minor"]"#,
        &Flaw::RowNotWhole(4),
    );
    check(METHOD, row, "", &Flaw::RowNotWhole(4));
    let falling = r#"slight = ["moderate", "minor", "minor", "moderate"]"#;
    check(METHOD, row, falling, &Flaw::Falls);
    let stray = r#"slight = ["minor", "minor", "minor", "large"]"#;
    check(METHOD, row, stray, &unknown("value", "large"));
    let low = r#"extreme = ["high", "very-high", "very-high", "very-high"]"#;
    let lower = r#"extreme = ["low", "low", "low", "low"]"#;
    check(METHOD, low, lower, &Flaw::Falls);
}

#[test]
fn a_method_looks_at_what_is_there() {
    check(
        METHOD,
        "question = \"aia-sensitive\"",
        "question = \"aia-nothing\"",
        &unknown("question", "aia-nothing"),
    );
    check(
        METHOD,
        "level = \"high\"",
        "level = \"huge\"",
        &unknown("level", "huge"),
    );
    check(
        METHOD,
        "duty = \"D-FRIA\"",
        "duty = \"D-NONE\"",
        &unknown("duty", "D-NONE"),
    );
    check(
        METHOD,
        "assessment = \"dpia\"",
        "assessment = \"inventory\"",
        &unknown("assessment", "inventory"),
    );
    let scale = "scale = \"impact-after-scale\"";
    check(
        METHOD,
        scale,
        "scale = \"impact-arises\"",
        &Flaw::OptionsDiffer("impact-scale".into()),
    );
}

#[test]
fn a_section_is_reviewed_by_a_question_of_its_own() {
    let file = "questionnaires/impact-assessment.toml";
    let wrong = Flaw::NoReview("aia-scope".into());
    check(
        file,
        "review = \"aia-review-scope\"",
        "review = \"aia-scope\"",
        &wrong,
    );
    let elsewhere = Flaw::NoReview("aia-review-data".into());
    check(
        file,
        "review = \"aia-review-scope\"",
        "review = \"aia-review-data\"",
        &elsewhere,
    );
}
