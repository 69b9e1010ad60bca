//! The caps of every reader. Beyond them a file is refused with a message, never half read.

/// Bytes of a CSV or TSV file.
pub const CSV_BYTES: u64 = 50 * 1024 * 1024;
/// Bytes of a packed workbook.
pub const XLSX_BYTES: u64 = 20 * 1024 * 1024;
/// Bytes of a workbook's parts together, as they really come out of the packing.
pub const UNPACKED_BYTES: u64 = 200 * 1024 * 1024;
/// Parts in a workbook.
pub const PARTS: usize = 2_000;
/// How many times larger a part may be unpacked than packed. Small parts are exempt: a sheet of
/// blanks packs well and harms nobody.
pub const RATIO: u64 = 200;
/// Bytes up to which a part is not measured by its ratio.
pub const RATIO_EXEMPT: u64 = 4 * 1024 * 1024;
/// Cells of one table that hold something.
pub const CELLS: usize = 2_000_000;
/// Columns of one table; the widest a spreadsheet can be.
pub const COLUMNS: usize = 16_384;
/// Rows of one table; the longest a spreadsheet can be.
pub const ROWS: usize = 1_048_576;
/// Bytes of text in one cell.
pub const CELL_BYTES: usize = 1024 * 1024;
/// Bytes of text in one table. A workbook can name one long text from millions of cells.
pub const TEXT_BYTES: usize = 128 * 1024 * 1024;
/// Elements inside elements in one part of a workbook.
pub const XML_DEPTH: usize = 64;
/// Attributes of one element.
pub const XML_ATTRIBUTES: usize = 256;
/// Shared texts of a workbook.
pub const XML_TEXTS: usize = 2_000_000;
/// Other elements of one part that a reader keeps (styles, names, sheets).
pub const XML_KEPT: usize = 500_000;
/// Places of a table, filled or not, up to the last filled cell of each row.
pub const PLACES: usize = 4_000_000;
