//! A small snapshot: systems with what was answered about them, and duties that somebody sees to.

use super::said::answers;
use chrono::{NaiveDate, TimeZone, Utc};
use content::{QuestionId, RecordKind};
use domain::{Answer, Answers, Dossier, Record, RecordId, Stamp, Value, fact};

/// A system that ranks applicants, used by us as deployer.
pub const RANKING: [&str; 19] = [
    "act-object = system",
    "how-it-works = learned",
    "kept-for =",
    "our-part = use",
    "our-seat = eu",
    "functions =",
    "fields = work",
    "work-tasks = candidates",
    "profiles-anybody = yes",
    "module-links = alone",
    "changes-made =",
    "about-us =",
    "decides-on-persons = yes",
    "significant-decisions = yes",
    "explanation-limits =",
    "controls-input = no",
    "controls-logs = yes",
    "dpia-due = yes",
    "first-placed = 2028-02-01",
];

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn record(kind: RecordKind, number: u32) -> Record {
    let at = Utc.with_ymd_and_hms(2026, 11, 22, 10, 0, 0).unwrap();
    Record {
        id: RecordId::new(format!("{}-{number}", kind.code())),
        kind,
        number,
        name: format!("{} {number}", kind.code()),
        created: at,
        changed: at,
        retired: None,
    }
}

/// A duty of system 1 that somebody sees to.
pub fn care(number: u32, duty: &str, role: &str, more: &[&str]) -> (Record, Answers) {
    let (id, role) = (format!("duty-id = {duty}"), format!("duty-role = {role}"));
    let mut said = vec!["duty-law = eu-ai-act", id.as_str(), role.as_str()];
    said.extend(more);
    let mut answers = answers(&said);
    let system = Value::Records(vec![RecordId::new("system-1")]);
    answers.insert(QuestionId::from(fact::DUTY_SYSTEM), Answer::given(system));
    (record(RecordKind::Duty, number), answers)
}

/// A snapshot of an organisation with these systems, and duties cared for.
pub fn dossier(systems: &[&[&str]], duties: &[(Record, Answers)]) -> Dossier {
    let organisation = record(RecordKind::Organisation, 1);
    let mut all = vec![(organisation, Answers::new())];
    let systems = systems.iter().zip(1..);
    all.extend(systems.map(|(said, number)| (record(RecordKind::System, number), answers(said))));
    all.extend(duties.iter().cloned());
    Dossier {
        stamp: Stamp {
            file_id: "file".to_owned(),
            event: 1,
            head: "head".to_owned(),
            at: Utc.with_ymd_and_hms(2026, 11, 22, 10, 0, 0).unwrap(),
        },
        records: all.iter().map(|(record, _)| record.clone()).collect(),
        answers: all
            .into_iter()
            .map(|(record, answers)| (record.id, answers))
            .collect(),
        attachments: Default::default(),
        revisions: Vec::new(),
        frozen: Default::default(),
    }
}
