//! A page for the screen: the same glyphs and paths at the same places as in the file, as a list that
//! a canvas draws in order.
//!
//! The form, as JSON (all measures in points, origin top left, y downwards):
//! ```json
//! { "width": 595.3, "height": 841.9, "page": 1, "pages": 61,
//!   "glyphs": ["M0 0L…", …],
//!   "draws": [
//!     { "fill": "#5e2a5f", "path": "M10 10L…Z" },
//!     { "stroke": "#dcd8ce", "width": 0.57, "dash": [2, 2], "path": "M…" },
//!     { "fill": "#1c2230", "scale": 0.0095, "rotate": 0, "at": [[0, 62.4, 68.0], …] } ],
//!   "links": [ { "area": [62, 90, 533, 107], "page": 3, "y": 68.0, "label": "1 Summary, 3" } ],
//!   "text": ["AI inventory", …] }
//! ```
//! `glyphs` are outlines in font units with y *upwards*, each once per page. A text draw has `at`: for
//! every glyph its index in `glyphs`, then x and y of its origin. To draw one: translate to (x, y),
//! rotate by `-rotate` degrees, scale by (`scale`, -`scale`), fill the outline (non-zero rule). With a
//! canvas: `new Path2D(glyphs[i])` once, then `setTransform` and `fill`. A path draw has `path` in page
//! coordinates. `links` lead to page numbers from 1. `text` is the page in reading order, one entry per
//! element, for assistive technology and search. No face is named, so the screen needs no font.

use crate::fonts::face;
use crate::tree::{Document, Draw, FaceId, GlyphRun, Owner, Path, Rgb, Step};
use serde::Serialize;
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider};
use std::collections::HashMap;
use std::fmt::Write;

/// One page as a list of things to draw.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Sheet {
    /// Width in points.
    pub width: f32,
    /// Height in points.
    pub height: f32,
    /// Its number, from 1.
    pub page: usize,
    /// How many there are.
    pub pages: usize,
    /// Outlines in font units, y upwards.
    pub glyphs: Vec<String>,
    /// In painting order.
    pub draws: Vec<Stroke>,
    /// Clickable areas.
    pub links: Vec<Link>,
    /// Words in reading order.
    pub text: Vec<String>,
}

/// One thing to draw: a path, or glyphs of one size and colour.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Stroke {
    /// Fill colour.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fill: Option<String>,
    /// Line colour.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stroke: Option<String>,
    /// Line width.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub width: Option<f32>,
    /// Dash lengths.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub dash: Vec<f32>,
    /// Outline in page coordinates.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// Points per font unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scale: Option<f32>,
    /// Degrees, counter-clockwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rotate: Option<f32>,
    /// Outline, x, y of each glyph.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub at: Vec<(usize, f32, f32)>,
}

/// A clickable area.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Link {
    /// Left, top, right, bottom.
    pub area: [f32; 4],
    /// Page it leads to, from 1.
    pub page: usize,
    /// Height on that page.
    pub y: f32,
    /// What a screen reader says.
    pub label: String,
}

/// One page, from 0; none beyond the last.
pub fn page(document: &Document, index: usize) -> Option<Sheet> {
    let page = document.pages.get(index)?;
    let mut outlines = Outlines::default();
    let mut draws = Vec::new();
    let mut text = Vec::new();
    for mark in &page.marks {
        let mut words = String::new();
        for draw in &mark.draws {
            match draw {
                Draw::Path(path) => draws.push(path_draw(path)),
                Draw::Glyphs(run) => {
                    words.push_str(&run.text);
                    draws.push(text_draw(run, &mut outlines));
                }
            }
        }
        if matches!(mark.owner, Owner::Element(_)) && !words.trim().is_empty() {
            text.push(words.trim().to_owned());
        }
    }
    Some(Sheet {
        width: page.width,
        height: page.height,
        page: index + 1,
        pages: document.pages.len(),
        glyphs: outlines.paths,
        draws,
        links: page
            .links
            .iter()
            .map(|link| Link {
                area: link.area,
                page: link.target.page + 1,
                y: link.target.y,
                label: link.label.clone(),
            })
            .collect(),
        text,
    })
}

/// Outlines met so far.
#[derive(Default)]
struct Outlines {
    paths: Vec<String>,
    places: HashMap<(FaceId, u16), Option<usize>>,
}

impl Outlines {
    /// Index of a glyph's outline; none for a glyph that paints nothing.
    fn place(&mut self, id: FaceId, glyph: u16) -> Option<usize> {
        if let Some(place) = self.places.get(&(id, glyph)) {
            return *place;
        }
        let path = outline(id, glyph).filter(|path| !path.is_empty());
        let place = path.map(|path| {
            self.paths.push(path);
            self.paths.len() - 1
        });
        self.places.insert((id, glyph), place);
        place
    }
}

fn outline(id: FaceId, glyph: u16) -> Option<String> {
    let font = FontRef::new(face(id)).ok()?;
    let outline = font.outline_glyphs().get(GlyphId::from(glyph))?;
    let mut pen = Pen(String::new());
    outline
        .draw(
            DrawSettings::unhinted(Size::unscaled(), LocationRef::default()),
            &mut pen,
        )
        .ok()?;
    Some(pen.0)
}

fn units_per_em(id: FaceId) -> f32 {
    FontRef::new(face(id))
        .map(|font| {
            font.metrics(Size::unscaled(), LocationRef::default())
                .units_per_em
        })
        .map_or(1000.0, f32::from)
}

fn text_draw(run: &GlyphRun, outlines: &mut Outlines) -> Stroke {
    let (sin, cos) = run.rotate.to_radians().sin_cos();
    let mut along = 0.0;
    let mut at = Vec::with_capacity(run.glyphs.len());
    for glyph in &run.glyphs {
        let (right, up) = (along + glyph.dx, glyph.dy);
        along += glyph.advance;
        if let Some(place) = outlines.place(run.face, glyph.id) {
            let x = run.x + cos * right - sin * up;
            let y = run.y - sin * right - cos * up;
            at.push((place, rounded(x), rounded(y)));
        }
    }
    Stroke {
        fill: Some(colour(run.colour)),
        scale: Some(run.size / units_per_em(run.face)),
        rotate: Some(run.rotate),
        at,
        ..Stroke::default()
    }
}

/// An outline in the syntax of SVG paths.
pub fn outline_of(steps: &[Step]) -> String {
    let mut pen = Pen(String::new());
    for step in steps {
        match *step {
            Step::Move(x, y) => pen.move_to(x, y),
            Step::Line(x, y) => pen.line_to(x, y),
            Step::Curve(a, b, c, d, x, y) => pen.curve_to(a, b, c, d, x, y),
            Step::Close => pen.close(),
        }
    }
    pen.0
}

fn path_draw(path: &Path) -> Stroke {
    let line = path.stroke.as_ref();
    Stroke {
        fill: path.fill.map(colour),
        stroke: line.map(|line| colour(line.colour)),
        width: line.map(|line| line.width),
        dash: line.map(|line| line.dash.clone()).unwrap_or_default(),
        path: Some(outline_of(&path.steps)),
        ..Stroke::default()
    }
}

fn rounded(value: f32) -> f32 {
    (value * 100.0).round() / 100.0
}

fn colour(Rgb(red, green, blue): Rgb) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

/// Writes SVG path syntax.
struct Pen(String);

impl Pen {
    fn step(&mut self, letter: char, numbers: &[f32]) {
        self.0.push(letter);
        for (place, number) in numbers.iter().enumerate() {
            if place > 0 {
                self.0.push(' ');
            }
            // Writing to a string does not fail.
            let _ = write!(self.0, "{}", rounded(*number));
        }
    }
}

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.step('M', &[x, y]);
    }
    fn line_to(&mut self, x: f32, y: f32) {
        self.step('L', &[x, y]);
    }
    fn quad_to(&mut self, a: f32, b: f32, x: f32, y: f32) {
        self.step('Q', &[a, b, x, y]);
    }
    fn curve_to(&mut self, a: f32, b: f32, c: f32, d: f32, x: f32, y: f32) {
        self.step('C', &[a, b, c, d, x, y]);
    }
    fn close(&mut self) {
        self.0.push('Z');
    }
}
