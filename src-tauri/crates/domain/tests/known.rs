//! What the inventory and the profile say to the law's questions: the shipped equivalences, case by case,
//! and what must be true of them whatever is answered.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/said.rs"]
mod said;

#[path = "support/law_properties.rs"]
#[allow(dead_code)]
mod properties;

use content::{Library, QuestionId, RecordKind, Says};
use domain::law::{Engine, Knowing, Known, facts, known};
use domain::{Answer, AnswerState, Answers, Value, fact};
use said::answers;
use std::collections::BTreeMap;

fn library() -> &'static Library {
    content::library().expect("shipped content")
}

fn act() -> &'static content::Questionnaire {
    let law = library().framework(fact::AI_ACT).unwrap();
    library().questions_of(law).unwrap()
}

fn of(said: &[&str]) -> BTreeMap<QuestionId, Known<'static>> {
    let (organisation, system): (Vec<&str>, Vec<&str>) = said
        .iter()
        .partition(|line| line.starts_with("organisation-"));
    known(library(), act(), &answers(&system), &answers(&organisation))
}

/// What is known of a question, in the form of [`answers`]; `!` where it counts unconfirmed.
fn check(said: &[&str], question: &str, expected: Option<&str>) {
    let known = of(said);
    let words = known.get(question).map(|known| {
        let value = match &known.value {
            Value::One(option) => option.to_string(),
            Value::Many(options) => {
                let options: Vec<&str> = options.iter().map(|option| option.as_str()).collect();
                options.join(" + ")
            }
            Value::Date(day) => day.to_string(),
            other => format!("{other:?}"),
        };
        let mark = if known.counts { "!" } else { "" };
        format!("{value}{mark}")
    });
    assert_eq!(words.as_deref(), expected, "{question} from {said:?}");
}

#[test]
fn what_means_the_same_counts() {
    check(
        &["organisation-eu-nexus = established + market"],
        "our-seat",
        Some("eu!"),
    );
    check(
        &["placed-on-market = 2025-03-01"],
        "first-placed",
        Some("2025-03-01!"),
    );
    check(
        &["personal-data = yes", "profiling = yes"],
        "profiles-anybody",
        Some("yes!"),
    );
    check(
        &["sourcing = gpai-based"],
        "third-party-parts",
        Some("yes!"),
    );
    check(
        &["generates = text", "content-published = with-review"],
        "published-topic",
        Some("public-interest!"),
    );
}

#[test]
fn what_only_comes_near_is_a_suggestion() {
    // Each of these would lower something, so a person confirms it.
    check(
        &["organisation-eu-nexus = market"],
        "our-seat",
        Some("outside"),
    );
    check(
        &["personal-data = yes", "profiling = no"],
        "profiles-anybody",
        Some("no"),
    );
    check(&["personal-data = no"], "profiles-anybody", Some("no"));
    check(&["eu-output = no"], "output-in-union", Some("no"));
    check(
        &["generates = text", "content-published = with-review"],
        "editorial-review",
        Some("yes"),
    );
    check(
        &[
            "use-areas = biometrics",
            "biometric-uses = verify",
            "warning-signs = none",
        ],
        "identify-mode",
        Some("verify"),
    );
    check(
        &["organisation-sector = finance"],
        "financial-institution",
        Some("yes"),
    );
    check(&["organisation-public = private"], "about-us", Some(""));
    check(&["organisation-size = sme"], "size-class", Some("sme"));
}

/// A suggestion is confirmed with one key, so none lies on the side that asks less of us.
#[test]
fn what_is_filled_in_does_not_lead_out_of_the_act_or_its_duties() {
    // Called open source: nothing is known of the licence, and with it the Act would not apply.
    check(&["sourcing = open-source"], "kept-for", None);
    // An authority registers its use; another body governed by public law does not.
    check(
        &["organisation-public = public-body"],
        "about-us",
        Some("public-authority"),
    );
    // "Only ourselves" receive it. On the market it would have until December to mark what it generates.
    let ours = ["sourcing = built", "supplied-to = Only ourselves"];
    let with = |roles| [ours[0], ours[1], roles];
    check(
        &with("act-roles = provider + deployer"),
        "our-part",
        Some("developed + own-service + use"),
    );
    check(
        &with("act-roles = provider"),
        "our-part",
        Some("developed + market"),
    );
    // One key would deny that it can make what is prohibited, though nobody has looked.
    let media = ["generates = image", "realistic-content = yes"];
    check(&media, "media-can", None);
    let looked = [media[0], media[1], "warning-signs = none"];
    check(&looked, "media-can", Some("lookalike"));
    let seen = [media[0], media[1], "warning-signs = intimate-imagery"];
    check(&seen, "media-can", Some("intimate + lookalike"));
    // Nothing was changed, and yet it is used for something else.
    let unchanged = [
        "sourcing = bought",
        "own-name = no",
        "changes-by-us = none",
        "use-check = matches",
    ];
    check(&unchanged, "changes-made", Some(""));
    let elsewhere = [
        unchanged[0],
        unchanged[1],
        unchanged[2],
        "use-check = differs",
    ];
    check(&elsewhere, "changes-made", Some("purpose"));
}

/// Where the inventory's own answers stand on both sides, its words are as wide as the law's question.
#[test]
fn what_counts_unconfirmed_is_asked_in_the_same_words() {
    let prompt = |id: &str| library().question(id).unwrap().prompt.as_str();
    let same = "the first unit of this type and model placed on the market or put into service";
    for id in ["placed-on-market", "first-placed"] {
        assert!(prompt(id).contains(same), "{id}");
    }
    let counting: BTreeMap<&str, usize> = library()
        .equivalences(&act().id)
        .iter()
        .filter(|one| one.counts)
        .fold(BTreeMap::new(), |mut counted, one| {
            *counted.entry(one.question.as_str()).or_default() += 1;
            counted
        });
    // Whoever lets another one count reads both questions first.
    let read = [
        ("first-placed", 1),
        ("our-seat", 1),
        ("profiles-anybody", 1),
        ("published-topic", 1),
        ("third-party-parts", 1),
    ];
    assert_eq!(counting, BTreeMap::from(read));
}

#[test]
fn options_of_several_questions_come_together() {
    check(
        &["technique = machine-learning + knowledge-based"],
        "how-it-works",
        Some("knowledge + learned"),
    );
    check(
        &["sourcing = built", "act-roles = provider + deployer"],
        "our-part",
        Some("developed + own-service + use"),
    );
    check(
        &["sourcing = bought", "act-roles = deployer"],
        "our-part",
        Some("use"),
    );
    check(
        &["use-areas = credit", "product-safety = yes"],
        "fields",
        Some("credit + product"),
    );
    check(
        &[
            "meets-people = yes",
            "generates = text + image",
            "warning-signs = manipulation",
        ],
        "functions",
        Some("interacts + makes-media + steers + writes-text"),
    );
    check(
        &["use-areas = none", "product-safety = no"],
        "fields",
        Some(""),
    );
}

#[test]
fn nothing_is_known_where_nothing_was_said() {
    assert!(of(&[]).is_empty());
    check(&["use-areas = none"], "fields", None);
    // Statistics may be learned, so rules beside them say nothing.
    check(
        &["technique = statistics + fixed-rules"],
        "how-it-works",
        None,
    );
    check(
        &["technique = fixed-rules"],
        "how-it-works",
        Some("fixed-rules"),
    );
    let not_known = Answer::new(AnswerState::NotKnown { asked_of: None });
    let system = Answers::from([("placed-on-market".into(), not_known)]);
    assert!(known(library(), act(), &system, &Answers::new()).is_empty());
}

#[test]
fn an_answer_that_is_set_aside_says_nothing() {
    // Profiling is asked only of personal data; the answer from before is kept and counts nowhere.
    check(
        &["personal-data = no", "profiling = yes"],
        "profiles-anybody",
        Some("no"),
    );
    check(&["profiling = yes"], "profiles-anybody", None);
    // Chains of follow-ups, too.
    check(
        &["generates = image", "content-published = with-review"],
        "published-topic",
        None,
    );
}

#[test]
fn what_was_answered_stands_before_what_is_known() {
    let system = answers(&[
        "personal-data = yes",
        "profiling = yes",
        "profiles-anybody = no",
    ]);
    let none = Answers::new();
    let facts_of = |system: &Answers| facts(library(), act(), system, &none);
    assert_eq!(facts_of(&system), answers(&["profiles-anybody = no"]));
    // "Don't know yet" is an answer, too: whoever said so doubts what the inventory says.
    let mut system = answers(&["personal-data = yes", "profiling = yes"]);
    assert_eq!(facts_of(&system), answers(&["profiles-anybody = yes"]));
    let not_known = Answer::new(AnswerState::NotKnown { asked_of: None });
    system.insert("profiles-anybody".into(), not_known.clone());
    assert_eq!(facts_of(&system)["profiles-anybody"], not_known);
    // A suggestion is no fact.
    assert!(facts_of(&answers(&["technique = machine-learning"])).is_empty());
}

#[test]
fn what_is_known_names_its_source_and_reason() {
    let known = of(&["sourcing = built", "act-roles = provider + deployer"]);
    let part = &known["our-part"];
    let from: Vec<&str> = part.from.iter().map(|id| id.as_str()).collect();
    assert_eq!(from, ["sourcing", "act-roles"]);
    assert_eq!(part.by.len(), 3);
    assert!(part.by.iter().all(|by| !by.reason.is_empty()));
}

/// No equivalence idles: each one holds for some answers that can be given, alone.
#[test]
fn each_equivalence_can_speak() {
    let mut dice = properties::Dice(11);
    let mut silent: Vec<_> = library().equivalences(&act().id).iter().collect();
    let total = silent.len();
    assert!(total > 80, "{total}");
    for _ in 0..4_000 {
        let (system, organisation) = elsewhere(&mut dice, 8);
        let spoke = known(library(), act(), &system, &organisation);
        silent.retain(|one| {
            let by = spoke.get(&one.question).map(|known| &known.by);
            !by.is_some_and(|by| by.iter().any(|by| std::ptr::eq(*by, *one)))
        });
    }
    let silent: Vec<String> = silent
        .iter()
        .map(|one| format!("{}: {}", one.question, one.reason))
        .collect();
    assert!(silent.is_empty(), "{silent:#?}");
}

/// Answers to some of what the inventory and the profile ask.
fn elsewhere(dice: &mut properties::Dice, of_twelve: usize) -> (Answers, Answers) {
    let law = library().framework(fact::AI_ACT).unwrap();
    let mut some = |kind| {
        let questions = library().questionnaire_about(kind).unwrap();
        properties::some_answers(law, questions, of_twelve, dice)
    };
    (some(RecordKind::System), some(RecordKind::Organisation))
}

/// A known fact turns no answer and lowers no class; everything known fits its question.
#[test]
fn known_facts_only_fill_what_is_open() {
    let law = library().framework(fact::AI_ACT).unwrap();
    let engine = Engine::new(law, act());
    let knowing = Knowing::new(library(), act());
    let mut dice = properties::Dice(5);
    let (mut filled, mut settled) = (0, 0);
    for run in 0..1_500 {
        let of_twelve = dice.below(12);
        let (mut system, organisation) = elsewhere(&mut dice, of_twelve);
        let share = dice.below(12);
        let given = properties::some_answers(law, act(), share, &mut dice);
        system.extend(given.clone());
        for (id, known) in knowing.known(&system, &organisation) {
            let question = act().question(id.as_str()).unwrap();
            let answer = Answer::given(known.value.clone());
            answer.check(question).expect("fits its question");
            assert!(!known.from.is_empty(), "{id} is known from nowhere");
            let several = matches!(known.value, Value::Many(_));
            assert!(!(several && known.counts), "{id}");
        }
        let facts = knowing.facts(&system, &organisation);
        for (id, answer) in &given {
            assert_eq!(facts.get(id), Some(answer), "run {run}: {id} was turned");
        }
        filled += facts.len() - given.len();
        let on = law.as_of;
        let (before, after) = (engine.weigh(&given, on), engine.weigh(&facts, on));
        if let Some(headline) = before.headline() {
            settled += 1;
            assert_eq!(Some(&headline.id), after.headline().map(|class| &class.id));
        }
        let place = |class: Option<&content::Class>| {
            let class = class.map(|class| &class.id);
            let mut classes = law.classes.iter();
            classes.position(|one| Some(&one.id) == class)
        };
        if let Some(at_least) = place(before.so_far()) {
            let now = place(after.so_far()).expect("it holds still");
            assert!(now <= at_least, "run {run}: lowered");
        }
    }
    assert!(
        filled > 500 && settled > 100,
        "{filled} filled, {settled} settled"
    );
}

/// Whoever reads only the answers asked for knows as much.
#[test]
fn the_questions_named_suffice() {
    let knowing = Knowing::new(library(), act());
    let wanted = knowing.questions();
    assert!(wanted.len() < 260, "{}", wanted.len());
    let mut dice = properties::Dice(31);
    for _ in 0..300 {
        let (system, organisation) = elsewhere(&mut dice, 9);
        let few = |answers: &Answers| -> Answers {
            let kept = answers.iter().filter(|(id, _)| wanted.contains(id));
            kept.map(|(id, answer)| (id.clone(), answer.clone()))
                .collect()
        };
        let facts = knowing.facts(&system, &organisation);
        assert_eq!(facts, knowing.facts(&few(&system), &few(&organisation)));
        let all = knowing.known(&system, &organisation);
        let of_few = knowing.known(&few(&system), &few(&organisation));
        let values = |known: &BTreeMap<QuestionId, Known>| {
            let known = known.iter();
            known
                .map(|(id, one)| (id.clone(), one.value.clone()))
                .collect::<Vec<_>>()
        };
        assert_eq!(values(&all), values(&of_few));
    }
}

/// Days are handed over as they are.
#[test]
fn dates_are_taken_from_dates() {
    for one in library().equivalences(&act().id) {
        if let Says::AnswerOf(source) = &one.says {
            let kind = library().question(source.as_str()).unwrap().kind;
            assert_eq!(kind, content::QuestionKind::Date, "{source}");
        }
    }
}
