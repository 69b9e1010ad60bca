//! Shaping, ordering and line breaking with the bundled faces only.

use super::Text;
use super::clean::{Replaced, clean, visible};
use crate::fonts::FACES;
use crate::look::{self, Style, Voice};
use crate::tree::{FaceId, Glyph, GlyphRun, Rgb};
use parley::fontique::{Blob, Collection, CollectionOptions, FontInfoOverride, SourceCache};
use parley::style::{
    FontFamily, FontFamilyName, FontStyle, FontWeight, LineHeight, OverflowWrap, TextStyle,
};
use parley::{Alignment, AlignmentOptions, FontContext, Layout, LayoutContext};
use std::borrow::Cow;
use std::ops::Range;
use std::sync::{Arc, LazyLock};

/// Which side lines keep to. Text that runs from right to left starts on the right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Align {
    /// Where its script starts.
    #[default]
    Start,
    /// Where its script ends: numbers in columns.
    End,
}

/// One line, its left end and upper edge at (0, 0).
#[derive(Debug, Clone)]
pub struct Line {
    /// Space above, for the first line of a further paragraph.
    pub before: f32,
    /// Height.
    pub height: f32,
    /// Glyphs in reading order; `y` is the baseline below the upper edge.
    pub runs: Vec<GlyphRun>,
}

/// The bundled faces, each a family of its own so that no weight or slant is ever imitated, with the
/// blob id by which a shaped run names its face.
struct Faces {
    context: FontContext,
    blobs: Vec<u64>,
}

static BUNDLED: LazyLock<Faces> = LazyLock::new(|| {
    let mut collection = Collection::new(CollectionOptions {
        shared: false,
        system_fonts: false,
    });
    let mut blobs = Vec::with_capacity(FACES.len());
    for face in FACES {
        let blob = Blob::new(Arc::new(face.bytes));
        blobs.push(blob.id());
        let plain = FontInfoOverride {
            family_name: Some(face.name),
            weight: Some(FontWeight::NORMAL),
            style: Some(FontStyle::Normal),
            ..FontInfoOverride::default()
        };
        collection.register_fonts(blob, Some(plain));
    }
    let context = FontContext {
        collection,
        source_cache: SourceCache::default(),
    };
    Faces { context, blobs }
});

/// Sets text in lines. Holds scratch space, so one is kept per thread.
pub struct Typesetter {
    fonts: FontContext,
    layouts: LayoutContext<[u8; 3]>,
    layout: Layout<[u8; 3]>,
    /// What could not be shown so far.
    pub replaced: Replaced,
}

impl Default for Typesetter {
    fn default() -> Self {
        Typesetter {
            fonts: BUNDLED.context.clone(),
            layouts: LayoutContext::new(),
            layout: Layout::new(),
            replaced: Replaced::new(),
        }
    }
}

/// Words of one paragraph in one style.
type Piece<'a> = (Cow<'a, str>, Style);

impl Typesetter {
    /// Lines of `text`, none wider than `width` unless a single character is.
    pub fn set(&mut self, text: &Text, width: f32, align: Align) -> Vec<Line> {
        let mut lines = Vec::new();
        let mut paragraph: Vec<Piece> = Vec::new();
        let mut gap = 0.0;
        for span in &text.spans {
            let words = clean(&span.words, &mut self.replaced).into_owned();
            for (place, part) in words.split('\n').enumerate() {
                if place > 0 && !paragraph.is_empty() {
                    self.paragraph(
                        std::mem::take(&mut paragraph),
                        width,
                        align,
                        gap,
                        &mut lines,
                    );
                    gap = 0.0;
                } else if place > 0 && !lines.is_empty() {
                    // A blank line between paragraphs is a distance, not a line.
                    gap = look::PARAGRAPH;
                }
                if !part.trim().is_empty() {
                    paragraph.push((Cow::Owned(part.to_owned()), span.style));
                }
            }
        }
        if !paragraph.is_empty() {
            self.paragraph(paragraph, width, align, gap, &mut lines);
        }
        lines
    }

    /// One line however long, its left end at 0, with its width: for furniture and measuring.
    pub fn line(&mut self, text: &Text) -> Option<(Line, f32)> {
        const ENDLESS: f32 = 1.0e5;
        let mut line = self.set(text, ENDLESS, Align::Start).into_iter().next()?;
        let extent = |run: &GlyphRun| run.glyphs.iter().map(|glyph| glyph.advance).sum::<f32>();
        let left = line.runs.iter().map(|run| run.x).fold(ENDLESS, f32::min);
        let right = line
            .runs
            .iter()
            .map(|run| run.x + extent(run))
            .fold(0.0, f32::max);
        for run in &mut line.runs {
            run.x -= left;
        }
        Some((line, right - left))
    }

    /// The words of each line of `text` in a width.
    pub fn broken(&mut self, text: &Text, width: f32) -> Vec<String> {
        let lines = self.set(text, width, Align::Start);
        let words = lines.iter().map(|line| {
            let words: String = line.runs.iter().map(|run| run.text.as_ref()).collect();
            words.trim().to_owned()
        });
        words.collect()
    }

    fn paragraph(
        &mut self,
        mut pieces: Vec<Piece>,
        width: f32,
        align: Align,
        gap: f32,
        lines: &mut Vec<Line>,
    ) {
        self.shape(&pieces, width, align);
        // Which face covers which cluster is only known after shaping, so replacing what none covers
        // comes second. The replacement is made of characters that are covered.
        let missing = self.missing();
        if !missing.is_empty() {
            pieces = self.replace(&pieces, &missing);
            self.shape(&pieces, width, align);
        }
        let whole: String = pieces.iter().map(|(words, _)| words.as_ref()).collect();
        let leading = pieces
            .iter()
            .map(|(_, style)| style.leading)
            .fold(0.0, f32::max);
        let baseline = pieces
            .iter()
            .map(|(_, style)| style)
            .max_by(|a, b| a.leading.total_cmp(&b.leading))
            .map_or(0.0, |style| style.baseline());
        let first = lines.len();
        for line in self.layout.lines() {
            let metrics = line.metrics();
            let mut x = metrics.offset + metrics.inline_min_coord;
            let mut drafts = Vec::new();
            for run in line.runs() {
                collect(run, &mut x, &mut drafts);
            }
            // Content stands in reading order, whatever its place on the line.
            drafts.sort_by_key(|draft| draft.text.start);
            lines.push(Line {
                before: if lines.len() == first { gap } else { 0.0 },
                height: leading,
                runs: drafts
                    .into_iter()
                    .map(|draft| draft.finish(&whole, baseline))
                    .collect(),
            });
        }
    }

    fn shape(&mut self, pieces: &[Piece], width: f32, align: Align) {
        let whole: String = pieces.iter().map(|(words, _)| words.as_ref()).collect();
        let mut builder = self
            .layouts
            .style_run_builder(&mut self.fonts, &whole, 1.0, false);
        let mut start = 0;
        for (words, style) in pieces {
            let index = builder.push_style(TextStyle {
                font_family: FontFamily::List(Cow::Borrowed(families(style.voice))),
                font_size: style.size,
                brush: [style.colour.0, style.colour.1, style.colour.2],
                line_height: LineHeight::Absolute(style.leading),
                overflow_wrap: OverflowWrap::Anywhere,
                ..TextStyle::default()
            });
            builder.push_style_run(index, start..start + words.len());
            start += words.len();
        }
        builder.build_into(&mut self.layout, &whole);
        self.layout.break_all_lines(Some(width));
        let alignment = match align {
            Align::Start => Alignment::Start,
            Align::End => Alignment::End,
        };
        self.layout.align(alignment, AlignmentOptions::default());
    }

    /// Places of the text just shaped that no face covers.
    fn missing(&self) -> Vec<Range<usize>> {
        let mut missing = Vec::new();
        for line in self.layout.lines() {
            for run in line.runs() {
                for cluster in run.clusters() {
                    if cluster.glyphs().any(|glyph| glyph.id == 0) {
                        missing.push(cluster.text_range());
                    }
                }
            }
        }
        missing
    }

    fn replace<'a>(&mut self, pieces: &[Piece], missing: &[Range<usize>]) -> Vec<Piece<'a>> {
        let mut start = 0;
        let mut replaced = Vec::with_capacity(pieces.len());
        for (words, style) in pieces {
            let mut shown = String::with_capacity(words.len() + 16);
            for (place, c) in words.char_indices() {
                let at = start + place;
                let gone = missing.iter().any(|range| range.contains(&at));
                if gone && !covered(c, style.voice) {
                    *self.replaced.entry(c).or_default() += 1;
                    shown.push_str(&visible(c));
                } else {
                    shown.push(c);
                }
            }
            start += words.len();
            replaced.push((Cow::Owned(shown), *style));
        }
        replaced
    }
}

/// Whether one of the voice's faces has a glyph of its own for the character.
fn covered(c: char, voice: Voice) -> bool {
    voice
        .faces()
        .iter()
        .any(|face| glyph_of(crate::fonts::face(*face), c) != 0)
}

fn families(voice: Voice) -> &'static [FontFamilyName<'static>] {
    static STACKS: LazyLock<[Vec<FontFamilyName<'static>>; 5]> = LazyLock::new(|| {
        [
            Voice::Sans,
            Voice::SansItalic,
            Voice::SansStrong,
            Voice::Serif,
            Voice::Mono,
        ]
        .map(|voice| {
            voice
                .faces()
                .iter()
                .filter_map(|face| FACES.get(usize::from(face.0)))
                .map(|face| FontFamilyName::Named(Cow::Borrowed(face.name)))
                .collect()
        })
    });
    &STACKS[voice as usize]
}

/// A run under construction; text ranges are those of the whole paragraph.
struct Draft {
    face: FaceId,
    size: f32,
    colour: [u8; 3],
    x: f32,
    rtl: bool,
    text: Range<usize>,
    glyphs: Vec<Glyph>,
}

impl Draft {
    fn finish(mut self, whole: &str, baseline: f32) -> GlyphRun {
        for glyph in &mut self.glyphs {
            glyph.text = glyph.text.start - self.text.start..glyph.text.end - self.text.start;
        }
        GlyphRun {
            face: self.face,
            size: self.size,
            colour: Rgb(self.colour[0], self.colour[1], self.colour[2]),
            x: self.x,
            y: baseline,
            rotate: 0.0,
            text: Arc::from(whole.get(self.text).unwrap_or_default()),
            glyphs: self.glyphs,
        }
    }
}

/// Adds the glyphs of a shaped run, left to right, joining what one face, size and colour can carry on.
fn collect(run: parley::Run<'_, [u8; 3]>, x: &mut f32, drafts: &mut Vec<Draft>) {
    let blob = run.font().data.id();
    let face = BUNDLED.blobs.iter().position(|id| *id == blob).unwrap_or(0);
    let face = FaceId(u8::try_from(face).unwrap_or(0));
    let rtl = run.is_rtl();
    // A ligature's glyphs come with its first character; in a right-to-left run its other characters
    // are met before.
    let mut ahead: Option<Range<usize>> = None;
    for cluster in run.visual_clusters() {
        let mut text = cluster.text_range();
        let colour = cluster.style().brush;
        if cluster.is_ligature_continuation() {
            if rtl {
                ahead = Some(join(ahead, text));
            } else if let Some(draft) = drafts.last_mut() {
                draft.extend_last(text.end);
            }
            continue;
        }
        if let Some(rest) = ahead.take() {
            text = join(Some(rest), text);
        }
        let fits = drafts.last().is_some_and(|draft| {
            let goes_on = match (draft.rtl, rtl) {
                (false, false) => draft.text.end == text.start,
                (true, true) => draft.text.start == text.end,
                _ => false,
            };
            goes_on && draft.face == face && draft.size == run.font_size() && draft.colour == colour
        });
        if !fits {
            drafts.push(Draft {
                face,
                size: run.font_size(),
                colour,
                x: *x,
                rtl,
                text: text.clone(),
                glyphs: Vec::new(),
            });
        }
        let Some(draft) = drafts.last_mut() else {
            continue;
        };
        draft.text = join(Some(draft.text.clone()), text.clone());
        let before = draft.glyphs.len();
        for glyph in cluster.glyphs() {
            *x += glyph.advance;
            draft.glyphs.push(Glyph {
                id: u16::try_from(glyph.id).unwrap_or(0),
                advance: glyph.advance,
                dx: glyph.x,
                dy: -glyph.y,
                text: text.clone(),
            });
        }
        drop_invisible(face, &mut draft.glyphs, before);
    }
}

/// Removes what shaping leaves of a joiner or direction mark inside a cluster (a space without width):
/// the characters stay in the cluster's text. A mark alone keeps its glyph to carry them.
fn drop_invisible(face: FaceId, glyphs: &mut Vec<Glyph>, before: usize) {
    static SPACES: LazyLock<Vec<u16>> =
        LazyLock::new(|| FACES.iter().map(|face| glyph_of(face.bytes, ' ')).collect());
    let space = SPACES.get(usize::from(face.0)).copied().unwrap_or(0);
    let carries_nothing = |glyph: &Glyph| glyph.id == space && glyph.advance == 0.0;
    if glyphs[before..].iter().all(carries_nothing) {
        glyphs.truncate(before + 1);
        return;
    }
    let mut place = 0;
    glyphs.retain(|glyph| {
        place += 1;
        place <= before || !carries_nothing(glyph)
    });
}

/// The glyph of a character in a face; 0 if there is none.
fn glyph_of(bytes: &[u8], c: char) -> u16 {
    use skrifa::MetadataProvider;
    skrifa::FontRef::new(bytes)
        .ok()
        .and_then(|font| font.charmap().map(c))
        .and_then(|glyph| u16::try_from(glyph.to_u32()).ok())
        .unwrap_or(0)
}

impl Draft {
    fn extend_last(&mut self, end: usize) {
        let Some(cluster) = self.glyphs.last().map(|glyph| glyph.text.clone()) else {
            return;
        };
        for glyph in self.glyphs.iter_mut().rev() {
            if glyph.text != cluster {
                break;
            }
            glyph.text.end = end;
        }
        self.text.end = self.text.end.max(end);
    }
}

fn join(a: Option<Range<usize>>, b: Range<usize>) -> Range<usize> {
    match a {
        Some(a) => a.start.min(b.start)..a.end.max(b.end),
        None => b,
    }
}

#[cfg(test)]
#[path = "typesetter_tests.rs"]
mod tests;
