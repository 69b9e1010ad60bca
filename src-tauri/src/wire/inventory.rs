//! The list of AI systems.

use super::record::RecordLink;
use serde::{Deserialize, Serialize};

/// Which systems, in which order, with which columns. Saved under a name, it is a view.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct InventoryQuery {
    /// Words to look for; empty for all.
    pub search: String,
    /// Filters; each empty or null one lets everything through.
    pub filters: InventoryFilters,
    /// Order.
    pub sort: Sort,
    /// Ids of the columns wanted beside reference and name, in order.
    pub columns: Vec<String>,
}

/// Filters of the list. Those that are set must all hold.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct InventoryFilters {
    /// Option ids of the stage; any of them.
    pub stage: Vec<String>,
    /// Record ids of owners; any of them.
    pub owner: Vec<String>,
    /// Record ids of vendors; any of them.
    pub vendor: Vec<String>,
    /// Review: overdue, due within 30 days, or without a date.
    pub review: Option<ReviewFilter>,
    /// Covered by the management system.
    pub scope: Option<ScopeFilter>,
    /// Whether required questions are open.
    pub incomplete: Option<bool>,
    /// Retired ones instead of current ones.
    pub retired: bool,
}

/// Filter on the review date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum ReviewFilter {
    /// The date has passed.
    Overdue,
    /// Within 30 days from today.
    Soon,
    /// No date.
    None,
}

/// Filter on scope.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum ScopeFilter {
    /// In scope.
    In,
    /// Out of scope.
    Out,
    /// Not decided.
    Undecided,
}

/// Order of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Sort {
    /// Id of a column that can be sorted.
    pub column: String,
    /// Largest first.
    pub descending: bool,
}

/// Asks for a page of the list.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ListSystems {
    /// What and how.
    pub query: InventoryQuery,
    /// Rows to skip.
    pub offset: usize,
    /// Rows wanted; at most 200 are given.
    pub limit: usize,
}

/// A page of the list.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct InventoryPage {
    /// The rows.
    pub rows: Vec<InventoryRow>,
    /// How many match.
    pub matching: usize,
    /// How many there are without search and filters, retired ones left out.
    pub total: usize,
}

/// One row of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct InventoryRow {
    /// The system.
    pub record: RecordLink,
    /// Cells in the order of the columns asked for, in words; null where nothing is known.
    pub cells: Vec<Option<String>>,
    /// Date of the next review.
    pub review_due: Option<String>,
    /// Whether that date has passed.
    pub overdue: bool,
    /// Questions settled.
    pub settled: usize,
    /// Questions asked.
    pub asked: usize,
    /// Required questions open.
    pub required_open: usize,
}

/// What the head of the list offers.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct InventoryFacets {
    /// Every column there is.
    pub columns: Vec<Column>,
    /// Stages in use, in the order of content.
    pub stages: Vec<Facet>,
    /// Owners in use, by name.
    pub owners: Vec<Facet>,
    /// Vendors in use, by name.
    pub vendors: Vec<Facet>,
    /// Counts for the line above the list.
    pub counts: InventoryCounts,
    /// Views saved in this file.
    pub views: Vec<SavedView>,
}

/// Counts over the current systems.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct InventoryCounts {
    /// Current systems.
    pub total: usize,
    /// In scope.
    pub in_scope: usize,
    /// Scope not decided.
    pub undecided: usize,
    /// Review overdue.
    pub overdue: usize,
    /// Required questions open.
    pub incomplete: usize,
    /// Retired systems.
    pub retired: usize,
}

/// A column of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Column {
    /// Its id: a question id, or `reference`, `name`, `progress`, `changed`, `created`.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// How it reads.
    pub kind: ColumnKind,
    /// Shown until the person chooses otherwise.
    pub standard: bool,
    /// Whether the list can be sorted by it.
    pub sortable: bool,
}

/// How a column reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum ColumnKind {
    /// Words.
    Text,
    /// A date or a moment.
    Date,
    /// A number.
    Number,
    /// Settled of asked.
    Progress,
}

/// One value of a filter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Facet {
    /// Option id or record id.
    pub id: String,
    /// In words.
    pub label: String,
    /// How many current systems have it.
    pub count: usize,
}

/// A query saved by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SavedView {
    /// Its name.
    pub name: String,
    /// The query.
    pub query: InventoryQuery,
}

/// Names a view or a mapping.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OneName {
    /// Its name.
    pub name: String,
}

/// Writes the list to a table; the app asks where.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExportList {
    /// Form of the table.
    pub format: TableFormat,
    /// Which systems; null for all, retired ones too.
    pub query: Option<InventoryQuery>,
}

/// Forms of a table on its way out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum TableFormat {
    /// UTF-8, commas.
    Csv,
    /// A workbook.
    Xlsx,
    /// The documented JSON form.
    Json,
}
