//! Small trees made by hand: one glyph per character, straight from the face's own table.

use std::sync::Arc;

use chrono::{TimeZone, Utc};
use reports::fonts;
use reports::tree::*;
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};

/// Text on one line, unshaped.
pub fn run(face: FaceId, size: f32, (x, y): (f32, f32), text: &str) -> GlyphRun {
    let font = FontRef::new(fonts::FACES[usize::from(face.0)].bytes).unwrap();
    let advances = font.glyph_metrics(Size::new(size), LocationRef::default());
    let glyphs = text
        .char_indices()
        .map(|(at, character)| {
            let id = font.charmap().map(character).unwrap();
            Glyph {
                id: id.to_u32() as u16,
                advance: advances.advance_width(id).unwrap(),
                dx: 0.0,
                dy: 0.0,
                text: at..at + character.len_utf8(),
            }
        })
        .collect();
    GlyphRun {
        face,
        size,
        colour: Rgb(20, 24, 31),
        x,
        y,
        rotate: 0.0,
        text: Arc::from(text),
        glyphs,
    }
}

/// A document under construction.
pub struct Sheet {
    /// What has been built so far.
    pub document: Document,
}

impl Sheet {
    /// One empty page of A4.
    pub fn new() -> Sheet {
        let meta = Meta {
            title: "Überblick & <Plan> 計画".into(),
            author: "Example Organisation".into(),
            subject: "A page for the tests".into(),
            lang: "en".into(),
            producer: "Plumbline 0.1.0".into(),
            created: Utc.with_ymd_and_hms(2026, 1, 2, 3, 4, 5).unwrap(),
            document_id: "test-document".into(),
        };
        let mut sheet = Sheet {
            document: Document {
                meta,
                pages: Vec::new(),
                elements: vec![element(Role::Document)],
                outline: Vec::new(),
            },
        };
        sheet.page(595.276, 841.89);
        sheet
    }

    /// Starts a page.
    pub fn page(&mut self, width: f32, height: f32) {
        self.document.pages.push(Page {
            width,
            height,
            ..Page::default()
        });
    }

    /// Adds an element under another.
    pub fn element(&mut self, parent: ElementId, role: Role) -> ElementId {
        let id = self.document.elements.len();
        self.document.elements.push(element(role));
        self.document.elements[parent]
            .children
            .push(Child::Element(id));
        id
    }

    /// Paints something on the last page as content of an element.
    pub fn mark(&mut self, id: ElementId, draws: Vec<Draw>) {
        let page = self.document.pages.len() - 1;
        let index = self.furnish(Owner::Element(id), draws);
        self.document.elements[id]
            .children
            .push(Child::Mark(page, index));
    }

    /// Paints something on the last page.
    pub fn furnish(&mut self, owner: Owner, draws: Vec<Draw>) -> usize {
        let page = self.document.pages.last_mut().unwrap();
        page.marks.push(Mark { owner, draws });
        page.marks.len() - 1
    }

    /// An element with one line of text.
    pub fn line(&mut self, parent: ElementId, role: Role, y: f32, text: &str) -> ElementId {
        let id = self.element(parent, role);
        self.mark(
            id,
            vec![Draw::Glyphs(run(fonts::SANS, 10.0, (60.0, y), text))],
        );
        id
    }

    /// Makes an element's area on the last page clickable.
    pub fn link(&mut self, id: ElementId, area: [f32; 4], target: Target, label: &str) {
        let page = self.document.pages.len() - 1;
        let links = &mut self.document.pages[page].links;
        links.push(Link {
            area,
            target,
            label: label.into(),
            element: id,
        });
        let index = links.len() - 1;
        self.document.elements[id]
            .children
            .push(Child::Link(page, index));
    }
}

/// An element without children.
pub fn element(role: Role) -> Element {
    Element {
        role,
        children: Vec::new(),
        lang: None,
        alt: None,
    }
}

/// A filled and stroked rectangle.
pub fn rectangle([left, top, right, bottom]: [f32; 4], dash: Vec<f32>) -> Draw {
    Draw::Path(Path {
        steps: vec![
            Step::Move(left, top),
            Step::Line(right, top),
            Step::Line(right, bottom),
            Step::Curve(
                right - 9.0,
                bottom + 5.0,
                left + 9.0,
                bottom - 5.0,
                left,
                bottom,
            ),
            Step::Close,
        ],
        fill: Some(Rgb(230, 240, 250)),
        stroke: Some(Stroke {
            colour: Rgb(40, 90, 160),
            width: 0.75,
            dash,
        }),
    })
}

/// Everything a report can hold, on three pages.
pub fn everything() -> Document {
    let mut sheet = Sheet::new();
    let furniture = |sheet: &mut Sheet, number: &str| {
        let mut draft = run(fonts::SANS_STRONG, 90.0, (150.0, 600.0), "DRAFT");
        draft.rotate = 45.0;
        draft.colour = Rgb(238, 238, 238);
        sheet.furnish(Owner::Watermark, vec![Draw::Glyphs(draft)]);
        let header = run(fonts::SANS, 8.0, (60.0, 40.0), "Example Organisation");
        sheet.furnish(Owner::Header, vec![Draw::Glyphs(header)]);
        let footer = run(fonts::SANS, 8.0, (60.0, 810.0), number);
        sheet.furnish(Owner::Footer, vec![Draw::Glyphs(footer)]);
        sheet.furnish(
            Owner::Decoration,
            vec![rectangle([60.0, 46.0, 535.0, 47.0], vec![])],
        );
    };
    furniture(&mut sheet, "page 1 of 3");
    let chapter = sheet.element(0, Role::Sect);
    sheet.line(chapter, Role::Heading(1), 90.0, "Contents ");
    let contents = sheet.element(chapter, Role::Contents);
    for (index, (page, words)) in [(1, "Systems 2 "), (2, "Charts 3 ")]
        .into_iter()
        .enumerate()
    {
        let y = 120.0 + 20.0 * index as f32;
        let item = sheet.element(contents, Role::ContentsItem);
        let reference = sheet.element(item, Role::Reference);
        let link = sheet.line(reference, Role::Link, y, words);
        let target = Target { page, y: 60.0 };
        sheet.link(link, [60.0, y - 10.0, 300.0, y + 4.0], target, words);
    }

    sheet.page(595.276, 841.89);
    furniture(&mut sheet, "page 2 of 3");
    let chapter = sheet.element(0, Role::Sect);
    sheet.line(chapter, Role::Heading(1), 90.0, "Systems ");
    let words = sheet.line(chapter, Role::Paragraph, 110.0, "Die Übersicht. ");
    sheet.document.elements[words].lang = Some("de".into());
    let list = sheet.element(chapter, Role::List(Numbering::Decimal));
    for (index, words) in ["one ", "two "].into_iter().enumerate() {
        let y = 140.0 + 16.0 * index as f32;
        let item = sheet.element(list, Role::ListItem);
        sheet.line(item, Role::Label, y, &format!("{}. ", index + 1));
        let body = sheet.element(item, Role::ListBody);
        let span = sheet.element(body, Role::Span);
        let text = run(fonts::SANS_ITALIC, 10.0, (80.0, y), words);
        sheet.mark(span, vec![Draw::Glyphs(text)]);
    }
    let table = sheet.element(chapter, Role::Table);
    sheet.document.elements[table].alt = Some("Two systems and their stage".into());
    sheet.line(table, Role::Caption, 190.0, "Systems by stage ");
    let head = sheet.element(table, Role::TableHead);
    let row = sheet.element(head, Role::Row);
    let header = |column| Role::HeaderCell { column, span: 1 };
    for words in ["System ", "Stage ", "Owner "] {
        let cell = sheet.element(row, header(true));
        sheet.line(cell, Role::Paragraph, 210.0, words);
    }
    let body = sheet.element(table, Role::TableBody);
    for (index, cells) in [["CV ranking ", "pilot ", "HR "], ["Chat ", "live ", ""]]
        .into_iter()
        .enumerate()
    {
        // The second row goes on over the page.
        if index == 1 {
            sheet.page(841.89, 595.276);
            furniture(&mut sheet, "page 3 of 3");
        }
        let row = sheet.element(body, Role::Row);
        let name = sheet.element(row, header(false));
        sheet.line(name, Role::Paragraph, 230.0, cells[0]);
        for words in &cells[1..] {
            let cell = sheet.element(row, Role::Cell { span: 1 });
            if !words.is_empty() {
                sheet.line(cell, Role::Paragraph, 230.0, words);
            }
        }
    }
    let row = sheet.element(body, Role::Row);
    let cell = sheet.element(row, Role::Cell { span: 3 });
    sheet.line(cell, Role::Paragraph, 250.0, "Two systems in all ");

    let chapter = sheet.element(0, Role::Sect);
    sheet.line(chapter, Role::Heading(1), 290.0, "Charts ");
    let area = [60.0, 310.0, 260.0, 400.0];
    let figure = sheet.element(chapter, Role::Figure { area });
    sheet.document.elements[figure].alt = Some("One system in pilot, one live".into());
    sheet.mark(
        figure,
        vec![
            rectangle([60.0, 310.0, 160.0, 400.0], vec![]),
            Draw::Glyphs(run(fonts::MONO, 8.0, (70.0, 350.0), "pilot ")),
            rectangle([170.0, 330.0, 260.0, 400.0], vec![2.0, 1.5]),
        ],
    );
    let place = |page, y| Target { page, y };
    let leaf = |title: &str, target| Bookmark {
        title: title.into(),
        target,
        children: Vec::new(),
    };
    sheet.document.outline = vec![
        leaf("Contents", place(0, 60.0)),
        Bookmark {
            title: "Systems – Übersicht".into(),
            target: place(1, 60.0),
            children: vec![
                leaf("CV ranking", place(1, 230.0)),
                leaf("Chat", place(2, 230.0)),
            ],
        },
        leaf("Charts", place(2, 290.0)),
    ];
    sheet.document
}
