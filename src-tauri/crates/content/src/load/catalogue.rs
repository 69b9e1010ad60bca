//! Reading catalogues of ready-made records.

use super::Read;
use crate::ids::QuestionId;
use crate::question::RecordKind;
use std::collections::BTreeMap;
use toml::Spanned;
use toml::de::DeValue;

/// A catalogue before the answers of its entries are typed.
pub(crate) struct RawCatalogue {
    pub id: String,
    pub version: u32,
    pub about: RecordKind,
    pub title: String,
    pub entries: Vec<RawEntry>,
}

/// An entry of a catalogue before its answers are typed.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawEntry {
    pub id: String,
    pub name: String,
    pub cite: String,
    #[serde(default)]
    pub suggests: Vec<String>,
    #[serde(default)]
    pub answers: BTreeMap<QuestionId, toml::Value>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct CatalogueHead {
    id: String,
    version: u32,
    about: RecordKind,
    title: String,
}

impl Read {
    /// Reads one file of `assets/catalogues`.
    pub(super) fn catalogue(&mut self, path: &str, stem: &str, text: &str) {
        let table = self.table(path, text);
        let span = table.span();
        let mut table = table.into_inner();
        let (entries, _) = self.each::<RawEntry>(path, text, &mut table, "entry");
        let rest = Spanned::new(span, DeValue::Table(table));
        let Some(head) = self.typed::<CatalogueHead>(path, text, rest) else {
            return;
        };
        self.stem(path, stem, &head.id);
        let catalogue = RawCatalogue {
            id: head.id,
            version: head.version,
            about: head.about,
            title: head.title,
            entries,
        };
        self.catalogues.push((path.to_owned(), catalogue));
    }
}
