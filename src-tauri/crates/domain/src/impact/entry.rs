//! One benefit or harm, read from its record.

use super::weigh::{Scale, Weigh, Weighed};
use crate::answer::{Answer, Answers, Value};
use crate::progress::counted;
use crate::record::{Record, RecordId};
use content::{OptionId, QuestionId, Questionnaire};

/// The questions about a benefit or harm that code looks at, by name. A content test holds that each
/// exists with the right form.
pub mod question {
    /// `record` to a system: whose benefit or harm it is.
    pub const SYSTEM: &str = "impact-system";
    /// `single` with `benefit`, `harm`.
    pub const DIRECTION: &str = "impact-direction";
    /// The option of [`DIRECTION`] that makes it a harm.
    pub const HARM: &str = "harm";
    /// `text`: for whom.
    pub const PARTY: &str = "impact-party";
    /// `single` with `individuals`, `groups`, `society`.
    pub const AFFECTS: &str = "impact-affects";
    /// `multi`: on which dimensions it bears.
    pub const DIMENSION: &str = "impact-dimension";
    /// `long-text`: what happens.
    pub const WHAT: &str = "impact-what";
    /// `long-text`: what is done about it.
    pub const MEASURES: &str = "impact-measures";
    /// `record` to a risk: which it feeds.
    pub const RISK: &str = "impact-risk";
    /// `multi` of the assessment: dimensions gone through.
    pub const DIMENSIONS: &str = "aia-dimensions";
}

/// Good or bad for whom it reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Direction {
    /// Good.
    Benefit,
    /// Bad.
    Harm,
}

/// One benefit or harm with what it weighs.
#[derive(Debug, Clone)]
pub struct Entry<'n, 'w> {
    /// Its record.
    pub record: &'n Record,
    /// What was answered about it and counts.
    pub answers: Answers,
    /// What it weighs before measures, or what is missing.
    pub before: Result<Weighed<'w>, Vec<QuestionId>>,
    /// What it weighs after measures, or what is missing.
    pub after: Result<Weighed<'w>, Vec<QuestionId>>,
}

impl<'n, 'w> Entry<'n, 'w> {
    /// Reads it.
    pub fn of(
        weigh: &Weigh<'w>,
        asked: &Questionnaire,
        record: &'n Record,
        answers: &Answers,
    ) -> Self {
        let answers = counted(asked, answers);
        Entry {
            record,
            before: weigh.weigh(&answers, Scale::Before),
            after: weigh.weigh(&answers, Scale::After),
            answers,
        }
    }

    /// Good or bad; none as long as nobody said.
    pub fn direction(&self) -> Option<Direction> {
        match self.option(question::DIRECTION)?.as_str() {
            question::HARM => Some(Direction::Harm),
            _ => Some(Direction::Benefit),
        }
    }

    /// The system it belongs to.
    pub fn system(&self) -> Option<&RecordId> {
        self.value(question::SYSTEM)?.records().first()
    }

    /// The risk it feeds.
    pub fn risk(&self) -> Option<&RecordId> {
        self.value(question::RISK)?.records().first()
    }

    /// For whom.
    pub fn party(&self) -> Option<&str> {
        self.text(question::PARTY)
    }

    /// What happens.
    pub fn what(&self) -> Option<&str> {
        self.text(question::WHAT)
    }

    /// The value that counts for a question.
    pub fn value(&self, id: &str) -> Option<&Value> {
        self.answers.get(id)?.value()
    }

    /// The option chosen for a question.
    pub fn option(&self, id: &str) -> Option<&OptionId> {
        match self.value(id)? {
            Value::One(option) => Some(option),
            _ => None,
        }
    }

    fn text(&self, id: &str) -> Option<&str> {
        match self.value(id)? {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }
}

/// The first answers about a risk that is made from a harm: the systems, what happens, and the
/// consequence for whom it reaches. The risk to the organisation is for a person to say.
pub fn as_risk(entry: &Entry<'_, '_>) -> Vec<(&'static str, Answer)> {
    let mut first = Vec::new();
    if let Some(system) = entry.system() {
        let systems = Answer::given(Value::Records(vec![system.clone()]));
        first.push(("risk-systems", systems));
    }
    let text = |words: &str| Answer::given(Value::Text(words.to_owned()));
    if let Some(what) = entry.what() {
        first.push(("risk-event", text(what)));
        let reaches = entry.option(question::AFFECTS).map(OptionId::as_str);
        let consequence = match reaches {
            Some("society") => Some("risk-consequence-society"),
            Some(_) => Some("risk-consequence-individuals"),
            None => None,
        };
        let told = match entry.party() {
            Some(party) => format!("{party}: {what}"),
            None => what.to_owned(),
        };
        first.extend(consequence.map(|question| (question, text(&told))));
    }
    first
}
