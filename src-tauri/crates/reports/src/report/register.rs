//! A table of a report: columns, rows and how their cells read.

use crate::flow::{Column as FlowColumn, Row as FlowRow, Table};
use crate::look::{self, Style};
use crate::text::{Align, Text};
use serde::Serialize;

/// A table as it will be printed.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Register {
    /// Heading over it.
    pub title: String,
    /// One line that says what one sees.
    pub caption: String,
    /// The same for who cannot see it.
    pub summary: String,
    /// From left to right.
    pub columns: Vec<Column>,
    /// From top to bottom.
    pub rows: Vec<Row>,
}

/// One column.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Column {
    /// Its head.
    pub title: String,
    /// Least width in points.
    #[serde(skip)]
    pub min: f32,
    /// Its part of what the least widths leave.
    #[serde(skip)]
    pub weight: f32,
    /// Whether it holds numbers.
    #[serde(skip)]
    pub numbers: bool,
}

impl Column {
    /// A column of words.
    pub fn new(title: &str, min: f32, weight: f32) -> Column {
        Column {
            title: title.to_owned(),
            min,
            weight,
            numbers: false,
        }
    }

    /// A column of numbers.
    pub fn numbers(title: &str, min: f32) -> Column {
        Column {
            numbers: true,
            ..Column::new(title, min, 0.0)
        }
    }
}

/// One row.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Row {
    /// A title over the rows that follow.
    Group(String),
    /// Cells, one per column.
    Cells(Vec<Cell>),
}

/// One cell.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Cell {
    /// The words.
    pub words: String,
    /// A second line, smaller.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub detail: String,
    /// How it is set.
    #[serde(skip_serializing_if = "Tone::is_plain")]
    pub tone: Tone,
}

/// How a cell is set. Meaning is in the words; the look only supports them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tone {
    /// Words.
    #[default]
    Plain,
    /// The name the row is about.
    Name,
    /// A reference or hash.
    Reference,
    /// Words that stand for a missing answer.
    Absent,
    /// The second line wants attention.
    Warn,
    /// The second line is an alarm.
    Alarm,
}

impl Tone {
    fn is_plain(&self) -> bool {
        *self == Tone::Plain
    }
}

impl Cell {
    /// Words.
    pub fn new(words: impl Into<String>) -> Cell {
        Cell {
            words: words.into(),
            detail: String::new(),
            tone: Tone::Plain,
        }
    }

    /// The same with a second line.
    pub fn with(self, detail: impl Into<String>) -> Cell {
        Cell {
            detail: detail.into(),
            ..self
        }
    }

    /// The same in another tone.
    pub fn toned(self, tone: Tone) -> Cell {
        Cell { tone, ..self }
    }

    fn text(&self) -> Text {
        let (first, second): (Style, Style) = match self.tone {
            Tone::Plain => (look::CELL, look::CELL_2),
            Tone::Name => (look::CELL.spoken(look::Voice::SansStrong), look::CELL_2),
            Tone::Reference => (look::CELL_REF, look::CELL_REF),
            Tone::Absent => (look::CELL.coloured(look::INK_2), look::CELL_2),
            Tone::Warn => (
                look::CELL,
                look::CELL
                    .spoken(look::Voice::SansStrong)
                    .coloured(look::WARN),
            ),
            Tone::Alarm => (
                look::CELL,
                look::CELL
                    .spoken(look::Voice::SansStrong)
                    .coloured(look::ALARM),
            ),
        };
        Text::new(self.words.as_str(), first).below(self.detail.as_str(), second)
    }
}

impl Register {
    /// Whether it has no row.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// As a table of a manuscript.
    pub fn table(&self) -> Table {
        Table {
            summary: self.summary.clone(),
            caption: self.caption.clone(),
            columns: self
                .columns
                .iter()
                .map(|column| FlowColumn {
                    title: column.title.clone(),
                    min: column.min,
                    weight: column.weight,
                    align: if column.numbers {
                        Align::End
                    } else {
                        Align::Start
                    },
                })
                .collect(),
            rows: self
                .rows
                .iter()
                .map(|row| match row {
                    Row::Group(words) => FlowRow::Group(words.clone()),
                    Row::Cells(cells) => FlowRow::Cells(cells.iter().map(Cell::text).collect()),
                })
                .collect(),
        }
    }
}
