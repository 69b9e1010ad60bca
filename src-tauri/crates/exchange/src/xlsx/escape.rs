//! How workbooks write characters that XML cannot hold: `_x000D_` stands for a carriage return.

use std::borrow::Cow;

/// Text with every `_xHHHH_` turned into its character.
pub fn unescaped(text: &str) -> Cow<'_, str> {
    if !text.contains("_x") {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find("_x") {
        let (before, from) = rest.split_at(start);
        plain.push_str(before);
        match code(from) {
            Some(character) => {
                plain.push(character);
                rest = from.get(7..).unwrap_or_default();
            }
            None => {
                plain.push('_');
                rest = from.get(1..).unwrap_or_default();
            }
        }
    }
    plain.push_str(rest);
    Cow::Owned(plain)
}

/// The character of an escape at the beginning of `text`.
fn code(text: &str) -> Option<char> {
    let digits = text.get(2..6)?;
    if text.as_bytes().get(6) != Some(&b'_') || !digits.bytes().all(|byte| byte.is_ascii_hexdigit())
    {
        return None;
    }
    char::from_u32(u32::from_str_radix(digits, 16).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_become_characters_and_all_else_stays() {
        for (escaped, plain) in [
            ("a_x000D_\nb", "a\r\nb"),
            ("_x005F_x000D_", "_x000D_"),
            ("file_x_y _xZZZZ_ _x00", "file_x_y _xZZZZ_ _x00"),
            ("_xD800_", "_xD800_"),
            ("plain", "plain"),
        ] {
            assert_eq!(unescaped(escaped), plain, "{escaped}");
        }
    }
}
