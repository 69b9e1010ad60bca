//! Delimited text to rows. Written here and not taken from a library because people count rows as a
//! spreadsheet does (blank lines too, line breaks in cells not), and an unclosed quotation mark must
//! name its row instead of swallowing the rest of the file.

use crate::error::{ExchangeError, Result};
use crate::limits;
use crate::watch::{Phase, Watch};

/// The delimiters looked for, the likelier first.
const DELIMITERS: [char; 4] = [',', ';', '\t', '|'];

/// One row as it stands; blank lines have no cells.
pub type Record = Vec<String>;

/// Cuts text into rows. A cell that starts with a quotation mark ends at the closing one, where two
/// stand for one; text after the closing mark is kept. Line ends are LF, CRLF or CR.
pub fn rows(text: &str, delimiter: char, watch: &dyn Watch) -> Result<Vec<Record>> {
    let mut cutter = Cutter::new(text, delimiter);
    let (mut rows, mut cells, mut stop) = (Vec::new(), 0, 0);
    while let Some(record) = cutter.record(rows.len() + 1)? {
        cells += record.iter().filter(|cell| !cell.is_empty()).count();
        if cells > limits::CELLS {
            return Err(ExchangeError::TooMany {
                what: "cells",
                limit: limits::CELLS,
            });
        }
        if rows.len() >= limits::ROWS {
            return Err(ExchangeError::TooMany {
                what: "rows",
                limit: limits::ROWS,
            });
        }
        rows.push(record);
        if cutter.place >= stop {
            stop = cutter.place + 64 * 1024;
            if !watch.go_on(Phase::Read, cutter.place as u64, text.len() as u64) {
                return Err(ExchangeError::Cancelled);
            }
        }
    }
    Ok(rows)
}

/// The delimiter that cuts the first rows into the most even table of more than one column.
pub fn delimiter(text: &str) -> char {
    const ROWS: usize = 40;
    let score = |delimiter: char| -> usize {
        let mut cutter = Cutter::new(text, delimiter);
        let mut widths = Vec::new();
        while widths.len() < ROWS {
            match cutter.record(1) {
                Ok(Some(record)) if !record.is_empty() => widths.push(record.len()),
                Ok(Some(_)) => {}
                Ok(None) | Err(_) => break,
            }
        }
        let Some(&widest) = widths.iter().max() else {
            return 0;
        };
        if widest < 2 {
            return 0;
        }
        // Rows of the commonest width, weighted by the square root of the columns won: a table of 62
        // columns beats commas in its prose, and one stray comma a row does not beat semicolons.
        let common = widths
            .iter()
            .map(|width| widths.iter().filter(|other| *other == width).count() * 1000)
            .zip(&widths)
            .filter(|(_, width)| **width > 1)
            .map(|(count, width)| count * width.isqrt_x10() / widths.len())
            .max();
        common.unwrap_or(0) / (1 + cutter.tails)
    };
    DELIMITERS
        .into_iter()
        .rev()
        .max_by_key(|delimiter| score(*delimiter))
        .unwrap_or(',')
}

trait RootTenfold {
    fn isqrt_x10(self) -> usize;
}

impl RootTenfold for usize {
    fn isqrt_x10(self) -> usize {
        (self * 100).isqrt()
    }
}

struct Cutter<'a> {
    text: &'a str,
    place: usize,
    delimiter: u8,
    /// Cells with text after their closing quotation mark: a sign of the wrong delimiter.
    tails: usize,
}

impl<'a> Cutter<'a> {
    fn new(text: &'a str, delimiter: char) -> Self {
        Cutter {
            text,
            place: 0,
            // Every delimiter offered is ASCII; another one chosen by hand falls back to the comma.
            delimiter: u8::try_from(delimiter)
                .ok()
                .filter(u8::is_ascii)
                .unwrap_or(b','),
            tails: 0,
        }
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.place).copied()
    }

    /// The next row, or none at the end. `number` is for messages.
    fn record(&mut self, number: usize) -> Result<Option<Record>> {
        if self.byte().is_none() {
            return Ok(None);
        }
        let mut record = Record::new();
        if self.line_end() {
            return Ok(Some(record));
        }
        loop {
            let cell = self.cell(number, record.len() + 1)?;
            record.push(cell);
            if record.len() > limits::COLUMNS {
                return Err(ExchangeError::TooMany {
                    what: "columns",
                    limit: limits::COLUMNS,
                });
            }
            if self.byte() == Some(self.delimiter) {
                self.place += 1;
                continue;
            }
            self.line_end();
            return Ok(Some(record));
        }
    }

    /// Steps over one line end, if one stands here.
    fn line_end(&mut self) -> bool {
        let rest = self.text.as_bytes().get(self.place..).unwrap_or_default();
        let length = match rest {
            [b'\r', b'\n', ..] => 2,
            [b'\r' | b'\n', ..] => 1,
            _ => 0,
        };
        self.place += length;
        length > 0
    }

    /// The text from here up to, not including, the next byte for which `stop` holds.
    fn until(&mut self, stop: impl Fn(u8) -> bool) -> &'a str {
        let rest = self.text.get(self.place..).unwrap_or_default();
        // Stops are ASCII, so the place found is a character boundary.
        let end = rest.bytes().position(stop).unwrap_or(rest.len());
        self.place += end;
        rest.get(..end).unwrap_or_default()
    }

    fn cell(&mut self, row: usize, column: usize) -> Result<String> {
        let mut cell = String::new();
        let delimiter = self.delimiter;
        let quoted = self.byte() == Some(b'"');
        if self.byte() == Some(b'"') {
            self.place += 1;
            loop {
                cell.push_str(self.until(|byte| byte == b'"'));
                if self.byte().is_none() {
                    return Err(ExchangeError::OpenQuote { row });
                }
                self.place += 1;
                too_long(&cell, row, column)?;
                if self.byte() != Some(b'"') {
                    break;
                }
                self.place += 1;
                cell.push('"');
            }
        }
        let plain = |byte: u8| byte == delimiter || byte == b'\n' || byte == b'\r';
        let tail = self.until(plain);
        self.tails += usize::from(quoted && !tail.trim().is_empty());
        cell.push_str(tail);
        too_long(&cell, row, column)?;
        Ok(cell)
    }
}

fn too_long(cell: &str, row: usize, column: usize) -> Result<()> {
    if cell.len() > limits::CELL_BYTES {
        return Err(ExchangeError::CellTooLong {
            row,
            column,
            limit_mb: (limits::CELL_BYTES / (1024 * 1024)) as u64,
        });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::watch::Unwatched;

    fn check(text: &str, delimiter: char, expected: &[&[&str]]) {
        let rows = rows(text, delimiter, &Unwatched).unwrap();
        assert_eq!(rows, expected, "{text:?}");
    }

    #[test]
    fn quotes_line_breaks_and_blank_lines() {
        check("a,b\r\nc,d", ',', &[&["a", "b"], &["c", "d"]]);
        check(
            "\"a\nb\",\"say \"\"x\"\"\"\n",
            ',',
            &[&["a\nb", "say \"x\""]],
        );
        check("a\n\n\nb", ',', &[&["a"], &[], &[], &["b"]]);
        check("a;;\rb;c;\r", ';', &[&["a", "", ""], &["b", "c", ""]]);
        check("5\" pipe,\"x\"tail", ',', &[&["5\" pipe", "xtail"]]);
        check("", ',', &[]);
        check(",", ',', &[&["", ""]]);
    }

    #[test]
    fn an_unclosed_quote_names_its_row() {
        assert_eq!(
            rows("a,b\n\nc,\"d\ne,f", ',', &Unwatched),
            Err(ExchangeError::OpenQuote { row: 3 })
        );
    }

    #[test]
    fn the_evenest_table_names_the_delimiter() {
        for (text, expected) in [
            ("a,b,c\n1,2,3", ','),
            ("name;purpose\nA;one, two\nB;three, four, five", ';'),
            ("a\tb\n1,5\t2", '\t'),
            ("a|b|c\nx, y|2|3", '|'),
            ("one column only\nx", ','),
            ("\"a;b\",\"c;d\"\n\"e;f\",g", ','),
            ("\"a|b|c\",\"d\"\n\"e|f|g\",\"h\"", ','),
        ] {
            assert_eq!(delimiter(text), expected, "{text:?}");
        }
    }

    #[test]
    fn stopping_stops() {
        assert_eq!(
            rows("a\nb", ',', &|_: Phase, _: u64, _: u64| false),
            Err(ExchangeError::Cancelled)
        );
    }
}
