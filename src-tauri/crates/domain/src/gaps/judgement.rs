//! What was judged about one requirement in one run, read from a record of kind `Finding`.

use crate::answer::{Answer, AnswerState, Answers, Value};
use crate::gaps;
use crate::progress::counted;
use crate::record::RecordId;
use content::{QuestionId, Questionnaire};

/// A closed set of words that answers use.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$one:meta])* $variant:ident = $code:literal,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$one])* $variant,)* }

        impl $name {
            /// Every one, in order.
            pub const ALL: &[$name] = &[$($name::$variant),*];

            /// The word for it in answers, texts and exports.
            pub fn code(self) -> &'static str {
                match self { $($name::$variant => $code),* }
            }

            /// The one with this word.
            pub fn from_code(code: &str) -> Option<$name> {
                $name::ALL.iter().copied().find(|one| one.code() == code)
            }
        }
    };
}

words! {
    /// How far a requirement is met.
    Conformity {
        /// Met.
        Met = "met",
        /// Partly met.
        Partly = "partly",
        /// Not met.
        NotMet = "not-met",
        /// It does not apply, for a reason that somebody gave.
        NotApplicable = "not-applicable",
        /// Nobody looked, or nobody said. Never counted as missing.
        NotLookedAt = "not-looked-at",
    }
}

words! {
    /// What was seen of something, be it that it exists or that it works.
    Seen {
        /// All of it.
        Yes = "yes",
        /// Some of it.
        Partly = "partly",
        /// Nothing.
        No = "no",
    }
}

words! {
    /// How much a gap weighs; the heaviest first.
    Severity {
        /// The system, or a whole part of it, cannot do what it is for.
        Major = "major",
        /// A single slip or a part of a requirement.
        Minor = "minor",
        /// Met, but it will not hold by itself.
        Observation = "observation",
        /// Met; it could be better.
        Improvement = "improvement",
    }
}

words! {
    /// What a person decided about evidence of a neighbouring standard.
    Credit {
        /// It can be used again.
        Confirmed = "confirmed",
        /// Some of it can.
        Part = "part",
        /// It cannot.
        Declined = "declined",
    }
}

impl Conformity {
    /// Whether somebody looked and judged.
    pub fn is_judged(self) -> bool {
        matches!(
            self,
            Conformity::Met | Conformity::Partly | Conformity::NotMet
        )
    }
}

/// What was judged about one requirement in one run. Only answers that count are read: those of
/// follow-up questions that are hidden are left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judgement {
    /// The record that holds it; none as long as nothing was said.
    pub record: Option<RecordId>,
    /// How far the requirement is met.
    pub conformity: Conformity,
    /// Whether somebody said so; an answer that is missing reads as not looked at.
    pub said: bool,
    /// Why it does not apply; empty unless it does not.
    pub reason: String,
    /// Whether there is something; none while nobody judged it.
    pub exists: Option<Seen>,
    /// Whether it works; none while nobody judged it.
    pub works: Option<Seen>,
    /// From 0 to 5; none while nobody judged it.
    pub maturity: Option<u8>,
    /// How much the gap weighs.
    pub severity: Option<Severity>,
    /// What is missing; empty while nobody said.
    pub what: String,
    /// What was said and seen.
    pub note: String,
    /// What shows it.
    pub evidence: String,
    /// What a person decided about evidence of a neighbouring standard.
    pub credit: Option<Credit>,
    /// Who decided so.
    pub credit_by: String,
    /// Which evidence it is.
    pub credit_evidence: String,
    /// Marked to be looked at once more.
    pub flagged: bool,
    /// Stands on the list of what has still to be asked.
    pub ask_again: bool,
    /// What is to be asked, and whom.
    pub ask: String,
    /// Seconds spent on it in the interview.
    pub seconds: u32,
    /// Questions whose answers are kept but count nowhere, in their order.
    pub set_aside: Vec<QuestionId>,
}

impl Default for Judgement {
    fn default() -> Self {
        Judgement {
            record: None,
            conformity: Conformity::NotLookedAt,
            said: false,
            reason: String::new(),
            exists: None,
            works: None,
            maturity: None,
            severity: None,
            what: String::new(),
            note: String::new(),
            evidence: String::new(),
            credit: None,
            credit_by: String::new(),
            credit_evidence: String::new(),
            flagged: false,
            ask_again: false,
            ask: String::new(),
            seconds: 0,
            set_aside: Vec::new(),
        }
    }
}

impl Judgement {
    /// Reads what was answered about one requirement. `asked` is the questionnaire about findings.
    pub fn of(record: &RecordId, asked: &Questionnaire, answers: &Answers) -> Self {
        let all = answers;
        let answers = &counted(asked, all);
        let (conformity, reason) = conformity(answers.get(gaps::CONFORMITY));
        // What was judged before somebody said that it does not apply, or was not looked at after all,
        // is kept and counts no longer.
        let counts = match answers.get(gaps::CONFORMITY) {
            Some(_) => conformity.is_judged() || said_unknown(answers),
            None => true,
        };
        let seen = |question| {
            let seen = Seen::from_code(one(answers, question)?);
            seen.filter(|_| counts)
        };
        let marked = |mark: &str| match value(answers, gaps::FLAG) {
            Some(Value::Many(marks)) => marks.contains(mark),
            _ => false,
        };
        Judgement {
            record: Some(record.clone()),
            conformity,
            said: answers.contains_key(gaps::CONFORMITY),
            reason,
            exists: seen(gaps::EXISTS),
            works: seen(gaps::WORKS),
            maturity: one(answers, gaps::MATURITY)
                .and_then(|step| step.strip_prefix("level-")?.parse().ok())
                .filter(|step| *step <= 5),
            severity: one(answers, gaps::SEVERITY).and_then(Severity::from_code),
            what: text(answers, gaps::WHAT),
            note: text(answers, gaps::NOTE),
            evidence: text(answers, gaps::EVIDENCE),
            credit: one(answers, gaps::CREDIT).and_then(Credit::from_code),
            credit_by: text(answers, gaps::CREDIT_BY),
            credit_evidence: text(answers, gaps::CREDIT_EVIDENCE),
            flagged: marked("flag"),
            ask_again: marked("ask-again") || said_unknown(answers),
            ask: text(answers, gaps::ASK),
            seconds: match value(answers, gaps::SECONDS) {
                Some(Value::Number(seconds)) => u32::try_from(*seconds).unwrap_or(0),
                _ => 0,
            },
            set_aside: asked
                .questions
                .iter()
                .map(|question| &question.id)
                .filter(|id| all.contains_key(*id) && !answers.contains_key(*id))
                .cloned()
                .collect(),
        }
    }

    /// Whether there is something to close: the requirement is not, or only partly, met, or somebody gave
    /// what they found a weight.
    pub fn is_gap(&self) -> bool {
        matches!(self.conformity, Conformity::Partly | Conformity::NotMet)
            || self.severity.is_some()
    }
}

/// How far the requirement is met, and why it does not apply.
fn conformity(answer: Option<&Answer>) -> (Conformity, String) {
    match answer.map(|answer| &answer.state) {
        Some(AnswerState::NotApplicable { reason }) => (Conformity::NotApplicable, reason.clone()),
        Some(AnswerState::Given(Value::One(option))) => {
            let known = Conformity::from_code(option.as_str());
            (known.unwrap_or(Conformity::NotLookedAt), String::new())
        }
        _ => (Conformity::NotLookedAt, String::new()),
    }
}

/// Whether the answer on conformity is "don't know yet": somebody has to ask again.
fn said_unknown(answers: &Answers) -> bool {
    let answer = answers.get(gaps::CONFORMITY);
    answer.is_some_and(|answer| matches!(answer.state, AnswerState::NotKnown { .. }))
}

pub(super) fn value<'n>(answers: &'n Answers, question: &str) -> Option<&'n Value> {
    answers.get(question)?.value()
}

pub(super) fn one<'n>(answers: &'n Answers, question: &str) -> Option<&'n str> {
    match value(answers, question)? {
        Value::One(option) => Some(option.as_str()),
        _ => None,
    }
}

pub(super) fn text(answers: &Answers, question: &str) -> String {
    match value(answers, question) {
        Some(Value::Text(text)) => text.clone(),
        _ => String::new(),
    }
}
