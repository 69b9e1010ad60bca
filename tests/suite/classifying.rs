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
        (
            &to_do["question"],
            &to_do["assessment"],
            &to_do["askedOf"]["id"]
        ),
        (&json!("act-object"), &json!("eu-ai-act"), &json!(owner))
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

/// Answers everything that is asked with these, given by question.
fn answer_all(bench: &Bench, record: &str, answers: &[(&str, &[&str])]) {
    while let Some(question) = screen(bench, record, None)["question"]["view"]["id"].as_str() {
        let (_, options) = answers
            .iter()
            .find(|(known, _)| *known == question)
            .unwrap_or_else(|| panic!("{question} is asked"));
        match question {
            "first-placed" => {
                let day = json!({ "kind": "date", "date": options[0] });
                bench.give(record, question, day);
            }
            _ => choose(bench, record, question, options),
        }
    }
}

/// Whoever leaves a system out of everything that follows says why; for any other class a remark is free.
#[test]
fn what_is_out_of_scope_is_signed_only_with_the_reason() {
    let bench = Bench::with_file("Veldkamp");
    let id = bench.add("system", "Letter rules");
    let mut rules = EVERYDAY;
    rules[1] = ("how-it-works", &["fixed-rules"]);
    answer_all(&bench, &id, &rules);
    assert_eq!(
        result(&bench, &id, None)["strip"]["class"]["id"],
        "out_of_scope"
    );
    let sign = |remark: &str| json!({ "record": id, "signer": "Mara Lindqvist", "signerRole": "Governance", "remark": remark });
    let refused = bench.call("sign_classification", sign(" ")).unwrap_err();
    assert_eq!(refused["code"], "refused");
    let message = refused["message"].as_str().unwrap();
    assert!(message.contains("only with the reason"), "{message}");
    let reason = "A clerk wrote each rule; nothing in it was learned or weighed.";
    let signed = bench.ok("sign_classification", sign(reason));
    assert_eq!(signed["value"]["remark"], reason);
}

#[test]
fn what_is_signed_stays_until_it_is_reopened_and_every_revision_is_kept() {
    let bench = Bench::with_file("Veldkamp");
    let id = bench.add("system", "Spelling helper");
    let sign = json!({ "record": id, "signer": "Mara Lindqvist", "signerRole": "Governance", "remark": "" });
    let refused = bench.call("sign_classification", sign.clone()).unwrap_err();
    assert_eq!(refused["code"], "refused");
    assert!(
        refused["message"].as_str().unwrap().contains("Object"),
        "{refused}"
    );

    answer_all(&bench, &id, &EVERYDAY);
    let nobody = json!({ "record": id, "signer": " ", "signerRole": "", "remark": "" });
    assert_eq!(bench.refused("sign_classification", nobody), "refused");
    let signed = bench.ok("sign_classification", sign.clone());
    assert_eq!(
        (&signed["value"]["number"], &signed["value"]["headline"]),
        (&json!(1), &json!("Minimal"))
    );
    assert!(
        signed["changed"]
            .as_array()
            .unwrap()
            .contains(&json!(format!("record:{id}")))
    );
    let answer = json!({ "record": id, "question": "functions", "answer": {
        "state": "given", "value": { "kind": "many", "options": [] }, "note": "" } });
    assert_eq!(bench.refused("record_answer", answer.clone()), "refused");
    assert_eq!(
        list(&bench, "", None, Some("signed"))["rows"][0]["signed"],
        1
    );
    assert_eq!(
        screen(&bench, &id, Some("functions"))["signed"]["number"],
        1
    );

    let reason = json!({ "record": id, "reason": "It now talks to customers" });
    bench.ok("reopen_classification", reason);
    assert_eq!(result(&bench, &id, None)["signed"], Value::Null);
    bench.ok("record_answer", answer);
    let second = bench.ok("sign_classification", sign);
    assert_eq!(second["value"]["number"], 2);
    let compared = bench.ok(
        "compare_classification",
        json!({ "record": id, "before": 1, "after": 2 }),
    );
    let facts: Vec<&Value> = compared
        .as_array()
        .unwrap()
        .iter()
        .filter(|one| one["group"] == "facts")
        .collect();
    assert!(!facts.is_empty(), "{compared}");
    assert!(facts.iter().any(|one| one["before"] != one["after"]));
    let same = bench.ok(
        "compare_classification",
        json!({ "record": id, "before": 2, "after": null }),
    );
    assert_eq!(same, json!([]));
    let revisions = result(&bench, &id, None)["revisions"].clone();
    assert_eq!(revisions[0]["reopenedBecause"], "It now talks to customers");
    assert_eq!(bench.ok("changed_classifications", Value::Null), json!([]));
}

#[test]
fn a_day_that_comes_is_told_of_every_signed_system_it_changes() {
    let bench = Bench::with_file("Veldkamp");
    let id = bench.add("system", "Picture app");
    answer_all(
        &bench,
        &id,
        &[
            ("act-object", &["system"]),
            ("how-it-works", &["learned"]),
            ("kept-for", &[]),
            ("our-part", &["developed", "market"]),
            ("our-seat", &["eu"]),
            ("eu-market", &["yes"]),
            ("functions", &["makes-media"]),
            ("fields", &[]),
            ("media-can", &["intimate"]),
            ("intimate-realistic", &["yes"]),
            ("intimate-identifiable", &["yes"]),
            ("intimate-consent", &["no"]),
            ("intimate-only-covers", &["no"]),
            ("intimate-intended", &["yes"]),
            ("generation-limits", &[]),
            ("first-placed", &["2026-09-01"]),
            ("ai-office-facts", &[]),
        ],
    );
    let today = result(&bench, &id, None);
    assert_eq!(
        today["warnings"][0]["from"], "2026-12-02",
        "{}",
        today["strip"]
    );
    assert_eq!(today["warnings"][0]["class"]["id"], "prohibited");
    let later = result(&bench, &id, Some("2026-12-02"));
    assert_eq!(later["strip"]["class"]["id"], "prohibited");
    assert_eq!(later["warnings"], json!([]));
    bench.ok(
        "sign_classification",
        json!({ "record": id, "signer": "Mara Lindqvist", "signerRole": "", "remark": "" }),
    );
    assert_eq!(bench.ok("changed_classifications", Value::Null), json!([]));

    bench.wait(60 * 24 * 11);
    let changed = bench.ok("changed_classifications", Value::Null);
    let one = &changed[0];
    assert_eq!(
        (&one["byDay"], &one["byContent"], &one["byFacts"]),
        (&json!(true), &json!(false), &json!(false))
    );
    let headline = one["differences"]
        .as_array()
        .unwrap()
        .iter()
        .find(|difference| difference["group"] == "headline")
        .unwrap();
    assert_eq!(headline["after"], "Prohibited");
    assert_eq!(headline["before"], today["strip"]["class"]["title"]);
}

/// Says of every question that a complete record needs that it does not apply.
fn complete(bench: &Bench, record: &str) {
    let first = bench.ok("wizard_step", json!({ "record": record, "section": null }));
    for section in first["sections"].as_array().unwrap() {
        let request = json!({ "record": record, "section": section["id"] });
        let step = bench.ok("wizard_step", request);
        for question in step["questions"].as_array().unwrap() {
            if question["required"] == true && question["standing"] == "open" {
                bench.ok(
                    "record_answer",
                    json!({ "record": record, "question": question["id"], "answer": {
                        "state": "not-applicable", "reason": "a trial", "note": "" } }),
                );
            }
        }
    }
}

#[test]
fn once_every_record_is_complete_the_next_thing_is_to_classify() {
    let bench = Bench::with_file("Veldkamp");
    let organisation = bench.ok("session", Value::Null)["organisationId"].clone();
    let id = bench.add("system", "Spelling helper");
    complete(&bench, organisation.as_str().unwrap());
    complete(&bench, &id);
    let next = bench.ok("journey", Value::Null)["next"].clone();
    assert_eq!(
        (&next["kind"], &next["record"]["id"], &next["question"]),
        (&json!("classify-system"), &json!(id), &json!("act-object"))
    );
    answer_all(&bench, &id, &EVERYDAY);
    let next = bench.ok("journey", Value::Null)["next"].clone();
    assert_eq!(
        (&next["kind"], &next["step"]),
        (&json!("take-step"), &json!("gaps")),
        "the certification goes on"
    );
}

#[test]
fn one_goes_on_with_the_classification_one_was_at() {
    let bench = Bench::with_file("Veldkamp");
    let first = bench.add("system", "Spelling helper");
    let second = bench.add("system", "Chat corner");
    let next = || {
        let next = bench.ok("journey", Value::Null)["next"].clone();
        (next["kind"].clone(), next["record"]["id"].clone())
    };
    let at = |id: &str| (json!("classify-system"), json!(id));
    choose(&bench, &first, "act-object", &["system"]);
    assert_eq!(next(), at(&first));
    choose(&bench, &second, "act-object", &["system"]);
    assert_eq!(next(), at(&second));
    // An answer about a record leads back to the records.
    let text = json!({ "kind": "text", "text": "Front desk" });
    bench.give(&first, "business-unit", text);
    assert_ne!(next().0, "classify-system");
    // What is settled is not gone on with.
    answer_all(&bench, &second, &EVERYDAY);
    assert_ne!(next(), at(&second));
}

#[test]
fn what_hangs_on_a_question_left_open_waits_for_it() {
    let bench = Bench::with_file("Veldkamp");
    let id = bench.add("system", "Spelling helper");
    let next = |after: &str| {
        let request = json!({ "record": id, "question": null, "after": after, "optional": false });
        let screen = bench.ok("classification_question", request);
        screen["question"]["view"]["id"].clone()
    };
    for (question, options) in EVERYDAY {
        if question != "kept-for" {
            choose(&bench, &id, question, options);
        }
    }
    // Its own follow-ups are open too, and come after it in the questionnaire.
    let open = result(&bench, &id, None)["open"].clone();
    assert!(open.as_array().unwrap().len() > 1, "{open}");
    assert_eq!(next("fields"), "kept-for");
    // Left open once more, what it comes to so far is the next thing to see.
    assert_eq!(next("kept-for"), Value::Null);

    let other = bench.add("system", "Chat corner");
    choose(&bench, &other, "act-object", &["system"]);
    choose(&bench, &other, "how-it-works", &["learned"]);
    let request =
        json!({ "record": other, "question": null, "after": "kept-for", "optional": false });
    let screen = bench.ok("classification_question", request);
    assert_eq!(screen["question"]["view"]["id"], "our-part");
    assert_eq!(screen["strip"]["openIn"][0], "Seven first answers");
}
