//! Blocks to pages. A [`Manuscript`] says what stands where in words and order; [`document`] sets it in
//! lines, fills pages and builds the structure tree over them.
//!
//! Two steps: `set` turns blocks into [`piece::Piece`]s, the smallest things that stay together, with
//! their elements; `place` fills pages with pieces, from top to bottom.

mod chart;
mod drawing;
mod front;
mod furniture;
mod piece;
mod place;
mod set;
mod table;

use crate::chart::Drawing;
use crate::look::Paper;
use crate::text::{Align, Replaced, Text};
use crate::tree::{self, Document, Element, ElementId, Meta, Numbering, Role};
use std::ops::ControlFlow;

/// A report as it will be laid out.
#[derive(Debug, Clone)]
pub struct Manuscript {
    /// What the file says of itself.
    pub meta: Meta,
    /// Paper.
    pub paper: Paper,
    /// First page.
    pub cover: Cover,
    /// Title of the table of contents; none for a document without one.
    pub contents: Option<String>,
    /// Running head and foot.
    pub furniture: Furniture,
    /// The word across every page of a draft.
    pub draft: Option<String>,
    /// The body, in order.
    pub parts: Vec<Part>,
}

/// The first page.
#[derive(Debug, Clone)]
pub struct Cover {
    /// What the document is.
    pub title: String,
    /// What it is about, if that is one thing.
    pub subject: String,
    /// Whose it is.
    pub organisation: String,
    /// Label and value, from top to bottom.
    pub facts: Vec<(String, Text)>,
}

/// What every page but the first repeats.
#[derive(Debug, Clone)]
pub struct Furniture {
    /// Head, left.
    pub organisation: String,
    /// Head, right.
    pub reference: String,
    /// Foot, left.
    pub proof: String,
    /// Foot, right; `{page}` and `{pages}` stand for the numbers.
    pub page: String,
    /// Beside the reference of a row that goes on from the page before; `{reference}` stands for it.
    pub continued: String,
}

/// Pages of one orientation.
#[derive(Debug, Clone)]
pub struct Part {
    /// Whether the paper lies on its side.
    pub wide: bool,
    /// From top to bottom.
    pub blocks: Vec<Block>,
}

/// One thing of a report.
#[derive(Debug, Clone)]
pub enum Block {
    /// A heading; stays with what follows, stands in contents (levels 1 and 2) and bookmarks.
    Heading {
        /// From 1.
        level: u8,
        /// `2.1`, or empty.
        number: String,
        /// The words.
        words: String,
    },
    /// A paragraph, or several.
    Text(Text),
    /// A list.
    List(Numbering, Vec<Text>),
    /// Definition rows: label and value.
    Facts(Vec<(Text, Text)>),
    /// Big numbers with what they count.
    Figures(Vec<(String, String)>),
    /// Bar charts side by side.
    Charts(Vec<Chart>),
    /// Drawings side by side, as many as fit; one that is wider than the page is made smaller.
    Drawings(Vec<Drawing>),
    /// A table.
    Table(Table),
    /// Lines to sign on: the words below each, side by side in twos.
    Signatures(Vec<Text>),
    /// What follows starts a new page.
    PageBreak,
}

/// A bar chart of counts.
#[derive(Debug, Clone)]
pub struct Chart {
    /// Above it.
    pub title: String,
    /// Label, count, and the count as it is printed.
    pub bars: Vec<(String, u64, String)>,
    /// The same in words, for who cannot see it.
    pub alt: String,
}

/// A table with repeated head.
#[derive(Debug, Clone)]
pub struct Table {
    /// What it shows, for who cannot see it.
    pub summary: String,
    /// One line above it; may be empty.
    pub caption: String,
    /// From left to right.
    pub columns: Vec<Column>,
    /// From top to bottom.
    pub rows: Vec<Row>,
}

/// One column.
#[derive(Debug, Clone)]
pub struct Column {
    /// Its head.
    pub title: String,
    /// Never narrower than this, in points, as long as the paper allows.
    pub min: f32,
    /// Its part of the width that the minimums leave.
    pub weight: f32,
    /// Which side the cells keep to.
    pub align: Align,
}

/// One row.
#[derive(Debug, Clone)]
pub enum Row {
    /// A title over the rows that follow; stays with the next row.
    Group(String),
    /// Cells, one per column; the first names the row.
    Cells(Vec<Text>),
}

/// A laid out report.
#[derive(Debug, Clone)]
pub struct Laid {
    /// Pages and structure.
    pub document: Document,
    /// Characters printed by their code point because no bundled face has them, with how often.
    pub replaced: Replaced,
}

/// Lays a manuscript out. `step` is told now and then how much is done, from 0 to 1, and may stop it;
/// a stopped layout is `None`.
pub fn document(
    manuscript: &Manuscript,
    step: &mut dyn FnMut(f32) -> ControlFlow<()>,
) -> Option<Laid> {
    let mut setter = set::Setter::new();
    let mut parts = Vec::with_capacity(manuscript.parts.len());
    let all = manuscript
        .parts
        .iter()
        .map(|part| part.blocks.len())
        .sum::<usize>()
        .max(1);
    let mut done = 0;
    for part in &manuscript.parts {
        let sheet = if part.wide {
            manuscript.paper.wide()
        } else {
            manuscript.paper.upright()
        };
        setter.start_part(sheet.measure());
        for block in &part.blocks {
            setter.block(block, &mut |part| {
                step(0.85 * (done as f32 + part) / all as f32)
            })?;
            done += 1;
        }
        parts.push((sheet, setter.take_pieces()));
    }
    let upright = manuscript.paper.upright();
    let contents = manuscript
        .contents
        .as_ref()
        .map(|title| front::contents(&mut setter, title, upright.measure()));

    let set::Setter {
        mut typesetter,
        elements,
        heads,
        headings,
        ..
    } = setter;
    let mut placer = place::Placer::new(
        elements,
        heads,
        &manuscript.furniture.continued,
        manuscript.draft.is_some(),
    );
    front::cover(&mut placer, &mut typesetter, &manuscript.cover, upright);
    if let Some(contents) = contents {
        placer.part(&mut typesetter, upright, contents.pieces);
    }
    let count = parts.len().max(1);
    for (place, (sheet, pieces)) in parts.into_iter().enumerate() {
        placer.part(&mut typesetter, sheet, pieces);
        if step(0.85 + 0.15 * (place + 1) as f32 / count as f32).is_break() {
            return None;
        }
    }
    let place::Placed {
        mut pages,
        elements,
        anchors,
        lines,
    } = placer.finish();
    front::number_contents(&mut pages, &mut typesetter, &anchors, &lines);
    furniture::dress(&mut pages, &mut typesetter, manuscript);
    let outline = front::outline(&headings, &anchors);
    let document = Document {
        meta: manuscript.meta.clone(),
        pages,
        elements,
        outline,
    };
    Some(Laid {
        document,
        replaced: typesetter.replaced,
    })
}

/// Adds an element below `parent`.
fn add(elements: &mut Vec<Element>, parent: ElementId, role: Role) -> ElementId {
    let id = elements.len();
    elements.push(Element {
        role,
        children: Vec::new(),
        lang: None,
        alt: None,
    });
    if let Some(parent) = elements.get_mut(parent) {
        parent.children.push(tree::Child::Element(id));
    }
    id
}

#[cfg(test)]
mod tests;
