//! Wording of the product in one language: dotted keys, `{name}` placeholders, plurals.

use crate::wording::Wording;
use std::collections::BTreeMap;

/// All texts in one language, complete: what is not translated stands in English.
///
/// The key of a text is the stem of its file and the tables it stands in, joined by dots:
/// `title` in table `[inventory]` of `ui.toml` is `ui.inventory.title`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Texts {
    language: String,
    by_key: BTreeMap<String, String>,
}

impl Texts {
    /// Texts from their keys.
    pub(crate) fn new(language: &str, by_key: BTreeMap<String, String>) -> Self {
        Texts {
            language: language.to_owned(),
            by_key,
        }
    }

    /// BCP 47 language, e.g. `en`.
    pub fn language(&self) -> &str {
        &self.language
    }

    /// The text with this key, if there is one.
    pub fn find(&self, key: &str) -> Option<&str> {
        self.by_key.get(key).map(String::as_str)
    }

    /// The text with this key as it stands, without filling placeholders. A missing text shows as
    /// its key, so that a slip in one word never takes a screen away.
    pub fn get<'a>(&'a self, key: &'a str) -> &'a str {
        self.find(key).unwrap_or(key)
    }

    /// The text with every `{name}` replaced by its value. `{{` and `}}` stand for braces.
    pub fn format(&self, key: &str, values: &[(&str, &str)]) -> String {
        fill(self.get(key), |name| {
            values
                .iter()
                .find(|(known, _)| *known == name)
                .map(|(_, value)| *value)
        })
    }

    /// The plural of a text: `key.one` for 1, else `key.other`. `{n}` is the number with its digits
    /// grouped; further values as in [`Texts::format`].
    pub fn count(&self, key: &str, n: u64, values: &[(&str, &str)]) -> String {
        let form = if n == 1 { "one" } else { "other" };
        let number = self.number(n);
        let mut all = vec![("n", number.as_str())];
        all.extend_from_slice(values);
        self.format(&format!("{key}.{form}"), &all)
    }

    /// A number as people write it in this language: `2,133`.
    pub fn number(&self, n: u64) -> String {
        let separator = self.find("content.number.separator").unwrap_or("");
        let digits = n.to_string();
        let mut grouped = String::with_capacity(digits.len() * 4 / 3 + 1);
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                grouped.push_str(separator);
            }
            grouped.push(digit);
        }
        grouped
    }

    /// The sentence of a message on its way to a person.
    pub fn say(&self, wording: &Wording) -> String {
        let values: Vec<(&str, &str)> = wording
            .values
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        self.format(wording.key, &values)
    }

    /// Every text below a key's first parts, with full keys: `under("ui")` for the front end.
    pub fn under<'a>(&'a self, prefix: &str) -> impl Iterator<Item = (&'a str, &'a str)> {
        let start = format!("{prefix}.");
        self.by_key
            .range(start.clone()..)
            .take_while(move |(key, _)| key.starts_with(&start))
            .map(|(key, text)| (key.as_str(), text.as_str()))
    }
}

/// The names of the placeholders of a text, in order, or the fact that a brace is loose.
pub(crate) fn placeholders(text: &str) -> Result<Vec<&str>, LooseBrace> {
    let mut names = Vec::new();
    for piece in pieces(text) {
        match piece {
            Piece::Name(name) => names.push(name),
            Piece::Plain(_) => {}
            Piece::Loose => return Err(LooseBrace),
        }
    }
    Ok(names)
}

/// A `{` or `}` that encloses no name.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct LooseBrace;

/// Part of a text.
enum Piece<'a> {
    /// Words as they stand.
    Plain(&'a str),
    /// `{name}`.
    Name(&'a str),
    /// A brace that means nothing; shown as it stands.
    Loose,
}

/// Cuts a text into plain parts and placeholders.
fn pieces(text: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        if rest.starts_with("{{") || rest.starts_with("}}") {
            let (brace, after) = (&rest[..1], &rest[2..]);
            rest = after;
            return Some(Piece::Plain(brace));
        }
        if first == '{'
            && let Some(end) = rest.find('}')
            && is_name(&rest[1..end])
        {
            let name = &rest[1..end];
            rest = &rest[end + 1..];
            return Some(Piece::Name(name));
        }
        if matches!(first, '{' | '}') {
            rest = &rest[1..];
            return Some(Piece::Loose);
        }
        let (plain, after) = rest.split_at(rest.find(['{', '}']).unwrap_or(rest.len()));
        rest = after;
        Some(Piece::Plain(plain))
    })
}

fn is_name(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_alphabetic())
        && word
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
}

/// Fills placeholders; one without a value stays visible as `{name}`.
fn fill<'v>(text: &str, value: impl Fn(&str) -> Option<&'v str>) -> String {
    let mut filled = String::with_capacity(text.len() + 16);
    for piece in pieces(text) {
        match piece {
            Piece::Plain(words) => filled.push_str(words),
            Piece::Loose => filled.push('\u{fffd}'),
            Piece::Name(name) => match value(name) {
                Some(value) => filled.push_str(value),
                None => {
                    filled.push('{');
                    filled.push_str(name);
                    filled.push('}');
                }
            },
        }
    }
    filled
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::*;

    fn texts(pairs: &[(&str, &str)]) -> Texts {
        let by_key = pairs
            .iter()
            .map(|(key, text)| ((*key).to_owned(), (*text).to_owned()))
            .collect();
        Texts::new("en", by_key)
    }

    #[test]
    fn placeholders_are_filled_once_and_never_inside_values() {
        let texts = texts(&[("a.hello", "{who}, meet {whom}. {{not}} this")]);
        assert_eq!(
            texts.format("a.hello", &[("who", "{whom}"), ("whom", "B")]),
            "{whom}, meet B. {not} this"
        );
    }

    #[test]
    fn what_is_missing_stays_visible() {
        let texts = texts(&[("a.b", "see {place}")]);
        assert_eq!(texts.get("a.c"), "a.c");
        assert_eq!(texts.format("a.b", &[]), "see {place}");
    }

    #[test]
    fn one_and_many_and_thousands() {
        let texts = texts(&[
            ("content.number.separator", ","),
            ("a.rows.one", "one row of {file}"),
            ("a.rows.other", "{n} rows of {file}"),
        ]);
        let rows = |n| texts.count("a.rows", n, &[("file", "x.csv")]);
        assert_eq!(rows(0), "0 rows of x.csv");
        assert_eq!(rows(1), "one row of x.csv");
        assert_eq!(rows(2133), "2,133 rows of x.csv");
        assert_eq!(rows(1_000_000), "1,000,000 rows of x.csv");
        assert_eq!(rows(999), "999 rows of x.csv");
    }

    #[test]
    fn a_wording_is_said() {
        let texts = texts(&[("errors.store.in-use", "{file} is open elsewhere.")]);
        let wording = Wording::plain("errors.store.in-use").with("file", "a.aims");
        assert_eq!(texts.say(&wording), "a.aims is open elsewhere.");
    }

    #[test]
    fn an_area_is_handed_out_whole_and_alone() {
        let texts = texts(&[
            ("ui.a", "1"),
            ("ui.b.c", "2"),
            ("uix.d", "3"),
            ("cli.e", "4"),
        ]);
        let ui: Vec<_> = texts.under("ui").collect();
        assert_eq!(ui, [("ui.a", "1"), ("ui.b.c", "2")]);
    }

    #[test]
    fn loose_braces_are_seen() {
        assert_eq!(placeholders("{a} {{b}} {c-d}"), Ok(vec!["a", "c-d"]));
        for text in ["{", "a } b", "{a b}", "{}", "{1}"] {
            assert_eq!(placeholders(text), Err(LooseBrace), "{text}");
        }
    }
}
