//! Files that mean harm, or are broken: each ends in its message, and none takes the memory it asks for.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::*;
use exchange::{ExchangeError, Phase, ReadOptions, Table, Unwatched, read};
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

fn open(bytes: &[u8]) -> Result<Table, ExchangeError> {
    read(bytes, "list.xlsx", &ReadOptions::default(), &Unwatched)
}

const TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"#;
const RELS: &str = r#"<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const BOOK: &str = r#"<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="List" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const BOOK_RELS: &str = r#"<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;

fn sheet(rows: &str) -> String {
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>"#
    )
}

fn text(reference: &str, value: &str) -> String {
    format!(r#"<c r="{reference}" t="inlineStr"><is><t>{value}</t></is></c>"#)
}

fn good_rows() -> String {
    format!(
        r#"<row r="1">{}{}</row><row r="2">{}{}</row>"#,
        text("A1", "Name"),
        text("B1", "Purpose"),
        text("A2", "One"),
        text("B2", "Two")
    )
}

/// A workbook of the usual parts, where `parts` replace or join them.
fn workbook(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let rows = sheet(&good_rows());
    let mut all: Vec<(&str, &[u8])> = vec![
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("_rels/.rels", RELS.as_bytes()),
        ("xl/workbook.xml", BOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", BOOK_RELS.as_bytes()),
        ("xl/worksheets/sheet1.xml", rows.as_bytes()),
    ];
    for (name, bytes) in parts {
        all.retain(|(known, _)| known != name);
        all.push((name, bytes));
    }
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in all {
        zip.start_file(name, options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn with_sheet(rows: &str) -> Vec<u8> {
    workbook(&[("xl/worksheets/sheet1.xml", sheet(rows).as_bytes())])
}

#[track_caller]
fn refused(bytes: &[u8], expected: fn(&ExchangeError) -> bool) {
    match open(bytes) {
        Err(error) if expected(&error) => {}
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_plain_workbook_is_read() {
    let table = open(&workbook(&[])).unwrap();
    assert_eq!(table.columns.len(), 2);
    assert_eq!(table.rows.len(), 1);
}

#[test]
fn a_bomb_is_refused_by_what_comes_out() {
    let blanks = vec![b' '; 8 << 20];
    let bytes = workbook(&[("xl/media/image1.png", &blanks)]);
    assert!(bytes.len() < 64 << 10, "small outside");
    refused(&bytes, |error| {
        matches!(error, ExchangeError::PackedTooDense { .. })
    });
}

#[test]
fn a_packing_inside_a_packing_is_never_opened() {
    let inner = workbook(&[]);
    let bytes = workbook(&[("xl/embeddings/inner.xlsx", &inner)]);
    assert_eq!(open(&bytes).unwrap().rows.len(), 1);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("inner.xlsx", SimpleFileOptions::default())
        .unwrap();
    zip.write_all(&inner).unwrap();
    let nested = zip.finish().unwrap().into_inner();
    refused(
        &nested,
        |error| matches!(error, ExchangeError::NotATable { found } if found.contains(".zip")),
    );
}

#[test]
fn document_types_and_entities_are_refused() {
    let dtd = format!("<!DOCTYPE x [<!ENTITY a \"aaaa\">]>{}", sheet(&good_rows()));
    for part in [
        "xl/worksheets/sheet1.xml",
        "xl/sharedStrings.xml",
        "xl/styles.xml",
        "docProps/app.xml",
    ] {
        refused(&workbook(&[(part, dtd.as_bytes())]), |error| {
            matches!(error, ExchangeError::DocumentType { .. })
        });
    }
}

#[test]
fn links_out_and_macros_are_refused_by_name() {
    refused(
        &workbook(&[("xl/externalLinks/externalLink1.xml", b"<x/>")]),
        |error| matches!(error, ExchangeError::ExternalLinks { part } if part.contains("externalLink1")),
    );
    let out = BOOK_RELS.replace(
        "Target=\"worksheets/sheet1.xml\"",
        "Target=\"https://example.org/a.xml\" TargetMode=\"External\"",
    );
    refused(
        &workbook(&[("xl/_rels/workbook.xml.rels", out.as_bytes())]),
        |error| matches!(error, ExchangeError::ExternalLinks { .. }),
    );
    refused(&workbook(&[("xl/vbaProject.bin", b"x")]), |error| {
        matches!(error, ExchangeError::Macros { .. })
    });
    let types = TYPES.replace(
        "spreadsheetml.sheet.main",
        "ms-excel.sheet.macroEnabled.main",
    );
    refused(
        &workbook(&[("[Content_Types].xml", types.as_bytes())]),
        |error| matches!(error, ExchangeError::Macros { .. }),
    );
    // A link that a person must click is no draw on other files.
    let link = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://example.org" TargetMode="External"/></Relationships>"#;
    assert!(
        open(&workbook(&[(
            "xl/worksheets/_rels/sheet1.xml.rels",
            link.as_bytes()
        )]))
        .is_ok()
    );
}

#[test]
fn encrypted_and_older_books_are_named() {
    let mut ole = vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    ole.resize(512, 0);
    refused(
        &ole,
        |error| matches!(error, ExchangeError::NotATable { found } if found.contains(".xls")),
    );
    ole.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    refused(&ole, |error| *error == ExchangeError::Encrypted);
}

#[test]
fn strangers_are_named() {
    for (bytes, word) in [
        (&b"%PDF-1.7"[..], "PDF"),
        (b"SQLite format 3\0", "database"),
        (b"\x1f\x8b\x08", ".gz"),
        (b"<!DOCTYPE html><html>", "web page"),
        (b"{\\rtf1", ".rtf"),
    ] {
        refused_naming(bytes, word);
    }
    refused(b"", |error| *error == ExchangeError::Empty);
    refused(b"only one line", |error| *error == ExchangeError::NoTable);
}

#[track_caller]
fn refused_naming(bytes: &[u8], word: &str) {
    match open(bytes) {
        Err(ExchangeError::NotATable { found }) => assert!(found.contains(word), "{found}"),
        other => panic!("{other:?}"),
    }
}

#[test]
fn every_cut_of_a_workbook_ends_in_a_message() {
    let bytes = workbook(&[]);
    for end in (1..bytes.len()).step_by(7) {
        assert!(open(&bytes[..end]).is_err(), "cut at {end}");
    }
}

#[test]
fn depth_width_and_reach_are_capped() {
    let deep = sheet(&format!(
        "<row>{}{}</row>",
        "<x>".repeat(500),
        "</x>".repeat(500)
    ));
    refused(
        &workbook(&[("xl/worksheets/sheet1.xml", deep.as_bytes())]),
        |error| matches!(error, ExchangeError::TooIntricate { .. }),
    );
    let wide: String = (0..2000).map(|n| format!(" a{n}=\"1\"")).collect();
    let wide = sheet(&format!("<row{wide}></row>"));
    refused(
        &workbook(&[("xl/worksheets/sheet1.xml", wide.as_bytes())]),
        |error| matches!(error, ExchangeError::TooIntricate { .. }),
    );
    // Beyond the last column, and a sheet that claims to be as large as it can be.
    assert!(
        open(&with_sheet(&format!(
            "<row r=\"1\">{}</row>",
            text("ZZZZ1", "x")
        )))
        .is_err()
    );
    let claims = sheet(&good_rows()).replace(
        "<sheetData>",
        "<dimension ref=\"A1:XFD1048576\"/><sheetData>",
    );
    let table = open(&workbook(&[(
        "xl/worksheets/sheet1.xml",
        claims.as_bytes(),
    )]))
    .unwrap();
    assert_eq!(table.rows.len(), 1);
    // One filled cell far to the right in each of many rows: no rectangle is reserved for it.
    let far: String = (1..2000)
        .map(|row| format!("<row r=\"{row}\">{}</row>", text(&format!("XFD{row}"), "x")))
        .collect();
    refused(&with_sheet(&far), |error| {
        matches!(error, ExchangeError::TooMany { .. })
    });
}

#[test]
fn a_place_that_no_sheet_has_is_named() {
    for absurd in ["A4294967296", "ZZZZZZZZ1", "A0", "7", "A99999999999"] {
        let rows = format!("{}<row r=\"3\">{}</row>", good_rows(), text(absurd, "x"));
        refused_naming_place(&with_sheet(&rows), absurd);
    }
    let row = format!(
        "{}<row r=\"99999999999\">{}</row>",
        good_rows(),
        text("A3", "x")
    );
    refused_naming_place(&with_sheet(&row), "99999999999");
    let backwards =
        sheet(&good_rows()).replace("<sheetData>", "<dimension ref=\"B9:A1\"/><sheetData>");
    refused_naming_place(
        &workbook(&[("xl/worksheets/sheet1.xml", backwards.as_bytes())]),
        "B9:A1",
    );
}

#[track_caller]
fn refused_naming_place(bytes: &[u8], absurd: &str) {
    match open(bytes) {
        Err(ExchangeError::NoSuchPlace { part, place }) => {
            assert_eq!(
                (part.as_str(), place.as_str()),
                ("xl/worksheets/sheet1.xml", absurd)
            );
        }
        other => panic!("{absurd}: {other:?}"),
    }
}

#[test]
fn one_long_text_named_by_many_cells_is_counted_each_time() {
    let shared = format!(
        r#"<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>{}</t></si></sst>"#,
        "long ".repeat(100_000)
    );
    let types = TYPES.replace("</Types>", r#"<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>"#);
    let rels = BOOK_RELS.replace("</Relationships>", r#"<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#);
    let rows: String = (1..=2000)
        .map(|row| format!(r#"<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>"#))
        .collect();
    let bytes = workbook(&[
        ("[Content_Types].xml", types.as_bytes()),
        ("xl/_rels/workbook.xml.rels", rels.as_bytes()),
        ("xl/sharedStrings.xml", shared.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet(&rows).as_bytes()),
    ]);
    refused(&bytes, |error| {
        matches!(error, ExchangeError::TooMuchText { .. })
    });
}

#[test]
fn names_that_climb_and_links_instead_of_parts_are_refused() {
    refused(&workbook(&[("xl/../../evil.xml", b"<x/>")]), |error| {
        matches!(error, ExchangeError::OddPart { .. })
    });
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("xl/workbook.xml", SimpleFileOptions::default())
        .unwrap();
    zip.write_all(BOOK.as_bytes()).unwrap();
    zip.add_symlink("xl/link.xml", "/etc/passwd", SimpleFileOptions::default())
        .unwrap();
    let bytes = zip.finish().unwrap().into_inner();
    refused(&bytes, |error| {
        matches!(error, ExchangeError::OddPart { .. })
    });
}

#[test]
fn too_many_parts_are_counted_before_they_are_listed() {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for n in 0..2_100 {
        zip.start_file(format!("xl/p{n}.xml"), SimpleFileOptions::default())
            .unwrap();
    }
    let bytes = zip.finish().unwrap().into_inner();
    refused(&bytes, |error| {
        matches!(error, ExchangeError::TooManyParts { .. })
    });
}

#[test]
fn a_watcher_stops_every_phase() {
    let bytes = workbook(&[]);
    for phase in [Phase::Check, Phase::Read] {
        let watch = move |at: Phase, _: u64, _: u64| at != phase;
        assert_eq!(
            read(&bytes, "a.xlsx", &ReadOptions::default(), &watch).unwrap_err(),
            ExchangeError::Cancelled
        );
    }
}

#[test]
fn text_lists_have_caps_too() {
    let wide = format!("{}\nx", "a,".repeat(20_000));
    refused(wide.as_bytes(), |error| {
        matches!(
            error,
            ExchangeError::TooMany {
                what: "columns",
                ..
            }
        )
    });
    let long = format!("Name,Purpose\nA,\"{}\"", "x".repeat(2 << 20));
    refused(long.as_bytes(), |error| {
        matches!(
            error,
            ExchangeError::CellTooLong {
                row: 2,
                column: 2,
                ..
            }
        )
    });
    refused(b"Name,Purpose\nA,\"never closed\nB,x", |error| {
        *error == ExchangeError::OpenQuote { row: 2 }
    });
}

fn mutated(bytes: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=dice.next(6) {
        let place = dice.next(bytes.len());
        match dice.next(5) {
            0 => bytes[place] = dice.next(256) as u8,
            1 => bytes[place] ^= 1 << dice.next(8),
            2 => bytes.truncate(place.max(1)),
            3 => {
                let end = (place + dice.next(64)).min(bytes.len());
                let piece = bytes[place..end].to_vec();
                let to = dice.next(bytes.len());
                bytes.splice(to..to, piece);
            }
            _ => {
                let end = (place + dice.next(32)).min(bytes.len());
                bytes.drain(place..end);
            }
        }
        if bytes.is_empty() {
            bytes.push(b'x');
        }
    }
    bytes
}

#[test]
fn mutated_files_end_in_a_table_or_a_message() {
    let library = content::library().expect("shipped content is sound");
    // Mutating inside the parts reaches deeper than mutating the packing, which its checksums guard.
    let rows = sheet(&good_rows());
    let csv = b"Id;Name;Purpose;Go live\n1;\"A \"\"quoted\"\" one\";two\nlines;3/4/2024\n2;B;\"x;y\";Q3 2023\n";
    let mut dice = Dice(0x5eed_1234_abcd_0001);
    for round in 0..600 {
        let bytes = match round % 4 {
            0 => mutated(&workbook(&[]), &mut dice),
            1 => workbook(&[(
                "xl/worksheets/sheet1.xml",
                &mutated(rows.as_bytes(), &mut dice),
            )]),
            2 => workbook(&[("xl/workbook.xml", &mutated(BOOK.as_bytes(), &mut dice))]),
            _ => mutated(csv, &mut dice),
        };
        if let Ok(table) = read(&bytes, "list", &ReadOptions::default(), &Unwatched) {
            let mapping = exchange::mapping::suggest(&table, content::RecordKind::System, library);
            let options = exchange::PlanOptions::default();
            if let Ok(plan) = exchange::plan(&table, &mapping, library, None, &options, &Unwatched)
            {
                let counts = plan.counts;
                let placed = counts.new + counts.updated + counts.unchanged + counts.left_out;
                assert_eq!(placed, counts.rows, "round {round}: every row is somewhere");
            }
        }
    }
}
