//! Snapshots to report on: the sample organisation with fixed ids and a fixed day.

use std::collections::BTreeMap;

use content::{Library, RecordKind};
use domain::{
    Answer, AnswerState, Attachment, Dossier, Draft, Record, RecordId, Stamp, Timestamp, Value,
};

/// The shipped content.
pub fn library() -> &'static Library {
    content::library().expect("shipped content is sound")
}

/// 22 November 2026, 10:42.
pub fn now() -> Timestamp {
    "2026-11-22T10:42:00Z".parse().unwrap()
}

/// The sample organisation as a client file would hand it over.
pub fn sample() -> Dossier {
    dossier(&domain::sample::drafts(library().sample().unwrap()))
}

/// Drafts as a snapshot: numbers in order, links and people resolved by name.
pub fn dossier(drafts: &[Draft]) -> Dossier {
    let mut numbers: BTreeMap<RecordKind, u32> = BTreeMap::new();
    let mut ids: BTreeMap<(RecordKind, String), RecordId> = BTreeMap::new();
    let mut records = Vec::new();
    for draft in drafts {
        let number = numbers.entry(draft.kind).or_default();
        *number += 1;
        let kind = RecordKind::ALL
            .iter()
            .position(|kind| *kind == draft.kind)
            .unwrap();
        let id = RecordId::new(format!("{kind:08x}-0000-4000-8000-{number:012x}"));
        ids.insert((draft.kind, draft.name.clone()), id.clone());
        records.push(Record {
            id,
            kind: draft.kind,
            number: *number,
            name: draft.name.clone(),
            created: now(),
            changed: now(),
            retired: draft.retired.then(now),
        });
    }
    let mut answers = BTreeMap::new();
    for (draft, record) in drafts.iter().zip(&records) {
        let mut own = draft.answers.clone();
        for link in &draft.links {
            let linked = link
                .names
                .iter()
                .map(|name| ids[&(link.kind, name.clone())].clone())
                .collect();
            let state = AnswerState::Given(Value::Records(linked));
            own.insert(
                link.question.clone(),
                Answer {
                    state,
                    note: link.note.clone(),
                },
            );
        }
        for (question, person) in &draft.asked {
            let asked_of = ids.get(&(RecordKind::Person, person.clone())).cloned();
            own.get_mut(question).unwrap().state = AnswerState::NotKnown { asked_of };
        }
        answers.insert(record.id.clone(), own);
    }
    records.sort_by_key(|record| (record.kind, record.number));
    Dossier {
        stamp: Stamp {
            file_id: "7c1e52d0-8c1f-4a55-9d0e-3f2b6a91a04f".into(),
            event: 1_284,
            head: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".into(),
            at: now(),
        },
        records,
        answers,
        attachments: BTreeMap::new(),
        revisions: Vec::new(),
        frozen: Default::default(),
    }
}

/// Gives a record an attachment.
pub fn attach(dossier: &mut Dossier, record: &RecordId, name: &str) {
    dossier
        .attachments
        .entry(record.clone())
        .or_default()
        .push(Attachment {
            id: "a0000000-0000-4000-8000-000000000001".into(),
            name: name.into(),
            size: 48_213,
            sha256: "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae".into(),
            added: now(),
            retired: None,
        });
}
