//! The questions about risks, methods and actions that code looks at, by name. A content test holds that each
//! exists with the right form.

use super::{Party, Point};
use crate::answer::{AnswerState, Answers, Value};
use crate::record::RecordId;
use chrono::NaiveDate;

/// `records` of systems: where it can happen.
pub const SYSTEMS: &str = "risk-systems";
/// `long-text`: what could happen.
pub const EVENT: &str = "risk-event";
/// `single`: the source, after Annex C.
pub const SOURCE: &str = "risk-source";
/// `multi`: objectives it works against.
pub const OBJECTIVES: &str = "risk-objectives";
/// `multi`: stages of the life cycle in which it can arise.
pub const STAGE: &str = "risk-stage";
/// `text`: id of the entry of the catalogue it began with.
pub const ORIGIN: &str = "risk-origin";
/// `record` to a method: the version it is rated by.
pub const METHOD: &str = "risk-method";
/// `records` of controls: in place already.
pub const EXISTING: &str = "risk-existing";
/// `single` with `avoid`, `reduce`, `share`, `accept`.
pub const TREATMENT: &str = "risk-treatment";
/// `long-text`: the idea of the treatment.
pub const TREATMENT_HOW: &str = "risk-treatment-how";
/// `records` of controls: chosen to treat it.
pub const CONTROLS: &str = "risk-controls";
/// `date`: when the choice was compared with Annex A.
pub const COMPARED: &str = "risk-compared";
/// `record` to a person: who answers for it.
pub const OWNER: &str = "risk-owner";
/// `date`: when it was last rated.
pub const RATED_ON: &str = "risk-rated-on";
/// `date`: when it is looked at again.
pub const REVIEW_DUE: &str = "risk-review-due";
/// `record` to a person: who accepts what is left.
pub const ACCEPTED_BY: &str = "risk-accepted-by";
/// `date`: when it was accepted.
pub const ACCEPTED_ON: &str = "risk-accepted-on";
/// `date`: until when it is accepted.
pub const ACCEPTED_UNTIL: &str = "risk-accepted-until";
/// `long-text`: why what is left may stay.
pub const ACCEPTANCE_REASON: &str = "risk-acceptance-reason";

/// The questionnaire about methods, under which one is approved.
pub const METHOD_FORM: &str = "method";
/// `text`: the requirement that a control record stands for; absent for a control of our own.
pub const CONTROL_REF: &str = "control-ref";
/// `single` with `included`, `excluded`: whether a control is in the Statement of Applicability.
pub const CONTROL_APPLIES: &str = "control-applies";

/// The standard whose controls every choice is compared with.
pub const ANNEX_A: &str = "iso-42001";
/// `long-text`: what is different from the version before.
pub const CHANGED: &str = "method-change";

/// `text`: which version of the method it is.
pub const EDITION: &str = "method-edition";
/// `long-text`: how likely something can be, a line each.
pub const LIKELIHOOD: &str = "method-likelihood";
/// `long-text`: the levels, a line each.
pub const LEVELS: &str = "method-levels";
/// `long-text`: the matrix, a line for each likelihood.
pub const MATRIX: &str = "method-matrix";
/// `number`: the highest level that may stay without anybody's word.
pub const ACCEPT_FREELY: &str = "method-accept-freely";
/// `number`: the highest level that may stay with a named person's word.
pub const ACCEPT_APPROVED: &str = "method-accept-approved";
/// `text`: who may accept.
pub const ACCEPTED_BY_ROLE: &str = "method-accepted-by";
/// `number`: the longest an acceptance may last, in months.
pub const ACCEPT_MONTHS: &str = "method-accept-months";
/// `number`: the longest between two ratings, in months.
pub const REVIEW_MONTHS: &str = "method-review-months";

/// `records` of risks: which an action treats.
pub const ACTION_RISKS: &str = "action-risks";
/// `records` of controls: which an action puts in place.
pub const ACTION_CONTROLS: &str = "action-controls";
/// `records` of findings: which an action closes.
pub const ACTION_FINDINGS: &str = "action-findings";
/// `long-text`: what is done.
pub const ACTION_WHAT: &str = "action-what";
/// `record` to a person: who sees to it.
pub const ACTION_OWNER: &str = "action-owner";
/// `date`: by when it is done.
pub const ACTION_DUE: &str = "action-due";
/// `text`: what it needs.
pub const ACTION_RESOURCES: &str = "action-resources";
/// `single` with `small`, `medium`, `large`.
pub const ACTION_EFFORT: &str = "action-effort";
/// `single` with `open`, `under-way`, `done`, `dropped`.
pub const ACTION_STATE: &str = "action-state";
/// `date`: when it was done.
pub const ACTION_DONE: &str = "action-done-on";
/// `date`: when it is checked whether it worked.
pub const ACTION_CHECK_DUE: &str = "action-check-due";
/// `single` with `yes`, `partly`, `no`: whether it worked.
pub const ACTION_EFFECTIVE: &str = "action-effective";

/// The consequence scale of a method for a party: `long-text`, a line each.
pub fn scale(party: Party) -> &'static str {
    match party {
        Party::Organisation => "method-organisation",
        Party::Individuals => "method-individuals",
        Party::Society => "method-society",
    }
}

/// What a risk would mean for a party: `long-text`.
pub fn consequence(party: Party) -> &'static str {
    match party {
        Party::Organisation => "risk-consequence-organisation",
        Party::Individuals => "risk-consequence-individuals",
        Party::Society => "risk-consequence-society",
    }
}

/// How likely a risk is at a point: `scale`.
pub fn likelihood(point: Point) -> &'static str {
    match point {
        Point::Inherent => "risk-inherent-likelihood",
        Point::Current => "risk-current-likelihood",
        Point::Residual => "risk-residual-likelihood",
    }
}

/// How bad a risk is for a party at a point: `scale`.
pub fn rating(point: Point, party: Party) -> &'static str {
    match (point, party) {
        (Point::Inherent, Party::Organisation) => "risk-inherent-organisation",
        (Point::Inherent, Party::Individuals) => "risk-inherent-individuals",
        (Point::Inherent, Party::Society) => "risk-inherent-society",
        (Point::Current, Party::Organisation) => "risk-current-organisation",
        (Point::Current, Party::Individuals) => "risk-current-individuals",
        (Point::Current, Party::Society) => "risk-current-society",
        (Point::Residual, Party::Organisation) => "risk-residual-organisation",
        (Point::Residual, Party::Individuals) => "risk-residual-individuals",
        (Point::Residual, Party::Society) => "risk-residual-society",
    }
}

/// What the ratings at a point rest on: `long-text`.
pub fn reason(point: Point) -> &'static str {
    match point {
        Point::Inherent => "risk-inherent-reason",
        Point::Current => "risk-current-reason",
        Point::Residual => "risk-residual-reason",
    }
}

pub(super) fn value<'n>(answers: &'n Answers, question: &str) -> Option<&'n Value> {
    answers.get(question)?.value()
}

pub(super) fn text<'n>(answers: &'n Answers, question: &str) -> Option<&'n str> {
    match value(answers, question)? {
        Value::Text(text) => Some(text),
        _ => None,
    }
}

pub(super) fn links<'n>(answers: &'n Answers, question: &str) -> &'n [RecordId] {
    value(answers, question).map_or(&[], Value::records)
}

pub(super) fn link<'n>(answers: &'n Answers, question: &str) -> Option<&'n RecordId> {
    links(answers, question).first()
}

pub(super) fn day(answers: &Answers, question: &str) -> Option<NaiveDate> {
    match value(answers, question)? {
        Value::Date(day) => Some(*day),
        _ => None,
    }
}

pub(super) fn number(answers: &Answers, question: &str) -> Option<i64> {
    match value(answers, question)? {
        Value::Number(number) => Some(*number),
        _ => None,
    }
}

pub(super) fn option<'n>(answers: &'n Answers, question: &str) -> Option<&'n str> {
    match value(answers, question)? {
        Value::One(option) => Some(option.as_str()),
        _ => None,
    }
}

/// Why a question does not apply, where somebody said so.
pub(super) fn not_applicable<'n>(answers: &'n Answers, question: &str) -> Option<&'n str> {
    match &answers.get(question)?.state {
        AnswerState::NotApplicable { reason } => Some(reason),
        _ => None,
    }
}
