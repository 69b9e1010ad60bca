//! The calendar of duties: what is owed for every system, joined with what people added to it.

use super::care::{Care, Meant};
use super::determination::Owed;
use super::known::Knowing;
use super::prepare::Engine;
use crate::answer::Answers;
use crate::dossier::Dossier;
use crate::record::{Record, RecordId};
use crate::truth::Truth;
use chrono::NaiveDate;
use content::{Framework, RecordKind};
use std::collections::BTreeMap;

/// One duty of one system in one role.
#[derive(Debug, Clone)]
pub struct DutyRow<'n, 'a> {
    /// The system it is owed for.
    pub system: &'n Record,
    /// The duty's id in the register.
    pub duty: &'n str,
    /// The role's id.
    pub role: &'n str,
    /// Whether it is owed: `Yes`, `Unknown` while open answers decide, `No` once it is owed no longer.
    pub owed: Truth,
    /// What the law says of it; none where it is owed no longer.
    pub entry: Option<Owed<'a>>,
    /// What people added; none as long as nobody did.
    pub care: Option<Care<'n>>,
    /// Where it stands on the reference date.
    pub urgency: Urgency,
    /// Days from the reference date to our own date, or, without one, to the day it binds. Negative once
    /// that has passed; none where there is neither, and once nothing is left to do.
    pub days_left: Option<i64>,
}

/// Where a duty stands on a day. Ordered: what presses most comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Urgency {
    /// Our own date has passed, and it is not done.
    Overdue,
    /// It binds already, and it is not done.
    Binding,
    /// A date is ahead.
    Ahead,
    /// It has no date, or is suspended without an end.
    Undated,
    /// Done, not ours, or owed no longer.
    Settled,
}

impl DutyRow<'_, '_> {
    /// The day under which a calendar shows it: when it really applies.
    pub fn day(&self) -> Option<NaiveDate> {
        Some(self.entry.as_ref()?.effective?.on)
    }
}

/// Every duty owed for these systems, and every duty that somebody began to see to, by date, system and
/// place in the law's register. `systems` come with the facts the law may rest on, `cared_for` with all
/// their answers; a record that does not say which duty it means, or means one of a system that is not
/// among these, is left out, and of several that mean the same the one changed last counts.
pub fn register<'n, 'a: 'n>(
    engine: &Engine<'a>,
    systems: impl IntoIterator<Item = (&'n Record, &'n Answers)>,
    cared_for: impl IntoIterator<Item = (&'n Record, &'n Answers)>,
    on: NaiveDate,
) -> Vec<DutyRow<'n, 'a>> {
    let law = engine.law();
    let mut cared_for = by_system(cared_for, law);
    let mut rows = Vec::new();
    for (system, facts) in systems {
        let weighing = engine.weigh(facts, on);
        let mut care = cared_for.remove(&system.id).unwrap_or_default();
        for entry in weighing.duties(Truth::Yes) {
            let care = care.remove(&meant(&entry));
            rows.push(row(
                system,
                meant(&entry),
                Truth::Yes,
                Some(entry),
                care,
                on,
            ));
        }
        // What may be owed is shown only where somebody sees to it already.
        if !care.is_empty() {
            for entry in weighing.duties(Truth::Unknown) {
                if let Some(care) = care.remove(&meant(&entry)) {
                    let truth = Truth::Unknown;
                    rows.push(row(
                        system,
                        meant(&entry),
                        truth,
                        Some(entry),
                        Some(care),
                        on,
                    ));
                }
            }
        }
        for (meant, care) in care {
            rows.push(row(system, meant, Truth::No, None, Some(care), on));
        }
    }
    let place = |row: &DutyRow| {
        let mut duties = law.duties.iter();
        duties.position(|duty| duty.id.as_str() == row.duty)
    };
    rows.sort_by_key(|row| {
        let day = row.day();
        (day.is_none(), day, row.system.number, place(row), row.role)
    });
    rows
}

/// The same from a whole snapshot: every system that is not retired.
pub fn register_of<'n, 'a: 'n>(
    engine: &Engine<'a>,
    dossier: &'n Dossier,
    facts: &'n Facts,
    on: NaiveDate,
) -> Vec<DutyRow<'n, 'a>> {
    let systems = dossier.current(RecordKind::System);
    let systems = systems.filter_map(|record| Some((record, facts.0.get(&record.id)?)));
    let duties = dossier.current(RecordKind::Duty);
    let duties = duties.filter_map(|record| Some((record, dossier.answers.get(&record.id)?)));
    register(engine, systems, duties, on)
}

/// What the law may rest on, for each system of a snapshot that is not retired.
#[derive(Debug, Clone, Default)]
pub struct Facts(pub BTreeMap<RecordId, Answers>);

impl Facts {
    /// Reads a snapshot.
    pub fn of(dossier: &Dossier, knowing: &Knowing) -> Self {
        let none = Answers::new();
        let of = |record: &Record| dossier.answers.get(&record.id).unwrap_or(&none);
        let organisation = dossier.organisation().map_or(&none, of);
        let systems = dossier.current(RecordKind::System);
        let facts = systems.map(|system| {
            let facts = knowing.facts(of(system), organisation);
            (system.id.clone(), facts)
        });
        Facts(facts.collect())
    }
}

/// A duty and the role in which it is owed.
type DutyInRole<'n> = (&'n str, &'n str);

/// What people added, by system and duty in a role; of several that mean the same what was said last, so
/// that it is never lost behind something older.
fn by_system<'n>(
    records: impl IntoIterator<Item = (&'n Record, &'n Answers)>,
    law: &Framework,
) -> BTreeMap<&'n RecordId, BTreeMap<DutyInRole<'n>, Care<'n>>> {
    let mut sorted: BTreeMap<_, BTreeMap<_, _>> = BTreeMap::new();
    for (record, answers) in records {
        if let Some(meant) = Meant::by(answers).filter(|meant| meant.law == law.id.as_str()) {
            let of_system = sorted.entry(meant.system).or_default();
            let care = of_system.entry((meant.duty, meant.role));
            care.and_modify(|known: &mut Care| {
                if known.record.changed < record.changed {
                    *known = Care::of(record, answers);
                }
            })
            .or_insert_with(|| Care::of(record, answers));
        }
    }
    sorted
}

fn meant<'a>(entry: &Owed<'a>) -> DutyInRole<'a> {
    (entry.duty.id.as_str(), entry.role.id.as_str())
}

fn row<'n, 'a>(
    system: &'n Record,
    (duty, role): DutyInRole<'n>,
    owed: Truth,
    entry: Option<Owed<'a>>,
    care: Option<Care<'n>>,
    on: NaiveDate,
) -> DutyRow<'n, 'a> {
    let binds = entry.as_ref().and_then(Owed::binds);
    let due = care.as_ref().and_then(|care| care.due);
    let settled = owed == Truth::No || care.as_ref().is_some_and(|care| care.state.settled());
    let urgency = match (due, binds) {
        _ if settled => Urgency::Settled,
        (Some(due), _) if due < on => Urgency::Overdue,
        (_, Some(binds)) if binds <= on && owed == Truth::Yes => Urgency::Binding,
        (None, None) => Urgency::Undated,
        _ => Urgency::Ahead,
    };
    let next = due.or(binds).filter(|_| !settled);
    DutyRow {
        system,
        duty,
        role,
        owed,
        entry,
        care,
        urgency,
        days_left: next.map(|day| (day - on).num_days()),
    }
}
