//! Mappings: those that ship, those kept in the file, and the one on the screen.

use super::ChosenList;
use crate::commands::{kept, start};
use crate::desk::Desk;
use crate::error::AppError;
use crate::session::OpenFile;
use crate::wire::change::Changed;
use crate::wire::inventory::OneName;
use crate::wire::table::{MappedColumn, SaveMapping};
use exchange::mapping::{self, SETTING_PREFIX};
use exchange::{Mapping, Target};

/// Every mapping by name: those that ship, then those saved in this file.
pub(super) fn mappings(desk: &Desk) -> Result<Vec<Mapping>, AppError> {
    let mut all: Vec<Mapping> = mapping::shipped(desk.library())
        .into_iter()
        .map(|(_, mapping)| mapping)
        .collect();
    for (_, json) in desk.read(|open| kept::all(open, SETTING_PREFIX))? {
        // One that a later version wrote in another form is left out rather than misread.
        all.extend(Mapping::from_json(&json));
    }
    Ok(all)
}

/// The mapping with the columns as the person settled them.
pub(super) fn settle(chosen: &ChosenList, columns: &[MappedColumn]) -> Result<Mapping, AppError> {
    let mut mapping = chosen.mapping.clone();
    for (index, column) in chosen.table.columns.iter().enumerate() {
        let wanted = columns
            .iter()
            .find(|mapped| mapped.index == index)
            .and_then(|mapped| mapped.target.clone());
        let target = match wanted {
            Some(word) => {
                Target::try_from(word).map_err(|_| AppError::Nonsense { what: "target" })?
            }
            None => Target::Ignore,
        };
        mapping.send(&column.heading, column.nth, target);
    }
    Ok(mapping)
}

pub(super) fn keep(desk: &Desk, request: SaveMapping) -> Result<Changed<Vec<String>>, AppError> {
    let SaveMapping {
        token,
        name,
        columns,
    } = request;
    let name = start::name(&name)?;
    let mut mapping = {
        let slot = desk.chosen_list();
        let chosen = slot
            .as_ref()
            .filter(|chosen| chosen.token == token)
            .ok_or(AppError::UnknownHandle)?;
        settle(chosen, &columns)?
    };
    mapping.name.clone_from(&name);
    mapping.recognised_by.clear();
    let json = mapping.to_json()?;
    kept::set(desk, SETTING_PREFIX, &name, Some(&json), names)
}

pub(super) fn remove(
    desk: &Desk,
    OneName { name }: OneName,
) -> Result<Changed<Vec<String>>, AppError> {
    kept::set(desk, SETTING_PREFIX, &name, None, names)
}

fn names(open: &OpenFile) -> Result<Vec<String>, AppError> {
    let kept = kept::all(open, SETTING_PREFIX)?;
    Ok(kept.into_iter().map(|(name, _)| name).collect())
}
