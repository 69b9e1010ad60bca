//! Rules: what a provision concludes from facts, as authored in `assets/frameworks/<id>/rules-*.toml`.

use crate::condition::Condition;
use crate::ids::{
    ClassId, DateId, RoleId, RouteId, RuleId, SourceId, StageId, TimingId, UnsettledId,
};
use crate::ids::{DutyId, PenaltyId};
use serde::Deserialize;

/// One element of the decision tree. What it concludes counts once its `when` holds.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Lower-kebab, never renamed.
    pub id: RuleId,
    /// The stage it belongs to.
    pub stage: StageId,
    /// A short name.
    pub title: String,
    /// What the provision means, in our own words.
    pub plain: String,
    /// Where it stands: `Art. 6(2); Annex III point 4(a)`.
    pub cite: String,
    /// How far its sources carry.
    pub level: Level,
    /// The sources it was checked against.
    pub sources: Vec<SourceId>,
    /// When it holds.
    pub when: Condition,
    /// The class it concludes. A class holds when any rule that concludes it does.
    #[serde(default)]
    pub class: Option<ClassId>,
    /// The point of a list it stands for, e.g. `4(a)`.
    #[serde(default)]
    pub point: Option<String>,
    /// The role it gives.
    #[serde(default)]
    pub role: Option<RoleId>,
    /// A mark that other parts of the product read, e.g. `section_b`.
    #[serde(default)]
    pub flag: Option<String>,
    /// Its conclusion counts only from this date; before, a rule that holds is a dated warning.
    #[serde(default)]
    pub from: Option<DateId>,
    /// For a rule that suspends duties: the day by which they bind all the same.
    #[serde(default)]
    pub by: Option<TimingId>,
    /// Short examples of what it catches.
    #[serde(default)]
    pub inside: Vec<String>,
    /// Short examples of what it does not catch.
    #[serde(default)]
    pub outside: Vec<String>,
    /// Shown when it holds: what to watch, what could be done instead.
    #[serde(default)]
    pub advice: String,
    /// Points of law that are unsettled here.
    #[serde(default)]
    pub unsettled: Vec<UnsettledId>,
    /// How a draft reads the provision, where that differs from its words. The words govern.
    #[serde(default)]
    pub draft: Option<Draft>,
}

/// A reading that is not in force and differs from the words of the provision.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    /// When the provision holds under this reading; it replaces the rule's own condition.
    pub when: Condition,
    /// Where the draft says so.
    pub cite: String,
    /// The difference, in our own words.
    pub note: String,
}

/// How far the sources of a statement carry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub enum Level {
    /// The operative text was seen.
    P,
    /// The original text was seen, and no amendment touches it.
    P24,
    /// Secondary sources only.
    S,
    /// Not verified.
    U,
}

impl Level {
    /// The word as written.
    pub fn code(self) -> &'static str {
        match self {
            Level::P => "P",
            Level::P24 => "P24",
            Level::S => "S",
            Level::U => "U",
        }
    }
}

/// One duty of the register, owed by whoever has one of its roles while its condition holds.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Duty {
    /// As in the register: `O-RMS`.
    pub id: DutyId,
    /// A short name.
    pub title: String,
    /// What has to be done, in our own words.
    pub plain: String,
    /// Who owes it.
    pub roles: Vec<RoleId>,
    /// Where it stands: `Art. 9`.
    pub article: String,
    /// What brings it about, in words.
    pub trigger: String,
    /// The condition besides the role; without one every holder of the role owes it.
    #[serde(default)]
    pub when: Option<Condition>,
    /// The day it really bites: a date, or a schedule.
    pub effective: TimingId,
    /// The day it formally applies, where that differs.
    #[serde(default)]
    pub formal: Option<DateId>,
    /// While this rule holds, the duty binds only after a significant change of design.
    #[serde(default)]
    pub legacy: Option<RuleId>,
    /// Points of law that are unsettled here.
    #[serde(default)]
    pub unsettled: Vec<UnsettledId>,
    /// The band of penalties, only where the law has one for this duty.
    #[serde(default)]
    pub penalty: Option<PenaltyId>,
    /// How far its sources carry.
    pub level: Level,
    /// The sources it was checked against.
    pub sources: Vec<SourceId>,
}

/// A way through conformity assessment.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Route {
    /// Lower-kebab, never renamed.
    pub id: RouteId,
    /// A short name.
    pub title: String,
    /// What has to be done, in our own words.
    pub plain: String,
    /// Where it stands.
    pub cite: String,
    /// The duty it is the way to.
    pub duty: DutyId,
    /// When it is open.
    pub when: Condition,
    /// How far its sources carry.
    pub level: Level,
    /// The sources it was checked against.
    pub sources: Vec<SourceId>,
    /// Points of law that are unsettled here.
    #[serde(default)]
    pub unsettled: Vec<UnsettledId>,
}
