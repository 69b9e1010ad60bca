//! What in the statement does not hold together. Each has a name, so that a person can be led to the spot.

use super::row::{Decision, Row};
use super::statement::Statement;
use super::{FRESH_DAYS, REAL_REASON, asked};
use crate::record::Record;
use crate::words::Words;
use chrono::{NaiveDate, TimeDelta};
use content::Duty;

/// One thing about one control that does not hold together.
#[derive(Debug, Clone)]
pub enum Contradiction<'d> {
    /// The treatment of these risks relies on it, and it is excluded.
    ReliedOn(Vec<&'d Record>),
    /// It is excluded, and duties of ours lean on it.
    DutyLeans(Vec<Leaning<'d>>),
    /// It is included, and nothing says why.
    NoReason,
    /// It is excluded, and nothing says why.
    NoExclusionReason,
    /// It is excluded, and what is said of it is no reason.
    HollowReason,
    /// It is said to treat a risk, and the treatment of none names it.
    RiskNamedNowhere,
    /// It is said to be in place, and nothing shows it.
    NoEvidence,
    /// What shows that it is in place is of this day, more than a year ago.
    EvidenceOld(NaiveDate),
    /// It was to be in place by this day.
    TargetPassed(NaiveDate),
    /// It is included, and nobody answers for it.
    OwnerMissing,
    /// These records mean the same control, and what they say counts nowhere.
    Doubled(Vec<&'d Record>),
}

/// A duty of ours that leans on a control, with the systems it is owed for.
#[derive(Debug, Clone)]
pub struct Leaning<'d> {
    /// The duty.
    pub duty: &'d Duty,
    /// For which systems it is owed, by number.
    pub systems: Vec<&'d Record>,
}

impl Contradiction<'_> {
    /// The word by which texts and programs name it.
    pub fn code(&self) -> &'static str {
        match self {
            Contradiction::ReliedOn(_) => "relied-on",
            Contradiction::DutyLeans(_) => "duty-leans",
            Contradiction::NoReason => "no-reason",
            Contradiction::NoExclusionReason => "no-exclusion-reason",
            Contradiction::HollowReason => "hollow-reason",
            Contradiction::RiskNamedNowhere => "risk-named-nowhere",
            Contradiction::NoEvidence => "no-evidence",
            Contradiction::EvidenceOld(_) => "evidence-old",
            Contradiction::TargetPassed(_) => "target-passed",
            Contradiction::OwnerMissing => "owner-missing",
            Contradiction::Doubled(_) => "doubled",
        }
    }

    /// Whether a version cannot be signed with it: a decision without a reason is none.
    pub fn bars_signing(&self) -> bool {
        matches!(
            self,
            Contradiction::NoReason | Contradiction::NoExclusionReason
        )
    }

    /// The question whose answer would settle it; where several could, the first to look at.
    pub fn question(&self) -> &'static str {
        match self {
            Contradiction::ReliedOn(_) | Contradiction::DutyLeans(_) => asked::APPLIES,
            Contradiction::Doubled(_) => asked::REF,
            Contradiction::NoReason | Contradiction::RiskNamedNowhere => asked::GROUNDS,
            Contradiction::NoExclusionReason | Contradiction::HollowReason => asked::EXCLUSION,
            Contradiction::NoEvidence => asked::EVIDENCE,
            Contradiction::EvidenceOld(_) => asked::EVIDENCE_ON,
            Contradiction::TargetPassed(_) => asked::TARGET,
            Contradiction::OwnerMissing => asked::OWNER,
        }
    }

    /// Says it in a sentence part.
    pub fn words(&self, words: &Words<'_>) -> String {
        let key = format!("content.soa.contradiction.{}", self.code());
        let named = self.named(&|day| words.date(day));
        words.texts.format(&key, &[("what", &named)])
    }

    /// What it names besides the control: records, duties, a day as `worded`; empty where it names nothing.
    pub fn named(&self, worded: &dyn Fn(NaiveDate) -> String) -> String {
        match self {
            Contradiction::ReliedOn(records) | Contradiction::Doubled(records) => {
                references(records)
            }
            Contradiction::DutyLeans(leaning) => {
                let duties = leaning.iter().map(Leaning::words);
                duties.collect::<Vec<_>>().join("; ")
            }
            Contradiction::EvidenceOld(day) | Contradiction::TargetPassed(day) => worded(*day),
            Contradiction::NoReason
            | Contradiction::NoExclusionReason
            | Contradiction::HollowReason
            | Contradiction::RiskNamedNowhere
            | Contradiction::NoEvidence
            | Contradiction::OwnerMissing => String::new(),
        }
    }
}

impl Leaning<'_> {
    /// The duty by its short name and place, with the systems: `Human oversight by design (Art. 14): AI-003`.
    pub fn words(&self) -> String {
        let Leaning { duty, systems } = self;
        format!("{} ({}): {}", duty.title, duty.article, references(systems))
    }
}

/// References of records, one after the other.
pub fn references(records: &[&Record]) -> String {
    let references = records.iter().map(|record| record.reference());
    references.collect::<Vec<_>>().join(", ")
}

impl<'d> Statement<'d> {
    /// Whether a row keeps a version from being signed: nobody decided about it, or said why.
    pub fn is_open(&self, row: &Row<'d>) -> bool {
        let mut contradictions = self.contradictions(row).into_iter();
        row.decision().is_none() || contradictions.any(|one| one.bars_signing())
    }

    /// Everything about a row that does not hold together, the gravest first.
    pub fn contradictions(&self, row: &Row<'d>) -> Vec<Contradiction<'d>> {
        let mut found = Vec::new();
        match row.decision() {
            Some(Decision::Excluded) => self.excluded(row, &mut found),
            Some(Decision::Included) => self.included(row, &mut found),
            None => {}
        }
        if !row.doubles.is_empty() {
            found.push(Contradiction::Doubled(row.doubles.clone()));
        }
        found
    }

    fn excluded(&self, row: &Row<'d>, found: &mut Vec<Contradiction<'d>>) {
        if !row.risks.is_empty() {
            found.push(Contradiction::ReliedOn(row.risks.clone()));
        }
        let leaning = self.leaning(row);
        if !leaning.is_empty() {
            found.push(Contradiction::DutyLeans(leaning));
        }
        if row.reason().is_empty() {
            found.push(Contradiction::NoExclusionReason);
        } else if !self.is_real(row.reason()) {
            found.push(Contradiction::HollowReason);
        }
    }

    fn included(&self, row: &Row<'d>, found: &mut Vec<Contradiction<'d>>) {
        let said = row.grounds().next().is_some() || !row.reason().is_empty();
        if !said && row.risks.is_empty() {
            found.push(Contradiction::NoReason);
        }
        if row.for_risk() && row.risks.is_empty() {
            found.push(Contradiction::RiskNamedNowhere);
        }
        let in_place = row.status().is_some_and(super::Status::in_place);
        if in_place && !row.evidenced() {
            found.push(Contradiction::NoEvidence);
        }
        let evidence = row.day(asked::EVIDENCE_ON).filter(|_| in_place);
        if let Some(day) = evidence.filter(|day| self.is_old(*day)) {
            found.push(Contradiction::EvidenceOld(day));
        }
        if let Some(target) = row.day(asked::TARGET).filter(|target| *target < self.on) {
            found.push(Contradiction::TargetPassed(target));
        }
        if row.link(asked::OWNER).is_none() {
            found.push(Contradiction::OwnerMissing);
        }
    }

    /// Whether evidence of a day no longer shows how things are.
    pub(super) fn is_old(&self, day: NaiveDate) -> bool {
        self.on - day > TimeDelta::days(FRESH_DAYS)
    }

    /// Whether words give a reason: something is left once the phrases that give none are taken out.
    fn is_real(&self, reason: &str) -> bool {
        let hollow = self
            .applicability
            .map_or(&[][..], |told| &told.empty_reasons);
        let mut left = reason.to_lowercase();
        for phrase in hollow {
            left = left.replace(phrase.as_str(), " ");
        }
        left.chars()
            .filter(|letter| letter.is_alphanumeric())
            .count()
            >= REAL_REASON
    }
}
