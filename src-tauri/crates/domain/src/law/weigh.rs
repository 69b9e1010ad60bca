//! What is settled on a day: the truth of every test, rule, class, role and duty, and nothing more.
//! Cheap enough for thousands of systems at once.

use super::prepare::{Engine, Node};
use crate::answer::{Answer, Answers};
use crate::truth::{Truth, before, test};
use chrono::NaiveDate;
use content::{Class, Condition};

/// The truths of a framework for one set of answers on one day.
#[derive(Clone)]
pub struct Weighing<'e, 'a> {
    pub(super) engine: &'e Engine<'a>,
    pub(super) on: NaiveDate,
    pub(super) leaves: Vec<Truth>,
    pub(super) rules: Vec<Truth>,
    /// Whether a class stands that leaves room for no other.
    pub(super) alone: Truth,
}

impl<'a> Engine<'a> {
    /// Weighs every rule.
    pub fn weigh<'e>(&'e self, answers: &Answers, on: NaiveDate) -> Weighing<'e, 'a> {
        let mut weighing = Weighing {
            engine: self,
            on,
            leaves: vec![Truth::Unknown; self.leaves.len()],
            rules: vec![Truth::Unknown; self.rules.len()],
            alone: Truth::Unknown,
        };
        for (place, answer) in self.given(answers) {
            weighing.answer(place, Some(answer));
        }
        weighing.settle();
        weighing
    }

    /// Answers that tests look at, with the places of their questions. Both sides are in the order of
    /// ids and are walked side by side.
    pub(super) fn given<'n>(
        &self,
        answers: &'n Answers,
    ) -> impl Iterator<Item = (usize, &'n Answer)> {
        let mut known = self.by_id.iter().peekable();
        answers.iter().filter_map(move |(id, answer)| {
            while known.next_if(|(other, _)| **other < id).is_some() {}
            let (_, place) = known.next_if(|(other, _)| **other == id)?;
            Some((*place, answer))
        })
    }
}

impl<'e, 'a> Weighing<'e, 'a> {
    /// The tests of one question, given its answer. Rules follow with [`Weighing::settle`].
    pub(super) fn answer(&mut self, asked: usize, answer: Option<&Answer>) {
        for place in self.engine.asked[asked].leaves.clone() {
            let leaf = &self.engine.leaves[place];
            self.leaves[place] = match (leaf.test, leaf.day) {
                (Condition::Before(..), Some(day)) => before(day, answer),
                (other, _) => test(other, answer),
            };
        }
    }

    /// Every rule, from its tests, and what follows for all of them.
    pub(super) fn settle(&mut self) {
        let engine = self.engine;
        for place in &engine.order {
            self.rules[*place] = self.truth(&engine.rules[*place]);
        }
        let classes = engine.framework.classes.iter();
        let alone = classes.zip(&engine.concluding);
        let alone = alone.filter(|(class, _)| class.alone);
        self.alone = Truth::any(alone.map(|(_, rules)| self.concluded(rules)));
    }

    pub(super) fn truth(&self, node: &Node) -> Truth {
        match node {
            Node::All(parts) => Truth::all(parts.iter().map(|part| self.truth(part))),
            Node::Any(parts) => Truth::any(parts.iter().map(|part| self.truth(part))),
            Node::Not(part) => !self.truth(part),
            Node::Leaf(place) => self.leaves[*place],
            Node::Rule(place) => self.rules[*place],
            Node::Since(_, day) => Truth::from(self.on >= *day),
            Node::Nowhere => Truth::Unknown,
        }
    }

    /// Whether the conclusion of a rule counts on the reference date.
    pub(super) fn counts(&self, rule: usize) -> bool {
        self.engine.from[rule].is_none_or(|from| self.on >= from)
    }

    /// Whether any of these rules holds and counts.
    pub(super) fn concluded(&self, rules: &[usize]) -> Truth {
        let counting = rules.iter().filter(|rule| self.counts(**rule));
        Truth::any(counting.map(|rule| self.rules[*rule]))
    }

    /// The truth of every class, in order.
    pub fn classes(&self) -> Vec<Truth> {
        let alone = self.alone == Truth::Yes;
        let classes = self.engine.framework.classes.iter();
        let mut others = Truth::No;
        let mut truths: Vec<Truth> = classes
            .clone()
            .zip(&self.engine.concluding)
            .map(|(class, rules)| {
                if class.residual || (alone && !class.alone) {
                    return Truth::No;
                }
                let truth = self.concluded(rules);
                others = others.or(truth);
                truth
            })
            .collect();
        for (class, truth) in classes.zip(&mut truths) {
            if class.residual {
                *truth = !others;
            }
        }
        truths
    }

    /// The first class that holds while every earlier one is settled not to. None: undetermined.
    pub fn headline(&self) -> Option<&'a Class> {
        let truths = self.classes();
        let first = truths.iter().position(|truth| *truth != Truth::No)?;
        let framework = self.engine.framework;
        (truths[first] == Truth::Yes).then(|| &framework.classes[first])
    }

    /// The first class that holds, whatever else is open: the system is at least that.
    pub fn so_far(&self) -> Option<&'a Class> {
        let first = self
            .classes()
            .iter()
            .position(|truth| *truth == Truth::Yes)?;
        let framework = self.engine.framework;
        Some(&framework.classes[first])
    }

    /// Whether the organisation has a role; none beside a class that stands alone.
    pub(super) fn role(&self, role: usize) -> Truth {
        match self.alone {
            Truth::Yes => Truth::No,
            _ => self.concluded(&self.engine.giving[role]),
        }
    }

    /// Whether the holder of a role owes a duty.
    pub(super) fn owes(&self, duty: usize, role: usize) -> Truth {
        let when = self.truth(&self.engine.duties[duty].when);
        self.role(role).and(when).and(!self.alone)
    }
}
