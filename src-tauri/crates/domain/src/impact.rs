//! Impact assessment: benefits and harms of a system, what they weigh before and after measures, what they
//! come to, which assessments are owed, and what a sign-off keeps.
//!
//! Scales, tables and thresholds are data ([`content::Weighing`]). No level is worked out while a value is
//! missing, and nothing here is stored.

mod entry;
mod freeze;
mod outcome;
mod owed;
mod snapshot;
mod weigh;

pub use entry::{Direction, Entry, as_risk, question};
pub use freeze::{Assessed, freeze};
pub use outcome::{Outcome, Reached, outcome};
pub use owed::{Owed, owed};
pub use snapshot::{Reader, Snapshot};
pub use weigh::{Scale, Weigh, Weighed};

/// The questionnaire of the impact assessment of a system.
pub const IMPACT_ASSESSMENT: &str = "impact-assessment";
/// The questionnaire of the fundamental rights impact assessment.
pub const FRIA: &str = "fria";
/// The questionnaire on the data protection impact assessment.
pub const DPIA: &str = "dpia";
/// The three, in the order in which they are shown.
pub const ASSESSMENTS: [&str; 3] = [IMPACT_ASSESSMENT, FRIA, DPIA];
/// Of each of these the `date` of its next review.
pub const REVIEW_DUE: [&str; 3] = ["aia-review-due", "fria-review-due", "dpia-next"];
