//! Risk: methods that hold together or say why not, levels only where nothing is missing, what is weak.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use chrono::{NaiveDate, TimeZone, Utc};
use content::{Library, QuestionId, QuestionKind, RecordKind};
use domain::risk::{
    Action, Method, Missing, Party, PartyLevel, Point, Pressing, Register, Scale, Standing,
    Verdict, ask, register,
};
use domain::{Answer, AnswerState, Answers, Dossier, Record, RecordId, Stamp, Value, Words};
use std::collections::BTreeSet;

const TODAY: &str = "2026-11-22";

fn library() -> &'static Library {
    content::library().expect("shipped content")
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
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

/// `question = value`; `question = n/a reason` for what does not apply.
fn answers(said: &[&str]) -> Answers {
    said.iter()
        .map(|line| {
            let (id, value) = line.split_once('=').unwrap();
            let (id, value) = (id.trim(), value.trim());
            let question = library().question(id).expect(id);
            let answer = match value.strip_prefix("n/a ") {
                Some(reason) => Answer::new(AnswerState::NotApplicable {
                    reason: reason.to_owned(),
                }),
                None => Answer::given(match question.kind {
                    QuestionKind::Single => Value::One(value.into()),
                    QuestionKind::Multi => Value::Many([value.into()].into()),
                    QuestionKind::Date => Value::Date(day(value)),
                    QuestionKind::Number | QuestionKind::Scale => {
                        Value::Number(value.parse().unwrap())
                    }
                    QuestionKind::Record | QuestionKind::Records => {
                        Value::Records(value.split(' ').map(RecordId::new).collect())
                    }
                    _ => Value::Text(value.to_owned()),
                }),
            };
            answer.check(question).expect(line);
            (QuestionId::from(id), answer)
        })
        .collect()
}

/// The method that ships, as a record's answers.
fn shipped_method() -> Answers {
    let (_, entry) = library().entries(RecordKind::Method).next().unwrap();
    domain::sample::answers(&entry.answers)
}

fn with(answers: &Answers, question: &str, value: Option<Value>) -> Answers {
    let mut answers = answers.clone();
    match value {
        Some(value) => answers.insert(question.into(), Answer::given(value)),
        None => answers.remove(question),
    };
    answers
}

fn text(words: &str) -> Option<Value> {
    Some(Value::Text(words.to_owned()))
}

#[test]
fn every_question_code_looks_at_has_the_form_it_relies_on() {
    use QuestionKind::{Date, LongText, Multi, Number, Record, Records, Scale, Single, Text};
    use RecordKind::{Action, Control, Finding, Method, Person, Risk, System};
    let check = |id: &str, about: RecordKind, kind: QuestionKind, record: Option<RecordKind>| {
        let questionnaire = library().questionnaire_about(about).unwrap();
        let question = questionnaire.question(id).expect(id);
        assert_eq!((question.kind, question.record), (kind, record), "{id}");
    };
    for (id, kind, record) in [
        (ask::SYSTEMS, Records, Some(System)),
        (ask::EVENT, LongText, None),
        (ask::SOURCE, Single, None),
        (ask::OBJECTIVES, Multi, None),
        (ask::STAGE, Multi, None),
        (ask::ORIGIN, Text, None),
        (ask::METHOD, Record, Some(Method)),
        (ask::EXISTING, Records, Some(Control)),
        (ask::TREATMENT, Single, None),
        (ask::TREATMENT_HOW, LongText, None),
        (ask::CONTROLS, Records, Some(Control)),
        (ask::COMPARED, Date, None),
        (ask::OWNER, Record, Some(Person)),
        (ask::RATED_ON, Date, None),
        (ask::REVIEW_DUE, Date, None),
        (ask::ACCEPTED_BY, Record, Some(Person)),
        (ask::ACCEPTED_ON, Date, None),
        (ask::ACCEPTED_UNTIL, Date, None),
        (ask::ACCEPTANCE_REASON, LongText, None),
    ] {
        check(id, Risk, kind, record);
    }
    for point in Point::ALL {
        check(ask::likelihood(point), Risk, Scale, None);
        check(ask::reason(point), Risk, LongText, None);
        for party in Party::ALL {
            check(ask::rating(point, party), Risk, Scale, None);
        }
    }
    for party in Party::ALL {
        check(ask::consequence(party), Risk, LongText, None);
        check(ask::scale(party), Method, LongText, None);
    }
    for (id, kind) in [
        (ask::EDITION, Text),
        (ask::LIKELIHOOD, LongText),
        (ask::LEVELS, LongText),
        (ask::MATRIX, LongText),
        (ask::ACCEPT_FREELY, Number),
        (ask::ACCEPT_APPROVED, Number),
        (ask::ACCEPTED_BY_ROLE, Text),
        (ask::ACCEPT_MONTHS, Number),
        (ask::REVIEW_MONTHS, Number),
    ] {
        check(id, Method, kind, None);
    }
    for (id, kind, record) in [
        (ask::ACTION_RISKS, Records, Some(Risk)),
        (ask::ACTION_CONTROLS, Records, Some(Control)),
        (ask::ACTION_FINDINGS, Records, Some(Finding)),
        (ask::ACTION_WHAT, LongText, None),
        (ask::ACTION_OWNER, Record, Some(Person)),
        (ask::ACTION_DUE, Date, None),
        (ask::ACTION_RESOURCES, Text, None),
        (ask::ACTION_EFFORT, Single, None),
        (ask::ACTION_STATE, Single, None),
        (ask::ACTION_DONE, Date, None),
        (ask::ACTION_CHECK_DUE, Date, None),
        (ask::ACTION_EFFECTIVE, Single, None),
    ] {
        check(id, Action, kind, record);
    }
    let options = |id: &str| -> Vec<&str> {
        let question = library().question(id).unwrap();
        question.options.iter().map(|one| one.id.as_str()).collect()
    };
    assert_eq!(
        options(ask::TREATMENT),
        domain::risk::Treatment::ALL.map(|one| one.code())
    );
    assert_eq!(
        options(ask::ACTION_STATE),
        domain::risk::ActionState::ALL.map(|one| one.code())
    );
}

#[test]
fn the_method_that_ships_can_be_used() {
    let method = Method::read(&record(RecordKind::Method, 1), &shipped_method()).unwrap();
    assert_eq!((method.likelihood.len(), method.levels.len()), (5, 4));
    assert_eq!(
        method.levels.labels(),
        ["Low", "Moderate", "High", "Critical"]
    );
    assert_eq!(method.verdict(1), Verdict::Acceptable);
    assert_eq!(method.verdict(2), Verdict::NeedsWord);
    assert_eq!(method.verdict(3), Verdict::Unacceptable);
}

/// Takes one thing away from a sound method and expects these problems: question and sentence.
fn broken(question: &str, value: Option<Value>, expected: &[(&str, &str)]) {
    let answers = with(&shipped_method(), question, value);
    let problems = Method::read(&record(RecordKind::Method, 1), &answers).unwrap_err();
    let said: Vec<(&str, String)> = problems
        .iter()
        .map(|one| (one.question, library().texts().say(&one.wording())))
        .collect();
    let said: Vec<(&str, &str)> = said.iter().map(|(q, w)| (*q, w.as_str())).collect();
    assert_eq!(said, expected);
}

#[test]
fn a_method_says_what_keeps_it_from_being_used() {
    broken(
        "method-edition",
        None,
        &[("method-edition", "Nothing is said here yet.")],
    );
    broken(
        "method-likelihood",
        text("Rare: hardly ever\nOften"),
        &[
            (
                "method-likelihood",
                "Line 2 is not of the form “Label: what it means”.",
            ),
            ("method-likelihood", "There are 2 lines; 3 to 6 are needed."),
            (
                "method-matrix",
                "The matrix has 5 lines; there are 2 likelihoods.",
            ),
        ],
    );
    broken(
        "method-society",
        text("Small: little\nMiddle: some\nLarge: much\nsmall: again"),
        &[
            ("method-society", "“small” is there twice."),
            (
                "method-society",
                "It has 4 lines, the scale for the organisation has 5: all three need as many.",
            ),
        ],
    );
    broken(
        "method-matrix",
        text("1 1 1 2 3\n1 1 2 3 3\n1 2 2 3 4\n1 2 3 5 4\n2 2 3 4"),
        &[
            (
                "method-matrix",
                "Line 4 of the matrix says “5”, which is no level from 1 to 4.",
            ),
            (
                "method-matrix",
                "Line 5 of the matrix has 4 cells; there are 5 consequences.",
            ),
        ],
    );
    broken(
        "method-matrix",
        text("1 1 1 2 3\n1 1 2 3 3\n1 2 2 3 3\n1 2 3 3 3\n2 1 3 3 3"),
        &[
            (
                "method-matrix",
                "In line 5, cell 2, of the matrix the level falls although the risk is likelier or worse.",
            ),
            (
                "method-matrix",
                "No cell of the matrix makes the level “Critical”.",
            ),
        ],
    );
}

#[test]
fn the_two_criteria_may_meet() {
    let answers = with(
        &shipped_method(),
        "method-accept-freely",
        Some(Value::Number(3)),
    );
    let method = Method::read(&record(RecordKind::Method, 1), &answers).unwrap();
    assert_eq!(method.verdict(2), Verdict::Acceptable);
    assert_eq!(method.verdict(3), Verdict::Unacceptable);
}

#[test]
fn what_needs_a_word_is_never_below_what_needs_none() {
    broken(
        "method-accept-approved",
        Some(Value::Number(1)),
        &[(
            "method-accept-approved",
            "It says 1; from 2 to 4 is possible.",
        )],
    );
    broken(
        "method-accept-months",
        Some(Value::Number(0)),
        &[(
            "method-accept-months",
            "It says 0; from 1 to 60 is possible.",
        )],
    );
}

#[test]
fn a_scale_is_shown_while_it_is_being_written() {
    let (scale, slips) = Scale::read("Rare: hardly ever\n\nOften");
    assert_eq!(scale.labels(), ["Rare", "Often"]);
    assert_eq!(slips.len(), 1);
}

const RATED: [&str; 15] = [
    "risk-method = method-1",
    "risk-inherent-likelihood = 4",
    "risk-inherent-organisation = 2",
    "risk-inherent-individuals = 4",
    "risk-inherent-society = 1",
    "risk-inherent-reason = Seen twice.",
    "risk-current-likelihood = 3",
    "risk-current-organisation = 2",
    "risk-current-individuals = 4",
    "risk-current-society = 1",
    "risk-current-reason = Filter.",
    "risk-owner = person-1",
    "risk-rated-on = 2026-06-01",
    "risk-review-due = 2027-01-01",
    "risk-systems = system-1",
];
const TREATED: [&str; 8] = [
    "risk-treatment = reduce",
    "risk-controls = control-1",
    "risk-compared = 2026-06-01",
    "risk-residual-likelihood = 1",
    "risk-residual-organisation = 2",
    "risk-residual-individuals = 4",
    "risk-residual-society = 1",
    "risk-residual-reason = Second reader.",
];

/// The register of one risk, with methods 1 (as shipped) and, if wanted, 2 (the same), and actions.
fn read<T>(
    risk: &[&str],
    methods: u32,
    actions: &[&[&str]],
    approved: &[&str],
    look: impl FnOnce(&Register<'_>) -> T,
) -> T {
    let risks = [(record(RecordKind::Risk, 1), answers(risk))];
    let methods: Vec<(Record, Answers)> = (1..=methods)
        .map(|number| (record(RecordKind::Method, number), shipped_method()))
        .collect();
    let actions: Vec<(Record, Answers)> = actions
        .iter()
        .zip(1..)
        .map(|(said, number)| (record(RecordKind::Action, number), answers(said)))
        .collect();
    let approved: BTreeSet<RecordId> = approved.iter().map(|id| RecordId::new(*id)).collect();
    look(&register(&risks, &methods, &actions, &approved, day(TODAY)))
}

fn weak(risk: &[&str], actions: &[&[&str]], expected: &[&str]) {
    let codes = read(risk, 1, actions, &[], |register| {
        let weaknesses = &register.rows[0].weaknesses;
        let codes: Vec<&str> = weaknesses.iter().map(|one| one.code()).collect();
        // Each has a sentence, and every placeholder in it is filled.
        let words = Words {
            texts: library().texts(),
            name_of: &|_| Some("a name".to_owned()),
        };
        for one in weaknesses {
            let sentence = words.risk_weakness(one);
            assert!(
                !sentence.contains("content.") && !sentence.contains('{'),
                "{sentence}"
            );
            assert!(library().question(one.question()).is_some());
        }
        codes
    });
    assert_eq!(codes, expected);
}

fn all<'a>(parts: &[&[&'a str]]) -> Vec<&'a str> {
    parts.concat()
}

/// Later lines replace earlier ones: answers are a map.
fn but<'a>(lines: &[&'a str], change: &[&'a str]) -> Vec<&'a str> {
    all(&[lines, change])
}

#[test]
fn levels_come_from_the_matrix_and_the_worst_party_decides() {
    read(&RATED, 1, &[], &[], |register| {
        let row = &register.rows[0];
        let inherent = row.at(Point::Inherent);
        let levels = Party::ALL.map(|party| inherent.party(party).level().map(|one| one.level));
        assert_eq!(levels, [Some(1), Some(3), Some(0)]);
        assert_eq!(inherent.level().unwrap().level, 3);
        assert_eq!(row.at(Point::Current).level().unwrap().level, 2);
        assert_eq!(row.rank, Some(1));
    });
}

#[test]
fn no_level_while_a_value_is_missing_and_it_is_named() {
    for (left_out, missing) in [
        ("risk-method", vec![Missing::Method]),
        ("risk-current-likelihood", vec![Missing::Likelihood]),
        (
            "risk-current-society",
            vec![Missing::Consequence(Party::Society)],
        ),
    ] {
        let lines: Vec<&str> = RATED
            .into_iter()
            .filter(|line| !line.starts_with(left_out))
            .collect();
        read(&lines, 1, &[], &[], |register| {
            let row = &register.rows[0];
            assert_eq!(row.at(Point::Current).missing(), missing);
            assert_eq!(row.rank, None);
            assert_eq!(row.standing, Standing::Incomplete);
        });
    }
    // The other parties keep their own.
    let lines: Vec<&str> = RATED
        .into_iter()
        .filter(|line| !line.starts_with("risk-current-society"))
        .collect();
    read(&lines, 1, &[], &[], |register| {
        let current = register.rows[0].at(Point::Current);
        assert!(matches!(
            current.party(Party::Organisation),
            PartyLevel::At(_)
        ));
    });
    // A step that the scale does not have makes no level either.
    read(
        &but(&RATED, &["risk-current-society = 6"]),
        1,
        &[],
        &[],
        |register| {
            let current = register.rows[0].at(Point::Current);
            assert_eq!(
                current.missing(),
                [Missing::ConsequenceOffScale(Party::Society)]
            );
        },
    );
}

#[test]
fn whoever_is_not_touched_is_left_out_and_not_forgotten() {
    let untouched = [
        "risk-consequence-society = n/a Nobody outside.",
        "risk-current-organisation = n/a Nothing for us.",
    ];
    let lines: Vec<&str> = RATED
        .into_iter()
        .filter(|line| !line.starts_with("risk-current-society"))
        .chain(untouched)
        .collect();
    read(&lines, 1, &[], &[], |register| {
        let current = register.rows[0].at(Point::Current);
        assert_eq!(current.party(Party::Society), &PartyLevel::NotTouched);
        assert_eq!(current.party(Party::Organisation), &PartyLevel::NotTouched);
        assert_eq!(current.level().unwrap().level, 2);
    });
    let nobody = but(
        &lines,
        &[
            "risk-current-individuals = n/a Nobody.",
            "risk-current-likelihood = 2",
        ],
    );
    read(&nobody, 1, &[], &[], |register| {
        let current = register.rows[0].at(Point::Current);
        assert_eq!(current.missing(), [Missing::Anybody]);
    });
}

#[test]
fn what_is_weak_is_named() {
    let rated = RATED;
    let treated = all(&[&rated, &TREATED]);
    weak(&treated, &[], &[]);
    weak(&rated, &[], &["incomplete", "untreated"]);
    let accepted = [
        "risk-residual-likelihood = 3",
        "risk-treatment = accept",
        "risk-accepted-by = person-1",
        "risk-accepted-on = 2026-01-01",
    ];
    weak(
        &but(&treated, &["risk-residual-likelihood = 3"]),
        &[],
        &["not-accepted"],
    );
    weak(
        &all(&[&treated, &accepted, &["risk-accepted-until = 2027-01-01"]]),
        &[],
        &[],
    );
    weak(&all(&[&treated, &accepted]), &[], &["acceptance-endless"]);
    weak(
        &all(&[&treated, &accepted, &["risk-accepted-until = 2027-01-02"]]),
        &[],
        &["acceptance-too-long"],
    );
    weak(
        &all(&[&treated, &accepted, &["risk-accepted-until = 2026-11-21"]]),
        &[],
        &["acceptance-expired"],
    );
    weak(
        &but(
            &treated,
            &[
                "risk-residual-likelihood = 4",
                "risk-residual-individuals = 5",
            ],
        ),
        &[],
        &["residual-above-current", "unacceptable"],
    );
    weak(&but(&treated, &["risk-current-likelihood = 5"]), &[], &[]);
    weak(
        &but(&treated, &["risk-inherent-likelihood = 1"]),
        &[],
        &["current-above-inherent"],
    );
    weak(
        &but(&treated, &["risk-review-due = 2026-11-21"]),
        &[],
        &["review-overdue"],
    );
    weak(&but(&treated, &["risk-review-due = 2026-11-22"]), &[], &[]);
    weak(
        &but(&treated, &["risk-rated-on = 2025-11-21"]),
        &[],
        &["rating-old"],
    );
    weak(
        &but(&treated, &["risk-method = method-9"]),
        &[],
        &["method-unusable"],
    );
}

#[test]
fn a_treatment_needs_a_control_or_an_action_that_still_counts() {
    let without: Vec<&str> = all(&[&RATED, &TREATED])
        .into_iter()
        .filter(|line| !line.starts_with("risk-controls"))
        .collect();
    let action = ["action-risks = risk-1", "action-due = 2026-12-01"];
    weak(&without, &[], &["empty-treatment"]);
    weak(&without, &[&action], &[]);
    weak(
        &without,
        &[&["action-due = 2026-12-01"]],
        &["empty-treatment"],
    );
    weak(
        &without,
        &[&all(&[&action, &["action-state = dropped"]])],
        &["empty-treatment"],
    );
    weak(
        &without,
        &[&but(&action, &["action-due = 2026-11-21"])],
        &["action-late"],
    );
    weak(
        &without,
        &[&all(&[
            &action,
            &["action-state = done", "action-effective = partly"],
        ])],
        &["action-ineffective"],
    );
}

#[test]
fn a_newer_method_in_force_makes_older_ratings_say_so() {
    let treated = all(&[&RATED, &TREATED]);
    let codes = |methods: u32, approved: &[&str]| {
        read(&treated, methods, &[], approved, |register| {
            let row = &register.rows[0];
            let codes: Vec<&str> = row.weaknesses.iter().map(|one| one.code()).collect();
            (register.in_force.clone().map(|id| id.to_string()), codes)
        })
    };
    assert_eq!(codes(1, &[]), (Some("method-1".into()), vec![]));
    assert_eq!(
        codes(2, &[]),
        (Some("method-2".into()), vec!["method-older"])
    );
    // A draft of the next version is not in force once one was approved.
    assert_eq!(codes(2, &["method-1"]), (Some("method-1".into()), vec![]));
}

#[test]
fn how_a_risk_stands_in_one_word() {
    let standing = |lines: &[&str]| read(lines, 1, &[], &[], |register| register.rows[0].standing);
    let treated = all(&[&RATED, &TREATED]);
    assert_eq!(standing(&treated), Standing::InTreatment);
    assert_eq!(
        standing(&but(&treated, &["risk-treatment = avoid"])),
        Standing::Avoided
    );
    let high = but(&treated, &["risk-residual-likelihood = 3"]);
    assert_eq!(standing(&high), Standing::NeedsWord);
    let named = but(&high, &["risk-accepted-by = person-1"]);
    let since = but(&named, &["risk-accepted-on = 2026-01-01"]);
    let by = but(&since, &["risk-accepted-until = 2026-11-22"]);
    assert_eq!(standing(&by), Standing::Accepted);
    // A name alone, no day, no end, an end too far off, a day ahead: nobody's word yet.
    let without_a_day = but(&named, &["risk-accepted-until = 2026-11-22"]);
    let too_long = but(&since, &["risk-accepted-until = 2029-01-01"]);
    let ahead = but(&by, &["risk-accepted-on = 2026-11-23"]);
    for lacking in [&named, &since, &without_a_day, &too_long, &ahead] {
        assert_eq!(standing(lacking), Standing::NeedsWord, "{lacking:?}");
    }
    assert_eq!(
        standing(&but(&by, &["risk-accepted-until = 2026-11-21"])),
        Standing::NeedsWord
    );
    let critical = but(
        &treated,
        &[
            "risk-residual-likelihood = 5",
            "risk-residual-individuals = 5",
        ],
    );
    assert_eq!(standing(&critical), Standing::Unacceptable);
    let low = but(&RATED, &["risk-current-likelihood = 1"]);
    assert_eq!(standing(&low), Standing::Acceptable);
    let today = but(&RATED, &["risk-current-likelihood = 5"]);
    assert_eq!(standing(&today), Standing::Unacceptable);
}

#[test]
fn an_action_stands_by_its_day() {
    let own = record(RecordKind::Action, 1);
    for (lines, expected) in [
        (vec!["action-due = 2026-11-21"], Pressing::Overdue),
        (vec!["action-due = 2026-11-22"], Pressing::Ahead),
        (vec!["action-state = under-way"], Pressing::Undated),
        (
            vec!["action-state = dropped", "action-due = 2020-01-01"],
            Pressing::Settled,
        ),
        (
            vec!["action-state = done", "action-due = 2020-01-01"],
            Pressing::Unchecked,
        ),
        (
            vec!["action-state = done", "action-check-due = 2026-11-21"],
            Pressing::CheckOverdue,
        ),
        (
            vec!["action-state = done", "action-effective = no"],
            Pressing::Ineffective,
        ),
        (
            vec![
                "action-state = done",
                "action-effective = yes",
                "action-check-due = 2020-01-01",
            ],
            Pressing::Settled,
        ),
    ] {
        let said = answers(&lines);
        let action = Action::of(&own, &said);
        assert_eq!(action.pressing(day(TODAY)), expected, "{lines:?}");
    }
}

#[test]
fn the_most_pressing_comes_first_and_what_has_no_level_last() {
    let methods = [(record(RecordKind::Method, 1), shipped_method())];
    let open = ["risk-method = method-1", "risk-current-likelihood = 5"];
    let likelier = but(
        &RATED,
        &[
            "risk-current-likelihood = 4",
            "risk-current-individuals = 3",
        ],
    );
    let worse = but(
        &RATED,
        &[
            "risk-current-likelihood = 2",
            "risk-current-individuals = 5",
        ],
    );
    let critical = but(&RATED, &["risk-current-likelihood = 5"]);
    let risks: Vec<(Record, Answers)> = [&open[..], &likelier, &worse, &critical]
        .into_iter()
        .zip(1..)
        .map(|(said, number)| (record(RecordKind::Risk, number), answers(said)))
        .collect();
    let register = register(&risks, &methods, &[], &BTreeSet::new(), day(TODAY));
    let order: Vec<(u32, Option<usize>)> = register
        .rows
        .iter()
        .map(|row| (row.risk.record.number, row.rank))
        .collect();
    assert_eq!(order, [(4, Some(1)), (3, Some(2)), (2, Some(3)), (1, None)]);
}

#[test]
fn the_catalogue_can_be_picked_from() {
    let entries: Vec<_> = library().entries(RecordKind::Risk).collect();
    assert!(entries.len() >= 25, "{}", entries.len());
    let mut sources = BTreeSet::new();
    for (_, entry) in entries {
        let said = domain::sample::answers(&entry.answers);
        assert!(said.contains_key(ask::EVENT), "{}", entry.id);
        assert!(entry.suggests.len() >= 3, "{}", entry.id);
        for point in Point::ALL {
            assert!(!said.contains_key(ask::likelihood(point)), "{}", entry.id);
        }
        if let Some(Value::One(source)) = said.get(ask::SOURCE).and_then(Answer::value) {
            sources.insert(source.to_string());
        }
    }
    // Every source of Annex C.3 has a risk to begin with.
    let asked = library().question(ask::SOURCE).unwrap();
    for option in asked
        .options
        .iter()
        .filter(|one| one.id.as_str() != "other")
    {
        assert!(sources.contains(option.id.as_str()), "{}", option.id);
    }
}

#[test]
fn what_presses_is_a_contradiction_of_the_file_and_what_is_open_is_not() {
    let treated = all(&[&RATED, &TREATED]);
    let found = |risk: &[&str], action: &[&str]| -> Vec<&'static str> {
        let all = [
            (record(RecordKind::Organisation, 1), Answers::new()),
            (record(RecordKind::Method, 1), shipped_method()),
            (record(RecordKind::Risk, 1), answers(risk)),
            (record(RecordKind::Action, 1), answers(action)),
        ];
        let dossier = Dossier {
            stamp: Stamp {
                file_id: "file".into(),
                event: 1,
                head: "head".into(),
                at: all[0].0.created,
            },
            records: all.iter().map(|(record, _)| record.clone()).collect(),
            answers: all
                .into_iter()
                .map(|(record, answers)| (record.id, answers))
                .collect(),
            attachments: Default::default(),
            revisions: Vec::new(),
            frozen: Default::default(),
        };
        let smells = domain::xray::smells(library(), &dossier, day(TODAY));
        for smell in &smells {
            let key = format!("ui.xray.{}", smell.code);
            let text = library().texts().find(&key).expect(&key);
            for (name, _) in &smell.with {
                assert!(text.contains(&format!("{{{name}}}")), "{key}: {name}");
            }
        }
        smells.iter().map(|smell| smell.code).collect()
    };
    let ahead = ["action-due = 2026-12-01"];
    assert_eq!(found(&treated, &ahead), Vec::<&str>::new());
    assert_eq!(
        found(&but(&treated, &["risk-residual-likelihood = 3"]), &ahead),
        ["risk-not-accepted"]
    );
    assert_eq!(
        found(&but(&treated, &["risk-review-due = 2026-11-21"]), &ahead),
        ["risk-review-overdue"]
    );
    assert_eq!(
        found(&treated, &["action-due = 2026-11-21"]),
        ["action-overdue"]
    );
    assert_eq!(
        found(&treated, &["action-state = done", "action-effective = no"]),
        ["action-ineffective"]
    );
    // Not rated yet, without an owner: open, and no contradiction.
    let open = ["risk-method = method-1", "risk-systems = system-1"];
    assert_eq!(found(&open, &ahead), Vec::<&str>::new());
}
