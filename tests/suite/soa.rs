//! The Statement of Applicability through the commands the page sends, and to its two PDFs.

use crate::bench::Bench;
use crate::judge;
use chrono::{TimeZone, Utc};
use domain::{Actor, Dossier, RecordId};
use reports::{Options, ReportKind};
use serde_json::{Value, json};
use std::ops::ControlFlow;
use store::{ClientFile, Import, Key, NewFile};

fn one(option: &str) -> Value {
    json!({ "state": "given", "value": { "kind": "one", "option": option }, "note": "" })
}

fn many(options: &[&str]) -> Value {
    json!({ "state": "given", "value": { "kind": "many", "options": options }, "note": "" })
}

fn text(words: &str) -> Value {
    json!({ "state": "given", "value": { "kind": "text", "text": words }, "note": "" })
}

fn said(answers: &[(&str, Value)]) -> Value {
    answers
        .iter()
        .map(|(question, answer)| json!({ "question": question, "answer": answer }))
        .collect()
}

fn decide(bench: &Bench, reference: &str, answers: &[(&str, Value)]) -> Value {
    bench.ok(
        "decide_control",
        json!({ "row": format!("iso42001:{reference}"), "answers": said(answers) }),
    )
}

fn screen(bench: &Bench) -> Value {
    bench.ok("soa_screen", Value::Null)
}

fn row(screen: &Value, reference: &str) -> Value {
    let mut rows = screen["rows"].as_array().unwrap().iter();
    let found = rows.find(|row| row["reference"] == reference);
    found.unwrap_or_else(|| panic!("{reference}")).clone()
}

fn codes(row: &Value) -> Vec<&str> {
    let all = row["contradictions"].as_array().unwrap().iter();
    all.map(|one| one["code"].as_str().unwrap()).collect()
}

#[test]
fn the_controls_come_in_as_one_act_and_go_again_as_one() {
    let bench = Bench::with_file("Veldkamp");
    let before = screen(&bench);
    assert_eq!(before["begun"], false);
    assert_eq!(before["counts"]["annex"], 38);
    let begun = bench.ok("begin_soa", Value::Null);
    assert_eq!(begun["value"], 38);
    assert!(
        begun["changed"]
            .as_array()
            .unwrap()
            .contains(&json!("controls"))
    );
    let after = screen(&bench);
    assert_eq!(after["begun"], true);
    assert_eq!(after["counts"]["undecided"], 38);
    // Once in, nothing is entered twice.
    assert_eq!(bench.ok("begin_soa", Value::Null)["value"], 0);
    bench.ok("undo", Value::Null);
    assert_eq!(screen(&bench)["rows"][0]["record"], Value::Null);
    // One that somebody began with stays; the others come beside it.
    decide(&bench, "A.2.2", &[("control-applies", one("included"))]);
    assert_eq!(bench.ok("begin_soa", Value::Null)["value"], 37);
    assert_eq!(screen(&bench)["counts"]["included"], 1);
}

#[test]
fn suggestions_are_shown_with_their_reason_and_taken_over_by_a_person() {
    let bench = Bench::with_file("Veldkamp");
    let system = bench.add("system", "Letter sorter");
    bench.give(
        &system,
        "sourcing",
        json!({ "kind": "one", "option": "bought" }),
    );
    let shown = screen(&bench);
    let suggested = row(&shown, "A.10.3");
    assert_eq!(suggested["suggests"], json!(["included"]));
    assert_eq!(
        suggested["decision"],
        Value::Null,
        "nothing is applied silently"
    );
    let control = bench.ok("soa_control", json!({ "row": "iso42001:A.10.3" }));
    let reason = control["proposals"][0]["reason"].as_str().unwrap();
    assert!(reason.contains("AI-001"), "{reason}");
    assert!(control["related"].as_array().unwrap().len() > 3);
    let adopt =
        |decision: &str| json!({ "lines": [{ "row": "iso42001:A.10.3", "decision": decision }] });
    assert_eq!(
        bench.refused("adopt_suggestions", adopt("excluded")),
        "gone"
    );
    bench.ok("adopt_suggestions", adopt("included"));
    let taken = row(&screen(&bench), "A.10.3");
    assert_eq!(taken["decision"], "included");
    assert_eq!(taken["grounds"], json!(["contractual", "practice"]));
    assert_eq!(taken["reason"].as_str().unwrap(), reason);
    assert_eq!(taken["suggests"], json!([]));
    bench.ok("undo", Value::Null);
    assert_eq!(row(&screen(&bench), "A.10.3")["decision"], Value::Null);
}

/// Decides every control, the first as excluded.
fn decide_all(bench: &Bench) {
    let rows = screen(bench)["rows"].as_array().unwrap().clone();
    for (place, row) in rows.iter().enumerate() {
        let answers = match place {
            0 => said(&[
                ("control-applies", one("excluded")),
                (
                    "control-exclusion-reason",
                    text("The group runs the policy for all of its companies"),
                ),
            ]),
            _ => said(&[
                ("control-applies", one("included")),
                ("control-reasons", many(&["practice"])),
            ]),
        };
        bench.ok(
            "decide_control",
            json!({ "row": row["id"], "answers": answers }),
        );
    }
}

#[test]
fn a_signed_version_stays_as_it_was_while_the_controls_are_worked_on() {
    let bench = Bench::with_file("Veldkamp");
    let person = bench.add("person", "Managing director");
    let sign = |changes: &str| json!({ "scope": "All of it", "approver": person, "function": "Director", "changes": changes });
    bench.ok("begin_soa", Value::Null);
    let refused = bench.refused("sign_soa", sign("First"));
    assert_eq!(refused, "refused");
    assert_eq!(screen(&bench)["versions"], json!([]));
    decide_all(&bench);
    assert_eq!(bench.ok("sign_soa", sign("First"))["value"], 1);
    // The working copy is open; what was said of the version is not.
    decide(
        &bench,
        "A.2.2",
        &[
            ("control-applies", one("included")),
            ("control-reasons", many(&["legal"])),
        ],
    );
    decide(&bench, "A.9.4", &[("control-status", one("implemented"))]);
    let organisation = bench.ok("session", Value::Null)["organisationId"].clone();
    let locked = bench.refused(
        "record_answer",
        json!({ "record": organisation, "question": "soa-scope", "answer": text("Less") }),
    );
    assert_eq!(locked, "refused");
    let now = screen(&bench);
    assert_eq!(now["counts"]["changed"], 2);
    assert_eq!(codes(&row(&now, "A.9.4")), ["no-evidence", "owner-missing"]);
    let today = bench.ok("compare_soa", json!({ "before": 1, "after": null }));
    assert_eq!(today.as_array().unwrap().len(), 2);

    assert_eq!(
        bench.ok("sign_soa", sign("The policy is ours now"))["value"],
        2
    );
    let told = bench.ok("compare_soa", json!({ "before": 1, "after": 2 }));
    assert_eq!(told[0]["reference"], "A.2.2");
    let change = &told[0]["changes"][0];
    assert_eq!(
        (&change["before"], &change["after"]),
        (&json!("Excluded"), &json!("Included"))
    );
    assert_eq!(told[1]["changes"][0]["after"], "Implemented");
    let versions = screen(&bench)["versions"].clone();
    assert_eq!(
        (&versions[0]["stands"], &versions[1]["stands"]),
        (&json!(false), &json!(true))
    );
    assert_eq!(versions[0]["excluded"], "1");
    assert_eq!(versions[1]["changes"], "The policy is ours now");
    assert_eq!(
        bench.ok("compare_soa", json!({ "before": 2, "after": null })),
        json!([])
    );
    // What was signed is never undone.
    bench.refused("undo", Value::Null);
    let trace = bench.ok("soa_traces", Value::Null);
    let links = trace[0]["trails"][0]["links"].as_array().unwrap();
    assert_eq!(links.last().unwrap()["hold"], "whole");
}

/// The sample organisation, whose statement is then signed twice.
fn sample() -> (Dossier, tempfile::TempDir) {
    let library = content::library().expect("shipped content is sound");
    let folder = tempfile::tempdir().unwrap();
    let actor = Actor("A. Tester".to_owned());
    let now = Utc.with_ymd_and_hms(2026, 11, 22, 10, 42, 0).unwrap();
    let mut made = 0_u128;
    let mut new_id = || {
        made += 1;
        RecordId::new(uuid::Uuid::from_u128(made).to_string())
    };
    let new = NewFile {
        organisation: "Veldkamp Retail Credit B.V.",
        file_id: "7c1e52d0-0000-4000-8000-00000000a04f",
        organisation_id: new_id(),
        actor: &actor,
        now,
    };
    let path = folder.path().join("sample.aims");
    let mut file = ClientFile::create(&path, Key::Unencrypted, &new).unwrap();
    let drafts = domain::sample::drafts(library.sample().unwrap());
    let import = Import {
        drafts: &drafts,
        note: "veldkamp",
        questions: &|id| library.question(id),
    };
    file.import(&actor, now, &import, &mut new_id, &mut |_, _| {
        ControlFlow::Continue(())
    })
    .unwrap();
    let organisation = file.organisation().unwrap();
    let mut version = |remark: &str, reference: Option<&str>| {
        let dossier = file.dossier(now).unwrap();
        if let Some(reference) = reference {
            let question = library.question("control-document").unwrap();
            let record = dossier
                .records
                .iter()
                .find(|one| one.name.starts_with(reference));
            let answer =
                domain::Answer::given(domain::Value::Text("Scope statement, version 2".into()));
            let id = record.unwrap().id.clone();
            file.record_answer(&actor, now, &id, question, Some(answer))
                .unwrap();
        }
        let dossier = file.dossier(now).unwrap();
        let statement = domain::soa::Statement::of(
            library,
            &dossier,
            domain::soa::Owing::default(),
            now.date_naive(),
        );
        let name_of = |id: &RecordId| dossier.record(id).map(|record| record.name.clone());
        let words = domain::Words {
            texts: library.texts(),
            name_of: &name_of,
        };
        let said = domain::soa::Version {
            scope: "All units",
            approver: "Managing director",
            summary: remark,
        };
        let frozen = domain::soa::freeze(&statement, &words, &organisation, &said);
        let signing = domain::Signing {
            subject: organisation.id.clone(),
            questionnaire: domain::soa::QUESTIONNAIRE.into(),
            signer: "Managing director".into(),
            signer_role: "Board".into(),
            remark: remark.into(),
            on: now.date_naive(),
            content_version: statement.content_version(),
        };
        match reference {
            None => file.sign_off(&actor, now, &signing, &frozen),
            Some(_) => file.sign_next(&actor, now, &[], &signing, &frozen),
        }
        .unwrap();
    };
    version("First version", None);
    version("Where the AI policy stands", Some("A.2.2"));
    (file.dossier_with(now, |_| true).unwrap(), folder)
}

#[test]
fn the_statement_and_its_difference_are_printed_archivable_accessible_and_whole() {
    let library = content::library().expect("shipped content is sound");
    let (dossier, _folder) = sample();
    let print = |kind: ReportKind, options: &Options| {
        reports::report(kind, None, &dossier, library, options)
            .unwrap()
            .pdf()
            .unwrap()
    };
    let plain = Options::default();
    for (kind, name) in [
        (ReportKind::Soa, "soa.pdf"),
        (ReportKind::SoaDifference, "soa-difference.pdf"),
    ] {
        let pdf = print(kind, &plain);
        assert_eq!(pdf, print(kind, &plain), "same input, same bytes");
        judge::keep(name, &pdf);
        judge::assert_sound(&pdf);
    }
    let statement = judge::text(&print(ReportKind::Soa, &plain));
    let standard = library.standard(domain::soa::STANDARD).unwrap();
    for control in standard.controls() {
        assert!(
            statement.contains(&control.reference),
            "{}",
            control.reference
        );
    }
    assert!(
        statement.contains("CTL-039"),
        "our own controls are printed"
    );
    // Neither an auditor's note nor a clause of the management system is any part of it.
    assert!(!statement.contains("the reason will not carry"));
    for clause in standard
        .requirements
        .iter()
        .filter(|one| one.level == content::RequirementLevel::Clause)
    {
        let row = format!("{} {}", clause.reference, clause.title);
        assert!(!statement.contains(&row), "{row}");
    }
    let difference = judge::text(&print(ReportKind::SoaDifference, &plain));
    assert!(difference.contains("Scope statement, version 2"));
    let unknown = Options {
        versions: Some((1, 9)),
        ..Options::default()
    };
    assert!(matches!(
        reports::report(ReportKind::SoaDifference, None, &dossier, library, &unknown),
        Err(reports::ReportError::UnknownVersion { number: 9 })
    ));
}
