//! The chosen list as the screen shows it.

use super::{ChosenList, look, saved};
use crate::desk::Desk;
use crate::error::AppError;
use crate::show::shortened;
use crate::wire::table::{
    ColumnWords, ImportColumn, ImportOption, ImportScreen, ImportTarget, ImportWord, ReadOptions,
    ReadWords,
};
use content::RecordKind;
use exchange::mapping;
use exchange::table::Source;
use exchange::{Mapping, Table, Target};

/// Rows of the preview.
const PREVIEW: usize = 20;
/// Characters of one previewed cell.
const CELL: usize = 200;
/// Words of a column that are shown.
const WORDS: usize = 200;
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
    let mut known = saved::mappings(desk)?;
    known.sort_by_key(|known| std::cmp::Reverse(fits(known, table)));
    let saved = desk.read(|open| saved::names(open))?;
    let mut columns = Vec::with_capacity(table.columns.len());
    for (index, column) in table.columns.iter().enumerate() {
        let rule = mapping.rule(&column.heading, column.nth);
        let target = rule.map_or(Target::Notes, |rule| rule.to.clone());
        let reason = rule.map_or(mapping::Reason::NoHome, |rule| rule.reason);
        let samples = table.samples(index, 3);
        columns.push(ImportColumn {
            index,
            heading: column.heading.clone(),
            samples: samples.iter().map(|text| shortened(text, CELL)).collect(),
            target: (target != Target::Ignore).then(|| target.to_string()),
            reason: texts.say(&reason.wording()),
            words: words_of(desk, table, index, mapping)?,
        });
    }
    let mut seen = Vec::new();
    for known in &known {
        if !seen.contains(&known.name) {
            seen.push(known.name.clone());
        }
    }
    Ok(ImportScreen {
        token: token.clone(),
        file: name.clone(),
        options: read_options(table),
        sheets: match &table.source {
            Source::Csv { .. } => Vec::new(),
            Source::Xlsx { sheets, .. } => sheets.iter().map(|sheet| sheet.name.clone()).collect(),
        },
        encodings: ENCODINGS.map(str::to_owned).to_vec(),
        delimiters: DELIMITERS.map(str::to_owned).to_vec(),
        rows: table.rows.len(),
        columns,
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
        saved,
        mapping: follows.clone(),
        remarks: remarks(desk, table),
    })
}

/// How a table was read.
pub(super) fn read_options(table: &Table) -> ReadOptions {
    let header_row = table.header_row;
    match &table.source {
        Source::Csv {
            encoding,
            delimiter,
            ..
        } => ReadOptions {
            encoding: Some((*encoding).to_owned()),
            delimiter: Some(delimiter.to_string()),
            sheet: None,
            header_row,
        },
        Source::Xlsx { sheet, .. } => ReadOptions {
            encoding: None,
            delimiter: None,
            sheet: Some(sheet.clone()),
            header_row,
        },
    }
}

/// How the words of a column would be read if it went where the person wants it.
pub(super) fn read_words(
    desk: &Desk,
    ReadWords { token, column }: ReadWords,
) -> Result<ColumnWords, AppError> {
    look(desk, &token, |chosen| {
        let index = column.index;
        let place = chosen.table.columns.get(index);
        let mut mapping = chosen.mapping.clone();
        saved::send(
            desk,
            &mut mapping,
            place.ok_or(AppError::Nonsense { what: "column" })?,
            Some(&column),
        )?;
        words_of(desk, &chosen.table, index, &mapping)
    })
}

fn words_of(
    desk: &Desk,
    table: &Table,
    column: usize,
    mapping: &Mapping,
) -> Result<ColumnWords, AppError> {
    let words = exchange::plan::words(table, column, mapping, desk.library())?;
    Ok(ColumnWords {
        different: words.len(),
        unknown: words.iter().filter(|word| word.meaning.is_none()).count(),
        words: words.into_iter().take(WORDS).map(word).collect(),
    })
}

fn word(
    exchange::plan::Word {
        text,
        count,
        meaning,
    }: exchange::plan::Word,
) -> ImportWord {
    ImportWord {
        word: text,
        count,
        meaning,
    }
}

fn option(option: &content::Choice) -> ImportOption {
    ImportOption {
        id: option.id.to_string(),
        label: option.label.clone(),
    }
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
            options: Vec::new(),
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
                        options: question.options.iter().map(option).collect(),
                    }),
            );
        }
    }
    targets
}
