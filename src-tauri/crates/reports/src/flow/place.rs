//! Pieces to pages.

use super::piece::{Head, Ink, Lead, Piece, SetRow, bounds, dashed, lines_at, rule, shift};
use crate::look::{self, Sheet};
use crate::text::{Align, Text, Typesetter};
use crate::tree::{Child, Element, Link, Mark, Owner, Page, Role, Target};

/// Fills pages from top to bottom.
pub struct Placer<'a> {
    pages: Vec<Page>,
    elements: Vec<Element>,
    heads: Vec<Head>,
    /// Where each heading came to stand.
    anchors: Vec<Option<Target>>,
    /// Where each line of the contents came to stand.
    lines: Vec<ContentsLine>,
    continued: &'a str,
    /// Whether a word lies across every page.
    draft: bool,
    sheet: Sheet,
    y: f32,
    /// Whether something stands on the page at hand.
    begun: bool,
}

/// A line of the contents on its page, still without its number.
#[derive(Debug, Clone, Copy)]
pub struct ContentsLine {
    /// The heading it leads to.
    pub heading: usize,
    /// Its page.
    pub page: usize,
    /// Its mark on the page.
    pub mark: usize,
    /// Its link on the page.
    pub link: usize,
    /// Where the number ends.
    pub right: f32,
    /// Baseline of the number.
    pub y: f32,
}

/// Filled pages.
pub struct Placed {
    /// In order.
    pub pages: Vec<Page>,
    /// With every mark named by its element.
    pub elements: Vec<Element>,
    /// Places of the headings.
    pub anchors: Vec<Option<Target>>,
    /// Lines of the contents.
    pub lines: Vec<ContentsLine>,
}

impl<'a> Placer<'a> {
    /// No page yet.
    pub fn new(
        elements: Vec<Element>,
        heads: Vec<Head>,
        continued: &'a str,
        draft: bool,
    ) -> Placer<'a> {
        Placer {
            pages: Vec::new(),
            elements,
            heads,
            anchors: Vec::new(),
            lines: Vec::new(),
            continued,
            draft,
            sheet: look::Paper::A4.upright(),
            y: 0.0,
            begun: false,
        }
    }

    /// The structure tree, for who places by hand.
    pub fn elements(&mut self) -> &mut Vec<Element> {
        &mut self.elements
    }

    /// Starts a page of this form.
    pub fn page(&mut self, sheet: Sheet) {
        self.sheet = sheet;
        let mut page = Page {
            width: sheet.width,
            height: sheet.height,
            ..Page::default()
        };
        if self.draft {
            // Painted first, so that the text stays on top; filled when the pages are dressed.
            page.marks.push(Mark {
                owner: Owner::Watermark,
                draws: Vec::new(),
            });
        }
        self.pages.push(page);
        self.y = sheet.top;
        self.begun = false;
    }

    /// Fills pages of one form with pieces, from a new page on.
    pub fn part(&mut self, typesetter: &mut Typesetter, sheet: Sheet, pieces: Vec<Piece>) {
        if pieces.is_empty() {
            return;
        }
        self.page(sheet);
        let mut pieces = pieces.into_iter().peekable();
        let mut chain: Vec<Piece> = Vec::new();
        while let Some(piece) = pieces.next() {
            let goes_on = piece.keep && pieces.peek().is_some();
            chain.push(piece);
            if !goes_on {
                self.chain(typesetter, std::mem::take(&mut chain));
            }
        }
    }

    /// Everything placed.
    pub fn finish(self) -> Placed {
        Placed {
            pages: self.pages,
            elements: self.elements,
            anchors: self.anchors,
            lines: self.lines,
        }
    }

    /// Places pieces that belong together: on this page if they fit, else from the next page on.
    fn chain(&mut self, typesetter: &mut Typesetter, chain: Vec<Piece>) {
        let needed: f32 = chain.iter().map(|piece| self.needed(piece)).sum();
        let first = chain.first().map_or(0.0, |piece| piece.above);
        if self.begun && self.y + needed > self.sheet.floor() + 0.01 {
            self.next_page(chain.first().and_then(|piece| piece.table));
        }
        if !self.begun {
            self.y -= first;
        }
        for piece in chain {
            self.piece(typesetter, piece);
        }
    }

    /// The least room a piece is content with: of a row that may be cut, a few lines.
    fn needed(&self, piece: &Piece) -> f32 {
        match &piece.ink {
            Ink::Row(row) if row.may_be_cut(&self.sheet) => {
                let few = row
                    .cells
                    .iter()
                    .flat_map(|cell| cell.lines.first())
                    .map(|line| line.height);
                piece.above + 2.0 * row.pad + 5.0 * few.fold(0.0, f32::max)
            }
            _ => piece.above + piece.height,
        }
    }

    /// A new page of the same form, with the head of the table that goes on.
    fn next_page(&mut self, table: Option<usize>) {
        self.page(self.sheet);
        let Some(head) = table.and_then(|table| self.heads.get(table)) else {
            return;
        };
        let height = head.height;
        let mut marks = head.marks.clone();
        for mark in &mut marks {
            // The head is in the structure tree once; its repetition is furniture.
            mark.owner = Owner::Header;
        }
        self.put(marks);
        self.y += height;
    }

    fn piece(&mut self, typesetter: &mut Typesetter, piece: Piece) {
        let Piece {
            above,
            height,
            ink,
            table,
            heading,
            leads_to,
            ..
        } = piece;
        if matches!(ink, Ink::PageBreak) {
            if self.begun {
                self.next_page(None);
            }
            return;
        }
        // Only a chain taller than a page gets here without room.
        if self.begun
            && self.y + above + height > self.sheet.floor() + 0.01
            && !matches!(ink, Ink::Row(_))
        {
            self.next_page(table);
        } else {
            self.y += above;
        }
        if let Some(heading) = heading {
            let page = self.pages.len() - 1;
            if self.anchors.len() <= heading {
                self.anchors.resize(heading + 1, None);
            }
            self.anchors[heading] = Some(Target { page, y: self.y });
        }
        match ink {
            Ink::Marks(marks) => {
                let mark = self.put(marks);
                if let Some(lead) = leads_to {
                    self.lead(lead, mark, height);
                }
                self.y += height;
            }
            Ink::Row(row) => self.row(typesetter, row, table),
            Ink::PageBreak => {}
        }
        self.begun = true;
    }

    /// Places a row, cut over as many pages as it needs.
    fn row(&mut self, typesetter: &mut Typesetter, mut row: SetRow, table: Option<usize>) {
        loop {
            let room = self.sheet.floor() - self.y;
            let height = row.height();
            if height <= room + 0.01 {
                self.row_part(row, false);
                return;
            }
            match row.cut(room) {
                Some(upper) => {
                    self.row_part(upper, true);
                    self.next_page(table);
                    self.begun = true;
                    self.announce(typesetter, &row.reference);
                }
                // Not even two lines fit: on to a page with room, unless this is one.
                None if self.begun => {
                    self.next_page(table);
                    self.begun = false;
                }
                None => {
                    self.row_part(row, false);
                    return;
                }
            }
        }
    }

    fn row_part(&mut self, row: SetRow, goes_on: bool) {
        let (width, height) = (row.width, row.height());
        let mut marks = row.marks();
        let line = if goes_on {
            dashed(
                0.0,
                height,
                width,
                look::FINE,
                look::RULE_STRONG,
                vec![2.0, 2.0],
            )
        } else {
            rule(0.0, height, width, look::HAIR, look::RULE)
        };
        marks.push(Mark {
            owner: Owner::Decoration,
            draws: vec![line],
        });
        self.put(marks);
        self.y += height;
        self.begun = true;
    }

    /// Says on the new page which row goes on.
    fn announce(&mut self, typesetter: &mut Typesetter, reference: &str) {
        let words = self.continued.replace("{reference}", reference);
        let text = Text::new(words, look::NOTE.spoken(look::Voice::SansItalic));
        let lines = typesetter.set(&text, self.sheet.measure() - look::CELL_X, Align::Start);
        let lines: Vec<_> = lines.into_iter().take(1).collect();
        let height: f32 = lines.iter().map(|line| line.height).sum();
        self.put(vec![Mark {
            owner: Owner::Header,
            draws: lines_at(lines, look::CELL_X, look::CELL_Y),
        }]);
        self.y += height + look::CELL_Y;
    }

    /// Paints marks at the place at hand and names them in the tree. Gives the index of the first.
    pub fn put(&mut self, mut marks: Vec<Mark>) -> usize {
        shift(&mut marks, self.sheet.side, self.y);
        self.put_at(marks)
    }

    /// The same for marks that already have their places on the page.
    pub fn put_at(&mut self, marks: Vec<Mark>) -> usize {
        let page = self.pages.len().saturating_sub(1);
        let Some(sheet) = self.pages.get_mut(page) else {
            return 0;
        };
        let mut first = None;
        for mark in marks {
            // Lines of one paragraph on one page are one mark.
            match sheet.marks.last_mut() {
                Some(last) if last.owner == mark.owner => {
                    last.draws.extend(mark.draws);
                    first.get_or_insert(sheet.marks.len() - 1);
                }
                _ => {
                    let index = sheet.marks.len();
                    first.get_or_insert(index);
                    if let Owner::Element(element) = mark.owner
                        && let Some(element) = self.elements.get_mut(element)
                    {
                        element.children.push(Child::Mark(page, index));
                        if let Role::Figure { area } = &mut element.role {
                            *area = bounds(&mark.draws);
                        }
                    }
                    sheet.marks.push(mark);
                }
            }
        }
        first.unwrap_or(0)
    }

    /// Makes a line of the contents clickable; the number and the target come later.
    fn lead(&mut self, lead: Lead, mark: usize, height: f32) {
        let page = self.pages.len() - 1;
        let sheet = self.sheet;
        let Some(there) = self.pages.get_mut(page) else {
            return;
        };
        let link = there.links.len();
        let right = sheet.width - sheet.side;
        there.links.push(Link {
            area: [sheet.side, self.y, right, self.y + height],
            target: Target { page: 0, y: 0.0 },
            label: String::new(),
            element: lead.element,
        });
        if let Some(element) = self.elements.get_mut(lead.element) {
            element.children.push(Child::Link(page, link));
        }
        self.lines.push(ContentsLine {
            heading: lead.heading,
            page,
            mark,
            link,
            right,
            y: self.y,
        });
    }
}
