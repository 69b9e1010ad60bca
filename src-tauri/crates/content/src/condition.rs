//! The closed vocabulary of conditions. No expressions, no variables: what the text says, as data.

use crate::ids::{OptionId, QuestionId};
use serde::Deserialize;

/// A condition over answers, written in TOML as a table with exactly one key:
/// `{ is = ["profiles-people", "no"] }`, `{ all = [ ... ] }`, `{ not = { ... } }`.
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
}

impl Condition {
    /// Every question the condition looks at, in reading order, with repetitions.
    pub fn questions(&self) -> Vec<&QuestionId> {
        match self {
            Condition::All(parts) | Condition::Any(parts) => {
                parts.iter().flat_map(Condition::questions).collect()
            }
            Condition::Not(part) => part.questions(),
            Condition::Is(question, _)
            | Condition::Includes(question, _)
            | Condition::AtLeast(question, _) => vec![question],
        }
    }
}
