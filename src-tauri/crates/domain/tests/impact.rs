//! Benefits and harms by the shipped method: levels, thresholds, what is owed, what a sign-off keeps.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/said.rs"]
mod said;

use content::{DutyId, Library, QuestionKind, Questionnaire, RecordKind};
use domain::assessment::{Assessment, Review};
use domain::frozen::differences;
use domain::impact::{
    self, Assessed, Direction, Entry, Outcome, Scale, Weigh, as_risk, outcome, owed, question,
};
use domain::law::Knowing;
use domain::{Answer, AnswerState, Answers, Record, RecordId, Truth, Value, Words};
use said::answers;

fn library() -> &'static Library {
    content::library().expect("shipped content")
}

fn asked() -> &'static Questionnaire {
    library().questionnaire_about(RecordKind::Impact).unwrap()
}

fn weigh() -> Weigh<'static> {
    Weigh::new(library()).unwrap()
}

fn record(kind: RecordKind, number: u32, name: &str) -> Record {
    Record {
        id: RecordId::new(format!("{}-{number}", kind.code())),
        kind,
        number,
        name: name.to_owned(),
        created: chrono::DateTime::UNIX_EPOCH,
        changed: chrono::DateTime::UNIX_EPOCH,
        retired: None,
    }
}

/// Four words, before or after measures; a dash leaves one out.
fn scales(prefix: &str, words: &str) -> Vec<String> {
    let names = ["severity", "scale", "reversibility", "likelihood"];
    names
        .iter()
        .zip(words.split_whitespace())
        .filter(|(_, word)| *word != "-")
        .map(|(name, word)| format!("impact-{prefix}{name} = {word}"))
        .collect()
}

fn said_of(direction: &str, before: &str, after: &str) -> Answers {
    let mut lines = vec![
        format!("impact-direction = {direction}"),
        "impact-affects = individuals".to_owned(),
        "impact-party = Readers".to_owned(),
        "impact-what = The letter comes late".to_owned(),
    ];
    lines.extend(scales("", before));
    lines.extend(scales("after-", after));
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    answers(&lines)
}

fn entry<'n>(record: &'n Record, answers: &Answers) -> Entry<'n, 'static> {
    Entry::of(&weigh(), asked(), record, answers)
}

/// The level before measures, or how many values are missing.
fn check(direction: &str, before: &str, expected: Result<&str, usize>) {
    let record = record(RecordKind::Impact, 1, "Late letter");
    let entry = entry(&record, &said_of(direction, before, ""));
    let found = match &entry.before {
        Ok(weighed) => Ok(weighed.level.id.as_str()),
        Err(missing) => Err(missing.len()),
    };
    assert_eq!(found, expected, "{direction}: {before}");
    assert_eq!(
        entry.after.as_ref().unwrap_err().len(),
        if direction == "harm" { 4 } else { 3 }
    );
}

#[test]
fn a_level_comes_of_all_four_scales() {
    check("harm", "slight few at-once rare", Ok("low"));
    check("harm", "slight few at-once expected", Ok("moderate"));
    check("harm", "noticeable many with-effort likely", Ok("moderate"));
    check("harm", "considerable some partly likely", Ok("high"));
    check("harm", "considerable many never likely", Ok("high"));
    check("harm", "considerable many never expected", Ok("very-high"));
    check("harm", "profound few at-once rare", Ok("low"));
    check("harm", "profound few never rare", Ok("moderate"));
    check("harm", "profound very-many never rare", Ok("high"));
    check("harm", "profound very-many never possible", Ok("very-high"));
}

#[test]
fn no_level_while_a_value_is_missing() {
    for missing in [
        "- few at-once rare",
        "slight - at-once rare",
        "slight few - rare",
        "slight few at-once -",
    ] {
        check("harm", missing, Err(1));
    }
    check("harm", "- - - -", Err(4));
    // "Not known" and "not applicable" are no values either.
    let record = record(RecordKind::Impact, 1, "Late letter");
    for state in [
        AnswerState::NotKnown { asked_of: None },
        AnswerState::NotApplicable {
            reason: "Nobody".to_owned(),
        },
    ] {
        let mut said = said_of("harm", "slight few at-once rare", "");
        said.insert("impact-scale".into(), Answer::new(state));
        let entry = entry(&record, &said);
        assert_eq!(entry.before, Err(vec!["impact-scale".into()]));
    }
    // Nobody said whether it is a benefit or a harm.
    let mut said = said_of("harm", "slight few at-once rare", "");
    said.remove("impact-direction");
    let missing = entry(&record, &said).before.unwrap_err();
    assert!(missing.contains(&question::DIRECTION.into()), "{missing:?}");
}

/// A benefit is not asked whether it can be undone; an answer from when it was a harm is kept and counts
/// nowhere.
#[test]
fn a_hidden_scale_never_counts() {
    check("benefit", "considerable many - likely", Ok("high"));
    check("benefit", "considerable many never likely", Ok("high"));
    check("harm", "considerable many at-once likely", Ok("moderate"));
    check("benefit", "considerable many at-once likely", Ok("high"));
}

#[test]
fn more_of_anything_never_weighs_less() {
    let options = |id: &str| {
        let options = &library().question(id).unwrap().options;
        options
            .iter()
            .map(|one| one.id.to_string())
            .collect::<Vec<_>>()
    };
    let names = ["severity", "scale", "reversibility", "likelihood"];
    let all: Vec<Vec<String>> = names
        .iter()
        .map(|name| options(&format!("impact-{name}")))
        .collect();
    let record = record(RecordKind::Impact, 1, "Any");
    let rank = |places: [usize; 4]| {
        let words: Vec<&str> = places
            .iter()
            .zip(&all)
            .map(|(place, axis)| axis[*place].as_str())
            .collect();
        let entry = entry(&record, &said_of("harm", &words.join(" "), ""));
        let level = entry.before.unwrap().level;
        weigh().method.rank(&level.id).unwrap()
    };
    let mut seen = 0;
    for code in 0..256_usize {
        let places = [code / 64, code / 16 % 4, code / 4 % 4, code % 4];
        for axis in 0..4 {
            let mut more = places;
            more[axis] += 1;
            if more[axis] < 4 {
                assert!(rank(more) >= rank(places), "{places:?} by {axis}");
                seen += 1;
            }
        }
    }
    assert_eq!(seen, 768);
}

fn assessment(said: &[&str]) -> Assessment<'static> {
    let questionnaire = library().questionnaire(impact::IMPACT_ASSESSMENT).unwrap();
    let knowing = Knowing::new(library(), questionnaire);
    Assessment::of(&knowing, &answers(said), &Answers::new())
}

fn come_to(said: &[&str], entries: &[Answers]) -> Outcome<'static> {
    let records: Vec<Record> = (1..)
        .take(entries.len())
        .map(|number| record(RecordKind::Impact, number, "An entry"))
        .collect();
    let entries: Vec<Entry> = records
        .iter()
        .zip(entries)
        .map(|(one, said)| entry(one, said))
        .collect();
    outcome(&weigh(), &assessment(said), &entries)
}

#[test]
fn the_heaviest_harm_counts_and_a_benefit_never_lowers_it() {
    let grave = said_of(
        "harm",
        "considerable many never expected",
        "considerable some partly likely",
    );
    let light = said_of("harm", "slight few at-once rare", "slight few at-once rare");
    let good = said_of(
        "benefit",
        "profound many - expected",
        "profound many - expected",
    );
    let found = come_to(&[], &[light, grave, good]);
    assert_eq!((found.harms, found.benefits), (2, 1));
    let title = |level: Option<&content::ImpactLevel>| level.unwrap().id.to_string();
    assert_eq!(title(found.before), "very-high");
    assert_eq!(title(found.after), "high");
    assert_eq!(title(found.benefit), "very-high");
    assert!(found.complete());
}

#[test]
fn an_entry_that_is_not_weighed_leaves_the_result_open() {
    let half = said_of("harm", "slight few at-once rare", "slight - at-once rare");
    let found = come_to(&["aia-sensitive ="], &[half]);
    assert_eq!(found.unrated.len(), 1);
    assert!(found.after.is_none() && !found.complete());
    assert_eq!(
        found.thresholds[0].truth,
        Truth::Unknown,
        "it may still be heavy"
    );
}

#[test]
fn a_threshold_is_reached_by_a_tick_or_by_a_harm_that_stays() {
    let truths = |said: &[&str], entries: &[Answers]| {
        let found = come_to(said, entries);
        found
            .thresholds
            .iter()
            .map(|one| one.truth)
            .collect::<Vec<_>>()
    };
    let high = said_of(
        "harm",
        "considerable some partly likely",
        "considerable some partly likely",
    );
    let grave = said_of(
        "harm",
        "considerable many never expected",
        "considerable many never expected",
    );
    let light = said_of("harm", "slight few at-once rare", "slight few at-once rare");
    let good = said_of(
        "benefit",
        "profound many - expected",
        "profound many - expected",
    );
    let none = &["aia-sensitive =", "aia-restricted ="];
    let cases: [(&[&str], &[Answers], [Truth; 2]); 6] = [
        (&[], &[], [Truth::Unknown, Truth::Unknown]),
        (none, std::slice::from_ref(&light), [Truth::No, Truth::No]),
        (none, &[light.clone(), high], [Truth::Yes, Truth::No]),
        (none, &[grave], [Truth::Yes, Truth::Yes]),
        (none, &[good], [Truth::No, Truth::No]),
        (
            &["aia-sensitive = decides", "aia-restricted ="],
            std::slice::from_ref(&light),
            [Truth::Yes, Truth::No],
        ),
    ];
    for (said, entries, expected) in cases {
        assert_eq!(truths(said, entries), expected, "{said:?}");
    }
}

#[test]
fn each_assessment_is_owed_for_its_own_reason() {
    let method = weigh().method;
    let of = |said: &[&str], duty: Truth| {
        let asked_for = |id: &DutyId| {
            if id.as_str() == "D-FRIA" {
                duty
            } else {
                Truth::No
            }
        };
        let found = owed(
            method,
            library(),
            &answers(said),
            &Answers::new(),
            &asked_for,
        );
        found
            .iter()
            .map(|one| (one.rule.assessment.to_string(), one.truth))
            .collect::<Vec<_>>()
    };
    let expected = |truths: [Truth; 3]| {
        let ids = impact::ASSESSMENTS.iter().map(|id| (*id).to_owned());
        ids.zip(truths).collect::<Vec<_>>()
    };
    use Truth::{No, Unknown, Yes};
    assert_eq!(of(&[], Unknown), expected([Unknown, Unknown, Unknown]));
    assert_eq!(
        of(
            &[
                "in-aims-scope = yes",
                "personal-data = yes",
                "dpia-due = yes"
            ],
            No
        ),
        expected([Yes, No, Yes])
    );
    assert_eq!(
        of(&["in-aims-scope = no", "personal-data = no"], Yes),
        expected([No, Yes, No])
    );
    assert_eq!(
        of(&["personal-data = yes"], No),
        expected([Unknown, No, Unknown])
    );
}

#[test]
fn what_the_inventory_says_stands_in_one_place() {
    let found = assessment(&[
        "intended-purpose = Sorts letters",
        "vulnerable-groups = children",
        "profiling = yes",
        "personal-data = yes",
    ]);
    let purpose = Value::Text("Sorts letters".to_owned());
    assert_eq!(found.value("aia-purpose"), Some(&purpose));
    assert!(!found.begun(), "nobody answered anything here");
    // What is only near is a suggestion.
    assert_eq!(found.value("aia-vulnerable"), None);
    assert!(found.known.contains_key("aia-vulnerable"));
    let sensitive = &found.known["aia-sensitive"].value;
    assert_eq!(
        sensitive,
        &Value::Many(["observes".into(), "vulnerable".into()].into())
    );
    // An answer here goes before what is known.
    let found = assessment(&[
        "intended-purpose = Sorts letters",
        "aia-purpose = Sorts parcels",
    ]);
    assert_eq!(
        found.value("aia-purpose"),
        Some(&Value::Text("Sorts parcels".to_owned()))
    );
}

#[test]
fn a_section_to_correct_holds_up_signing() {
    let section = |found: &Assessment<'static>| {
        let sections = &found.questionnaire.sections;
        (found.review(&sections[0]), found.hindrances())
    };
    let (review, hindrances) = section(&assessment(&[]));
    assert_eq!(review, None);
    assert!(
        hindrances
            .open
            .iter()
            .any(|one| one.id.as_str() == "aia-review-scope")
    );
    let (review, hindrances) = section(&assessment(&["aia-review-scope = to-correct"]));
    assert_eq!(review, Some(Review::ToCorrect));
    assert_eq!(hindrances.to_correct.len(), 1);
    let (review, hindrances) = section(&assessment(&["aia-review-scope = improvable"]));
    assert_eq!(review, Some(Review::Improvable));
    assert!(hindrances.to_correct.is_empty());
    assert!(
        hindrances
            .open
            .iter()
            .all(|one| one.id.as_str() != "aia-review-scope")
    );
}

#[test]
fn a_harm_becomes_a_risk_with_its_system_and_its_words() {
    let record = record(RecordKind::Impact, 1, "Late letter");
    let mut said = said_of("harm", "slight few at-once rare", "");
    let system = Answer::given(Value::Records(vec![RecordId::new("system-1")]));
    said.insert(question::SYSTEM.into(), system);
    let first = as_risk(&entry(&record, &said));
    let ids: Vec<&str> = first.iter().map(|(id, _)| *id).collect();
    assert_eq!(
        ids,
        ["risk-systems", "risk-event", "risk-consequence-individuals"]
    );
    said.insert(
        question::AFFECTS.into(),
        Answer::given(Value::One("society".into())),
    );
    assert_eq!(
        as_risk(&entry(&record, &said))[2].0,
        "risk-consequence-society"
    );
}

fn frozen(said: &[&str], entries: &[(Record, Answers)]) -> domain::Frozen {
    let system = record(RecordKind::System, 1, "Letter sorter");
    let assessment = assessment(said);
    let read: Vec<Entry> = entries.iter().map(|(one, said)| entry(one, said)).collect();
    let found = outcome(&weigh(), &assessment, &read);
    let words = Words {
        texts: library().texts(),
        name_of: &|_| None,
    };
    let assessed = Assessed {
        system: &system,
        assessment: &assessment,
        entries: &read,
        outcome: &found,
        owed: None,
        headline: "Minimal risk".to_owned(),
        on: "2026-11-22".parse().unwrap(),
    };
    impact::freeze(&weigh(), library(), &words, &assessed)
}

#[test]
fn what_is_kept_names_levels_thresholds_and_every_answer() {
    let harm = said_of(
        "harm",
        "considerable many never expected",
        "considerable some partly likely",
    );
    let benefit = said_of(
        "benefit",
        "noticeable many - expected",
        "noticeable many - expected",
    );
    let entries = [
        (record(RecordKind::Impact, 1, "Late letter"), harm.clone()),
        (record(RecordKind::Impact, 2, "Early letter"), benefit),
    ];
    let kept = frozen(
        &[
            "intended-purpose = Sorts letters",
            "aia-sensitive = observes",
        ],
        &entries,
    );
    assert_eq!(kept.form, impact::IMPACT_ASSESSMENT);
    let open: Vec<&str> = kept.open().iter().map(|part| part.id.as_str()).collect();
    assert!(
        open.contains(&"aia-scope") && !open.contains(&"aia-purpose"),
        "{open:?}"
    );
    assert!(!open.iter().any(|id| id.starts_with("impact-")), "{open:?}");
    assert_eq!(kept.value(&["result", "before"]), "Very high");
    assert_eq!(kept.value(&["result", "after"]), "High");
    assert_eq!(kept.value(&["thresholds", "sensitive"]), "yes");
    assert_eq!(kept.parts(&["thresholds", "sensitive", "harms"]).len(), 1);
    assert_eq!(
        kept.value(&["entries", "impact-1", "after", "grade"]),
        "major"
    );
    assert_eq!(
        kept.value(&["facts", "system", "aia-purpose"]),
        "Sorts letters"
    );
    assert!(
        kept.value(&["facts", "system", "aia-purpose", "source"])
            .contains("Intended purpose")
    );
    assert_eq!(
        kept,
        frozen(
            &[
                "intended-purpose = Sorts letters",
                "aia-sensitive = observes"
            ],
            &entries
        )
    );

    let lighter = said_of(
        "harm",
        "considerable many never expected",
        "slight few at-once rare",
    );
    let later = [(entries[0].0.clone(), lighter), entries[1].clone()];
    let after = frozen(
        &[
            "intended-purpose = Sorts letters",
            "aia-sensitive = observes",
        ],
        &later,
    );
    let moved: Vec<String> = differences(&kept, &after)
        .iter()
        .map(|one| {
            one.path
                .iter()
                .map(|step| step.id.as_str())
                .collect::<Vec<_>>()
                .join("/")
        })
        .collect();
    assert!(moved.contains(&"result/after".to_owned()), "{moved:?}");
    assert!(
        moved.contains(&"entries/impact-1/after".to_owned()),
        "{moved:?}"
    );
    assert!(
        !moved.iter().any(|path| path.contains("impact-2")),
        "{moved:?}"
    );
}

#[test]
fn what_is_not_ready_says_why_and_so_cannot_be_signed() {
    let half = said_of("harm", "slight few at-once rare", "slight - at-once rare");
    let entries = [(record(RecordKind::Impact, 1, "Late letter"), half)];
    let open = |said: &[&str], entries: &[(Record, Answers)]| {
        let kept = frozen(said, entries);
        let open = kept.open().iter();
        open.map(|part| part.label.clone()).collect::<Vec<_>>()
    };
    let found = open(&["aia-review-scope = to-correct"], &entries);
    assert!(
        found.contains(&"to correct: Trigger and scope".to_owned()),
        "{found:?}"
    );
    assert!(
        found.contains(&"not weighed: Late letter".to_owned()),
        "{found:?}"
    );
    let found = open(&[], &[]);
    assert!(
        found.contains(&"no benefit or harm was entered".to_owned()),
        "{found:?}"
    );
}

#[test]
fn what_code_looks_at_is_asked() {
    use QuestionKind::{LongText, Multi, Record, Single, Text};
    let check = |id: &str, kind: QuestionKind, linked: Option<RecordKind>| {
        let found = asked().question(id).expect(id);
        assert_eq!((found.kind, found.record), (kind, linked), "{id}");
    };
    check(question::SYSTEM, Record, Some(RecordKind::System));
    check(question::DIRECTION, Single, None);
    check(question::PARTY, Text, None);
    check(question::AFFECTS, Single, None);
    check(question::DIMENSION, Multi, None);
    check(question::WHAT, LongText, None);
    check(question::MEASURES, LongText, None);
    check(question::RISK, Record, Some(RecordKind::Risk));
    assert!(
        asked()
            .question(question::DIRECTION)
            .unwrap()
            .option(question::HARM)
            .is_some()
    );
    for (id, due) in impact::ASSESSMENTS.iter().zip(impact::REVIEW_DUE) {
        let questionnaire = library().questionnaire(id).unwrap();
        assert!(questionnaire.assessment, "{id}");
        assert_eq!(
            questionnaire.question(due).unwrap().kind,
            QuestionKind::Date
        );
    }
    let risk = library().questionnaire_about(RecordKind::Risk).unwrap();
    let record = record(RecordKind::Impact, 1, "Late letter");
    let mut harm = said_of("harm", "slight few at-once rare", "");
    let system = Answer::given(Value::Records(vec![RecordId::new("system-1")]));
    harm.insert(question::SYSTEM.into(), system);
    let (first, _) = as_risk(&entry(&record, &harm)).remove(0);
    assert!(risk.question(first).is_some(), "{first}");
    assert_eq!(weigh().scales(Scale::After).all().len(), 4);
    assert_eq!(
        entry(&record, &said_of("benefit", "", "")).direction(),
        Some(Direction::Benefit)
    );
}
