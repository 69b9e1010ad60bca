//! How the scales of a benefit or harm come to a level, and when an assessment is owed, as authored in
//! `assets/methods/impact.toml`.

use crate::condition::Condition;
use crate::ids::{
    DutyId, GradeId, LevelId, MethodId, OptionId, QuestionId, QuestionnaireId, ThresholdId,
};
use serde::Deserialize;
use std::collections::BTreeMap;

/// The method of impact assessments. Grades and levels stand from the least to the most; the columns of a
/// table stand in the order of the options of their question. No table falls to the right or downwards.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Weighing {
    /// Stable id, equal to the file's stem.
    pub id: MethodId,
    /// Raised by one with every change of content.
    pub version: u32,
    /// A short name.
    pub title: String,
    /// What it leans on.
    pub cite: String,
    /// The questions that are weighed before measures.
    pub scales: Scales,
    /// The same after measures, with the same options.
    pub scales_after: Scales,
    /// Grades of consequence.
    #[serde(rename = "grade")]
    pub grades: Vec<Grade>,
    /// Levels.
    #[serde(rename = "level")]
    pub levels: Vec<ImpactLevel>,
    /// Severity (rows) by scale (columns).
    pub extent: BTreeMap<OptionId, Vec<GradeId>>,
    /// That (rows) by reversibility (columns); of harms only.
    pub consequence: BTreeMap<GradeId, Vec<GradeId>>,
    /// That (rows) by likelihood (columns).
    pub matrix: BTreeMap<GradeId, Vec<LevelId>>,
    /// When a use counts as sensitive or restricted.
    #[serde(rename = "threshold")]
    pub thresholds: Vec<Threshold>,
    /// When an assessment is owed.
    #[serde(rename = "owed")]
    pub owed: Vec<OwedWhen>,
}

/// The four questions that are weighed; each is a `single`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scales {
    /// How much it weighs for one of those concerned.
    pub severity: QuestionId,
    /// How many are concerned.
    pub scale: QuestionId,
    /// Whether it can be undone. Not asked of a benefit.
    pub reversibility: QuestionId,
    /// How likely it is.
    pub likelihood: QuestionId,
}

impl Scales {
    /// The four, in order.
    pub fn all(&self) -> [&QuestionId; 4] {
        [
            &self.severity,
            &self.scale,
            &self.reversibility,
            &self.likelihood,
        ]
    }
}

/// One grade of consequence.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Grade {
    /// Never renamed.
    pub id: GradeId,
    /// Shown beside the matrix.
    pub title: String,
}

/// One level, and what it means.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ImpactLevel {
    /// Never renamed.
    pub id: LevelId,
    /// Shown in tables.
    pub title: String,
    /// What a harm of this level calls for.
    pub harm: String,
    /// What a benefit of this level is worth.
    pub benefit: String,
}

/// A threshold set beforehand.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Threshold {
    /// Never renamed.
    pub id: ThresholdId,
    /// A short name.
    pub title: String,
    /// A `multi`: any option of it reaches the threshold.
    pub question: QuestionId,
    /// So does a harm that stays at this level or above.
    pub level: LevelId,
    /// When it is reached, in words.
    pub plain: String,
    /// What it demands, in words.
    pub demands: String,
    /// The longest interval to the next assessment, in months.
    pub months: u32,
    /// What it leans on.
    pub cite: String,
}

/// When an assessment is owed: either with a duty of a law, or when a condition holds over the answers
/// about the system and its organisation.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwedWhen {
    /// The assessment.
    pub assessment: QuestionnaireId,
    /// The duty of a framework that owes it.
    #[serde(default)]
    pub duty: Option<DutyId>,
    /// The condition.
    #[serde(default)]
    pub when: Option<Condition>,
    /// Why it is owed.
    pub yes: String,
    /// Why it is not.
    pub no: String,
    /// Why that cannot be said yet.
    pub open: String,
    /// What it rests on.
    pub cite: String,
}

impl Weighing {
    /// The level with this id.
    pub fn level(&self, id: &str) -> Option<&ImpactLevel> {
        self.levels.iter().find(|level| level.id.as_str() == id)
    }

    /// The place of a level, 0 for the least.
    pub fn rank(&self, id: &LevelId) -> Option<usize> {
        self.levels.iter().position(|level| level.id == *id)
    }

    /// The grade with this id.
    pub fn grade(&self, id: &str) -> Option<&Grade> {
        self.grades.iter().find(|grade| grade.id.as_str() == id)
    }
}
