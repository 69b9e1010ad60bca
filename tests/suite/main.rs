//! The app as a whole: journeys through its commands on a mock runtime, what its configuration may
//! never allow, and what must stay true of the code.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod bench;
mod classifying;
mod config;
mod crosswalk;
mod duties;
mod errors;
mod gaps;
mod impacts;
mod importing;
mod journeys;
#[path = "../../src-tauri/crates/reports/tests/support/judge.rs"]
mod judge;
mod lists;
mod registers;
mod soa;
mod tidy;
