//! Reading texts: tables of any depth, flattened to dotted keys.

use super::{Read, line};
use crate::problem::Flaw;
use std::collections::BTreeMap;
use toml::de::{DeTable, DeValue};

impl Read {
    pub(super) fn texts(&mut self, path: &str, language: &str, stem: &str, text: &str) {
        let before = self.problems.len();
        let table = self.table(path, text).into_inner();
        let sound = self.problems.len() == before;
        let mut flat = BTreeMap::new();
        self.flatten(path, text, stem, &table, &mut flat);
        // The parser puts an empty text where it had to skip something: one slip, one problem.
        flat.retain(|_, (words, _)| sound || !words.is_empty());
        self.texts
            .entry(language.to_owned())
            .or_default()
            .extend(flat);
    }

    fn flatten(
        &mut self,
        path: &str,
        text: &str,
        prefix: &str,
        table: &DeTable,
        flat: &mut BTreeMap<String, (String, String)>,
    ) {
        for (name, value) in table.iter() {
            let key = format!("{prefix}.{}", name.get_ref());
            match value.get_ref() {
                DeValue::Table(inner) => self.flatten(path, text, &key, inner, flat),
                DeValue::String(words) if !name.get_ref().contains('.') => {
                    flat.insert(key, (words.to_string(), path.to_owned()));
                }
                _ => {
                    let what = Flaw::Malformed("a text is one string".to_owned());
                    let at = line(text, value.span().start);
                    self.problem(path, format_args!("line {at}"), what);
                }
            }
        }
    }
}
