//! Contradictions about what the law asks: duties, what people added to them, incidents, sign-offs.

use super::{Place, Smell};
use crate::answer::Answers;
use crate::dossier::Dossier;
use crate::fact;
use crate::frozen::{Difference, differences};
use crate::law::{Care, CareState, Case, DutyRow, Engine, Facts, Knowing, Meant, Urgency};
use crate::law::{clocks, freeze, register_of};
use crate::progress::counted;
use crate::record::{Record, RecordId};
use crate::truth::Truth;
use crate::words::Words;
use chrono::NaiveDate;
use content::{Framework, Library, RecordKind};
use std::collections::BTreeMap;

/// Parts of a signed outcome whose change matters to whoever is bound by it.
const SUBSTANCE: [&str; 4] = ["headline", "classes", "roles", "duties"];

/// All of them: duties by their calendar, then sign-offs, then incidents.
pub(super) fn smells(library: &Library, dossier: &Dossier, on: NaiveDate) -> Vec<Smell> {
    let law = library.framework(fact::AI_ACT);
    let Some((law, questions)) = law.and_then(|law| Some((law, library.questions_of(law)?))) else {
        return Vec::new();
    };
    let engine = Engine::new(law, questions);
    let facts = Facts::of(dossier, &Knowing::new(library, questions));
    let rows = register_of(&engine, dossier, &facts, on);
    let mut found: Vec<Smell> = rows
        .iter()
        .flat_map(|row| of_duty(&engine, dossier, row))
        .collect();
    found.extend(twice(law, dossier));
    found.extend(of_signed(library, &engine, dossier, on));
    found.extend(of_incidents(library, &engine, dossier, &facts, on));
    found
}

fn of_duty(engine: &Engine, dossier: &Dossier, row: &DutyRow) -> Vec<Smell> {
    let title = engine
        .law()
        .duty(&row.duty.into())
        .map_or(row.duty, |duty| &duty.title);
    let smell = |code, more: Vec<(&'static str, String)>| {
        let mut with = vec![("duty", title.to_owned()), ("system", named(row.system))];
        with.extend(more);
        Smell {
            code,
            record: Some(row.system.id.clone()),
            with,
            place: Place::Duties(row.system.id.clone()),
        }
    };
    let mut found = Vec::new();
    let binds = row.entry.as_ref().and_then(|entry| entry.binds());
    let Some(care) = &row.care else {
        if row.urgency == Urgency::Binding {
            found.push(smell("duty-unseen", Vec::new()));
        }
        return found;
    };
    if row.owed == Truth::No && !care.state.settled() {
        found.push(smell("duty-gone", Vec::new()));
    }
    match (row.urgency, care.due, binds) {
        (Urgency::Overdue, Some(due), _) => {
            found.push(smell("duty-overdue", vec![("due", due.to_string())]));
        }
        (Urgency::Settled, ..) => {}
        (_, Some(due), Some(binds)) if due > binds => found.push(smell(
            "duty-planned-late",
            vec![("due", due.to_string()), ("binds", binds.to_string())],
        )),
        _ => {}
    }
    if care.owner.is_none() && row.urgency == Urgency::Binding {
        found.push(smell("duty-unowned", Vec::new()));
    }
    match care.state {
        CareState::Done if bare(dossier, care) => {
            found.push(smell("duty-done-unproven", Vec::new()));
        }
        CareState::NotOurs if care.reason.is_none() => {
            found.push(smell("duty-laid-aside", Vec::new()));
        }
        _ => {}
    }
    found
}

/// Duties of a system that several records speak of, of which only the one changed last counts.
fn twice(law: &Framework, dossier: &Dossier) -> Vec<Smell> {
    let mut meaning: BTreeMap<Meant<'_>, Vec<&Record>> = BTreeMap::new();
    for record in dossier.current(RecordKind::Duty) {
        let meant = dossier.answers.get(&record.id).and_then(Meant::by);
        if let Some(meant) = meant.filter(|meant| meant.law == law.id.as_str()) {
            meaning.entry(meant).or_default().push(record);
        }
    }
    let several = meaning.into_iter().filter(|(_, records)| records.len() > 1);
    let told = several.filter_map(|(meant, records)| {
        let system = dossier.record(meant.system)?;
        let duty = law.duty(&meant.duty.into());
        let records: Vec<String> = records.iter().map(|one| one.reference()).collect();
        Some(Smell {
            code: "duty-twice",
            record: Some(system.id.clone()),
            with: vec![
                (
                    "duty",
                    duty.map_or(meant.duty, |duty| &duty.title).to_owned(),
                ),
                ("system", named(system)),
                ("records", records.join(", ")),
            ],
            place: Place::Duties(system.id.clone()),
        })
    });
    told.collect()
}

/// Whether nothing shows that a duty is done: no words, no file.
fn bare(dossier: &Dossier, care: &Care) -> bool {
    let files = dossier.attachments.get(&care.record.id);
    let mut files = files.into_iter().flatten();
    care.evidence.is_none() && !files.any(|file| file.retired.is_none())
}

/// Signed classifications whose outcome is another one today: of those whose trees the dossier holds.
fn of_signed(library: &Library, engine: &Engine, dossier: &Dossier, on: NaiveDate) -> Vec<Smell> {
    let none = Answers::new();
    let of = |record: &Record| dossier.answers.get(&record.id).unwrap_or(&none);
    let organisation = dossier.organisation().map_or(&none, of);
    let name_of = |id: &RecordId| dossier.record(id).map(|record| record.name.clone());
    let words = Words {
        texts: library.texts(),
        name_of: &name_of,
    };
    let systems = dossier.current(RecordKind::System);
    let changed = systems.filter_map(|system| {
        let revision = dossier.newest_revision(&system.id, fact::AI_ACT)?;
        if !revision.stands() {
            return None;
        }
        let today = freeze(
            engine,
            library,
            &words,
            &Case {
                system,
                answers: of(system),
                organisation,
                on,
            },
        );
        let differences = differences(dossier.frozen(revision)?, &today);
        let mut groups = differences.iter().map(Difference::group);
        groups
            .any(|group| SUBSTANCE.contains(&group))
            .then(|| Smell {
                code: "class-changed",
                record: Some(system.id.clone()),
                with: vec![
                    ("system", named(system)),
                    ("signed", revision.on.to_string()),
                ],
                place: Place::Classification(system.id.clone()),
            })
    });
    changed.collect()
}

/// Incidents whose clock has run out, or that were closed while one runs.
fn of_incidents(
    library: &Library,
    engine: &Engine,
    dossier: &Dossier,
    facts: &Facts,
    on: NaiveDate,
) -> Vec<Smell> {
    let Some(asked) = library.questionnaire_about(RecordKind::Incident) else {
        return Vec::new();
    };
    let none = Answers::new();
    let mut found = Vec::new();
    for incident in dossier.current(RecordKind::Incident) {
        let answers = dossier.answers.get(&incident.id).unwrap_or(&none);
        let answers = counted(asked, answers);
        let system = answers
            .get(fact::INCIDENT_SYSTEM)
            .and_then(|answer| answer.value());
        let system = system.and_then(|value| value.records().first());
        let Some(facts) = system.and_then(|system| facts.0.get(system)) else {
            continue;
        };
        for running in clocks(engine, &answers, facts, on) {
            let open = running.truth == Truth::Yes && running.in_force && running.done.is_none();
            let closed = answers.contains_key(fact::INCIDENT_CLOSED);
            let code = match (open, running.late, closed) {
                (true, true, _) => "incident-late",
                (true, false, true) => "incident-closed-early",
                _ => continue,
            };
            found.push(Smell {
                code,
                record: Some(incident.id.clone()),
                with: vec![
                    ("incident", named(incident)),
                    ("clock", running.clock.title.clone()),
                    (
                        "deadline",
                        running
                            .deadline
                            .map_or_else(String::new, |day| day.to_string()),
                    ),
                ],
                place: Place::Incident(incident.id.clone()),
            });
        }
    }
    found
}

fn named(record: &Record) -> String {
    format!("{} {}", record.reference(), record.name)
}
