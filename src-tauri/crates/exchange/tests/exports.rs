//! What goes out comes back: the same dossier, nothing doubled, nothing changed.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use chrono::{NaiveDate, TimeZone, Utc};
use common::*;
use content::{Question, QuestionKind, RecordKind};
use domain::{Answer, AnswerState, Answers, Dossier, Draft, Record, RecordId, Stamp, Value};
use exchange::export::{self, CsvOptions};
use exchange::{ReadOptions, Table, Unwatched, json, mapping, read, read_own};
use std::collections::BTreeMap;

/// Texts that have broken exports before.
const TEXTS: [&str; 26] = [
    "plain",
    "=1+1",
    "+49 30",
    "-5 %",
    "@home",
    "'=1",
    "''-x",
    "\ttabbed",
    " leading and trailing ",
    "line\nbreak",
    "line\r\nbreak",
    "\r\n=1",
    "quo\"te",
    "semi;colon, comma | pipe \\ back",
    "[none]",
    "[not applicable] quoted",
    "\\[none]",
    "N/A",
    "unknown",
    "2024-03-04",
    "12",
    "_x000D_ literal",
    "＝full width",
    "Ελληνικά ქართული 漢字 🙂 العربية",
    "see [continued: T1]",
    "TRUE",
];

fn text(dice: &mut Dice, lines: bool) -> String {
    let mut text = TEXTS[dice.next(TEXTS.len())].to_owned();
    if dice.next(3) == 0 {
        text.push(' ');
        text.push_str(TEXTS[dice.next(TEXTS.len())]);
    }
    if lines && dice.next(40) == 0 {
        text = text.repeat(3_000);
    }
    if !lines {
        text = text.replace(['\n', '\r'], " ");
    }
    if text.trim().is_empty() {
        "x".into()
    } else {
        text
    }
}

fn value(question: &Question, records: &[Record], dice: &mut Dice) -> Option<Value> {
    let linkable: Vec<&Record> = records
        .iter()
        .filter(|record| Some(record.kind) == question.record)
        .collect();
    Some(match question.kind {
        QuestionKind::Text => Value::Text(text(dice, false)),
        QuestionKind::LongText => Value::Text(text(dice, true)),
        QuestionKind::Words => {
            let mut words: Vec<String> = (0..dice.next(4)).map(|_| text(dice, true)).collect();
            words.sort();
            words.dedup();
            Value::Words(words.into_iter().filter(|word| word.len() < 1000).collect())
        }
        QuestionKind::Single => Value::One(dice.pick(&question.options).id.clone()),
        QuestionKind::Multi => Value::Many(
            question
                .options
                .iter()
                .filter(|_| dice.next(3) == 0)
                .map(|option| option.id.clone())
                .collect(),
        ),
        QuestionKind::Date => {
            let year = 1850 + dice.next(400) as i32;
            Value::Date(NaiveDate::from_ymd_opt(
                year,
                1 + dice.next(12) as u32,
                1 + dice.next(28) as u32,
            )?)
        }
        QuestionKind::Number => {
            Value::Number(*dice.pick(&[0, 7, -3, 1905, 2024, 1_000_000, i64::MAX, i64::MIN]))
        }
        QuestionKind::Scale => Value::Number(*dice.pick(&[1, 3, 6])),
        QuestionKind::Record => {
            Value::Records(vec![linkable.get(dice.next(linkable.len()))?.id.clone()])
        }
        QuestionKind::Records => Value::Records(
            linkable
                .iter()
                .filter(|_| dice.next(2) == 0)
                .map(|record| record.id.clone())
                .collect(),
        ),
    })
}

fn answer(question: &Question, records: &[Record], dice: &mut Dice) -> Option<Answer> {
    let people: Vec<&Record> = records
        .iter()
        .filter(|record| record.kind == RecordKind::Person)
        .collect();
    let state = match dice.next(8) {
        0 => AnswerState::NotApplicable {
            reason: text(dice, true),
        },
        1 => AnswerState::NotKnown { asked_of: None },
        2 => AnswerState::NotKnown {
            asked_of: Some(people[dice.next(people.len())].id.clone()),
        },
        _ => AnswerState::Given(value(question, records, dice)?),
    };
    let note = if dice.next(5) == 0 {
        text(dice, true)
    } else {
        String::new()
    };
    Some(Answer { state, note })
}

/// A file full of everything, the same for the same seed.
fn dossier(seed: u64, systems: usize) -> Dossier {
    let mut dice = Dice(seed);
    let at = Utc.with_ymd_and_hms(2026, 11, 22, 10, 0, 0).unwrap();
    let mut records = Vec::new();
    for kind in RecordKind::ALL {
        let count = match kind {
            RecordKind::Organisation => 1,
            RecordKind::System => systems,
            _ => 5,
        };
        for number in 1..=count {
            // Two of each kind share a name, and one name looks like a reference.
            let name = match number {
                2 | 3 => "Twin | of \\ two".to_owned(),
                4 => "=Risky [AI-001]".to_owned(),
                _ => format!("{} {number} – {}", kind.code(), TEXTS[dice.next(9)].trim()),
            };
            records.push(Record {
                id: RecordId::new(format!("{:08x}-0000-4000-8000-{number:012x}", kind as u32)),
                kind,
                number: number as u32,
                name,
                created: at,
                changed: at,
                retired: (number % 5 == 0).then_some(at),
            });
        }
    }
    let mut answers = BTreeMap::new();
    for record in &records {
        let questionnaire = library()
            .questionnaire_about(record.kind)
            .expect("questions about every kind");
        let mut given = Answers::new();
        for question in &questionnaire.questions {
            if question.retired.is_none()
                && dice.next(3) > 0
                && let Some(answer) = answer(question, &records, &mut dice)
            {
                given.insert(question.id.clone(), answer);
            }
        }
        for (id, answer) in &given {
            answer
                .check(questionnaire.question(id.as_str()).unwrap())
                .unwrap();
        }
        answers.insert(record.id.clone(), given);
    }
    Dossier {
        stamp: Stamp {
            file_id: "f".into(),
            event: 7,
            head: "abc".into(),
            at,
        },
        records,
        answers,
        attachments: BTreeMap::new(),
        revisions: Vec::new(),
        frozen: Default::default(),
    }
}

#[track_caller]
fn nothing_changes(table: &Table, dossier: &Dossier, what: &str) {
    assert!(table.is_own(), "{what}");
    let mapping = mapping::recognise(table, library()).expect("our own export is recognised");
    let plan = planned(table, &mapping, Some(dossier));
    if let Some(draft) = plan.drafts.first() {
        explain(draft, dossier, what);
    }
    assert_eq!(
        plan.counts.unchanged, plan.counts.rows,
        "{what}: {:?}",
        plan.problems
    );
    assert_eq!(plan.problems, [], "{what}");
}

#[track_caller]
fn explain(draft: &Draft, dossier: &Dossier, what: &str) {
    let Some(id) = &draft.id else {
        panic!(
            "{what}: row {} is taken for a new record {:?}",
            draft.row, draft.name
        );
    };
    for (question, answer) in &draft.answers {
        assert_eq!(
            Some(answer),
            dossier.answer(id, question.as_str()),
            "{what}: {question} of row {}",
            draft.row
        );
    }
    assert_eq!(draft.name, dossier.record(id).unwrap().name, "{what}");
    assert_eq!(draft.links, [], "{what}");
    assert!(draft.asked.is_empty(), "{what}: {:?}", draft.asked);
}

/// The systems as CSV.
fn systems(dossier: &Dossier) -> Vec<u8> {
    let options = CsvOptions::default();
    export::csv(dossier, library(), RecordKind::System, &options, &Unwatched).unwrap()
}

/// As a fresh file reads it: every answer is there again, links by name.
#[track_caller]
fn all_is_said(table: &Table, dossier: &Dossier, what: &str) {
    let mapping = mapping::recognise(table, library()).unwrap();
    let plan = planned(table, &mapping, None);
    assert_eq!(plan.drafts.len(), table.rows.len(), "{what}");
    let kind = mapping.kind;
    let records: Vec<&Record> = dossier
        .records
        .iter()
        .filter(|record| record.kind == kind)
        .collect();
    for (draft, record) in plan.drafts.iter().zip(records) {
        assert_eq!(draft.name, record.name, "{what}");
        assert_eq!(draft.retired, record.retired.is_some(), "{what}");
        for (question, answer) in &dossier.answers[&record.id] {
            let linked = draft.links.iter().find(|link| link.question == *question);
            match answer.value() {
                Some(Value::Records(ids)) if !ids.is_empty() => {
                    let link = linked.unwrap_or_else(|| panic!("{what}: link {question} is gone"));
                    assert_eq!(link.names.len(), ids.len(), "{what}: {question}");
                    assert_eq!(link.note, answer.note, "{what}: {question}");
                }
                _ => {
                    let read = draft
                        .answers
                        .get(question)
                        .unwrap_or_else(|| panic!("{what}: {question} is gone"));
                    match (&answer.state, &read.state) {
                        (
                            AnswerState::NotKnown { asked_of: Some(_) },
                            AnswerState::NotKnown { .. },
                        ) => {
                            assert!(draft.asked.contains_key(question), "{what}: {question}");
                        }
                        _ => assert_eq!(read, answer, "{what}: {question}"),
                    }
                }
            }
        }
    }
}

#[test]
fn every_csv_comes_back_unchanged() {
    for seed in 1..=5 {
        let dossier = dossier(seed * 7919, 8);
        for kind in RecordKind::ALL {
            for bom in [false, true] {
                let options = CsvOptions { bom, only: None };
                let bytes = export::csv(&dossier, library(), kind, &options, &Unwatched).unwrap();
                let table = read(&bytes, "list.csv", &ReadOptions::default(), &Unwatched).unwrap();
                let what = format!("seed {seed}, {} as CSV", kind.code());
                nothing_changes(&table, &dossier, &what);
                all_is_said(&table, &dossier, &what);
            }
        }
    }
}

#[test]
fn every_workbook_comes_back_unchanged() {
    for seed in 1..=3 {
        let dossier = dossier(seed * 104_729, 8);
        let bytes = export::xlsx(&dossier, library(), &RecordKind::ALL, None, &Unwatched).unwrap();
        let tables = read_own(&bytes, "list.xlsx", &Unwatched)
            .unwrap()
            .expect("ours");
        assert_eq!(tables.len(), RecordKind::ALL.len());
        for table in &tables {
            let what = format!("seed {seed}, {:?}", table.source);
            nothing_changes(table, &dossier, &what);
            all_is_said(table, &dossier, &what);
        }
    }
}

#[test]
fn no_cell_of_a_csv_starts_a_formula() {
    let dossier = dossier(42, 30);
    let bytes = systems(&dossier);
    let table = read(&bytes, "list.csv", &ReadOptions::default(), &Unwatched).unwrap();
    let mut met = 0;
    for cell in table.rows.iter().flat_map(|row| &row.cells) {
        if let exchange::Cell::Text(text) = cell {
            let first = text
                .trim_start_matches([' ', '\u{a0}', '\u{3000}'])
                .chars()
                .next()
                .unwrap();
            let is_number = text.parse::<i64>().is_ok();
            assert!(
                is_number || !"=+-@\t\r\n＝＋－＠".contains(first),
                "{text:?}"
            );
            met += usize::from(first == '\'');
        }
    }
    assert!(met > 10, "the dossier holds risky texts");
}

#[test]
fn a_workbook_holds_no_formula_and_the_same_dossier_gives_the_same_bytes() {
    let dossier = dossier(43, 10);
    let one = export::xlsx(&dossier, library(), &[RecordKind::System], None, &Unwatched).unwrap();
    let other = export::xlsx(&dossier, library(), &[RecordKind::System], None, &Unwatched).unwrap();
    assert_eq!(one, other);
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(one)).unwrap();
    for place in 0..zip.len() {
        use std::io::Read;
        let mut part = zip.by_index(place).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut xml = String::new();
        part.read_to_string(&mut xml).unwrap();
        assert!(
            !xml.contains("<f>") && !xml.contains("<f "),
            "{name} holds a formula"
        );
        assert!(
            !xml.contains("<hyperlink") && !xml.contains("TargetMode"),
            "{name} leads out"
        );
    }
}

#[test]
fn a_changed_cell_is_the_only_change() {
    let dossier = dossier(44, 6);
    let bytes = systems(&dossier);
    let text = String::from_utf8(bytes).unwrap();
    let name = &dossier.current(RecordKind::System).next().unwrap().name;
    let edited = text.replacen(name.as_str(), "Renamed by hand", 1);
    assert_ne!(text, edited);
    let table = read(
        edited.as_bytes(),
        "list.csv",
        &ReadOptions::default(),
        &Unwatched,
    )
    .unwrap();
    let mapping = mapping::recognise(&table, library()).unwrap();
    let plan = planned(&table, &mapping, Some(&dossier));
    assert_eq!(
        (plan.counts.updated, plan.counts.unchanged, plan.counts.new),
        (1, 5, 0)
    );
    assert_eq!(plan.drafts[0].name, "Renamed by hand");
}

/// What was signed, and the questionnaires of laws, are part of the whole.
#[test]
fn json_holds_what_was_signed() {
    let mut dossier = dossier(3, 2);
    let system = dossier.current(RecordKind::System).next().unwrap();
    let (id, reference) = (system.id.clone(), system.reference());
    let duty = domain::Part::new("O-RMS").saying("2 December 2027");
    dossier.revisions = vec![domain::Revision {
        subject: id,
        questionnaire: "eu-ai-act".into(),
        number: 1,
        at: dossier.stamp.at,
        signer: "L. Okafor".into(),
        signer_role: String::new(),
        remark: String::new(),
        on: "2026-11-22".parse().unwrap(),
        content_version: "eu-ai-act 2".into(),
        sha256: "ab".into(),
        event: 6,
        reopened: Some((dossier.stamp.at, "New facts".into())),
    }];
    // What was signed is never left out in silence.
    json::write(&dossier, library()).unwrap_err();
    let frozen = domain::Frozen {
        form: "classification".into(),
        version: 1,
        parts: vec![domain::Part::new("duties").with([duty])],
    };
    dossier.frozen.insert("ab".into(), frozen);
    let bytes = json::write(&dossier, library()).unwrap();
    let whole: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
    let revision = &whole["revisions"][0];
    assert_eq!(revision["subject"]["reference"], reference.as_str());
    assert_eq!(revision["on"], "2026-11-22");
    assert_eq!(revision["reopened"]["reason"], "New facts");
    let duty = &revision["frozen"]["parts"][0]["parts"][0];
    assert_eq!(duty["value"], "2 December 2027");
    let asked: Vec<&str> = whole["questionnaires"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|questionnaire| questionnaire["id"].as_str())
        .collect();
    assert!(asked.contains(&"inventory") && asked.contains(&"eu-ai-act"));
}

#[test]
fn json_is_whole_and_stable() {
    let dossier = dossier(45, 6);
    let bytes = json::write(&dossier, library()).unwrap();
    assert_eq!(bytes, json::write(&dossier, library()).unwrap());
    let whole: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
    assert_eq!(whole["format"], "plumbline-dossier");
    assert_eq!(whole["version"], 1);
    let records = whole["records"].as_array().unwrap();
    assert_eq!(records.len(), dossier.records.len());
    for (entry, record) in records.iter().zip(&dossier.records) {
        assert_eq!(entry["id"], record.id.as_str());
        assert_eq!(entry["reference"], record.reference());
        let answers = entry["answers"].as_object().unwrap();
        assert_eq!(answers.len(), dossier.answers[&record.id].len());
        for (question, answer) in &dossier.answers[&record.id] {
            assert_eq!(answers[question.as_str()], json::answer(&dossier, answer));
        }
    }
}
