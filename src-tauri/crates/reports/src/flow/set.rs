//! Blocks to pieces, with their elements.

use super::piece::{Head, Ink, Piece, SetCell, SetRow, block, depth, lines_at, rule};
use super::{Block, add, chart, drawing, table};
use crate::look;
use crate::text::{Align, Line, Text, Typesetter};
use crate::tree::{Element, ElementId, Mark, Numbering, Owner, Role};
use std::ops::ControlFlow;

/// A heading met on the way.
#[derive(Debug, Clone)]
pub struct Heading {
    /// From 1.
    pub level: u8,
    /// Its number and words.
    pub title: String,
}

/// Sets blocks one after the other.
pub struct Setter {
    /// Scratch and what could not be shown.
    pub typesetter: Typesetter,
    /// The structure tree so far.
    pub elements: Vec<Element>,
    /// Heads of the tables so far.
    pub heads: Vec<Head>,
    /// Headings so far.
    pub headings: Vec<Heading>,
    pub(super) pieces: Vec<Piece>,
    pub(super) measure: f32,
    /// The element that takes the next block.
    pub(super) section: ElementId,
    /// Level of the last heading in the structure tree.
    depth: u8,
    /// Where the last block begins among the pieces, if it is a few lines of text: they lead in what
    /// comes next.
    lead: Option<usize>,
}

/// Told how much of the block at hand is done; may stop it.
pub type Tick<'a> = dyn FnMut(f32) -> ControlFlow<()> + 'a;

/// Lines of text that stay with the table or list they lead in.
const LEAD: usize = 3;

impl Setter {
    /// An empty document.
    pub fn new() -> Setter {
        let root = Element {
            role: Role::Document,
            children: Vec::new(),
            lang: None,
            alt: None,
        };
        let mut elements = vec![root];
        // Cover and contents come first in reading order, so their places are taken now.
        add(&mut elements, 0, Role::Sect);
        let contents = add(&mut elements, 0, Role::Sect);
        Setter {
            typesetter: Typesetter::default(),
            elements,
            heads: Vec::new(),
            headings: Vec::new(),
            pieces: Vec::new(),
            measure: 0.0,
            section: contents,
            depth: 1,
            lead: None,
        }
    }

    /// Begins a part of another width.
    pub fn start_part(&mut self, measure: f32) {
        self.measure = measure;
    }

    /// What was set since the last call.
    pub fn take_pieces(&mut self) -> Vec<Piece> {
        self.lead = None;
        std::mem::take(&mut self.pieces)
    }

    /// Sets one block; `None` when it was stopped.
    pub fn block(&mut self, content: &Block, tick: &mut Tick<'_>) -> Option<()> {
        if let Some(from) = self.lead.take()
            && self.is_led_in(content, from)
        {
            for piece in &mut self.pieces[from..] {
                piece.keep = true;
            }
        }
        match content {
            Block::Heading {
                level,
                number,
                words,
            } => self.heading(*level, number, words),
            Block::Text(text) => self.text(text),
            Block::List(numbering, items) => self.list(*numbering, items),
            Block::Facts(rows) => self.facts(rows),
            Block::Figures(figures) => self.figures(figures),
            Block::Charts(charts) => chart::set(self, charts),
            Block::Drawings(drawings) => drawing::set(self, drawings),
            Block::Table(content) => table::set(self, content, tick)?,
            Block::Signatures(places) => self.signatures(places),
            Block::PageBreak => {
                let mut piece = Piece::marks(0.0, 0.0, Vec::new());
                piece.ink = Ink::PageBreak;
                self.pieces.push(piece);
            }
        }
        match tick(1.0) {
            ControlFlow::Continue(()) => Some(()),
            ControlFlow::Break(()) => None,
        }
    }

    /// Whether the few lines that begin at a piece lead in what comes next: a table or a list, or, where
    /// they stand right below a heading, its first sub-heading.
    fn is_led_in(&self, content: &Block, from: usize) -> bool {
        match content {
            Block::List(..)
            | Block::Facts(_)
            | Block::Figures(_)
            | Block::Charts(_)
            | Block::Drawings(_)
            | Block::Table(_) => true,
            Block::Heading { level, .. } => {
                let before = from.checked_sub(1).and_then(|place| self.pieces.get(place));
                let heading = before.and_then(|piece| piece.heading);
                let above = heading.and_then(|place| self.headings.get(place));
                above.is_some_and(|above| above.level < *level)
            }
            Block::Text(_) | Block::Signatures(_) | Block::PageBreak => false,
        }
    }

    fn heading(&mut self, level: u8, number: &str, words: &str) {
        if level == 1 {
            self.section = add(&mut self.elements, 0, Role::Sect);
        }
        // A small heading right below a large one is set small, but its level may not skip one.
        self.depth = level.min(self.depth + 1);
        let element = add(&mut self.elements, self.section, Role::Heading(self.depth));
        let style = look::heading(level);
        let text = if number.is_empty() {
            Text::new(words, style)
        } else {
            Text::new(format!("{number}\u{2002}"), style.coloured(look::PLUM)).and(words, style)
        };
        let title = if number.is_empty() {
            words.to_owned()
        } else {
            format!("{number} {words}")
        };
        let lines = self.typesetter.set(&text, self.measure, Align::Start);
        let height = depth(&lines) + look::below_heading(level);
        let mark = Mark {
            owner: Owner::Element(element),
            draws: lines_at(lines, 0.0, 0.0),
        };
        let mut piece = Piece::marks(look::above_heading(level), height, vec![mark]).kept(true);
        piece.heading = Some(self.headings.len());
        self.headings.push(Heading { level, title });
        self.pieces.push(piece);
    }

    fn text(&mut self, text: &Text) {
        let element = add(&mut self.elements, self.section, Role::Paragraph);
        let lines = self.typesetter.set(text, self.measure, Align::Start);
        let above = self.above(look::BLOCK);
        self.lead = (lines.len() <= LEAD).then_some(self.pieces.len());
        self.lines(lines, 0.0, element, above);
    }

    /// Space above a block: a heading brings its own below it.
    pub(super) fn above(&self, space: f32) -> f32 {
        match self.pieces.last() {
            Some(piece) if piece.heading.is_some() => 0.0,
            _ => space,
        }
    }

    /// Lines as pieces, so that neither the first nor the last of several stands alone on a page.
    fn lines(&mut self, lines: Vec<Line>, x: f32, element: ElementId, above: f32) {
        let count = lines.len();
        for (place, line) in lines.into_iter().enumerate() {
            let before = if place == 0 { above } else { line.before };
            let line = Line {
                before: 0.0,
                ..line
            };
            let height = line.height;
            let mark = Mark {
                owner: Owner::Element(element),
                draws: lines_at(vec![line], x, 0.0),
            };
            let keep = count > 1 && (place == 0 || place + 2 == count);
            self.pieces
                .push(Piece::marks(before, height, vec![mark]).kept(keep));
        }
    }

    fn list(&mut self, numbering: Numbering, items: &[Text]) {
        const INDENT: f32 = 14.0;
        let list = add(&mut self.elements, self.section, Role::List(numbering));
        for (place, item) in items.iter().enumerate() {
            let element = add(&mut self.elements, list, Role::ListItem);
            let sign = match numbering {
                Numbering::None => String::new(),
                Numbering::Bullet => "•".to_owned(),
                Numbering::Decimal => format!("{}.", place + 1),
            };
            let style = item.spans.first().map_or(look::BODY, |span| span.style);
            let indent = if sign.is_empty() { 0.0 } else { INDENT };
            let label = (!sign.is_empty()).then(|| {
                let label = add(&mut self.elements, element, Role::Label);
                let lines = self.typesetter.set(
                    &Text::new(sign, style.coloured(look::INK_2)),
                    INDENT,
                    Align::Start,
                );
                Mark {
                    owner: Owner::Element(label),
                    draws: lines_at(lines, 2.0, 0.0),
                }
            });
            let body = add(&mut self.elements, element, Role::ListBody);
            let lines = self
                .typesetter
                .set(item, self.measure - indent, Align::Start);
            let first = self.pieces.len();
            let above = if place == 0 {
                self.above(look::BLOCK * 0.6)
            } else {
                look::PARAGRAPH * 0.6
            };
            self.lines(lines, indent, body, above);
            if let (Some(label), Some(piece)) = (label, self.pieces.get_mut(first))
                && let Ink::Marks(marks) = &mut piece.ink
            {
                marks.insert(0, label);
            }
        }
    }

    /// Definition rows are a table of two columns whose first column heads the rows.
    fn facts(&mut self, rows: &[(Text, Text)]) {
        let table = add(&mut self.elements, self.section, Role::Table);
        let body = add(&mut self.elements, table, Role::TableBody);
        let label_width = self.measure * look::LABEL_PART;
        let value_x = label_width + look::mm(4.0);
        for (place, (label, value)) in rows.iter().enumerate() {
            let row = add(&mut self.elements, body, Role::Row);
            let head = add(
                &mut self.elements,
                row,
                Role::HeaderCell {
                    column: false,
                    span: 1,
                },
            );
            let cell = add(&mut self.elements, row, Role::Cell { span: 1 });
            let set = SetRow {
                cells: vec![
                    SetCell {
                        x: 0.0,
                        element: head,
                        lines: self.typesetter.set(label, label_width, Align::Start),
                    },
                    SetCell {
                        x: value_x,
                        element: cell,
                        lines: self
                            .typesetter
                            .set(value, self.measure - value_x, Align::Start),
                    },
                ],
                pad: look::CELL_Y,
                width: self.measure,
                cut_above: 0.2,
                reference: label.words(),
            };
            let above = if place == 0 {
                self.above(look::BLOCK * 0.4)
            } else {
                0.0
            };
            self.row(set, None, above);
        }
        self.keep_ends(rows.len());
    }

    /// Keeps the first two and the last two of the rows just set together, unless they are long: a
    /// single row at the foot or the head of a page looks like a mistake.
    pub(super) fn keep_ends(&mut self, rows: usize) {
        const SHORT: f32 = look::mm(30.0);
        if rows < 2 {
            return;
        }
        let end = self.pieces.len();
        for place in [end - rows, end - 2] {
            let short = self.pieces[place..place + 2]
                .iter()
                .all(|piece| piece.height <= SHORT);
            self.pieces[place].keep |= short;
        }
    }

    /// A row as a piece.
    pub(super) fn row(&mut self, row: SetRow, table: Option<usize>, above: f32) {
        let mut piece = Piece::marks(above, row.height(), Vec::new());
        piece.ink = Ink::Row(row);
        piece.table = table;
        self.pieces.push(piece);
    }

    fn figures(&mut self, figures: &[(String, String)]) {
        const GAP: f32 = look::mm(5.0);
        for (line, row) in figures.chunks(4).enumerate() {
            let width = (self.measure - GAP * 3.0) / 4.0;
            let mut marks = Vec::new();
            let mut height: f32 = 0.0;
            for (place, (value, label)) in row.iter().enumerate() {
                let x = place as f32 * (width + GAP);
                let element = add(&mut self.elements, self.section, Role::Paragraph);
                let text =
                    Text::new(value.as_str(), look::FIGURE).below(label.as_str(), look::NOTE);
                let lines = self.typesetter.set(&text, width, Align::Start);
                let top = look::mm(2.0);
                height = height.max(top + depth(&lines));
                marks.push(Mark {
                    owner: Owner::Decoration,
                    draws: vec![rule(x, 0.0, width, look::mm(0.6), look::PLUM)],
                });
                marks.push(Mark {
                    owner: Owner::Element(element),
                    draws: lines_at(lines, x, top),
                });
            }
            let above = if line == 0 {
                look::mm(6.0)
            } else {
                look::mm(5.0)
            };
            self.pieces.push(Piece::marks(above, height, marks));
        }
    }

    fn signatures(&mut self, places: &[Text]) {
        const GAP: f32 = look::mm(14.0);
        const ROOM: f32 = look::mm(19.0);
        for row in places.chunks(2) {
            let width = (self.measure - GAP) / 2.0;
            let mut marks = Vec::new();
            let mut height: f32 = 0.0;
            for (place, text) in row.iter().enumerate() {
                let x = place as f32 * (width + GAP);
                let element = add(&mut self.elements, self.section, Role::Paragraph);
                let lines = self.typesetter.set(text, width, Align::Start);
                height = height.max(ROOM + look::mm(1.5) + depth(&lines));
                marks.push(Mark {
                    owner: Owner::Decoration,
                    draws: vec![rule(x, ROOM, width, look::FINE, look::INK)],
                });
                marks.push(Mark {
                    owner: Owner::Element(element),
                    draws: lines_at(lines, x, ROOM + look::mm(1.5)),
                });
            }
            self.pieces.push(Piece::marks(0.0, height, marks));
        }
        // What is signed and the lines to sign on are one thing.
        let rows = places.len().div_ceil(2);
        let from = self.pieces.len() - rows;
        let last = self.pieces.len() - 1;
        for piece in &mut self.pieces[from.saturating_sub(1)..last] {
            piece.keep = true;
        }
    }
}

/// A ground for a group row.
pub(super) fn ground(width: f32, height: f32) -> Mark {
    Mark {
        owner: Owner::Decoration,
        draws: vec![block(0.0, 0.0, width, height, look::SUNK)],
    }
}
