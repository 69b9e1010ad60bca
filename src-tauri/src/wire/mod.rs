//! What crosses to the window: screens, not tables. Only these types are serialised for the front
//! end; each is built from domain values field by field. `ui/ipc/types.d.ts` is written from them.
//!
//! Conventions: camelCase fields, moments as RFC 3339 in UTC, dates as `YYYY-MM-DD`, `null` for none.

pub mod actions;
pub mod answer;
pub mod assessment;
pub mod change;
pub mod classification;
pub mod classification_list;
pub mod classification_result;
pub mod classification_revision;
pub mod copies;
pub mod crosswalk;
pub mod desk;
pub mod drawing;
pub mod duties;
pub mod error;
pub mod gap_results;
pub mod gaps;
pub mod history;
pub mod impacts;
pub mod incidents;
pub mod inventory;
pub mod methods;
pub mod record;
pub mod report;
pub mod risks;
pub mod session;
pub mod settings;
pub mod soa;
pub mod start;
pub mod table;
pub mod triage;
pub mod wizard;
pub mod xray;

#[cfg(test)]
mod declarations;

use domain::Timestamp;

/// A moment as the screens read it.
pub(crate) fn moment(at: Timestamp) -> String {
    at.to_rfc3339_opts(chrono::SecondsFormat::Millis, true)
}
