//! What is to be done first: gaps and the actions that close them, by the day of the law's duties that lean on
//! the requirement, by weight, by effort.

use super::credit::neighbours;
use super::remedy::{heft, settled};
use super::rows::Row;
use crate::fact;
use crate::record::RecordId;
use crate::risk::Action;
use chrono::NaiveDate;
use content::{Duty, Library, Requirement, RequirementId, Standard};
use std::collections::BTreeMap;

/// Links below this strength are related reading: they move no gap up the plan.
const LEANS: u8 = 4;

/// The duty of the law whose day comes first, of those that lean on a requirement.
#[derive(Debug, Clone)]
pub struct Pressing<'n> {
    /// The day it binds.
    pub day: NaiveDate,
    /// The duty.
    pub duty: &'n Duty,
    /// The system it is owed for.
    pub system: RecordId,
}

/// For each requirement the duty that presses most. `owed` are the duties that are owed and not settled, each
/// with the system and the day it binds.
pub fn pressing<'n, 'o>(
    library: &'n Library,
    standard: &'n Standard,
    owed: impl IntoIterator<Item = (&'o str, &'o RecordId, NaiveDate)>,
) -> BTreeMap<RequirementId, Pressing<'n>> {
    let Some(law) = library.framework(fact::AI_ACT) else {
        return BTreeMap::new();
    };
    let mut first: BTreeMap<&str, Pressing<'n>> = BTreeMap::new();
    for (duty, system, day) in owed {
        let Some(duty) = law.duties.iter().find(|one| one.id.as_str() == duty) else {
            continue;
        };
        let known = first.get(duty.id.as_str());
        if known.is_none_or(|known| day < known.day) {
            let system = system.clone();
            first.insert(duty.id.as_str(), Pressing { day, duty, system });
        }
    }
    let of = |requirement: &'n Requirement| {
        let links = neighbours(library, standard, requirement, fact::AI_ACT);
        links
            .filter(|(_, link, _)| link.strength >= LEANS)
            .filter_map(|(_, _, to)| law.provision(to.as_str()))
            .flat_map(|provision| &provision.duties)
            .filter_map(|duty| first.get(duty.as_str()).cloned())
            .min_by_key(|pressing| pressing.day)
    };
    standard
        .assessed()
        .filter_map(|requirement| Some((requirement.id.clone(), of(requirement)?)))
        .collect()
}

/// One gap with one action that closes it, or with none yet.
#[derive(Debug, Clone)]
pub struct PlanLine<'p, 'n> {
    /// The gap.
    pub row: &'p Row<'n>,
    /// The action; none as long as there is none.
    pub remedy: Option<&'p Action<'n>>,
    /// The duty that presses.
    pub pressing: Option<&'p Pressing<'n>>,
}

impl PlanLine<'_, '_> {
    /// Whether nothing is left to do by this line.
    pub fn settled(&self) -> bool {
        self.remedy.is_some_and(settled)
    }

    /// Whether its own day has passed with something left to do.
    pub fn overdue(&self, on: NaiveDate) -> bool {
        let due = self.remedy.and_then(|remedy| remedy.due);
        !self.settled() && due.is_some_and(|due| due < on)
    }
}

/// Every gap with its actions: what is left to do first; in that the earliest day of a duty, the heaviest gap, the
/// least effort, the order of the standard. What has no day, weight or effort comes after what has one.
pub fn plan<'p, 'n>(
    rows: &'p [Row<'n>],
    remedies: &'p [Action<'n>],
    pressing: &'p BTreeMap<RequirementId, Pressing<'n>>,
) -> Vec<PlanLine<'p, 'n>> {
    let mut lines = Vec::new();
    for row in rows.iter().filter(|row| row.judgement.is_gap()) {
        let closing: Vec<&Action<'n>> = remedies
            .iter()
            .filter(|remedy| {
                let record = row.judgement.record.as_ref();
                record.is_some_and(|record| remedy.findings.contains(record))
            })
            .collect();
        let line = |remedy| PlanLine {
            row,
            remedy,
            pressing: pressing.get(&row.requirement.id),
        };
        // A gap whose only actions were dropped is open again.
        if closing.iter().all(|one| !one.counts()) {
            lines.push(line(None));
        }
        lines.extend(closing.into_iter().map(|remedy| line(Some(remedy))));
    }
    // Stable: what is equal keeps the order of the standard.
    lines.sort_by_key(|line| {
        let day = line.pressing.map(|one| one.day);
        let severity = line.row.judgement.severity;
        let effort = line.remedy.map(heft);
        (
            line.settled(),
            (day.is_none(), day),
            (severity.is_none(), severity),
            (effort.is_none(), effort),
        )
    });
    lines
}
