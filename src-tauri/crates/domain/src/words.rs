//! How answers read, for every screen, report and list: one place, so that they never differ.

use crate::answer::{Answer, AnswerState, Value};
use crate::event::{Action, Change};
use crate::record::RecordId;
use chrono::{Datelike, NaiveDate};
use content::{Library, OptionId, Question, QuestionnaireId, Texts};

/// What words need besides the answer: the texts of a language, and names of linked records.
pub struct Words<'a> {
    /// Texts of the language to read in.
    pub texts: &'a Texts,
    /// Name of a linked record; none when it is not there.
    pub name_of: &'a dyn Fn(&RecordId) -> Option<String>,
}

/// A change in words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Told {
    /// Short name of the question it is about; none for other changes and for a question that content
    /// no longer has.
    pub question: Option<String>,
    /// What was said before; none when nothing was.
    pub before: Option<String>,
    /// What is said since; none when nothing is.
    pub after: Option<String>,
}

impl Words<'_> {
    /// What happened, in a word or two.
    pub fn action(&self, action: Action) -> String {
        let key = format!("content.action.{}", action.code());
        self.texts.get(&key).to_owned()
    }

    /// What was before a change and what is since.
    pub fn change(&self, change: &Change, library: &Library) -> Told {
        let told = |before: Option<&String>, after: Option<&String>| Told {
            question: None,
            before: before.cloned(),
            after: after.cloned(),
        };
        match change {
            Change::Added { name, .. } => told(None, Some(name)),
            Change::Removed { name, .. } => told(Some(name), None),
            Change::Name { from, to } => told(Some(from), Some(to)),
            Change::Note(words) => told(None, Some(words)),
            Change::Signed {
                questionnaire,
                number,
                signer,
                remark,
            } => Told {
                question: assessment(questionnaire, library),
                before: None,
                after: Some(with_reason(
                    self.texts.format(
                        "content.revision.signed",
                        &[("number", &number.to_string()), ("signer", signer)],
                    ),
                    remark,
                )),
            },
            Change::Reopened {
                questionnaire,
                number,
                reason,
            } => Told {
                question: assessment(questionnaire, library),
                before: None,
                after: Some(with_reason(
                    self.texts.format(
                        "content.revision.reopened",
                        &[("number", &number.to_string())],
                    ),
                    reason,
                )),
            },
            Change::Answer { question, from, to } => {
                let Some(question) = library.question(question.as_str()) else {
                    return Told::default();
                };
                let say = |answer: &Option<Answer>| {
                    answer
                        .as_ref()
                        .map(|answer| self.with_remark(question, answer))
                };
                Told {
                    question: Some(question.label.clone()),
                    before: say(from),
                    after: say(to),
                }
            }
        }
    }

    /// The answer with its remark in brackets.
    fn with_remark(&self, question: &Question, answer: &Answer) -> String {
        let said = self.answer(question, answer);
        if answer.note.is_empty() {
            said
        } else {
            format!("{said} ({})", answer.note)
        }
    }

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

/// What was done, and what was said of it.
fn with_reason(done: String, said: &str) -> String {
    match said {
        "" => done,
        said => format!("{done}: {said}"),
    }
}

/// What an assessment is called; none when content no longer has it.
fn assessment(questionnaire: &QuestionnaireId, library: &Library) -> Option<String> {
    let known = library.questionnaire(questionnaire.as_str());
    known.map(|questionnaire| questionnaire.title.clone())
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
    fn a_change_tells_what_was_and_what_is_with_its_remark() {
        let library = content::library().expect("shipped content is sound");
        let words = Words {
            texts: library.texts(),
            name_of: &|_| None,
        };
        let mut answer = Answer::given(Value::Text("Sales".into()));
        answer.note = "as of May".into();
        let answered = |question: &str| Change::Answer {
            question: question.into(),
            from: None,
            to: Some(answer.clone()),
        };
        let unit = library.question(crate::fact::UNIT).expect("it is asked");
        assert_eq!(
            words.change(&answered(crate::fact::UNIT), library),
            Told {
                question: Some(unit.label.clone()),
                before: None,
                after: Some("Sales (as of May)".into()),
            }
        );
        assert_eq!(
            words.change(&answered("long-gone"), library),
            Told::default()
        );
        let renamed = Change::Name {
            from: "A".into(),
            to: "B".into(),
        };
        let told = words.change(&renamed, library);
        assert_eq!(
            (told.before.as_deref(), told.after.as_deref()),
            (Some("A"), Some("B"))
        );
    }

    #[test]
    fn a_sign_off_and_a_reopening_are_told_with_what_was_said_of_them() {
        let library = content::library().expect("shipped content is sound");
        let words = Words {
            texts: library.texts(),
            name_of: &|_| None,
        };
        let signed = |remark: &str| Change::Signed {
            questionnaire: crate::fact::AI_ACT.into(),
            number: 2,
            signer: "L. Okafor".into(),
            remark: remark.into(),
        };
        let told = words.change(&signed("As discussed"), library);
        let title = library
            .questionnaire(crate::fact::AI_ACT)
            .map(|questionnaire| questionnaire.title.clone());
        assert_eq!(told.question, title);
        assert_eq!(
            told.after.as_deref(),
            Some("Revision 2, signed by L. Okafor: As discussed")
        );
        let told = words.change(&signed(""), library);
        assert_eq!(
            told.after.as_deref(),
            Some("Revision 2, signed by L. Okafor")
        );
        let reopened = Change::Reopened {
            questionnaire: "long-gone".into(),
            number: 2,
            reason: "New facts".into(),
        };
        let told = words.change(&reopened, library);
        assert_eq!(
            (told.question, told.after.as_deref()),
            (None, Some("Revision 2 no longer stands: New facts"))
        );
    }

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
