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

/// Whether a character turns the direction of writing around it without being seen: the embeddings,
/// overrides and isolates of the bidirectional algorithm (UAX #9, 2.1 to 2.5). One in a name makes it
/// read as another, and one left open reorders what stands after it. The marks that only say of which
/// direction they are (U+200E, U+200F, U+061C) are none of them: some names need those.
pub fn turns_writing(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A name without the blanks around it, if it can be kept: one line, not blank, nothing in it that
/// cannot be kept or shown truthfully.
pub fn name(typed: &str) -> Result<&str, Rejected> {
    // A name is refused like an answer to a question would be, under the word "name".
    match line(&QuestionId::from("name"), typed)? {
        "" => Err(Rejected::NameMissing),
        name => Ok(name),
    }
}

/// One line without the blanks around it, perhaps none, with nothing in it that cannot be kept or shown
/// truthfully: what names somebody or something.
pub fn line<'t>(question: &QuestionId, typed: &'t str) -> Result<&'t str, Rejected> {
    let line = typed.trim();
    check(question, line)?;
    let place = |refused: fn(char) -> bool| line.chars().position(refused).map(|before| before + 1);
    if let Some(place) = place(|c| matches!(c, '\n' | '\r' | '\t')) {
        let question = question.clone();
        return Err(Rejected::ControlCharacter { question, place });
    }
    match place(turns_writing) {
        None => Ok(line),
        Some(place) => Err(Rejected::DirectionMark { place }),
    }
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
    fn a_name_is_one_line_that_reads_as_it_is_written() {
        assert_eq!(name("  Crédit (v2) "), Ok("Crédit (v2)"));
        assert_eq!(name("בדיקת אשראי\u{200f} 2"), Ok("בדיקת אשראי\u{200f} 2"));
        assert_eq!(name(" \t "), Err(Rejected::NameMissing));
        let question = QuestionId::from("name");
        assert_eq!(
            name("one\nline"),
            Err(Rejected::ControlCharacter { question, place: 4 })
        );
        for mark in ('\u{202a}'..='\u{202e}').chain('\u{2066}'..='\u{2069}') {
            let turned = format!("invoice{mark}fdp.exe");
            assert_eq!(name(&turned), Err(Rejected::DirectionMark { place: 8 }));
        }
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
