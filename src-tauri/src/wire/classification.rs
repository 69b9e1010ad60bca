//! One question of a classification, with what the answers come to so far.

use super::answer::{Standing, ValueView};
use super::classification_revision::RevisionView;
use super::record::RecordLink;
use super::wizard::{ProgressView, QuestionView};
use serde::{Deserialize, Serialize};

/// Asks for one question about one system.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OneClassification {
    /// The system.
    pub record: String,
    /// The question, or null for the first that is open.
    pub question: Option<String>,
    /// Without a question: the next open one after this, and from the beginning where none is left.
    pub after: Option<String>,
    /// Whether that is to be one on which only advice or a draft reading hangs.
    pub optional: bool,
}

/// One question, the tree around it, and what the answers come to so far.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ClassificationScreen {
    /// The system.
    pub record: RecordLink,
    /// What the answers come to.
    pub strip: ClassificationStrip,
    /// Every section with its questions.
    pub sections: Vec<LawSection>,
    /// The question asked; null when none is open.
    pub question: Option<LawQuestion>,
    /// Answers that are kept and count nowhere.
    pub set_aside: Vec<SetAside>,
    /// Who is asked where nobody else is named: the system's owner.
    pub owner: Option<RecordLink>,
    /// What is owed as things stand, by role.
    pub owed: Vec<OwedInRole>,
    /// The signed revision in force; while there is one, answers can only be read.
    pub signed: Option<RevisionView>,
}

/// What the answers come to, in one line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ClassificationStrip {
    /// The class that leads, or the first that holds so far; null while nothing is certain.
    pub class: Option<ClassMark>,
    /// Whether that class is the headline: open answers cannot put another in its place.
    pub settled: bool,
    /// The other classes that hold.
    pub others: Vec<ClassMark>,
    /// The first rule that concludes the class, in words; empty where none does.
    pub reason: String,
    /// Where that rule stands.
    pub cite: String,
    /// Points of lists that apply.
    pub points: Vec<String>,
    /// How many questions can still change something as the answers stand; an answer can bring others.
    pub open: usize,
    /// Sections they stand in, by title, in order.
    pub open_in: Vec<String>,
    /// Of these: to be found out.
    pub to_find_out: usize,
}

/// A class, for its mark.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ClassMark {
    /// E.g. `high_risk_annex_iii`.
    pub id: String,
    /// Its short name.
    pub title: String,
}

/// A section in the tree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct LawSection {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What it is for.
    pub intro: String,
    /// Counts over the questions that matter.
    pub progress: ProgressView,
    /// Questions that matter, in order.
    pub questions: Vec<LawEntry>,
}

/// A question in the tree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct LawEntry {
    /// Its id.
    pub id: String,
    /// Its short name.
    pub label: String,
    /// Where it stands.
    pub standing: Standing,
    /// Only advice or a draft reading hangs on it.
    pub optional: bool,
}

/// The question asked.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct LawQuestion {
    /// The question itself, with the answer given in this wizard.
    pub view: QuestionView,
    /// Its section.
    pub section: String,
    /// A case that counts.
    pub inside: String,
    /// A near case that does not count.
    pub outside: String,
    /// Only advice or a draft reading hangs on it.
    pub optional: bool,
    /// What inventory or profile say to it; null when nothing.
    pub known: Option<KnownFact>,
    /// What each other answer would lead to.
    pub effects: Vec<OptionEffect>,
    /// The question before it on the road.
    pub previous: Option<String>,
    /// The question after it on the road.
    pub next: Option<String>,
}

/// What is known already, and from where.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct KnownFact {
    /// The answer that follows.
    pub value: ValueView,
    /// It counts without being confirmed.
    pub counts: bool,
    /// The answers it follows from.
    pub sources: Vec<KnownSource>,
    /// Why one says the other, and where the two differ.
    pub reasons: Vec<String>,
}

/// An answer somewhere else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct KnownSource {
    /// The record it is about: the system or the organisation.
    pub record: String,
    /// The questionnaire that asks.
    pub questionnaire: String,
    /// The section that asks.
    pub section: String,
    /// The question.
    pub question: String,
    /// Its short name.
    pub label: String,
    /// What was said, in words.
    pub words: String,
}

/// What an answer would lead to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct OptionEffect {
    /// The option; null for none of them.
    pub option: Option<String>,
    /// The class that would lead, or hold at least.
    pub class: Option<ClassMark>,
    /// Whether that would be the headline.
    pub settled: bool,
    /// Whether that is how it stands now.
    pub stays: bool,
    /// How many questions more than after the answer that leaves fewest.
    pub more: usize,
    /// How many questions could still change something.
    pub open: usize,
}

/// An answer that is kept and counts nowhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SetAside {
    /// The question.
    pub question: String,
    /// Its short name.
    pub label: String,
    /// What was said, in words.
    pub words: String,
}

/// Duties of one role, counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct OwedInRole {
    /// The role.
    pub role: String,
    /// How many duties.
    pub duties: usize,
    /// The first day on which one of them binds.
    pub first: Option<String>,
    /// Some of them in words, the first to bind first.
    pub titles: Vec<String>,
}

/// Another answer that would lead to another class.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Turn {
    /// The question.
    pub question: String,
    /// Its short name.
    pub label: String,
    /// How the answer is put.
    pub said: TurnKind,
    /// The option, the number or the day; empty where the kind says it all.
    pub words: String,
    /// Whether the question has an answer now.
    pub answered: bool,
    /// The class that would lead, or hold at least.
    pub class: Option<ClassMark>,
    /// Whether that would be the headline.
    pub settled: bool,
}

/// How another answer is put.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum TurnKind {
    /// This option, number or day.
    Is,
    /// This option besides those chosen.
    With,
    /// Those chosen without this option.
    Without,
    /// None of the options.
    None,
    /// Anything at all.
    Given,
    /// That the question does not apply.
    NotApplicable,
}
