//! Signing a run, and reopening it.

use super::read::{Material, owed, signed, standard};
use super::runs::mark;
use crate::desk::Desk;
use crate::error::AppError;
use crate::show::{self, Names};
use crate::wire::change::Changed;
use crate::wire::gap_results::{ReopenGapRun, SignGapRun};
use crate::wire::gaps::GapSigned;
use content::QuestionnaireId;
use domain::gaps;
use domain::revision::Signing;

pub(super) fn sign(
    desk: &Desk,
    SignGapRun {
        record,
        signer,
        signer_role,
        remark,
    }: SignGapRun,
) -> Result<Changed<GapSigned>, AppError> {
    let owed = owed(desk)?;
    let standard = standard(desk)?;
    let on = desk.outside().today();
    desk.change(|open, actor, now| {
        let material = Material::read(desk, open)?;
        let mut analysis = material.analysis(&record)?;
        let owed = owed
            .iter()
            .map(|(duty, system, day)| (duty.as_str(), system, *day));
        analysis.pressing = gaps::pressing(desk.library(), standard, owed);
        let names = Names::of(&open.file);
        let frozen = names.words(desk, |words| gaps::freeze(&analysis, desk.library(), words));
        drop(names);
        let signing = Signing {
            subject: analysis.run.record.id.clone(),
            questionnaire: QuestionnaireId::from(gaps::FORM),
            signer,
            signer_role,
            remark,
            on,
            content_version: format!("{} {}", standard.id, standard.version),
        };
        let recorded = open.file.sign_off(actor, now, &signing, &frozen)?;
        let revision = signed(open, &signing.subject)?.ok_or(AppError::Fault)?;
        Ok((mark(revision), recorded))
    })
}

pub(super) fn reopen(
    desk: &Desk,
    ReopenGapRun { record, reason }: ReopenGapRun,
) -> Result<Changed<()>, AppError> {
    let questionnaire = QuestionnaireId::from(gaps::FORM);
    desk.change(|open, actor, now| {
        let record = show::record(open, &record)?;
        let recorded = open
            .file
            .reopen(actor, now, &record.id, &questionnaire, &reason)?;
        Ok(((), recorded))
    })
}
