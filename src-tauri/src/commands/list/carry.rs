//! The list goes in: what would happen, then the act.

use super::choose::fitting;
use super::saved::settle;
use super::{ChosenList, take, watched};
use crate::desk::Desk;
use crate::error::AppError;
use crate::tasks::Running;
use crate::wire::change::Changed;
use crate::wire::report::Task;
use crate::wire::table::{DryRun, DuplicateRule, Entered, Imported, MappedImport, RowProblem};
use domain::{Dossier, RecordId};
use exchange::plan::{OnDuplicate, Problem, Severity};
use exchange::{Phase, Plan, PlanOptions};
use std::ops::ControlFlow;
use store::Import;

/// Remarks that are shown.
const REMARKS: usize = 200;

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
    let mapping = settle(desk, chosen, &request.columns)?;
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

pub(super) fn rehearse(desk: &Desk, request: MappedImport) -> Result<DryRun, AppError> {
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
        linked: plan
            .named(&existing)
            .into_iter()
            .map(|(kind, count)| Entered {
                kind: kind.into(),
                count,
            })
            .collect(),
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

pub(super) fn import(desk: &Desk, request: MappedImport) -> Result<Changed<Imported>, AppError> {
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
