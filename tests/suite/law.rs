//! The law, proven by situations a lawyer can read: `tests/law-cases/<framework>/*.toml`. Run by crate
//! `domain`, so that it needs no window: `cargo test -p domain --test law-cases`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "law/aside.rs"]
mod aside;
#[path = "law/case.rs"]
mod case;
#[path = "law/judge.rs"]
mod judge;
#[path = "law/promises.rs"]
mod promises;
#[path = "../../src-tauri/crates/domain/tests/support/law_properties.rs"]
mod properties;

use case::{Case, cases};
use content::{Framework, OptionId, QuestionId, Questionnaire};
use domain::law::Engine;
use domain::{Answer, Answers, Truth, Value, fact};
use std::collections::{BTreeMap, BTreeSet};

fn law() -> (&'static Framework, &'static Questionnaire) {
    let library = content::library().unwrap_or_else(|problems| {
        let list: Vec<String> = problems.iter().map(ToString::to_string).collect();
        panic!("{}", list.join("\n"))
    });
    let framework = library.framework(fact::AI_ACT).expect("the AI Act ships");
    (framework, library.questions_of(framework).unwrap())
}

#[track_caller]
fn nothing_missing(what: &str, missing: &[String]) {
    let list = missing.join("\n  ");
    assert!(missing.is_empty(), "{what} ({}):\n  {list}", missing.len());
}

#[test]
fn every_case_comes_out_as_the_law_says() {
    let (framework, questions) = law();
    let engine = Engine::new(framework, questions);
    let mut failures = Vec::new();
    for case in cases() {
        for failure in judge::judge(&engine, questions, &case) {
            failures.push(format!("{}: {}: {failure}", case.file, case.name));
        }
    }
    nothing_missing("cases that came out otherwise", &failures);
}

#[test]
fn every_rule_and_every_duty_is_proven_to_fire_and_to_just_miss() {
    let (framework, _) = law();
    let cases = cases();
    let proven = |id: &str, fires: bool| {
        cases
            .iter()
            .any(|case| case.fires == Some(fires) && case.proves.iter().any(|proven| proven == id))
    };
    let rules = framework.rules.iter().map(|rule| rule.id.as_str());
    let duties = framework.duties.iter().map(|duty| duty.id.as_str());
    let mut missing = Vec::new();
    for id in rules.chain(duties) {
        for (fires, words) in [(true, "fires"), (false, "just misses")] {
            if !proven(id, fires) {
                missing.push(format!("{id}: no case where it {words}"));
            }
        }
    }
    nothing_missing("rules and duties without proof", &missing);
}

#[test]
fn both_sides_of_every_date_that_matters_are_tried() {
    let (framework, _) = law();
    let cases = cases();
    let mut missing = Vec::new();
    for rule in &framework.rules {
        let Some(from) = rule.from.as_ref().and_then(|id| framework.date(id)) else {
            continue;
        };
        let proves = |case: &&Case| case.proves.iter().any(|id| *id == rule.id.as_str());
        for (words, side) in [("before", false), ("on or after", true)] {
            let tried = cases.iter().filter(proves);
            if !tried.into_iter().any(|case| (case.on >= from.on) == side) {
                missing.push(format!("{}: no case {words} {}", rule.id, from.on));
            }
        }
    }
    nothing_missing("dates tried on one side only", &missing);
}

/// Names there begin with the letter and number that a system of the sample has.
#[test]
fn the_systems_of_the_sample_organisation_are_among_the_cases() {
    let cases = cases();
    let sample = cases
        .iter()
        .filter(|case| case.file == "sample-organisation.toml" && case.expect.headline.is_some());
    let there: BTreeSet<&str> = sample
        .filter_map(|case| case.name.split(' ').next())
        .collect();
    for system in ["S1", "S2a", "S2b", "S3a", "S3b", "S4", "S5", "S6"] {
        assert!(there.contains(system), "no case for {system}");
    }
}

#[test]
fn nothing_answered_is_undetermined_on_every_day() {
    let (framework, questions) = law();
    let engine = Engine::new(framework, questions);
    for date in &framework.dates {
        let found = engine.classify(&Answers::new(), date.on);
        assert!(found.headline.is_none() && found.so_far.is_none());
        assert!(found.classes.is_empty() && found.duties.is_empty());
    }
}

/// On the wizard's road of some case: always the first open question, what the case leaves open put off.
#[test]
fn every_question_comes_up() {
    let (framework, questions) = law();
    let engine = Engine::new(framework, questions);
    let mut unseen: BTreeSet<&QuestionId> = questions.questions.iter().map(|q| &q.id).collect();
    for case in cases() {
        let mut answers = Answers::new();
        let mut asked = BTreeSet::new();
        loop {
            let (open, further) = engine.weigh(&answers, case.on).open_questions();
            let mut next = open.iter().chain(&further);
            let Some(next) = next.find(|id| !asked.contains(*id)) else {
                break;
            };
            unseen.remove(*next);
            asked.insert(*next);
            if let Some(answer) = case.answers.get(*next) {
                answers.insert((*next).clone(), answer.clone());
            }
        }
    }
    let unseen: Vec<String> = unseen.iter().map(ToString::to_string).collect();
    nothing_missing("questions that come up in no case", &unseen);
}

/// "Unreachable" in practice: some case in which another answer to the question makes a rule come out
/// otherwise, and for every option, one in which choosing it does.
#[test]
fn every_question_and_every_option_makes_a_difference_in_some_case() {
    let (framework, questions) = law();
    let engine = Engine::new(framework, questions);
    let cases = cases();
    let mut proven: BTreeMap<&str, BTreeSet<&OptionId>> = BTreeMap::new();
    for case in &cases {
        let read = |answers: &Answers| -> Vec<Truth> {
            let found = engine.classify(answers, case.on);
            let drafts = found.drafts.len();
            let trace = found.trace.into_iter().map(|finding| finding.truth);
            trace
                .chain(std::iter::repeat_n(Truth::Yes, drafts))
                .collect()
        };
        let as_is = read(&case.answers);
        for (id, answer) in &case.answers {
            let question = questions.question(id.as_str()).unwrap();
            let known = proven.entry(question.id.as_str()).or_default();
            let mut without = case.answers.clone();
            for option in &question.options {
                if known.contains(&option.id) {
                    continue;
                }
                let other = match answer.value() {
                    Some(Value::Many(chosen)) => {
                        let mut chosen = chosen.clone();
                        if !chosen.remove(&option.id) {
                            chosen.insert(option.id.clone());
                        }
                        Value::Many(chosen)
                    }
                    Some(Value::One(chosen)) if *chosen == option.id => continue,
                    Some(Value::One(_)) => Value::One(option.id.clone()),
                    _ => continue,
                };
                without.insert(id.clone(), Answer::given(other));
                if read(&without) != as_is {
                    known.insert(&option.id);
                    // Of one answer exchanged for another both make the difference.
                    if let Some(Value::One(chosen)) = answer.value() {
                        known.extend(question.option(chosen.as_str()).map(|choice| &choice.id));
                    }
                }
            }
        }
    }
    let mut missing = Vec::new();
    for question in &questions.questions {
        match proven.get(question.id.as_str()) {
            None => missing.push(format!("{}: answered in no case", question.id)),
            Some(known) => {
                let named = named_options(framework, question);
                for option in named.iter().filter(|option| !known.contains(*option)) {
                    missing.push(format!(
                        "{}: {option} makes no difference in any case",
                        question.id
                    ));
                }
            }
        }
    }
    nothing_missing("questions and options without effect", &missing);
}

/// Options that a condition names; the one that none names is what is left.
fn named_options<'a>(
    framework: &'a Framework,
    question: &content::Question,
) -> BTreeSet<&'a OptionId> {
    use content::Condition;
    let rules = framework.rules.iter().flat_map(|rule| {
        let draft = rule.draft.iter().map(|draft| &draft.when);
        std::iter::once(&rule.when).chain(draft)
    });
    let leaves = rules.flat_map(Condition::leaves);
    leaves
        .filter(|leaf| leaf.question() == Some(&question.id))
        .filter_map(|leaf| match leaf {
            Condition::Is(_, option) | Condition::Includes(_, option) => Some(option),
            _ => None,
        })
        .collect()
}

#[test]
fn an_open_answer_never_lowers_a_class() {
    let (framework, questions) = law();
    properties::an_open_answer_never_lowers_a_class(framework, questions, 12);
}

#[test]
fn the_engine_reads_conditions_as_they_stand() {
    let (framework, questions) = law();
    properties::the_engine_reads_conditions_as_they_stand(framework, questions, 200);
}

/// Cases are where answers hang together; taking them away one at a time must never lower anything.
#[test]
fn a_case_half_answered_claims_nothing_the_whole_one_denies() {
    let (framework, questions) = law();
    let engine = Engine::new(framework, questions);
    for case in cases() {
        let whole = engine.classify(&case.answers, case.on);
        for id in case.answers.keys() {
            let mut fewer = case.answers.clone();
            fewer.remove(id);
            let half = engine.weigh(&fewer, case.on);
            if let Some(headline) = half.headline() {
                let expected = whole.headline.map(|class| class.id.as_str());
                let place = format!("{}: {} without {id}", case.file, case.name);
                assert_eq!(expected, Some(headline.id.as_str()), "{place}");
            }
        }
    }
}

#[test]
fn the_road_meets_every_answer_that_counts() {
    let (framework, questions) = law();
    properties::the_road_meets_every_answer_that_counts(framework, questions, 60);
}
