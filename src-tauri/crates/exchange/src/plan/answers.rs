//! One cell to one answer.

use super::Trouble;
use super::dates::{self, Found};
use super::options::{Meaning, Words};
use crate::mapping::DateOrder;
use crate::table::Cell;
use content::{OptionId, Question, QuestionKind};
use domain::text::fold;
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

/// Words that say "not applicable" where no mapping says otherwise.
const NOT_APPLICABLE: [&str; 8] = [
    "n a",
    "na",
    "not applicable",
    "nicht zutreffend",
    "entfallt",
    "sans objet",
    "non applicable",
    "n v t",
];
/// Bytes beyond which a text says more than that nothing is known. Folding long texts is costly.
const SHORT: usize = 40;

/// Whether a text only says that something does not apply.
pub fn is_not_applicable(text: &str) -> bool {
    text.len() <= SHORT && NOT_APPLICABLE.contains(&fold(text).as_str())
}

/// What separates options and words in one cell.
const MARKS: [char; 4] = ['|', ';', '\n', ','];

/// Words that say "not known".
const NOT_KNOWN: [&str; 9] = [
    "unknown",
    "not known",
    "tbd",
    "to be determined",
    "unbekannt",
    "unklar",
    "inconnu",
    "onbekend",
    "don t know",
];

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
            QuestionKind::Number => whole_number(cell).map_or_else(
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

    fn says(&self, text: &str) -> String {
        self.remark.replace("{value}", text)
    }

    fn remark(&self, text: &str) -> String {
        if self.keep {
            self.says(text)
        } else {
            String::new()
        }
    }

    /// Not applicable, not known, or nothing.
    fn state(&self, meaning: &Meaning, text: &str) -> Option<Said> {
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
    fn unsaid(&self, text: &str) -> Option<Said> {
        self.state(&no_answer(text)?, text)
    }

    fn or_state(&self, text: &str, trouble: Trouble) -> Result<(Said, Option<Trouble>), Trouble> {
        self.unsaid(text).map(|said| (said, None)).ok_or(trouble)
    }

    fn options(&self, text: &str) -> Result<Said, Trouble> {
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

    /// The values of one cell: a JSON list, else cut at the mapping's separator, else at the first of
    /// the usual marks that occurs.
    fn pieces(&self, text: &str, marks: &[char]) -> Vec<String> {
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

/// "Not applicable" and "not known" in the words of many lists.
fn no_answer(text: &str) -> Option<Meaning> {
    if text.len() > SHORT {
        return None;
    }
    let folded = fold(text);
    if NOT_APPLICABLE.contains(&folded.as_str()) {
        Some(Meaning::NotApplicable)
    } else if NOT_KNOWN.contains(&folded.as_str()) {
        Some(Meaning::NotKnown)
    } else {
        None
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

fn clean<'t>(pieces: impl Iterator<Item = &'t str>) -> Vec<String> {
    pieces
        .map(str::trim)
        .filter(|piece| !piece.is_empty())
        .map(str::to_owned)
        .collect()
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
