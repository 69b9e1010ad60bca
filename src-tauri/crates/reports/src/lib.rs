//! Snapshot to report value to pages to PDF. Pure up to the bytes: no IO, no clock, no random ids.

pub mod error;
pub mod flow;
pub mod fonts;
pub mod look;
pub mod text;
pub mod tree;
pub mod writer;
