//! A framework: a law as dated data, from the folder `assets/frameworks/<id>`.

use crate::clock::Clock;
use crate::condition::Condition;
use crate::crosswalk::Provision;
use crate::day;
use crate::ids::{
    ClassId, DateId, DutyId, FrameworkId, PenaltyId, QuestionnaireId, RoleId, RuleId, SourceId,
    StageId, TimingId, UnsettledId,
};
use crate::rule::{Duty, Level, Route, Rule};
use chrono::NaiveDate;
use serde::Deserialize;

/// One law with everything needed to apply it on a given day.
#[derive(Debug, Clone)]
pub struct Framework {
    /// Equal to the folder's name.
    pub id: FrameworkId,
    /// Raised by one with every change of content.
    pub version: u32,
    /// The name of the law.
    pub title: String,
    /// Which text was read, e.g. a CELEX number.
    pub text_version: String,
    /// The day the content was last checked.
    pub as_of: NaiveDate,
    /// What every reader must be told about the text.
    pub caveat: String,
    /// The questionnaire whose answers its rules look at.
    pub questionnaire: QuestionnaireId,
    /// Steps of the decision tree, in order.
    pub stages: Vec<Stage>,
    /// What content was checked against.
    pub sources: Vec<Source>,
    /// Dates of application.
    pub dates: Vec<LegalDate>,
    /// Classes in the order that decides the headline.
    pub classes: Vec<Class>,
    /// Roles an organisation can have.
    pub roles: Vec<Role>,
    /// When duties bind, where that depends on facts.
    pub schedules: Vec<Schedule>,
    /// Bands of penalties.
    pub penalties: Vec<Penalty>,
    /// Points of law that are unsettled.
    pub unsettled: Vec<Unsettled>,
    /// Guidance that is expected: shown, never a duty.
    pub guidance: Vec<Guidance>,
    /// Rules in the order of their stages.
    pub rules: Vec<Rule>,
    /// The register of duties, in order.
    pub duties: Vec<Duty>,
    /// Ways through conformity assessment.
    pub routes: Vec<Route>,
    /// Clocks that an incident starts, in order.
    pub clocks: Vec<Clock>,
    /// Provisions that crosswalks meet, in the order of the law.
    pub provisions: Vec<Provision>,
}

impl Framework {
    /// The rule with this id.
    pub fn rule(&self, id: &RuleId) -> Option<&Rule> {
        self.rules.iter().find(|rule| rule.id == *id)
    }

    /// The duty with this id.
    pub fn duty(&self, id: &DutyId) -> Option<&Duty> {
        self.duties.iter().find(|duty| duty.id == *id)
    }

    /// The provision with this id.
    pub fn provision(&self, id: &str) -> Option<&Provision> {
        self.provisions
            .iter()
            .find(|provision| provision.id.as_str() == id)
    }

    /// The class with this id.
    pub fn class(&self, id: &ClassId) -> Option<&Class> {
        self.classes.iter().find(|class| class.id == *id)
    }

    /// The role with this id.
    pub fn role(&self, id: &RoleId) -> Option<&Role> {
        self.roles.iter().find(|role| role.id == *id)
    }

    /// The date with this id.
    pub fn date(&self, id: &DateId) -> Option<&LegalDate> {
        self.dates.iter().find(|date| date.id == *id)
    }

    /// The day a word names, where it names a date.
    pub fn day(&self, word: &str) -> Option<NaiveDate> {
        let date = self.dates.iter().find(|date| date.id.as_str() == word)?;
        Some(date.on)
    }

    /// The schedule with this id.
    pub fn schedule(&self, id: &TimingId) -> Option<&Schedule> {
        self.schedules.iter().find(|schedule| schedule.id == *id)
    }

    /// The band of penalties with this id.
    pub fn penalty(&self, id: &PenaltyId) -> Option<&Penalty> {
        self.penalties.iter().find(|penalty| penalty.id == *id)
    }

    /// The unsettled point with this id.
    pub fn unsettled(&self, id: &UnsettledId) -> Option<&Unsettled> {
        self.unsettled.iter().find(|unsettled| unsettled.id == *id)
    }
}

/// A step of the decision tree.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stage {
    /// Lower-kebab, never renamed.
    pub id: StageId,
    /// A short name.
    pub title: String,
}

/// A text that content was checked against.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// A short word, e.g. `CONS`.
    pub id: SourceId,
    /// What it is.
    pub title: String,
    /// How far it carries.
    pub carries: String,
}

/// A date of application.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LegalDate {
    /// E.g. `D-ANNEX3`.
    pub id: DateId,
    /// The day.
    #[serde(deserialize_with = "day::read")]
    pub on: NaiveDate,
    /// What applies from then.
    pub what: String,
    /// Where it stands.
    pub cite: String,
    /// The sources it was checked against.
    pub sources: Vec<SourceId>,
    /// How far they carry.
    pub level: Level,
}

/// A class a system can get.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Class {
    /// E.g. `high_risk_annex_iii`.
    pub id: ClassId,
    /// A short name.
    pub title: String,
    /// What it means, in our own words.
    pub plain: String,
    /// Where it stands.
    pub cite: String,
    /// No rule concludes it: it is what remains once every other class is settled not to hold.
    #[serde(default)]
    pub residual: bool,
    /// While it holds, no other class, role, point, mark or duty counts.
    #[serde(default)]
    pub alone: bool,
}

/// A role an organisation can have.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Role {
    /// E.g. `provider`.
    pub id: RoleId,
    /// A short name.
    pub title: String,
    /// What it means, in our own words.
    pub plain: String,
    /// Where it stands.
    pub cite: String,
}

/// When something binds, where that depends on facts: the earliest date among the steps that hold.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Schedule {
    /// Never that of a date.
    pub id: TimingId,
    /// Its steps.
    #[serde(rename = "step")]
    pub steps: Vec<Step>,
}

/// One step of a schedule.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// From when.
    pub date: DateId,
    /// On which condition; without one, when no other step holds.
    #[serde(default)]
    pub when: Option<Condition>,
}

/// A band of penalties.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Penalty {
    /// E.g. `99-4`.
    pub id: PenaltyId,
    /// The band, in our own words.
    pub text: String,
    /// Where it stands.
    pub cite: String,
}

/// A point of law that is unsettled, with each way to read it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unsettled {
    /// Lower-kebab, never renamed.
    pub id: UnsettledId,
    /// A short name.
    pub title: String,
    /// Two readings or more.
    pub readings: Vec<String>,
    /// Which of them is followed, from 0.
    pub ours: usize,
    /// How sure that reading is.
    pub confidence: Confidence,
    /// Why it is followed.
    pub why: String,
    /// Where the point arises.
    pub cite: String,
    /// Whether a reading rests on a draft.
    #[serde(default)]
    pub status: Status,
}

/// Whether what a reading rests on is in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// It is the law, or final guidance on it.
    #[default]
    Final,
    /// It is a draft.
    Draft,
}

/// How sure a conclusion is. Ordered: the lower of two is the lesser.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Confidence {
    /// Open to another view.
    Low,
    /// The better view, with doubts.
    Medium,
    /// Settled for practical purposes.
    High,
}

impl Confidence {
    /// The word as written.
    pub fn code(self) -> &'static str {
        match self {
            Confidence::Low => "low",
            Confidence::Medium => "medium",
            Confidence::High => "high",
        }
    }
}

/// Guidance that is expected: shown, never a duty.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Guidance {
    /// Lower-kebab, never renamed.
    pub id: String,
    /// A short name.
    pub title: String,
    /// What is expected, of whom.
    pub plain: String,
    /// Where it stands.
    pub cite: String,
    /// The day it is due, if there is one.
    #[serde(default, deserialize_with = "day::read_optional")]
    pub by: Option<NaiveDate>,
}
