//! Figures of the client file, each held against what bounds it. Prints one line per figure:
//! `figure<TAB>name<TAB>value<TAB>unit<TAB>reference-name<TAB>reference-value`.
//! Run with `cargo bench -p store --bench bench_store`. Data is made here, the same in every run.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

#[path = "../tests/common/mod.rs"]
mod common;

use common::*;
use content::RecordKind;
use domain::{Answer, Draft, NamedLink, Value};
use std::collections::BTreeMap;
use std::io::Write;
use std::ops::ControlFlow;
use std::path::Path;
use std::time::Instant;
use store::{ClientFile, Column, Columns, Filter, Import, Key, ListQuery};

const SYSTEMS: usize = 10_000;
const WORDS: [&str; 24] = [
    "credit",
    "screening",
    "applicant",
    "invoice",
    "forecast",
    "chat",
    "assistant",
    "vision",
    "quality",
    "fraud",
    "routing",
    "translation",
    "summary",
    "pricing",
    "maintenance",
    "energy",
    "claims",
    "triage",
    "search",
    "recommendation",
    "speech",
    "document",
    "planning",
    "safety",
];

fn main() {
    // `cargo test --benches` runs benches too, with this word; they are for `cargo bench` alone.
    if !std::env::args().any(|word| word == "--bench") {
        return;
    }
    // On the disk of the build, not in memory, because durability is what is measured.
    let target = std::env::current_exe().unwrap();
    let folder = tempfile::tempdir_in(target.parent().unwrap()).unwrap();
    for (name, key) in [("plain", Key::Unencrypted), ("encrypted", secret())] {
        let path = folder.path().join(format!("{name}.aims"));
        let mut file = create(&path, key.clone());
        let (import, _) = timed(|| fill(&mut file));
        let figure = |what: &str, millis: f64, reference: Option<(&str, f64)>| {
            let reference = reference
                .map(|(name, value)| format!("\t{name}\t{value:.3}"))
                .unwrap_or_default();
            println!("figure\tstore {name}: {what}\t{millis:.3}\tms{reference}");
        };
        figure("import of 10,000 systems", import, None);
        let mut number = 1_000_000;
        // In turns, because a disk that others use too is now fast and now slow.
        let (mut answers, mut syncs) = (Vec::new(), Vec::new());
        for _ in 0..60 {
            number += 1;
            let answer = Some(Answer::given(Value::Number(number)));
            let record = || {
                file.record_answer(&actor(), now(), &id(100), &asked("users"), answer)
                    .unwrap()
            };
            answers.push(timed(record).0);
            syncs.push(sync_once(folder.path()));
        }
        let sync = middle(syncs);
        figure(
            "one answer, durable",
            middle(answers),
            Some(("one fdatasync of 4 KiB", sync)),
        );
        drop(file);
        let opened = median(9, || timed(|| open(&path, key.clone()).unwrap()).0);
        figure("open", opened, None);
        let file = open(&path, key.clone()).unwrap();
        lists(&file, &figure);
        figure(
            "snapshot of everything",
            median(3, || timed(|| file.dossier(now()).unwrap()).0),
            None,
        );
        figure(
            "check of everything",
            median(3, || timed(|| assert!(file.check().unwrap().sound())).0),
            None,
        );
        let copy = folder.path().join("copy.aims");
        let (backup, _) = timed(|| file.backup_to(&copy, now()).unwrap());
        figure("verified backup", backup, None);
        drop(file);
        let megabytes = std::fs::metadata(&path).unwrap().len() as f64 / 1e6;
        println!("figure\tstore {name}: size of 10,000 systems\t{megabytes:.1}\tMB");
        std::fs::remove_file(copy).unwrap();
    }
}

/// Prints a figure in milliseconds, with what it is held against.
type Figure<'a> = dyn Fn(&str, f64, Option<(&str, f64)>) + 'a;

fn lists(file: &ClientFile, figure: &Figure<'_>) {
    let all = ListQuery {
        columns: Columns::All,
        ..ListQuery::of(RecordKind::System)
    };
    let mut queries = vec![("first page", all.clone())];
    let sorted = |column: Column, ascending| {
        let mut query = all.clone();
        (query.sort.column, query.sort.ascending) = (column, ascending);
        query
    };
    queries.push(("first page by name", sorted(Column::Name, true)));
    queries.push(("first page by last change", sorted(Column::Changed, false)));
    queries.push((
        "first page by date",
        sorted(Column::Answer("review-due".into()), true),
    ));
    queries.push((
        "first page by linked vendor",
        sorted(Column::Answer("vendors".into()), true),
    ));
    let mut staged = sorted(Column::Answer("stage".into()), true);
    staged.sort.order = ["planned", "in-use"].map(Into::into).into();
    queries.push(("first page by stage", staged));
    let stage = Filter::Options {
        question: "stage".into(),
        any_of: vec!["planned".into()],
    };
    queries.push((
        "first page, one filter",
        ListQuery {
            filters: vec![stage.clone()],
            ..all.clone()
        },
    ));
    let due = Filter::Dates {
        question: "review-due".into(),
        from: None,
        before: Some("2027-06-01".parse().unwrap()),
    };
    let filters = vec![stage, due];
    queries.push((
        "first page, two filters, by name",
        ListQuery {
            filters,
            ..sorted(Column::Name, true)
        },
    ));
    queries.push((
        "last page",
        ListQuery {
            offset: SYSTEMS - 300,
            ..all.clone()
        },
    ));
    for (what, words) in [
        ("search, a word in every system", "system"),
        ("search, a word in one of twelve", "fraud"),
        ("search, two words and a beginning", "fraud credit sc"),
        ("search, a single hit", "AI-7777"),
    ] {
        let mut query = sorted(Column::Relevance, true);
        query.search = words.into();
        queries.push((what, query));
    }
    for (what, query) in queries {
        let page = file.list(&query).unwrap();
        assert!(!page.rows.is_empty(), "{what}");
        figure(
            what,
            median(15, || timed(|| file.list(&query).unwrap()).0),
            None,
        );
    }
    figure(
        "similar names",
        median(9, || {
            timed(|| file.similar(RecordKind::System, "Frad credit 3").unwrap()).0
        }),
        None,
    );
    figure(
        "values of a filter",
        median(9, || {
            timed(|| file.facets(RecordKind::System, &"stage".into()).unwrap()).0
        }),
        None,
    );
}

fn fill(file: &mut ClientFile) {
    let mut dice = Dice(7);
    let drafts: Vec<Draft> = (1..=SYSTEMS).map(|row| draft(row, &mut dice)).collect();
    let mut all = questions();
    all.extend((0..12).map(|n| question(&format!("more-{n}"), content::QuestionKind::LongText)));
    let find = |id: &str| all.iter().find(|question| question.id.as_str() == id);
    let import = Import {
        drafts: &drafts,
        note: "bench",
        questions: &find,
    };
    let mut go = |_, _| ControlFlow::Continue(());
    let done = file
        .import(&actor(), now(), &import, &mut ids(100), &mut go)
        .unwrap();
    assert_eq!(done.added, SYSTEMS);
}

/// A system with twenty answers, twelve of them of thirty words.
fn draft(row: usize, dice: &mut Dice) -> Draft {
    let mut words = |count: usize| {
        let words: Vec<&str> = (0..count).map(|_| WORDS[dice.roll(24) as usize]).collect();
        words.join(" ")
    };
    let name = format!("{} {row}", words(2));
    let mut answers: domain::Answers = (0..12)
        .map(|n| {
            (
                format!("more-{n}").as_str().into(),
                Answer::given(Value::Text(words(2))),
            )
        })
        .collect();
    let mut put = |id: &str, value| answers.insert(id.into(), Answer::given(value));
    put("purpose", Value::Text(format!("The system {}", words(28))));
    put("unit", Value::Text(words(1)));
    put(
        "languages",
        Value::Words(vec!["Dutch".into(), "English".into()]),
    );
    put(
        "stage",
        Value::One(["planned", "in-use", "partly"][row % 3].into()),
    );
    put(
        "roles",
        Value::Many([["yes", "no"][row % 2]].map(Into::into).into()),
    );
    put("users", Value::Number(row as i64 * 37 % 1000));
    let day = chrono::NaiveDate::from_ymd_opt(2027, 1, 1).unwrap();
    put(
        "review-due",
        Value::Date(day + chrono::Days::new(row as u64 * 17 % 700)),
    );
    let link = |question: &str, kind, name: String| NamedLink {
        question: question.into(),
        kind,
        names: vec![name],
        note: String::new(),
    };
    Draft {
        id: None,
        kind: RecordKind::System,
        name,
        answers,
        links: vec![
            link("owner", RecordKind::Person, format!("Person {}", row % 60)),
            link(
                "vendors",
                RecordKind::Vendor,
                format!("Vendor {}", row % 200),
            ),
        ],
        asked: BTreeMap::new(),
        retired: row.is_multiple_of(50),
        row,
    }
}

/// Milliseconds of appending one page to a file and waiting for the disk.
fn sync_once(folder: &Path) -> f64 {
    let mut file = std::fs::OpenOptions::new()
        .append(true)
        .create(true)
        .open(folder.join("sync"))
        .unwrap();
    timed(|| {
        file.write_all(&[1; 4096]).unwrap();
        file.sync_data().unwrap();
    })
    .0
}

fn timed<T>(run: impl FnOnce() -> T) -> (f64, T) {
    let start = Instant::now();
    let value = run();
    (start.elapsed().as_secs_f64() * 1000.0, value)
}

fn median(runs: usize, run: impl FnMut() -> f64) -> f64 {
    middle(std::iter::repeat_with(run).take(runs).collect())
}

fn middle(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
