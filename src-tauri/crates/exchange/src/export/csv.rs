//! One kind of record as CSV.

use super::cells::{List, Out};
use super::neutral::neutral;
use crate::error::{ExchangeError, Result};
use crate::watch::{Phase, Watch};
use content::{Library, RecordKind};
use domain::{Dossier, RecordId};

/// Choices of a CSV export.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CsvOptions {
    /// Whether a byte-order mark stands first: some spreadsheet programs take the file for their
    /// country's encoding without it.
    pub bom: bool,
    /// Only these records; all of the kind without.
    pub only: Option<Vec<RecordId>>,
}

/// Writes the records of one kind: UTF-8, commas, every cell quoted, lines ending CRLF, cells that a
/// spreadsheet could take for formulas made harmless.
pub fn csv(
    dossier: &Dossier,
    library: &Library,
    kind: RecordKind,
    options: &CsvOptions,
    watch: &dyn Watch,
) -> Result<Vec<u8>> {
    let list = List::new(dossier, library, kind, options.only.as_deref());
    let mut text = String::new();
    if options.bom {
        text.push('\u{feff}');
    }
    line(
        &mut text,
        list.fields.iter().map(|field| list.heading(field)),
    );
    let total = list.records.len() as u64;
    for (place, record) in list.records.iter().enumerate() {
        if place.is_multiple_of(64) && !watch.go_on(Phase::Write, place as u64, total) {
            return Err(ExchangeError::Cancelled);
        }
        let cells = list
            .fields
            .iter()
            .map(|field| match list.cell(record, field) {
                Out::Empty => String::new(),
                Out::Text(text) => neutral(&text).into_owned(),
                Out::Date(date) => date.format("%Y-%m-%d").to_string(),
                // A number needs no protection: a minus before digits is no formula.
                Out::Number(number) => number.to_string(),
            });
        line(&mut text, cells);
    }
    Ok(text.into_bytes())
}

fn line(text: &mut String, cells: impl Iterator<Item = String>) {
    for (place, cell) in cells.enumerate() {
        if place > 0 {
            text.push(',');
        }
        text.push('"');
        text.push_str(&cell.replace('"', "\"\""));
        text.push('"');
    }
    text.push_str("\r\n");
}
