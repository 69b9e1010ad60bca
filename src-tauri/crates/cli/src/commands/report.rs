//! `plumb report`: a report as PDF.

use crate::args::Usage;
use crate::caller::Caller;
use crate::failure::Failure;
use crate::out;
use chrono::NaiveDate;
use domain::{RecordId, RecordKind};
use reports::{Options, ReportKind};
use std::path::Path;
use store::{ClientFile, HistoryQuery};

/// Which report.
pub struct Wanted<'w> {
    /// A word of [`ReportKind`].
    pub kind: &'w str,
    /// For a report about one system: its reference or id.
    pub system: Option<&'w str>,
    /// The reference date of what the law says.
    pub on: Option<NaiveDate>,
    /// The two versions to compare.
    pub versions: Option<(u32, u32)>,
}

/// Writes the report that is wanted.
pub fn run(
    caller: &Caller,
    path: &Path,
    &Wanted {
        kind,
        system,
        on,
        versions,
    }: &Wanted<'_>,
    out: &Path,
) -> Result<(), Failure> {
    let texts = caller.texts();
    let kind = ReportKind::from_code(kind).ok_or_else(|| {
        let known: Vec<&str> = ReportKind::ALL.iter().map(|kind| kind.code()).collect();
        Failure::misused(texts.format(
            "cli.error.unknown-report",
            &[("word", kind), ("reports", &known.join(", "))],
        ))
    })?;
    if on.is_some() && !kind.takes_a_day() {
        return Err(Failure::usage(texts, &Usage::Unexpected("--on".to_owned())));
    }
    if versions.is_some() && !kind.takes_versions() {
        return Err(Failure::usage(
            texts,
            &Usage::Unexpected("--from".to_owned()),
        ));
    }
    caller.not_itself(path, out)?;
    let file = caller.open(path)?;
    let subject = match (kind.needs_system(), system) {
        (true, Some(word)) => Some(find(caller, &file, word)?),
        (true, None) => return Err(Failure::misused(texts.get("cli.error.system-missing"))),
        (false, Some(_)) => {
            return Err(Failure::usage(
                texts,
                &Usage::Unexpected("--system".to_owned()),
            ));
        }
        (false, None) => None,
    };
    let dossier = file
        .dossier_with(caller.now(), |one| kind.rests_on(subject.as_ref(), one))
        .map_err(|error| caller.refused(&error))?;
    let history = match &subject {
        Some(system) => file
            .history(&HistoryQuery {
                subject: Some(system.clone()),
                limit: usize::MAX,
                ..HistoryQuery::default()
            })
            .map_err(|error| caller.refused(&error))?,
        None => Vec::new(),
    };
    let options = Options {
        on,
        versions,
        history,
        ..Options::default()
    };
    let report = reports::report(kind, subject.as_ref(), &dossier, caller.library, &options)
        .map_err(|error| Failure::say(texts, &error.wording()))?;
    let bytes = report
        .pdf()
        .map_err(|error| Failure::say(texts, &error.wording()))?;
    exchange::write_file(out, &bytes).map_err(|error| Failure::say(texts, &error.wording()))?;
    out::line(texts.count(
        "cli.done.pages",
        report.pages() as u64,
        &[("file", &out.display().to_string())],
    ));
    if report.replaced > 0 {
        eprintln!(
            "{}",
            texts.count("cli.done.replaced", report.replaced as u64, &[])
        );
    }
    Ok(())
}

/// A system by reference (`AI-003`), identity, or a name that only one system bears.
fn find(caller: &Caller, file: &ClientFile, word: &str) -> Result<RecordId, Failure> {
    let systems = file.records(RecordKind::System);
    let systems = systems.map_err(|error| caller.refused(&error))?;
    if let Some(record) = systems
        .iter()
        .find(|record| record.reference().eq_ignore_ascii_case(word) || record.id.as_str() == word)
    {
        return Ok(record.id.clone());
    }
    let folded = domain::text::fold(word);
    let mut named = systems
        .iter()
        .filter(|record| domain::text::fold(&record.name) == folded);
    match (named.next(), named.next()) {
        (Some(record), None) => Ok(record.id.clone()),
        (Some(_), Some(_)) => Err(Failure::refused(
            caller
                .texts()
                .format("cli.error.ambiguous-system", &[("word", word)]),
        )),
        (None, _) => Err(Failure::refused(
            caller
                .texts()
                .format("cli.error.unknown-system", &[("word", word)]),
        )),
    }
}
