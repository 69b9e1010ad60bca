//! Incidents with the clocks they start.

use super::classification::ClassMark;
use super::record::{Missing, RecordLink};
use serde::Serialize;

/// One incident.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct IncidentView {
    /// The record.
    pub record: RecordLink,
    /// The system it is about.
    pub system: Option<RecordLink>,
    /// The class of that system: the headline, or the first class that holds.
    pub class: Option<ClassMark>,
    /// What happened, in words; empty until it is said.
    pub what: String,
    /// When it happened.
    pub happened_on: Option<String>,
    /// When we first knew.
    pub aware_on: Option<String>,
    /// When it was closed.
    pub closed_on: Option<String>,
    /// Clocks that run, may run or were stopped, the first to end first.
    pub clocks: Vec<ClockView>,
    /// Required questions without an answer.
    pub missing: Vec<Missing>,
}

/// One clock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ClockView {
    /// Its id.
    pub id: String,
    /// A short name.
    pub title: String,
    /// What has to be done.
    pub plain: String,
    /// To whom.
    pub to: String,
    /// Where it stands.
    pub cite: String,
    /// Whether it runs for certain; otherwise open answers decide.
    pub certain: bool,
    /// Questions about the incident that can still settle whether it runs.
    pub open: Vec<Missing>,
    /// Days after the day it counts from; 0: at once.
    pub days: u32,
    /// The day it counts from.
    pub from: Option<String>,
    /// Short name of the question that asks for that day.
    pub from_label: String,
    /// The last day.
    pub deadline: Option<String>,
    /// Days to that day; negative once it has passed.
    pub days_left: Option<i64>,
    /// When it was done.
    pub done: Option<String>,
    /// Whether that was late, or is.
    pub late: bool,
    /// The duty it is part of.
    pub duty: String,
    /// The role in which we owe that duty.
    pub role: String,
    /// Whether that duty binds today.
    pub in_force: bool,
    /// From when it really binds.
    pub effective: Option<String>,
    /// From when it formally applies, where that differs.
    pub formal: Option<String>,
    /// Why it is suspended; empty where it is not.
    pub suspended: String,
    /// Points of law that are unsettled, by name.
    pub unsettled: Vec<String>,
}
