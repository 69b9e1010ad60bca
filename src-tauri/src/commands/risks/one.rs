//! One risk with everything that follows from it, and the choice of its controls.

use super::Fresh;
use super::register::kept;
use super::show_risk::{action_line, known, level, line, links};
use crate::desk::Desk;
use crate::error::AppError;
use crate::session::OpenFile;
use crate::show::{self, Names};
use crate::wire::change::Changed;
use crate::wire::record::OneRecord;
use crate::wire::risks::{
    ChooseControls, ComparedView, MethodName, PartyRating, PartyView, RatingView, RiskScreen,
};
use content::{Question, QuestionId, RecordKind};
use domain::risk::{
    self, Answered, Consequence, Method, Party, PartyLevel, Point, Register, Row, Scale, ask,
    compare,
};
use domain::{Answer, Answers, Record, RecordId, Rejected, Value, Words};
use reports::chart::heat_map;
use reports::report::risk_map::risk_road;

/// Width of the matrix of one risk, in its own units.
const MAP: f32 = 340.0;

pub(super) fn screen(desk: &Desk, OneRecord { record }: OneRecord) -> Result<RiskScreen, AppError> {
    let today = desk.outside().today();
    desk.read(|open| {
        let kept = kept(desk, open)?;
        let register = risk::register_of(&kept, today);
        // A retired risk is no part of the register.
        let row = register
            .row(&record)
            .ok_or(AppError::Nonsense { what: "risk" })?;
        let controls = controls(desk, open)?;
        let names = Names::of(&open.file);
        Ok(names.words(desk, |words| {
            show_one(desk, &register, row, &controls, &names, words)
        }))
    })
}

fn controls(desk: &Desk, open: &OpenFile) -> Result<Vec<(Record, Answers)>, AppError> {
    let asked = show::questionnaire(desk, RecordKind::Control)?;
    let questions: Vec<&QuestionId> = asked.questions.iter().map(|one| &one.id).collect();
    Ok(open.file.answers_to(RecordKind::Control, &questions)?)
}

fn show_one(
    desk: &Desk,
    register: &Register<'_>,
    row: &Row<'_>,
    controls: &[(Record, Answers)],
    names: &Names<'_>,
    words: &Words<'_>,
) -> RiskScreen {
    let library = desk.library();
    let risk = &row.risk;
    let method = register.method(risk);
    let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string());
    let source = risk.source.and_then(|source| {
        let asked = library.question(ask::SOURCE)?;
        Some(asked.option(source)?.label.clone())
    });
    let entries = library.entries(RecordKind::Risk);
    let entry = entries
        .map(|(_, entry)| entry)
        .find(|entry| risk.origin == Some(entry.id.as_str()));
    let suggested: Vec<&str> = entry
        .iter()
        .flat_map(|entry| entry.suggests.iter().map(String::as_str))
        .collect();
    RiskScreen {
        line: line(register, row, names, words, library),
        source: source.unwrap_or_default(),
        parties: Party::ALL
            .into_iter()
            .zip(&risk.consequence)
            .map(|(party, consequence)| PartyView {
                party: words.risk_party(party).to_owned(),
                words: match consequence {
                    Consequence::Said(text) | Consequence::None(text) => (*text).to_owned(),
                    Consequence::Open => String::new(),
                },
                touched: !matches!(consequence, Consequence::None(_)),
            })
            .collect(),
        ratings: Point::ALL
            .map(|point| rating(row, point, method, words))
            .into(),
        method: risk.method.and_then(|id| {
            Some(MethodName {
                record: names.link(id)?,
                edition: method.map_or_else(String::new, |method| method.edition.clone()),
            })
        }),
        older: row.weaknesses.contains(&risk::Weakness::MethodOlder),
        map: method
            .and_then(|method| risk_road(row, method, words))
            .map(|map| heat_map(&map, MAP).into()),
        how: text(risk.how),
        existing: links(names, risk.existing),
        controls: links(names, risk.controls),
        compared: day(risk.compared),
        comparison: compared(desk, risk, &suggested, controls, names),
        actions: register
            .actions_of(row)
            .map(|action| action_line(action, register, names, words))
            .collect(),
        accepted_by: risk.acceptance.by.and_then(|by| names.link(by)),
        accepted_on: day(risk.acceptance.on),
        accepted_until: day(risk.acceptance.until),
        acceptance_reason: text(risk.acceptance.reason),
        may_accept: method.map_or_else(String::new, |method| method.criteria.accepted_by.clone()),
        rated_on: day(risk.rated_on),
        origin: entry.map_or_else(String::new, |entry| entry.name.clone()),
    }
}

fn rating(row: &Row<'_>, point: Point, method: Option<&Method>, words: &Words<'_>) -> RatingView {
    let said = row.risk.rating(point);
    let rated = row.at(point);
    let step = |answered: Answered, scale: Option<&Scale>| match answered {
        Answered::Step(step) => {
            let place = usize::try_from(step).unwrap_or_default().checked_sub(1);
            let label = place
                .zip(scale)
                .map_or("", |(place, scale)| scale.label(place));
            format!("{step} {label}").trim_end().to_owned()
        }
        Answered::NotApplicable | Answered::Open => String::new(),
    };
    let parties = Party::ALL.into_iter().zip(said.consequence);
    RatingView {
        point: point.code().to_owned(),
        words: words.risk_point(point).to_owned(),
        likelihood: step(said.likelihood, method.map(|method| &method.likelihood)),
        parties: parties
            .map(|(party, answered)| PartyRating {
                party: words.risk_party(party).to_owned(),
                consequence: step(answered, method.map(|method| method.scale(party))),
                untouched: *rated.party(party) == PartyLevel::NotTouched,
                level: match (rated.party(party), method) {
                    (PartyLevel::At(level), Some(method)) => known(*level, method),
                    (PartyLevel::Open(missing), _) => crate::wire::risks::LevelView {
                        number: None,
                        of: method.map_or(0, |method| method.levels.len()),
                        label: String::new(),
                        verdict: String::new(),
                        missing: words.risk_missing(missing),
                    },
                    _ => crate::wire::risks::LevelView {
                        number: None,
                        of: 0,
                        label: String::new(),
                        verdict: String::new(),
                        missing: String::new(),
                    },
                },
            })
            .collect(),
        level: level(rated, method, words),
        reason: said.reason.unwrap_or_default().to_owned(),
        section: point.code().to_owned(),
    }
}

/// Every control of Annex A beside a risk.
fn compared(
    desk: &Desk,
    risk: &risk::Risk<'_>,
    suggested: &[&str],
    controls: &[(Record, Answers)],
    names: &Names<'_>,
) -> Vec<ComparedView> {
    let Some(standard) = desk.library().standard(ask::ANNEX_A) else {
        return Vec::new();
    };
    let reference = standard.controls().map(|control| control.id.as_str());
    compare(risk, reference, suggested, controls)
        .into_iter()
        .filter_map(|compared| {
            let requirement = standard.requirement(compared.control)?;
            Some(ComparedView {
                control: compared.control.to_owned(),
                reference: requirement.reference.clone(),
                title: requirement.title.clone(),
                record: compared.record.and_then(|id| names.link(id)),
                chosen: compared.chosen,
                in_place: compared.in_place,
                suggested: compared.suggested,
                excluded: compared.excluded,
            })
        })
        .collect()
}

/// Chooses controls and notes today as the day of the comparison: whoever chose had all of them in view.
pub(super) fn choose_controls(
    desk: &Desk,
    ChooseControls {
        risk,
        controls: wanted,
        own,
    }: ChooseControls,
) -> Result<Changed<()>, AppError> {
    let nonsense = || AppError::Nonsense { what: "control" };
    let standard = desk.library().standard(ask::ANNEX_A).ok_or_else(nonsense)?;
    let asked = |id: &'static str| -> Result<&'static Question, AppError> {
        let question = desk.library().question(id);
        question.ok_or_else(|| {
            let question = QuestionId::from(id);
            Rejected::UnknownQuestion { question }.into()
        })
    };
    let today = desk.outside().today();
    desk.change(|open, actor, now| {
        let risk = show::record(open, &risk)?;
        let there = controls(desk, open)?;
        let mut chosen: Vec<RecordId> = Vec::new();
        let mut fresh: Vec<(RecordId, String, &str)> = Vec::new();
        for id in &wanted {
            let requirement = standard.requirement(id).ok_or_else(nonsense)?;
            let found = there.iter().find(|(_, answers)| {
                matches!(answers.get(ask::CONTROL_REF).and_then(Answer::value), Some(Value::Text(text)) if text == id)
            });
            match found {
                Some((record, _)) => chosen.push(record.id.clone()),
                None => {
                    let made = RecordId::new(desk.outside().new_id());
                    let name = format!("{} {}", requirement.reference, requirement.title);
                    chosen.push(made.clone());
                    fresh.push((made, name, requirement.id.as_str()));
                }
            }
        }
        chosen.extend(own.iter().map(RecordId::new));
        let mut records: Vec<Fresh<'_>> = Vec::new();
        for (id, name, reference) in &fresh {
            let text = Answer::given(Value::Text((*reference).to_owned()));
            let first = vec![(asked(ask::CONTROL_REF)?, text)];
            records.push(((id.clone(), RecordKind::Control, name.as_str()), first));
        }
        let links = (!chosen.is_empty()).then(|| Answer::given(Value::Records(chosen)));
        let answers = [
            (risk.id.clone(), asked(ask::CONTROLS)?, links),
            (risk.id, asked(ask::COMPARED)?, Some(Answer::given(Value::Date(today)))),
        ];
        let recorded = open.file.enter(actor, now, &records, &answers)?;
        Ok(((), recorded))
    })
}
