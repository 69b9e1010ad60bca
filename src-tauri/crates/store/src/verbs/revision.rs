//! Signing an assessment off, and opening it again. Neither is ever undone.

use crate::chain::{self, Hash};
use crate::effect::{Effect, Step};
use crate::error::StoreError;
use crate::file::ClientFile;
use crate::form;
use crate::form::frozen::FrozenForm;
use crate::queries::revisions::{self, Place};
use crate::verbs::answer::put;
use crate::verbs::record::existing;
use crate::write::{Recorded, Write};
use content::{Question, QuestionId, QuestionnaireId};
use domain::{Action, Actor, Answer, Frozen, RecordId, Rejected, Signing, Timestamp};
use rusqlite::params;

/// The longest name or function of whoever signs, in bytes.
const LONGEST_LINE: usize = 1000;

impl ClientFile {
    /// Signs an assessment of a record: `frozen` is kept as it is, and the answers it was made from can
    /// no longer be changed until it is reopened. Refused while the outcome says that questions are open.
    pub fn sign_off(
        &mut self,
        actor: &Actor,
        now: Timestamp,
        signing: &Signing,
        frozen: &Frozen,
    ) -> Result<Recorded, StoreError> {
        let done = self.write(actor, now, |write| sign(write, signing, frozen))?;
        Ok(done.0)
    }

    /// Opens a signed assessment again, with the reason. What was signed stays as it is.
    pub fn reopen(
        &mut self,
        actor: &Actor,
        now: Timestamp,
        subject: &RecordId,
        questionnaire: &QuestionnaireId,
        reason: &str,
    ) -> Result<Recorded, StoreError> {
        let done = self.write(actor, now, |write| {
            open_again(write, subject, questionnaire, reason)
        })?;
        Ok(done.0)
    }

    /// Signs the next version of an assessment that stands: it is reopened, for the remark of the new
    /// version, `answers` about its subject are recorded, and it is signed, all as one act.
    pub fn sign_next(
        &mut self,
        actor: &Actor,
        now: Timestamp,
        answers: &[(&Question, Answer)],
        signing: &Signing,
        frozen: &Frozen,
    ) -> Result<Recorded, StoreError> {
        let Signing {
            subject,
            questionnaire,
            remark,
            ..
        } = signing;
        let done = self.write(actor, now, |write| {
            open_again(write, subject, questionnaire, remark)?;
            for (question, answer) in answers {
                put(write, subject, question, Some(answer))?;
            }
            sign(write, signing, frozen)
        })?;
        Ok(done.0)
    }
}

fn sign(write: &mut Write<'_>, signing: &Signing, frozen: &Frozen) -> Result<(), StoreError> {
    let Signing {
        subject,
        questionnaire,
        signer,
        signer_role,
        remark,
        on,
        content_version,
    } = signing;
    let signer = line("signer", signer)?;
    if signer.is_empty() {
        return Err(Rejected::SignerMissing.into());
    }
    let signer_role = line("signer-role", signer_role)?;
    let remark = said("remark", remark)?.unwrap_or_default();
    if !frozen.open().is_empty() {
        let open = frozen.open().iter().map(|part| part.label.clone());
        let questions = open.collect();
        return Err(Rejected::StillOpen { questions }.into());
    }
    existing(write, subject)?;
    let newest = revisions::newest(write.conn(), subject.as_str(), questionnaire.as_str())?;
    let number = match newest {
        Some(Place { stands: true, .. }) => return Err(Rejected::AlreadySigned.into()),
        Some(Place { number, .. }) => number + 1,
        None => 1,
    };
    let effect = Effect::SignedOff {
        number,
        signer: signer.to_owned(),
        signer_role: signer_role.to_owned(),
        remark: remark.to_owned(),
        on: *on,
        content_version: content_version.clone(),
        sha256: chain::hex(&keep(write, frozen)?),
    };
    write.take(&Step::part(
        Action::SignedOff,
        subject.as_str(),
        questionnaire.as_str(),
        effect,
    ))
}

fn open_again(
    write: &mut Write<'_>,
    subject: &RecordId,
    questionnaire: &QuestionnaireId,
    reason: &str,
) -> Result<(), StoreError> {
    let reason = said("reason", reason)?.ok_or(Rejected::ReopeningReasonMissing)?;
    existing(write, subject)?;
    let newest = revisions::newest(write.conn(), subject.as_str(), questionnaire.as_str())?;
    let Some(Place {
        number,
        stands: true,
    }) = newest
    else {
        return Err(Rejected::NotSigned.into());
    };
    let effect = Effect::Reopened {
        number,
        reason: reason.to_owned(),
    };
    write.take(&Step::part(
        Action::Reopened,
        subject.as_str(),
        questionnaire.as_str(),
        effect,
    ))
}

/// Who signs, or as what: one line that reads as it is written and fits a page.
fn line<'t>(field: &str, text: &'t str) -> Result<&'t str, StoreError> {
    let question = QuestionId::from(field);
    let line = domain::text::line(&question, text)?;
    if line.len() > LONGEST_LINE {
        let longest = LONGEST_LINE;
        return Err(Rejected::TooLong { question, longest }.into());
    }
    Ok(line)
}

/// Words without the blanks around them; none when nothing is left.
fn said<'t>(field: &str, text: &'t str) -> Result<Option<&'t str>, StoreError> {
    domain::text::check(&QuestionId::from(field), text)?;
    let text = text.trim();
    Ok((!text.is_empty()).then_some(text))
}

/// Keeps an outcome unless the file has the same one already.
fn keep(write: &Write<'_>, frozen: &Frozen) -> Result<Hash, StoreError> {
    let text = form::json(&FrozenForm::from(frozen))?;
    let hash = chain::sha256(text.as_bytes());
    write
        .conn()
        .prepare_cached("INSERT INTO frozen (sha256, text) VALUES (?1, ?2) ON CONFLICT DO NOTHING")?
        .execute(params![hash, text])?;
    Ok(hash)
}
