//! Checks of clocks: words, duties, and that they look at what is asked about incidents.

use super::framework::Found as Noted;
use super::look::{Found, look_up};
use super::questionnaire::misfit;
use super::reach::{Ground, can_hold};
use crate::clock::Clock;
use crate::condition::Condition;
use crate::ids::{QuestionId, is_kebab};
use crate::load::Authored;
use crate::problem::Flaw;
use crate::question::{Question, QuestionKind, RecordKind};

/// Checks every clock of a framework.
pub(super) fn check(noted: &mut Noted, questionnaires: &[Authored]) {
    let authored = noted.authored;
    noted.ids(
        authored
            .clocks
            .iter()
            .map(|(f, c)| (f.as_str(), c.id.as_str())),
        is_kebab,
    );
    let about: Vec<&Authored> = questionnaires
        .iter()
        .filter(|one| one.questionnaire.about == RecordKind::Incident)
        .collect();
    for (file, clock) in &authored.clocks {
        words(noted, file, clock);
        duties(noted, file, clock);
        dates(noted, file, clock, &about);
        let before = noted.problems.len();
        condition(noted, file, clock, &about);
        if noted.problems.len() == before
            && let [own] = about.as_slice()
            && !can_hold(&Ground::answers(&own.questionnaire), &clock.when)
        {
            noted.flaw(file, &clock.id, Flaw::Unmeetable);
        }
    }
}

fn words(noted: &mut Noted, file: &str, clock: &Clock) {
    let at = clock.id.as_str();
    let words = [
        ("title", clock.title.as_str()),
        ("plain", &clock.plain),
        ("to", &clock.to),
        ("cite", &clock.cite),
    ];
    noted.words(file, at, &words);
    if clock.sources.is_empty() {
        noted.flaw(file, at, Flaw::Missing("sources"));
    }
    if clock.duties.is_empty() {
        noted.flaw(file, at, Flaw::Missing("duties"));
    }
}

fn duties(noted: &mut Noted, file: &str, clock: &Clock) {
    let authored = noted.authored;
    for id in &clock.duties {
        if !authored.duties.iter().any(|(_, duty)| duty.id == *id) {
            noted.unknown(file, &clock.id, "duty", id.as_str());
        }
    }
    let Some(head) = &authored.head else { return };
    for id in &clock.sources {
        if !head.sources.iter().any(|source| source.id == *id) {
            noted.unknown(file, &clock.id, "source", id.as_str());
        }
    }
    for id in &clock.unsettled {
        if head.unsettled(id).is_none() {
            noted.unknown(file, &clock.id, "unsettled point", id.as_str());
        }
    }
}

fn dates(noted: &mut Noted, file: &str, clock: &Clock, about: &[&Authored]) {
    for id in [&clock.from, &clock.done] {
        question(noted, file, clock, about, id, |target| {
            let what = Flaw::DoesNotFit {
                question: target.id.clone(),
                kind: target.kind,
            };
            (target.kind != QuestionKind::Date).then_some(what)
        });
    }
}

fn condition(noted: &mut Noted, file: &str, clock: &Clock, about: &[&Authored]) {
    if clock.when.questions().is_empty() {
        noted.flaw(file, &clock.id, Flaw::Missing("when"));
    }
    for leaf in clock.when.leaves() {
        match leaf {
            Condition::Is(id, _)
            | Condition::Includes(id, _)
            | Condition::AtLeast(id, _)
            | Condition::Answered(id) => {
                question(noted, file, clock, about, id, |target| misfit(leaf, target));
            }
            other => noted.flaw(file, &clock.id, Flaw::OnlyInRules(other.operator())),
        }
    }
}

fn question(
    noted: &mut Noted,
    file: &str,
    clock: &Clock,
    about: &[&Authored],
    id: &QuestionId,
    misfit: impl Fn(&Question) -> Option<Flaw>,
) {
    match look_up(id, about) {
        Found::Question(target) if target.retired.is_some() => {
            noted.flaw(file, &clock.id, Flaw::LooksAtRetired(id.clone()));
        }
        Found::Question(target) => {
            if let Some(what) = misfit(target) {
                noted.flaw(file, &clock.id, what);
            }
        }
        Found::Broken => {}
        Found::Nowhere => noted.unknown(file, &clock.id, "question", id.as_str()),
    }
}
