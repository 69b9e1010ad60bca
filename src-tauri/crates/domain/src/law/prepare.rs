//! A framework made ready: references are indices, equal tests are one test, rules stand in an order in
//! which none looks at a later one.

use super::cites::Cites;
use chrono::NaiveDate;
use content::{
    Condition, Framework, LegalDate, Penalty, Question, QuestionId, Questionnaire, RuleId,
    TimingId, Unsettled, UnsettledId,
};
use std::collections::BTreeMap;
use std::ops::Range;

/// A framework and the questions it asks, ready to classify any number of systems.
pub struct Engine<'a> {
    pub(super) framework: &'a Framework,
    pub(super) questionnaire: &'a Questionnaire,
    /// Questions that tests look at, in the order of the questionnaire.
    pub(super) asked: Vec<Asked<'a>>,
    /// Places in `asked`, by question.
    pub(super) by_id: BTreeMap<&'a QuestionId, usize>,
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
    pub(super) duties: Vec<PreparedDuty<'a>>,
    pub(super) routes: Vec<Node>,
    /// When what a rule suspends binds all the same.
    pub(super) by: Vec<Option<Timing>>,
    /// What is unsettled about each rule and each route.
    pub(super) rule_doubts: Vec<Vec<&'a Unsettled>>,
    pub(super) route_doubts: Vec<Vec<&'a Unsettled>>,
    pub(super) cites: Cites<'a>,
}

/// A question and the tests that look at it.
pub(super) struct Asked<'a> {
    pub question: &'a Question,
    /// Places in `leaves`.
    pub leaves: Range<usize>,
}

/// A test on one answer.
pub(super) struct Leaf<'a> {
    pub test: &'a Condition,
    /// The place of its question in `asked`.
    pub asked: usize,
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

pub(super) struct PreparedDuty<'a> {
    pub when: Node,
    /// Places of roles.
    pub roles: Vec<usize>,
    /// When it really binds; none for a reference that leads nowhere.
    pub effective: Option<Timing>,
    pub formal: Option<&'a LegalDate>,
    pub penalty: Option<&'a Penalty>,
    pub doubts: Vec<&'a Unsettled>,
    /// The place of the rule that suspends it.
    pub legacy: Option<usize>,
    /// Places of routes.
    pub routes: Vec<usize>,
}

/// When something binds.
pub(super) enum Timing {
    /// From a date: its place in the framework.
    Date(usize),
    /// By a schedule.
    Steps(Vec<PreparedStep>),
}

pub(super) struct PreparedStep {
    /// Place of the date in the framework, and its day.
    pub date: usize,
    pub day: NaiveDate,
    pub when: Option<Node>,
}

impl<'a> Engine<'a> {
    /// The law it applies.
    pub fn law(&self) -> &'a Framework {
        self.framework
    }

    /// Prepares a framework once.
    pub fn new(framework: &'a Framework, questionnaire: &'a Questionnaire) -> Self {
        let (asked, leaves) = tests(framework, questionnaire);
        let by_id = (0..)
            .zip(&asked)
            .map(|(place, asked)| (&asked.question.id, place))
            .collect();
        let making = Making {
            framework,
            asked: &asked,
            by_id: &by_id,
            leaves: &leaves,
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
        let by = framework
            .rules
            .iter()
            .map(|rule| making.timing(rule.by.as_ref()?))
            .collect();
        let rule_doubts = framework
            .rules
            .iter()
            .map(|rule| making.doubts(&rule.unsettled))
            .collect();
        let route_doubts = framework
            .routes
            .iter()
            .map(|route| making.doubts(&route.unsettled))
            .collect();
        let day = |rule: &content::Rule| framework.day(rule.from.as_ref()?.as_str());
        let concluding = |wanted: &dyn Fn(&content::Rule) -> bool| -> Vec<usize> {
            let rules = framework.rules.iter().enumerate();
            let concluding = rules.filter(|(_, rule)| wanted(rule));
            concluding.map(|(place, _)| place).collect()
        };
        let cites = Cites::new(framework);
        Engine {
            framework,
            questionnaire,
            by_id,
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
            by,
            rule_doubts,
            route_doubts,
            cites,
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

struct Making<'m, 'a> {
    framework: &'a Framework,
    asked: &'m [Asked<'a>],
    by_id: &'m BTreeMap<&'a QuestionId, usize>,
    leaves: &'m [Leaf<'a>],
    places: BTreeMap<&'a RuleId, usize>,
}

impl<'a> Making<'_, 'a> {
    fn node(&self, condition: &'a Condition) -> Node {
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
            test => self.leaf(test).map_or(Node::Nowhere, Node::Leaf),
        }
    }

    /// The place of a test.
    fn leaf(&self, test: &Condition) -> Option<usize> {
        let asked = &self.asked[*self.by_id.get(test.question()?)?];
        let mut leaves = asked.leaves.clone();
        leaves.find(|leaf| self.leaves[*leaf].test == test)
    }

    fn date(&self, id: &str) -> Option<(usize, NaiveDate)> {
        let dates = self.framework.dates.iter().enumerate();
        let mut named = dates.filter(|(_, date)| date.id.as_str() == id);
        named.next().map(|(place, date)| (place, date.on))
    }

    fn duty(&self, duty: &'a content::Duty) -> PreparedDuty<'a> {
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
            effective: self.timing(&duty.effective),
            formal: duty.formal.as_ref().and_then(|id| framework.date(id)),
            penalty: duty.penalty.as_ref().and_then(|id| framework.penalty(id)),
            doubts: self.doubts(&duty.unsettled),
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

    fn timing(&self, id: &'a TimingId) -> Option<Timing> {
        let Some(schedule) = self.framework.schedule(id) else {
            let (place, _) = self.date(id.as_str())?;
            return Some(Timing::Date(place));
        };
        let mut steps = Vec::new();
        for step in &schedule.steps {
            if let Some((date, day)) = self.date(step.date.as_str()) {
                let when = step.when.as_ref().map(|when| self.node(when));
                steps.push(PreparedStep { date, day, when });
            }
        }
        Some(Timing::Steps(steps))
    }

    fn doubts(&self, ids: &'a [UnsettledId]) -> Vec<&'a Unsettled> {
        let framework = self.framework;
        let known = ids.iter().filter_map(|id| framework.unsettled(id));
        known.collect()
    }
}

/// Questions that conditions look at, in their order, and the tests on each, equal ones once.
fn tests<'a>(
    framework: &'a Framework,
    questionnaire: &'a Questionnaire,
) -> (Vec<Asked<'a>>, Vec<Leaf<'a>>) {
    let rules = framework.rules.iter().map(|rule| &rule.when);
    let drafts = framework
        .rules
        .iter()
        .filter_map(|rule| rule.draft.as_ref());
    let steps = framework
        .schedules
        .iter()
        .flat_map(|schedule| &schedule.steps);
    let conditions = rules
        .chain(drafts.map(|draft| &draft.when))
        .chain(
            framework
                .duties
                .iter()
                .filter_map(|duty| duty.when.as_ref()),
        )
        .chain(framework.routes.iter().map(|route| &route.when))
        .chain(steps.filter_map(|step| step.when.as_ref()));
    let mut by_question: BTreeMap<&QuestionId, Vec<&'a Condition>> = BTreeMap::new();
    for test in conditions.flat_map(Condition::leaves) {
        if let Some(question) = test.question() {
            let tests = by_question.entry(question).or_default();
            if !tests.contains(&test) {
                tests.push(test);
            }
        }
    }
    let (mut asked, mut leaves) = (Vec::new(), Vec::new());
    for question in &questionnaire.questions {
        let Some(tests) = by_question.get(&question.id) else {
            continue;
        };
        let first = leaves.len();
        leaves.extend(tests.iter().map(|test| Leaf {
            test,
            asked: asked.len(),
            day: match test {
                Condition::Before(_, date) => framework.day(date.as_str()),
                _ => None,
            },
        }));
        asked.push(Asked {
            question,
            leaves: first..leaves.len(),
        });
    }
    (asked, leaves)
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
