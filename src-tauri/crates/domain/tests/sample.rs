//! The shipped sample, as drafts: every answer has its question's form, every link leads somewhere,
//! nothing is answered that is not asked.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use content::{Library, RecordKind};
use domain::progress::{Standing, progress, standing};
use domain::{AnswerState, Answers, Draft, RecordId, Value, sample};
use std::collections::BTreeSet;

fn library() -> &'static Library {
    content::library().unwrap_or_else(|problems| {
        let list: Vec<String> = problems.iter().map(ToString::to_string).collect();
        panic!("{}", list.join("\n"))
    })
}

fn drafts() -> Vec<Draft> {
    sample::drafts(library().sample().expect("a sample ships"))
}

/// The answers as they will stand in a file: links filled with invented ids.
fn answers_of(draft: &Draft) -> Answers {
    let mut answers = draft.answers.clone();
    for link in &draft.links {
        let ids = link
            .names
            .iter()
            .map(|name| RecordId::new(name.clone()))
            .collect();
        let answer = domain::Answer::given(Value::Records(ids));
        answers.insert(link.question.clone(), answer);
    }
    answers
}

fn systems() -> Vec<Draft> {
    drafts()
        .into_iter()
        .filter(|draft| draft.kind == RecordKind::System)
        .collect()
}

#[test]
fn every_answer_has_the_form_of_its_question() {
    for draft in drafts() {
        let about = library().questionnaire_about(draft.kind).unwrap();
        for (id, answer) in answers_of(&draft) {
            let question = about.question(id.as_str()).unwrap();
            assert_eq!(answer.check(question), Ok(()), "{}: {id}", draft.name);
        }
    }
}

#[test]
fn every_link_leads_to_a_record_entered_before() {
    let mut entered: BTreeSet<(RecordKind, String)> = BTreeSet::new();
    for draft in drafts() {
        for link in &draft.links {
            for name in &link.names {
                assert!(
                    entered.contains(&(link.kind, name.clone())),
                    "{}: {} is not entered before it",
                    draft.name,
                    name
                );
            }
        }
        for name in draft.asked.values() {
            assert!(entered.contains(&(RecordKind::Person, name.clone())));
        }
        entered.insert((draft.kind, draft.name.clone()));
    }
}

#[test]
fn who_is_asked_belongs_to_a_question_that_is_not_known() {
    let drafts = drafts();
    let asked: Vec<_> = drafts
        .iter()
        .flat_map(|draft| draft.asked.keys().map(move |question| (draft, question)))
        .collect();
    assert!(asked.len() > 10, "open questions are part of the sample");
    for (draft, question) in asked {
        assert_eq!(
            draft.answers[question].state,
            AnswerState::NotKnown { asked_of: None }
        );
    }
}

#[test]
fn nothing_is_answered_that_is_not_asked() {
    for draft in drafts() {
        let about = library().questionnaire_about(draft.kind).unwrap();
        let answers = answers_of(&draft);
        for question in &about.questions {
            assert_ne!(
                standing(question, &answers),
                Standing::SetAside,
                "{}: {} is answered and hidden",
                draft.name,
                question.id
            );
        }
    }
}

#[test]
fn systems_come_in_the_order_of_their_references() {
    let names: Vec<String> = systems().into_iter().map(|draft| draft.name).collect();
    assert_eq!(
        names,
        [
            "Support reply drafting",
            "Marketing segmentation",
            "Consumer credit score",
            "Payment fraud detection",
            "Alert triage",
            "HR screening",
            "Product picture generator",
            "Coding assistant",
            "Shop chat window (pilot of 2025)",
        ]
    );
    let organisations = drafts()
        .iter()
        .filter(|draft| draft.kind == RecordKind::Organisation)
        .count();
    assert_eq!(organisations, 1);
}

#[test]
fn what_is_in_use_is_told_nearly_in_full() {
    let about = library().questionnaire_about(RecordKind::System).unwrap();
    for system in systems().iter().filter(|system| !system.retired) {
        let told = progress(about, None, &answers_of(system));
        let open = told.asked - told.settled - told.to_find_out;
        assert!(told.asked >= 80, "{}: {told:?}", system.name);
        assert!(open <= 8, "{}: {told:?}", system.name);
    }
}

#[test]
fn open_ends_are_there_on_purpose() {
    let systems = systems();
    let has = |test: &dyn Fn(&Draft) -> bool| systems.iter().any(test);
    let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    assert!(
        has(&|system| matches!(
            system.answers.get("review-due").and_then(|answer| answer.value()),
            Some(Value::Date(due)) if *due < today
        )),
        "an overdue review"
    );
    assert!(
        has(&|system| system
            .answers
            .values()
            .any(|answer| matches!(answer.state, AnswerState::NotApplicable { .. }))),
        "something that does not apply"
    );
    assert!(
        has(&|system| system
            .answers
            .values()
            .any(|answer| answer.note.contains("This variant was never registered"))),
        "a use that was found by chance"
    );
    assert!(has(&|system| system.retired), "a retired system");
}
