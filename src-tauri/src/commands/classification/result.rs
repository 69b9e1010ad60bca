//! The whole result: class, reasons, duties, what would change it, what is unsettled.

use super::parts::{case, is_to_find_out, mark, strip, turned};
use super::signing::{revisions, view};
use super::telling::{detail, duty, role, unsettled};
use crate::desk::Desk;
use crate::error::AppError;
use crate::law::Case;
use crate::show::{self, Names};
use crate::wire::classification_result::{
    Advice, ClassificationResult, DecidedBy, DecidedKind, DraftReading, DutiesOfRole, LaterWarning,
    OneResult, QuestionLink, Reason,
};
use crate::wire::classification_revision::RevisionView;
use chrono::NaiveDate;
use content::QuestionId;
use domain::Truth;
use domain::law::{Deciding, Determination, Finding, Owed, Said};

/// The mark of a system with modules that can be looked at apart.
const SPLIT: &str = "split_possible";

pub(super) fn result(
    desk: &Desk,
    OneResult { record, on }: OneResult,
) -> Result<ClassificationResult, AppError> {
    let today = desk.outside().today();
    let on = match on {
        None => today,
        Some(day) => NaiveDate::parse_from_str(&day, "%Y-%m-%d")
            .map_err(|_| AppError::Nonsense { what: "date" })?,
    };
    let law = desk.law()?;
    let case = desk.read(|open| case(desk, open, &record))?;
    let road = case.road(desk, on)?;
    let found = law.engine.classify(&case.facts, on);
    let turns = turned(desk, &case, on)?;
    let telling = Telling {
        desk,
        case: &case,
        found: &found,
    };
    let concludes = |finding: &&Finding<'_>| finding.truth == Truth::Yes && finding.counts;
    let (reasons, not_met, revisions) = desk.read(|open| {
        let names = Names::of(&open.file);
        let reason = |finding| telling.reason(&names, finding);
        let holding = found.trace.iter().filter(concludes);
        let mut reasons: Vec<Reason> = holding.map(reason).collect();
        // What concludes something is read first.
        reasons.sort_by_key(|one| {
            let said = [
                one.class.is_some(),
                !one.point.is_empty(),
                !one.role.is_empty(),
            ];
            said.iter().position(|says| *says).unwrap_or(said.len())
        });
        let rest = found.trace.iter().filter(|finding| !concludes(finding));
        let revisions = revisions(desk, open, &case)?.into_iter();
        let revisions = revisions.map(|one| view(open, one));
        let revisions = revisions.collect::<Result<Vec<RevisionView>, AppError>>()?;
        Ok((reasons, rest.map(reason).collect(), revisions))
    })?;
    let links = |wanted: &dyn Fn(&QuestionId) -> bool, all: &[&QuestionId]| -> Vec<QuestionLink> {
        let wanted = all.iter().filter(|id| wanted(id));
        wanted.map(|id| telling.link(id)).collect()
    };
    let unknown = |id: &QuestionId| is_to_find_out(&case, id);
    Ok(ClassificationResult {
        signed: revisions
            .last()
            .filter(|last| last.reopened_at.is_none())
            .cloned(),
        revisions,
        on: on.to_string(),
        today: today.to_string(),
        strip: strip(desk, &case, &found, &road)?,
        classes: found
            .classes
            .iter()
            .map(|class| detail(mark(class), &class.plain, &class.cite))
            .collect(),
        open_classes: found.open_classes.iter().map(|class| mark(class)).collect(),
        roles: found.roles.iter().map(|one| role(one)).collect(),
        confidence: found.confidence.code().to_owned(),
        reasons,
        not_met,
        duties: duties(&found),
        open_duties: found.open_duties.len(),
        warnings: found
            .warnings
            .iter()
            .map(|warning| LaterWarning {
                title: warning.rule.title.clone(),
                plain: warning.rule.plain.clone(),
                cite: warning.rule.cite.clone(),
                from: warning.from.to_string(),
                class: warning
                    .rule
                    .class
                    .as_ref()
                    .and_then(|id| law.framework.class(id))
                    .map(mark),
            })
            .collect(),
        advice: found
            .advice
            .iter()
            .map(|rule| Advice {
                title: rule.title.clone(),
                words: rule.advice.clone(),
                cite: rule.cite.clone(),
            })
            .collect(),
        split: found.flags.contains(&SPLIT),
        turns,
        unsettled: found
            .unsettled
            .iter()
            .map(|doubt| unsettled(doubt.point, doubt.applies))
            .collect(),
        drafts: found
            .drafts
            .iter()
            .map(|differing| DraftReading {
                title: differing.rule.title.clone(),
                note: differing.draft.note.clone(),
                cite: differing.draft.cite.clone(),
                holds: differing.holds,
            })
            .collect(),
        open: links(&|id| !unknown(id), &road.open),
        to_find_out: links(&unknown, &road.open),
        optional: links(&|_| true, &road.further),
        first: road.settled.first().map(ToString::to_string),
        content_version: law.engine.content_version(),
        as_of: law.framework.as_of.to_string(),
        caveat: law.framework.caveat.clone(),
        record: show::link(case.record),
    })
}

struct Telling<'t> {
    desk: &'t Desk,
    case: &'t Case,
    found: &'t Determination<'static>,
}

impl Telling<'_> {
    fn link(&self, id: &QuestionId) -> QuestionLink {
        let question = self.desk.library().question(id.as_str());
        QuestionLink {
            question: id.to_string(),
            label: question.map_or_else(String::new, |question| question.label.clone()),
        }
    }

    fn reason(&self, names: &Names<'_>, finding: &Finding<'static>) -> Reason {
        let Finding {
            rule,
            truth,
            counts,
            deciding,
            open: _, // named as open questions of the whole
        } = finding;
        let framework = self.found.framework;
        let stages = framework.stages.iter();
        let stage = stages.clone().find(|stage| stage.id == rule.stage);
        let role = rule.role.as_ref().and_then(|id| framework.role(id));
        let class = rule.class.as_ref().and_then(|id| framework.class(id));
        Reason {
            rule: rule.id.to_string(),
            stage: stage.map_or_else(String::new, |stage| stage.title.clone()),
            title: rule.title.clone(),
            plain: rule.plain.clone(),
            cite: rule.cite.clone(),
            class: class.map(mark),
            role: role.map_or_else(String::new, |role| role.title.clone()),
            point: rule.point.clone().unwrap_or_default(),
            open: !truth.settled(),
            counts: *counts,
            decided_by: deciding
                .iter()
                .map(|one| self.decided_by(names, one))
                .collect(),
        }
    }

    fn decided_by(&self, names: &Names<'_>, deciding: &Deciding<'static>) -> DecidedBy {
        let (id, said) = match deciding {
            Deciding::Day(date, reached) => {
                let reading = if *reached {
                    DecidedKind::Reached
                } else {
                    DecidedKind::NotReached
                };
                return DecidedBy {
                    question: None,
                    label: date.what.clone(),
                    said: reading,
                    words: date.on.to_string(),
                };
            }
            Deciding::Answer(id, said) => (*id, said),
        };
        let question = self.desk.library().question(id.as_str());
        let label = |option: &content::OptionId| {
            let choice = question.and_then(|question| question.option(option.as_str()));
            choice.map_or_else(String::new, |choice| choice.label.clone())
        };
        // The whole answer, where no single part of it decided.
        let whole = || {
            let answer = self.case.facts.get(id).zip(question);
            answer.map_or_else(String::new, |(answer, question)| {
                names.words(self.desk, |words| words.answer(question, answer))
            })
        };
        let (said, words) = match said {
            Said::Chosen(option) => (DecidedKind::Said, label(option)),
            Said::NotChosen(option) => (DecidedKind::NotChosen, label(option)),
            Said::Number(_) | Said::Day(_) | Said::Given => (DecidedKind::Said, whole()),
            Said::NotApplicable => (DecidedKind::NotApplicable, whole()),
        };
        DecidedBy {
            question: Some(id.to_string()),
            label: question.map_or_else(String::new, |question| question.label.clone()),
            said,
            words,
        }
    }
}

/// Duties by role, each list by the day it binds; those without a day come last.
fn duties(found: &Determination<'_>) -> Vec<DutiesOfRole> {
    let roles = found.roles.iter().map(|role| {
        let own = found.duties.iter().filter(|owed| owed.role.id == role.id);
        let mut own: Vec<&Owed<'_>> = own.collect();
        own.sort_by_key(|owed| {
            let day = owed.effective.map(|date| date.on);
            (day.is_none(), day)
        });
        DutiesOfRole {
            role: role.title.clone(),
            duties: own.into_iter().map(duty).collect(),
        }
    });
    roles.filter(|role| !role.duties.is_empty()).collect()
}
