//! The calendar of duties, and what people add to one of them.

use super::answer::NewAnswer;
use super::classification_result::{ClassDetail, DutyView, UnsettledPoint};
use super::record::RecordLink;
use serde::{Deserialize, Serialize};

/// Asks for a page of the calendar. What is null narrows nothing.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ListDuties {
    /// Words in the system's reference or name, or in the duty's id, name or article.
    pub search: String,
    /// Only of this system.
    pub system: Option<String>,
    /// Only in this role.
    pub role: Option<String>,
    /// Only those this person sees to; empty: those nobody sees to.
    pub owner: Option<String>,
    /// Only those that stand so.
    pub urgency: Option<Urgency>,
    /// Only those under this day; empty: those without a day.
    pub day: Option<String>,
    /// Rows to skip.
    pub offset: usize,
    /// Rows wanted; at most 200 are given.
    pub limit: usize,
}

/// Where a duty stands today; what presses most first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Urgency {
    /// Our own date has passed, and it is not done.
    Overdue,
    /// It binds already, and it is not done.
    Binding,
    /// A date is ahead.
    Ahead,
    /// It has no date, or is suspended without an end.
    Undated,
    /// Done, not ours, or owed no longer.
    Settled,
}

/// A page of the calendar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct DutyPage {
    /// The rows, by date.
    pub rows: Vec<DutyLine>,
    /// How many match.
    pub matching: usize,
    /// How many there are.
    pub total: usize,
    /// The days of the calendar with their duties, of all that match but for the day.
    pub days: Vec<DutyDay>,
    /// How many stand how.
    pub urgencies: Vec<UrgencyCount>,
    /// The roles there are.
    pub roles: Vec<RoleName>,
    /// Whoever sees to a duty, and whoever could.
    pub people: Vec<RecordLink>,
}

/// A day of the calendar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct DutyDay {
    /// The day; empty: without one.
    pub day: String,
    /// How many duties.
    pub duties: usize,
}

/// How many stand so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct UrgencyCount {
    /// How.
    pub urgency: Urgency,
    /// How many duties.
    pub duties: usize,
}

/// A role by its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct RoleName {
    /// Its id.
    pub id: String,
    /// Its short name.
    pub title: String,
}

/// One duty of one system in one role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct DutyLine {
    /// The system.
    pub system: RecordLink,
    /// The duty's id.
    pub duty: String,
    /// Its short name; its id where content knows it no longer.
    pub title: String,
    /// Where it stands.
    pub article: String,
    /// The role.
    pub role: RoleName,
    /// Whether it is owed.
    pub owed: Owing,
    /// From when it really binds.
    pub effective: Option<String>,
    /// Whether open answers may still move that day.
    pub effective_open: bool,
    /// From when it formally applies, where that differs.
    pub formal: Option<String>,
    /// Why it is suspended, in words; empty where it is not.
    pub suspended: String,
    /// Points of law about it that are unsettled, by name.
    pub unsettled: Vec<String>,
    /// Where it stands today.
    pub urgency: Urgency,
    /// Days to our own date, or to the day it binds; negative once that has passed.
    pub days_left: Option<i64>,
    /// The record that holds what people added; null as long as nobody did.
    pub record: Option<String>,
    /// Who sees to it.
    pub owner: Option<RecordLink>,
    /// Our own date.
    pub due: Option<String>,
    /// How far it is: an option of the question on the state.
    pub state: String,
    /// Why it is not ours; empty otherwise.
    pub reason: String,
    /// What shows that it is done; empty while nothing does.
    pub evidence: String,
}

/// Whether a duty is owed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Owing {
    /// Yes.
    Owed,
    /// Open answers decide.
    Perhaps,
    /// No longer.
    NoLonger,
}

/// Asks for one duty of the calendar in full.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OneDuty {
    /// The system.
    pub system: String,
    /// The duty's id.
    pub duty: String,
    /// The role's id.
    pub role: String,
}

/// What the law says of one duty of one system in one role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct DutyDetail {
    /// The duty with its days; without any where it is owed no longer.
    pub duty: DutyView,
    /// Who owes it: the role and what it means.
    pub role: ClassDetail,
    /// What is unsettled about it, with every reading.
    pub unsettled: Vec<UnsettledPoint>,
}

/// Adds something to one duty.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SeeToDuty {
    /// The system.
    pub system: String,
    /// The duty's id.
    pub duty: String,
    /// The role's id.
    pub role: String,
    /// What is added, as one act.
    pub answers: Vec<DutyAnswer>,
}

/// One thing that is added to a duty.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DutyAnswer {
    /// A question about duties.
    pub question: String,
    /// The answer; null withdraws it.
    pub answer: Option<NewAnswer>,
}
