//! An action read from its answers, and how it stands on a day.

use super::ask;
use crate::answer::Answers;
use crate::record::{Record, RecordId};
use chrono::NaiveDate;

/// Something that is to be done. Read from answers that count (`progress::counted`).
#[derive(Debug, Clone)]
pub struct Action<'n> {
    /// The record.
    pub record: &'n Record,
    /// Risks it treats.
    pub risks: &'n [RecordId],
    /// Controls it puts in place.
    pub controls: &'n [RecordId],
    /// Findings it closes.
    pub findings: &'n [RecordId],
    /// What is done.
    pub what: Option<&'n str>,
    /// Who sees to it.
    pub owner: Option<&'n RecordId>,
    /// By when.
    pub due: Option<NaiveDate>,
    /// What it needs.
    pub resources: Option<&'n str>,
    /// About how much work it is: an option.
    pub effort: Option<&'n str>,
    /// How far it is.
    pub state: ActionState,
    /// When it was done.
    pub done_on: Option<NaiveDate>,
    /// When it is checked whether it worked.
    pub check_due: Option<NaiveDate>,
    /// Whether it worked: an option.
    pub effective: Option<&'n str>,
}

/// How far an action is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum ActionState {
    /// Not begun, or nobody said.
    #[default]
    Open,
    /// Under way.
    UnderWay,
    /// Done.
    Done,
    /// Not done after all.
    Dropped,
}

impl ActionState {
    /// Every state, in order.
    pub const ALL: [ActionState; 4] = [
        ActionState::Open,
        ActionState::UnderWay,
        ActionState::Done,
        ActionState::Dropped,
    ];

    /// The option of the question.
    pub fn code(self) -> &'static str {
        match self {
            ActionState::Open => "open",
            ActionState::UnderWay => "under-way",
            ActionState::Done => "done",
            ActionState::Dropped => "dropped",
        }
    }
}

/// How an action stands on a day. Ordered: what presses most comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pressing {
    /// Its day has passed, and it is not done.
    Overdue,
    /// Done, and the day has passed on which somebody was to look whether it worked.
    CheckOverdue,
    /// Done, and it did not work, or in part only.
    Ineffective,
    /// A day is ahead.
    Ahead,
    /// Not done, and it has no day.
    Undated,
    /// Done, and whether it worked is looked at later, or on no day that was named.
    Unchecked,
    /// Done and effective, or dropped.
    Settled,
}

impl Pressing {
    /// Every way to stand, in order.
    pub const ALL: [Pressing; 7] = [
        Pressing::Overdue,
        Pressing::CheckOverdue,
        Pressing::Ineffective,
        Pressing::Ahead,
        Pressing::Undated,
        Pressing::Unchecked,
        Pressing::Settled,
    ];

    /// The word in texts.
    pub fn code(self) -> &'static str {
        match self {
            Pressing::Overdue => "overdue",
            Pressing::CheckOverdue => "check-overdue",
            Pressing::Ineffective => "ineffective",
            Pressing::Ahead => "ahead",
            Pressing::Undated => "undated",
            Pressing::Unchecked => "unchecked",
            Pressing::Settled => "settled",
        }
    }
}

impl<'n> Action<'n> {
    /// Reads the answers that count about a record of kind action.
    pub fn of(record: &'n Record, answers: &'n Answers) -> Self {
        let state = ask::option(answers, ask::ACTION_STATE).and_then(|chosen| {
            let mut all = ActionState::ALL.into_iter();
            all.find(|state| state.code() == chosen)
        });
        Action {
            record,
            risks: ask::links(answers, ask::ACTION_RISKS),
            controls: ask::links(answers, ask::ACTION_CONTROLS),
            findings: ask::links(answers, ask::ACTION_FINDINGS),
            what: ask::text(answers, ask::ACTION_WHAT),
            owner: ask::link(answers, ask::ACTION_OWNER),
            due: ask::day(answers, ask::ACTION_DUE),
            resources: ask::text(answers, ask::ACTION_RESOURCES),
            effort: ask::option(answers, ask::ACTION_EFFORT),
            state: state.unwrap_or_default(),
            done_on: ask::day(answers, ask::ACTION_DONE),
            check_due: ask::day(answers, ask::ACTION_CHECK_DUE),
            effective: ask::option(answers, ask::ACTION_EFFECTIVE),
        }
    }

    /// How it stands on a day.
    pub fn pressing(&self, on: NaiveDate) -> Pressing {
        match self.state {
            ActionState::Dropped => Pressing::Settled,
            ActionState::Done => match (self.effective, self.check_due) {
                (Some("yes"), _) => Pressing::Settled,
                (Some(_), _) => Pressing::Ineffective,
                (None, Some(due)) if due < on => Pressing::CheckOverdue,
                (None, _) => Pressing::Unchecked,
            },
            ActionState::Open | ActionState::UnderWay => match self.due {
                Some(due) if due < on => Pressing::Overdue,
                Some(_) => Pressing::Ahead,
                None => Pressing::Undated,
            },
        }
    }

    /// The day that comes next: of the action itself, or of the check. None once nothing is left to do.
    pub fn next(&self, on: NaiveDate) -> Option<NaiveDate> {
        match self.pressing(on) {
            Pressing::Overdue | Pressing::Ahead => self.due,
            Pressing::CheckOverdue | Pressing::Unchecked => self.check_due,
            Pressing::Ineffective | Pressing::Undated | Pressing::Settled => None,
        }
    }

    /// Whether it still does something against a risk: it was not dropped.
    pub fn counts(&self) -> bool {
        self.state != ActionState::Dropped
    }
}
