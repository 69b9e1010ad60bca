//! Heat maps of risks: the same on paper and in the window.

use crate::chart::{Cell, HeatMap};
use domain::Words;
use domain::risk::{Level, Method, Party, Point, Row, place_on};

/// The map of many risks at one point, named by their references.
pub fn risk_map(rows: &[&Row<'_>], method: &Method, point: Point, words: &Words<'_>) -> HeatMap {
    let placed = rows.iter().filter_map(|row| {
        let level = place_on(row, method, point)?;
        Some((level, row.risk.record.reference()))
    });
    let title = words.risk_point(point).to_owned();
    map(method, title, placed.collect(), words)
}

/// The map of one risk: where it is before any measure, today, once treated. None without any level.
pub fn risk_road(row: &Row<'_>, method: &Method, words: &Words<'_>) -> Option<HeatMap> {
    let placed: Vec<(Level, String)> = Point::ALL
        .into_iter()
        .filter_map(|point| {
            let level = place_on(row, method, point)?;
            Some((level, words.risk_word("short", point.code()).to_owned()))
        })
        .collect();
    let title = words.risk_word("map", "road").to_owned();
    (!placed.is_empty()).then(|| map(method, title, placed, words))
}

fn map(
    method: &Method,
    title: String,
    mut placed: Vec<(Level, String)>,
    words: &Words<'_>,
) -> HeatMap {
    placed.sort_by(|(_, a), (_, b)| a.cmp(b));
    let rows = method.likelihood.labels();
    let columns = columns(method);
    let mut cells: Vec<Vec<Cell>> = Vec::new();
    for likelihood in 0..rows.len() {
        let cell = |consequence: usize| {
            let here = placed.iter().filter(|(level, _)| {
                (level.likelihood, level.consequence) == (likelihood, consequence)
            });
            Cell {
                level: method.level(likelihood, consequence).unwrap_or_default(),
                names: here.map(|(_, name)| name.clone()).collect(),
                label: String::new(),
            }
        };
        cells.push((0..columns.len()).map(cell).collect());
    }
    let mut told = Vec::new();
    for (row, line) in cells.iter_mut().enumerate().rev() {
        for (column, cell) in line.iter_mut().enumerate() {
            if cell.names.is_empty() {
                continue;
            }
            cell.label = words.texts.format(
                "content.risks.map.alt.place",
                &[
                    ("likelihood", rows.get(row).map_or("", String::as_str)),
                    (
                        "consequence",
                        columns.get(column).map_or("", String::as_str),
                    ),
                    ("level", method.levels.label(cell.level)),
                    ("risks", &cell.names.join(", ")),
                ],
            );
            told.push(cell.label.clone());
        }
    }
    let alt = match told.is_empty() {
        true => words
            .texts
            .format("content.risks.map.alt.empty", &[("point", &title)]),
        false => words.texts.format(
            "content.risks.map.alt.filled",
            &[("point", &title), ("places", &told.join("; "))],
        ),
    };
    HeatMap {
        title,
        up: words.risk_word("map", "likelihood").to_owned(),
        right: words.risk_word("map", "consequence").to_owned(),
        rows,
        columns,
        levels: method.levels.labels(),
        cells,
        alt,
    }
}

/// The labels of the consequence scales where all three share them, else their numbers: a column then means
/// something else for each party.
fn columns(method: &Method) -> Vec<String> {
    let [first, others @ ..] = Party::ALL.map(|party| method.scale(party).labels());
    match others.iter().all(|labels| *labels == first) {
        true => first,
        false => (1..=first.len()).map(|step| step.to_string()).collect(),
    }
}
