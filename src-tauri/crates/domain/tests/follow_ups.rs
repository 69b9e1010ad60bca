//! The content check proves that every question can come up. Here the evaluator of conditions has to
//! agree: answers are tried until each shipped question was shown, and once shown, never by chance.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use chrono::NaiveDate;
use content::{Question, QuestionKind};
use domain::progress::{Standing, counted, standing};
use domain::{Answer, AnswerState, Answers, RecordId, Value};
use std::collections::BTreeSet;

/// A small generator of numbers: the same on every machine and in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }
}

fn any_answer(question: &Question, dice: &mut Dice) -> Answer {
    let option = |at: usize| question.options[at].id.clone();
    Answer::given(match question.kind {
        QuestionKind::Text | QuestionKind::LongText => Value::Text("words".into()),
        QuestionKind::Words => Value::Words(vec!["word".into()]),
        QuestionKind::Single => Value::One(option(dice.below(question.options.len()))),
        QuestionKind::Multi => Value::Many(
            (0..question.options.len())
                .filter(|_| dice.below(2) == 0)
                .map(option)
                .collect(),
        ),
        QuestionKind::Date => Value::Date(NaiveDate::from_ymd_opt(2026, 1, 1).unwrap()),
        QuestionKind::Scale => Value::Number(1 + dice.below(5) as i64),
        QuestionKind::Number => Value::Number(dice.below(1000) as i64),
        QuestionKind::Record | QuestionKind::Records => {
            Value::Records(vec![RecordId::new("a-record")])
        }
    })
}

#[test]
fn every_shipped_question_comes_up_for_some_answers() {
    let library = content::library().expect("shipped content");
    for questionnaire in library.all_questionnaires() {
        let mut dice = Dice(42);
        let mut unseen: BTreeSet<&str> = questionnaire
            .questions
            .iter()
            .filter(|question| question.retired.is_none())
            .map(|question| question.id.as_str())
            .collect();
        for _ in 0..200 {
            let mut answers = Answers::new();
            for question in &questionnaire.questions {
                if standing(question, &answers) == Standing::Open {
                    unseen.remove(question.id.as_str());
                    answers.insert(question.id.clone(), any_answer(question, &mut dice));
                }
            }
            // Asked in order, nothing that was shown is set aside by a later answer.
            assert_eq!(counted(questionnaire, &answers), answers);
        }
        assert!(unseen.is_empty(), "{}: {unseen:?}", questionnaire.id);
    }
}

#[test]
fn nothing_hangs_on_an_answer_that_is_not_known() {
    let library = content::library().expect("shipped content");
    for questionnaire in library.all_questionnaires() {
        let unknown: Answers = questionnaire
            .questions
            .iter()
            .map(|question| {
                let answer = Answer::new(AnswerState::NotKnown { asked_of: None });
                (question.id.clone(), answer)
            })
            .collect();
        for question in &questionnaire.questions {
            let shown = question.show_when.is_none() && question.retired.is_none();
            let expected = if shown {
                Standing::NotKnown
            } else {
                Standing::SetAside
            };
            assert_eq!(standing(question, &unknown), expected, "{}", question.id);
        }
    }
}
