//! Duties by role, by day.

use super::plain;
use crate::report::index::Index;
use crate::report::judged::Judged;
use crate::report::outline::{Item, Piece};
use crate::report::register::{Cell, Column, Register, Row, Tone};
use domain::frozen::Part;
use std::collections::BTreeMap;

pub(super) fn owed(index: &Index<'_>, judged: &Judged<'_>) -> Vec<Piece> {
    let text = |key: &str| index.texts.get(&format!("reports.law.{key}")).to_owned();
    let duties = judged.frozen.parts(&["duties"]);
    let lead = if duties.is_empty() {
        "duties-none"
    } else {
        "duties-lead"
    };
    let mut pieces = vec![Piece::Chapter(text("duties")), Piece::Words(text(lead))];
    for role in judged.frozen.parts(&["roles"]) {
        let own: Vec<&Part> = duties
            .iter()
            .filter(|duty| duty.value(&["role"]) == role.label)
            .collect();
        if own.is_empty() {
            continue;
        }
        let title = role.label.clone();
        pieces.push(Piece::Section(title.clone()));
        pieces.push(Piece::Register(register(index, title, &own)));
    }
    pieces.extend(ways(index, duties));
    pieces.extend(suspended(index, duties));
    pieces.extend(penalties(index, duties));
    let open = judged.frozen.parts(&["open-duties"]).iter();
    let open: Vec<Item> = open
        .map(|duty| Item {
            name: duty.label.clone(),
            cite: duty.cite.clone(),
            words: duty.value(&["role"]).to_owned(),
        })
        .collect();
    if !open.is_empty() {
        pieces.extend([
            Piece::Section(text("open-duties")),
            Piece::Words(text("open-duties-lead")),
            Piece::Items(open),
        ]);
    }
    pieces
}

fn register(index: &Index<'_>, title: String, duties: &[&Part]) -> Register {
    let column = |key: &str, min: f32, weight: f32| {
        Column::new(
            index.texts.get(&format!("reports.law.column.{key}")),
            min,
            weight,
        )
    };
    Register {
        caption: String::new(),
        summary: index
            .texts
            .format("reports.law.duties-summary", &[("title", &title)]),
        title,
        columns: vec![
            column("from", 84.0, 0.0),
            column("duty", 170.0, 1.0),
            column("where", 76.0, 0.0),
            column("marks", 92.0, 0.0),
        ],
        rows: duties.iter().map(|duty| row(index, duty)).collect(),
    }
}

fn row(index: &Index<'_>, duty: &Part) -> Row {
    let formal = duty.value(&["formal"]);
    let formal = match formal {
        "" => String::new(),
        same if same == duty.value => String::new(),
        formal => index
            .texts
            .format("reports.law.formally", &[("date", formal)]),
    };
    let id = duty.id.split(':').next().unwrap_or_default();
    Row::Cells(vec![
        Cell::new(duty.value.clone()).with(formal),
        Cell::new(duty.label.clone())
            .with(plain(duty))
            .toned(Tone::Name),
        Cell::new(duty.cite.clone()).with(id),
        Cell::new(marks(index, duty).join("\n")),
    ])
}

/// What one must know besides: that the day may move, what suspends it, what is unsettled, the penalty.
fn marks(index: &Index<'_>, duty: &Part) -> Vec<String> {
    let texts = index.texts;
    let text = |key: &str| texts.get(&format!("reports.law.{key}")).to_owned();
    let mut marks = Vec::new();
    if duty.part(&["day-open"]).is_some() {
        marks.push(text("mark-day-open"));
    }
    match duty.value(&["legacy"]) {
        "yes" => marks.push(text("mark-suspended")),
        "unknown" => marks.push(text("mark-maybe-suspended")),
        _ => {}
    }
    let points = duty.part(&["unsettled"]);
    let points = points.into_iter().flat_map(|unsettled| &unsettled.parts);
    marks.extend(
        points.map(|point| texts.format("reports.law.mark-unsettled", &[("point", &point.label)])),
    );
    if let Some(penalty) = duty.part(&["penalty"]) {
        marks.push(texts.format("reports.law.mark-penalty", &[("cite", &penalty.cite)]));
    }
    marks
}

/// Open ways to fulfil duties.
fn ways(index: &Index<'_>, duties: &[Part]) -> Vec<Piece> {
    let routes = duties.iter().filter_map(|duty| duty.part(&["routes"]));
    let routes = routes.flat_map(|routes| &routes.parts);
    let items: BTreeMap<&str, Item> = routes
        .map(|route| (route.id.as_str(), super::item(route)))
        .collect();
    with_title(index, "ways", items.into_values().collect())
}

/// What suspends duties for systems from before.
fn suspended(index: &Index<'_>, duties: &[Part]) -> Vec<Piece> {
    let mut items: Vec<Item> = Vec::new();
    for legacy in duties.iter().filter_map(|duty| duty.part(&["legacy"])) {
        let by = match legacy.value(&["by"]) {
            "" => String::new(),
            by => format!(
                " {}",
                index
                    .texts
                    .format("reports.law.suspended-by", &[("date", by)])
            ),
        };
        let item = Item {
            name: legacy.label.clone(),
            cite: legacy.cite.clone(),
            words: format!("{}{by}", plain(legacy)),
        };
        if !items.contains(&item) {
            items.push(item);
        }
    }
    with_title(index, "suspended", items)
}

/// Each band of penalties once.
fn penalties(index: &Index<'_>, duties: &[Part]) -> Vec<Piece> {
    let mut items: Vec<Item> = Vec::new();
    for penalty in duties.iter().filter_map(|duty| duty.part(&["penalty"])) {
        let item = Item {
            name: penalty.cite.clone(),
            cite: String::new(),
            words: penalty.value.clone(),
        };
        if !items.contains(&item) {
            items.push(item);
        }
    }
    items.sort_by(|a, b| a.name.cmp(&b.name));
    with_title(index, "penalties", items)
}

fn with_title(index: &Index<'_>, key: &str, items: Vec<Item>) -> Vec<Piece> {
    if items.is_empty() {
        return Vec::new();
    }
    let title = index.texts.get(&format!("reports.law.{key}")).to_owned();
    vec![Piece::Section(title), Piece::Items(items)]
}
