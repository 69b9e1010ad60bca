//! Checks of catalogues: ids, names, sources, and answers of the right form that link to nothing.

use super::sample::answers;
use crate::catalogue::{Catalogue, Entry};
use crate::ids::is_kebab;
use crate::load::{Authored, RawCatalogue, RawEntry};
use crate::problem::{Flaw, Problem};
use crate::standard::Standard;
use std::collections::BTreeSet;

/// Types the answers of a catalogue's entries. What has no right form is left out and reported.
pub(crate) fn catalogue(
    file: &str,
    raw: RawCatalogue,
    questionnaires: &[Authored],
    standards: &[(String, Standard)],
    problems: &mut Vec<Problem>,
) -> Catalogue {
    let mut flaw = |at: &str, what: Flaw| problems.push(Problem::new(file, at, what));
    if !is_kebab(&raw.id) {
        flaw(&raw.id, Flaw::MalformedId);
    }
    if raw.version == 0 {
        flaw(&raw.id, Flaw::VersionMissing);
    }
    if raw.title.trim().is_empty() {
        flaw(&raw.id, Flaw::Missing("title"));
    }
    let mut ids: BTreeSet<String> = BTreeSet::new();
    let mut names: BTreeSet<String> = BTreeSet::new();
    for entry in &raw.entries {
        if !is_kebab(&entry.id) {
            flaw(&entry.id, Flaw::MalformedId);
        }
        if !ids.insert(entry.id.clone()) {
            let also_in = file.to_owned();
            flaw(&entry.id, Flaw::DoubledId { also_in });
        }
        if !names.insert(entry.name.to_lowercase()) {
            flaw(&entry.id, Flaw::DoubledLabel(entry.name.clone()));
        }
        for (name, text) in [("name", &entry.name), ("cite", &entry.cite)] {
            if text.trim().is_empty() {
                flaw(&entry.id, Flaw::Missing(name));
            }
        }
        for id in &entry.suggests {
            let known = |(_, standard): &(String, Standard)| standard.requirement(id).is_some();
            if !standards.iter().any(known) {
                let (what, id) = ("requirement", id.clone());
                flaw(&entry.id, Flaw::Unknown { what, id });
            }
        }
        let suggested: BTreeSet<&String> = entry.suggests.iter().collect();
        if suggested.len() != entry.suggests.len() {
            flaw(&entry.id, Flaw::DoubledWord("suggests".to_owned()));
        }
    }
    let nobody = BTreeSet::new();
    let about = raw.about;
    let entries = raw.entries.into_iter().map(|entry| {
        let RawEntry {
            id,
            name,
            cite,
            suggests,
            answers: written,
        } = entry;
        let mut found = Vec::new();
        let answers = answers(about, written, questionnaires, &nobody, &mut found);
        problems.extend(found.into_iter().map(|what| Problem::new(file, &id, what)));
        Entry {
            id,
            name,
            cite,
            suggests,
            answers,
        }
    });
    Catalogue {
        id: raw.id,
        version: raw.version,
        about,
        title: raw.title,
        entries: entries.collect(),
    }
}
