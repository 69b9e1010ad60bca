//! What "not applicable" does to a question that the law decides by.

use super::{law, nothing_missing, properties};
use crate::case::cases;
use chrono::NaiveDate;
use content::{Class, Framework, Question, QuestionKind, Questionnaire};
use domain::law::Engine;
use domain::{Answer, AnswerState, Answers, Value};
use std::collections::BTreeSet;

/// How much a headline asks of us; the most where it is open.
fn weight(framework: &Framework, class: Option<&Class>) -> usize {
    match class {
        None => usize::MAX,
        Some(class) if class.alone => 0,
        Some(class) => {
            let mut classes = framework.classes.iter();
            let place = classes.position(|one| one.id == class.id).unwrap();
            framework.classes.len() - place
        }
    }
}

/// Whether "not applicable" leads to less than every option would, all else as it is.
fn leads_past(
    engine: &Engine,
    framework: &Framework,
    question: &Question,
    answers: &Answers,
    on: NaiveDate,
) -> bool {
    let led = |state: AnswerState| {
        let mut answers = answers.clone();
        answers.insert(question.id.clone(), Answer::new(state));
        weight(framework, engine.weigh(&answers, on).headline())
    };
    let aside = led(AnswerState::NotApplicable { reason: "-".into() });
    let options = question.options.iter();
    let mut chosen = options.map(|option| led(AnswerState::Given(Value::One(option.id.clone()))));
    chosen.all(|chosen| aside < chosen)
}

fn choices(questions: &Questionnaire) -> impl Iterator<Item = &Question> {
    let all = questions.questions.iter();
    all.filter(|question| question.kind == QuestionKind::Single)
}

#[test]
fn not_applicable_is_no_way_past_the_options() {
    let (framework, questions) = law();
    let engine = Engine::new(framework, questions);
    let mut past = BTreeSet::new();
    for case in cases() {
        for question in choices(questions) {
            if case.answers.contains_key(&question.id)
                && leads_past(&engine, framework, question, &case.answers, case.on)
            {
                past.insert(question.id.to_string());
            }
        }
    }
    // Several at once, and answers that nobody thought of.
    let mut dice = properties::Dice(41);
    for _ in 0..60 {
        let answers = properties::some_answers(framework, questions, 11, &mut dice);
        for question in choices(questions) {
            if leads_past(&engine, framework, question, &answers, framework.as_of) {
                past.insert(question.id.to_string());
            }
        }
    }
    let past: Vec<String> = past.into_iter().collect();
    nothing_missing("questions past which \"not applicable\" leads", &past);
}
