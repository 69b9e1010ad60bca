//! Why: for every rule, what settled it, or what it still hangs on.

use super::determination::{Deciding, Finding, Said};
use super::open::Opening;
use super::places::{Places, Table};
use super::prepare::Node;
use super::weigh::Weighing;
use crate::answer::{Answer, AnswerState, Answers, Value};
use crate::truth::Truth;
use content::{Condition, Question};

impl<'a> Weighing<'_, 'a> {
    /// Every rule with what settled it. The answers are those that were weighed.
    pub(super) fn trace(
        &self,
        answers: &Answers,
        opening: &Opening<'_, '_, 'a>,
    ) -> Vec<Finding<'a>> {
        let reasons = Reasons::new(self);
        let mut said = vec![None; self.engine.leaves.len()];
        for (place, answer) in self.engine.given(answers) {
            let asked = &self.engine.asked[place];
            let whole = whole(asked.question, answer);
            for leaf in asked.leaves.clone() {
                let part = part(self.engine.leaves[leaf].test, answer).or(whole);
                said[leaf] = part.map(|said| Deciding::Answer(&asked.question.id, said));
            }
        }
        let rules = self.engine.framework.rules.iter().enumerate();
        rules
            .map(|(place, rule)| Finding {
                rule,
                truth: self.rules[place],
                counts: self.counts(place),
                deciding: reasons.deciding(place, &said),
                open: opening.of_rule(place),
            })
            .collect()
    }

    /// Rules that a settled rule rests on, itself included.
    pub(super) fn rests_on(&self, rule: usize, found: &mut Places) {
        if !found.contains(rule) {
            found.insert(rule);
            self.deciding_parts(&self.engine.rules[rule], &mut |part| {
                if let Node::Rule(other) = part {
                    self.rests_on(*other, found);
                }
            });
        }
    }

    /// The tests, rules and days that made a settled condition what it is: of a conjunction that fails,
    /// the parts that fail; of a disjunction that holds, those that hold.
    fn deciding_parts(&self, node: &Node, visit: &mut impl FnMut(&Node)) {
        match node {
            Node::All(parts) | Node::Any(parts) => {
                let truth = self.truth(node);
                for part in parts.iter().filter(|part| self.truth(part) == truth) {
                    self.deciding_parts(part, visit);
                }
            }
            Node::Not(part) => self.deciding_parts(part, visit),
            end => visit(end),
        }
    }
}

/// What an answer says as a whole; none while it says nothing.
fn whole<'a>(question: &'a Question, answer: &Answer) -> Option<Said<'a>> {
    Some(match &answer.state {
        AnswerState::NotKnown { .. } => return None,
        AnswerState::NotApplicable { .. } => Said::NotApplicable,
        AnswerState::Given(Value::One(chosen)) => {
            Said::Chosen(&question.option(chosen.as_str())?.id)
        }
        AnswerState::Given(Value::Number(number)) => Said::Number(*number),
        AnswerState::Given(Value::Date(day)) => Said::Day(*day),
        AnswerState::Given(_) => Said::Given,
    })
}

/// What it says to a test that looks at a part of it.
fn part<'a>(test: &'a Condition, answer: &Answer) -> Option<Said<'a>> {
    match (test, answer.value()?) {
        (Condition::Answered(_), _) => Some(Said::Given),
        (Condition::Includes(_, option), Value::Many(chosen)) => match chosen.contains(option) {
            true => Some(Said::Chosen(option)),
            false => Some(Said::NotChosen(option)),
        },
        _ => None,
    }
}

/// For every settled rule, what made it so, through every rule it looks at.
struct Reasons<'w, 'e, 'a> {
    weighing: &'w Weighing<'e, 'a>,
    /// By rule: places of tests, followed by places of dates.
    rules: Table,
}

impl<'w, 'e, 'a> Reasons<'w, 'e, 'a> {
    fn new(weighing: &'w Weighing<'e, 'a>) -> Self {
        let engine = weighing.engine;
        let tests = engine.leaves.len();
        let mut reasons = Reasons {
            weighing,
            rules: Table::new(engine.rules.len(), tests + engine.framework.dates.len()),
        };
        let mut found = Places::none(tests + engine.framework.dates.len());
        for place in &engine.order {
            if weighing.rules[*place] == Truth::Unknown {
                continue;
            }
            found.clear();
            weighing.deciding_parts(&engine.rules[*place], &mut |part| match part {
                Node::Rule(other) => reasons.rules.join_to(*other, &mut found),
                Node::Leaf(leaf) => found.insert(*leaf),
                Node::Since(date, _) => found.insert(tests + date),
                Node::All(_) | Node::Any(_) | Node::Not(_) | Node::Nowhere => {}
            });
            reasons.rules.set(*place, &found);
        }
        reasons
    }

    /// Tests stand in the order of their questions: so do the answers, and the days come last.
    fn deciding(&self, rule: usize, said: &[Option<Deciding<'a>>]) -> Vec<Deciding<'a>> {
        let Weighing { engine, on, .. } = self.weighing;
        let mut deciding: Vec<Deciding<'a>> = Vec::new();
        let (mut question, mut first) = (None, 0);
        for place in self.rules.iter(rule) {
            let Some(leaf) = engine.leaves.get(place) else {
                let date = &engine.framework.dates[place - said.len()];
                deciding.push(Deciding::Day(date, *on >= date.on));
                continue;
            };
            let Some(found) = said[place] else { continue };
            if question != Some(leaf.asked) {
                (question, first) = (Some(leaf.asked), deciding.len());
            }
            // Two tests on one answer may rest on the same part of it.
            if !deciding[first..].contains(&found) {
                deciding.push(found);
            }
        }
        deciding
    }
}
