//! Answers as another program writes them: `{"answers": {"question-id": value}}`.
//!
//! A value is written in the form `plumb questions --json` names for the question: `"yes"`,
//! `["a", "b"]`, `5`, `"2027-03-01"`, `"words"`. Besides, for every question: `null` (not answered),
//! `{"not_applicable": "the reason"}` and `{"not_known": true}`. What comes in is not trusted: it is
//! bounded in size and depth, and nothing is left out in silence.

use crate::args::day;
use crate::commands::questions::written;
use crate::failure::Failure;
use crate::out::shown;
use content::{OptionId, Question, QuestionKind, Questionnaire, Texts};
use domain::nearest::nearest;
use domain::{Answer, AnswerState, Answers, Value};
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::Value as Json;
use serde_json::error::Category;
use std::collections::{BTreeSet, btree_map::Entry};
use std::fmt;
use std::io::Read;
use std::path::Path;

/// Answers to one law fill a few kilobytes.
const LARGEST: u64 = 1 << 20;

/// Reads answers from a file, or from standard input for `-`.
pub fn read(texts: &Texts, file: &Path, asked: &Questionnaire) -> Result<Answers, Failure> {
    let from_input = file.as_os_str() == "-";
    let name = if from_input {
        texts.get("cli.law.standard-input").to_owned()
    } else {
        file.display().to_string()
    };
    let mut bytes = Vec::new();
    let outcome = if from_input {
        std::io::stdin()
            .lock()
            .take(LARGEST + 1)
            .read_to_end(&mut bytes)
    } else {
        std::fs::File::open(file).and_then(|open| open.take(LARGEST + 1).read_to_end(&mut bytes))
    };
    if let Err(error) = outcome {
        let values = [("file", name.as_str()), ("reason", &error.to_string())];
        return Err(Failure::refused(
            texts.format("cli.error.cannot-read", &values),
        ));
    }
    if bytes.len() as u64 > LARGEST {
        let values = [("file", name.as_str()), ("most", &texts.number(LARGEST))];
        return Err(Failure::refused(texts.format("cli.law.too-large", &values)));
    }
    let reading = Reading { texts, asked };
    reading.answers(&name, &bytes)
}

struct Reading<'a> {
    texts: &'a Texts,
    asked: &'a Questionnaire,
}

/// The whole of what is read.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Given {
    answers: Pairs,
}

/// Questions and values as they stand, repeated ones included.
struct Pairs(Vec<(String, Json)>);

impl<'de> Deserialize<'de> for Pairs {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Reader;
        impl<'de> Visitor<'de> for Reader {
            type Value = Pairs;
            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("an object of question ids and values")
            }
            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Pairs, M::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(Pairs(pairs))
            }
        }
        from.deserialize_map(Reader)
    }
}

impl Reading<'_> {
    fn answers(&self, name: &str, bytes: &[u8]) -> Result<Answers, Failure> {
        // Some programs put a byte order mark before the text.
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let given: Given = serde_json::from_slice(bytes).map_err(|error| {
            let key = match error.classify() {
                Category::Data => "cli.law.other-form",
                _ if error.to_string().starts_with("recursion limit") => "cli.law.too-deep",
                _ => "cli.law.not-json",
            };
            let reason = shown(&error.to_string());
            self.refused(key, &[("file", name), ("reason", &reason)])
        })?;
        let mut answers = Answers::new();
        for (word, value) in given.answers.0 {
            let question = self.question(&word)?;
            let Some(answer) = self.answer(question, &value)? else {
                continue;
            };
            answer.check(question).map_err(|rejected| {
                let reason = self.texts.say(&rejected.wording());
                self.refused(
                    "cli.law.rejected",
                    &[("question", &word), ("reason", &reason)],
                )
            })?;
            match answers.entry(question.id.clone()) {
                Entry::Occupied(_) => {
                    return Err(self.refused("cli.law.twice", &[("question", &word)]));
                }
                Entry::Vacant(place) => place.insert(answer),
            };
        }
        Ok(answers)
    }

    fn refused(&self, key: &str, values: &[(&str, &str)]) -> Failure {
        Failure::refused(self.texts.format(key, values))
    }

    fn question(&self, word: &str) -> Result<&Question, Failure> {
        let current = || {
            let questions = self.asked.questions.iter();
            questions.filter(|question| question.retired.is_none())
        };
        current()
            .find(|question| question.id.as_str() == word)
            .ok_or_else(|| {
                let known = current().map(|question| question.id.as_str());
                let nearest = nearest(word, known).unwrap_or("-");
                self.refused(
                    "cli.law.unknown-question",
                    &[("word", &shown(word)), ("nearest", nearest)],
                )
            })
    }

    /// The answer a value says; none for `null`.
    fn answer(&self, question: &Question, value: &Json) -> Result<Option<Answer>, Failure> {
        let state = match value {
            Json::Null => return Ok(None),
            Json::Object(said) => {
                let mut said = said.iter();
                match (said.next(), said.next()) {
                    (Some((key, Json::String(reason))), None) if key == "not_applicable" => {
                        let reason = reason.trim().to_owned();
                        AnswerState::NotApplicable { reason }
                    }
                    (Some((key, Json::Bool(true))), None) if key == "not_known" => {
                        AnswerState::NotKnown { asked_of: None }
                    }
                    _ => return Err(self.misshaped(question, value)),
                }
            }
            value => AnswerState::Given(self.value(question, value)?),
        };
        Ok(Some(Answer::new(state)))
    }

    fn value(&self, question: &Question, value: &Json) -> Result<Value, Failure> {
        let misshaped = || self.misshaped(question, value);
        Ok(match question.kind {
            QuestionKind::Single => {
                Value::One(self.option(question, value.as_str().ok_or_else(misshaped)?)?)
            }
            QuestionKind::Multi => {
                let words = words(value).ok_or_else(misshaped)?;
                let chosen = words.into_iter().map(|word| self.option(question, word));
                Value::Many(chosen.collect::<Result<BTreeSet<OptionId>, Failure>>()?)
            }
            QuestionKind::Number | QuestionKind::Scale => {
                Value::Number(value.as_i64().ok_or_else(misshaped)?)
            }
            QuestionKind::Date => {
                let date = value.as_str().and_then(day);
                Value::Date(date.ok_or_else(misshaped)?)
            }
            QuestionKind::Text | QuestionKind::LongText => {
                let text = value.as_str().map(str::trim);
                let text = text.filter(|text| !text.is_empty());
                Value::Text(text.ok_or_else(misshaped)?.to_owned())
            }
            QuestionKind::Words => {
                let words = words(value).ok_or_else(misshaped)?;
                Value::Words(words.into_iter().map(str::to_owned).collect())
            }
            QuestionKind::Record | QuestionKind::Records => return Err(misshaped()),
        })
    }

    fn option(&self, question: &Question, word: &str) -> Result<OptionId, Failure> {
        if let Some(choice) = question.option(word) {
            return Ok(choice.id.clone());
        }
        let known: Vec<&str> = question
            .options
            .iter()
            .map(|choice| choice.id.as_str())
            .collect();
        let values = [
            ("word", &*shown(word)),
            ("question", question.id.as_str()),
            (
                "nearest",
                nearest(word, known.iter().copied()).unwrap_or("-"),
            ),
            ("options", &known.join(", ")),
        ];
        Err(self.refused("cli.law.unknown-option", &values))
    }

    /// The value does not have the form its question asks for; a long value is shown shortened.
    fn misshaped(&self, question: &Question, value: &Json) -> Failure {
        let text = value.to_string();
        let mut said: String = text.chars().take(40).collect();
        if said.len() < text.len() {
            said.push('…');
        }
        let values = [
            ("question", question.id.as_str()),
            ("value", &shown(&said)),
            ("form", written(question.kind)),
        ];
        self.refused("cli.law.misshaped", &values)
    }
}

fn words(value: &Json) -> Option<Vec<&str>> {
    value.as_array()?.iter().map(Json::as_str).collect()
}
