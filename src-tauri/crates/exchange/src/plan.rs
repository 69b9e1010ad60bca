//! The dry run: what an import would enter, and everything that did not go as the list says.

mod answers;
mod build;
mod dates;
mod lanes;
mod links;
mod months;
mod named;
mod options;
mod own;
mod row;
mod seen;
mod several;
mod unsaid;
mod words;

pub(crate) use answers::fits;
pub use build::plan;
pub use words::{Word, words};

use content::{QuestionId, Wording};
use domain::{Draft, RecordId};

/// What to do with a row whose record the file seems to have already.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum OnDuplicate {
    /// Leave the row out, and say so. Importing the same list twice then changes nothing.
    #[default]
    Skip,
    /// Enter it as a further record.
    Add,
    /// Bring the record up to date where exactly one matches; answers the list is silent about stay.
    Update,
}

/// Choices of a dry run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PlanOptions {
    /// For rows that match a record of the file by name (or by their own reference number).
    pub on_duplicate: OnDuplicate,
}

/// What an import would do. Every row of the table is counted in exactly one of `counts.new`,
/// `counts.updated`, `counts.unchanged` and `counts.left_out`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Plan {
    /// Records to enter or bring up to date, in the order of the list.
    pub drafts: Vec<Draft>,
    /// Everything that is not as the list says it, by row.
    pub problems: Vec<Problem>,
    /// Rows that match a record of the file, or an earlier row.
    pub duplicates: Vec<Duplicate>,
    /// How many rows go where.
    pub counts: Counts,
}

/// How many rows go where.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Rows of the table that hold something.
    pub rows: usize,
    /// Records that would be entered.
    pub new: usize,
    /// Records that would change.
    pub updated: usize,
    /// Rows that say what the file says already.
    pub unchanged: usize,
    /// Rows that stay out, each with a problem of severity [`Severity::Row`].
    pub left_out: usize,
    /// Columns that go to a question of their own.
    pub columns_mapped: usize,
    /// Columns that go to the notes.
    pub columns_noted: usize,
    /// Columns left out, because they are empty or the mapping says so.
    pub columns_ignored: usize,
    /// Cells whose text the mapping counts as saying nothing.
    pub blanked: usize,
}

/// A row that seems to be there already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duplicate {
    /// Row of the list, from 1.
    pub row: usize,
    /// Its name.
    pub name: String,
    /// What it matches.
    pub of: Twin,
}

/// What a row matches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Twin {
    /// A record of the file.
    Record(RecordId),
    /// An earlier row with the same name. Both are entered.
    Row(usize),
}

/// One thing that is not as the list says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Row of the list, from 1; none when it concerns the whole column.
    pub row: Option<usize>,
    /// Heading of the column, if it concerns one.
    pub column: Option<String>,
    /// What it is.
    pub what: Trouble,
}

/// How much a problem costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// All is kept; good to know.
    Note,
    /// The value stands in the notes and not in its question.
    Value,
    /// The row stays out.
    Row,
}

/// The closed list of what can be wrong with a row or a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// No name in the row.
    NameMissing,
    /// The same record is there, and the choice was to leave such rows out.
    AlreadyThere {
        /// Its reference, e.g. `AI-012`.
        reference: String,
    },
    /// The identity in the row stands in an earlier row too.
    SameIdentity {
        /// The earlier row.
        row: usize,
    },
    /// Another row bears this name.
    SameName {
        /// The earlier row.
        row: usize,
    },
    /// A record of the file bears a name that looks like this one but is another.
    LooksLikeRecord {
        /// Its reference.
        reference: String,
        /// Its name.
        name: String,
    },
    /// An earlier row bears a name that looks like this one but is another.
    LooksLikeRow {
        /// The earlier row.
        row: usize,
    },
    /// The text fits none of the options.
    NoSuchOption {
        /// The text.
        value: String,
        /// The question it was meant for.
        question: QuestionId,
    },
    /// The text is no date.
    NotADate {
        /// The text.
        value: String,
    },
    /// The text is no whole number.
    NotANumber {
        /// The text.
        value: String,
    },
    /// The text is too long for the name of a record to link to.
    NotAName {
        /// The text.
        value: String,
    },
    /// Only a year, quarter or month was given; its first day was taken and a remark kept.
    PartOfADate {
        /// The text.
        value: String,
    },
    /// Day and month could be either way round.
    AmbiguousDate {
        /// The text.
        value: String,
        /// Which was taken to come first.
        taken: crate::mapping::DateOrder,
    },
    /// Two columns answer one question differently.
    SecondAnswer {
        /// The text that went to the notes.
        value: String,
        /// The question.
        question: QuestionId,
    },
    /// Control characters that cannot be kept were replaced by `�`.
    ControlCharacters,
    /// Marks that turn the direction of writing were left out of a name.
    DirectionMarks,
    /// The row has more or fewer cells than there are headings.
    Ragged {
        /// Cells it has.
        found: usize,
        /// Headings there are.
        expected: usize,
    },
    /// A cell holds an error of the spreadsheet's own calculation.
    Fault {
        /// The error, e.g. `#REF!`.
        code: String,
    },
    /// There are no notes to keep the text in.
    NoPlace {
        /// The text.
        value: String,
    },
    /// The notes were full; the rest of the row's leftovers was cut.
    NotesFull,
    /// The encoding was guessed, and some bytes had no meaning in it.
    Misread,
    /// The mapping names a column that the list does not have.
    ColumnMissing,
    /// The list has a column that the mapping does not name; it went to the notes.
    ColumnUnknown,
    /// The identity is not one of this file; the row is entered as a new record.
    ForeignIdentity,
    /// A value was refused for a reason of its question.
    Refused {
        /// Why.
        why: domain::Rejected,
    },
}

impl Problem {
    /// How much it costs.
    pub fn severity(&self) -> Severity {
        match self.what {
            Trouble::NameMissing | Trouble::AlreadyThere { .. } | Trouble::SameIdentity { .. } => {
                Severity::Row
            }
            Trouble::NoSuchOption { .. }
            | Trouble::NotADate { .. }
            | Trouble::NotANumber { .. }
            | Trouble::NotAName { .. }
            | Trouble::SecondAnswer { .. }
            | Trouble::NotesFull
            | Trouble::NoPlace { .. }
            | Trouble::Refused { .. } => Severity::Value,
            _ => Severity::Note,
        }
    }

    /// The sentence for the user, without row and column.
    pub fn wording(&self) -> Wording {
        use crate::mapping::DateOrder;
        let plain = Wording::plain;
        match &self.what {
            Trouble::NameMissing => plain("errors.exchange.row.name-missing"),
            Trouble::AlreadyThere { reference } => {
                plain("errors.exchange.row.already-there").with("reference", reference)
            }
            Trouble::SameIdentity { row } => {
                plain("errors.exchange.row.same-identity").with("row", row)
            }
            Trouble::SameName { row } => plain("errors.exchange.row.same-name").with("row", row),
            Trouble::LooksLikeRecord { reference, name } => {
                plain("errors.exchange.row.looks-like-record")
                    .with("reference", reference)
                    .with("name", short(name))
            }
            Trouble::LooksLikeRow { row } => {
                plain("errors.exchange.row.looks-like-row").with("row", row)
            }
            Trouble::NoSuchOption { value, question } => {
                plain("errors.exchange.row.no-such-option")
                    .with("value", short(value))
                    .with("question", question)
            }
            Trouble::NotADate { value } => {
                plain("errors.exchange.row.not-a-date").with("value", short(value))
            }
            Trouble::NotANumber { value } => {
                plain("errors.exchange.row.not-a-number").with("value", short(value))
            }
            Trouble::NotAName { value } => {
                plain("errors.exchange.row.not-a-name").with("value", short(value))
            }
            Trouble::PartOfADate { value } => {
                plain("errors.exchange.row.part-of-a-date").with("value", short(value))
            }
            Trouble::AmbiguousDate { value, taken } => plain(match taken {
                DateOrder::DayFirst => "errors.exchange.row.ambiguous-day-first",
                DateOrder::MonthFirst => "errors.exchange.row.ambiguous-month-first",
            })
            .with("value", short(value)),
            Trouble::SecondAnswer { value, question } => plain("errors.exchange.row.second-answer")
                .with("value", short(value))
                .with("question", question),
            Trouble::ControlCharacters => plain("errors.exchange.row.control-characters"),
            Trouble::DirectionMarks => plain("errors.exchange.row.direction-marks"),
            Trouble::Ragged { found, expected } => plain("errors.exchange.row.ragged")
                .with("found", found)
                .with("expected", expected),
            Trouble::Fault { code } => plain("errors.exchange.row.fault").with("code", code),
            Trouble::NoPlace { value } => {
                plain("errors.exchange.row.no-place").with("value", short(value))
            }
            Trouble::NotesFull => plain("errors.exchange.row.notes-full"),
            Trouble::Misread => plain("errors.exchange.row.misread"),
            Trouble::ColumnMissing => plain("errors.exchange.row.column-missing"),
            Trouble::ColumnUnknown => plain("errors.exchange.row.column-unknown"),
            Trouble::ForeignIdentity => plain("errors.exchange.row.foreign-identity"),
            Trouble::Refused { why } => why.wording(),
        }
    }
}

/// Enough of a value to find it again.
fn short(value: &str) -> String {
    const LONGEST: usize = 60;
    let line = value.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= LONGEST {
        return line;
    }
    let mut cut: String = line.chars().take(LONGEST - 1).collect();
    cut.push('…');
    cut
}
