//! What is painted on one page, as printpdf's operations.
//!
//! printpdf has its own idea of fonts and glyph numbers; ours are exact already, so text is shown with
//! the operator itself, and outlines are drawn with theirs. Colour and font stay set from mark to
//! mark and are repeated only when they change.

use std::collections::BTreeMap;

use printpdf::{
    Color, DictItem, FontId, LineDashPattern, Op, PdfFontHandle, Pt, Rgb as Colour, TextMatrix,
};

use crate::error::ReportError;
use crate::tree::{Document, Draw, FaceId, Glyph, GlyphRun, Owner, Path, Rgb, Step, Stroke};

use super::check::Bearings;
use super::face::resource_name;
use super::repertoire::{Repertoire, Subset, cluster_text, clusters};
use super::{points, structure, text};

/// The operations that paint a page.
pub fn operations(
    document: &Document,
    page: usize,
    repertoire: &Repertoire,
    bearings: &Bearings,
) -> Result<Vec<Op>, ReportError> {
    let sheet = &document.pages[page];
    let mut painter = Painter {
        ops: Vec::with_capacity(sheet.marks.len() * 8),
        height: sheet.height,
        repertoire,
        fill: None,
        stroke: None,
        font: None,
        in_text: false,
    };
    for (index, mark) in sheet.marks.iter().enumerate() {
        let begin = match (mark.owner, bearings.numbers[page][index]) {
            (Owner::Element(id), Some(number)) => {
                element_content(structure::name(&document.elements[id].role), number)
            }
            (owner, _) => artifact(owner),
        };
        painter.ops.push(begin);
        for draw in &mark.draws {
            match draw {
                Draw::Glyphs(run) => painter.show(run)?,
                Draw::Path(path) => painter.draw(path),
            }
        }
        painter.leave_text();
        painter.ops.push(Op::EndMarkedContent);
    }
    Ok(painter.ops)
}

fn element_content(tag: &str, number: u32) -> Op {
    let number = DictItem::Int(i64::from(number));
    Op::BeginMarkedContentWithProperties {
        tag: tag.into(),
        properties: properties([("MCID", number)]),
    }
}

/// Page furniture: a screen reader passes over it.
fn artifact(owner: Owner) -> Op {
    let name = |name: &str| DictItem::Name(name.into());
    let edge = |subtype, edge| {
        vec![
            ("Type", name("Pagination")),
            ("Subtype", name(subtype)),
            ("Attached", DictItem::Array(vec![name(edge)])),
        ]
    };
    let entries = match owner {
        Owner::Header => edge("Header", "Top"),
        Owner::Footer => edge("Footer", "Bottom"),
        Owner::Watermark => vec![("Type", name("Pagination")), ("Subtype", name("Watermark"))],
        Owner::Decoration | Owner::Element(_) => vec![("Type", name("Layout"))],
    };
    Op::BeginMarkedContentWithProperties {
        tag: "Artifact".into(),
        properties: properties(entries),
    }
}

fn properties<'a>(entries: impl IntoIterator<Item = (&'a str, DictItem)>) -> DictItem {
    let map: BTreeMap<String, DictItem> = entries
        .into_iter()
        .map(|(key, value)| (key.to_owned(), value))
        .collect();
    DictItem::Dict { map }
}

struct Painter<'a> {
    ops: Vec<Op>,
    height: f32,
    repertoire: &'a Repertoire,
    fill: Option<Rgb>,
    stroke: Option<Stroke>,
    font: Option<(FaceId, f32)>,
    in_text: bool,
}

impl Painter<'_> {
    fn operator<const N: usize>(&mut self, key: &str, value: [DictItem; N]) {
        self.ops.push(Op::Unknown {
            key: key.into(),
            value: value.into(),
        });
    }

    fn enter_text(&mut self) {
        if !self.in_text {
            self.in_text = true;
            self.ops.push(Op::StartTextSection);
        }
    }

    fn leave_text(&mut self) {
        if self.in_text {
            self.in_text = false;
            self.ops.push(Op::EndTextSection);
        }
    }

    fn fill_with(&mut self, colour: Rgb) {
        if self.fill.replace(colour) != Some(colour) {
            self.ops.push(Op::SetFillColor {
                col: device(colour),
            });
        }
    }

    fn stroke_with(&mut self, stroke: &Stroke) {
        let before = self.stroke.replace(stroke.clone());
        let before = before.as_ref();
        if before.map(|it| it.colour) != Some(stroke.colour) {
            self.ops.push(Op::SetOutlineColor {
                col: device(stroke.colour),
            });
        }
        if before.map(|it| it.width) != Some(stroke.width) {
            self.ops.push(Op::SetOutlineThickness {
                pt: Pt(points(stroke.width)),
            });
        }
        // A page starts with a solid line.
        if before.map_or(&[][..], |it| &it.dash) != stroke.dash.as_slice() {
            self.ops.push(Op::SetLineDashPattern {
                dash: LineDashPattern {
                    offset: 0.0,
                    pattern: stroke.dash.iter().copied().map(points).collect(),
                },
            });
        }
    }

    fn draw(&mut self, path: &Path) {
        let paint = match (path.fill, &path.stroke) {
            (Some(_), Some(_)) => "B",
            (Some(_), None) => "f",
            (None, Some(_)) => "S",
            (None, None) => return,
        };
        self.leave_text();
        if let Some(colour) = path.fill {
            self.fill_with(colour);
        }
        if let Some(stroke) = &path.stroke {
            self.stroke_with(stroke);
        }
        let height = self.height;
        let at = |x: f32, y: f32| {
            [
                DictItem::Real(points(x)),
                DictItem::Real(points(height - y)),
            ]
        };
        for step in &path.steps {
            match *step {
                Step::Move(x, y) => self.operator("m", at(x, y)),
                Step::Line(x, y) => self.operator("l", at(x, y)),
                Step::Curve(x1, y1, x2, y2, x, y) => {
                    let ([a, b], [c, d], [e, f]) = (at(x1, y1), at(x2, y2), at(x, y));
                    self.operator("c", [a, b, c, d, e, f]);
                }
                Step::Close => self.operator("h", []),
            }
        }
        self.operator(paint, []);
    }

    fn show(&mut self, run: &GlyphRun) -> Result<(), ReportError> {
        if run.glyphs.is_empty() {
            return Ok(());
        }
        let subset = self.repertoire.face(run.face)?;
        self.fill_with(run.colour);
        self.enter_text();
        if self.font.replace((run.face, run.size)) != Some((run.face, run.size)) {
            self.ops.push(Op::SetFont {
                font: PdfFontHandle::External(FontId(resource_name(run.face))),
                size: Pt(run.size),
            });
        }
        let mut line = Line::begin(self, run, subset);
        for cluster in clusters(run) {
            let text = cluster_text(run, cluster)?;
            if reads_as(subset, cluster, text) {
                cluster.iter().for_each(|glyph| line.add(glyph));
            } else {
                line.spell_out(cluster, text);
            }
        }
        line.flush();
        Ok(())
    }
}

/// Whether a reader that looks up glyph by glyph finds just these characters. Private-use characters
/// have no public meaning, so PDF/A wants them spelled out although the lookup succeeds.
fn reads_as(subset: &Subset, cluster: &[Glyph], text: &str) -> bool {
    let mut rest = text;
    for glyph in cluster {
        let own = &subset.texts[usize::from(subset.number(glyph.id))];
        match rest.strip_prefix(&**own) {
            Some(after) => rest = after,
            None => return false,
        }
    }
    rest.is_empty() && !text.chars().any(is_private)
}

fn is_private(character: char) -> bool {
    matches!(character, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}')
}

fn actual(words: &str) -> DictItem {
    DictItem::String {
        data: text::utf16(words),
        literal: false,
    }
}

fn device(colour: Rgb) -> Color {
    // Four decimals tell all 256 steps apart.
    let part = |value: u8| (f32::from(value) / 255.0 * 10_000.0).round() / 10_000.0;
    Color::Rgb(Colour::new(
        part(colour.0),
        part(colour.1),
        part(colour.2),
        None,
    ))
}

/// The text operators of one run: shown in as few strings as positions allow.
struct Line<'a> {
    ops: &'a mut Vec<Op>,
    run: &'a GlyphRun,
    subset: &'a Subset,
    /// Baseline origin from the bottom of the page.
    origin: (f32, f32),
    /// Direction of the baseline: cosine and sine.
    direction: (f32, f32),
    /// Where the next glyph belongs, along the baseline.
    pen: f32,
    /// Where a reader would put it, after the widths and adjustments written so far; `None` before
    /// anything has been placed.
    reader: Option<f32>,
    /// Height above the baseline that the text matrix stands at.
    rise: f32,
    codes: Vec<u8>,
    items: Vec<DictItem>,
}

impl<'a> Line<'a> {
    fn begin(painter: &'a mut Painter<'_>, run: &'a GlyphRun, subset: &'a Subset) -> Self {
        let (sine, cosine) = match run.rotate {
            0.0 => (0.0, 1.0),
            degrees => degrees.to_radians().sin_cos(),
        };
        Line {
            origin: (run.x, painter.height - run.y),
            ops: &mut painter.ops,
            run,
            subset,
            direction: (cosine, sine),
            pen: 0.0,
            reader: None,
            rise: 0.0,
            codes: Vec::with_capacity(run.glyphs.len() * 2),
            items: Vec::new(),
        }
    }

    fn add(&mut self, glyph: &Glyph) {
        let number = self.subset.number(glyph.id);
        let unit = self.run.size / 1000.0;
        let wanted = self.pen + glyph.dx;
        let reader = match self.reader {
            Some(reader) if self.rise == glyph.dy => reader,
            _ => self.place(wanted, glyph.dy),
        };
        // Moves to the left count up. Less than half a thousandth of the size is not worth a move.
        let shift = ((reader - wanted) / unit).round();
        if shift != 0.0 {
            self.close_string();
            self.items.push(DictItem::Int(shift as i64));
        }
        self.codes.extend_from_slice(&number.to_be_bytes());
        let width = self.subset.widths[usize::from(number)];
        self.reader = Some(reader - shift * unit + width * unit);
        self.pen += glyph.advance;
    }

    /// Shows a cluster whose characters no lookup finds. Its widest glyph bears them all and the others
    /// none, because readers measure the gap to the next word from the glyph that bears the text.
    fn spell_out(&mut self, cluster: &[Glyph], text: &str) {
        let width = |glyph: &Glyph| self.subset.widths[usize::from(self.subset.number(glyph.id))];
        let bearer = (0..cluster.len())
            .rev()
            .max_by(|one, other| width(&cluster[*one]).total_cmp(&width(&cluster[*other])))
            .unwrap_or(0);
        let (before, rest) = cluster.split_at(bearer);
        let (bearer, after) = rest.split_at(1);
        for (glyphs, words) in [(before, ""), (bearer, text), (after, "")] {
            if glyphs.is_empty() {
                continue;
            }
            self.flush();
            self.ops.push(Op::BeginMarkedContentWithProperties {
                tag: "Span".into(),
                properties: properties([("ActualText", actual(words))]),
            });
            glyphs.iter().for_each(|glyph| self.add(glyph));
            self.flush();
            self.ops.push(Op::EndMarkedContent);
        }
    }

    /// Puts the text matrix at a place along the baseline and above it.
    fn place(&mut self, along: f32, above: f32) -> f32 {
        self.flush();
        let (cosine, sine) = self.direction;
        let x = points(self.origin.0 + along * cosine - above * sine);
        let y = points(self.origin.1 + along * sine + above * cosine);
        self.ops.push(Op::SetTextMatrix {
            // Not `-sine`: a level line would carry a "-0".
            matrix: TextMatrix::Raw([cosine, sine, 0.0 - sine, cosine, x, y]),
        });
        self.rise = above;
        along
    }

    fn close_string(&mut self) {
        if !self.codes.is_empty() {
            self.items.push(DictItem::String {
                data: std::mem::take(&mut self.codes),
                literal: true,
            });
        }
    }

    fn flush(&mut self) {
        self.close_string();
        if !self.items.is_empty() {
            self.ops.push(Op::Unknown {
                key: "TJ".into(),
                value: vec![DictItem::Array(std::mem::take(&mut self.items))],
            });
        }
    }
}
