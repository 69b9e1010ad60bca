//! What is said in answer to one question, as it will be printed.

use super::index::Index;
use crate::look::{self, Voice};
use crate::text::Text;
use content::Question;
use domain::{Answer, AnswerState};
use serde::Serialize;

/// A question's short name with its answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Statement {
    /// The question's id, for machines.
    pub question: String,
    /// Its short name.
    pub label: String,
    /// Where the question comes from; may be empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub cite: String,
    /// What kind of answer it is.
    pub standing: Standing,
    /// The answer as it reads.
    pub words: String,
    /// The remark as it reads; may be empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub remark: String,
}

/// The three things an answer can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// A value.
    Given,
    /// Does not apply, with the reason.
    NotApplicable,
    /// Not known yet.
    NotKnown,
}

impl Statement {
    /// Words an answer.
    pub fn new(index: &Index<'_>, question: &Question, answer: &Answer) -> Statement {
        let remark = match answer.note.trim() {
            "" => String::new(),
            note => index
                .texts
                .format("reports.system.remark", &[("note", note)]),
        };
        Statement {
            question: question.id.to_string(),
            label: question.label.clone(),
            cite: question.cite.clone(),
            standing: match answer.state {
                AnswerState::Given(_) => Standing::Given,
                AnswerState::NotApplicable { .. } => Standing::NotApplicable,
                AnswerState::NotKnown { .. } => Standing::NotKnown,
            },
            words: index.say_with_references(question, answer),
            remark,
        }
    }

    /// As a definition row.
    pub fn row(&self) -> (Text, Text) {
        let label =
            Text::new(self.label.as_str(), look::LABEL).below(self.cite.as_str(), look::CITE);
        let style = match self.standing {
            Standing::Given => look::VALUE,
            Standing::NotApplicable => look::VALUE.spoken(Voice::SansItalic).coloured(look::INK_2),
            Standing::NotKnown => look::VALUE.spoken(Voice::SansStrong).coloured(look::WARN),
        };
        let value = Text::new(self.words.as_str(), style).below(
            self.remark.as_str(),
            look::VALUE.spoken(Voice::SansItalic).coloured(look::INK_2),
        );
        (label, value)
    }
}
