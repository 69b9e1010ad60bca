//! Contradictions of impact assessments.

use super::{Place, Smell};
use crate::answer::Value;
use crate::assessment::Assessment;
use crate::dossier::Dossier;
use crate::impact::{
    ASSESSMENTS, Direction, Entry, FRIA, IMPACT_ASSESSMENT, REVIEW_DUE, Reader, Snapshot, question,
};
use crate::truth::Truth;
use crate::{fact, impact::Weigh};
use chrono::{Months, NaiveDate};
use content::{Library, RecordKind};

/// Stages of life in which a system is in use.
const IN_USE: [&str; 2] = ["pilot", "in-use"];
/// Decisions by which a system is used.
const USED: [&str; 2] = ["use", "conditions"];

/// Every contradiction of impact assessments.
pub(super) fn smells(library: &Library, dossier: &Dossier, on: NaiveDate) -> Vec<Smell> {
    let Some(reader) = Reader::new(library, dossier) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for system in dossier.current(RecordKind::System) {
        let snapshot = reader.read(system, on);
        let look = Look {
            weigh: reader.weigh(),
            dossier,
            snapshot: &snapshot,
            on,
        };
        found.extend(look.overdue());
        found.extend(look.owed_in_use());
        found.extend(look.too_late());
        found.extend(look.decided_against_level());
        for entry in &snapshot.entries {
            found.extend(look.without_risk(entry));
            found.extend(look.lessened_by_nothing(entry));
        }
    }
    found
}

struct Look<'l, 'd> {
    weigh: &'l Weigh<'d>,
    dossier: &'d Dossier,
    snapshot: &'l Snapshot<'d>,
    on: NaiveDate,
}

impl Look<'_, '_> {
    fn smell(&self, code: &'static str, assessment: &'static str) -> Smell {
        let system = self.snapshot.system;
        Smell {
            code,
            record: Some(system.id.clone()),
            with: vec![("system", system.name.clone())],
            place: Place::Assessment(assessment, system.id.clone()),
        }
    }

    fn about(&self, code: &'static str, entry: &Entry<'_, '_>, asked: &'static str) -> Smell {
        let record = entry.record;
        Smell {
            code,
            record: Some(record.id.clone()),
            with: vec![
                ("entry", record.name.clone()),
                ("system", self.snapshot.system.name.clone()),
            ],
            place: Place::Question(record.id.clone(), asked),
        }
    }

    /// The day of the next review of an assessment.
    fn due(&self, place: usize) -> Option<NaiveDate> {
        let (assessment, due) = (
            self.snapshot.assessments.get(place)?,
            REVIEW_DUE.get(place)?,
        );
        match assessment.value(due)? {
            Value::Date(due) => Some(*due),
            _ => None,
        }
    }

    fn overdue(&self) -> Vec<Smell> {
        let places = ASSESSMENTS.iter().enumerate();
        let late = places.filter_map(|(place, id)| {
            let due = self.due(place).filter(|due| *due < self.on)?;
            let mut smell = self.smell("impact-overdue", id);
            smell.with.push(("due", due.to_string()));
            Some(smell)
        });
        late.collect()
    }

    /// An assessment that is owed, of a system in use, that nobody began.
    fn owed_in_use(&self) -> Vec<Smell> {
        let snapshot = self.snapshot;
        let stage = self.dossier.value(&snapshot.system.id, fact::STAGE);
        let in_use = |stage: &Value| match stage {
            Value::One(option) => IN_USE.contains(&option.as_str()),
            _ => false,
        };
        if !stage.is_some_and(in_use) {
            return Vec::new();
        }
        let owed = snapshot.owed.iter().filter(|owed| owed.truth == Truth::Yes);
        owed.filter_map(|owed| {
            let id = owed.rule.assessment.as_str();
            let place = ASSESSMENTS.iter().position(|one| *one == id)?;
            let begun = snapshot
                .assessments
                .get(place)
                .is_some_and(Assessment::begun);
            let entries = id == IMPACT_ASSESSMENT && !snapshot.entries.is_empty();
            let code = match id {
                FRIA => "impact-rights-not-begun",
                IMPACT_ASSESSMENT => "impact-not-begun",
                _ => "impact-data-not-begun",
            };
            let id = ASSESSMENTS.get(place)?;
            (!begun && !entries).then(|| self.smell(code, id))
        })
        .collect()
    }

    /// A next assessment planned later than a threshold that is reached allows.
    fn too_late(&self) -> Vec<Smell> {
        let Some(due) = self.due(0) else {
            return Vec::new();
        };
        let thresholds = self.snapshot.outcome.thresholds.iter();
        let reached = thresholds.filter(|one| one.truth == Truth::Yes);
        let late = reached.filter_map(|one| {
            let latest = self
                .on
                .checked_add_months(Months::new(one.threshold.months))?;
            let mut smell = self.smell("impact-review-too-late", IMPACT_ASSESSMENT);
            smell.with.push(("due", due.to_string()));
            smell.with.push(("threshold", one.threshold.title.clone()));
            (due > latest).then_some(smell)
        });
        late.collect()
    }

    /// A use that was decided although a harm stays at the highest level.
    fn decided_against_level(&self) -> Option<Smell> {
        let [whole, ..] = &self.snapshot.assessments;
        let used = match whole.value("aia-decision")? {
            Value::One(option) => USED.contains(&option.as_str()),
            _ => false,
        };
        let heaviest = self.weigh.method.levels.last()?;
        let after = self.snapshot.outcome.after?;
        let mut smell = self.smell("impact-decided-against-level", IMPACT_ASSESSMENT);
        smell.with.push(("level", heaviest.title.clone()));
        (used && after.id == heaviest.id).then_some(smell)
    }

    /// A harm that stays at the level of the first threshold, or above, and feeds no risk.
    fn without_risk(&self, entry: &Entry<'_, '_>) -> Option<Smell> {
        let method = self.weigh.method;
        let from = method.thresholds.first()?;
        let level = entry.after.as_ref().ok()?.level;
        let heavy = method.rank(&level.id) >= method.rank(&from.level);
        let alone = entry.direction() == Some(Direction::Harm) && entry.risk().is_none();
        let mut smell = self.about("impact-without-risk", entry, question::RISK);
        smell.with.push(("level", level.title.clone()));
        (heavy && alone).then_some(smell)
    }

    /// A harm that weighs less after measures, with no word on what is done.
    fn lessened_by_nothing(&self, entry: &Entry<'_, '_>) -> Option<Smell> {
        let method = self.weigh.method;
        let rank = |side: &Result<crate::impact::Weighed<'_>, _>| {
            side.as_ref()
                .ok()
                .and_then(|weighed| method.rank(&weighed.level.id))
        };
        let (before, after) = (rank(&entry.before)?, rank(&entry.after)?);
        let said = entry.value(question::MEASURES).is_some();
        let harm = entry.direction() == Some(Direction::Harm);
        (harm && after < before && !said)
            .then(|| self.about("impact-lessened-by-nothing", entry, question::MEASURES))
    }
}
