//! What the benefits and harms of a system come to.

use super::entry::{Direction, Entry};
use super::weigh::{Weigh, Weighed};
use crate::answer::Value;
use crate::assessment::Assessment;
use crate::record::RecordId;
use crate::truth::Truth;
use content::{ImpactLevel, OptionId, QuestionId, Threshold};

/// What the entries of one system come to. Benefit and harm are never added up.
#[derive(Debug, Clone)]
pub struct Outcome<'w> {
    /// How many harms there are.
    pub harms: usize,
    /// How many benefits there are.
    pub benefits: usize,
    /// Entries without a level before or after measures, or of which nobody said what they are.
    pub unrated: Vec<RecordId>,
    /// The heaviest harm before measures, of those that are weighed.
    pub before: Option<&'w ImpactLevel>,
    /// The heaviest harm that remains, of those that are weighed.
    pub after: Option<&'w ImpactLevel>,
    /// The strongest benefit after measures, of those that are weighed.
    pub benefit: Option<&'w ImpactLevel>,
    /// Thresholds, in the order of the method.
    pub thresholds: Vec<Reached<'w>>,
}

/// Whether a threshold is reached, and by what.
#[derive(Debug, Clone)]
pub struct Reached<'w> {
    /// The threshold.
    pub threshold: &'w Threshold,
    /// Unknown while what speaks of it is open and nothing reaches it yet.
    pub truth: Truth,
    /// Options chosen that reach it.
    pub options: Vec<OptionId>,
    /// Harms that stay at its level or above.
    pub harms: Vec<RecordId>,
}

impl Outcome<'_> {
    /// Whether every entry is weighed: without that the heaviest harm may be heavier.
    pub fn complete(&self) -> bool {
        self.unrated.is_empty()
    }
}

/// What the entries come to, beside what the assessment says of the use.
pub fn outcome<'w>(
    weigh: &Weigh<'w>,
    assessment: &Assessment<'_>,
    entries: &[Entry<'_, 'w>],
) -> Outcome<'w> {
    let of = |direction: Direction| {
        let entries = entries.iter();
        entries.filter(move |entry| entry.direction() == Some(direction))
    };
    let heaviest = |direction: Direction, side: fn(&Entry<'_, 'w>) -> Option<Weighed<'w>>| {
        let levels = of(direction).filter_map(|entry| Some(side(entry)?.level));
        levels.max_by_key(|level| weigh.method.rank(&level.id))
    };
    let unrated = entries.iter().filter(|entry| {
        entry.direction().is_none() || entry.before.is_err() || entry.after.is_err()
    });
    Outcome {
        harms: of(Direction::Harm).count(),
        benefits: of(Direction::Benefit).count(),
        unrated: unrated.map(|entry| entry.record.id.clone()).collect(),
        before: heaviest(Direction::Harm, |entry| entry.before.clone().ok()),
        after: heaviest(Direction::Harm, |entry| entry.after.clone().ok()),
        benefit: heaviest(Direction::Benefit, |entry| entry.after.clone().ok()),
        thresholds: weigh
            .method
            .thresholds
            .iter()
            .map(|threshold| reached(weigh, threshold, assessment, entries))
            .collect(),
    }
}

fn reached<'w>(
    weigh: &Weigh<'w>,
    threshold: &'w Threshold,
    assessment: &Assessment<'_>,
    entries: &[Entry<'_, 'w>],
) -> Reached<'w> {
    let said = assessment.value(threshold.question.as_str());
    let options: Vec<OptionId> = match said {
        Some(Value::Many(options)) => options.iter().cloned().collect(),
        _ => Vec::new(),
    };
    let from = weigh.method.rank(&threshold.level);
    let not_benefits = entries
        .iter()
        .filter(|entry| entry.direction() != Some(Direction::Benefit));
    let mut open = said.is_none();
    let mut harms = Vec::new();
    for entry in not_benefits {
        match &entry.after {
            Ok(weighed) if weigh.method.rank(&weighed.level.id) >= from => {
                harms.push(entry.record.id.clone());
            }
            Ok(_) => {}
            Err(_) => open = true,
        }
    }
    let truth = match (options.is_empty() && harms.is_empty(), open) {
        (false, _) => Truth::Yes,
        (true, true) => Truth::Unknown,
        (true, false) => Truth::No,
    };
    Reached {
        threshold,
        truth,
        options,
        harms,
    }
}

/// The questions missing of an entry, before and after measures, once each.
pub(super) fn missing(entry: &Entry<'_, '_>) -> Vec<QuestionId> {
    let mut all: Vec<QuestionId> = Vec::new();
    for side in [&entry.before, &entry.after] {
        for id in side.as_ref().err().into_iter().flatten() {
            if !all.contains(id) {
                all.push(id.clone());
            }
        }
    }
    all
}
