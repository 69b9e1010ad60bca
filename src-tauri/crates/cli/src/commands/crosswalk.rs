//! `plumb crosswalk`: every link between frameworks, and the duties of the law that no requirement covers.
//!
//! ```json
//! { "format": "plumbline.crosswalk", "version": 1,
//!   "crosswalks": [ { "focal": "iso-42001", "reference": "eu-ai-act", "content_version": 1,
//!                     "as_of": "2026-11-22", "caveat": "…",
//!                     "links": [ { "from": "iso42001:4.1", "to": "eu-ai-act:25(1)", "relation": "intersects",
//!                                  "strength": 4, "reuse": "partly", "basis": "own" } ],
//!                     "uncovered": [ { "id": "X01", "title": "…", "cite": "…", "who": "…", "nearest": ["…"],
//!                                      "reason": "…", "duties": ["O-BAN"] } ],
//!                     "beyond": [ { "requirement": "iso42001:6.2", "extent": "all", "reason": "…" } ] } ] }
//! ```
//! A relation `none` has neither `to` nor `reuse`. Relations are read from `from` to `to`; whoever reads them
//! backwards turns `subset` and `superset` round. A link says that evidence may be reused, never that a
//! requirement is met.

use crate::caller::Caller;
use crate::failure::Failure;
use crate::out;
use content::{Beyond, Crosswalk, Link, Uncovered};
use domain::crosswalk::Reusable;
use serde::Serialize;

/// Prints every crosswalk.
pub fn run(caller: &Caller, as_json: bool) -> Result<(), Failure> {
    let crosswalks = &caller.library.crosswalks;
    if as_json {
        return out::json(&Form {
            format: "plumbline.crosswalk",
            version: 1,
            crosswalks: crosswalks.iter().map(form).collect(),
        });
    }
    let texts = caller.texts();
    for crosswalk in crosswalks {
        out::line(format!("{} -> {}", crosswalk.focal, crosswalk.reference));
        for link in &crosswalk.links {
            let to = link.to.as_ref().map_or("-", |to| to.as_str());
            let Link { from, relation, .. } = link;
            let strength = link.strength;
            out::line(format!("{from}  {}  {to}  {strength}", relation.code()));
        }
        for one in &crosswalk.uncovered {
            out::line(format!("{}  {}  {}", one.id, one.cite, one.title));
        }
        out::line(&crosswalk.caveat);
    }
    out::line(texts.get("cli.crosswalk.meaning"));
    Ok(())
}

#[derive(Serialize)]
struct Form<'a> {
    format: &'static str,
    version: u32,
    crosswalks: Vec<CrosswalkForm<'a>>,
}

#[derive(Serialize)]
struct CrosswalkForm<'a> {
    focal: &'a str,
    reference: &'a str,
    content_version: u32,
    as_of: String,
    caveat: &'a str,
    links: Vec<LinkForm<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    uncovered: Vec<UncoveredForm<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    beyond: Vec<BeyondForm<'a>>,
}

#[derive(Serialize)]
struct LinkForm<'a> {
    from: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<&'a str>,
    relation: &'static str,
    strength: u8,
    #[serde(skip_serializing_if = "Option::is_none")]
    reuse: Option<&'static str>,
    basis: &'static str,
}

#[derive(Serialize)]
struct UncoveredForm<'a> {
    id: &'a str,
    title: &'a str,
    cite: &'a str,
    who: &'a str,
    nearest: Vec<&'a str>,
    reason: &'a str,
    duties: Vec<&'a str>,
}

#[derive(Serialize)]
struct BeyondForm<'a> {
    requirement: &'a str,
    extent: &'static str,
    reason: &'a str,
}

fn form(crosswalk: &Crosswalk) -> CrosswalkForm<'_> {
    CrosswalkForm {
        focal: crosswalk.focal.as_str(),
        reference: crosswalk.reference.as_str(),
        content_version: crosswalk.version,
        as_of: crosswalk.as_of.to_string(),
        caveat: &crosswalk.caveat,
        links: crosswalk.links.iter().map(link).collect(),
        uncovered: crosswalk.uncovered.iter().map(uncovered).collect(),
        beyond: crosswalk.beyond.iter().map(beyond).collect(),
    }
}

fn link(one: &Link) -> LinkForm<'_> {
    LinkForm {
        from: one.from.as_str(),
        to: one.to.as_ref().map(|to| to.as_str()),
        relation: one.relation.code(),
        strength: one.strength,
        reuse: Reusable::of(one.strength).map(Reusable::code),
        basis: one.basis.code(),
    }
}

fn uncovered(one: &Uncovered) -> UncoveredForm<'_> {
    UncoveredForm {
        id: &one.id,
        title: &one.title,
        cite: &one.cite,
        who: &one.who,
        nearest: one.nearest.iter().map(|id| id.as_str()).collect(),
        reason: &one.reason,
        duties: one.duties.iter().map(|id| id.as_str()).collect(),
    }
}

fn beyond(one: &Beyond) -> BeyondForm<'_> {
    BeyondForm {
        requirement: one.requirement.as_str(),
        extent: one.extent.code(),
        reason: &one.reason,
    }
}
