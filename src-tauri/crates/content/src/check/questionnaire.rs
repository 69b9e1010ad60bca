//! Checks of questionnaires: ids, sections, order, conditions, what each kind of question needs.

use super::reach;
use crate::condition::Condition;
use crate::ids::{OptionId, QuestionId, SectionId};
use crate::load::Authored;
use crate::problem::{Flaw, Problem};
use crate::question::{PartOf, Question, QuestionKind, Questionnaire, REVIEW, RecordKind};
use std::collections::BTreeMap;

/// Checks every questionnaire, that ids are unique over all of them, and subjects over those that
/// describe records.
pub(crate) fn questionnaires(all: &[Authored], problems: &mut Vec<Problem>) {
    let mut subjects: BTreeMap<RecordKind, &str> = BTreeMap::new();
    let mut ids: BTreeMap<&QuestionId, &str> = BTreeMap::new();
    for authored in all {
        let Authored {
            file,
            questionnaire,
            broken: _,
        } = authored;
        if !questionnaire.assessment
            && let Some(other) = subjects.insert(questionnaire.about, file)
        {
            let also_in = other.to_owned();
            problems.push(Problem::new(
                file,
                &questionnaire.id,
                Flaw::DoubledSubject { also_in },
            ));
        }
        for question in &questionnaire.questions {
            if let Some(other) = ids.insert(&question.id, file) {
                let also_in = other.to_owned();
                problems.push(Problem::new(
                    file,
                    &question.id,
                    Flaw::DoubledId { also_in },
                ));
            }
        }
        check(authored, problems);
        for question in &questionnaire.questions {
            if let Some(scale) = &question.scale
                && !scale_is_there(all, questionnaire, question)
            {
                let (by, of) = (scale.by.clone(), scale.of.clone());
                let what = Flaw::UnknownScale { by, of };
                problems.push(Problem::new(file, &question.id, what));
            }
        }
        if let Some(part_of) = &questionnaire.part_of
            && !belongs(all, questionnaire, part_of)
        {
            let what = Flaw::UnknownAssessment(part_of.assessment.clone());
            problems.push(Problem::new(file, &questionnaire.id, what));
        }
    }
}

/// Whether the question that links a part to the record assessed is there, of the right kind, and the
/// assessment is one.
fn belongs(all: &[Authored], part: &Questionnaire, part_of: &PartOf) -> bool {
    let assessed = all
        .iter()
        .map(|authored| &authored.questionnaire)
        .find(|one| one.id == part_of.assessment);
    let link = part.question(part_of.question.as_str());
    match (assessed, link) {
        (Some(assessed), Some(link)) => {
            link.kind == QuestionKind::Record
                && link.record == Some(assessed.about)
                && link.show_when.is_none()
        }
        _ => false,
    }
}

fn check(authored: &Authored, problems: &mut Vec<Problem>) {
    let Authored {
        file,
        questionnaire,
        broken: _,
    } = authored;
    let mut flaw =
        |at: &dyn std::fmt::Display, what: Flaw| problems.push(Problem::new(file, at, what));
    let head = &questionnaire.id;
    if !head.is_well_formed() {
        flaw(head, Flaw::MalformedId);
    }
    if questionnaire.version == 0 {
        flaw(head, Flaw::VersionMissing);
    }
    if questionnaire.title.trim().is_empty() {
        flaw(head, Flaw::Missing("title"));
    }
    for (place, section) in questionnaire.sections.iter().enumerate() {
        if !section.id.is_well_formed() {
            flaw(&section.id, Flaw::MalformedId);
        }
        if section.title.trim().is_empty() {
            flaw(&section.id, Flaw::Missing("title"));
        }
        if questionnaire
            .sections
            .iter()
            .take(place)
            .any(|earlier| earlier.id == section.id)
        {
            let also_in = file.clone();
            flaw(&section.id, Flaw::DoubledId { also_in });
        }
        if let Some(review) = &section.review
            && !reviews(questionnaire, &section.id, review)
        {
            flaw(&section.id, Flaw::NoReview(review.clone()));
        }
        if questionnaire.in_section(&section.id).next().is_none() {
            flaw(&section.id, Flaw::EmptySection);
        }
    }
    let mut labels: BTreeMap<String, &QuestionId> = BTreeMap::new();
    let mut furthest = 0;
    for (place, question) in questionnaire.questions.iter().enumerate() {
        match questionnaire
            .sections
            .iter()
            .position(|section| section.id == question.section)
        {
            None => flaw(&question.id, Flaw::UnknownSection(question.section.clone())),
            Some(section) if section < furthest => flaw(&question.id, Flaw::OutOfOrder),
            Some(section) => furthest = section,
        }
        if question.retired.is_none()
            && let Some(other) = labels.insert(question.label.to_lowercase(), &question.id)
        {
            flaw(&question.id, Flaw::DoubledLabel(other.to_string()));
        }
        for what in shape(question) {
            flaw(&question.id, what);
        }
        let conditions = conditions(authored, place, question);
        let sound = conditions.is_empty();
        for what in conditions {
            flaw(&question.id, what);
        }
        if sound && question.retired.is_none() && !reach::can_show(questionnaire, question) {
            flaw(&question.id, Flaw::Unreachable);
        }
    }
}

/// Whether a question is the review of a section: in it, with the three options in order.
fn reviews(questionnaire: &Questionnaire, section: &SectionId, review: &QuestionId) -> bool {
    questionnaire
        .question(review.as_str())
        .is_some_and(|question| {
            let options = question.options.iter().map(|option| option.id.as_str());
            question.section == *section
                && question.kind == QuestionKind::Single
                && question.show_when.is_none()
                && options.eq(REVIEW)
        })
}

/// What a question of its kind needs, and what it must not have.
fn shape(question: &Question) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    if !question.id.is_well_formed() {
        flaws.push(Flaw::MalformedId);
    }
    let words = [
        ("label", &question.label),
        ("prompt", &question.prompt),
        ("why", &question.why),
        ("cite", &question.cite),
    ];
    for (name, text) in words {
        if text.trim().is_empty() {
            flaws.push(Flaw::Missing(name));
        }
    }
    if question
        .retired
        .as_ref()
        .is_some_and(|reason| reason.trim().is_empty())
    {
        flaws.push(Flaw::Missing("retired"));
    }
    let examples = (
        question.good.trim().is_empty(),
        question.weak.trim().is_empty(),
    );
    if match question.kind {
        QuestionKind::LongText => examples != (false, false),
        _ => examples.0 != examples.1,
    } {
        flaws.push(Flaw::ExampleMissing);
    }
    if question.inside.trim().is_empty() != question.outside.trim().is_empty() {
        flaws.push(Flaw::BoundaryMissing);
    }
    match question.kind {
        QuestionKind::Single | QuestionKind::Multi if question.options.len() < 2 => {
            flaws.push(Flaw::TooFewOptions(question.kind));
        }
        QuestionKind::Single | QuestionKind::Multi => flaws.extend(options(question)),
        _ if !question.options.is_empty() => {
            flaws.push(Flaw::SuperfluousOptions(question.kind));
        }
        _ => {}
    }
    let links = matches!(question.kind, QuestionKind::Record | QuestionKind::Records);
    match (links, question.record) {
        (true, None) => flaws.push(Flaw::RecordKindMissing),
        (false, Some(_)) => flaws.push(Flaw::SuperfluousRecordKind),
        _ => {}
    }
    match (question.kind, &question.scale) {
        (QuestionKind::Scale, None) => flaws.push(Flaw::ScaleMissing),
        (kind, Some(_)) if kind != QuestionKind::Scale => flaws.push(Flaw::SuperfluousScale),
        _ => {}
    }
    if question.past && question.kind != QuestionKind::Date {
        flaws.push(Flaw::SuperfluousPast);
    }
    flaws
}

/// Whether the steps of a question's scale are there: behind an earlier link, as a long text.
fn scale_is_there(all: &[Authored], own: &Questionnaire, question: &Question) -> bool {
    let Some(scale) = &question.scale else {
        return true;
    };
    let before = own.questions.iter().take_while(|one| one.id != question.id);
    let mut links = before.filter(|one| one.kind == QuestionKind::Record);
    let Some(kind) = links
        .find(|one| one.id == scale.by)
        .and_then(|one| one.record)
    else {
        return false;
    };
    let about = all.iter().map(|authored| &authored.questionnaire);
    about
        .filter(|one| one.about == kind && !one.assessment)
        .filter_map(|one| one.question(scale.of.as_str()))
        .any(|one| one.kind == QuestionKind::LongText)
}

fn options(question: &Question) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    let mut ids: Vec<&OptionId> = Vec::new();
    let mut labels: BTreeMap<String, &OptionId> = BTreeMap::new();
    for option in &question.options {
        if !option.id.is_well_formed() {
            flaws.push(Flaw::MalformedId);
        }
        if ids.contains(&&option.id) {
            let also_in = format!("option {}", option.id);
            flaws.push(Flaw::DoubledId { also_in });
        }
        ids.push(&option.id);
        if option.label.trim().is_empty() {
            flaws.push(Flaw::Missing("label of an option"));
        } else if let Some(other) = labels.insert(option.label.to_lowercase(), &option.id) {
            flaws.push(Flaw::DoubledLabel(other.to_string()));
        }
    }
    flaws
}

/// What is wrong with a question's condition: everything it looks at must be there, earlier, of a
/// kind that fits the operator.
fn conditions(authored: &Authored, place: usize, question: &Question) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    let leaves = question.show_when.iter().flat_map(Condition::leaves);
    for leaf in leaves {
        let looked_at = match leaf {
            Condition::Is(question, _)
            | Condition::Includes(question, _)
            | Condition::AtLeast(question, _) => question,
            other => {
                flaws.push(Flaw::OnlyInRules(other.operator()));
                continue;
            }
        };
        if authored.broken.iter().any(|id| id == looked_at.as_str()) {
            continue;
        }
        let Some((earlier, target)) = find(&authored.questionnaire, looked_at) else {
            flaws.push(Flaw::UnknownQuestion(looked_at.clone()));
            continue;
        };
        if earlier >= place {
            flaws.push(Flaw::LooksAhead(looked_at.clone()));
        }
        flaws.extend(misfit(leaf, target));
    }
    flaws
}

/// Why a test does not fit the question it looks at.
pub(super) fn misfit(leaf: &Condition, target: &Question) -> Option<Flaw> {
    let fits = match leaf {
        Condition::Is(..) => target.kind == QuestionKind::Single,
        Condition::Includes(..) => target.kind == QuestionKind::Multi,
        Condition::AtLeast(..) => target.kind == QuestionKind::Number,
        Condition::Before(..) => target.kind == QuestionKind::Date,
        _ => true,
    };
    if !fits {
        return Some(Flaw::WrongOperator {
            operator: leaf.operator(),
            question: target.id.clone(),
            kind: target.kind,
        });
    }
    match leaf {
        Condition::Is(_, option) | Condition::Includes(_, option)
            if target.option(option.as_str()).is_none() =>
        {
            Some(Flaw::UnknownOption(target.id.clone(), option.clone()))
        }
        _ => None,
    }
}

fn find<'q>(questionnaire: &'q Questionnaire, id: &QuestionId) -> Option<(usize, &'q Question)> {
    questionnaire
        .questions
        .iter()
        .enumerate()
        .find(|(_, question)| question.id == *id)
}
