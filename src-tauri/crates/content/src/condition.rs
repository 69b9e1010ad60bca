//! The closed vocabulary of conditions. No expressions, no variables: what the text says, as data.

use crate::ids::{DateId, OptionId, QuestionId, RuleId};
use serde::Deserialize;

/// A condition over answers, written in TOML as a table with exactly one key:
/// `{ is = ["profiles-people", "no"] }`, `{ all = [ ... ] }`, `{ not = { ... } }`.
///
/// What decides when a question is shown looks at answers only; `holds`, `answered`, `since` and
/// `before` belong to the rules of a framework.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Condition {
    /// Every part holds. An empty list holds.
    All(Vec<Condition>),
    /// At least one part holds. An empty list does not hold.
    Any(Vec<Condition>),
    /// The part does not hold.
    Not(Box<Condition>),
    /// The single answer to the question is this option.
    Is(QuestionId, OptionId),
    /// The many-valued answer to the question contains this option.
    Includes(QuestionId, OptionId),
    /// The number given to the question is at least this.
    AtLeast(QuestionId, i64),
    /// A value was given, whichever: a reason was recorded. "Not applicable" is no value.
    Answered(QuestionId),
    /// The date given to the question lies before this date of the framework.
    Before(QuestionId, DateId),
    /// The reference date is this date of the framework or a later day.
    Since(DateId),
    /// Another rule's condition holds, whether or not its conclusion counts already.
    Holds(RuleId),
}

impl Condition {
    /// The tests at the ends of the tree: everything but `all`, `any` and `not`, in reading order,
    /// with repetitions.
    pub fn leaves(&self) -> Vec<&Condition> {
        match self {
            Condition::All(parts) | Condition::Any(parts) => {
                parts.iter().flat_map(Condition::leaves).collect()
            }
            Condition::Not(part) => part.leaves(),
            leaf => vec![leaf],
        }
    }

    /// Every question the condition looks at itself, in reading order, with repetitions.
    pub fn questions(&self) -> Vec<&QuestionId> {
        let leaves = self.leaves().into_iter();
        leaves.filter_map(Condition::question).collect()
    }

    /// Every rule the condition looks at itself, in reading order, with repetitions.
    pub fn rules(&self) -> Vec<&RuleId> {
        let leaves = self.leaves().into_iter();
        leaves
            .filter_map(|leaf| match leaf {
                Condition::Holds(rule) => Some(rule),
                _ => None,
            })
            .collect()
    }

    /// The question a test looks at; none for what holds other conditions, rules or days.
    pub fn question(&self) -> Option<&QuestionId> {
        match self {
            Condition::Is(question, _)
            | Condition::Includes(question, _)
            | Condition::AtLeast(question, _)
            | Condition::Answered(question)
            | Condition::Before(question, _) => Some(question),
            Condition::All(_)
            | Condition::Any(_)
            | Condition::Not(_)
            | Condition::Since(_)
            | Condition::Holds(_) => None,
        }
    }

    /// The operator as written.
    pub fn operator(&self) -> &'static str {
        match self {
            Condition::All(_) => "all",
            Condition::Any(_) => "any",
            Condition::Not(_) => "not",
            Condition::Is(..) => "is",
            Condition::Includes(..) => "includes",
            Condition::AtLeast(..) => "at_least",
            Condition::Answered(_) => "answered",
            Condition::Before(..) => "before",
            Condition::Since(_) => "since",
            Condition::Holds(_) => "holds",
        }
    }
}
