//! A list on its way in.

use super::record::Kind;
use serde::{Deserialize, Serialize};

/// A list the person chose, as read so far: what was detected, what is suggested.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ImportScreen {
    /// Opaque handle of the chosen list.
    pub token: String,
    /// Name of the chosen file.
    pub file: String,
    /// How it is read: detected, then adjusted.
    pub options: ReadOptions,
    /// Sheets of a workbook; empty for text.
    pub sheets: Vec<String>,
    /// Encodings the person may choose.
    pub encodings: Vec<String>,
    /// Delimiters the person may choose.
    pub delimiters: Vec<String>,
    /// Data rows below the header.
    pub rows: usize,
    /// Columns with a suggestion each.
    pub columns: Vec<ImportColumn>,
    /// What a column may become.
    pub targets: Vec<ImportTarget>,
    /// The first rows, cell by cell.
    pub preview: Vec<Vec<String>>,
    /// Names of the mappings that ship or were saved, the fitting ones first.
    pub mappings: Vec<String>,
    /// Those of them that were saved in this file and may be deleted.
    pub saved: Vec<String>,
    /// The mapping that the suggestion follows.
    pub mapping: Option<String>,
    /// What was odd about the list as a whole.
    pub remarks: Vec<String>,
}

/// How a table is read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReadOptions {
    /// Name of the encoding; null for workbooks.
    pub encoding: Option<String>,
    /// One character; null for workbooks.
    pub delimiter: Option<String>,
    /// Sheet of a workbook.
    pub sheet: Option<String>,
    /// The row that holds the headings, from 1.
    pub header_row: usize,
}

/// One column of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ImportColumn {
    /// Its place, from 0.
    pub index: usize,
    /// Its heading.
    pub heading: String,
    /// Some values that occur.
    pub samples: Vec<String>,
    /// What it becomes; null to leave it out.
    pub target: Option<String>,
    /// Why, in words.
    pub reason: String,
    /// How its words are read.
    pub words: ColumnWords,
}

/// The words of one column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ColumnWords {
    /// The first 200, those that fit no option before the others, the frequent before the rare; empty
    /// unless the target has options.
    pub words: Vec<ImportWord>,
    /// How many different ones there are.
    pub different: usize,
    /// How many of them fit no option.
    pub unknown: usize,
}

/// One word of a column, with how it is read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ImportWord {
    /// The word in the list.
    pub word: String,
    /// Cells that say it.
    pub count: usize,
    /// What it becomes: see `WordMeaning`; null when it fits no option.
    pub meaning: Option<String>,
}

/// How the person wants one word of a column to be read.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WordMeaning {
    /// The word in the list.
    pub word: String,
    /// An option id, several joined by ` | `, `?` for "don't know yet", `n/a` for "not applicable", `-` for no
    /// answer; null leaves it to what the word looks like.
    pub meaning: Option<String>,
}

/// Asks how the words of one column would be read.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReadWords {
    /// The list.
    pub token: String,
    /// The column as the person settled it.
    pub column: MappedColumn,
}

/// What a column may become.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ImportTarget {
    /// `name`, `id`, `retired`, `notes`, a question id, `+` and a question id to append with the heading
    /// before it, or `#` and a question id for the remark beside its answer.
    pub id: String,
    /// In words.
    pub label: String,
    /// Title of its section; empty for the fixed ones.
    pub section: String,
    /// What its words may become; empty unless it is a choice.
    pub options: Vec<ImportOption>,
}

/// What a word of a column may become.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ImportOption {
    /// Option id.
    pub id: String,
    /// In words.
    pub label: String,
}

/// One line of a mapping.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MappedColumn {
    /// The column's place, from 0.
    pub index: usize,
    /// What it becomes.
    pub target: Option<String>,
    /// Words of it that the person wants read in a way of their own.
    #[serde(default)]
    pub words: Vec<WordMeaning>,
}

/// Reads the chosen list in another way, or under another mapping.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AdjustImport {
    /// The list.
    pub token: String,
    /// How to read it.
    pub options: ReadOptions,
    /// Name of the mapping to follow; null for the suggestion.
    pub mapping: Option<String>,
}

/// The list with the mapping the person settled on.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MappedImport {
    /// The list.
    pub token: String,
    /// Every column that becomes something.
    pub columns: Vec<MappedColumn>,
    /// What to do with rows the file seems to have already; null leaves them out.
    #[cfg_attr(test, ts(optional = nullable))]
    pub on_duplicate: Option<DuplicateRule>,
}

/// What to do with a row whose record the file seems to have already.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum DuplicateRule {
    /// Leave it out and say so.
    Skip,
    /// Enter it as a further record.
    Add,
    /// Bring the record up to date.
    Update,
}

/// Keeps the mapping under a name, in this file.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SaveMapping {
    /// The list.
    pub token: String,
    /// Name to keep it under.
    pub name: String,
    /// Every column that becomes something.
    pub columns: Vec<MappedColumn>,
}

/// What an import would do, before it is done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct DryRun {
    /// Rows that become new systems.
    pub new: usize,
    /// Rows that bring a known system up to date.
    pub updated: usize,
    /// Rows that change nothing.
    pub unchanged: usize,
    /// Records that rows only name and that are not there yet, by kind: entered with the rows.
    pub linked: Vec<Entered>,
    /// Rows that cannot come in as they stand.
    pub refused: usize,
    /// The first 200 remarks, those that keep a row out before the others.
    pub problems: Vec<RowProblem>,
    /// How many remarks there are.
    pub problem_total: usize,
}

/// How many records of a kind are entered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Entered {
    /// Which.
    pub kind: Kind,
    /// How many.
    pub count: usize,
}

/// A remark on a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct RowProblem {
    /// Row of the source, from 1; 0 for the list as a whole.
    pub row: usize,
    /// Heading of the column.
    pub column: Option<String>,
    /// What, in words.
    pub text: String,
    /// Whether the row stays out because of it.
    pub refuses: bool,
}

/// What an import did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Imported {
    /// New systems.
    pub added: usize,
    /// Systems brought up to date.
    pub updated: usize,
    /// Rows that changed nothing.
    pub unchanged: usize,
    /// Vendors, people, models and datasets entered on the way.
    pub linked: usize,
    /// Rows that were left out, with their reasons; the first 200.
    pub refused: Vec<RowProblem>,
    /// How many rows were left out.
    pub refused_total: usize,
}
