//! From a laid-out document to the bytes of a PDF/A-2a and PDF/UA-1 file.
//!
//! printpdf turns the pages into content streams; everything around them that it does not know
//! (structure, fonts with exact glyph ids, colour promise, metadata, bookmarks) is added with
//! lopdf's objects and written once, front to back, into object streams. The same document always
//! gives the same bytes: no clock, no randomness, no hash order.

mod check;
mod content;
mod face;
mod file;
mod metadata;
mod navigation;
mod object;
mod pages;
mod repertoire;
mod structure;
mod text;

use lopdf::{Dictionary, Object, dictionary};

use crate::error::ReportError;
use crate::tree::Document;

use check::Bearings;
use file::File;
use repertoire::Repertoire;

pub use metadata::file_identifier;

/// sRGB, the meaning of every colour in the file.
const SRGB: &[u8] = include_bytes!("../../../../../assets/icc/sRGB.icc");

/// Writes the document.
///
/// # Errors
/// [`ReportError::BrokenTree`] if pages and structure contradict each other,
/// [`ReportError::GlyphMissing`] if a glyph is the face's empty box, and the face errors if a
/// bundled face is absent or unreadable.
pub fn pdf(document: &Document) -> Result<Vec<u8>, ReportError> {
    let bearings = Bearings::take(document)?;
    let repertoire = Repertoire::gather(document)?;
    let mut file = File::begin();
    let plan = Plan::lay(document, &mut file);

    let fonts = face::embed(&repertoire, &mut file)?;
    pages::write(document, &repertoire, &bearings, &plan, fonts, &mut file)?;
    structure::write(document, &bearings, &plan, &mut file)?;
    let outline = navigation::outline(document, &plan, &mut file)?;

    let info = file.reserve();
    file.put(info, &Object::Dictionary(metadata::info(&document.meta)))?;
    let mut catalog = dictionary! {
        "Type" => "Catalog",
        "Pages" => reference(plan.page_tree),
        "Lang" => text::string(&document.meta.lang),
        "MarkInfo" => dictionary! { "Marked" => true },
        "StructTreeRoot" => reference(plan.structure),
        "ViewerPreferences" => dictionary! { "DisplayDocTitle" => true },
        "Metadata" => reference(metadata::write_xmp(&document.meta, &mut file)?),
        "OutputIntents" => vec![Object::Dictionary(output_intent(&mut file)?)],
    };
    if let Some(outline) = outline {
        catalog.set("Outlines", reference(outline));
        catalog.set("PageMode", "UseOutlines");
    }
    let root = file.reserve();
    file.put(root, &Object::Dictionary(catalog))?;
    file.finish(root, info, file_identifier(&document.meta))
}

/// The object numbers that others point to before the objects themselves are written.
struct Plan {
    page_tree: u32,
    first_page: u32,
    structure: u32,
    first_element: u32,
    /// First link annotation of each page.
    first_link: Vec<u32>,
}

impl Plan {
    fn lay(document: &Document, file: &mut File) -> Plan {
        let page_tree = file.reserve();
        let first_page = file.reserve_many(document.pages.len());
        let structure = file.reserve();
        let first_element = file.reserve_many(document.elements.len());
        let first_link = document
            .pages
            .iter()
            .map(|page| file.reserve_many(page.links.len()))
            .collect();
        Plan {
            page_tree,
            first_page,
            structure,
            first_element,
            first_link,
        }
    }

    fn page_id(&self, index: usize) -> u32 {
        self.first_page + index as u32
    }

    fn link_id(&self, page: usize, index: usize) -> u32 {
        self.first_link[page] + index as u32
    }

    fn page(&self, index: usize) -> Object {
        reference(self.page_id(index))
    }

    fn element(&self, index: usize) -> Object {
        reference(self.first_element + index as u32)
    }

    fn link(&self, page: usize, index: usize) -> Object {
        reference(self.link_id(page, index))
    }
}

fn reference(id: u32) -> Object {
    Object::Reference((id, 0))
}

/// A length in points, to a thousandth: beyond what any printer can show, and short in the file.
fn points(value: f32) -> f32 {
    let rounded = (value * 1000.0).round() / 1000.0;
    // Negative zero would print as "-0".
    if rounded == 0.0 { 0.0 } else { rounded }
}

fn output_intent(file: &mut File) -> Result<Dictionary, ReportError> {
    let profile = file.reserve();
    file.put_stream(
        profile,
        dictionary! { "N" => 3, "Alternate" => "DeviceRGB" },
        SRGB.to_vec(),
    )?;
    Ok(dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFA1",
        "OutputConditionIdentifier" => Object::string_literal("sRGB"),
        "RegistryName" => Object::string_literal("http://www.color.org"),
        "Info" => Object::string_literal("sRGB IEC61966-2.1"),
        "DestOutputProfile" => reference(profile),
    })
}
