//! Figures of reading, planning and writing lists. One line per figure on standard output:
//! `figure`, name, value, unit and, where there is one, what it is measured against, parted by tabs.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use calamine::{Reader, Xlsx};
use chrono::{TimeZone, Utc};
use content::{Library, QuestionKind, RecordKind};
use domain::{Answer, Answers, Dossier, Record, RecordId, Stamp, Value};
use exchange::export::{self, CsvOptions};
use exchange::{PlanOptions, ReadOptions, Unwatched, mapping, plan, read};
use std::collections::BTreeMap;
use std::io::Cursor;
use std::path::Path;
use std::time::Instant;

const RUNS: usize = 5;

fn median(mut work: impl FnMut()) -> f64 {
    let mut times: Vec<f64> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed().as_secs_f64() * 1000.0
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[RUNS / 2]
}

fn figure(name: &str, value: f64) {
    println!("figure\t{name}\t{value:.1}\tms");
}

fn compared(name: &str, value: f64, reference: &str, against: f64) {
    println!("figure\t{name}\t{value:.1}\tms\t{reference}\t{against:.1}");
}

/// `systems` AI systems with an answer to most questions, the same on every machine.
fn dossier(library: &Library, systems: u32) -> Dossier {
    let at = Utc.with_ymd_and_hms(2026, 11, 22, 10, 0, 0).unwrap();
    let questionnaire = library.questionnaire_about(RecordKind::System).unwrap();
    let mut dossier = Dossier {
        stamp: Stamp {
            file_id: "bench".into(),
            event: 1,
            head: "0".into(),
            at,
        },
        records: Vec::new(),
        answers: BTreeMap::new(),
        attachments: BTreeMap::new(),
        revisions: Vec::new(),
        frozen: Default::default(),
    };
    let mut dice = 0x5eed_u32;
    for number in 1..=systems {
        let id = RecordId::new(format!("00000000-0000-4000-8000-{number:012}"));
        let mut answers = Answers::new();
        for question in &questionnaire.questions {
            dice = dice.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let value = match question.kind {
                QuestionKind::Text => Value::Text(format!("Text {number} of {}", question.label)),
                QuestionKind::LongText => Value::Text(
                    "A sentence of some length about it. ".repeat(1 + (dice >> 29) as usize),
                ),
                QuestionKind::Words => Value::Words(vec!["Dutch".into(), "German".into()]),
                QuestionKind::Single => Value::One(
                    question.options[(dice >> 16) as usize % question.options.len()]
                        .id
                        .clone(),
                ),
                QuestionKind::Multi => Value::Many(
                    question
                        .options
                        .iter()
                        .take(2)
                        .map(|option| option.id.clone())
                        .collect(),
                ),
                QuestionKind::Date => Value::Date(at.date_naive()),
                QuestionKind::Scale => Value::Number(i64::from(dice >> 30) + 1),
                QuestionKind::Number => Value::Number(i64::from(dice >> 20)),
                QuestionKind::Record | QuestionKind::Records => continue,
            };
            if dice >> 30 != 0 {
                answers.insert(question.id.clone(), Answer::given(value));
            }
        }
        dossier.records.push(Record {
            id: id.clone(),
            kind: RecordKind::System,
            number,
            name: format!("System {number}"),
            created: at,
            changed: at,
            retired: None,
        });
        dossier.answers.insert(id, answers);
    }
    dossier
}

fn main() {
    let library = content::library().expect("shipped content is sound");
    let options = ReadOptions::default();
    let lists = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/import");

    for (file, rows) in [
        ("us-federal-2024.csv", "2,133 rows"),
        ("us-dhs-2025.xlsx", "239 rows"),
    ] {
        let bytes = std::fs::read(lists.join(file)).unwrap();
        let table = read(&bytes, file, &options, &Unwatched).unwrap();
        figure(
            &format!("read {file}, {rows}"),
            median(|| {
                read(&bytes, file, &options, &Unwatched).unwrap();
            }),
        );
        let known = mapping::recognise(&table, library).unwrap();
        figure(
            &format!("plan {file}, {rows}"),
            median(|| {
                plan(
                    &table,
                    &known,
                    library,
                    None,
                    &PlanOptions::default(),
                    &Unwatched,
                )
                .unwrap();
            }),
        );
        figure(
            &format!("suggest a mapping for {file}"),
            median(|| {
                mapping::suggest(&table, RecordKind::System, library);
            }),
        );
    }

    let dossier = dossier(library, 10_000);
    let workbook =
        export::xlsx(&dossier, library, &[RecordKind::System], None, &Unwatched).unwrap();
    eprintln!("workbook of 10,000 systems: {} bytes", workbook.len());
    if workbook.len() as u64 <= exchange::limits::XLSX_BYTES {
        let bare = median(|| {
            let mut book = Xlsx::new(Cursor::new(workbook.as_slice())).unwrap();
            for name in book.sheet_names() {
                book.worksheet_range(&name).unwrap();
            }
        });
        compared(
            "read XLSX, 10,000 rows",
            median(|| {
                read(&workbook, "list.xlsx", &options, &Unwatched).unwrap();
            }),
            "unzip and parse alone",
            bare,
        );
        let table = read(&workbook, "list.xlsx", &options, &Unwatched).unwrap();
        let known = mapping::recognise(&table, library).unwrap();
        figure(
            "plan XLSX re-import, 10,000 rows",
            median(|| {
                plan(
                    &table,
                    &known,
                    library,
                    Some(&dossier),
                    &PlanOptions::default(),
                    &Unwatched,
                )
                .unwrap();
            }),
        );
    }
    figure(
        "export XLSX, 10,000 systems",
        median(|| {
            export::xlsx(&dossier, library, &[RecordKind::System], None, &Unwatched).unwrap();
        }),
    );
    figure(
        "export CSV, 10,000 systems",
        median(|| {
            export::csv(
                &dossier,
                library,
                RecordKind::System,
                &CsvOptions::default(),
                &Unwatched,
            )
            .unwrap();
        }),
    );
    figure(
        "export JSON, 10,000 systems",
        median(|| {
            exchange::json::write(&dossier, library).unwrap();
        }),
    );
}
