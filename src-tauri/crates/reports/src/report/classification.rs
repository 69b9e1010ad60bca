//! The record of one classification: what the law says of a system, why, from when, and on whose word.

mod duties;
mod reasons;
mod signing;

pub(super) use reasons::{because, drafts, unsettled};
pub(super) use signing::signing;

use super::Options;
use super::index::Index;
use super::judged::Judged;
use super::outline::{Fact, Item, Outline, Piece};
use crate::error::ReportError;
use content::Library;
use domain::frozen::{PLAIN, Part};
use domain::{Dossier, RecordId};

/// The record of one system's classification.
pub fn build(
    system: &RecordId,
    dossier: &Dossier,
    library: &Library,
    options: &Options,
) -> Result<Outline, ReportError> {
    let index = Index::new(dossier, library, options);
    let judged = Judged::of(&index, system, options)?;
    let title = index.texts.get("reports.classification.title").to_owned();
    let mut pieces = result(&index, &judged);
    pieces.extend(since(&index, &judged));
    pieces.extend(duties::owed(&index, &judged));
    pieces.extend(coming(&index, &judged));
    pieces.extend(reasons::holding(&index, &judged));
    pieces.extend(reasons::not_met(&index, &judged));
    pieces.extend(reasons::open(&index, &judged));
    pieces.extend(unsettled(&index, &judged, &|_| true));
    pieces.extend(drafts(&index, &judged, &|_| true));
    pieces.extend(facts(&index, &judged));
    pieces.extend(reasons::changes(&index, &judged));
    pieces.extend(signing(&index, &judged)?);
    Ok(Outline {
        front: judged.front(&index, options, "CLS", &title),
        wide: false,
        pieces,
    })
}

/// The words that explain a part.
pub(super) fn plain(part: &Part) -> &str {
    part.value(&[PLAIN])
}

/// Names one after the other.
fn listed(parts: &[Part]) -> String {
    let names: Vec<&str> = parts.iter().map(|part| part.label.as_str()).collect();
    names.join("; ")
}

fn result(index: &Index<'_>, judged: &Judged<'_>) -> Vec<Piece> {
    let text = |key: &str| index.texts.get(&format!("reports.law.{key}")).to_owned();
    let frozen = &judged.frozen;
    let headline = frozen.part(&["headline"]).cloned().unwrap_or_default();
    let lead = index.texts.format(
        "reports.classification.lead",
        &[("on", frozen.value(&["on"])), ("headline", &headline.value)],
    );
    let mut pieces = vec![
        Piece::Chapter(text("result")),
        Piece::Lead(lead),
        Piece::Words(plain(&headline).to_owned()),
    ];
    pieces.retain(|piece| !matches!(piece, Piece::Words(words) if words.is_empty()));
    let mut facts = vec![Fact::new(text("class"), &headline.value).citing(&headline.cite)];
    let mut add = |label: &str, words: String| {
        if !words.is_empty() {
            facts.push(Fact::new(text(label), words));
        }
    };
    add("at-least", headline.value(&["at-least"]).to_owned());
    let classes = frozen.parts(&["classes"]);
    if classes.len() > 1 {
        add("classes", listed(classes));
    }
    add("open-classes", listed(frozen.parts(&["open-classes"])));
    let points = frozen.parts(&["points"]).iter();
    let points: Vec<String> = points
        .map(|point| format!("{}: {} ({})", point.value, point.label, point.cite))
        .collect();
    add("points", points.join("\n"));
    add("roles", listed(frozen.parts(&["roles"])));
    add("open-roles", listed(frozen.parts(&["open-roles"])));
    add("on", frozen.value(&["on"]).to_owned());
    let confidence = frozen.value(&["confidence"]);
    let confidence = index
        .texts
        .find(&format!("reports.law.confidence-{confidence}"));
    add("confidence", confidence.unwrap_or_default().to_owned());
    let law = frozen.part(&["law"]).cloned().unwrap_or_default();
    add("text", format!("{}\n{}", law.label, law.value));
    add("content", law.value(&["content"]).to_owned());
    add("as-of", law.value(&["as-of"]).to_owned());
    pieces.push(Piece::Facts(facts));
    pieces.push(Piece::Note(plain(&law).to_owned()));
    pieces
}

/// In what the file differs now from what was signed.
pub(super) fn since(index: &Index<'_>, judged: &Judged<'_>) -> Vec<Piece> {
    let Some(revision) = judged.signed else {
        return Vec::new();
    };
    let text = |key: &str| index.texts.get(&format!("reports.law.{key}")).to_owned();
    if judged.since.is_empty() {
        return vec![Piece::Words(text("since-none"))];
    }
    let number = revision.number.to_string();
    let lead = index
        .texts
        .format("reports.law.since-lead", &[("number", &number)]);
    vec![
        Piece::Section(text("since")),
        Piece::Warning(lead),
        Piece::Register(reasons::differences(index, &judged.since)),
    ]
}

/// What will hold from a later day, and what to watch.
fn coming(index: &Index<'_>, judged: &Judged<'_>) -> Vec<Piece> {
    let text = |key: &str| index.texts.get(&format!("reports.law.{key}")).to_owned();
    let mut pieces = Vec::new();
    let warnings = judged.frozen.parts(&["warnings"]).iter();
    let warnings: Vec<Item> = warnings
        .map(|warning| Item {
            name: format!("{}: {}", warning.value, warning.label),
            cite: warning.cite.clone(),
            words: plain(warning).to_owned(),
        })
        .collect();
    if !warnings.is_empty() {
        pieces.extend([
            Piece::Chapter(text("warnings")),
            Piece::Words(text("warnings-lead")),
            Piece::Items(warnings),
        ]);
    }
    let advice: Vec<Item> = judged.frozen.parts(&["advice"]).iter().map(item).collect();
    if !advice.is_empty() {
        pieces.extend([Piece::Chapter(text("advice")), Piece::Items(advice)]);
    }
    pieces
}

/// A part as one thing of a list.
pub(super) fn item(part: &Part) -> Item {
    Item {
        name: part.label.clone(),
        cite: part.cite.clone(),
        words: plain(part).to_owned(),
    }
}

/// Every answer the outcome rests on, with where it comes from.
fn facts(index: &Index<'_>, judged: &Judged<'_>) -> Vec<Piece> {
    let text = |key: &str| index.texts.get(&format!("reports.law.{key}")).to_owned();
    let mut pieces = vec![
        Piece::Chapter(text("facts")),
        Piece::Words(text("facts-lead")),
    ];
    let sections = judged.frozen.parts(&["facts"]).iter();
    for section in sections.filter(|section| !section.parts.is_empty()) {
        pieces.push(Piece::Section(section.label.clone()));
        let facts = section.parts.iter().map(|fact| said(index, fact));
        pieces.push(Piece::Facts(facts.collect()));
    }
    pieces
}

/// One answer with its remark, and with its source where that is another than the assessment itself.
pub(super) fn said(index: &Index<'_>, fact: &Part) -> Fact {
    let own = index.texts.get("content.outcome.answered");
    let source = Some(fact.value(&["source"])).filter(|source| *source != own);
    let said = [Some(fact.value(&["note"])), source].into_iter().flatten();
    let remark: Vec<&str> = said.filter(|words| !words.is_empty()).collect();
    let remark = remark.join("\n");
    Fact::new(&fact.label, &fact.value)
        .citing(&fact.cite)
        .with(remark)
}
