//! Report values: final wording, order and numbers, made from a snapshot and nothing else. The same
//! value feeds pages, JSON and tests.

pub mod classification;
pub mod crosswalk;
pub mod duty_calendar;
pub mod filter_memo;
pub mod fria;
pub mod front;
pub mod gap_analysis;
mod history;
pub mod impact;
pub mod index;
pub mod inventory;
pub mod inventory_pages;
mod judged;
mod linked;
mod open;
pub mod outline;
pub mod register;
pub mod registration;
pub mod risk_map;
pub mod risk_register;
pub mod soa;
pub mod soa_difference;
mod stated;
pub mod statement;
pub mod system_record;
pub mod system_record_pages;

use crate::look::Paper;
use chrono::NaiveDate;
use domain::Event;

/// What a report depends on besides the snapshot and the content.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Paper of the pages.
    pub paper: Paper,
    /// Whether it is marked as a draft on every page.
    pub draft: bool,
    /// Language of the wording, e.g. `en`; empty for English.
    pub language: String,
    /// The reference date of what the law says; the day of the snapshot if there is none. What was signed
    /// keeps its own.
    pub on: Option<NaiveDate>,
    /// The two versions to compare, for a report on what differs between them; the last two if there is none.
    pub versions: Option<(u32, u32)>,
    /// What happened to the system, for its record; others may stand among them. Empty leaves the
    /// history out.
    pub history: Vec<Event>,
}
