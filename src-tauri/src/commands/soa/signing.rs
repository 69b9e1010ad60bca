//! Versions of the statement: signing the next, listing them, comparing two.

use super::stated;
use crate::desk::Desk;
use crate::error::AppError;
use crate::session::OpenFile;
use crate::show;
use crate::wire::change::Changed;
use crate::wire::moment;
use crate::wire::soa::{CameOrWent, CompareSoa, SignSoa, SoaChange, SoaDifference, SoaVersion};
use content::{Question, RecordKind};
use domain::frozen::Frozen;
use domain::revision::{Revision, Signing};
use domain::soa::{self, Moved, QUESTIONNAIRE, Shift, Statement, Version, asked, freeze};
use domain::{Answer, RecordId, Rejected, Value, Words};

pub(super) fn sign(
    desk: &Desk,
    SignSoa {
        scope,
        approver,
        function,
        changes,
    }: SignSoa,
) -> Result<Changed<u32>, AppError> {
    let on = desk.outside().today();
    desk.change(|open, actor, now| {
        let person = show::record(open, &approver)?;
        if person.kind != RecordKind::Person {
            return Err(AppError::Nonsense { what: "approver" });
        }
        let said = Said {
            scope: scope.trim().to_owned(),
            approver: Some(person.id.clone()),
            approver_name: person.name.clone(),
            changes: changes.trim().to_owned(),
        };
        let answers = said.answers(desk)?;
        let (frozen, content_version) = stated(desk, open, |statement, words| {
            Ok((today(statement, words, &said)?, statement.content_version()))
        })?;
        if !frozen.open().is_empty() {
            let questions = frozen.open().iter().map(|part| part.label.clone());
            let questions = questions.collect();
            return Err(Rejected::StillOpen { questions }.into());
        }
        let organisation = open.file.organisation()?.id;
        let signing = Signing {
            subject: organisation.clone(),
            questionnaire: QUESTIONNAIRE.into(),
            signer: person.name,
            signer_role: function.trim().to_owned(),
            remark: said.changes.clone(),
            on,
            content_version,
        };
        let stands = revisions(open)?.last().is_some_and(Revision::stands);
        let recorded = if stands {
            open.file
                .sign_next(actor, now, &answers, &signing, &frozen)?
        } else {
            let said: Vec<_> = answers
                .iter()
                .map(|(question, answer)| (organisation.clone(), *question, Some(answer.clone())))
                .collect();
            open.file.record_answers(actor, now, &said)?;
            open.file.sign_off(actor, now, &signing, &frozen)?
        };
        let number = revisions(open)?.last().map(|revision| revision.number);
        Ok((number.ok_or(AppError::Fault)?, recorded))
    })
}

/// What is said of a version besides its lines.
#[derive(Debug, Clone, Default)]
pub(super) struct Said {
    pub scope: String,
    pub approver: Option<RecordId>,
    pub approver_name: String,
    pub changes: String,
}

impl Said {
    fn answers(&self, desk: &Desk) -> Result<Vec<(&'static Question, Answer)>, AppError> {
        let missing = |question: &str| Rejected::WrongForm {
            question: question.into(),
            kind: content::QuestionKind::LongText,
        };
        for (question, said) in [(asked::SCOPE, &self.scope), (asked::CHANGES, &self.changes)] {
            if said.is_empty() {
                return Err(missing(question).into());
            }
        }
        let values = [
            (asked::SCOPE, Value::Text(self.scope.clone())),
            (
                asked::APPROVER,
                Value::Records(self.approver.iter().cloned().collect()),
            ),
            (asked::CHANGES, Value::Text(self.changes.clone())),
        ];
        values
            .into_iter()
            .map(|(id, value)| {
                let question = desk.library().question(id);
                let question = question.ok_or(AppError::Nonsense { what: "question" })?;
                Ok((question, Answer::given(value)))
            })
            .collect()
    }
}

/// What was said of the last version; where nothing was, the scope and the responsible person of the
/// management system.
pub(super) fn said_of(statement: &Statement<'_>) -> Result<Said, AppError> {
    let dossier = statement.dossier;
    let organisation = &dossier.organisation().ok_or(AppError::Fault)?.id;
    let text = |question: &str| match dossier.value(organisation, question) {
        Some(Value::Text(text)) => Some(text.clone()),
        _ => None,
    };
    let person = |question: &str| dossier.value(organisation, question)?.records().first();
    let approver = person(asked::APPROVER).or_else(|| person("organisation-aims-owner"));
    let name = approver.and_then(|id| dossier.record(id));
    Ok(Said {
        scope: text(asked::SCOPE)
            .or_else(|| text("organisation-scope"))
            .unwrap_or_default(),
        approver: approver.cloned(),
        approver_name: name.map(|person| person.name.clone()).unwrap_or_default(),
        changes: text(asked::CHANGES).unwrap_or_default(),
    })
}

/// The statement as it would be signed today.
pub(super) fn today(
    statement: &Statement<'_>,
    words: &Words<'_>,
    said: &Said,
) -> Result<Frozen, AppError> {
    let organisation = statement.dossier.organisation();
    let version = Version {
        scope: &said.scope,
        approver: &said.approver_name,
        summary: &said.changes,
    };
    let organisation = organisation.ok_or(AppError::Fault)?;
    Ok(freeze(statement, words, organisation, &version))
}

/// Signed versions, the oldest first.
pub(super) fn revisions(open: &OpenFile) -> Result<Vec<Revision>, AppError> {
    let organisation = open.file.organisation()?.id;
    let mut all = open.file.revisions(Some(&organisation))?;
    all.retain(|revision| revision.questionnaire.as_str() == QUESTIONNAIRE);
    Ok(all)
}

pub(super) fn view(open: &OpenFile, revision: Revision) -> Result<SoaVersion, AppError> {
    let signed = open.file.frozen(&revision)?;
    let stands = revision.stands();
    let counted = |id: &str| signed.value(&["counts", id]).to_owned();
    let (included, excluded, contradicted) = (
        counted("included"),
        counted("excluded"),
        counted("contradicted"),
    );
    let Revision {
        subject: _,       // the organisation
        questionnaire: _, // the statement's
        number,
        at,
        signer,
        signer_role,
        remark,
        on: _, // the day it was signed
        content_version,
        sha256,
        event: _,    // in the history
        reopened: _, // by the version after it
    } = revision;
    Ok(SoaVersion {
        number,
        at: moment(at),
        approver: signer,
        function: signer_role,
        changes: remark,
        included,
        excluded,
        contradicted,
        content_version,
        sha256,
        stands,
    })
}

pub(super) fn compare(
    desk: &Desk,
    CompareSoa { before, after }: CompareSoa,
) -> Result<Vec<SoaDifference>, AppError> {
    desk.read(|open| {
        let all = revisions(open)?;
        let numbered = |number: u32| {
            let found = all.iter().find(|revision| revision.number == number);
            let found = found.ok_or(AppError::Nonsense { what: "version" })?;
            Ok::<Frozen, AppError>(open.file.frozen(found)?)
        };
        let later = match after {
            Some(after) => numbered(after)?,
            None => stated(desk, open, |statement, words| {
                today(statement, words, &said_of(statement)?)
            })?,
        };
        let found = soa::moved(&numbered(before)?, &later);
        Ok(found.into_iter().map(difference).collect())
    })
}

fn difference(moved: Moved) -> SoaDifference {
    let Moved {
        line,
        reference,
        title,
        came,
        changes,
    } = moved;
    SoaDifference {
        row: line,
        reference,
        title,
        whole: came.map(|came| match came {
            true => CameOrWent::Came,
            false => CameOrWent::Went,
        }),
        changes: changes
            .into_iter()
            .map(|shift| {
                let Shift {
                    part,
                    label,
                    before,
                    after,
                } = shift;
                SoaChange {
                    part,
                    label,
                    before,
                    after,
                }
            })
            .collect(),
    }
}
