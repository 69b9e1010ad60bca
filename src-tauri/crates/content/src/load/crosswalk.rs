//! Reading standards, and what says how frameworks lie to each other.

use super::Read;
use crate::crosswalk::{Beyond, Crosswalk, GenerativeRisk, Link, Uncovered};
use crate::day;
use crate::ids::FrameworkId;
use crate::problem::Flaw;
use crate::standard::{Requirement, Standard};
use chrono::NaiveDate;
use std::collections::BTreeSet;
use toml::Spanned;
use toml::de::DeValue;

/// Standards, crosswalks and risks with where each was written.
#[derive(Default)]
pub(crate) struct AuthoredCrosswalks {
    /// Standards with their files.
    pub standards: Vec<(String, Standard)>,
    /// Crosswalks with their files.
    pub crosswalks: Vec<(String, Crosswalk)>,
    /// The risks of generative AI with their file.
    pub risks: Option<(String, Vec<GenerativeRisk>)>,
    /// Ids of what could not be read: whoever refers to them is not to blame.
    pub broken: BTreeSet<String>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct StandardHead {
    id: FrameworkId,
    version: u32,
    title: String,
    namespace: String,
    #[serde(deserialize_with = "day::read")]
    as_of: NaiveDate,
    licence: String,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct CrosswalkHead {
    focal: FrameworkId,
    reference: FrameworkId,
    version: u32,
    #[serde(deserialize_with = "day::read")]
    as_of: NaiveDate,
    caveat: String,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct RisksHead {
    version: u32,
}

impl Read {
    /// Reads the requirements of the standard in this folder.
    pub(super) fn standard(&mut self, path: &str, folder: &str, text: &str) {
        let table = self.table(path, text);
        let span = table.span();
        let mut table = table.into_inner();
        let (requirements, broken) =
            self.each::<Requirement>(path, text, &mut table, "requirement");
        self.crosswalks.broken.extend(broken);
        let rest = Spanned::new(span, DeValue::Table(table));
        let Some(head) = self.typed::<StandardHead>(path, text, rest) else {
            return;
        };
        self.stem(path, folder, head.id.as_str());
        let standard = Standard {
            // The folder is what others refer to.
            id: FrameworkId::new(folder),
            version: head.version,
            title: head.title,
            namespace: head.namespace,
            as_of: head.as_of,
            licence: head.licence,
            requirements,
        };
        self.crosswalks.standards.push((path.to_owned(), standard));
    }

    /// Reads the crosswalk between two frameworks.
    pub(super) fn crosswalk(&mut self, path: &str, stem: &str, text: &str) {
        let table = self.table(path, text);
        let span = table.span();
        let mut table = table.into_inner();
        let mut broken = BTreeSet::new();
        let (links, _) = self.each::<Link>(path, text, &mut table, "link");
        let uncovered: Vec<Uncovered> = self.some(path, text, &mut table, "uncovered", &mut broken);
        let beyond: Vec<Beyond> = self.some(path, text, &mut table, "beyond", &mut broken);
        let rest = Spanned::new(span, DeValue::Table(table));
        let Some(head) = self.typed::<CrosswalkHead>(path, text, rest) else {
            return;
        };
        self.stem(path, stem, &format!("{}--{}", head.focal, head.reference));
        let crosswalk = Crosswalk {
            focal: head.focal,
            reference: head.reference,
            version: head.version,
            as_of: head.as_of,
            caveat: head.caveat,
            links,
            uncovered,
            beyond,
        };
        self.crosswalks
            .crosswalks
            .push((path.to_owned(), crosswalk));
    }

    /// Reads the risks of generative AI.
    pub(super) fn generative_risks(&mut self, path: &str, text: &str) {
        let table = self.table(path, text);
        let span = table.span();
        let mut table = table.into_inner();
        let (risks, _) = self.each::<GenerativeRisk>(path, text, &mut table, "risk");
        let rest = Spanned::new(span, DeValue::Table(table));
        let Some(head) = self.typed::<RisksHead>(path, text, rest) else {
            return;
        };
        if head.version == 0 {
            self.problem(path, "file", Flaw::VersionMissing);
        }
        self.crosswalks.risks = Some((path.to_owned(), risks));
    }
}
