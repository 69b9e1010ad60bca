//! The client file: one organisation's AI management system in one `.aims` file. The only crate with SQL.
//!
//! A file is made with [`ClientFile::create`] and opened with [`ClientFile::open`]; both take its lock.
//! Every change goes through one write door, which logs what it does in a hash chain (see the module
//! `chain` for its encoding) and refuses a change that logs nothing. State tables say what is, the log
//! says how it came to be, and [`check()`] holds them against each other.

mod acts;
mod backup;
mod chain;
mod check;
mod closed;
mod connection;
mod create;
mod differences;
mod effect;
mod error;
mod file;
mod form;
mod identity;
mod journal;
mod key;
mod migrate;
mod open;
mod probe;
mod queries;
mod replay;
mod reserve;
mod search;
mod state;
mod time;
mod verbs;
mod write;

pub use backup::{Backup, Copied, backups_in};
pub use check::{CheckReport, EventFault, Finding, StateFault, check};
pub use create::NewFile;
pub use error::{RejectedRow, StoreError};
pub use file::ClientFile;
pub use journal::set_aside;
pub use key::{Key, Passphrase};
pub use open::Opening;
pub use probe::{Probe, probe};
pub use queries::{
    Column, Columns, Count, Facet, Filter, HistoryQuery, Likeness, ListPage, ListQuery, ListRow,
    Retired, Said, Similar, Sort, ToDo, Use,
};
pub use verbs::{Act, Import, Imported, LARGEST_ATTACHMENT, LARGEST_TOTAL};
pub use write::Recorded;
