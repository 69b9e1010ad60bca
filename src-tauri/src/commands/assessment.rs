//! An assessment of a system: its steps, its signatures, what changed since.

mod signing;
mod step;

use super::command;
use crate::wire::assessment::{
    AssessmentScreen, CompareAssessment, OneAssessmentStep, ReopenAssessment, SignAssessment,
};
use crate::wire::change::Changed;
use crate::wire::classification_revision::{DifferenceView, RevisionView};

pub(super) use signing::{newest, revisions};
pub(super) use step::{hindrances, owed_state, owed_view};

command! {
    /// One step of an assessment.
    assessment_step(OneAssessmentStep) -> AssessmentScreen = step::screen
}
command! {
    /// Signs an assessment as it stands today.
    sign_assessment(SignAssessment) -> Changed<RevisionView> = signing::sign
}
command! {
    /// Reopens a signed assessment, with the reason.
    reopen_assessment(ReopenAssessment) -> Changed<()> = signing::reopen
}
command! {
    /// In what a revision differs from another, or from how it stands today.
    compare_assessment(CompareAssessment) -> Vec<DifferenceView> = signing::compare
}
