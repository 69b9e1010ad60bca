//! Checks of what the file says about controls: each suggestion speaks of controls that are there, and looks
//! at questions that are asked about the records it names.

use super::look::{Found, look_up, unknown};
use super::questionnaire::misfit;
use crate::applicability::{Applicability, Suggestion};
use crate::condition::Condition;
use crate::load::Authored;
use crate::problem::{Flaw, Problem};
use crate::standard::{RequirementLevel, Standard};
use std::collections::BTreeSet;

/// Checks one file against its standard and the questionnaires.
pub(crate) fn applicability(
    file: &str,
    told: &Applicability,
    standards: &[(String, Standard)],
    all: &[Authored],
    problems: &mut Vec<Problem>,
) {
    let mut flaw =
        |at: &dyn std::fmt::Display, what: Flaw| problems.push(Problem::new(file, at, what));
    if told.version == 0 {
        flaw(&told.id, Flaw::VersionMissing);
    }
    let mut known = standards.iter().map(|(_, standard)| standard);
    let Some(standard) = known.find(|one| one.id == told.id) else {
        return flaw(&told.id, unknown("standard", told.id.as_str()));
    };
    let mut seen = BTreeSet::new();
    for suggestion in &told.suggestions {
        if !suggestion.id.is_well_formed() {
            flaw(&suggestion.id, Flaw::MalformedId);
        }
        if !seen.insert(&suggestion.id) {
            let also_in = file.to_owned();
            flaw(&suggestion.id, Flaw::DoubledId { also_in });
        }
        for what in one(suggestion, standard, all) {
            flaw(&suggestion.id, what);
        }
    }
}

fn one(suggestion: &Suggestion, standard: &Standard, all: &[Authored]) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    for (name, words) in [("reason", &suggestion.reason), ("cite", &suggestion.cite)] {
        if words.trim().is_empty() {
            flaws.push(Flaw::Missing(name));
        }
    }
    if suggestion.controls.is_empty() {
        flaws.push(Flaw::Missing("controls"));
    }
    for control in &suggestion.controls {
        let known = standard.requirement(control.as_str());
        if known.is_none_or(|known| known.level != RequirementLevel::Control) {
            flaws.push(unknown("control", control.as_str()));
        }
    }
    if suggestion.when.questions().is_empty() {
        flaws.push(Flaw::Missing("when"));
    }
    let about: Vec<&Authored> = all
        .iter()
        .filter(|one| one.questionnaire.about == suggestion.about)
        .collect();
    for leaf in suggestion.when.leaves() {
        let Some(id) = leaf.question() else {
            flaws.push(Flaw::OnlyInRules(leaf.operator()));
            continue;
        };
        if matches!(leaf, Condition::Before(..)) {
            flaws.push(Flaw::OnlyInRules(leaf.operator()));
        }
        match look_up(id, &about) {
            Found::Question(target) if target.retired.is_some() => {
                flaws.push(Flaw::LooksAtRetired(id.clone()));
            }
            Found::Question(target) => flaws.extend(misfit(leaf, target)),
            Found::Broken => {}
            Found::Nowhere => flaws.push(unknown("question", id.as_str())),
        }
    }
    flaws
}
