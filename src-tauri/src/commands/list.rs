//! Importing a list: choose, look, map, try, do.

mod carry;
mod choose;
mod saved;
mod screen;

use super::command;
use crate::desk::Desk;
use crate::error::AppError;
use crate::tasks::Running;
use crate::wire::change::Changed;
use crate::wire::inventory::OneName;
use crate::wire::table::{
    AdjustImport, ColumnWords, DryRun, ImportScreen, Imported, MappedImport, ReadWords, SaveMapping,
};
use exchange::{Mapping, Phase, Table};

/// The list the person chose. One at a time; choosing another lets go of it.
pub(crate) struct ChosenList {
    token: String,
    name: String,
    bytes: Vec<u8>,
    /// The table shown first; a workbook of our own export brings those of other kinds along.
    table: Table,
    others: Vec<Table>,
    mapping: Mapping,
    /// Name of the mapping followed; none for a suggestion.
    follows: Option<String>,
}

/// Steps of the progress bar: reading and planning are the first four tenths, writing the rest.
const STEPS: u64 = 1000;
const PLANNED: u64 = 400;

fn watched(running: &Running<'_>, phase: Phase, done: u64, total: u64) -> bool {
    let (from, to) = match phase {
        Phase::Check => (0, 50),
        Phase::Read => (50, 150),
        Phase::Plan => (150, PLANNED),
        Phase::Write => (PLANNED, STEPS),
    };
    let step = from + (to - from) * done.min(total) / total.max(1);
    running.go_on(step as usize, STEPS as usize)
}

/// Looks at the chosen list where it is.
fn look<T>(
    desk: &Desk,
    token: &str,
    at: impl FnOnce(&ChosenList) -> Result<T, AppError>,
) -> Result<T, AppError> {
    let slot = desk.chosen_list();
    let chosen = slot.as_ref().filter(|chosen| chosen.token == token);
    at(chosen.ok_or(AppError::UnknownHandle)?)
}

/// Takes the chosen list out of the desk while it is worked on.
fn take(desk: &Desk, token: &str) -> Result<ChosenList, AppError> {
    let mut slot = desk.chosen_list();
    match slot.take() {
        Some(chosen) if chosen.token == token => Ok(chosen),
        other => {
            *slot = other;
            Err(AppError::UnknownHandle)
        }
    }
}

command! {
    /// Asks for a list and reads it; null when the dialog was closed.
    choose_list() -> Option<ImportScreen> = choose::choose
}
command! {
    /// Reads the chosen list in another way, or under another mapping.
    adjust_import(AdjustImport) -> ImportScreen = choose::adjust
}
command! {
    /// How the words of a column would be read.
    read_words(ReadWords) -> ColumnWords = screen::read_words
}
command! {
    /// What the import would do. Nothing is written.
    try_import(MappedImport) -> DryRun = carry::rehearse
}
command! {
    /// Imports the list as one act that undo takes back.
    run_import(MappedImport) -> Changed<Imported> = carry::import
}
command! {
    /// Keeps the mapping under a name in this file; answers the saved names.
    save_mapping(SaveMapping) -> Changed<Vec<String>> = saved::keep
}
command! {
    /// Removes a saved mapping; answers the names left.
    delete_mapping(OneName) -> Changed<Vec<String>> = saved::remove
}
