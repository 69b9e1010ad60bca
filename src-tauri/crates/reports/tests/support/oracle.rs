//! The same pages through another writer, krilla, which refuses a document that breaks PDF/A-2a or
//! PDF/UA-1. It judges the tree, not our bytes, and it is the yardstick for speed.

use std::collections::HashMap;
use std::num::{NonZeroU16, NonZeroU32};
use std::ops::Range;

use krilla::annotation::{Annotation, LinkAnnotation, Target as Aim};
use krilla::color::rgb;
use krilla::configure::{Accessibility, Archival, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{PathBuilder, Point, Rect, Transform};
use krilla::metadata::{DateTime, Metadata};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, Stroke as Line, StrokeDash};
use krilla::surface::{Location, Surface};
use krilla::tagging::{
    Artifact, ArtifactType, BBox, ContentTag, Identifier, ListNumbering, Node, SpanTag,
    TableHeaderScope, Tag, TagGroup, TagKind, TagTree,
};
use krilla::text::{Font, Glyph as Shape, GlyphId};
use krilla::{Document as Sheets, SerializeSettings};

use reports::fonts;
use reports::tree::{
    Bookmark, Child, Document, Draw, ElementId, FaceId, Glyph, GlyphRun, Numbering, Owner, Path,
    Rgb, Role, Step,
};

/// The document as krilla writes it, or its list of complaints.
pub fn krilla(document: &Document) -> Result<Vec<u8>, String> {
    let configuration = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A2_A)
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|error| format!("{error:?}"))?;
    let mut sheets = Sheets::new_with(SerializeSettings {
        configuration,
        ..SerializeSettings::default()
    });
    let mut fonts = HashMap::new();
    let mut found = Found::default();
    for (number, page) in document.pages.iter().enumerate() {
        let size = PageSettings::from_wh(page.width, page.height).ok_or("a page without a size")?;
        let mut sheet = sheets.start_page_with(size);
        let mut surface = sheet.surface();
        for (index, mark) in page.marks.iter().enumerate() {
            let id = surface.start_tagged(content_tag(mark.owner));
            found.marks.insert((number, index), id);
            for draw in &mark.draws {
                match draw {
                    Draw::Glyphs(run) => show(&mut surface, run, &mut fonts)?,
                    Draw::Path(path) => paint(&mut surface, path)?,
                }
            }
            surface.end_tagged();
        }
        surface.finish();
        for (index, link) in page.links.iter().enumerate() {
            let [left, top, right, bottom] = link.area;
            let area = Rect::from_ltrb(left, top, right, bottom).ok_or("a link without an area")?;
            let aim = Point::from_xy(0.0, link.target.y);
            let aim = Aim::Destination(XyzDestination::new(link.target.page, aim).into());
            let annotation = LinkAnnotation::new(area, aim);
            let annotation = Annotation::new_link(annotation, Some(link.label.clone()));
            let id = sheet.add_tagged_annotation(annotation);
            found.links.insert((number, index), id);
        }
        sheet.finish();
    }
    let mut tree = TagTree::new().with_lang(Some(document.meta.lang.clone()));
    for child in &document.elements[0].children {
        tree.push(node(document, *child, &found)?);
    }
    sheets.set_tag_tree(tree);
    sheets.set_outline(outline(&document.outline));
    sheets.set_metadata(metadata(document));
    sheets.finish().map_err(|error| format!("{error:?}"))
}

/// Marks and links by page and index.
#[derive(Default)]
struct Found {
    marks: HashMap<(usize, usize), Identifier>,
    links: HashMap<(usize, usize), Identifier>,
}

fn content_tag(owner: Owner) -> ContentTag<'static> {
    let kind = match owner {
        Owner::Element(_) => return ContentTag::Span(SpanTag::empty()),
        Owner::Header => ArtifactType::Header,
        Owner::Footer => ArtifactType::Footer,
        Owner::Watermark => ArtifactType::Watermark,
        Owner::Decoration => ArtifactType::Layout,
    };
    ContentTag::Artifact(Artifact::with_kind(kind))
}

fn fill(colour: Rgb) -> Fill {
    Fill {
        paint: rgb::Color::new(colour.0, colour.1, colour.2).into(),
        ..Fill::default()
    }
}

/// A glyph in krilla's terms. The tree's measures are points already.
struct Placed<'a>(&'a Glyph);

impl Shape for Placed<'_> {
    fn glyph_id(&self) -> GlyphId {
        GlyphId::new(self.0.id.into())
    }
    fn text_range(&self) -> Range<usize> {
        self.0.text.clone()
    }
    fn x_advance(&self, _: f32) -> f32 {
        self.0.advance
    }
    fn x_offset(&self, _: f32) -> f32 {
        self.0.dx
    }
    fn y_offset(&self, _: f32) -> f32 {
        self.0.dy
    }
    fn y_advance(&self, _: f32) -> f32 {
        0.0
    }
    fn location(&self) -> Option<Location> {
        None
    }
}

fn show(
    surface: &mut Surface<'_>,
    run: &GlyphRun,
    known: &mut HashMap<FaceId, Font>,
) -> Result<(), String> {
    let font = match known.get(&run.face) {
        Some(font) => font.clone(),
        None => {
            let bytes = fonts::FACES[usize::from(run.face.0)].bytes;
            let font = Font::new(bytes.into(), 0).ok_or("an unreadable face")?;
            known.entry(run.face).or_insert(font).clone()
        }
    };
    let glyphs: Vec<Placed<'_>> = run.glyphs.iter().map(Placed).collect();
    surface.set_fill(Some(fill(run.colour)));
    surface.set_stroke(None);
    let start = Point::from_xy(run.x, run.y);
    let turned = run.rotate != 0.0;
    if turned {
        // Its y grows downwards, so counter-clockwise is negative.
        let (sine, cosine) = (-run.rotate).to_radians().sin_cos();
        let (x, y) = (run.x, run.y);
        surface.push_transform(&Transform::from_row(
            cosine,
            sine,
            -sine,
            cosine,
            x - x * cosine + y * sine,
            y - x * sine - y * cosine,
        ));
    }
    surface.draw_glyphs(start, &glyphs, font, &run.text, run.size, false);
    if turned {
        surface.pop();
    }
    Ok(())
}

fn paint(surface: &mut Surface<'_>, path: &Path) -> Result<(), String> {
    let mut outline = PathBuilder::new();
    for step in &path.steps {
        match *step {
            Step::Move(x, y) => outline.move_to(x, y),
            Step::Line(x, y) => outline.line_to(x, y),
            Step::Curve(x1, y1, x2, y2, x, y) => outline.cubic_to(x1, y1, x2, y2, x, y),
            Step::Close => outline.close(),
        }
    }
    let outline = outline.finish().ok_or("an outline without extent")?;
    surface.set_fill(path.fill.map(fill));
    surface.set_stroke(path.stroke.as_ref().map(|stroke| {
        let Rgb(red, green, blue) = stroke.colour;
        let dash = (!stroke.dash.is_empty()).then(|| StrokeDash {
            array: stroke.dash.clone(),
            offset: 0.0,
        });
        Line {
            paint: rgb::Color::new(red, green, blue).into(),
            width: stroke.width,
            dash,
            ..Line::default()
        }
    }));
    surface.draw_path(&outline);
    Ok(())
}

fn node(document: &Document, child: Child, found: &Found) -> Result<Node, String> {
    let at = |map: &HashMap<(usize, usize), Identifier>, key| {
        map.get(&key).copied().ok_or_else(|| format!("{child:?}"))
    };
    Ok(match child {
        Child::Mark(page, index) => Node::Leaf(at(&found.marks, (page, index))?),
        Child::Link(page, index) => Node::Leaf(at(&found.links, (page, index))?),
        Child::Element(id) => {
            let mut group = TagGroup::new(kind(document, id)?);
            for child in &document.elements[id].children {
                group.push(node(document, *child, found)?);
            }
            Node::Group(group)
        }
    })
}

fn kind(document: &Document, id: ElementId) -> Result<TagKind, String> {
    let element = &document.elements[id];
    let span = |span: u16| NonZeroU32::new(span.into()).filter(|span| span.get() > 1);
    let kind: TagKind = match &element.role {
        Role::Document => return Err("a second document".into()),
        Role::Sect => Tag::Section.into(),
        Role::Heading(level) => {
            let level = NonZeroU16::new((*level).into()).ok_or("a heading of level 0")?;
            Tag::Hn(level, Some(words(document, id))).into()
        }
        Role::Paragraph => Tag::P.into(),
        Role::List(numbering) => Tag::L(match numbering {
            Numbering::None => ListNumbering::None,
            Numbering::Bullet => ListNumbering::Disc,
            Numbering::Decimal => ListNumbering::Decimal,
        })
        .into(),
        Role::ListItem => Tag::LI.into(),
        Role::Label => Tag::Lbl.into(),
        Role::ListBody => Tag::LBody.into(),
        Role::Table => Tag::Table.with_summary(element.alt.clone()).into(),
        Role::TableHead => Tag::THead.into(),
        Role::TableBody => Tag::TBody.into(),
        Role::Row => Tag::TR.into(),
        Role::HeaderCell { column, span: wide } => Tag::TH(if *column {
            TableHeaderScope::Column
        } else {
            TableHeaderScope::Row
        })
        .with_col_span(span(*wide))
        .into(),
        Role::Cell { span: wide } => Tag::TD.with_col_span(span(*wide)).into(),
        Role::Contents => Tag::TOC.into(),
        Role::ContentsItem => Tag::TOCI.into(),
        Role::Reference => Tag::Reference.into(),
        Role::Link => Tag::Link.into(),
        Role::Figure {
            area: [left, top, right, bottom],
        } => {
            let area = Rect::from_ltrb(*left, *top, *right, *bottom).ok_or("a flat figure")?;
            let page = element.children.iter().find_map(|child| match child {
                Child::Mark(page, _) => Some(*page),
                _ => None,
            });
            let area = BBox::new(page.ok_or("a figure on no page")?, area);
            Tag::Figure(element.alt.clone())
                .with_bbox(Some(area))
                .into()
        }
        Role::Caption => Tag::Caption.into(),
        Role::Span => Tag::Span.into(),
    };
    Ok(match kind {
        TagKind::P(tag) => tag.with_lang(element.lang.clone()).into(),
        TagKind::Span(tag) => tag.with_lang(element.lang.clone()).into(),
        other => other,
    })
}

/// The words under an element: krilla wants headings to be told.
fn words(document: &Document, id: ElementId) -> String {
    let mut words = String::new();
    for child in &document.elements[id].children {
        match *child {
            Child::Element(id) => words.push_str(&self::words(document, id)),
            Child::Mark(page, index) => {
                for draw in &document.pages[page].marks[index].draws {
                    if let Draw::Glyphs(run) = draw {
                        words.push_str(&run.text);
                    }
                }
            }
            Child::Link(..) => {}
        }
    }
    words
}

fn outline(bookmarks: &[Bookmark]) -> Outline {
    fn hang(bookmark: &Bookmark) -> OutlineNode {
        let aim = Point::from_xy(0.0, bookmark.target.y);
        let aim = XyzDestination::new(bookmark.target.page, aim);
        let mut node = OutlineNode::new(bookmark.title.clone(), aim);
        for child in &bookmark.children {
            node.push_child(hang(child));
        }
        node
    }
    let mut outline = Outline::new();
    for bookmark in bookmarks {
        outline.push_child(hang(bookmark));
    }
    outline
}

fn metadata(document: &Document) -> Metadata {
    let meta = &document.meta;
    let date = DateTime::new(2026)
        .month(1)
        .day(2)
        .hour(3)
        .minute(4)
        .second(5);
    Metadata::new()
        .title(meta.title.clone())
        .authors(vec![meta.author.clone()])
        .description(meta.subject.clone())
        .language(meta.lang.clone())
        .producer(meta.producer.clone())
        .creator(meta.producer.clone())
        .creation_date(date.utc_offset_hour(0).utc_offset_minute(0))
        .document_id(meta.document_id.clone())
}
