//! What happened to one system.

use super::index::Index;
use super::register::{Cell, Column, Register, Row, Tone};
use super::system_record::Listed;
use domain::{Action, Answer, Change, Event, Record};

/// Every event of one system as a table, oldest first; none without events.
pub(super) fn listed(index: &Index<'_>, system: &Record, events: &[Event]) -> Option<Listed> {
    let column = |key: &str, min: f32, weight: f32| {
        Column::new(
            index.texts.get(&format!("reports.column.{key}")),
            min,
            weight,
        )
    };
    let mut own: Vec<&Event> = events
        .iter()
        .filter(|event| event.subject.as_ref() == Some(&system.id))
        .collect();
    own.sort_by_key(|event| event.seq);
    let rows: Vec<Row> = own
        .into_iter()
        .map(|event| event_row(index, event))
        .collect();
    (!rows.is_empty()).then(|| Listed {
        lead: index.texts.get("reports.system.history-lead").to_owned(),
        register: Register {
            title: index.texts.get("reports.system.history").to_owned(),
            caption: String::new(),
            summary: String::new(),
            columns: vec![
                column("event", 40.0, 0.0),
                column("when", 62.0, 0.0),
                column("who", 62.0, 0.3),
                column("what", 84.0, 0.5),
                column("before", 90.0, 1.0),
                column("after", 100.0, 1.2),
            ],
            rows,
        },
    })
}

fn event_row(index: &Index<'_>, event: &Event) -> Row {
    let action = index
        .texts
        .get(&format!("content.action.{}", event.action.code()))
        .to_owned();
    let (what, before, after) = match &event.change {
        None if event.action == Action::AnswerRecorded => {
            let erased = index.texts.get("reports.system.history-erased").to_owned();
            (action, erased.clone(), erased)
        }
        None => (action, String::new(), String::new()),
        Some(Change::Added { name, .. }) => (action, String::new(), name.clone()),
        Some(Change::Removed { name, .. }) => (action, name.clone(), String::new()),
        Some(Change::Name { from, to }) => (action, from.clone(), to.clone()),
        Some(Change::Note(words)) => (action, String::new(), words.clone()),
        Some(change @ (Change::Signed { .. } | Change::Reopened { .. })) => {
            let told = index.told(change);
            let what = match told.question {
                Some(assessment) => format!("{action}: {assessment}"),
                None => action,
            };
            (what, String::new(), told.after.unwrap_or_default())
        }
        Some(Change::Answer { question, from, to }) => {
            let known = index.library.question(question.as_str());
            let say = |answer: &Option<Answer>| match (answer, known) {
                (Some(answer), Some(question)) => index.say(question, answer),
                _ => index.texts.get("reports.system.history-nothing").to_owned(),
            };
            let label =
                known.map_or_else(|| question.to_string(), |question| question.label.clone());
            (label, say(from), say(to))
        }
    };
    Row::Cells(vec![
        Cell::new(event.seq.to_string()).toned(Tone::Reference),
        Cell::new(index.narrow_moment(event.at)),
        Cell::new(event.actor.0.clone()),
        Cell::new(what),
        Cell::new(before).toned(Tone::Absent),
        Cell::new(after),
    ])
}
