//! What the file says about which controls of a standard apply, as authored in
//! `assets/mappings/applicability/<standard>.toml`. Suggestions: nothing here decides.

use crate::condition::Condition;
use crate::ids::{FrameworkId, OptionId, RequirementId, SuggestionId};
use crate::question::RecordKind;
use serde::Deserialize;

/// Everything suggested about the controls of one standard.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Applicability {
    /// The standard, equal to the file's stem.
    pub id: FrameworkId,
    /// Raised by one with every change of content.
    pub version: u32,
    /// Phrases that give no reason, in lower case: what is left of an exclusion without them has to say
    /// something.
    pub empty_reasons: Vec<String>,
    /// The suggestions, in the order in which they are shown.
    #[serde(rename = "suggestion")]
    pub suggestions: Vec<Suggestion>,
}

/// One thing that records of the file say about controls.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Suggestion {
    /// Never renamed, never reused.
    pub id: SuggestionId,
    /// The controls it speaks of.
    pub controls: Vec<RequirementId>,
    /// What it suggests: an option of the question on the decision.
    pub decision: OptionId,
    /// Grounds for including: options of the question on the grounds. None for an exclusion.
    #[serde(default)]
    pub grounds: Vec<OptionId>,
    /// Which records are looked at. Systems outside the scope of the management system are not.
    pub about: RecordKind,
    /// How many of them have to fit.
    pub of: Quantity,
    /// What one record has to fit.
    pub when: Condition,
    /// Why, in words that can stand as the reason of the decision.
    pub reason: String,
    /// The provision it rests on.
    pub cite: String,
}

/// How many records have to fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Quantity {
    /// At least one.
    Some,
    /// All of them, and there is at least one.
    Every,
}
