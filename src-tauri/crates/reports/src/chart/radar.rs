//! A radar: one axis per topic, a value on each that was judged, and, behind it, the values of an earlier day.
//! What was not judged has no point, and the line has a gap there: it is not at the centre.

use super::{Anchor, Drawing, Face, Line, Tone, Words, lines};
use serde::Serialize;

/// What a radar shows. Values are tenths.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Radar {
    /// Above it.
    pub title: String,
    /// The axes, clockwise from the top.
    pub axes: Vec<Axis>,
    /// The end of an axis in whole steps.
    pub most: usize,
    /// What the values are called.
    pub now: String,
    /// What the values of the earlier day are called; none without one.
    pub before: Option<String>,
    /// The same in words.
    pub alt: String,
}

/// One axis.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Axis {
    /// What it is called, short.
    pub label: String,
    /// The value in words; a dash where nothing was judged.
    pub words: String,
    /// The value.
    pub now: Option<usize>,
    /// The value of the earlier day.
    pub before: Option<usize>,
}

/// Size of labels.
const SMALL: f32 = 6.8;
/// Above the circle: the title.
const TOP: f32 = 30.0;
/// Beside and below the circle: the labels.
const MARGIN: f32 = 44.0;

/// Draws a radar of this width. Now is a solid line with dots, before a dashed one with squares.
pub fn radar(radar: &Radar, width: f32) -> Drawing {
    let radius = width / 2.0 - MARGIN;
    let centre = (width / 2.0, TOP + SMALL + radius);
    let floor = centre.1 + radius + 22.0;
    let height = floor + 14.0;
    let mut drawing = Drawing::new(width, height, radar.alt.as_str());
    drawing.words(Words::new(radar.title.as_str(), (0.0, 10.0), 9.5).spoken(Face::Strong));
    let count = radar.axes.len().max(1);
    let at = |place: usize, part: f32| {
        let turn = std::f32::consts::TAU * place as f32 / count as f32;
        let reach = radius * part;
        (centre.0 + reach * turn.sin(), centre.1 - reach * turn.cos())
    };
    for step in 1..=radar.most {
        let part = step as f32 / radar.most as f32;
        let ring: Vec<(f32, f32)> = (0..count).map(|place| at(place, part)).collect();
        drawing.outline(&ring, true, None, Some(Line::solid(Tone::Rule, 0.5)));
        let (x, y) = at(0, part);
        let words = Words::new(step.to_string(), (x - 2.0, y + 2.0), 5.2);
        drawing.words(words.anchored(Anchor::End).toned(Tone::Quiet));
    }
    for (place, axis) in radar.axes.iter().enumerate() {
        drawing.outline(
            &[centre, at(place, 1.0)],
            false,
            None,
            Some(Line::solid(Tone::Rule, 0.5)),
        );
        label(&mut drawing, axis, at(place, 1.0), centre);
    }
    let part = |tenths: usize| tenths as f32 / (10 * radar.most.max(1)) as f32;
    let before: Vec<Option<(f32, f32)>> = points(&radar.axes, |axis| axis.before, &at, part);
    let dashed = Line {
        dash: vec![2.0, 1.5],
        ..Line::solid(Tone::RuleStrong, 0.9)
    };
    joined(&mut drawing, &before, &dashed);
    for (x, y) in before.into_iter().flatten() {
        square(&mut drawing, (x, y));
    }
    let now = points(&radar.axes, |axis| axis.now, &at, part);
    joined(&mut drawing, &now, &Line::solid(Tone::Accent, 1.4));
    for point in now.into_iter().flatten() {
        drawing.circle(point, 2.1, Some(Tone::Accent), None);
    }
    legend(&mut drawing, radar, floor);
    drawing
}

fn points(
    axes: &[Axis],
    value: impl Fn(&Axis) -> Option<usize>,
    at: &impl Fn(usize, f32) -> (f32, f32),
    part: impl Fn(usize) -> f32,
) -> Vec<Option<(f32, f32)>> {
    let axes = axes.iter().enumerate();
    axes.map(|(place, axis)| Some(at(place, part(value(axis)?))))
        .collect()
}

/// Joins neighbours that both have a value; the last is a neighbour of the first.
fn joined(drawing: &mut Drawing, points: &[Option<(f32, f32)>], line: &Line) {
    for (place, point) in points.iter().enumerate() {
        let next = points.get((place + 1) % points.len()).copied().flatten();
        if let (Some(from), Some(to)) = (point, next) {
            drawing.outline(&[*from, to], false, None, Some(line.clone()));
        }
    }
}

fn square(drawing: &mut Drawing, (x, y): (f32, f32)) {
    let place = [x - 1.7, y - 1.7, 3.4, 3.4];
    drawing.block(
        place,
        Some(Tone::Paper),
        Some(Line::solid(Tone::RuleStrong, 0.8)),
    );
}

/// The name of an axis at its end, its value below.
fn label(drawing: &mut Drawing, axis: &Axis, (x, y): (f32, f32), centre: (f32, f32)) {
    let (dx, dy) = (x - centre.0, y - centre.1);
    let anchor = match dx {
        dx if dx > 4.0 => Anchor::Start,
        dx if dx < -4.0 => Anchor::End,
        _ => Anchor::Middle,
    };
    let gap = 5.0;
    let x = match anchor {
        Anchor::Start => x + gap,
        Anchor::End => x - gap,
        Anchor::Middle => x,
    };
    // Above at the top, below at the bottom, beside it elsewhere.
    let y = match anchor {
        Anchor::Middle if dy < 0.0 => y - gap - SMALL,
        Anchor::Middle => y + gap + SMALL,
        _ => y,
    };
    let name = Words::new(axis.label.as_str(), (x, y), SMALL).spoken(Face::Mono);
    drawing.words(name.anchored(anchor));
    let value = Words::new(axis.words.as_str(), (x, y + SMALL * 1.15), SMALL);
    drawing.words(value.anchored(anchor).toned(Tone::Quiet));
}

fn legend(drawing: &mut Drawing, radar: &Radar, y: f32) {
    let line = Line::solid(Tone::Accent, 1.4);
    drawing.outline(&[(0.0, y), (16.0, y)], false, None, Some(line));
    drawing.circle((8.0, y), 2.1, Some(Tone::Accent), None);
    let half = drawing.width / 2.0;
    let said = |drawing: &mut Drawing, words: &str, x: f32| {
        let room = half - 24.0;
        let first = lines(words, room, SMALL, Face::Plain).into_iter().next();
        drawing.words(Words::new(first.unwrap_or_default(), (x, y + 2.3), SMALL));
    };
    said(drawing, &radar.now, 20.0);
    if let Some(before) = &radar.before {
        let dashed = Line {
            dash: vec![2.0, 1.5],
            ..Line::solid(Tone::RuleStrong, 0.9)
        };
        drawing.outline(&[(half, y), (half + 16.0, y)], false, None, Some(dashed));
        square(drawing, (half + 8.0, y));
        said(drawing, before, half + 20.0);
    }
}
