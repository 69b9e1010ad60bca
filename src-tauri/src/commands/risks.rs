//! Risks: the register with its heat maps, one risk, the catalogue to pick from.

mod catalogue;
mod one;
mod register;
mod show_risk;

pub(crate) use register::kept;
pub(super) use show_risk::action_line;

use super::command;
use crate::wire::change::Changed;
use crate::wire::record::{OneRecord, RecordLink};
use crate::wire::risks::{
    CatalogueLine, ChooseControls, ListRisks, PickRisks, RiskPage, RiskScreen,
};
use content::{Question, RecordKind};
use domain::{Answer, RecordId};

/// A record to be entered with its first answers.
type Fresh<'a> = ((RecordId, RecordKind, &'a str), Vec<(&'a Question, Answer)>);

command! {
    /// A page of the risk register.
    list_risks(ListRisks) -> RiskPage = register::page
}
command! {
    /// One risk with everything that follows from it.
    show_risk(OneRecord) -> RiskScreen = one::screen
}
command! {
    /// Chooses the controls that treat a risk.
    choose_controls(ChooseControls) -> Changed<()> = one::choose_controls
}
command! {
    /// The catalogue of risks to begin with.
    risk_catalogue() -> Vec<CatalogueLine> = catalogue::list
}
command! {
    /// Takes entries of the catalogue into the register, as one act.
    pick_risks(PickRisks) -> Changed<Vec<RecordLink>> = catalogue::pick
}
