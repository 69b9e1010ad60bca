//! The whole way of a real list: table, drafts, client file, register, and the judges of the PDF.

use crate::judge;
use chrono::{TimeZone, Utc};
use domain::{Actor, RecordId};
use exchange::plan::PlanOptions;
use exchange::{ReadOptions, Unwatched, mapping};
use reports::{Options, ReportKind};
use std::ops::ControlFlow;
use std::path::Path;
use store::{ClientFile, Import, Key, NewFile, Passphrase};

#[test]
fn the_register_of_the_federal_inventory_is_archivable_accessible_and_whole() {
    let library = content::library().expect("shipped content is sound");
    let folder = tempfile::tempdir().unwrap();
    let actor = Actor("A. Tester".to_owned());
    let now = Utc.with_ymd_and_hms(2026, 11, 22, 10, 42, 0).unwrap();
    let mut made = 0_u128;
    let mut new_id = || {
        made += 1;
        RecordId::new(uuid::Uuid::from_u128(made).to_string())
    };

    let list = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import/us-federal-2024.csv");
    let table = exchange::read_file(&list, &ReadOptions::default(), &Unwatched).unwrap();
    let mapping =
        mapping::recognise(&table, library).expect("the mapping that ships recognises it");
    let plan = exchange::plan(
        &table,
        &mapping,
        library,
        None,
        &PlanOptions::default(),
        &Unwatched,
    )
    .unwrap();
    assert_eq!(plan.drafts.len(), 2_133);

    let organisation_id = new_id();
    let new = NewFile {
        organisation: "Federal register",
        file_id: "7c1e52d0-0000-4000-8000-00000000a04f",
        organisation_id,
        actor: &actor,
        now,
    };
    let key = Key::Passphrase(Passphrase::new("velvet orbit cactus lantern rumour sieve"));
    let mut file = ClientFile::create(&folder.path().join("federal.aims"), key, &new).unwrap();
    let import = Import {
        drafts: &plan.drafts,
        note: "us-federal-2024.csv",
        questions: &|id| library.question(id),
    };
    file.import(&actor, now, &import, &mut new_id, &mut |_, _| {
        ControlFlow::Continue(())
    })
    .unwrap();
    let dossier = file.dossier(now).unwrap();

    let print = || {
        reports::report(
            ReportKind::Inventory,
            None,
            &dossier,
            library,
            &Options::default(),
        )
        .unwrap()
        .pdf()
        .unwrap()
    };
    let pdf = print();
    assert_eq!(pdf, print(), "same input, same bytes");
    judge::keep("federal.pdf", &pdf);
    judge::assert_sound(&pdf);
    let text = judge::text(&pdf);
    for reference in ["AI-001", "AI-1000", "AI-2133"] {
        assert!(text.contains(reference), "{reference} is printed");
    }
}
