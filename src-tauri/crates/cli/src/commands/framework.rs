//! `plumb framework`: the requirements of a standard, or the provisions of a law that crosswalks meet, by
//! id and title.
//!
//! ```json
//! { "format": "plumbline.framework", "version": 1, "id": "iso-42001", "title": "…", "content_version": 1,
//!   "as_of": "2026-11-22", "note": "…",
//!   "requirements": [ { "id": "iso42001:A.8.4", "reference": "A.8.4", "title": "…", "level": "control",
//!                       "parent": "iso42001:A.8", "assessed": true, "documented": true } ] }
//! ```
//! `documented` is there where something is said of it.

use crate::caller::Caller;
use crate::failure::Failure;
use crate::out;
use content::{Framework, Provision, Requirement, Standard};
use domain::nearest::nearest;
use serde::Serialize;

/// Prints a framework.
pub fn run(caller: &Caller, word: &str, as_json: bool) -> Result<(), Failure> {
    let library = caller.library;
    let form = match (library.standard(word), library.framework(word)) {
        (Some(standard), _) => standard_form(standard),
        (None, Some(law)) => law_form(law),
        (None, None) => {
            let standards = library.standards.iter().map(|known| known.id.as_str());
            let laws = library.frameworks.iter().map(|known| known.id.as_str());
            let nearest = nearest(word, standards.chain(laws)).unwrap_or("-");
            let values = [("word", word), ("nearest", nearest)];
            let message = caller
                .texts()
                .format("cli.crosswalk.unknown-framework", &values);
            return Err(Failure::misused(message));
        }
    };
    if as_json {
        return out::json(&form);
    }
    out::line(form.title);
    for requirement in &form.requirements {
        out::line(format!("{}  {}", requirement.id, requirement.title));
    }
    out::line(form.note);
    Ok(())
}

#[derive(Serialize)]
struct Form<'a> {
    format: &'static str,
    version: u32,
    id: &'a str,
    title: &'a str,
    content_version: u32,
    as_of: String,
    note: &'a str,
    requirements: Vec<RequirementForm<'a>>,
}

#[derive(Serialize)]
struct RequirementForm<'a> {
    id: &'a str,
    reference: &'a str,
    title: &'a str,
    level: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    parent: Option<&'a str>,
    assessed: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    documented: Option<bool>,
}

fn standard_form(standard: &Standard) -> Form<'_> {
    Form {
        format: "plumbline.framework",
        version: 1,
        id: standard.id.as_str(),
        title: &standard.title,
        content_version: standard.version,
        as_of: standard.as_of.to_string(),
        note: &standard.licence,
        requirements: standard.requirements.iter().map(requirement).collect(),
    }
}

fn requirement(one: &Requirement) -> RequirementForm<'_> {
    RequirementForm {
        id: one.id.as_str(),
        reference: &one.reference,
        title: &one.title,
        level: one.level.code(),
        parent: one.parent.as_ref().map(|parent| parent.as_str()),
        assessed: one.assess,
        documented: one.documented,
    }
}

fn law_form(law: &Framework) -> Form<'_> {
    Form {
        format: "plumbline.framework",
        version: 1,
        id: law.id.as_str(),
        title: &law.title,
        content_version: law.version,
        as_of: law.as_of.to_string(),
        note: &law.caveat,
        requirements: law.provisions.iter().map(provision).collect(),
    }
}

fn provision(one: &Provision) -> RequirementForm<'_> {
    RequirementForm {
        id: one.id.as_str(),
        reference: &one.reference,
        title: &one.title,
        level: "provision",
        parent: None,
        assessed: false,
        documented: None,
    }
}
