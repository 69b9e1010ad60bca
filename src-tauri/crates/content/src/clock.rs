//! Clocks that an incident starts, as authored in `assets/frameworks/<id>/clocks.toml`.

use crate::condition::Condition;
use crate::ids::{ClockId, DutyId, QuestionId, SourceId, UnsettledId};
use crate::rule::Level;
use serde::Deserialize;

/// Something that has to be done within days once something went wrong. Its questions are those of the
/// questionnaire about incidents.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Clock {
    /// Lower-kebab, never renamed.
    pub id: ClockId,
    /// A short name.
    pub title: String,
    /// What has to be done, in our own words.
    pub plain: String,
    /// To whom, in words.
    pub to: String,
    /// Where it stands.
    pub cite: String,
    /// The duties it is part of: it runs where one of them is owed for the system, and from the day
    /// that one binds.
    pub duties: Vec<DutyId>,
    /// When it runs, over answers about the incident.
    pub when: Condition,
    /// The `date` from which its days count.
    pub from: QuestionId,
    /// How many days there are after that; 0: at once.
    pub days: u32,
    /// The `date` on which it was done.
    pub done: QuestionId,
    /// How far its sources carry.
    pub level: Level,
    /// The sources it was checked against.
    pub sources: Vec<SourceId>,
    /// Points of law that are unsettled here.
    #[serde(default)]
    pub unsettled: Vec<UnsettledId>,
}
