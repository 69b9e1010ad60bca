//! What was asked and said, and what another answer would lead to.

use super::{Freezing, plain};
use crate::answer::Answers;
use crate::frozen::Part;
use crate::law::change::Effect;
use crate::law::known::Known;
use chrono::NaiveDate;
use content::{Question, QuestionId};
use std::collections::BTreeMap;

impl Freezing<'_, '_> {
    /// Every answer the outcome rests on, with where it comes from.
    pub(super) fn facts(&self, own: &Answers, known: &BTreeMap<QuestionId, Known<'_>>) -> Part {
        let questionnaire = self.engine.questionnaire;
        let sections = questionnaire.sections.iter().map(|section| {
            let asked = questionnaire.in_section(&section.id);
            let said = asked.filter_map(|question| {
                let answer = self.facts.get(&question.id)?;
                let from = known.get(&question.id);
                let from = from.filter(|_| !own.contains_key(&question.id));
                let part = Part::new(question.id.as_str())
                    .called(&question.label)
                    .saying(self.words.answer(question, answer))
                    .citing(&question.cite)
                    .with([self.source(from)]);
                let note = answer.note.trim();
                let note = (!note.is_empty()).then(|| Part::new("note").saying(note));
                Some(part.with(note).with([plain(&question.prompt)]))
            });
            Part::new(section.id.as_str())
                .called(&section.title)
                .with(said)
        });
        Part::new("facts").with(sections)
    }

    fn source(&self, known: Option<&Known<'_>>) -> Part {
        let source = Part::new("source");
        let Some(known) = known else {
            return source.saying(self.text("answered"));
        };
        let labels = known.from.iter().map(|id| self.label(id));
        let labels = labels.collect::<Vec<_>>().join("; ");
        source.saying(
            self.words
                .texts
                .format("content.outcome.known", &[("labels", &labels)]),
        )
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
