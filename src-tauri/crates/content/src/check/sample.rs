//! Turns a sample's answers into typed ones and checks them against the questionnaires.

use crate::day;
use crate::ids::{OptionId, QuestionId};
use crate::load::{Authored, RawRecord, RawSample};
use crate::problem::{Flaw, Problem};
use crate::question::{Question, QuestionKind, RecordKind};
use crate::sample::{Said, Sample, SampleAnswer, SampleRecord};
use std::collections::{BTreeMap, BTreeSet};
use toml::Value;

/// Types the answers of a sample and of its parts. What has no right form is left out and reported.
pub(crate) fn sample(
    file: &str,
    raw: RawSample,
    questionnaires: &[Authored],
    problems: &mut Vec<Problem>,
) -> Sample {
    let mut whole: Vec<(String, RawRecord)> = Vec::new();
    let mut more: Vec<(String, RawRecord)> = Vec::new();
    let from = |file: &str, records: Vec<RawRecord>| {
        let file = file.to_owned();
        records.into_iter().map(move |one| (file.clone(), one))
    };
    whole.extend(from(file, raw.records));
    for part in raw.parts {
        whole.extend(from(&part.file, part.records));
        more.extend(from(&part.file, part.more));
    }
    let names: BTreeSet<(RecordKind, String)> = whole
        .iter()
        .map(|(_, record)| (record.kind, record.name.clone()))
        .collect();
    if !crate::ids::is_kebab(&raw.id) {
        problems.push(Problem::new(file, &raw.id, Flaw::MalformedId));
    }
    if raw.version == 0 {
        problems.push(Problem::new(file, &raw.id, Flaw::VersionMissing));
    }
    let organisations = whole
        .iter()
        .filter(|(_, record)| record.kind == RecordKind::Organisation)
        .count();
    if organisations != 1 {
        problems.push(Problem::new(
            file,
            &raw.id,
            Flaw::Organisations(organisations),
        ));
    }
    let mut seen: BTreeMap<(RecordKind, String), String> = BTreeMap::new();
    let mut records: Vec<SampleRecord> = Vec::new();
    for (file, record) in whole {
        if record.name.trim().is_empty() {
            problems.push(Problem::new(
                &file,
                record.kind.code(),
                Flaw::Missing("name"),
            ));
        }
        let named = (record.kind, record.name.clone());
        if let Some(also_in) = seen.insert(named, file.clone()) {
            problems.push(Problem::new(
                &file,
                &record.name,
                Flaw::DoubledId { also_in },
            ));
        }
        records.push(typed(&file, record, questionnaires, &names, problems));
    }
    for (file, further) in more {
        let further = typed(&file, further, questionnaires, &names, problems);
        let described =
            |one: &&mut SampleRecord| (one.kind, &one.name) == (further.kind, &further.name);
        let Some(record) = records.iter_mut().find(described) else {
            let what = Flaw::Missing("record");
            problems.push(Problem::new(&file, &further.name, what));
            continue;
        };
        for answer in further.answers {
            let said = |one: &SampleAnswer| one.question == answer.question;
            if record.answers.iter().any(said) {
                let also_in = file.clone();
                let what = Flaw::DoubledId { also_in };
                problems.push(Problem::new(&file, &answer.question, what));
            } else {
                record.answers.push(answer);
            }
        }
    }
    Sample {
        id: raw.id,
        version: raw.version,
        records,
    }
}

fn typed(
    file: &str,
    raw: RawRecord,
    questionnaires: &[Authored],
    names: &BTreeSet<(RecordKind, String)>,
    problems: &mut Vec<Problem>,
) -> SampleRecord {
    let RawRecord {
        kind,
        name,
        retired,
        answers: written,
    } = raw;
    let mut flaws = Vec::new();
    let answers = answers(kind, written, questionnaires, names, &mut flaws);
    problems.extend(
        flaws
            .into_iter()
            .map(|what| Problem::new(file, &name, what)),
    );
    SampleRecord {
        kind,
        name,
        retired,
        answers,
    }
}

/// Types the answers about one record. What has no right form, or links to what is not named, is left out
/// and noted.
pub(super) fn answers(
    kind: RecordKind,
    written: BTreeMap<QuestionId, Value>,
    questionnaires: &[Authored],
    names: &BTreeSet<(RecordKind, String)>,
    flaws: &mut Vec<Flaw>,
) -> Vec<SampleAnswer> {
    let mut answers = Vec::new();
    for (id, value) in written {
        let asked = questionnaires
            .iter()
            .filter(|authored| authored.questionnaire.about == kind)
            .find_map(|authored| authored.questionnaire.question(id.as_str()));
        let answer = match asked {
            None => Err(Flaw::NotAsked(id)),
            Some(question) => answer(question, value).ok_or(Flaw::WrongForm(id)),
        };
        match answer.and_then(|answer| links_exist(answer, names)) {
            Ok(answer) => answers.push(answer),
            Err(what) => flaws.push(what),
        }
    }
    answers
}

fn answer(question: &Question, value: Value) -> Option<SampleAnswer> {
    let mut note = String::new();
    let said = match value {
        Value::Table(mut table) => {
            if let Some(written) = table.remove("note") {
                note = written.as_str()?.to_owned();
            }
            let mut ways = table.into_iter();
            let (way, value) = ways.next()?;
            if ways.next().is_some() {
                return None;
            }
            match way.as_str() {
                "value" => given(question, value)?,
                "not-applicable" => Said::NotApplicable(filled(value)?),
                "not-known" => {
                    let person = value.as_str()?.to_owned();
                    Said::NotKnown(Some(person).filter(|name| !name.is_empty()))
                }
                _ => return None,
            }
        }
        value => given(question, value)?,
    };
    Some(SampleAnswer {
        question: question.id.clone(),
        said,
        note,
    })
}

fn given(question: &Question, value: Value) -> Option<Said> {
    Some(match question.kind {
        QuestionKind::Text | QuestionKind::LongText => Said::Text(filled(value)?),
        QuestionKind::Words => Said::Words(words(value)?),
        QuestionKind::Single => Said::One(known(question, value.as_str()?)?),
        QuestionKind::Multi => Said::Many(
            words(value)?
                .iter()
                .map(|word| known(question, word))
                .collect::<Option<_>>()?,
        ),
        QuestionKind::Date => Said::Date(day::of(value.as_datetime()?)?),
        QuestionKind::Number | QuestionKind::Scale => Said::Number(value.as_integer()?),
        QuestionKind::Record => Said::Links(question.record?, vec![filled(value)?]),
        QuestionKind::Records => Said::Links(question.record?, words(value)?),
    })
}

fn known(question: &Question, word: &str) -> Option<OptionId> {
    question.option(word).map(|option| option.id.clone())
}

fn filled(value: Value) -> Option<String> {
    match value {
        Value::String(text) if !text.trim().is_empty() => Some(text.trim().to_owned()),
        _ => None,
    }
}

fn words(value: Value) -> Option<Vec<String>> {
    match value {
        Value::Array(items) => items.into_iter().map(filled).collect(),
        _ => None,
    }
}

fn links_exist(
    answer: SampleAnswer,
    names: &BTreeSet<(RecordKind, String)>,
) -> Result<SampleAnswer, Flaw> {
    let missing = |question: &QuestionId, kind: RecordKind, name: &String| {
        if names.contains(&(kind, name.clone())) {
            Ok(())
        } else {
            Err(Flaw::UnknownRecord {
                question: question.clone(),
                name: name.clone(),
            })
        }
    };
    match &answer.said {
        Said::Links(kind, linked) => linked
            .iter()
            .try_for_each(|name| missing(&answer.question, *kind, name))?,
        Said::NotKnown(Some(person)) => missing(&answer.question, RecordKind::Person, person)?,
        _ => {}
    }
    Ok(answer)
}
