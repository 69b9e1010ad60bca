//! A sample organisation as drafts, ready to be entered into a new file.

use crate::answer::{Answer, AnswerState, Answers, Value};
use crate::draft::{Draft, NamedLink};
use content::{QuestionId, Said, Sample, SampleAnswer, SampleRecord};
use std::collections::BTreeMap;

/// Every record of the sample, those that are linked to before those that link. Within one kind the
/// authored order stays, because numbers are given in it.
pub fn drafts(sample: &Sample) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = sample
        .records
        .iter()
        .enumerate()
        .map(|(place, record)| draft(place + 1, record))
        .collect();
    drafts.sort_by_key(|draft| draft.kind.rank());
    drafts
}

fn draft(row: usize, record: &SampleRecord) -> Draft {
    let mut draft = Draft {
        id: None,
        kind: record.kind,
        name: record.name.clone(),
        answers: Answers::new(),
        links: Vec::new(),
        asked: BTreeMap::new(),
        retired: record.retired,
        row,
    };
    for answer in &record.answers {
        enter(&mut draft, answer);
    }
    draft
}

fn enter(draft: &mut Draft, answer: &SampleAnswer) {
    match &answer.said {
        Said::Links(kind, names) => draft.links.push(NamedLink {
            question: answer.question.clone(),
            kind: *kind,
            names: names.clone(),
            note: answer.note.clone(),
        }),
        Said::NotKnown(Some(name)) => {
            draft.asked.insert(answer.question.clone(), name.clone());
        }
        _ => {}
    }
    draft.answers.extend(said(answer));
}

/// What is said without a link to another record: of an entry of a catalogue that is all.
pub fn answers(said_to: &[SampleAnswer]) -> Answers {
    said_to.iter().filter_map(said).collect()
}

/// An answer with its question; none for a link, whose record is found by name later.
fn said(answer: &SampleAnswer) -> Option<(QuestionId, Answer)> {
    let given = AnswerState::Given;
    let state = match &answer.said {
        Said::Links(..) => return None,
        Said::Text(text) => given(Value::Text(text.clone())),
        Said::Words(words) => given(Value::Words(words.clone())),
        Said::One(option) => given(Value::One(option.clone())),
        Said::Many(options) => given(Value::Many(options.iter().cloned().collect())),
        Said::Date(date) => given(Value::Date(*date)),
        Said::Number(number) => given(Value::Number(*number)),
        Said::NotApplicable(reason) => AnswerState::NotApplicable {
            reason: reason.clone(),
        },
        Said::NotKnown(_) => AnswerState::NotKnown { asked_of: None },
    };
    let note = answer.note.clone();
    Some((answer.question.clone(), Answer { state, note }))
}
