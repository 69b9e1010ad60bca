//! What counts as clean text: anything a person can type, but no NUL and no other C0 controls except
//! tab and line break, which would be lost or misread by files, prints and other programs.

use crate::rejected::Rejected;
use content::QuestionId;
use unicode_normalization::UnicodeNormalization;

/// The longest text one answer may hold, in bytes.
pub const LONGEST: usize = 1024 * 1024;

/// Refuses text that could not be kept or shown truthfully, naming the place (in characters, from 1).
pub fn check(question: &QuestionId, text: &str) -> Result<(), Rejected> {
    if text.len() > LONGEST {
        return Err(Rejected::TooLong {
            question: question.clone(),
            longest: LONGEST,
        });
    }
    match text.chars().position(is_refused) {
        None => Ok(()),
        Some(before) => Err(Rejected::ControlCharacter {
            question: question.clone(),
            place: before + 1,
        }),
    }
}

/// Whether a character is refused in any text.
pub fn is_refused(c: char) -> bool {
    c == '\u{7f}' || (c < ' ' && !matches!(c, '\t' | '\n' | '\r'))
}

/// A name folded for comparing, never for showing: compatibility-decomposed, lower case, without
/// marks and punctuation, words joined by one space.
pub fn fold(name: &str) -> String {
    let plain: String = name
        .nfkd()
        .filter(|c| !unicode_normalization::char::is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A name as far as two spellings may differ and still mean one thing without asking anybody: composed
/// (NFC), lower case, single spaces. "José" is not "Jose", and "C++ team" is not "C# team".
pub fn spelling(name: &str) -> String {
    let lower: String = name.nfc().flat_map(char::to_lowercase).collect();
    lower.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn controls_are_refused_with_their_place_and_line_breaks_are_not() {
        let question = QuestionId::from("q");
        assert_eq!(check(&question, "tab\tline\nΩ 漢字 🙂"), Ok(()));
        assert_eq!(
            check(&question, "ab\0"),
            Err(Rejected::ControlCharacter { question, place: 3 })
        );
    }

    #[test]
    fn folding_makes_spellings_of_one_name_equal() {
        assert_eq!(fold("  Crédit-Score (v2) "), fold("credit score V2"));
        assert_ne!(fold("Fraud A"), fold("Fraud B"));
    }

    #[test]
    fn only_case_and_spaces_may_differ_between_spellings_of_one_name() {
        assert_eq!(spelling(" Head of  Credit"), spelling("head of credit"));
        assert_eq!(spelling("Jose\u{301}"), spelling("Jos\u{e9}"));
        for (one, other) in [
            ("C++ team", "C# team"),
            ("R&D", "R+D"),
            ("Jos\u{e9}", "Jose"),
            ("gpt-4", "gpt 4"),
        ] {
            assert_ne!(spelling(one), spelling(other));
        }
    }
}
