//! How answers read, for every screen, report and list: one place, so that they never differ.

use crate::answer::{Answer, AnswerState, Value};
use crate::record::RecordId;
use chrono::{Datelike, NaiveDate};
use content::{OptionId, Question, Texts};

/// What words need besides the answer: the texts of a language, and names of linked records.
pub struct Words<'a> {
    /// Texts of the language to read in.
    pub texts: &'a Texts,
    /// Name of a linked record; none when it is not there.
    pub name_of: &'a dyn Fn(&RecordId) -> Option<String>,
}

impl Words<'_> {
    /// The answer as a sentence part: the value, or why there is none.
    pub fn answer(&self, question: &Question, answer: &Answer) -> String {
        match &answer.state {
            AnswerState::Given(value) => self.value(question, value),
            AnswerState::NotApplicable { reason } => self
                .texts
                .format("content.answer.not-applicable", &[("reason", reason)]),
            AnswerState::NotKnown { asked_of } => {
                match asked_of.as_ref().and_then(|person| (self.name_of)(person)) {
                    Some(person) => self
                        .texts
                        .format("content.answer.not-known-asked", &[("person", &person)]),
                    None => self.texts.get("content.answer.not-known").to_owned(),
                }
            }
        }
    }

    /// The value: labels of options, names of records, dates in words.
    pub fn value(&self, question: &Question, value: &Value) -> String {
        match value {
            Value::Text(text) => text.clone(),
            Value::Words(words) => words.join(", "),
            Value::One(option) => label(question, option),
            Value::Many(options) if options.is_empty() => {
                self.texts.get("content.answer.none-of-these").to_owned()
            }
            // In the order in which the question lists them, not in that of their ids.
            Value::Many(options) => {
                let mut chosen: Vec<&OptionId> = options.iter().collect();
                chosen.sort_by_key(|option| {
                    question
                        .options
                        .iter()
                        .position(|known| known.id == **option)
                });
                let labels: Vec<String> = chosen
                    .into_iter()
                    .map(|option| label(question, option))
                    .collect();
                labels.join("; ")
            }
            Value::Date(date) => self.date(*date),
            Value::Number(number) => self.number(*number),
            Value::Records(records) => {
                let names: Vec<String> = records
                    .iter()
                    .map(|record| {
                        (self.name_of)(record).unwrap_or_else(|| {
                            self.texts.get("content.answer.record-missing").to_owned()
                        })
                    })
                    .collect();
                names.join("; ")
            }
        }
    }

    /// A number with its digits grouped from five digits on, so that a year reads as a year.
    fn number(&self, number: i64) -> String {
        match u64::try_from(number) {
            Ok(large) if large >= 10_000 => self.texts.number(large),
            _ => number.to_string(),
        }
    }

    /// A date in words: `22 November 2026`.
    pub fn date(&self, date: NaiveDate) -> String {
        let month = self
            .texts
            .get(&format!("content.month.m{}", date.month()))
            .to_owned();
        self.texts.format(
            "content.date",
            &[
                ("day", &date.day().to_string()),
                ("month", &month),
                ("year", &date.year().to_string()),
            ],
        )
    }
}

/// An option's label; an option that content no longer has reads as its id.
fn label(question: &Question, option: &OptionId) -> String {
    question
        .option(option.as_str())
        .map_or_else(|| option.to_string(), |choice| choice.label.clone())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::expect_used)]
    use super::*;

    #[test]
    fn options_read_by_label_in_the_order_of_the_question_and_dates_in_words() {
        let library = content::library().expect("shipped content is sound");
        let words = Words {
            texts: library.texts(),
            name_of: &|_| Some("Head of credit".into()),
        };
        let roles = library
            .question(crate::fact::ROLES)
            .expect("fact questions exist");
        let in_order: Vec<OptionId> = roles.options.iter().take(2).map(|o| o.id.clone()).collect();
        let expected = format!("{}; {}", roles.options[0].label, roles.options[1].label);
        let many = Value::Many(in_order.into_iter().rev().collect());
        assert_eq!(words.value(roles, &many), expected);

        assert_eq!(words.value(roles, &Value::Number(88_000)), "88,000");
        assert_eq!(words.value(roles, &Value::Number(2026)), "2026");

        let day = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a date");
        assert_eq!(words.date(day), "22 November 2026");

        let asked = Answer::new(AnswerState::NotKnown {
            asked_of: Some(RecordId::new("p")),
        });
        assert_eq!(
            words.answer(roles, &asked),
            "Not known yet; asked: Head of credit"
        );
    }
}
