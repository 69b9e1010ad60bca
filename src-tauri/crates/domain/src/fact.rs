//! The few questions that code branches on, by name. A content test holds that each exists with the
//! right form; every other question is content only.

/// `single`: where the system stands in its life.
pub const STAGE: &str = "lifecycle-stage";
/// `record` to a person: who answers for the system.
pub const OWNER: &str = "owner";
/// `record` to a vendor: who supplies it.
pub const VENDOR: &str = "vendor";
/// `date`: when it is to be looked at again.
pub const REVIEW_DUE: &str = "review-due";
/// `single` with `yes`, `no`: whether the AI management system covers it.
pub const IN_SCOPE: &str = "in-aims-scope";
/// `long-text`: what it is meant to do.
pub const PURPOSE: &str = "intended-purpose";
/// `multi`: the organisation's roles under the AI Act.
pub const ROLES: &str = "act-roles";
/// `text`: the part of the organisation that uses it.
pub const UNIT: &str = "business-unit";

/// The framework that classifies AI systems.
pub const AI_ACT: &str = "eu-ai-act";

/// `record` to a system: for which a duty is owed.
pub const DUTY_SYSTEM: &str = "duty-system";
/// `text`: the framework that a duty belongs to.
pub const DUTY_LAW: &str = "duty-law";
/// `text`: which duty.
pub const DUTY_ID: &str = "duty-id";
/// `text`: in which role it is owed.
pub const DUTY_ROLE: &str = "duty-role";
/// `record` to a person: who sees to a duty.
pub const DUTY_OWNER: &str = "duty-owner";
/// `date`: our own date for a duty.
pub const DUTY_DUE: &str = "duty-due";
/// `single` with `open`, `under-way`, `done`, `not-ours`: how far a duty is.
pub const DUTY_STATE: &str = "duty-state";
/// `long-text`: why a duty is not ours.
pub const DUTY_REASON: &str = "duty-not-ours-reason";
/// `long-text`: what shows that a duty is done.
pub const DUTY_EVIDENCE: &str = "duty-evidence";

/// `record` to a system: which an incident is about.
pub const INCIDENT_SYSTEM: &str = "incident-system";
/// `long-text`: what happened.
pub const INCIDENT_WHAT: &str = "incident-what";
/// `date`: when an incident happened.
pub const INCIDENT_HAPPENED: &str = "incident-happened-on";
/// `date`: when we first knew of an incident.
pub const INCIDENT_AWARE: &str = "incident-aware-on";
/// `date`: when an incident was closed.
pub const INCIDENT_CLOSED: &str = "incident-closed-on";
