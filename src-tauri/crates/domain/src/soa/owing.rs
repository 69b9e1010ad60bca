//! Which duties of a law the organisation owes today, and for which systems.

use crate::dossier::Dossier;
use crate::law::{Engine, Facts, Knowing};
use crate::record::{Record, RecordId};
use crate::truth::Truth;
use chrono::NaiveDate;
use content::{DutyId, RecordKind};
use std::collections::BTreeMap;

/// Systems by the duty that is owed for them.
#[derive(Debug, Clone, Default)]
pub struct Owing(BTreeMap<DutyId, Vec<RecordId>>);

impl Owing {
    /// Works it out for every system that is not retired. What only open answers may bring is not owed.
    pub fn of(
        engine: &Engine<'_>,
        knowing: &Knowing<'_>,
        dossier: &Dossier,
        on: NaiveDate,
    ) -> Owing {
        let facts = Facts::of(dossier, knowing);
        let mut owing: BTreeMap<DutyId, Vec<RecordId>> = BTreeMap::new();
        for system in dossier.current(RecordKind::System) {
            let Some(facts) = facts.0.get(&system.id) else {
                continue;
            };
            for owed in engine.weigh(facts, on).duties(Truth::Yes) {
                let systems = owing.entry(owed.duty.id.clone()).or_default();
                if systems.last() != Some(&system.id) {
                    systems.push(system.id.clone());
                }
            }
        }
        Owing(owing)
    }

    /// The systems a duty is owed for, by number.
    pub fn systems<'d>(&self, duty: &DutyId, dossier: &'d Dossier) -> Vec<&'d Record> {
        let systems = self.0.get(duty).into_iter().flatten();
        systems.filter_map(|id| dossier.record(id)).collect()
    }
}
