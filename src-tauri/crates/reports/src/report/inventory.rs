//! The inventory register: every AI system with its next review, vendors, models and datasets, and what
//! is not known yet.

use super::Options;
use super::front::{Front, Line, front, management};
use super::index::{Index, capital};
use super::register::{Cell, Column, Register, Row, Tone};
use super::{linked, open};
use chrono::NaiveDate;
use content::{Library, RecordKind};
use domain::{Dossier, Record, Value, fact};
use serde::Serialize;

/// The register as it will be printed.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct InventoryReport {
    /// What it says of itself.
    pub front: Front,
    /// The first page after the contents.
    pub summary: Summary,
    /// Current systems.
    pub systems: Register,
    /// Said in place of an empty register.
    pub none: String,
    /// Retired systems.
    pub retired: Register,
    /// Vendors, models, datasets; empty ones left out.
    pub linked: Vec<Register>,
    /// What is not known yet.
    pub open: Open,
}

/// Where the inventory stands.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Summary {
    /// Heading.
    pub title: String,
    /// The whole in two sentences.
    pub lead: String,
    /// Big numbers with what they count.
    pub figures: Vec<(String, String)>,
    /// Counts by stage, role, scope and review.
    pub breakdowns: Vec<Breakdown>,
    /// A remark on the counts.
    pub note: String,
}

/// Counts of current systems.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Breakdown {
    /// What is counted.
    pub title: String,
    /// Label and count, in the order of the question.
    pub bars: Vec<(String, u64)>,
}

/// What is not known yet.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Open {
    /// How it is counted, or that nothing is open.
    pub lead: String,
    /// Questions with counts.
    pub register: Register,
}

/// When a system is to be looked at again, against the day of the snapshot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Review {
    Overdue,
    Month(u64),
    Quarter,
    Later,
    None,
}

fn review(due: Option<NaiveDate>, today: NaiveDate) -> Review {
    match due.map(|due| (due - today).num_days()) {
        None => Review::None,
        Some(days) if days < 0 => Review::Overdue,
        Some(days) if days <= 30 => Review::Month(days.unsigned_abs()),
        Some(days) if days <= 90 => Review::Quarter,
        Some(_) => Review::Later,
    }
}

/// The inventory register of a snapshot.
pub fn build(dossier: &Dossier, library: &Library, options: &Options) -> InventoryReport {
    let index = Index::new(dossier, library, options);
    let text = |key: &str| index.texts.get(key).to_owned();
    let current: Vec<&Record> = dossier.current(RecordKind::System).collect();
    let retired: Vec<&Record> = dossier
        .records
        .iter()
        .filter(|record| record.kind == RecordKind::System && record.retired.is_some())
        .collect();
    let mut contains = index.count("reports.count.systems", current.len());
    if !retired.is_empty() {
        contains = format!(
            "{contains}, {}",
            index.count("reports.count.retired", retired.len())
        );
    }
    let words = (
        text("reports.inventory.title"),
        text("reports.inventory.subject"),
    );
    let facts = vec![Line::new(&text("reports.cover.contains"), contains)];
    let mut front = front(&index, options, "INV", "", words, facts);
    front.signatures = management(&index);
    let open = open::count(&index, &current);
    let users = index.users();
    let linked = [
        linked::vendors(&index, &users),
        linked::models(&index, &users),
        linked::datasets(&index, &users),
    ];
    InventoryReport {
        summary: summary(&index, &current, &open),
        systems: systems(&index, &current),
        none: text("reports.inventory.systems.none"),
        retired: retired_systems(&index, &retired),
        linked: linked
            .into_iter()
            .filter(|register| !register.is_empty())
            .collect(),
        open: open.register,
        front,
    }
}

fn summary(index: &Index<'_>, current: &[&Record], open: &open::OpenCounts) -> Summary {
    let text = |key: &str| index.texts.get(key).to_owned();
    let today = index.today();
    let reviews: Vec<Review> = current
        .iter()
        .map(|system| review(index.date(&system.id, fact::REVIEW_DUE), today))
        .collect();
    let count =
        |wanted: fn(&Review) -> bool| reviews.iter().filter(|review| wanted(review)).count();
    let overdue = count(|review| matches!(review, Review::Overdue));
    let soon = count(|review| matches!(review, Review::Month(_)));
    let chose =
        |system: &&&Record, question: &str, option: &str| match index.value(&system.id, question) {
            Some(Value::One(chosen)) => chosen.as_str() == option,
            Some(Value::Many(chosen)) => chosen.iter().any(|chosen| chosen.as_str() == option),
            _ => false,
        };
    let in_scope = current
        .iter()
        .filter(|system| chose(system, fact::IN_SCOPE, "yes"))
        .count();
    let lead = if current.is_empty() {
        text("reports.inventory.summary.empty")
    } else {
        let parts = [
            (
                "systems",
                index.count("reports.count.systems", current.len()),
            ),
            ("in-scope", index.count("reports.count.in-scope", in_scope)),
            (
                "overdue",
                capital(&index.count("reports.count.overdue", overdue)),
            ),
            ("soon", index.count("reports.count.soon", soon)),
            (
                "to-find-out",
                capital(&index.count("reports.count.to-find-out", open.to_find_out)),
            ),
            (
                "required-open",
                index.count("reports.count.required-open", open.missing),
            ),
        ];
        let parts: Vec<(&str, &str)> = parts
            .iter()
            .map(|(name, words)| (*name, words.as_str()))
            .collect();
        index.texts.format("reports.inventory.summary.lead", &parts)
    };
    let by = |question: &str, title: &str| {
        let options = index
            .library
            .question(question)
            .map(|question| question.options.as_slice());
        let mut bars: Vec<(String, u64)> = Vec::new();
        for option in options.unwrap_or_default() {
            let count = current
                .iter()
                .filter(|system| chose(system, question, option.id.as_str()))
                .count();
            if count > 0 {
                bars.push((option.label.clone(), count as u64));
            }
        }
        let silent = current
            .iter()
            .filter(|system| index.value(&system.id, question).is_none())
            .count();
        if silent > 0 {
            bars.push((
                text("reports.inventory.summary.not-answered"),
                silent as u64,
            ));
        }
        Breakdown {
            title: text(title),
            bars,
        }
    };
    let by_review = [
        ("overdue", overdue),
        ("month", soon),
        ("quarter", count(|review| matches!(review, Review::Quarter))),
        ("later", count(|review| matches!(review, Review::Later))),
        ("none", count(|review| matches!(review, Review::None))),
    ];
    let figure = |count: usize, key: &str| (index.number(count), text(key));
    Summary {
        title: text("reports.inventory.summary.title"),
        lead,
        figures: vec![
            figure(current.len(), "reports.inventory.summary.systems"),
            figure(in_scope, "reports.inventory.summary.in-scope"),
            figure(overdue, "reports.inventory.summary.overdue"),
            figure(open.to_find_out, "reports.inventory.summary.to-find-out"),
        ],
        breakdowns: if current.is_empty() {
            Vec::new()
        } else {
            vec![
                by(fact::STAGE, "reports.inventory.summary.by-stage"),
                by(fact::ROLES, "reports.inventory.summary.by-role"),
                by(fact::IN_SCOPE, "reports.inventory.summary.by-scope"),
                Breakdown {
                    title: text("reports.inventory.summary.by-review"),
                    bars: by_review
                        .iter()
                        .map(|(key, count)| {
                            (
                                text(&format!("reports.inventory.review.{key}")),
                                *count as u64,
                            )
                        })
                        .collect(),
                },
            ]
        },
        note: text("reports.inventory.summary.roles-note"),
    }
}

/// The cell of one question; words for a missing answer are toned down.
pub(super) fn cell(index: &Index<'_>, record: &Record, question: &str) -> Cell {
    let cell = Cell::new(index.brief(&record.id, question));
    match index.value(&record.id, question) {
        Some(_) => cell,
        None => cell.toned(Tone::Absent),
    }
}

pub(super) fn reference(record: &Record) -> Cell {
    Cell::new(record.reference()).toned(Tone::Reference)
}

pub(super) fn name(index: &Index<'_>, record: &Record, detail: &str) -> Cell {
    let detail = match index.value(&record.id, detail) {
        Some(_) => index.brief(&record.id, detail),
        None => String::new(),
    };
    Cell::new(record.name.clone())
        .with(detail)
        .toned(Tone::Name)
}

pub(super) fn review_cell(index: &Index<'_>, record: &Record, question: &str) -> Cell {
    let cell = cell(index, record, question);
    match review(index.date(&record.id, question), index.today()) {
        Review::Overdue => cell
            .with(index.texts.get("reports.cell.overdue"))
            .toned(Tone::Alarm),
        Review::Month(0) => cell
            .with(index.texts.get("reports.cell.due-today"))
            .toned(Tone::Warn),
        Review::Month(days) => cell
            .with(index.texts.count("reports.cell.due", days, &[]))
            .toned(Tone::Warn),
        _ => cell,
    }
}

fn system_row(index: &Index<'_>, system: &Record, last: Cell) -> Row {
    Row::Cells(vec![
        reference(system),
        name(index, system, fact::UNIT),
        cell(index, system, fact::PURPOSE),
        cell(index, system, fact::ROLES),
        cell(index, system, fact::STAGE),
        cell(index, system, fact::OWNER),
        cell(index, system, fact::VENDOR),
        cell(index, system, fact::IN_SCOPE),
        last,
    ])
}

fn system_columns(index: &Index<'_>, last: &str) -> Vec<Column> {
    let column = |key: &str, min: f32, weight: f32| {
        Column::new(
            index.texts.get(&format!("reports.column.{key}")),
            min,
            weight,
        )
    };
    vec![
        column("reference", 46.0, 0.0),
        column("system", 86.0, 1.0),
        column("purpose", 150.0, 4.4),
        column("roles", 58.0, 0.3),
        column("stage", 62.0, 0.1),
        column("owner", 60.0, 0.4),
        column("vendor", 58.0, 0.4),
        column("scope", 44.0, 0.0),
        column(last, 62.0, 0.0),
    ]
}

fn systems(index: &Index<'_>, current: &[&Record]) -> Register {
    let rows = current
        .iter()
        .map(|system| system_row(index, system, review_cell(index, system, fact::REVIEW_DUE)));
    register(
        index,
        "systems",
        system_columns(index, "review"),
        rows.collect(),
    )
}

fn retired_systems(index: &Index<'_>, retired: &[&Record]) -> Register {
    let rows = retired.iter().map(|system| {
        let on = system
            .retired
            .map(|at| index.short_date(at.date_naive()))
            .unwrap_or_default();
        system_row(index, system, Cell::new(on))
    });
    register(
        index,
        "retired",
        system_columns(index, "retired"),
        rows.collect(),
    )
}

pub(super) fn register(
    index: &Index<'_>,
    key: &str,
    columns: Vec<Column>,
    rows: Vec<Row>,
) -> Register {
    let text = |part: &str| {
        index
            .texts
            .get(&format!("reports.inventory.{key}.{part}"))
            .to_owned()
    };
    Register {
        title: text("title"),
        caption: text("caption"),
        summary: text("summary"),
        columns,
        rows,
    }
}
