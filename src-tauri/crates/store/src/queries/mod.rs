//! What can be asked of a file. Nothing here writes.

pub(crate) mod answers;
pub(crate) mod attachments;
mod counts;
mod dossier;
pub(crate) mod history;
mod list;
mod matching;
mod order;
pub(crate) mod records;
pub(crate) mod revisions;
pub(crate) mod settings;
mod similar;

pub use counts::{Count, Facet, ToDo};
pub use history::HistoryQuery;
pub use list::{Column, Columns, Filter, ListPage, ListQuery, ListRow, Retired, Said, Sort};
pub use records::Use;
pub use similar::{Likeness, Similar};
