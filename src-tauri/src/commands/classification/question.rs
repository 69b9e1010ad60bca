//! One question, with what is known already and what each answer would lead to.

use super::parts::{case, mark, strip, turned};
use super::sections::{next_open, sections, standing};
use super::signing::signed;
use crate::commands::wizard;
use crate::desk::Desk;
use crate::error::AppError;
use crate::known;
use crate::law::Case;
use crate::session::OpenFile;
use crate::show::{self, Names};
use crate::wire::answer::Standing;
use crate::wire::classification::{
    ClassificationScreen, LawQuestion, LawSection, OneClassification, OptionEffect, OwedInRole,
    SetAside, Turn,
};
use crate::wire::record::OneRecord;
use chrono::NaiveDate;
use content::{Question, QuestionId, QuestionKind};
use domain::law::{Alternative, Determination, Effect, Road};
use domain::{Rejected, Value, fact};

/// Titles of duties that are named beside a question.
const NAMED: usize = 5;

pub(super) fn screen(
    desk: &Desk,
    OneClassification {
        record,
        question,
        after,
        optional,
    }: OneClassification,
) -> Result<ClassificationScreen, AppError> {
    let on = desk.outside().today();
    let law = desk.law()?;
    let case = desk.read(|open| case(desk, open, &record))?;
    let road = case.road(desk, on)?;
    let found = law.engine.classify(&case.facts, on);
    let sections = sections(desk, &case, &road)?;
    let asked = match question {
        Some(id) => Some(QuestionId::new(id)),
        None => next_open(desk, &case, &road, after.as_deref(), optional, on)?,
    };
    let place = Place {
        desk,
        case: &case,
        road: &road,
        found: &found,
        sections: &sections,
        on,
    };
    let (question, set_aside, owner, signed) = desk.read(|open| {
        let question = asked.map(|id| place.question(open, &id)).transpose()?;
        let names = Names::of(&open.file);
        let owner = match case.given.get(fact::OWNER).and_then(|owner| owner.value()) {
            Some(Value::Records(people)) => people.first().and_then(|person| names.link(person)),
            _ => None,
        };
        let signed = signed(desk, open, &case)?;
        Ok((question, place.set_aside(&names), owner, signed))
    })?;
    Ok(ClassificationScreen {
        strip: strip(desk, &case, &found, &road)?,
        owed: owed(&found),
        record: show::link(case.record),
        sections,
        question,
        set_aside,
        owner,
        signed,
    })
}

pub(super) fn turns(desk: &Desk, OneRecord { record }: OneRecord) -> Result<Vec<Turn>, AppError> {
    let case = desk.read(|open| case(desk, open, &record))?;
    turned(desk, &case, desk.outside().today())
}

/// Where a question is asked: the system, and what its answers come to.
struct Place<'p> {
    desk: &'p Desk,
    case: &'p Case,
    road: &'p Road<'static>,
    found: &'p Determination<'static>,
    sections: &'p [LawSection],
    on: NaiveDate,
}

impl Place<'_> {
    fn question(&self, open: &OpenFile, id: &QuestionId) -> Result<LawQuestion, AppError> {
        let law = self.desk.law()?;
        let question = law
            .questionnaire
            .question(id.as_str())
            .filter(|question| question.retired.is_none())
            .ok_or_else(|| Rejected::UnknownQuestion {
                question: id.clone(),
            })?;
        let names = Names::of(&open.file);
        let facts = &self.case.facts;
        let mut view = wizard::view(law.questionnaire, question, &names, facts, &self.case.given);
        let order: Vec<&str> = self
            .sections
            .iter()
            .flat_map(|section| &section.questions)
            .map(|entry| entry.id.as_str())
            .collect();
        let at = order.iter().position(|other| *other == id.as_str());
        view.standing = match (at, standing(self.case, id)) {
            (Some(_), standing) => standing,
            (None, Standing::Open) => Standing::Hidden,
            (None, _) => Standing::SetAside,
        };
        let beside = |step: &dyn Fn(usize) -> Option<usize>| {
            let other = order.get(step(at?)?)?;
            Some((*other).to_owned())
        };
        Ok(LawQuestion {
            previous: beside(&|at| at.checked_sub(1)),
            next: beside(&|at| at.checked_add(1)),
            section: question.section.to_string(),
            inside: question.inside.clone(),
            outside: question.outside.clone(),
            optional: self.road.further.contains(&id),
            known: self
                .case
                .known
                .get(id)
                .map(|known| known::view(self.desk, &names, self.case.into(), known)),
            effects: self.effects(question)?,
            view,
        })
    }

    fn set_aside(&self, names: &Names<'_>) -> Vec<SetAside> {
        let library = self.desk.library();
        let kept = self.road.set_aside.iter().filter_map(|id| {
            let question = library.question(id.as_str())?;
            // What is merely known was never said here.
            let answer = self.case.given.get(*id)?;
            Some(SetAside {
                question: question.id.to_string(),
                label: question.label.clone(),
                words: names.words(self.desk, |words| words.answer(question, answer)),
            })
        });
        kept.collect()
    }

    /// What every answer would lead to, the present one among them.
    fn effects(&self, question: &Question) -> Result<Vec<OptionEffect>, AppError> {
        let law = self.desk.law()?;
        let effects = law
            .engine
            .effects(question.id.as_str(), &self.case.facts, self.on);
        let now = self.found.open_questions.len();
        let given = self.case.facts.get(&question.id);
        let present = given.and_then(|answer| answer.value());
        let fewest = effects.iter().map(|effect| effect.open);
        let fewest = fewest.chain(present.map(|_| now)).min().unwrap_or(now);
        let leading = self.found.headline.or(self.found.so_far);
        let mut shown: Vec<OptionEffect> = effects
            .iter()
            .filter_map(|effect| {
                let Effect {
                    question: _, // the one asked
                    said,
                    headline,
                    so_far,
                    open,
                } = effect;
                let option = match said {
                    Alternative::Option(option) | Alternative::With(option) => {
                        Some(option.to_string())
                    }
                    Alternative::NoneOfThese => None,
                    // What taking an option away leads to is not what choosing it leads to.
                    _ => return None,
                };
                let class = headline.or(*so_far);
                let same = class.map(|class| &class.id) == leading.map(|class| &class.id);
                Some(OptionEffect {
                    option,
                    class: class.map(mark),
                    settled: headline.is_some(),
                    stays: same && headline.is_some() == self.found.headline.is_some(),
                    more: open - fewest,
                    open: *open,
                })
            })
            .collect();
        let chosen = match (question.kind, present) {
            (QuestionKind::Single, Some(Value::One(option))) => Some(Some(option.to_string())),
            (QuestionKind::Multi, Some(Value::Many(chosen))) if chosen.is_empty() => Some(None),
            _ => None,
        };
        if let Some(option) = chosen {
            shown.push(OptionEffect {
                option,
                class: leading.map(mark),
                settled: self.found.headline.is_some(),
                stays: true,
                more: now - fewest,
                open: now,
            });
        }
        Ok(shown)
    }
}

/// Duties counted by role; those that bind first are named.
fn owed(found: &Determination<'_>) -> Vec<OwedInRole> {
    let roles = found.roles.iter().map(|role| {
        let own = found.duties.iter().filter(|owed| owed.role.id == role.id);
        let mut own: Vec<_> = own
            .map(|owed| {
                let day = owed.effective.map(|date| date.on);
                (day.is_none(), day, owed.duty.title.as_str())
            })
            .collect();
        own.sort_by_key(|(never, day, _)| (*never, *day));
        OwedInRole {
            role: role.title.clone(),
            duties: own.len(),
            first: own
                .first()
                .and_then(|(_, day, _)| Some((*day)?.to_string())),
            titles: own
                .iter()
                .take(NAMED)
                .map(|(_, _, title)| (*title).to_owned())
                .collect(),
        }
    });
    roles.filter(|role| role.duties > 0).collect()
}
