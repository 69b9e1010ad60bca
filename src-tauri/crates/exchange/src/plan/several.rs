//! The options of a question in a cell, one or several.

use super::Trouble;
use super::answers::{Reading, Said};
use super::options::Meaning;
use super::unsaid::no_answer;
use content::{OptionId, QuestionKind};
use domain::{Answer, AnswerState, Value};
use std::collections::BTreeSet;

/// What separates options and words in one cell.
pub(super) const MARKS: [char; 4] = ['|', ';', '\n', ','];

impl Reading<'_> {
    pub(super) fn options(&self, text: &str) -> Result<Said, Trouble> {
        let misfit = || Trouble::NoSuchOption {
            value: text.to_owned(),
            question: self.question.id.clone(),
        };
        let single = self.question.kind == QuestionKind::Single;
        // Several are looked for before one is guessed from the beginning: "Age, Sex" is not "Age".
        let found = match single {
            true => self.words.find(text),
            false => self
                .words
                .find_whole(text)
                .or_else(|| self.several(text).map(Meaning::Options))
                .or_else(|| self.words.find(text)),
        };
        let chosen = match found {
            Some(Meaning::Options(options)) => options,
            Some(other) => return self.state(&other, text).ok_or_else(misfit),
            None => return self.unsaid(text).ok_or_else(misfit),
        };
        // "None, Other" or "Other" alone: nothing that the question has an option for.
        if chosen.is_empty() {
            return Ok(Said::Nothing);
        }
        let value = match chosen.as_slice() {
            [option] if single => Value::One(option.clone()),
            _ if single => return Err(misfit()),
            _ => Value::Many(chosen.into_iter().collect()),
        };
        // What was read by its beginning only ("Yes, but not in …") says more than the option does.
        let note = if self.says_no_more(text) {
            self.remark(text)
        } else {
            self.says(text)
        };
        Ok(Said::Answer(Answer {
            state: AnswerState::Given(value),
            note,
        }))
    }

    /// Whether the options found in a cell are all that it says.
    fn says_no_more(&self, text: &str) -> bool {
        match self.question.kind {
            QuestionKind::Multi if self.words.find_whole(text).is_none() => {
                let pieces = self.pieces(text, &MARKS);
                pieces
                    .iter()
                    .all(|piece| self.words.find(piece).is_some() && self.words.says_no_more(piece))
            }
            _ => self.words.says_no_more(text),
        }
    }

    /// The words of a cell, each with what it stands for: the whole text where it is read as a whole,
    /// else each of its pieces. As `options` reads it.
    pub fn words_of(&self, text: &str) -> Vec<(String, Option<Meaning>)> {
        let whole = |meaning| vec![(text.to_owned(), meaning)];
        let alone = |text: &str| self.words.find(text).or_else(|| no_answer(text));
        if self.question.kind == QuestionKind::Single {
            return whole(alone(text));
        }
        if let Some(meaning) = self.words.find_whole(text) {
            return whole(Some(meaning));
        }
        let pieces = self.pieces(text, &MARKS);
        if self.several(text).is_none()
            && let Some(meaning) = alone(text)
        {
            return whole(Some(meaning));
        }
        let read = pieces.into_iter().map(|piece| {
            let meaning = alone(&piece);
            (piece, meaning)
        });
        read.collect()
    }

    /// Several options in one cell; none when one of them fits nothing.
    fn several(&self, text: &str) -> Option<Vec<OptionId>> {
        let pieces = self.pieces(text, &MARKS);
        if pieces.len() < 2 && !text.starts_with('[') {
            return None;
        }
        let mut chosen = BTreeSet::new();
        for piece in pieces {
            match self.words.find(&piece)? {
                Meaning::Options(options) => chosen.extend(options),
                Meaning::Blank => {}
                Meaning::NotApplicable | Meaning::NotKnown => return None,
            }
        }
        Some(chosen.into_iter().collect())
    }

    /// The values of one cell: a JSON list, else cut at the mapping's separator, else at the first of
    /// the usual marks that occurs.
    pub(super) fn pieces(&self, text: &str, marks: &[char]) -> Vec<String> {
        if text.starts_with('[')
            && let Ok(list) = serde_json::from_str::<Vec<String>>(text)
        {
            return clean(list.iter().map(String::as_str));
        }
        if let Some(split) = self.split {
            return clean(text.split(split));
        }
        match marks.iter().find(|mark| text.contains(**mark)) {
            Some(mark) => clean(text.split(*mark)),
            None => clean([text].into_iter()),
        }
    }
}

fn clean<'t>(pieces: impl Iterator<Item = &'t str>) -> Vec<String> {
    pieces
        .map(str::trim)
        .filter(|piece| !piece.is_empty())
        .map(str::to_owned)
        .collect()
}
