//! One step of a wizard, and one answer.

use super::command;
use crate::desk::Desk;
use crate::error::AppError;
use crate::session::OpenFile;
use crate::show::{self, Names};
use crate::wire::answer::{NewAnswer, NewValue, RecordAnswer};
use crate::wire::change::Changed;
use crate::wire::wizard::{OneStep, OptionView, QuestionView, ScaleStep, WizardStep};
use chrono::NaiveDate;
use content::{Choice, OptionId, Question, QuestionId, Questionnaire, ScaleOf};
use domain::progress::{counted, progress};
use domain::risk::{Scale, Step};
use domain::{Answer, AnswerState, Answers, Record, RecordId, Rejected, Value};

fn step(desk: &Desk, OneStep { record, section }: OneStep) -> Result<WizardStep, AppError> {
    desk.read(|open| {
        let record = show::record(open, &record)?;
        show_step(desk, open, record, section.as_deref())
    })
}

/// The step with this section; without one, or with one that is not there, the first that has
/// something open.
fn show_step(
    desk: &Desk,
    open: &OpenFile,
    record: Record,
    section: Option<&str>,
) -> Result<WizardStep, AppError> {
    let questionnaire = show::questionnaire(desk, record.kind)?;
    let answers = open.file.answers(&record.id)?;
    let stand = Stand {
        questionnaire,
        own: &answers,
        facts: &answers,
    };
    show_step_of(open, record, &stand, section)
}

/// What is asked of a record, and what was said.
pub(super) struct Stand<'s> {
    pub questionnaire: &'s Questionnaire,
    /// What was answered here.
    pub own: &'s Answers,
    /// What counts: the same, or more where something is known from elsewhere.
    pub facts: &'s Answers,
}

/// The step of a questionnaire with this section; without one, or with one that is not there, the first
/// that has something open.
pub(super) fn show_step_of(
    open: &OpenFile,
    record: Record,
    stand: &Stand<'_>,
    section: Option<&str>,
) -> Result<WizardStep, AppError> {
    let questionnaire = stand.questionnaire;
    let sections = show::sections(questionnaire, stand.facts);
    let unsettled = |place: &usize| {
        sections
            .get(*place)
            .is_some_and(|one| one.progress.settled < one.progress.asked)
    };
    let place = section
        .and_then(|wanted| sections.iter().position(|one| one.id == wanted))
        .or_else(|| (0..sections.len()).find(unsettled))
        .unwrap_or_default();
    let current = sections
        .get(place)
        .ok_or(AppError::Nonsense { what: "section" })?
        .id
        .clone();
    let id_at = |place: Option<usize>| Some(sections.get(place?)?.id.clone());
    Ok(WizardStep {
        title: questionnaire.title.clone(),
        position: place + 1,
        minutes_left: sections.iter().map(|one| one.minutes_left).sum(),
        previous: id_at(place.checked_sub(1)),
        next: id_at(place.checked_add(1)),
        progress: show::counts(progress(questionnaire, None, stand.facts)),
        questions: questions(open, stand, &current),
        section: current,
        sections,
        record: show::link(record),
    })
}

fn questions(open: &OpenFile, stand: &Stand<'_>, section: &str) -> Vec<QuestionView> {
    let questionnaire = stand.questionnaire;
    let counting = counted(questionnaire, stand.facts);
    let names = Names::of(&open.file);
    questionnaire
        .in_section(&section.into())
        .map(|question| view(questionnaire, question, &names, &counting, stand.own))
        .collect()
}

pub(super) fn view(
    questionnaire: &Questionnaire,
    question: &Question,
    names: &Names<'_>,
    counting: &Answers,
    answers: &Answers,
) -> QuestionView {
    let Question {
        id,
        section: _, // the step shown
        kind,
        label,
        prompt,
        hint,
        why,
        cite,
        good,
        weak,
        inside: _,  // only what a law asks has cases, and
        outside: _, // a law has its own wizard
        options,
        record,
        scale,
        past,
        show_when,
        required,
        retired: _, // a retired question is not asked
    } = question;
    let mut because: Vec<String> = Vec::new();
    for decider in show_when.iter().flat_map(|condition| condition.questions()) {
        if let Some(decider) = questionnaire.question(decider.as_str())
            && !because.contains(&decider.label)
        {
            because.push(decider.label.clone());
        }
    }
    QuestionView {
        id: id.to_string(),
        kind: show::form(*kind),
        label: label.clone(),
        prompt: prompt.clone(),
        hint: hint.clone(),
        why: why.clone(),
        cite: cite.clone(),
        good: good.clone(),
        weak: weak.clone(),
        options: options.iter().map(option).collect(),
        steps: scale
            .as_ref()
            .map_or_else(Vec::new, |scale| steps(names, scale, answers)),
        links_to: record.map(Into::into),
        past: *past,
        required: *required,
        standing: show::standing(question, counting, answers),
        answer: answers.get(id).map(|answer| show::answer(names, answer)),
        shown_because_of: because,
    }
}

/// The steps of a scale, as the record defines them that the answers link to. What does not read as a step
/// stands there all the same: the editor of that record says what is wrong with it.
fn steps(names: &Names<'_>, scale: &ScaleOf, answers: &Answers) -> Vec<ScaleStep> {
    let by = answers.get(&scale.by).and_then(Answer::value);
    let defining = by.and_then(|by| by.records().first());
    let text = match defining.and_then(|record| names.answer(record, &scale.of)) {
        Some(Value::Text(text)) => text,
        _ => return Vec::new(),
    };
    let (Scale(steps), _) = Scale::read(&text);
    let shown = steps
        .into_iter()
        .map(|Step { label, meaning }| ScaleStep { label, meaning });
    shown.collect()
}

fn option(choice: &Choice) -> OptionView {
    let Choice { id, label, then } = choice;
    OptionView {
        id: id.to_string(),
        label: label.clone(),
        then: then.clone(),
    }
}

fn answer(
    desk: &Desk,
    RecordAnswer {
        record,
        question,
        answer,
    }: RecordAnswer,
) -> Result<Changed<WizardStep>, AppError> {
    let asked = desk
        .library()
        .question(&question)
        .ok_or_else(|| Rejected::UnknownQuestion {
            question: QuestionId::new(&question),
        })?;
    let answer = answer
        .map(|answer| into_answer(asked, answer))
        .transpose()?;
    if let Some(answer) = &answer {
        answer.has_happened(asked, desk.outside().today())?;
    }
    desk.change(|open, actor, now| {
        let record = show::record(open, &record)?;
        let recorded = open
            .file
            .record_answer(actor, now, &record.id, asked, answer)?;
        open.counts.forget(&recorded.records);
        let record = show::record(open, record.id.as_str())?;
        let step = show_step(desk, open, record, Some(asked.section.as_str()))?;
        Ok((step, recorded))
    })
}

/// The answer the screen sent, as the domain knows it. Outer blanks are not part of what was said.
pub(super) fn into_answer(question: &Question, sent: NewAnswer) -> Result<Answer, Rejected> {
    let (state, note) = match sent {
        NewAnswer::Given { value, note } => {
            (AnswerState::Given(into_value(question, value)?), note)
        }
        NewAnswer::NotApplicable { reason, note } => (
            AnswerState::NotApplicable {
                reason: reason.trim().to_owned(),
            },
            note,
        ),
        NewAnswer::NotKnown { asked_of, note } => (
            AnswerState::NotKnown {
                asked_of: asked_of.map(RecordId::new),
            },
            note,
        ),
    };
    Ok(Answer {
        state,
        note: note.trim().to_owned(),
    })
}

fn into_value(question: &Question, sent: NewValue) -> Result<Value, Rejected> {
    Ok(match sent {
        NewValue::Text { text } => Value::Text(text.trim().to_owned()),
        NewValue::Words { words } => Value::Words(
            words
                .iter()
                .map(|word| word.trim().to_owned())
                .filter(|word| !word.is_empty())
                .collect(),
        ),
        NewValue::One { option } => Value::One(OptionId::new(option)),
        NewValue::Many { options } => Value::Many(options.into_iter().map(OptionId::new).collect()),
        NewValue::Date { date } => {
            Value::Date(NaiveDate::parse_from_str(&date, "%Y-%m-%d").map_err(|_| {
                Rejected::WrongForm {
                    question: question.id.clone(),
                    kind: question.kind,
                }
            })?)
        }
        NewValue::Number { number } => Value::Number(number),
        NewValue::Records { records } => {
            Value::Records(records.into_iter().map(RecordId::new).collect())
        }
    })
}

command! {
    /// One step of a wizard.
    wizard_step(OneStep) -> WizardStep = step
}
command! {
    /// Stores one answer, or withdraws it, and answers the step as it is now.
    record_answer(RecordAnswer) -> Changed<WizardStep> = answer
}
