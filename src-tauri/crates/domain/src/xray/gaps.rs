//! Contradictions in the newest run of the gap analysis: a judgement against what was seen, a gap without
//! weight or action, evidence taken over without saying which, and against the Statement of Applicability.

use super::{Place, Smell};
use crate::answer::Value;
use crate::dossier::Dossier;
use crate::gaps::{self, Area, Conformity, Credit, Findings, Row, Run, Seen, Severity};
use crate::record::RecordId;
use chrono::NaiveDate;
use content::{Library, RecordKind};
use std::collections::HashMap;

/// What the Statement of Applicability says of a control.
struct Stated<'d> {
    applies: Option<&'d str>,
    status: Option<&'d str>,
}

/// Only the newest run: an older one is history.
pub(super) fn smells(library: &Library, dossier: &Dossier, _: NaiveDate) -> Vec<Smell> {
    let standard = library.standard(gaps::STANDARD);
    let asked = library.questionnaire_about(RecordKind::Finding);
    let (Some(standard), Some(asked)) = (standard, asked) else {
        return Vec::new();
    };
    let runs = dossier.current(RecordKind::GapAnalysis);
    let runs = runs.filter_map(|run| Some(Run::of(run, dossier.answers.get(&run.id)?)));
    let Some(run) = runs.max_by_key(|run| (run.on, run.record.number)) else {
        return Vec::new();
    };
    let findings = Findings::in_dossier(asked, dossier);
    let stated = stated(dossier);
    let closed = closed(dossier);
    let rows = gaps::rows(standard, &run, &findings);
    let told = rows.iter().flat_map(|row| {
        let requirement = &row.requirement;
        let control = stated.get(requirement.id.as_str());
        let codes = codes(row, control, &closed, dossier).into_iter();
        codes.map(|code| Smell {
            code,
            record: row.judgement.record.clone(),
            with: vec![
                ("run", run.record.reference()),
                (
                    "requirement",
                    format!("{} {}", requirement.reference, requirement.title),
                ),
            ],
            place: Place::Requirement(run.record.id.clone(), requirement.id.to_string()),
        })
    });
    told.collect()
}

fn codes(
    row: &Row<'_>,
    control: Option<&Stated<'_>>,
    closed: &[&RecordId],
    dossier: &Dossier,
) -> Vec<&'static str> {
    let judged = &row.judgement;
    let met = judged.conformity == Conformity::Met;
    let gap = matches!(judged.conformity, Conformity::Partly | Conformity::NotMet);
    let aside = judged.conformity == Conformity::NotApplicable;
    let own = |wanted: &RecordId| judged.record.as_ref() == Some(wanted);
    let files = judged
        .record
        .as_ref()
        .and_then(|id| dossier.attachments.get(id));
    let mut files = files.into_iter().flatten();
    let shown = !judged.note.is_empty()
        || !judged.evidence.is_empty()
        || files.any(|file| file.retired.is_none());
    let heavy = matches!(judged.severity, Some(Severity::Major | Severity::Minor));
    let applies = control.and_then(|stated| stated.applies);
    let status = control.and_then(|stated| stated.status);
    let taken = matches!(judged.credit, Some(Credit::Confirmed | Credit::Part));
    let found = [
        (
            "gap-met-not-there",
            met && [judged.exists, judged.works].contains(&Some(Seen::No)),
        ),
        ("gap-met-unproven", met && !shown),
        ("gap-unweighed", gap && judged.severity.is_none()),
        (
            "gap-unplanned",
            heavy && !closed.iter().any(|finding| own(finding)),
        ),
        (
            "gap-credit-unproven",
            taken && judged.credit_evidence.is_empty(),
        ),
        (
            "gap-clause-aside",
            aside && Area::of(row.requirement) == Area::Clauses,
        ),
        ("gap-control-included", aside && applies == Some("included")),
        ("gap-control-excluded", gap && applies == Some("excluded")),
        (
            "gap-control-not-begun",
            met && matches!(status, Some("not-started" | "planned")),
        ),
    ];
    let found = found.into_iter().filter(|(_, holds)| *holds);
    found.map(|(code, _)| code).collect()
}

/// What the Statement of Applicability says, by requirement.
fn stated(dossier: &Dossier) -> HashMap<&str, Stated<'_>> {
    let one = |id: &RecordId, question: &str| match dossier.value(id, question)? {
        Value::One(option) => Some(option.as_str()),
        _ => None,
    };
    let controls = dossier.current(RecordKind::Control);
    let stated = controls.filter_map(|control| {
        let Some(Value::Text(reference)) = dossier.value(&control.id, "control-ref") else {
            return None;
        };
        let applies = one(&control.id, "control-applies");
        let status = one(&control.id, "control-status");
        Some((reference.as_str(), Stated { applies, status }))
    });
    stated.collect()
}

/// Findings that an action closes, dropped ones left out.
fn closed(dossier: &Dossier) -> Vec<&RecordId> {
    let actions = dossier.current(RecordKind::Action);
    let said = actions.filter_map(|action| Some((action, dossier.answers.get(&action.id)?)));
    let remedies = gaps::remedies(said);
    let kept = remedies.iter().filter(|remedy| remedy.counts());
    kept.flat_map(|remedy| remedy.findings).collect()
}
