//! One control with everything beside it, and the paths behind all of them.

use super::screen::{Against, line};
use super::{stated, unknown_row};
use crate::commands::wizard::view;
use crate::desk::Desk;
use crate::error::AppError;
use crate::session::OpenFile;
use crate::show::{self, Names};
use crate::wire::soa::{
    LinkHold, OneControl, SoaControl, SoaLink, SoaOpen, SoaProposal, SoaRelated, SoaTrace, SoaTrail,
};
use crate::wire::wizard::QuestionView;
use content::{Framework, RecordKind, RequirementId};
use domain::soa::{Hold, Leaning, Proposal, Row, Statement, Trail, asked};
use domain::{Truth, Words, fact};

pub(super) fn control(desk: &Desk, OneControl { row }: OneControl) -> Result<SoaControl, AppError> {
    desk.read(|open| {
        stated(desk, open, |statement, words| {
            let place = statement.rows.iter().position(|one| one.id() == row);
            let place = place.ok_or_else(unknown_row)?;
            let row = statement.rows.get(place).ok_or_else(unknown_row)?;
            let against = Against::newest(open, statement, words)?;
            let standing = against.standing(row.id());
            let at = |place: Option<usize>| {
                let row = statement.rows.get(place?)?;
                Some(row.id().to_owned())
            };
            let standard = statement.standard().filter(|_| row.control.is_some());
            Ok(SoaControl {
                row: line(statement, row, &against, words),
                holds: row
                    .control
                    .map_or_else(String::new, |control| control.holds.clone()),
                documented: row.control.and_then(|control| control.documented),
                licence: standard.map_or_else(String::new, |standard| standard.licence.clone()),
                proposals: statement
                    .proposals(row)
                    .into_iter()
                    .map(|one| proposal(statement, one, words))
                    .collect(),
                related: related(statement, row),
                trails: statement
                    .trails(row, Some(standing), words)
                    .into_iter()
                    .map(|one| trail(one, words))
                    .collect(),
                questions: questions(desk, open, row)?,
                previous: at(place.checked_sub(1)),
                next: at(place.checked_add(1)),
                position: place + 1,
                of: statement.rows.len(),
            })
        })
    })
}

pub(super) fn traces(desk: &Desk) -> Result<Vec<SoaTrace>, AppError> {
    desk.read(|open| {
        stated(desk, open, |statement, words| {
            let against = Against::newest(open, statement, words)?;
            let traced = statement.rows.iter().map(|row| {
                let standing = against.standing(row.id());
                let trails = statement.trails(row, Some(standing), words).into_iter();
                SoaTrace {
                    row: row.id().to_owned(),
                    reference: row.reference(),
                    title: row.title().to_owned(),
                    decision: row.decision().map(|one| one.code().to_owned()),
                    trails: trails.map(|one| trail(one, words)).collect(),
                }
            });
            Ok(traced.collect())
        })
    })
}

fn proposal(statement: &Statement<'_>, one: Proposal<'_>, words: &Words<'_>) -> SoaProposal {
    let label = |id: &content::QuestionId| {
        let question = statement.library.question(id.as_str());
        question.map_or_else(|| id.to_string(), |question| question.label.clone())
    };
    SoaProposal {
        id: one.id().to_owned(),
        decision: one.decision.code().to_owned(),
        grounds: one.grounds.iter().map(ToString::to_string).collect(),
        reason: one.reason(words),
        cite: one.cite().to_owned(),
        holds: one.truth == Truth::Yes,
        because: one
            .because
            .iter()
            .map(|record| show::link((*record).clone()))
            .collect(),
        open: one
            .open
            .into_iter()
            .map(|(record, questions)| SoaOpen {
                record: show::link(record.clone()),
                questions: questions.into_iter().map(label).collect(),
            })
            .collect(),
    }
}

fn trail(one: Trail<'_>, words: &Words<'_>) -> SoaTrail {
    SoaTrail {
        risk: one.risk.map(|risk| show::link(risk.clone())),
        links: one
            .links
            .into_iter()
            .map(|link| {
                let (hold, why) = match link.hold {
                    Hold::Whole => (LinkHold::Whole, String::new()),
                    Hold::NotNeeded => (
                        LinkHold::NotNeeded,
                        words.texts.get("content.soa.not-needed").to_owned(),
                    ),
                    Hold::Broken(why) => {
                        let key = format!("content.soa.break.{}", why.code());
                        (LinkHold::Broken, words.texts.get(&key).to_owned())
                    }
                };
                SoaLink {
                    step: link.step.code().to_owned(),
                    says: link.says,
                    hold,
                    why,
                }
            })
            .collect(),
    }
}

/// What deals with the same matter elsewhere, the strongest link of each framework first.
fn related(statement: &Statement<'_>, row: &Row<'_>) -> Vec<SoaRelated> {
    let Some(control) = row.control else {
        return Vec::new();
    };
    let leaning = statement.leaning(row);
    let library = statement.library;
    let mut related: Vec<SoaRelated> = Vec::new();
    for link in library.crosswalk() {
        let other = match &link.to {
            Some(to) if link.from == control.id => to,
            Some(to) if *to == control.id => &link.from,
            _ => continue,
        };
        if link.strength > 0 {
            related.extend(elsewhere(statement, other, link.strength, &leaning));
        }
    }
    let place = |one: &SoaRelated| {
        let law = library.framework(fact::AI_ACT);
        let first = law.is_some_and(|law| law.title == one.framework);
        (
            !first,
            one.framework.clone(),
            std::cmp::Reverse(one.strength),
        )
    };
    related.sort_by_cached_key(place);
    related
}

/// A requirement of another standard, or a provision of a law.
fn elsewhere(
    statement: &Statement<'_>,
    id: &RequirementId,
    strength: u8,
    leaning: &[Leaning<'_>],
) -> Option<SoaRelated> {
    let library = statement.library;
    let mut standards = library.standards.iter();
    let of_standard = standards.find_map(|one| Some((one, one.requirement(id.as_str())?)));
    if let Some((standard, requirement)) = of_standard {
        return Some(SoaRelated {
            framework: standard.title.clone(),
            reference: requirement.reference.clone(),
            title: requirement.title.clone(),
            strength,
            duties: Vec::new(),
        });
    }
    let mut laws = library.frameworks.iter();
    let (law, provision) =
        laws.find_map(|law: &Framework| Some((law, law.provision(id.as_str())?)))?;
    let duties = leaning
        .iter()
        .filter(|one| provision.duties.contains(&one.duty.id));
    Some(SoaRelated {
        framework: law.title.clone(),
        reference: provision.reference.clone(),
        title: provision.title.clone(),
        strength,
        duties: duties.map(Leaning::words).collect(),
    })
}

/// What is asked about a control, but for what the app enters itself.
fn questions(desk: &Desk, open: &OpenFile, row: &Row<'_>) -> Result<Vec<QuestionView>, AppError> {
    let Some(record) = row.record else {
        return Ok(Vec::new());
    };
    let questionnaire = show::questionnaire(desk, RecordKind::Control)?;
    let answers = open.file.answers(&record.id)?;
    let names = Names::of(&open.file);
    let asked = questionnaire.questions.iter();
    let asked = asked.filter(|one| one.retired.is_none() && one.id.as_str() != asked::REF);
    Ok(asked
        .map(|question| view(questionnaire, question, &names, &row.said, &answers))
        .collect())
}
