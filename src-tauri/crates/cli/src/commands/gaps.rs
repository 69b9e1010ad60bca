//! `plumb gaps`: the runs of the gap analysis, for people and for programs.

use crate::caller::Caller;
use crate::failure::Failure;
use crate::out;
use domain::gaps::{self, Analysis, PlanLine, Row, Score, Share};
use domain::{Dossier, Record, RecordId, RecordKind};
use serde_json::{Value as Json, json};
use std::path::Path;

/// Raised when the JSON form changes in a way that a reader could trip over.
const JSON_FORM: u32 = 1;

/// Prints a line per run; as JSON, every run with its requirements, figures and plan.
pub fn run(caller: &Caller, path: &Path, as_json: bool) -> Result<(), Failure> {
    let dossier = caller
        .open(path)?
        .dossier(caller.now())
        .map_err(|error| caller.refused(&error))?;
    let on = dossier.stamp.at.date_naive();
    let runs = dossier.current(RecordKind::GapAnalysis);
    let runs = runs.filter_map(|run| Analysis::in_dossier(caller.library, &dossier, &run.id, on));
    let runs: Vec<Analysis<'_>> = runs.collect();
    if as_json {
        let list = json!({
            "format": "plumbline.gaps",
            "version": JSON_FORM,
            "file_id": dossier.stamp.file_id,
            "event": dossier.stamp.event,
            "runs": runs.iter().map(|run| whole(&dossier, run)).collect::<Vec<Json>>(),
        });
        out::line(format!("{list:#}"));
        return Ok(());
    }
    let texts = caller.texts();
    for analysis in &runs {
        let run = &analysis.run;
        let score = gaps::score(&analysis.rows);
        let percent = score.share().map(|share| share.percent().to_string());
        let day = run.on.map_or_else(String::new, |on| on.to_string());
        out::line(texts.format(
            "cli.gaps.run",
            &[
                ("reference", &run.record.reference()),
                ("name", &run.record.name),
                ("on", &day),
                ("judged", &score.judged().to_string()),
                ("applicable", &score.applicable().to_string()),
                ("percent", percent.as_deref().unwrap_or("–")),
                ("unseen", &score.unseen.to_string()),
            ],
        ));
    }
    out::line(texts.count("cli.gaps.runs", runs.len() as u64, &[]));
    Ok(())
}

fn whole(dossier: &Dossier, analysis: &Analysis<'_>) -> Json {
    let run = &analysis.run;
    let earlier = analysis.earlier.as_ref();
    let topics = gaps::by_topic(&analysis.rows).into_iter();
    json!({
        "id": run.record.id.as_str(),
        "reference": run.record.reference(),
        "name": run.record.name,
        "standard": analysis.standard.id.as_str(),
        "on": run.on.map(|on| on.to_string()),
        "assessor": run.assessor,
        "parts": run.parts.iter().map(|part| part.code()).collect::<Vec<_>>(),
        "score": score(&gaps::score(&analysis.rows)),
        "topics": topics
            .map(|(topic, own)| json!({ "id": topic.id.as_str(), "score": score(&own) }))
            .collect::<Vec<Json>>(),
        "requirements": analysis.rows.iter().map(requirement).collect::<Vec<Json>>(),
        "earlier": earlier.map(|(run, _)| run.record.reference()),
        "moved": analysis
            .moved()
            .iter()
            .filter(|one| one.movement != gaps::Movement::Same)
            .map(|one| json!({
                "requirement": one.requirement.id.as_str(),
                "movement": one.movement.code(),
                "before": one.before.conformity.code(),
                "now": one.now.conformity.code(),
            }))
            .collect::<Vec<Json>>(),
        "plan": analysis
            .plan()
            .iter()
            .map(|line| planned(dossier, line))
            .collect::<Vec<Json>>(),
    })
}

/// Counts, and the shares that are made of them.
fn score(score: &Score) -> Json {
    let tally = |tally: &gaps::Tally| {
        json!({
            "yes": tally.yes,
            "partly": tally.partly,
            "no": tally.no,
            "percent": tally.share().map(Share::percent),
        })
    };
    json!({
        "asked": score.asked,
        "met": score.met,
        "partly": score.partly,
        "not_met": score.not_met,
        "not_applicable": score.not_applicable,
        "not_looked_at": score.unseen,
        "percent_of_judged": score.share().map(Share::percent),
        "exists": tally(&score.exists),
        "works": tally(&score.works),
        "maturity_mean": score.maturity.tenths().map(|tenths| tenths as f64 / 10.0),
        "maturity_judged": score.maturity.judged,
    })
}

fn requirement(row: &Row<'_>) -> Json {
    let judged = &row.judgement;
    json!({
        "id": row.requirement.id.as_str(),
        "title": row.requirement.title,
        "conformity": judged.conformity.code(),
        "reason": judged.reason,
        "exists": judged.exists.map(|seen| seen.code()),
        "works": judged.works.map(|seen| seen.code()),
        "maturity": judged.maturity,
        "severity": judged.severity.map(|severity| severity.code()),
        "what": judged.what,
        "note": judged.note,
        "evidence": judged.evidence,
        "credit": judged.credit.map(|credit| credit.code()),
    })
}

fn planned(dossier: &Dossier, line: &PlanLine<'_, '_>) -> Json {
    let reference = |id: &RecordId| dossier.record(id).map(Record::reference);
    json!({
        "requirement": line.row.requirement.id.as_str(),
        "severity": line.row.judgement.severity.map(|severity| severity.code()),
        "duty": line.pressing.map(|pressing| json!({
            "id": pressing.duty.id.as_str(),
            "binds": pressing.day.to_string(),
            "system": reference(&pressing.system),
        })),
        "action": line.remedy.map(|action| json!({
            "reference": action.record.reference(),
            "what": action.what,
            "owner": action.owner.and_then(reference),
            "due": action.due.map(|due| due.to_string()),
            "effort": action.effort,
            "state": action.state.code(),
        })),
    })
}
