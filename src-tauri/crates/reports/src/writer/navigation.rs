//! Ways through the document: link annotations and bookmarks.

use lopdf::{Dictionary, Object, dictionary};

use crate::error::ReportError;
use crate::tree::{Bookmark, Document, Link, Target};

use super::file::File;
use super::{Plan, points, reference, text};

/// Writes one link annotation.
pub fn write_link(
    document: &Document,
    page: usize,
    index: usize,
    plan: &Plan,
    file: &mut File,
) -> Result<(), ReportError> {
    const PRINT: i64 = 1 << 2;
    let height = document.pages[page].height;
    let Link {
        area: [left, top, right, bottom],
        target,
        label,
        element: _,
    } = &document.pages[page].links[index];
    let area = [*left, height - *bottom, *right, height - *top].map(|at| Object::Real(points(at)));
    let annotation = dictionary! {
        "Type" => "Annot",
        "Subtype" => "Link",
        "Rect" => Vec::from(area),
        "Border" => vec![0.into(), 0.into(), 0.into()],
        "F" => PRINT,
        "Contents" => text::string(label),
        "Dest" => destination(document, *target, plan)?,
        "StructParent" => link_key(document, plan, page, index),
    };
    file.put(plan.link_id(page, index), &annotation.into())
}

/// A link's key in the parent tree: the pages come first, then the links in their order.
pub fn link_key(document: &Document, plan: &Plan, page: usize, index: usize) -> i64 {
    let first = plan.first_link.first().copied().unwrap_or(0);
    document.pages.len() as i64 + i64::from(plan.link_id(page, index) - first)
}

/// Writes the bookmarks and answers their root, if there are any.
pub fn outline(
    document: &Document,
    plan: &Plan,
    file: &mut File,
) -> Result<Option<u32>, ReportError> {
    if document.outline.is_empty() {
        return Ok(None);
    }
    let root = file.reserve();
    let mut trunk = dictionary! {
        "Type" => "Outlines",
        "Count" => document.outline.len() as i64,
    };
    hang(document, &document.outline, root, &mut trunk, plan, file)?;
    file.put(root, &trunk.into())?;
    Ok(Some(root))
}

/// Writes bookmarks under a parent and tells it the first and the last of them.
fn hang(
    document: &Document,
    bookmarks: &[Bookmark],
    parent_id: u32,
    parent: &mut Dictionary,
    plan: &Plan,
    file: &mut File,
) -> Result<(), ReportError> {
    let first = file.reserve_many(bookmarks.len());
    let last = first + bookmarks.len() as u32 - 1;
    parent.set("First", reference(first));
    parent.set("Last", reference(last));
    for (id, bookmark) in (first..).zip(bookmarks) {
        let mut item = dictionary! {
            "Title" => text::string(&bookmark.title),
            "Parent" => reference(parent_id),
            "Dest" => destination(document, bookmark.target, plan)?,
        };
        if id > first {
            item.set("Prev", reference(id - 1));
        }
        if id < last {
            item.set("Next", reference(id + 1));
        }
        if !bookmark.children.is_empty() {
            // Negative: folded until the reader unfolds it.
            item.set("Count", -(bookmark.children.len() as i64));
            hang(document, &bookmark.children, id, &mut item, plan, file)?;
        }
        file.put(id, &item.into())?;
    }
    Ok(())
}

fn destination(document: &Document, target: Target, plan: &Plan) -> Result<Object, ReportError> {
    let page = document
        .pages
        .get(target.page)
        .ok_or_else(|| ReportError::broken(format!("something leads to page {}", target.page)))?;
    Ok(vec![
        plan.page(target.page),
        "XYZ".into(),
        Object::Integer(0),
        Object::Real(points(page.height - target.y)),
        Object::Null,
    ]
    .into())
}
