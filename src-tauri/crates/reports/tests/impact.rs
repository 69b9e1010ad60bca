//! Impact assessments on paper: from the sample organisation to the bytes.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/dossier.rs"]
#[allow(dead_code)]
mod dossier;
#[path = "support/judge.rs"]
#[allow(dead_code)]
mod judge;

use content::{QuestionId, RecordKind};
use domain::{Dossier, RecordId, Revision, Words, impact};
use reports::report::outline::{Outline, Piece};
use reports::report::{fria as fria_report, impact as impact_report};
use reports::{Options, ReportKind, report};

fn system(dossier: &Dossier, name: &str) -> RecordId {
    let mut systems = dossier.current(RecordKind::System);
    let found = systems.find(|record| record.name == name).expect(name);
    found.id.clone()
}

/// Printed twice alike, without a finding of either validator; the words of all pages.
fn print(kind: ReportKind, name: &str, system: &RecordId, dossier: &Dossier) -> String {
    let bytes = || {
        let options = Options::default();
        report(kind, Some(system), dossier, dossier::library(), &options)
            .unwrap()
            .pdf()
            .unwrap()
    };
    let pdf = bytes();
    assert_eq!(pdf, bytes(), "same input, same bytes");
    judge::keep(&format!("{name}.pdf"), &pdf);
    judge::assert_sound(&pdf);
    judge::text(&pdf)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

fn outline(dossier: &Dossier, system: &RecordId) -> Outline {
    impact_report::build(system, dossier, dossier::library(), &Options::default()).unwrap()
}

fn chapters(outline: &Outline) -> Vec<&str> {
    let pieces = outline.pieces.iter();
    pieces
        .filter_map(|piece| match piece {
            Piece::Chapter(words) => Some(words.as_str()),
            _ => None,
        })
        .collect()
}

#[test]
fn a_ready_assessment_tells_result_harms_and_every_section() {
    let dossier = dossier::sample();
    let system = system(&dossier, "Consumer credit score");
    let text = print(ReportKind::Impact, "impact", &system, &dossier);
    for words in [
        "AI system impact assessment",
        "The heaviest harm that remains after measures is of level High.",
        "4 harms; 2 benefits; all of them weighed",
        "Use under conditions",
        "Sensitive use",
        "Reached: Shapes decisions with legal or similar weight for people",
        "Wrong refusal of young and self-employed people",
        "First limit for people with little history",
        "not signed",
    ] {
        assert!(text.contains(words), "{words}");
    }
    assert!(
        !text.contains("What stands in the way of signing"),
        "it is ready"
    );
    let value = outline(&dossier, &system);
    assert_eq!(chapters(&value).len(), 13, "{:?}", chapters(&value));
    insta::with_settings!({snapshot_path => "../../../../tests/snapshots", prepend_module_to_snapshot => false}, {
        insta::assert_yaml_snapshot!("impact", value);
    });
}

#[test]
fn a_draft_says_what_is_missing_and_shows_no_level_without_all_values() {
    let dossier = dossier::sample();
    let system = system(&dossier, "Support reply drafting");
    let text = print(ReportKind::Impact, "impact-draft", &system, &dossier);
    for words in [
        "What stands in the way of signing",
        "to correct: Trigger and scope",
        "not weighed: Wrong promise in a draft",
        "Not weighed",
        "Which harm remains cannot be said",
        "Scale, before measures",
        "Nothing was said here yet.",
    ] {
        assert!(text.contains(words), "{words}");
    }
}

#[test]
fn fundamental_rights_have_their_own_report_and_take_the_harms_over() {
    let dossier = dossier::sample();
    let system = system(&dossier, "Consumer credit score");
    let text = print(ReportKind::Fria, "fria", &system, &dossier);
    for words in [
        "Fundamental rights impact assessment",
        "The classification finds the duty",
        "(a) and (b) Process, period and frequency",
        "(f) Measures if a risk comes about",
        "Harms found by the impact assessment",
        "Origin hidden in the postcode",
        "to correct: (c) People and groups affected",
    ] {
        assert!(text.contains(words), "{words}");
    }
    assert!(
        !text.contains("Answer within a minute"),
        "a benefit is no harm"
    );
}

/// What was signed is printed, not what the file says since; the difference is told.
#[test]
fn a_signed_assessment_is_printed_from_what_was_signed() {
    let mut dossier = dossier::sample();
    let system = system(&dossier, "Consumer credit score");
    let words = Words {
        texts: dossier::library().texts(),
        name_of: &|_| None,
    };
    let on = "2026-11-20".parse().unwrap();
    let record = dossier.record(&system).unwrap();
    let library = dossier::library();
    let id = impact::IMPACT_ASSESSMENT;
    let reader = impact::Reader::new(library, &dossier).unwrap();
    let snapshot = reader.read(record, on);
    let frozen = snapshot.freeze(&reader, &words, id).unwrap();
    drop(snapshot);
    assert!(frozen.open().is_empty(), "{:?}", frozen.open());
    let revision = Revision {
        subject: system.clone(),
        questionnaire: id.into(),
        number: 1,
        at: "2026-11-20T15:30:00Z".parse().unwrap(),
        signer: "L. Okafor".into(),
        signer_role: "Member of the board".into(),
        remark: String::new(),
        on,
        content_version: "impact-assessment 1".into(),
        sha256: "5e".repeat(32),
        event: 700,
        reopened: None,
    };
    dossier.frozen.insert(revision.sha256.clone(), frozen);
    dossier.revisions.push(revision);
    let harm = dossier
        .current(RecordKind::Impact)
        .find(|record| record.name.starts_with("Wrong refusal"))
        .map(|record| record.id.clone())
        .unwrap();
    let moved = QuestionId::from("impact-after-likelihood");
    dossier.answers.get_mut(&harm).unwrap().remove(&moved);

    let text = print(ReportKind::Impact, "impact-signed", &system, &dossier);
    assert!(text.contains("Member of the board") && text.contains("Signed in the file"));
    assert!(text.contains("is of level High."), "as it was signed");
    assert!(text.contains("Changed since it was signed"));
}

#[test]
fn every_answer_that_the_reports_name_is_asked() {
    let ids = impact_report::rests_on()
        .into_iter()
        .chain(fria_report::rests_on());
    for id in ids {
        assert!(dossier::library().question(id).is_some(), "{id}");
    }
}
