//! The whole of a file as JSON: a documented, stable form for other programs.
//!
//! ```json
//! {
//!   "format": "plumbline-dossier", "version": 1,
//!   "file": { "id": "…", "event": 7, "head": "…", "at": "2026-11-22T10:00:00Z" },
//!   "questionnaires": [ { "id": "inventory", "version": 1 } ],
//!   "records": [ {
//!     "id": "…", "kind": "system", "reference": "AI-001", "name": "…",
//!     "created": "…", "changed": "…", "retired": null,
//!     "answers": {
//!       "intended-purpose": { "state": "given", "kind": "text", "value": "…", "note": "" },
//!       "lifecycle-stage":  { "state": "given", "kind": "one", "value": "in-use", "note": "" },
//!       "act-roles":        { "state": "given", "kind": "many", "value": ["deployer"], "note": "" },
//!       "languages":        { "state": "given", "kind": "words", "value": ["Dutch"], "note": "" },
//!       "review-due":       { "state": "given", "kind": "date", "value": "2027-01-31", "note": "" },
//!       "user-count":       { "state": "given", "kind": "number", "value": 35, "note": "" },
//!       "owner": { "state": "given", "kind": "records",
//!                  "value": [ { "id": "…", "reference": "PER-001", "name": "…" } ], "note": "" },
//!       "vendor":     { "state": "not-applicable", "reason": "…", "note": "" },
//!       "autonomy":   { "state": "not-known", "asked_of": null, "note": "" }
//!     },
//!     "attachments": [ { "id": "…", "name": "…", "size": 1, "sha256": "…", "added": "…", "retired": null } ]
//!   } ],
//!   "revisions": [ {
//!     "subject": { "id": "…", "reference": "AI-001", "name": "…" }, "questionnaire": "eu-ai-act",
//!     "number": 1, "event": 7, "at": "…", "signer": "…", "signer_role": "…", "remark": "",
//!     "on": "2026-11-22", "content_version": "…", "sha256": "…",
//!     "reopened": { "at": "…", "reason": "…" },
//!     "frozen": { "form": "classification", "version": 1, "parts": [
//!       { "id": "headline", "label": "…", "value": "…", "cite": "…", "parts": [ … as parts … ] } ] }
//!   } ]
//! }
//! ```
//! Records stand by kind and number, answers by question id, also those to the questions of a law; what was
//! signed stands by event, and `reopened` is null while it stands. Moments are UTC, dates ISO 8601. A field is
//! never renamed or dropped; new ones may appear, and `version` rises when a reader must take notice.

use crate::error::{ExchangeError, Result};
use content::Library;
use domain::{Answer, AnswerState, Dossier, Frozen, Part, Record, RecordId, Revision, Timestamp};
use serde_json::{Map, Value, json};

/// The form's number.
pub const VERSION: u32 = 1;

/// Writes the whole dossier, which holds all that was signed, indented, ending with a line break. The same dossier gives the same
/// bytes.
pub fn write(dossier: &Dossier, library: &Library) -> Result<Vec<u8>> {
    let questionnaires: Vec<Value> = library
        .all_questionnaires()
        .map(|questionnaire| {
            json!({ "id": questionnaire.id.as_str(), "version": questionnaire.version })
        })
        .collect();
    let records: Vec<Value> = dossier
        .records
        .iter()
        .map(|record| entry(dossier, record))
        .collect();
    let revisions: Vec<Value> = dossier
        .revisions
        .iter()
        .map(|revision| signed(dossier, revision))
        .collect::<Result<_>>()?;
    let whole = json!({
        "format": "plumbline-dossier",
        "version": VERSION,
        "file": {
            "id": dossier.stamp.file_id,
            "event": dossier.stamp.event,
            "head": dossier.stamp.head,
            "at": moment(dossier.stamp.at),
        },
        "questionnaires": questionnaires,
        "records": records,
        "revisions": revisions,
    });
    let mut bytes =
        serde_json::to_vec_pretty(&whole).map_err(|error| ExchangeError::Unwritable {
            what: error.to_string(),
        })?;
    bytes.push(b'\n');
    Ok(bytes)
}

fn entry(dossier: &Dossier, record: &Record) -> Value {
    let answers: Map<String, Value> = dossier
        .answers
        .get(&record.id)
        .into_iter()
        .flatten()
        .map(|(question, said)| (question.to_string(), answer(dossier, said)))
        .collect();
    let attachments: Vec<Value> = dossier
        .attachments
        .get(&record.id)
        .into_iter()
        .flatten()
        .map(|attachment| {
            json!({
                "id": attachment.id,
                "name": attachment.name,
                "size": attachment.size,
                "sha256": attachment.sha256,
                "added": moment(attachment.added),
                "retired": attachment.retired.map(moment),
            })
        })
        .collect();
    json!({
        "id": record.id.as_str(),
        "kind": record.kind.code(),
        "reference": record.reference(),
        "name": record.name,
        "created": moment(record.created),
        "changed": moment(record.changed),
        "retired": record.retired.map(moment),
        "answers": answers,
        "attachments": attachments,
    })
}

fn signed(dossier: &Dossier, revision: &Revision) -> Result<Value> {
    let Revision {
        subject,
        questionnaire,
        number,
        at,
        signer,
        signer_role,
        remark,
        on,
        content_version,
        sha256,
        event,
        reopened,
    } = revision;
    let frozen = dossier.frozen(revision);
    let Frozen {
        form,
        version,
        parts,
    } = frozen.ok_or_else(|| ExchangeError::Unwritable {
        what: format!("what was signed with event {event} was not read"),
    })?;
    let tree = json!({
        "form": form,
        "version": version,
        "parts": parts.iter().map(nested).collect::<Vec<Value>>(),
    });
    Ok(json!({
        "subject": link(dossier, subject),
        "questionnaire": questionnaire.as_str(),
        "number": number,
        "event": event,
        "at": moment(*at),
        "signer": signer,
        "signer_role": signer_role,
        "remark": remark,
        "on": on.to_string(),
        "content_version": content_version,
        "sha256": sha256,
        "reopened": reopened
            .as_ref()
            .map(|(at, reason)| json!({ "at": moment(*at), "reason": reason })),
        "frozen": tree,
    }))
}

fn nested(part: &Part) -> Value {
    let Part {
        id,
        label,
        value,
        cite,
        parts,
    } = part;
    json!({
        "id": id,
        "label": label,
        "value": value,
        "cite": cite,
        "parts": parts.iter().map(nested).collect::<Vec<Value>>(),
    })
}

/// One answer in the form of the module.
pub fn answer(dossier: &Dossier, answer: &Answer) -> Value {
    let Answer { state, note } = answer;
    match state {
        AnswerState::Given(given) => json!({
            "state": "given",
            "kind": kind(given),
            "value": value(dossier, given),
            "note": note,
        }),
        AnswerState::NotApplicable { reason } => {
            json!({ "state": "not-applicable", "reason": reason, "note": note })
        }
        AnswerState::NotKnown { asked_of } => json!({
            "state": "not-known",
            "asked_of": asked_of.as_ref().map(|person| link(dossier, person)),
            "note": note,
        }),
    }
}

/// One value in the form of the module.
pub fn value(dossier: &Dossier, value: &domain::Value) -> Value {
    use domain::Value as V;
    match value {
        V::Text(text) => json!(text),
        V::Words(words) => json!(words),
        V::One(option) => json!(option.as_str()),
        V::Many(options) => options
            .iter()
            .map(|option| json!(option.as_str()))
            .collect(),
        V::Date(date) => json!(date.format("%Y-%m-%d").to_string()),
        V::Number(number) => json!(number),
        V::Records(records) => records.iter().map(|record| link(dossier, record)).collect(),
    }
}

fn kind(value: &domain::Value) -> &'static str {
    use domain::Value as V;
    match value {
        V::Text(_) => "text",
        V::Words(_) => "words",
        V::One(_) => "one",
        V::Many(_) => "many",
        V::Date(_) => "date",
        V::Number(_) => "number",
        V::Records(_) => "records",
    }
}

fn link(dossier: &Dossier, id: &RecordId) -> Value {
    let record = dossier.record(id);
    json!({
        "id": id.as_str(),
        "reference": record.map(Record::reference),
        "name": record.map(|record| record.name.as_str()),
    })
}

fn moment(at: Timestamp) -> String {
    at.format("%Y-%m-%dT%H:%M:%SZ").to_string()
}
