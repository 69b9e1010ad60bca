//! Actions against risks, for controls and about findings.

use super::command;
use super::inventory::PAGE;
use super::risks::{action_line, kept};
use super::wizard::into_answer;
use crate::desk::Desk;
use crate::error::AppError;
use crate::show::{self, Names};
use crate::wire::actions::{
    ActionLine, ActionPage, AnswerTogether, ListActions, NewAction, OneAnswer,
};
use crate::wire::change::Changed;
use crate::wire::record::{Kind, RecordLink};
use crate::wire::risks::Counted;
use content::{Question, QuestionId, Questionnaire, RecordKind};
use domain::risk::{self, Pressing, ask};
use domain::{Answer, RecordId, Rejected, Value};

fn page(desk: &Desk, query: ListActions) -> Result<ActionPage, AppError> {
    let today = desk.outside().today();
    desk.read(|open| {
        let kept = kept(desk, open)?;
        let register = risk::register_of(&kept, today);
        let names = Names::of(&open.file);
        let (all, pressing) = names.words(desk, |words| {
            let lines: Vec<ActionLine> = register
                .actions
                .iter()
                .map(|action| action_line(action, &register, &names, words))
                .collect();
            let pressing = Pressing::ALL.map(|one| Counted {
                code: one.code().to_owned(),
                words: words.risk_word("pressing", one.code()).to_owned(),
                count: 0,
            });
            (lines, pressing)
        });
        let search: Vec<String> = query
            .search
            .split_whitespace()
            .map(str::to_lowercase)
            .collect();
        let base: Vec<&ActionLine> = all
            .iter()
            .filter(|line| fits(line, &query, &search))
            .collect();
        let matching: Vec<&ActionLine> = base
            .iter()
            .copied()
            .filter(|line| {
                let wanted = query.pressing.as_deref();
                wanted.is_none_or(|wanted| wanted == line.pressing)
            })
            .collect();
        let people = open.file.records(RecordKind::Person)?;
        let people = people.into_iter().filter(|person| person.retired.is_none());
        Ok(ActionPage {
            total: all.len(),
            matching: matching.len(),
            rows: matching
                .into_iter()
                .skip(query.offset)
                .take(query.limit.min(PAGE))
                .cloned()
                .collect(),
            pressing: pressing
                .into_iter()
                .map(|one| Counted {
                    count: base.iter().filter(|line| line.pressing == one.code).count(),
                    ..one
                })
                .collect(),
            people: people.map(show::link).collect(),
        })
    })
}

fn fits(line: &ActionLine, query: &ListActions, search: &[String]) -> bool {
    let owner_fits = query.owner.as_deref().is_none_or(|wanted| {
        line.owner
            .as_ref()
            .map_or(wanted.is_empty(), |owner| owner.id == wanted)
    });
    let purpose_fits = query.purpose.as_deref().is_none_or(|wanted| {
        let kind = RecordKind::from_code(wanted).map(Kind::from);
        line.purposes.iter().any(|one| Some(one.kind) == kind)
    });
    let text = || {
        let mut text = format!(
            "{} {} {}",
            line.record.reference, line.record.name, line.what
        );
        for purpose in &line.purposes {
            text.push_str(&format!(" {} {}", purpose.reference, purpose.name));
        }
        text.to_lowercase()
    };
    owner_fits
        && purpose_fits
        && (search.is_empty() || {
            let text = text();
            search.iter().all(|word| text.contains(word.as_str()))
        })
}

/// Enters an action with what it is for, as one act.
fn add(desk: &Desk, new: NewAction) -> Result<Changed<RecordLink>, AppError> {
    let NewAction {
        name,
        purposes,
        answers,
    } = new;
    let about = show::questionnaire(desk, RecordKind::Action)?;
    let given = read(about, answers)?;
    desk.change(|open, actor, now| {
        let mut first: Vec<(&Question, Answer)> = Vec::new();
        for (kind, question) in [
            (RecordKind::Risk, ask::ACTION_RISKS),
            (RecordKind::Control, ask::ACTION_CONTROLS),
            (RecordKind::Finding, ask::ACTION_FINDINGS),
        ] {
            let mut linked: Vec<RecordId> = Vec::new();
            for purpose in &purposes {
                let record = show::record(open, purpose)?;
                if record.kind == kind {
                    linked.push(record.id);
                }
            }
            if !linked.is_empty() {
                let answer = Answer::given(Value::Records(linked));
                first.push((question_of(about, question)?, answer));
            }
        }
        let said = given.into_iter();
        first.extend(said.filter_map(|(question, answer)| Some((question, answer?))));
        let id = RecordId::new(desk.outside().new_id());
        let named = (id.clone(), RecordKind::Action, name.trim());
        let recorded = open.file.add_answered(actor, now, named, &first)?;
        Ok((show::link(show::record(open, id.as_str())?), recorded))
    })
}

/// Answers several questions about one record of any kind, as one act.
fn answer(
    desk: &Desk,
    AnswerTogether { record, answers }: AnswerTogether,
) -> Result<Changed<RecordLink>, AppError> {
    desk.change(|open, actor, now| {
        let record = show::record(open, &record)?;
        let about = show::questionnaire(desk, record.kind)?;
        let given = read(about, answers)?;
        let given: Vec<_> = given
            .into_iter()
            .map(|(question, answer)| (record.id.clone(), question, answer))
            .collect();
        let recorded = open.file.record_answers(actor, now, &given)?;
        Ok((
            show::link(show::record(open, record.id.as_str())?),
            recorded,
        ))
    })
}

/// Answers as sent, each with its question.
type Given<'q> = Vec<(&'q Question, Option<Answer>)>;

fn read(
    about: &'static Questionnaire,
    answers: Vec<OneAnswer>,
) -> Result<Given<'static>, AppError> {
    let mut given = Vec::new();
    for one in answers {
        let question = question_of(about, &one.question)?;
        let answer = one.answer.map(|answer| into_answer(question, answer));
        given.push((question, answer.transpose()?));
    }
    Ok(given)
}

fn question_of(about: &'static Questionnaire, id: &str) -> Result<&'static Question, AppError> {
    about.question(id).ok_or_else(|| {
        let question = QuestionId::from(id);
        Rejected::UnknownQuestion { question }.into()
    })
}

command! {
    /// A page of the actions.
    list_actions(ListActions) -> ActionPage = page
}
command! {
    /// Enters an action.
    add_action(NewAction) -> Changed<RecordLink> = add
}
command! {
    /// Answers several questions about one record.
    answer_together(AnswerTogether) -> Changed<RecordLink> = answer
}
