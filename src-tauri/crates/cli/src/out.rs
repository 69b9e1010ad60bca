//! Lines for stdout. A reader that has seen enough (`plumb history FILE | head`) closes the pipe; that
//! is its right and no failure of ours. And how words of others are repeated in a message.

use crate::failure::Failure;
use domain::text::turns_writing;
use std::io::{ErrorKind, Write};

/// Prints a value as indented JSON, fields in the order of the type.
pub fn json(value: &impl serde::Serialize) -> Result<(), Failure> {
    let text =
        serde_json::to_string_pretty(value).map_err(|error| Failure::refused(error.to_string()))?;
    line(text);
    Ok(())
}

/// Prints a line.
pub fn line(text: impl AsRef<str>) {
    let mut out = std::io::stdout().lock();
    match writeln!(out, "{}", text.as_ref()).and_then(|()| out.flush()) {
        Ok(()) => {}
        Err(error) if error.kind() == ErrorKind::BrokenPipe => std::process::exit(0),
        // What was to be said is lost; a program that reads it must learn so.
        Err(error) => {
            eprintln!("plumb: {error}");
            std::process::exit(1);
        }
    }
}

/// The most characters of a word that are repeated.
const LONGEST_WORD: usize = 200;

/// A word of somebody else's, as a message repeats it: one line, shortened, and whatever is not seen in
/// it written out (`\u{202e}`), so that it cannot pass for a word it is not.
pub fn shown(word: &str) -> String {
    let mut letters = word.chars();
    let mut shown = String::new();
    for letter in letters.by_ref().take(LONGEST_WORD) {
        match letter {
            // Seen as they are; to escape them would only make another word of it.
            '"' | '\'' | '\\' => shown.push(letter),
            _ => shown.extend(letter.escape_debug()),
        }
    }
    if letters.next().is_some() {
        shown.push('…');
    }
    shown
}

/// A message without anything that a terminal would obey or that turns the direction of writing, wherever
/// its words come from: such characters are written out. Its lines stay.
pub fn visible(message: &str) -> String {
    let mut visible = String::new();
    for letter in message.chars() {
        match letter {
            '\n' | '\t' => visible.push(letter),
            _ if letter.is_control() || turns_writing(letter) => {
                visible.extend(letter.escape_unicode());
            }
            _ => visible.push(letter),
        }
    }
    visible
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_repeated_as_what_it_is() {
        assert_eq!(shown("Crédit 漢字 \"a\\b\"'"), "Crédit 漢字 \"a\\b\"'");
        assert_eq!(
            shown("\u{1b}[2J\u{9b}\u{202e}a\u{200b}b\nc"),
            "\\u{1b}[2J\\u{9b}\\u{202e}a\\u{200b}b\\nc"
        );
        let long = shown(&"x".repeat(300));
        assert_eq!(long, format!("{}…", "x".repeat(200)));
    }

    #[test]
    fn a_message_keeps_its_lines_and_shows_what_is_hidden() {
        assert_eq!(
            visible("one\n\ttwo \u{1b}[31m \u{2066}x"),
            "one\n\ttwo \\u{1b}[31m \\u{2066}x"
        );
    }
}
