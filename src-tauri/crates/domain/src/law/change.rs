//! What would change the outcome: every other answer a question could have, weighed beside the rest.

use super::prepare::{Asked, Engine};
use super::weigh::Weighing;
use crate::answer::{Answer, AnswerState, Answers, Value};
use crate::truth::Truth;
use chrono::{Days, NaiveDate};
use content::{Class, Condition, OptionId, QuestionId, QuestionKind};
use std::collections::BTreeSet;

/// What another answer to one question would lead to.
#[derive(Debug, Clone)]
pub struct Effect<'a> {
    /// The question.
    pub question: &'a QuestionId,
    /// The other answer.
    pub said: Alternative<'a>,
    /// The headline it would lead to; none: undetermined.
    pub headline: Option<&'a Class>,
    /// What would hold at least.
    pub so_far: Option<&'a Class>,
    /// How many questions could then still change the outcome.
    pub open: usize,
}

/// An answer that was not given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alternative<'a> {
    /// This option.
    Option(&'a OptionId),
    /// This option besides those chosen.
    With(&'a OptionId),
    /// Those chosen but this option.
    Without(&'a OptionId),
    /// None of the options.
    NoneOfThese,
    /// This number.
    Number(i64),
    /// This day.
    Day(NaiveDate),
    /// Any value at all.
    Given,
    /// That the question does not apply.
    NotApplicable,
}

impl<'a> Engine<'a> {
    /// What each other answer to a question would lead to; empty when no rule looks at it.
    pub fn effects(&self, question: &str, answers: &Answers, on: NaiveDate) -> Vec<Effect<'a>> {
        let weighing = self.weigh(answers, on);
        let asked = self.asked.iter().enumerate();
        let mut asked = asked.filter(|(_, asked)| asked.question.id.as_str() == question);
        let place = asked.next().map(|(place, _)| place);
        let effects = place.map(|place| weighing.effects(place, answers, &|_| true));
        effects.unwrap_or_default()
    }

    /// Every other answer, to a question that is answered or could still matter, that would lead to
    /// another headline.
    pub fn would_change(&self, answers: &Answers, on: NaiveDate) -> Vec<Effect<'a>> {
        let weighing = self.weigh(answers, on);
        let headline = weighing.headline().map(|class| &class.id);
        let (open, _) = weighing.open_questions();
        let mut changes = Vec::new();
        for (place, asked) in self.asked.iter().enumerate() {
            let id = &asked.question.id;
            if answers.contains_key(id) || open.contains(&id) {
                let differs =
                    |other: &Weighing| other.headline().map(|class| &class.id) != headline;
                changes.extend(weighing.effects(place, answers, &differs));
            }
        }
        changes
    }

    /// Open questions that some answer to this one would make idle: whoever leaves it open leaves those for
    /// later too. An answer that brings about a class beside which no other stands ends every question, and
    /// says nothing about which belong together.
    pub fn waiting(&self, question: &str, answers: &Answers, on: NaiveDate) -> Vec<&'a QuestionId> {
        let weighing = self.weigh(answers, on);
        let asked = self.asked.iter();
        let place = { asked }.position(|asked| asked.question.id.as_str() == question);
        let Some(place) = place else {
            return Vec::new();
        };
        let (mut open, _) = weighing.open_questions();
        open.retain(|id| id.as_str() != question);
        let alternatives = self.alternatives(&self.asked[place], answers);
        let others = alternatives.iter();
        let left: Vec<Vec<&QuestionId>> = others
            .map(|(_, answer)| weighing.with(place, answer))
            .filter(|other| other.alone != Truth::Yes)
            .map(|other| other.open_questions().0)
            .collect();
        open.retain(|id| left.iter().any(|still| !still.contains(id)));
        open
    }

    /// Every other answer that a test could tell from the one given.
    fn alternatives(&self, asked: &Asked<'a>, answers: &Answers) -> Vec<(Alternative<'a>, Answer)> {
        let given = answers.get(&asked.question.id).and_then(Answer::value);
        let value = |value| Answer::given(value);
        let mut others: Vec<(Alternative<'a>, Answer)> = Vec::new();
        let none = BTreeSet::new();
        match asked.question.kind {
            QuestionKind::Single => {
                let options = asked.question.options.iter().map(|option| &option.id);
                let options = options.filter(|id| given != Some(&Value::One((*id).clone())));
                others.extend(options.map(|id| {
                    let answer = value(Value::One(id.clone()));
                    (Alternative::Option(id), answer)
                }));
            }
            QuestionKind::Multi => {
                let chosen = match given {
                    Some(Value::Many(chosen)) => chosen,
                    _ => &none,
                };
                if given.is_none() || chosen.len() > 1 {
                    let nothing = value(Value::Many(BTreeSet::new()));
                    others.push((Alternative::NoneOfThese, nothing));
                }
                for id in asked.question.options.iter().map(|option| &option.id) {
                    let mut other = chosen.clone();
                    let said = if other.remove(id) {
                        Alternative::Without(id)
                    } else {
                        other.insert(id.clone());
                        Alternative::With(id)
                    };
                    others.push((said, value(Value::Many(other))));
                }
            }
            QuestionKind::Number => {
                for least in self.numbers(asked) {
                    for number in [least.saturating_sub(1), least] {
                        let answer = value(Value::Number(number));
                        others.push((Alternative::Number(number), answer));
                    }
                }
            }
            QuestionKind::Date => {
                for limit in self.days(asked) {
                    for day in limit
                        .checked_sub_days(Days::new(1))
                        .into_iter()
                        .chain([limit])
                    {
                        let answer = value(Value::Date(day));
                        others.push((Alternative::Day(day), answer));
                    }
                }
            }
            // Of these only whether something was said is ever looked at.
            QuestionKind::Text
            | QuestionKind::LongText
            | QuestionKind::Words
            | QuestionKind::Scale
            | QuestionKind::Record
            | QuestionKind::Records => {}
        }
        let looks_at_all = self
            .tests(asked)
            .any(|test| matches!(test, Condition::Answered(_)));
        if looks_at_all && given.is_none() {
            let any = value(Value::Text("-".to_owned()));
            others.push((Alternative::Given, any));
        }
        if looks_at_all && given.is_some() {
            let reason = "-".to_owned();
            let answer = Answer::new(AnswerState::NotApplicable { reason });
            others.push((Alternative::NotApplicable, answer));
        }
        others
    }

    fn tests(&self, asked: &Asked<'a>) -> impl Iterator<Item = &'a Condition> {
        self.leaves[asked.leaves.clone()]
            .iter()
            .map(|leaf| leaf.test)
    }

    /// Numbers from which on a test holds, in order.
    fn numbers(&self, asked: &Asked<'a>) -> BTreeSet<i64> {
        let tests = self.tests(asked);
        tests
            .filter_map(|test| match test {
                Condition::AtLeast(_, least) => Some(*least),
                _ => None,
            })
            .collect()
    }

    /// Days from which on a test no longer holds, in order.
    fn days(&self, asked: &Asked<'a>) -> BTreeSet<NaiveDate> {
        let leaves = self.leaves[asked.leaves.clone()].iter();
        leaves.filter_map(|leaf| leaf.day).collect()
    }
}

impl<'e, 'a> Weighing<'e, 'a> {
    /// What the other answers to one question would lead to, as far as that is wanted.
    fn effects(
        &self,
        asked: usize,
        answers: &Answers,
        wanted: &dyn Fn(&Weighing) -> bool,
    ) -> Vec<Effect<'a>> {
        let question = &self.engine.asked[asked];
        let alternatives = self.engine.alternatives(question, answers);
        let others = alternatives
            .into_iter()
            .map(|(said, answer)| (said, self.with(asked, &answer)));
        others
            .filter(|(_, other)| wanted(other))
            .map(|(said, other)| Effect {
                question: &question.question.id,
                said,
                headline: other.headline(),
                so_far: other.so_far(),
                open: other.open_questions().0.len(),
            })
            .collect()
    }

    /// The same with another answer to one question.
    fn with(&self, asked: usize, answer: &Answer) -> Weighing<'e, 'a> {
        let mut other = self.clone();
        other.answer(asked, Some(answer));
        other.settle();
        other
    }
}
