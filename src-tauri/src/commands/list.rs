//! Importing a list: choose, look, map, try, do.

use super::command;
use crate::desk::Desk;
use crate::dialogs::{FileType, LISTS, file_name};
use crate::error::AppError;
use crate::session::OpenFile;
use crate::tasks::Running;
use crate::wire::change::Changed;
use crate::wire::inventory::OneName;
use crate::wire::report::Task;
use crate::wire::table::{
    AdjustImport, DryRun, DuplicateRule, ImportColumn, ImportScreen, ImportTarget, ImportValue,
    Imported, MappedColumn, MappedImport, ReadOptions, RowProblem, SaveMapping,
};
use content::RecordKind;
use domain::{Dossier, RecordId};
use exchange::mapping::{self, SETTING_PREFIX};
use exchange::plan::{OnDuplicate, Problem, Severity};
use exchange::table::Source;
use exchange::{Mapping, Phase, Plan, PlanOptions, Table, Target};
use std::ops::ControlFlow;
use store::Import;

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

/// Rows of the preview.
const PREVIEW: usize = 20;
/// Characters of one previewed cell.
const CELL: usize = 200;
/// Remarks that are shown.
const REMARKS: usize = 200;
const ENCODINGS: [&str; 6] = [
    "utf-8",
    "windows-1252",
    "utf-16le",
    "utf-16be",
    "iso-8859-15",
    "macintosh",
];
const DELIMITERS: [&str; 4] = [",", ";", "\t", "|"];
/// Steps of the progress bar: reading and planning are the first four tenths, writing the rest.
const STEPS: u64 = 1000;
const PLANNED: u64 = 400;

fn choose(desk: &Desk) -> Result<Option<ImportScreen>, AppError> {
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
    let shown = show(desk, &chosen)?;
    *desk.chosen_list() = Some(chosen);
    Ok(Some(shown))
}

fn kind_of(desk: &Desk, table: &Table) -> RecordKind {
    mapping::recognise(table, desk.library()).map_or(RecordKind::System, |mapping| mapping.kind)
}

/// The mapping that recognises the list, or a suggestion.
fn fitting(desk: &Desk, table: &Table) -> (Mapping, Option<String>) {
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

/// Every mapping by name: those that ship, then those saved in this file.
fn mappings(desk: &Desk) -> Result<Vec<Mapping>, AppError> {
    let mut all: Vec<Mapping> = mapping::shipped(desk.library())
        .into_iter()
        .map(|(_, mapping)| mapping)
        .collect();
    for (_, json) in desk.read(|open| Ok(open.file.settings(SETTING_PREFIX)?))? {
        // One that a later version wrote in another form is left out rather than misread.
        all.extend(Mapping::from_json(&json));
    }
    Ok(all)
}

fn fits(mapping: &Mapping, table: &Table) -> usize {
    table
        .columns
        .iter()
        .filter(|column| mapping.rule(&column.heading, column.nth).is_some())
        .count()
}

fn show(desk: &Desk, chosen: &ChosenList) -> Result<ImportScreen, AppError> {
    let ChosenList {
        token,
        name,
        bytes: _,
        table,
        others: _,
        mapping,
        follows,
    } = chosen;
    let texts = desk.texts();
    let (encoding, delimiter, sheet, sheets) = match &table.source {
        Source::Csv {
            encoding,
            delimiter,
            ..
        } => (
            Some((*encoding).to_owned()),
            Some(delimiter.to_string()),
            None,
            Vec::new(),
        ),
        Source::Xlsx { sheet, sheets } => (
            None,
            None,
            Some(sheet.clone()),
            sheets.iter().map(|sheet| sheet.name.clone()).collect(),
        ),
    };
    let mut known = mappings(desk)?;
    known.sort_by_key(|known| std::cmp::Reverse(fits(known, table)));
    let columns = table.columns.iter().enumerate().map(|(index, column)| {
        let rule = mapping.rule(&column.heading, column.nth);
        let target = rule.map_or(Target::Notes, |rule| rule.to.clone());
        ImportColumn {
            index,
            heading: column.heading.clone(),
            samples: table
                .samples(index, 3)
                .iter()
                .map(|sample| shortened(sample))
                .collect(),
            target: (target != Target::Ignore).then(|| target.to_string()),
            reason: texts.say(
                &rule
                    .map(|rule| rule.reason)
                    .unwrap_or(mapping::Reason::NoHome)
                    .wording(),
            ),
            values: rule
                .map(|rule| &rule.values)
                .into_iter()
                .flatten()
                .map(|(word, option)| ImportValue {
                    word: word.clone(),
                    option: Some(option.clone()),
                })
                .collect(),
        }
    });
    let mut seen = Vec::new();
    for known in &known {
        if !seen.contains(&known.name) {
            seen.push(known.name.clone());
        }
    }
    Ok(ImportScreen {
        token: token.clone(),
        file: name.clone(),
        options: ReadOptions {
            encoding,
            delimiter,
            sheet,
            header_row: table.header_row,
        },
        sheets,
        encodings: ENCODINGS.map(str::to_owned).to_vec(),
        delimiters: DELIMITERS.map(str::to_owned).to_vec(),
        rows: table.rows.len(),
        columns: columns.collect(),
        targets: targets(desk, mapping.kind),
        preview: table
            .rows
            .iter()
            .take(PREVIEW)
            .map(|row| {
                row.cells
                    .iter()
                    .map(|cell| shortened(&cell.shown()))
                    .collect()
            })
            .collect(),
        mappings: seen,
        mapping: follows.clone(),
        remarks: remarks(desk, table),
    })
}

fn remarks(desk: &Desk, table: &Table) -> Vec<String> {
    let texts = desk.texts();
    let mut remarks = Vec::new();
    if let Source::Csv {
        certain,
        misread,
        encoding,
        ..
    } = &table.source
    {
        if *misread {
            remarks.push(texts.format("app.import.misread", &[("encoding", encoding)]));
        } else if !certain {
            remarks.push(texts.format("app.import.guessed", &[("encoding", encoding)]));
        }
    }
    if !table.ragged.is_empty() {
        remarks.push(texts.count("app.import.ragged", table.ragged.len() as u64, &[]));
    }
    remarks
}

/// What a column may become: the fixed places, then the questions by section.
fn targets(desk: &Desk, kind: RecordKind) -> Vec<ImportTarget> {
    let texts = desk.texts();
    let mut targets: Vec<ImportTarget> = ["name", "id", "retired", "notes"]
        .into_iter()
        .map(|id| ImportTarget {
            id: id.to_owned(),
            label: texts.get(&format!("app.target.{id}")).to_owned(),
            section: String::new(),
        })
        .collect();
    if let Some(questionnaire) = desk.library().questionnaire_about(kind) {
        for section in &questionnaire.sections {
            targets.extend(
                questionnaire
                    .in_section(&section.id)
                    .map(|question| ImportTarget {
                        id: question.id.to_string(),
                        label: question.label.clone(),
                        section: section.title.clone(),
                    }),
            );
        }
    }
    targets
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(CELL) {
        Some((cut, _)) => format!("{}…", text.get(..cut).unwrap_or_default()),
        None => text.to_owned(),
    }
}

fn adjust(desk: &Desk, wanted: AdjustImport) -> Result<ImportScreen, AppError> {
    let AdjustImport {
        token,
        options,
        mapping,
    } = wanted;
    let named = match &mapping {
        Some(name) => mappings(desk)?
            .into_iter()
            .find(|known| known.name == *name),
        None => None,
    };
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
    let mut chosen = take(desk, &token)?;
    let read = desk.during(Task::Import, |running| {
        let watch = |phase, done, total| watched(running, phase, done, total);
        Ok(exchange::read(
            &chosen.bytes,
            &chosen.name,
            &options,
            &watch,
        )?)
    });
    let outcome = read.and_then(|table| {
        (chosen.mapping, chosen.follows) = match named {
            Some(known) => {
                let name = known.name.clone();
                (known, Some(name))
            }
            None => fitting(desk, &table),
        };
        chosen.table = table;
        chosen.others.clear();
        show(desk, &chosen)
    });
    // Whatever came of it, the list stays at hand.
    *desk.chosen_list() = Some(chosen);
    outcome
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

/// The mapping with the columns as the person settled them.
fn settle(chosen: &ChosenList, columns: &[MappedColumn]) -> Result<Mapping, AppError> {
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

fn planned(
    desk: &Desk,
    running: &Running<'_>,
    chosen: &ChosenList,
    request: &MappedImport,
    existing: &Dossier,
) -> Result<Plan, AppError> {
    let library = desk.library();
    let options = PlanOptions {
        on_duplicate: match request.on_duplicate {
            None | Some(DuplicateRule::Skip) => OnDuplicate::Skip,
            Some(DuplicateRule::Add) => OnDuplicate::Add,
            Some(DuplicateRule::Update) => OnDuplicate::Update,
        },
    };
    let watch = |phase, done, total| watched(running, phase, done, total);
    let mapping = settle(chosen, &request.columns)?;
    let mut whole = Plan::default();
    for table in &chosen.others {
        let (mapping, _) = fitting(desk, table);
        join(
            &mut whole,
            exchange::plan(table, &mapping, library, Some(existing), &options, &watch)?,
        );
    }
    join(
        &mut whole,
        exchange::plan(
            &chosen.table,
            &mapping,
            library,
            Some(existing),
            &options,
            &watch,
        )?,
    );
    Ok(whole)
}

fn join(whole: &mut Plan, part: Plan) {
    let Plan {
        drafts,
        problems,
        duplicates,
        counts,
    } = part;
    whole.drafts.extend(drafts);
    whole.problems.extend(problems);
    whole.duplicates.extend(duplicates);
    whole.counts.rows += counts.rows;
    whole.counts.new += counts.new;
    whole.counts.updated += counts.updated;
    whole.counts.unchanged += counts.unchanged;
    whole.counts.left_out += counts.left_out;
    whole.counts.columns_mapped += counts.columns_mapped;
    whole.counts.columns_noted += counts.columns_noted;
    whole.counts.columns_ignored += counts.columns_ignored;
    whole.counts.blanked += counts.blanked;
}

fn rehearse(desk: &Desk, request: MappedImport) -> Result<DryRun, AppError> {
    let existing = desk.read(|open| Ok(open.file.dossier(desk.outside().now())?))?;
    let chosen = take(desk, &request.token)?;
    let plan = desk.during(Task::Import, |running| {
        planned(desk, running, &chosen, &request, &existing)
    });
    *desk.chosen_list() = Some(chosen);
    let mut plan = plan?;
    // Those that cost a row come first: they are what the person has to decide about.
    plan.problems
        .sort_by_key(|problem| std::cmp::Reverse(problem.severity()));
    Ok(DryRun {
        new: plan.counts.new,
        updated: plan.counts.updated,
        unchanged: plan.counts.unchanged,
        refused: plan.counts.left_out,
        problem_total: plan.problems.len(),
        problems: plan
            .problems
            .iter()
            .take(REMARKS)
            .map(|problem| remark(desk, problem))
            .collect(),
    })
}

fn remark(desk: &Desk, problem: &Problem) -> RowProblem {
    RowProblem {
        row: problem.row.unwrap_or_default(),
        column: problem.column.clone(),
        text: desk.say(problem.wording()),
        refuses: problem.severity() == Severity::Row,
    }
}

fn import(desk: &Desk, request: MappedImport) -> Result<Changed<Imported>, AppError> {
    let existing = desk.read(|open| Ok(open.file.dossier(desk.outside().now())?))?;
    let chosen = take(desk, &request.token)?;
    let outcome = desk.during(Task::Import, |running| {
        let plan = planned(desk, running, &chosen, &request, &existing)?;
        let note = format!("{}, SHA-256 {}", chosen.name, chosen.table.sha256);
        enter(desk, running, &plan, &note)
    });
    if outcome.is_err() {
        // Stopped or refused: the person may want to change the mapping and try again.
        *desk.chosen_list() = Some(chosen);
    }
    outcome
}

fn enter(
    desk: &Desk,
    running: &Running<'_>,
    plan: &Plan,
    note: &str,
) -> Result<Changed<Imported>, AppError> {
    let library = desk.library();
    desk.change(|open, actor, now| {
        desk.back_up(open);
        let imported = open.file.import(
            actor,
            now,
            &Import {
                drafts: &plan.drafts,
                note,
                questions: &|id| library.question(id),
            },
            &mut || RecordId::new(desk.outside().new_id()),
            &mut |done, total| {
                if watched(running, Phase::Write, done as u64, total as u64) {
                    ControlFlow::Continue(())
                } else {
                    ControlFlow::Break(())
                }
            },
        )?;
        let refused: Vec<&Problem> = plan
            .problems
            .iter()
            .filter(|problem| problem.severity() == Severity::Row)
            .collect();
        let value = Imported {
            added: imported.added,
            updated: imported.updated,
            unchanged: plan.counts.unchanged + imported.unchanged,
            linked: imported.linked,
            refused_total: refused.len(),
            refused: refused
                .into_iter()
                .take(REMARKS)
                .map(|problem| remark(desk, problem))
                .collect(),
        };
        Ok((value, imported.recorded))
    })
}

fn keep(desk: &Desk, request: SaveMapping) -> Result<Changed<Vec<String>>, AppError> {
    let SaveMapping {
        token,
        name,
        columns,
    } = request;
    let name = super::start::name(&name)?;
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
    set(desk, &name, Some(&json))
}

fn remove(desk: &Desk, OneName { name }: OneName) -> Result<Changed<Vec<String>>, AppError> {
    set(desk, &name, None)
}

fn set(desk: &Desk, name: &str, json: Option<&str>) -> Result<Changed<Vec<String>>, AppError> {
    desk.change(|open, actor, now| {
        let recorded =
            open.file
                .save_setting(actor, now, &format!("{SETTING_PREFIX}{name}"), json)?;
        Ok((saved_names(open)?, recorded))
    })
}

fn saved_names(open: &OpenFile) -> Result<Vec<String>, AppError> {
    Ok(open
        .file
        .settings(SETTING_PREFIX)?
        .into_iter()
        .filter_map(|(setting, _)| Some(setting.strip_prefix(SETTING_PREFIX)?.to_owned()))
        .collect())
}

command! {
    /// Asks for a list and reads it; null when the dialog was closed.
    choose_list() -> Option<ImportScreen> = choose
}
command! {
    /// Reads the chosen list in another way, or under another mapping.
    adjust_import(AdjustImport) -> ImportScreen = adjust
}
command! {
    /// What the import would do. Nothing is written.
    try_import(MappedImport) -> DryRun = rehearse
}
command! {
    /// Imports the list as one act that undo takes back.
    run_import(MappedImport) -> Changed<Imported> = import
}
command! {
    /// Keeps the mapping under a name in this file; answers the saved names.
    save_mapping(SaveMapping) -> Changed<Vec<String>> = keep
}
command! {
    /// Removes a saved mapping; answers the names left.
    delete_mapping(OneName) -> Changed<Vec<String>> = remove
}
