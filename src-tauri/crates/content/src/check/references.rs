//! That everything a framework refers to is there, and that no rule looks at itself.

use super::framework::Found;
use super::questionnaire::misfit;
use crate::condition::Condition;
use crate::framework::Framework;
use crate::ids::{RuleId, SourceId, UnsettledId};
use crate::load::{Authored, AuthoredFramework};
use crate::problem::Flaw;
use crate::rule::Rule;
use std::collections::{BTreeMap, BTreeSet};

/// Checks every reference of a framework; conditions against its questionnaire where that is known.
pub(super) fn check<'a>(found: &mut Found<'a>, own: Option<&'a Authored>) {
    let authored = found.authored;
    let Some(head) = &authored.head else { return };
    let mut referring = Referring { found, head, own };
    referring.lists(&authored.file());
    referring.provisions(authored);
    circles(found);
}

struct Referring<'f, 'a> {
    found: &'f mut Found<'a>,
    head: &'a Framework,
    own: Option<&'a Authored>,
}

impl Referring<'_, '_> {
    fn lists(&mut self, file: &str) {
        for date in &self.head.dates {
            self.sources(file, date.id.as_str(), &date.sources);
        }
        for schedule in &self.head.schedules {
            for step in &schedule.steps {
                self.date(file, schedule.id.as_str(), step.date.as_str());
                if let Some(when) = &step.when {
                    self.condition(file, schedule.id.as_str(), when);
                }
            }
        }
    }

    fn provisions(&mut self, authored: &AuthoredFramework) {
        for (file, rule) in &authored.rules {
            self.rule(file, rule);
        }
        for (file, duty) in &authored.duties {
            let at = duty.id.as_str();
            for role in &duty.roles {
                if self.head.role(role).is_none() {
                    self.found.unknown(file, at, "role", role.as_str());
                }
            }
            if let Some(when) = &duty.when {
                self.condition(file, at, when);
            }
            self.timing(file, at, duty.effective.as_str());
            if let Some(formal) = &duty.formal {
                self.date(file, at, formal.as_str());
            }
            if let Some(legacy) = &duty.legacy {
                self.holds(file, at, legacy);
            }
            if let Some(penalty) = &duty.penalty
                && self.head.penalty(penalty).is_none()
            {
                self.found.unknown(file, at, "penalty", penalty.as_str());
            }
            self.unsettled(file, at, &duty.unsettled);
            self.sources(file, at, &duty.sources);
        }
        for (file, route) in &authored.routes {
            let at = route.id.as_str();
            if !authored
                .duties
                .iter()
                .any(|(_, duty)| duty.id == route.duty)
            {
                self.found.unknown(file, at, "duty", route.duty.as_str());
            }
            self.condition(file, at, &route.when);
            self.unsettled(file, at, &route.unsettled);
            self.sources(file, at, &route.sources);
        }
    }

    fn rule(&mut self, file: &str, rule: &Rule) {
        let at = rule.id.as_str();
        let head = self.head;
        if !head.stages.iter().any(|stage| stage.id == rule.stage) {
            self.found.unknown(file, at, "stage", rule.stage.as_str());
        }
        match rule.class.as_ref().map(|id| (id, head.class(id))) {
            Some((id, None)) => self.found.unknown(file, at, "class", id.as_str()),
            Some((_, Some(class))) if class.residual => {
                self.found.flaw(file, at, Flaw::ResidualConcluded);
            }
            _ => {}
        }
        if let Some(role) = &rule.role
            && head.role(role).is_none()
        {
            self.found.unknown(file, at, "role", role.as_str());
        }
        if let Some(from) = &rule.from {
            self.date(file, at, from.as_str());
        }
        if let Some(by) = &rule.by {
            self.timing(file, at, by.as_str());
        }
        self.condition(file, at, &rule.when);
        if let Some(draft) = &rule.draft {
            self.condition(file, at, &draft.when);
        }
        self.unsettled(file, at, &rule.unsettled);
        self.sources(file, at, &rule.sources);
    }

    fn condition(&mut self, file: &str, at: &str, condition: &Condition) {
        for leaf in condition.leaves() {
            match leaf {
                Condition::Holds(rule) => self.holds(file, at, rule),
                Condition::Since(date) => self.date(file, at, date.as_str()),
                Condition::Before(_, date) => self.date(file, at, date.as_str()),
                _ => {}
            }
            let (Some(id), Some(own)) = (leaf.question(), self.own) else {
                continue;
            };
            if own.broken.iter().any(|broken| broken == id.as_str()) {
                continue;
            }
            let what = match own.questionnaire.question(id.as_str()) {
                None => Some(Flaw::UnknownQuestion(id.clone())),
                Some(target) if target.retired.is_some() => Some(Flaw::LooksAtRetired(id.clone())),
                Some(target) => misfit(leaf, target),
            };
            if let Some(what) = what {
                self.found.flaw(file, at, what);
            }
        }
    }

    fn holds(&mut self, file: &str, at: &str, id: &RuleId) {
        let rules = &self.found.authored.rules;
        if !rules.iter().any(|(_, rule)| rule.id == *id) {
            self.found.unknown(file, at, "rule", id.as_str());
        }
    }

    fn date(&mut self, file: &str, at: &str, id: &str) {
        if self.head.day(id).is_none() {
            self.found.unknown(file, at, "date", id);
        }
    }

    fn timing(&mut self, file: &str, at: &str, id: &str) {
        let scheduled = self.head.schedules.iter().any(|s| s.id.as_str() == id);
        if !scheduled && self.head.day(id).is_none() {
            self.found.unknown(file, at, "date or schedule", id);
        }
    }

    fn sources(&mut self, file: &str, at: &str, sources: &[SourceId]) {
        for id in sources {
            if !self.head.sources.iter().any(|source| source.id == *id) {
                self.found.unknown(file, at, "source", id.as_str());
            }
        }
    }

    fn unsettled(&mut self, file: &str, at: &str, points: &[UnsettledId]) {
        for id in points {
            if self.head.unsettled(id).is_none() {
                self.found.unknown(file, at, "unsettled point", id.as_str());
            }
        }
    }
}

/// Notes every circle of rules once, at its first rule.
fn circles(found: &mut Found) {
    let rules: BTreeMap<&RuleId, &(String, Rule)> = found
        .authored
        .rules
        .iter()
        .map(|written| (&written.1.id, written))
        .collect();
    let mut done = BTreeSet::new();
    for (_, rule) in &found.authored.rules {
        if let Some(circle) = walk(&rule.id, &rules, &mut Vec::new(), &mut done)
            && let Some(first) = circle.first()
            && let Some((file, _)) = rules.get(first)
        {
            let mut names: Vec<&str> = circle.iter().map(|id| id.as_str()).collect();
            names.push(first.as_str());
            found.flaw(file, first, Flaw::Circle(names.join(" > ")));
        }
    }
}

/// The first circle that can be reached from a rule and was not seen before. A draft looks at rules
/// too, but no rule looks at a draft: it closes no circle.
fn walk<'a>(
    id: &'a RuleId,
    rules: &BTreeMap<&'a RuleId, &'a (String, Rule)>,
    path: &mut Vec<&'a RuleId>,
    done: &mut BTreeSet<&'a RuleId>,
) -> Option<Vec<&'a RuleId>> {
    if let Some(start) = path.iter().position(|earlier| *earlier == id) {
        return Some(path[start..].to_vec());
    }
    if done.contains(id) {
        return None;
    }
    let (_, rule) = *rules.get(id)?;
    path.push(id);
    let circle = rule
        .when
        .rules()
        .into_iter()
        .find_map(|next| walk(next, rules, path, done));
    path.pop();
    done.insert(id);
    circle
}
