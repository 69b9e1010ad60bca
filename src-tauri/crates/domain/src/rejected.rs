//! Decisions the user may not take. Incomplete input is never one of them.

use content::{OptionId, QuestionId, QuestionKind, Wording};

/// Open questions that a refusal names; the others are counted.
const NAMED: usize = 5;

/// Why something was refused. Wording for people is in `assets/text`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Rejected {
    /// The answer does not have the form its question asks for.
    #[error("the answer to {question} is not a {kind:?}")]
    WrongForm {
        /// The question.
        question: QuestionId,
        /// What it asks for.
        kind: QuestionKind,
    },
    /// No such question in the questionnaire.
    #[error("there is no question {question}")]
    UnknownQuestion {
        /// The unknown word.
        question: QuestionId,
    },
    /// No such option in the question.
    #[error("{question} has no option {option}")]
    UnknownOption {
        /// The question.
        question: QuestionId,
        /// The unknown word.
        option: OptionId,
    },
    /// "Not applicable" needs a reason.
    #[error("{question} was set aside without a reason")]
    ReasonMissing {
        /// The question.
        question: QuestionId,
    },
    /// The text holds a control character that cannot be kept truthfully.
    #[error("the text of {question} has a control character at place {place}")]
    ControlCharacter {
        /// The question.
        question: QuestionId,
        /// In characters, from 1.
        place: usize,
    },
    /// The name holds a mark that turns the direction of writing without being seen.
    #[error("the name has a mark at place {place} that turns the direction of writing")]
    DirectionMark {
        /// In characters, from 1.
        place: usize,
    },
    /// The text is longer than one answer may be.
    #[error("the text of {question} is longer than {longest} bytes")]
    TooLong {
        /// The question.
        question: QuestionId,
        /// The limit in bytes.
        longest: usize,
    },
    /// What is asked for has happened, and the day lies ahead.
    #[error("{question} cannot lie after today")]
    NotYet {
        /// The question.
        question: QuestionId,
    },
    /// A record needs a name.
    #[error("a record needs a name")]
    NameMissing,
    /// The answer belongs to an assessment that is signed. It has to be reopened first.
    #[error("{question} belongs to an assessment that is signed")]
    SignedOff {
        /// The question.
        question: QuestionId,
    },
    /// The outcome is not settled: questions are open.
    #[error("questions are open: {}", .questions.join(", "))]
    StillOpen {
        /// Their short names.
        questions: Vec<String>,
    },
    /// The assessment is signed already and was not reopened.
    #[error("the assessment is signed already")]
    AlreadySigned,
    /// The assessment is not signed, so there is nothing to reopen.
    #[error("the assessment is not signed")]
    NotSigned,
    /// A sign-off needs the name of whoever signs.
    #[error("a sign-off needs a name")]
    SignerMissing,
    /// Reopening needs a reason.
    #[error("reopening needs a reason")]
    ReopeningReasonMissing,
    /// The linked record is not of the kind the question asks for, or does not exist.
    #[error("{question} links to a record that is not there")]
    UnknownRecord {
        /// The question.
        question: QuestionId,
    },
}

impl Rejected {
    /// The sentence a person is told.
    pub fn wording(&self) -> Wording {
        match self {
            Rejected::WrongForm { question, .. } => {
                Wording::plain("errors.domain.wrong-form").with("question", question)
            }
            Rejected::UnknownQuestion { question } => {
                Wording::plain("errors.domain.unknown-question").with("question", question)
            }
            Rejected::UnknownOption { question, option } => {
                Wording::plain("errors.domain.unknown-option")
                    .with("question", question)
                    .with("option", option)
            }
            Rejected::ReasonMissing { question } => {
                Wording::plain("errors.domain.reason-missing").with("question", question)
            }
            Rejected::ControlCharacter { question, place } => {
                Wording::plain("errors.domain.control-character")
                    .with("question", question)
                    .with("place", place)
            }
            Rejected::DirectionMark { place } => {
                Wording::plain("errors.domain.direction-mark").with("place", place)
            }
            Rejected::TooLong { question, longest } => Wording::plain("errors.domain.too-long")
                .with("question", question)
                .with("longest", longest),
            Rejected::NotYet { question } => {
                Wording::plain("errors.domain.not-yet").with("question", question)
            }
            Rejected::NameMissing => Wording::plain("errors.domain.name-missing"),
            Rejected::SignedOff { question } => {
                Wording::plain("errors.domain.signed-off").with("question", question)
            }
            Rejected::StillOpen { questions } => {
                let (named, more) = questions.split_at(questions.len().min(NAMED));
                let key = match more {
                    [] => "errors.domain.still-open",
                    _ => "errors.domain.still-open-and-more",
                };
                Wording::plain(key)
                    .with("questions", named.join(", "))
                    .with("more", more.len())
            }
            Rejected::AlreadySigned => Wording::plain("errors.domain.already-signed"),
            Rejected::NotSigned => Wording::plain("errors.domain.not-signed"),
            Rejected::SignerMissing => Wording::plain("errors.domain.signer-missing"),
            Rejected::ReopeningReasonMissing => {
                Wording::plain("errors.domain.reopening-reason-missing")
            }
            Rejected::UnknownRecord { question } => {
                Wording::plain("errors.domain.unknown-record").with("question", question)
            }
        }
    }
}
