//! Why: for every rule, what settled it, or what it still hangs on.

use super::determination::{Deciding, Finding, Said};
use super::open::Marks;
use super::prepare::Node;
use super::weigh::Weighing;
use crate::answer::{Answer, AnswerState, Answers, Value};
use crate::truth::Truth;
use content::Condition;

impl<'a> Weighing<'_, 'a> {
    /// Every rule with what settled it. The answers are those that were weighed.
    pub(super) fn trace(&self, answers: &Answers) -> Vec<Finding<'a>> {
        let rules = self.engine.framework.rules.iter().enumerate();
        rules
            .map(|(place, rule)| Finding {
                rule,
                truth: self.rules[place],
                counts: self.counts(place),
                deciding: self.deciding(place, answers),
                open: {
                    let mut marks = Marks::new(self);
                    marks.rule(place);
                    marks.questions(|_| true)
                },
            })
            .collect()
    }

    /// What settled a rule, through every rule it looks at.
    fn deciding(&self, rule: usize, answers: &Answers) -> Vec<Deciding<'a>> {
        let mut reasons = Reasons::default();
        self.reasons(&Node::Rule(rule), &mut reasons);
        let mut leaves = reasons.leaves;
        leaves.sort_by_key(|leaf| self.engine.leaves[*leaf].asked);
        leaves.dedup();
        let mut deciding: Vec<Deciding<'a>> = Vec::new();
        for leaf in leaves {
            let answer = self.said(leaf, answers);
            // Two tests on one answer may rest on the same part of it.
            deciding.extend(answer.filter(|answer| !deciding.contains(answer)));
        }
        let dates = &self.engine.framework.dates;
        for (date, reached) in reasons.days {
            let day = Deciding::Day(&dates[date], reached);
            if !deciding.contains(&day) {
                deciding.push(day);
            }
        }
        deciding
    }

    /// The tests that made a settled condition what it is: of a conjunction that fails, the parts that
    /// fail; of a disjunction that holds, those that hold.
    fn reasons(&self, node: &Node, reasons: &mut Reasons) {
        let truth = self.truth(node);
        if truth == Truth::Unknown {
            return;
        }
        match node {
            Node::All(parts) | Node::Any(parts) => {
                for part in parts {
                    if self.truth(part) == truth {
                        self.reasons(part, reasons);
                    }
                }
            }
            Node::Not(part) => self.reasons(part, reasons),
            Node::Rule(place) => {
                if !reasons.rules.contains(place) {
                    reasons.rules.push(*place);
                    self.reasons(&self.engine.rules[*place], reasons);
                }
            }
            Node::Leaf(place) => reasons.leaves.push(*place),
            Node::Since(date, _) => reasons.days.push((*date, truth == Truth::Yes)),
            Node::Nowhere => {}
        }
    }

    /// Rules that a settled rule rests on, itself included.
    pub(super) fn rests_on(&self, rule: usize) -> Vec<usize> {
        let mut reasons = Reasons::default();
        self.reasons(&Node::Rule(rule), &mut reasons);
        reasons.rules
    }

    /// The part of an answer that a test looked at.
    fn said(&self, leaf: usize, answers: &Answers) -> Option<Deciding<'a>> {
        let leaf = &self.engine.leaves[leaf];
        let question = self.engine.asked.get(leaf.asked?)?.question;
        let said = match (leaf.test, answers.get(&question.id)) {
            (_, Some(answer)) if not_applicable(answer) => Said::NotApplicable,
            (Condition::Answered(_), _) => Said::Given,
            (Condition::Includes(_, option), Some(answer)) => match answer.value()? {
                Value::Many(chosen) if chosen.contains(option) => Said::Chosen(option),
                _ => Said::NotChosen(option),
            },
            (_, Some(answer)) => match answer.value()? {
                Value::One(chosen) => Said::Chosen(&question.option(chosen.as_str())?.id),
                Value::Number(number) => Said::Number(*number),
                Value::Date(day) => Said::Day(*day),
                _ => Said::Given,
            },
            (_, None) => return None,
        };
        Some(Deciding::Answer(&question.id, said))
    }
}

fn not_applicable(answer: &Answer) -> bool {
    matches!(answer.state, AnswerState::NotApplicable { .. })
}

#[derive(Default)]
struct Reasons {
    leaves: Vec<usize>,
    rules: Vec<usize>,
    /// Places of dates, and whether they were reached.
    days: Vec<(usize, bool)>,
}
