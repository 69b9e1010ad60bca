//! What the law says of a system, on paper: from law cases to the bytes.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../../../../tests/suite/law/case.rs"]
#[allow(dead_code)]
mod case;
#[path = "support/dossier.rs"]
#[allow(dead_code)]
mod dossier;
#[path = "support/judge.rs"]
#[allow(dead_code)]
mod judge;
#[path = "support/oracle.rs"]
mod oracle;

use case::{Case, cases};
use content::{Framework, Questionnaire, RecordKind};
use domain::law::{self, Engine, freeze};
use domain::{
    Answer, AnswerState, Answers, Dossier, Record, RecordId, Revision, Value, Words, fact,
};
use reports::report::outline::Piece;
use reports::report::{classification, crosswalk, duty_calendar, filter_memo, registration};
use reports::{Options, Report, ReportError, ReportKind, report};

fn law() -> (&'static Framework, &'static Questionnaire) {
    let framework = dossier::library().framework(fact::AI_ACT).unwrap();
    (
        framework,
        dossier::library().questions_of(framework).unwrap(),
    )
}

fn case(wanted: impl Fn(&Case) -> bool) -> Case {
    cases().into_iter().find(wanted).expect("a case")
}

fn named(name: &str) -> Case {
    case(|case| case.name.starts_with(name))
}

fn proving(id: &str) -> Case {
    case(|case| case.fires == Some(true) && case.proves.iter().any(|proven| proven == id))
}

/// The sample organisation as it is before anybody answered a question of the law or saw to a duty.
fn unjudged() -> Dossier {
    let mut dossier = dossier::sample();
    let (_, questions) = law();
    for answers in dossier.answers.values_mut() {
        answers.retain(|id, _| questions.question(id.as_str()).is_none());
    }
    dossier
        .records
        .retain(|record| record.kind != RecordKind::Duty);
    dossier
}

/// The sample organisation with the answers of a case, given for its HR screening system.
fn answered(case: &Case) -> (Dossier, RecordId) {
    let mut dossier = unjudged();
    let system = dossier
        .current(RecordKind::System)
        .find(|record| record.name.contains("screening") || record.name.contains("Screening"))
        .map(|record| record.id.clone())
        .expect("the sample screens applicants");
    let answers = dossier.answers.entry(system.clone()).or_default();
    answers.extend(case.answers.clone());
    (dossier, system)
}

/// The same, signed as it stands.
fn signed(case: &Case) -> (Dossier, RecordId) {
    let (mut dossier, system) = answered(case);
    let (framework, questions) = law();
    let named = dossier.clone();
    let words = Words {
        texts: dossier::library().texts(),
        name_of: &|id| Some(named.record(id)?.name.clone()),
    };
    let none = Answers::new();
    let judged = law::Case {
        system: dossier.record(&system).unwrap(),
        answers: &dossier.answers[&system],
        organisation: dossier
            .organisation()
            .and_then(|record| dossier.answers.get(&record.id))
            .unwrap_or(&none),
        on: case.on,
    };
    let engine = Engine::new(framework, questions);
    let frozen = freeze(&engine, dossier::library(), &words, &judged);
    let first = Revision {
        subject: system.clone(),
        questionnaire: fact::AI_ACT.into(),
        number: 1,
        at: "2026-10-01T09:00:00Z".parse().unwrap(),
        signer: "L. Okafor".into(),
        signer_role: "Counsel".into(),
        remark: String::new(),
        on: case.on,
        content_version: engine.content_version(),
        sha256: "5e".repeat(32),
        event: 700,
        reopened: Some((
            "2026-10-20T09:00:00Z".parse().unwrap(),
            "The vendor described the ranking anew".into(),
        )),
    };
    let second = Revision {
        number: 2,
        at: "2026-11-20T15:30:00Z".parse().unwrap(),
        remark: "Read with the works council's note".into(),
        sha256: "9f".repeat(32),
        event: 1_201,
        reopened: None,
        ..first.clone()
    };
    for revision in [&first, &second] {
        dossier
            .frozen
            .insert(revision.sha256.clone(), frozen.clone());
    }
    dossier.revisions = vec![first, second];
    (dossier, system)
}

/// Makes a report, has every judge look at it, and gives its text as a reader copies it.
fn check(name: &str, kind: ReportKind, system: &RecordId, dossier: &Dossier) -> (Report, String) {
    let options = Options::default();
    let system = kind.needs_system().then_some(system);
    let make = || report(kind, system, dossier, dossier::library(), &options).unwrap();
    let made = make();
    oracle::krilla(&made.document).unwrap();
    let pdf = made.pdf().unwrap();
    judge::keep(&format!("{name}.pdf"), &pdf);
    judge::assert_sound(&pdf);
    assert_eq!(make().pdf().unwrap(), pdf, "same input, same bytes");
    // Lines are broken where they have to be.
    let text = judge::text(&pdf);
    let words: Vec<&str> = text.split_whitespace().collect();
    (made, words.join(" "))
}

#[test]
fn an_unsigned_classification_is_a_draft_of_what_the_file_says() {
    let (dossier, system) = answered(&named("S6 The ranking module"));
    let (made, text) = check(
        "classification-draft",
        ReportKind::Classification,
        &system,
        &dossier,
    );
    assert!(text.contains("Draft, not for signature"));
    assert!(text.contains("This assessment is not signed."));
    assert!(text.contains("2 December 2027"));
    assert!(text.contains("Art. 26(2)") && text.contains("Annex III point 4(a)"));
    assert_eq!(made.replaced, 0);
}

#[test]
fn a_signed_classification_is_printed_from_what_was_signed() {
    let (mut dossier, system) = signed(&named("S6 The ranking module"));
    let (_, text) = check(
        "classification-signed",
        ReportKind::Classification,
        &system,
        &dossier,
    );
    assert!(text.contains("Signed in the file") && !text.contains("Draft"));
    assert!(text.contains("L. Okafor") && text.contains("9f9f"));
    assert!(text.contains("The file still says what was signed."));
    assert!(text.contains("The vendor described the ranking anew"));

    // An answer changes by whatever road: the paper keeps what was signed, and says so.
    let answers = dossier.answers.get_mut(&system).unwrap();
    answers.remove("profiles-anybody");
    answers.remove("profiling");
    let value = classification::build(&system, &dossier, dossier::library(), &Options::default());
    let value = format!("{:?}", value.unwrap());
    assert!(value.contains("The file says something else now than revision 2"));
    let (_, text) = check(
        "classification-changed",
        ReportKind::Classification,
        &system,
        &dossier,
    );
    assert!(
        text.contains("Judged on 22 November 2026: High-risk"),
        "{text}"
    );

    // Reopened, it is a draft again.
    let reopened = (
        "2026-11-21T09:00:00Z".parse().unwrap(),
        "New facts".to_owned(),
    );
    dossier.revisions[1].reopened = Some(reopened);
    let value = classification::build(&system, &dossier, dossier::library(), &Options::default());
    assert!(value.unwrap().front.draft);
}

/// What takes a listed use out of the list is read on paper, although the rule only "does not hold".
#[test]
fn a_question_said_not_to_apply_is_printed_with_its_reason_beside_the_rule_it_ended() {
    let mut ranking = named("S6 The ranking module");
    let reason = "Nobody is looked at one by one".to_owned();
    let aside = Answer::new(AnswerState::NotApplicable { reason });
    ranking.answers.insert("profiles-anybody".into(), aside);
    let (dossier, system) = answered(&ranking);
    let value = classification::build(&system, &dossier, dossier::library(), &Options::default());
    let value = value.unwrap();
    let not_met = value.pieces.iter().filter_map(|piece| match piece {
        Piece::Facts(facts) => Some(facts),
        _ => None,
    });
    let mut not_met = not_met
        .flatten()
        .filter(|fact| fact.words.contains("Profiling closes"));
    let told = not_met.next().expect("considered and not met");
    assert!(
        told.words.contains(
            "Profiling of anybody: said not to apply, because: Nobody is looked at one by one"
        ),
        "{}",
        told.words
    );
}

#[test]
fn the_memo_tests_the_conditions_and_is_refused_where_nothing_is_listed() {
    for (name, proven, words) in [
        ("memo-met", "O-EXREG", "the exception of Art. 6(3) is met"),
        ("memo-profiling", "filter-profiling", "is not met"),
    ] {
        let (dossier, system) = answered(&proving(proven));
        let (_, text) = check(name, ReportKind::FilterMemo, &system, &dossier);
        assert!(text.contains(words), "{name}");
        assert!(text.contains("Narrow procedural task") && text.contains("Preparatory task"));
    }
    let memo = |case: &Case| {
        let (dossier, system) = answered(case);
        filter_memo::build(&system, &dossier, dossier::library(), &Options::default())
    };
    assert!(matches!(
        memo(&named("S1 Support replies")),
        Err(ReportError::NotListed { .. })
    ));
    let mut half = named("S6 The ranking module");
    half.answers.remove("work-tasks");
    assert!(matches!(memo(&half), Err(ReportError::ListingOpen { .. })));
    // Both refusals are told with the name of the system.
    for case in [&named("S1 Support replies"), &half] {
        let wording = memo(case).unwrap_err().wording();
        let texts = dossier::library().texts();
        assert!(texts.find(wording.key).is_some(), "{}", wording.key);
        assert!(texts.say(&wording).contains("“HR screening”"));
    }
}

#[test]
fn a_registration_sheet_has_the_section_of_the_role_and_names_what_is_missing() {
    for (name, proven, section) in [
        ("registration-a", "O-REG", "Section A"),
        ("registration-b", "O-EXREG", "Section B"),
        ("registration-c", "O-REGD", "Section C"),
    ] {
        let (dossier, system) = answered(&proving(proven));
        let (_, text) = check(name, ReportKind::Registration, &system, &dossier);
        assert!(text.contains(section), "{name}: {text}");
        let value = registration::build(&system, &dossier, dossier::library(), &Options::default());
        let value = format!("{:?}", value.unwrap());
        assert_eq!(
            text.contains("Still missing:"),
            value.contains("missing: true"),
            "{name}"
        );
    }
    // What nobody answered is named.
    let (mut dossier, system) = answered(&proving("O-REG"));
    let answers = dossier.answers.get_mut(&system).unwrap();
    answers.remove(fact::PURPOSE);
    let sheet = registration::build(&system, &dossier, dossier::library(), &Options::default());
    let label = &dossier::library().question(fact::PURPOSE).unwrap().label;
    let missing = sheet.unwrap().pieces.into_iter().any(|piece| match piece {
        Piece::Warning(words) => words.contains(label.as_str()),
        _ => false,
    });
    assert!(missing);
    let (dossier, system) = answered(&named("S1 Support replies"));
    let refused = registration::build(&system, &dossier, dossier::library(), &Options::default());
    assert!(matches!(
        refused,
        Err(ReportError::NothingToRegister { .. })
    ));
}

/// The sample organisation with answers for several of its systems, and with what people added.
fn organisation() -> (Dossier, RecordId) {
    let (mut dossier, system) = answered(&named("S6 The ranking module"));
    for (name, case) in [
        ("Support reply drafting", named("S1 Support replies")),
        ("Shop chat window", named("S1b The draft goes")),
        ("Consumer credit score", proving("O-REG")),
    ] {
        let record = dossier
            .records
            .iter()
            .find(|record| record.name.starts_with(name));
        let id = record.unwrap().id.clone();
        dossier.answers.entry(id).or_default().extend(case.answers);
    }
    let owner = dossier
        .current(RecordKind::Person)
        .next()
        .unwrap()
        .id
        .clone();
    for (number, duty, due, state) in [
        (1, "D-HO", "2026-11-01", "under-way"),
        (2, "D-LOG", "2027-06-01", "done"),
    ] {
        let id = RecordId::new(format!("000000ff-0000-4000-8000-{number:012x}"));
        let text = |text: &str| Answer::given(Value::Text(text.into()));
        let records = |id: &RecordId| Answer::given(Value::Records(vec![id.clone()]));
        let answers = Answers::from([
            (fact::DUTY_SYSTEM.into(), records(&system)),
            (fact::DUTY_LAW.into(), text(fact::AI_ACT)),
            (fact::DUTY_ID.into(), text(duty)),
            (fact::DUTY_ROLE.into(), text("deployer")),
            (fact::DUTY_OWNER.into(), records(&owner)),
            (
                fact::DUTY_DUE.into(),
                Answer::given(Value::Date(due.parse().unwrap())),
            ),
            (
                fact::DUTY_STATE.into(),
                Answer::given(Value::One(state.into())),
            ),
            (
                fact::DUTY_EVIDENCE.into(),
                text("Procedure P-12, version 1.2"),
            ),
        ]);
        dossier.records.push(Record {
            id: id.clone(),
            kind: RecordKind::Duty,
            number,
            name: duty.into(),
            created: dossier::now(),
            changed: dossier::now(),
            retired: None,
        });
        dossier.answers.insert(id, answers);
    }
    (dossier, system)
}

#[test]
fn the_calendar_of_duties_has_every_system_and_what_people_added() {
    let (dossier, system) = organisation();
    let (_, text) = check("duties", ReportKind::Duties, &system, &dossier);
    for words in [
        "2 Feb 2025",
        "2 Dec 2027",
        "HR screening",
        "Consumer credit score",
        "overdue",
        "binds already",
        "Procedure P-12",
        "is not determined yet",
    ] {
        assert!(text.contains(words), "{words}");
    }
    let value = duty_calendar::build(&dossier, dossier::library(), &Options::default());
    insta::with_settings!({snapshot_path => "../../../../tests/snapshots", prepend_module_to_snapshot => false}, {
        insta::assert_yaml_snapshot!("duties", value.unwrap());
    });
}

/// What no control covers stands as the file says; the rest of the report is content.
#[test]
fn the_gap_between_certificate_and_law_is_counted_from_the_file() {
    let (dossier, system) = organisation();
    let (_, text) = check("crosswalk", ReportKind::Crosswalk, &system, &dossier);
    for words in [
        "A certificate is not legal compliance.",
        "35 duties",
        "X01",
        "X35",
        "2 Dec 2027",
        "GOVERN 1.1 (4)",
        "50 of 70",
        "Open answers decide:",
    ] {
        assert!(text.contains(words), "{words}");
    }
    let value = crosswalk::build(&dossier, dossier::library(), &Options::default());
    let pieces = value.unwrap().pieces;
    let gaps = pieces
        .iter()
        .position(|piece| matches!(piece, Piece::Register(_)));
    insta::with_settings!({snapshot_path => "../../../../tests/snapshots", prepend_module_to_snapshot => false}, {
        insta::assert_yaml_snapshot!("crosswalk", pieces[..=gaps.unwrap()]);
    });
}

/// What these reports know of the law by name is there in the shipped law.
#[test]
fn every_rule_duty_and_question_that_reports_name_exists() {
    let (framework, questions) = law();
    let rules = filter_memo::CONDITIONS.iter().chain(&filter_memo::CLOSING);
    let rules = rules.chain([
        &filter_memo::LISTED,
        &filter_memo::MET,
        &filter_memo::BY_ANOTHER,
    ]);
    for id in rules {
        assert!(framework.rule(&(*id).into()).is_some(), "{id}");
    }
    let (duties, asked) = registration::rests_on();
    for id in duties.iter().chain(&filter_memo::DUTIES) {
        assert!(framework.duty(&(*id).into()).is_some(), "{id}");
    }
    for id in asked {
        assert!(dossier::library().question(id).is_some(), "{id}");
    }
    for id in filter_memo::BESIDES.iter().chain([&filter_memo::REASON]) {
        assert!(questions.question(id).is_some(), "{id}");
    }
    let step = filter_memo::STEP;
    assert!(
        questions
            .sections
            .iter()
            .any(|section| section.id.as_str() == step)
    );
    assert!(
        framework
            .stages
            .iter()
            .any(|stage| stage.id.as_str() == step)
    );
}

#[test]
fn the_values_are_as_agreed() {
    let snapshot = |name: &str, value: reports::report::outline::Outline| {
        insta::with_settings!({snapshot_path => "../../../../tests/snapshots", prepend_module_to_snapshot => false}, {
            insta::assert_yaml_snapshot!(name, value);
        });
    };
    let options = Options::default();
    let (dossier, system) = signed(&named("S6 The ranking module"));
    let value = classification::build(&system, &dossier, dossier::library(), &options);
    snapshot("classification", value.unwrap());
    let (dossier, system) = answered(&proving("O-EXREG"));
    let value = filter_memo::build(&system, &dossier, dossier::library(), &options);
    snapshot("filter-memo", value.unwrap());
    let value = registration::build(&system, &dossier, dossier::library(), &options);
    snapshot("registration", value.unwrap());
}

/// What the papers name besides the outcome is what was said when it was signed, whatever the file says
/// since; what a signature of before does not hold is not filled in from the file.
#[test]
fn a_signed_paper_names_purpose_and_items_as_they_were_signed() {
    let memo = |dossier: &Dossier, system: &RecordId| {
        let value = filter_memo::build(system, dossier, dossier::library(), &Options::default());
        format!("{:?}", value.unwrap())
    };
    let (mut dossier, system) = signed(&named("S6 The ranking module"));
    let purpose = dossier.value(&system, fact::PURPOSE).cloned().unwrap();
    let Value::Text(purpose) = purpose else {
        panic!("the purpose is a text");
    };
    let first = purpose.lines().next().unwrap().to_owned();
    let answers = dossier.answers.get_mut(&system).unwrap();
    let anew = Answer::given(Value::Text("Sorting garden tools".into()));
    answers.insert(fact::PURPOSE.into(), anew);
    let paper = memo(&dossier, &system);
    assert!(paper.contains(&first), "{paper}");
    assert!(!paper.contains("Sorting garden tools"));

    // Signed in the form of before.
    let dropped = |frozen: &mut domain::Frozen| frozen.parts.retain(|part| part.id != "described");
    dossier.frozen.values_mut().for_each(dropped);
    let paper = memo(&dossier, &system);
    assert!(!paper.contains(&first) && !paper.contains("Sorting garden tools"));
    assert!(paper.contains("is not part of what was signed here"));

    // Unsigned, it is a draft of what the file says.
    dossier.revisions.clear();
    assert!(memo(&dossier, &system).contains("Sorting garden tools"));
}

#[test]
fn what_a_registration_names_is_part_of_what_is_signed() {
    use domain::law::described::{OF_ORGANISATION, OF_SYSTEM};
    let (_, asked) = registration::rests_on();
    for question in asked {
        let known = OF_SYSTEM.contains(&question) || OF_ORGANISATION.contains(&question);
        assert!(known, "{question}");
    }
}
