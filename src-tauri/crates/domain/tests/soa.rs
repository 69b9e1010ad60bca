//! The Statement of Applicability: its lines, what is suggested, what does not hold together, the path behind
//! a line, versions.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/said.rs"]
mod said;

use chrono::{NaiveDate, TimeZone, Utc};
use content::{Library, QuestionId, QuestionKind, RecordKind};
use domain::law::{Engine, Knowing};
use domain::soa::{
    self, Break, Contradiction, Decision, Hold, Owing, Standing, Statement, Step, Version, asked,
    freeze, moved,
};
use domain::{
    Answer, Answers, Dossier, Frozen, Part, Record, RecordId, Stamp, Truth, Value, Words, fact,
};
use said::answers;
use std::collections::BTreeMap;

fn library() -> &'static Library {
    content::library().expect("shipped content")
}

fn today() -> NaiveDate {
    "2026-11-22".parse().unwrap()
}

fn record(kind: RecordKind, number: u32) -> Record {
    let at = Utc.with_ymd_and_hms(2026, 11, 22, 10, 0, 0).unwrap();
    Record {
        id: RecordId::new(format!("{}-{number}", kind.code())),
        kind,
        number,
        name: format!("{} {number}", kind.code()),
        created: at,
        changed: at,
        retired: None,
    }
}

/// A file that is filled line by line.
struct Made(Dossier);

impl Made {
    fn new() -> Made {
        let at = Utc.with_ymd_and_hms(2026, 11, 22, 10, 0, 0).unwrap();
        Made(Dossier {
            stamp: Stamp {
                file_id: "file".into(),
                event: 1,
                head: "head".into(),
                at,
            },
            records: vec![record(RecordKind::Organisation, 1)],
            answers: BTreeMap::new(),
            attachments: BTreeMap::new(),
            revisions: Vec::new(),
            frozen: BTreeMap::new(),
        })
    }

    fn with(mut self, kind: RecordKind, said: &[&str]) -> Made {
        let number = self.0.records.iter().filter(|one| one.kind == kind).count() + 1;
        let record = record(kind, u32::try_from(number).unwrap());
        self.0.answers.insert(record.id.clone(), answers(said));
        self.0.records.push(record);
        self
    }

    /// A control of the standard with what is said of it.
    fn control(self, reference: &str, said: &[&str]) -> Made {
        let id = format!("control-ref = iso42001:{reference}");
        let mut all = vec![id.as_str()];
        all.extend(said);
        self.with(RecordKind::Control, &all)
    }

    /// The newest record of a kind links to others.
    fn linking(mut self, kind: RecordKind, question: &str, to: &[&str]) -> Made {
        let newest = self.0.records.iter().rev().find(|one| one.kind == kind);
        let id = newest.unwrap().id.clone();
        let value = Value::Records(to.iter().map(|id| RecordId::new(*id)).collect());
        let answers: &mut Answers = self.0.answers.entry(id).or_default();
        answers.insert(QuestionId::from(question), Answer::given(value));
        self
    }

    fn look<T>(&self, look: impl FnOnce(&Statement<'_>, &Words<'_>) -> T) -> T {
        let law = library().framework(fact::AI_ACT).unwrap();
        let questions = library().questions_of(law).unwrap();
        let owing = Owing::of(
            &Engine::new(law, questions),
            &Knowing::new(library(), questions),
            &self.0,
            today(),
        );
        let statement = Statement::of(library(), &self.0, owing, today());
        let name_of = |id: &RecordId| self.0.record(id).map(|record| record.name.clone());
        look(
            &statement,
            &Words {
                texts: library().texts(),
                name_of: &name_of,
            },
        )
    }

    fn contradictions(&self, reference: &str) -> Vec<&'static str> {
        self.look(|statement, _| {
            let row = statement.row(&format!("iso42001:{reference}")).unwrap();
            let found = statement.contradictions(row);
            found.iter().map(Contradiction::code).collect()
        })
    }

    /// What is suggested about a control, as `id decision truth because`.
    fn suggested(&self, reference: &str) -> Vec<String> {
        self.look(|statement, _| {
            let row = statement.row(&format!("iso42001:{reference}")).unwrap();
            let proposals = statement.proposals(row);
            let line = |one: &soa::Proposal<'_>| {
                let truth = if one.truth == Truth::Yes {
                    "yes"
                } else {
                    "open"
                };
                let because = soa::references(&one.because);
                format!("{} {} {truth} {because}", one.id(), one.decision.code())
                    .trim()
                    .to_owned()
            };
            proposals.iter().map(line).collect()
        })
    }

    fn frozen(&self) -> Frozen {
        self.look(|statement, words| {
            let organisation = self.0.organisation().unwrap();
            let version = Version {
                scope: "All of it",
                approver: "Head",
                summary: "First",
            };
            freeze(statement, words, organisation, &version)
        })
    }
}

const INCLUDED: &str = "control-applies = included";
const EXCLUDED: &str = "control-applies = excluded";
const REAL: &str =
    "control-exclusion-reason = We train nothing: all systems are bought ready to use";

#[test]
fn the_questions_that_code_looks_at_have_the_form_it_relies_on() {
    use QuestionKind::{Date, LongText, Multi, Record, Records, Single, Text};
    let check = |id: &str, kind: QuestionKind, about: RecordKind| {
        let found = library().question(id).unwrap_or_else(|| panic!("{id}"));
        assert_eq!(found.kind, kind, "{id}");
        let mut all = library().all_questionnaires();
        let own = all.find(|one| one.question(id).is_some()).unwrap();
        assert_eq!(own.about, about, "{id}");
    };
    for (id, kind) in [
        (asked::REF, Text),
        (asked::APPLIES, Single),
        (asked::GROUNDS, Multi),
        (asked::REASON, LongText),
        (asked::EXCLUSION, LongText),
        (asked::STATUS, Single),
        (asked::HOW, LongText),
        (asked::DOCUMENT, Text),
        (asked::OWNER, Record),
        (asked::SYSTEMS, Records),
        (asked::EVIDENCE, LongText),
        (asked::EVIDENCE_ON, Date),
        (asked::MATURITY, Single),
        (asked::TARGET, Date),
        (asked::INHERITED, Record),
        (asked::AUDITOR, LongText),
    ] {
        check(id, kind, RecordKind::Control);
    }
    for (id, kind) in [
        (asked::SCOPE, LongText),
        (asked::APPROVER, Record),
        (asked::CHANGES, LongText),
    ] {
        check(id, kind, RecordKind::Organisation);
    }
    for (id, kind) in [
        (asked::RISK_CONTROLS, Records),
        (asked::RISK_TREATMENT, Single),
        (asked::RISK_ACCEPTED_BY, Record),
        (asked::RISK_ACCEPTED_UNTIL, Date),
    ] {
        check(id, kind, RecordKind::Risk);
    }
    let options = |id: &str| -> Vec<&str> {
        let options = library().question(id).unwrap().options.iter();
        options.map(|one| one.id.as_str()).collect()
    };
    assert_eq!(options(asked::APPLIES), Decision::ALL.map(Decision::code));
    assert_eq!(
        options(asked::STATUS),
        soa::Status::ALL.map(soa::Status::code)
    );
    for suggestion in &library().applicability(soa::STANDARD).unwrap().suggestions {
        assert!(Decision::from_code(suggestion.decision.as_str()).is_some());
        let known = options(asked::GROUNDS);
        let mut grounds = suggestion.grounds.iter();
        assert!(grounds.all(|one| known.contains(&one.as_str())));
        let excluded = suggestion.decision.as_str() == "excluded";
        assert_eq!(suggestion.grounds.is_empty(), excluded, "{}", suggestion.id);
    }
}

/// Clauses 4 to 10 are never among the lines.
#[test]
fn the_lines_are_the_controls_of_the_standard_in_its_order_then_our_own() {
    let made = Made::new()
        .with(RecordKind::Control, &[INCLUDED])
        .control("A.8.4", &[EXCLUDED])
        .with(RecordKind::Control, &["control-ref = iso42001:A.6"]);
    let lines: Vec<(String, String)> = made.look(|statement, _| {
        let rows = statement.rows.iter();
        rows.map(|row| {
            let topic = row.topic.map_or("own", |topic| topic.reference.as_str());
            (topic.to_owned(), row.reference())
        })
        .collect()
    });
    assert_eq!(lines.len(), 40);
    assert_eq!(lines[0], ("A.2".into(), "A.2.2".into()));
    assert_eq!(lines[16], ("A.6".into(), "A.6.2.2".into()));
    assert_eq!(lines[37], ("A.10".into(), "A.10.4".into()));
    // What means no control of the standard is one of our own.
    assert_eq!(lines[38].1, "CTL-001");
    assert_eq!(lines[39].1, "CTL-003");
    assert!(lines[..38].iter().all(|(_, one)| one.starts_with("A.")));
    let counts = made.look(|statement, _| statement.counts());
    assert_eq!((counts.annex, counts.own), (38, 2));
    assert_eq!(
        (counts.included, counts.excluded, counts.undecided),
        (1, 1, 38)
    );
    assert!(!counts.complete());
}

#[test]
fn what_does_not_hold_together_is_named() {
    let none: [&str; 0] = [];
    let one = |said: &[&str]| Made::new().control("A.7.6", said).contradictions("A.7.6");
    assert_eq!(one(&[]), none);
    assert_eq!(one(&[INCLUDED]), ["no-reason", "owner-missing"]);
    // "None of these" is no reason; words are one.
    assert_eq!(
        one(&[INCLUDED, "control-reasons ="]),
        ["no-reason", "owner-missing"]
    );
    assert_eq!(
        one(&[INCLUDED, "control-reason = The sorter is trained here"]),
        ["owner-missing"]
    );
    assert_eq!(
        one(&[INCLUDED, "control-reasons = risk"]),
        ["risk-named-nowhere", "owner-missing"]
    );
    let said = |status: &str, more: &[&str]| {
        let status = format!("control-status = {status}");
        let mut all = vec![INCLUDED, "control-reasons = legal", status.as_str()];
        all.extend(more);
        Made::new()
            .control("A.7.6", &all)
            .linking(RecordKind::Control, asked::OWNER, &["person-1"])
            .contradictions("A.7.6")
    };
    assert_eq!(said("planned", &[]), none);
    assert_eq!(said("implemented", &[]), ["no-evidence"]);
    assert_eq!(said("effective", &["control-evidence = P-7"]), none);
    let of = |day: &str| {
        let day = format!("control-evidence-on = {day}");
        said("effective", &["control-evidence = P-7", &day])
    };
    assert_eq!(of("2025-11-22"), none, "a year to the day is fresh");
    assert_eq!(of("2025-11-21"), ["evidence-old"]);
    assert_eq!(said("planned", &["control-target = 2026-11-22"]), none);
    assert_eq!(
        said("planned", &["control-target = 2026-11-21"]),
        ["target-passed"]
    );
    // A target of what is in place by now is set aside.
    let done = ["control-target = 2026-11-21", "control-evidence = P-7"];
    assert_eq!(said("implemented", &done), none);

    assert_eq!(one(&[EXCLUDED]), ["no-exclusion-reason"]);
    assert_eq!(one(&[EXCLUDED, REAL]), none);
    for hollow in [
        "Not applicable.",
        "n/a",
        "Not relevant to our organisation",
        "No time",
    ] {
        let reason = format!("control-exclusion-reason = {hollow}");
        assert_eq!(one(&[EXCLUDED, &reason]), ["hollow-reason"], "{hollow}");
    }
}

/// What was said while a control was included is kept and counts nowhere once it is excluded, and back.
#[test]
fn hidden_answers_never_count() {
    let said = [
        "control-reasons = risk",
        "control-status = implemented",
        "control-target = 2026-01-01",
    ];
    let with = |decision: &'static str| {
        let mut all = vec![decision, REAL];
        all.extend(said);
        Made::new().control("A.7.6", &all)
    };
    assert_eq!(with(EXCLUDED).contradictions("A.7.6"), [""; 0]);
    assert_eq!(
        with(INCLUDED).contradictions("A.7.6"),
        ["risk-named-nowhere", "no-evidence", "owner-missing"]
    );
    let line = |made: &Made| -> Vec<String> {
        let frozen = made.frozen();
        let line = frozen.part(&["topics", "iso42001:A.7", "iso42001:A.7.6"]);
        let parts = line.unwrap().parts.iter();
        parts.map(|part| part.id.clone()).collect()
    };
    assert_eq!(
        line(&with(EXCLUDED)),
        ["decision", "reason", "contradictions", "trail"]
    );
    assert!(line(&with(INCLUDED)).contains(&"status".to_owned()));
    let counts = with(EXCLUDED).look(|statement, _| statement.counts());
    assert_eq!(counts.by_status, [0; 5]);
}

#[test]
fn buying_only_and_building_suggest_the_opposite_and_an_open_answer_nothing_for_certain() {
    let bought = ["sourcing = bought", "changes-by-us = none"];
    let made = Made::new().with(RecordKind::System, &bought);
    assert_eq!(
        made.suggested("A.6.2.4"),
        ["bought-only excluded yes AI-001"]
    );
    assert_eq!(
        made.suggested("A.10.3"),
        ["bought-tools included yes AI-001"]
    );
    let both = Made::new()
        .with(RecordKind::System, &bought)
        .with(RecordKind::System, &["sourcing = built"]);
    assert_eq!(
        both.suggested("A.6.2.4"),
        ["own-systems included yes AI-002"]
    );
    // A system of which nobody knows where it comes from leaves both open.
    let open = Made::new()
        .with(RecordKind::System, &bought)
        .with(RecordKind::System, &[]);
    assert_eq!(
        open.suggested("A.6.2.4"),
        [
            "own-systems included open",
            "bought-only excluded open AI-001"
        ]
    );
    open.look(|statement, _| {
        let row = statement.row("iso42001:A.6.2.4").unwrap();
        let proposals = statement.proposals(row);
        let (record, questions) = &proposals[0].open[0];
        assert_eq!(record.reference(), "AI-002");
        assert_eq!(questions[0].as_str(), "sourcing");
    });
    // Out of scope, out of the picture; and no system says nothing.
    let outside = Made::new().with(RecordKind::System, &bought).with(
        RecordKind::System,
        &["sourcing = built", "in-aims-scope = no"],
    );
    assert_eq!(
        outside.suggested("A.6.2.4"),
        ["bought-only excluded yes AI-001"]
    );
    assert_eq!(Made::new().suggested("A.6.2.4"), [""; 0]);
}

/// The usual words for leaving a control out are that it does not apply: they leave it out, with that reason.
#[test]
fn who_says_that_a_control_does_not_apply_leaves_it_out_for_that_reason() {
    let mut made = Made::new().control("A.6.2.4", &[]);
    let reason = "Systems are bought, and the supplier tests them before each release".to_owned();
    let aside = Answer::new(domain::AnswerState::NotApplicable {
        reason: reason.clone(),
    });
    let said = made
        .0
        .answers
        .entry(RecordId::new("control-1"))
        .or_default();
    said.insert(QuestionId::from(asked::APPLIES), aside);
    made.look(|statement, _| {
        let row = statement.row("iso42001:A.6.2.4").unwrap();
        assert_eq!(row.decision(), Some(Decision::Excluded));
        assert_eq!(row.reason(), reason);
    });
}

#[test]
fn a_control_that_a_treatment_relies_on_is_named_when_it_is_excluded() {
    let risk = |decision: &[&str], said: &[&str]| {
        Made::new()
            .control("A.6.2.4", decision)
            .with(RecordKind::Risk, said)
            .linking(RecordKind::Risk, asked::RISK_CONTROLS, &["control-1"])
    };
    let reduce = ["risk-treatment = reduce"];
    let excluded = risk(&[EXCLUDED, REAL], &reduce);
    assert_eq!(excluded.contradictions("A.6.2.4"), ["relied-on"]);
    assert_eq!(
        excluded.suggested("A.6.2.4"),
        ["risks included yes RSK-001"]
    );
    // The risk itself is the reason.
    let included = risk(&[INCLUDED], &reduce);
    assert_eq!(included.contradictions("A.6.2.4"), ["owner-missing"]);
    excluded.look(|statement, words| {
        let row = statement.row("iso42001:A.6.2.4").unwrap();
        let said = statement.contradictions(row)[0].words(words);
        assert_eq!(said, "RSK-001 relies on it, and it is excluded");
    });
}

#[test]
fn an_excluded_control_that_a_duty_leans_on_is_named_with_the_system() {
    let ranking = [
        "act-object = system",
        "how-it-works = learned",
        "kept-for =",
        "our-part = use",
        "our-seat = eu",
        "functions =",
        "fields = work",
        "work-tasks = candidates",
        "profiles-anybody = yes",
        "module-links = alone",
        "changes-made =",
        "about-us =",
        "decides-on-persons = yes",
        "significant-decisions = yes",
        "explanation-limits =",
        "controls-input = no",
        "controls-logs = yes",
        "dpia-due = yes",
        "first-placed = 2028-02-01",
    ];
    let made = |said: &[&str]| {
        Made::new()
            .with(RecordKind::System, said)
            .control("A.6.2.8", &[EXCLUDED, REAL])
    };
    assert_eq!(made(&ranking).contradictions("A.6.2.8"), ["duty-leans"]);
    made(&ranking).look(|statement, words| {
        let row = statement.row("iso42001:A.6.2.8").unwrap();
        let said = statement.contradictions(row)[0].words(words);
        assert!(said.contains("Keep logs (Art. 26(6)): AI-001"), "{said}");
    });
    // Nothing is owed while nothing is known.
    assert_eq!(made(&[]).contradictions("A.6.2.8"), [""; 0]);
}

#[test]
fn two_records_of_one_control_are_named_and_the_first_counts() {
    let made = Made::new()
        .control("A.2.2", &[EXCLUDED, REAL])
        .control("A.2.2", &[INCLUDED]);
    assert_eq!(made.contradictions("A.2.2"), ["doubled"]);
    assert_eq!(made.look(|statement, _| statement.counts().own), 0);
}

/// The five links of the first path behind a control: `whole`, `-` for not needed, or why it is broken.
fn links(made: &Made, standing: Option<Standing>) -> Vec<&'static str> {
    made.look(|statement, words| {
        let row = statement.row("iso42001:A.6.2.4").unwrap();
        let trails = statement.trails(row, standing, words);
        let links = &trails.first().expect("a path").links;
        assert_eq!(
            links.iter().map(|link| link.step).collect::<Vec<_>>(),
            Step::ALL
        );
        let hold = |hold: Hold| match hold {
            Hold::Whole => "whole",
            Hold::NotNeeded => "-",
            Hold::Broken(why) => why.code(),
        };
        links.iter().map(|link| hold(link.hold)).collect()
    })
}

#[test]
fn the_path_from_a_risk_to_its_approval_shows_where_it_breaks() {
    let kept = [
        INCLUDED,
        "control-status = implemented",
        "control-evidence = P-7",
    ];
    let risk = |control: &[&str], said: &[&str]| {
        Made::new()
            .control("A.6.2.4", control)
            .with(RecordKind::Risk, said)
            .linking(RecordKind::Risk, asked::RISK_CONTROLS, &["control-1"])
    };
    let signed = Some(Standing::Signed(2));
    let accepted = |until: &str| {
        let until = format!("risk-accepted-until = {until}");
        risk(&kept, &["risk-treatment = reduce", &until]).linking(
            RecordKind::Risk,
            asked::RISK_ACCEPTED_BY,
            &["person-1"],
        )
    };
    let whole = ["whole"; 5];
    assert_eq!(links(&accepted("2027-01-01"), signed), whole);
    assert_eq!(links(&accepted("2027-01-01"), None), whole);
    let last = |made: &Made, standing: Option<Standing>| links(made, standing)[4];
    assert_eq!(last(&accepted("2026-11-21"), signed), "acceptance-expired");
    let made = accepted("2027-01-01");
    assert_eq!(last(&made, Some(Standing::Unsigned)), "never-signed");
    assert_eq!(last(&made, Some(Standing::Changed(2))), "changed-since");
    let silent = risk(&kept, &["risk-treatment = reduce"]);
    assert_eq!(last(&silent, signed), "not-accepted");
    // What is avoided leaves nothing to accept.
    let avoided = risk(&kept, &["risk-treatment = avoid"]);
    assert_eq!(last(&avoided, signed), "whole");
    let excluded = risk(&[EXCLUDED, REAL], &["risk-treatment = reduce"]);
    assert_eq!(
        links(&excluded, signed),
        ["whole", "whole", "excluded", "no-evidence", "not-accepted"]
    );
    let grounds = Made::new().control("A.6.2.4", &[INCLUDED, "control-reasons = legal + risk"]);
    assert_eq!(
        links(&grounds, signed),
        ["no-risk", "-", "not-in-place", "no-evidence", "whole"]
    );
    let law = Made::new().control("A.6.2.4", &[INCLUDED, "control-reasons = legal"]);
    assert_eq!(links(&law, signed)[0], "-");
    // Nothing to trace where nothing is decided, and where nothing relies on what is excluded.
    for said in [&[][..], &[EXCLUDED, REAL]] {
        let made = Made::new().control("A.6.2.4", said);
        made.look(|statement, words| {
            let row = statement.row("iso42001:A.6.2.4").unwrap();
            assert!(statement.trails(row, signed, words).is_empty());
        });
    }
    assert_eq!(Break::NoRisk.code(), "no-risk");
}

fn values<'f>(part: &'f Part, into: &mut Vec<&'f str>) {
    into.push(&part.value);
    for part in &part.parts {
        values(part, into);
    }
}

#[test]
fn a_version_holds_what_was_said_and_no_auditors_note() {
    let note = "control-auditor-note = Seen with missing dates";
    let made = Made::new().control("A.2.2", &[INCLUDED, "control-reasons = practice", note]);
    let frozen = made.frozen();
    assert_eq!(frozen, made.frozen());
    assert_eq!(frozen.form, soa::FORM);
    let mut all = Vec::new();
    for part in &frozen.parts {
        values(part, &mut all);
    }
    assert!(
        !all.iter()
            .any(|value| value.contains("Seen with missing dates"))
    );
    // Whatever nobody decided about keeps it from being signed, by name.
    let open: Vec<&str> = frozen
        .open()
        .iter()
        .map(|part| part.label.as_str())
        .collect();
    assert_eq!((open.len(), open[0]), (37, "A.2.3"));
    assert_eq!(frozen.value(&["scope"]), "All of it");
    assert_eq!(frozen.value(&["counts", "included"]), "1");
    let line = ["topics", "iso42001:A.2", "iso42001:A.2.2"];
    let line = frozen.part(&line).unwrap();
    assert_eq!(
        (line.cite.as_str(), line.label.as_str()),
        ("A.2.2", "AI policy")
    );
    assert_eq!(line.value(&["decision"]), "Included");
    assert_eq!(line.value(&["decision", "code"]), "included");
    assert_eq!(line.value(&["grounds"]), "Good practice");
    assert_eq!(soa::lines(&frozen).count(), 38);
}

#[test]
fn what_differs_between_two_versions_is_told_control_by_control() {
    let first = Made::new()
        .control("A.2.2", &[INCLUDED, "control-reasons = practice"])
        .control("A.6.2.4", &[EXCLUDED, REAL])
        .frozen();
    let second = Made::new()
        .control(
            "A.2.2",
            &[
                INCLUDED,
                "control-reasons = practice",
                "control-status = planned",
            ],
        )
        .control("A.6.2.4", &[INCLUDED, "control-reasons = legal"])
        .with(RecordKind::Control, &[INCLUDED])
        .frozen();
    let told: Vec<(String, Option<bool>, Vec<String>)> = moved(&first, &second)
        .into_iter()
        .map(|one| {
            let changes = one.changes.into_iter();
            let changes = changes.map(|shift| {
                let said = |side: Option<String>| side.unwrap_or_else(|| "-".into());
                format!(
                    "{}: {} > {}",
                    shift.part,
                    said(shift.before),
                    said(shift.after)
                )
            });
            (one.reference, one.came, changes.collect())
        })
        .collect();
    let reason = "We train nothing: all systems are bought ready to use";
    assert_eq!(
        told,
        [
            ("A.2.2".into(), None, vec!["status: - > Planned".into()]),
            (
                "A.6.2.4".into(),
                None,
                vec![
                    "decision: Excluded > Included".into(),
                    "grounds: - > Law".into(),
                    format!("reason: {reason} > -"),
                ]
            ),
            ("CTL-003".into(), Some(true), Vec::new()),
        ]
    );
    assert_eq!(moved(&first, &first), []);
    let back = moved(&second, &first);
    assert_eq!(back.last().map(|one| one.came), Some(Some(false)));
}
