//! What one questionnaire's answers already say to another's questions, as authored in
//! `assets/mappings/known/<id>.toml`, where the id is that of the questionnaire that is told.

use crate::condition::Condition;
use crate::ids::{OptionId, QuestionId};
use serde::Deserialize;

/// One thing that answers elsewhere say to a question. Several may speak to one question.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Equivalence {
    /// The question that is told.
    pub question: QuestionId,
    /// What it is told.
    pub says: Says,
    /// When: over answers to other questionnaires.
    pub when: Condition,
    /// Whether it means exactly the same, so that nobody need confirm it. Never of a choice of several:
    /// no list of ours says that nothing else is true.
    #[serde(default)]
    pub counts: bool,
    /// Why one says the other, and where the two differ.
    pub reason: String,
    /// The provision that the question rests on.
    pub cite: String,
}

/// What a question is told.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Says {
    /// This option, to a `single`.
    Option(OptionId),
    /// These options besides what others say, to a `multi`; an empty list: none of these.
    Options(Vec<OptionId>),
    /// The answer given to another question of the same form; to a `long-text` also one line of text.
    /// Never to a choice: options are named.
    AnswerOf(QuestionId),
}

impl Equivalence {
    /// Every question it looks at, in reading order, with repetitions.
    pub fn questions(&self) -> Vec<&QuestionId> {
        let mut looked_at = self.when.questions();
        if let Says::AnswerOf(question) = &self.says {
            looked_at.push(question);
        }
        looked_at
    }
}
