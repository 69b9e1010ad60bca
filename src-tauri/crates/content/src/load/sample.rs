//! Reading a sample organisation and its parts.

use super::Read;
use crate::question::RecordKind;
use std::collections::BTreeMap;
use toml::Spanned;
use toml::de::DeValue;

/// A sample before its answers are typed.
pub(crate) struct RawSample {
    pub id: String,
    pub version: u32,
    pub records: Vec<RawRecord>,
    pub parts: Vec<RawPart>,
}

/// A part of a sample, in a file of its own.
pub(crate) struct RawPart {
    /// Its file.
    pub file: String,
    /// Further records.
    pub records: Vec<RawRecord>,
    /// Further answers about records that are described elsewhere.
    pub more: Vec<RawRecord>,
}

/// A sample's record before its answers are typed.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawRecord {
    pub kind: RecordKind,
    pub name: String,
    #[serde(default)]
    pub retired: bool,
    #[serde(default)]
    pub answers: BTreeMap<crate::ids::QuestionId, toml::Value>,
}

/// A table of which nothing may be left.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Nothing {}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct SampleHead {
    id: String,
    version: u32,
}

impl Read {
    pub(super) fn sample(&mut self, path: &str, stem: &str, text: &str) {
        let table = self.table(path, text);
        let span = table.span();
        let mut table = table.into_inner();
        let (records, _) = self.each::<RawRecord>(path, text, &mut table, "record");
        let rest = Spanned::new(span, DeValue::Table(table));
        let Some(head) = self.typed::<SampleHead>(path, text, rest) else {
            return;
        };
        self.stem(path, stem, &head.id);
        let sample = RawSample {
            id: head.id,
            version: head.version,
            records,
            parts: Vec::new(),
        };
        self.samples.push((path.to_owned(), sample));
    }

    /// A part may have further records, further answers, or both.
    pub(super) fn sample_part(&mut self, path: &str, whole: &str, text: &str) {
        let table = self.table(path, text);
        let span = table.span();
        let mut table = table.into_inner();
        let mut some = |read: &mut Self, key: &'static str| match table.contains_key(key) {
            true => read.each::<RawRecord>(path, text, &mut table, key).0,
            false => Vec::new(),
        };
        let (records, more) = (some(self, "record"), some(self, "more"));
        let rest = Spanned::new(span, DeValue::Table(table));
        if self.typed::<Nothing>(path, text, rest).is_none() {
            return;
        }
        let file = path.to_owned();
        let part = RawPart {
            file,
            records,
            more,
        };
        self.sample_parts.push((whole.to_owned(), part));
    }
}
