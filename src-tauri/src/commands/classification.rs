//! What the law says of AI systems: its questions one by one, the result, the list.

mod list;
mod parts;
mod question;
mod result;
mod sections;
mod signing;
pub(crate) mod telling;

use super::command;
use crate::wire::change::Changed;
use crate::wire::classification::{ClassificationScreen, OneClassification, Turn};
use crate::wire::classification_list::{ClassificationPage, ListClassifications};
use crate::wire::classification_result::{ClassificationResult, OneResult};
use crate::wire::classification_revision::{
    ChangedClassification, CompareClassification, DifferenceView, ReopenClassification,
    RevisionView, SignClassification,
};
use crate::wire::record::OneRecord;

pub(super) use parts::mark;
pub(super) use signing::{difference as difference_view, view as revision_view};

command! {
    /// One question about a system, with what the answers come to so far.
    classification_question(OneClassification) -> ClassificationScreen = question::screen
}
command! {
    /// Other answers that would lead to another class.
    classification_turns(OneRecord) -> Vec<Turn> = question::turns
}
command! {
    /// What the law says of a system on a day, and why.
    classification_result(OneResult) -> ClassificationResult = result::result
}
command! {
    /// A page of all systems with their classes.
    list_classifications(ListClassifications) -> ClassificationPage = list::page
}
command! {
    /// Signs the classification of a system as it stands today.
    sign_classification(SignClassification) -> Changed<RevisionView> = signing::sign
}
command! {
    /// Reopens a signed classification, with the reason.
    reopen_classification(ReopenClassification) -> Changed<()> = signing::reopen
}
command! {
    /// In what a revision differs from another, or from how it stands today.
    compare_classification(CompareClassification) -> Vec<DifferenceView> = signing::compare
}
command! {
    /// Signed systems whose result, duties or dates are others today.
    changed_classifications() -> Vec<ChangedClassification> = signing::changed
}
