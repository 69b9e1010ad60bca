//! The record of one AI system as blocks.

use super::Options;
use super::front::{heading, lines, manuscript};
use super::index::Index;
use super::system_record::{Chapter, Listed, Open, SystemRecord};
use crate::flow::{Block, Manuscript, Part};
use crate::look::{self, Voice};
use crate::text::Text;
use crate::tree::Numbering;
use content::Library;
use domain::Dossier;

/// Lays out in blocks what the value says, in its order.
pub fn pages(
    report: &SystemRecord,
    dossier: &Dossier,
    library: &Library,
    options: &Options,
) -> Manuscript {
    let index = Index::new(dossier, library, options);
    let mut blocks = chapter(1, &report.glance);
    for part in &report.chapters {
        blocks.extend(chapter(1, part));
    }
    if !report.linked.records.is_empty() {
        blocks.push(heading(&report.linked.title));
        blocks.push(Block::Text(Text::new(
            report.linked.lead.as_str(),
            look::BODY,
        )));
        for record in &report.linked.records {
            blocks.extend(chapter(2, record));
        }
    }
    blocks.extend(listed(&report.attachments));
    blocks.extend(report.aside.iter().flat_map(listed));
    blocks.extend(open(&report.open));
    blocks.extend(report.history.iter().flat_map(listed));
    manuscript(
        &index,
        options,
        &report.front,
        true,
        vec![Part {
            wide: false,
            blocks,
        }],
    )
}

fn chapter(level: u8, chapter: &Chapter) -> Vec<Block> {
    let mut blocks = vec![Block::Heading {
        level,
        number: String::new(),
        words: chapter.title.clone(),
    }];
    if !chapter.lead.is_empty() {
        blocks.push(Block::Text(Text::new(
            chapter.lead.as_str(),
            look::BODY.coloured(look::INK_2),
        )));
    }
    let rows: Vec<_> = lines(&chapter.lines)
        .into_iter()
        .chain(chapter.statements.iter().map(|statement| statement.row()))
        .collect();
    if !rows.is_empty() {
        blocks.push(Block::Facts(rows));
    }
    blocks
}

fn listed(list: &Listed) -> Vec<Block> {
    let mut blocks = vec![
        heading(&list.register.title),
        Block::Text(Text::new(list.lead.as_str(), look::BODY)),
    ];
    if !list.register.is_empty() {
        blocks.push(Block::Table(list.register.table()));
    }
    blocks
}

fn open(open: &Open) -> Vec<Block> {
    let mut blocks = vec![
        heading(&open.title),
        Block::Text(Text::new(open.lead.as_str(), look::BODY)),
    ];
    for (step, questions) in &open.steps {
        blocks.push(Block::Heading {
            level: 3,
            number: String::new(),
            words: step.clone(),
        });
        let items = questions.iter().map(|question| {
            let text = Text::new(question.label.as_str(), look::VALUE);
            match question.required.as_str() {
                "" => text,
                required => text.and(
                    format!(" ({required})"),
                    look::VALUE.spoken(Voice::SansStrong).coloured(look::WARN),
                ),
            }
        });
        blocks.push(Block::List(Numbering::Bullet, items.collect()));
    }
    blocks
}
