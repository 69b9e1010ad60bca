//! A reader of XML that keeps nothing: it only watches for what no workbook needs. Constant memory,
//! whatever is in the part.

use super::reference::{LONGEST, Place};
use crate::limits;

/// Why a part is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// `<!DOCTYPE`, `<!ENTITY` and their like.
    DocumentType,
    /// Too deep, too many attributes, too many pieces.
    TooIntricate,
    /// Not the UTF-8 that workbooks are written in.
    Encoding,
    /// A cell, row or range that no sheet has, as far as it was read.
    NoSuchPlace(String),
}

/// Where in the markup the scan stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Text,
    /// After `<`.
    Opened,
    /// After `<!`, with the number of characters seen of what follows.
    Marked(u8),
    /// In the name of an element.
    Name,
    /// In an element, after its name.
    Element,
    /// In an attribute's value, with its quotation mark.
    Value(u8),
    /// In a closing tag.
    Closing,
    /// In `<? … ?>`.
    Instruction,
    /// In `<!-- … -->`, with the dashes just seen, up to two.
    Comment(u8),
    /// In `<![CDATA[ … ]]>`.
    Cdata,
}

/// Longest name that is told apart.
const NAME: usize = 12;
/// Longest name of an attribute that is told apart.
const ATTRIBUTE: usize = 4;

/// One part as it streams by.
pub struct Scan {
    state: State,
    started: bool,
    /// The last two bytes, for ends of more than one character.
    last: [u8; 2],
    depth: usize,
    attributes: usize,
    name: [u8; NAME],
    name_length: usize,
    /// The name of the attribute being read, cut.
    attribute: [u8; ATTRIBUTE],
    attribute_length: usize,
    /// What the attribute's value names, and the value so far, where it names a place.
    place: Option<Place>,
    value: Vec<u8>,
    texts: usize,
    kept: usize,
}

impl Scan {
    /// At the beginning of a part.
    pub fn new() -> Self {
        Scan {
            state: State::Text,
            started: false,
            last: [0; 2],
            depth: 0,
            attributes: 0,
            name: [0; NAME],
            name_length: 0,
            attribute: [0; ATTRIBUTE],
            attribute_length: 0,
            place: None,
            value: Vec::new(),
            texts: 0,
            kept: 0,
        }
    }

    /// Looks at the next bytes.
    pub fn feed(&mut self, bytes: &[u8]) -> Result<(), Fault> {
        if !self.started && !bytes.is_empty() {
            self.started = true;
            // UTF-16 and UTF-32 would walk past a scan of bytes.
            if bytes
                .iter()
                .take(4)
                .any(|byte| matches!(byte, 0 | 0xfe | 0xff))
            {
                return Err(Fault::Encoding);
            }
        }
        for &byte in bytes {
            self.step(byte)?;
            self.last = [self.last[1], byte];
        }
        Ok(())
    }

    fn step(&mut self, byte: u8) -> Result<(), Fault> {
        self.state = match (self.state, byte) {
            (State::Text, b'<') => State::Opened,
            (State::Text, _) => State::Text,
            (State::Opened, b'?') => State::Instruction,
            (State::Opened, b'!') => State::Marked(0),
            (State::Opened, b'/') => State::Closing,
            (State::Opened, _) => self.open(byte)?,
            (State::Marked(0), b'-' | b'[') => State::Marked(1),
            // `<!-->` is no complete comment: the dashes of the start do not count for the end.
            (State::Marked(1), b'-') if self.last[1] == b'-' => State::Comment(0),
            (State::Marked(1), b'C') if self.last[1] == b'[' => State::Marked(2),
            (State::Marked(seen @ 2..=5), byte) if byte == b"DATA"[usize::from(seen) - 2] => {
                State::Marked(seen + 1)
            }
            (State::Marked(6), b'[') => State::Cdata,
            (State::Marked(_), _) => return Err(Fault::DocumentType),
            (State::Name | State::Element, b'>') => self.close_start()?,
            (State::Name, byte) if is_space(byte) || byte == b'/' => State::Element,
            (State::Name, byte) => {
                self.spell(byte);
                State::Name
            }
            (State::Element, b'"' | b'\'') => {
                self.attributes += 1;
                if self.attributes > limits::XML_ATTRIBUTES {
                    return Err(Fault::TooIntricate);
                }
                self.place = Place::of(
                    spelled(&self.name, self.name_length),
                    spelled(&self.attribute, self.attribute_length),
                );
                self.value.clear();
                State::Value(byte)
            }
            (State::Element, _) => {
                self.spell_attribute(byte);
                State::Element
            }
            (State::Value(mark), byte) if byte == mark => {
                self.judge_place()?;
                State::Element
            }
            (State::Value(mark), byte) => {
                // One byte more than any place has is enough to know that it is none.
                if self.place.is_some() && self.value.len() <= LONGEST {
                    self.value.push(byte);
                }
                State::Value(mark)
            }
            (State::Closing, b'>') => {
                self.depth = self.depth.saturating_sub(1);
                State::Text
            }
            (State::Closing, _) => State::Closing,
            (State::Instruction, b'>') if self.last[1] == b'?' => State::Text,
            (State::Instruction, _) => State::Instruction,
            (State::Comment(2), b'>') => State::Text,
            (State::Comment(dashes), b'-') => State::Comment((dashes + 1).min(2)),
            (State::Comment(_), _) => State::Comment(0),
            (State::Cdata, b'>') if self.last == *b"]]" => State::Text,
            (State::Cdata, _) => State::Cdata,
        };
        Ok(())
    }

    fn open(&mut self, byte: u8) -> Result<State, Fault> {
        self.depth += 1;
        if self.depth > limits::XML_DEPTH {
            return Err(Fault::TooIntricate);
        }
        self.attributes = 0;
        self.name_length = 0;
        self.spell(byte);
        Ok(State::Name)
    }

    fn spell(&mut self, byte: u8) {
        if byte == b':' {
            self.name_length = 0;
            return;
        }
        if let Some(place) = self.name.get_mut(self.name_length) {
            *place = byte;
        }
        self.name_length += 1;
    }

    fn spell_attribute(&mut self, byte: u8) {
        if is_space(byte) || matches!(byte, b'=' | b'/') {
            return;
        }
        // A name begins after a space or a value; there may be spaces before its sign of equality.
        if is_space(self.last[1]) || matches!(self.last[1], b'"' | b'\'' | b'/') {
            self.attribute_length = 0;
        }
        if let Some(place) = self.attribute.get_mut(self.attribute_length) {
            *place = byte;
        }
        self.attribute_length += 1;
    }

    fn judge_place(&mut self) -> Result<(), Fault> {
        match self.place.take() {
            Some(place) if !place.is_real(&self.value) => Err(Fault::NoSuchPlace(
                String::from_utf8_lossy(&self.value).into_owned(),
            )),
            _ => Ok(()),
        }
    }

    fn close_start(&mut self) -> Result<State, Fault> {
        if self.last[1] == b'/' {
            self.depth = self.depth.saturating_sub(1);
        }
        match spelled(&self.name, self.name_length) {
            // Cells and the make-up of rich text are counted elsewhere, or dropped by the reader.
            b"row" | b"c" | b"v" | b"t" | b"is" | b"f" | b"r" | b"rPr" | b"b" | b"i" | b"u"
            | b"sz" | b"color" | b"rFont" | b"family" | b"scheme" | b"charset" | b"vertAlign"
            | b"rPh" | b"phoneticPr" => {}
            b"si" => self.texts += 1,
            _ => self.kept += 1,
        }
        if self.texts > limits::XML_TEXTS || self.kept > limits::XML_KEPT {
            return Err(Fault::TooIntricate);
        }
        Ok(State::Text)
    }
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r')
}

/// A name that was kept whole; nothing for a longer one.
fn spelled(name: &[u8], length: usize) -> &[u8] {
    name.get(..length).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(xml: &str, expected: Result<(), Fault>) {
        assert_eq!(Scan::new().feed(xml.as_bytes()), expected, "{xml:.80}");
        let mut bytewise = Scan::new();
        let result = xml
            .as_bytes()
            .chunks(1)
            .try_for_each(|byte| bytewise.feed(byte));
        assert_eq!(result, expected, "byte by byte: {xml:.80}");
    }

    #[test]
    fn plain_markup_passes() {
        check(
            "<?xml version=\"1.0\"?><a b='x>y' c=\"<\"><!-- <!DOCTYPE --><![CDATA[<!ENTITY ]]><d/>é</a>",
            Ok(()),
        );
    }

    #[test]
    fn document_types_are_seen_wherever_they_stand() {
        check(
            "<!DOCTYPE a [<!ENTITY b \"c\">]><a/>",
            Err(Fault::DocumentType),
        );
        check("<a/>\n<!doctype x>", Err(Fault::DocumentType));
        check("<a><!ENTITY x></a>", Err(Fault::DocumentType));
    }

    #[test]
    fn depth_and_attributes_are_counted_and_siblings_are_not_depth() {
        let deep = |n: usize| "<x>".repeat(n);
        check(&deep(limits::XML_DEPTH), Ok(()));
        check(&deep(limits::XML_DEPTH + 1), Err(Fault::TooIntricate));
        check(&"<x a='1'/><y></y>".repeat(500), Ok(()));
        let wide: String = (0..=limits::XML_ATTRIBUTES)
            .map(|n| format!(" a{n}='1'"))
            .collect();
        check(&format!("<x{wide}>"), Err(Fault::TooIntricate));
    }

    #[test]
    fn places_are_judged_wherever_the_attribute_stands() {
        let absurd = |name: &str| Err(Fault::NoSuchPlace(name.to_owned()));
        check(
            "<row r='1' spans='1:2'><c s=\"1\" r = 'B1' t='s'/></row>",
            Ok(()),
        );
        check("<row r='0'>", absurd("0"));
        check("<x:c t='s' r=\"ZZZZ9\">", absurd("ZZZZ9"));
        check("<c\nr\n=\n'A9999999999'>", absurd("A9999999999"));
        check("<dimension ref='B2:A1'/>", absurd("B2:A1"));
        // Others use these names for something else.
        check(
            "<pie r='x'/><c ref='x' rr='x' x:r='y'/><row ht='x'/>",
            Ok(()),
        );
        check(
            &format!("<c r='{}'>", "A".repeat(99)),
            absurd(&"A".repeat(LONGEST + 1)),
        );
    }

    #[test]
    fn other_encodings_are_refused() {
        let wide: Vec<u8> = "<a/>".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(Scan::new().feed(&wide), Err(Fault::Encoding));
        assert_eq!(Scan::new().feed(b"\xff\xfe<"), Err(Fault::Encoding));
    }
}
