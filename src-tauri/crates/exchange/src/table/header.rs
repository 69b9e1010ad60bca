//! Which row holds the headings.

use super::Cell;
use std::collections::BTreeSet;

/// How many rows from the top may hold the headings.
const SEARCHED: usize = 40;
/// A heading is rarely longer than this, in characters. Survey questions used as headings are long.
const LONGEST: usize = 600;

/// The place, from 0, of the row that looks most like headings: many different short texts, with
/// data below. None when no row has a text with a filled row below it.
pub fn find(rows: &[Vec<Cell>]) -> Option<usize> {
    // Our own exports say themselves where the headings are.
    let own = |row: &Vec<Cell>| {
        row.iter()
            .any(|cell| super::own::is_id_heading(&cell.shown()))
    };
    if let Some(place) = rows.iter().take(SEARCHED).position(own) {
        return Some(place);
    }
    let filled = |row: &[Cell]| row.iter().filter(|cell| !cell.is_empty()).count();
    let mut best: Option<(usize, usize)> = None;
    for (place, row) in rows.iter().enumerate().take(SEARCHED) {
        let below = rows.iter().skip(place + 1).take(20);
        let data = below.map(|row| filled(row)).max().unwrap_or(0);
        let headings = headings(row);
        if headings == 0 || data == 0 {
            continue;
        }
        // A title above the table is one text over many columns of data; data itself repeats less
        // but comes later: an early row wins unless a later one has clearly more headings.
        if best.is_none_or(|(_, most)| headings * 4 > most * 5) {
            best = Some((place, headings));
        }
    }
    best.map(|(place, _)| place)
}

/// Different texts in a row that could be headings; numbers and dates count against it.
fn headings(row: &[Cell]) -> usize {
    let mut texts = BTreeSet::new();
    let mut others = 0;
    for cell in row {
        match cell {
            Cell::Text(text) if text.len() <= LONGEST * 4 => {
                texts.insert(text.trim());
            }
            Cell::Empty => {}
            _ => others += 1,
        }
    }
    texts.len().saturating_sub(others)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(texts: &[&str]) -> Vec<Cell> {
        texts.iter().map(|text| Cell::from_text(*text)).collect()
    }

    #[test]
    fn titles_and_section_bands_above_the_headings_are_passed_over() {
        let table = [
            row(&["AI systems of 2025", "", "", ""]),
            row(&[]),
            row(&["Section 1", "", "Section 2", ""]),
            row(&["Id", "Name", "Owner", "Stage"]),
            row(&["1", "A", "x", "y"]),
        ];
        assert_eq!(find(&table), Some(3));
    }

    #[test]
    fn the_first_row_wins_over_equally_varied_data() {
        let table = [
            row(&["Name", "Stage"]),
            row(&["A", "pilot"]),
            row(&["B", "use"]),
        ];
        assert_eq!(find(&table), Some(0));
        assert_eq!(find(&[row(&["only a title"])]), None);
    }
}
