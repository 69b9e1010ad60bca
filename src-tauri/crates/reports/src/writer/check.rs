//! Whether pages and structure tell the same story, and the way back from content to structure.

use crate::error::ReportError;
use crate::tree::{Child, Document, ElementId, Owner, Role};

/// What the writer needs to know of a document that the tree only says in the other direction.
pub struct Bearings {
    /// Parent of each element; the root is its own.
    pub parents: Vec<ElementId>,
    /// Per page and mark: its number among the page's marked content, for marks of elements.
    pub numbers: Vec<Vec<Option<u32>>>,
}

impl Bearings {
    /// Takes them, and refuses a document in which an element, a mark or a link has no place or two.
    pub fn take(document: &Document) -> Result<Bearings, ReportError> {
        if document.pages.is_empty() {
            return Err(ReportError::broken("there is no page"));
        }
        match document.elements.first() {
            Some(root) if root.role == Role::Document => {}
            _ => return Err(ReportError::broken("element 0 is not the document")),
        }
        let mut claims = Claims::none(document);
        for (parent, element) in document.elements.iter().enumerate() {
            for child in &element.children {
                claims.claim(document, parent, *child)?;
            }
            if matches!(element.role, Role::Figure { .. }) && element.alt.is_none() {
                return Err(ReportError::broken(format!(
                    "figure {parent} has no text alternative"
                )));
            }
        }
        claims.require_all(document)?;
        Ok(Bearings {
            parents: claims
                .parents
                .into_iter()
                .map(|at| at.unwrap_or(0))
                .collect(),
            numbers: number_marks(document),
        })
    }
}

/// Who has named what so far.
struct Claims {
    parents: Vec<Option<ElementId>>,
    marks: Vec<Vec<bool>>,
    links: Vec<Vec<bool>>,
}

impl Claims {
    fn none(document: &Document) -> Claims {
        let per_page = |count: fn(&crate::tree::Page) -> usize| {
            let row = |page| vec![false; count(page)];
            document.pages.iter().map(row).collect()
        };
        let mut parents = vec![None; document.elements.len()];
        parents[0] = Some(0);
        Claims {
            parents,
            marks: per_page(|page| page.marks.len()),
            links: per_page(|page| page.links.len()),
        }
    }

    fn claim(
        &mut self,
        document: &Document,
        parent: ElementId,
        child: Child,
    ) -> Result<(), ReportError> {
        let twice = match child {
            Child::Element(id) => match self.parents.get_mut(id) {
                None => return Err(missing(parent, child)),
                Some(slot) => slot.replace(parent).is_some(),
            },
            Child::Mark(page, index) => {
                let mark = document.pages.get(page).and_then(|at| at.marks.get(index));
                match mark.map(|mark| mark.owner) {
                    Some(Owner::Element(owner)) if owner == parent => {}
                    _ => return Err(missing(parent, child)),
                }
                std::mem::replace(&mut self.marks[page][index], true)
            }
            Child::Link(page, index) => {
                let link = document.pages.get(page).and_then(|at| at.links.get(index));
                if link.map(|link| link.element) != Some(parent) {
                    return Err(missing(parent, child));
                }
                std::mem::replace(&mut self.links[page][index], true)
            }
        };
        if twice {
            return Err(ReportError::broken(format!("{child:?} is named twice")));
        }
        Ok(())
    }

    fn require_all(&self, document: &Document) -> Result<(), ReportError> {
        if let Some(lost) = self.parents.iter().position(Option::is_none) {
            return Err(ReportError::broken(format!("element {lost} has no parent")));
        }
        // Everyone has one parent, so whoever the root does not reach is part of a circle.
        let mut open = vec![0];
        let mut reached = 0;
        while let Some(id) = open.pop() {
            reached += 1;
            open.extend(
                document.elements[id]
                    .children
                    .iter()
                    .filter_map(|child| match child {
                        Child::Element(id) => Some(*id),
                        _ => None,
                    }),
            );
        }
        if reached < document.elements.len() {
            return Err(ReportError::broken("elements hold one another in a circle"));
        }
        for (number, page) in document.pages.iter().enumerate() {
            let owned = |index: &usize| matches!(page.marks[*index].owner, Owner::Element(_));
            let lost = (0..page.marks.len())
                .filter(owned)
                .find(|index| !self.marks[number][*index]);
            if let Some(index) = lost {
                return Err(ReportError::broken(format!(
                    "mark {index} of page {number} is named by no element"
                )));
            }
            if let Some(index) = self.links[number].iter().position(|named| !named) {
                return Err(ReportError::broken(format!(
                    "link {index} of page {number} is named by no element"
                )));
            }
            if let Some(link) = page
                .links
                .iter()
                .find(|link| link.target.page >= document.pages.len())
            {
                return Err(ReportError::broken(format!(
                    "a link leads to page {}",
                    link.target.page
                )));
            }
        }
        Ok(())
    }
}

fn missing(parent: ElementId, child: Child) -> ReportError {
    ReportError::broken(format!(
        "element {parent} names {child:?}, which is not its own"
    ))
}

fn number_marks(document: &Document) -> Vec<Vec<Option<u32>>> {
    let numbers = |page: &crate::tree::Page| {
        let mut next = 0..;
        page.marks
            .iter()
            .map(|mark| match mark.owner {
                Owner::Element(_) => next.next(),
                _ => None,
            })
            .collect()
    };
    document.pages.iter().map(numbers).collect()
}
