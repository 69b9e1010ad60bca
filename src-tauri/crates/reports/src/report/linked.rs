//! The registers of vendors, models and datasets, with the systems that depend on them.

use super::index::Index;
use super::inventory::{cell, name, reference, register, review_cell};
use super::register::{Cell, Column, Register, Row, Tone};
use content::RecordKind;
use domain::{Record, RecordId};
use std::collections::HashMap;

/// Which systems name each linked record.
pub(super) type Users<'a> = HashMap<&'a RecordId, Vec<&'a Record>>;

/// References of the systems that use a record, or their number when it is long.
fn used_by(index: &Index<'_>, users: &Users<'_>, record: &Record) -> Cell {
    const LISTED: usize = 12;
    let systems = users.get(&record.id).map(Vec::as_slice).unwrap_or_default();
    match systems.len() {
        0 => Cell::new(index.texts.get("reports.cell.not-answered")).toned(Tone::Absent),
        many if many > LISTED => Cell::new(index.count("reports.count.uses", many)),
        _ => {
            let references: Vec<String> = systems.iter().map(|system| system.reference()).collect();
            Cell::new(references.join(", ")).toned(Tone::Reference)
        }
    }
}

/// A register of linked records: reference, name with a detail, chosen questions, who uses it.
fn linked(
    index: &Index<'_>,
    users: &Users<'_>,
    kind: RecordKind,
    key: &str,
    detail: &str,
    questions: &[(&str, f32, f32)],
) -> Register {
    let column = |key: &str, min: f32, weight: f32| {
        Column::new(
            index.texts.get(&format!("reports.column.{key}")),
            min,
            weight,
        )
    };
    let mut columns = vec![column("reference", 52.0, 0.0), column("name", 110.0, 1.6)];
    for (question, min, weight) in questions {
        let label = index
            .library
            .question(question)
            .map_or(*question, |question| question.label.as_str());
        columns.push(Column::new(label, *min, *weight));
    }
    columns.push(column("used-by", 84.0, 0.6));
    let rows = index.dossier.current(kind).map(|record| {
        let mut cells = vec![reference(record), name(index, record, detail)];
        cells.extend(questions.iter().map(|(question, ..)| {
            if question.ends_with("review-due") {
                review_cell(index, record, question)
            } else {
                cell(index, record, question)
            }
        }));
        cells.push(used_by(index, users, record));
        Row::Cells(cells)
    });
    register(index, key, columns, rows.collect())
}

/// The register of this kind of record.
pub(super) fn vendors(index: &Index<'_>, users: &Users<'_>) -> Register {
    let questions = [
        ("vendor-roles", 90.0, 0.8),
        ("vendor-certificates", 90.0, 0.8),
        ("vendor-evaluated-on", 64.0, 0.0),
        ("vendor-residual-risk", 64.0, 0.3),
        ("vendor-review-due", 64.0, 0.0),
    ];
    linked(
        index,
        users,
        RecordKind::Vendor,
        "vendors",
        "vendor-legal-name",
        &questions,
    )
}

/// The register of this kind of record.
pub(super) fn models(index: &Index<'_>, users: &Users<'_>) -> Register {
    let questions = [
        ("model-kind", 90.0, 0.8),
        ("model-origin", 80.0, 0.6),
        ("model-vendor", 80.0, 0.6),
        ("model-licence", 70.0, 0.5),
        ("model-review-due", 64.0, 0.0),
    ];
    linked(
        index,
        users,
        RecordKind::Model,
        "models",
        "model-version",
        &questions,
    )
}

/// The register of this kind of record.
pub(super) fn datasets(index: &Index<'_>, users: &Users<'_>) -> Register {
    let questions = [
        ("dataset-uses", 90.0, 0.6),
        ("dataset-acquisition", 80.0, 0.6),
        ("dataset-personal", 64.0, 0.2),
        ("dataset-bias", 120.0, 1.5),
        ("dataset-retention", 80.0, 0.8),
    ];
    linked(
        index,
        users,
        RecordKind::Dataset,
        "datasets",
        "dataset-version",
        &questions,
    )
}
