//! Answers and dates in words.

use super::Freezing;
use crate::answer::AnswerState;
use crate::frozen::Part;
use crate::law::change::Alternative;
use crate::law::determination::{Deciding, Said};
use content::{OptionId, Question, QuestionId};

impl Freezing<'_, '_> {
    /// The short name of a question; its id where content has none.
    pub(super) fn label(&self, id: &QuestionId) -> String {
        let question = self.library.question(id.as_str());
        question.map_or_else(|| id.to_string(), |question| question.label.clone())
    }

    /// What decided: each question with the part of its answer that did, and each day.
    pub(super) fn because(&self, deciding: &[Deciding<'_>]) -> Vec<Part> {
        let mut reasons: Vec<Part> = Vec::new();
        for reason in deciding {
            let (id, label, said) = match reason {
                Deciding::Day(date, reached) => {
                    let key = if *reached { "since" } else { "before" };
                    let said = self.filled(key, "date", &self.words.date(date.on));
                    (date.id.as_str(), date.what.clone(), said)
                }
                Deciding::Answer(id, said) => {
                    let question = self.library.question(id.as_str());
                    (id.as_str(), self.label(id), self.said(id, question, *said))
                }
            };
            match reasons.last_mut().filter(|last| last.id == id) {
                // Several parts of one answer.
                Some(last) => last.value = format!("{}; {said}", last.value),
                None => reasons.push(Part::new(id).called(label).saying(said)),
            }
        }
        reasons
    }

    /// Why a question does not apply, by the person who said so; none where nobody did.
    pub(super) fn aside(&self, question: &str) -> Option<&str> {
        match &self.facts.get(question)?.state {
            AnswerState::NotApplicable { reason } => Some(reason),
            AnswerState::Given(_) | AnswerState::NotKnown { .. } => None,
        }
    }

    /// What something that is open hangs on.
    pub(super) fn hangs_on(&self, open: &[&QuestionId]) -> Vec<Part> {
        let questions = open.iter();
        questions
            .map(|id| Part::new(id.as_str()).called(self.label(id)))
            .collect()
    }

    fn said(&self, id: &QuestionId, question: Option<&Question>, said: Said<'_>) -> String {
        let option = |id: &OptionId| option(question, id);
        match said {
            Said::Chosen(id) => option(id),
            Said::NotChosen(id) => self.filled("chosen-not", "option", &option(id)),
            Said::Number(number) => number.to_string(),
            Said::Day(day) => self.words.date(day),
            Said::Given => self.text("given"),
            Said::NotApplicable => {
                let reason = self.aside(id.as_str()).unwrap_or_default();
                self.filled("said-not-applicable", "reason", reason)
            }
        }
    }

    /// An id for another answer, unique for its question, and its words.
    pub(super) fn alternative(
        &self,
        question: &Question,
        said: Alternative<'_>,
    ) -> (String, String) {
        let option = |id: &OptionId| option(Some(question), id);
        let (kind, word, words) = match said {
            Alternative::Option(id) => ("is", id.to_string(), option(id)),
            Alternative::With(id) => {
                let words = self.filled("chosen-also", "option", &option(id));
                ("with", id.to_string(), words)
            }
            Alternative::Without(id) => {
                let words = self.filled("chosen-without", "option", &option(id));
                ("without", id.to_string(), words)
            }
            Alternative::NoneOfThese => {
                let words = self.words.texts.get("content.answer.none-of-these");
                ("none", String::new(), words.to_owned())
            }
            Alternative::Number(number) => ("number", number.to_string(), number.to_string()),
            Alternative::Day(day) => ("day", day.to_string(), self.words.date(day)),
            Alternative::Given => ("given", String::new(), self.text("any-answer")),
            Alternative::NotApplicable => {
                ("not-applicable", String::new(), self.text("not-applicable"))
            }
        };
        let id = match word.as_str() {
            "" => kind.to_owned(),
            word => format!("{kind}:{word}"),
        };
        (id, words)
    }

    fn filled(&self, key: &str, name: &str, value: &str) -> String {
        let key = format!("content.outcome.{key}");
        self.words.texts.format(&key, &[(name, value)])
    }
}

/// An option's label; its id where content has none.
fn option(question: Option<&Question>, id: &OptionId) -> String {
    let known = question.and_then(|question| question.option(id.as_str()));
    known.map_or_else(|| id.to_string(), |choice| choice.label.clone())
}
