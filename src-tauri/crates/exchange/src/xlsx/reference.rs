//! Names of cells and rows in a sheet. They are judged before the reader of sheets counts with them:
//! one beyond the largest sheet would overflow its numbers, or land on a cell that somebody else filled.

use crate::limits;

/// Attributes of a sheet that name places, by element and attribute.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// `<c r="B7">`.
    Cell,
    /// `<row r="7">`.
    Row,
    /// `<dimension ref="A1:B7">`.
    Range,
}

/// Longest text that can name a place: `XFD1048576:XFD1048576`.
pub const LONGEST: usize = 21;

impl Place {
    /// What the attribute of an element names; none when it names no place.
    pub fn of(element: &[u8], attribute: &[u8]) -> Option<Place> {
        match (element, attribute) {
            (b"c", b"r") => Some(Place::Cell),
            (b"row", b"r") => Some(Place::Row),
            (b"dimension", b"ref") => Some(Place::Range),
            _ => None,
        }
    }

    /// Whether the name is of a place that a sheet can have.
    pub fn is_real(self, name: &[u8]) -> bool {
        match self {
            Place::Cell => cell(name).is_some(),
            Place::Row => row(name).is_some(),
            Place::Range => {
                let mut corners = name.split(|byte| *byte == b':').map(cell);
                match (corners.next(), corners.next(), corners.next()) {
                    (Some(Some(_)), None, _) => true,
                    (Some(Some(first)), Some(Some(last)), None) => {
                        first.0 <= last.0 && first.1 <= last.1
                    }
                    _ => false,
                }
            }
        }
    }
}

/// Column and row from 1.
fn cell(name: &[u8]) -> Option<(usize, usize)> {
    let letters = name.iter().take_while(|byte| byte.is_ascii_alphabetic());
    let letters = letters.count();
    if !(1..=3).contains(&letters) {
        return None;
    }
    let (column, digits) = name.split_at_checked(letters)?;
    let column = column.iter().fold(0, |column, letter| {
        column * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1
    });
    Some((column, row(digits)?)).filter(|(column, _)| *column <= limits::COLUMNS)
}

/// The row from 1.
fn row(digits: &[u8]) -> Option<usize> {
    if digits.len() > 7 || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let row = std::str::from_utf8(digits).ok()?.parse().ok()?;
    (1..=limits::ROWS).contains(&row).then_some(row)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(place: Place, real: &[&str], absurd: &[&str]) {
        for name in real {
            assert!(place.is_real(name.as_bytes()), "{name}");
            assert!(name.len() <= LONGEST);
        }
        for name in absurd {
            assert!(!place.is_real(name.as_bytes()), "{name}");
        }
    }

    #[test]
    fn a_place_is_one_that_a_sheet_can_have() {
        check(
            Place::Cell,
            &["A1", "xfd1048576", "AB12"],
            &[
                "",
                "A",
                "1",
                "A0",
                "XFE1",
                "A1048577",
                "AAAA1",
                "A99999999999",
                "A1B",
                "A-1",
                "é1",
            ],
        );
        check(
            Place::Row,
            &["1", "1048576"],
            &["", "0", "1048577", "4294967296", "A1", "-1"],
        );
        check(
            Place::Range,
            &["A1", "A1:B2", "B2:B2", "XFD1048576:XFD1048576"],
            &["", "A1:", "B2:A1", "A2:A1", "A1:B2:C3", "A:B"],
        );
    }
}
