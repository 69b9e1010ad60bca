//! Why a list could not be read or written. Wording for people is in `assets/text`.

use content::Wording;

/// What stops a reader or a writer. Nothing has been written when one is returned.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ExchangeError {
    /// The file cannot be opened or read.
    #[error("{file} cannot be read: {reason}")]
    Unreadable {
        /// Its name.
        file: String,
        /// What the system says.
        reason: String,
    },
    /// More bytes than are accepted.
    #[error("the file is larger than {limit_mb} MB")]
    TooLarge {
        /// The cap in megabytes.
        limit_mb: u64,
    },
    /// Nothing in it.
    #[error("the file is empty")]
    Empty,
    /// No row that could be headings with data below.
    #[error("no table was found")]
    NoTable,
    /// Neither CSV nor XLSX.
    #[error("this is {found}, not a CSV or XLSX list")]
    NotATable {
        /// What it looks like.
        found: &'static str,
    },
    /// Protected by a password or by rights management.
    #[error("the workbook is encrypted")]
    Encrypted,
    /// Brings programs along.
    #[error("the workbook holds macros ({part})")]
    Macros {
        /// The part that shows it.
        part: String,
    },
    /// Draws on other files or places.
    #[error("the workbook links to other files ({part})")]
    ExternalLinks {
        /// The part that shows it.
        part: String,
    },
    /// Declares a document type; workbooks never need one, attacks do.
    #[error("the workbook declares a document type ({part})")]
    DocumentType {
        /// The part.
        part: String,
    },
    /// Names that point out of the workbook, or links instead of parts.
    #[error("the workbook holds a part that is not a plain file ({part})")]
    OddPart {
        /// The part.
        part: String,
    },
    /// More parts than a workbook has.
    #[error("the workbook has more than {limit} parts")]
    TooManyParts {
        /// The cap.
        limit: usize,
    },
    /// Unpacks to more than is accepted.
    #[error("the workbook unpacks to more than {limit_mb} MB")]
    UnpacksTooLarge {
        /// The cap in megabytes.
        limit_mb: u64,
    },
    /// Packed far denser than real data is.
    #[error("a part is packed more than {limit} times ({part})")]
    PackedTooDense {
        /// The part.
        part: String,
        /// The cap.
        limit: u64,
    },
    /// Nested deeper, or with more attributes or pieces, than a workbook is.
    #[error("a part is built beyond what a workbook needs ({part})")]
    TooIntricate {
        /// The part.
        part: String,
    },
    /// A cell, row or range that no sheet can have.
    #[error("{part} names a place that no sheet has: {place}")]
    NoSuchPlace {
        /// The part.
        part: String,
        /// As it is named there, cut.
        place: String,
    },
    /// More filled cells, rows or columns than are accepted.
    #[error("the table has more than {limit} {what}")]
    TooMany {
        /// `cells`, `rows` or `columns`.
        what: &'static str,
        /// The cap.
        limit: usize,
    },
    /// More text in all than is accepted.
    #[error("the table holds more than {limit_mb} MB of text")]
    TooMuchText {
        /// The cap in megabytes.
        limit_mb: u64,
    },
    /// One cell longer than is accepted.
    #[error("a cell in row {row}, column {column} is longer than {limit_mb} MB")]
    CellTooLong {
        /// Row of the sheet, from 1.
        row: usize,
        /// Column of the sheet, from 1.
        column: usize,
        /// The cap in megabytes.
        limit_mb: u64,
    },
    /// A quoted cell that never ends.
    #[error("the quotation mark opened in row {row} is never closed")]
    OpenQuote {
        /// Row of the sheet, from 1.
        row: usize,
    },
    /// Cut off or damaged.
    #[error("the file is damaged: {what}")]
    Damaged {
        /// Where it broke.
        what: String,
    },
    /// A chosen encoding that is not known.
    #[error("the encoding {name} is not known")]
    UnknownEncoding {
        /// As chosen.
        name: String,
    },
    /// A chosen sheet that is not there.
    #[error("there is no sheet {name}")]
    NoSuchSheet {
        /// As chosen.
        name: String,
    },
    /// A chosen header row that is not there.
    #[error("there is no row {row}")]
    NoSuchRow {
        /// As chosen, from 1.
        row: usize,
    },
    /// A mapping that does not fit this table or these questions.
    #[error("the mapping cannot be used: {what}")]
    UnfitMapping {
        /// What does not fit.
        what: String,
    },
    /// A mapping file that cannot be understood.
    #[error("the mapping cannot be read: {what}")]
    BadMapping {
        /// Where it broke.
        what: String,
    },
    /// A mapping file says a word that means nothing where it stands.
    #[error("line {line} of the mapping: there is no {key}, perhaps {nearest}")]
    UnknownKey {
        /// Line of the file, from 1.
        line: usize,
        /// The word.
        key: String,
        /// The known word that is most like it.
        nearest: String,
    },
    /// Something could not be put into the file to write.
    #[error("the list cannot be written: {what}")]
    Unwritable {
        /// What.
        what: String,
    },
    /// A file could not be saved; what stood there before still does.
    #[error("{file} cannot be saved: {reason}")]
    NotSaved {
        /// Its name.
        file: String,
        /// What the system says.
        reason: String,
    },
    /// What stands at the place is no plain file, or is a client file: it is never replaced.
    #[error("{file} is not replaced")]
    NotReplaced {
        /// Its path, as the caller gave it.
        file: String,
    },
    /// What is to be read is a folder, a pipe or a device.
    #[error("{file} is not a plain file")]
    NotAFile {
        /// Its name.
        file: String,
    },
    /// The user stopped it.
    #[error("stopped")]
    Cancelled,
}

impl ExchangeError {
    /// The sentence for the user.
    pub fn wording(&self) -> Wording {
        use ExchangeError::*;
        let plain = Wording::plain;
        match self {
            Unreadable { file, reason } => plain("errors.exchange.unreadable")
                .with("file", file)
                .with("reason", reason),
            TooLarge { limit_mb } => plain("errors.exchange.too-large").with("limit", limit_mb),
            Empty => plain("errors.exchange.empty"),
            NoTable => plain("errors.exchange.no-table"),
            NotATable { found } => plain("errors.exchange.not-a-table").with("found", found),
            Encrypted => plain("errors.exchange.encrypted"),
            Macros { part } => plain("errors.exchange.macros").with("part", part),
            ExternalLinks { part } => plain("errors.exchange.external-links").with("part", part),
            DocumentType { part } => plain("errors.exchange.document-type").with("part", part),
            OddPart { part } => plain("errors.exchange.odd-part").with("part", part),
            TooManyParts { limit } => plain("errors.exchange.too-many-parts").with("limit", limit),
            UnpacksTooLarge { limit_mb } => {
                plain("errors.exchange.unpacks-too-large").with("limit", limit_mb)
            }
            PackedTooDense { part, limit } => plain("errors.exchange.packed-too-dense")
                .with("part", part)
                .with("limit", limit),
            TooIntricate { part } => plain("errors.exchange.too-intricate").with("part", part),
            NoSuchPlace { part, place } => plain("errors.exchange.no-such-place")
                .with("part", part)
                .with("place", place),
            TooMany { what, limit } => plain("errors.exchange.too-many")
                .with("what", what)
                .with("limit", limit),
            TooMuchText { limit_mb } => {
                plain("errors.exchange.too-much-text").with("limit", limit_mb)
            }
            CellTooLong {
                row,
                column,
                limit_mb,
            } => plain("errors.exchange.cell-too-long")
                .with("row", row)
                .with("column", column)
                .with("limit", limit_mb),
            OpenQuote { row } => plain("errors.exchange.open-quote").with("row", row),
            Damaged { what } => plain("errors.exchange.damaged").with("what", what),
            UnknownEncoding { name } => {
                plain("errors.exchange.unknown-encoding").with("name", name)
            }
            NoSuchSheet { name } => plain("errors.exchange.no-such-sheet").with("name", name),
            NoSuchRow { row } => plain("errors.exchange.no-such-row").with("row", row),
            UnfitMapping { what } => plain("errors.exchange.unfit-mapping").with("what", what),
            BadMapping { what } => plain("errors.exchange.bad-mapping").with("what", what),
            UnknownKey { line, key, nearest } => plain("errors.exchange.unknown-key")
                .with("line", line)
                .with("key", key)
                .with("nearest", nearest),
            Unwritable { what } => plain("errors.exchange.unwritable").with("what", what),
            NotSaved { file, reason } => plain("errors.exchange.not-saved")
                .with("file", file)
                .with("reason", reason),
            NotReplaced { file } => plain("errors.exchange.not-replaced").with("file", file),
            NotAFile { file } => plain("errors.exchange.not-a-file").with("file", file),
            Cancelled => plain("errors.exchange.cancelled"),
        }
    }
}

/// The reader's or writer's answer.
pub type Result<T> = std::result::Result<T, ExchangeError>;
