//! Steps of a first certification that stand on records of their own: duties, gap analysis, method, impact
//! assessments, risks, treatment, Statement of Applicability. Each is counted from the file.

use super::{complete, state};
use crate::counts;
use crate::desk::Desk;
use crate::error::AppError;
use crate::wire::desk::{Step, StepId, StepState};
use content::{QuestionId, RecordKind};
use domain::{Answers, Record, RecordId, Revision, Value};
use std::collections::BTreeSet;

/// The standard one is certified against.
const STANDARD: &str = "iso-42001";
/// Assessments whose sign-off ends a step.
const IMPACT: &str = "impact-assessment";
const METHOD: &str = "method";
const SOA: &str = "soa";

/// The steps after the records, in order.
pub(super) fn certification(desk: &Desk, systems: &[Record]) -> Result<Vec<Step>, AppError> {
    let signed = desk.read(|open| Ok(open.file.revisions(None)?))?;
    Ok(vec![
        settled(
            desk,
            StepId::Duties,
            RecordKind::Duty,
            "duty-state",
            &["done", "not-ours"],
        )?,
        gaps(desk)?,
        methods(desk, &signed)?,
        impacts(systems, &signed),
        risks(desk)?,
        settled(
            desk,
            StepId::Treatment,
            RecordKind::Action,
            "action-state",
            &["done", "dropped"],
        )?,
        statement(desk, &signed)?,
    ])
}

/// Records of a kind, each with its answers to these questions.
fn answered(
    desk: &Desk,
    kind: RecordKind,
    questions: &[&str],
) -> Result<Vec<(Record, Answers)>, AppError> {
    let questions: Vec<QuestionId> = questions.iter().map(|id| QuestionId::new(*id)).collect();
    let questions: Vec<&QuestionId> = questions.iter().collect();
    desk.read(|open| Ok(open.file.answers_to(kind, &questions)?))
}

fn value<'n>(answers: &'n Answers, question: &str) -> Option<&'n Value> {
    answers.get(question)?.value()
}

fn step(id: StepId, done: usize, total: usize) -> Step {
    Step {
        id,
        state: state(done, total),
        done,
        total,
    }
}

/// How many records of a kind have one of these answers.
fn settled(
    desk: &Desk,
    id: StepId,
    kind: RecordKind,
    question: &str,
    options: &[&str],
) -> Result<Step, AppError> {
    let all = answered(desk, kind, &[question])?;
    let done = all
        .iter()
        .filter(|(_, answers)| match value(answers, question) {
            Some(Value::One(chosen)) => options.contains(&chosen.as_str()),
            _ => false,
        });
    Ok(step(id, done.count(), all.len()))
}

/// Requirements judged in the newest run, out of all that are assessed. Not begun without a run.
fn gaps(desk: &Desk) -> Result<Step, AppError> {
    let runs = answered(desk, RecordKind::GapAnalysis, &[])?;
    let Some(newest) = runs.iter().map(|(run, _)| run).max_by_key(|run| run.number) else {
        return Ok(step(StepId::Gaps, 0, 0));
    };
    let asked = [
        "finding-analysis",
        "finding-requirement",
        "finding-conformity",
    ];
    let findings = answered(desk, RecordKind::Finding, &asked)?;
    let standard = desk.library().standard(STANDARD);
    let assessed: BTreeSet<&str> = standard
        .into_iter()
        .flat_map(|standard| standard.assessed())
        .map(|requirement| requirement.id.as_str())
        .collect();
    let judged: BTreeSet<&str> = findings
        .iter()
        .filter(|(_, answers)| {
            let run = value(answers, "finding-analysis").map(Value::records);
            run.is_some_and(|runs| runs.contains(&newest.id)) && looked_at(answers)
        })
        .filter_map(|(_, answers)| match value(answers, "finding-requirement") {
            Some(Value::Text(requirement)) => Some(requirement.as_str()),
            _ => None,
        })
        .filter(|requirement| assessed.contains(requirement))
        .collect();
    Ok(step(StepId::Gaps, judged.len(), assessed.len()))
}

/// Whether somebody judged a requirement, or said with a reason that it does not apply. "Not looked at" is
/// no judgement.
fn looked_at(finding: &Answers) -> bool {
    use domain::AnswerState::{Given, NotApplicable, NotKnown};
    match finding
        .get("finding-conformity")
        .map(|answer| &answer.state)
    {
        Some(Given(Value::One(chosen))) => chosen.as_str() != "not-looked-at",
        Some(NotApplicable { .. }) => true,
        Some(Given(_) | NotKnown { .. }) | None => false,
    }
}

fn stands(signed: &[Revision], subject: &RecordId, questionnaire: &str) -> bool {
    signed
        .iter()
        .any(|revision| revision.stands() && revision.is_of(subject, questionnaire))
}

/// Done once a version of the method is approved, whatever is drafted after it.
fn methods(desk: &Desk, signed: &[Revision]) -> Result<Step, AppError> {
    let all = answered(desk, RecordKind::Method, &[])?;
    let approved = all
        .iter()
        .filter(|(one, _)| stands(signed, &one.id, METHOD));
    let approved = approved.count();
    let mut step = step(StepId::Method, approved, all.len());
    if approved > 0 {
        step.state = StepState::Done;
    }
    Ok(step)
}

fn impacts(systems: &[Record], signed: &[Revision]) -> Step {
    let done = systems.iter().filter(|one| stands(signed, &one.id, IMPACT));
    let done = done.count();
    let mut step = step(StepId::Impacts, done, systems.len());
    if done == 0 {
        step.state = StepState::NotStarted;
    }
    step
}

fn risks(desk: &Desk) -> Result<Step, AppError> {
    let all = counts::current(desk, RecordKind::Risk)?;
    Ok(step(StepId::Risks, complete(&all), all.len()))
}

/// Controls of Annex A that are decided, out of all of them. Done once that is signed.
fn statement(desk: &Desk, signed: &[Revision]) -> Result<Step, AppError> {
    let organisation = desk.read(|open| Ok(open.file.organisation()?.id))?;
    let rows = answered(
        desk,
        RecordKind::Control,
        &["control-ref", "control-applies"],
    )?;
    let standard = desk.library().standard(STANDARD);
    let controls: BTreeSet<&str> = standard
        .into_iter()
        .flat_map(|standard| standard.controls())
        .map(|control| control.id.as_str())
        .collect();
    let decided: BTreeSet<&str> = rows
        .iter()
        .filter(|(_, answers)| value(answers, "control-applies").is_some())
        .filter_map(|(_, answers)| match value(answers, "control-ref") {
            Some(Value::Text(control)) => Some(control.as_str()),
            _ => None,
        })
        .filter(|control| controls.contains(control))
        .collect();
    let mut step = step(StepId::Soa, decided.len(), controls.len());
    step.state = match (stands(signed, &organisation, SOA), rows.is_empty()) {
        (true, _) => StepState::Done,
        (false, true) => StepState::NotStarted,
        (false, false) => StepState::UnderWay,
    };
    Ok(step)
}
