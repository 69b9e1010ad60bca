//! The questions about controls and versions that code looks at, by name. A content test holds that each
//! exists with the right form.

/// `text`: the control of the standard; none for a control of our own.
pub const REF: &str = "control-ref";
/// `single` with `included`, `excluded`: whether it applies.
pub const APPLIES: &str = "control-applies";
/// `multi` with `risk`, `legal`, `contractual`, `practice`: what calls for it.
pub const GROUNDS: &str = "control-reasons";
/// `long-text`: why it is included.
pub const REASON: &str = "control-reason";
/// `long-text`: why it is left out.
pub const EXCLUSION: &str = "control-exclusion-reason";
/// `single` with `not-started`, `planned`, `partial`, `implemented`, `effective`: how far it is.
pub const STATUS: &str = "control-status";
/// `long-text`: how it is done.
pub const HOW: &str = "control-how";
/// `text`: where it is laid down.
pub const DOCUMENT: &str = "control-document";
/// `record` to a person: who answers for it.
pub const OWNER: &str = "control-owner";
/// `records` to systems: for which it is kept; none for all in scope.
pub const SYSTEMS: &str = "control-systems";
/// `long-text`: what shows that it is kept.
pub const EVIDENCE: &str = "control-evidence";
/// `date`: of which day the newest evidence is.
pub const EVIDENCE_ON: &str = "control-evidence-on";
/// `single` with `level-0` to `level-5`: how mature it is.
pub const MATURITY: &str = "control-maturity";
/// `date`: by when it is to be implemented.
pub const TARGET: &str = "control-target";
/// `record` to a vendor: who keeps it for us.
pub const INHERITED: &str = "control-inherited-from";
/// `long-text`: what an auditor said. Never a reason, never printed in the statement.
pub const AUDITOR: &str = "control-auditor-note";

/// `long-text`: what a version covers.
pub const SCOPE: &str = "soa-scope";
/// `record` to a person: who approves a version.
pub const APPROVER: &str = "soa-approver";
/// `long-text`: what is new in a version.
pub const CHANGES: &str = "soa-changes";

/// `records` to controls: which ones the treatment of a risk chose.
pub const RISK_CONTROLS: &str = "risk-controls";
/// `single`: how a risk is treated.
pub const RISK_TREATMENT: &str = "risk-treatment";
/// `record` to a person: who accepted what is left of a risk.
pub const RISK_ACCEPTED_BY: &str = "risk-accepted-by";
/// `date`: until when it is accepted.
pub const RISK_ACCEPTED_UNTIL: &str = "risk-accepted-until";
