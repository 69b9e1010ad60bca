//! The first questions of the law, answered for many systems at once.

use super::command;
use super::inventory::PAGE;
use super::wizard::into_answer;
use crate::counts::{Outcome, classified, settled_systems};
use crate::desk::Desk;
use crate::error::AppError;
use crate::law::Case;
use crate::session::OpenFile;
use crate::show;
use crate::wire::answer::Standing;
use crate::wire::change::Changed;
use crate::wire::classification::ClassMark;
use crate::wire::triage::{
    ListTriage, TriageAnswer, TriageAnswers, TriageCell, TriageColumn, TriageKnown, TriagePage,
    TriageRow,
};
use crate::wire::wizard::OptionView;
use content::{Choice, Question, QuestionId, QuestionKind, RecordKind};
use domain::{Answer, AnswerState, Answers, Record, RecordId, Rejected, Value, fact};
use std::collections::HashSet;

/// The questions that stand first: the gates of the law.
fn gates(desk: &Desk) -> Result<Vec<&'static Question>, AppError> {
    let asked = desk.law()?.questionnaire;
    let first = asked
        .sections
        .first()
        .ok_or(AppError::Nonsense { what: "section" })?;
    Ok(asked.in_section(&first.id).collect())
}

fn page(
    desk: &Desk,
    ListTriage {
        search,
        open_only,
        offset,
        limit,
    }: ListTriage,
) -> Result<TriagePage, AppError> {
    let gates = gates(desk)?;
    let all = classified(desk)?;
    let unanswered = unanswered(desk, &gates)?;
    let words: Vec<String> = search.split_whitespace().map(str::to_lowercase).collect();
    let matching: Vec<&(Record, Outcome)> = all
        .iter()
        .filter(|(record, _)| {
            let text = format!("{} {}", record.reference(), record.name).to_lowercase();
            words.iter().all(|word| text.contains(word.as_str()))
                && (!open_only || unanswered.contains(&record.id))
        })
        .collect();
    let shown = matching.iter().skip(offset).take(limit.min(PAGE));
    let rows = desk.read(|open| {
        shown
            .map(|(record, outcome)| row(desk, open, record, outcome, &gates))
            .collect()
    })?;
    Ok(TriagePage {
        rows,
        matching: matching.len(),
        total: all.len(),
        answered: all.len() - unanswered.len(),
        settled: settled_systems(&all),
        columns: gates.into_iter().map(column).collect(),
    })
}

/// Systems of which not every gate is answered, by the person or by a known fact that counts.
fn unanswered(desk: &Desk, gates: &[&Question]) -> Result<HashSet<RecordId>, AppError> {
    let law = desk.law()?;
    desk.read(|open| {
        let organisation = open.file.organisation()?.id;
        let profile = open.file.answers(&organisation)?;
        let wanted = law.knowing.questions();
        let systems = open.file.answers_to(RecordKind::System, &wanted)?;
        let open_gate = |answers: &Answers| {
            let facts = law.knowing.facts(answers, &profile);
            gates.iter().any(|gate| !settled(facts.get(&gate.id)))
        };
        Ok(systems
            .into_iter()
            .filter(|(_, answers)| open_gate(answers))
            .map(|(record, _)| record.id)
            .collect())
    })
}

fn settled(answer: Option<&Answer>) -> bool {
    answer.is_some_and(|answer| !matches!(answer.state, AnswerState::NotKnown { .. }))
}

fn row(
    desk: &Desk,
    open: &OpenFile,
    record: &Record,
    outcome: &Outcome,
    gates: &[&Question],
) -> Result<TriageRow, AppError> {
    let case = Case::of(desk, open, record.clone())?;
    let cells = gates.iter().map(|gate| cell(&case, gate));
    let purpose = match case.given.get(fact::PURPOSE).and_then(Answer::value) {
        Some(Value::Text(text)) => text.clone(),
        _ => String::new(),
    };
    let class = outcome.headline.or(outcome.so_far);
    Ok(TriageRow {
        cells: cells.collect(),
        purpose,
        class: class.map(|class| ClassMark {
            id: class.id.to_string(),
            title: class.title.clone(),
        }),
        settled: outcome.headline.is_some(),
        record: show::link(case.record),
    })
}

fn cell(case: &Case, gate: &Question) -> TriageCell {
    let answer = case.given.get(&gate.id);
    let known = case.known.get(&gate.id);
    TriageCell {
        standing: match answer.map(|answer| &answer.state) {
            None => Standing::Open,
            Some(AnswerState::Given(_)) => Standing::Answered,
            Some(AnswerState::NotApplicable { .. }) => Standing::NotApplicable,
            Some(AnswerState::NotKnown { .. }) => Standing::NotKnown,
        },
        chosen: answer
            .and_then(Answer::value)
            .map_or_else(Vec::new, options),
        known: known.map(|known| TriageKnown {
            options: options(&known.value),
            counts: known.counts,
        }),
    }
}

fn options(value: &Value) -> Vec<String> {
    match value {
        Value::One(option) => vec![option.to_string()],
        Value::Many(options) => options.iter().map(ToString::to_string).collect(),
        _ => Vec::new(),
    }
}

fn column(question: &Question) -> TriageColumn {
    let option = |Choice { id, label, then }: &Choice| OptionView {
        id: id.to_string(),
        label: label.clone(),
        then: then.clone(),
    };
    TriageColumn {
        question: question.id.to_string(),
        label: question.label.clone(),
        prompt: question.prompt.clone(),
        hint: question.hint.clone(),
        several: question.kind == QuestionKind::Multi,
        options: question.options.iter().map(option).collect(),
    }
}

fn answer(desk: &Desk, TriageAnswers { answers }: TriageAnswers) -> Result<Changed<()>, AppError> {
    let asked = desk.law()?.questionnaire;
    let mut given: Vec<(RecordId, &Question, Option<Answer>)> = Vec::new();
    for TriageAnswer {
        record,
        question,
        answer,
    } in answers
    {
        let unknown = || Rejected::UnknownQuestion {
            question: QuestionId::new(&question),
        };
        let question = asked.question(&question).ok_or_else(unknown)?;
        let answer = answer.map(|answer| into_answer(question, answer));
        given.push((RecordId::new(record), question, answer.transpose()?));
    }
    desk.change(|open, actor, now| {
        let recorded = open.file.record_answers(actor, now, &given)?;
        open.counts.forget(&recorded.records);
        Ok(((), recorded))
    })
}

command! {
    /// A page of systems with the first questions of the law.
    list_triage(ListTriage) -> TriagePage = page
}
command! {
    /// Gives answers about one system or several, as one act.
    triage_answers(TriageAnswers) -> Changed<()> = answer
}
