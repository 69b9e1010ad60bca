//! Words that the lists of other people use for what questionnaires ask.

use crate::ids::{OptionId, QuestionId};
use serde::Deserialize;
use std::collections::BTreeMap;

/// Words for columns and for options, in several languages. They are compared folded, so that case,
/// marks and punctuation do not count.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vocabulary {
    /// Raised when it changes.
    pub version: u32,
    /// Question, or [`Vocabulary::NAME`], to the headings that mean it.
    headings: BTreeMap<QuestionId, Vec<String>>,
    /// Question and option to the beginnings of cells that mean it.
    options: BTreeMap<QuestionId, BTreeMap<OptionId, Vec<String>>>,
}

impl Vocabulary {
    /// Stands for the name of a record among the questions.
    pub const NAME: &str = "name";

    /// Headings that mean a question, or the name.
    pub fn headings(&self, question: &str) -> &[String] {
        self.headings.get(question).map_or(&[], Vec::as_slice)
    }

    /// Every question with its headings.
    pub fn all_headings(&self) -> impl Iterator<Item = (&QuestionId, &[String])> {
        let all = self.headings.iter();
        all.map(|(question, words)| (question, words.as_slice()))
    }

    /// The words for the options of a question, option by option.
    pub fn options(&self, question: &str) -> impl Iterator<Item = (&OptionId, &[String])> {
        let options = self.options.get(question).into_iter().flatten();
        options.map(|(option, words)| (option, words.as_slice()))
    }

    /// Questions with words for their options.
    pub fn with_options(&self) -> impl Iterator<Item = &QuestionId> {
        self.options.keys()
    }
}
