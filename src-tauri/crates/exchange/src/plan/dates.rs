//! Dates as people write them in lists.

use super::months::from_words;
use crate::mapping::DateOrder;
use crate::table::Cell;
use chrono::{Datelike, Days, NaiveDate};

/// What a cell says as a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// A day.
    Day(NaiveDate),
    /// A year, quarter or month: its first day.
    Part(NaiveDate),
    /// A day whose order was taken from nowhere but the fallback.
    Ambiguous(NaiveDate),
    /// No date.
    Nothing,
}

/// Years that are believed; others are slips.
pub(super) const YEARS: std::ops::RangeInclusive<i32> = 1950..=2150;

/// How the numeric dates of a column are ordered, as far as the column itself tells: any first part
/// above 12 is a day, any second part above 12 makes the first a month. Both, or none, tell nothing.
pub fn order_of<'a>(cells: impl Iterator<Item = &'a Cell>) -> Option<DateOrder> {
    let (mut day_first, mut month_first) = (0usize, 0usize);
    for cell in cells {
        let Cell::Text(text) = cell else { continue };
        let Some((first, second, _, '/' | '-')) = numeric(text.trim()) else {
            continue;
        };
        match (first, second) {
            (13..=31, 1..=12) => day_first += 1,
            (1..=12, 13..=31) => month_first += 1,
            _ => {}
        }
    }
    match (day_first, month_first) {
        (0, 0) => None,
        // A stray slip in a long column does not turn the rest round.
        (days, months) if days > months * 10 => Some(DateOrder::DayFirst),
        (days, months) if months > days * 10 => Some(DateOrder::MonthFirst),
        _ => None,
    }
}

/// Reads a cell. `order` decides `3/4/2024`; without one the day is taken to come first.
pub fn read(cell: &Cell, order: Option<DateOrder>) -> Found {
    match cell {
        Cell::Date(date) => settled(*date),
        Cell::Number(number) => from_number(*number),
        Cell::Text(text) => from_text(text.trim(), order),
        Cell::Empty | Cell::Flag(_) | Cell::Fault(_) => Found::Nothing,
    }
}

/// A spreadsheet that is given the year 2023 in a cell formatted as a date shows 15 July 1905, its
/// 2,023rd day. No list of AI systems means that day.
fn settled(date: NaiveDate) -> Found {
    let serial = date.num_days_from_ce() - 693_594; // 30 December 1899, the day before day 1
    if (1990..=2060).contains(&serial) {
        return first_day(serial, 1);
    }
    if YEARS.contains(&date.year()) {
        Found::Day(date)
    } else {
        Found::Nothing
    }
}

fn from_number(number: f64) -> Found {
    if number.fract() == 0.0 && (1990.0..=2060.0).contains(&number) {
        return first_day(number as i32, 1);
    }
    // 1954 to 2119 as days since the end of 1899.
    if (20_000.0..80_000.0).contains(&number) {
        let start = NaiveDate::from_ymd_opt(1899, 12, 30);
        let date = start.and_then(|start| start.checked_add_days(Days::new(number as u64)));
        return date.map_or(Found::Nothing, Found::Day);
    }
    Found::Nothing
}

pub(super) fn first_day(year: i32, month: u32) -> Found {
    match NaiveDate::from_ymd_opt(year, month, 1) {
        Some(date) if YEARS.contains(&year) => Found::Part(date),
        _ => Found::Nothing,
    }
}

pub(super) fn day(year: i32, month: u32, day: u32) -> Found {
    NaiveDate::from_ymd_opt(year, month, day).map_or(Found::Nothing, settled)
}

fn from_text(text: &str, order: Option<DateOrder>) -> Found {
    // A time of day after the date is dropped: `2024-05-01T00:00:00`, `5/1/2024 0:00`.
    let text = match text.split_once(['T', ' ']) {
        Some((date, time)) if is_time(time) => date,
        _ => text,
    };
    if let Some((first, second, third, mark)) = numeric(text) {
        return from_parts(first, second, third, mark, order);
    }
    if let Ok(number) = text.parse::<f64>() {
        return from_number(number);
    }
    from_words(text)
}

fn is_time(text: &str) -> bool {
    let digits = text.trim_end_matches(['Z', 'z']);
    digits.contains(':')
        && digits.chars().all(|c| {
            c.is_ascii_digit() || matches!(c, ':' | '.' | '+' | '-' | ' ' | 'A' | 'P' | 'M')
        })
}

/// Three numbers with one mark between them.
fn numeric(text: &str) -> Option<(i32, i32, i32, char)> {
    let mark = text.chars().find(|c| !c.is_ascii_digit())?;
    if !matches!(mark, '/' | '-' | '.') {
        return None;
    }
    let mut parts = text.split(mark).map(|part| {
        let part = part.trim();
        (part.len() <= 4)
            .then(|| part.parse::<i32>().ok())
            .flatten()
    });
    match (parts.next()??, parts.next()??, parts.next()??, parts.next()) {
        (first, second, third, None) if first >= 0 && second >= 0 && third >= 0 => {
            Some((first, second, third, mark))
        }
        _ => None,
    }
}

fn from_parts(first: i32, second: i32, third: i32, mark: char, order: Option<DateOrder>) -> Found {
    let small = |number: i32| u32::try_from(number).unwrap_or(0);
    if first > 31 {
        return day(first, small(second), small(third));
    }
    let year = match third {
        0..=69 => 2000 + third,
        70..=99 => 1900 + third,
        other => other,
    };
    let day_first = day(year, small(second), small(first));
    let month_first = day(year, small(first), small(second));
    match (mark, first, second) {
        // Points stand only where the day comes first.
        ('.', ..) => day_first,
        (_, 13.., _) => day_first,
        (_, _, 13..) => month_first,
        (_, same, other) if same == other => day_first,
        _ => match (order, day_first) {
            (Some(DateOrder::DayFirst), _) => day_first,
            (Some(DateOrder::MonthFirst), _) => month_first,
            (None, Found::Day(date)) => Found::Ambiguous(date),
            (None, other) => other,
        },
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn text(text: &str, order: Option<DateOrder>) -> Found {
        read(&Cell::Text(text.to_owned()), order)
    }

    #[test]
    fn days_in_many_hands() {
        for (written, meant) in [
            ("2024-03-04", "2024-03-04"),
            ("2024/3/4", "2024-03-04"),
            ("2024-03-04T10:20:00Z", "2024-03-04"),
            ("4.3.2024", "2024-03-04"),
            ("04.03.24", "2024-03-04"),
            ("25/12/2023", "2023-12-25"),
            ("12/25/2023", "2023-12-25"),
            ("5/5/2023", "2023-05-05"),
            ("12/25/2023 0:00", "2023-12-25"),
            ("4 March 2024", "2024-03-04"),
            ("March 4, 2024", "2024-03-04"),
            ("4. März 2024", "2024-03-04"),
            ("1er août 2024", "2024-08-01"),
            ("3rd juin 2024", "2024-06-03"),
            ("04-Mar-24", "2024-03-04"),
            ("45355", "2024-03-04"),
        ] {
            assert_eq!(text(written, None), Found::Day(date(meant)), "{written}");
        }
    }

    #[test]
    fn parts_are_their_first_day() {
        for (written, meant) in [
            ("2019", "2019-01-01"),
            ("Q3 2023", "2023-07-01"),
            ("2023 Q1", "2023-01-01"),
            ("March 2024", "2024-03-01"),
            ("Mar-24", "2024-03-01"),
            ("2023-05", "2023-05-01"),
            ("05/2023", "2023-05-01"),
            ("juillet 2024", "2024-07-01"),
            ("7/15/1905", "2023-01-01"),
        ] {
            let order = Some(DateOrder::MonthFirst);
            assert_eq!(text(written, order), Found::Part(date(meant)), "{written}");
        }
        assert_eq!(
            read(&Cell::Number(2024.0), None),
            Found::Part(date("2024-01-01"))
        );
        assert_eq!(
            read(&Cell::Date(date("1905-07-16")), None),
            Found::Part(date("2024-01-01"))
        );
    }

    #[test]
    fn the_order_decides_what_could_be_either() {
        let written = "3/4/2024";
        assert_eq!(
            text(written, Some(DateOrder::MonthFirst)),
            Found::Day(date("2024-03-04"))
        );
        assert_eq!(
            text(written, Some(DateOrder::DayFirst)),
            Found::Day(date("2024-04-03"))
        );
        assert_eq!(text(written, None), Found::Ambiguous(date("2024-04-03")));
    }

    #[test]
    fn what_is_no_date_stays_text() {
        for written in [
            "",
            "soon",
            "31/31/2024",
            "N/A",
            "1/2/3/4",
            "FY25 Q",
            "2024-13-01",
            "99999999",
            "-5",
            "v1.2.3.4",
        ] {
            assert_eq!(text(written, None), Found::Nothing, "{written}");
        }
    }

    #[test]
    fn a_column_tells_its_order() {
        let column = |texts: &[&str]| {
            let cells: Vec<Cell> = texts.iter().map(|text| Cell::from_text(*text)).collect();
            order_of(cells.iter())
        };
        assert_eq!(
            column(&["3/4/2024", "3/14/2024"]),
            Some(DateOrder::MonthFirst)
        );
        assert_eq!(
            column(&["3/4/2024", "14/3/2024"]),
            Some(DateOrder::DayFirst)
        );
        assert_eq!(column(&["3/4/2024", "5/6/2024"]), None);
        assert_eq!(column(&["13/4/2024", "5/16/2024"]), None);
    }
}
