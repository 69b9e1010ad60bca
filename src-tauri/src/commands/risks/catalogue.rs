//! The catalogue of risks to begin with.

use super::Fresh;
use super::register::kept;
use crate::desk::Desk;
use crate::error::AppError;
use crate::show::{self, Names};
use crate::wire::change::Changed;
use crate::wire::record::RecordLink;
use crate::wire::risks::{CatalogueLine, PickRisks};
use content::{Entry, Question, QuestionId, RecordKind};
use domain::risk::{self, Risk, ask};
use domain::sample::answers;
use domain::{Answer, RecordId, Rejected, Value};

pub(super) fn list(desk: &Desk) -> Result<Vec<CatalogueLine>, AppError> {
    let library = desk.library();
    desk.read(|open| {
        let kept = kept(desk, open)?;
        let taken: Vec<Risk<'_>> = kept
            .risks
            .iter()
            .map(|(record, answers)| Risk::of(record, answers))
            .collect();
        let names = Names::of(&open.file);
        let line = |entry: &Entry| {
            let said = answers(&entry.answers);
            let text = |id: &str| match said.get(id).and_then(Answer::value) {
                Some(Value::Text(text)) => text.clone(),
                Some(Value::One(option)) => option.to_string(),
                _ => String::new(),
            };
            let source = text(ask::SOURCE);
            let asked = library.question(ask::SOURCE);
            let option = asked.and_then(|asked| asked.option(&source));
            let suggests = entry
                .suggests
                .iter()
                .map(|id| match library.requirement(id) {
                    Some(requirement) => requirement.reference.clone(),
                    None => id.clone(),
                });
            CatalogueLine {
                id: entry.id.clone(),
                name: entry.name.clone(),
                event: text(ask::EVENT),
                source_words: option.map_or_else(String::new, |option| option.label.clone()),
                source,
                cite: entry.cite.clone(),
                suggests: suggests.collect(),
                picked: taken
                    .iter()
                    .filter(|risk| risk.origin == Some(entry.id.as_str()))
                    .filter_map(|risk| names.link(&risk.record.id))
                    .collect(),
            }
        };
        let entries = library.entries(RecordKind::Risk);
        Ok(entries.map(|(_, entry)| line(entry)).collect())
    })
}

/// Takes entries into the register: each becomes a risk with what the entry says, the systems, and the method
/// in force. Nothing is rated.
pub(super) fn pick(
    desk: &Desk,
    PickRisks { entries, systems }: PickRisks,
) -> Result<Changed<Vec<RecordLink>>, AppError> {
    let library = desk.library();
    let today = desk.outside().today();
    let asked = |id: &str| -> Result<&'static Question, AppError> {
        library.question(id).ok_or_else(|| {
            let question = QuestionId::from(id);
            Rejected::UnknownQuestion { question }.into()
        })
    };
    let mut picked: Vec<&Entry> = Vec::new();
    for id in &entries {
        let mut all = library.entries(RecordKind::Risk).map(|(_, entry)| entry);
        let entry = all.find(|entry| entry.id == *id);
        picked.push(entry.ok_or(AppError::Nonsense { what: "entry" })?);
    }
    desk.change(|open, actor, now| {
        let kept = kept(desk, open)?;
        let method = risk::register_of(&kept, today).in_force;
        let mut records: Vec<Fresh<'_>> = Vec::new();
        for entry in &picked {
            let mut first: Vec<(&Question, Answer)> = Vec::new();
            for (id, answer) in answers(&entry.answers) {
                first.push((asked(id.as_str())?, answer));
            }
            let origin = Value::Text(entry.id.clone());
            first.push((asked(ask::ORIGIN)?, Answer::given(origin)));
            if !systems.is_empty() {
                let linked = Value::Records(systems.iter().map(RecordId::new).collect());
                first.push((asked(ask::SYSTEMS)?, Answer::given(linked)));
            }
            if let Some(method) = &method {
                let linked = Value::Records(vec![method.clone()]);
                first.push((asked(ask::METHOD)?, Answer::given(linked)));
            }
            let id = RecordId::new(desk.outside().new_id());
            records.push(((id, RecordKind::Risk, entry.name.as_str()), first));
        }
        let recorded = open.file.enter(actor, now, &records, &[])?;
        let mut links = Vec::new();
        for ((id, _, _), _) in &records {
            links.push(show::link(show::record(open, id.as_str())?));
        }
        Ok((links, recorded))
    })
}
