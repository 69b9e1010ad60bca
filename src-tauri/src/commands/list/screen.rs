//! The chosen list as the screen shows it.

use super::{ChosenList, saved};
use crate::desk::Desk;
use crate::error::AppError;
use crate::show::shortened;
use crate::wire::table::{ImportColumn, ImportScreen, ImportTarget, ImportValue, ReadOptions};
use content::RecordKind;
use exchange::mapping;
use exchange::table::Source;
use exchange::{Mapping, Table, Target};

/// Rows of the preview.
const PREVIEW: usize = 20;
/// Characters of one previewed cell.
const CELL: usize = 200;
const ENCODINGS: [&str; 6] = [
    "utf-8",
    "windows-1252",
    "utf-16le",
    "utf-16be",
    "iso-8859-15",
    "macintosh",
];
const DELIMITERS: [&str; 4] = [",", ";", "\t", "|"];

fn fits(mapping: &Mapping, table: &Table) -> usize {
    table
        .columns
        .iter()
        .filter(|column| mapping.rule(&column.heading, column.nth).is_some())
        .count()
}

pub(super) fn show(desk: &Desk, chosen: &ChosenList) -> Result<ImportScreen, AppError> {
    let ChosenList {
        token,
        name,
        bytes: _,
        table,
        others: _,
        mapping,
        follows,
    } = chosen;
    let texts = desk.texts();
    let (encoding, delimiter, sheet, sheets) = match &table.source {
        Source::Csv {
            encoding,
            delimiter,
            ..
        } => (
            Some((*encoding).to_owned()),
            Some(delimiter.to_string()),
            None,
            Vec::new(),
        ),
        Source::Xlsx { sheet, sheets } => (
            None,
            None,
            Some(sheet.clone()),
            sheets.iter().map(|sheet| sheet.name.clone()).collect(),
        ),
    };
    let mut known = saved::mappings(desk)?;
    known.sort_by_key(|known| std::cmp::Reverse(fits(known, table)));
    let columns = table.columns.iter().enumerate().map(|(index, column)| {
        let rule = mapping.rule(&column.heading, column.nth);
        let target = rule.map_or(Target::Notes, |rule| rule.to.clone());
        ImportColumn {
            index,
            heading: column.heading.clone(),
            samples: table
                .samples(index, 3)
                .iter()
                .map(|sample| shortened(sample, CELL))
                .collect(),
            target: (target != Target::Ignore).then(|| target.to_string()),
            reason: texts.say(
                &rule
                    .map(|rule| rule.reason)
                    .unwrap_or(mapping::Reason::NoHome)
                    .wording(),
            ),
            values: rule
                .map(|rule| &rule.values)
                .into_iter()
                .flatten()
                .map(|(word, option)| ImportValue {
                    word: word.clone(),
                    option: Some(option.clone()),
                })
                .collect(),
        }
    });
    let mut seen = Vec::new();
    for known in &known {
        if !seen.contains(&known.name) {
            seen.push(known.name.clone());
        }
    }
    Ok(ImportScreen {
        token: token.clone(),
        file: name.clone(),
        options: ReadOptions {
            encoding,
            delimiter,
            sheet,
            header_row: table.header_row,
        },
        sheets,
        encodings: ENCODINGS.map(str::to_owned).to_vec(),
        delimiters: DELIMITERS.map(str::to_owned).to_vec(),
        rows: table.rows.len(),
        columns: columns.collect(),
        targets: targets(desk, mapping.kind),
        preview: table
            .rows
            .iter()
            .take(PREVIEW)
            .map(|row| {
                row.cells
                    .iter()
                    .map(|cell| shortened(&cell.shown(), CELL))
                    .collect()
            })
            .collect(),
        mappings: seen,
        mapping: follows.clone(),
        remarks: remarks(desk, table),
    })
}

fn remarks(desk: &Desk, table: &Table) -> Vec<String> {
    let texts = desk.texts();
    let mut remarks = Vec::new();
    if let Source::Csv {
        certain,
        misread,
        encoding,
        ..
    } = &table.source
    {
        if *misread {
            remarks.push(texts.format("app.import.misread", &[("encoding", encoding)]));
        } else if !certain {
            remarks.push(texts.format("app.import.guessed", &[("encoding", encoding)]));
        }
    }
    if !table.ragged.is_empty() {
        remarks.push(texts.count("app.import.ragged", table.ragged.len() as u64, &[]));
    }
    remarks
}

/// What a column may become: the fixed places, then the questions by section.
fn targets(desk: &Desk, kind: RecordKind) -> Vec<ImportTarget> {
    let texts = desk.texts();
    let mut targets: Vec<ImportTarget> = ["name", "id", "retired", "notes"]
        .into_iter()
        .map(|id| ImportTarget {
            id: id.to_owned(),
            label: texts.get(&format!("app.target.{id}")).to_owned(),
            section: String::new(),
        })
        .collect();
    if let Some(questionnaire) = desk.library().questionnaire_about(kind) {
        for section in &questionnaire.sections {
            targets.extend(
                questionnaire
                    .in_section(&section.id)
                    .map(|question| ImportTarget {
                        id: question.id.to_string(),
                        label: question.label.clone(),
                        section: section.title.clone(),
                    }),
            );
        }
    }
    targets
}
