//! Cells that a spreadsheet could take for formulas, made harmless and restored to the letter.

/// The text with an apostrophe before it, when a spreadsheet could take it for a formula: when its
/// first character after blanks is one of `= + - @`, their full-width forms, TAB, CR or LF. A text
/// that already looks like such a protected one gets one more, so that [`restored`] always takes
/// away exactly the apostrophe that was put here.
pub fn neutral(text: &str) -> std::borrow::Cow<'_, str> {
    if is_risky(text) {
        format!("'{text}").into()
    } else {
        text.into()
    }
}

/// The text as it was before [`neutral`].
pub fn restored(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if is_risky(rest) => rest,
        _ => text,
    }
}

fn is_risky(text: &str) -> bool {
    let bare = text.trim_start_matches('\'');
    let first = bare
        .chars()
        .find(|c| !c.is_whitespace() || matches!(c, '\t' | '\r' | '\n'));
    matches!(
        first,
        Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠')
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn risky_cells_are_protected_and_every_text_comes_back() {
        for risky in [
            "=1+1", " +x", "-2", "@SUM(A1)", "\tx", "\r\n=1", "＝cmd", "'=1", "''-x",
        ] {
            assert!(neutral(risky).starts_with('\''), "{risky:?}");
            assert_ne!(neutral(risky), risky);
        }
        for text in [
            "plain",
            "'tis",
            "a=b",
            "",
            "'",
            "5-2",
            "“quote”",
            "'=1",
            "=1",
            "''=1",
            "' '=1",
        ] {
            assert_eq!(restored(&neutral(text)), text, "{text:?}");
        }
        assert_eq!(neutral("'tis"), "'tis");
        assert_eq!(restored("'tis"), "'tis");
    }
}
