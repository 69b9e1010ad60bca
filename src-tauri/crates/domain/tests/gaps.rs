//! The gap analysis: what counts, what does not, what moved, and what comes first.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/file.rs"]
#[allow(dead_code)]
mod file;
#[path = "support/said.rs"]
mod said;

use content::{Library, Question, QuestionId, QuestionKind, Questionnaire, RecordKind, Standard};
use domain::gaps::{
    self, Conformity, Credit, Findings, Judgement, Movement, Row, Run, Seen, Severity,
};
use domain::risk::ActionState;
use domain::xray::{Place, smells};
use domain::{Answer, AnswerState, Answers, Dossier, Record, RecordId, Value, Words};
use file::{RANKING, day, dossier, record};
use said::answers;

fn library() -> &'static Library {
    content::library().expect("shipped content")
}

fn standard() -> &'static Standard {
    library().standard(gaps::STANDARD).expect("iso-42001")
}

fn asked() -> &'static Questionnaire {
    library().questionnaire_about(RecordKind::Finding).unwrap()
}

fn links(question: &str, records: &[&Record]) -> (QuestionId, Answer) {
    let ids = records.iter().map(|record| record.id.clone()).collect();
    let answer = Answer::given(Value::Records(ids));
    (QuestionId::from(question), answer)
}

/// What one run says of requirements: `4.1: finding-conformity = met`, several parted by `;`.
/// `n/a <reason>` and `?` stand for the two other answers to the question on conformity.
fn found(run: &Record, said: &[&str]) -> Vec<(Record, Answers)> {
    let findings = said.iter().enumerate().map(|(place, line)| {
        let (reference, rest) = line.split_once(':').unwrap();
        let parts: Vec<&str> = rest.split(';').map(str::trim).collect();
        let given: Vec<String> = parts
            .iter()
            .filter(|part| part.contains('='))
            .map(|part| format!("finding-{part}"))
            .collect();
        let given: Vec<&str> = given.iter().map(String::as_str).collect();
        let mut answers = answers(&given);
        for part in parts {
            let state = match part.strip_prefix("n/a ") {
                Some(reason) => AnswerState::NotApplicable {
                    reason: reason.to_owned(),
                },
                None if part == "?" => AnswerState::NotKnown { asked_of: None },
                None => continue,
            };
            answers.insert(gaps::CONFORMITY.into(), Answer::new(state));
        }
        answers.extend([links(gaps::ANALYSIS, &[run])]);
        let id = format!("iso42001:{reference}");
        answers.insert(gaps::REQUIREMENT.into(), Answer::given(Value::Text(id)));
        (record(RecordKind::Finding, place as u32 + 1), answers)
    });
    findings.collect()
}

fn rows(run: &Record, settings: &[&str], said: &[&str]) -> Vec<Row<'static>> {
    let found = found(run, said);
    let found = found.iter().map(|(record, answers)| (record, answers));
    let settings = answers(settings);
    gaps::rows(
        standard(),
        &Run::of(run, &settings),
        &Findings::of(asked(), found),
    )
}

fn judged(said: &str) -> Judgement {
    let run = record(RecordKind::GapAnalysis, 1);
    let line = format!("4.1: {said}");
    let rows = rows(&run, &[], &[&line]);
    rows.into_iter().next().unwrap().judgement
}

#[test]
fn a_run_has_a_row_for_every_requirement_that_is_assessed() {
    let run = record(RecordKind::GapAnalysis, 1);
    let all = rows(&run, &[], &[]);
    assert_eq!(all.len(), 70);
    assert!(all.iter().all(|row| row.judgement == Judgement::default()));
    let topics: Vec<&str> = gaps::by_topic(&all)
        .iter()
        .map(|(topic, _)| topic.reference.as_str())
        .collect();
    assert_eq!(
        topics,
        [
            "4", "5", "6", "7", "8", "9", "10", "A.2", "A.3", "A.4", "A.5", "A.6", "A.7", "A.8",
            "A.9", "A.10"
        ]
    );
    let clauses = rows(&run, &["gap-analysis-parts = clauses"], &[]);
    assert_eq!(clauses.len(), 32);
    let controls = rows(&run, &["gap-analysis-parts = controls"], &[]);
    assert_eq!(controls.len(), 38);
    assert!(rows(&run, &["gap-analysis-parts ="], &[]).is_empty());
}

#[test]
fn every_requirement_that_is_assessed_says_what_to_ask_for() {
    for requirement in standard().assessed() {
        let words = [
            &requirement.exists,
            &requirement.works,
            &requirement.good,
            &requirement.weak,
        ];
        for words in words {
            assert!(!words.is_empty(), "{}", requirement.id);
        }
        // One asks for a thing, and looks at practice.
        assert!(requirement.exists.starts_with("Ask "), "{}", requirement.id);
        assert!(
            requirement.good.len() > requirement.weak.len(),
            "{}",
            requirement.id
        );
    }
}

#[test]
fn what_does_not_apply_and_what_nobody_looked_at_are_counted_apart() {
    let run = record(RecordKind::GapAnalysis, 1);
    let said = [
        "4.1: conformity = met",
        "4.2: conformity = met",
        "4.3: conformity = partly",
        "4.4: conformity = not-met",
        "5.1: n/a Top management is one person.",
        "5.2: conformity = not-looked-at",
        "5.3: ?",
        "6.3: note = Seen in passing.",
    ];
    let score = gaps::score(&rows(&run, &["gap-analysis-parts = clauses"], &said));
    assert_eq!(score.asked, 32);
    assert_eq!((score.met, score.partly, score.not_met), (2, 1, 1));
    assert_eq!((score.not_applicable, score.unseen), (1, 27));
    assert_eq!((score.judged(), score.applicable()), (4, 31));
    // (2 + 1/2) of 4, and not of 32: unseen is not "no".
    let share = score.share().unwrap();
    assert_eq!((share.halves, share.of, share.percent()), (5, 4, 63));
    assert_eq!(gaps::score(&rows(&run, &[], &[])).share(), None);
}

#[test]
fn exists_and_works_are_judged_apart() {
    let run = record(RecordKind::GapAnalysis, 1);
    let said = [
        "4.1: exists = yes; works = no; conformity = partly",
        "4.2: exists = yes; works = partly",
        "4.3: exists = partly",
        "4.4: exists = no; conformity = not-met",
    ];
    let score = gaps::score(&rows(&run, &[], &said));
    let exists = &score.exists;
    assert_eq!((exists.yes, exists.partly, exists.no), (2, 1, 1));
    let works = &score.works;
    assert_eq!((works.yes, works.partly, works.no), (0, 1, 1));
    assert_eq!(exists.share().unwrap().percent(), 63);
    assert_eq!(works.share().unwrap().percent(), 25);
    // What exists says nothing on conformity while nobody judged it.
    assert_eq!(score.judged(), 2);
}

#[test]
fn maturity_is_a_mean_over_what_was_judged() {
    let run = record(RecordKind::GapAnalysis, 1);
    let said = [
        "4.1: conformity = met; maturity = level-4",
        "4.2: conformity = not-met; maturity = level-0",
        "4.3: conformity = met; maturity = level-3",
        "4.4: conformity = met",
    ];
    let maturity = gaps::score(&rows(&run, &[], &said)).maturity;
    assert_eq!((maturity.sum, maturity.judged), (7, 3));
    assert_eq!(maturity.tenths(), Some(23));
    assert_eq!(gaps::score(&[]).maturity.tenths(), None);
}

#[test]
fn a_hidden_follow_up_is_never_counted() {
    // Each line: what is said, then how the deciding answer is toggled, and back.
    let works = |said: &str| judged(said).works;
    assert_eq!(works("exists = yes; works = yes"), Some(Seen::Yes));
    assert_eq!(works("exists = no; works = yes"), None);
    assert_eq!(works("works = yes"), None);
    assert_eq!(works("exists = partly; works = yes"), Some(Seen::Yes));

    let maturity = |said: &str| judged(said).maturity;
    assert_eq!(maturity("conformity = met; maturity = level-5"), Some(5));
    assert_eq!(
        maturity("conformity = not-looked-at; maturity = level-5"),
        None
    );
    assert_eq!(maturity("n/a No such case.; maturity = level-5"), None);
    assert_eq!(maturity("?; maturity = level-5"), None);
    assert_eq!(maturity("maturity = level-5"), None);
    assert_eq!(maturity("conformity = partly; maturity = level-5"), Some(5));

    let aside = judged("conformity = not-looked-at; maturity = level-5").set_aside;
    assert_eq!(
        aside,
        [QuestionId::from(gaps::MATURITY)],
        "kept, and said so"
    );

    let severity = |said: &str| judged(said).severity;
    let major = "severity = major";
    assert_eq!(
        severity(&format!("conformity = not-met; {major}")),
        Some(Severity::Major)
    );
    assert_eq!(
        severity(&format!("conformity = not-looked-at; {major}")),
        None
    );
    assert_eq!(severity(&format!("n/a Not ours.; {major}")), None);

    let by = |said: &str| judged(said).credit_by;
    assert_eq!(
        by("credit = confirmed; credit-by = A. Auditor"),
        "A. Auditor"
    );
    assert_eq!(by("credit-by = A. Auditor"), "");
    let evidence = |said: &str| judged(said).credit_evidence;
    assert_eq!(evidence("credit = part; credit-evidence = Log"), "Log");
    assert_eq!(evidence("credit = declined; credit-evidence = Log"), "");
}

#[test]
fn what_was_seen_counts_no_longer_once_it_does_not_apply() {
    for toggled in ["n/a Not ours.", "conformity = not-looked-at"] {
        let judged = judged(&format!("exists = yes; works = yes; {toggled}"));
        assert_eq!((judged.exists, judged.works), (None, None), "{toggled}");
    }
    // Not yet judged as a whole: what was seen counts.
    for said in ["exists = yes", "exists = yes; ?"] {
        assert_eq!(judged(said).exists, Some(Seen::Yes), "{said}");
    }
}

#[test]
fn reused_evidence_never_counts_as_met() {
    let run = record(RecordKind::GapAnalysis, 1);
    let plain = gaps::score(&rows(&run, &[], &["4.1: note = x"]));
    let credited = gaps::score(&rows(&run, &[], &["4.1: note = x; credit = confirmed"]));
    assert_eq!(plain, credited);
    assert_eq!(judged("credit = part").credit, Some(Credit::Part));
}

#[test]
fn credit_is_proposed_where_the_crosswalk_has_a_link_also_for_what_it_is_divided_into() {
    let sources = |reference: &str| -> Vec<(String, String, u8)> {
        let id = format!("iso42001:{reference}");
        let requirement = standard().requirement(&id).unwrap();
        gaps::proposals(library(), standard(), requirement)
            .into_iter()
            .map(|proposal| {
                let source = proposal.source.id.to_string();
                let over = proposal.over.reference.clone();
                (source, over, proposal.strength)
            })
            .collect()
    };
    let one =
        |source: &str, over: &str, strength: u8| (source.to_owned(), over.to_owned(), strength);
    assert_eq!(sources("4.1"), [one("iso27001:4.1", "4.1", 8)]);
    assert_eq!(sources("7.5.2"), [one("iso27001:7.5", "7.5", 8)]);
    assert_eq!(
        sources("A.6.2.8"),
        [
            one("iso27001:A.8.15", "A.6.2.8", 7),
            one("iso27001:A.8.17", "A.6.2.8", 7)
        ]
    );
    assert_eq!(sources("A.7.4"), []);
    assert_eq!(sources("6.1.4"), []);
}

#[test]
fn credit_is_proposed_to_whoever_says_they_have_the_certificate() {
    let certified = |said: &str| gaps::is_certified(&answers(&[said]));
    assert!(certified(
        "organisation-certificates = iso-27001 + iso-9001"
    ));
    assert!(!certified("organisation-certificates = iso-9001"));
    assert!(!gaps::is_certified(&Answers::new()));
}

#[test]
fn of_two_runs_it_is_told_what_is_better_worse_new_and_gone() {
    let (first, second) = (
        record(RecordKind::GapAnalysis, 1),
        record(RecordKind::GapAnalysis, 2),
    );
    let before = rows(
        &first,
        &[],
        &[
            "4.1: conformity = partly",
            "4.2: conformity = met; maturity = level-2",
            "4.3: conformity = met; maturity = level-3",
            "5.1: conformity = met",
            "5.2: conformity = met; maturity = level-4",
            "A.2.2: conformity = met",
        ],
    );
    let now = rows(
        &second,
        &["gap-analysis-parts = clauses"],
        &[
            "4.1: conformity = met",
            "4.2: conformity = met; maturity = level-3",
            "4.3: conformity = not-met; maturity = level-5",
            "4.4: conformity = partly",
            "5.1: n/a One person.",
            "5.2: conformity = met",
        ],
    );
    let moved = gaps::compare(&before, &now);
    let told: Vec<(&str, Movement)> = moved
        .iter()
        .filter(|one| one.movement != Movement::Same)
        .map(|one| (one.requirement.reference.as_str(), one.movement))
        .collect();
    assert_eq!(
        told,
        [
            ("4.1", Movement::Better),
            ("4.2", Movement::Better),
            ("4.3", Movement::Worse),
            ("4.4", Movement::New),
            ("5.1", Movement::Gone),
            ("A.2.2", Movement::Gone),
        ]
    );
    assert_eq!(moved.len(), 70);
}

/// An action that closes findings: `what = …`, `effort = …`, `state = …`, `due = …`.
fn action(number: u32, closes: &[&Record], said: &[&str]) -> (Record, Answers) {
    let said: Vec<String> = said.iter().map(|part| format!("action-{part}")).collect();
    let said: Vec<&str> = said.iter().map(String::as_str).collect();
    let mut answers = answers(&said);
    answers.extend([links("action-findings", closes)]);
    (record(RecordKind::Action, number), answers)
}

#[test]
fn the_plan_goes_by_the_day_of_a_duty_then_by_weight_then_by_effort() {
    let run = record(RecordKind::GapAnalysis, 1);
    let rows = rows(
        &run,
        &[],
        &[
            "4.1: conformity = partly; severity = minor",
            "4.3: conformity = not-met; severity = major",
            "7.4: conformity = not-met",
            "A.6.2.8: conformity = partly; severity = minor",
            "A.7.2: conformity = partly; severity = major",
            "5.1: conformity = met",
            "5.2: conformity = met; severity = improvement",
        ],
    );
    let finding = |number| record(RecordKind::Finding, number);
    let (one, two, four) = (finding(1), finding(2), finding(4));
    let actions = [
        action(1, &[&two], &["what = Scope", "effort = large"]),
        action(2, &[&two], &["what = Border cases", "effort = small"]),
        action(3, &[&four], &["what = Log", "state = done"]),
        action(4, &[&one, &four], &["what = Roles", "due = 2026-11-21"]),
        action(5, &[], &["what = Something else"]),
        action(
            6,
            &[&one],
            &["what = Dropped", "state = dropped", "dropped-reason = x"],
        ),
    ];
    let remedies = gaps::remedies(actions.iter().map(|(record, answers)| (record, answers)));
    assert_eq!(
        remedies.len(),
        5,
        "an action that closes no finding is none"
    );
    assert_eq!(remedies[1].effort, Some("small"));
    assert_eq!(remedies[2].state, ActionState::Done);

    let law = library().framework("eu-ai-act").unwrap();
    let duty = |id: &str| {
        law.duties
            .iter()
            .find(|duty| duty.id.as_str() == id)
            .unwrap()
    };
    let pressing = |on: &str, id: &str| gaps::Pressing {
        day: day(on),
        duty: duty(id),
        system: RecordId::new("system-1"),
    };
    let pressing = [
        ("iso42001:A.6.2.8".into(), pressing("2027-12-02", "O-LOG")),
        ("iso42001:A.7.2".into(), pressing("2027-12-02", "O-DATA")),
        ("iso42001:7.4".into(), pressing("2026-08-02", "O-QMS")),
    ];
    let pressing = pressing.into_iter().collect();
    let plan = gaps::plan(&rows, &remedies, &pressing);
    let told: Vec<(&str, Option<u32>)> = plan
        .iter()
        .map(|line| {
            let remedy = line.remedy.map(|remedy| remedy.record.number);
            (line.row.requirement.reference.as_str(), remedy)
        })
        .collect();
    assert_eq!(
        told,
        [
            // Nobody weighed it, but its day comes first.
            ("7.4", None),
            // The same day: the heavier gap.
            ("A.7.2", None),
            ("A.6.2.8", Some(4)),
            // No day: weight, then effort.
            ("4.3", Some(2)),
            ("4.3", Some(1)),
            ("4.1", Some(4)),
            ("5.2", None),
            // Nothing is left to do.
            ("A.6.2.8", Some(3)),
            ("4.1", Some(6)),
        ]
    );
    let on = day("2026-11-22");
    let late: Vec<bool> = plan.iter().map(|line| line.overdue(on)).collect();
    assert_eq!(late.iter().filter(|late| **late).count(), 2);
}

#[test]
fn a_gap_whose_actions_were_all_dropped_is_open_again() {
    let run = record(RecordKind::GapAnalysis, 1);
    let rows = rows(&run, &[], &["4.1: conformity = partly"]);
    let finding = record(RecordKind::Finding, 1);
    let dropped = [action(
        1,
        &[&finding],
        &["what = x", "state = dropped", "dropped-reason = y"],
    )];
    let remedies = gaps::remedies(dropped.iter().map(|(record, answers)| (record, answers)));
    let none = Default::default();
    let plan = gaps::plan(&rows, &remedies, &none);
    let open: Vec<bool> = plan.iter().map(|line| line.settled()).collect();
    assert_eq!(open, [false, true]);
}

#[test]
fn a_finding_that_says_not_what_it_is_about_is_left_out_and_of_two_the_first_counts() {
    let run = record(RecordKind::GapAnalysis, 1);
    let mut found = found(
        &run,
        &[
            "4.1: conformity = met",
            "4.1: conformity = not-met",
            "4.2: conformity = met",
        ],
    );
    found[2].1.remove(gaps::REQUIREMENT);
    let findings = Findings::of(
        asked(),
        found.iter().map(|(record, answers)| (record, answers)),
    );
    let about = |reference: &str| findings.about(&run.id, &format!("iso42001:{reference}"));
    assert_eq!(about("4.1").unwrap().conformity, Conformity::Met);
    assert!(about("4.2").is_none());
    let other = RecordId::new("another");
    assert!(findings.about(&other, "iso42001:4.1").is_none());
}

#[test]
fn the_questions_have_the_form_that_code_relies_on() {
    let check = |id: &str, about: RecordKind, kind: QuestionKind, options: &[&str]| {
        let questionnaire = library().questionnaire_about(about).unwrap();
        let question: &Question = questionnaire.question(id).expect(id);
        assert_eq!(question.kind, kind, "{id}");
        let known: Vec<&str> = question.options.iter().map(|one| one.id.as_str()).collect();
        assert_eq!(known, options, "{id}");
    };
    use QuestionKind::{Date, LongText, Multi, Number, Record, Records, Single, Text};
    let run = RecordKind::GapAnalysis;
    check(gaps::ON, run, Date, &[]);
    check(gaps::ASSESSOR, run, Text, &[]);
    check(gaps::SCOPE, run, LongText, &[]);
    check(gaps::PARTS, run, Multi, &["clauses", "controls"]);
    check(gaps::EARLIER, run, Record, &[]);
    check(gaps::SPOKEN, run, LongText, &[]);
    check(gaps::SUMMARY, run, LongText, &[]);
    let finding = RecordKind::Finding;
    check(gaps::ANALYSIS, finding, Record, &[]);
    check(gaps::REQUIREMENT, finding, Text, &[]);
    let conformity = Conformity::ALL.iter().map(|one| one.code());
    let given: Vec<&str> = conformity
        .filter(|code| *code != "not-applicable")
        .collect();
    check(gaps::CONFORMITY, finding, Single, &given);
    let seen: Vec<&str> = Seen::ALL.iter().map(|one| one.code()).collect();
    check(gaps::EXISTS, finding, Single, &seen);
    check(gaps::WORKS, finding, Single, &seen);
    let levels = [
        "level-0", "level-1", "level-2", "level-3", "level-4", "level-5",
    ];
    check(gaps::MATURITY, finding, Single, &levels);
    let severities: Vec<&str> = Severity::ALL.iter().map(|one| one.code()).collect();
    check(gaps::SEVERITY, finding, Single, &severities);
    check(gaps::FLAG, finding, Multi, &["flag", "ask-again"]);
    check(gaps::ASK, finding, Text, &[]);
    check(gaps::SECONDS, finding, Number, &[]);
    let credits: Vec<&str> = Credit::ALL.iter().map(|one| one.code()).collect();
    check(gaps::CREDIT, finding, Single, &credits);
    check(gaps::CREDIT_BY, finding, Text, &[]);
    for id in [
        gaps::NOTE,
        gaps::EVIDENCE,
        gaps::WHAT,
        gaps::CREDIT_EVIDENCE,
    ] {
        check(id, finding, LongText, &[]);
    }
    let action = RecordKind::Action;
    check("action-findings", action, Records, &[]);
    check("action-what", action, LongText, &[]);
    check("action-due", action, Date, &[]);
    check("action-effort", action, Single, &gaps::EFFORTS);
    let states = ["open", "under-way", "done", "dropped"];
    check("action-state", action, Single, &states);
    let certificates = library().question("organisation-certificates").unwrap();
    assert!(certificates.option("iso-27001").is_some());
}

/// A snapshot with one run, what it found, and more besides.
fn file_with(
    systems: &[&[&str]],
    run: (Record, &[&str]),
    said: &[&str],
    more: Vec<(Record, Answers)>,
) -> Dossier {
    let (run, settings) = run;
    let mut all = vec![(run.clone(), answers(settings))];
    all.extend(found(&run, said));
    all.extend(more);
    dossier(systems, &all)
}

fn codes(dossier: &Dossier) -> Vec<&'static str> {
    let found = smells(library(), dossier, day("2026-11-22"));
    let ours = found.iter().filter(|smell| smell.code.starts_with("gap-"));
    for smell in ours.clone() {
        let key = format!("ui.xray.{}", smell.code);
        let text = library().texts().find(&key).expect(&key);
        for (name, _) in &smell.with {
            assert!(text.contains(&format!("{{{name}}}")), "{key}: {name}");
        }
        assert!(matches!(smell.place, Place::Requirement(..)));
    }
    ours.map(|smell| smell.code).collect()
}

#[test]
fn contradictions_of_the_newest_run_are_found() {
    let run = |number| record(RecordKind::GapAnalysis, number);
    let on = ["gap-analysis-on = 2026-11-20"];
    let check = |said: &str, expected: &[&str]| {
        let with = file_with(&[], (run(1), &on), &[said], Vec::new());
        assert_eq!(codes(&with), expected, "{said}");
    };
    check("4.1: conformity = met; note = Seen.", &[]);
    check("4.1: conformity = met", &["gap-met-unproven"]);
    check(
        "4.1: exists = yes; works = no; conformity = met; note = x",
        &["gap-met-not-there"],
    );
    check("4.1: conformity = partly", &["gap-unweighed"]);
    check(
        "4.1: conformity = partly; severity = minor",
        &["gap-unplanned"],
    );
    check("4.1: conformity = partly; severity = improvement", &[]);
    check("4.1: credit = confirmed", &["gap-credit-unproven"]);
    check("4.1: credit = part; credit-evidence = Log", &[]);
    check("4.1: n/a One person.", &["gap-clause-aside"]);
    check("A.7.2: n/a Nothing is trained here.", &[]);

    let finding = record(RecordKind::Finding, 1);
    let closing = action(1, &[&finding], &["what = x"]);
    let planned = ["4.1: conformity = partly; severity = major"];
    let with = file_with(&[], (run(1), &on), &planned, vec![closing]);
    assert_eq!(codes(&with), [""; 0]);

    // An older run is history.
    let later = (run(2), answers(&["gap-analysis-on = 2026-11-21"]));
    let with = file_with(&[], (run(1), &on), &["4.1: conformity = met"], vec![later]);
    assert_eq!(codes(&with), [""; 0]);
}

#[test]
fn a_run_that_says_otherwise_than_the_statement_of_applicability_is_found() {
    let control = |said: &[(&str, &str)]| {
        let mut answers = Answers::new();
        let reference = Value::Text("iso42001:A.7.2".to_owned());
        answers.insert("control-ref".into(), Answer::given(reference));
        for (question, option) in said {
            let value = Value::One((*option).into());
            answers.insert((*question).into(), Answer::given(value));
        }
        (record(RecordKind::Control, 1), answers)
    };
    let check = |said: &str, stated: &[(&str, &str)], expected: &[&str]| {
        let run = record(RecordKind::GapAnalysis, 1);
        let more = vec![control(stated)];
        let with = file_with(&[], (run, &["gap-analysis-on = 2026-11-20"]), &[said], more);
        assert_eq!(codes(&with), expected, "{said} {stated:?}");
    };
    let (included, excluded) = (
        ("control-applies", "included"),
        ("control-applies", "excluded"),
    );
    check("A.7.2: n/a Bought.", &[included], &["gap-control-included"]);
    check("A.7.2: n/a Bought.", &[excluded], &[]);
    let gap = "A.7.2: conformity = partly; severity = improvement";
    check(gap, &[excluded], &["gap-control-excluded"]);
    check(gap, &[included], &[]);
    let met = "A.7.2: conformity = met; note = x";
    let planned = ("control-status", "planned");
    check(met, &[included, planned], &["gap-control-not-begun"]);
    check(met, &[included, ("control-status", "effective")], &[]);
}

#[test]
fn a_run_is_frozen_with_everything_it_rests_on() {
    let (first, second) = (
        record(RecordKind::GapAnalysis, 1),
        record(RecordKind::GapAnalysis, 2),
    );
    let mut settings = answers(&[
        "gap-analysis-on = 2026-11-20",
        "gap-analysis-assessor = An assessor",
        "gap-analysis-parts = clauses + controls",
    ]);
    settings.extend([links(gaps::EARLIER, &[&first])]);
    let said = [
        "4.1: conformity = met; maturity = level-3; exists = yes; works = partly; note = Seen.",
        "5.1: n/a One person.",
        "A.6.2.8: conformity = partly; severity = minor; what = No log.",
    ];
    let mut more = vec![(second.clone(), settings)];
    more.extend(
        found(&second, &said)
            .into_iter()
            .zip(10..)
            .map(|((_, answers), number)| (record(RecordKind::Finding, number), answers)),
    );
    let person = record(RecordKind::Person, 1);
    let closes = record(RecordKind::Finding, 12);
    let mut closing = action(1, &[&closes], &["what = Keep logs", "effort = small"]);
    closing.1.extend([links("action-owner", &[&person])]);
    more.extend([closing, (person, Answers::new())]);
    let before = ["4.1: conformity = partly; maturity = level-2"];
    let on = ["gap-analysis-on = 2026-03-02"];
    let dossier = file_with(&[&RANKING], (first, &on), &before, more);
    let analysis =
        gaps::Analysis::in_dossier(library(), &dossier, &second.id, day("2026-11-22")).unwrap();
    let name_of = |id: &RecordId| dossier.record(id).map(|record| record.name.clone());
    let words = Words {
        texts: library().texts(),
        name_of: &name_of,
    };
    let frozen = gaps::freeze(&analysis, library(), &words);
    assert_eq!(frozen.form, gaps::FORM);
    let check =
        |path: &[&str], expected: &str| assert_eq!(frozen.value(path), expected, "{path:?}");
    check(&["subject"], "GAP-002");
    check(&["assessor"], "An assessor");
    check(&["score", "met"], "1");
    check(&["score", "not-applicable"], "1");
    check(&["score", "unseen"], "67");
    check(&["score", "works", "partly"], "1");
    check(&["topics", "iso42001:4", "maturity-sum"], "3");
    let requirement = |id: &str, part: &str| {
        let id = format!("iso42001:{id}");
        frozen.value(&["requirements", &id, part]).to_owned()
    };
    check(&["requirements", "iso42001:4.1"], "met");
    assert_eq!(requirement("4.1", "note"), "Seen.");
    assert_eq!(requirement("5.1", "reason"), "One person.");
    assert_eq!(requirement("A.6.2.8", "what"), "No log.");
    check(&["earlier", "subject"], "GAP-001");
    check(&["earlier", "score", "partly"], "1");
    check(&["earlier", "moved", "iso42001:4.1"], "better");
    check(
        &["earlier", "moved", "iso42001:4.1", "before", "maturity"],
        "2",
    );
    check(&["certified"], "no");
    // Nobody said how far the run reaches: it cannot be signed.
    let open: Vec<&str> = frozen.open().iter().map(|part| part.id.as_str()).collect();
    assert_eq!(open, [gaps::SCOPE]);
    // The ranking of applicants owes logs: the gap has its day.
    let line = frozen.parts(&["plan"]).first().unwrap();
    assert_eq!(line.id, "iso42001:A.6.2.8:ACT-001");
    assert_eq!(line.value(&["duty"]), "2 December 2027");
    assert_eq!(line.value(&["action", "owner"]), "person 1");
    assert_eq!(line.value(&["action", "effort"]), "small");
    assert_eq!(frozen, gaps::freeze(&analysis, library(), &words));
}
