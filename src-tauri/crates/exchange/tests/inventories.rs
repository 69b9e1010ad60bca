//! The two real inventories, with the mappings that ship: every row in.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::*;
use content::RecordKind;
use domain::{AnswerState, Draft, Value};
use exchange::plan::Severity;
use exchange::{Plan, Table, mapping};
use std::collections::BTreeMap;

fn import(name: &str) -> (Table, Plan) {
    let table = real(name);
    let mapping = mapping::recognise(&table, library()).expect("the list is recognised");
    let plan = planned(&table, &mapping, None);
    (table, plan)
}

/// Every word of every mapped or noted cell stands somewhere in the draft.
fn told(draft: &Draft) -> String {
    let mut all = draft.name.clone();
    for answer in draft.answers.values() {
        all.push('\n');
        all.push_str(&answer.note);
        match &answer.state {
            AnswerState::Given(Value::Text(text)) => all.push_str(text),
            AnswerState::Given(Value::Words(words)) => all.push_str(&words.join("; ")),
            AnswerState::NotApplicable { reason } => all.push_str(reason),
            _ => {}
        }
    }
    for link in &draft.links {
        all.push_str(&link.names.join("; "));
        all.push_str(&link.note);
    }
    all
}

#[test]
fn the_federal_inventory_comes_in_whole() {
    let (table, plan) = import("us-federal-2024.csv");
    assert_eq!(table.columns.len(), 62);
    assert_eq!(table.header_row, 1);
    assert!(matches!(
        &table.source,
        exchange::table::Source::Csv {
            encoding: "windows-1252",
            certain: false,
            delimiter: ',',
            ..
        }
    ));
    assert_eq!(plan.counts.rows, 2133);
    assert_eq!((plan.counts.new, plan.counts.left_out), (2133, 0));
    assert_eq!(plan.drafts.len(), 2133);
    every_answer_fits(&plan);
    // Few values miss their question, and none is lost.
    let missed = plan
        .problems
        .iter()
        .filter(|p| p.severity() == Severity::Value)
        .count();
    assert!(missed < 70, "{missed} values missed their question");
}

#[test]
fn the_dhs_inventory_comes_in_whole() {
    let (table, plan) = import("us-dhs-2025.xlsx");
    assert_eq!(table.header_row, 2);
    assert!(matches!(
        &table.source,
        exchange::table::Source::Xlsx { sheet, sheets } if sheet == "All Use Cases" && sheets.len() == 5
    ));
    // The last row holds a stray accent under "System(s) Name" and nothing else.
    assert_eq!(
        (plan.counts.rows, plan.counts.new, plan.counts.left_out),
        (239, 238, 1)
    );
    let out: Vec<_> = plan
        .problems
        .iter()
        .filter(|p| p.severity() == Severity::Row)
        .collect();
    assert!(matches!(
        out.as_slice(),
        [problem] if problem.row == Some(243) && problem.what == exchange::plan::Trouble::NameMissing
    ));
    every_answer_fits(&plan);
    let first = &plan.drafts[0];
    assert_eq!(first.name, "Smartphone Information Forensics Triage");
    let reference = first
        .answers
        .get("external-reference")
        .and_then(|answer| answer.value());
    assert_eq!(reference, Some(&Value::Text("DHS-2705".into())));
    let vendors = plan
        .drafts
        .iter()
        .flat_map(|draft| &draft.links)
        .filter(|link| link.question.as_str() == "vendor");
    assert!(vendors.clone().count() > 70);
    assert!(
        vendors
            .into_iter()
            .all(|link| link.kind == RecordKind::Vendor)
    );
}

fn every_answer_fits(plan: &Plan) {
    for draft in &plan.drafts {
        for (id, answer) in &draft.answers {
            let question = library()
                .question(id.as_str())
                .expect("the question exists");
            answer
                .check(question)
                .unwrap_or_else(|why| panic!("row {}: {why}", draft.row));
        }
    }
}

#[test]
fn no_word_of_a_list_is_lost() {
    use content::QuestionKind;
    for name in ["us-federal-2024.csv", "us-dhs-2025.xlsx"] {
        let (table, plan) = import(name);
        let mapping = mapping::recognise(&table, library()).unwrap();
        // Options and dates say it in their own form; where they say it differently, a remark stays.
        let spoken: Vec<bool> = table
            .columns
            .iter()
            .map(|column| {
                let rule = mapping
                    .rule(&column.heading, column.nth)
                    .expect("every column has a rule");
                match &rule.to {
                    mapping::Target::Question(id) if !rule.keep => matches!(
                        library().question(id.as_str()).unwrap().kind,
                        QuestionKind::Text | QuestionKind::LongText | QuestionKind::Record
                    ),
                    _ => true,
                }
            })
            .collect();
        let drafts: BTreeMap<usize, &Draft> =
            plan.drafts.iter().map(|draft| (draft.row, draft)).collect();
        let mut checked = 0;
        for row in &table.rows {
            let Some(draft) = drafts.get(&row.number) else {
                continue;
            };
            let told = domain::text::fold(&told(draft));
            for ((column, cell), _) in table
                .columns
                .iter()
                .zip(&row.cells)
                .zip(&spoken)
                .filter(|(_, spoken)| **spoken)
            {
                let said = domain::text::fold(&cell.shown());
                let collapsed = matches!(said.as_str(), "n a" | "na" | "not applicable");
                checked += 1;
                assert!(
                    collapsed || told.contains(&said),
                    "{name} row {}: “{}” of {} is gone",
                    row.number,
                    cell.shown(),
                    column.heading
                );
            }
        }
        assert!(checked > 7_000, "{checked} cells");
    }
}

#[test]
fn every_shipped_mapping_is_sound() {
    let texts = library().import_mappings();
    assert!(texts.len() >= 2);
    for (id, text) in texts {
        let mapping =
            mapping::Mapping::from_toml(text).unwrap_or_else(|error| panic!("{id}: {error}"));
        assert!(!mapping.recognised_by.is_empty(), "{id}");
        let json = mapping.to_json().unwrap();
        assert_eq!(mapping::Mapping::from_json(&json).unwrap(), mapping, "{id}");
        let toml = mapping.to_toml().unwrap();
        assert_eq!(mapping::Mapping::from_toml(&toml).unwrap(), mapping, "{id}");
    }
}

#[test]
fn a_strange_table_gets_a_sensible_first_mapping() {
    for name in ["us-federal-2024.csv", "us-dhs-2025.xlsx"] {
        let table = real(name);
        let mapping = mapping::suggest(&table, RecordKind::System, library());
        let plan = planned(&table, &mapping, None);
        assert!(
            plan.counts.new >= 238 && plan.counts.left_out <= 1,
            "{name}"
        );
        let sent = |heading: &str| mapping.rule(heading, 1).map(|rule| rule.to.to_string());
        assert_eq!(sent("Use Case Name").as_deref(), Some("name"));
        assert_eq!(
            sent("Stage of Development").as_deref(),
            Some("lifecycle-stage"),
            "{name}"
        );
    }
}
