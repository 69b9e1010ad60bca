//! Lists in and out: CSV and XLSX into drafts, a dossier into CSV, XLSX and JSON.
//!
//! Hostile input lives here. Every reader takes bytes under caps ([`limits`]), can be stopped through
//! [`Watch`] and answers with [`ExchangeError`] instead of a crash. Nothing here knows how a client
//! file is stored: what comes in leaves as [`domain::Draft`], what goes out comes as
//! [`domain::Dossier`].
//!
//! The road in: [`read`] a [`Table`], find a [`Mapping`] ([`mapping::recognise`] or
//! [`mapping::suggest`]), [`plan`] without writing anything, hand the drafts to the store.
//! The road out: [`export::csv`], [`export::xlsx`], [`json::write`], then [`write_file`].

pub mod error;
pub mod export;
mod form;
pub mod json;
pub mod limits;
pub mod mapping;
pub mod plan;
mod save;
pub mod table;
pub mod watch;
mod xlsx;

pub use error::ExchangeError;
pub use mapping::{ColumnRule, Mapping, Target};
pub use plan::{Plan, PlanOptions, plan};
pub use save::write_file;
pub use table::{Cell, Column, ReadOptions, Row, Table, read, read_bytes, read_file, read_own};
pub use watch::{Phase, Unwatched, Watch};
