//! Reading the log.

use crate::effect::{Effect, Step};
use crate::error::StoreError;
use crate::file::ClientFile;
use crate::form::{self, AnswerForm};
use crate::time::{moment, stored};
use content::QuestionId;
use domain::{Action, Actor, Event, RecordId, Timestamp};
use rusqlite::types::Value as Sql;
use rusqlite::{Connection, OptionalExtension, Row, params_from_iter};

/// Which events are asked for. Every part that is set narrows it down.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HistoryQuery {
    /// Only what happened to this record.
    pub subject: Option<RecordId>,
    /// Only answers to this question.
    pub question: Option<QuestionId>,
    /// Only what this person did.
    pub actor: Option<Actor>,
    /// Only this kind of act.
    pub action: Option<Action>,
    /// Only events whose value, or whose record's name, holds this text (ASCII letters in any case).
    pub text: String,
    /// Only from this moment on.
    pub from: Option<Timestamp>,
    /// Only before this moment.
    pub to: Option<Timestamp>,
    /// Only events with a smaller number: the last one of the page before.
    pub before: Option<u64>,
    /// How many at most; 0 for none.
    pub limit: usize,
}

/// One event as the log keeps it.
#[derive(Debug, Clone)]
pub(crate) struct Logged {
    pub(crate) seq: i64,
    pub(crate) at: i64,
    pub(crate) actor: String,
    pub(crate) step: Step,
}

impl Logged {
    /// The answer that stood before an answer was recorded.
    pub(crate) fn answer_before(
        &self,
        conn: &Connection,
    ) -> Result<Option<AnswerForm>, StoreError> {
        if !matches!(self.step.effect, Effect::Answered { .. }) {
            return Ok(None);
        }
        let payload: Option<Option<String>> = conn
            .prepare_cached(
                "SELECT v.payload FROM event e LEFT JOIN event_value v ON v.seq = e.seq
                 WHERE e.subject = ?1 AND e.aspect = ?2 AND e.seq < ?3
                 ORDER BY e.seq DESC LIMIT 1",
            )?
            .query_row((&self.step.subject, &self.step.aspect, self.seq), |row| {
                row.get(0)
            })
            .optional()?;
        match payload.flatten().as_deref().map(form::parse).transpose()? {
            Some(Effect::Answered { to }) => Ok(to),
            _ => Ok(None),
        }
    }
}

impl ClientFile {
    /// Events, the newest first.
    pub fn history(&self, query: &HistoryQuery) -> Result<Vec<Event>, StoreError> {
        let mut sql = String::from(
            "SELECT e.seq, e.act, e.at, e.actor, e.action, e.subject, e.aspect, e.undoes, v.payload
             FROM event e LEFT JOIN event_value v ON v.seq = e.seq WHERE 1",
        );
        let mut bound: Vec<Sql> = Vec::new();
        let mut narrow = |condition: &'static str, value: Option<Sql>| {
            if let Some(value) = value {
                sql.push_str(condition);
                bound.push(value);
            }
        };
        let word = |word: &str| Some(Sql::Text(word.to_owned()));
        narrow(
            " AND e.subject = ?",
            query.subject.as_ref().and_then(|id| word(id.as_str())),
        );
        narrow(
            " AND e.aspect = ?",
            query.question.as_ref().and_then(|id| word(id.as_str())),
        );
        narrow(
            " AND e.actor = ?",
            query.actor.as_ref().and_then(|actor| word(&actor.0)),
        );
        narrow(
            " AND e.action = ?",
            query.action.and_then(|action| word(action.code())),
        );
        narrow(
            " AND e.at >= ?",
            query.from.map(|at| Sql::Integer(stored(at))),
        );
        narrow(" AND e.at < ?", query.to.map(|at| Sql::Integer(stored(at))));
        narrow(
            " AND e.seq < ?",
            query.before.map(|seq| Sql::Integer(seq.cast_signed())),
        );
        let text = query.text.trim();
        if !text.is_empty() {
            narrow(
                " AND (v.payload LIKE ? ESCAPE '\\'",
                Some(Sql::Text(pattern(form::json(text)?.trim_matches('"')))),
            );
            narrow(
                " OR e.subject IN (SELECT id FROM record WHERE name LIKE ? ESCAPE '\\'))",
                Some(Sql::Text(pattern(text))),
            );
        }
        narrow(
            " ORDER BY e.seq DESC LIMIT ?",
            Some(Sql::Integer(i64::try_from(query.limit).unwrap_or(i64::MAX))),
        );
        let mut statement = self.conn.prepare(&sql)?;
        let mut rows = statement.query(params_from_iter(bound))?;
        let mut events = Vec::new();
        while let Some(row) = rows.next()? {
            events.push(self.event(row)?);
        }
        Ok(events)
    }

    /// Everyone who ever did something here, by name.
    pub fn actors(&self) -> Result<Vec<Actor>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT DISTINCT actor FROM event ORDER BY actor")?;
        let actors = statement
            .query_map([], |row| row.get(0).map(Actor))?
            .collect::<Result<_, _>>()?;
        Ok(actors)
    }

    fn event(&self, row: &Row<'_>) -> Result<Event, StoreError> {
        let at: i64 = row.get(2)?;
        let event = Event {
            seq: row.get::<_, i64>(0)?.cast_unsigned(),
            act: row.get::<_, i64>(1)?.cast_unsigned(),
            at: moment(at)?,
            actor: Actor(row.get(3)?),
            action: action(&row.get::<_, String>(4)?)?,
            subject: row.get::<_, Option<String>>(5)?.map(RecordId::new),
            undoes: row.get::<_, Option<i64>>(7)?.map(i64::cast_unsigned),
            change: None,
        };
        let Some(logged) = logged(row)? else {
            return Ok(event);
        };
        let before = logged.answer_before(&self.conn)?;
        let aspect = logged.step.aspect;
        Ok(Event {
            change: logged.step.effect.change(aspect.as_deref(), before)?,
            ..event
        })
    }
}

/// A `LIKE` pattern that finds `text` anywhere, whatever signs it has.
fn pattern(text: &str) -> String {
    let mut pattern = String::from("%");
    for c in text.chars() {
        if matches!(c, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(c);
    }
    pattern.push('%');
    pattern
}

pub(crate) fn action(code: &str) -> Result<Action, StoreError> {
    Action::from_code(code)
        .ok_or_else(|| StoreError::damaged("the log names an action that does not exist"))
}

/// Reads `seq, act, at, actor, action, subject, aspect, undoes, payload`; none when the value is gone.
fn logged(row: &Row<'_>) -> Result<Option<Logged>, StoreError> {
    let Some(payload) = row.get::<_, Option<String>>(8)? else {
        return Ok(None);
    };
    Ok(Some(Logged {
        seq: row.get(0)?,
        at: row.get(2)?,
        actor: row.get(3)?,
        step: Step {
            action: action(&row.get::<_, String>(4)?)?,
            subject: row.get(5)?,
            aspect: row.get(6)?,
            effect: form::parse(&payload)?,
        },
    }))
}

/// One event with its value; none when there is no such event or its value is gone.
pub(crate) fn read(conn: &Connection, seq: i64) -> Result<Option<Logged>, StoreError> {
    conn.prepare_cached(
        "SELECT e.seq, e.act, e.at, e.actor, e.action, e.subject, e.aspect, e.undoes, v.payload
         FROM event e LEFT JOIN event_value v ON v.seq = e.seq WHERE e.seq = ?1",
    )?
    .query_row([seq], |row| Ok(logged(row)))
    .optional()?
    .transpose()
    .map(Option::flatten)
}

/// The events of one act, in order. An act's events are neighbours.
pub(crate) fn seqs_of_act(conn: &Connection, act: i64) -> Result<Vec<i64>, StoreError> {
    let mut seqs = Vec::new();
    let mut statement =
        conn.prepare_cached("SELECT seq, act FROM event WHERE seq >= ?1 ORDER BY seq")?;
    let mut rows = statement.query([act])?;
    while let Some(row) = rows.next()? {
        if row.get::<_, i64>(1)? != act {
            break;
        }
        seqs.push(row.get(0)?);
    }
    Ok(seqs)
}
