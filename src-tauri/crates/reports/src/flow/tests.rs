//! Pages keep what they are given: nothing lost, nothing twice, nothing alone where it should not be.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::*;
use crate::look;
use crate::tree::{Child, Draw, Mark, Owner, Page};

fn manuscript(parts: Vec<Part>, draft: bool) -> Manuscript {
    Manuscript {
        meta: Meta {
            title: "Pages".into(),
            author: "Veldkamp".into(),
            subject: String::new(),
            lang: "en".into(),
            producer: "Plumbline".into(),
            created: "2026-11-22T10:42:00Z".parse().unwrap(),
            document_id: "T-1".into(),
        },
        paper: Paper::A4,
        cover: Cover {
            title: "Pages".into(),
            subject: String::new(),
            organisation: "Veldkamp".into(),
            facts: Vec::new(),
        },
        contents: Some("Contents".into()),
        furniture: Furniture {
            organisation: "Veldkamp".into(),
            reference: "T-1".into(),
            proof: "proof".into(),
            page: "page {page} of {pages}".into(),
            continued: "{reference}, continued".into(),
        },
        draft: draft.then(|| "DRAFT".into()),
        parts,
    }
}

fn lay(parts: Vec<Part>) -> Document {
    let laid = document(
        &manuscript(parts, false),
        &mut |_| ControlFlow::Continue(()),
    )
    .unwrap();
    check(&laid.document);
    laid.document
}

/// What holds of every document: each mark of an element is named once by it, nothing is painted
/// outside the text area, every element but the root has one parent.
fn check(document: &Document) {
    let mut named = std::collections::BTreeSet::new();
    let mut parents = vec![0; document.elements.len()];
    for (id, element) in document.elements.iter().enumerate() {
        for child in &element.children {
            match *child {
                Child::Mark(page, mark) => {
                    assert!(
                        named.insert((page, mark)),
                        "mark {mark} of page {page} is named twice"
                    );
                    assert_eq!(document.pages[page].marks[mark].owner, Owner::Element(id));
                }
                Child::Element(below) => parents[below] += 1,
                Child::Link(page, link) => assert_eq!(document.pages[page].links[link].element, id),
            }
        }
    }
    assert!(parents[1..].iter().all(|count| *count == 1));
    for (place, page) in document.pages.iter().enumerate() {
        for (index, mark) in page.marks.iter().enumerate() {
            if matches!(mark.owner, Owner::Element(_)) {
                assert!(
                    named.contains(&(place, index)),
                    "mark {index} of page {place} belongs to nobody"
                );
                let [left, top, right, bottom] = piece::bounds(&mark.draws);
                assert!(
                    left >= 0.0 && top >= 0.0 && right <= page.width + 1.0,
                    "{left} {top} {right}"
                );
                assert!(
                    bottom <= page.height - look::mm(17.0),
                    "page {place} is overfull: {bottom}"
                );
            }
        }
    }
}

fn words(mark: &Mark) -> String {
    mark.draws
        .iter()
        .map(|draw| match draw {
            Draw::Glyphs(run) => &*run.text,
            Draw::Path(_) => "",
        })
        .collect()
}

/// Words of real content, page by page.
fn content(page: &Page) -> Vec<String> {
    page.marks
        .iter()
        .filter(|mark| matches!(mark.owner, Owner::Element(_)))
        .map(words)
        .collect()
}

/// Words of an element over all its marks.
fn said(document: &Document, id: usize) -> String {
    document.elements[id]
        .children
        .iter()
        .map(|child| match *child {
            Child::Mark(page, mark) => words(&document.pages[page].marks[mark]),
            _ => String::new(),
        })
        .collect()
}

/// A repeatable series of numbers, so that a failure can be found again.
fn numbers(seed: u64) -> impl FnMut(u64) -> u64 {
    let mut state = seed;
    move |below| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    }
}

fn cell(words: String) -> Text {
    Text::new(words, look::CELL)
}

fn heading(level: u8, words: &str) -> Block {
    Block::Heading {
        level,
        number: String::new(),
        words: words.into(),
    }
}

fn table(rows: Vec<Row>) -> Block {
    let column = |title: &str, min: f32, weight: f32| Column {
        title: title.into(),
        min,
        weight,
        align: Align::Start,
    };
    Block::Table(Table {
        summary: "Rows.".into(),
        caption: "A caption.".into(),
        columns: vec![
            column("Ref", 50.0, 0.0),
            column("Purpose", 100.0, 3.0),
            column("Owner", 60.0, 1.0),
        ],
        rows,
    })
}

#[test]
fn no_row_is_lost_doubled_or_out_of_order_whatever_its_height() {
    for seed in 1..=6 {
        let mut below = numbers(seed);
        let mut rows = Vec::new();
        let mut expected = Vec::new();
        for place in 0..220 {
            if below(9) == 0 {
                rows.push(Row::Group(format!("Group {place}")));
                expected.push(format!("Group {place}"));
            }
            // Now and then a row is taller than a page.
            let length = if below(40) == 0 {
                900 + below(1500)
            } else {
                1 + below(60)
            };
            let purpose = (0..length)
                .map(|word| format!("w{place}x{word}"))
                .collect::<Vec<_>>()
                .join(" ");
            let cells = [format!("R-{place}"), purpose, format!("Owner of {place}")];
            expected.extend(cells.iter().cloned());
            rows.push(Row::Cells(cells.map(cell).to_vec()));
        }
        let laid = lay(vec![Part {
            wide: seed % 2 == 0,
            blocks: vec![heading(1, "Rows"), table(rows)],
        }]);
        let told: Vec<String> = laid
            .elements
            .iter()
            .enumerate()
            .filter(|(_, element)| {
                matches!(
                    element.role,
                    Role::Cell { .. } | Role::HeaderCell { column: false, .. }
                )
            })
            .map(|(id, _)| said(&laid, id))
            .collect();
        assert_eq!(told, expected);
    }
}

#[test]
fn every_page_of_a_table_has_its_head_and_only_the_first_is_in_the_tree() {
    let rows: Vec<Row> = (0..300)
        .map(|n| {
            Row::Cells(vec![
                cell(n.to_string()),
                cell("p ".repeat(80)),
                cell("o".into()),
            ])
        })
        .collect();
    let laid = lay(vec![Part {
        wide: true,
        blocks: vec![heading(1, "Rows"), table(rows)],
    }]);
    let body = &laid.pages[2..];
    assert!(body.len() > 10);
    for (place, page) in body.iter().enumerate() {
        let real = content(page)
            .iter()
            .filter(|words| *words == "Purpose")
            .count();
        let repeated = page
            .marks
            .iter()
            .filter(|mark| mark.owner == Owner::Header && words(mark).contains("Purpose"))
            .count();
        assert_eq!(
            (real, repeated),
            if place == 0 { (1, 0) } else { (0, 1) },
            "page {place}"
        );
    }
}

#[test]
fn a_row_longer_than_a_page_says_on_the_next_page_that_it_goes_on() {
    let long = (0..4000)
        .map(|n| format!("n{n}"))
        .collect::<Vec<_>>()
        .join(" ");
    let rows = vec![Row::Cells(vec![
        cell("AI-007".into()),
        cell(long),
        cell("o".into()),
    ])];
    let laid = lay(vec![Part {
        wide: false,
        blocks: vec![table(rows)],
    }]);
    let said: Vec<bool> = laid.pages[2..]
        .iter()
        .map(|page| {
            page.marks.iter().any(|mark| {
                mark.owner == Owner::Header && words(mark).contains("AI-007, continued")
            })
        })
        .collect();
    assert!(said.len() > 2);
    assert!(!said[0] && said[1..].iter().all(|told| *told), "{said:?}");
}

#[test]
fn no_heading_and_no_group_row_is_the_last_of_its_page() {
    for seed in 1..=8 {
        let mut below = numbers(seed);
        let mut blocks = Vec::new();
        for chapter in 0..40 {
            blocks.push(heading(
                1 + (chapter % 3) as u8,
                &format!("Heading {chapter}"),
            ));
            let kind = below(3);
            if kind != 0 && below(2) == 0 {
                blocks.push(Block::Text(Text::new("Lead-in: what follows.", look::BODY)));
            }
            match kind {
                0 => blocks.push(Block::Text(Text::new(
                    "word ".repeat(20 + below(300) as usize),
                    look::BODY,
                ))),
                1 => blocks.push(table(
                    (0..1 + below(30))
                        .flat_map(|n| {
                            [
                                Row::Group(format!("Group {n}")),
                                Row::Cells(vec![
                                    cell("r".into()),
                                    cell("p ".repeat(below(90) as usize)),
                                    cell("o".into()),
                                ]),
                            ]
                        })
                        .collect(),
                )),
                _ => blocks.push(Block::Facts(
                    (0..1 + below(12))
                        .map(|_| {
                            (
                                cell("Label".into()),
                                cell("value ".repeat(1 + below(200) as usize)),
                            )
                        })
                        .collect(),
                )),
            }
        }
        let laid = lay(vec![Part {
            wide: false,
            blocks,
        }]);
        for page in &laid.pages[2..] {
            let last = content(page).pop().unwrap();
            assert!(
                !["Heading", "Group", "Lead-in"]
                    .iter()
                    .any(|word| last.starts_with(word)),
                "{last} stands alone"
            );
        }
    }
}

/// A chapter that opens with a line and goes on with sections.
#[test]
fn a_line_that_leads_in_sections_stays_with_the_first_of_them() {
    for lines in 20..70 {
        let facts = (0..3).map(|_| (cell("Label".into()), cell("value".into())));
        let blocks = vec![
            Block::Text(Text::new("x\n".repeat(lines), look::BODY)),
            heading(1, "Linked"),
            Block::Text(Text::new("Lead-in: kept once.", look::BODY)),
            heading(2, "Vendor"),
            Block::Facts(facts.collect()),
        ];
        let laid = lay(vec![Part {
            wide: false,
            blocks,
        }]);
        for page in &laid.pages[2..] {
            let last = content(page).pop().unwrap();
            let alone = ["1", "Linked", "Lead-in", "Vendor"];
            assert!(
                !alone.iter().any(|word| last.starts_with(word)),
                "{lines}: {last} stands alone"
            );
        }
    }
}

/// Rows of up to half a page, as registers of long purposes have them.
#[test]
fn no_page_of_a_table_ends_a_third_empty() {
    for seed in 1..=4 {
        let mut below = numbers(seed);
        let rows: Vec<Row> = (0..60)
            .map(|n| {
                let words = "purpose ".repeat(20 + below(260) as usize);
                Row::Cells(vec![cell(format!("R-{n}")), cell(words), cell("o".into())])
            })
            .collect();
        let laid = lay(vec![Part {
            wide: false,
            blocks: vec![heading(1, "Rows"), table(rows)],
        }]);
        let sheet = look::Paper::A4.upright();
        let body = &laid.pages[2..laid.pages.len() - 1];
        assert!(body.len() > 5);
        for (place, page) in body.iter().enumerate() {
            let marks = page.marks.iter();
            let own = marks.filter(|mark| matches!(mark.owner, Owner::Element(_)));
            let lowest = own
                .flat_map(|mark| &mark.draws)
                .filter_map(|draw| match draw {
                    Draw::Glyphs(run) => Some(run.y),
                    Draw::Path(_) => None,
                })
                .fold(0.0, f32::max);
            let empty = (sheet.floor() - lowest) / sheet.room();
            assert!(empty < 0.25, "page {place} of {seed}: {empty}");
        }
    }
}

#[test]
fn a_paragraph_leaves_no_single_line_behind_or_ahead() {
    for lines in 20..70 {
        let filler = Block::Text(Text::new("x\n".repeat(lines), look::BODY));
        let long = Block::Text(Text::new(
            "some words of a paragraph ".repeat(30),
            look::BODY,
        ));
        let laid = lay(vec![Part {
            wide: false,
            blocks: vec![filler, long],
        }]);
        let mut paragraphs =
            (0..laid.elements.len()).filter(|id| laid.elements[*id].role == Role::Paragraph);
        let paragraph = paragraphs.nth(1).unwrap();
        let baselines = |mark: &Mark| {
            let mut heights: Vec<i32> = mark
                .draws
                .iter()
                .filter_map(|draw| match draw {
                    Draw::Glyphs(run) => Some(run.y as i32),
                    Draw::Path(_) => None,
                })
                .collect();
            heights.dedup();
            heights.len()
        };
        for child in &laid.elements[paragraph].children {
            if let Child::Mark(page, mark) = *child {
                assert!(
                    baselines(&laid.pages[page].marks[mark]) > 1,
                    "a single line with {lines} lines before"
                );
            }
        }
    }
}

#[test]
fn contents_and_bookmarks_lead_to_the_headings() {
    let mut blocks = Vec::new();
    for chapter in 0..30 {
        blocks.push(heading(1, &format!("Chapter {chapter}")));
        blocks.push(heading(2, &format!("Section {chapter}")));
        blocks.push(Block::Text(Text::new("word ".repeat(150), look::BODY)));
    }
    let laid = lay(vec![Part {
        wide: false,
        blocks,
    }]);
    assert_eq!(laid.outline.len(), 30);
    for (place, chapter) in laid.outline.iter().enumerate() {
        assert_eq!(chapter.children.len(), 1);
        let title = format!("Chapter {place}");
        assert_eq!(chapter.title, title);
        assert!(content(&laid.pages[chapter.target.page]).contains(&title));
        let link = laid
            .pages
            .iter()
            .flat_map(|page| &page.links)
            .nth(place * 2)
            .unwrap();
        assert_eq!(link.target, chapter.target);
        assert_eq!(link.label, format!("{title}, {}", chapter.target.page + 1));
    }
}

#[test]
fn orientation_changes_with_the_part_and_a_draft_says_so_behind_the_text() {
    let parts = [false, true, false].map(|wide| Part {
        wide,
        blocks: vec![
            heading(1, "Part"),
            Block::Text(Text::new("words", look::BODY)),
        ],
    });
    let manuscript = manuscript(parts.to_vec(), true);
    let laid = document(&manuscript, &mut |_| ControlFlow::Continue(()))
        .unwrap()
        .document;
    check(&laid);
    let wide: Vec<bool> = laid
        .pages
        .iter()
        .map(|page| page.width > page.height)
        .collect();
    assert_eq!(wide, [false, false, false, true, false]);
    for page in &laid.pages {
        assert_eq!(page.marks[0].owner, Owner::Watermark);
        assert_eq!(words(&page.marks[0]), "DRAFT");
    }
}

#[test]
fn a_stopped_layout_gives_nothing() {
    let rows: Vec<Row> = (0..2000)
        .map(|n| {
            Row::Cells(vec![
                cell(n.to_string()),
                cell("p".into()),
                cell("o".into()),
            ])
        })
        .collect();
    let mut told = Vec::new();
    let laid = document(
        &manuscript(
            vec![Part {
                wide: false,
                blocks: vec![table(rows)],
            }],
            false,
        ),
        &mut |part| {
            told.push(part);
            if part > 0.3 {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        },
    );
    assert!(laid.is_none());
    assert!(
        told.windows(2).all(|pair| pair[0] <= pair[1]) && told.last().unwrap() < &0.9,
        "{told:?}"
    );
}

#[test]
fn the_same_manuscript_gives_the_same_pages_on_any_number_of_threads() {
    let rows: Vec<Row> = (0..500)
        .map(|n| {
            Row::Cells(vec![
                cell(n.to_string()),
                cell(format!("p{n} ").repeat(40)),
                cell("\u{e000}".into()),
            ])
        })
        .collect();
    let manuscript = manuscript(
        vec![Part {
            wide: true,
            blocks: vec![table(rows)],
        }],
        false,
    );
    let lay = || document(&manuscript, &mut |_| ControlFlow::Continue(())).unwrap();
    let (one, two) = (lay(), lay());
    assert_eq!(format!("{:?}", one.document), format!("{:?}", two.document));
    assert_eq!(one.replaced.values().sum::<usize>(), 500);
}
