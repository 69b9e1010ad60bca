//! Reading a mapping. People write these files by hand, so what is wrong is told by its line and in few
//! words.

use super::Mapping;
use crate::error::{ExchangeError, Result};

impl Mapping {
    /// Reads the TOML of a mapping file.
    pub fn from_toml(text: &str) -> Result<Mapping> {
        toml::from_str(text).map_err(|error| {
            let before = error.span().and_then(|span| text.get(..span.start));
            let line = before.map_or(1, |before| before.matches('\n').count() + 1);
            refused(line, error.message())
        })
    }

    /// Reads a mapping saved as JSON.
    pub fn from_json(text: &str) -> Result<Mapping> {
        serde_json::from_str(text).map_err(|error| {
            let told = error.to_string();
            let message = told.split(" at line ").next().unwrap_or_default();
            refused(error.line(), message)
        })
    }
}

/// What the parser said, in our words where a word was mistyped.
fn refused(line: usize, message: &str) -> ExchangeError {
    const LONGEST: usize = 120;
    if let Some((key, nearest)) = mistyped(message) {
        return ExchangeError::UnknownKey { line, key, nearest };
    }
    let first = message.lines().next().unwrap_or_default();
    let first: String = first.chars().take(LONGEST).collect();
    ExchangeError::BadMapping {
        what: format!("line {line}: {first}"),
    }
}

/// From "unknown field `headng`, expected one of `heading`, `nth`": the word and the one most like it.
fn mistyped(message: &str) -> Option<(String, String)> {
    let unknown = message.strip_prefix("unknown ")?;
    // Words stand between grave accents, so they are every second piece.
    let mut words = unknown.split('`').skip(1).step_by(2);
    let key = words.next()?;
    let nearest = domain::nearest::nearest(key, words)?;
    let key = key.chars().take(40).collect();
    Some((key, nearest.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mistyped_word_is_told_with_its_line_and_the_right_one() {
        let unknown = |line, key: &str, nearest: &str| {
            Err(ExchangeError::UnknownKey {
                line,
                key: key.into(),
                nearest: nearest.into(),
            })
        };
        assert_eq!(
            Mapping::from_toml("name = \"x\"\n\n[[column]]\nhedaing = \"Name\"\n"),
            unknown(4, "hedaing", "heading")
        );
        assert_eq!(
            Mapping::from_json("{\"nam\": \"x\"}"),
            unknown(1, "nam", "name")
        );
    }

    #[test]
    fn anything_else_is_told_on_one_line() {
        for text in [
            "name = \"x\"\n[[column\n",
            "name = 3\n[[column]]\n",
            "\u{1}",
        ] {
            match Mapping::from_toml(text) {
                Err(ExchangeError::BadMapping { what }) => {
                    assert!(what.starts_with("line ") && !what.contains('\n'), "{what}");
                }
                other => assert!(other.is_err(), "{other:?}"),
            }
        }
    }
}
