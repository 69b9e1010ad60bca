//! Duties, incidents and triage through the commands the page sends.

use crate::bench::Bench;
use serde_json::{Value, json};

const EVERYDAY: [(&str, &[&str]); 7] = [
    ("act-object", &["system"]),
    ("how-it-works", &["learned"]),
    ("kept-for", &[]),
    ("our-part", &["use"]),
    ("our-seat", &["eu"]),
    ("functions", &[]),
    ("fields", &[]),
];

fn value(question: &str, options: &[&str]) -> Value {
    let single = ["act-object", "our-seat", "profiles-anybody"].contains(&question);
    match single {
        true => json!({ "kind": "one", "option": options[0] }),
        false => json!({ "kind": "many", "options": options }),
    }
}

fn given(value: Value) -> Value {
    json!({ "state": "given", "value": value, "note": "" })
}

/// The answers of a row, as one act.
fn triage(bench: &Bench, records: &[&str], answers: &[(&str, &[&str])]) -> Value {
    let answers: Vec<Value> = records
        .iter()
        .flat_map(|record| {
            answers.iter().map(move |(question, options)| {
                json!({ "record": record, "question": question, "answer": given(value(question, options)) })
            })
        })
        .collect();
    bench.ok("triage_answers", json!({ "answers": answers }))
}

fn rows(bench: &Bench, search: &str, open_only: bool) -> Value {
    bench.ok(
        "list_triage",
        json!({ "search": search, "openOnly": open_only, "offset": 0, "limit": 50 }),
    )
}

fn duties(bench: &Bench, narrowed: Value) -> Value {
    let mut query = json!({
        "search": "", "system": null, "role": null, "owner": null, "urgency": null, "day": null,
        "offset": 0, "limit": 200,
    });
    for (name, wanted) in narrowed.as_object().unwrap() {
        query[name] = wanted.clone();
    }
    bench.ok("list_duties", query)
}

fn see_to(bench: &Bench, system: &str, duty: &str, answers: Value) -> Value {
    bench.ok(
        "see_to_duty",
        json!({ "system": system, "duty": duty, "role": "deployer", "answers": answers }),
    )
}

#[test]
fn many_systems_are_answered_together_and_undone_together() {
    let bench = Bench::with_file("Veldkamp");
    let systems: Vec<String> = (1..=3)
        .map(|number| bench.add("system", &format!("Tool {number}")))
        .collect();
    let empty = rows(&bench, "", false);
    assert_eq!(
        (&empty["total"], &empty["answered"]),
        (&json!(3), &json!(0))
    );
    assert_eq!(empty["columns"].as_array().unwrap().len(), EVERYDAY.len());
    assert_eq!(empty["rows"][0]["class"], Value::Null);

    let two: Vec<&str> = systems[..2].iter().map(String::as_str).collect();
    let done = triage(&bench, &two, &EVERYDAY);
    let label = done["undo"].as_str().unwrap();
    assert!(label.starts_with("gave 14 answers"), "{label}");
    let told = rows(&bench, "", false);
    assert_eq!(
        (&told["answered"], &told["settled"]),
        (&json!(2), &json!(2))
    );
    assert_eq!(told["rows"][0]["class"]["id"], "minimal");
    assert_eq!(told["rows"][0]["settled"], true);
    // The rail counts the same thing.
    let steps = bench.ok("journey", Value::Null)["steps"].clone();
    let step = |id: &str| {
        let mut steps = steps.as_array().unwrap().iter();
        steps.find(|step| step["id"] == id).unwrap()["done"].clone()
    };
    assert_eq!(step("classification"), told["settled"]);
    let left = rows(&bench, "", true);
    assert_eq!(left["matching"], 1);
    assert_eq!(left["rows"][0]["record"]["name"], "Tool 3");

    bench.ok("undo", Value::Null);
    assert_eq!(
        rows(&bench, "", false)["answered"],
        0,
        "one step back for both"
    );
    bench.ok("redo", Value::Null);
    assert_eq!(rows(&bench, "", false)["answered"], 2);
}

#[test]
fn what_the_inventory_knows_stands_in_the_cell_and_only_exact_facts_count() {
    let bench = Bench::with_file("Veldkamp");
    let organisation = bench.ok("session", Value::Null)["organisationId"]
        .as_str()
        .unwrap()
        .to_owned();
    let id = bench.add("system", "Letter sorter");
    bench.give(
        &organisation,
        "organisation-eu-nexus",
        json!({ "kind": "many", "options": ["established"] }),
    );
    bench.give(
        &id,
        "technique",
        json!({ "kind": "many", "options": ["machine-learning"] }),
    );
    let page = rows(&bench, "letter", false);
    let cell = |question: &str| {
        let columns = page["columns"].as_array().unwrap();
        let at = columns.iter().position(|one| one["question"] == question);
        page["rows"][0]["cells"][at.unwrap()].clone()
    };
    assert_eq!(
        cell("our-seat")["known"],
        json!({ "options": ["eu"], "counts": true })
    );
    assert_eq!(
        cell("how-it-works")["known"],
        json!({ "options": ["learned"], "counts": false })
    );
    assert_eq!(cell("how-it-works")["standing"], "open");
    assert_eq!(cell("fields")["known"], Value::Null);
}

#[test]
fn a_duty_gets_an_owner_a_date_and_a_state_where_it_stands() {
    let bench = Bench::with_file("Veldkamp");
    let id = bench.add("system", "Spelling helper");
    let person = bench.add("person", "Head of service");
    assert_eq!(duties(&bench, json!({}))["total"], 0);
    triage(&bench, &[&id], &EVERYDAY);

    let page = duties(&bench, json!({}));
    let row = &page["rows"][0];
    assert_eq!(
        (&row["duty"], &row["effective"]),
        (&json!("O-LIT"), &json!("2025-02-02"))
    );
    assert_eq!(
        (&row["urgency"], &row["record"]),
        (&json!("binding"), &Value::Null)
    );
    let before = bench.ok("list_records", records_of("duty"))["total"].clone();
    assert_eq!(before, 0, "looking at the calendar makes no record");

    let owner = json!({ "kind": "records", "records": [person] });
    see_to(
        &bench,
        &id,
        "O-LIT",
        json!([
            { "question": "duty-owner", "answer": given(owner) },
            { "question": "duty-due", "answer": given(json!({ "kind": "date", "date": "2026-11-01" })) },
        ]),
    );
    let row = duties(&bench, json!({ "owner": person }))["rows"][0].clone();
    assert_eq!(
        (&row["urgency"], &row["daysLeft"]),
        (&json!("overdue"), &json!(-21))
    );
    assert_eq!(row["owner"]["name"], "Head of service");
    assert_eq!(duties(&bench, json!({ "owner": "" }))["matching"], 0);
    assert_eq!(
        duties(&bench, json!({ "urgency": "overdue" }))["matching"],
        1
    );
    assert_eq!(
        duties(&bench, json!({ "day": "2025-02-02" }))["matching"],
        1
    );
    assert_eq!(
        duties(&bench, json!({ "search": "literacy zebra" }))["matching"],
        0
    );

    // The second touch finds the same record.
    let done = given(json!({ "kind": "one", "option": "done" }));
    see_to(
        &bench,
        &id,
        "O-LIT",
        json!([{ "question": "duty-state", "answer": done }]),
    );
    assert_eq!(bench.ok("list_records", records_of("duty"))["total"], 1);
    let row = duties(&bench, json!({}))["rows"][0].clone();
    assert_eq!(
        (&row["urgency"], &row["state"]),
        (&json!("settled"), &json!("done"))
    );
    bench.ok("undo", Value::Null);
    bench.ok("undo", Value::Null);
    assert_eq!(duties(&bench, json!({}))["rows"][0]["record"], Value::Null);
    let stranger = bench.call(
        "see_to_duty",
        json!({ "system": id, "duty": "O-NOTHING", "role": "deployer", "answers": [] }),
    );
    assert!(stranger.is_err());
}

fn records_of(kind: &str) -> Value {
    json!({ "kind": kind, "search": "", "retired": false, "offset": 0, "limit": 10 })
}

#[test]
fn a_duty_that_is_owed_no_longer_stays_where_somebody_saw_to_it() {
    let bench = Bench::with_file("Veldkamp");
    let id = bench.add("system", "Applicant ranking");
    triage(&bench, &[&id], &EVERYDAY);
    let work: [(&str, &[&str]); 3] = [
        ("fields", &["work"]),
        ("work-tasks", &["candidates"]),
        ("profiles-anybody", &["yes"]),
    ];
    triage(&bench, &[&id], &work);
    let page = duties(&bench, json!({ "search": "D-HO" }));
    assert_eq!(page["rows"][0]["effective"], "2027-12-02");
    let begun = given(json!({ "kind": "one", "option": "under-way" }));
    see_to(
        &bench,
        &id,
        "D-HO",
        json!([{ "question": "duty-state", "answer": begun }]),
    );
    triage(&bench, &[&id], &[("fields", &[])]);
    let page = duties(&bench, json!({ "search": "D-HO" }));
    assert_eq!(page["matching"], 1);
    assert_eq!(page["rows"][0]["owed"], "no-longer");
    assert_eq!(duties(&bench, json!({ "search": "D-MON" }))["matching"], 0);
}

#[test]
fn an_incident_starts_the_clocks_and_says_whether_they_are_in_force() {
    let bench = Bench::with_file("Veldkamp");
    assert_eq!(bench.ok("list_incidents", Value::Null), json!([]));
    let id = bench.add("system", "Applicant ranking");
    triage(&bench, &[&id], &EVERYDAY);
    let work: [(&str, &[&str]); 3] = [
        ("fields", &["work"]),
        ("work-tasks", &["candidates"]),
        ("profiles-anybody", &["yes"]),
    ];
    triage(&bench, &[&id], &work);
    let incident = bench.add("incident", "Letters unread");
    let bare = bench.ok("list_incidents", Value::Null);
    assert_eq!(bare[0]["system"], Value::Null);
    assert!(bare[0]["missing"].as_array().unwrap().len() >= 4);

    for (question, value) in [
        (
            "incident-system",
            json!({ "kind": "records", "records": [id] }),
        ),
        (
            "incident-kinds",
            json!({ "kind": "many", "options": ["rights"] }),
        ),
        (
            "incident-causal",
            json!({ "kind": "one", "option": "likely" }),
        ),
        (
            "incident-roles",
            json!({ "kind": "many", "options": ["deployer"] }),
        ),
        (
            "incident-provider-reachable",
            json!({ "kind": "one", "option": "no" }),
        ),
        (
            "incident-aware-on",
            json!({ "kind": "date", "date": "2026-11-20" }),
        ),
    ] {
        bench.give(&incident, question, value);
    }
    let told = bench.ok("list_incidents", Value::Null)[0].clone();
    assert_eq!(told["class"]["id"], "high_risk_annex_iii");
    let clocks = told["clocks"].as_array().unwrap();
    let limit = clocks
        .iter()
        .find(|clock| clock["id"] == "fifteen-days")
        .unwrap();
    assert_eq!(
        (&limit["deadline"], &limit["daysLeft"]),
        (&json!("2026-12-05"), &json!(13))
    );
    assert_eq!(
        (&limit["inForce"], &limit["effective"]),
        (&json!(false), &json!("2027-12-02"))
    );
    assert_eq!(
        (&limit["certain"], &limit["duty"]),
        (&json!(true), &json!("D-MON"))
    );
    // Known earlier than was thought, and reported a day too late.
    for (question, date) in [
        ("incident-aware-on", "2026-11-05"),
        ("incident-reported-on", "2026-11-21"),
    ] {
        let value = json!({ "kind": "date", "date": date });
        bench.give(&incident, question, value);
    }
    let told = bench.ok("list_incidents", Value::Null)[0].clone();
    let clocks = told["clocks"].as_array().unwrap();
    let limit = clocks
        .iter()
        .find(|clock| clock["id"] == "fifteen-days")
        .unwrap();
    assert_eq!(
        (&limit["done"], &limit["late"]),
        (&json!("2026-11-21"), &json!(true))
    );
    // What stands in the calendar of duties is no link of the system.
    let shown = bench.ok("show_record", json!({ "record": id }));
    assert_eq!(shown["usedBy"][0]["record"]["id"], json!(incident));
}

#[test]
fn what_has_happened_does_not_lie_ahead() {
    let bench = Bench::with_file("Veldkamp");
    let incident = bench.add("incident", "Letters unread");
    for question in [
        "incident-happened-on",
        "incident-aware-on",
        "incident-causal-on",
        "incident-provider-informed-on",
        "incident-chain-informed-on",
        "incident-reported-on",
        "incident-closed-on",
    ] {
        let on = |date: &str| json!({ "kind": "date", "date": date });
        let tomorrow =
            json!({ "record": incident, "question": question, "answer": given(on("2026-11-23")) });
        let refused = bench.call("record_answer", tomorrow).unwrap_err();
        assert_eq!(
            (&refused["code"], &refused["field"]),
            (&json!("refused"), &json!(question))
        );
        let message = refused["message"].as_str().unwrap();
        assert!(message.contains("after today"), "{message}");
        bench.give(&incident, question, on("2026-11-22"));
    }
    // What is planned may lie ahead.
    let system = bench.add("system", "Applicant ranking");
    let due = json!({ "kind": "date", "date": "2027-11-22" });
    bench.give(&system, "review-due", due);
}
