//! `plumb import`: a table in, all rows or none, as one act that can be undone.

use crate::caller::Caller;
use crate::failure::Failure;
use crate::out;
use content::Texts;
use domain::{Dossier, RecordKind};
use exchange::mapping::{self, Mapping};
use exchange::plan::{self, OnDuplicate, Plan, PlanOptions, Problem};
use exchange::{ExchangeError, Phase, ReadOptions, Table};
use std::io::{IsTerminal, Write};
use std::ops::ControlFlow;
use std::path::Path;
use store::{ClientFile, Import};

/// Takes `table` into the file at `path`, or says what would happen.
pub fn run(
    caller: &Caller,
    path: &Path,
    table: &Path,
    mapping: Option<&str>,
    dry_run: bool,
) -> Result<(), Failure> {
    let texts = caller.texts();
    let library = caller.library;
    let say = |error: ExchangeError| Failure::say(texts, &error.wording());
    let progress = Progress::new();
    let watch = |_: Phase, done: u64, total: u64| {
        progress.show(done, total);
        true
    };

    let mut file = caller.open(path)?;
    let dossier = file
        .dossier(caller.now())
        .map_err(|error| caller.refused(&error))?;
    let tables = tables(table, &watch).map_err(say)?;
    let mut drafts = Vec::new();
    let (mut systems, mut others, mut left_out) = (0, 0, 0);
    for table in &tables {
        let mapping = choose(caller, &file, table, mapping)?;
        let plan = plan_of(table, &mapping, caller, &dossier, &watch).map_err(say)?;
        progress.clear();
        print_problems(caller, &plan);
        left_out += plan.counts.left_out;
        match mapping.kind {
            RecordKind::System => systems += plan.counts.new,
            _ => others += plan.counts.new,
        }
        drafts.extend(plan.drafts);
    }

    let source = table
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let sha256 = tables
        .first()
        .map(|table| table.sha256.as_str())
        .unwrap_or_default();
    let note = format!("{source} sha256:{sha256}");
    let import = Import {
        drafts: &drafts,
        note: &note,
        questions: &|id| library.question(id),
    };
    let mut new_id = || caller.new_id();
    let mut step = |done: usize, total: usize| {
        progress.show(done as u64, total as u64);
        ControlFlow::Continue(())
    };
    let now = caller.now();
    let imported = if dry_run {
        file.rehearse_import(&caller.actor, now, &import, &mut new_id, &mut step)
    } else {
        file.import(&caller.actor, now, &import, &mut new_id, &mut step)
    };
    progress.clear();
    let imported = imported.map_err(|error| caller.refused(&error))?;

    let key = if dry_run {
        "cli.done.would-import"
    } else {
        "cli.done.imported"
    };
    out::line(texts.count(key, systems as u64, &[("table", &source)]));
    if others > 0 {
        out::line(texts.count("cli.done.others", others as u64, &[]));
    }
    if imported.updated > 0 {
        out::line(texts.count("cli.done.updated", imported.updated as u64, &[]));
    }
    if left_out > 0 {
        out::line(texts.count("cli.done.left-out", left_out as u64, &[]));
    }
    Ok(())
}

/// A workbook of our own has one table per kind of record; any other file is one table of systems.
fn tables(path: &Path, watch: &dyn exchange::Watch) -> Result<Vec<Table>, ExchangeError> {
    let bytes = exchange::read_bytes(path)?;
    let name = path
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    if let Some(own) = exchange::read_own(&bytes, &name, watch)? {
        return Ok(own);
    }
    Ok(vec![exchange::read(
        &bytes,
        &name,
        &ReadOptions::default(),
        watch,
    )?])
}

fn plan_of(
    table: &Table,
    mapping: &Mapping,
    caller: &Caller,
    dossier: &Dossier,
    watch: &dyn exchange::Watch,
) -> Result<Plan, ExchangeError> {
    let options = PlanOptions {
        on_duplicate: OnDuplicate::Skip,
    };
    plan::plan(
        table,
        mapping,
        caller.library,
        Some(dossier),
        &options,
        watch,
    )
}

/// The mapping asked for: shipped or saved under the name, or in a file of that name; otherwise the
/// one that recognises the table, otherwise a suggestion.
fn choose(
    caller: &Caller,
    file: &ClientFile,
    table: &Table,
    asked: Option<&str>,
) -> Result<Mapping, Failure> {
    let library = caller.library;
    let texts = caller.texts();
    let say = |error: ExchangeError| Failure::say(texts, &error.wording());
    let Some(word) = asked else {
        return Ok(mapping::recognise(table, library)
            .unwrap_or_else(|| mapping::suggest(table, RecordKind::System, library)));
    };
    let shipped = mapping::shipped(library);
    if let Some((_, mapping)) = shipped.iter().find(|(id, _)| id == word) {
        return Ok(mapping.clone());
    }
    let saved = file
        .setting(&format!("{}{word}", mapping::SETTING_PREFIX))
        .map_err(|error| caller.refused(&error))?;
    if let Some(json) = saved {
        return Mapping::from_json(&json).map_err(say);
    }
    if Path::new(word).is_file() {
        let text = exchange::read_bytes(Path::new(word))
            .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
            .map_err(say)?;
        let is_json = text.trim_start().starts_with('{');
        return if is_json {
            Mapping::from_json(&text)
        } else {
            Mapping::from_toml(&text)
        }
        .map_err(say);
    }
    let names: Vec<&str> = shipped.iter().map(|(id, _)| id.as_str()).collect();
    Err(Failure::refused(texts.format(
        "cli.error.unknown-mapping",
        &[("word", word), ("names", &names.join(", "))],
    )))
}

/// Prints what the plan could not take as the list says it: no row stays out without its reason.
fn print_problems(caller: &Caller, plan: &Plan) {
    for problem in &plan.problems {
        eprintln!("{}", problem_line(caller.texts(), problem));
    }
}

/// One problem with the place it concerns: a cell, a row, a column, or the whole list.
fn problem_line(texts: &Texts, problem: &Problem) -> String {
    let what = texts.say(&problem.wording());
    let row = problem.row.map(|row| row.to_string());
    let place = match (&row, &problem.column) {
        (Some(row), Some(column)) => ("cli.done.problem-cell", row.as_str(), column.as_str()),
        (Some(row), None) => ("cli.done.problem-row", row.as_str(), ""),
        (None, Some(column)) => ("cli.done.problem-column", "", column.as_str()),
        (None, None) => ("cli.done.problem-table", "", ""),
    };
    let (key, row, column) = place;
    texts.format(key, &[("row", row), ("column", column), ("what", &what)])
}

/// A line on stderr that rewrites itself, only when a person is watching.
struct Progress {
    watched: bool,
}

impl Progress {
    fn new() -> Self {
        Progress {
            watched: std::io::stderr().is_terminal(),
        }
    }

    fn show(&self, done: u64, total: u64) {
        if self.watched && total > 0 {
            eprint!("\r{:3} %", done.min(total) * 100 / total);
            let _ = std::io::stderr().flush();
        }
    }

    fn clear(&self) {
        if self.watched {
            eprint!("\r      \r");
            let _ = std::io::stderr().flush();
        }
    }
}
