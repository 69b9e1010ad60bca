//! What the law says, frozen: every case of the shipped law, and what two of them differ in.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../../../../tests/suite/law/case.rs"]
#[allow(dead_code)]
mod case;

use case::{Case, cases};
use content::{Framework, Library, Questionnaire, RecordKind};
use domain::frozen::{Frozen, Part, differences};
use domain::law::{self, Deciding, Engine, Said, freeze};
use domain::{Answer, AnswerState, Answers, Record, RecordId, Truth, Value, Words, fact};
use std::collections::BTreeSet;

fn library() -> &'static Library {
    content::library().unwrap()
}

fn law() -> (&'static Framework, &'static Questionnaire) {
    let framework = library().framework(fact::AI_ACT).unwrap();
    (framework, library().questions_of(framework).unwrap())
}

fn engine() -> Engine<'static> {
    let (framework, questions) = law();
    Engine::new(framework, questions)
}

fn system() -> Record {
    let at = "2026-11-22T10:00:00Z".parse().unwrap();
    Record {
        id: RecordId::new("00000000-0000-4000-8000-000000000002"),
        kind: RecordKind::System,
        number: 6,
        name: "HR screening".into(),
        created: at,
        changed: at,
        retired: None,
    }
}

fn frozen(engine: &Engine<'_>, answers: &Answers, on: &str) -> Frozen {
    let words = Words {
        texts: library().texts(),
        name_of: &|_| None,
    };
    let case = law::Case {
        system: &system(),
        answers,
        organisation: &Answers::new(),
        on: on.parse().unwrap(),
    };
    freeze(engine, library(), &words, &case)
}

fn case(name: &str) -> Case {
    let mut named = cases()
        .into_iter()
        .filter(|case| case.name.starts_with(name));
    named.next().unwrap_or_else(|| panic!("no case {name}"))
}

/// Neighbours have ids of their own, and nothing is left to fill in.
fn sound(part: &Part, path: &str) {
    let path = format!("{path}/{}", part.id);
    assert!(!part.id.is_empty(), "{path}");
    for words in [&part.label, &part.value, &part.cite] {
        assert!(!words.contains(['{', '}', '\0']), "{path}: {words}");
    }
    let ids: BTreeSet<&str> = part.parts.iter().map(|part| part.id.as_str()).collect();
    assert_eq!(ids.len(), part.parts.len(), "{path}: an id stands twice");
    part.parts.iter().for_each(|part| sound(part, &path));
}

#[test]
fn every_case_freezes_to_one_tree_that_holds_all_it_comes_to() {
    let engine = engine();
    for (place, case) in cases().into_iter().enumerate() {
        let on = case.on.to_string();
        let tree = frozen(&engine, &case.answers, &on);
        if place % 20 == 0 {
            assert_eq!(tree, frozen(&engine, &case.answers, &on), "{}", case.name);
        }
        tree.parts.iter().for_each(|part| sound(part, &case.name));
        let found = engine.classify(&case.answers, case.on);
        let ids = |path: &[&str]| -> Vec<String> {
            tree.parts(path)
                .iter()
                .map(|part| part.id.clone())
                .collect()
        };
        let title = found.headline.map_or("Undetermined", |class| &class.title);
        assert_eq!(tree.value(&["headline"]), title, "{}", case.name);
        assert_eq!(ids(&["open"]).len(), found.open_questions.len());
        // So that nobody can sign it.
        let undetermined = found.headline.is_none();
        assert!(!undetermined || !tree.open().is_empty(), "{}", case.name);
        let classes: Vec<&str> = found
            .classes
            .iter()
            .map(|class| class.id.as_str())
            .collect();
        assert_eq!(ids(&["classes"]), classes);
        assert_eq!(ids(&["points"]), found.points);
        let duties: BTreeSet<String> = ids(&["duties"]).into_iter().collect();
        let owed = found.duties.iter();
        let owed: BTreeSet<String> = owed
            .map(|owed| format!("{}:{}", owed.duty.id, owed.role.id))
            .collect();
        assert_eq!(duties, owed, "{}", case.name);
        // Every rule stands in the trace with what became of it, and with a reason once it is settled.
        for finding in &found.trace {
            let stage = finding.rule.stage.as_str();
            let rule = tree
                .part(&["trace", stage, finding.rule.id.as_str()])
                .unwrap();
            let code = match finding.truth {
                Truth::Yes => "yes",
                Truth::No => "no",
                Truth::Unknown => "unknown",
            };
            assert_eq!(rule.value, code);
            assert_eq!(rule.cite, finding.rule.cite);
            let reasons = finding.deciding.len() + finding.open.len();
            let because = rule.part(&["because"]);
            assert_eq!(
                because.is_none(),
                reasons == 0,
                "{}: {}",
                case.name,
                rule.id
            );
        }
        let facts = tree.parts(&["facts"]).iter();
        let facts: usize = facts.map(|section| section.parts.len()).sum();
        assert_eq!(facts, case.answers.len(), "{}", case.name);
    }
}

#[test]
fn a_fact_says_where_it_comes_from() {
    let engine = engine();
    let mut answers = case("S6 The ranking module").answers;
    let source = |answers: &Answers| {
        let tree = frozen(&engine, answers, "2026-11-22");
        let fact = tree.part(&["facts", "filter", "profiles-anybody"]).unwrap();
        assert_eq!(fact.label, "Profiling of anybody");
        fact.value(&["source"]).to_owned()
    };
    assert_eq!(source(&answers), "Answered in this assessment");
    // The inventory says exactly that.
    answers.remove("profiles-anybody");
    for question in ["personal-data", "profiling"] {
        let yes = Answer::given(Value::One("yes".into()));
        answers.insert(question.into(), yes);
    }
    assert_eq!(source(&answers), "Known from: Profiling");
}

/// Whatever a statement that no rule checks has decided, the record says so, with the person's reason: above all
/// where a rule does not hold because of it.
#[test]
fn what_is_said_not_to_apply_stands_with_its_reason_wherever_it_decides() {
    let (engine, (_, questions)) = (engine(), law());
    let (mut lowered, mut told) = (0, 0);
    for case in cases() {
        let as_is = engine.classify(&case.answers, case.on).headline;
        for id in case.answers.keys() {
            let question = questions.question(id.as_str()).unwrap();
            if question.kind != content::QuestionKind::Single {
                continue;
            }
            let mut answers = case.answers.clone();
            let reason = "we do nothing of the kind".to_owned();
            let aside = Answer::new(AnswerState::NotApplicable { reason });
            answers.insert(id.clone(), aside);
            let found = engine.classify(&answers, case.on);
            if found.headline.map(|class| &class.id) == as_is.map(|class| &class.id) {
                continue;
            }
            lowered += 1;
            let tree = frozen(&engine, &answers, &case.on.to_string());
            for finding in &found.trace {
                let aside = Deciding::Answer(&question.id, Said::NotApplicable);
                if !finding.deciding.contains(&aside) {
                    continue;
                }
                let rule = finding.rule;
                let path = [
                    "trace",
                    rule.stage.as_str(),
                    rule.id.as_str(),
                    "because",
                    id.as_str(),
                ];
                let because = tree.part(&path).unwrap();
                assert_eq!(because.label, question.label, "{path:?}");
                assert!(
                    because.value.ends_with("we do nothing of the kind"),
                    "{path:?}"
                );
                told += 1;
            }
        }
    }
    assert!(lowered > 100 && told > lowered, "{lowered}, told {told}");
}

#[test]
fn two_outcomes_differ_in_what_changed_and_in_nothing_else() {
    let engine = engine();
    let before = case("S6 The ranking module").answers;
    let mut after = before.clone();
    let tree = frozen(&engine, &before, "2026-11-22");
    assert_eq!(differences(&tree, &tree), []);

    // One answer is taken back: it is gone, and so is what hung on it.
    let last = after.keys().next_back().unwrap().clone();
    after.remove(&last);
    let other = frozen(&engine, &after, "2026-11-22");
    let found = differences(&tree, &other);
    let gone = found.iter().any(|difference| {
        difference.group() == "facts"
            && difference
                .path
                .last()
                .is_some_and(|step| step.id == last.as_str())
            && difference.after.is_none()
    });
    assert!(gone, "{found:?}");

    // The reference date alone.
    let later = frozen(&engine, &before, "2027-12-02");
    let found = differences(&tree, &later);
    let day = found
        .iter()
        .find(|difference| difference.group() == "on")
        .unwrap();
    assert_eq!(day.before.as_deref(), Some("22 November 2026"));
    assert_eq!(day.after.as_deref(), Some("2 December 2027"));
    assert!(found.iter().all(|difference| difference.group() != "facts"));
}
