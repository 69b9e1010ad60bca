//! Looks through a workbook's packing before anything reads it: names, counts, real sizes, markup.

use super::scan::{Fault, Scan};
use crate::error::{ExchangeError, Result};
use crate::limits;
use crate::watch::{Phase, Watch};
use quick_xml::events::Event;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// Bytes of a part that is read whole: lists of relationships and of content types.
const READ_WHOLE: usize = 4 * 1024 * 1024;

/// Refuses what is no plain workbook. Every part is unpacked once, counted as it really comes out,
/// and thrown away.
pub fn check(bytes: &[u8], watch: &dyn Watch) -> Result<()> {
    check_within(bytes, limits::UNPACKED_BYTES, watch)
}

fn check_within(bytes: &[u8], cap: u64, watch: &dyn Watch) -> Result<()> {
    few_parts(bytes)?;
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    if archive.len() > limits::PARTS {
        return Err(ExchangeError::TooManyParts {
            limit: limits::PARTS,
        });
    }
    if archive.has_duplicate_names() {
        return Err(ExchangeError::Damaged {
            what: "two parts bear one name".to_owned(),
        });
    }
    if archive.has_overlapping_entries().map_err(damaged)? {
        return Err(ExchangeError::Damaged {
            what: "its parts overlap".to_owned(),
        });
    }
    let mut names = Vec::with_capacity(archive.len());
    for place in 0..archive.len() {
        names.push(named(&archive, place)?);
    }
    is_workbook(&names)?;
    let mut unpacked = 0u64;
    for (place, name) in names.iter().enumerate() {
        let room = cap - unpacked;
        unpacked += unpack(&mut archive, place, name, room, bytes.len() as u64, watch)?;
    }
    Ok(())
}

/// The central directory costs memory for each entry, so entries are counted before it is read.
fn few_parts(bytes: &[u8]) -> Result<()> {
    let mut rest = bytes;
    let mut found = 0;
    while let Some(place) = rest.iter().position(|byte| *byte == b'P') {
        rest = rest.get(place..).unwrap_or_default();
        if rest.starts_with(b"PK\x01\x02") {
            found += 1;
        }
        rest = rest.get(1..).unwrap_or_default();
    }
    if found > limits::PARTS {
        return Err(ExchangeError::TooManyParts {
            limit: limits::PARTS,
        });
    }
    Ok(())
}

/// The name of a part, when it is a plain one.
fn named(archive: &ZipArchive<Cursor<&[u8]>>, place: usize) -> Result<String> {
    let entry = archive.by_index_data(place).map_err(damaged)?;
    let name = entry.name().map_err(damaged)?.into_owned();
    if entry.encrypted() {
        return Err(ExchangeError::Encrypted);
    }
    let climbs = name.split(['/', '\\']).any(|step| step == "..");
    if entry.is_symlink() || climbs || name.contains('\0') {
        return Err(ExchangeError::OddPart { part: shown(&name) });
    }
    let lower = name.to_ascii_lowercase();
    if lower.contains("vbaproject") || lower.contains("xl/macrosheets/") {
        return Err(ExchangeError::Macros { part: shown(&name) });
    }
    if lower.contains("xl/externallinks/") {
        return Err(ExchangeError::ExternalLinks { part: shown(&name) });
    }
    Ok(name)
}

/// Other packings that people take for a workbook are named.
fn is_workbook(names: &[String]) -> Result<()> {
    let has = |wanted: &str| names.iter().any(|name| name.eq_ignore_ascii_case(wanted));
    let found = if has("xl/workbook.xml") {
        return Ok(());
    } else if has("xl/workbook.bin") {
        "a binary Excel workbook (.xlsb)"
    } else if has("word/document.xml") {
        "a Word document"
    } else if has("ppt/presentation.xml") {
        "a presentation"
    } else if has("content.xml") && has("mimetype") {
        "an OpenDocument file (.ods, .odt)"
    } else if names.iter().any(|name| name.starts_with("xl/")) {
        return Ok(());
    } else {
        "a packed folder (.zip)"
    };
    Err(ExchangeError::NotATable { found })
}

/// Unpacks one part through the scan, up to `room` bytes; gives its size.
fn unpack(
    archive: &mut ZipArchive<Cursor<&[u8]>>,
    place: usize,
    name: &str,
    room: u64,
    total: u64,
    watch: &dyn Watch,
) -> Result<u64> {
    let lower = name.to_ascii_lowercase();
    let is_list = lower.ends_with(".rels") || lower == "[content_types].xml";
    let mut scan = (is_list || lower.ends_with(".xml") || lower.ends_with(".vml")).then(Scan::new);
    let mut whole = Vec::new();
    let mut part = archive.by_index(place).map_err(damaged)?;
    let packed = part.compressed_size().max(1);
    let passed = part.data_start().unwrap_or(0);
    let mut size = 0u64;
    let mut buffer = vec![0; 64 * 1024];
    loop {
        let length = part
            .read(&mut buffer)
            .map_err(|error| ExchangeError::Damaged {
                what: format!("{}: {error}", shown(name)),
            })?;
        if length == 0 {
            break;
        }
        let piece = buffer.get(..length).unwrap_or_default();
        size += length as u64;
        if size > room {
            return Err(ExchangeError::UnpacksTooLarge {
                limit_mb: limits::UNPACKED_BYTES / (1024 * 1024),
            });
        }
        if size > limits::RATIO_EXEMPT && size / packed > limits::RATIO {
            return Err(ExchangeError::PackedTooDense {
                part: shown(name),
                limit: limits::RATIO,
            });
        }
        if let Some(scan) = &mut scan {
            scan.feed(piece).map_err(|fault| refused(fault, name))?;
        }
        if is_list {
            if whole.len() + length > READ_WHOLE {
                return Err(ExchangeError::TooIntricate { part: shown(name) });
            }
            whole.extend_from_slice(piece);
        }
        if !watch.go_on(Phase::Check, passed.min(total), total) {
            return Err(ExchangeError::Cancelled);
        }
    }
    if is_list {
        check_list(&whole, name)?;
    }
    Ok(size)
}

fn refused(fault: Fault, name: &str) -> ExchangeError {
    let part = shown(name);
    match fault {
        Fault::DocumentType => ExchangeError::DocumentType { part },
        Fault::TooIntricate => ExchangeError::TooIntricate { part },
        Fault::NoSuchPlace(place) => ExchangeError::NoSuchPlace {
            part,
            place: shown(&place),
        },
        Fault::Encoding => ExchangeError::Damaged {
            what: format!("{part} is not written in UTF-8"),
        },
    }
}

/// Relationships may not leave the workbook, except for links that a person must click; content
/// types may not be of programs.
fn check_list(xml: &[u8], name: &str) -> Result<()> {
    let mut reader = quick_xml::Reader::from_reader(xml);
    let broken = |what: String| ExchangeError::Damaged {
        what: format!("{}: {what}", shown(name)),
    };
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        let event = reader
            .read_event_into(&mut buffer)
            .map_err(|error| broken(error.to_string()))?;
        let element = match event {
            Event::Start(element) | Event::Empty(element) => element,
            Event::Eof => return Ok(()),
            _ => continue,
        };
        let mut external = false;
        let mut clicked = false;
        for attribute in element.attributes() {
            let attribute = attribute.map_err(|error| broken(error.to_string()))?;
            let value =
                String::from_utf8_lossy(attribute.value.as_ref().as_bytes()).to_ascii_lowercase();
            match attribute.key.local_name().as_ref() {
                "TargetMode" => external = value == "external",
                "Type" => {
                    clicked = value.ends_with("/hyperlink");
                    if value.ends_with("/vbaproject") || value.ends_with("/xlmacrosheet") {
                        return Err(ExchangeError::Macros { part: shown(name) });
                    }
                    if value.ends_with("/externallink") || value.ends_with("/externallinkpath") {
                        return Err(ExchangeError::ExternalLinks { part: shown(name) });
                    }
                }
                "ContentType" if value.contains("macroenabled") || value.contains("vbaproject") => {
                    return Err(ExchangeError::Macros { part: shown(name) });
                }
                _ => {}
            }
        }
        if external && !clicked {
            return Err(ExchangeError::ExternalLinks { part: shown(name) });
        }
    }
}

/// A name that can be shown: without controls, not longer than a line.
fn shown(name: &str) -> String {
    name.chars().filter(|c| !c.is_control()).take(80).collect()
}

fn damaged(error: zip::result::ZipError) -> ExchangeError {
    ExchangeError::Damaged {
        what: error.to_string(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::watch::Unwatched;
    use std::io::Write;
    use zip::write::SimpleFileOptions;

    #[test]
    fn parts_are_counted_together_as_they_come_out() {
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for name in ["xl/workbook.xml", "xl/a.bin", "xl/b.bin"] {
            zip.start_file(name, SimpleFileOptions::default()).unwrap();
            zip.write_all(&[b' '; 100_000]).unwrap();
        }
        let bytes = zip.finish().unwrap().into_inner();
        assert!(bytes.len() < 2_000);
        assert_eq!(check_within(&bytes, 300_000, &Unwatched), Ok(()));
        assert!(matches!(
            check_within(&bytes, 299_999, &Unwatched),
            Err(ExchangeError::UnpacksTooLarge { .. })
        ));
    }
}
