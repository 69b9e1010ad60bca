//! What is worth asking: derived from the rules that are not settled, never authored.

use super::places::{Places, Table};
use super::prepare::{Node, Timing};
use super::weigh::Weighing;
use crate::truth::Truth;
use content::QuestionId;

impl<'a> Weighing<'_, 'a> {
    /// Questions that can still change a class, a role, a point, a mark, a duty or its date, in the
    /// order of the questionnaire; and, apart from those, questions that can still bring advice or
    /// make a draft reading differ.
    pub fn open_questions(&self) -> (Vec<&'a QuestionId>, Vec<&'a QuestionId>) {
        Opening::new(self).questions()
    }
}

/// For every rule, the questions that can still settle it: by place among those asked.
pub(super) struct Opening<'w, 'e, 'a> {
    weighing: &'w Weighing<'e, 'a>,
    rules: Table,
}

impl<'w, 'e, 'a> Opening<'w, 'e, 'a> {
    pub fn new(weighing: &'w Weighing<'e, 'a>) -> Self {
        let engine = weighing.engine;
        let mut opening = Opening {
            weighing,
            rules: Table::new(engine.rules.len(), engine.asked.len()),
        };
        let mut open = Places::none(engine.asked.len());
        for place in &engine.order {
            if weighing.rules[*place] == Truth::Unknown {
                open.clear();
                opening.node(&engine.rules[*place], &mut open);
                opening.rules.set(*place, &open);
            }
        }
        opening
    }

    /// The questions that can still settle a rule, in order; none once it is settled.
    pub fn of_rule(&self, rule: usize) -> Vec<&'a QuestionId> {
        self.named(self.rules.iter(rule))
    }

    /// The questions that matter, and those that matter less.
    pub fn questions(&self) -> (Vec<&'a QuestionId>, Vec<&'a QuestionId>) {
        let asked = self.weighing.engine.asked.len();
        let mut deciding = Places::none(asked);
        let mut further = Places::none(asked);
        if self.weighing.alone != Truth::Yes {
            self.conclusions(&mut deciding);
            self.obligations(&mut deciding);
            self.second_thoughts(&mut further);
        }
        let second = further.iter().filter(|place| !deciding.contains(*place));
        (self.named(deciding.iter()), self.named(second))
    }

    fn named(&self, places: impl Iterator<Item = usize>) -> Vec<&'a QuestionId> {
        let asked = &self.weighing.engine.asked;
        places.map(|place| &asked[place].question.id).collect()
    }

    /// What a condition still hangs on; nothing once it is settled.
    fn node(&self, node: &Node, open: &mut Places) {
        if self.weighing.truth(node).settled() {
            return;
        }
        match node {
            Node::All(parts) | Node::Any(parts) => {
                parts.iter().for_each(|part| self.node(part, open));
            }
            Node::Not(part) => self.node(part, open),
            Node::Rule(place) => self.rules.join_to(*place, open),
            Node::Leaf(place) => open.insert(self.weighing.engine.leaves[*place].asked),
            Node::Since(..) | Node::Nowhere => {}
        }
    }

    /// Classes and roles that rules can still bring about; points, marks and coming conclusions.
    fn conclusions(&self, open: &mut Places) {
        let (weighing, engine) = (self.weighing, self.weighing.engine);
        for rules in engine.concluding.iter().chain(&engine.giving) {
            if weighing.concluded(rules) == Truth::Unknown {
                for rule in rules.iter().filter(|rule| weighing.counts(**rule)) {
                    self.rules.join_to(*rule, open);
                }
            }
        }
        for (place, rule) in engine.framework.rules.iter().enumerate() {
            if rule.point.is_some() || rule.flag.is_some() || !weighing.counts(place) {
                self.rules.join_to(place, open);
            }
        }
    }

    /// What duties of possible roles hang on.
    fn obligations(&self, open: &mut Places) {
        let (weighing, engine) = (self.weighing, self.weighing.engine);
        for (place, duty) in engine.duties.iter().enumerate() {
            let mut roles = duty.roles.iter();
            if roles.clone().all(|role| weighing.role(*role) == Truth::No) {
                continue;
            }
            self.node(&duty.when, open);
            // When and how matters once it is owed.
            if roles.any(|role| weighing.owes(place, *role) == Truth::Yes) {
                self.timing(duty.effective.as_ref(), open);
                if let Some(legacy) = duty.legacy {
                    self.rules.join_to(legacy, open);
                    if weighing.rules[legacy] == Truth::Yes {
                        self.timing(engine.by[legacy].as_ref(), open);
                    }
                }
                for route in &duty.routes {
                    self.node(&engine.routes[*route], open);
                }
            }
        }
    }

    fn timing(&self, timing: Option<&Timing>, open: &mut Places) {
        if let Some(Timing::Steps(steps)) = timing
            && self.weighing.timing(timing).1
        {
            for when in steps.iter().flat_map(|step| &step.when) {
                self.node(when, open);
            }
        }
    }

    /// Advice that can still come, and drafts that can still differ.
    fn second_thoughts(&self, open: &mut Places) {
        let (weighing, engine) = (self.weighing, self.weighing.engine);
        let rules = engine.framework.rules.iter().enumerate();
        for ((place, rule), draft) in rules.zip(&engine.drafts) {
            if !rule.advice.is_empty() {
                self.rules.join_to(place, open);
            }
            if let Some(draft) = draft
                && weighing.rules[place].settled()
            {
                self.node(draft, open);
            }
        }
    }
}
