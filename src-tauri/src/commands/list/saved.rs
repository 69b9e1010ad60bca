//! Mappings: those that ship, those kept in the file, and the one on the screen.

use super::{ChosenList, look};
use crate::commands::{kept, start};
use crate::desk::Desk;
use crate::error::AppError;
use crate::session::OpenFile;
use crate::wire::change::Changed;
use crate::wire::inventory::OneName;
use crate::wire::table::{MappedColumn, SaveMapping, WordMeaning};
use exchange::mapping::{self, SETTING_PREFIX};
use exchange::{Column, Mapping, Target};

/// Every mapping: those saved in this file, then those that ship, which the person's own stand before
/// where they have the same name.
pub(super) fn mappings(desk: &Desk) -> Result<Vec<Mapping>, AppError> {
    let saved = desk.read(|open| kept::all(open, SETTING_PREFIX))?;
    let shipped = mapping::shipped(desk.library());
    Ok(saved
        .iter()
        // One that a later version wrote in another form is left out rather than misread.
        .flat_map(|(_, json)| Mapping::from_json(json))
        .chain(shipped.into_iter().map(|(_, mapping)| mapping))
        .collect())
}

/// The mapping with the columns as the person settled them.
pub(super) fn settle(
    desk: &Desk,
    chosen: &ChosenList,
    columns: &[MappedColumn],
) -> Result<Mapping, AppError> {
    let mut mapping = chosen.mapping.clone();
    for (index, column) in chosen.table.columns.iter().enumerate() {
        let wanted = columns.iter().find(|mapped| mapped.index == index);
        send(desk, &mut mapping, column, wanted)?;
    }
    Ok(mapping)
}

/// Sends one column where the person wants it, with its words read as the person wants them.
pub(super) fn send(
    desk: &Desk,
    mapping: &mut Mapping,
    column: &Column,
    wanted: Option<&MappedColumn>,
) -> Result<(), AppError> {
    let nonsense = |what| AppError::Nonsense { what };
    let target = match wanted.and_then(|wanted| wanted.target.clone()) {
        Some(word) => Target::try_from(word).map_err(|_| nonsense("target"))?,
        None => Target::Ignore,
    };
    let (heading, nth) = (column.heading.as_str(), column.nth);
    let before = mapping.rule(heading, nth).map(|rule| rule.to.clone());
    let elsewhere = before.as_ref() != Some(&target);
    mapping.send(heading, nth, target);
    let Some(rule) = mapping.rule_mut(heading, nth) else {
        return Ok(());
    };
    if elsewhere {
        rule.values = mapping::usual_words(&rule.to, desk.library().vocabulary());
    }
    for WordMeaning { word, meaning } in wanted.map(|wanted| &wanted.words).into_iter().flatten() {
        rule.read_as(word, meaning.as_deref());
    }
    Ok(())
}

pub(super) fn keep(desk: &Desk, request: SaveMapping) -> Result<Changed<Vec<String>>, AppError> {
    let SaveMapping {
        token,
        name,
        columns,
    } = request;
    let name = start::name(&name)?;
    let mut mapping = look(desk, &token, |chosen| settle(desk, chosen, &columns))?;
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

/// Names of the mappings saved in this file.
pub(super) fn names(open: &OpenFile) -> Result<Vec<String>, AppError> {
    let kept = kept::all(open, SETTING_PREFIX)?;
    Ok(kept.into_iter().map(|(name, _)| name).collect())
}
