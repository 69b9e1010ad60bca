//! Lists that are known by their headings.

use super::{ColumnRule, Mapping, Reason, Target};
use crate::table::{self, Table};
use content::{Library, QuestionId};
use domain::text::fold;
use std::collections::BTreeSet;

/// The mapping for a list that is known: an export of our own, or one that a shipped mapping names.
pub fn recognise(table: &Table, library: &Library) -> Option<Mapping> {
    own(table, library).or_else(|| {
        let headings: BTreeSet<String> = table
            .columns
            .iter()
            .map(|column| fold(&column.heading))
            .collect();
        shipped(library)
            .into_iter()
            .map(|(_, mapping)| mapping)
            .filter(|mapping| !mapping.recognised_by.is_empty())
            .filter(|mapping| {
                let mut marks = mapping.recognised_by.iter();
                marks.all(|mark| headings.contains(&fold(mark)))
            })
            .max_by_key(|mapping| mapping.recognised_by.len())
            .map(|mut mapping| {
                for rule in &mut mapping.columns {
                    rule.reason = Reason::Recognised;
                }
                mapping
            })
    })
}

/// The mappings that ship, with their ids. One that cannot be read is left out; a test holds that
/// there is none.
pub fn shipped(library: &Library) -> Vec<(String, Mapping)> {
    library
        .import_mappings()
        .iter()
        .filter_map(|(id, text)| Some((id.clone(), Mapping::from_toml(text).ok()?)))
        .collect()
}

/// The mapping of our own export: every heading ends with its code.
fn own(table: &Table, library: &Library) -> Option<Mapping> {
    let kind = table::kind(table)?;
    let questionnaire = library.questionnaire_about(kind)?;
    let mut mapping = Mapping::new("Plumbline", kind);
    for column in &table.columns {
        let to = match table::code(&column.heading) {
            Some("name") => Target::Name,
            Some("retired") => Target::Retired,
            Some("reference" | "created" | "changed") => Target::Ignore,
            Some(code) if code.starts_with("id:") => Target::Id,
            Some(code) => match code.strip_suffix("#note") {
                Some(id) if questionnaire.question(id).is_some() => {
                    Target::Remark(QuestionId::new(id))
                }
                None if questionnaire.question(code).is_some() => {
                    Target::Question(QuestionId::new(code))
                }
                _ => Target::Notes,
            },
            None => Target::Notes,
        };
        let mut rule = ColumnRule::new(&column.heading, column.nth, to);
        rule.reason = Reason::Recognised;
        mapping.columns.push(rule);
    }
    mapping
        .columns
        .iter()
        .any(|rule| rule.to == Target::Name)
        .then_some(mapping)
}
