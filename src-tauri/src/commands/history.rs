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
use domain::{Action, Actor, Answer, Change, Event, RecordId, Timestamp};

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
                    label: action_text(desk, action),
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

fn action_text(desk: &Desk, action: Action) -> String {
    desk.texts()
        .get(&format!("content.action.{}", action.code()))
        .to_owned()
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
    let mut question = None;
    let (from, to, restorable) = match change {
        None => (None, None, false),
        Some(Change::Added { kind: _, name }) => (None, Some(name), false),
        Some(Change::Removed { kind: _, name }) => (Some(name), None, false),
        Some(Change::Name { from, to }) => {
            let current = subject.as_ref().and_then(|id| names.record(id));
            let restorable = current.is_some_and(|record| record.name != to);
            (Some(from), Some(to), restorable)
        }
        Some(Change::Answer {
            question: id,
            from,
            to,
        }) => {
            let current = match &subject {
                Some(subject) => open.file.answer(subject, id.as_str())?,
                None => None,
            };
            let there = subject
                .as_ref()
                .is_some_and(|subject| names.record(subject).is_some());
            let words = |answer: &Option<Answer>| answer_words(desk, names, &id, answer.as_ref());
            let shown = (words(&from), words(&to), there && current != to);
            question = Some(id);
            shown
        }
        Some(Change::Note(words)) => (None, Some(words), false),
    };
    let label = question
        .as_ref()
        .and_then(|id| desk.library().question(id.as_str()))
        .map(|question| question.label.clone());
    Ok(HistoryRow {
        seq,
        act,
        at: moment(at),
        actor: actor.0,
        action: action.code().to_owned(),
        action_text: action_text(desk, action),
        record: subject.as_ref().and_then(|id| names.link(id)),
        question: question.map(|id| id.to_string()),
        label,
        from,
        to,
        restorable,
    })
}

fn answer_words(
    desk: &Desk,
    names: &Names<'_>,
    question: &QuestionId,
    answer: Option<&Answer>,
) -> Option<String> {
    let answer = answer?;
    let question = desk.library().question(question.as_str())?;
    let said = names.words(desk, |words| words.answer(question, answer));
    Some(if answer.note.is_empty() {
        said
    } else {
        format!("{said} ({})", answer.note)
    })
}

fn bring_back(desk: &Desk, OneEvent { seq }: OneEvent) -> Result<Changed<Undone>, AppError> {
    let changed = desk.change(|open, actor, now| {
        let recorded = open.file.restore_value(actor, now, seq)?;
        let done = open
            .file
            .undoable()?
            .map(|act| crate::acts::words(desk, &act));
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
