//! Whether a question can come up, or a rule hold, at all: its condition, and the conditions of every
//! question that one looks at, must be satisfiable together.

use crate::condition::Condition;
use crate::ids::{DateId, OptionId, QuestionId, RuleId};
use crate::question::{Question, Questionnaire};
use chrono::NaiveDate;
use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

/// What conditions look at.
pub(super) struct Ground<'a> {
    /// The questions.
    pub questionnaire: &'a Questionnaire,
    /// The conditions of rules.
    pub rules: BTreeMap<&'a RuleId, &'a Condition>,
    /// The days of dates.
    pub days: BTreeMap<&'a DateId, NaiveDate>,
}

/// Whether some answers show the question. Conditions are expected to be sound otherwise.
pub(super) fn can_show(questionnaire: &Questionnaire, question: &Question) -> bool {
    let ground = Ground {
        questionnaire,
        rules: BTreeMap::new(),
        days: BTreeMap::new(),
    };
    let goals = question.show_when.iter().map(|condition| (condition, true));
    Search::new(&ground).satisfiable(goals.collect(), &Demands::default())
}

/// Whether some answers on some day make the condition hold.
pub(super) fn can_hold(ground: &Ground, condition: &Condition) -> bool {
    Search::new(ground).satisfiable(vec![(condition, true)], &Demands::default())
}

/// What must be true of the answer to one question. "Not applicable" is always open to the user, so
/// excluding every option is no contradiction.
#[derive(Debug, Clone, Default)]
struct Demand<'a> {
    chosen: BTreeSet<&'a OptionId>,
    excluded: BTreeSet<&'a OptionId>,
    single: bool,
    given: bool,
    not_given: bool,
    number: Span<i64>,
    day: Span<NaiveDate>,
}

/// At least this, and below that.
#[derive(Debug, Clone, Copy)]
struct Span<T> {
    least: Option<T>,
    below: Option<T>,
}

impl<T> Default for Span<T> {
    fn default() -> Self {
        Span {
            least: None,
            below: None,
        }
    }
}

impl<T: Ord + Copy> Span<T> {
    fn at_least(&mut self, least: T) {
        self.least = self.least.max(Some(least));
    }

    fn below(&mut self, below: T) {
        self.below = Some(self.below.map_or(below, |known| known.min(below)));
    }

    fn is_empty(&self) -> bool {
        matches!((self.least, self.below), (Some(least), Some(below)) if least >= below)
    }
}

impl Demand<'_> {
    fn holds(&self) -> bool {
        let two_at_once = self.single && self.chosen.len() > 1;
        let given_and_not = self.given && self.not_given;
        let no_room = self.number.is_empty() || self.day.is_empty();
        self.chosen.is_disjoint(&self.excluded) && !two_at_once && !given_and_not && !no_room
    }
}

/// Demands on answers and on the reference date.
#[derive(Debug, Clone, Default)]
struct Demands<'a> {
    answers: BTreeMap<&'a QuestionId, Demand<'a>>,
    on: Span<NaiveDate>,
}

struct Search<'g, 'a> {
    ground: &'g Ground<'a>,
    /// Steps left. A condition too knotted to be decided in so many is taken to be satisfiable: the
    /// cases that prove each rule decide then.
    steps: Cell<u32>,
}

impl<'g, 'a> Search<'g, 'a> {
    fn new(ground: &'g Ground<'a>) -> Self {
        Search {
            ground,
            steps: Cell::new(5_000),
        }
    }

    /// Whether all goals (a condition and whether it is to hold) can be met together with the demands.
    fn satisfiable<'c>(&self, mut goals: Vec<(&'c Condition, bool)>, demands: &Demands<'c>) -> bool
    where
        'a: 'c,
    {
        let Some((goal, wanted)) = goals.pop() else {
            return true;
        };
        let left = self.steps.get();
        if left == 0 {
            return true;
        }
        self.steps.set(left - 1);
        match goal {
            Condition::Not(part) => {
                goals.push((part, !wanted));
                self.satisfiable(goals, demands)
            }
            Condition::All(parts) | Condition::Any(parts) => {
                let every = matches!(goal, Condition::All(_)) == wanted;
                if every {
                    goals.extend(parts.iter().map(|part| (part, wanted)));
                    return self.satisfiable(goals, demands);
                }
                parts.iter().any(|part| {
                    let mut branch = goals.clone();
                    branch.push((part, wanted));
                    self.satisfiable(branch, demands)
                })
            }
            Condition::Holds(rule) => match self.ground.rules.get(rule) {
                Some(condition) => {
                    goals.push((condition, wanted));
                    self.satisfiable(goals, demands)
                }
                None => true,
            },
            Condition::Since(date) => {
                let Some(day) = self.ground.days.get(date) else {
                    return true;
                };
                let mut demands = demands.clone();
                if wanted {
                    demands.on.at_least(*day);
                } else {
                    demands.on.below(*day);
                }
                !demands.on.is_empty() && self.satisfiable(goals, &demands)
            }
            Condition::Is(question, _)
            | Condition::Includes(question, _)
            | Condition::AtLeast(question, _)
            | Condition::Answered(question)
            | Condition::Before(question, _) => {
                // Whether it is to hold or not, an answer is needed: an open question decides nothing.
                // So the question looked at must be shown itself.
                let Some(looked_at) = self.ground.questionnaire.question(question.as_str()) else {
                    return true;
                };
                if looked_at.retired.is_some() {
                    return false;
                }
                let mut demands = demands.clone();
                if !demands.answers.contains_key(question) {
                    goals.extend(looked_at.show_when.iter().map(|shown| (shown, true)));
                }
                let demand = demands.answers.entry(question).or_default();
                self.demand(demand, goal, wanted);
                demand.holds() && self.satisfiable(goals, &demands)
            }
        }
    }

    fn demand<'c>(&self, demand: &mut Demand<'c>, test: &'c Condition, wanted: bool) {
        // What is to hold needs a value; what is not to hold is content with "not applicable".
        demand.given |= wanted;
        match (test, wanted) {
            (Condition::Is(_, option), true) => {
                demand.single = true;
                demand.chosen.insert(option);
            }
            (Condition::Includes(_, option), true) => {
                demand.chosen.insert(option);
            }
            (Condition::Is(_, option) | Condition::Includes(_, option), false) => {
                demand.excluded.insert(option);
            }
            (Condition::AtLeast(_, least), true) => demand.number.at_least(*least),
            (Condition::AtLeast(_, least), false) => demand.number.below(*least),
            (Condition::Answered(_), false) => demand.not_given = true,
            (Condition::Before(_, date), wanted) => match (self.ground.days.get(date), wanted) {
                (Some(day), true) => demand.day.below(*day),
                (Some(day), false) => demand.day.at_least(*day),
                (None, _) => {}
            },
            _ => {}
        }
    }
}
