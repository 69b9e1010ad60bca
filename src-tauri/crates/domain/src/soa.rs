//! The Statement of Applicability: which controls apply to the organisation and why, how far they are, and
//! whether it all holds together.
//!
//! People decide; their decisions are records of kind `Control`. Everything else is derived on read: what the
//! file suggests, what contradicts what, and the path from a risk to its approval. A signed version keeps
//! one frozen tree; the records stay open to work on.

pub mod asked;
mod compare;
mod contradiction;
mod counts;
mod freeze;
mod owing;
mod proposal;
mod row;
mod statement;
mod trail;

pub use compare::{Moved, Shift, is_own, lines, moved};
pub use contradiction::{Contradiction, Leaning, references};
pub use counts::Counts;
pub use freeze::{FORM, Version, freeze};
pub use owing::Owing;
pub use proposal::{Proposal, Source};
pub use row::{Decision, Row, Status};
pub use statement::Statement;
pub use trail::{Break, Hold, Link, Standing, Step, Trail};

/// The standard whose controls are listed.
pub const STANDARD: &str = "iso-42001";
/// The questionnaire of one version.
pub const QUESTIONNAIRE: &str = "soa";

/// From which strength of a link on a duty leans on a control: evidence for one serves a part of the other.
const LEANS: u8 = 4;
/// How long evidence shows how things are.
const FRESH_DAYS: i64 = 365;
/// Letters and digits a reason has at least.
const REAL_REASON: usize = 20;
