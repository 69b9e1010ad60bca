//! AI risk: the method by which an organisation rates, the risks, what is done about them and what is left.
//!
//! Answers and nothing else are stored. Levels, priority, acceptance, what is overdue and what contradicts itself
//! follow from the answers, the method a risk names and a day, and are derived on every read. A level that
//! misses a value is no level: it says what is missing.

mod action;
pub mod ask;
mod compare;
mod freeze;
mod method;
mod method_problem;
mod place;
mod rating;
mod read;
mod register;
mod weakness;
mod words;

pub use action::{Action, ActionState, Pressing};
pub use compare::{Compared, compare};
pub use freeze::{METHOD_FROZEN, method_frozen};
pub use method::{Criteria, Method, Scale, Step, Verdict, in_force, matrix_as_far};
pub use method_problem::{MethodProblem, Slip};
pub use place::{drawn_by, place_on};
pub use rating::{Answered, Level, Missing, PartyLevel, Rated, Rating, rate};
pub use read::{Acceptance, Consequence, Risk, Treatment};
pub use register::{Kept, Register, Row, Standing, register, register_of};
pub use weakness::Weakness;

/// Who carries the consequence of a risk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Party {
    /// The organisation itself.
    Organisation,
    /// Single people, or groups of them.
    Individuals,
    /// Society at large.
    Society,
}

impl Party {
    /// Every party, in the order in which it is asked about.
    pub const ALL: [Party; 3] = [Party::Organisation, Party::Individuals, Party::Society];

    /// The word in ids of questions and texts.
    pub fn code(self) -> &'static str {
        match self {
            Party::Organisation => "organisation",
            Party::Individuals => "individuals",
            Party::Society => "society",
        }
    }
}

/// When a risk is rated: without measures, with those in place, with those planned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Point {
    /// As if nothing had been done about it.
    Inherent,
    /// With what is in place and works.
    Current,
    /// Once everything planned is in place.
    Residual,
}

impl Point {
    /// Every point, from before to after.
    pub const ALL: [Point; 3] = [Point::Inherent, Point::Current, Point::Residual];

    /// The word in ids of questions and texts.
    pub fn code(self) -> &'static str {
        match self {
            Point::Inherent => "inherent",
            Point::Current => "current",
            Point::Residual => "residual",
        }
    }
}
