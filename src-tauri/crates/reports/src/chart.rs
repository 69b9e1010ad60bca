//! Drawings that carry figures: shapes and single lines of words at places, with an alternative text that says
//! the same. Made once from counted things; `flow` prints one as a figure, the window draws the same one as SVG.
//!
//! Units are points, the origin is the upper left corner, y grows downwards. Colours are tones, which paper and
//! screen give their own values, light and dark. A tone never says anything alone: a word or a shape says it too.

mod heat_map;
mod radar;
mod stacks;
mod upset;

pub use crate::tree::Step;
pub use heat_map::{Cell, HeatMap, heat_map};
pub use radar::{Axis, Radar, radar};
pub use stacks::{Stack, Stacks, stacks};
pub use upset::{Crossing, UpSet, upset};

use crate::look::{Style, Voice, style};
use crate::text::{Text, Typesetter};

/// A drawing.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawing {
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
    /// The same in words, for who cannot see it.
    pub alt: String,
    /// In painting order.
    pub items: Vec<Item>,
}

/// One thing of a drawing.
#[derive(Debug, Clone, PartialEq)]
pub enum Item {
    /// An outline.
    Shape(Shape),
    /// A line of words.
    Words(Words),
    /// A part one can choose. Painted by nobody: on paper it is not there, in the window it takes the pointer
    /// and the focus.
    Area(Area),
}

/// An outline with its paint.
#[derive(Debug, Clone, PartialEq)]
pub struct Shape {
    /// Steps of the outline.
    pub steps: Vec<Step>,
    /// Fill, if any.
    pub fill: Option<Tone>,
    /// Line, if any.
    pub line: Option<Line>,
}

/// How a line looks.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Its colour.
    pub tone: Tone,
    /// Its width.
    pub width: f32,
    /// Dash lengths; empty for a solid line.
    pub dash: Vec<f32>,
}

/// One line of words. Whoever draws breaks no lines: [`lines`] does so beforehand, with the same faces.
#[derive(Debug, Clone, PartialEq)]
pub struct Words {
    /// They.
    pub text: String,
    /// Where they start, have their middle, or end.
    pub x: f32,
    /// The baseline.
    pub y: f32,
    /// What `x` means.
    pub anchor: Anchor,
    /// Size of the type.
    pub size: f32,
    /// Which face.
    pub face: Face,
    /// Their colour.
    pub tone: Tone,
}

/// What the place of a line of words means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Anchor {
    /// It starts there.
    #[default]
    Start,
    /// Its middle is there.
    Middle,
    /// It ends there.
    End,
}

/// The faces of a drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Face {
    /// Work text.
    #[default]
    Plain,
    /// Work text that counts.
    Strong,
    /// References.
    Mono,
}

/// A part one can choose.
#[derive(Debug, Clone, PartialEq)]
pub struct Area {
    /// What it is, for who asked for the drawing.
    pub id: String,
    /// What it is called.
    pub label: String,
    /// Left, top, width, height.
    pub place: [f32; 4],
}

/// The colours of drawings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tone {
    /// Text that matters.
    Ink,
    /// Text that accompanies.
    Quiet,
    /// Hairlines.
    Rule,
    /// Lines that must be seen.
    RuleStrong,
    /// A sunk ground.
    Sunk,
    /// The ground of the page.
    Paper,
    /// The accent.
    Accent,
    /// As it should be.
    Good,
    /// Wants attention.
    Warn,
    /// Overdue, missing, contradicting.
    Alarm,
    /// Ground of a cell of a heat map, from 0 (the mildest) to 5. Ink reads on every one.
    Heat(u8),
}

impl Drawing {
    /// An empty drawing of this size.
    pub fn new(width: f32, height: f32, alt: impl Into<String>) -> Drawing {
        Drawing {
            width,
            height,
            alt: alt.into(),
            items: Vec::new(),
        }
    }

    /// A rectangle.
    pub fn block(&mut self, place: [f32; 4], fill: Option<Tone>, line: Option<Line>) {
        let [x, y, width, height] = place;
        let corners = [
            (x, y),
            (x + width, y),
            (x + width, y + height),
            (x, y + height),
        ];
        self.outline(&corners, true, fill, line);
    }

    /// Straight lines from point to point, closed or not.
    pub fn outline(
        &mut self,
        points: &[(f32, f32)],
        closed: bool,
        fill: Option<Tone>,
        line: Option<Line>,
    ) {
        let mut steps: Vec<Step> = points.iter().map(|&(x, y)| Step::Line(x, y)).collect();
        if let Some(first) = steps.first_mut()
            && let Step::Line(x, y) = *first
        {
            *first = Step::Move(x, y);
        }
        if closed {
            steps.push(Step::Close);
        }
        self.items.push(Item::Shape(Shape { steps, fill, line }));
    }

    /// A circle.
    pub fn circle(
        &mut self,
        (x, y): (f32, f32),
        radius: f32,
        fill: Option<Tone>,
        line: Option<Line>,
    ) {
        // Four cubic curves; the usual factor keeps them within a thousandth of the circle.
        const BEND: f32 = 0.552_284_8;
        let (r, b) = (radius, radius * BEND);
        let steps = vec![
            Step::Move(x + r, y),
            Step::Curve(x + r, y + b, x + b, y + r, x, y + r),
            Step::Curve(x - b, y + r, x - r, y + b, x - r, y),
            Step::Curve(x - r, y - b, x - b, y - r, x, y - r),
            Step::Curve(x + b, y - r, x + r, y - b, x + r, y),
            Step::Close,
        ];
        self.items.push(Item::Shape(Shape { steps, fill, line }));
    }

    /// A line of words.
    pub fn words(&mut self, words: Words) {
        self.items.push(Item::Words(words));
    }

    /// A part one can choose.
    pub fn area(&mut self, id: impl Into<String>, label: impl Into<String>, place: [f32; 4]) {
        self.items.push(Item::Area(Area {
            id: id.into(),
            label: label.into(),
            place,
        }));
    }
}

impl Line {
    /// A solid line.
    pub fn solid(tone: Tone, width: f32) -> Line {
        Line {
            tone,
            width,
            dash: Vec::new(),
        }
    }
}

impl Words {
    /// Plain words that start at a place, in ink.
    pub fn new(text: impl Into<String>, (x, y): (f32, f32), size: f32) -> Words {
        Words {
            text: text.into(),
            x,
            y,
            anchor: Anchor::Start,
            size,
            face: Face::Plain,
            tone: Tone::Ink,
        }
    }

    /// The same, its place meaning something else.
    pub fn anchored(self, anchor: Anchor) -> Words {
        Words { anchor, ..self }
    }

    /// The same in another face.
    pub fn spoken(self, face: Face) -> Words {
        Words { face, ..self }
    }

    /// The same in another tone.
    pub fn toned(self, tone: Tone) -> Words {
        Words { tone, ..self }
    }

    /// How it is set on paper.
    pub(crate) fn text(&self) -> Text {
        Text::new(self.text.as_str(), set_as(self.face, self.size, self.tone))
    }
}

fn set_as(face: Face, size: f32, tone: Tone) -> Style {
    let voice = match face {
        Face::Plain => Voice::Sans,
        Face::Strong => Voice::SansStrong,
        Face::Mono => Voice::Mono,
    };
    style(voice, size, size * 1.3, crate::look::tone(tone))
}

/// Words broken into lines that fit a width, as the faces of the product set them.
pub fn lines(words: &str, width: f32, size: f32, face: Face) -> Vec<String> {
    let text = Text::new(words, set_as(face, size, Tone::Ink));
    Typesetter::default().broken(&text, width)
}
