//! A standard: its requirements by reference and short title, from `assets/frameworks/<id>/requirements.toml`.
//! No text of a standard is ever content; `holds` and the wording of interviews are ours.

use crate::ids::{FrameworkId, RequirementId};
use chrono::NaiveDate;
use serde::Deserialize;

/// One standard, or another list of requirements that is no law.
#[derive(Debug, Clone)]
pub struct Standard {
    /// Equal to the folder's name.
    pub id: FrameworkId,
    /// Raised by one with every change of content.
    pub version: u32,
    /// Its official designation.
    pub title: String,
    /// What stands before `:` in the ids of its requirements: `A.8.4` of one standard is not that of
    /// another.
    pub namespace: String,
    /// The day the content was last checked.
    pub as_of: NaiveDate,
    /// Whose the text is, and where to read it.
    pub licence: String,
    /// Topics and what stands under them, in reading order.
    pub requirements: Vec<Requirement>,
}

impl Standard {
    /// The requirement with this id.
    pub fn requirement(&self, id: &str) -> Option<&Requirement> {
        self.requirements
            .iter()
            .find(|requirement| requirement.id.as_str() == id)
    }

    /// What is assessed on its own: no topics, no clauses that are divided further.
    pub fn assessed(&self) -> impl Iterator<Item = &Requirement> {
        self.requirements
            .iter()
            .filter(|requirement| requirement.assess)
    }

    /// The controls, in order; a Statement of Applicability is about these and nothing else.
    pub fn controls(&self) -> impl Iterator<Item = &Requirement> {
        self.requirements
            .iter()
            .filter(|requirement| requirement.level == RequirementLevel::Control)
    }

    /// What a requirement stands under, the nearest first.
    pub fn above<'a>(
        &'a self,
        requirement: &'a Requirement,
    ) -> impl Iterator<Item = &'a Requirement> {
        let up = |below: &&'a Requirement| self.requirement(below.parent.as_ref()?.as_str());
        std::iter::successors(up(&requirement), up)
    }
}

/// One requirement.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Requirement {
    /// Namespace and reference, e.g. `iso42001:A.8.4`; a blank of the reference is a hyphen.
    pub id: RequirementId,
    /// As the standard prints it, e.g. `A.8.4`.
    pub reference: String,
    /// The short title; of NIST our own words for the theme.
    pub title: String,
    /// What it is.
    pub level: RequirementLevel,
    /// What it stands under.
    #[serde(default)]
    pub parent: Option<RequirementId>,
    /// Whether it is assessed on its own.
    #[serde(default)]
    pub assess: bool,
    /// `true` where something written is expected, `false` where a working process or an arrangement is;
    /// none where nothing is said.
    #[serde(default)]
    pub documented: Option<bool>,
    /// In our words: what is held, or looked for.
    #[serde(default)]
    pub holds: String,
    /// The question whether it is there.
    #[serde(default)]
    pub exists: String,
    /// The question whether it works.
    #[serde(default)]
    pub works: String,
    /// An example of good evidence.
    #[serde(default)]
    pub good: String,
    /// An example of weak evidence.
    #[serde(default)]
    pub weak: String,
}

/// What a requirement is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RequirementLevel {
    /// A heading over others.
    Topic,
    /// A clause of the management system.
    Clause,
    /// A control of Annex A.
    Control,
    /// A subcategory of the NIST AI RMF.
    Subcategory,
}

impl RequirementLevel {
    /// The word as written.
    pub fn code(self) -> &'static str {
        match self {
            RequirementLevel::Topic => "topic",
            RequirementLevel::Clause => "clause",
            RequirementLevel::Control => "control",
            RequirementLevel::Subcategory => "subcategory",
        }
    }
}
