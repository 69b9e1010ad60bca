//! Finding questions over several questionnaires.

use crate::ids::QuestionId;
use crate::load::Authored;
use crate::problem::Flaw;
use crate::question::Question;

/// What stands where a question is looked for.
pub(super) enum Found<'a> {
    /// The question.
    Question(&'a Question),
    /// It is there and could not be read: whoever looks at it is not to blame.
    Broken,
    /// Nothing.
    Nowhere,
}

/// Looks for a question in some questionnaires.
pub(super) fn look_up<'a>(id: &QuestionId, all: &[&'a Authored]) -> Found<'a> {
    let mut questions = all.iter();
    if let Some(question) =
        questions.find_map(|authored| authored.questionnaire.question(id.as_str()))
    {
        return Found::Question(question);
    }
    let broken = |authored: &&Authored| authored.broken.iter().any(|broken| broken == id.as_str());
    if all.iter().any(broken) {
        Found::Broken
    } else {
        Found::Nowhere
    }
}

/// A reference that leads nowhere.
pub(super) fn unknown(what: &'static str, id: &str) -> Flaw {
    let id = id.to_owned();
    Flaw::Unknown { what, id }
}
