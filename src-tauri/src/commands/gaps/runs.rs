//! The runs there are, and beginning another.

use super::read::{Material, signed};
use super::show_score;
use crate::commands::start::name;
use crate::desk::Desk;
use crate::error::AppError;
use crate::session::OpenFile;
use crate::show;
use crate::wire::change::Changed;
use crate::wire::gaps::{BeginGapRun, GapRun, GapRuns, GapSigned};
use crate::wire::moment;
use crate::wire::record::RecordLink;
use content::RecordKind;
use domain::gaps::{self, Analysis, Area, Run};
use domain::revision::Revision;
use domain::{Answer, RecordId, Value};

pub(super) fn list(desk: &Desk) -> Result<GapRuns, AppError> {
    let requirements = super::read::standard(desk)?.assessed().count();
    desk.read(|open| {
        let material = Material::read(desk, open)?;
        let mut runs = Vec::new();
        for (record, _) in &material.runs {
            let analysis = material.analysis(record.id.as_str())?;
            runs.push((analysis.run.on, record.number, view(open, &analysis)?));
        }
        runs.sort_by_key(|(on, number, _)| std::cmp::Reverse((*on, *number)));
        Ok(GapRuns {
            runs: runs.into_iter().map(|(_, _, run)| run).collect(),
            requirements,
        })
    })
}

/// A run and how far it is.
pub(super) fn view(open: &OpenFile, analysis: &Analysis<'_>) -> Result<GapRun, AppError> {
    let Run {
        record,
        on,
        assessor,
        scope: _, // on the record's own page, and in the report
        parts: _,
        earlier: _,
        spoken: _,
        summary: _,
    } = &analysis.run;
    let rows = &analysis.rows;
    let judged = |wanted: fn(&gaps::Judgement) -> bool| {
        let rows = rows.iter();
        rows.filter(|row| wanted(&row.judgement)).count()
    };
    Ok(GapRun {
        on: on.map(|on| on.to_string()),
        assessor: assessor.clone(),
        earlier: analysis
            .earlier
            .as_ref()
            .map(|(earlier, _)| show::link(earlier.record.clone())),
        score: show_score::score(&gaps::score(rows)),
        gaps: judged(gaps::Judgement::is_gap),
        ask_again: judged(|judgement| judgement.ask_again),
        seconds: rows
            .iter()
            .map(|row| u64::from(row.judgement.seconds))
            .sum(),
        signed: signed(open, &record.id)?.map(mark),
        record: show::link((*record).clone()),
    })
}

pub(super) fn mark(revision: Revision) -> GapSigned {
    let Revision {
        number, signer, at, ..
    } = revision;
    GapSigned {
        number,
        signer,
        at: moment(at),
    }
}

/// A new run of today over the whole standard, compared with the newest there is.
pub(super) fn begin(
    desk: &Desk,
    BeginGapRun { name: called }: BeginGapRun,
) -> Result<Changed<RecordLink>, AppError> {
    let called = name(&called)?;
    let about = show::questionnaire(desk, RecordKind::GapAnalysis)?;
    let id = RecordId::new(desk.outside().new_id());
    let today = desk.outside().today();
    desk.change(|open, actor, now| {
        let material = Material::read(desk, open)?;
        let runs = material.runs.iter();
        let newest = runs
            .map(|(record, answers)| Run::of(record, answers))
            .max_by_key(|run| (run.on, run.record.number));
        let parts = Area::ALL.iter().map(|area| area.code().into()).collect();
        let mut said = vec![
            (gaps::ON, Value::Date(today)),
            (gaps::ASSESSOR, Value::Text(actor.0.clone())),
            (gaps::PARTS, Value::Many(parts)),
        ];
        if let Some(run) = newest {
            said.push((gaps::EARLIER, Value::Records(vec![run.record.id.clone()])));
        }
        let said = said.into_iter();
        let answers: Vec<_> = said
            .filter_map(|(id, value)| Some((about.question(id)?, Answer::given(value))))
            .collect();
        let named = (id.clone(), RecordKind::GapAnalysis, called.as_str());
        let recorded = open.file.add_answered(actor, now, named, &answers)?;
        Ok((show::link(show::record(open, id.as_str())?), recorded))
    })
}
