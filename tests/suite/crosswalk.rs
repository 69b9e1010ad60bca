//! Frameworks beside each other, the gap between certificate and law, and contradictions, through the
//! commands the page sends.

use crate::bench::Bench;
use serde_json::{Value, json};

fn compare(bench: &Bench, one: &str, other: &str) -> Value {
    bench.ok("compare_frameworks", json!({ "one": one, "other": other }))
}

fn row<'v>(page: &'v Value, id: &str) -> &'v Value {
    let mut rows = page["rows"].as_array().unwrap().iter();
    rows.find(|row| row["requirement"]["id"] == id).unwrap()
}

fn gap(bench: &Bench, id: &str) -> Value {
    let all = bench.ok("legal_gaps", Value::Null);
    let mut gaps = all["gaps"].as_array().unwrap().iter();
    gaps.find(|gap| gap["id"] == id).unwrap().clone()
}

fn codes(bench: &Bench) -> Vec<String> {
    let smells = bench.ok("list_smells", Value::Null);
    let smells = smells.as_array().unwrap().iter();
    smells
        .map(|smell| smell["code"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn two_frameworks_are_read_in_both_directions_and_counted() {
    let bench = Bench::with_file("Veldkamp");
    let forth = compare(&bench, "nist-ai-rmf", "iso-42001");
    let back = compare(&bench, "iso-42001", "nist-ai-rmf");
    assert_eq!(forth["frameworks"].as_array().unwrap().len(), 4);
    assert_eq!(forth["caveat"], back["caveat"]);
    let link = &row(&forth, "nist-ai-rmf:GOVERN-2.3")["reuse"][0];
    assert_eq!(link["other"]["reference"], "5.1");
    assert_eq!(
        (&link["relation"], &link["reusable"], &link["backwards"]),
        (&json!("subset"), &json!("strongly"), &json!(false))
    );
    let link = &row(&back, "iso42001:5.1")["reuse"][0];
    assert_eq!(
        (&link["relation"], &link["basis"], &link["backwards"]),
        (&json!("superset"), &json!("listed-judged"), &json!(true))
    );
    for page in [&forth, &back] {
        let counts = page["counts"].as_array().unwrap().iter();
        let sum: u64 = counts.map(|count| count["rows"].as_u64().unwrap()).sum();
        assert_eq!(sum as usize, page["rows"].as_array().unwrap().len());
    }
    // Every two that can be chosen are there.
    for framework in forth["frameworks"].as_array().unwrap() {
        let beside = framework["beside"].as_array().unwrap();
        assert!(!beside.is_empty());
        for other in beside {
            let id = framework["id"].as_str().unwrap();
            compare(&bench, id, other.as_str().unwrap());
        }
    }
    bench.refused(
        "compare_frameworks",
        json!({ "one": "iso-42001", "other": "iso-42001" }),
    );
}

#[test]
fn the_overlap_adds_up() {
    let bench = Bench::with_file("Veldkamp");
    for least in [1, 4, 7] {
        let counted = bench.ok(
            "count_overlap",
            json!({ "base": "iso-42001", "least": least }),
        );
        assert_eq!(counted["total"], 70);
        let crossings = counted["crossings"].as_array().unwrap().iter();
        let sum: usize = crossings
            .map(|crossing| crossing["requirements"].as_array().unwrap().len())
            .sum();
        assert_eq!(sum, 70);
    }
    bench.refused("count_overlap", json!({ "base": "iso-27001", "least": 1 }));
}

#[test]
fn a_gap_follows_the_systems_and_what_is_done_about_their_duties() {
    let bench = Bench::with_file("Veldkamp");
    assert_eq!(gap(&bench, "X32")["standing"], "undecided");
    let id = bench.add("system", "Letter sorter");
    assert_eq!(
        gap(&bench, "X02")["standing"],
        "open",
        "nobody classified it"
    );
    let answers: Vec<Value> = [
        ("act-object", json!({ "kind": "one", "option": "system" })),
        ("how-it-works", json!({ "kind": "many", "options": ["learned"] })),
        ("kept-for", json!({ "kind": "many", "options": [] })),
        ("our-part", json!({ "kind": "many", "options": ["use"] })),
        ("our-seat", json!({ "kind": "one", "option": "eu" })),
        ("functions", json!({ "kind": "many", "options": [] })),
        ("fields", json!({ "kind": "many", "options": [] })),
    ]
    .into_iter()
    .map(|(question, value)| {
        json!({ "record": id, "question": question, "answer": { "state": "given", "value": value, "note": "" } })
    })
    .collect();
    bench.ok("triage_answers", json!({ "answers": answers }));
    assert_eq!(gap(&bench, "X02")["standing"], "settled");
    assert_eq!(gap(&bench, "X14")["standing"], "not-owed");
    assert_eq!(gap(&bench, "X34")["standing"], "not-kept");
    let literacy = gap(&bench, "X32");
    assert_eq!(
        (&literacy["standing"], &literacy["from"]),
        (&json!("open"), &json!("2025-02-02"))
    );
    assert_eq!(literacy["lines"][0]["system"]["id"], json!(id));
    assert_eq!(codes(&bench), ["duty-unseen"]);

    let done = json!([{ "question": "duty-state", "answer": { "state": "given", "value": { "kind": "one", "option": "done" }, "note": "" } }]);
    let see_to = |answers: &Value| {
        bench.ok(
            "see_to_duty",
            json!({ "system": id, "duty": "O-LIT", "role": "deployer", "answers": answers }),
        )
    };
    see_to(&done);
    assert_eq!(gap(&bench, "X32")["standing"], "settled");
    assert_eq!(codes(&bench), ["duty-done-unproven"]);
    let shown = json!([{ "question": "duty-evidence", "answer": { "state": "given", "value": { "kind": "text", "text": "Course of May" }, "note": "" } }]);
    see_to(&shown);
    assert!(codes(&bench).is_empty());
    bench.ok("undo", Value::Null);
    assert_eq!(codes(&bench), ["duty-done-unproven"]);
}

#[test]
fn a_contradiction_leads_to_the_question_that_holds_it() {
    let bench = Bench::with_file("Veldkamp");
    let id = bench.add("system", "Letter sorter");
    bench.give(
        &id,
        "review-due",
        json!({ "kind": "date", "date": "2020-01-01" }),
    );
    let smells = bench.ok("list_smells", Value::Null);
    let smell = &smells[0];
    assert_eq!(
        (&smell["code"], &smell["area"], &smell["values"]["due"]),
        (
            &json!("review-overdue"),
            &json!("review"),
            &json!("2020-01-01")
        )
    );
    let step = bench.ok(
        "wizard_step",
        json!({ "record": id, "section": smell["place"]["section"] }),
    );
    let mut questions = step["questions"].as_array().unwrap().iter();
    assert!(questions.any(|question| question["id"] == smell["place"]["question"]));
}
