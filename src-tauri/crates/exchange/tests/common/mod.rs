//! What tests of lists share: the content, the real lists, a dry run, seeded numbers.
#![allow(
    dead_code,
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic
)]

use content::Library;
use domain::Dossier;
use exchange::{Mapping, Plan, PlanOptions, ReadOptions, Table, Unwatched};
use std::path::Path;

pub fn library() -> &'static Library {
    content::library().expect("shipped content is sound")
}

/// A real list by its name.
pub fn real(name: &str) -> Table {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../../tests/import")
        .join(name);
    exchange::read_file(&path, &ReadOptions::default(), &Unwatched).unwrap()
}

/// A CSV list as it is read.
pub fn table(text: &str) -> Table {
    let options = ReadOptions::default();
    exchange::read(text.as_bytes(), "list.csv", &options, &Unwatched).unwrap()
}

/// The dry run of a table into a file, none being an empty one.
pub fn planned(table: &Table, mapping: &Mapping, existing: Option<&Dossier>) -> Plan {
    let options = PlanOptions::default();
    exchange::plan(table, mapping, library(), existing, &options, &Unwatched).unwrap()
}

/// A small generator with a seed: the same numbers on every machine (xorshift).
pub struct Dice(pub u64);

impl Dice {
    pub fn next(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % below.max(1) as u64) as usize
    }

    pub fn pick<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.next(all.len())]
    }
}
