//! The law engine: from answers to classes, roles and duties on a day.
//!
//! What a law says is data ([`content::Framework`]); here is only what its conditions mean. Everything is
//! three-valued: an open answer is unknown, so it never lowers a class, and a rule that is settled stays
//! settled whatever is answered later.

mod care;
mod change;
mod cites;
mod clocks;
mod determination;
mod duties;
mod freeze;
mod known;
mod open;
mod outcome;
mod places;
mod prepare;
mod register;
mod road;
mod trace;
mod weigh;

pub use care::{Care, CareState, Meant};
pub use change::{Alternative, Effect};
pub use clocks::{Running, clocks};
pub use determination::{
    Deciding, Determination, Differing, Doubt, Finding, Legacy, Owed, Said, Warning,
};
pub use freeze::{CLASSIFICATION, Case, described, freeze};
pub use known::{Knowing, Known, facts, holds, known};
pub use prepare::Engine;
pub use register::{DutyRow, Facts, Urgency, register, register_of};
pub use road::Road;
pub use weigh::Weighing;

use crate::answer::Answers;
use chrono::NaiveDate;
use content::{Framework, Questionnaire};

/// Classifies once. Whoever does so more than once keeps an [`Engine`].
pub fn classify<'a>(
    framework: &'a Framework,
    questionnaire: &'a Questionnaire,
    answers: &Answers,
    on: NaiveDate,
) -> Determination<'a> {
    Engine::new(framework, questionnaire).classify(answers, on)
}
