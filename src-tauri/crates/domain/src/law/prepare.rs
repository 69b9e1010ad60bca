//! A framework made ready: references are indices, equal tests are one test, rules stand in an order in
//! which none looks at a later one.

use chrono::NaiveDate;
use content::{Condition, Framework, Question, Questionnaire, RuleId, TimingId};
use std::collections::BTreeMap;

/// A framework and the questions it asks, ready to classify any number of systems.
pub struct Engine<'a> {
    pub(super) framework: &'a Framework,
    questionnaire: &'a Questionnaire,
    /// Questions that tests look at, in the order of the questionnaire.
    pub(super) asked: Vec<Asked<'a>>,
    pub(super) leaves: Vec<Leaf<'a>>,
    /// Conditions of the framework's rules, and those of their drafts.
    pub(super) rules: Vec<Node>,
    pub(super) drafts: Vec<Option<Node>>,
    /// Places of rules; none looks at a later one.
    pub(super) order: Vec<usize>,
    /// The day from which a rule's conclusion counts, if there is one.
    pub(super) from: Vec<Option<NaiveDate>>,
    /// Rules that conclude each class.
    pub(super) concluding: Vec<Vec<usize>>,
    /// Rules that give each role.
    pub(super) giving: Vec<Vec<usize>>,
    pub(super) duties: Vec<PreparedDuty>,
    pub(super) routes: Vec<Node>,
    pub(super) schedules: BTreeMap<&'a TimingId, Vec<PreparedStep>>,
}

/// A question and the tests that look at it.
pub(super) struct Asked<'a> {
    pub question: &'a Question,
    pub leaves: Vec<usize>,
}

/// A test on one answer.
pub(super) struct Leaf<'a> {
    pub test: &'a Condition,
    /// Its place in `asked`; none when the questionnaire does not ask it.
    pub asked: Option<usize>,
    /// The day of a `before`.
    pub day: Option<NaiveDate>,
}

/// A condition whose references are indices.
pub(super) enum Node {
    All(Vec<Node>),
    Any(Vec<Node>),
    Not(Box<Node>),
    /// A test, by its place in `leaves`.
    Leaf(usize),
    /// Another rule, by its place.
    Rule(usize),
    /// Whether the reference date is this day or later; the place of the date in the framework.
    Since(usize, NaiveDate),
    /// A reference that leads nowhere; content that was checked has none.
    Nowhere,
}

pub(super) struct PreparedDuty {
    pub when: Node,
    /// Places of roles.
    pub roles: Vec<usize>,
    /// The place of the rule that suspends it.
    pub legacy: Option<usize>,
    /// Places of routes.
    pub routes: Vec<usize>,
}

pub(super) struct PreparedStep {
    /// Place of the date in the framework, and its day.
    pub date: usize,
    pub day: NaiveDate,
    pub when: Option<Node>,
}

impl<'a> Engine<'a> {
    /// Prepares a framework once.
    pub fn new(framework: &'a Framework, questionnaire: &'a Questionnaire) -> Self {
        let mut making = Making {
            framework,
            questionnaire,
            asked: BTreeMap::new(),
            leaves: Vec::new(),
            places: (0..)
                .zip(&framework.rules)
                .map(|(place, rule)| (&rule.id, place))
                .collect(),
        };
        let rules: Vec<Node> = framework
            .rules
            .iter()
            .map(|rule| making.node(&rule.when))
            .collect();
        let drafts = framework
            .rules
            .iter()
            .map(|rule| rule.draft.as_ref().map(|draft| making.node(&draft.when)))
            .collect();
        let duties = framework
            .duties
            .iter()
            .map(|duty| making.duty(duty))
            .collect();
        let routes = framework
            .routes
            .iter()
            .map(|route| making.node(&route.when))
            .collect();
        let schedules = framework
            .schedules
            .iter()
            .map(|schedule| (&schedule.id, making.steps(schedule)))
            .collect();
        let day = |rule: &content::Rule| framework.day(rule.from.as_ref()?.as_str());
        let concluding = |wanted: &dyn Fn(&content::Rule) -> bool| -> Vec<usize> {
            let rules = framework.rules.iter().enumerate();
            let concluding = rules.filter(|(_, rule)| wanted(rule));
            concluding.map(|(place, _)| place).collect()
        };
        let (asked, leaves) = making.finish();
        Engine {
            framework,
            questionnaire,
            asked,
            leaves,
            order: order(&rules),
            rules,
            drafts,
            from: framework.rules.iter().map(day).collect(),
            concluding: framework
                .classes
                .iter()
                .map(|class| concluding(&|rule| rule.class.as_ref() == Some(&class.id)))
                .collect(),
            giving: framework
                .roles
                .iter()
                .map(|role| concluding(&|rule| rule.role.as_ref() == Some(&role.id)))
                .collect(),
            duties,
            routes,
            schedules,
        }
    }

    /// The framework.
    pub fn framework(&self) -> &'a Framework {
        self.framework
    }

    /// Which content classifies: two records with the same words were judged by the same rules.
    pub fn content_version(&self) -> String {
        let (law, questions) = (self.framework, self.questionnaire);
        format!(
            "{} {}, questions {} {}, text {}",
            law.id, law.version, questions.id, questions.version, law.text_version
        )
    }
}

struct Making<'a> {
    framework: &'a Framework,
    questionnaire: &'a Questionnaire,
    /// By place in the questionnaire: the tests of a question.
    asked: BTreeMap<usize, Vec<usize>>,
    leaves: Vec<Leaf<'a>>,
    places: BTreeMap<&'a RuleId, usize>,
}

impl<'a> Making<'a> {
    fn node(&mut self, condition: &'a Condition) -> Node {
        match condition {
            Condition::All(parts) => Node::All(parts.iter().map(|part| self.node(part)).collect()),
            Condition::Any(parts) => Node::Any(parts.iter().map(|part| self.node(part)).collect()),
            Condition::Not(part) => Node::Not(Box::new(self.node(part))),
            Condition::Holds(rule) => self
                .places
                .get(rule)
                .map_or(Node::Nowhere, |place| Node::Rule(*place)),
            Condition::Since(id) => self
                .date(id.as_str())
                .map_or(Node::Nowhere, |(place, day)| Node::Since(place, day)),
            test => Node::Leaf(self.leaf(test)),
        }
    }

    fn date(&self, id: &str) -> Option<(usize, NaiveDate)> {
        let dates = self.framework.dates.iter().enumerate();
        let mut named = dates.filter(|(_, date)| date.id.as_str() == id);
        named.next().map(|(place, date)| (place, date.on))
    }

    /// The place of a test; equal tests share one.
    fn leaf(&mut self, test: &'a Condition) -> usize {
        let asked = test.question().and_then(|id| {
            let questions = &self.questionnaire.questions;
            questions.iter().position(|question| question.id == *id)
        });
        let known = asked.and_then(|asked| {
            let known = self.asked.get(&asked)?.iter();
            known
                .copied()
                .find(|place| self.leaves[*place].test == test)
        });
        if let Some(place) = known {
            return place;
        }
        let day = match test {
            Condition::Before(_, date) => self.framework.day(date.as_str()),
            _ => None,
        };
        let place = self.leaves.len();
        self.leaves.push(Leaf { test, asked, day });
        if let Some(asked) = asked {
            self.asked.entry(asked).or_default().push(place);
        }
        place
    }

    fn duty(&mut self, duty: &'a content::Duty) -> PreparedDuty {
        let framework = self.framework;
        let roles = framework.roles.iter().enumerate();
        let routes = framework.routes.iter().enumerate();
        PreparedDuty {
            when: duty
                .when
                .as_ref()
                .map_or(Node::All(Vec::new()), |when| self.node(when)),
            roles: roles
                .filter(|(_, role)| duty.roles.contains(&role.id))
                .map(|(place, _)| place)
                .collect(),
            legacy: duty
                .legacy
                .as_ref()
                .and_then(|rule| self.places.get(rule).copied()),
            routes: routes
                .filter(|(_, route)| route.duty == duty.id)
                .map(|(place, _)| place)
                .collect(),
        }
    }

    fn steps(&mut self, schedule: &'a content::Schedule) -> Vec<PreparedStep> {
        let mut steps = Vec::new();
        for step in &schedule.steps {
            if let Some((date, day)) = self.date(step.date.as_str()) {
                let when = step.when.as_ref().map(|when| self.node(when));
                steps.push(PreparedStep { date, day, when });
            }
        }
        steps
    }

    /// Questions in their order, and tests that know their question's place among them.
    fn finish(mut self) -> (Vec<Asked<'a>>, Vec<Leaf<'a>>) {
        let mut asked = Vec::new();
        for (place, leaves) in self.asked {
            for leaf in &leaves {
                self.leaves[*leaf].asked = Some(asked.len());
            }
            let question = &self.questionnaire.questions[place];
            asked.push(Asked { question, leaves });
        }
        (asked, self.leaves)
    }
}

/// Places of rules such that none looks at a later one. In a circle, which checked content does not
/// have, the rule seen first is unknown to the others.
fn order(rules: &[Node]) -> Vec<usize> {
    fn visit(place: usize, rules: &[Node], seen: &mut [bool], order: &mut Vec<usize>) {
        if std::mem::replace(&mut seen[place], true) {
            return;
        }
        let mut looked_at = Vec::new();
        rules[place].rules(&mut looked_at);
        for other in looked_at {
            visit(other, rules, seen, order);
        }
        order.push(place);
    }
    let mut order = Vec::with_capacity(rules.len());
    let mut seen = vec![false; rules.len()];
    for place in 0..rules.len() {
        visit(place, rules, &mut seen, &mut order);
    }
    order
}

impl Node {
    /// Places of the rules looked at.
    pub(super) fn rules(&self, into: &mut Vec<usize>) {
        match self {
            Node::All(parts) | Node::Any(parts) => parts.iter().for_each(|part| part.rules(into)),
            Node::Not(part) => part.rules(into),
            Node::Rule(place) => into.push(*place),
            Node::Leaf(_) | Node::Since(..) | Node::Nowhere => {}
        }
    }
}
