//! A risk read from its answers.

use super::{Party, Point, Rating, ask};
use crate::answer::Answers;
use crate::record::{Record, RecordId};
use chrono::{Months, NaiveDate};

/// One risk as its answers say it. Read from answers that count (`progress::counted`).
#[derive(Debug, Clone)]
pub struct Risk<'n> {
    /// The record.
    pub record: &'n Record,
    /// Systems in which it can happen.
    pub systems: &'n [RecordId],
    /// What could happen.
    pub event: Option<&'n str>,
    /// Where it comes from: an option.
    pub source: Option<&'n str>,
    /// The entry of the catalogue it began with.
    pub origin: Option<&'n str>,
    /// What it would mean, for each of [`Party::ALL`].
    pub consequence: [Consequence<'n>; 3],
    /// The version of the method it is rated by.
    pub method: Option<&'n RecordId>,
    /// What it is rated, at each of [`Point::ALL`].
    pub ratings: [Rating<'n>; 3],
    /// Controls in place already.
    pub existing: &'n [RecordId],
    /// What is done about it.
    pub treatment: Option<Treatment>,
    /// The idea of the treatment.
    pub how: Option<&'n str>,
    /// Controls chosen to treat it.
    pub controls: &'n [RecordId],
    /// When the choice was compared with Annex A.
    pub compared: Option<NaiveDate>,
    /// Who answers for it.
    pub owner: Option<&'n RecordId>,
    /// When it was last rated.
    pub rated_on: Option<NaiveDate>,
    /// When it is looked at again.
    pub review_due: Option<NaiveDate>,
    /// Who accepts what is left.
    pub acceptance: Acceptance<'n>,
}

/// What a risk would mean for a party.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Consequence<'n> {
    /// This.
    Said(&'n str),
    /// Nothing, for this reason.
    None(&'n str),
    /// Not said yet.
    Open,
}

/// What is done about a risk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Treatment {
    /// The use that brings it is not begun, or ended.
    Avoid,
    /// Controls or actions make it less likely or less bad.
    Reduce,
    /// Somebody else carries part of it.
    Share,
    /// Nothing more is done.
    Accept,
}

impl Treatment {
    /// Every option, in order.
    pub const ALL: [Treatment; 4] = [
        Treatment::Avoid,
        Treatment::Reduce,
        Treatment::Share,
        Treatment::Accept,
    ];

    /// The option of the question.
    pub fn code(self) -> &'static str {
        match self {
            Treatment::Avoid => "avoid",
            Treatment::Reduce => "reduce",
            Treatment::Share => "share",
            Treatment::Accept => "accept",
        }
    }
}

/// Who accepts what is left of a risk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Acceptance<'n> {
    /// A record of kind person.
    pub by: Option<&'n RecordId>,
    /// When.
    pub on: Option<NaiveDate>,
    /// Until when.
    pub until: Option<NaiveDate>,
    /// Why.
    pub reason: Option<&'n str>,
}

impl Acceptance<'_> {
    /// The last day on which it may hold, by the longest time that the method allows.
    pub fn latest(&self, months: u32) -> Option<NaiveDate> {
        self.on?.checked_add_months(Months::new(months))
    }

    /// Whether somebody has accepted it, since a day and until one that has not passed and is not later than
    /// the method allows. Without any of these it is nobody's word.
    pub fn holds(&self, months: u32, on: NaiveDate) -> bool {
        let until = self.until.filter(|until| *until >= on);
        self.by.is_some()
            && self.on.is_some_and(|given| given <= on)
            && until.is_some_and(|until| self.latest(months).is_none_or(|latest| until <= latest))
    }
}

impl<'n> Risk<'n> {
    /// Reads the answers that count about a record of kind risk.
    pub fn of(record: &'n Record, answers: &'n Answers) -> Self {
        let consequence = Party::ALL.map(|party| {
            let question = ask::consequence(party);
            match (
                ask::text(answers, question),
                ask::not_applicable(answers, question),
            ) {
                (Some(text), _) => Consequence::Said(text),
                (None, Some(reason)) => Consequence::None(reason),
                (None, None) => Consequence::Open,
            }
        });
        Risk {
            record,
            systems: ask::links(answers, ask::SYSTEMS),
            event: ask::text(answers, ask::EVENT),
            source: ask::option(answers, ask::SOURCE),
            origin: ask::text(answers, ask::ORIGIN),
            consequence,
            method: ask::link(answers, ask::METHOD),
            ratings: Point::ALL.map(|point| Rating::of(answers, point)),
            existing: ask::links(answers, ask::EXISTING),
            treatment: ask::option(answers, ask::TREATMENT).and_then(|chosen| {
                let mut all = Treatment::ALL.into_iter();
                all.find(|treatment| treatment.code() == chosen)
            }),
            how: ask::text(answers, ask::TREATMENT_HOW),
            controls: ask::links(answers, ask::CONTROLS),
            compared: ask::day(answers, ask::COMPARED),
            owner: ask::link(answers, ask::OWNER),
            rated_on: ask::day(answers, ask::RATED_ON),
            review_due: ask::day(answers, ask::REVIEW_DUE),
            acceptance: Acceptance {
                by: ask::link(answers, ask::ACCEPTED_BY),
                on: ask::day(answers, ask::ACCEPTED_ON),
                until: ask::day(answers, ask::ACCEPTED_UNTIL),
                reason: ask::text(answers, ask::ACCEPTANCE_REASON),
            },
        }
    }

    /// What it is rated at a point.
    pub fn rating(&self, point: Point) -> &Rating<'n> {
        let [inherent, current, residual] = &self.ratings;
        match point {
            Point::Inherent => inherent,
            Point::Current => current,
            Point::Residual => residual,
        }
    }
}
