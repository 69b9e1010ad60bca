//! Texts of a list to options of a question.

use content::{OptionId, Question};
use domain::text::fold;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt;

/// What a text of the list stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meaning {
    /// These options; one for a `single` question.
    Options(Vec<OptionId>),
    /// "Not applicable".
    NotApplicable,
    /// "Don't know yet".
    NotKnown,
    /// No answer to this question.
    Blank,
}

/// The words by which one question is recognised, folded once for all rows.
pub struct Words {
    /// Given by the mapping, whole texts.
    given: BTreeMap<String, Meaning>,
    /// Every id and label.
    known: Vec<(String, OptionId)>,
    /// What texts turned out to mean: columns say the same few things in thousands of rows.
    met: RefCell<BTreeMap<String, Option<Found>>>,
}

/// A meaning, and whether it is all that the text says.
type Found = (Meaning, bool);

/// Different texts of one column that are remembered.
const MEMORY: usize = 2_000;

const YES: [&str; 12] = [
    "yes", "y", "true", "ja", "oui", "si", "sim", "tak", "vrai", "wahr", "1", "x",
];
const NO: [&str; 10] = [
    "no", "n", "false", "nein", "nee", "non", "nao", "nie", "faux", "0",
];

impl Words {
    /// The words of a question, with those of the mapping and, of an own export, its codes.
    pub fn new(
        question: &Question,
        values: &BTreeMap<String, String>,
        codes: &BTreeMap<(content::QuestionId, String), OptionId>,
    ) -> Result<Words, String> {
        let mut given = BTreeMap::new();
        for (text, meant) in values {
            given.insert(fold(text), meaning(question, meant)?);
        }
        for ((of, label), option) in codes {
            if *of == question.id && question.option(option.as_str()).is_some() {
                given.insert(fold(label), Meaning::Options(vec![option.clone()]));
            }
        }
        let mut known = Vec::new();
        for option in &question.options {
            known.push((fold(&option.label), option.id.clone()));
            known.push((fold(option.id.as_str()), option.id.clone()));
        }
        let met = RefCell::default();
        Ok(Words { given, known, met })
    }

    /// What a text means: as the mapping says, else as an option's id or label, whole or by its
    /// beginning.
    pub fn find(&self, text: &str) -> Option<Meaning> {
        self.read(text).map(|(meaning, _)| meaning)
    }

    /// Whether a text says nothing beyond what it is found to mean.
    pub fn says_no_more(&self, text: &str) -> bool {
        self.read(text).is_none_or(|(_, all)| all)
    }

    fn read(&self, text: &str) -> Option<Found> {
        if let Some(known) = self.met.borrow().get(text) {
            return known.clone();
        }
        let found = match self.find_whole(text) {
            Some(meaning) => Some((meaning, true)),
            None => self.find_begun(text),
        };
        let mut met = self.met.borrow_mut();
        if met.len() < MEMORY {
            met.insert(text.to_owned(), found.clone());
        }
        found
    }

    /// What a text means as a whole.
    pub fn find_whole(&self, text: &str) -> Option<Meaning> {
        let folded = fold(text);
        let bare = fold(without_marker(text));
        for word in [&folded, &bare] {
            if let Some(meaning) = self.given.get(word) {
                return Some(meaning.clone());
            }
        }
        for word in [&folded, &bare] {
            if let Some((_, option)) = self.known.iter().find(|(known, _)| known == word) {
                return Some(Meaning::Options(vec![option.clone()]));
            }
        }
        None
    }

    /// What a text means by its beginning.
    fn find_begun(&self, text: &str) -> Option<Found> {
        let folded = fold(text);
        let bare = fold(without_marker(text));
        let begun = self
            .given
            .iter()
            .filter(|(word, _)| begins(&folded, word) || begins(&bare, word))
            .max_by_key(|(word, _)| word.len());
        if let Some((_, meaning)) = begun {
            return Some((meaning.clone(), false));
        }
        self.yes_or_no(&bare).or_else(|| self.by_beginning(&bare))
    }

    /// What the mapping itself says about a text, whole.
    pub fn find_given(&self, text: &str) -> Option<Meaning> {
        if self.given.is_empty() {
            return None;
        }
        self.given.get(&fold(text)).cloned()
    }

    fn yes_or_no(&self, bare: &str) -> Option<Found> {
        let has = |id: &str| self.known.iter().find(|(_, option)| option.as_str() == id);
        let first = bare.split(' ').next().unwrap_or_default();
        // A lone letter or figure is an answer; at the head of a sentence it is not.
        let said =
            |words: &[&str]| words.contains(&bare) || (first.len() > 1 && words.contains(&first));
        let option = if said(&YES) {
            has("yes")
        } else if said(&NO) {
            has("no")
        } else {
            None
        };
        let all = YES.contains(&bare) || NO.contains(&bare);
        option.map(|(_, option)| (Meaning::Options(vec![option.clone()]), all))
    }

    /// The option whose label begins the text, or whose label the text begins, if only one does.
    fn by_beginning(&self, bare: &str) -> Option<Found> {
        const SHORTEST: usize = 4;
        let longest = self
            .known
            .iter()
            .filter(|(known, _)| known.len() >= SHORTEST && begins(bare, known))
            .max_by_key(|(known, _)| known.len());
        if let Some((_, option)) = longest {
            return Some((Meaning::Options(vec![option.clone()]), false));
        }
        if bare.len() < SHORTEST {
            return None;
        }
        let mut begun: Vec<&OptionId> = self
            .known
            .iter()
            .filter(|(known, _)| begins(known, bare))
            .map(|(_, option)| option)
            .collect();
        begun.sort();
        begun.dedup();
        match begun.as_slice() {
            [option] => Some((Meaning::Options(vec![(*option).clone()]), true)),
            _ => None,
        }
    }
}

impl fmt::Display for Meaning {
    /// As the right-hand side of a mapping's value.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Meaning::NotKnown => f.write_str("?"),
            Meaning::NotApplicable => f.write_str("n/a"),
            Meaning::Blank => f.write_str("-"),
            Meaning::Options(options) => {
                for (place, option) in options.iter().enumerate() {
                    let joint = if place == 0 { "" } else { " | " };
                    write!(f, "{joint}{option}")?;
                }
                Ok(())
            }
        }
    }
}

/// The right-hand side of a mapping's value: `?`, `n/a`, `-`, or options joined by ` | `.
fn meaning(question: &Question, meant: &str) -> Result<Meaning, String> {
    match meant.trim() {
        "?" => return Ok(Meaning::NotKnown),
        "n/a" => return Ok(Meaning::NotApplicable),
        "-" => return Ok(Meaning::Blank),
        _ => {}
    }
    let options = meant
        .split('|')
        .map(str::trim)
        .map(|id| match question.option(id) {
            Some(option) => Ok(option.id.clone()),
            None => Err(format!("{} has no option “{id}”", question.id)),
        });
    Ok(Meaning::Options(options.collect::<Result<_, _>>()?))
}

/// Whether `text` begins with whole words that are `start`.
fn begins(text: &str, start: &str) -> bool {
    !start.is_empty()
        && text
            .strip_prefix(start)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

/// Without the list marker of a form: `a) Yes`, `2. No`, `(iii) Other`.
pub fn without_marker(text: &str) -> &str {
    let text = text.trim();
    let start = text.strip_prefix('(').unwrap_or(text);
    let marker = start.find([')', '.']).filter(|end| (1..=3).contains(end));
    match marker.and_then(|end| Some((start.get(..end)?, start.get(end + 1..)?))) {
        Some((marker, rest))
            if rest.starts_with(char::is_whitespace)
                && marker.chars().all(|c| c.is_ascii_alphanumeric()) =>
        {
            rest.trim()
        }
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn question() -> Question {
        toml::from_str(
            r#"
            id = "lifecycle-stage"
            section = "s"
            kind = "single"
            label = "Stage"
            prompt = "?"
            options = [
                { id = "idea", label = "An idea" },
                { id = "in-use", label = "In use" },
                { id = "retired", label = "Retired" },
                { id = "yes", label = "Yes" },
                { id = "no", label = "No" },
            ]
            "#,
        )
        .unwrap()
    }

    fn check(values: &[(&str, &str)], text: &str, expected: Option<&str>) {
        let values = values
            .iter()
            .map(|(text, option)| ((*text).to_owned(), (*option).to_owned()))
            .collect();
        let words = Words::new(&question(), &values, &BTreeMap::new()).unwrap();
        let expected = expected.map(|option| Meaning::Options(vec![option.into()]));
        assert_eq!(words.find(text), expected, "{text}");
    }

    #[test]
    fn ids_labels_and_beginnings() {
        check(&[], "in-use", Some("in-use"));
        check(&[], " In  Use ", Some("in-use"));
        check(&[], "d) Retired – no longer used", Some("retired"));
        check(&[], "a)\u{a0}Yes – by the board", Some("yes"));
        check(&[], "Nein", Some("no"));
        check(&[], "X", Some("yes"));
        check(&[], "x-ray", None);
        check(&[], "Notable", None);
        check(&[], "somewhere", None);
    }

    #[test]
    fn the_mapping_beats_the_labels_and_the_longest_beginning_wins() {
        let values = [
            ("Operation", "in-use"),
            ("Operation ended", "retired"),
            ("Yes", "idea"),
        ];
        check(&values, "Operation and Maintenance", Some("in-use"));
        check(&values, "operation ended in 2023", Some("retired"));
        check(&values, "Yes", Some("idea"));
    }

    #[test]
    fn a_mapping_to_an_unknown_option_is_named() {
        let values = BTreeMap::from([("a".to_owned(), "nowhere".to_owned())]);
        assert!(Words::new(&question(), &values, &BTreeMap::new()).is_err());
    }
}
