//! The words of a column tell what the dry run will do.
#![allow(clippy::unwrap_used)]

mod common;

use common::*;
use content::RecordKind;
use exchange::plan::{Trouble, Word, words};
use exchange::{ColumnRule, Mapping, Target, mapping};

fn stage_mapping() -> Mapping {
    let mut mapping = Mapping::new("", RecordKind::System);
    mapping.columns = vec![
        ColumnRule::new("System", 1, Target::Name),
        ColumnRule::new("Phase", 1, Target::Question("lifecycle-stage".into())),
    ];
    mapping
}

fn said(words: &[Word]) -> Vec<(&str, usize, Option<&str>)> {
    words
        .iter()
        .map(|word| (word.text.as_str(), word.count, word.meaning.as_deref()))
        .collect()
}

#[test]
fn words_are_counted_whatever_their_spelling_and_the_unknown_come_first() {
    let table = table("System,Phase\na,in use\nb,Dormant\nc,In Use\nd,unknown\ne,\n");
    let mut mapping = stage_mapping();
    let found = words(&table, 1, &mapping, library()).unwrap();
    assert_eq!(
        said(&found),
        [
            ("Dormant", 1, None),
            ("In Use", 2, Some("in-use")),
            ("unknown", 1, Some("?"))
        ]
    );
    mapping.columns[1].read_as("DORMANT", Some("retired"));
    mapping.columns[1].read_as("in use", Some("-"));
    let found = words(&table, 1, &mapping, library()).unwrap();
    assert_eq!(
        said(&found),
        [
            ("In Use", 2, Some("-")),
            ("Dormant", 1, Some("retired")),
            ("unknown", 1, Some("?"))
        ]
    );
    mapping.columns[1].read_as("dormant", None);
    let found = words(&table, 1, &mapping, library()).unwrap();
    assert_eq!(found.first().unwrap().meaning, None);
    assert!(words(&table, 0, &mapping, library()).unwrap().is_empty());
}

#[test]
fn a_cell_with_several_options_is_taken_apart() {
    let table = table("System,About\na,\"Martians; employees\"\nb,employees\n");
    let mut mapping = stage_mapping();
    mapping.columns[1] = ColumnRule::new("About", 1, Target::Question("affected-kinds".into()));
    let question = library()
        .questionnaire_about(RecordKind::System)
        .unwrap()
        .question("affected-kinds")
        .unwrap();
    assert_eq!(question.kind, content::QuestionKind::Multi);
    let found = words(&table, 1, &mapping, library()).unwrap();
    let counts: Vec<_> = said(&found)
        .into_iter()
        .map(|(word, count, meaning)| (word, count, meaning.is_some()))
        .collect();
    assert_eq!(counts, [("Martians", 1, false), ("employees", 2, true)]);
}

#[test]
fn as_many_words_fit_nothing_as_the_dry_run_remarks_on() {
    let table = real("us-federal-2024.csv");
    let mut known = mapping::recognise(&table, library()).unwrap();
    // As it ships, then with nothing said about any word.
    for bare in [false, true] {
        if bare {
            for rule in &mut known.columns {
                rule.values.clear();
            }
        }
        let plan = planned(&table, &known, None);
        let mut looked_at = 0;
        for (place, column) in table.columns.iter().enumerate() {
            let rule = known.rule(&column.heading, column.nth).unwrap();
            let Target::Question(id) = &rule.to else {
                continue;
            };
            let question = library().question(id.as_str()).unwrap();
            if question.kind != content::QuestionKind::Single {
                continue;
            }
            looked_at += 1;
            let unknown: usize = words(&table, place, &known, library())
                .unwrap()
                .iter()
                .filter(|word| word.meaning.is_none())
                .map(|word| word.count)
                .sum();
            let title = if rule.title.is_empty() {
                &column.heading
            } else {
                &rule.title
            };
            let remarks = plan
                .problems
                .iter()
                .filter(|problem| {
                    problem.column.as_ref() == Some(title)
                        && matches!(problem.what, Trouble::NoSuchOption { .. })
                })
                .count();
            assert_eq!(unknown, remarks, "{}", column.heading);
        }
        assert!(looked_at > 3);
    }
}
