//! The structure tree: what a screen reader reads, in its order.

use lopdf::{Dictionary, Object, dictionary};

use crate::error::ReportError;
use crate::tree::{Child, Document, Element, ElementId, Numbering, Owner, Role};

use super::check::Bearings;
use super::file::File;
use super::navigation::link_key;
use super::{Plan, points, reference, text};

/// The standard structure type of a role.
pub fn name(role: &Role) -> &'static str {
    match role {
        Role::Document => "Document",
        Role::Sect => "Sect",
        Role::Heading(level) => match level {
            0 | 1 => "H1",
            2 => "H2",
            3 => "H3",
            4 => "H4",
            5 => "H5",
            _ => "H6",
        },
        Role::Paragraph => "P",
        Role::List(_) => "L",
        Role::ListItem => "LI",
        Role::Label => "Lbl",
        Role::ListBody => "LBody",
        Role::Table => "Table",
        Role::TableHead => "THead",
        Role::TableBody => "TBody",
        Role::Row => "TR",
        Role::HeaderCell { .. } => "TH",
        Role::Cell { .. } => "TD",
        Role::Contents => "TOC",
        Role::ContentsItem => "TOCI",
        Role::Reference => "Reference",
        Role::Link => "Link",
        Role::Figure { .. } => "Figure",
        Role::Caption => "Caption",
        Role::Span => "Span",
    }
}

/// Writes the tree and, for the way back, the parent tree.
pub fn write(
    document: &Document,
    bearings: &Bearings,
    plan: &Plan,
    file: &mut File,
) -> Result<(), ReportError> {
    for id in 0..document.elements.len() {
        let element = element(document, id, bearings, plan)?;
        file.put(plan.first_element + id as u32, &element.into())?;
    }
    let parents = write_parents(document, plan, file)?;
    let links: usize = document.pages.iter().map(|page| page.links.len()).sum();
    let root = dictionary! {
        "Type" => "StructTreeRoot",
        "K" => plan.element(0),
        "ParentTree" => reference(parents),
        "ParentTreeNextKey" => (document.pages.len() + links) as i64,
    };
    file.put(plan.structure, &root.into())
}

fn element(
    document: &Document,
    id: ElementId,
    bearings: &Bearings,
    plan: &Plan,
) -> Result<Dictionary, ReportError> {
    let Element {
        role,
        children,
        lang,
        alt,
    } = &document.elements[id];
    let parent = if id == 0 {
        reference(plan.structure)
    } else {
        plan.element(bearings.parents[id])
    };
    let mut node = dictionary! { "S" => name(role), "P" => parent };
    let home = children.iter().find_map(|child| match child {
        Child::Mark(page, _) | Child::Link(page, _) => Some(*page),
        Child::Element(_) => None,
    });
    if let Some(page) = home {
        node.set("Pg", plan.page(page));
    }
    let mut kids: Vec<Object> = children
        .iter()
        .map(|child| kid(*child, home, bearings, plan))
        .collect();
    match kids.len() {
        0 => {}
        1 => node.set("K", kids.remove(0)),
        _ => node.set("K", kids),
    }
    if let Some(attributes) = attributes(document, role, alt.as_deref(), home)? {
        node.set("A", attributes);
    }
    if let Some(lang) = lang {
        node.set("Lang", text::string(lang));
    }
    if let (Some(alt), false) = (alt, matches!(role, Role::Table)) {
        node.set("Alt", text::string(alt));
    }
    Ok(node)
}

fn kid(child: Child, home: Option<usize>, bearings: &Bearings, plan: &Plan) -> Object {
    match child {
        Child::Element(id) => plan.element(id),
        Child::Mark(page, index) => {
            let number = i64::from(bearings.numbers[page][index].unwrap_or(0));
            if home == Some(page) {
                return number.into();
            }
            let content =
                dictionary! { "Type" => "MCR", "Pg" => plan.page(page), "MCID" => number };
            content.into()
        }
        Child::Link(page, index) => {
            let link = dictionary! {
                "Type" => "OBJR", "Pg" => plan.page(page), "Obj" => plan.link(page, index),
            };
            link.into()
        }
    }
}

/// What a role says beyond its name.
fn attributes(
    document: &Document,
    role: &Role,
    alt: Option<&str>,
    home: Option<usize>,
) -> Result<Option<Dictionary>, ReportError> {
    Ok(Some(match role {
        Role::HeaderCell { column, span } => {
            let scope = if *column { "Column" } else { "Row" };
            let mut table = dictionary! { "O" => "Table", "Scope" => scope };
            if *span > 1 {
                table.set("ColSpan", i64::from(*span));
            }
            table
        }
        Role::Cell { span } if *span > 1 => {
            dictionary! { "O" => "Table", "ColSpan" => i64::from(*span) }
        }
        Role::Table => match alt {
            Some(summary) => dictionary! { "O" => "Table", "Summary" => text::string(summary) },
            None => return Ok(None),
        },
        Role::List(numbering) => {
            let numbering = match numbering {
                Numbering::None => "None",
                Numbering::Bullet => "Disc",
                Numbering::Decimal => "Decimal",
            };
            dictionary! { "O" => "List", "ListNumbering" => numbering }
        }
        Role::Figure {
            area: [left, top, right, bottom],
        } => {
            let page = home.ok_or_else(|| ReportError::broken("a figure stands on no page"))?;
            let height = document.pages[page].height;
            let area = [*left, height - *bottom, *right, height - *top];
            let area: Vec<Object> = area.map(|at| Object::Real(points(at))).into();
            dictionary! { "O" => "Layout", "BBox" => area, "Placement" => "Block" }
        }
        _ => return Ok(None),
    }))
}

/// From each page's marked content, and from each link, to its element.
fn write_parents(document: &Document, plan: &Plan, file: &mut File) -> Result<u32, ReportError> {
    let mut entries: Vec<Object> = Vec::new();
    for (number, page) in document.pages.iter().enumerate() {
        let owners: Vec<Object> = page
            .marks
            .iter()
            .filter_map(|mark| match mark.owner {
                Owner::Element(id) => Some(plan.element(id)),
                _ => None,
            })
            .collect();
        let list = file.reserve();
        file.put(list, &owners.into())?;
        entries.push((number as i64).into());
        entries.push(reference(list));
    }
    for (number, page) in document.pages.iter().enumerate() {
        for (index, link) in page.links.iter().enumerate() {
            entries.push(link_key(document, plan, number, index).into());
            entries.push(plan.element(link.element));
        }
    }
    let tree = file.reserve();
    file.put(tree, &dictionary! { "Nums" => entries }.into())?;
    Ok(tree)
}
