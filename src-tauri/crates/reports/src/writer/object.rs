//! The written form of one object. lopdf keeps its own to itself, and only offers to write a whole
//! document that it holds in memory.

use std::io::Write;

use lopdf::{Dictionary, Object, StringFormat};

/// Appends the object as it stands in a file.
pub fn write(into: &mut Vec<u8>, object: &Object) {
    match object {
        Object::Null => into.extend_from_slice(b"null"),
        Object::Boolean(value) => print(into, format_args!("{value}")),
        Object::Integer(value) => print(into, format_args!("{value}")),
        Object::Real(value) => print(into, format_args!("{value}")),
        Object::Name(name) => write_name(into, name),
        Object::String(bytes, format) => write_string(into, bytes, *format),
        Object::Array(items) => write_array(into, items),
        Object::Dictionary(dictionary) => write_dictionary(into, dictionary),
        Object::Reference((id, generation)) => print(into, format_args!("{id} {generation} R")),
        Object::Stream(stream) => {
            write_dictionary(into, &stream.dict);
            into.extend_from_slice(b"\nstream\n");
            into.extend_from_slice(&stream.content);
            // Both characters, so that data ending in a carriage return is not taken for half of it.
            into.extend_from_slice(b"\r\nendstream");
        }
    }
}

fn print(into: &mut Vec<u8>, words: std::fmt::Arguments<'_>) {
    // Writing into memory cannot fail.
    let _ = into.write_fmt(words);
}

fn write_array(into: &mut Vec<u8>, items: &[Object]) {
    into.push(b'[');
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            into.push(b' ');
        }
        write(into, item);
    }
    into.push(b']');
}

fn write_dictionary(into: &mut Vec<u8>, dictionary: &Dictionary) {
    into.extend_from_slice(b"<<");
    for (key, value) in dictionary {
        write_name(into, key);
        into.push(b' ');
        write(into, value);
    }
    into.extend_from_slice(b">>");
}

fn write_name(into: &mut Vec<u8>, name: &[u8]) {
    into.push(b'/');
    for &byte in name {
        if byte.is_ascii_graphic() && !b"()<>[]{}/%#".contains(&byte) {
            into.push(byte);
        } else {
            print(into, format_args!("#{byte:02X}"));
        }
    }
}

fn write_string(into: &mut Vec<u8>, bytes: &[u8], format: StringFormat) {
    if format == StringFormat::Hexadecimal {
        into.push(b'<');
        for byte in bytes {
            print(into, format_args!("{byte:02X}"));
        }
        into.push(b'>');
        return;
    }
    into.push(b'(');
    for &byte in bytes {
        match byte {
            b'(' | b')' | b'\\' => into.extend_from_slice(&[b'\\', byte]),
            // A bare line end inside a string reads back as a line feed, whichever it was.
            b'\r' => into.extend_from_slice(b"\\r"),
            _ => into.push(byte),
        }
    }
    into.push(b')');
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use lopdf::dictionary;

    fn check(object: impl Into<Object>, expected: &[u8]) {
        let mut bytes = Vec::new();
        write(&mut bytes, &object.into());
        assert_eq!(bytes, expected, "{}", String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn objects_are_written_in_the_form_readers_expect() {
        check(Object::Null, b"null");
        check(true, b"true");
        check(-7, b"-7");
        check(0.125_f32, b"0.125");
        check(Object::Name(b"A b#".to_vec()), b"/A#20b#23");
        check(Object::string_literal("a(b)\\\r"), b"(a\\(b\\)\\\\\\r)");
        check(
            Object::String(vec![0xAB, 1], StringFormat::Hexadecimal),
            b"<AB01>",
        );
        check(vec![1.into(), Object::Reference((2, 0))], b"[1 2 0 R]");
        check(dictionary! { "K" => 1, "T" => "N" }, b"<</K 1/T /N>>");
    }

    #[test]
    fn the_length_of_a_stream_is_beyond_doubt_whatever_its_last_byte() {
        for last in [b'x', b'\r', b'\n'] {
            let mut expected = b"<</Length 2>>\nstream\na".to_vec();
            expected.push(last);
            expected.extend_from_slice(b"\r\nendstream");
            let stream = lopdf::Stream::new(dictionary! {}, vec![b'a', last]);
            check(stream, &expected);
        }
    }
}
