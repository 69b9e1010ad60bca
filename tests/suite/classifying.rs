//! A system is classified through the commands the page sends.

use crate::bench::Bench;
use serde_json::{Value, json};

/// The answers that make a bought everyday tool minimal.
const EVERYDAY: [(&str, &[&str]); 7] = [
    ("act-object", &["system"]),
    ("how-it-works", &["learned"]),
    ("kept-for", &[]),
    ("our-part", &["use"]),
    ("our-seat", &["eu"]),
    ("functions", &["writes-text"]),
    ("fields", &[]),
];

fn screen(bench: &Bench, record: &str, question: Option<&str>) -> Value {
    let request =
        json!({ "record": record, "question": question, "after": null, "optional": false });
    bench.ok("classification_question", request)
}

fn result(bench: &Bench, record: &str, on: Option<&str>) -> Value {
    bench.ok(
        "classification_result",
        json!({ "record": record, "on": on }),
    )
}

/// Chooses options of a question, as one or as several.
fn choose(bench: &Bench, record: &str, question: &str, options: &[&str]) {
    let asked = screen(bench, record, Some(question));
    let value = match asked["question"]["view"]["kind"].as_str().unwrap() {
        "single" => json!({ "kind": "one", "option": options[0] }),
        "multi" => json!({ "kind": "many", "options": options }),
        other => panic!("{question} is of kind {other}"),
    };
    bench.give(record, question, value);
}

fn list(bench: &Bench, search: &str, class: Option<&str>, state: Option<&str>) -> Value {
    bench.ok(
        "list_classifications",
        json!({ "search": search, "class": class, "state": state, "offset": 0, "limit": 50 }),
    )
}

#[test]
fn an_everyday_tool_is_led_to_minimal_by_what_is_asked() {
    let bench = Bench::with_file("Veldkamp");
    let id = bench.add("system", "Spelling helper");
    let first = screen(&bench, &id, None);
    assert_eq!(first["question"]["view"]["id"], "act-object");
    assert_eq!(first["strip"]["class"], Value::Null);
    assert!(first["strip"]["open"].as_u64().unwrap() > 20);
    assert_eq!(list(&bench, "", None, Some("not-started"))["matching"], 1);

    let mut asked = 0;
    loop {
        let screen = screen(&bench, &id, None);
        let Some(question) = screen["question"]["view"]["id"].as_str() else {
            break;
        };
        let (_, options) = EVERYDAY
            .iter()
            .find(|(known, _)| *known == question)
            .unwrap_or_else(|| panic!("{question} is asked"));
        choose(&bench, &id, question, options);
        asked += 1;
    }
    assert!(asked <= 8, "{asked}");
    let result = result(&bench, &id, None);
    assert_eq!(result["strip"]["class"]["id"], "minimal");
    assert_eq!(
        (&result["strip"]["settled"], &result["strip"]["open"]),
        (&json!(true), &json!(0))
    );
    assert_eq!(result["duties"][0]["role"], "Deployer");
    assert_eq!(result["duties"][0]["duties"][0]["id"], "O-LIT");

    let listed = list(&bench, "spelling", Some("minimal"), Some("settled"));
    assert_eq!(listed["rows"][0]["record"]["id"], json!(id));
    assert_eq!(
        (&listed["settled"], &listed["total"]),
        (&json!(1), &json!(1))
    );
    let steps = bench.ok("journey", Value::Null);
    let step = steps["steps"]
        .as_array()
        .unwrap()
        .iter()
        .find(|step| step["id"] == "classification")
        .unwrap();
    assert_eq!((&step["state"], &step["done"]), (&json!("done"), &json!(1)));
}

#[test]
fn each_option_says_what_it_leads_to_before_it_is_chosen() {
    let bench = Bench::with_file("Veldkamp");
    let id = bench.add("system", "Applicant ranking");
    for (question, options) in EVERYDAY.iter().take(5) {
        choose(&bench, &id, question, options);
    }
    choose(&bench, &id, "functions", &[]);
    choose(&bench, &id, "fields", &["work"]);
    choose(&bench, &id, "work-tasks", &["candidates"]);
    let asked = screen(&bench, &id, Some("profiles-anybody"));
    let effect = |option: &str| {
        let effects = asked["question"]["effects"].as_array().unwrap();
        effects
            .iter()
            .find(|effect| effect["option"] == option)
            .unwrap_or_else(|| panic!("{asked}"))
            .clone()
    };
    assert_eq!(effect("yes")["class"]["id"], "high_risk_annex_iii");
    assert_eq!(effect("no")["settled"], false);
    assert!(effect("no")["open"].as_u64() > effect("yes")["open"].as_u64());

    choose(&bench, &id, "profiles-anybody", &["yes"]);
    let strip = &screen(&bench, &id, None)["strip"];
    assert_eq!(strip["class"]["id"], "high_risk_annex_iii");
    assert_eq!(strip["points"], json!(["4(a)"]));
    // The reason is a provision, and what decided is named with its question.
    let result = result(&bench, &id, None);
    let reasons = result["reasons"].as_array().unwrap();
    let high = reasons
        .iter()
        .find(|reason| reason["class"]["id"] == "high_risk_annex_iii")
        .unwrap();
    let decided: Vec<&Value> = high["decidedBy"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| &one["question"])
        .collect();
    assert!(decided.contains(&&json!("profiles-anybody")), "{high}");
    let turns = bench.ok("classification_turns", json!({ "record": id }));
    assert!(
        turns
            .as_array()
            .unwrap()
            .iter()
            .any(|turn| turn["question"] == "work-tasks" || turn["question"] == "fields")
    );
}

#[test]
fn an_answer_that_no_longer_matters_is_kept_and_shown_as_set_aside() {
    let bench = Bench::with_file("Veldkamp");
    let id = bench.add("system", "Applicant ranking");
    for (question, options) in EVERYDAY.iter().take(6) {
        choose(&bench, &id, question, options);
    }
    choose(&bench, &id, "fields", &["work"]);
    choose(&bench, &id, "work-tasks", &["candidates"]);
    assert_eq!(screen(&bench, &id, None)["setAside"], json!([]));
    choose(&bench, &id, "fields", &[]);
    let aside = screen(&bench, &id, None)["setAside"].clone();
    assert_eq!(aside[0]["question"], "work-tasks", "{aside}");
    let kept = screen(&bench, &id, Some("work-tasks"));
    assert_eq!(kept["question"]["view"]["standing"], "set-aside");
    assert_eq!(result(&bench, &id, None)["strip"]["class"]["id"], "minimal");
}

#[test]
fn what_nobody_knows_yet_is_a_to_do_that_leads_back_to_its_question() {
    let bench = Bench::with_file("Veldkamp");
    let id = bench.add("system", "Applicant ranking");
    let owner = bench.add("person", "Head of people");
    bench.give(
        &id,
        "owner",
        json!({ "kind": "records", "records": [owner] }),
    );
    let before = bench.ok("journey", Value::Null)["toDos"].as_u64().unwrap();
    let asked = screen(&bench, &id, None);
    assert_eq!(asked["owner"]["id"], json!(owner));
    bench.ok(
        "record_answer",
        json!({ "record": id, "question": "act-object", "answer": {
            "state": "not-known", "askedOf": owner, "note": "see the contract" } }),
    );
    // It stays open, and the next question is asked.
    let next = screen(&bench, &id, None);
    assert_eq!(next["question"]["view"]["id"], "how-it-works");
    assert_eq!(next["strip"]["toFindOut"], 1);
    let to_dos = bench.ok("to_dos", Value::Null);
    let to_do = &to_dos[0];
    assert_eq!(
        (&to_do["question"], &to_do["ofLaw"], &to_do["askedOf"]["id"]),
        (&json!("act-object"), &json!(true), &json!(owner))
    );
    assert_eq!(bench.ok("journey", Value::Null)["toDos"], json!(before + 1));
}

#[test]
fn another_day_is_another_law_and_nothing_is_stored_by_looking() {
    let bench = Bench::with_file("Veldkamp");
    let id = bench.add("system", "Applicant ranking");
    let today = result(&bench, &id, None);
    assert_eq!(
        (&today["on"], &today["today"]),
        (&json!("2026-11-22"), &json!("2026-11-22"))
    );
    let later = result(&bench, &id, Some("2028-01-01"));
    assert_eq!(later["on"], "2028-01-01");
    assert_eq!(
        bench.refused(
            "classification_result",
            json!({ "record": id, "on": "soon" })
        ),
        "failed"
    );
    let person = bench.add("person", "Head of people");
    assert_eq!(
        bench.refused(
            "classification_result",
            json!({ "record": person, "on": null })
        ),
        "failed"
    );
    assert_eq!(
        bench.refused(
            "classification_question",
            json!({ "record": id, "question": "no-such", "after": null, "optional": false })
        ),
        "refused"
    );
}
