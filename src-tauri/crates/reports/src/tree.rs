//! A laid-out document: pages of marked content and the structure tree over them. `flow` makes it,
//! the PDF writer and (in tests) krilla read it. Nothing here knows PDF syntax.
//!
//! Units are points (1/72 inch); the origin of a page is its top left corner, y grows downwards.

use std::ops::Range;
use std::sync::Arc;

/// A whole document, ready to be written.
#[derive(Debug, Clone)]
pub struct Document {
    /// What the file says of itself.
    pub meta: Meta,
    /// Pages in order.
    pub pages: Vec<Page>,
    /// The structure tree as an arena; index 0 is the root (`Role::Document`).
    pub elements: Vec<Element>,
    /// Bookmarks, nested.
    pub outline: Vec<Bookmark>,
}

/// Document-wide facts.
#[derive(Debug, Clone)]
pub struct Meta {
    /// Title, shown in the window's title bar.
    pub title: String,
    /// The organisation.
    pub author: String,
    /// One line on the content.
    pub subject: String,
    /// BCP 47 language of the document, e.g. `en`.
    pub lang: String,
    /// Name and version of the product.
    pub producer: String,
    /// Moment of creation: an argument, never a clock.
    pub created: chrono::DateTime<chrono::Utc>,
    /// Stable name of this very document, seed of the file identifier.
    pub document_id: String,
}

/// Index into [`Document::elements`].
pub type ElementId = usize;

/// One page.
#[derive(Debug, Clone, Default)]
pub struct Page {
    /// Width in points.
    pub width: f32,
    /// Height in points.
    pub height: f32,
    /// Content in painting order.
    pub marks: Vec<Mark>,
    /// Clickable areas.
    pub links: Vec<Link>,
}

/// One marked-content sequence.
#[derive(Debug, Clone)]
pub struct Mark {
    /// Whose content it is.
    pub owner: Owner,
    /// What is painted.
    pub draws: Vec<Draw>,
}

/// Real content of a structure element, or page furniture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owner {
    /// Content of this element. The element's children name the mark back.
    Element(ElementId),
    /// Running header.
    Header,
    /// Running footer.
    Footer,
    /// Watermark behind the content.
    Watermark,
    /// Rules, backgrounds and other decoration.
    Decoration,
}

/// One thing painted.
#[derive(Debug, Clone)]
pub enum Draw {
    /// Shaped text.
    Glyphs(GlyphRun),
    /// A filled and/or stroked outline.
    Path(Path),
}

/// Glyphs of one face, one size, one colour on one baseline, in visual order.
#[derive(Debug, Clone)]
pub struct GlyphRun {
    /// Which bundled face.
    pub face: FaceId,
    /// In points.
    pub size: f32,
    /// Text colour.
    pub colour: Rgb,
    /// Left end of the run.
    pub x: f32,
    /// Baseline.
    pub y: f32,
    /// Rotation about (x, y) in degrees, counter-clockwise; 0 for all but watermarks.
    pub rotate: f32,
    /// The text the glyphs stand for, in logical order.
    pub text: Arc<str>,
    /// The glyphs.
    pub glyphs: Vec<Glyph>,
}

/// One positioned glyph. All measures in points.
#[derive(Debug, Clone, PartialEq)]
pub struct Glyph {
    /// Glyph id in the face.
    pub id: u16,
    /// Distance to the next glyph's origin.
    pub advance: f32,
    /// Shift of this glyph alone, to the right.
    pub dx: f32,
    /// Shift of this glyph alone, upwards.
    pub dy: f32,
    /// The bytes of the run's text this glyph's cluster stands for. Glyphs of one cluster share it.
    pub text: Range<usize>,
}

/// A bundled face: index into [`crate::fonts::FACES`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FaceId(pub u8);

/// sRGB colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Rgb(pub u8, pub u8, pub u8);

/// An outline with its paint.
#[derive(Debug, Clone)]
pub struct Path {
    /// Steps of the outline.
    pub steps: Vec<Step>,
    /// Fill, if any (non-zero rule).
    pub fill: Option<Rgb>,
    /// Line, if any.
    pub stroke: Option<Stroke>,
}

/// A step of an outline.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Step {
    /// Start a new part here.
    Move(f32, f32),
    /// Straight line to here.
    Line(f32, f32),
    /// Cubic curve: two controls, then the end.
    Curve(f32, f32, f32, f32, f32, f32),
    /// Back to the start of the part.
    Close,
}

/// A line's look.
#[derive(Debug, Clone, PartialEq)]
pub struct Stroke {
    /// Colour.
    pub colour: Rgb,
    /// Width in points.
    pub width: f32,
    /// Dash lengths; empty for a solid line.
    pub dash: Vec<f32>,
}

/// A clickable area.
#[derive(Debug, Clone)]
pub struct Link {
    /// Left, top, right, bottom.
    pub area: [f32; 4],
    /// Where it leads.
    pub target: Target,
    /// What a screen reader says: mandatory in PDF/UA.
    pub label: String,
    /// The `Role::Link` element it belongs to; its children name the link back.
    pub element: ElementId,
}

/// A place in the document. Reports never link outwards from user text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Target {
    /// Page index from 0.
    pub page: usize,
    /// Height on that page.
    pub y: f32,
}

/// A node of the structure tree.
#[derive(Debug, Clone)]
pub struct Element {
    /// What it is.
    pub role: Role,
    /// Its children in reading order.
    pub children: Vec<Child>,
    /// Language where it differs from the document's.
    pub lang: Option<String>,
    /// Text alternative: mandatory for figures; the summary of a table.
    pub alt: Option<String>,
}

/// A child of an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Child {
    /// Another element.
    Element(ElementId),
    /// A marked-content sequence: page index, index into its marks.
    Mark(usize, usize),
    /// A link annotation: page index, index into its links.
    Link(usize, usize),
}

/// Structure roles, a subset of the standard ones.
#[derive(Debug, Clone, PartialEq)]
pub enum Role {
    /// The root.
    Document,
    /// A part of the document, e.g. cover or chapter.
    Sect,
    /// Heading of level 1 to 6.
    Heading(u8),
    /// Paragraph.
    Paragraph,
    /// List.
    List(Numbering),
    /// List item.
    ListItem,
    /// The item's number or bullet.
    Label,
    /// The item's content.
    ListBody,
    /// Table.
    Table,
    /// Header rows.
    TableHead,
    /// Body rows.
    TableBody,
    /// Row.
    Row,
    /// Header cell.
    HeaderCell {
        /// Heads its column (true) or its row (false).
        column: bool,
        /// Columns it spans.
        span: u16,
    },
    /// Data cell.
    Cell {
        /// Columns it spans.
        span: u16,
    },
    /// Table of contents.
    Contents,
    /// One line of it; holds a `Reference`.
    ContentsItem,
    /// Words that point elsewhere in the document; holds the `Link`.
    Reference,
    /// Link; holds its text mark and its annotation.
    Link,
    /// Drawing; needs `alt` and a bounding box on one page: left, top, right, bottom.
    Figure {
        /// Left, top, right, bottom.
        area: [f32; 4],
    },
    /// Caption of a table or figure.
    Caption,
    /// Inline part of a paragraph.
    Span,
}

/// How the labels of a list run on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Numbering {
    /// The items have no labels.
    None,
    /// Every label is the same bullet.
    Bullet,
    /// 1, 2, 3.
    Decimal,
}

/// One bookmark.
#[derive(Debug, Clone)]
pub struct Bookmark {
    /// Its words.
    pub title: String,
    /// Where it leads.
    pub target: Target,
    /// Bookmarks below it.
    pub children: Vec<Bookmark>,
}
