//! The calendar of duties: what is owed, what people added, what is owed no longer.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[allow(dead_code, reason = "its snapshots here are made by hand")]
#[path = "support/file.rs"]
mod file;
#[path = "support/said.rs"]
mod said;

use content::{QuestionId, RecordKind};
use domain::law::{CareState, DutyRow, Engine, Facts, Knowing, register, register_of};
use domain::{Answer, Answers, Dossier, Record, Stamp, Truth, Value, fact};
use file::{RANKING, care, day, record};
use said::answers;

fn engine() -> Engine<'static> {
    let library = content::library().expect("shipped content");
    let law = library.framework(fact::AI_ACT).unwrap();
    Engine::new(law, library.questions_of(law).unwrap())
}

/// A row as one line: duty, whether owed, day, urgency, days left.
fn line(row: &DutyRow) -> String {
    let owed = match row.owed {
        Truth::Yes => "owed",
        Truth::Unknown => "perhaps",
        Truth::No => "no longer",
    };
    let day = row.day().map_or("-".to_owned(), |day| day.to_string());
    let left = row
        .days_left
        .map_or("-".to_owned(), |days| days.to_string());
    format!(
        "{} {} {owed} {day} {:?} {left}",
        row.role, row.duty, row.urgency
    )
}

fn check(facts: &[&str], cared_for: &[(Record, Answers)], on: &str, expected: &[&str]) {
    let system = record(RecordKind::System, 1);
    let facts = answers(facts);
    let engine = engine();
    let cared_for = cared_for.iter().map(|(record, answers)| (record, answers));
    let rows = register(&engine, [(&system, &facts)], cared_for, day(on));
    let lines: Vec<String> = rows.iter().map(line).collect();
    assert_eq!(lines, expected);
}

const PLAIN: [&str; 7] = [
    "act-object = system",
    "how-it-works = learned",
    "kept-for =",
    "our-part = use",
    "our-seat = eu",
    "functions =",
    "fields =",
];

#[test]
fn what_is_owed_stands_by_date() {
    check(
        &RANKING,
        &[],
        "2026-11-22",
        &[
            "deployer O-LIT owed 2025-02-02 Binding -658",
            "deployer D-IFU owed 2027-12-02 Ahead 375",
            "deployer D-HO owed 2027-12-02 Ahead 375",
            "deployer D-MON owed 2027-12-02 Ahead 375",
            "deployer D-LOG owed 2027-12-02 Ahead 375",
            "deployer D-DPIA owed 2027-12-02 Ahead 375",
            "deployer D-INFO owed 2027-12-02 Ahead 375",
            "deployer D-COOP owed 2027-12-02 Ahead 375",
            "deployer D-EXPL owed 2027-12-02 Ahead 375",
        ],
    );
}

#[test]
fn our_own_date_comes_first_and_can_be_missed() {
    let literacy = |more: &[&str]| care(1, "O-LIT", "deployer", more);
    for (more, expected) in [
        (vec!["duty-due = 2026-12-01"], "Binding 9"),
        (vec!["duty-due = 2026-11-22"], "Binding 0"),
        (vec!["duty-due = 2026-11-21"], "Overdue -1"),
        (
            vec!["duty-due = 2026-11-21", "duty-state = under-way"],
            "Overdue -1",
        ),
        (
            vec!["duty-due = 2026-11-21", "duty-state = done"],
            "Settled -",
        ),
        (
            vec![
                "duty-state = not-ours",
                "duty-not-ours-reason = The group does it.",
            ],
            "Settled -",
        ),
    ] {
        let expected = format!("deployer O-LIT owed 2025-02-02 {expected}");
        check(
            &PLAIN,
            &[literacy(&more)],
            "2026-11-22",
            &[expected.as_str()],
        );
    }
    let oversight = care(1, "D-HO", "deployer", &["duty-due = 2027-03-31"]);
    let system = record(RecordKind::System, 1);
    let facts = answers(&RANKING);
    let engine = engine();
    let rows = register(
        &engine,
        [(&system, &facts)],
        [(&oversight.0, &oversight.1)],
        day("2027-03-30"),
    );
    let row = rows.iter().find(|row| row.duty == "D-HO").unwrap();
    assert_eq!(line(row), "deployer D-HO owed 2027-12-02 Ahead 1");
    let care = row.care.as_ref().unwrap();
    assert_eq!(care.state, CareState::Open);
    assert_eq!(care.due, Some(day("2027-03-31")));
}

#[test]
fn what_is_owed_no_longer_and_what_may_be_owed_stay_where_somebody_saw_to_them() {
    // The use was listed; it is not any more.
    check(
        &PLAIN,
        &[care(1, "D-HO", "deployer", &["duty-state = under-way"])],
        "2026-11-22",
        &[
            "deployer O-LIT owed 2025-02-02 Binding -658",
            "deployer D-HO no longer - Settled -",
        ],
    );
    // Open again: nothing is said to be gone.
    check(
        &PLAIN[..6],
        &[care(1, "D-HO", "deployer", &[])],
        "2026-11-22",
        &["deployer D-HO perhaps - Undated -"],
    );
}

#[test]
fn a_record_that_says_nothing_clear_takes_nothing_away() {
    let first = care(1, "O-LIT", "deployer", &["duty-state = done"]);
    let second = care(2, "O-LIT", "deployer", &["duty-state = open"]);
    let mut nowhere = care(3, "O-LIT", "deployer", &[]);
    nowhere.1.remove(fact::DUTY_SYSTEM);
    let mut other_law = care(4, "O-LIT", "deployer", &["duty-due = 2020-01-01"]);
    other_law.1.insert(
        QuestionId::from(fact::DUTY_LAW),
        Answer::given(Value::Text("another-act".into())),
    );
    check(
        &PLAIN,
        &[nowhere, other_law, first, second],
        "2026-11-22",
        &["deployer O-LIT owed 2025-02-02 Settled -"],
    );
}

#[test]
fn a_suspended_duty_does_not_bind_on_its_day() {
    let mut facts = RANKING.to_vec();
    facts.pop();
    facts.extend([
        "first-placed = 2026-01-01",
        "design-changes = no",
        "legacy-facts =",
    ]);
    let system = record(RecordKind::System, 1);
    let facts = answers(&facts);
    let engine = engine();
    let rows = register(&engine, [(&system, &facts)], [], day("2028-01-01"));
    let row = rows.iter().find(|row| row.duty == "D-HO").unwrap();
    assert_eq!(line(row), "deployer D-HO owed 2027-12-02 Undated -");
    assert!(row.entry.as_ref().unwrap().legacy.is_some());
}

#[test]
fn a_snapshot_is_read_as_a_whole() {
    let library = content::library().expect("shipped content");
    let engine = engine();
    let mut systems = vec![record(RecordKind::System, 1), record(RecordKind::System, 2)];
    systems[1].retired = Some(systems[1].created);
    let organisation = record(RecordKind::Organisation, 1);
    let kept = care(1, "O-LIT", "deployer", &["duty-state = done"]);
    // The seat is known from the profile alone.
    let of_system: Vec<&str> = PLAIN
        .into_iter()
        .filter(|line| !line.starts_with("our-seat"))
        .collect();
    let mut dossier = Dossier {
        stamp: Stamp {
            file_id: "file".into(),
            event: 1,
            head: "0".repeat(64),
            at: systems[0].created,
        },
        answers: [
            (systems[0].id.clone(), answers(&of_system)),
            (systems[1].id.clone(), answers(&RANKING)),
            (
                organisation.id.clone(),
                answers(&["organisation-eu-nexus = established"]),
            ),
            (kept.0.id.clone(), kept.1.clone()),
        ]
        .into(),
        records: Vec::new(),
        attachments: Default::default(),
        revisions: Vec::new(),
        frozen: Default::default(),
    };
    dossier.records.push(organisation);
    dossier.records.extend(systems);
    dossier.records.push(kept.0);
    let knowing = Knowing::new(library, library.questions_of(engine.law()).unwrap());
    let facts = Facts::of(&dossier, &knowing);
    let rows = register_of(&engine, &dossier, &facts, day("2026-11-22"));
    let lines: Vec<String> = rows.iter().map(line).collect();
    assert_eq!(lines, ["deployer O-LIT owed 2025-02-02 Settled -"]);
}
