//! The dry run itself: columns become ways, rows become drafts.

use super::lanes::{constants, lanes, notes_question};
use super::links::Known;
use super::own::OwnForm;
use super::row::Making;
use super::seen::Seen;
use super::{Plan, PlanOptions, Trouble};
use crate::error::{ExchangeError, Result};
use crate::mapping::Mapping;
use crate::table::{Cell, Table};
use crate::watch::{Phase, Watch};
use content::Library;
use domain::Dossier;
use domain::text::fold;
use std::collections::{BTreeMap, BTreeSet};

/// Turns a table into drafts without writing anything. `existing` is the file as it is; none is an
/// empty one. Every row ends in a draft, in `counts.unchanged`, or left out with its reason.
pub fn plan(
    table: &Table,
    mapping: &Mapping,
    library: &Library,
    existing: Option<&Dossier>,
    options: &PlanOptions,
    watch: &dyn Watch,
) -> Result<Plan> {
    let questionnaire =
        library
            .questionnaire_about(mapping.kind)
            .ok_or_else(|| ExchangeError::UnfitMapping {
                what: format!("there are no questions about a {}", mapping.kind.code()),
            })?;
    let known = Known::new(existing, questionnaire);
    let own = table.own.as_ref().map(OwnForm::new);
    let remark = library.texts().get("errors.exchange.list-says").to_owned();
    let mut plan = Plan::default();
    let lanes = lanes(
        table,
        mapping,
        questionnaire,
        own.as_ref(),
        &remark,
        &mut plan,
    )?;
    let notes = notes_question(mapping, questionnaire)?;
    let constants = constants(mapping, questionnaire, &remark)?;
    let blanks: BTreeSet<String> = mapping.blanks.iter().map(|word| fold(word)).collect();
    let ragged: BTreeMap<usize, _> = table.ragged.iter().map(|row| (row.row, row)).collect();

    let mut seen = Seen::default();
    let total = table.rows.len() as u64;
    plan.counts.rows = table.rows.len();
    for (place, row) in table.rows.iter().enumerate() {
        if place.is_multiple_of(64) && !watch.go_on(Phase::Plan, place as u64, total) {
            return Err(ExchangeError::Cancelled);
        }
        let mut making = Making::new(&known, questionnaire, row.number);
        if let Some(ragged) = ragged.get(&row.number) {
            let (found, expected) = (ragged.found, ragged.expected);
            making.trouble(None, Trouble::Ragged { found, expected });
        }
        for lane in &lanes {
            let cell = row.cells.get(lane.place).unwrap_or(&Cell::Empty);
            if cell.is_empty() {
                continue;
            }
            if !blanks.is_empty() && blanks.contains(&fold(&cell.shown())) {
                plan.counts.blanked += 1;
                continue;
            }
            lane.take(cell, own.as_ref(), &mut making);
        }
        for (question, said) in &constants {
            if !making.has(&question.id) {
                making.put(question, said.clone(), &question.label, "");
            }
        }
        if own.is_none() {
            making.heed_conditions();
        }
        let id = making.id.take();
        let (draft, problems) = making.finish(mapping.kind, notes);
        plan.problems.extend(problems);
        seen.place(draft, id.as_deref(), &known, options, &mut plan);
    }
    watch.go_on(Phase::Plan, total, total);
    Ok(plan)
}
