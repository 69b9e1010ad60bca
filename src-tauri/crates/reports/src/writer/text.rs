//! Text strings outside page content: titles, labels, alternatives.

use lopdf::{Object, StringFormat};

/// Longest text string in UTF-16 units. The format's limit is 32,767 bytes; a title or an
/// alternative text beyond half of that is of no use to anyone.
const LONGEST: usize = 16_000;

/// A PDF text string: plain ASCII as it is, all else as UTF-16 with its mark.
pub fn string(text: &str) -> Object {
    let plain = |byte: &u8| matches!(byte, b' '..=b'~');
    if text.len() <= LONGEST && text.as_bytes().iter().all(plain) {
        return Object::String(text.as_bytes().to_vec(), StringFormat::Literal);
    }
    Object::String(utf16(text), StringFormat::Literal)
}

/// Big-endian UTF-16 with a byte order mark, cut at [`LONGEST`] units with an ellipsis.
pub fn utf16(text: &str) -> Vec<u8> {
    let mut units: Vec<u16> = text.encode_utf16().take(LONGEST + 1).collect();
    if units.len() > LONGEST {
        units.truncate(LONGEST - 1);
        // Never leave half of a surrogate pair behind.
        if units
            .last()
            .is_some_and(|unit| (0xD800..0xDC00).contains(unit))
        {
            units.pop();
        }
        units.push(0x2026);
    }
    let mut bytes = vec![0xFE, 0xFF];
    bytes.extend(units.iter().flat_map(|unit| unit.to_be_bytes()));
    bytes
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn ascii_stays_readable_and_all_else_is_utf16() {
        assert_eq!(string("Plan (a)"), Object::string_literal("Plan (a)"));
        assert_eq!(string("Ž").as_str().unwrap(), b"\xFE\xFF\x01\x7D");
        assert_eq!(string("a\nb").as_str().unwrap(), b"\xFE\xFF\0a\0\n\0b");
    }

    #[test]
    fn a_cut_never_leaves_half_a_character() {
        let bytes = utf16(&"𝄞".repeat(LONGEST));
        let units: Vec<u16> = bytes[2..]
            .chunks(2)
            .map(|pair| u16::from_be_bytes([pair[0], pair[1]]))
            .collect();
        assert!(units.len() <= LONGEST);
        let text = String::from_utf16(&units).unwrap();
        assert!(text.ends_with("𝄞…"));
    }
}
