//! The written form of answers in our own lists, shared by the writer and the reader.
//!
//! | answer | cell |
//! | --- | --- |
//! | text | the text; with `\` before it when it begins with `[` or `\` |
//! | several words, options, names | joined by ` | `; a `|` or `\` inside is written `\|`, `\\` |
//! | an empty choice | `[none]` |
//! | not applicable | `[not applicable] reason` |
//! | not known yet | `[not known yet] who was asked` |
//! | longer than a cell | the beginning, then `[continued: T3]`; the rest in sheet `Long texts` |

use std::borrow::Cow;

const NOT_APPLICABLE: &str = "[not applicable]";
const NOT_KNOWN: &str = "[not known yet]";
const NONE: &str = "[none]";
const CONTINUED: &str = "[continued: ";

/// What a cell's text is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Form<'a> {
    /// Not applicable, for this reason.
    NotApplicable(&'a str),
    /// Not known yet; who was asked, or nobody.
    NotKnown(&'a str),
    /// An empty choice.
    None,
    /// Text.
    Plain(Cow<'a, str>),
}

impl<'a> Form<'a> {
    /// Takes the written form apart.
    pub fn of(text: &'a str) -> Form<'a> {
        if let Some(reason) = text.strip_prefix(NOT_APPLICABLE) {
            return Form::NotApplicable(reason.strip_prefix(' ').unwrap_or(reason));
        }
        if let Some(name) = text.strip_prefix(NOT_KNOWN) {
            return Form::NotKnown(name.strip_prefix(' ').unwrap_or(name));
        }
        if text.trim() == NONE {
            return Form::None;
        }
        Form::Plain(Cow::Borrowed(text.strip_prefix('\\').unwrap_or(text)))
    }

    /// Writes it.
    pub fn written(&self) -> String {
        match self {
            Form::NotApplicable(reason) => format!("{NOT_APPLICABLE} {reason}"),
            Form::NotKnown("") => NOT_KNOWN.to_owned(),
            Form::NotKnown(name) => format!("{NOT_KNOWN} {name}"),
            Form::None => NONE.to_owned(),
            Form::Plain(text) if text.starts_with(['[', '\\']) => format!("\\{text}"),
            Form::Plain(text) => text.clone().into_owned(),
        }
    }
}

/// Several as one text.
pub fn join<S: AsRef<str>>(items: impl IntoIterator<Item = S>) -> String {
    let escaped: Vec<String> = items
        .into_iter()
        .map(|item| item.as_ref().replace('\\', "\\\\").replace('|', "\\|"))
        .collect();
    escaped.join(" | ")
}

/// One text as several; each without the one blank that [`join`] puts on either side.
pub fn split(text: &str) -> Vec<String> {
    let mut items = Vec::new();
    let mut item = String::new();
    let mut characters = text.chars();
    while let Some(c) = characters.next() {
        match c {
            '\\' => item.extend(characters.next()),
            '|' => {
                if item.ends_with(' ') {
                    item.pop();
                }
                items.push(std::mem::take(&mut item));
                let mut after = characters.clone();
                if after.next() == Some(' ') {
                    characters = after;
                }
            }
            other => item.push(other),
        }
    }
    items.push(item);
    items.retain(|item| !item.trim().is_empty());
    items
}

/// The mark after the beginning of a text that does not fit its cell.
pub fn continuation(key: &str) -> String {
    format!("{CONTINUED}{key}]")
}

/// The beginning of a text and the key of its rest, when it bears the mark.
pub fn continued(text: &str) -> Option<(&str, &str)> {
    let (head, key) = text.strip_suffix(']')?.rsplit_once(CONTINUED)?;
    let counted = key.strip_prefix('T')?;
    let is_key = !counted.is_empty() && counted.bytes().all(|byte| byte.is_ascii_digit());
    is_key.then_some((head, key))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        for form in [
            Form::NotApplicable("no people | are [affected]"),
            Form::NotKnown("Ada \\ Byron"),
            Form::NotKnown(""),
            Form::None,
            Form::Plain("plain".into()),
            Form::Plain("[none]".into()),
            Form::Plain("\\[none]".into()),
            Form::Plain("[not applicable] said the form".into()),
        ] {
            assert_eq!(Form::of(&form.written()), form);
        }
    }

    #[test]
    fn lists_survive_marks_and_blanks() {
        for items in [
            vec!["a"],
            vec!["a", "b c", "d"],
            vec!["a|b", "c \\| d", "\\"],
            vec![" a ", "  b"],
        ] {
            assert_eq!(split(&join(&items)), items);
        }
        assert_eq!(split("a|b | c|"), ["a", "b", "c"]);
    }

    #[test]
    fn continued_texts_name_their_rest() {
        let text = format!("begin [x] {}", continuation("T12"));
        assert_eq!(continued(&text), Some(("begin [x] ", "T12")));
        assert_eq!(continued("see [continued: next page]"), None);
    }
}
