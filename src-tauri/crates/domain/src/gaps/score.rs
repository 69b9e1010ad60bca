//! What a run adds up to. Every figure is a count, and says of what.

use super::judgement::{Conformity, Seen};
use super::rows::Row;
use content::Requirement;

/// Counts over requirements.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Score {
    /// Requirements counted over.
    pub asked: usize,
    /// Judged: met.
    pub met: usize,
    /// Judged: partly met.
    pub partly: usize,
    /// Judged: not met.
    pub not_met: usize,
    /// They do not apply; set aside.
    pub not_applicable: usize,
    /// Nobody looked; neither met nor missing.
    pub unseen: usize,
    /// What exists, of those where it was judged.
    pub exists: Tally,
    /// What works, of those where it was judged.
    pub works: Tally,
    /// How settled it is, of those where it was judged.
    pub maturity: Maturity,
}

/// What was seen, counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// All of it.
    pub yes: usize,
    /// Some of it.
    pub partly: usize,
    /// Nothing.
    pub no: usize,
}

/// Maturity, counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Maturity {
    /// The sum of the steps.
    pub sum: usize,
    /// Over how many requirements.
    pub judged: usize,
}

/// A share of a whole in half points: two for what is there, one for what is partly there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// Half points reached.
    pub halves: usize,
    /// Over how many requirements; each is worth two half points. Never 0.
    pub of: usize,
}

impl Share {
    fn new(whole: usize, half: usize, of: usize) -> Option<Share> {
        let halves = 2 * whole + half;
        (of > 0).then_some(Share { halves, of })
    }

    /// In percent, rounded to the nearest; half a percent upwards.
    pub fn percent(self) -> usize {
        (100 * self.halves + self.of) / (2 * self.of)
    }
}

impl Score {
    /// Requirements somebody judged. What does not apply and what nobody looked at are not among them.
    pub fn judged(&self) -> usize {
        self.met + self.partly + self.not_met
    }

    /// Requirements that can be met: all but those that do not apply.
    pub fn applicable(&self) -> usize {
        self.asked - self.not_applicable
    }

    /// Met, with partly met as a half, of those judged; none while nothing is judged.
    pub fn share(&self) -> Option<Share> {
        Share::new(self.met, self.partly, self.judged())
    }

    fn count(&mut self, row: &Row<'_>) {
        let judged = &row.judgement;
        self.asked += 1;
        match judged.conformity {
            Conformity::Met => self.met += 1,
            Conformity::Partly => self.partly += 1,
            Conformity::NotMet => self.not_met += 1,
            Conformity::NotApplicable => self.not_applicable += 1,
            Conformity::NotLookedAt => self.unseen += 1,
        }
        self.exists.count(judged.exists);
        self.works.count(judged.works);
        if let Some(step) = judged.maturity {
            self.maturity.sum += usize::from(step);
            self.maturity.judged += 1;
        }
    }
}

impl Tally {
    /// Over how many it was judged.
    pub fn judged(&self) -> usize {
        self.yes + self.partly + self.no
    }

    /// All, with some as a half, of those judged; none while nothing is judged.
    pub fn share(&self) -> Option<Share> {
        Share::new(self.yes, self.partly, self.judged())
    }

    fn count(&mut self, seen: Option<Seen>) {
        match seen {
            Some(Seen::Yes) => self.yes += 1,
            Some(Seen::Partly) => self.partly += 1,
            Some(Seen::No) => self.no += 1,
            None => {}
        }
    }
}

impl Maturity {
    /// The mean in tenths, rounded to the nearest; none while nothing is judged.
    pub fn tenths(&self) -> Option<usize> {
        (self.judged > 0).then(|| (20 * self.sum + self.judged) / (2 * self.judged))
    }
}

/// Counts over these rows.
pub fn score<'r, 'n: 'r>(rows: impl IntoIterator<Item = &'r Row<'n>>) -> Score {
    let mut score = Score::default();
    for row in rows {
        score.count(row);
    }
    score
}

/// Counts per clause and per topic of Annex A, in the order of the standard.
pub fn by_topic<'n>(rows: &[Row<'n>]) -> Vec<(&'n Requirement, Score)> {
    let mut topics: Vec<(&'n Requirement, Score)> = Vec::new();
    for row in rows {
        let place = topics
            .iter()
            .position(|(topic, _)| topic.id == row.topic.id);
        let place = place.unwrap_or_else(|| {
            topics.push((row.topic, Score::default()));
            topics.len() - 1
        });
        if let Some((_, score)) = topics.get_mut(place) {
            score.count(row);
        }
    }
    topics
}
