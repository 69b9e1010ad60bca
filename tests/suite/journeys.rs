//! What an officer does, through the commands the page sends.

use crate::bench::{Bench, PASSPHRASE, query, root};
use serde_json::{Value, json};

#[test]
fn a_file_is_made_filled_undone_locked_and_found_again() {
    let bench = Bench::with_file("Veldkamp");
    assert!(
        !std::fs::read(bench.path("client.aims"))
            .unwrap()
            .starts_with(b"SQLite format 3")
    );

    let id = bench.add("system", "Credit scoring");
    let changed = bench.give(
        &id,
        "intended-purpose",
        json!({ "kind": "text", "text": "Scores loans. " }),
    );
    assert!(
        changed["changed"]
            .as_array()
            .unwrap()
            .contains(&json!(format!("record:{id}")))
    );
    assert_eq!(
        changed["undo"],
        "answered “Intended purpose” of AI-001 Credit scoring"
    );

    let listed = bench.systems("credit", &["intended-purpose", "progress"]);
    assert_eq!(listed["matching"], 1);
    assert_eq!(listed["rows"][0]["record"]["reference"], "AI-001");
    assert_eq!(listed["rows"][0]["cells"][0], "Scores loans.");

    bench.ok("undo", Value::Null);
    assert_eq!(
        bench.systems("", &["intended-purpose"])["rows"][0]["cells"][0],
        Value::Null
    );
    bench.ok("redo", Value::Null);
    assert_eq!(
        bench.systems("", &["intended-purpose"])["rows"][0]["cells"][0],
        "Scores loans."
    );

    let locked = bench.ok("lock_file", Value::Null);
    assert_eq!(
        (&locked["locked"], &locked["organisation"]),
        (&json!(true), &json!("Veldkamp"))
    );
    assert_eq!(
        bench.refused(
            "list_systems",
            json!({ "query": query("", &[]), "offset": 0, "limit": 1 })
        ),
        "locked"
    );
    assert_eq!(
        bench.refused("unlock_file", json!({ "passphrase": "wrong one" })),
        "wrong-passphrase"
    );
    bench.ok("unlock_file", json!({ "passphrase": PASSPHRASE }));
    assert_eq!(bench.systems("", &[])["total"], 1);
    assert_eq!(
        bench.ok("session", Value::Null)["undo"],
        "answered “Intended purpose” of AI-001 Credit scoring"
    );

    bench.ok("close_file", Value::Null);
    assert_eq!(bench.refused("journey", Value::Null), "no-file");
    let start = bench.ok("start_screen", Value::Null);
    let recent = &start["recent"][0];
    assert_eq!(
        (&recent["organisation"], &recent["found"]),
        (&json!("Veldkamp"), &json!(true))
    );
    assert!(
        !start.to_string().contains(bench.path("").to_str().unwrap()),
        "the page never sees a path"
    );
    let token = &recent["token"];
    assert_eq!(
        bench.refused("open_file", json!({ "token": token, "passphrase": null })),
        "passphrase-needed"
    );
    let opened = bench.ok(
        "open_file",
        json!({ "token": token, "passphrase": PASSPHRASE }),
    );
    assert_eq!(opened["organisation"], "Veldkamp");
    assert_eq!(
        bench.ok("forget_recent", json!({ "token": token })),
        json!([])
    );
}

#[test]
fn hopeless_passphrases_are_refused_and_suggested_ones_are_not() {
    let bench = Bench::new();
    bench.answer_dialog("client.aims");
    let error = bench
        .call(
            "create_file",
            json!({ "organisation": "Acme", "passphrase": "acme2026" }),
        )
        .unwrap_err();
    assert_eq!(
        (&error["code"], &error["field"]),
        (&json!("weak-passphrase"), &json!("passphrase"))
    );
    assert!(!bench.path("client.aims").exists());

    let suggested = bench.ok("suggest_passphrase", Value::Null);
    assert_eq!(suggested.as_str().unwrap().split(' ').count(), 6);
    assert_ne!(suggested, bench.ok("suggest_passphrase", Value::Null));
    let advice = bench.ok("judge_passphrase", json!({ "passphrase": suggested }));
    assert_eq!(advice["strength"], "strong");
}

#[test]
fn a_file_that_is_there_is_never_replaced_and_a_closed_dialog_changes_nothing() {
    let bench = Bench::new();
    std::fs::write(bench.path("precious.aims"), "work of years").unwrap();
    bench.answer_dialog("precious.aims");
    let make = json!({ "organisation": "Acme", "passphrase": null });
    assert_eq!(bench.refused("create_file", make.clone()), "failed");
    assert_eq!(
        std::fs::read(bench.path("precious.aims")).unwrap(),
        b"work of years"
    );
    bench.dialogs.answer(None);
    assert_eq!(bench.ok("create_file", make), Value::Null);
    assert_eq!(bench.ok("session", Value::Null), Value::Null);
}

#[test]
fn an_answer_of_the_wrong_form_is_refused_at_its_field() {
    let bench = Bench::with_file("Veldkamp");
    let id = bench.add("system", "Chatbot");
    let error = bench
        .call(
            "record_answer",
            json!({ "record": id, "question": "lifecycle-stage", "answer": {
            "state": "given", "value": { "kind": "one", "option": "nonsense" }, "note": "" } }),
        )
        .unwrap_err();
    assert_eq!(
        (&error["code"], &error["field"]),
        (&json!("refused"), &json!("lifecycle-stage"))
    );
    assert!(error["message"].as_str().unwrap().contains("nonsense"));
    assert!(
        !error["message"]
            .as_str()
            .unwrap()
            .contains("lifecycle-stage"),
        "{error}"
    );
    let no_reason = json!({ "record": id, "question": "owner", "answer": {
        "state": "not-applicable", "reason": " ", "note": "" } });
    assert_eq!(bench.refused("record_answer", no_reason), "refused");
    assert_eq!(
        bench.refused(
            "wizard_step",
            json!({ "record": "nobody", "section": null })
        ),
        "gone"
    );
    assert_eq!(
        bench.refused("add_record", json!({ "kind": "system", "name": "  " })),
        "refused"
    );
}

#[test]
fn the_wizard_leads_and_what_is_set_aside_is_shown_as_such() {
    let bench = Bench::with_file("Veldkamp");
    let id = bench.add("system", "Chatbot");
    let first = bench.ok("wizard_step", json!({ "record": id, "section": null }));
    assert_eq!(
        (&first["position"], &first["previous"]),
        (&json!(1), &Value::Null)
    );
    let minutes = first["minutesLeft"].as_u64().unwrap();
    let identity = first["sections"][0].clone();
    for question in ["owner", "system-version", "external-reference"] {
        bench.ok(
            "record_answer",
            json!({ "record": id, "question": question, "answer": {
            "state": "not-applicable", "reason": "a trial", "note": "" } }),
        );
    }
    let later = bench.ok(
        "wizard_step",
        json!({ "record": id, "section": identity["id"] }),
    );
    assert!(later["minutesLeft"].as_u64().unwrap() < minutes, "{later}");
    assert!(
        later["sections"][0]["minutesLeft"].as_u64() < identity["minutesLeft"].as_u64(),
        "{later}"
    );
    let next = first["next"].as_str().unwrap();
    let second = bench.ok("wizard_step", json!({ "record": id, "section": next }));
    assert_eq!(second["previous"], first["section"]);

    // A follow-up appears with its condition, and its answer is set aside when that goes.
    let standing = |step: &Value, question: &str| {
        let questions = step["questions"].as_array().unwrap().clone();
        let found = questions.into_iter().find(|one| one["id"] == question);
        found.unwrap_or_else(|| panic!("{question} is not in the step"))["standing"].clone()
    };
    let yes = bench.give(
        &id,
        "personal-data",
        json!({ "kind": "one", "option": "yes" }),
    )["value"]
        .clone();
    assert_eq!(standing(&yes, "personal-data-kinds"), "open");
    let kinds = yes["questions"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["id"] == "personal-data-kinds")
        .unwrap()["options"][0]["id"]
        .clone();
    bench.give(
        &id,
        "personal-data-kinds",
        json!({ "kind": "many", "options": [kinds] }),
    );
    let no = bench.give(
        &id,
        "personal-data",
        json!({ "kind": "one", "option": "no" }),
    )["value"]
        .clone();
    assert_eq!(standing(&no, "personal-data-kinds"), "set-aside");
    let page = bench.ok("show_record", json!({ "record": id }));
    let fact = page["facts"]
        .as_array()
        .unwrap()
        .iter()
        .find(|fact| fact["question"] == "personal-data-kinds")
        .unwrap()
        .clone();
    assert_eq!(fact["standing"], "set-aside");
}

#[test]
fn a_record_that_was_undone_keeps_its_name_in_words_and_no_message_shows_an_id() {
    let bench = Bench::with_file("Veldkamp");
    let id = bench.add("system", "Chatbot");
    let undone = bench.ok("undo", Value::Null);
    assert!(
        undone["redo"].as_str().unwrap().contains("Chatbot"),
        "{undone}"
    );
    for (command, request) in [
        ("wizard_step", json!({ "record": id, "section": null })),
        ("show_record", json!({ "record": id })),
        (
            "record_answer",
            json!({ "record": id, "question": "owner", "answer": {
            "state": "not-known", "askedOf": null, "note": "" } }),
        ),
    ] {
        let error = bench.call(command, request).unwrap_err();
        assert_eq!(error["code"], "gone");
        assert!(!error["message"].as_str().unwrap().contains(&id), "{error}");
    }
    let rows = bench.ok(
        "list_history",
        json!({ "record": null, "question": null, "actor": null, "action": null, "from": null, "to": null, "before": null, "limit": 2 }),
    )["rows"]
        .clone();
    assert_eq!(
        (&rows[0]["from"], &rows[1]["to"]),
        (&json!("Chatbot"), &json!("Chatbot"))
    );
    assert_ne!(rows[0]["actionText"], rows[1]["actionText"]);
    let again = bench.ok("redo", Value::Null);
    assert!(
        again["undo"].as_str().unwrap().contains("Chatbot"),
        "{again}"
    );
}

#[test]
fn what_nobody_knows_becomes_a_to_do_with_whom_to_ask() {
    let bench = Bench::with_file("Veldkamp");
    let system = bench.add("system", "Chatbot");
    let person = bench.add("person", "Jo Example");
    let journey = bench.ok("journey", Value::Null);
    assert_eq!(journey["toDos"], 0);
    bench.ok(
        "record_answer",
        json!({ "record": system, "question": "vendor", "answer": {
        "state": "not-known", "askedOf": person, "note": "since March" } }),
    );
    let to_dos = bench.ok("to_dos", Value::Null);
    assert_eq!(to_dos[0]["askedOf"]["name"], "Jo Example");
    assert_eq!(to_dos[0]["note"], "since March");
    bench.give(
        &system,
        "review-due",
        json!({ "kind": "date", "date": "2026-01-31" }),
    );
    let to_dos = bench.ok("to_dos", Value::Null);
    assert_eq!(to_dos[0]["kind"], "review-overdue");
    let steps = bench.ok("journey", Value::Null)["steps"].clone();
    assert_eq!(
        (&steps[1]["id"], &steps[1]["state"]),
        (&json!("inventory"), &json!("attention"))
    );
    let mut wanted = query("", &["review-due"]);
    wanted["filters"]["review"] = json!("overdue");
    let overdue = bench.ok(
        "list_systems",
        json!({ "query": wanted, "offset": 0, "limit": 10 }),
    );
    assert_eq!(
        (&overdue["matching"], &overdue["rows"][0]["overdue"]),
        (&json!(1), &json!(true))
    );
}

#[test]
fn the_journey_says_what_to_do_next() {
    let bench = Bench::with_file("Veldkamp");
    assert_eq!(
        bench.ok("journey", Value::Null)["next"]["kind"],
        "add-first-system"
    );
    let system = bench.add("system", "Chatbot");
    let next = bench.ok("journey", Value::Null)["next"].clone();
    assert_eq!(next["kind"], "describe-organisation");
    let organisation = next["record"]["id"].as_str().unwrap().to_owned();
    bench.give(
        &organisation,
        "organisation-legal-name",
        json!({ "kind": "text", "text": "Veldkamp B.V." }),
    );
    let next = bench.ok("journey", Value::Null)["next"].clone();
    assert_eq!(
        (&next["kind"], &next["record"]["id"]),
        (&json!("continue-system"), &json!(system))
    );
    assert!(next["question"].is_string() && next["section"].is_string());
}

/// Each step is counted from what is in the file, and nothing is done before it is.
#[test]
fn the_first_certification_has_twelve_steps() {
    let bench = Bench::with_file("Veldkamp");
    let steps = || bench.ok("journey", Value::Null)["steps"].clone();
    let step = |id: &str| {
        let all = steps();
        let mut all = all.as_array().unwrap().iter();
        all.find(|step| step["id"] == id).unwrap().clone()
    };
    assert_eq!(steps().as_array().unwrap().len(), 12);
    let first = steps();
    for begun in first.as_array().unwrap() {
        assert_eq!(begun["state"], "not-started", "{begun}");
        assert_eq!(begun["done"], 0);
    }
    let run = bench.add("gap-analysis", "Before the audit");
    assert_eq!(
        (&step("gaps")["done"], &step("gaps")["total"]),
        (&json!(0), &json!(70))
    );
    let judge = |requirement: &str, conformity: &str| {
        let finding = bench.add("finding", requirement);
        let text = json!({ "kind": "text", "text": requirement });
        bench.give(
            &finding,
            "finding-analysis",
            json!({ "kind": "records", "records": [run] }),
        );
        bench.give(&finding, "finding-requirement", text);
        let one = json!({ "kind": "one", "option": conformity });
        bench.give(&finding, "finding-conformity", one);
    };
    judge("iso42001:4.1", "partly");
    judge("iso42001:4.2", "not-looked-at");
    assert_eq!(step("gaps")["done"], 1, "not looked at is no judgement");
    judge("iso27001:4.1", "met");
    assert_eq!(step("gaps")["done"], 1, "a requirement of another standard");

    let control = bench.add("control", "Communication of incidents");
    let reference = json!({ "kind": "text", "text": "iso42001:A.8.4" });
    bench.give(&control, "control-ref", reference);
    assert_eq!(
        (
            &step("soa")["done"],
            &step("soa")["total"],
            &step("soa")["state"]
        ),
        (&json!(0), &json!(38), &json!("under-way"))
    );
    let included = json!({ "kind": "one", "option": "included" });
    bench.give(&control, "control-applies", included);
    assert_eq!(step("soa")["done"], 1);

    let action = bench.add("action", "Write the procedure");
    assert_eq!(step("treatment")["state"], "under-way");
    bench.give(
        &action,
        "action-state",
        json!({ "kind": "one", "option": "done" }),
    );
    assert_eq!(step("treatment")["state"], "done");
    bench.add("method", "Method 2026");
    assert_eq!(
        step("method")["state"],
        "under-way",
        "written, not approved"
    );
}

#[test]
fn names_that_are_there_are_told_before_a_record_is_made() {
    let bench = Bench::with_file("Veldkamp");
    bench.add("system", "Crédit Scoring");
    let similar = bench.ok(
        "similar_records",
        json!({ "kind": "system", "name": "credit-scoring" }),
    );
    assert_eq!(
        (&similar[0]["same"], &similar[0]["record"]["reference"]),
        (&json!(true), &json!("AI-001"))
    );
    assert_eq!(
        bench.ok(
            "similar_records",
            json!({ "kind": "vendor", "name": "credit-scoring" })
        ),
        json!([])
    );
}

#[test]
fn records_are_renamed_retired_restored_and_their_history_tells_it() {
    let bench = Bench::with_file("Veldkamp");
    let id = bench.add("vendor", "Acme");
    let system = bench.add("system", "Chatbot");
    bench.give(
        &system,
        "vendor",
        json!({ "kind": "records", "records": [id] }),
    );
    bench.ok("rename_record", json!({ "record": id, "name": "Acme Ltd" }));
    bench.ok("retire_record", json!({ "record": id }));
    let rows = |retired: bool| {
        bench.ok(
            "list_records",
            json!({
        "kind": "vendor", "search": "", "retired": retired, "offset": 0, "limit": 50 }),
        )["total"]
            .clone()
    };
    assert_eq!((rows(false), rows(true)), (json!(0), json!(1)));
    bench.ok("restore_record", json!({ "record": id }));
    assert_eq!(rows(false), json!(1));
    let page = bench.ok("show_record", json!({ "record": id }));
    assert_eq!(page["usedBy"][0]["record"]["name"], "Chatbot");

    let asked = json!({ "record": id, "question": null, "actor": null, "action": null,
        "from": null, "to": null, "before": null, "limit": 2 });
    let history = bench.ok("list_history", asked.clone());
    assert_eq!(history["more"], true);
    assert_eq!(history["rows"][0]["action"], "record-restored");
    let mut older = asked;
    older["before"] = history["rows"][1]["seq"].clone();
    older["limit"] = json!(10);
    let rest = bench.ok("list_history", older)["rows"].clone();
    let renamed = &rest[0];
    assert_eq!(
        (&renamed["from"], &renamed["to"]),
        (&json!("Acme"), &json!("Acme Ltd"))
    );
    assert_eq!(renamed["restorable"], false);
}

#[test]
fn an_earlier_value_comes_back_as_a_new_event() {
    let bench = Bench::with_file("Veldkamp");
    let id = bench.add("system", "Chatbot");
    for unit in ["Sales", "Service"] {
        bench.give(
            &id,
            "business-unit",
            json!({ "kind": "text", "text": unit }),
        );
    }
    let asked = json!({ "record": id, "question": "business-unit", "actor": null, "action": null,
        "from": null, "to": null, "before": null, "limit": 10 });
    let rows = bench.ok("list_history", asked.clone())["rows"].clone();
    assert_eq!(
        (&rows[1]["to"], &rows[1]["restorable"]),
        (&json!("Sales"), &json!(true))
    );
    bench.ok("restore_value", json!({ "seq": rows[1]["seq"] }));
    assert_eq!(
        bench.systems("", &["business-unit"])["rows"][0]["cells"][0],
        "Sales"
    );
    assert_eq!(
        bench.ok("list_history", asked)["rows"]
            .as_array()
            .unwrap()
            .len(),
        3
    );
}

#[test]
fn the_federal_list_comes_in_whole_and_goes_out_of_one_undo() {
    let bench = Bench::with_file("Veldkamp");
    bench
        .dialogs
        .answer(Some(root().join("tests/import/us-federal-2024.csv")));
    let screen = bench.ok("choose_list", Value::Null);
    assert_eq!(screen["options"]["encoding"], "windows-1252");
    assert_eq!(screen["rows"], 2133);
    assert!(
        screen["mapping"].is_string(),
        "the mapping that ships recognises it"
    );
    let mapped: Vec<Value> = screen["columns"]
        .as_array()
        .unwrap()
        .iter()
        .map(|column| json!({ "index": column["index"], "target": column["target"] }))
        .collect();
    let request = json!({ "token": screen["token"], "columns": mapped });
    let dry = bench.ok("try_import", request.clone());
    assert_eq!(
        bench.systems("", &[])["total"],
        0,
        "a dry run writes nothing"
    );
    let done = bench.ok("run_import", request.clone())["value"].clone();
    assert_eq!(done["added"], dry["new"]);
    let named = dry["linked"].as_array().unwrap().iter();
    let named: u64 = named.map(|one| one["count"].as_u64().unwrap()).sum();
    assert_eq!(done["linked"], named);
    assert_eq!(
        done["added"].as_u64().unwrap()
            + done["refusedTotal"].as_u64().unwrap()
            + done["unchanged"].as_u64().unwrap(),
        2133,
        "every row is in, or named with its reason"
    );
    assert!(!bench.heard("progress").is_empty());
    assert_eq!(bench.systems("", &[])["total"], done["added"]);
    assert_eq!(bench.refused("run_import", request), "gone");

    bench.ok("undo", Value::Null);
    assert_eq!(bench.systems("", &[])["total"], 0);
    bench.ok("redo", Value::Null);
    assert_eq!(bench.systems("", &[])["total"], done["added"]);
}

#[test]
fn a_mapping_is_saved_by_name_and_followed_again() {
    let bench = Bench::with_file("Veldkamp");
    let list = bench.path("list.csv");
    std::fs::write(&list, "System;What for;Colour\nChatbot;Answers mail;blue\n").unwrap();
    bench.dialogs.answer(Some(list));
    let screen = bench.ok("choose_list", Value::Null);
    assert_eq!(screen["options"]["delimiter"], ";");
    let columns = json!([
        { "index": 0, "target": "name" },
        { "index": 1, "target": "intended-purpose" },
    ]);
    let saved = bench.ok(
        "save_mapping",
        json!({ "token": screen["token"], "name": "Ours", "columns": columns }),
    );
    assert_eq!(saved["value"], json!(["Ours"]));
    let again = bench.ok(
        "adjust_import",
        json!({
        "token": screen["token"], "options": screen["options"], "mapping": "Ours" }),
    );
    assert_eq!(again["mapping"], "Ours");
    assert_eq!(again["columns"][1]["target"], "intended-purpose");
    assert_eq!(again["columns"][2]["target"], Value::Null);
    let mapped: Vec<Value> = again["columns"]
        .as_array()
        .unwrap()
        .iter()
        .map(|column| json!({ "index": column["index"], "target": column["target"] }))
        .collect();
    bench.ok(
        "run_import",
        json!({ "token": again["token"], "columns": mapped }),
    );
    assert_eq!(
        bench.systems("", &["intended-purpose"])["rows"][0]["cells"][0],
        "Answers mail"
    );
    assert_eq!(
        bench.ok("delete_mapping", json!({ "name": "Ours" }))["value"],
        json!([])
    );
}

#[test]
fn the_sample_organisation_opens_full_and_its_reports_are_pages_and_files() {
    let bench = Bench::new();
    bench.answer_dialog("sample.aims");
    let session = bench.ok("create_sample", json!({ "passphrase": null }));
    assert_eq!(
        (&session["sample"], &session["encrypted"]),
        (&json!(true), &json!(false))
    );
    assert_eq!(bench.refused("lock_file", Value::Null), "failed");

    let listed = bench.systems("", &[]);
    let system = listed["rows"][0]["record"]["id"].clone();
    for (kind, record) in [("inventory", Value::Null), ("system", system)] {
        let report = json!({ "kind": kind, "record": record });
        let preview = bench.ok("preview_report", report.clone());
        let pages = preview["sizes"].as_array().unwrap().len();
        assert!(pages > 2 && !preview["outline"].as_array().unwrap().is_empty());
        let page = bench.ok(
            "preview_page",
            json!({ "token": preview["token"], "page": pages - 1 }),
        );
        assert!(!page["items"].as_array().unwrap().is_empty());
        assert!(!page["text"].as_array().unwrap().is_empty());
        assert_eq!(
            bench.refused(
                "preview_page",
                json!({ "token": preview["token"], "page": pages })
            ),
            "gone"
        );

        bench.answer_dialog("report.pdf");
        let saved = bench.ok("save_report", report);
        assert_eq!(
            (&saved["file"], &saved["pages"]),
            (&json!("report.pdf"), &json!(pages))
        );
        let bytes = std::fs::read(bench.path("report.pdf")).unwrap();
        assert!(bytes.starts_with(b"%PDF-1.7"));
        assert_eq!(saved["bytes"], bytes.len());
    }
    assert_eq!(
        bench.refused(
            "preview_report",
            json!({ "kind": "system", "record": null })
        ),
        "failed"
    );
}

#[test]
fn the_list_goes_out_and_the_open_file_is_never_written_over() {
    let bench = Bench::with_file("Veldkamp");
    bench.add("system", "=HYPERLINK(\"http://example.org\")");
    for (format, start) in [
        ("csv", "\u{feff}\"".as_bytes()),
        ("xlsx", b"PK".as_slice()),
        ("json", b"{".as_slice()),
    ] {
        bench.answer_dialog("list.out");
        bench.ok("export_list", json!({ "format": format, "query": null }));
        let bytes = std::fs::read(bench.path("list.out")).unwrap();
        assert!(bytes.starts_with(start), "{format}");
    }
    let before = std::fs::read(bench.path("client.aims")).unwrap_or_default();
    bench.answer_dialog("client.aims");
    assert_eq!(
        bench.refused("export_list", json!({ "format": "csv", "query": null })),
        "failed"
    );
    bench.answer_dialog("client.aims");
    assert_eq!(bench.refused("choose_list", Value::Null), "failed");
    let _ = before;
    assert_eq!(bench.systems("", &[])["total"], 1);
}

#[test]
fn views_are_kept_in_the_file() {
    let bench = Bench::with_file("Veldkamp");
    let view = json!({ "name": "Mine", "query": query("x", &["owner"]) });
    let saved = bench.ok("save_view", view.clone());
    assert_eq!(saved["value"], json!([view]));
    assert_eq!(
        bench.ok("inventory_facets", Value::Null)["views"],
        json!([view])
    );
    assert_eq!(
        bench.ok("delete_view", json!({ "name": "Mine" }))["value"],
        json!([])
    );
}

#[test]
fn attachments_go_in_and_come_out_as_they_were() {
    let bench = Bench::with_file("Veldkamp");
    let id = bench.add("system", "Chatbot");
    let bytes: Vec<u8> = (0..=255).cycle().take(300_000).collect();
    std::fs::write(bench.path("contract.pdf"), &bytes).unwrap();
    bench.answer_dialog("contract.pdf");
    let attached = bench.ok("attach_file", json!({ "record": id }))["value"].clone();
    assert_eq!(
        (&attached["name"], &attached["size"]),
        (&json!("contract.pdf"), &json!(300_000))
    );
    let one = json!({ "attachment": attached["id"], "record": id });
    bench.answer_dialog("copy.pdf");
    bench.ok("save_attachment", one.clone());
    assert_eq!(std::fs::read(bench.path("copy.pdf")).unwrap(), bytes);
    bench.ok("retire_attachment", one.clone());
    let retired =
        || bench.ok("show_record", json!({ "record": id }))["attachments"][0]["retired"].clone();
    assert_eq!(retired(), true);
    bench.ok("restore_attachment", one);
    assert_eq!(retired(), false);
    bench.dialogs.answer(None);
    assert_eq!(
        bench.ok("attach_file", json!({ "record": id }))["value"],
        Value::Null
    );
}

#[test]
fn an_idle_encrypted_file_locks_itself_and_says_so() {
    let bench = Bench::with_file("Veldkamp");
    bench.wait(9);
    bench.desk.tick();
    assert_eq!(bench.ok("session", Value::Null)["locked"], false);
    let backups = std::fs::read_dir(bench.path("memory/backups"))
        .unwrap()
        .count();
    assert_eq!(backups, 1, "a pause is used for a copy");
    bench.ok("keep_awake", Value::Null);
    bench.wait(9);
    bench.desk.tick();
    assert_eq!(
        bench.ok("session", Value::Null)["locked"],
        false,
        "a person at work is not locked out"
    );
    bench.wait(11);
    bench.desk.tick();
    assert_eq!(bench.ok("session", Value::Null)["locked"], true);
    assert_eq!(bench.heard("session").last().unwrap()["locked"], true);
    assert_eq!(bench.heard("notice").len(), 1);
}

#[test]
fn a_backup_that_cannot_be_made_is_said_once_and_tried_again_after_the_next_change() {
    let bench = Bench::with_file("Veldkamp");
    std::fs::create_dir_all(bench.path("memory")).unwrap();
    let in_the_way = bench.path("memory/backups");
    std::fs::write(&in_the_way, "a file where a folder should be").unwrap();
    bench.wait(1);
    bench.desk.tick();
    bench.desk.tick();
    bench.ok("add_record", json!({ "kind": "system", "name": "Chatbot" }));
    bench.wait(1);
    bench.desk.tick();
    assert_eq!(bench.heard("warning").len(), 1);
    std::fs::remove_file(&in_the_way).unwrap();
    bench.ok("add_record", json!({ "kind": "system", "name": "Scoring" }));
    bench.wait(1);
    bench.desk.tick();
    assert_eq!(std::fs::read_dir(&in_the_way).unwrap().count(), 1);
    assert_eq!(bench.heard("warning").len(), 1);
}

#[test]
fn backups_are_found_and_taken_out_and_a_copy_is_a_file_of_its_own() {
    let bench = Bench::with_file("Veldkamp");
    bench.wait(1);
    bench.desk.tick();
    bench.ok("add_record", json!({ "kind": "system", "name": "Chatbot" }));
    bench.answer_dialog("copy.aims");
    assert_eq!(bench.ok("save_copy", Value::Null)["file"], "copy.aims");
    // A copy never takes the place of a file, and the open one least of all.
    for taken in ["copy.aims", "client.aims"] {
        bench.answer_dialog(taken);
        bench.refused("save_copy", Value::Null);
    }
    bench.ok("close_file", Value::Null);

    // Also without a file open: it may be the one that is lost.
    std::fs::remove_file(bench.path("client.aims")).unwrap();
    let sets = bench.ok("list_backups", Value::Null);
    assert_eq!(sets[0]["organisation"], "Veldkamp");
    assert_eq!(sets[0]["file"], "client.aims");
    assert_eq!(sets[0]["backups"].as_array().unwrap().len(), 1);
    let token = sets[0]["backups"][0]["token"].clone();
    bench.answer_dialog("back.aims");
    let file = bench.ok("take_out_backup", json!({ "token": token }));
    bench.answer_dialog("copy.aims");
    let copy = bench.ok("choose_file", Value::Null)["token"].clone();
    for (token, systems) in [(file["token"].clone(), 0), (copy.clone(), 1)] {
        bench.ok(
            "open_file",
            json!({ "token": token, "passphrase": PASSPHRASE }),
        );
        let found = bench.ok("find_records", json!({ "kind": "system", "search": "" }));
        assert_eq!(found.as_array().unwrap().len(), systems);
    }
    assert_eq!(
        bench.refused("take_out_backup", json!({ "token": copy })),
        "gone",
        "only a backup is taken out"
    );
}

#[test]
fn a_file_replaced_behind_our_back_is_let_go_of() {
    let bench = Bench::with_file("Veldkamp");
    std::fs::rename(bench.path("client.aims"), bench.path("moved.aims")).unwrap();
    assert_eq!(
        bench.refused("add_record", json!({ "kind": "system", "name": "Chatbot" })),
        "file-moved"
    );
    assert_eq!(bench.ok("session", Value::Null), Value::Null);
    assert_eq!(bench.heard("session").last().unwrap(), &Value::Null);
    bench.desk.tick();
    let told = (bench.heard("warning").len(), bench.heard("notice").len());
    assert_eq!(told, (1, 0), "it is told once, and stays until it is read");
}

#[test]
fn preferences_are_kept_and_the_list_of_recent_files_can_be_turned_off() {
    let bench = Bench::with_file("Veldkamp");
    let mut preferences = bench.ok("preferences", Value::Null);
    preferences["actor"] = json!(" Jo Example ");
    preferences["theme"] = json!("dark");
    preferences["zoom"] = json!(1000);
    preferences["language"] = json!("tlh");
    preferences["keepRecent"] = json!(false);
    let kept = bench.ok("save_preferences", preferences);
    assert_eq!(
        (&kept["actor"], &kept["zoom"], &kept["language"]),
        (&json!("Jo Example"), &json!(300), &json!("en"))
    );
    assert_eq!(bench.ok("start_screen", Value::Null)["recent"], json!([]));
    bench.add("system", "Chatbot");
    let asked = json!({ "record": null, "question": null, "actor": "Jo Example", "action": null,
        "from": "2026-11-22", "to": "2026-11-22", "before": null, "limit": 10 });
    assert_eq!(
        bench.ok("list_history", asked)["rows"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
}

#[test]
fn a_passphrase_is_changed_only_by_who_knows_the_old_one() {
    let bench = Bench::with_file("Veldkamp");
    bench.add("system", "Chatbot");
    let new = "saddle violin orchard lantern copper";
    assert_eq!(
        bench.refused(
            "change_passphrase",
            json!({ "old": "not it at all", "new": new })
        ),
        "wrong-passphrase"
    );
    assert_eq!(bench.systems("", &[])["total"], 1, "the file is still open");
    bench.ok(
        "change_passphrase",
        json!({ "old": PASSPHRASE, "new": new }),
    );
    bench.ok("lock_file", Value::Null);
    assert_eq!(
        bench.refused("unlock_file", json!({ "passphrase": PASSPHRASE })),
        "wrong-passphrase"
    );
    bench.ok("unlock_file", json!({ "passphrase": new }));
    assert_eq!(bench.systems("", &[])["total"], 1);
    assert_eq!(bench.ok("check_file", Value::Null)["sound"], true);
}

#[test]
fn a_request_that_makes_no_sense_is_refused_and_a_command_outside_the_table_is_not_there() {
    let bench = Bench::with_file("Veldkamp");
    for (command, request) in [
        ("add_record", json!({ "kind": "system" })),
        (
            "add_record",
            json!({ "kind": "system", "name": "x", "path": "/etc/passwd" }),
        ),
        ("open_file", json!({ "token": 3 })),
        ("plugin:fs|read_file", json!({ "path": "/etc/passwd" })),
        ("plugin:shell|execute", json!({})),
        ("plugin:window|create", json!({})),
        ("plugin:event|emit", json!({ "event": "menu" })),
        ("nothing_like_it", Value::Null),
    ] {
        assert!(bench.call(command, request).is_err(), "{command}");
    }
}
