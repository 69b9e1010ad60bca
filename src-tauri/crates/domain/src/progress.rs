//! Which questions are asked, and how far the answers go. Derived on read, never stored.

use crate::answer::{AnswerState, Answers};
use crate::truth::{Truth, evaluate};
use content::{Question, Questionnaire, SectionId};

/// Where a question stands for one record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Shown and not answered.
    Open,
    /// Shown and answered with a value.
    Answered,
    /// Shown and answered "not applicable".
    NotApplicable,
    /// Shown and answered "don't know yet": a to-do.
    NotKnown,
    /// Not shown and not answered.
    Hidden,
    /// Not shown, but an answer from before is kept. It counts nowhere.
    SetAside,
}

/// Where one question stands. A follow-up is shown only once its condition holds: while that is
/// unknown, the question it hangs on is asked first.
pub fn standing(question: &Question, answers: &Answers) -> Standing {
    let answer = answers.get(&question.id);
    let shown = question.retired.is_none()
        && question
            .show_when
            .as_ref()
            .is_none_or(|condition| evaluate(condition, answers) == Truth::Yes);
    match (shown, answer.map(|answer| &answer.state)) {
        (false, None) => Standing::Hidden,
        (false, Some(_)) => Standing::SetAside,
        (true, None) => Standing::Open,
        (true, Some(AnswerState::Given(_))) => Standing::Answered,
        (true, Some(AnswerState::NotApplicable { .. })) => Standing::NotApplicable,
        (true, Some(AnswerState::NotKnown { .. })) => Standing::NotKnown,
    }
}

/// Only the answers that count: those of questions that are shown. What a condition may look at is
/// settled in one pass from the first question on, because content orders a question after those its
/// condition looks at (the content check holds that).
pub fn counted(questionnaire: &Questionnaire, answers: &Answers) -> Answers {
    let mut counted = Answers::new();
    for question in &questionnaire.questions {
        let shown = question
            .show_when
            .as_ref()
            .is_none_or(|condition| evaluate(condition, &counted) == Truth::Yes);
        if let Some(answer) = answers.get(&question.id)
            && shown
            && question.retired.is_none()
        {
            counted.insert(question.id.clone(), answer.clone());
        }
    }
    counted
}

/// Counts over the questions shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Progress {
    /// Questions shown.
    pub asked: usize,
    /// Of these: answered with a value or "not applicable".
    pub settled: usize,
    /// Of these: answered "don't know yet".
    pub to_find_out: usize,
    /// Required questions that are not settled.
    pub required_open: usize,
}

/// Progress over one section, or over the whole questionnaire without one.
pub fn progress(
    questionnaire: &Questionnaire,
    section: Option<&SectionId>,
    answers: &Answers,
) -> Progress {
    let counted = counted(questionnaire, answers);
    let mut progress = Progress::default();
    for question in &questionnaire.questions {
        if section.is_some_and(|section| question.section != *section) {
            continue;
        }
        let settled = match standing(question, &counted) {
            Standing::Hidden | Standing::SetAside => continue,
            Standing::Answered | Standing::NotApplicable => true,
            Standing::NotKnown => {
                progress.to_find_out += 1;
                false
            }
            Standing::Open => false,
        };
        progress.asked += 1;
        if settled {
            progress.settled += 1;
        } else if question.required {
            progress.required_open += 1;
        }
    }
    progress
}
