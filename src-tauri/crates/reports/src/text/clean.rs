//! What paper cannot show truthfully is shown by its code point, `⟨U+E000⟩`, and counted, so that the
//! user can be told. What a reader could never see anyway and PDF forbids (the byte order mark) goes.

use std::borrow::Cow;
use std::collections::BTreeMap;

/// Characters that were printed by their code point, with how often.
pub type Replaced = BTreeMap<char, usize>;

/// The visible form of a character that cannot be shown.
pub fn visible(c: char) -> String {
    format!("⟨U+{:04X}⟩", c as u32)
}

/// Text as it can be shaped: one kind of line break, tabs as spaces, no byte order mark, and code
/// points in place of characters that would not be seen or may not stand in an archived file.
pub fn clean<'a>(words: &'a str, replaced: &mut Replaced) -> Cow<'a, str> {
    let plain = |c: char| (' '..='\u{7e}').contains(&c) || c == '\n';
    if words.chars().all(|c| plain(c) || fate(c) == Fate::Keep) {
        return Cow::Borrowed(words);
    }
    let mut cleaned = String::with_capacity(words.len() + 16);
    let mut rest = words.chars().peekable();
    while let Some(c) = rest.next() {
        match fate(c) {
            Fate::Keep => cleaned.push(c),
            Fate::Space => cleaned.push(' '),
            Fate::Break => {
                rest.next_if(|next| c == '\r' && *next == '\n');
                cleaned.push('\n');
            }
            Fate::Drop => {}
            Fate::Show => {
                *replaced.entry(c).or_default() += 1;
                cleaned.push_str(&visible(c));
            }
        }
    }
    Cow::Owned(cleaned)
}

/// What becomes of a character before shaping.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    Keep,
    Space,
    Break,
    Drop,
    Show,
}

fn fate(c: char) -> Fate {
    match c {
        '\n' => Fate::Keep,
        '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Fate::Break,
        '\t' => Fate::Space,
        // A mark of encoding, not a character; PDF/A allows no glyph to stand for it.
        '\u{feff}' => Fate::Drop,
        c if c.is_control() => Fate::Show,
        // Private use means nothing to a reader who lacks the private agreement.
        '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}' => Fate::Show,
        // Never characters.
        '\u{fdd0}'..='\u{fdef}' => Fate::Show,
        c if c as u32 & 0xfffe == 0xfffe => Fate::Show,
        // Invisible by definition, and a way to hide words from a reader: fillers, shorthand
        // controls, musical controls, tags, unassigned ignorable characters.
        '\u{34f}'
        | '\u{61c}'
        | '\u{115f}'
        | '\u{1160}'
        | '\u{17b4}'
        | '\u{17b5}'
        | '\u{180b}'..='\u{180f}'
        | '\u{2060}'..='\u{2065}'
        | '\u{206a}'..='\u{206f}'
        | '\u{3164}'
        | '\u{ffa0}'
        | '\u{fff0}'..='\u{fffb}'
        | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}' => Fate::Show,
        _ => Fate::Keep,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_be_read_stays_untouched() {
        let mut replaced = Replaced::new();
        for words in [
            "plain",
            "Ελλάδα",
            "שלום",
            "漢字 한글",
            "🙂 👩‍🔬",
            "a\u{300}",
            "two\nlines",
        ] {
            assert!(matches!(clean(words, &mut replaced), Cow::Borrowed(same) if same == words));
        }
        assert!(replaced.is_empty());
    }

    #[test]
    fn what_cannot_be_seen_is_shown_by_its_code_point_and_counted() {
        let mut replaced = Replaced::new();
        let cleaned = clean(
            "\u{feff}a\u{e000}b\u{e000}c\u{1}\tz\r\nn\u{fffe}",
            &mut replaced,
        );
        assert_eq!(cleaned, "a⟨U+E000⟩b⟨U+E000⟩c⟨U+0001⟩ z\nn⟨U+FFFE⟩");
        assert_eq!(
            replaced,
            Replaced::from([('\u{1}', 1), ('\u{e000}', 2), ('\u{fffe}', 1)])
        );
    }
}
