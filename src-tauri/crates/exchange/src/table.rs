//! A table as read: headings, rows, and every choice that was made on the way, so that each can be
//! seen and overridden.

mod csv;
mod decode;
mod header;
mod open;
mod own;

pub use open::{read, read_bytes, read_file};
pub use own::read_own;
pub(crate) use own::{Aids, CODES_SHEET, TEXTS_SHEET, code, kind};

use chrono::NaiveDate;
use std::borrow::Cow;

/// Choices that override what detection would choose.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReadOptions {
    /// Encoding label of a CSV file, e.g. `windows-1252`, `utf-8`.
    pub encoding: Option<String>,
    /// Delimiter of a CSV file.
    pub delimiter: Option<char>,
    /// Sheet of a workbook, by name.
    pub sheet: Option<String>,
    /// Row of the headings, as a spreadsheet counts, from 1.
    pub header_row: Option<usize>,
}

/// One table of a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// How it was read.
    pub source: Source,
    /// SHA-256 of the whole file, lower-case hex.
    pub sha256: String,
    /// Row of the headings, as a spreadsheet counts, from 1.
    pub header_row: usize,
    /// Every column that has a heading or a value.
    pub columns: Vec<Column>,
    /// Rows below the headings that hold something; each as long as `columns`.
    pub rows: Vec<Row>,
    /// Rows whose number of cells differs from that of the headings (CSV only).
    pub ragged: Vec<Ragged>,
    /// What our own export added for reading itself back; none in other people's lists.
    pub(crate) own: Option<Aids>,
}

/// How a table was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// From delimited text.
    Csv {
        /// Label of the encoding.
        encoding: &'static str,
        /// Whether the encoding is proven (by a byte-order mark or by being valid UTF-8) or guessed.
        certain: bool,
        /// Whether some bytes had no meaning in the encoding and show as `�`.
        misread: bool,
        /// What separates cells.
        delimiter: char,
    },
    /// From a workbook.
    Xlsx {
        /// The sheet read.
        sheet: String,
        /// All sheets, in order.
        sheets: Vec<Sheet>,
    },
}

/// One sheet of a workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Whether a spreadsheet program shows it.
    pub visible: bool,
    /// Cells that hold something.
    pub filled: usize,
}

/// One column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its place in the sheet, from 0.
    pub place: usize,
    /// Its heading on one line; `Column C` where the sheet has none.
    pub heading: String,
    /// Which of the columns with this heading it is, from 1.
    pub nth: usize,
}

/// One row of data.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// As a spreadsheet counts, from 1.
    pub number: usize,
    /// One cell per column of the table.
    pub cells: Vec<Cell>,
}

/// A row that is too short or too long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ragged {
    /// As a spreadsheet counts, from 1.
    pub row: usize,
    /// Cells it has.
    pub found: usize,
    /// Cells the headings have.
    pub expected: usize,
}

/// What a cell holds.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Cell {
    /// Nothing, or only blanks.
    #[default]
    Empty,
    /// Text as it stands, outer blanks kept.
    Text(String),
    /// A number.
    Number(f64),
    /// A date (the time of day is dropped).
    Date(NaiveDate),
    /// True or false.
    Flag(bool),
    /// An error of the spreadsheet's own calculation, e.g. `#N/A`.
    Fault(String),
}

impl Cell {
    /// Text, or nothing when it is blank.
    pub fn from_text(text: impl Into<String>) -> Cell {
        let text = text.into();
        if text.trim().is_empty() {
            Cell::Empty
        } else {
            Cell::Text(text)
        }
    }

    /// Whether it holds nothing.
    pub fn is_empty(&self) -> bool {
        matches!(self, Cell::Empty)
    }

    /// What a person would read in it: dates as ISO, numbers without needless digits, texts without
    /// outer blanks.
    pub fn shown(&self) -> Cow<'_, str> {
        match self {
            Cell::Empty => Cow::Borrowed(""),
            Cell::Text(text) => Cow::Borrowed(text.trim()),
            Cell::Number(number) => Cow::Owned(plain_number(*number)),
            Cell::Date(date) => Cow::Owned(date.format("%Y-%m-%d").to_string()),
            Cell::Flag(true) => Cow::Borrowed("TRUE"),
            Cell::Flag(false) => Cow::Borrowed("FALSE"),
            Cell::Fault(code) => Cow::Borrowed(code),
        }
    }
}

fn plain_number(number: f64) -> String {
    // Up to 2^53 every whole number is exact, and shows without a point.
    if number.fract() == 0.0 && number.abs() < 9.0e15 {
        format!("{number:.0}")
    } else {
        number.to_string()
    }
}

impl Table {
    /// The column with this heading (compared folded) that is the `nth` of its name.
    pub fn column(&self, heading: &str, nth: usize) -> Option<usize> {
        let folded = domain::text::fold(heading);
        self.columns
            .iter()
            .position(|column| column.nth == nth && domain::text::fold(&column.heading) == folded)
    }

    /// The first values of a column that hold something, for a preview.
    pub fn samples(&self, column: usize, most: usize) -> Vec<Cow<'_, str>> {
        self.rows
            .iter()
            .filter_map(|row| row.cells.get(column))
            .filter(|cell| !cell.is_empty())
            .take(most)
            .map(Cell::shown)
            .collect()
    }

    /// Whether the file is an export of this product.
    pub fn is_own(&self) -> bool {
        self.own.is_some()
    }
}
