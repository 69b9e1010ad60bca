//! What people add to a duty: who sees to it, by when, how far it is.

use crate::answer::{Answers, Value};
use crate::fact;
use crate::record::{Record, RecordId};
use chrono::NaiveDate;

/// What people added to one duty, read from a record of kind `Duty`.
#[derive(Debug, Clone)]
pub struct Care<'n> {
    /// The record that holds it.
    pub record: &'n Record,
    /// Who sees to it: a record of kind `Person`.
    pub owner: Option<&'n RecordId>,
    /// Our own date.
    pub due: Option<NaiveDate>,
    /// How far it is.
    pub state: CareState,
    /// Why it is not ours; only with [`CareState::NotOurs`].
    pub reason: Option<&'n str>,
    /// What shows that it is done.
    pub evidence: Option<&'n str>,
}

/// How far a duty is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum CareState {
    /// Not begun, or nobody said.
    #[default]
    Open,
    /// Under way.
    UnderWay,
    /// Done.
    Done,
    /// Not ours to do, for a reason that somebody gave.
    NotOurs,
}

impl CareState {
    /// Every state, in order.
    pub const ALL: [CareState; 4] = [
        CareState::Open,
        CareState::UnderWay,
        CareState::Done,
        CareState::NotOurs,
    ];

    /// The option of the question.
    pub fn code(self) -> &'static str {
        match self {
            CareState::Open => "open",
            CareState::UnderWay => "under-way",
            CareState::Done => "done",
            CareState::NotOurs => "not-ours",
        }
    }

    /// Whether nothing is left to do.
    pub fn settled(self) -> bool {
        matches!(self, CareState::Done | CareState::NotOurs)
    }
}

/// Which duty a record of kind `Duty` is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Meant<'n> {
    /// The system.
    pub system: &'n RecordId,
    /// The law: id of its framework.
    pub law: &'n str,
    /// The duty's id in the register.
    pub duty: &'n str,
    /// The role's id.
    pub role: &'n str,
}

impl<'n> Meant<'n> {
    /// Reads it; none while one of the four is missing.
    pub fn by(answers: &'n Answers) -> Option<Self> {
        Some(Meant {
            system: link(answers, fact::DUTY_SYSTEM)?,
            law: text(answers, fact::DUTY_LAW)?,
            duty: text(answers, fact::DUTY_ID)?,
            role: text(answers, fact::DUTY_ROLE)?,
        })
    }
}

impl<'n> Care<'n> {
    /// Reads what people added.
    pub fn of(record: &'n Record, answers: &'n Answers) -> Self {
        let state = match value(answers, fact::DUTY_STATE) {
            Some(Value::One(chosen)) => CareState::ALL
                .into_iter()
                .find(|state| state.code() == chosen.as_str())
                .unwrap_or_default(),
            _ => CareState::Open,
        };
        let not_ours = state == CareState::NotOurs;
        Care {
            record,
            owner: link(answers, fact::DUTY_OWNER),
            due: match value(answers, fact::DUTY_DUE) {
                Some(Value::Date(due)) => Some(*due),
                _ => None,
            },
            state,
            reason: text(answers, fact::DUTY_REASON).filter(|_| not_ours),
            evidence: text(answers, fact::DUTY_EVIDENCE),
        }
    }
}

fn value<'n>(answers: &'n Answers, question: &str) -> Option<&'n Value> {
    answers.get(question)?.value()
}

fn link<'n>(answers: &'n Answers, question: &str) -> Option<&'n RecordId> {
    value(answers, question)?.records().first()
}

fn text<'n>(answers: &'n Answers, question: &str) -> Option<&'n str> {
    match value(answers, question)? {
        Value::Text(text) => Some(text),
        _ => None,
    }
}
