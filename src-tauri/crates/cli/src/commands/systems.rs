//! `plumb systems`: the AI systems of a file, for people and for programs.

use crate::caller::Caller;
use crate::failure::Failure;
use crate::out;
use domain::{Dossier, Record, RecordId, RecordKind, Words, fact};
use serde_json::{Value as Json, json};
use std::path::Path;

/// Raised when the JSON form changes in a way that a reader could trip over.
const JSON_FORM: u32 = 1;

/// Columns of the list: heading text and the fact they show.
const COLUMNS: [(&str, &str); 4] = [
    ("cli.table.stage", fact::STAGE),
    ("cli.table.owner", fact::OWNER),
    ("cli.table.scope", fact::IN_SCOPE),
    ("cli.table.review", fact::REVIEW_DUE),
];

/// Prints current systems as a table; as JSON, retired ones too, marked.
pub fn run(caller: &Caller, path: &Path, as_json: bool) -> Result<(), Failure> {
    let dossier = caller
        .open(path)?
        .dossier(caller.now())
        .map_err(|error| caller.refused(&error))?;
    if as_json {
        let systems: Vec<Json> = dossier
            .records
            .iter()
            .filter(|record| record.kind == RecordKind::System)
            .map(|record| system(&dossier, record))
            .collect();
        let list = json!({
            "format": "plumbline.systems",
            "version": JSON_FORM,
            "file_id": dossier.stamp.file_id,
            "event": dossier.stamp.event,
            "systems": systems,
        });
        out::line(format!("{list:#}"));
    } else {
        print_table(caller, &dossier);
    }
    Ok(())
}

/// One system: facts as ids and ISO dates, linked records by reference and name.
fn system(dossier: &Dossier, record: &Record) -> Json {
    let value = |question: &str| {
        dossier
            .value(&record.id, question)
            .map_or(Json::Null, |value| exchange::json::value(dossier, value))
    };
    json!({
        "id": record.id.as_str(),
        "reference": record.reference(),
        "name": record.name,
        "stage": value(fact::STAGE),
        "owner": value(fact::OWNER),
        "vendor": value(fact::VENDOR),
        "business_unit": value(fact::UNIT),
        "act_roles": value(fact::ROLES),
        "intended_purpose": value(fact::PURPOSE),
        "in_aims_scope": value(fact::IN_SCOPE),
        "review_due": value(fact::REVIEW_DUE),
        "changed": record.changed.to_rfc3339(),
        "retired": record.retired.map(|at| at.to_rfc3339()),
    })
}

fn print_table(caller: &Caller, dossier: &Dossier) {
    let texts = caller.texts();
    let name_of = |id: &RecordId| dossier.record(id).map(|record| record.name.clone());
    let words = Words {
        texts,
        name_of: &name_of,
    };
    let mut rows = vec![vec![
        texts.get("cli.table.reference").to_owned(),
        texts.get("cli.table.name").to_owned(),
    ]];
    rows[0].extend(
        COLUMNS
            .iter()
            .map(|(heading, _)| texts.get(heading).to_owned()),
    );
    for record in dossier.current(RecordKind::System) {
        let mut row = vec![record.reference(), record.name.clone()];
        row.extend(COLUMNS.iter().map(|(_, fact)| {
            match (
                caller.library.question(fact),
                dossier.answer(&record.id, fact),
            ) {
                (Some(question), Some(answer)) => words.answer(question, answer),
                _ => String::new(),
            }
        }));
        rows.push(row);
    }
    let count = rows.len() as u64 - 1;
    out::line(aligned(&rows).trim_end());
    out::line(texts.count("cli.done.systems", count, &[]));
}

/// Rows with columns padded to their widest cell, at most 48 characters, the rest cut with an ellipsis.
pub(super) fn aligned(rows: &[Vec<String>]) -> String {
    const WIDEST: usize = 48;
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let cells: Vec<Vec<String>> = rows
        .iter()
        .map(|row| row.iter().map(|cell| one_line(cell, WIDEST)).collect())
        .collect();
    let widths: Vec<usize> = (0..columns)
        .map(|column| {
            cells
                .iter()
                .filter_map(|row| row.get(column))
                .map(|cell| cell.chars().count())
                .max()
        })
        .map(Option::unwrap_or_default)
        .collect();
    let mut out = String::new();
    for row in &cells {
        let line: Vec<String> = row
            .iter()
            .zip(&widths)
            .map(|(cell, width)| format!("{cell}{}", " ".repeat(width - cell.chars().count())))
            .collect();
        out.push_str(line.join("  ").trim_end());
        out.push('\n');
    }
    out
}

fn one_line(text: &str, widest: usize) -> String {
    let flat: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if flat.chars().count() <= widest {
        return flat;
    }
    let mut cut: String = flat.chars().take(widest - 1).collect();
    cut.push('…');
    cut
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_line_up_and_long_cells_are_cut() {
        let rows = vec![
            vec!["Ref".to_owned(), "System".to_owned()],
            vec!["AI-001".to_owned(), format!("{}\nend", "x".repeat(60))],
        ];
        let printed = aligned(&rows);
        assert_eq!(
            printed,
            format!("Ref     System\nAI-001  {}…\n", "x".repeat(47))
        );
    }
}
