//! Drawings as figures: their shapes and words are the figure's content, their alternative text says the same.

use super::add;
use super::piece::Piece;
use super::set::Setter;
use crate::chart::{Anchor, Drawing, Item, Line, Shape, Words};
use crate::look::{self, mm};
use crate::tree::{Draw, Mark, Owner, Path, Role, Step, Stroke};

/// Between two drawings side by side, and above each row of them.
const GAP: f32 = mm(8.0);

/// Sets drawings in rows, each row kept whole.
pub fn set(setter: &mut Setter, drawings: &[Drawing]) {
    let mut row: Vec<&Drawing> = Vec::new();
    let mut wide = 0.0;
    for drawing in drawings {
        let width = drawing.width * fitting(drawing, setter.measure);
        if !row.is_empty() && wide + GAP + width > setter.measure + 0.01 {
            place(setter, &std::mem::take(&mut row));
            wide = 0.0;
        }
        wide += if row.is_empty() { width } else { GAP + width };
        row.push(drawing);
    }
    if !row.is_empty() {
        place(setter, &row);
    }
}

fn place(setter: &mut Setter, row: &[&Drawing]) {
    let mut marks = Vec::new();
    let (mut x, mut height) = (0.0, 0.0_f32);
    for drawing in row {
        let scale = fitting(drawing, setter.measure);
        let figure = Role::Figure { area: [0.0; 4] };
        let element = add(&mut setter.elements, setter.section, figure);
        if let Some(figure) = setter.elements.get_mut(element) {
            figure.alt = Some(drawing.alt.clone());
        }
        let mut draws = Vec::new();
        for item in &drawing.items {
            match item {
                Item::Shape(shape) => draws.push(outline(shape, x, scale)),
                Item::Words(words) => draws.extend(line(setter, words, x, scale)),
                Item::Area(_) => {}
            }
        }
        marks.push(Mark {
            owner: Owner::Element(element),
            draws,
        });
        x += drawing.width * scale + GAP;
        height = height.max(drawing.height * scale);
    }
    setter.pieces.push(Piece::marks(GAP, height, marks));
}

/// By how much a drawing is made smaller to fit.
fn fitting(drawing: &Drawing, measure: f32) -> f32 {
    (measure / drawing.width.max(1.0)).min(1.0)
}

fn outline(shape: &Shape, x: f32, scale: f32) -> Draw {
    let at = |a: f32, b: f32| (x + a * scale, b * scale);
    let steps = shape.steps.iter().map(|step| match *step {
        Step::Move(a, b) => {
            let (a, b) = at(a, b);
            Step::Move(a, b)
        }
        Step::Line(a, b) => {
            let (a, b) = at(a, b);
            Step::Line(a, b)
        }
        Step::Curve(a, b, c, d, e, f) => {
            let ((a, b), (c, d), (e, f)) = (at(a, b), at(c, d), at(e, f));
            Step::Curve(a, b, c, d, e, f)
        }
        Step::Close => Step::Close,
    });
    Draw::Path(Path {
        steps: steps.collect(),
        fill: shape.fill.map(look::tone),
        stroke: shape.line.as_ref().map(|line| stroke(line, scale)),
    })
}

fn stroke(line: &Line, scale: f32) -> Stroke {
    Stroke {
        colour: look::tone(line.tone),
        width: line.width * scale,
        dash: line.dash.iter().map(|length| length * scale).collect(),
    }
}

fn line(setter: &mut Setter, words: &Words, x: f32, scale: f32) -> Vec<Draw> {
    let scaled = Words {
        size: words.size * scale,
        ..words.clone()
    };
    let Some((line, width)) = setter.typesetter.line(&scaled.text()) else {
        return Vec::new();
    };
    let left = match words.anchor {
        Anchor::Start => 0.0,
        Anchor::Middle => width / 2.0,
        Anchor::End => width,
    };
    let mut runs = line.runs;
    // All runs of a line stand on one baseline.
    for run in &mut runs {
        run.x += x + words.x * scale - left;
        run.y = words.y * scale;
    }
    runs.into_iter().map(Draw::Glyphs).collect()
}
