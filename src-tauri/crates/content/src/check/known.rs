//! Checks of what is known from elsewhere: who is told, what, why, and that everything looked at is there.

use super::look::{Found, look_up, unknown};
use super::questionnaire::misfit;
use crate::condition::Condition;
use crate::ids::{OptionId, QuestionId};
use crate::known::{Equivalence, Says};
use crate::load::{Authored, Told};
use crate::problem::{Flaw, Problem};
use crate::question::{Question, QuestionKind, RecordKind};

/// Checks one file against the questionnaires.
pub(crate) fn known(told: &Told, all: &[Authored], problems: &mut Vec<Problem>) {
    let mut flaw =
        |at: &dyn std::fmt::Display, what: Flaw| problems.push(Problem::new(&told.file, at, what));
    if told.version == 0 {
        flaw(&told.id, Flaw::VersionMissing);
    }
    let Some(own) = all.iter().find(|one| one.questionnaire.id == told.id) else {
        return flaw(&told.id, unknown("questionnaire", told.id.as_str()));
    };
    // Only what is asked of the same record, or of the organisation, is at hand.
    let about = [own.questionnaire.about, RecordKind::Organisation];
    let others: Vec<&Authored> = all
        .iter()
        .filter(|one| about.contains(&one.questionnaire.about))
        .filter(|one| one.questionnaire.id != told.id)
        .collect();
    for equivalence in &told.equivalences {
        for what in one(equivalence, own, &others) {
            flaw(&equivalence.question, what);
        }
    }
}

fn one(equivalence: &Equivalence, own: &Authored, others: &[&Authored]) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    for (name, words) in [("reason", &equivalence.reason), ("cite", &equivalence.cite)] {
        if words.trim().is_empty() {
            flaws.push(Flaw::Missing(name));
        }
    }
    match look_up(&equivalence.question, &[own]) {
        Found::Question(question) => flaws.extend(said(equivalence, question, others)),
        Found::Broken => {}
        Found::Nowhere => flaws.push(unknown("question", equivalence.question.as_str())),
    }
    if equivalence.when.questions().is_empty() {
        flaws.push(Flaw::Missing("when"));
    }
    for leaf in equivalence.when.leaves() {
        match leaf {
            Condition::Is(question, _)
            | Condition::Includes(question, _)
            | Condition::AtLeast(question, _)
            | Condition::Answered(question) => {
                flaws.extend(looked_at(question, own, others, |target| {
                    misfit(leaf, target)
                }));
            }
            other => flaws.push(Flaw::OnlyInRules(other.operator())),
        }
    }
    flaws
}

/// Whether what is said has the form the question asks for.
fn said(equivalence: &Equivalence, question: &Question, others: &[&Authored]) -> Vec<Flaw> {
    let does_not_fit = |question: &Question| Flaw::DoesNotFit {
        question: question.id.clone(),
        kind: question.kind,
    };
    let missing = |options: &[OptionId]| -> Vec<Flaw> {
        let unknown_one = |id: &&OptionId| question.option(id.as_str()).is_none();
        let options = options.iter().filter(unknown_one);
        options
            .map(|option| Flaw::UnknownOption(question.id.clone(), option.clone()))
            .collect()
    };
    match (&equivalence.says, question.kind) {
        (Says::Option(option), QuestionKind::Single) => missing(std::slice::from_ref(option)),
        (Says::Options(_), QuestionKind::Multi) if equivalence.counts => vec![Flaw::SeveralCount],
        (Says::Options(options), QuestionKind::Multi) => missing(options),
        (Says::AnswerOf(_), QuestionKind::Single | QuestionKind::Multi) => {
            vec![does_not_fit(question)]
        }
        (Says::AnswerOf(source), _) => match look_up(source, others) {
            Found::Question(target) if carries(target, question) => Vec::new(),
            Found::Question(target) => vec![does_not_fit(target)],
            Found::Broken => Vec::new(),
            Found::Nowhere => vec![unknown("question", source.as_str())],
        },
        _ => vec![does_not_fit(question)],
    }
}

/// Whether an answer to one question has the form that another asks for.
fn carries(from: &Question, to: &Question) -> bool {
    let longer = (from.kind, to.kind) == (QuestionKind::Text, QuestionKind::LongText);
    from.record == to.record && (from.kind == to.kind || longer)
}

/// What is wrong with looking at a question: it must be of another questionnaire, and fit.
fn looked_at(
    id: &QuestionId,
    own: &Authored,
    others: &[&Authored],
    misfit: impl Fn(&Question) -> Option<Flaw>,
) -> Option<Flaw> {
    match look_up(id, others) {
        Found::Question(target) if target.retired.is_some() => {
            Some(Flaw::LooksAtRetired(id.clone()))
        }
        Found::Question(target) => misfit(target),
        Found::Broken => None,
        Found::Nowhere if own.questionnaire.question(id.as_str()).is_some() => {
            Some(Flaw::LooksAtItself(id.clone()))
        }
        Found::Nowhere => Some(unknown("question", id.as_str())),
    }
}
