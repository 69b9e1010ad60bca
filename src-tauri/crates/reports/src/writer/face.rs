//! Faces in the file: each one cut down to the glyphs in use, with exact widths and with the
//! characters its glyphs stand for.

use lopdf::{Dictionary, Object, StringFormat, dictionary};
use sha2::{Digest, Sha256};
use skrifa::MetadataProvider;
use skrifa::instance::{LocationRef, Size};
use skrifa::string::StringId;
use subsetter::GlyphRemapper;

use crate::error::ReportError;
use crate::tree::FaceId;

use super::file::File;
use super::reference;
use super::repertoire::{Repertoire, Subset};

/// Name of a face among the resources of every page. Not `F1`: that is a built-in font to printpdf.
pub fn resource_name(face: FaceId) -> String {
    format!("T{}", face.0)
}

/// Embeds every face in use and answers the font resources of the pages.
pub fn embed(repertoire: &Repertoire, file: &mut File) -> Result<Dictionary, ReportError> {
    let mut fonts = Dictionary::new();
    for (id, subset) in repertoire.faces() {
        let font = embed_one(id, subset, file)?;
        fonts.set(resource_name(id), reference(font));
    }
    Ok(fonts)
}

fn embed_one(id: FaceId, subset: &Subset, file: &mut File) -> Result<u32, ReportError> {
    let name = tagged_name(subset);
    let program = file.reserve();
    let bytes = program_of(id, subset)?;
    let length = bytes.len() as i64;
    file.put_stream(program, dictionary! { "Length1" => length }, bytes)?;

    let descriptor = file.reserve();
    file.put(descriptor, &descriptor_of(subset, &name, program).into())?;

    let descendant = file.reserve();
    let string = |text: &str| Object::String(text.into(), StringFormat::Literal);
    let widths: Vec<Object> = subset.widths.iter().map(|width| number(*width)).collect();
    let cid_font = dictionary! {
        "Type" => "Font",
        "Subtype" => "CIDFontType2",
        "BaseFont" => name.as_str(),
        "CIDSystemInfo" => dictionary! {
            "Registry" => string("Adobe"), "Ordering" => string("Identity"), "Supplement" => 0,
        },
        "FontDescriptor" => reference(descriptor),
        "W" => vec![0.into(), widths.into()],
        "CIDToGIDMap" => "Identity",
    };
    file.put(descendant, &cid_font.into())?;

    let meaning = file.reserve();
    file.put_stream(meaning, Dictionary::new(), to_unicode(&subset.texts))?;

    let font = file.reserve();
    let composite = dictionary! {
        "Type" => "Font",
        "Subtype" => "Type0",
        "BaseFont" => name.as_str(),
        "Encoding" => "Identity-H",
        "DescendantFonts" => vec![reference(descendant)],
        "ToUnicode" => reference(meaning),
    };
    file.put(font, &composite.into())?;
    Ok(font)
}

/// The face's own program with only the glyphs in use, in the order of their new numbers.
fn program_of(face: FaceId, subset: &Subset) -> Result<Vec<u8>, ReportError> {
    let unusable = |why: String| ReportError::FaceUnusable { face, why };
    let remapper = GlyphRemapper::new_from_glyphs_sorted(&subset.glyphs);
    if let Some(glyph) = subset
        .glyphs
        .iter()
        .find(|glyph| remapper.get(**glyph) != Some(subset.number(**glyph)))
    {
        return Err(unusable(format!("glyph {glyph} lost its number")));
    }
    subsetter::subset(subset.bytes, 0, &remapper).map_err(|error| unusable(error.to_string()))
}

fn descriptor_of(subset: &Subset, name: &str, program: u32) -> Dictionary {
    const FIXED: i64 = 1;
    const SYMBOLIC: i64 = 1 << 2;
    const ITALIC: i64 = 1 << 6;
    let metrics = subset
        .font
        .metrics(Size::unscaled(), LocationRef::default());
    let attributes = subset.font.attributes();
    let scale = 1000.0 / f32::from(metrics.units_per_em.max(1));
    let scaled = |value: f32| Object::Integer((value * scale).round() as i64);
    let bounds = metrics.bounds.unwrap_or_default();
    let mut flags = SYMBOLIC;
    if metrics.is_monospace {
        flags |= FIXED;
    }
    if metrics.italic_angle != 0.0 {
        flags |= ITALIC;
    }
    // No face tells its stem width; this line through common faces is what other writers draw.
    let stem = 10.0 + 220.0 * (attributes.weight.value() - 50.0) / 900.0;
    dictionary! {
        "Type" => "FontDescriptor",
        "FontName" => name,
        "Flags" => flags,
        "FontBBox" => vec![
            scaled(bounds.x_min), scaled(bounds.y_min), scaled(bounds.x_max), scaled(bounds.y_max),
        ],
        "ItalicAngle" => number(metrics.italic_angle),
        "Ascent" => scaled(metrics.ascent),
        "Descent" => scaled(metrics.descent),
        "CapHeight" => scaled(metrics.cap_height.unwrap_or(metrics.ascent)),
        "StemV" => stem.round() as i64,
        "FontFile2" => reference(program),
    }
}

/// PostScript name behind the six letters that mark a subset; the letters follow from the glyphs.
fn tagged_name(subset: &Subset) -> String {
    let name: String = subset
        .font
        .localized_strings(StringId::POSTSCRIPT_NAME)
        .english_or_first()
        .map(|name| name.chars().filter(char::is_ascii_graphic).collect())
        .unwrap_or_default();
    let mut hash = Sha256::new();
    hash.update(name.as_bytes());
    for glyph in &subset.glyphs {
        hash.update(glyph.to_be_bytes());
    }
    let letters = hash.finalize();
    let tag: String = letters[..6]
        .iter()
        .map(|byte| char::from(b'A' + byte % 26))
        .collect();
    format!("{tag}+{name}")
}

/// A whole number where it is one: shorter, and exact in every reader.
fn number(value: f32) -> Object {
    if value.fract() == 0.0 {
        Object::Integer(value as i64)
    } else {
        Object::Real(value)
    }
}

/// The table from glyph numbers to characters.
fn to_unicode(texts: &[Box<str>]) -> Vec<u8> {
    /// Entries a table section may hold.
    const SECTION: usize = 100;
    let mut table = String::from(
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n\
         /CIDSystemInfo <</Registry (Adobe)/Ordering (UCS)/Supplement 0>> def\n\
         /CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n\
         1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n",
    );
    let entries: Vec<(usize, &Box<str>)> = texts.iter().enumerate().skip(1).collect();
    for section in entries.chunks(SECTION) {
        table.push_str(&format!("{} beginbfchar\n", section.len()));
        for (number, text) in section {
            table.push_str(&format!("<{number:04X}> <"));
            for unit in text.encode_utf16() {
                table.push_str(&format!("{unit:04X}"));
            }
            table.push_str(">\n");
        }
        table.push_str("endbfchar\n");
    }
    table.push_str("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend");
    table.into_bytes()
}
