//! The Statement of Applicability: its table, one control, what is said about controls, versions.

mod control;
mod screen;
mod signing;

use super::command;
use super::wizard::into_answer;
use crate::desk::Desk;
use crate::error::AppError;
use crate::session::OpenFile;
use crate::show;
use crate::wire::change::Changed;
use crate::wire::soa::{
    AdoptSuggestions, CompareSoa, DecideControl, OneControl, SignSoa, SoaControl, SoaDifference,
    SoaScreen, SoaTrace,
};
use content::{Question, QuestionId, RecordKind};
use domain::soa::{Decision, Owing, Row, Statement, asked};
use domain::{Answer, RecordId, Rejected, Timestamp, Value, Words};
use std::collections::BTreeSet;
use store::Recorded;

/// Reads the statement as the file says it now.
fn stated<T>(
    desk: &Desk,
    open: &OpenFile,
    look: impl FnOnce(&Statement<'_>, &Words<'_>) -> Result<T, AppError>,
) -> Result<T, AppError> {
    let law = desk.law()?;
    let on = desk.outside().today();
    let dossier = open.file.dossier(desk.outside().now())?;
    let owing = Owing::of(&law.engine, &law.knowing, &dossier, on);
    let statement = Statement::of(desk.library(), &dossier, owing, on);
    let name_of = |id: &RecordId| dossier.record(id).map(|record| record.name.clone());
    let words = Words {
        texts: desk.texts(),
        name_of: &name_of,
    };
    look(&statement, &words)
}

fn unknown_row() -> AppError {
    AppError::Nonsense { what: "control" }
}

fn question(desk: &Desk, id: &str) -> Result<&'static Question, AppError> {
    let about = show::questionnaire(desk, RecordKind::Control)?;
    let unknown = || Rejected::UnknownQuestion {
        question: QuestionId::new(id),
    };
    Ok(about.question(id).ok_or_else(unknown)?)
}

/// What is entered for one line: answers for its record, which is made if there is none.
struct Entry {
    /// The record, if there is one.
    record: Option<RecordId>,
    /// The control of the standard, and what its record is called.
    control: Option<(String, String)>,
    answers: Vec<(&'static Question, Option<Answer>)>,
}

impl Entry {
    fn of(row: &Row<'_>, answers: Vec<(&'static Question, Option<Answer>)>) -> Entry {
        let control = row.control.map(|control| {
            let name = format!("{} {}", control.reference, control.title);
            (control.id.to_string(), name)
        });
        Entry {
            record: row.record.map(|record| record.id.clone()),
            control,
            answers,
        }
    }
}

/// Brings every control of the standard in that has no record yet, as one act.
fn begin(desk: &Desk) -> Result<Changed<usize>, AppError> {
    desk.change(|open, actor, now| {
        let missing = stated(desk, open, |statement, _| {
            let missing = statement.rows.iter().filter(|row| row.record.is_none());
            Ok(missing.map(|row| Entry::of(row, Vec::new())).collect())
        })?;
        enter(desk, open, actor, now, missing)
    })
}

/// Says something about one control; its record is made when the first is said.
fn decide(
    desk: &Desk,
    DecideControl { row, answers }: DecideControl,
) -> Result<Changed<usize>, AppError> {
    let mut given = Vec::new();
    for one in answers {
        let question = question(desk, &one.question)?;
        let answer = one.answer.map(|answer| into_answer(question, answer));
        given.push((question, answer.transpose()?));
    }
    desk.change(|open, actor, now| {
        let entry = stated(desk, open, |statement, _| {
            let row = statement.row(&row).ok_or_else(unknown_row)?;
            Ok(Entry::of(row, given))
        })?;
        enter(desk, open, actor, now, vec![entry])
    })
}

/// Takes suggestions over: the decision, its grounds besides those given, and the reason where none was.
fn adopt(
    desk: &Desk,
    AdoptSuggestions { lines }: AdoptSuggestions,
) -> Result<Changed<usize>, AppError> {
    desk.change(|open, actor, now| {
        let entries = stated(desk, open, |statement, words| {
            let mut entries = Vec::new();
            for line in &lines {
                let row = statement.row(&line.row).ok_or_else(unknown_row)?;
                let decision = Decision::from_code(&line.decision).ok_or_else(unknown_row)?;
                entries.push(Entry::of(
                    row,
                    adopted(desk, statement, row, decision, words)?,
                ));
            }
            Ok(entries)
        })?;
        enter(desk, open, actor, now, entries)
    })
}

fn adopted(
    desk: &Desk,
    statement: &Statement<'_>,
    row: &Row<'_>,
    decision: Decision,
    words: &Words<'_>,
) -> Result<Vec<(&'static Question, Option<Answer>)>, AppError> {
    let proposals = statement.proposals(row).into_iter();
    let proposals: Vec<_> = proposals
        .filter(|one| one.decision == decision && one.truth == domain::Truth::Yes)
        .collect();
    if proposals.is_empty() {
        return Err(AppError::UnknownHandle);
    }
    let option = decision.code().into();
    let mut answers = vec![(
        question(desk, asked::APPLIES)?,
        Some(Answer::given(Value::One(option))),
    )];
    let reason = match decision {
        Decision::Included => asked::REASON,
        Decision::Excluded => asked::EXCLUSION,
    };
    if decision == Decision::Included {
        let mut grounds: BTreeSet<_> = row.grounds().cloned().collect();
        grounds.extend(proposals.iter().flat_map(|one| one.grounds.clone()));
        answers.push((
            question(desk, asked::GROUNDS)?,
            Some(Answer::given(Value::Many(grounds))),
        ));
    }
    if row.text(reason).is_empty() {
        let reasons: Vec<String> = proposals.iter().map(|one| one.reason(words)).collect();
        answers.push((
            question(desk, reason)?,
            Some(Answer::given(Value::Text(reasons.join("\n")))),
        ));
    }
    Ok(answers)
}

/// Records what is said, in one act; answers how many lines it is about.
fn enter(
    desk: &Desk,
    open: &mut OpenFile,
    actor: &domain::Actor,
    now: Timestamp,
    entries: Vec<Entry>,
) -> Result<(usize, Recorded), AppError> {
    let lines = entries.len();
    let refers = question(desk, asked::REF)?;
    let mut fresh = Vec::new();
    let mut said = Vec::new();
    for entry in entries {
        match (entry.record, entry.control) {
            (Some(record), _) => {
                let answers = entry.answers.into_iter();
                said.extend(answers.map(|(question, answer)| (record.clone(), question, answer)));
            }
            (None, Some((control, name))) => {
                let mut answers = vec![(refers, Answer::given(Value::Text(control)))];
                let given = entry.answers.into_iter();
                answers.extend(given.filter_map(|(question, answer)| Some((question, answer?))));
                let id = RecordId::new(desk.outside().new_id());
                fresh.push((id, name, answers));
            }
            (None, None) => return Err(unknown_row()),
        }
    }
    let fresh: Vec<_> = fresh
        .iter()
        .map(|(id, name, answers)| {
            let named = (id.clone(), RecordKind::Control, name.as_str());
            (named, answers.clone())
        })
        .collect();
    let recorded = open.file.enter(actor, now, &fresh, &said)?;
    Ok((lines, recorded))
}

command! {
    /// The whole statement as it stands today.
    soa_screen() -> SoaScreen = screen::screen
}
command! {
    /// One control with everything beside it.
    soa_control(OneControl) -> SoaControl = control::control
}
command! {
    /// The paths behind every line.
    soa_traces() -> Vec<SoaTrace> = control::traces
}
command! {
    /// Brings the controls of the standard in.
    begin_soa() -> Changed<usize> = begin
}
command! {
    /// Says something about one control.
    decide_control(DecideControl) -> Changed<usize> = decide
}
command! {
    /// Takes suggestions over.
    adopt_suggestions(AdoptSuggestions) -> Changed<usize> = adopt
}
command! {
    /// Signs the next version.
    sign_soa(SignSoa) -> Changed<u32> = signing::sign
}
command! {
    /// What differs between two versions.
    compare_soa(CompareSoa) -> Vec<SoaDifference> = signing::compare
}
