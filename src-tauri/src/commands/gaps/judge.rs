//! Saying something about one requirement of a run. The record that holds it is made when the first thing is
//! said.

use super::read::{all, standard};
use super::screen;
use crate::commands::record::{chosen_file, nothing_changed};
use crate::commands::wizard::into_answer;
use crate::desk::Desk;
use crate::error::AppError;
use crate::session::OpenFile;
use crate::show;
use crate::wire::change::Changed;
use crate::wire::gaps::{GapAnswer, GapJudged, JudgeRequirement, OneRequirement};
use content::{Question, QuestionId, Questionnaire, RecordKind, Requirement};
use domain::gaps::{self, Findings};
use domain::{Answer, Record, RecordId, Rejected, Value};

/// Answers sent by the page, checked against a questionnaire.
pub(super) fn given(
    about: &'static Questionnaire,
    answers: Vec<GapAnswer>,
) -> Result<Vec<(&'static Question, Option<Answer>)>, AppError> {
    answers
        .into_iter()
        .map(|one| {
            let unknown = || Rejected::UnknownQuestion {
                question: QuestionId::new(&one.question),
            };
            let question = about.question(&one.question).ok_or_else(unknown)?;
            let answer = one.answer.map(|answer| into_answer(question, answer));
            Ok((question, answer.transpose()?))
        })
        .collect()
}

/// The run and the requirement meant.
pub(super) fn meant(
    desk: &Desk,
    open: &OpenFile,
    run: &str,
    requirement: &str,
) -> Result<(Record, &'static Requirement), AppError> {
    let run = show::record(open, run)?;
    if run.kind != RecordKind::GapAnalysis {
        return Err(AppError::Nonsense { what: "run" });
    }
    let known = standard(desk)?.requirement(requirement);
    let known = known.filter(|requirement| requirement.assess);
    let requirement = known.ok_or(AppError::Nonsense {
        what: "requirement",
    })?;
    Ok((run, requirement))
}

/// What was found about a requirement so far.
pub(super) fn found(
    desk: &Desk,
    open: &OpenFile,
    run: &RecordId,
    requirement: &Requirement,
) -> Result<Option<gaps::Judgement>, AppError> {
    let asked = show::questionnaire(desk, RecordKind::Finding)?;
    let findings = all(desk, open, RecordKind::Finding)?;
    let findings = Findings::of(
        asked,
        findings.iter().map(|(record, answers)| (record, answers)),
    );
    Ok(findings.about(run, requirement.id.as_str()).cloned())
}

/// The first answers about a requirement, which say what the record is about, and its name.
pub(super) fn first(
    about: &'static Questionnaire,
    run: &Record,
    requirement: &Requirement,
) -> (String, Vec<(&'static Question, Answer)>) {
    let link = Value::Records(vec![run.id.clone()]);
    let which = Value::Text(requirement.id.to_string());
    let said = [(gaps::ANALYSIS, link), (gaps::REQUIREMENT, which)].into_iter();
    let answers = said.filter_map(|(id, value)| Some((about.question(id)?, Answer::given(value))));
    let name = format!("{} {}", run.reference(), requirement.reference);
    (name, answers.collect())
}

pub(super) fn judge(
    desk: &Desk,
    JudgeRequirement {
        run,
        requirement,
        answers,
    }: JudgeRequirement,
) -> Result<Changed<GapJudged>, AppError> {
    let about = show::questionnaire(desk, RecordKind::Finding)?;
    let mut given = given(about, answers)?;
    stand_for(desk, about, &mut given);
    let fresh = RecordId::new(desk.outside().new_id());
    desk.change(|open, actor, now| {
        let (run, requirement) = meant(desk, open, &run, &requirement)?;
        let known = found(desk, open, &run.id, requirement)?;
        let recorded = match known.and_then(|known| known.record) {
            Some(record) => {
                let given: Vec<_> = given
                    .into_iter()
                    .map(|(question, answer)| (record.clone(), question, answer))
                    .collect();
                open.file.record_answers(actor, now, &given)?
            }
            // Taking back what was never said makes no record.
            None if given.iter().all(|(_, answer)| answer.is_none()) => {
                open.file.record_answers(actor, now, &[])?
            }
            None => {
                let (name, mut answers) = first(about, &run, requirement);
                let given = given.into_iter();
                answers.extend(given.filter_map(|(question, answer)| Some((question, answer?))));
                let named = (fresh, RecordKind::Finding, name.as_str());
                open.file.add_answered(actor, now, named, &answers)?
            }
        };
        let judgement = found(desk, open, &run.id, requirement)?.unwrap_or_default();
        Ok((screen::judged(desk, open, &judgement)?, recorded))
    })
}

/// Whoever decides that evidence can, or cannot, be used again stands for it by name.
fn stand_for(
    desk: &Desk,
    about: &'static Questionnaire,
    given: &mut Vec<(&'static Question, Option<Answer>)>,
) {
    let decided = given
        .iter()
        .find(|(one, _)| one.id.as_str() == gaps::CREDIT);
    let named = given
        .iter()
        .any(|(one, _)| one.id.as_str() == gaps::CREDIT_BY);
    if let (Some((_, decision)), false, Some(by)) =
        (decided, named, about.question(gaps::CREDIT_BY))
    {
        let name = decision
            .is_some()
            .then(|| Answer::given(Value::Text(desk.actor().0)));
        given.push((by, name));
    }
}

pub(super) fn attach(
    desk: &Desk,
    OneRequirement { run, requirement }: OneRequirement,
) -> Result<Changed<Option<GapJudged>>, AppError> {
    desk.read(|open| meant(desk, open, &run, &requirement))?;
    let Some((name, bytes)) = chosen_file(desk)? else {
        return nothing_changed(desk);
    };
    let (file, fresh) = (desk.outside().new_id(), desk.outside().new_id());
    let about = show::questionnaire(desk, RecordKind::Finding)?;
    desk.change(|open, actor, now| {
        let (run, requirement) = meant(desk, open, &run, &requirement)?;
        let known = found(desk, open, &run.id, requirement)?;
        let record = match known.and_then(|known| known.record) {
            Some(record) => record,
            None => {
                let record = RecordId::new(fresh);
                let (name, answers) = first(about, &run, requirement);
                let named = (record.clone(), RecordKind::Finding, name.as_str());
                open.file.add_answered(actor, now, named, &answers)?;
                record
            }
        };
        let recorded = open
            .file
            .attach(actor, now, &record, &file, &name, &bytes)?;
        let judgement = found(desk, open, &run.id, requirement)?.unwrap_or_default();
        Ok((Some(screen::judged(desk, open, &judgement)?), recorded))
    })
}
