//! Snapshot to report value to pages to PDF. Pure up to the bytes: no IO, no clock, no random ids.
//!
//! [`report()`] makes a report from a [`domain::Dossier`]; [`Report::pdf`] gives its file,
//! [`preview::page`] its pages for the screen. The values behind them are in [`report`].

pub mod chart;
pub mod error;
pub mod flow;
pub mod fonts;
mod kind;
pub mod look;
pub mod preview;
pub mod report;
pub mod text;
pub mod tree;
pub mod writer;

pub use error::ReportError;
pub use kind::{Report, ReportKind, manuscript, report, report_watched};
pub use look::Paper;
pub use report::Options;
