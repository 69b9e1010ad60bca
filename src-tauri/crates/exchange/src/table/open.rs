//! The door for files: what is it, is it small enough, then the reader for its form.

use super::{Cell, Column, Ragged, ReadOptions, Row, Source, Table, csv, decode, header, own};
use crate::error::{ExchangeError, Result};
use crate::limits;
use crate::watch::Watch;
use crate::xlsx::{self, Grid};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::io::Read;
use std::path::Path;

/// Reads one table of a file on disk. The size is checked before and while reading.
pub fn read_file(path: &Path, options: &ReadOptions, watch: &dyn Watch) -> Result<Table> {
    let bytes = read_bytes(path)?;
    read(&bytes, &name_of(path), options, watch)
}

/// Reads one table out of the bytes of a CSV, TSV or XLSX file. What it is follows from the bytes,
/// not from `file_name`, which serves messages only.
pub fn read(
    bytes: &[u8],
    file_name: &str,
    options: &ReadOptions,
    watch: &dyn Watch,
) -> Result<Table> {
    let sha256 = hex(&Sha256::digest(bytes));
    match form(bytes, file_name)? {
        Form::Workbook => {
            too_large(bytes.len() as u64, limits::XLSX_BYTES)?;
            let mut book = xlsx::Book::open(bytes, watch)?;
            let sheets = book.sheets();
            let sheet = xlsx::choose(&sheets, options.sheet.as_deref())?;
            let grid = book.take(&sheet).unwrap_or_default();
            let own = own::aids(&mut book);
            let source = Source::Xlsx { sheet, sheets };
            lay_out(source, sha256, grid, None, options, own)
        }
        Form::Text => {
            too_large(bytes.len() as u64, limits::CSV_BYTES)?;
            let decoded = decode::decode(bytes, options.encoding.as_deref())?;
            let delimiter = options
                .delimiter
                .unwrap_or_else(|| csv::delimiter(&decoded.text));
            let records = csv::rows(&decoded.text, delimiter, watch)?;
            let widths: Vec<usize> = records.iter().map(Vec::len).collect();
            let grid = records
                .into_iter()
                .enumerate()
                .map(|(place, record)| {
                    let cells = record.into_iter().map(Cell::from_text).collect();
                    (place + 1, cells)
                })
                .collect();
            let source = Source::Csv {
                encoding: decoded.encoding,
                certain: decoded.certain,
                misread: decoded.misread,
                delimiter,
            };
            lay_out(source, sha256, grid, Some(widths), options, None)
        }
    }
}

fn name_of(path: &Path) -> String {
    path.file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}

/// The whole of a file, refused once it is larger than the larger cap.
pub fn read_bytes(path: &Path) -> Result<Vec<u8>> {
    let name = name_of(path);
    let unreadable = |error: std::io::Error| ExchangeError::Unreadable {
        file: name.clone(),
        reason: error.to_string(),
    };
    let cap = limits::CSV_BYTES.max(limits::XLSX_BYTES);
    // A pipe would be waited for, a device never ends.
    if !std::fs::metadata(path).map_err(unreadable)?.is_file() {
        return Err(ExchangeError::NotAFile { file: name });
    }
    let file = std::fs::File::open(path).map_err(unreadable)?;
    let mut bytes = Vec::new();
    file.take(cap + 1)
        .read_to_end(&mut bytes)
        .map_err(unreadable)?;
    too_large(bytes.len() as u64, cap)?;
    Ok(bytes)
}

fn too_large(bytes: u64, cap: u64) -> Result<()> {
    if bytes > cap {
        return Err(ExchangeError::TooLarge {
            limit_mb: cap / (1024 * 1024),
        });
    }
    Ok(())
}

/// What a file is.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Form {
    Workbook,
    Text,
}

/// Recognised by the first bytes; a few common strangers are named.
pub(super) fn form(bytes: &[u8], file_name: &str) -> Result<Form> {
    let stranger = |found| Err(ExchangeError::NotATable { found });
    let wide = |word: &str| -> Vec<u8> { word.encode_utf16().flat_map(u16::to_le_bytes).collect() };
    match bytes {
        [] => Err(ExchangeError::Empty),
        [b'P', b'K', 3 | 5 | 7, ..] => Ok(Form::Workbook),
        [0xd0, 0xcf, 0x11, 0xe0, ..] => {
            // Office keeps an encrypted workbook as a stream of this name inside the old container.
            let head = bytes.get(..bytes.len().min(1 << 20)).unwrap_or_default();
            let holds = |word: &str| {
                let word = wide(word);
                head.windows(word.len()).any(|window| window == word)
            };
            if holds("EncryptedPackage") || holds("DRMEncryptedDataSpace") {
                Err(ExchangeError::Encrypted)
            } else {
                stranger("an Excel workbook of the form before 2007 (.xls)")
            }
        }
        [b'%', b'P', b'D', b'F', ..] => stranger("a PDF"),
        [b'S', b'Q', b'L', b'i', b't', b'e', ..] => stranger("a database"),
        [0x1f, 0x8b, ..] => stranger("a packed file (.gz)"),
        [b'{', b'\\', b'r', b't', b'f', ..] => stranger("a text document (.rtf)"),
        _ if looks_like_json(bytes, file_name) => stranger("a JSON file"),
        _ if looks_like_markup(bytes) => stranger("a web page or XML file"),
        _ => Ok(Form::Text),
    }
}

fn looks_like_json(bytes: &[u8], file_name: &str) -> bool {
    let first = bytes.iter().find(|byte| !byte.is_ascii_whitespace());
    file_name.to_ascii_lowercase().ends_with(".json") && matches!(first, Some(b'{' | b'['))
}

fn looks_like_markup(bytes: &[u8]) -> bool {
    let head: Vec<u8> = bytes
        .iter()
        .skip_while(|byte| byte.is_ascii_whitespace() || !byte.is_ascii())
        .take(9)
        .map(u8::to_ascii_lowercase)
        .collect();
    [&b"<?xml"[..], b"<!doctype", b"<html", b"<table"]
        .iter()
        .any(|start| head.starts_with(start))
}

pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Finds the headings and cuts the grid into columns and rows.
pub(super) fn lay_out(
    source: Source,
    sha256: String,
    grid: Grid,
    widths: Option<Vec<usize>>,
    options: &ReadOptions,
    own: Option<own::Aids>,
) -> Result<Table> {
    let place = match options.header_row {
        Some(row) => grid
            .iter()
            .position(|(number, _)| *number == row)
            .ok_or(ExchangeError::NoSuchRow { row })?,
        None => {
            let cells: Vec<Vec<Cell>> = grid
                .iter()
                .take(64)
                .map(|(_, cells)| cells.clone())
                .collect();
            header::find(&cells).ok_or(ExchangeError::NoTable)?
        }
    };
    let mut grid = grid.into_iter().skip(place);
    let Some((header_row, headings)) = grid.next() else {
        return Err(ExchangeError::NoTable);
    };
    let data: Grid = grid
        .filter(|(_, cells)| cells.iter().any(|cell| !cell.is_empty()))
        .collect();
    let columns = columns(&headings, &data);
    if columns.len().saturating_mul(data.len()) > limits::PLACES {
        return Err(ExchangeError::TooMany {
            what: "cells",
            limit: limits::CELLS,
        });
    }
    let ragged = widths.map_or_else(Vec::new, |widths| {
        ragged(&data, &widths, widths.get(place).copied().unwrap_or(0))
    });
    let rows = data
        .into_iter()
        .map(|(number, mut cells)| Row {
            number,
            cells: columns
                .iter()
                .map(|column| {
                    cells
                        .get_mut(column.place)
                        .map(std::mem::take)
                        .unwrap_or_default()
                })
                .collect(),
        })
        .collect();
    let mut table = Table {
        source,
        sha256,
        header_row,
        columns,
        rows,
        ragged,
        own: None,
    };
    table.own = own::settle(&table, own);
    Ok(table)
}

fn columns(headings: &[Cell], data: &Grid) -> Vec<Column> {
    let width = data
        .iter()
        .map(|(_, cells)| cells.len())
        .chain([headings.len()])
        .max()
        .unwrap_or(0);
    let mut used = vec![false; width];
    for (_, cells) in data {
        for (flag, cell) in used.iter_mut().zip(cells) {
            *flag |= !cell.is_empty();
        }
    }
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut columns = Vec::new();
    for (place, used) in used.into_iter().enumerate() {
        let shown = headings.get(place).map(Cell::shown).unwrap_or_default();
        let mut heading = shown.split_whitespace().collect::<Vec<_>>().join(" ");
        if heading.is_empty() {
            if !used {
                continue;
            }
            heading = format!("Column {}", letters(place));
        }
        let nth = seen.entry(domain::text::fold(&heading)).or_default();
        *nth += 1;
        columns.push(Column {
            place,
            nth: *nth,
            heading,
        });
    }
    columns
}

/// `A`, `B`, … `Z`, `AA`: how a spreadsheet names the column at this place, from 0.
pub(crate) fn letters(place: usize) -> String {
    let mut rest = place + 1;
    let mut word = Vec::new();
    while rest > 0 {
        rest -= 1;
        word.push(char::from(b'A' + (rest % 26) as u8));
        rest /= 26;
    }
    word.iter().rev().collect()
}

fn ragged(data: &Grid, widths: &[usize], expected: usize) -> Vec<Ragged> {
    data.iter()
        .filter_map(|(number, _)| {
            let found = widths.get(number.checked_sub(1)?).copied()?;
            (found != expected).then_some(Ragged {
                row: *number,
                found,
                expected,
            })
        })
        .collect()
}
