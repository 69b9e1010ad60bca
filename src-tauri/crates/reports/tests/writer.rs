//! The writer, judged on its bytes.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/judge.rs"]
mod judge;
#[path = "support/oracle.rs"]
mod oracle;
#[path = "support/sheet.rs"]
mod sheet;

use reports::error::ReportError;
use reports::tree::*;
use reports::{fonts, writer};
use sheet::{Sheet, run};

/// Writes the document and has everyone look at it.
fn check(document: &Document) -> Vec<u8> {
    oracle::krilla(document).unwrap();
    let pdf = writer::pdf(document).unwrap();
    judge::assert_sound(&pdf);
    pdf
}

/// One paragraph of one run; what a reader copies out of it.
fn check_text(run: GlyphRun) -> String {
    let mut sheet = Sheet::new();
    let paragraph = sheet.element(0, Role::Paragraph);
    sheet.mark(paragraph, vec![Draw::Glyphs(run)]);
    let pdf = check(&sheet.document);
    judge::text(&pdf).trim_end().to_owned()
}

#[test]
fn a_document_with_everything_passes_every_judge() {
    let pdf = check(&sheet::everything());
    judge::keep("everything.pdf", &pdf);
    let text = judge::text(&pdf);
    for words in [
        "Contents",
        "Die Übersicht.",
        "1. one",
        "CV ranking",
        "Two systems in all",
    ] {
        assert!(text.contains(words), "{words} is not in\n{text}");
    }
}

#[test]
fn the_judges_do_find_what_is_broken() {
    let pdf = writer::pdf(&sheet::everything()).unwrap();
    let at = pdf
        .windows(19)
        .position(|part| part == b"<pdfaid:part>2</pdf")
        .unwrap();
    let mut broken = pdf.clone();
    broken[at + 13] = b'7';
    let found = judge::findings(&broken, page_validation::ValidationProfile::PdfA2a);
    assert!(!found.is_empty());

    let mut wordless = sheet::everything();
    for element in &mut wordless.elements {
        if matches!(element.role, Role::HeaderCell { .. }) {
            element.role = Role::Span;
        }
    }
    assert!(
        !judge::findings(
            &writer::pdf(&wordless).unwrap(),
            page_validation::ValidationProfile::PdfUa1
        )
        .is_empty()
    );
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let document = sheet::everything();
    let pdf = writer::pdf(&document).unwrap();
    assert_eq!(pdf, writer::pdf(&document.clone()).unwrap());
    let mut later = document;
    later.meta.created += chrono::Duration::days(1);
    assert_ne!(pdf, writer::pdf(&later).unwrap());
}

#[test]
fn what_the_file_says_of_itself_survives_any_words() {
    let pdf = writer::pdf(&sheet::everything()).unwrap();
    let (told, clean) = judge::run("pdfinfo", &[], &pdf);
    assert!(clean);
    for line in [
        "Überblick & <Plan> 計画",
        "Example Organisation",
        "A page for the tests",
        "Plumbline 0.1.0",
        "Tagged:          yes",
        "Pages:           3",
        "PDF version:     1.7",
    ] {
        assert!(told.contains(line), "{line} is not in\n{told}");
    }
}

#[test]
fn the_structure_is_there_for_readers() {
    let pdf = writer::pdf(&sheet::everything()).unwrap();
    let (told, clean) = judge::run("pdfinfo", &["-struct-text"], &pdf);
    assert!(clean);
    let order: Vec<usize> = [
        "TOC",
        "TOCI",
        "Link",
        "H1",
        "\"Systems ",
        "Lbl",
        "Table",
        "TH",
        "Figure",
    ]
    .iter()
    .map(|word| {
        told.find(word)
            .unwrap_or_else(|| panic!("no {word} in\n{told}"))
    })
    .collect();
    assert!(order[0] < order[4] && order[4] < order[5] && order[6] < order[8]);
    assert!(told.contains("ListNumbering"), "{told}");
    assert!(told.contains("ColSpan"), "{told}");
}

#[test]
fn one_glyph_for_two_characters_reads_as_each() {
    let text = "a-b-c \u{2212}5";
    let mut shown = run(fonts::SANS, 10.0, (60.0, 90.0), text);
    // Many faces draw the hyphen and the minus sign with one glyph.
    assert_eq!(&text[shown.glyphs[6].text.clone()], "\u{2212}");
    shown.glyphs[6].id = shown.glyphs[1].id;
    shown.glyphs[6].advance = shown.glyphs[1].advance;
    assert_eq!(check_text(shown), text);
}

#[test]
fn one_glyph_for_several_characters_reads_as_all() {
    let mut shown = run(fonts::SANS, 10.0, (60.0, 90.0), "deﬁne");
    shown.text = "define".into();
    for (glyph, at) in shown.glyphs.iter_mut().zip([0..1, 1..2, 2..4, 4..5, 5..6]) {
        glyph.text = at;
    }
    assert_eq!(check_text(shown), "define");
}

#[test]
fn several_glyphs_for_one_character_read_as_one() {
    let mut shown = run(fonts::SANS, 10.0, (60.0, 90.0), "ae\u{301}b");
    shown.text = "aéb".into();
    // The accent sits on its letter and takes no room.
    shown.glyphs[2].dx = -shown.glyphs[1].advance;
    shown.glyphs[2].dy = 0.5;
    shown.glyphs[2].advance = 0.0;
    for (glyph, at) in shown.glyphs.iter_mut().zip([0..1, 1..3, 1..3, 3..4]) {
        glyph.text = at;
    }
    assert_eq!(check_text(shown), "aéb");
}

#[test]
fn glyphs_stand_where_the_layout_put_them() {
    let mut shown = run(fonts::SANS, 10.0, (60.0, 90.0), "AB CD");
    shown.glyphs[2].advance += 33.3;
    let second = 60.0
        + shown.glyphs[..3]
            .iter()
            .map(|glyph| glyph.advance)
            .sum::<f32>();
    let mut sheet = Sheet::new();
    let paragraph = sheet.element(0, Role::Paragraph);
    sheet.mark(paragraph, vec![Draw::Glyphs(shown)]);
    let pdf = check(&sheet.document);
    let (told, _) = judge::run("pdftotext", &["-bbox"], &pdf);
    let line = told.lines().find(|line| line.contains(">CD<")).unwrap();
    let left = line.split('"').nth(1).unwrap().parse::<f32>().unwrap();
    assert!((left - second).abs() < 0.02, "{left} for {second}");
}

#[test]
fn text_without_a_glyph_is_refused() {
    let mut shown = run(fonts::SANS, 10.0, (60.0, 90.0), "ab");
    shown.glyphs[1].id = 0;
    let mut sheet = Sheet::new();
    let paragraph = sheet.element(0, Role::Paragraph);
    sheet.mark(paragraph, vec![Draw::Glyphs(shown)]);
    assert_eq!(
        writer::pdf(&sheet.document),
        Err(ReportError::GlyphMissing {
            face: fonts::SANS,
            text: "b".into()
        })
    );
}

#[test]
fn a_broken_tree_is_refused() {
    let check = |what: &str, break_it: fn(&mut Document)| {
        let mut document = sheet::everything();
        break_it(&mut document);
        match writer::pdf(&document) {
            Err(ReportError::BrokenTree { what: found }) => {
                assert!(found.contains(what), "{found}");
            }
            other => panic!("{what}: {:?}", other.map(|pdf| pdf.len())),
        }
    };
    check("no page", |document| document.pages.clear());
    check("not the document", |document| {
        document.elements[0].role = Role::Sect
    });
    check("named by no element", |document| {
        let at = document
            .elements
            .iter()
            .position(|it| it.role == Role::Label)
            .unwrap();
        document.elements[at].children.clear();
    });
    check("named twice", |document| {
        let at = document
            .elements
            .iter()
            .position(|it| it.role == Role::Label)
            .unwrap();
        let child = document.elements[at].children[0];
        document.elements[at].children.push(child);
    });
    check("not its own", |document| {
        document.elements[1].children.push(Child::Mark(0, 0));
    });
    check("no parent", |document| {
        document.elements.push(sheet::element(Role::Paragraph));
    });
    check("circle", |document| {
        let first = document.elements.len();
        document.elements.push(sheet::element(Role::Sect));
        document.elements.push(sheet::element(Role::Sect));
        document.elements[first]
            .children
            .push(Child::Element(first + 1));
        document.elements[first + 1]
            .children
            .push(Child::Element(first));
    });
    check("no text alternative", |document| {
        for element in &mut document.elements {
            element.alt = None;
        }
    });
    check("leads to page", |document| {
        document.pages[0].links[0].target.page = 9
    });
    check("leads to page", |document| {
        document.outline[0].target.page = 9
    });
}
