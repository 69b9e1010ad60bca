//! What the words of one column stand for, before anything comes in.

use super::answers::Reading;
use super::options::Words;
use crate::error::{ExchangeError, Result};
use crate::mapping::{Mapping, Target};
use crate::table::{Cell, Table};
use content::{Library, QuestionKind};
use domain::text::fold;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// One thing that the cells of a column say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// As it is spelt where it stands first.
    pub text: String,
    /// Cells that say it.
    pub count: usize,
    /// How it is read, as in [`ColumnRule::values`](crate::ColumnRule::values); none when it fits no
    /// option, so that the text goes to the notes with a remark.
    pub meaning: Option<String>,
}

/// The words of a column that answers a question with options: those that fit no option first, then by
/// how often they occur. Empty for every other column, and for an export of ours, which reads itself.
pub fn words(
    table: &Table,
    column: usize,
    mapping: &Mapping,
    library: &Library,
) -> Result<Vec<Word>> {
    let rule = table
        .columns
        .get(column)
        .and_then(|column| mapping.rule(&column.heading, column.nth));
    let question = rule.and_then(|rule| match &rule.to {
        Target::Question(id) => library
            .questionnaire_about(mapping.kind)?
            .question(id.as_str()),
        _ => None,
    });
    let (Some(rule), Some(question), None) = (rule, question, &table.own) else {
        return Ok(Vec::new());
    };
    if !matches!(question.kind, QuestionKind::Single | QuestionKind::Multi) {
        return Ok(Vec::new());
    }
    let reading = Reading {
        question,
        words: Words::new(question, &rule.values, &BTreeMap::new())
            .map_err(|what| ExchangeError::UnfitMapping { what })?,
        split: rule.split.as_deref(),
        keep: rule.keep,
        order: None,
        remark: "",
    };
    let blanks: BTreeSet<String> = mapping.blanks.iter().map(|word| fold(word)).collect();
    // Cells repeat themselves: each text is taken apart once.
    let mut texts: BTreeMap<String, usize> = BTreeMap::new();
    for cell in table.rows.iter().filter_map(|row| row.cells.get(column)) {
        if !cell.is_empty() && !matches!(cell, Cell::Fault(_)) {
            *texts.entry(cell.shown().trim().to_owned()).or_default() += 1;
        }
    }
    let mut found: BTreeMap<String, Word> = BTreeMap::new();
    for (text, count) in texts {
        if blanks.contains(&fold(&text)) {
            continue;
        }
        for (text, meaning) in reading.words_of(&text) {
            let word = found.entry(fold(&text)).or_insert_with(|| Word {
                text,
                count: 0,
                meaning: meaning.map(|meaning| meaning.to_string()),
            });
            word.count += count;
        }
    }
    let mut words: Vec<Word> = found.into_values().collect();
    words.sort_by_key(|word| (word.meaning.is_some(), Reverse(word.count)));
    Ok(words)
}
