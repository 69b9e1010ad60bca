//! What the law says of one system on one day, with everything it rests on.

use crate::truth::Truth;
use chrono::NaiveDate;
use content::{
    Class, Confidence, Draft, Duty, Framework, LegalDate, OptionId, Penalty, QuestionId, Role,
    Route, Rule, Unsettled,
};

/// The outcome of a classification. Borrows from content; holds nothing of the answers but what decided.
#[derive(Debug, Clone)]
pub struct Determination<'a> {
    /// The law applied.
    pub framework: &'a Framework,
    /// The reference date.
    pub on: NaiveDate,
    /// The class that leads; none while it is undetermined.
    pub headline: Option<&'a Class>,
    /// The first class that holds already: the system is at least that.
    pub so_far: Option<&'a Class>,
    /// Every class that holds, in order.
    pub classes: Vec<&'a Class>,
    /// Classes that open answers may still bring about or, for what remains, rule out.
    pub open_classes: Vec<&'a Class>,
    /// Every role the organisation has.
    pub roles: Vec<&'a Role>,
    /// Roles that open answers may still give.
    pub open_roles: Vec<&'a Role>,
    /// Points of lists that apply, e.g. `4(a)`, in the order of rules, once each.
    pub points: Vec<&'a str>,
    /// Marks that other parts of the product read.
    pub flags: Vec<&'a str>,
    /// Duties owed: one entry for each role of the organisation that owes it.
    pub duties: Vec<Owed<'a>>,
    /// Duties that open answers may still bring about.
    pub open_duties: Vec<Owed<'a>>,
    /// Provisions the conclusions and duties rest on, once each.
    pub articles: Vec<&'a str>,
    /// Every rule with what settled it, in the order of stages.
    pub trace: Vec<Finding<'a>>,
    /// Questions that can still change a class, a role, a point, a mark or a duty, in order.
    pub open_questions: Vec<&'a QuestionId>,
    /// Questions that can still bring advice or make a draft reading differ; asked after those.
    pub further_questions: Vec<&'a QuestionId>,
    /// What will be concluded from a later day.
    pub warnings: Vec<Warning<'a>>,
    /// Rules that hold and have advice.
    pub advice: Vec<&'a Rule>,
    /// Points of law that are unsettled here.
    pub unsettled: Vec<Doubt<'a>>,
    /// Rules that a draft reads differently.
    pub drafts: Vec<Differing<'a>>,
    /// How sure the classes are, given what is unsettled about rules that hold.
    pub confidence: Confidence,
}

/// A duty owed, or perhaps owed, in one role.
#[derive(Debug, Clone)]
pub struct Owed<'a> {
    /// The duty.
    pub duty: &'a Duty,
    /// In which role.
    pub role: &'a Role,
    /// From when it really binds; none when no step of its schedule applies.
    pub effective: Option<&'a LegalDate>,
    /// Whether open answers may still move that day.
    pub effective_open: bool,
    /// From when it formally applies.
    pub formal: Option<NaiveDate>,
    /// What suspends it, if that holds or may hold.
    pub legacy: Option<Legacy<'a>>,
    /// Points of law that are unsettled about it.
    pub unsettled: Vec<&'a Unsettled>,
    /// The band of penalties, where the law has one.
    pub penalty: Option<&'a Penalty>,
    /// Open ways to fulfil it.
    pub routes: Vec<&'a Route>,
    /// How sure the entry is.
    pub confidence: Confidence,
}

impl Owed<'_> {
    /// The day it really binds: that of its schedule, or, while a rule suspends it, the day by which it
    /// binds all the same. None where no such day is known.
    pub fn binds(&self) -> Option<NaiveDate> {
        match &self.legacy {
            Some(legacy) if legacy.truth == Truth::Yes => legacy.by,
            _ => self.effective.map(|date| date.on),
        }
    }
}

/// What suspends a duty for systems from before.
#[derive(Debug, Clone)]
pub struct Legacy<'a> {
    /// The rule that does.
    pub rule: &'a Rule,
    /// Whether it holds: `Yes` or `Unknown`.
    pub truth: Truth,
    /// The day by which the duty binds all the same.
    pub by: Option<NaiveDate>,
}

impl<'a> Legacy<'a> {
    /// What it means for whoever owes the duty.
    pub fn words(&self) -> &'a str {
        match self.rule.advice.as_str() {
            "" => &self.rule.plain,
            advice => advice,
        }
    }
}

/// A rule and what settled it.
#[derive(Debug, Clone)]
pub struct Finding<'a> {
    /// The rule.
    pub rule: &'a Rule,
    /// Whether its condition holds.
    pub truth: Truth,
    /// Whether its conclusion counts on the reference date.
    pub counts: bool,
    /// What decided, in the order of the questionnaire; empty while it is unknown.
    pub deciding: Vec<Deciding<'a>>,
    /// Questions that can still settle it; empty once it is settled.
    pub open: Vec<&'a QuestionId>,
}

/// One thing that decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deciding<'a> {
    /// The answer to a question.
    Answer(&'a QuestionId, Said<'a>),
    /// That the reference date had, or had not, come to this date.
    Day(&'a LegalDate, bool),
}

/// The part of an answer that decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said<'a> {
    /// This option was chosen.
    Chosen(&'a OptionId),
    /// This option was not among those chosen.
    NotChosen(&'a OptionId),
    /// This number was given.
    Number(i64),
    /// This day was given.
    Day(NaiveDate),
    /// A value was given; which does not matter.
    Given,
    /// The question was said not to apply.
    NotApplicable,
}

/// A conclusion that counts only from a later day.
#[derive(Debug, Clone)]
pub struct Warning<'a> {
    /// The rule that holds already.
    pub rule: &'a Rule,
    /// From when its conclusion counts.
    pub from: NaiveDate,
}

/// An unsettled point and where it matters.
#[derive(Debug, Clone)]
pub struct Doubt<'a> {
    /// The point with its readings.
    pub point: &'a Unsettled,
    /// Rules that hold or are open, duties owed and ways to fulfil them, that it touches: their ids.
    pub touches: Vec<&'a str>,
    /// Whether any of them is more than open.
    pub applies: bool,
}

/// A rule that a draft reads differently from its words.
#[derive(Debug, Clone)]
pub struct Differing<'a> {
    /// The rule.
    pub rule: &'a Rule,
    /// How the draft reads it.
    pub draft: &'a Draft,
    /// Whether the rule holds by its words; the draft says the opposite.
    pub holds: bool,
}
