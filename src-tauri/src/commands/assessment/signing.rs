//! Signing an assessment, reopening it, comparing its revisions.

use crate::commands::classification::{difference_view, revision_view};
use crate::desk::Desk;
use crate::error::AppError;
use crate::impacts::{Asked, Subject, knowing};
use crate::session::OpenFile;
use crate::show;
use crate::wire::assessment::{CompareAssessment, ReopenAssessment, SignAssessment};
use crate::wire::change::Changed;
use crate::wire::classification_revision::{DifferenceView, RevisionView};
use content::QuestionnaireId;
use domain::RecordId;
use domain::frozen::differences;
use domain::revision::{Revision, Signing};

pub(super) fn sign(
    desk: &Desk,
    SignAssessment {
        questionnaire,
        record,
        signer,
        signer_role,
        remark,
    }: SignAssessment,
) -> Result<Changed<RevisionView>, AppError> {
    let on = desk.outside().today();
    let asked = Asked::of(desk)?;
    let knowing = knowing(desk, &questionnaire)?;
    desk.change(|open, actor, now| {
        let subject = Subject::of(desk, open, &asked, &record)?;
        let assessment = subject.assessment(&knowing);
        let frozen = subject.freeze(desk, open, &asked, &assessment)?;
        let subject = &subject.case.record.id;
        let own = &assessment.questionnaire.id;
        let signing = Signing {
            subject: subject.clone(),
            questionnaire: own.clone(),
            signer,
            signer_role,
            remark,
            on,
            content_version: format!(
                "{} {}",
                assessment.questionnaire.id, assessment.questionnaire.version
            ),
        };
        let recorded = open.file.sign_off(actor, now, &signing, &frozen)?;
        let signed = revisions(open, subject, own)?.pop();
        let view = revision_view(open, signed.ok_or(AppError::Fault)?)?;
        Ok((view, recorded))
    })
}

pub(super) fn reopen(
    desk: &Desk,
    ReopenAssessment {
        questionnaire,
        record,
        reason,
    }: ReopenAssessment,
) -> Result<Changed<()>, AppError> {
    let knowing = knowing(desk, &questionnaire)?;
    let own = &knowing.questionnaire().id;
    desk.change(|open, actor, now| {
        let record = show::record(open, &record)?;
        let recorded = open.file.reopen(actor, now, &record.id, own, &reason)?;
        Ok(((), recorded))
    })
}

pub(super) fn compare(
    desk: &Desk,
    CompareAssessment {
        questionnaire,
        record,
        before,
        after,
    }: CompareAssessment,
) -> Result<Vec<DifferenceView>, AppError> {
    let asked = Asked::of(desk)?;
    let knowing = knowing(desk, &questionnaire)?;
    desk.read(|open| {
        let record = show::record(open, &record)?;
        let all = revisions(open, &record.id, &knowing.questionnaire().id)?;
        let numbered = |number: u32| {
            let found = all.iter().find(|revision| revision.number == number);
            found.ok_or(AppError::Nonsense { what: "revision" })
        };
        let kept = |number: u32| Ok::<_, AppError>(open.file.frozen(numbered(number)?)?);
        let earlier = kept(before)?;
        let found = match after {
            Some(after) => differences(&earlier, &kept(after)?),
            None => {
                let subject = Subject::of(desk, open, &asked, record.id.as_str())?;
                let assessment = subject.assessment(&knowing);
                let now = subject.freeze(desk, open, &asked, &assessment)?;
                differences(&earlier, &now)
            }
        };
        Ok(found.into_iter().map(difference_view).collect())
    })
}

/// Signed revisions of an assessment of a record, the oldest first.
pub(crate) fn revisions(
    open: &OpenFile,
    record: &RecordId,
    questionnaire: &QuestionnaireId,
) -> Result<Vec<Revision>, AppError> {
    let mut all = open.file.revisions(Some(record))?;
    all.retain(|revision| revision.questionnaire == *questionnaire);
    Ok(all)
}

/// The revision in force, of those of one assessment of one record.
pub(crate) fn newest(all: &[Revision]) -> Option<&Revision> {
    all.last().filter(|revision| revision.stands())
}
