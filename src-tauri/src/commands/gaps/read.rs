//! Everything about gap analyses, read from the open file.

use crate::commands::duties;
use crate::desk::Desk;
use crate::error::AppError;
use crate::session::OpenFile;
use crate::show;
use crate::wire::duties::{Owing, Urgency};
use content::{QuestionId, Questionnaire, RecordKind, Standard};
use domain::gaps::{self, Analysis, Findings};
use domain::{Answers, Record, RecordId, Revision};
use store::StoreError;

/// Runs, findings and actions with their answers, without what is retired.
pub(super) struct Material {
    standard: &'static Standard,
    about: &'static Questionnaire,
    pub runs: Vec<(Record, Answers)>,
    pub found: Findings,
    actions: Vec<(Record, Answers)>,
    certified: bool,
}

impl Material {
    pub(super) fn read(desk: &Desk, open: &OpenFile) -> Result<Material, AppError> {
        let found = all(desk, open, RecordKind::Finding)?;
        let found = found.iter().map(|(record, answers)| (record, answers));
        let organisation = open.file.organisation()?.id;
        Ok(Material {
            standard: standard(desk)?,
            about: show::questionnaire(desk, RecordKind::GapAnalysis)?,
            runs: all(desk, open, RecordKind::GapAnalysis)?,
            found: Findings::of(show::questionnaire(desk, RecordKind::Finding)?, found),
            actions: all(desk, open, RecordKind::Action)?,
            certified: gaps::is_certified(&open.file.answers(&organisation)?),
        })
    }

    /// One run with what it is read beside, but for the duties of the law.
    pub(super) fn analysis(&self, run: &str) -> Result<Analysis<'_>, AppError> {
        let own = self
            .runs
            .iter()
            .find(|(record, _)| record.id.as_str() == run);
        let (record, answers) = own.ok_or_else(|| {
            AppError::Store(StoreError::UnknownRecord {
                record: RecordId::new(run),
            })
        })?;
        let runs = self.runs.iter().map(|(record, answers)| (record, answers));
        let mut analysis = Analysis::of(
            self.standard,
            self.about,
            (record, answers),
            runs,
            &self.found,
        );
        let actions = self.actions.iter();
        analysis.remedies = gaps::remedies(actions.map(|(record, answers)| (record, answers)));
        analysis.certified = self.certified;
        Ok(analysis)
    }
}

/// The standard a gap analysis goes through.
pub(super) fn standard(desk: &Desk) -> Result<&'static Standard, AppError> {
    let standard = desk.library().standard(gaps::STANDARD);
    standard.ok_or(AppError::Nonsense { what: "standard" })
}

/// Current records of a kind with all their answers.
pub(super) fn all(
    desk: &Desk,
    open: &OpenFile,
    kind: RecordKind,
) -> Result<Vec<(Record, Answers)>, AppError> {
    let asked: &Questionnaire = show::questionnaire(desk, kind)?;
    let questions: Vec<&QuestionId> = asked.questions.iter().map(|one| &one.id).collect();
    Ok(open.file.answers_to(kind, &questions)?)
}

/// The duties that are owed and not settled, with the day they bind.
pub(super) fn owed(desk: &Desk) -> Result<Vec<(String, RecordId, chrono::NaiveDate)>, AppError> {
    let lines = duties::calendar(desk)?;
    let owed = lines
        .iter()
        .filter(|line| line.owed == Owing::Owed && line.urgency != Urgency::Settled);
    Ok(owed
        .filter_map(|line| {
            let day = line.effective.as_deref()?.parse().ok()?;
            Some((line.duty.clone(), RecordId::new(&line.system.id), day))
        })
        .collect())
}

/// The revision of a run that is in force, if there is one.
pub(super) fn signed(open: &OpenFile, run: &RecordId) -> Result<Option<Revision>, AppError> {
    let mut all = open.file.revisions(Some(run))?;
    all.retain(|revision| revision.is_of(run, gaps::FORM));
    Ok(all.pop().filter(Revision::stands))
}
