//! That nothing in a sound framework idles: every class and role can come about, every rule can hold
//! and does something, every question and every option makes a difference.

use super::framework::Found;
use super::reach::{Ground, can_hold};
use crate::condition::Condition;
use crate::framework::Framework;
use crate::ids::{OptionId, QuestionId, RuleId};
use crate::load::{Authored, AuthoredFramework};
use crate::problem::{Flaw, Problem};
use crate::rule::Rule;
use std::collections::{BTreeMap, BTreeSet};

/// Checks a framework whose references all lead somewhere.
pub(super) fn check(found: &mut Found, own: &Authored) {
    let authored = found.authored;
    let Some(head) = &authored.head else { return };
    let file = authored.file();
    conclusions(found, head, &file);
    let conditions = conditions(authored, head);
    rules(found, head, own, &conditions);
    questions(&mut found.problems, own, &conditions);
}

fn conclusions(found: &mut Found, head: &Framework, file: &str) {
    let authored = found.authored;
    let rules = || authored.rules.iter().map(|(_, rule)| rule);
    for (place, class) in head.classes.iter().enumerate() {
        if class.residual && place + 1 < head.classes.len() {
            found.flaw(file, &class.id, Flaw::ResidualNotLast);
        }
        let concluded = rules().any(|rule| rule.class.as_ref() == Some(&class.id));
        if !class.residual && !concluded {
            found.flaw(file, &class.id, Flaw::Unconcluded);
        }
    }
    for role in &head.roles {
        if !rules().any(|rule| rule.role.as_ref() == Some(&role.id)) {
            found.flaw(file, &role.id, Flaw::Unconcluded);
        }
    }
    let duties = || authored.duties.iter().map(|(_, duty)| duty);
    for schedule in &head.schedules {
        let bound = duties().any(|duty| duty.effective == schedule.id)
            || rules().any(|rule| rule.by.as_ref() == Some(&schedule.id));
        if !bound {
            found.flaw(file, &schedule.id, Flaw::Idle);
        }
    }
}

/// Every condition of the framework, drafts last.
fn conditions<'a>(authored: &'a AuthoredFramework, head: &'a Framework) -> Vec<&'a Condition> {
    let rules = || authored.rules.iter().map(|(_, rule)| rule);
    let steps = head.schedules.iter().flat_map(|schedule| &schedule.steps);
    let duties = authored.duties.iter();
    let drafts = rules().filter_map(|rule| rule.draft.as_ref());
    rules()
        .map(|rule| &rule.when)
        .chain(duties.filter_map(|(_, duty)| duty.when.as_ref()))
        .chain(authored.routes.iter().map(|(_, route)| &route.when))
        .chain(steps.filter_map(|step| step.when.as_ref()))
        .chain(drafts.map(|draft| &draft.when))
        .collect()
}

fn rules(found: &mut Found, head: &Framework, own: &Authored, conditions: &[&Condition]) {
    let authored = found.authored;
    let mut looked_at: BTreeSet<&RuleId> = conditions.iter().flat_map(|c| c.rules()).collect();
    looked_at.extend(
        authored
            .duties
            .iter()
            .filter_map(|(_, d)| d.legacy.as_ref()),
    );
    let ground = Ground {
        questionnaire: &own.questionnaire,
        rules: authored
            .rules
            .iter()
            .map(|(_, rule)| (&rule.id, &rule.when))
            .collect(),
        days: head.dates.iter().map(|date| (&date.id, date.on)).collect(),
    };
    for (file, rule) in &authored.rules {
        if !concludes(rule) && !looked_at.contains(&rule.id) {
            found.flaw(file, &rule.id, Flaw::Idle);
        }
        if !can_hold(&ground, &rule.when) {
            found.flaw(file, &rule.id, Flaw::Unmeetable);
        }
    }
    for (file, duty) in &authored.duties {
        if duty
            .when
            .as_ref()
            .is_some_and(|when| !can_hold(&ground, when))
        {
            found.flaw(file, &duty.id, Flaw::Unmeetable);
        }
    }
    for (file, route) in &authored.routes {
        if !can_hold(&ground, &route.when) {
            found.flaw(file, &route.id, Flaw::Unmeetable);
        }
    }
}

fn concludes(rule: &Rule) -> bool {
    rule.class.is_some()
        || rule.point.is_some()
        || rule.role.is_some()
        || rule.flag.is_some()
        || !rule.advice.is_empty()
        || !rule.unsettled.is_empty()
}

fn questions(problems: &mut Vec<Problem>, own: &Authored, conditions: &[&Condition]) {
    let mut named: BTreeMap<&QuestionId, BTreeSet<&OptionId>> = BTreeMap::new();
    for leaf in conditions.iter().flat_map(|condition| condition.leaves()) {
        let Some(question) = leaf.question() else {
            continue;
        };
        let options = named.entry(question).or_default();
        if let Condition::Is(_, option) | Condition::Includes(_, option) = leaf {
            options.insert(option);
        }
    }
    for question in &own.questionnaire.questions {
        if question.retired.is_some() {
            continue;
        }
        let Some(options) = named.get(&question.id) else {
            problems.push(Problem::new(&own.file, &question.id, Flaw::NotLookedAt));
            continue;
        };
        // One option may be what is left when none of the others is chosen.
        let unnamed: Vec<&str> = question
            .options
            .iter()
            .filter(|option| !options.contains(&option.id))
            .map(|option| option.id.as_str())
            .collect();
        if unnamed.len() > 1 {
            let what = Flaw::NotToldApart(unnamed.join(", "));
            problems.push(Problem::new(&own.file, &question.id, what));
        }
    }
}
