//! What was asked and said, and what another answer would lead to.

use super::Freezing;
use crate::answer::Answers;
use crate::assessment::facts_part;
use crate::frozen::Part;
use crate::law::change::Effect;
use crate::law::known::Known;
use chrono::NaiveDate;
use content::{Question, QuestionId};
use std::collections::BTreeMap;

impl Freezing<'_, '_> {
    /// Every answer the outcome rests on, with where it comes from.
    pub(super) fn facts(&self, own: &Answers, known: &BTreeMap<QuestionId, Known<'_>>) -> Part {
        let asked = self.engine.questionnaire;
        facts_part(self.library, self.words, asked, own, self.facts, known)
    }

    /// Every other answer that would lead to another headline, by question.
    pub(super) fn changes(&self, on: NaiveDate) -> Part {
        let mut questions: Vec<Part> = Vec::new();
        for effect in self.engine.would_change(self.facts, on) {
            let Some(question) = self.library.question(effect.question.as_str()) else {
                continue;
            };
            let id = question.id.as_str();
            if questions.last().is_none_or(|last| last.id != id) {
                questions.push(Part::new(id).called(&question.label));
            }
            let change = self.change(question, &effect);
            if let Some(last) = questions.last_mut() {
                last.parts.push(change);
            }
        }
        Part::new("changes").with(questions)
    }

    fn change(&self, question: &Question, effect: &Effect<'_>) -> Part {
        let undetermined = self.text("undetermined");
        let headline = match (effect.headline, effect.so_far) {
            (Some(class), _) => class.title.clone(),
            (None, None) => undetermined,
            (None, Some(class)) => self.words.texts.format(
                "content.outcome.at-least",
                &[("headline", &undetermined), ("class", &class.title)],
            ),
        };
        let (id, said) = self.alternative(question, effect.said);
        Part::new(id).called(said).saying(headline)
    }
}
