//! Dates in which a month, a quarter or a year is a word.

use super::dates::{Found, YEARS, day, first_day};

/// `Q3 2023`, `March 2024`, `4. März 2024`, `04-Mar-24`, `2023-05`, `05/2023`.
pub(super) fn from_words(text: &str) -> Found {
    let folded = domain::text::fold(text);
    let words: Vec<&str> = folded.split(' ').collect();
    let year = |word: &str| -> Option<i32> {
        let number = (word.len() == 4)
            .then(|| word.parse::<i32>().ok())
            .flatten()?;
        YEARS.contains(&number).then_some(number)
    };
    let in_month = |word: &str| -> Option<u32> {
        let number = (word.len() <= 2)
            .then(|| word.parse::<u32>().ok())
            .flatten()?;
        (1..=12).contains(&number).then_some(number)
    };
    let in_year = |word: &str| -> Option<u32> {
        let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let number = (digits.len() <= 2)
            .then(|| digits.parse::<u32>().ok())
            .flatten()?;
        let ending = word.get(digits.len()..).unwrap_or_default();
        matches!(ending, "" | "st" | "nd" | "rd" | "th" | "er").then_some(number)
    };
    match words.as_slice() {
        [one, other] => {
            let (name, year_word) = if year(other).is_some() {
                (*one, *other)
            } else {
                (*other, *one)
            };
            let Some(year) = year(year_word) else {
                return short_year(one, other);
            };
            if let Some(quarter) = quarter(name) {
                return first_day(year, quarter * 3 - 2);
            }
            match month(name).or_else(|| in_month(name)) {
                Some(month) => first_day(year, month),
                None => Found::Nothing,
            }
        }
        [first, second, last] => {
            let year = match last.len() {
                2 => last.parse::<i32>().ok().map(|short| 2000 + short),
                _ => year(last),
            };
            let named = match (month(first), month(second)) {
                (Some(month), _) => in_year(second).map(|day| (month, day)),
                (None, Some(month)) => in_year(first).map(|day| (month, day)),
                (None, None) => None,
            };
            match (year, named) {
                (Some(year), Some((month, in_month))) => day(year, month, in_month),
                _ => Found::Nothing,
            }
        }
        _ => Found::Nothing,
    }
}

/// `Mar-24`: a month with a year of two digits.
fn short_year(one: &str, other: &str) -> Found {
    match (month(one), other.len(), other.parse::<i32>()) {
        (Some(month), 2, Ok(year)) => first_day(2000 + year, month),
        _ => Found::Nothing,
    }
}

fn quarter(word: &str) -> Option<u32> {
    let digit = word
        .strip_prefix(['q', 't', 'k'])
        .or_else(|| word.strip_suffix('q'))?;
    let number = digit.parse().ok()?;
    (1..=4).contains(&number).then_some(number)
}

/// Months in English, German, French, Dutch, Spanish and Italian, by enough letters to tell them.
fn month(word: &str) -> Option<u32> {
    const BEGINNINGS: [(&str, u32); 40] = [
        ("jan", 1),
        ("janv", 1),
        ("ene", 1),
        ("gen", 1),
        ("feb", 2),
        ("fev", 2),
        ("mar", 3),
        ("mrz", 3),
        ("maa", 3),
        ("mrt", 3),
        ("apr", 4),
        ("avr", 4),
        ("abr", 4),
        ("mai", 5),
        ("may", 5),
        ("mei", 5),
        ("mag", 5),
        ("jun", 6),
        ("juin", 6),
        ("giu", 6),
        ("jul", 7),
        ("juil", 7),
        ("lug", 7),
        ("aug", 8),
        ("aou", 8),
        ("ago", 8),
        ("sep", 9),
        ("set", 9),
        ("oct", 10),
        ("okt", 10),
        ("ott", 10),
        ("nov", 11),
        ("dec", 12),
        ("dez", 12),
        ("dic", 12),
        ("sept", 9),
        ("jui", 7),
        ("decem", 12),
        ("novem", 11),
        ("octob", 10),
    ];
    if word.chars().count() < 3 || !word.chars().all(char::is_alphabetic) || word.len() > 12 {
        return None;
    }
    // The longest beginning decides: `juin` is June although `jui` is July.
    BEGINNINGS
        .iter()
        .filter(|(start, _)| word.starts_with(start))
        .max_by_key(|(start, _)| start.len())
        .map(|(_, month)| *month)
}
