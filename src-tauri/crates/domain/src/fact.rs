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
