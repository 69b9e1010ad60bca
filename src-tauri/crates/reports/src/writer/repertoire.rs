//! Which glyphs of which faces a document uses, and which characters each stands for.

use std::collections::BTreeMap;

use skrifa::raw::TableProvider;
use skrifa::{FontRef, MetadataProvider};

use crate::error::ReportError;
use crate::fonts;
use crate::tree::{Document, Draw, FaceId, Glyph, GlyphRun};

/// The glyphs in use, per face.
pub struct Repertoire {
    faces: BTreeMap<FaceId, Subset>,
}

/// The part of a face that a document uses. Its glyphs are renumbered from 1 in the order of their
/// ids; 0 stays the empty box, which no text may use.
pub struct Subset {
    /// The face, parsed.
    pub font: FontRef<'static>,
    /// The bytes it was parsed from.
    pub bytes: &'static [u8],
    /// Ids in the face, ascending, without 0.
    pub glyphs: Vec<u16>,
    /// New number by id in the face; 0 for glyphs not in use.
    numbers: Vec<u16>,
    /// Advance in thousandths of the size, by new number.
    pub widths: Vec<f32>,
    /// What a reader gets for the glyph, by new number.
    pub texts: Vec<Box<str>>,
}

impl Repertoire {
    /// Reads all text of the document once.
    pub fn gather(document: &Document) -> Result<Repertoire, ReportError> {
        let mut tallies: BTreeMap<FaceId, Tally> = BTreeMap::new();
        for run in runs(document) {
            let tally = match tallies.entry(run.face) {
                std::collections::btree_map::Entry::Occupied(entry) => entry.into_mut(),
                std::collections::btree_map::Entry::Vacant(entry) => {
                    entry.insert(Tally::of(run.face)?)
                }
            };
            tally.count(run)?;
        }
        let faces = tallies
            .into_iter()
            .map(|(id, tally)| Ok((id, tally.settle(id)?)))
            .collect::<Result<_, ReportError>>()?;
        Ok(Repertoire { faces })
    }

    /// The faces in use, in order of their ids.
    pub fn faces(&self) -> impl Iterator<Item = (FaceId, &Subset)> {
        self.faces.iter().map(|(id, subset)| (*id, subset))
    }

    /// The part of a face that is in use.
    pub fn face(&self, id: FaceId) -> Result<&Subset, ReportError> {
        self.faces
            .get(&id)
            .ok_or(ReportError::UnknownFace { face: id })
    }
}

impl Subset {
    /// The number a glyph has in the file.
    pub fn number(&self, glyph: u16) -> u16 {
        self.numbers.get(usize::from(glyph)).copied().unwrap_or(0)
    }
}

/// The clusters of a run: neighbouring glyphs that stand for the same characters.
pub fn clusters(run: &GlyphRun) -> impl Iterator<Item = &[Glyph]> {
    run.glyphs.chunk_by(|one, next| one.text == next.text)
}

/// The characters of a cluster. Out-of-range and mid-character positions are a fault of the layout.
pub fn cluster_text<'a>(run: &'a GlyphRun, cluster: &[Glyph]) -> Result<&'a str, ReportError> {
    cluster
        .first()
        .and_then(|glyph| run.text.get(glyph.text.clone()))
        .ok_or_else(|| ReportError::broken("a glyph stands for no characters of its run"))
}

fn runs(document: &Document) -> impl Iterator<Item = &GlyphRun> {
    let marks = document.pages.iter().flat_map(|page| &page.marks);
    marks
        .flat_map(|mark| &mark.draws)
        .filter_map(|draw| match draw {
            Draw::Glyphs(run) => Some(run),
            Draw::Path(_) => None,
        })
}

/// How often a glyph stood for which characters.
#[derive(Default)]
struct Uses {
    used: bool,
    /// From clusters of this one glyph.
    alone: Vec<(Box<str>, u32)>,
    /// The first cluster it shared with others.
    shared: Option<Box<str>>,
}

struct Tally {
    font: FontRef<'static>,
    bytes: &'static [u8],
    glyphs: Vec<Uses>,
}

impl Tally {
    fn of(face: FaceId) -> Result<Tally, ReportError> {
        let bytes = fonts::FACES
            .get(usize::from(face.0))
            .ok_or(ReportError::UnknownFace { face })?
            .bytes;
        let unusable = |error: skrifa::raw::ReadError| ReportError::FaceUnusable {
            face,
            why: error.to_string(),
        };
        let font = FontRef::new(bytes).map_err(unusable)?;
        let count = font.maxp().map_err(unusable)?.num_glyphs();
        let mut glyphs = Vec::new();
        glyphs.resize_with(usize::from(count), Uses::default);
        Ok(Tally {
            font,
            bytes,
            glyphs,
        })
    }

    fn count(&mut self, run: &GlyphRun) -> Result<(), ReportError> {
        for cluster in clusters(run) {
            let text = cluster_text(run, cluster)?;
            for glyph in cluster {
                let uses = self.glyphs.get_mut(usize::from(glyph.id));
                let Some(uses) = uses.filter(|_| glyph.id != 0) else {
                    return Err(ReportError::GlyphMissing {
                        face: run.face,
                        text: text.to_owned(),
                    });
                };
                uses.used = true;
                if cluster.len() > 1 {
                    uses.shared.get_or_insert_with(|| text.into());
                } else if let Some(seen) = uses.alone.iter_mut().find(|seen| *seen.0 == *text) {
                    seen.1 += 1;
                } else {
                    uses.alone.push((text.into(), 1));
                }
            }
        }
        Ok(())
    }

    fn settle(self, face: FaceId) -> Result<Subset, ReportError> {
        let Tally {
            font,
            bytes,
            glyphs: uses,
        } = self;
        let metrics = font.glyph_metrics(
            skrifa::instance::Size::unscaled(),
            skrifa::instance::LocationRef::default(),
        );
        let scale = match font.head().map(|head| head.units_per_em()) {
            Ok(units) if units > 0 => 1000.0 / f32::from(units),
            _ => {
                return Err(ReportError::FaceUnusable {
                    face,
                    why: "it has no scale".into(),
                });
            }
        };
        let mut natural = None;
        let mut subset = Subset {
            font: font.clone(),
            bytes,
            glyphs: Vec::new(),
            numbers: vec![0; uses.len()],
            widths: vec![0.0],
            texts: vec!["".into()],
        };
        for (id, uses) in uses.into_iter().enumerate().filter(|(_, uses)| uses.used) {
            let id = id as u16;
            subset.glyphs.push(id);
            subset.numbers[usize::from(id)] = subset.glyphs.len() as u16;
            let advance = metrics.advance_width(id.into()).unwrap_or(0.0);
            subset
                .widths
                .push((advance * scale * 1000.0).round() / 1000.0);
            let own = || {
                let characters = natural.get_or_insert_with(|| characters(&font));
                characters.get(&id).map(|character| character.to_string())
            };
            subset.texts.push(uses.settle(own));
        }
        Ok(subset)
    }
}

impl Uses {
    /// The characters a reader gets for the glyph: the ones it stood for most often by itself, else
    /// those the face itself gives it, else those of the cluster it was first seen in.
    fn settle(self, own: impl FnOnce() -> Option<String>) -> Box<str> {
        self.alone
            .into_iter()
            // Ties go to the smaller text, so that nothing depends on the order of pages.
            .max_by(|one, other| one.1.cmp(&other.1).then(other.0.cmp(&one.0)))
            .map(|(text, _)| readable(&text))
            .filter(|text| !text.is_empty())
            .or_else(|| {
                own()
                    .map(|text| readable(&text))
                    .filter(|text| !text.is_empty())
            })
            .or_else(|| self.shared.map(|text| readable(&text)))
            .filter(|text| !text.is_empty())
            .unwrap_or_else(|| "\u{FFFD}".into())
    }
}

/// Without the values that PDF/A forbids as the meaning of a glyph (clause 6.2.11.7.2).
fn readable(text: &str) -> Box<str> {
    let allowed = |character: &char| !matches!(character, '\0' | '\u{FEFF}' | '\u{FFFE}');
    text.chars().filter(allowed).collect::<String>().into()
}

/// The smallest character of each glyph, by the face's own table.
fn characters(font: &FontRef<'_>) -> BTreeMap<u16, char> {
    let mut found = BTreeMap::new();
    for (code, glyph) in font.charmap().mappings() {
        if let (Some(character), Ok(id)) = (char::from_u32(code), u16::try_from(glyph.to_u32())) {
            found.entry(id).or_insert(character);
        }
    }
    found
}
