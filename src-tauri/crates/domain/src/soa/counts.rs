//! How many lines stand how. Counted, never estimated.

use super::row::{Decision, Row, Status};
use super::statement::Statement;

/// Counts over the lines of a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Controls of the standard.
    pub annex: usize,
    /// Controls of our own.
    pub own: usize,
    /// Of both: included.
    pub included: usize,
    /// Of both: excluded.
    pub excluded: usize,
    /// Of both: not decided.
    pub undecided: usize,
    /// Decided without a reason.
    pub unreasoned: usize,
    /// Lines with a contradiction.
    pub contradicted: usize,
    /// Included lines by status, in the order of [`Status::ALL`]; the rest has none.
    pub by_status: [usize; 5],
}

impl Counts {
    /// Lines in all.
    pub fn rows(&self) -> usize {
        self.annex + self.own
    }

    /// Whether every line is decided with a reason, so that a version can be signed.
    pub fn complete(&self) -> bool {
        self.annex > 0 && self.undecided == 0 && self.unreasoned == 0
    }
}

impl Statement<'_> {
    /// Counts the lines.
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for row in &self.rows {
            self.count(row, &mut counts);
        }
        counts
    }

    fn count(&self, row: &Row<'_>, counts: &mut Counts) {
        match row.control {
            Some(_) => counts.annex += 1,
            None => counts.own += 1,
        }
        match row.decision() {
            Some(Decision::Included) => counts.included += 1,
            Some(Decision::Excluded) => counts.excluded += 1,
            None => counts.undecided += 1,
        }
        let included = row.decision() == Some(Decision::Included);
        let place = row.status().filter(|_| included);
        let place = place.and_then(|own| Status::ALL.into_iter().position(|one| one == own));
        if let Some(count) = place.and_then(|place| counts.by_status.get_mut(place)) {
            *count += 1;
        }
        let contradictions = self.contradictions(row);
        counts.unreasoned += usize::from(contradictions.iter().any(|one| one.bars_signing()));
        counts.contradicted += usize::from(!contradictions.is_empty());
    }
}
