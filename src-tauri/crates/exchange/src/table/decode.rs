//! Bytes to text: byte-order marks, then proof, then a guess that is shown.

use crate::error::{ExchangeError, Result};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// Text and how it was read.
pub struct Decoded {
    /// The text, without a byte-order mark.
    pub text: String,
    /// Label of the encoding.
    pub encoding: &'static str,
    /// Whether it is proven or guessed.
    pub certain: bool,
    /// Whether some bytes had no meaning in it.
    pub misread: bool,
}

/// Decodes with the chosen encoding, or with the one the bytes speak for.
pub fn decode(bytes: &[u8], chosen: Option<&str>) -> Result<Decoded> {
    if let Some(name) = chosen {
        let encoding = Encoding::for_label(name.trim().as_bytes()).ok_or_else(|| {
            ExchangeError::UnknownEncoding {
                name: name.to_owned(),
            }
        })?;
        return Ok(read_as(encoding, bytes, true));
    }
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return Ok(read_as(encoding, bytes, true));
    }
    if let Some(encoding) = utf_16_without_mark(bytes) {
        return Ok(read_as(encoding, bytes, false));
    }
    if std::str::from_utf8(bytes).is_ok() {
        return Ok(read_as(UTF_8, bytes, true));
    }
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(None, chardetng::Utf8Detection::Deny);
    let read = read_as(guess, bytes, false);
    // A guess that leaves bytes without meaning is worse than the most common legacy encoding.
    if read.misread && guess != WINDOWS_1252 {
        return Ok(read_as(WINDOWS_1252, bytes, false));
    }
    Ok(read)
}

fn read_as(encoding: &'static Encoding, bytes: &[u8], certain: bool) -> Decoded {
    // `decode` would let a byte-order mark override the choice of the user.
    let (text, misread) = encoding.decode_with_bom_removal(bytes);
    Decoded {
        text: text.into_owned(),
        encoding: encoding.name(),
        certain,
        misread,
    }
}

/// Text in a Latin script leaves every other byte zero; in UTF-8 and the legacy encodings a zero byte
/// does not occur at all.
fn utf_16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = bytes.get(..bytes.len().min(4096))?;
    if sample.len() < 4 {
        return None;
    }
    let zeros = |offset: usize| {
        let seen = sample.iter().skip(offset).step_by(2);
        seen.filter(|byte| **byte == 0).count() * 2 * 10 / sample.len()
    };
    match (zeros(0), zeros(1)) {
        (0, 4..) => Some(UTF_16LE),
        (4.., 0) => Some(UTF_16BE),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn check(bytes: &[u8], encoding: &str, text: &str) {
        let decoded = decode(bytes, None).unwrap();
        assert_eq!((decoded.encoding, decoded.text.as_str()), (encoding, text));
    }

    #[test]
    fn marks_prove_and_legacy_is_guessed() {
        let text = "Größe;Prüfung";
        check(text.as_bytes(), "UTF-8", text);
        check(&[b"\xef\xbb\xbf", text.as_bytes()].concat(), "UTF-8", text);
        let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        check(&[b"\xff\xfe", little.as_slice()].concat(), "UTF-16LE", text);
        check(&[b"\xfe\xff", big.as_slice()].concat(), "UTF-16BE", text);
        check(&little, "UTF-16LE", text);
        check(&big, "UTF-16BE", text);
        check(
            b"agency\x92s system \x96 the \x93model\x94",
            "windows-1252",
            "agency’s system – the “model”",
        );
    }

    #[test]
    fn a_choice_beats_detection_and_an_unknown_one_is_refused() {
        let decoded = decode(b"\xa4", Some("iso-8859-15")).unwrap();
        assert_eq!(decoded.text, "€");
        assert!(matches!(
            decode(b"a", Some("klingon")),
            Err(ExchangeError::UnknownEncoding { .. })
        ));
    }
}
