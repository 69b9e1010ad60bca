//! The inventory register as blocks.

use super::Options;
use super::front::{heading, manuscript};
use super::index::Index;
use super::inventory::{Breakdown, InventoryReport, Summary};
use super::register::Register;
use crate::flow::{Block, Chart, Manuscript, Part};
use crate::look;
use crate::text::Text;
use content::Library;
use domain::Dossier;

/// Lays out in blocks what the value says, in its order.
pub fn pages(
    report: &InventoryReport,
    dossier: &Dossier,
    library: &Library,
    options: &Options,
) -> Manuscript {
    let index = Index::new(dossier, library, options);
    let mut wide = register(&report.systems);
    if report.systems.is_empty() {
        wide = vec![
            heading(&report.systems.title),
            Block::Text(Text::new(report.none.as_str(), look::BODY)),
        ];
    }
    if !report.retired.is_empty() {
        wide.extend(register(&report.retired));
    }
    for linked in &report.linked {
        wide.extend(register(linked));
    }
    let mut open = vec![
        heading(&report.open.register.title),
        Block::Text(Text::new(report.open.lead.as_str(), look::BODY)),
    ];
    if !report.open.register.is_empty() {
        open.push(Block::Table(report.open.register.table()));
    }
    let parts = vec![
        Part {
            wide: false,
            blocks: summary(&index, &report.summary),
        },
        Part {
            wide: true,
            blocks: wide,
        },
        Part {
            wide: false,
            blocks: open,
        },
    ];
    manuscript(&index, options, &report.front, true, parts)
}

fn register(register: &Register) -> Vec<Block> {
    vec![heading(&register.title), Block::Table(register.table())]
}

fn summary(index: &Index<'_>, summary: &Summary) -> Vec<Block> {
    let mut blocks = vec![
        heading(&summary.title),
        Block::Text(Text::new(summary.lead.as_str(), look::LEAD)),
        Block::Figures(summary.figures.clone()),
    ];
    if !summary.breakdowns.is_empty() {
        blocks.push(Block::Charts(
            summary
                .breakdowns
                .iter()
                .map(|breakdown| chart(index, breakdown))
                .collect(),
        ));
        blocks.push(Block::Text(Text::new(summary.note.as_str(), look::NOTE)));
    }
    blocks
}

fn chart(index: &Index<'_>, breakdown: &Breakdown) -> Chart {
    let bars: Vec<(String, u64, String)> = breakdown
        .bars
        .iter()
        .map(|(label, count)| (label.clone(), *count, index.texts.number(*count)))
        .collect();
    let words: Vec<String> = bars
        .iter()
        .map(|(label, _, count)| {
            index.texts.format(
                "reports.inventory.summary.bar",
                &[("label", label), ("count", count)],
            )
        })
        .collect();
    let alt = index.texts.format(
        "reports.inventory.summary.chart",
        &[("title", &breakdown.title), ("bars", &words.join(", "))],
    );
    Chart {
        title: breakdown.title.clone(),
        bars,
        alt,
    }
}
