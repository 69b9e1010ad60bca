//! Contradictions that any record can have: it rests on something that was retired, or its own date of
//! review has passed.

use super::{Place, Smell};
use crate::answer::{Answers, Value};
use crate::dossier::Dossier;
use crate::fact;
use crate::progress::counted;
use chrono::NaiveDate;
use content::{Library, RecordKind};

/// Answers that count and link to a retired record, then reviews that are overdue.
pub(super) fn smells(library: &Library, dossier: &Dossier, on: NaiveDate) -> Vec<Smell> {
    let mut found = Vec::new();
    let current = dossier.records.iter().filter(|one| one.retired.is_none());
    for record in current {
        let Some(asked) = library.questionnaire_about(record.kind) else {
            continue;
        };
        let Some(answers) = dossier.answers.get(&record.id) else {
            continue;
        };
        let answers: Answers = counted(asked, answers);
        for question in &asked.questions {
            let value = answers.get(&question.id).and_then(|answer| answer.value());
            let Some(value) = value else { continue };
            let spot = || Place::Record(record.id.clone());
            let named = || format!("{} {}", record.reference(), record.name);
            let linked = value.records().iter();
            let retired = linked.filter_map(|id| dossier.record(id));
            for other in retired.filter(|other| other.retired.is_some()) {
                found.push(Smell {
                    code: "link-retired",
                    record: Some(record.id.clone()),
                    with: vec![
                        ("record", named()),
                        ("question", question.label.clone()),
                        ("other", format!("{} {}", other.reference(), other.name)),
                    ],
                    place: spot(),
                });
            }
            if let Value::Date(due) = value
                && question.id.as_str() == fact::REVIEW_DUE
                && record.kind == RecordKind::System
                && *due < on
            {
                found.push(Smell {
                    code: "review-overdue",
                    record: Some(record.id.clone()),
                    with: vec![("record", named()), ("due", due.to_string())],
                    place: Place::Question(record.id.clone(), fact::REVIEW_DUE),
                });
            }
        }
    }
    found
}
