//! What an option says beforehand that it brings about, held against what the rules then do.

use super::{law, nothing_missing};
use crate::case::cases;
use chrono::NaiveDate;
use content::{Choice, Question, QuestionKind, Questionnaire};
use domain::law::Engine;
use domain::{Answer, Answers, Truth, Value};
use std::collections::BTreeSet;

/// Beginning of the question's id, words of its option, and the rules that these words say do not hold.
type Words = (&'static str, &'static str, &'static [&'static str]);

const OF_PRACTICES: [Words; 15] = [
    ("steering-", "Then neither", &["practice-a", "practice-b"]),
    ("steering-", "Then point (a) is not met", &["practice-a"]),
    ("score-", "Then it is no social scoring", &["practice-c"]),
    ("crime-", "Outside", &["practice-d"]),
    ("faces-", "Outside", &["practice-e"]),
    ("intimate-", "Outside", &["practice-ba"]),
    ("abuse-", "Outside", &["practice-bb"]),
    ("emotion-reason", "Outside", &["practice-f"]),
    ("emotion-states", "Not meant", &["emotion-recognition"]),
    ("emotion-source", "Not biometric", &["emotion-recognition"]),
    ("sorting-", "Outside", &["practice-g"]),
    (
        "sorting-",
        "No categorisation",
        &["biometric-categorisation"],
    ),
    ("sorting-", "Neither", &["practice-g", "annex-iii-1-b"]),
    ("identify-", "Outside", &["practice-h"]),
    ("identify-", "Then it is no", &["remote-identification"]),
];

const OF_HIGH_RISK: [Words; 15] = [
    ("identify-mode", "Neither", &["practice-h", "annex-iii-1-a"]),
    ("product-", "Not high-risk", &["annex-i-a", "annex-i-b"]),
    ("assessment-a", "Not high-risk", &["annex-i-a"]),
    ("other-risks-a", "Not high-risk", &["annex-i-a"]),
    ("assessment-b", "Not high-risk", &["annex-i-b"]),
    ("other-risks-b", "Not high-risk", &["annex-i-b"]),
    ("credit-about", "Not listed", &["annex-iii-5-b"]),
    ("credit-tasks", "Excepted by itself", &["annex-iii-5-b"]),
    ("insurance-", "Not", &["annex-iii-5-c"]),
    ("police-user", "Not meant", &["law-enforcement-use"]),
    ("court-tasks", "Not meant", &["annex-iii-8-a"]),
    (
        "filter-",
        "Rules out",
        &["filter-condition-a", "filter-condition-d"],
    ),
    ("", "Condition (b) is not met", &["filter-condition-b"]),
    ("", "Condition (c) is not met", &["filter-condition-c"]),
    ("", "High-risk", &["filter-met"]),
];

const OF_THE_REST: [Words; 10] = [
    ("interaction-obvious", "Nobody", &["art-50-1"]),
    ("generation-", "No duty to mark", &["generates-content"]),
    ("generation-", "Outside", &["generates-content"]),
    ("exposure-", "Nobody", &["art-50-3"]),
    ("fake-seems-real", "No deep fake", &["deep-fake"]),
    ("fake-", "Need not", &["deep-fake"]),
    ("published-topic", "Outside", &["public-interest-text"]),
    ("published-", "Need not", &["public-interest-text"]),
    ("component-", "No written", &["role-component-supplier"]),
    (
        "product-name",
        "The manufacturer does not",
        &["role-provider-manufacturer"],
    ),
];

/// An option that, by its words, keeps these rules from holding when it is chosen alone.
struct Promise<'a> {
    question: &'a Question,
    option: &'a Choice,
    ends: BTreeSet<String>,
}

/// An option without a condition of its own: `unless` promises less.
fn promises(questions: &Questionnaire) -> Vec<Promise<'_>> {
    let mut promises = Vec::new();
    for question in &questions.questions {
        for option in &question.options {
            let table = OF_PRACTICES.iter().chain(&OF_HIGH_RISK).chain(&OF_THE_REST);
            let said = table.filter(|(start, words, _)| {
                question.id.as_str().starts_with(start) && option.then.starts_with(words)
            });
            let rules = said.flat_map(|(_, _, rules)| rules.iter().map(|rule| (*rule).to_owned()));
            let ends: BTreeSet<String> = rules.chain(point(&option.then)).collect();
            if !ends.is_empty() && !option.then.contains("unless") {
                promises.push(Promise {
                    question,
                    option,
                    ends,
                });
            }
        }
    }
    promises
}

/// `Not listed in point 5(a).` ends the rule `annex-iii-5-a`.
fn point(then: &str) -> Option<String> {
    let words = ["Not listed in point ", "Left out of point "];
    let rest = words.iter().find_map(|words| then.strip_prefix(words))?;
    let point = rest
        .trim_end_matches('.')
        .replace('(', "-")
        .replace(')', "");
    Some(format!("annex-iii-{point}"))
}

/// The rules that hold or can still hold.
fn possible(engine: &Engine, answers: &Answers, on: NaiveDate) -> BTreeSet<String> {
    let trace = engine.classify(answers, on).trace.into_iter();
    let left = trace.filter(|finding| finding.truth != Truth::No);
    left.map(|finding| finding.rule.id.to_string()).collect()
}

#[test]
fn an_option_brings_about_what_it_says() {
    let (framework, questions) = law();
    let engine = Engine::new(framework, questions);
    let promises = promises(questions);
    let mut untried: BTreeSet<String> = BTreeSet::new();
    for promise in &promises {
        for rule in &promise.ends {
            assert!(
                framework
                    .rules
                    .iter()
                    .any(|known| known.id.as_str() == rule),
                "there is no rule {rule}"
            );
        }
        untried.insert(name(promise));
    }
    let mut broken = Vec::new();
    for case in cases() {
        let before = possible(&engine, &case.answers, case.on);
        for promise in &promises {
            let asked = case.answers.contains_key(&promise.question.id);
            if !asked || promise.ends.is_disjoint(&before) {
                continue;
            }
            let chosen = match promise.question.kind {
                QuestionKind::Multi => Value::Many([promise.option.id.clone()].into()),
                _ => Value::One(promise.option.id.clone()),
            };
            let mut answers = case.answers.clone();
            answers.insert(promise.question.id.clone(), Answer::given(chosen));
            let after = possible(&engine, &answers, case.on);
            untried.remove(&name(promise));
            for rule in promise.ends.intersection(&after) {
                broken.push(format!("{} in {:?}: {rule}", name(promise), case.name));
            }
        }
    }
    nothing_missing("rules that hold against the words of an option", &broken);
    let untried: Vec<String> = untried.into_iter().collect();
    nothing_missing("words of options that no case tries", &untried);
}

fn name(promise: &Promise<'_>) -> String {
    let Promise {
        question,
        option,
        ends: _,
    } = promise;
    format!("{}: {} ({})", question.id, option.id, option.then)
}
