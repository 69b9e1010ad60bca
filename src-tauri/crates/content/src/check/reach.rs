//! Whether a question can come up at all: its condition, and the conditions of every question that
//! one looks at, must be satisfiable together.

use crate::condition::Condition;
use crate::ids::{OptionId, QuestionId};
use crate::question::{Question, Questionnaire};
use std::collections::{BTreeMap, BTreeSet};

/// Whether some answers show the question. Conditions are expected to be sound otherwise.
pub(super) fn can_show(questionnaire: &Questionnaire, question: &Question) -> bool {
    let goals = question.show_when.iter().map(|condition| (condition, true));
    satisfiable(questionnaire, goals.collect(), &BTreeMap::new())
}

/// What must be true of the answer to one question. "Not applicable" is always open to the user, so
/// excluding every option is no contradiction.
#[derive(Debug, Clone, Default)]
struct Demand<'a> {
    chosen: BTreeSet<&'a OptionId>,
    excluded: BTreeSet<&'a OptionId>,
    single: bool,
    least: Option<i64>,
    below: Option<i64>,
}

impl Demand<'_> {
    fn holds(&self) -> bool {
        self.chosen.is_disjoint(&self.excluded)
            && !(self.single && self.chosen.len() > 1)
            && !matches!((self.least, self.below), (Some(least), Some(below)) if least >= below)
    }
}

type Demands<'a> = BTreeMap<&'a QuestionId, Demand<'a>>;

/// Whether all goals (a condition and whether it is to hold) can be met together with the demands.
fn satisfiable<'a>(
    questionnaire: &'a Questionnaire,
    mut goals: Vec<(&'a Condition, bool)>,
    demands: &Demands<'a>,
) -> bool {
    let Some((goal, wanted)) = goals.pop() else {
        return true;
    };
    match goal {
        Condition::Not(part) => {
            goals.push((part, !wanted));
            satisfiable(questionnaire, goals, demands)
        }
        Condition::All(parts) | Condition::Any(parts) => {
            let every = matches!(goal, Condition::All(_)) == wanted;
            if every {
                goals.extend(parts.iter().map(|part| (part, wanted)));
                return satisfiable(questionnaire, goals, demands);
            }
            parts.iter().any(|part| {
                let mut branch = goals.clone();
                branch.push((part, wanted));
                satisfiable(questionnaire, branch, demands)
            })
        }
        Condition::Is(question, _)
        | Condition::Includes(question, _)
        | Condition::AtLeast(question, _) => {
            // Whether it is to hold or not, an answer is needed: an open question decides nothing.
            // So the question looked at must be shown itself.
            let Some(looked_at) = questionnaire.question(question.as_str()) else {
                return true;
            };
            if looked_at.retired.is_some() {
                return false;
            }
            let mut demands = demands.clone();
            if !demands.contains_key(question) {
                goals.extend(looked_at.show_when.iter().map(|shown| (shown, true)));
            }
            let demand = demands.entry(question).or_default();
            match (goal, wanted) {
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
                (Condition::AtLeast(_, least), true) => {
                    demand.least = demand.least.max(Some(*least));
                }
                (Condition::AtLeast(_, least), false) => {
                    demand.below = Some(demand.below.map_or(*least, |below| below.min(*least)));
                }
                _ => {}
            }
            demand.holds() && satisfiable(questionnaire, goals, &demands)
        }
    }
}
