//! The log: who changed what when, and bringing a value back.

use super::command;
use super::inventory::PAGE;
use crate::desk::Desk;
use crate::error::AppError;
use crate::session::OpenFile;
use crate::show::Names;
use crate::wire::change::Changed;
use crate::wire::history::{ActionName, HistoryPage, HistoryQuery, HistoryRow, OneEvent};
use crate::wire::moment;
use crate::wire::session::Undone;
use chrono::{Days, Local, NaiveDate, NaiveTime};
use content::QuestionId;
use domain::words::Told;
use domain::{Action, Actor, Change, Event, RecordId, Timestamp};

fn page(desk: &Desk, asked: HistoryQuery) -> Result<HistoryPage, AppError> {
    let HistoryQuery {
        record,
        question,
        actor,
        action,
        from,
        to,
        before,
        limit,
    } = asked;
    let limit = limit.clamp(1, PAGE);
    let query = store::HistoryQuery {
        subject: record.map(RecordId::new),
        question: question.map(QuestionId::new),
        actor: actor.map(Actor),
        action: action.as_deref().and_then(Action::from_code),
        from: from.as_deref().and_then(|day| midnight(day, 0)),
        to: to.as_deref().and_then(|day| midnight(day, 1)),
        before,
        // One more than asked for, to know whether there are more.
        limit: limit + 1,
        ..store::HistoryQuery::default()
    };
    desk.read(|open| {
        let mut events = open.file.history(&query)?;
        let more = events.len() > limit;
        events.truncate(limit);
        let names = Names::of(&open.file);
        Ok(HistoryPage {
            rows: events
                .into_iter()
                .map(|event| row(desk, open, &names, event))
                .collect::<Result<_, _>>()?,
            more,
            actors: open
                .file
                .actors()?
                .into_iter()
                .map(|actor| actor.0)
                .collect(),
            actions: Action::ALL
                .into_iter()
                .map(|action| ActionName {
                    id: action.code().to_owned(),
                    label: names.words(desk, |words| words.action(action)),
                })
                .collect(),
        })
    })
}

/// The beginning of a day where the person is, or of the day so many days later.
fn midnight(day: &str, later: u64) -> Option<Timestamp> {
    let day = NaiveDate::parse_from_str(day, "%Y-%m-%d").ok()?;
    let day = day.checked_add_days(Days::new(later))?;
    // Where the clock skips midnight the first moment after it counts.
    let local = day.and_time(NaiveTime::MIN).and_local_timezone(Local);
    Some(local.earliest()?.to_utc())
}

fn row(
    desk: &Desk,
    open: &OpenFile,
    names: &Names<'_>,
    event: Event,
) -> Result<HistoryRow, AppError> {
    let Event {
        seq,
        act,
        at,
        actor,
        action,
        subject,
        change,
        undoes: _, // the act itself is told in words
    } = event;
    let taken_back = matches!(change, Some(Change::Removed { .. }));
    let told = change
        .as_ref()
        .map(|change| names.words(desk, |words| words.change(change, desk.library())));
    let Told {
        question: label,
        before: from,
        after: to,
    } = told.unwrap_or_default();
    let current = subject.as_ref().and_then(|id| names.record(id));
    let (question, restorable) = match change {
        Some(Change::Name { to, .. }) => (None, current.is_some_and(|record| record.name != to)),
        Some(Change::Answer { question, to, .. }) => {
            let stands = match &subject {
                Some(subject) => open.file.answer(subject, question.as_str())?,
                None => None,
            };
            (Some(question), current.is_some() && stands != to)
        }
        None
        | Some(
            Change::Added { .. }
            | Change::Removed { .. }
            | Change::Signed { .. }
            | Change::Reopened { .. }
            | Change::Note(_),
        ) => (None, false),
    };
    Ok(HistoryRow {
        seq,
        act,
        at: moment(at),
        actor: actor.0,
        action: action.code().to_owned(),
        action_text: if taken_back {
            desk.texts().get("app.history.entry-undone").to_owned()
        } else {
            names.words(desk, |words| words.action(action))
        },
        record: subject.as_ref().and_then(|id| names.link(id)),
        question: question.map(|id| id.to_string()),
        label,
        from,
        to,
        restorable,
    })
}

fn bring_back(desk: &Desk, OneEvent { seq }: OneEvent) -> Result<Changed<Undone>, AppError> {
    let changed = desk.change(|open, actor, now| {
        let recorded = open.file.restore_value(actor, now, seq)?;
        let done = open
            .file
            .undoable()?
            .map(|act| crate::acts::words(desk, open, &act))
            .transpose()?;
        Ok((Undone { done }, recorded))
    })?;
    Ok(super::session::retitled(desk, changed))
}

command! {
    /// A page of the log, newest first.
    list_history(HistoryQuery) -> HistoryPage = page
}
command! {
    /// Makes the value that an event wrote the current one again.
    restore_value(OneEvent) -> Changed<Undone> = bring_back
}
