//! What is worth asking: derived from the rules that are not settled, never authored.

use super::prepare::Node;
use super::weigh::Weighing;
use crate::truth::Truth;
use content::QuestionId;

impl<'a> Weighing<'_, 'a> {
    /// Questions that can still change a class, a role, a point, a mark, a duty or its date, in the
    /// order of the questionnaire; and, apart from those, questions that can still bring advice or
    /// make a draft reading differ.
    pub fn open_questions(&self) -> (Vec<&'a QuestionId>, Vec<&'a QuestionId>) {
        let mut deciding = Marks::new(self);
        let mut further = Marks::new(self);
        if self.alone != Truth::Yes {
            self.conclusions(&mut deciding);
            self.obligations(&mut deciding);
            self.second_thoughts(&mut further);
        }
        let first = deciding.questions(|_| true);
        let second = further.questions(|place| !deciding.asked[place]);
        (first, second)
    }

    /// Classes and roles that rules can still bring about; points, marks and coming conclusions.
    fn conclusions(&self, marks: &mut Marks<'_, '_, 'a>) {
        let engine = self.engine;
        for rules in engine.concluding.iter().chain(&engine.giving) {
            if self.concluded(rules) == Truth::Unknown {
                for rule in rules.iter().filter(|rule| self.counts(**rule)) {
                    marks.rule(*rule);
                }
            }
        }
        for (place, rule) in engine.framework.rules.iter().enumerate() {
            if rule.point.is_some() || rule.flag.is_some() || !self.counts(place) {
                marks.rule(place);
            }
        }
    }

    /// What duties of possible roles hang on.
    fn obligations(&self, marks: &mut Marks<'_, '_, 'a>) {
        let engine = self.engine;
        for (place, duty) in engine.duties.iter().enumerate() {
            if duty.roles.iter().all(|role| self.role(*role) == Truth::No) {
                continue;
            }
            marks.node(&duty.when);
            // When and how matters once it is owed.
            if duty
                .roles
                .iter()
                .any(|role| self.owes(place, *role) == Truth::Yes)
            {
                let framework = engine.framework;
                marks.timing(&framework.duties[place].effective);
                if let Some(legacy) = duty.legacy {
                    marks.rule(legacy);
                    let by = framework.rules[legacy].by.as_ref();
                    if let Some(by) = by.filter(|_| self.rules[legacy] == Truth::Yes) {
                        marks.timing(by);
                    }
                }
                for route in &duty.routes {
                    marks.node(&engine.routes[*route]);
                }
            }
        }
    }

    fn second_thoughts(&self, marks: &mut Marks<'_, '_, 'a>) {
        let rules = self.engine.framework.rules.iter();
        for ((place, rule), draft) in rules.enumerate().zip(&self.engine.drafts) {
            if !rule.advice.is_empty() {
                marks.rule(place);
            }
            if let Some(draft) = draft
                && self.rules[place].settled()
            {
                marks.node(draft);
            }
        }
    }
}

/// Questions found to be open.
pub(super) struct Marks<'w, 'e, 'a> {
    weighing: &'w Weighing<'e, 'a>,
    /// By place among the questions asked.
    asked: Vec<bool>,
    /// Rules looked into already.
    seen: Vec<bool>,
}

impl<'w, 'e, 'a> Marks<'w, 'e, 'a> {
    pub fn new(weighing: &'w Weighing<'e, 'a>) -> Self {
        Marks {
            weighing,
            asked: vec![false; weighing.engine.asked.len()],
            seen: vec![false; weighing.engine.rules.len()],
        }
    }

    /// Marks what a condition still hangs on; nothing once it is settled.
    pub fn node(&mut self, node: &Node) {
        if self.weighing.truth(node).settled() {
            return;
        }
        match node {
            Node::All(parts) | Node::Any(parts) => parts.iter().for_each(|part| self.node(part)),
            Node::Not(part) => self.node(part),
            Node::Rule(place) => self.rule(*place),
            Node::Leaf(place) => {
                if let Some(asked) = self.weighing.engine.leaves[*place].asked {
                    self.asked[asked] = true;
                }
            }
            Node::Since(..) | Node::Nowhere => {}
        }
    }

    pub fn rule(&mut self, place: usize) {
        if !std::mem::replace(&mut self.seen[place], true) {
            let engine = self.weighing.engine;
            self.node(&engine.rules[place]);
        }
    }

    fn timing(&mut self, id: &content::TimingId) {
        if !self.weighing.timing(id).1 {
            return;
        }
        let engine = self.weighing.engine;
        for step in engine.schedules.get(id).into_iter().flatten() {
            if let Some(when) = &step.when {
                self.node(when);
            }
        }
    }

    /// The questions marked, in order, as far as they are wanted.
    pub fn questions(&self, wanted: impl Fn(usize) -> bool) -> Vec<&'a QuestionId> {
        let asked = self.weighing.engine.asked.iter().enumerate();
        asked
            .filter(|(place, _)| self.asked[*place] && wanted(*place))
            .map(|(_, asked)| &asked.question.id)
            .collect()
    }
}
