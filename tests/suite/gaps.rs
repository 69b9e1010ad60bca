//! The gap analysis through the commands the page sends.

use crate::bench::Bench;
use serde_json::{Value, json};

fn one(option: &str) -> Value {
    json!({ "state": "given", "value": { "kind": "one", "option": option }, "note": "" })
}

fn text(words: &str) -> Value {
    json!({ "state": "given", "value": { "kind": "text", "text": words }, "note": "" })
}

fn begin(bench: &Bench, name: &str) -> String {
    let begun = bench.ok("begin_gap_run", json!({ "name": name }));
    begun["value"]["id"].as_str().unwrap().to_owned()
}

/// Says something of a requirement; the whole answer of the command.
fn judge(bench: &Bench, run: &str, reference: &str, answers: &[(&str, Value)]) -> Value {
    let answers: Vec<Value> = answers
        .iter()
        .map(|(question, answer)| json!({ "question": question, "answer": answer }))
        .collect();
    let requirement = format!("iso42001:{reference}");
    let request = json!({ "run": run, "requirement": requirement, "answers": answers });
    bench.ok("judge_requirement", request)
}

fn screen(bench: &Bench, run: &str) -> Value {
    bench.ok("gap_run", json!({ "record": run }))
}

fn judged(bench: &Bench, run: &str, reference: &str) -> Value {
    let screen = screen(bench, run);
    let mut rows = screen["rows"].as_array().unwrap().iter();
    rows.find(|row| row["reference"] == reference).unwrap()["judged"].clone()
}

fn results(bench: &Bench, run: &str) -> Value {
    bench.ok("gap_results", json!({ "record": run }))
}

#[test]
fn a_record_is_made_with_the_first_word_and_taken_back_with_it() {
    let bench = Bench::with_file("Veldkamp");
    let run = begin(&bench, "First look");
    let empty = screen(&bench, &run);
    assert_eq!(empty["rows"].as_array().unwrap().len(), 70);
    assert_eq!(empty["topics"].as_array().unwrap().len(), 16);
    assert_eq!(empty["run"]["score"]["unseen"], 70);
    assert_eq!(empty["run"]["score"]["percent"], Value::Null);
    assert_eq!(empty["run"]["on"], "2026-11-22");

    // Taking back what was never said makes no record.
    let nothing = judge(&bench, &run, "4.1", &[("finding-conformity", Value::Null)]);
    assert_eq!(nothing["value"]["record"], Value::Null);

    let said = judge(
        &bench,
        &run,
        "4.1",
        &[
            ("finding-exists", one("yes")),
            ("finding-conformity", one("met")),
        ],
    );
    let record = said["value"]["record"].clone();
    assert!(record.is_string());
    let again = judge(&bench, &run, "4.1", &[("finding-maturity", one("level-3"))]);
    assert_eq!(again["value"]["record"], record, "one record a requirement");
    assert_eq!(again["value"]["maturity"], 3);
    assert_eq!(screen(&bench, &run)["run"]["score"]["percent"], 100);

    bench.ok("undo", Value::Null);
    assert_eq!(judged(&bench, &run, "4.1")["maturity"], Value::Null);
    bench.ok("undo", Value::Null);
    assert_eq!(judged(&bench, &run, "4.1")["record"], Value::Null);
    bench.ok("redo", Value::Null);
    assert_eq!(judged(&bench, &run, "4.1")["exists"], "yes");
}

#[test]
fn what_counts_no_longer_is_kept_and_named() {
    let bench = Bench::with_file("Veldkamp");
    let run = begin(&bench, "First look");
    let answers = [
        ("finding-conformity", one("met")),
        ("finding-maturity", one("level-4")),
    ];
    judge(&bench, &run, "4.2", &answers);
    let aside = json!({ "state": "not-applicable", "reason": "One person.", "note": "" });
    let said = judge(&bench, &run, "4.2", &[("finding-conformity", aside)]);
    assert_eq!(said["value"]["conformity"], "not-applicable");
    assert_eq!(said["value"]["reason"], "One person.");
    assert_eq!(said["value"]["setAside"], json!(["Maturity"]));
    let score = &screen(&bench, &run)["run"]["score"];
    assert_eq!(
        (
            &score["judged"],
            &score["notApplicable"],
            &score["maturityJudged"]
        ),
        (&json!(0), &json!(1), &json!(0))
    );
    let blank = json!({ "state": "not-applicable", "reason": " ", "note": "" });
    let requirement = "iso42001:4.2";
    let refused = bench.refused(
        "judge_requirement",
        json!({ "run": run, "requirement": requirement, "answers": [{ "question": "finding-conformity", "answer": blank }] }),
    );
    assert!(!refused.is_empty());
}

#[test]
fn credit_is_proposed_to_a_certified_organisation_and_somebody_stands_for_it() {
    let bench = Bench::with_file("Veldkamp");
    let run = begin(&bench, "First look");
    let proposals = |bench: &Bench| {
        let screen = screen(bench, &run);
        let mut rows = screen["rows"].as_array().unwrap().iter();
        let row = rows.find(|row| row["reference"] == "A.6.2.8").unwrap();
        row["proposals"].as_array().unwrap().len()
    };
    assert_eq!(proposals(&bench), 0);
    let organisation = bench.ok("session", Value::Null)["organisationId"]
        .as_str()
        .unwrap()
        .to_owned();
    let certified = json!({ "kind": "many", "options": ["iso-27001"] });
    bench.give(&organisation, "organisation-certificates", certified);
    assert_eq!(proposals(&bench), 2);
    let answers = [
        ("finding-credit", one("part")),
        ("finding-credit-evidence", text("Log procedure")),
    ];
    let said = judge(&bench, &run, "A.6.2.8", &answers);
    assert_ne!(
        said["value"]["creditBy"], "",
        "whoever works here stands for it"
    );
    assert_eq!(said["value"]["conformity"], "not-looked-at");
    let credit = &results(&bench, &run)["credit"];
    assert_eq!(credit["confirmed"], 1);
    assert!(credit["proposed"].as_u64().unwrap() > 40);
    let said = judge(&bench, &run, "A.6.2.8", &[("finding-credit", Value::Null)]);
    assert_eq!(said["value"]["creditBy"], "");
}

#[test]
fn a_photo_is_kept_with_the_requirement_it_was_taken_for() {
    let bench = Bench::with_file("Veldkamp");
    let run = begin(&bench, "First look");
    let request = json!({ "run": run, "requirement": "iso42001:7.5.3" });
    bench.dialogs.answer(None);
    let called_off = bench.ok("attach_to_requirement", request.clone());
    assert_eq!(called_off["value"], Value::Null);
    assert_eq!(judged(&bench, &run, "7.5.3")["record"], Value::Null);
    std::fs::write(bench.path("board.jpg"), b"bytes").unwrap();
    bench.answer_dialog("board.jpg");
    let attached = bench.ok("attach_to_requirement", request);
    assert_eq!(attached["value"]["files"], json!(["board.jpg"]));
}

#[test]
fn a_second_run_is_compared_with_the_first_and_a_gap_gets_its_action() {
    let bench = Bench::with_file("Veldkamp");
    let first = begin(&bench, "First look");
    judge(
        &bench,
        &first,
        "4.1",
        &[("finding-conformity", one("not-met"))],
    );
    judge(&bench, &first, "4.2", &[("finding-conformity", one("met"))]);
    let second = begin(&bench, "Second look");
    let gap = [
        ("finding-conformity", one("partly")),
        ("finding-severity", one("minor")),
    ];
    judge(&bench, &second, "4.1", &gap);
    let told = results(&bench, &second);
    assert_eq!(told["run"]["earlier"]["id"], json!(first));
    assert_eq!(told["moved"].as_array().unwrap().len(), 2);
    assert_eq!(told["moved"][0]["movement"], "better");
    assert_eq!(told["moved"][1]["movement"], "gone");
    assert!(!told["pictures"].as_array().unwrap().is_empty());
    assert_eq!(told["plan"][0]["action"], Value::Null);
    let action = json!({
        "run": second, "requirement": "iso42001:4.1", "name": "Write the roles down",
        "answers": [{ "question": "action-due", "answer": { "state": "given", "value": { "kind": "date", "date": "2026-11-01" }, "note": "" } }],
    });
    bench.ok("add_gap_action", action);
    let line = &results(&bench, &second)["plan"][0];
    assert_eq!(line["action"]["record"]["name"], "Write the roles down");
    assert_eq!(line["overdue"], true);
    let unseen =
        json!({ "run": second, "requirement": "iso42001:4.4", "name": "x", "answers": [] });
    bench.refused("add_gap_action", unseen);
}

#[test]
fn a_signed_run_is_closed_with_its_findings_until_it_is_reopened() {
    let bench = Bench::with_file("Veldkamp");
    let run = begin(&bench, "First look");
    judge(&bench, &run, "4.1", &[("finding-conformity", one("met"))]);
    let signature =
        json!({ "record": run, "signer": "L. Okafor", "signerRole": "Consultant", "remark": "" });
    assert_eq!(
        results(&bench, &run)["missing"],
        json!(["Scope of the run"])
    );
    bench.refused("sign_gap_run", signature.clone());
    bench.give(
        &run,
        "gap-analysis-scope",
        json!({ "kind": "text", "text": "Utrecht" }),
    );
    let signed = bench.ok("sign_gap_run", signature);
    assert_eq!(signed["value"]["number"], 1);
    assert_eq!(screen(&bench, &run)["run"]["signed"]["signer"], "L. Okafor");
    let change = |requirement: &str| json!({ "run": run, "requirement": requirement, "answers": [{ "question": "finding-conformity", "answer": one("partly") }] });
    // Neither what was said nor anything new can be said.
    bench.refused("judge_requirement", change("iso42001:4.1"));
    bench.refused("judge_requirement", change("iso42001:4.2"));
    bench.ok(
        "reopen_gap_run",
        json!({ "record": run, "reason": "A slip" }),
    );
    bench.ok("judge_requirement", change("iso42001:4.1"));
    let preview = bench.ok("preview_report", json!({ "kind": "gaps", "record": run }));
    assert!(!preview["sizes"].as_array().unwrap().is_empty());
}
