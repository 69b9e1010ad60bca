//! A method read from its answers: scales, levels, the matrix over them, and what is acceptable.

use super::method_problem::{MethodProblem, Slip};
use super::{Party, ask};
use crate::answer::Answers;
use crate::record::{Record, RecordId};
use std::collections::BTreeSet;

/// The least and the most steps of a likelihood or consequence scale.
const STEPS: (usize, usize) = (3, 6);
/// The least and the most levels.
const LEVELS: (usize, usize) = (2, 6);
/// The longest that an acceptance or a rating may last, in months.
const MONTHS: (i64, i64) = (1, 60);

/// One version of a method that holds together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Method {
    /// The record it is kept in.
    pub record: RecordId,
    /// The number of that record: of two versions the later has the higher.
    pub number: u32,
    /// The version as people call it.
    pub edition: String,
    /// How likely something can be.
    pub likelihood: Scale,
    /// How bad, for each of [`Party::ALL`]. All are of the same length.
    pub consequence: [Scale; 3],
    /// The levels, the lowest first.
    pub levels: Scale,
    /// For each likelihood and each consequence the place of a level.
    pub matrix: Vec<Vec<usize>>,
    /// What is acceptable.
    pub criteria: Criteria,
}

/// Steps from the lowest to the highest. A value of an answer counts them from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scale(pub Vec<Step>);

/// One step of a scale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Its short name.
    pub label: String,
    /// What it means.
    pub meaning: String,
}

/// What may stay, who decides, and for how long.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Criteria {
    /// How many of the lowest levels may stay without anybody's word.
    pub freely: usize,
    /// How many of the lowest levels may stay with a named person's word; never less than `freely`.
    pub approved: usize,
    /// Who may give that word.
    pub accepted_by: String,
    /// The longest an acceptance may last, in months.
    pub accept_months: u32,
    /// The longest between two ratings, in months.
    pub review_months: u32,
}

/// What the criteria say of a level.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// May stay without anybody's word.
    Acceptable,
    /// May stay if a named person says so.
    NeedsWord,
    /// May not stay.
    Unacceptable,
}

impl Verdict {
    /// The word in texts.
    pub fn code(self) -> &'static str {
        match self {
            Verdict::Acceptable => "acceptable",
            Verdict::NeedsWord => "needs-word",
            Verdict::Unacceptable => "unacceptable",
        }
    }
}

impl Scale {
    /// How many steps there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is no step.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The label of the step at a place from 0; empty beyond the last.
    pub fn label(&self, place: usize) -> &str {
        self.0.get(place).map_or("", |step| &step.label)
    }

    /// The labels, the lowest first.
    pub fn labels(&self) -> Vec<String> {
        self.0.iter().map(|step| step.label.clone()).collect()
    }

    /// Reads a line for each step, `Label: meaning`. What cannot be read so is named; the steps are given
    /// as far as they go, so that a screen can show them while they are being written.
    pub fn read(text: &str) -> (Scale, Vec<Slip>) {
        let mut steps: Vec<Step> = Vec::new();
        let mut slips = Vec::new();
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        for (place, line) in lines.enumerate() {
            let (label, meaning) = line.split_once(':').unwrap_or((line, ""));
            let (label, meaning) = (label.trim().to_owned(), meaning.trim().to_owned());
            if label.is_empty() || meaning.is_empty() {
                slips.push(Slip::NoMeaning { line: place + 1 });
            }
            let same = |step: &Step| step.label.to_lowercase() == label.to_lowercase();
            if steps.iter().any(same) {
                slips.push(Slip::Twice {
                    label: label.clone(),
                });
            }
            steps.push(Step { label, meaning });
        }
        (Scale(steps), slips)
    }
}

impl Method {
    /// Reads a method from the answers about its record. Either it holds together, or there is everything
    /// that keeps it from doing so.
    pub fn read(record: &Record, answers: &Answers) -> Result<Method, Vec<MethodProblem>> {
        let mut reading = Reading {
            answers,
            problems: Vec::new(),
        };
        let edition = reading.text(ask::EDITION);
        let likelihood = reading.scale(ask::LIKELIHOOD, STEPS);
        let consequence = Party::ALL.map(|party| reading.scale(ask::scale(party), STEPS));
        let wanted = consequence[0].len();
        for (party, scale) in Party::ALL.into_iter().zip(&consequence) {
            if !scale.is_empty() && wanted > 0 && scale.len() != wanted {
                let found = scale.len();
                reading.flaw(ask::scale(party), Slip::OtherLength { found, wanted });
            }
        }
        let levels = reading.scale(ask::LEVELS, LEVELS);
        let matrix = reading.matrix(likelihood.len(), wanted, &levels);
        let most = i64::try_from(levels.len()).unwrap_or(i64::MAX);
        let freely = reading.number(ask::ACCEPT_FREELY, (0, most));
        let approved = reading.number(ask::ACCEPT_APPROVED, (freely, most));
        let criteria = Criteria {
            freely: usize::try_from(freely).unwrap_or_default(),
            approved: usize::try_from(approved).unwrap_or_default(),
            accepted_by: reading.text(ask::ACCEPTED_BY_ROLE),
            accept_months: u32::try_from(reading.number(ask::ACCEPT_MONTHS, MONTHS))
                .unwrap_or_default(),
            review_months: u32::try_from(reading.number(ask::REVIEW_MONTHS, MONTHS))
                .unwrap_or_default(),
        };
        if !reading.problems.is_empty() {
            return Err(reading.problems);
        }
        Ok(Method {
            record: record.id.clone(),
            number: record.number,
            edition,
            likelihood,
            consequence,
            levels,
            matrix,
            criteria,
        })
    }

    /// The consequence scale for a party.
    pub fn scale(&self, party: Party) -> &Scale {
        let [organisation, individuals, society] = &self.consequence;
        match party {
            Party::Organisation => organisation,
            Party::Individuals => individuals,
            Party::Society => society,
        }
    }

    /// The place of the level that a likelihood makes with a consequence, all from 0.
    pub fn level(&self, likelihood: usize, consequence: usize) -> Option<usize> {
        self.matrix.get(likelihood)?.get(consequence).copied()
    }

    /// What the criteria say of the level at a place.
    pub fn verdict(&self, level: usize) -> Verdict {
        if level < self.criteria.freely {
            Verdict::Acceptable
        } else if level < self.criteria.approved {
            Verdict::NeedsWord
        } else {
            Verdict::Unacceptable
        }
    }
}

/// The numbers of levels that a matrix says, as far as it can be read, for who shows it while it is being
/// written; 0 where no number stands.
pub fn matrix_as_far(text: &str) -> Vec<Vec<usize>> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let row = |line: &str| {
        cells(line)
            .map(|word| word.parse().unwrap_or_default())
            .collect()
    };
    lines.map(row).collect()
}

/// The words of a line of a matrix.
fn cells(line: &str) -> impl Iterator<Item = &str> {
    line.split(|c: char| c.is_whitespace() || matches!(c, '|' | ',' | ';'))
        .filter(|word| !word.is_empty())
}

/// The version that new ratings are made by: of those that were approved the latest; while none was, the
/// latest of all.
pub fn in_force<'m>(
    methods: impl IntoIterator<Item = &'m Method> + Clone,
    approved: &BTreeSet<RecordId>,
) -> Option<&'m Method> {
    let latest =
        |methods: &mut dyn Iterator<Item = &'m Method>| methods.max_by_key(|one| one.number);
    let mut signed = methods
        .clone()
        .into_iter()
        .filter(|one| approved.contains(&one.record));
    latest(&mut signed).or_else(|| latest(&mut methods.into_iter()))
}

struct Reading<'n> {
    answers: &'n Answers,
    problems: Vec<MethodProblem>,
}

impl Reading<'_> {
    fn flaw(&mut self, question: &'static str, slip: Slip) {
        self.problems.push(MethodProblem::new(question, slip));
    }

    fn text(&mut self, question: &'static str) -> String {
        match ask::text(self.answers, question) {
            Some(text) => text.to_owned(),
            None => {
                self.flaw(question, Slip::Missing);
                String::new()
            }
        }
    }

    fn number(&mut self, question: &'static str, (least, most): (i64, i64)) -> i64 {
        match ask::number(self.answers, question) {
            None => self.flaw(question, Slip::Missing),
            Some(found) if !(least..=most).contains(&found) => {
                self.flaw(question, Slip::Bounds { found, least, most });
            }
            Some(found) => return found,
        }
        least
    }

    fn scale(&mut self, question: &'static str, (least, most): (usize, usize)) -> Scale {
        let Some(text) = ask::text(self.answers, question) else {
            self.flaw(question, Slip::Missing);
            return Scale(Vec::new());
        };
        let (scale, slips) = Scale::read(text);
        for slip in slips {
            self.flaw(question, slip);
        }
        let found = scale.len();
        if !(least..=most).contains(&found) {
            self.flaw(question, Slip::Steps { found, least, most });
        }
        scale
    }

    /// The matrix as places of levels, from 0. Measured against the scales only where these are there.
    fn matrix(
        &mut self,
        likelihoods: usize,
        consequences: usize,
        levels: &Scale,
    ) -> Vec<Vec<usize>> {
        let Some(text) = ask::text(self.answers, ask::MATRIX) else {
            self.flaw(ask::MATRIX, Slip::Missing);
            return Vec::new();
        };
        let before = self.problems.len();
        let most = levels.len();
        let mut matrix: Vec<Vec<usize>> = Vec::new();
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        for (place, words) in lines.enumerate() {
            let line = place + 1;
            let mut row = Vec::new();
            for word in cells(words) {
                match word.parse::<usize>() {
                    Ok(level) if (1..=most).contains(&level) || most == 0 => {
                        row.push(level.saturating_sub(1));
                    }
                    _ => {
                        let word = word.to_owned();
                        self.flaw(ask::MATRIX, Slip::NoLevel { line, word, most });
                        row.push(0);
                    }
                }
            }
            if row.len() != consequences && consequences > 0 {
                let (found, wanted) = (row.len(), consequences);
                self.flaw(
                    ask::MATRIX,
                    Slip::Cells {
                        line,
                        found,
                        wanted,
                    },
                );
            }
            matrix.push(row);
        }
        if matrix.len() != likelihoods && likelihoods > 0 {
            let (found, wanted) = (matrix.len(), likelihoods);
            self.flaw(ask::MATRIX, Slip::Lines { found, wanted });
        }
        if self.problems.len() == before && likelihoods > 0 && consequences > 0 && most > 0 {
            self.order(&matrix);
            for (place, step) in levels.0.iter().enumerate() {
                if !matrix.iter().flatten().any(|level| *level == place) {
                    let label = step.label.clone();
                    self.flaw(ask::MATRIX, Slip::Unused { label });
                }
            }
        }
        matrix
    }

    /// Likelier or worse never makes a lower level.
    fn order(&mut self, matrix: &[Vec<usize>]) {
        for (line, row) in matrix.iter().enumerate() {
            for (cell, level) in row.iter().enumerate() {
                let left = cell.checked_sub(1).and_then(|before| row.get(before));
                let below = line
                    .checked_sub(1)
                    .and_then(|before| matrix.get(before)?.get(cell));
                if left.is_some_and(|lower| lower > level)
                    || below.is_some_and(|lower| lower > level)
                {
                    let (line, cell) = (line + 1, cell + 1);
                    self.flaw(ask::MATRIX, Slip::Falls { line, cell });
                }
            }
        }
    }
}
