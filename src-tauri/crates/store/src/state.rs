//! The state tables: the only place that changes them, step by step.

use crate::chain::unhex;
use crate::effect::{Effect, Step};
use crate::error::StoreError;
use crate::form::{self, AnswerForm};
use domain::text::fold;
use rusqlite::{Connection, params};

/// Applies one step that the log gets as event `seq`, at a moment. Every touched record counts as changed
/// then; `first` says that the act touches this one for the first time.
pub(crate) fn apply(
    conn: &Connection,
    step: &Step,
    seq: i64,
    at: i64,
    first: bool,
) -> Result<(), StoreError> {
    let subject = step.subject.as_deref().unwrap_or_default();
    let aspect = step.aspect.as_deref().unwrap_or_default();
    match &step.effect {
        Effect::Note(_) => return Ok(()),
        Effect::Saved { to, .. } => return save(conn, aspect, to.as_deref()),
        Effect::Added {
            kind,
            number,
            name,
            created,
        } => {
            conn.prepare_cached(
                "INSERT INTO record (id, kind, number, name, folded, created, changed)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            )?
            .execute(params![
                subject,
                kind,
                number,
                name,
                fold(name),
                created,
                at
            ])?;
            conn.prepare_cached(
                "INSERT INTO numbering (kind, last) VALUES (?1, ?2)
                 ON CONFLICT (kind) DO UPDATE SET last = max(last, excluded.last)",
            )?
            .execute(params![kind, number])?;
            return Ok(());
        }
        Effect::Removed { .. } => {
            return expect_one(
                conn.prepare_cached("DELETE FROM record WHERE id = ?1")?
                    .execute([subject])?,
            );
        }
        Effect::Renamed { to, .. } => expect_one(
            conn.prepare_cached("UPDATE record SET name = ?2, folded = ?3 WHERE id = ?1")?
                .execute(params![subject, to, fold(to)])?,
        )?,
        Effect::Retired { at } => retire(conn, subject, Some(*at))?,
        Effect::Restored { .. } => retire(conn, subject, None)?,
        Effect::Answered { to } => answer(conn, subject, aspect, to.as_ref(), at)?,
        Effect::Attached {
            name,
            sha256,
            added,
            ..
        } => {
            conn.prepare_cached(
                "INSERT INTO attachment (id, record, name, sha256, added) VALUES (?1, ?2, ?3, ?4, ?5)",
            )?
            .execute(params![aspect, subject, name, unhex(sha256)?, added])?;
        }
        Effect::Detached { .. } => expect_one(
            conn.prepare_cached("DELETE FROM attachment WHERE id = ?1")?
                .execute([aspect])?,
        )?,
        Effect::AttachmentRetired { at, .. } => retire_attachment(conn, aspect, Some(*at))?,
        Effect::AttachmentRestored { .. } => retire_attachment(conn, aspect, None)?,
        Effect::SignedOff {
            number,
            signer,
            signer_role,
            remark,
            on,
            content_version,
            sha256,
        } => {
            conn.prepare_cached(
                "INSERT INTO revision (subject, questionnaire, number, event, at, signer,
                     signer_role, remark, day, content_version, sha256)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
            )?
            .execute(params![
                subject,
                aspect,
                number,
                seq,
                at,
                signer,
                signer_role,
                remark,
                on.to_string(),
                content_version,
                unhex(sha256)?
            ])?;
        }
        Effect::Reopened { number, reason } => {
            conn.prepare_cached(
                "INSERT INTO reopening (subject, questionnaire, number, event, at, reason)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            )?
            .execute(params![subject, aspect, number, seq, at, reason])?;
        }
    }
    if !first {
        return Ok(());
    }
    expect_one(
        conn.prepare_cached("UPDATE record SET changed = ?2 WHERE id = ?1")?
            .execute(params![subject, at])?,
    )
}

/// A step on something that is not there would be logged without having happened.
fn expect_one(rows: usize) -> Result<(), StoreError> {
    if rows == 1 {
        Ok(())
    } else {
        Err(StoreError::damaged(
            "the log speaks of something the file does not have",
        ))
    }
}

fn retire(conn: &Connection, id: &str, at: Option<i64>) -> Result<(), StoreError> {
    expect_one(
        conn.prepare_cached("UPDATE record SET retired = ?2 WHERE id = ?1")?
            .execute(params![id, at])?,
    )
}

fn retire_attachment(conn: &Connection, id: &str, at: Option<i64>) -> Result<(), StoreError> {
    expect_one(
        conn.prepare_cached("UPDATE attachment SET retired = ?2 WHERE id = ?1")?
            .execute(params![id, at])?,
    )
}

fn save(conn: &Connection, name: &str, value: Option<&str>) -> Result<(), StoreError> {
    match value {
        Some(value) => conn
            .prepare_cached(
                "INSERT INTO setting (name, value) VALUES (?1, ?2)
                 ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            )?
            .execute([name, value])?,
        None => conn
            .prepare_cached("DELETE FROM setting WHERE name = ?1")?
            .execute([name])?,
    };
    Ok(())
}

fn answer(
    conn: &Connection,
    record: &str,
    question: &str,
    to: Option<&AnswerForm>,
    at: i64,
) -> Result<(), StoreError> {
    for part in [
        "DELETE FROM link WHERE origin = ?1 AND question = ?2",
        "DELETE FROM choice WHERE record = ?1 AND question = ?2",
    ] {
        conn.prepare_cached(part)?.execute([record, question])?;
    }
    let Some(to) = to else {
        conn.prepare_cached("DELETE FROM answer WHERE record = ?1 AND question = ?2")?
            .execute([record, question])?;
        return Ok(());
    };
    let columns = form::columns(&to.clone().into())?;
    conn.prepare_cached(
        "INSERT INTO answer (record, question, state, value, key, note, changed)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
         ON CONFLICT (record, question) DO UPDATE SET state = excluded.state, value = excluded.value,
             key = excluded.key, note = excluded.note, changed = excluded.changed",
    )?
    .execute(params![
        record,
        question,
        columns.state,
        columns.value,
        columns.key,
        columns.note,
        at
    ])?;
    for (place, target) in &columns.links {
        conn.prepare_cached(
            "INSERT INTO link (origin, question, place, target) VALUES (?1, ?2, ?3, ?4)",
        )?
        .execute(params![record, question, place, target])?;
    }
    for option in &columns.choices {
        conn.prepare_cached("INSERT INTO choice (question, option, record) VALUES (?1, ?2, ?3)")?
            .execute([question, option, record])?;
    }
    Ok(())
}
