//! Workbooks: first the packing is looked through ([`guard`]), only then are cells read.

mod guard;
mod reference;
mod scan;

use crate::error::{ExchangeError, Result};
use crate::limits;
use crate::table::{Cell, Sheet};
use crate::watch::{Phase, Watch};
use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx};
use chrono::NaiveDate;
use std::cell::Cell as Shared;
use std::collections::BTreeMap;
use std::io::{Cursor, Read, Seek, SeekFrom};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::rc::Rc;

/// Rows of a sheet by their number from 1; each row up to its last filled cell.
pub type Grid = Vec<(usize, Vec<Cell>)>;

/// A workbook with all its sheets read.
pub struct Book {
    sheets: Vec<(Sheet, Grid)>,
}

impl Book {
    /// Looks through the packing, then reads every worksheet under the caps of [`limits`].
    pub fn open(bytes: &[u8], watch: &dyn Watch) -> Result<Book> {
        guard::check(bytes, watch)?;
        // The reader of sheets is not ours: should it panic on a workbook that passed the guard, the
        // workbook is damaged and the program goes on.
        catch_unwind(AssertUnwindSafe(|| read_sheets(bytes, watch))).unwrap_or_else(|_| {
            Err(ExchangeError::Damaged {
                what: "its parts contradict each other".to_owned(),
            })
        })
    }

    /// The sheets, in order.
    pub fn sheets(&self) -> Vec<Sheet> {
        self.sheets.iter().map(|(sheet, _)| sheet.clone()).collect()
    }

    /// Takes the rows of a sheet out of the book.
    pub fn take(&mut self, name: &str) -> Option<Grid> {
        self.sheets
            .iter_mut()
            .find(|(sheet, _)| sheet.name == name)
            .map(|(_, grid)| std::mem::take(grid))
    }
}

/// The sheet asked for, or the one with most in it; shown sheets before hidden ones.
pub fn choose(sheets: &[Sheet], wanted: Option<&str>) -> Result<String> {
    if let Some(name) = wanted {
        return sheets
            .iter()
            .find(|sheet| sheet.name == name)
            .map(|sheet| sheet.name.clone())
            .ok_or_else(|| ExchangeError::NoSuchSheet {
                name: name.to_owned(),
            });
    }
    sheets
        .iter()
        .rev()
        .filter(|sheet| sheet.filled > 0)
        .max_by_key(|sheet| (sheet.visible, sheet.filled))
        .map(|sheet| sheet.name.clone())
        .ok_or(ExchangeError::NoTable)
}

/// Counts over the whole workbook.
#[derive(Default)]
struct Used {
    cells: usize,
    places: usize,
    text: usize,
}

fn read_sheets(bytes: &[u8], watch: &dyn Watch) -> Result<Book> {
    let total = bytes.len() as u64;
    let stop = Rc::new(Shared::new(false));
    let source = Watched {
        inner: Cursor::new(bytes),
        stop: Rc::clone(&stop),
        read: 0,
        total,
        watch,
    };
    let broken = |error: calamine::XlsxError| {
        if stop.get() {
            return ExchangeError::Cancelled;
        }
        match error {
            calamine::XlsxError::Password => ExchangeError::Encrypted,
            other => ExchangeError::Damaged {
                what: other.to_string(),
            },
        }
    };
    let mut workbook = Xlsx::new(source).map_err(broken)?;
    let mut used = Used::default();
    let mut sheets = Vec::new();
    for described in workbook.sheets_metadata().to_vec() {
        if described.typ != SheetType::WorkSheet {
            continue;
        }
        let (grid, filled) =
            match read_sheet(&mut workbook, &described.name, &mut used, (watch, total)) {
                Ok(read) => read,
                Err(Broken::Ours(error)) => return Err(error),
                // A chart sheet says in its own part that it is none.
                Err(Broken::Theirs(calamine::XlsxError::NotAWorksheet(_))) => continue,
                Err(Broken::Theirs(error)) => return Err(broken(error)),
            };
        sheets.push((
            Sheet {
                name: described.name,
                visible: described.visible == SheetVisible::Visible,
                filled,
            },
            grid,
        ));
    }
    Ok(Book { sheets })
}

/// Whose error ended the reading.
enum Broken {
    Ours(ExchangeError),
    Theirs(calamine::XlsxError),
}

impl From<ExchangeError> for Broken {
    fn from(error: ExchangeError) -> Self {
        Broken::Ours(error)
    }
}

impl From<calamine::XlsxError> for Broken {
    fn from(error: calamine::XlsxError) -> Self {
        Broken::Theirs(error)
    }
}

fn read_sheet<RS: Read + Seek>(
    workbook: &mut Xlsx<RS>,
    name: &str,
    used: &mut Used,
    (watch, total): (&dyn Watch, u64),
) -> std::result::Result<(Grid, usize), Broken> {
    // Cell by cell, never as a range: a range reserves the whole rectangle that the sheet claims.
    let mut reader = workbook.worksheet_cells_reader(name)?;
    let mut rows: BTreeMap<usize, Vec<Cell>> = BTreeMap::new();
    let (mut filled, mut seen) = (0, 0u64);
    while let Some(found) = reader.next_cell()? {
        seen += 1;
        if seen.is_multiple_of(4096) && !watch.go_on(Phase::Read, seen.min(total), total) {
            return Err(ExchangeError::Cancelled.into());
        }
        let (row, column) = found.get_position();
        let (row, column) = (row as usize + 1, column as usize);
        let cell = convert(found.get_value());
        if cell.is_empty() {
            continue;
        }
        if column >= limits::COLUMNS || row > limits::ROWS {
            return Err(ExchangeError::TooMany {
                what: "columns or rows",
                limit: limits::COLUMNS,
            }
            .into());
        }
        if let Cell::Text(text) = &cell {
            if text.len() > limits::CELL_BYTES {
                return Err(ExchangeError::CellTooLong {
                    row,
                    column: column + 1,
                    limit_mb: (limits::CELL_BYTES / (1024 * 1024)) as u64,
                }
                .into());
            }
            used.text += text.len();
        }
        let cells = rows.entry(row).or_default();
        if cells.len() <= column {
            used.places += column + 1 - cells.len();
            cells.resize(column + 1, Cell::Empty);
        }
        if let Some(place) = cells.get_mut(column) {
            *place = cell;
        }
        filled += 1;
        used.cells += 1;
        within(used)?;
    }
    Ok((rows.into_iter().collect(), filled))
}

fn within(used: &Used) -> Result<()> {
    if used.cells > limits::CELLS || used.places > limits::PLACES {
        return Err(ExchangeError::TooMany {
            what: "cells",
            limit: limits::CELLS,
        });
    }
    if used.text > limits::TEXT_BYTES {
        return Err(ExchangeError::TooMuchText {
            limit_mb: (limits::TEXT_BYTES / (1024 * 1024)) as u64,
        });
    }
    Ok(())
}

fn convert(value: &DataRef<'_>) -> Cell {
    match value {
        DataRef::Empty => Cell::Empty,
        DataRef::Int(number) => Cell::Number(*number as f64),
        DataRef::Float(number) => Cell::Number(*number),
        DataRef::String(text) => Cell::from_text(text.as_str()),
        DataRef::SharedString(text) => Cell::from_text(*text),
        DataRef::Bool(flag) => Cell::Flag(*flag),
        DataRef::DateTime(moment) => {
            let serial = moment.as_f64();
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            let date = NaiveDate::from_ymd_opt(i32::from(year), month.into(), day.into());
            match date {
                // Below one day it is a time of day; durations are no dates either.
                Some(date) if moment.is_datetime() && serial >= 1.0 => Cell::Date(date),
                _ => Cell::Number(serial),
            }
        }
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            let day = text.get(..10).unwrap_or(text);
            match NaiveDate::parse_from_str(day, "%Y-%m-%d") {
                Ok(date) => Cell::Date(date),
                Err(_) => Cell::from_text(text.as_str()),
            }
        }
        DataRef::Error(error) => Cell::Fault(error.to_string()),
    }
}

/// Bytes that can be stopped: asks between reads, and fails the read when told to stop.
struct Watched<'w> {
    inner: Cursor<&'w [u8]>,
    stop: Rc<Shared<bool>>,
    read: u64,
    total: u64,
    watch: &'w dyn Watch,
}

impl Read for Watched<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let length = self.inner.read(buffer)?;
        self.read += length as u64;
        let done = self.read.min(self.total);
        if self.stop.get() || !self.watch.go_on(Phase::Read, done, self.total) {
            self.stop.set(true);
            return Err(std::io::Error::other("stopped"));
        }
        Ok(length)
    }
}

impl Seek for Watched<'_> {
    fn seek(&mut self, to: SeekFrom) -> std::io::Result<u64> {
        self.inner.seek(to)
    }
}
