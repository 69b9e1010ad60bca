//! One run, requirement by requirement.

use super::read::{Material, standard};
use super::{runs, show_score};
use crate::desk::Desk;
use crate::error::AppError;
use crate::session::OpenFile;
use crate::wire::gaps::{GapJudged, GapProposal, GapRow, GapScreen, GapTopic};
use crate::wire::record::OneRecord;
use crate::wire::wizard::OptionView;
use content::{Choice, Requirement};
use domain::gaps::{self, Area, Judgement, Proposal, Row};

pub(super) fn screen(desk: &Desk, OneRecord { record }: OneRecord) -> Result<GapScreen, AppError> {
    let standard = standard(desk)?;
    desk.read(|open| {
        let material = Material::read(desk, open)?;
        let analysis = material.analysis(&record)?;
        let mut topics: Vec<&Requirement> = Vec::new();
        for row in &analysis.rows {
            if topics.last().is_none_or(|last| last.id != row.topic.id) {
                topics.push(row.topic);
            }
        }
        Ok(GapScreen {
            run: runs::view(open, &analysis)?,
            standard: standard.title.clone(),
            licence: standard.licence.clone(),
            certified: analysis.certified,
            topics: topics.into_iter().map(topic).collect(),
            rows: analysis
                .rows
                .iter()
                .map(|row| line(desk, open, row, analysis.certified))
                .collect::<Result<_, _>>()?,
            maturity: options(desk, gaps::MATURITY),
            severities: options(desk, gaps::SEVERITY),
        })
    })
}

fn topic(topic: &Requirement) -> GapTopic {
    GapTopic {
        id: topic.id.to_string(),
        reference: topic.reference.clone(),
        title: topic.title.clone(),
        control: is_control(topic),
    }
}

/// Whether a clause or topic belongs to Annex A.
pub(super) fn is_control(topic: &Requirement) -> bool {
    topic.reference.starts_with("A.") || Area::of(topic) == Area::Controls
}

fn options(desk: &Desk, question: &str) -> Vec<OptionView> {
    let question = desk.library().question(question);
    let options = question.map_or(&[][..], |question| &question.options);
    let view = |Choice { id, label, then }: &Choice| OptionView {
        id: id.to_string(),
        label: label.clone(),
        then: then.clone(),
    };
    options.iter().map(view).collect()
}

fn line(desk: &Desk, open: &OpenFile, row: &Row<'_>, certified: bool) -> Result<GapRow, AppError> {
    let requirement = row.requirement;
    let proposed = if certified {
        gaps::proposals(desk.library(), standard(desk)?, requirement)
    } else {
        Vec::new()
    };
    Ok(GapRow {
        id: requirement.id.to_string(),
        reference: requirement.reference.clone(),
        title: requirement.title.clone(),
        topic: row.topic.id.to_string(),
        holds: requirement.holds.clone(),
        exists: requirement.exists.clone(),
        works: requirement.works.clone(),
        good: requirement.good.clone(),
        weak: requirement.weak.clone(),
        proposals: proposed.iter().map(proposal).collect(),
        judged: judged(desk, open, &row.judgement)?,
    })
}

fn proposal(proposal: &Proposal<'_>) -> GapProposal {
    GapProposal {
        reference: proposal.source.reference.clone(),
        title: proposal.source.title.clone(),
        over: proposal.over.reference.clone(),
        strength: proposal.strength,
    }
}

/// What was judged, with the names of files kept with it.
pub(super) fn judged(
    desk: &Desk,
    open: &OpenFile,
    judgement: &Judgement,
) -> Result<GapJudged, AppError> {
    let Judgement {
        record,
        conformity,
        said,
        reason,
        exists,
        works,
        maturity,
        severity,
        what,
        note,
        evidence,
        credit,
        credit_by,
        credit_evidence,
        flagged,
        ask_again,
        ask,
        seconds,
        set_aside,
    } = judgement.clone();
    let files = match &record {
        Some(record) => open.file.attachments(record)?,
        None => Vec::new(),
    };
    let label = |id: &content::QuestionId| {
        let question = desk.library().question(id.as_str());
        question.map_or_else(|| id.to_string(), |question| question.label.clone())
    };
    Ok(GapJudged {
        record: record.map(|record| record.to_string()),
        conformity: show_score::conformity(conformity),
        said,
        reason,
        exists: exists.map(|one| one.code().to_owned()),
        works: works.map(|one| one.code().to_owned()),
        maturity,
        severity: severity.map(|one| one.code().to_owned()),
        what,
        note,
        evidence,
        credit: credit.map(|one| one.code().to_owned()),
        credit_by,
        credit_evidence,
        flagged,
        ask_again,
        ask,
        seconds,
        set_aside: set_aside.iter().map(label).collect(),
        files: files
            .into_iter()
            .filter(|file| file.retired.is_none())
            .map(|file| file.name)
            .collect(),
    })
}
