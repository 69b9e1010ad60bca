//! `plumb export`: the inventory as CSV, XLSX or JSON, by the ending of the file asked for.

use crate::caller::Caller;
use crate::failure::Failure;
use crate::out;
use domain::RecordKind;
use exchange::Unwatched;
use exchange::export::{self, CsvOptions};
use std::path::Path;

/// Writes the export; an existing file is replaced only by a whole one.
pub fn run(caller: &Caller, path: &Path, out: &Path) -> Result<(), Failure> {
    let texts = caller.texts();
    let library = caller.library;
    let ending = out
        .extension()
        .map(|ending| ending.to_string_lossy().to_lowercase());
    let ending = ending
        .as_deref()
        .filter(|ending| ["csv", "xlsx", "json"].contains(ending))
        .ok_or_else(|| {
            Failure::misused(texts.format(
                "cli.error.unknown-ending",
                &[("file", &out.display().to_string())],
            ))
        })?;
    caller.not_itself(path, out)?;
    // Only the whole of a file holds what was signed.
    let dossier = caller
        .open(path)?
        .dossier_with(caller.now(), |_| ending == "json")
        .map_err(|error| caller.refused(&error))?;
    let bytes = match ending {
        "csv" => export::csv(
            &dossier,
            library,
            RecordKind::System,
            &CsvOptions::default(),
            &Unwatched,
        ),
        "xlsx" => export::xlsx(&dossier, library, &RecordKind::ALL, None, &Unwatched),
        _ => exchange::json::write(&dossier, library),
    };
    bytes
        .and_then(|bytes| exchange::write_file(out, &bytes))
        .map_err(|error| Failure::say(texts, &error.wording()))?;
    out::line(texts.format("cli.done.written", &[("file", &out.display().to_string())]));
    Ok(())
}
