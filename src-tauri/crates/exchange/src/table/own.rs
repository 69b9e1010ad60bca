//! Our own exports: how they are recognised, and what they bring along for being read back.
//!
//! Headings end with a code in brackets, `Intended purpose [intended-purpose]`; the column
//! `[id:system]` tells the kind. A workbook also has a sheet of option codes and, where a cell was
//! too small, a sheet with the rest of long texts.

use super::open::{Form, form, lay_out};
use super::{Cell, ReadOptions, Source, Table};
use crate::error::Result;
use crate::watch::Watch;
use crate::xlsx::{Book, Grid};
use content::{OptionId, QuestionId, RecordKind};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// Name of the sheet with question, option and label of every option at the time of the export.
pub(crate) const CODES_SHEET: &str = "Codes";
/// Name of the sheet with the rest of texts longer than a cell.
pub(crate) const TEXTS_SHEET: &str = "Long texts";

/// What an own export says beside its rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Aids {
    /// What the rows describe.
    pub kind: RecordKind,
    /// Option by question and label.
    pub codes: BTreeMap<(QuestionId, String), OptionId>,
    /// The rest of a long text by its key.
    pub texts: BTreeMap<String, String>,
    /// Whether cells that a spreadsheet could take for formulas bear our apostrophe (CSV does).
    pub neutralised: bool,
}

/// The code at the end of a heading: `intended-purpose` of `Intended purpose [intended-purpose]`.
pub(crate) fn code(heading: &str) -> Option<&str> {
    let inner = heading.trim_end().strip_suffix(']')?;
    let (_, code) = inner.rsplit_once('[')?;
    Some(code)
}

/// The kind of records of a table, if it is ours.
pub(crate) fn kind(table: &Table) -> Option<RecordKind> {
    table
        .columns
        .iter()
        .find_map(|column| kind_of(&column.heading))
}

/// Whether this is the heading of the identities, which only our own exports have.
pub(super) fn is_id_heading(heading: &str) -> bool {
    kind_of(heading).is_some()
}

fn kind_of(heading: &str) -> Option<RecordKind> {
    RecordKind::from_code(code(heading)?.strip_prefix("id:")?)
}

/// The codes and long texts of a workbook, before it is known to be ours.
pub(super) fn aids(book: &mut Book) -> Option<Aids> {
    let codes = book.take(CODES_SHEET)?;
    let texts = book.take(TEXTS_SHEET).unwrap_or_default();
    Some(Aids {
        kind: RecordKind::System,
        codes: triples(&codes)
            .map(|(question, option, label)| {
                let key = (QuestionId::new(question), label.to_owned());
                (key, OptionId::new(option))
            })
            .collect(),
        texts: joined(&texts),
        neutralised: false,
    })
}

fn triples(grid: &Grid) -> impl Iterator<Item = (&str, &str, &str)> {
    grid.iter()
        .skip(1)
        .filter_map(|(_, cells)| match cells.as_slice() {
            [Cell::Text(a), Cell::Text(b), Cell::Text(c), ..] => {
                Some((a.as_str(), b.as_str(), c.as_str()))
            }
            _ => None,
        })
}

/// Parts of long texts, in the order of the sheet, joined by their key. A part is written between
/// marks so that blanks at its ends, and parts that are only blanks, survive.
fn joined(grid: &Grid) -> BTreeMap<String, String> {
    let mut texts: BTreeMap<String, String> = BTreeMap::new();
    for (_, cells) in grid.iter().skip(1) {
        if let [Cell::Text(key), Cell::Text(part), ..] = cells.as_slice() {
            let part = part.strip_prefix('‹').unwrap_or(part);
            let part = part.strip_suffix('›').unwrap_or(part);
            texts.entry(key.clone()).or_default().push_str(part);
        }
    }
    texts
}

/// Keeps the aids only when the table is ours.
pub(super) fn settle(table: &Table, aids: Option<Aids>) -> Option<Aids> {
    let kind = kind(table)?;
    let mut aids = aids.unwrap_or(Aids {
        kind,
        codes: BTreeMap::new(),
        texts: BTreeMap::new(),
        neutralised: false,
    });
    aids.kind = kind;
    aids.neutralised = matches!(table.source, Source::Csv { .. });
    Some(aids)
}

/// Every record sheet of a workbook that this product exported, or none when the file is no such
/// workbook. Records that others link to come first.
pub fn read_own(bytes: &[u8], file_name: &str, watch: &dyn Watch) -> Result<Option<Vec<Table>>> {
    if form(bytes, file_name)? != Form::Workbook {
        return Ok(None);
    }
    let sha256 = super::open::hex(&Sha256::digest(bytes));
    let mut book = Book::open(bytes, watch)?;
    let sheets = book.sheets();
    let aids = aids(&mut book);
    let mut tables = Vec::new();
    for sheet in sheets.iter().filter(|sheet| sheet.filled > 0) {
        let Some(grid) = book.take(&sheet.name) else {
            continue;
        };
        let source = Source::Xlsx {
            sheet: sheet.name.clone(),
            sheets: sheets.clone(),
        };
        let options = ReadOptions {
            header_row: grid.first().map(|(number, _)| *number),
            ..ReadOptions::default()
        };
        let laid = lay_out(source, sha256.clone(), grid, None, &options, aids.clone());
        tables.extend(laid.ok().filter(Table::is_own));
    }
    // In the order of links.
    tables.sort_by_key(|table| table.own.as_ref().map_or(u8::MAX, |own| own.kind.rank()));
    Ok((!tables.is_empty()).then_some(tables))
}
