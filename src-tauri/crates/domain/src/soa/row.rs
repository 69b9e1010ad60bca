//! One line of the statement: a control with what people said of it.

use super::asked;
use crate::answer::{AnswerState, Answers, Value};
use crate::record::{Record, RecordId};
use chrono::NaiveDate;
use content::{OptionId, Requirement};

/// A control of the standard or of our own.
#[derive(Debug, Clone)]
pub struct Row<'d> {
    /// The control of the standard; none for one of our own.
    pub control: Option<&'d Requirement>,
    /// The topic that groups it; none for one of our own.
    pub topic: Option<&'d Requirement>,
    /// The record that holds what people said; none as long as nobody did.
    pub record: Option<&'d Record>,
    /// What they said, as far as it counts.
    pub said: Answers,
    /// Files kept with it.
    pub files: usize,
    /// Risks whose treatment relies on it, by number.
    pub risks: Vec<&'d Record>,
    /// Further records that mean the same control: what they say counts nowhere.
    pub doubles: Vec<&'d Record>,
}

/// Whether a control applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Decision {
    /// It applies.
    Included,
    /// It is left out.
    Excluded,
}

/// How far an included control is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Nothing was done.
    NotStarted,
    /// It is planned.
    Planned,
    /// A part of it is done.
    Partial,
    /// It is done.
    Implemented,
    /// It is done and works.
    Effective,
}

impl Decision {
    /// Both, in order.
    pub const ALL: [Decision; 2] = [Decision::Included, Decision::Excluded];

    /// The option of the question.
    pub fn code(self) -> &'static str {
        match self {
            Decision::Included => "included",
            Decision::Excluded => "excluded",
        }
    }

    /// The decision with this word.
    pub fn from_code(code: &str) -> Option<Decision> {
        Decision::ALL.into_iter().find(|one| one.code() == code)
    }
}

impl Status {
    /// Every status, in order.
    pub const ALL: [Status; 5] = [
        Status::NotStarted,
        Status::Planned,
        Status::Partial,
        Status::Implemented,
        Status::Effective,
    ];

    /// The option of the question.
    pub fn code(self) -> &'static str {
        match self {
            Status::NotStarted => "not-started",
            Status::Planned => "planned",
            Status::Partial => "partial",
            Status::Implemented => "implemented",
            Status::Effective => "effective",
        }
    }

    /// Whether it says that the control is in place, so that something has to show it.
    pub fn in_place(self) -> bool {
        matches!(self, Status::Implemented | Status::Effective)
    }
}

impl<'d> Row<'d> {
    /// The same in every version: the id of the requirement, or that of the record.
    pub fn id(&self) -> &'d str {
        match (self.control, self.record) {
            (Some(control), _) => control.id.as_str(),
            (None, Some(record)) => record.id.as_str(),
            (None, None) => "",
        }
    }

    /// As people refer to it: `A.8.4`, `CTL-041`.
    pub fn reference(&self) -> String {
        match (self.control, self.record) {
            (Some(control), _) => control.reference.clone(),
            (None, Some(record)) => record.reference(),
            (None, None) => String::new(),
        }
    }

    /// What it is called.
    pub fn title(&self) -> &'d str {
        match (self.control, self.record) {
            (Some(control), _) => &control.title,
            (None, Some(record)) => &record.name,
            (None, None) => "",
        }
    }

    /// Whether it applies; none while nobody decided. Who says that the question whether it applies does not
    /// apply has left it out, for the reason given.
    pub fn decision(&self) -> Option<Decision> {
        match self.set_aside() {
            Some(_) => Some(Decision::Excluded),
            None => Decision::from_code(self.one(asked::APPLIES)?),
        }
    }

    /// The reason for which the question whether it applies was said not to apply.
    fn set_aside(&self) -> Option<&str> {
        match &self.said.get(asked::APPLIES)?.state {
            AnswerState::NotApplicable { reason } => Some(reason),
            _ => None,
        }
    }

    /// How far it is; none while nobody said.
    pub fn status(&self) -> Option<Status> {
        let code = self.one(asked::STATUS)?;
        Status::ALL.into_iter().find(|one| one.code() == code)
    }

    /// What calls for it, as options of the question.
    pub fn grounds(&self) -> impl Iterator<Item = &OptionId> {
        let chosen = match self.value(asked::GROUNDS) {
            Some(Value::Many(chosen)) => Some(chosen),
            _ => None,
        };
        chosen.into_iter().flatten()
    }

    /// Whether it is said to treat a risk.
    pub fn for_risk(&self) -> bool {
        self.grounds().any(|ground| ground.as_str() == "risk")
    }

    /// Why it was decided so, in words; empty while nobody said.
    pub fn reason(&self) -> &str {
        match self.decision() {
            Some(Decision::Included) => self.text(asked::REASON),
            Some(Decision::Excluded) => {
                let aside = self.set_aside();
                aside.unwrap_or_else(|| self.text(asked::EXCLUSION))
            }
            None => "",
        }
    }

    /// Whether something shows that it is kept: words, or a file.
    pub fn evidenced(&self) -> bool {
        !self.text(asked::EVIDENCE).is_empty() || self.files > 0
    }

    /// The text said to a question; empty without.
    pub fn text(&self, question: &str) -> &str {
        match self.value(question) {
            Some(Value::Text(text)) => text,
            _ => "",
        }
    }

    /// The day said to a question.
    pub fn day(&self, question: &str) -> Option<NaiveDate> {
        match self.value(question)? {
            Value::Date(day) => Some(*day),
            _ => None,
        }
    }

    /// The first record linked by a question.
    pub fn link(&self, question: &str) -> Option<&RecordId> {
        self.value(question)?.records().first()
    }

    /// The option said to a question.
    pub fn one(&self, question: &str) -> Option<&str> {
        match self.value(question)? {
            Value::One(option) => Some(option.as_str()),
            _ => None,
        }
    }

    fn value(&self, question: &str) -> Option<&Value> {
        self.said.get(question)?.value()
    }
}
