//! The fundamental rights impact assessment of one system: whether it is owed, its elements (a) to (f), the
//! harms to people that the impact assessment found, its own result, and on whose word.

use super::Options;
use super::classification::{said, signing, since};
use super::impact::Sheet;
use super::index::Index;
use super::judged::Judged;
use super::outline::{Fact, Outline, Piece};
use crate::error::ReportError;
use content::Library;
use domain::impact::FRIA;
use domain::{Dossier, RecordId};

/// Answers that belong to the result, in the order in which it is told.
const TOLD_FIRST: [&str; 4] = [
    "fria-result",
    "fria-notified",
    "fria-notified-on",
    "fria-review-due",
];

/// Every question that the report names, for the test that content has them.
pub fn rests_on() -> Vec<&'static str> {
    TOLD_FIRST.to_vec()
}

/// The report on one system.
pub fn build(
    system: &RecordId,
    dossier: &Dossier,
    library: &Library,
    options: &Options,
) -> Result<Outline, ReportError> {
    let index = Index::new(dossier, library, options);
    let judged = Judged::assessed(&index, system, FRIA, options)?;
    let sheet = Sheet {
        index: &index,
        judged: &judged,
    };
    let mut facts: Vec<Fact> = sheet.owed().into_iter().collect();
    let told = TOLD_FIRST.iter().filter_map(|id| sheet.fact(id));
    facts.extend(told.map(|fact| said(&index, fact)));
    let mut pieces = vec![
        Piece::Chapter(sheet.text("result")),
        Piece::Facts(facts),
        Piece::Note(sheet.text("three")),
    ];
    pieces.extend(since(&index, &judged));
    pieces.extend(sheet.open());
    pieces.extend(sheet.facts());
    pieces.extend(sheet.entries(&sheet.text("harms-title"), &sheet.text("harms-lead")));
    pieces.extend(signing(&index, &judged)?);
    Ok(Outline {
        front: judged.front(&index, options, "FRIA", &sheet.text("fria-title")),
        wide: false,
        pieces,
    })
}
