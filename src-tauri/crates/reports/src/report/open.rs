//! What is not known yet, counted over all current systems.

use super::index::Index;
use super::inventory::{Open, register};
use super::register::{Cell, Column, Row, Tone};
use content::{Question, RecordKind};
use domain::Record;
use domain::progress::{Standing, standing};

/// What is open over all current systems.
pub(super) struct OpenCounts {
    /// Answers "not known yet".
    pub to_find_out: usize,
    /// Required questions without an answer.
    pub missing: usize,
    /// The same by question.
    pub register: Open,
}

/// Counts over current systems what nobody knows yet.
pub(super) fn count(index: &Index<'_>, current: &[&Record]) -> OpenCounts {
    let text = |key: &str| index.texts.get(key).to_owned();
    let (mut to_find_out, mut missing) = (0, 0);
    let mut rows = Vec::new();
    if let Some(questionnaire) = index.library.questionnaire_about(RecordKind::System) {
        for section in &questionnaire.sections {
            let mut group = Vec::new();
            for question in questionnaire.in_section(&section.id) {
                let unknown = standing_in(index, current, question, Standing::NotKnown);
                let open = if question.required {
                    standing_in(index, current, question, Standing::Open)
                } else {
                    Vec::new()
                };
                to_find_out += unknown.len();
                missing += open.len();
                if !unknown.is_empty() || !open.is_empty() {
                    group.push(open_row(index, question, &unknown, &open));
                }
            }
            if !group.is_empty() {
                rows.push(Row::Group(section.title.clone()));
                rows.append(&mut group);
            }
        }
    }
    let column = |key: &str| text(&format!("reports.column.{key}"));
    let lead = if rows.is_empty() {
        "reports.inventory.open.none"
    } else {
        "reports.inventory.open.lead"
    };
    let columns = vec![
        Column::new(&column("question"), 150.0, 1.4),
        Column::numbers(&column("not-known"), 58.0),
        Column::numbers(&column("missing"), 58.0),
        Column::new(&column("where"), 120.0, 2.0),
    ];
    let register = Open {
        lead: text(lead),
        register: register(index, "open", columns, rows),
    };
    OpenCounts {
        to_find_out,
        missing,
        register,
    }
}

fn standing_in<'r>(
    index: &Index<'_>,
    current: &[&'r Record],
    question: &Question,
    wanted: Standing,
) -> Vec<&'r Record> {
    current
        .iter()
        .filter(|system| standing(question, index.counted(&system.id)) == wanted)
        .copied()
        .collect()
}

fn open_row(index: &Index<'_>, question: &Question, unknown: &[&Record], open: &[&Record]) -> Row {
    const NAMED: usize = 6;
    let mut systems: Vec<&Record> = unknown.iter().chain(open).copied().collect();
    systems.sort_by_key(|system| system.number);
    let named: Vec<String> = systems
        .iter()
        .take(NAMED)
        .map(|system| system.reference())
        .collect();
    let mut place = named.join(", ");
    if systems.len() > NAMED {
        let more = index.number(systems.len() - NAMED);
        place = format!(
            "{place} {}",
            index
                .texts
                .format("reports.inventory.open.more", &[("n", &more)])
        );
    }
    Row::Cells(vec![
        Cell::new(question.label.clone()),
        Cell::new(index.number(unknown.len())),
        Cell::new(index.number(open.len())),
        Cell::new(place).toned(Tone::Reference),
    ])
}
