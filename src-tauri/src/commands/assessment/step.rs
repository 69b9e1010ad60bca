//! One step of an assessment.

use super::signing::{newest, revisions};
use crate::commands::classification::revision_view;
use crate::commands::wizard::{Stand, show_step_of};
use crate::desk::Desk;
use crate::error::AppError;
use crate::impacts::{Asked, Judged, Subject, knowing};
use crate::known;
use crate::show::{self, Names};
use crate::wire::assessment::{
    AssessmentScreen, Hindrance, HindranceKind, KnownAnswer, OneAssessmentStep, OwedState,
    OwedView, ReviewState, SectionReview,
};
use domain::Truth;
use domain::assessment::{Assessment, Hindrances, Review};
use domain::impact::{IMPACT_ASSESSMENT, Owed};

pub(super) fn screen(
    desk: &Desk,
    OneAssessmentStep {
        questionnaire,
        record,
        section,
    }: OneAssessmentStep,
) -> Result<AssessmentScreen, AppError> {
    let asked = Asked::of(desk)?;
    let knowing = knowing(desk, &questionnaire)?;
    desk.read(|open| {
        let subject = Subject::of(desk, open, &asked, &record)?;
        let assessment = subject.assessment(&knowing);
        let judged = subject.judge(desk, &asked)?;
        let stand = Stand {
            questionnaire: assessment.questionnaire,
            own: &assessment.own,
            facts: &assessment.facts,
        };
        let record = subject.case.record.clone();
        let step = show_step_of(open, record, &stand, section.as_deref())?;
        let names = Names::of(&open.file);
        let known = step.questions.iter().filter_map(|question| {
            let known = assessment.known.get(question.id.as_str())?;
            Some(KnownAnswer {
                question: question.id.clone(),
                fact: known::view(desk, &names, (&subject.case).into(), known),
            })
        });
        let sections = &assessment.questionnaire.sections;
        let here = sections.iter().find(|one| one.id.as_str() == step.section);
        let all = revisions(open, &subject.case.record.id, &assessment.questionnaire.id)?;
        Ok(AssessmentScreen {
            known: known.collect(),
            review: here
                .and_then(|section| section.review.as_ref())
                .map(ToString::to_string),
            reviews: sections
                .iter()
                .filter(|section| section.review.is_some())
                .map(|section| SectionReview {
                    section: section.id.to_string(),
                    review: assessment.review(section).map(review),
                })
                .collect(),
            owed: judged
                .owed
                .iter()
                .find(|owed| owed.rule.assessment == assessment.questionnaire.id)
                .map(owed_view),
            hindrances: hindrances(&assessment, &judged),
            signed: newest(&all)
                .cloned()
                .map(|revision| revision_view(open, revision))
                .transpose()?,
            revisions: all
                .into_iter()
                .map(|revision| revision_view(open, revision))
                .collect::<Result<_, _>>()?,
            questionnaire: assessment.questionnaire.id.to_string(),
            step,
        })
    })
}

fn review(review: Review) -> ReviewState {
    match review {
        Review::ToCorrect => ReviewState::ToCorrect,
        Review::Improvable => ReviewState::Improvable,
        Review::Accepted => ReviewState::Accepted,
    }
}

pub(crate) fn owed_view(owed: &Owed<'_>) -> OwedView {
    OwedView {
        owed: owed_state(owed.truth),
        because: owed.because().to_owned(),
        cite: owed.rule.cite.clone(),
    }
}

/// A truth as the screens show it.
pub(crate) fn owed_state(truth: Truth) -> OwedState {
    match truth {
        Truth::Yes => OwedState::Owed,
        Truth::No => OwedState::NotOwed,
        Truth::Unknown => OwedState::Open,
    }
}

/// What stands in the way of signing: open questions, sections to correct, and of the impact assessment
/// entries that are not weighed.
pub(crate) fn hindrances(assessment: &Assessment<'_>, judged: &Judged<'_>) -> Vec<Hindrance> {
    let Hindrances { open, to_correct } = assessment.hindrances();
    let mut all: Vec<Hindrance> = to_correct
        .into_iter()
        .map(|section| Hindrance {
            kind: HindranceKind::ToCorrect,
            section: section.id.to_string(),
            question: String::new(),
            label: section.title.clone(),
            record: None,
        })
        .collect();
    all.extend(open.into_iter().map(|question| Hindrance {
        kind: HindranceKind::Open,
        section: question.section.to_string(),
        question: question.id.to_string(),
        label: question.label.clone(),
        record: None,
    }));
    if assessment.questionnaire.id.as_str() == IMPACT_ASSESSMENT {
        let beside = |kind, label: String, record| Hindrance {
            kind,
            section: String::new(),
            question: String::new(),
            label,
            record,
        };
        if judged.entries.is_empty() {
            all.push(beside(HindranceKind::NoEntries, String::new(), None));
        }
        let unrated = judged.entries.iter();
        let unrated = unrated.filter(|entry| judged.outcome.unrated.contains(&entry.record.id));
        all.extend(unrated.map(|entry| {
            let link = show::link(entry.record.clone());
            beside(HindranceKind::NotWeighed, link.name.clone(), Some(link))
        }));
    }
    all
}
