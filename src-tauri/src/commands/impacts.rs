//! Impact assessments of all systems, the benefits and harms of one, and risks made from harms.

mod list;
mod table;

use super::command;
use super::start::name;
use crate::desk::Desk;
use crate::error::AppError;
use crate::impacts::Asked;
use crate::show;
use crate::wire::change::Changed;
use crate::wire::impacts::{AddImpact, ImpactPage, ImpactTable, ListImpacts};
use crate::wire::record::{OneRecord, RecordLink};
use content::{Question, RecordKind};
use domain::impact::{Direction, Entry, as_risk, question};
use domain::{Answer, RecordId, Value};

/// The option of the question on the direction.
const BENEFIT: &str = "benefit";

fn add(
    desk: &Desk,
    AddImpact {
        system,
        harm,
        name: called,
    }: AddImpact,
) -> Result<Changed<RecordLink>, AppError> {
    let called = name(&called)?;
    let asked = show::questionnaire(desk, RecordKind::Impact)?;
    let question = |id: &str| {
        let found = asked.question(id);
        found.ok_or(AppError::Nonsense { what: "question" })
    };
    let direction = if harm { question::HARM } else { BENEFIT };
    let id = RecordId::new(desk.outside().new_id());
    desk.change(|open, actor, now| {
        let system = show::record(open, &system)?;
        let first = [
            (
                question(question::SYSTEM)?,
                Answer::given(Value::Records(vec![system.id])),
            ),
            (
                question(question::DIRECTION)?,
                Answer::given(Value::One(direction.into())),
            ),
        ];
        let named = (id.clone(), RecordKind::Impact, called.as_str());
        let recorded = open.file.add_answered(actor, now, named, &first)?;
        open.counts.forget(&recorded.records);
        Ok((show::link(show::record(open, id.as_str())?), recorded))
    })
}

/// Enters a risk with what the harm says already, and links the harm to it: one act.
fn to_risk(desk: &Desk, OneRecord { record }: OneRecord) -> Result<Changed<RecordLink>, AppError> {
    let asked = Asked::of(desk)?;
    let library = desk.library();
    let link = library
        .question(question::RISK)
        .ok_or(AppError::Nonsense { what: "question" })?;
    let id = RecordId::new(desk.outside().new_id());
    desk.change(|open, actor, now| {
        let harm = show::record(open, &record)?;
        let answers = open.file.answers(&harm.id)?;
        let entry = Entry::of(&asked.weigh, asked.entry, &harm, &answers);
        if entry.direction() != Some(Direction::Harm) || entry.risk().is_some() {
            return Err(AppError::Nonsense { what: "harm" });
        }
        let first: Vec<(&Question, Answer)> = as_risk(&entry)
            .into_iter()
            .filter_map(|(id, answer)| Some((library.question(id)?, answer)))
            .collect();
        let named = (id.clone(), RecordKind::Risk, harm.name.as_str());
        let recorded = open
            .file
            .add_linked(actor, now, named, &first, (&harm.id, link))?;
        open.counts.forget(&recorded.records);
        Ok((show::link(show::record(open, id.as_str())?), recorded))
    })
}

command! {
    /// A page of all systems with their assessments.
    list_impacts(ListImpacts) -> ImpactPage = list::page
}
command! {
    /// The benefits and harms of one system.
    impact_table(OneRecord) -> ImpactTable = table::table
}
command! {
    /// Enters a benefit or harm of a system.
    add_impact(AddImpact) -> Changed<RecordLink> = add
}
command! {
    /// Enters a risk made from a harm, linked to it.
    make_risk(OneRecord) -> Changed<RecordLink> = to_risk
}
