//! The gap analysis: what was judged about each requirement of a standard in one run, what it adds up to, what
//! became of an earlier run, and what is to be done first.
//!
//! Everything here is derived from answers on every read. A run is kept as it stands only when it is signed
//! ([`freeze`]). What was not looked at is never counted as missing, what does not apply is counted apart, and
//! nothing of a neighbouring standard counts by itself: a person judges.

mod analysis;
mod compare;
mod credit;
mod freeze;
mod judgement;
mod plan;
mod remedy;
mod rows;
mod score;

pub use analysis::Analysis;
pub use compare::{Moved, Movement, compare};
pub use credit::{Proposal, is_certified, neighbours, proposals};
pub use freeze::{FORM, freeze};
pub use judgement::{Conformity, Credit, Judgement, Seen, Severity};
pub use plan::{PlanLine, Pressing, plan, pressing};
pub use remedy::{EFFORTS, remedies};
pub use rows::{Area, Findings, Row, Run, rows};
pub use score::{Maturity, Score, Share, Tally, by_topic, score};

/// The standard a gap analysis goes through.
pub const STANDARD: &str = "iso-42001";

/// `date`: which day a run describes.
pub const ON: &str = "gap-analysis-on";
/// `text`: who made a run.
pub const ASSESSOR: &str = "gap-analysis-assessor";
/// `long-text`: how far a run reaches.
pub const SCOPE: &str = "gap-analysis-scope";
/// `multi` with `clauses`, `controls`: which parts of the standard a run looks at.
pub const PARTS: &str = "gap-analysis-parts";
/// `record` to a gap analysis: the run it is compared with.
pub const EARLIER: &str = "gap-analysis-earlier";
/// `long-text`: who was spoken to.
pub const SPOKEN: &str = "gap-analysis-spoken";
/// `long-text`: what whoever made a run concludes.
pub const SUMMARY: &str = "gap-analysis-summary";

/// `record` to a gap analysis: of which run.
pub const ANALYSIS: &str = "finding-analysis";
/// `text`: about which requirement.
pub const REQUIREMENT: &str = "finding-requirement";
/// `single` with `met`, `partly`, `not-met`, `not-looked-at`; "not applicable" with its reason.
pub const CONFORMITY: &str = "finding-conformity";
/// `single` with `yes`, `partly`, `no`: whether there is something.
pub const EXISTS: &str = "finding-exists";
/// `single` with `yes`, `partly`, `no`: whether it works.
pub const WORKS: &str = "finding-works";
/// `single` with `level-0` to `level-5`.
pub const MATURITY: &str = "finding-maturity";
/// `long-text`: what was said and seen.
pub const NOTE: &str = "finding-note";
/// `long-text`: what shows it.
pub const EVIDENCE: &str = "finding-evidence";
/// `multi` with `flag`, `ask-again`.
pub const FLAG: &str = "finding-flag";
/// `text`: what is to be asked.
pub const ASK: &str = "finding-ask";
/// `number`: seconds spent in the interview.
pub const SECONDS: &str = "finding-seconds";
/// `single` with `major`, `minor`, `observation`, `improvement`.
pub const SEVERITY: &str = "finding-severity";
/// `long-text`: what is missing.
pub const WHAT: &str = "finding-what";
/// `single` with `confirmed`, `part`, `declined`.
pub const CREDIT: &str = "finding-credit";
/// `text`: who confirmed or declined the credit.
pub const CREDIT_BY: &str = "finding-credit-by";
/// `long-text`: which evidence is taken over.
pub const CREDIT_EVIDENCE: &str = "finding-credit-evidence";
