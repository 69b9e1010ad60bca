//! `plumb history`: what happened in a file, newest first.

use crate::caller::Caller;
use crate::failure::Failure;
use crate::out;
use domain::{Answer, Change, Dossier, Event, RecordId, Words};
use serde_json::{Value as Json, json};
use std::path::Path;
use store::HistoryQuery;

/// Raised when the JSON form changes in a way that a reader could trip over.
const JSON_FORM: u32 = 1;

/// Prints every event, as lines or as JSON.
pub fn run(caller: &Caller, path: &Path, as_json: bool) -> Result<(), Failure> {
    let file = caller.open(path)?;
    let dossier = file
        .dossier(caller.now())
        .map_err(|error| caller.refused(&error))?;
    let everything = HistoryQuery {
        limit: usize::MAX,
        ..HistoryQuery::default()
    };
    let events = file
        .history(&everything)
        .map_err(|error| caller.refused(&error))?;
    if as_json {
        let list = json!({
            "format": "plumbline.history",
            "version": JSON_FORM,
            "file_id": dossier.stamp.file_id,
            "head": dossier.stamp.head,
            "events": events.iter().map(|event| entry(&dossier, event)).collect::<Vec<Json>>(),
        });
        out::line(format!("{list:#}"));
    } else {
        for event in &events {
            out::line(line(caller, &dossier, event));
        }
    }
    Ok(())
}

fn entry(dossier: &Dossier, event: &Event) -> Json {
    let Event {
        seq,
        act,
        at,
        actor,
        action,
        subject,
        change,
        undoes,
    } = event;
    json!({
        "seq": seq,
        "act": act,
        "undoes": undoes,
        "at": at.to_rfc3339(),
        "actor": actor.0,
        "action": action.code(),
        "subject": subject.as_ref().map(|id| json!({
            "id": id.as_str(),
            "reference": dossier.record(id).map(|record| record.reference()),
            "name": dossier.record(id).map(|record| record.name.clone()),
        })),
        "change": change.as_ref().map(|change| changed(dossier, change)),
    })
}

fn changed(dossier: &Dossier, change: &Change) -> Json {
    let answer = |answer: &Option<Answer>| {
        answer
            .as_ref()
            .map_or(Json::Null, |answer| exchange::json::answer(dossier, answer))
    };
    match change {
        Change::Added { kind, name } => json!({ "added": { "kind": kind.code(), "name": name } }),
        Change::Removed { kind, name } => {
            json!({ "removed": { "kind": kind.code(), "name": name } })
        }
        Change::Name { from, to } => json!({ "name": { "from": from, "to": to } }),
        Change::Answer { question, from, to } => json!({
            "answer": { "question": question.as_str(), "from": answer(from), "to": answer(to) },
        }),
        Change::Signed {
            questionnaire,
            number,
            signer,
            remark,
        } => json!({
            "signed": {
                "questionnaire": questionnaire.as_str(),
                "revision": number,
                "signer": signer,
                "remark": remark,
            },
        }),
        Change::Reopened {
            questionnaire,
            number,
            reason,
        } => json!({
            "reopened": {
                "questionnaire": questionnaire.as_str(),
                "revision": number,
                "reason": reason,
            },
        }),
        Change::Note(note) => json!({ "note": note }),
    }
}

fn line(caller: &Caller, dossier: &Dossier, event: &Event) -> String {
    let name_of = |id: &RecordId| dossier.record(id).map(|record| record.name.clone());
    let words = Words {
        texts: caller.texts(),
        name_of: &name_of,
    };
    let subject = event
        .subject
        .as_ref()
        .and_then(|id| dossier.record(id))
        .map_or_else(String::new, |record| {
            format!(" {} {}", record.reference(), record.name)
        });
    let detail = event
        .change
        .as_ref()
        .map_or_else(String::new, |change| detail(caller, &words, change));
    format!(
        "{:>6}  {}  {}  {}{subject}{detail}",
        event.seq,
        event.at.format("%Y-%m-%d %H:%M:%S"),
        event.actor.0,
        words.action(event.action),
    )
}

/// What the subject's name, which the line has already, does not tell.
fn detail(caller: &Caller, words: &Words<'_>, change: &Change) -> String {
    let told = words.change(change, caller.library);
    let either = |words: Option<String>| words.unwrap_or_else(|| "–".to_owned());
    match change {
        Change::Added { .. } | Change::Removed { .. } => String::new(),
        Change::Note(note) => format!(": {note}"),
        Change::Name { from, to } => format!(": {from} → {to}"),
        Change::Signed { questionnaire, .. } | Change::Reopened { questionnaire, .. } => {
            let assessment = told.question.unwrap_or_else(|| questionnaire.to_string());
            format!(": {assessment}: {}", either(told.after))
        }
        Change::Answer { question, .. } => match told.question {
            None => format!(": {question}"),
            Some(label) => format!(
                ": {label}: {} → {}",
                either(told.before),
                either(told.after)
            ),
        },
    }
}
