//! The smallest things that stay together on a page.

use crate::look::Sheet;
use crate::text::Line;
use crate::tree::{Draw, ElementId, Mark, Owner, Path, Rgb, Step, Stroke};

/// Something placed as a whole, unless it is a row taller than a page. Places are relative to the
/// piece's upper left corner.
#[derive(Debug, Clone)]
pub struct Piece {
    /// Space above, dropped at the top of a page.
    pub above: f32,
    /// Height without that.
    pub height: f32,
    /// Whether it may not be the last on a page.
    pub keep: bool,
    /// What is painted.
    pub ink: Ink,
    /// The table it belongs to, whose head is repeated when it lands on a new page.
    pub table: Option<usize>,
    /// The heading it is, by number.
    pub heading: Option<usize>,
    /// The line of the contents it is: the heading it leads to.
    pub leads_to: Option<Lead>,
}

/// A line of the contents.
#[derive(Debug, Clone, Copy)]
pub struct Lead {
    /// The heading, by number.
    pub heading: usize,
    /// Its `Link` element.
    pub element: ElementId,
}

/// What a piece paints.
#[derive(Debug, Clone)]
pub enum Ink {
    /// Finished marks.
    Marks(Vec<Mark>),
    /// A row, which may have to be cut.
    Row(SetRow),
    /// Nothing: ends the page.
    PageBreak,
}

/// A row set in lines.
#[derive(Debug, Clone)]
pub struct SetRow {
    /// From left to right.
    pub cells: Vec<SetCell>,
    /// Space above and below the lines.
    pub pad: f32,
    /// Width of the row.
    pub width: f32,
    /// A row higher than this part of a page may be cut.
    pub cut_above: f32,
    /// What names it on the page where it goes on.
    pub reference: String,
}

/// A cell set in lines.
#[derive(Debug, Clone)]
pub struct SetCell {
    /// Left end of the lines.
    pub x: f32,
    /// Its element.
    pub element: ElementId,
    /// Its lines.
    pub lines: Vec<Line>,
}

/// The head of a table, to be repeated.
#[derive(Debug, Clone)]
pub struct Head {
    /// Its height.
    pub height: f32,
    /// Its marks, relative to its upper left corner.
    pub marks: Vec<Mark>,
}

impl Piece {
    /// A piece of finished marks.
    pub fn marks(above: f32, height: f32, marks: Vec<Mark>) -> Piece {
        Piece {
            above,
            height,
            keep: false,
            ink: Ink::Marks(marks),
            table: None,
            heading: None,
            leads_to: None,
        }
    }

    /// The same, kept with what follows.
    pub fn kept(self, keep: bool) -> Piece {
        Piece { keep, ..self }
    }
}

impl SetRow {
    /// Height of the whole row.
    pub fn height(&self) -> f32 {
        self.cells
            .iter()
            .map(|cell| depth(&cell.lines))
            .fold(0.0, f32::max)
            + 2.0 * self.pad
    }

    /// Whether a page of this form makes it worth cutting.
    pub fn may_be_cut(&self, sheet: &Sheet) -> bool {
        self.height() > self.cut_above * sheet.room()
    }

    /// Cuts off the lines that end within `room` of the row's top; none if not even two do, or if
    /// hardly anything would be left.
    pub fn cut(&mut self, room: f32) -> Option<SetRow> {
        let mut upper = self.clone();
        let mut taken = 0;
        let mut left = 0;
        for (whole, part) in self.cells.iter().zip(&mut upper.cells) {
            let mut y = self.pad;
            let mut fits = 0;
            for line in &whole.lines {
                y += line.before + line.height;
                if y + self.pad > room {
                    break;
                }
                fits += 1;
            }
            // No single last line on the next page.
            if whole.lines.len() - fits == 1 && fits > 2 {
                fits -= 1;
            }
            part.lines.truncate(fits);
            taken = taken.max(fits);
            left = left.max(whole.lines.len() - fits);
        }
        if taken < 2 || left == 0 {
            return None;
        }
        for (whole, part) in self.cells.iter_mut().zip(&upper.cells) {
            whole.lines.drain(..part.lines.len());
            if let Some(first) = whole.lines.first_mut() {
                first.before = 0.0;
            }
        }
        Some(upper)
    }

    /// Marks of the row, the lower rule apart.
    pub fn marks(self) -> Vec<Mark> {
        let pad = self.pad;
        self.cells
            .into_iter()
            .filter(|cell| !cell.lines.is_empty())
            .map(|cell| Mark {
                owner: Owner::Element(cell.element),
                draws: lines_at(cell.lines, cell.x, pad),
            })
            .collect()
    }
}

/// Height of lines one below the other.
pub fn depth(lines: &[Line]) -> f32 {
    lines.iter().map(|line| line.before + line.height).sum()
}

/// Lines one below the other from a place on.
pub fn lines_at(lines: Vec<Line>, x: f32, y: f32) -> Vec<Draw> {
    let mut top = y;
    let mut draws = Vec::new();
    for line in lines {
        top += line.before;
        for mut run in line.runs {
            run.x += x;
            run.y += top;
            draws.push(Draw::Glyphs(run));
        }
        top += line.height;
    }
    draws
}

/// A level line.
pub fn rule(x: f32, y: f32, width: f32, weight: f32, colour: Rgb) -> Draw {
    dashed(x, y, width, weight, colour, Vec::new())
}

/// A level dashed line.
pub fn dashed(x: f32, y: f32, width: f32, weight: f32, colour: Rgb, dash: Vec<f32>) -> Draw {
    Draw::Path(Path {
        steps: vec![Step::Move(x, y), Step::Line(x + width, y)],
        fill: None,
        stroke: Some(Stroke {
            colour,
            width: weight,
            dash,
        }),
    })
}

/// A filled rectangle.
pub fn block(x: f32, y: f32, width: f32, height: f32, colour: Rgb) -> Draw {
    Draw::Path(Path {
        steps: vec![
            Step::Move(x, y),
            Step::Line(x + width, y),
            Step::Line(x + width, y + height),
            Step::Line(x, y + height),
            Step::Close,
        ],
        fill: Some(colour),
        stroke: None,
    })
}

/// Moves marks.
pub fn shift(marks: &mut [Mark], dx: f32, dy: f32) {
    for draw in marks.iter_mut().flat_map(|mark| &mut mark.draws) {
        match draw {
            Draw::Glyphs(run) => {
                run.x += dx;
                run.y += dy;
            }
            Draw::Path(path) => {
                for step in &mut path.steps {
                    *step = match *step {
                        Step::Move(x, y) => Step::Move(x + dx, y + dy),
                        Step::Line(x, y) => Step::Line(x + dx, y + dy),
                        Step::Curve(a, b, c, d, x, y) => {
                            Step::Curve(a + dx, b + dy, c + dx, d + dy, x + dx, y + dy)
                        }
                        Step::Close => Step::Close,
                    };
                }
            }
        }
    }
}

/// Left, top, right, bottom of what is painted.
pub fn bounds(draws: &[Draw]) -> [f32; 4] {
    let mut area = [f32::MAX, f32::MAX, 0.0, 0.0];
    let mut reach = |x: f32, y: f32| {
        area = [
            area[0].min(x),
            area[1].min(y),
            area[2].max(x),
            area[3].max(y),
        ];
    };
    for draw in draws {
        match draw {
            Draw::Glyphs(run) => {
                let width: f32 = run.glyphs.iter().map(|glyph| glyph.advance).sum();
                reach(run.x, run.y - run.size);
                reach(run.x + width, run.y + 0.3 * run.size);
            }
            Draw::Path(path) => {
                for step in &path.steps {
                    match *step {
                        Step::Move(x, y) | Step::Line(x, y) => reach(x, y),
                        Step::Curve(a, b, c, d, x, y) => {
                            reach(a, b);
                            reach(c, d);
                            reach(x, y);
                        }
                        Step::Close => {}
                    }
                }
            }
        }
    }
    if area[0] > area[2] { [0.0; 4] } else { area }
}
