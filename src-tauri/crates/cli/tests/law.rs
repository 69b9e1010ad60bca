//! `plumb questions` and `plumb classify` as another program meets them. Ids come from the first verb and
//! go into the second, so nothing here depends on what the law says.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use serde_json::{Value as Json, json};
use std::io::Write;
use std::process::{Command, Stdio};

/// Calls `plumb` with words and standard input: exit code, stdout, stderr.
fn plumb(line: &str, input: &[u8]) -> (i32, String, String) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_plumb"))
        .args(line.split_whitespace())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A program that refuses the words reads nothing and closes the pipe.
    let _ = child.stdin.take().unwrap().write_all(input);
    let output = child.wait_with_output().unwrap();
    (
        output.status.code().unwrap(),
        String::from_utf8(output.stdout).unwrap(),
        String::from_utf8(output.stderr).unwrap(),
    )
}

#[track_caller]
fn done(line: &str, input: &[u8]) -> String {
    let (exit, out, err) = plumb(line, input);
    assert_eq!((exit, err.as_str()), (0, ""), "{line}");
    out
}

#[track_caller]
fn refused(line: &str, input: &[u8], exit: i32, parts: &[&str]) {
    let (given, out, err) = plumb(line, input);
    assert_eq!((given, out.as_str()), (exit, ""), "{err}");
    assert!(err.starts_with("plumb: "), "{err}");
    assert_eq!(err.trim_end().lines().count(), 1, "{err}");
    for part in parts {
        assert!(err.contains(part), "{err:?} does not say {part:?}");
    }
}

const CLASSIFY: &str = "classify --answers - --on 2026-11-22 --json";

fn law() -> Json {
    serde_json::from_str(&done("questions eu-ai-act --json", b"")).unwrap()
}

/// The first question of a kind.
fn asked(law: &Json, kind: &str) -> Json {
    let questions = law["questions"].as_array().unwrap();
    let found = questions.iter().find(|question| question["kind"] == kind);
    found
        .unwrap_or_else(|| panic!("no question is {kind}"))
        .clone()
}

fn id(thing: &Json) -> &str {
    thing["id"].as_str().unwrap()
}

fn answers(given: Json) -> Vec<u8> {
    json!({ "answers": given }).to_string().into_bytes()
}

fn classified(given: Json) -> Json {
    serde_json::from_str(&done(CLASSIFY, &answers(given))).unwrap()
}

/// Names of the fields in the order in which they are written.
fn fields(text: &str, indent: usize) -> Vec<&str> {
    let start = format!("{}\"", " ".repeat(indent));
    text.lines()
        .filter_map(|line| line.strip_prefix(&start)?.split_once("\":"))
        .map(|(name, _)| name)
        .collect()
}

#[test]
fn questions_are_listed_with_ids_kinds_options_conditions_and_help() {
    let law = law();
    assert_eq!(law["framework"], "eu-ai-act");
    assert_eq!(law["format"], "plumbline.questions");
    let questions = law["questions"].as_array().unwrap();
    assert!(!questions.is_empty());
    for question in questions {
        for field in ["id", "section", "kind", "answer", "label", "prompt"] {
            assert!(!question[field].as_str().unwrap().is_empty(), "{question}");
        }
        assert!(
            !question["conditions"].as_array().unwrap().is_empty(),
            "{question}"
        );
        for field in ["hint", "why", "cite", "good", "weak", "inside", "outside"] {
            assert!(question["help"][field].is_string(), "{question}");
        }
        for option in question["options"].as_array().unwrap() {
            assert!(!id(option).is_empty() && option["conditions"].is_array());
        }
    }
    assert!(
        questions
            .iter()
            .any(|question| question["help"]["outside"] != ""),
        "cases are handed on"
    );
    let text = done("questions eu-ai-act", b"");
    assert!(questions.iter().all(|question| text.contains(id(question))));
}

#[test]
fn nothing_answered_is_undetermined_in_the_documented_form() {
    let text = done(CLASSIFY, &answers(json!({})));
    let found: Json = serde_json::from_str(&text).unwrap();
    assert_eq!(found["headline"], "undetermined");
    assert_eq!(found["so_far"], Json::Null);
    for empty in ["classes", "annex_iii_points", "roles", "duties", "articles"] {
        assert_eq!(found[empty], json!([]), "{empty}");
    }
    assert!(!found["open_questions"].as_array().unwrap().is_empty());
    assert_eq!(found["on"], "2026-11-22");
    assert_eq!(
        fields(&text, 2)[..11],
        [
            "headline",
            "classes",
            "annex_iii_points",
            "roles",
            "duties",
            "articles",
            "open_questions",
            "would_change",
            "trace",
            "content_version",
            "on"
        ]
    );
    let owed = text.split("\"open_duties\": [").nth(1).unwrap();
    assert_eq!(
        fields(owed, 6)[..6],
        [
            "id",
            "role",
            "article",
            "formal_from",
            "effective_from",
            "unsettled"
        ]
    );
    assert_eq!(
        text,
        done(CLASSIFY, &answers(json!({}))),
        "same input, same bytes"
    );
}

#[test]
fn every_answer_form_is_taken_and_named_in_the_trace() {
    let law = law();
    let (single, multi) = (asked(&law, "single"), asked(&law, "multi"));
    let (one, many) = (&single["options"][0], &multi["options"][0]);
    let mut given = json!({});
    given[id(&single)] = one["id"].clone();
    given[id(&multi)] = json!([many["id"]]);
    let found = classified(given.clone());
    let open = found["open_questions"].as_array().unwrap();
    assert!(!open.contains(&single["id"]) && !open.contains(&multi["id"]));
    let decided = json!({ "question": multi["id"], "option": many["id"], "chosen": true });
    let trace = found["trace"].as_array().unwrap();
    assert!(
        trace
            .iter()
            .any(|finding| { finding["deciding"].as_array().unwrap().contains(&decided) })
    );
    // Said in three more ways: not known and null leave it open, "not applicable" settles it.
    for (said, is_open) in [
        (Json::Null, true),
        (json!({ "not_known": true }), true),
        (json!({ "not_applicable": "no such thing" }), false),
    ] {
        given[id(&single)] = said;
        let found = classified(given.clone());
        let open = found["open_questions"]
            .as_array()
            .unwrap()
            .contains(&single["id"]);
        let further = found["further_questions"].as_array().unwrap();
        assert_eq!(open || further.contains(&single["id"]), is_open);
    }
    given[id(&multi)] = json!([]);
    classified(given);
    let date = asked(&law, "date");
    classified(json!({ id(&date): "2027-03-01" }));
}

#[test]
fn an_unknown_id_names_the_nearest_right_one() {
    let law = law();
    let single = asked(&law, "single");
    let option = id(&single["options"][0]);
    let mut given = json!({});
    given[format!("{}x", id(&single))] = json!(option);
    let nearest = format!("“{}”", id(&single));
    refused(
        CLASSIFY,
        &answers(given),
        1,
        &["There is no question", &nearest],
    );
    let mut given = json!({});
    given[id(&single)] = json!(format!("{option}x"));
    refused(
        CLASSIFY,
        &answers(given),
        1,
        &["has no option", &format!("“{option}”")],
    );
    refused("questions eu-ai-atc --json", b"", 2, &["“eu-ai-act”"]);
    refused(
        "classify --framework ai --answers -",
        b"",
        2,
        &["“eu-ai-act”"],
    );
}

#[test]
fn an_unknown_id_shows_what_is_not_seen_in_it() {
    let law = law();
    let single = asked(&law, "single");
    let hidden = "\u{1b}[2J\u{202e}\u{200b}a\nplumb: all is well";
    let shown = "“\\u{1b}[2J\\u{202e}\\u{200b}a\\nplumb: all is well”";
    refused(CLASSIFY, &answers(json!({ hidden: true })), 1, &[shown]);
    let option = answers(json!({ id(&single): hidden }));
    refused(CLASSIFY, &option, 1, &[shown]);
    let fields = serde_json::to_vec(&json!({ "answers": {}, hidden: 1 })).unwrap();
    refused(CLASSIFY, &fields, 1, &["\\u{1b}[2J", "\\nplumb"]);
    let long = answers(json!({ "x".repeat(100_000): true }));
    let (_, _, err) = plumb(CLASSIFY, &long);
    assert!(err.len() < 1000, "{} bytes", err.len());
    refused("classify\u{9b} --json", b"", 2, &["“classify\\u{9b}”"]);
}

#[test]
fn wrong_forms_are_named() {
    let law = law();
    let (single, multi, date) = (
        asked(&law, "single"),
        asked(&law, "multi"),
        asked(&law, "date"),
    );
    let option = &single["options"][0]["id"];
    for (question, value) in [
        (&single, json!(true)),
        (&single, json!(1)),
        (&single, json!([option])),
        (&single, json!({ "value": option })),
        (&single, json!({ "not_known": false })),
        (&multi, json!(multi["options"][0]["id"])),
        (&multi, json!([1])),
        (&date, json!("tomorrow")),
        (&date, json!("2027-02-30")),
        (&date, json!(20270301)),
    ] {
        let form = question["answer"].as_str().unwrap();
        let given = answers(json!({ id(question): value }));
        refused(
            CLASSIFY,
            &given,
            1,
            &[id(question), "cannot be answered with", form],
        );
    }
    let reasonless = answers(json!({ id(&single): { "not_applicable": " " } }));
    refused(CLASSIFY, &reasonless, 1, &[id(&single), "reason"]);
    let twice = format!(
        "{{\"answers\": {{\"{0}\": {option}, \"{0}\": {option}}}}}",
        id(&single)
    );
    refused(CLASSIFY, twice.as_bytes(), 1, &["answered twice"]);
}

#[test]
fn what_is_no_json_or_too_much_of_it_ends_in_a_sentence() {
    for broken in ["", "{", "nonsense", "{\"answers\": {}} more", "\u{0}"] {
        refused(
            CLASSIFY,
            broken.as_bytes(),
            1,
            &["Standard input is not JSON"],
        );
    }
    refused(
        CLASSIFY,
        b"\xff\xfe{\0}\0",
        1,
        &["Standard input is not JSON"],
    );
    for other in [
        "[]",
        "{}",
        "null",
        "{\"answers\": []}",
        "{\"answers\": {}, \"on\": 1}",
        "{\"answer\": {}}",
    ] {
        refused(CLASSIFY, other.as_bytes(), 1, &["JSON of another form"]);
    }
    let deep = format!("{{\"answers\": {{\"a\": {}", "[".repeat(100_000));
    refused(CLASSIFY, deep.as_bytes(), 1, &["nested too deeply"]);
    let large = format!("{{\"answers\": {{}}{}}}", " ".repeat(1 << 20));
    refused(CLASSIFY, large.as_bytes(), 1, &["too large"]);
    refused(
        "classify --answers /nowhere/at/all.json",
        b"",
        1,
        &["could not be read"],
    );
    refused(
        "classify --answers - --on soon",
        b"",
        2,
        &["“soon” is not a date"],
    );
    refused("classify --json", b"", 2, &["--answers FILE is missing"]);
}

#[test]
fn a_file_is_read_as_standard_input_is() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("answers.json");
    // With the mark that some programs put before a text.
    std::fs::write(&file, b"\xef\xbb\xbf{\"answers\": {}}").unwrap();
    let line = CLASSIFY.replace("--answers -", &format!("--answers {}", file.display()));
    assert_eq!(done(&line, b""), done(CLASSIFY, b"{\"answers\": {}}"));
    let text = done(&line.replace(" --json", ""), b"");
    assert!(
        text.starts_with("Class: undetermined\nOn: 2026-11-22\n"),
        "{text}"
    );
    assert!(text.contains("Open: "), "{text}");
}
