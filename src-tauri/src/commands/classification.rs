//! What the law says of AI systems: its questions one by one, the result, the list.

mod list;
mod parts;
mod question;
mod result;
mod sections;

use super::command;
use crate::wire::classification::{ClassificationScreen, OneClassification, Turn};
use crate::wire::classification_list::{ClassificationPage, ListClassifications};
use crate::wire::classification_result::{ClassificationResult, OneResult};
use crate::wire::record::OneRecord;

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
