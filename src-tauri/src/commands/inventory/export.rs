//! The list goes out as a table.

use super::query::store_query;
use super::{ALL, page};
use crate::desk::Desk;
use crate::dialogs::{FileType, file_name, safe_name};
use crate::error::AppError;
use crate::wire::inventory::{ExportList, TableFormat};
use crate::wire::record::Saved;
use content::RecordKind;
use domain::Revision;
use exchange::export::{self, CsvOptions};
use store::ListQuery;

pub(super) fn write(
    desk: &Desk,
    ExportList { format, query }: ExportList,
) -> Result<Option<Saved>, AppError> {
    let (ending, kind): (&'static [&'static str], _) = match format {
        TableFormat::Csv => (&["csv"], "app.file-type.csv"),
        TableFormat::Xlsx => (&["xlsx"], "app.file-type.xlsx"),
        TableFormat::Json => (&["json"], "app.file-type.json"),
    };
    let texts = desk.texts();
    let today = desk.outside().today();
    let organisation = desk.read(|open| Ok(open.file.organisation()?.name))?;
    let suggested = safe_name(
        &texts.format(
            "app.file-name.list",
            &[
                ("organisation", &organisation),
                ("date", &today.to_string()),
            ],
        ),
        ending.first().copied().unwrap_or_default(),
    );
    let file_type = FileType {
        name: texts.get(kind).to_owned(),
        endings: ending,
    };
    let title = texts.get("app.dialog.save-list");
    let Some(path) = desk.dialogs().save(title, &suggested, &file_type) else {
        return Ok(None);
    };
    let fitting = match &query {
        Some(query) => page::fitting(desk, query)?,
        None => None,
    };
    let (dossier, only) = desk.read(|open| {
        let only = match &query {
            None => None,
            Some(query) => {
                let asked = ListQuery {
                    limit: ALL,
                    ..store_query(desk, query, today)
                };
                let rows = open.file.list(&asked)?.rows;
                Some(
                    rows.into_iter()
                        .map(|row| row.record.id)
                        .filter(|id| fitting.as_ref().is_none_or(|fitting| fitting.contains(id)))
                        .collect::<Vec<_>>(),
                )
            }
        };
        // Only the whole of a file holds what was signed.
        let whole = |_: &Revision| format == TableFormat::Json;
        Ok((open.file.dossier_with(desk.outside().now(), whole)?, only))
    })?;
    let library = desk.library();
    let watch = exchange::Unwatched;
    let bytes = match format {
        TableFormat::Csv => {
            let options = CsvOptions { bom: true, only };
            export::csv(&dossier, library, RecordKind::System, &options, &watch)?
        }
        TableFormat::Xlsx => export::xlsx(
            &dossier,
            library,
            &[RecordKind::System],
            only.as_deref(),
            &watch,
        )?,
        TableFormat::Json => exchange::json::write(&dossier, library)?,
    };
    desk.write_out(&path, &bytes)?;
    Ok(Some(Saved {
        file: file_name(&path),
        bytes: bytes.len() as u64,
    }))
}
