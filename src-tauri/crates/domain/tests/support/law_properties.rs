//! What must be true of any law, whatever it says: tried on answers made by chance, the same in every run.

use chrono::NaiveDate;
use content::{Condition, Framework, Question, QuestionKind, Questionnaire, RuleId};
use domain::law::{Determination, Engine};
use domain::truth::{before, test};
use domain::{Answer, AnswerState, Answers, RecordId, Truth, Value};
use std::collections::BTreeMap;

/// A small generator of numbers: the same on every machine and in every run.
pub struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }
}

/// Any answer a person could give: mostly values, at times "not applicable".
pub fn any_answer(question: &Question, law: &Framework, dice: &mut Dice) -> Answer {
    if dice.below(12) == 0 {
        let reason = "does not apply".to_owned();
        return Answer::new(AnswerState::NotApplicable { reason });
    }
    let option = |at: usize| question.options[at].id.clone();
    Answer::given(match question.kind {
        QuestionKind::Text | QuestionKind::LongText => Value::Text("words".into()),
        QuestionKind::Words => Value::Words(vec!["word".into()]),
        QuestionKind::Single => Value::One(option(dice.below(question.options.len()))),
        QuestionKind::Multi => Value::Many(
            (0..question.options.len())
                .filter(|_| dice.below(4) == 0)
                .map(option)
                .collect(),
        ),
        QuestionKind::Date => {
            let day = law.dates[dice.below(law.dates.len())].on;
            let days = chrono::Days::new(dice.below(3) as u64);
            Value::Date(day.checked_sub_days(days).unwrap())
        }
        QuestionKind::Scale => Value::Number(1 + dice.below(5) as i64),
        QuestionKind::Number => Value::Number(dice.below(12) as i64),
        QuestionKind::Record | QuestionKind::Records => {
            Value::Records(vec![RecordId::new("a-record")])
        }
    })
}

/// Answers to some of the questions, chance by chance.
pub fn some_answers(
    law: &Framework,
    questions: &Questionnaire,
    of_twelve: usize,
    dice: &mut Dice,
) -> Answers {
    let mut answers = Answers::new();
    for question in &questions.questions {
        if dice.below(12) < of_twelve {
            answers.insert(question.id.clone(), any_answer(question, law, dice));
        }
    }
    answers
}

/// Everything of an outcome that a client relies on, to be compared.
fn outcome(found: &Determination) -> Vec<String> {
    let mut said = vec![format!(
        "headline {:?}",
        found.headline.map(|class| &class.id)
    )];
    said.extend(
        found
            .classes
            .iter()
            .map(|class| format!("class {}", class.id)),
    );
    said.extend(found.roles.iter().map(|role| format!("role {}", role.id)));
    said.extend(found.points.iter().map(|point| format!("point {point}")));
    said.extend(found.flags.iter().map(|flag| format!("flag {flag}")));
    said.extend(
        found
            .warnings
            .iter()
            .map(|warning| format!("warning {}", warning.rule.id)),
    );
    for owed in &found.duties {
        let day = owed.effective.map(|date| date.on);
        let ways: Vec<&str> = owed.routes.iter().map(|route| route.id.as_str()).collect();
        said.push(format!(
            "{} owes {} from {day:?} by {ways:?}",
            owed.role.id, owed.duty.id
        ));
    }
    said
}

/// Refining: answering open questions never turns a settled rule, never takes away a headline, and only
/// questions that were said to be open change anything.
pub fn an_open_answer_never_lowers_a_class(
    law: &Framework,
    questions: &Questionnaire,
    runs: usize,
) {
    let engine = Engine::new(law, questions);
    let mut dice = Dice(7);
    for run in 0..runs {
        let on = law.dates[dice.below(law.dates.len())].on;
        let of_twelve = dice.below(12);
        let mut answers = some_answers(law, questions, of_twelve, &mut dice);
        let mut known = engine.classify(&answers, on);
        let mut unanswered: Vec<&Question> = questions
            .questions
            .iter()
            .filter(|question| !answers.contains_key(&question.id))
            .collect();
        while !unanswered.is_empty() {
            let question = unanswered.swap_remove(dice.below(unanswered.len()));
            let answer = any_answer(question, law, &mut dice);
            answers.insert(question.id.clone(), answer);
            let refined = engine.classify(&answers, on);
            for (before, after) in known.trace.iter().zip(&refined.trace) {
                assert!(
                    !before.truth.settled() || before.truth == after.truth,
                    "run {run}: {} turned from {:?} to {:?} by {}",
                    before.rule.id,
                    before.truth,
                    after.truth,
                    question.id
                );
            }
            if let Some(headline) = known.headline {
                let after = refined.headline.map(|class| &class.id);
                assert_eq!(after, Some(&headline.id), "run {run}: {}", question.id);
                for class in &known.classes {
                    let still = refined.classes.iter().any(|other| other.id == class.id);
                    assert!(still, "run {run}: {} took {} away", question.id, class.id);
                }
            }
            if !known.open_questions.contains(&&question.id) {
                assert_eq!(
                    outcome(&known),
                    outcome(&refined),
                    "run {run}: {} changed the outcome and was not said to be open",
                    question.id
                );
            }
            known = refined;
        }
        assert!(
            known.open_questions.is_empty(),
            "all is answered, nothing is open"
        );
        assert!(
            known.headline.is_some(),
            "all is answered, a class stands: {answers:?}"
        );
    }
}

/// What lies beside the road changes nothing: with the answers that are met alone the outcome is the same,
/// and so are the questions left. Every answer is met, left open or set aside.
pub fn the_road_meets_every_answer_that_counts(
    law: &Framework,
    questions: &Questionnaire,
    runs: usize,
) {
    let engine = Engine::new(law, questions);
    let mut dice = Dice(31);
    let mut aside = 0;
    for run in 0..runs {
        let on = law.dates[dice.below(law.dates.len())].on;
        let of_twelve = dice.below(13);
        let answers = some_answers(law, questions, of_twelve, &mut dice);
        let road = engine.road(&answers, on);
        let met: Answers = answers
            .iter()
            .filter(|(id, _)| road.settled.contains(id))
            .map(|(id, answer)| (id.clone(), answer.clone()))
            .collect();
        let (whole, part) = (engine.classify(&answers, on), engine.classify(&met, on));
        assert_eq!(outcome(&whole), outcome(&part), "run {run}: {answers:?}");
        assert_eq!(whole.open_questions, road.open, "run {run}");
        assert_eq!(whole.further_questions, road.further, "run {run}");
        for id in answers.keys().filter(|id| !met.contains_key(*id)) {
            assert!(road.set_aside.contains(&id), "run {run}: {id} is nowhere");
        }
        aside += road.set_aside.len();
    }
    assert!(aside > 0, "answers were set aside at all");
}

/// The prepared engine says of every rule what its condition says, read plainly.
pub fn the_engine_reads_conditions_as_they_stand(
    law: &Framework,
    questions: &Questionnaire,
    runs: usize,
) {
    let engine = Engine::new(law, questions);
    let mut dice = Dice(23);
    for _ in 0..runs {
        let on = law.dates[dice.below(law.dates.len())].on;
        let of_twelve = dice.below(13);
        let answers = some_answers(law, questions, of_twelve, &mut dice);
        let mut plain = Plain {
            law,
            answers: &answers,
            on,
            rules: BTreeMap::new(),
        };
        for finding in engine.classify(&answers, on).trace {
            let read = plain.truth(&finding.rule.when);
            assert_eq!(finding.truth, read, "{} with {answers:?}", finding.rule.id);
            // A settled rule says why, an open one what it waits for.
            assert_eq!(finding.truth.settled(), finding.open.is_empty());
        }
    }
}

struct Plain<'a> {
    law: &'a Framework,
    answers: &'a Answers,
    on: NaiveDate,
    rules: BTreeMap<&'a RuleId, Truth>,
}

impl<'a> Plain<'a> {
    fn truth(&mut self, condition: &'a Condition) -> Truth {
        match condition {
            Condition::All(parts) => parts
                .iter()
                .fold(Truth::Yes, |truth, part| truth.and(self.truth(part))),
            Condition::Any(parts) => parts
                .iter()
                .fold(Truth::No, |truth, part| truth.or(self.truth(part))),
            Condition::Not(part) => !self.truth(part),
            Condition::Since(date) => Truth::from(self.on >= self.law.date(date).unwrap().on),
            Condition::Before(question, date) => {
                let day = self.law.date(date).unwrap().on;
                before(day, self.answers.get(question))
            }
            Condition::Holds(rule) => {
                if let Some(known) = self.rules.get(rule) {
                    return *known;
                }
                let truth = self.truth(&self.law.rule(rule).unwrap().when);
                self.rules.insert(rule, truth);
                truth
            }
            leaf => test(leaf, self.answers.get(leaf.question().unwrap())),
        }
    }
}
