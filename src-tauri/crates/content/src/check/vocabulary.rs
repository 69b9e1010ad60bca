//! Checks of the words that lists of other people use: each stands for something that is asked, and for
//! one thing only.

use super::look::unknown;
use crate::load::Authored;
use crate::problem::{Flaw, Problem};
use crate::question::Question;
use crate::vocabulary::Vocabulary;
use std::collections::BTreeSet;

/// Checks one file of words against the questionnaires.
pub(crate) fn vocabulary(
    file: &str,
    vocabulary: &Vocabulary,
    authored: &[Authored],
    problems: &mut Vec<Problem>,
) {
    let mut flaw = |at: &str, what: Flaw| problems.push(Problem::new(file, at, what));
    if vocabulary.version == 0 {
        flaw("file", Flaw::VersionMissing);
    }
    for (question, words) in vocabulary.all_headings() {
        let id = question.as_str();
        if id != Vocabulary::NAME && !is_known(authored, id) {
            flaw(id, unknown("question", id));
        }
        each_once(words, &mut BTreeSet::new(), |what| flaw(id, what));
    }
    for question in vocabulary.with_options() {
        let id = question.as_str();
        if !is_known(authored, id) {
            flaw(id, unknown("question", id));
            continue;
        }
        let mut seen = BTreeSet::new();
        for (option, words) in vocabulary.options(id) {
            if let Some(question) = find(authored, id)
                && question.option(option.as_str()).is_none()
            {
                flaw(id, unknown("option", option.as_str()));
            }
            each_once(words, &mut seen, |what| flaw(id, what));
        }
    }
}

/// No word is blank or stands for two things.
fn each_once<'w>(words: &'w [String], seen: &mut BTreeSet<&'w str>, mut flaw: impl FnMut(Flaw)) {
    if words.is_empty() || words.iter().any(|word| word.trim().is_empty()) {
        flaw(Flaw::Missing("word"));
    }
    for word in words {
        if !seen.insert(word) {
            flaw(Flaw::DoubledWord(word.clone()));
        }
    }
}

fn find<'a>(authored: &'a [Authored], id: &str) -> Option<&'a Question> {
    let mut all = authored.iter();
    all.find_map(|authored| authored.questionnaire.question(id))
}

/// Whether a question is there, or would be if it could be read.
fn is_known(authored: &[Authored], id: &str) -> bool {
    let broken = |authored: &Authored| authored.broken.iter().any(|broken| broken == id);
    find(authored, id).is_some() || authored.iter().any(broken)
}
