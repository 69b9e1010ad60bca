//! A dossier on its way out as lists: CSV for one kind of record, XLSX for several.
//!
//! Both are also the form of import: headings end with the code of their question, cells are written
//! as `form` says, so that reading an export back into its file changes nothing.

mod cells;
mod csv;
mod neutral;
mod xlsx;

pub use csv::{CsvOptions, csv};
pub(crate) use neutral::restored;
pub use xlsx::xlsx;
