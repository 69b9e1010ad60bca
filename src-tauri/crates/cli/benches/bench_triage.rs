//! Figures of classifying a whole file: the 2,133 real use cases that ship with the tests, imported into an
//! encrypted file, their first questions answered. One line per figure on standard output: `figure`, name,
//! value, unit, parted by tabs.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use chrono::{TimeZone, Utc};
use content::{QuestionKind, RecordKind};
use domain::law::{Engine, Facts, Knowing, register};
use domain::{Actor, Answer, RecordId, Value, fact};
use exchange::plan::{self, OnDuplicate, PlanOptions};
use exchange::{ReadOptions, Unwatched, mapping};
use std::hint::black_box;
use std::ops::ControlFlow;
use std::path::Path;
use std::time::Instant;
use store::{ClientFile, Import, Key, NewFile};

const RUNS: usize = 9;

fn figure(name: &str, mut work: impl FnMut()) {
    let mut times: Vec<f64> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed().as_secs_f64() * 1000.0
        })
        .collect();
    times.sort_by(f64::total_cmp);
    println!("figure\t{name}\t{:.1}\tms", times[RUNS / 2]);
}

fn main() {
    // `cargo test --benches` runs benches too, with this word; they are for `cargo bench` alone.
    if !std::env::args().any(|word| word == "--bench") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let file = filled(&folder.path().join("triage.aims"));
    let library = content::library().unwrap();
    let law = library.framework(fact::AI_ACT).unwrap();
    let asked = library.questions_of(law).unwrap();
    let engine = Engine::new(law, asked);
    let knowing = Knowing::new(library, asked);
    let questions = knowing.questions();
    let organisation = file.organisation().unwrap();
    let profile = file.answers(&organisation.id).unwrap();
    let systems = file.answers_to(RecordKind::System, &questions).unwrap();
    let read = format!("{} systems: answers read", systems.len());
    figure(&read, || {
        black_box(file.answers_to(RecordKind::System, &questions).unwrap());
    });
    figure("the same: read, facts put together, weighed", || {
        for (_, answers) in file.answers_to(RecordKind::System, &questions).unwrap() {
            let facts = knowing.facts(&answers, &profile);
            let weighing = engine.weigh(&facts, law.as_of);
            black_box((
                weighing.headline(),
                weighing.so_far(),
                weighing.open_questions(),
            ));
        }
    });
    figure("the same: the calendar of their duties", || {
        let facts: Vec<_> = file
            .answers_to(RecordKind::System, &questions)
            .unwrap()
            .into_iter()
            .map(|(record, answers)| (record, knowing.facts(&answers, &profile)))
            .collect();
        let systems = facts.iter().map(|(record, facts)| (record, facts));
        black_box(register(&engine, systems, [], law.as_of));
    });
    let dossier = file.dossier(now()).unwrap();
    figure("the same: facts from a snapshot", || {
        black_box(Facts::of(&dossier, &knowing));
    });
}

fn now() -> domain::Timestamp {
    Utc.with_ymd_and_hms(2026, 11, 22, 10, 0, 0).unwrap()
}

/// A file with the inventory in it, and the first questions of the law answered one way or another.
fn filled(path: &Path) -> ClientFile {
    let library = content::library().unwrap();
    let mut ids = 0_u64;
    let mut new_id = || {
        ids += 1;
        RecordId::new(format!("00000000-0000-4000-8000-{ids:012}"))
    };
    let actor = Actor("bench".to_owned());
    let key = Key::Passphrase(store::Passphrase::new(
        "river copper lantern orchard".to_owned(),
    ));
    let new = NewFile {
        organisation: "Bench",
        file_id: "00000000-0000-4000-9000-000000000001",
        organisation_id: new_id(),
        actor: &actor,
        now: now(),
    };
    let mut file = ClientFile::create(path, key, &new).unwrap();
    let list =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/import/us-federal-2024.csv");
    let bytes = std::fs::read(list).unwrap();
    let table = exchange::read(
        &bytes,
        "us-federal-2024.csv",
        &ReadOptions::default(),
        &Unwatched,
    )
    .unwrap();
    let mapping = mapping::recognise(&table, library).unwrap();
    let dossier = file.dossier(now()).unwrap();
    let options = PlanOptions {
        on_duplicate: OnDuplicate::Skip,
    };
    let plan = plan::plan(
        &table,
        &mapping,
        library,
        Some(&dossier),
        &options,
        &Unwatched,
    )
    .unwrap();
    let import = Import {
        drafts: &plan.drafts,
        note: "bench",
        questions: &|id| library.question(id),
    };
    let mut go_on = |_, _| ControlFlow::Continue(());
    file.import(&actor, now(), &import, &mut new_id, &mut go_on)
        .unwrap();
    let law = library.framework(fact::AI_ACT).unwrap();
    let asked = library.questions_of(law).unwrap();
    let mut answers = Vec::new();
    let mut dice = 7_u64;
    for record in file.records(RecordKind::System).unwrap() {
        for question in asked.in_section(&asked.sections[0].id) {
            dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            let option = &question.options[(dice >> 33) as usize % question.options.len()].id;
            let value = match question.kind {
                QuestionKind::Single => Value::One(option.clone()),
                _ => Value::Many([option.clone()].into()),
            };
            answers.push((record.id.clone(), question, Some(Answer::given(value))));
        }
    }
    file.record_answers(&actor, now(), &answers).unwrap();
    file
}
