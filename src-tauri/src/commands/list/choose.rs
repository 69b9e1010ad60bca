//! A list is chosen and read, then read in another way.

use super::{ChosenList, saved, screen, take, watched};
use crate::desk::Desk;
use crate::dialogs::{FileType, LISTS, file_name};
use crate::error::AppError;
use crate::wire::report::Task;
use crate::wire::table::{AdjustImport, ImportScreen, ReadOptions};
use content::RecordKind;
use exchange::mapping;
use exchange::{Mapping, Table};

pub(super) fn choose(desk: &Desk) -> Result<Option<ImportScreen>, AppError> {
    let texts = desk.texts();
    let kind = FileType {
        name: texts.get("app.file-type.list").to_owned(),
        endings: LISTS,
    };
    let Some(path) = desk
        .dialogs()
        .open(texts.get("app.dialog.choose-list"), &kind)
    else {
        return Ok(None);
    };
    desk.not_own(&path)?;
    let name = file_name(&path);
    let chosen = desk.during(Task::Import, |running| {
        let watch = |phase, done, total| watched(running, phase, done, total);
        let bytes = exchange::read_bytes(&path)?;
        let (table, others) = match exchange::read_own(&bytes, &name, &watch)? {
            Some(mut own) if !own.is_empty() => {
                let systems = own
                    .iter()
                    .position(|table| kind_of(desk, table) == RecordKind::System)
                    .unwrap_or(own.len() - 1);
                (own.remove(systems), own)
            }
            _ => (
                exchange::read(&bytes, &name, &exchange::ReadOptions::default(), &watch)?,
                Vec::new(),
            ),
        };
        let (mapping, follows) = fitting(desk, &table);
        Ok(ChosenList {
            token: desk.outside().new_id(),
            name,
            bytes,
            table,
            others,
            mapping,
            follows,
        })
    })?;
    let shown = screen::show(desk, &chosen)?;
    *desk.chosen_list() = Some(chosen);
    Ok(Some(shown))
}

fn kind_of(desk: &Desk, table: &Table) -> RecordKind {
    mapping::recognise(table, desk.library()).map_or(RecordKind::System, |mapping| mapping.kind)
}

/// The mapping that recognises the list, or a suggestion.
pub(super) fn fitting(desk: &Desk, table: &Table) -> (Mapping, Option<String>) {
    match mapping::recognise(table, desk.library()) {
        Some(known) => {
            let name = (!known.name.is_empty()).then(|| known.name.clone());
            (known, name)
        }
        None => (
            mapping::suggest(table, RecordKind::System, desk.library()),
            None,
        ),
    }
}

pub(super) fn adjust(desk: &Desk, wanted: AdjustImport) -> Result<ImportScreen, AppError> {
    let AdjustImport {
        token,
        options,
        mapping,
    } = wanted;
    let named = match &mapping {
        Some(name) => saved::mappings(desk)?
            .into_iter()
            .find(|known| known.name == *name),
        None => None,
    };
    let mut chosen = take(desk, &token)?;
    let read = match options == screen::read_options(&chosen.table) {
        true => Ok(None),
        false => read_again(desk, &chosen, options).map(Some),
    };
    let outcome = read.and_then(|table| {
        if let Some(table) = table {
            chosen.table = table;
            chosen.others.clear();
        }
        (chosen.mapping, chosen.follows) = match named {
            Some(known) => {
                let name = known.name.clone();
                (known, Some(name))
            }
            None => fitting(desk, &chosen.table),
        };
        screen::show(desk, &chosen)
    });
    // Whatever came of it, the list stays at hand.
    *desk.chosen_list() = Some(chosen);
    outcome
}

fn read_again(desk: &Desk, chosen: &ChosenList, options: ReadOptions) -> Result<Table, AppError> {
    let ReadOptions {
        encoding,
        delimiter,
        sheet,
        header_row,
    } = options;
    let options = exchange::ReadOptions {
        encoding,
        delimiter: delimiter.and_then(|delimiter| delimiter.chars().next()),
        sheet,
        header_row: Some(header_row.max(1)),
    };
    desk.during(Task::Import, |running| {
        let watch = |phase, done, total| watched(running, phase, done, total);
        Ok(exchange::read(
            &chosen.bytes,
            &chosen.name,
            &options,
            &watch,
        )?)
    })
}
