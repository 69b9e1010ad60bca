//! What stands before the body: cover and contents; and the bookmarks, which say the same.

use super::piece::{Lead, Piece, depth, lines_at};
use super::place::{ContentsLine, Placer};
use super::set::{Heading, Setter};
use super::{Cover, add};
use crate::look::{self, Sheet, Style, mm};
use crate::text::{Align, Text, Typesetter};
use crate::tree::{Bookmark, Draw, Mark, Owner, Page, Path, Role, Step, Target};

/// The element that `Setter` keeps for the cover.
const COVER: usize = 1;
/// The element that `Setter` keeps for the contents.
const CONTENTS: usize = 2;
/// Lines of the contents by level.
const FIRST: Style = Style {
    leading: 17.0,
    ..look::BODY
};
const SECOND: Style = Style {
    leading: 14.5,
    size: 9.0,
    ..look::BODY
};
/// Room for the page number.
const NUMBER: f32 = mm(14.0);

/// The contents as pieces.
pub struct Contents {
    /// From the title on.
    pub pieces: Vec<Piece>,
}

/// Sets the table of contents from the headings met.
pub fn contents(setter: &mut Setter, title: &str, measure: f32) -> Contents {
    let style = look::heading(1);
    let heading = add(&mut setter.elements, CONTENTS, Role::Heading(1));
    let lines = setter
        .typesetter
        .set(&Text::new(title, style), measure, Align::Start);
    let height = depth(&lines) + mm(4.0);
    let mark = Mark {
        owner: Owner::Element(heading),
        draws: lines_at(lines, 0.0, 0.0),
    };
    let mut pieces = vec![Piece::marks(0.0, height, vec![mark]).kept(true)];
    let list = add(&mut setter.elements, CONTENTS, Role::Contents);
    let shown: Vec<(usize, Heading)> = setter
        .headings
        .iter()
        .enumerate()
        .filter(|(_, heading)| heading.level <= 2)
        .map(|(place, heading)| (place, heading.clone()))
        .collect();
    for (place, heading) in shown {
        let item = add(&mut setter.elements, list, Role::ContentsItem);
        let reference = add(&mut setter.elements, item, Role::Reference);
        let link = add(&mut setter.elements, reference, Role::Link);
        let (style, x, above) = match heading.level {
            1 => (FIRST, 0.0, mm(1.2)),
            _ => (SECOND, mm(6.0), 0.0),
        };
        let text = Text::new(heading.title, style);
        let lines = setter
            .typesetter
            .set(&text, measure - x - NUMBER, Align::Start);
        let height = depth(&lines);
        let mark = Mark {
            owner: Owner::Element(link),
            draws: lines_at(lines, x, 0.0),
        };
        let mut piece = Piece::marks(above, height, vec![mark]);
        piece.leads_to = Some(Lead {
            heading: place,
            element: link,
        });
        pieces.push(piece);
    }
    Contents { pieces }
}

/// Writes the page numbers into the contents and gives the links their targets.
pub fn number_contents(
    pages: &mut [Page],
    typesetter: &mut Typesetter,
    anchors: &[Option<Target>],
    lines: &[ContentsLine],
) {
    for line in lines {
        let Some(target) = anchors.get(line.heading).copied().flatten() else {
            continue;
        };
        let Some(page) = pages.get_mut(line.page) else {
            continue;
        };
        let number = (target.page + 1).to_string();
        let title = page
            .marks
            .get(line.mark)
            .map(|mark| words(&mark.draws))
            .unwrap_or_default();
        if let Some(link) = page.links.get_mut(line.link) {
            link.target = target;
            link.label = format!("{}, {number}", title.trim_end());
        }
        let Some(mark) = page.marks.get_mut(line.mark) else {
            continue;
        };
        if let Some((set, width)) = typesetter.line(&Text::new(number, FIRST)) {
            // A space of its own keeps title and number apart when the text is read out.
            mark.draws
                .extend(lines_at(vec![set], line.right - width, line.y));
        }
    }
}

fn words(draws: &[Draw]) -> String {
    draws
        .iter()
        .map(|draw| match draw {
            Draw::Glyphs(run) => &*run.text,
            Draw::Path(_) => "",
        })
        .collect()
}

/// Bookmarks, nested by the levels of the headings.
pub fn outline(headings: &[Heading], anchors: &[Option<Target>]) -> Vec<Bookmark> {
    let mut open: Vec<(u8, Bookmark)> = Vec::new();
    let mut top = Vec::new();
    for (place, heading) in headings.iter().enumerate() {
        let Some(target) = anchors.get(place).copied().flatten() else {
            continue;
        };
        close(&mut open, &mut top, heading.level);
        let bookmark = Bookmark {
            title: heading.title.clone(),
            target,
            children: Vec::new(),
        };
        open.push((heading.level, bookmark));
    }
    close(&mut open, &mut top, 0);
    top
}

fn close(open: &mut Vec<(u8, Bookmark)>, top: &mut Vec<Bookmark>, level: u8) {
    while open.last().is_some_and(|(deep, _)| *deep >= level) {
        let Some((_, done)) = open.pop() else { return };
        match open.last_mut() {
            Some((_, above)) => above.children.push(done),
            None => top.push(done),
        }
    }
}

/// The first page: the plumb line, the title, what is said of the document.
pub fn cover(placer: &mut Placer<'_>, typesetter: &mut Typesetter, cover: &Cover, sheet: Sheet) {
    const LEFT: f32 = mm(44.0);
    let right = sheet.side;
    let measure = sheet.width - LEFT - right;
    let labels = mm(36.0);
    placer.page(sheet);
    let mut marks = vec![Mark {
        owner: Owner::Decoration,
        draws: plumb_line(),
    }];

    let title = add(placer.elements(), COVER, Role::Heading(1));
    let lines = typesetter.set(
        &Text::new(cover.title.as_str(), look::TITLE),
        measure,
        Align::Start,
    );
    let mut y = mm(83.0);
    let height = depth(&lines);
    marks.push(Mark {
        owner: Owner::Element(title),
        draws: lines_at(lines, LEFT, y),
    });
    y += height + mm(3.0);
    for (words, style) in [
        (&cover.subject, look::SUBJECT),
        (&cover.organisation, look::ORGANISATION),
    ] {
        if words.is_empty() {
            continue;
        }
        let element = add(placer.elements(), COVER, Role::Paragraph);
        let lines = typesetter.set(&Text::new(words.as_str(), style), measure, Align::Start);
        let height = depth(&lines);
        marks.push(Mark {
            owner: Owner::Element(element),
            draws: lines_at(lines, LEFT, y),
        });
        y += height + mm(2.5);
    }

    let table = add(placer.elements(), COVER, Role::Table);
    let body = add(placer.elements(), table, Role::TableBody);
    let mut rows = Vec::new();
    let mut height = 0.0;
    for (label, value) in &cover.facts {
        let row = add(placer.elements(), body, Role::Row);
        let head = add(
            placer.elements(),
            row,
            Role::HeaderCell {
                column: false,
                span: 1,
            },
        );
        let cell = add(placer.elements(), row, Role::Cell { span: 1 });
        let label = typesetter.set(
            &Text::new(label.as_str(), look::BODY.coloured(look::INK_2)),
            labels,
            Align::Start,
        );
        let value = typesetter.set(value, measure - labels - mm(6.0), Align::Start);
        let deep = depth(&label).max(depth(&value)) + mm(1.6);
        rows.push((head, label, cell, value, height));
        height += deep;
    }
    // The facts stand on the foot of the page, unless a long title needs the room.
    let top = (sheet.height - mm(34.0) - height).max(y + mm(8.0));
    for (head, label, cell, value, below) in rows {
        marks.push(Mark {
            owner: Owner::Element(head),
            draws: lines_at(label, LEFT, top + below),
        });
        marks.push(Mark {
            owner: Owner::Element(cell),
            draws: lines_at(value, LEFT + labels + mm(6.0), top + below),
        });
    }
    marks.retain(|mark| !mark.draws.is_empty());
    placer.put_at(marks);
}

/// The mark of the product: a line from the upper edge, and its bob.
fn plumb_line() -> Vec<Draw> {
    let (x, end) = (mm(30.3), mm(118.0));
    let (half, bob) = (mm(2.5), mm(7.0));
    let fill = |steps: Vec<Step>| {
        Draw::Path(Path {
            steps,
            fill: Some(look::PLUM),
            stroke: None,
        })
    };
    let thick = mm(0.3);
    vec![
        fill(vec![
            Step::Move(x - thick, 0.0),
            Step::Line(x + thick, 0.0),
            Step::Line(x + thick, end),
            Step::Line(x - thick, end),
            Step::Close,
        ]),
        fill(vec![
            Step::Move(x - half, end),
            Step::Line(x + half, end),
            Step::Line(x, end + bob),
            Step::Close,
        ]),
    ]
}
