//! Impact assessments through the commands the page sends: prefilled steps, benefits and harms, risks made
//! from harms, signing and reopening.

use crate::bench::Bench;
use serde_json::{Value, json};

const WHOLE: &str = "impact-assessment";

fn one(option: &str) -> Value {
    json!({ "kind": "one", "option": option })
}

fn text(words: &str) -> Value {
    json!({ "kind": "text", "text": words })
}

fn step(bench: &Bench, questionnaire: &str, record: &str, section: &str) -> Value {
    bench.ok(
        "assessment_step",
        json!({ "questionnaire": questionnaire, "record": record, "section": section }),
    )
}

fn table(bench: &Bench, record: &str) -> Value {
    bench.ok("impact_table", json!({ "record": record }))
}

fn list(bench: &Bench, narrowed: Value) -> Value {
    let mut query = json!({ "search": "", "state": null, "owed": false, "offset": 0, "limit": 50 });
    for (name, wanted) in narrowed.as_object().unwrap() {
        query[name] = wanted.clone();
    }
    bench.ok("list_impacts", query)
}

fn sign(bench: &Bench, questionnaire: &str, record: &str) -> Result<Value, Value> {
    bench.call(
        "sign_assessment",
        json!({ "questionnaire": questionnaire, "record": record, "signer": "L. Okafor", "signerRole": "Board", "remark": "" }),
    )
}

/// A harm with all four scales before and after measures.
fn harm(bench: &Bench, system: &str, name: &str) -> String {
    let added = bench.ok(
        "add_impact",
        json!({ "system": system, "harm": true, "name": name }),
    );
    let id = added["value"]["id"].as_str().unwrap().to_owned();
    for infix in ["", "after-"] {
        for (scale, option) in [
            ("severity", "considerable"),
            ("scale", "some"),
            ("reversibility", "partly"),
            ("likelihood", "likely"),
        ] {
            bench.give(&id, &format!("impact-{infix}{scale}"), one(option));
        }
    }
    id
}

fn question<'s>(step: &'s Value, id: &str) -> &'s Value {
    let questions = step["step"]["questions"].as_array().unwrap();
    questions.iter().find(|one| one["id"] == id).expect(id)
}

#[test]
fn what_the_inventory_says_is_filled_in_and_changed_there() {
    let bench = Bench::with_file("Veldkamp");
    let system = bench.add("system", "Letter sorter");
    bench.give(&system, "intended-purpose", text("Sorts letters"));
    bench.give(&system, "foreseeable-misuse", text("Sorting by tone"));
    let screen = step(&bench, WHOLE, &system, "system");
    let known = screen["known"].as_array().unwrap();
    let purpose = known
        .iter()
        .find(|one| one["question"] == "aia-purpose")
        .unwrap();
    assert_eq!(purpose["fact"]["counts"], true);
    assert_eq!(purpose["fact"]["value"]["text"], "Sorts letters");
    assert_eq!(purpose["fact"]["sources"][0]["questionnaire"], "inventory");
    assert_eq!(question(&screen, "aia-purpose")["standing"], "answered");
    assert_eq!(question(&screen, "aia-purpose")["answer"], Value::Null);
    assert_eq!(screen["review"], "aia-review-system");
    bench.give(&system, "intended-purpose", text("Sorts parcels"));
    let screen = step(&bench, WHOLE, &system, "system");
    assert_eq!(screen["known"][0]["fact"]["value"]["text"], "Sorts parcels");
}

#[test]
fn a_level_stands_only_where_every_value_is_and_hidden_ones_never_count() {
    let bench = Bench::with_file("Veldkamp");
    let system = bench.add("system", "Letter sorter");
    let id = harm(&bench, &system, "Late letter");
    let found = table(&bench, &system);
    assert_eq!(found["entries"][0]["after"]["level"]["id"], "high");
    assert_eq!(found["result"]["after"]["id"], "high");
    assert_eq!(found["result"]["unrated"], 0);
    bench.ok(
        "record_answer",
        json!({ "record": id, "question": "impact-after-scale", "answer": null }),
    );
    let found = table(&bench, &system);
    assert_eq!(found["entries"][0]["after"], Value::Null);
    assert_eq!(found["result"]["unrated"], 1);
    assert_eq!(
        found["entries"][0]["missing"],
        json!(["Scale, after measures"])
    );
    // As a benefit it is not asked whether it can be undone: the answer is kept and counts nowhere.
    bench.give(&id, "impact-after-scale", one("some"));
    bench.give(&id, "impact-after-reversibility", one("at-once"));
    let lighter = table(&bench, &system);
    assert_eq!(lighter["entries"][0]["after"]["level"]["id"], "moderate");
    bench.give(&id, "impact-direction", one("benefit"));
    let benefit = table(&bench, &system);
    assert_eq!(benefit["entries"][0]["after"]["level"]["id"], "high");
    assert_eq!(benefit["result"]["after"], Value::Null);
}

#[test]
fn a_harm_becomes_a_risk_in_one_act_and_once() {
    let bench = Bench::with_file("Veldkamp");
    let system = bench.add("system", "Letter sorter");
    let id = harm(&bench, &system, "Late letter");
    bench.give(&id, "impact-what", text("The answer comes too late"));
    let made = bench.ok("make_risk", json!({ "record": id }));
    let risk = made["value"]["id"].as_str().unwrap().to_owned();
    assert_eq!(made["value"]["kind"], "risk");
    assert_eq!(
        table(&bench, &system)["entries"][0]["risk"]["id"],
        risk.as_str()
    );
    let page = bench.ok("show_record", json!({ "record": risk }));
    let uses: Vec<&str> = page["usedBy"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["record"]["id"].as_str().unwrap())
        .collect();
    assert!(uses.contains(&id.as_str()), "the risk knows its harm");
    bench.refused("make_risk", json!({ "record": id }));
    bench.ok("undo", Value::Null);
    assert_eq!(table(&bench, &system)["entries"][0]["risk"], Value::Null);
    let risks = bench.ok(
        "list_records",
        json!({ "kind": "risk", "search": "", "retired": false, "offset": 0, "limit": 10 }),
    );
    assert_eq!(risks["total"], 0, "one act, undone as one");
}

#[test]
fn what_is_not_ready_is_refused_and_what_is_signed_is_closed() {
    let bench = Bench::new();
    bench.answer_dialog("sample.aims");
    bench.ok("create_sample", json!({ "passphrase": null }));
    let page = list(&bench, json!({}));
    let named = |name: &str| {
        let rows = page["rows"].as_array().unwrap();
        let row = rows
            .iter()
            .find(|row| row["system"]["name"] == name)
            .expect(name);
        (
            row["system"]["id"].as_str().unwrap().to_owned(),
            row.clone(),
        )
    };
    let (drafting, begun) = named("Support reply drafting");
    let (fraud, overdue) = named("Payment fraud detection");
    let (credit, ready) = named("Consumer credit score");
    assert_eq!(begun["assessments"][0]["state"], "under-way");
    assert_eq!(overdue["assessments"][0]["state"], "overdue");
    assert_eq!(ready["assessments"][0]["state"], "ready");
    assert_eq!(ready["assessments"][1]["owed"], "owed");
    assert_eq!(begun["assessments"][1]["owed"], "not-owed");
    assert_eq!(
        list(&bench, json!({ "state": "overdue" }))["rows"][0]["system"]["id"],
        fraud.as_str()
    );

    let refused = sign(&bench, WHOLE, &drafting).unwrap_err();
    let message = refused["message"].as_str().unwrap();
    assert!(
        message.contains("to correct: Trigger and scope"),
        "{message}"
    );
    assert!(
        sign(&bench, "eu-ai-act", &credit).is_err(),
        "only what is asked here"
    );

    let signed = sign(&bench, WHOLE, &credit).unwrap();
    assert_eq!(signed["value"]["number"], 1);
    let entry = table(&bench, &credit)["entries"][0]["record"]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    for (record, question) in [(&credit, "aia-scope"), (&entry, "impact-party")] {
        let answer = json!({ "state": "given", "value": text("Something else"), "note": "" });
        bench.refused(
            "record_answer",
            json!({ "record": record, "question": question, "answer": answer }),
        );
    }
    bench.refused(
        "add_impact",
        json!({ "system": credit, "harm": true, "name": "Another" }),
    );
    let compare = json!({ "questionnaire": WHOLE, "record": credit, "before": 1, "after": null });
    assert_eq!(bench.ok("compare_assessment", compare.clone()), json!([]));
    assert_eq!(list(&bench, json!({ "state": "signed" }))["matching"], 1);

    bench.ok(
        "reopen_assessment",
        json!({ "questionnaire": WHOLE, "record": credit, "reason": "New figures" }),
    );
    bench.give(&entry, "impact-after-likelihood", one("rare"));
    let moved = bench.ok("compare_assessment", compare);
    let groups: Vec<&str> = moved
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["group"].as_str().unwrap())
        .collect();
    assert!(
        groups.contains(&"entries") && groups.contains(&"result"),
        "{moved}"
    );
    let second = sign(&bench, WHOLE, &credit).unwrap();
    assert_eq!(second["value"]["number"], 2);
}

#[test]
fn three_assessments_keep_three_outcomes() {
    let bench = Bench::new();
    bench.answer_dialog("sample.aims");
    bench.ok("create_sample", json!({ "passphrase": null }));
    let page = list(&bench, json!({ "search": "Consumer credit" }));
    let credit = page["rows"][0]["system"]["id"].as_str().unwrap().to_owned();
    sign(&bench, WHOLE, &credit).unwrap();
    sign(&bench, "dpia", &credit).unwrap();
    let states = |bench: &Bench| {
        let page = list(bench, json!({ "search": "Consumer credit" }));
        let all = page["rows"][0]["assessments"].as_array().unwrap().clone();
        all.iter()
            .map(|one| one["state"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(states(&bench), ["signed", "under-way", "signed"]);
    // The open answer of one assessment is no answer of another.
    let screen = step(&bench, "fria", &credit, "process");
    assert_eq!(screen["owed"]["owed"], "owed");
    assert_eq!(screen["signed"], Value::Null);
    assert!(sign(&bench, "fria", &credit).is_err());
}

#[test]
fn what_nobody_knows_yet_in_an_assessment_is_a_to_do() {
    let bench = Bench::with_file("Veldkamp");
    let system = bench.add("system", "Letter sorter");
    let before = bench.ok("journey", Value::Null)["toDos"].as_u64().unwrap();
    bench.ok(
        "record_answer",
        json!({ "record": system, "question": "aia-assessors", "answer": { "state": "not-known", "askedOf": null, "note": "" } }),
    );
    let to_dos = bench.ok("to_dos", Value::Null);
    let found = to_dos
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["question"] == "aia-assessors");
    assert_eq!(found.unwrap()["assessment"], WHOLE);
    assert_eq!(bench.ok("journey", Value::Null)["toDos"], json!(before + 1));
}
