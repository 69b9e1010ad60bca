//! One cell to one answer.

use super::Trouble;
use super::dates::{self, Found};
use super::options::{Meaning, Words};
use super::several::MARKS;
use super::unsaid::no_answer;
use crate::mapping::DateOrder;
use crate::table::Cell;
use content::{Question, QuestionKind};
use domain::{Answer, AnswerState, Value};
use std::collections::{BTreeMap, BTreeSet};

/// What a cell says to a question.
#[derive(Debug, Clone, PartialEq)]
pub enum Said {
    /// Nothing.
    Nothing,
    /// An answer.
    Answer(Answer),
    /// Names of records to link, with a remark.
    Names(Vec<String>, String),
    /// "Don't know yet", with the name of who was asked, and a remark.
    Asked(String, String),
}

/// How the cells of one column are read.
pub struct Reading<'a> {
    /// The question they answer.
    pub question: &'a Question,
    /// The words of its options.
    pub words: Words,
    /// What separates several values; none for the usual marks.
    pub split: Option<&'a str>,
    /// Whether the list's own words stay as a remark.
    pub keep: bool,
    /// Which part of a date is the day.
    pub order: Option<DateOrder>,
    /// The sentence "The list says “{value}”.", with its placeholder.
    pub remark: &'a str,
}

impl Reading<'_> {
    /// Reads one cell that holds something. A misfit is the trouble alone: its text goes to the notes.
    pub fn read(&self, cell: &Cell) -> Result<(Said, Option<Trouble>), Trouble> {
        if let Cell::Fault(code) = cell {
            return Err(Trouble::Fault { code: code.clone() });
        }
        let shown = cell.shown();
        let text = shown.as_ref();
        if !matches!(
            self.question.kind,
            QuestionKind::Single | QuestionKind::Multi
        ) && let Some(meaning) = self.words.find_given(text)
            && let Some(said) = self.state(&meaning, text)
        {
            return Ok((said, None));
        }
        let kept = |value| Ok((Said::Answer(Answer::given(value)), None));
        match self.question.kind {
            QuestionKind::Single | QuestionKind::Multi => {
                self.options(text).map(|said| (said, None))
            }
            QuestionKind::Date => self.date(cell, text),
            QuestionKind::Number | QuestionKind::Scale => whole_number(cell)
                .filter(|number| kind_holds(self.question.kind, *number))
                .map_or_else(
                    || {
                        self.or_state(
                            text,
                            Trouble::NotANumber {
                                value: text.to_owned(),
                            },
                        )
                    },
                    |number| kept(Value::Number(number)),
                ),
            _ if let Some(said) = self.unsaid(text) => Ok((said, None)),
            QuestionKind::Text => kept(Value::Text(one_line(text))),
            QuestionKind::LongText => kept(Value::Text(text.to_owned())),
            QuestionKind::Words => {
                let words = distinct(self.pieces(text, &MARKS));
                kept(Value::Words(words))
            }
            QuestionKind::Record => names(text, vec![one_line(text)]),
            QuestionKind::Records => {
                let pieces = self.pieces(text, &['|', ';', '\n']);
                names(
                    text,
                    distinct(pieces.iter().map(|name| one_line(name)).collect()),
                )
            }
        }
    }

    pub(super) fn says(&self, text: &str) -> String {
        self.remark.replace("{value}", text)
    }

    pub(super) fn remark(&self, text: &str) -> String {
        if self.keep {
            self.says(text)
        } else {
            String::new()
        }
    }

    /// Not applicable, not known, or nothing.
    pub(super) fn state(&self, meaning: &Meaning, text: &str) -> Option<Said> {
        let state = match meaning {
            Meaning::Options(_) => return None,
            Meaning::Blank => return Some(Said::Nothing),
            Meaning::NotApplicable => AnswerState::NotApplicable {
                reason: self.says(text),
            },
            Meaning::NotKnown => AnswerState::NotKnown { asked_of: None },
        };
        // "Not known" has no room for the words of the list; "not applicable" quotes them already.
        let note = match state {
            AnswerState::NotKnown { .. } => self.says(text),
            _ => String::new(),
        };
        Some(Said::Answer(Answer { state, note }))
    }

    /// "N/A" and "unknown" in the words of many lists.
    pub(super) fn unsaid(&self, text: &str) -> Option<Said> {
        self.state(&no_answer(text)?, text)
    }

    fn or_state(&self, text: &str, trouble: Trouble) -> Result<(Said, Option<Trouble>), Trouble> {
        self.unsaid(text).map(|said| (said, None)).ok_or(trouble)
    }

    fn date(&self, cell: &Cell, text: &str) -> Result<(Said, Option<Trouble>), Trouble> {
        let (date, trouble) = match dates::read(cell, self.order) {
            Found::Day(date) => (date, None),
            Found::Part(date) => (
                date,
                Some(Trouble::PartOfADate {
                    value: text.to_owned(),
                }),
            ),
            Found::Ambiguous(date) => {
                let taken = DateOrder::DayFirst;
                let value = text.to_owned();
                (date, Some(Trouble::AmbiguousDate { value, taken }))
            }
            Found::Nothing => {
                return self.or_state(
                    text,
                    Trouble::NotADate {
                        value: text.to_owned(),
                    },
                );
            }
        };
        // What was made more exact than it was said stays readable beside the date.
        let note = match trouble {
            Some(_) => self.says(text),
            None => String::new(),
        };
        let state = AnswerState::Given(Value::Date(date));
        Ok((Said::Answer(Answer { state, note }), trouble))
    }
}

/// Tells whether a cell could answer a question, with these words for its options.
pub fn fits<'a>(
    question: &'a Question,
    values: &BTreeMap<String, String>,
) -> impl Fn(&Cell) -> bool + use<'a> {
    let words = Words::new(question, values, &BTreeMap::new()).ok();
    let reading = words.map(|words| Reading {
        question,
        words,
        split: None,
        keep: false,
        order: None,
        remark: "",
    });
    move |cell| {
        reading
            .as_ref()
            .is_some_and(|reading| reading.read(cell).is_ok())
    }
}

/// Links by name; a sentence is no name.
fn names(text: &str, names: Vec<String>) -> Result<(Said, Option<Trouble>), Trouble> {
    const LONGEST: usize = 120;
    if names.iter().any(|name| name.chars().count() > LONGEST) {
        return Err(Trouble::NotAName {
            value: text.to_owned(),
        });
    }
    Ok((Said::Names(names, String::new()), None))
}

/// Each once, the first of them kept in place.
fn distinct(words: Vec<String>) -> Vec<String> {
    let mut seen = BTreeSet::new();
    words
        .into_iter()
        .filter(|word| seen.insert(word.clone()))
        .collect()
}

/// Lines joined by a semicolon, for answers of one line.
pub fn one_line(text: &str) -> String {
    let lines: Vec<&str> = text
        .split(['\n', '\r'])
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    lines.join("; ")
}

/// A whole number, also with groups of three digits.
/// Whether a whole number can be an answer: a scale counts its steps from 1.
fn kind_holds(kind: QuestionKind, number: i64) -> bool {
    kind != QuestionKind::Scale || number >= 1
}

fn whole_number(cell: &Cell) -> Option<i64> {
    match cell {
        Cell::Number(number) if number.fract() == 0.0 && number.abs() < 9.0e15 => {
            Some(*number as i64)
        }
        Cell::Text(text) => {
            let text = text.trim();
            let digits = text.strip_prefix('-').unwrap_or(text);
            let mut groups = digits.split([',', '.', ' ', '\'', '\u{a0}', '\u{202f}']);
            let first = groups.next()?;
            let grouped = groups.clone().count() > 0;
            let even = groups.all(|group| group.len() == 3);
            if first.is_empty() || !even || (grouped && first.len() > 3) {
                return None;
            }
            let plain: String = text
                .chars()
                .filter(|c| c.is_ascii_digit() || *c == '-')
                .collect();
            let all_digits = digits.chars().all(|c| {
                c.is_ascii_digit() || matches!(c, ',' | '.' | ' ' | '\'' | '\u{a0}' | '\u{202f}')
            });
            all_digits.then(|| plain.parse().ok()).flatten()
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn question(kind: &str) -> Question {
        let text = format!(
            r#"
            id = "q"
            section = "s"
            kind = "{kind}"
            label = "Q"
            prompt = "?"
            options = [{{ id = "age", label = "Age" }}, {{ id = "sex", label = "Sex or gender" }}]
            "#
        );
        toml::from_str(&text).unwrap()
    }

    fn read(kind: &str, text: &str) -> Result<(Said, Option<Trouble>), Trouble> {
        let question = question(kind);
        let reading = Reading {
            words: Words::new(&question, &BTreeMap::new(), &BTreeMap::new()).unwrap(),
            question: &question,
            split: None,
            keep: false,
            order: None,
            remark: "The list says “{value}”.",
        };
        reading.read(&Cell::Text(text.to_owned()))
    }

    fn value(kind: &str, text: &str) -> Value {
        match read(kind, text).unwrap().0 {
            Said::Answer(answer) => answer.value().unwrap().clone(),
            other => unreachable!("{other:?}"),
        }
    }

    #[test]
    fn several_options_in_one_cell() {
        let both = Value::Many(["age".into(), "sex".into()].into());
        for text in [
            "Age, Sex",
            "Sex or gender; Age",
            r#"["Age","Sex"]"#,
            "Age | Sex",
            "age\nsex",
        ] {
            assert_eq!(value("multi", text), both, "{text}");
        }
        assert!(matches!(
            read("multi", "Age, Height"),
            Err(Trouble::NoSuchOption { .. })
        ));
    }

    #[test]
    fn what_an_option_does_not_say_stays_as_a_remark() {
        for (kind, text, remark) in [
            ("single", "Sex or gender", false),
            ("single", "sex or", false),
            ("single", "Sex or gender, self-declared", true),
            ("multi", "Sex or gender; Height", true),
            ("multi", "Sex or gender of both parents; Age", true),
            ("multi", "Sex or gender; Age", false),
        ] {
            let Said::Answer(answer) = read(kind, text).unwrap().0 else {
                unreachable!("{text}")
            };
            assert!(answer.value().is_some(), "{text}");
            let expected = if remark {
                format!("The list says “{text}”.")
            } else {
                String::new()
            };
            assert_eq!(answer.note, expected, "{text}");
        }
    }

    #[test]
    fn numbers_of_people() {
        for (text, number) in [
            ("1,200", 1200),
            ("1.200.000", 1_200_000),
            ("35", 35),
            ("-4", -4),
        ] {
            assert_eq!(value("number", text), Value::Number(number));
        }
        for text in ["about 30", "12,5", "1,20,000", "1e9", ""] {
            assert!(
                matches!(read("number", text), Err(Trouble::NotANumber { .. })),
                "{text}"
            );
        }
    }

    #[test]
    fn a_year_becomes_a_day_and_the_list_stays_quoted() {
        let (said, trouble) = read("date", "2019").unwrap();
        assert!(matches!(trouble, Some(Trouble::PartOfADate { .. })));
        let Said::Answer(answer) = said else {
            unreachable!()
        };
        assert_eq!(answer.note, "The list says “2019”.");
    }

    #[test]
    fn not_applicable_and_unknown_are_said_as_such() {
        for kind in ["text", "single", "date", "number", "long-text"] {
            let (said, _) = read(kind, "N/A").unwrap();
            assert!(
                matches!(
                    said,
                    Said::Answer(Answer {
                        state: AnswerState::NotApplicable { .. },
                        ..
                    })
                ),
                "{kind}"
            );
            let (said, _) = read(kind, "Unknown").unwrap();
            assert!(
                matches!(
                    said,
                    Said::Answer(Answer {
                        state: AnswerState::NotKnown { .. },
                        ..
                    })
                ),
                "{kind}"
            );
        }
    }

    #[test]
    fn text_of_one_line_has_one_line() {
        assert_eq!(value("text", "a\r\n\r\n b "), Value::Text("a; b".into()));
    }
}
