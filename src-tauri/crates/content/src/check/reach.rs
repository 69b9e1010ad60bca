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

impl<'a> Ground<'a> {
    /// Conditions that look at answers only.
    pub fn answers(questionnaire: &'a Questionnaire) -> Self {
        Ground {
            questionnaire,
            rules: BTreeMap::new(),
            days: BTreeMap::new(),
        }
    }
}

/// Whether some answers show the question. Conditions are expected to be sound otherwise.
pub(super) fn can_show(questionnaire: &Questionnaire, question: &Question) -> bool {
    let shown = question.show_when.as_ref();
    shown.is_none_or(|condition| can_hold(&Ground::answers(questionnaire), condition))
}

/// Whether some answers on some day make the condition hold.
pub(super) fn can_hold(ground: &Ground, condition: &Condition) -> bool {
    let search = Search {
        ground,
        steps: Cell::new(5_000),
    };
    let goals = Goals::One(condition, true, &Goals::None);
    search.satisfiable(&goals, &mut Demands::default())
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

/// Conditions and whether they are to hold: a list that grows at its head and is never copied.
enum Goals<'g, 'c> {
    None,
    One(&'c Condition, bool, &'g Goals<'g, 'c>),
    Every(&'c [Condition], bool, &'g Goals<'g, 'c>),
}

struct Search<'g, 'a> {
    ground: &'g Ground<'a>,
    /// Steps left. A condition too knotted to be decided in so many is taken to be satisfiable: the
    /// cases that prove each rule decide then.
    steps: Cell<u32>,
}

impl<'a> Search<'_, 'a> {
    /// Whether all goals can be met together with the demands. These are as before when they cannot.
    fn satisfiable<'c>(&self, goals: &Goals<'_, 'c>, demands: &mut Demands<'c>) -> bool
    where
        'a: 'c,
    {
        let left = self.steps.get();
        if left == 0 {
            return true;
        }
        self.steps.set(left - 1);
        let (goal, wanted, rest) = match *goals {
            Goals::None => return true,
            Goals::One(goal, wanted, rest) => (goal, wanted, rest),
            Goals::Every(parts, wanted, rest) => {
                return match parts.split_first() {
                    None => self.satisfiable(rest, demands),
                    Some((first, others)) => {
                        let others = Goals::Every(others, wanted, rest);
                        self.satisfiable(&Goals::One(first, wanted, &others), demands)
                    }
                };
            }
        };
        match goal {
            Condition::Not(part) => self.satisfiable(&Goals::One(part, !wanted, rest), demands),
            Condition::All(parts) | Condition::Any(parts) => {
                if matches!(goal, Condition::All(_)) == wanted {
                    return self.satisfiable(&Goals::Every(parts, wanted, rest), demands);
                }
                parts
                    .iter()
                    .any(|part| self.satisfiable(&Goals::One(part, wanted, rest), demands))
            }
            Condition::Holds(rule) => match self.ground.rules.get(rule) {
                Some(condition) => self.satisfiable(&Goals::One(condition, wanted, rest), demands),
                None => true,
            },
            Condition::Since(date) => {
                let Some(day) = self.ground.days.get(date) else {
                    return true;
                };
                let before = demands.on;
                if wanted {
                    demands.on.at_least(*day);
                } else {
                    demands.on.below(*day);
                }
                let met = !demands.on.is_empty() && self.satisfiable(rest, demands);
                if !met {
                    demands.on = before;
                }
                met
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
                let before = demands.answers.get(question).cloned();
                let demand = demands.answers.entry(question).or_default();
                self.demand(demand, goal, wanted);
                let met = demand.holds()
                    && match (&before, &looked_at.show_when) {
                        (None, Some(shown)) => {
                            self.satisfiable(&Goals::One(shown, true, rest), demands)
                        }
                        _ => self.satisfiable(rest, demands),
                    };
                if !met {
                    match before {
                        Some(before) => demands.answers.insert(question, before),
                        None => demands.answers.remove(question),
                    };
                }
                met
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
