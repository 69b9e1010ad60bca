//! What is closed to change because an assessment is signed: its answers, and the records that are part
//! of it.

use crate::effect::{self, Effect, Step};
use crate::error::StoreError;
use crate::form::AnswerForm;
use content::{Library, PartOf, QuestionId};
use domain::{Answer, Rejected};
use rusqlite::{Connection, OptionalExtension};

/// Refuses a step that changes something closed.
pub(crate) fn refuse(conn: &Connection, step: &Step) -> Result<(), StoreError> {
    let subject = step.subject.as_deref().unwrap_or_default();
    match &step.effect {
        Effect::Answered { to } => {
            let question = step.aspect.as_deref().unwrap_or_default();
            refuse_own(conn, subject, question)?;
            refuse_part(conn, subject, Some((question, to.as_ref())))
        }
        Effect::Renamed { .. }
        | Effect::Removed { .. }
        | Effect::Retired { .. }
        | Effect::Restored { .. } => refuse_part(conn, subject, None),
        _ => Ok(()),
    }
}

/// Refuses an answer about a record that belongs to an assessment that is signed and not reopened.
fn refuse_own(conn: &Connection, subject: &str, question: &str) -> Result<(), StoreError> {
    let closed = closed(conn, subject)?;
    if closed.is_empty() {
        return Ok(());
    }
    let library = library()?;
    let mut asking = closed
        .iter()
        .filter_map(|questionnaire| library.questionnaire(questionnaire));
    if asking.any(|questionnaire| questionnaire.question(question).is_some()) {
        return Err(signed(question));
    }
    Ok(())
}

/// Refuses to change a record that is part of a signed assessment, or to make it part of one.
fn refuse_part(
    conn: &Connection,
    subject: &str,
    answered: Option<(&str, Option<&AnswerForm>)>,
) -> Result<(), StoreError> {
    let kind: Option<String> = conn
        .prepare_cached("SELECT kind FROM record WHERE id = ?1")?
        .query_row([subject], |row| row.get(0))
        .optional()?;
    let Some(kind) = kind else { return Ok(()) };
    let asked = library()?.questionnaire_about(effect::kind(&kind)?);
    let Some(PartOf {
        question: link,
        assessment,
    }) = asked.and_then(|asked| asked.part_of.as_ref())
    else {
        return Ok(());
    };
    let linked: Option<String> = conn
        .prepare_cached("SELECT target FROM link WHERE origin = ?1 AND question = ?2 LIMIT 1")?
        .query_row([subject, link.as_str()], |row| row.get(0))
        .optional()?;
    let to_be: Option<Answer> = answered
        .filter(|(question, _)| *question == link.as_str())
        .and_then(|(_, to)| to.cloned().map(Into::into));
    let to_be = to_be.as_ref().and_then(Answer::value);
    let to_be = to_be.and_then(|value| value.records().first());
    for whole in linked
        .iter()
        .map(String::as_str)
        .chain(to_be.map(|id| id.as_str()))
    {
        if closed(conn, whole)?
            .iter()
            .any(|one| one == assessment.as_str())
        {
            return Err(signed(
                answered.map_or(link.as_str(), |(question, _)| question),
            ));
        }
    }
    Ok(())
}

/// Questionnaires whose answers about a record are closed to change: those signed and not reopened.
fn closed(conn: &Connection, subject: &str) -> Result<Vec<String>, StoreError> {
    let mut statement = conn.prepare_cached(
        "SELECT questionnaire FROM revision r WHERE subject = ?1 AND NOT EXISTS (
             SELECT 1 FROM reopening o WHERE o.subject = r.subject
             AND o.questionnaire = r.questionnaire AND o.number = r.number)",
    )?;
    let closed = statement
        .query_map([subject], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    Ok(closed)
}

/// Which questions an assessment has, and what is part of it, is content; without it nobody could have
/// signed.
fn library() -> Result<&'static Library, StoreError> {
    content::library().map_err(|_| StoreError::Fault {
        what: "the content of this build cannot be read".to_owned(),
    })
}

fn signed(question: &str) -> StoreError {
    let question = QuestionId::from(question);
    Rejected::SignedOff { question }.into()
}
