//! Contradictions in a file: two things said that cannot both be right, or something said without what
//! must stand beside it. Found on every read, never stored; each leads to the spot.

mod gaps;
mod impact;
mod law;
mod links;
mod risks;
mod soa;

use crate::dossier::Dossier;
use crate::record::RecordId;
use chrono::NaiveDate;
use content::Library;

/// One contradiction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Smell {
    /// Which: the text `ui.xray.<code>` tells it, with [`Smell::with`] filled in. The part before the
    /// first hyphen is its area.
    pub code: &'static str,
    /// The record it is about.
    pub record: Option<RecordId>,
    /// What the text names. A day is written 2027-12-02; whoever shows it words it.
    pub with: Vec<(&'static str, String)>,
    /// Where it is put right.
    pub place: Place,
}

/// Where something is put right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// The page of a record.
    Record(RecordId),
    /// One question about a record, in the wizard that describes it.
    Question(RecordId, &'static str),
    /// An assessment of a record: the questionnaire, and the record.
    Assessment(&'static str, RecordId),
    /// The classification of a system.
    Classification(RecordId),
    /// The calendar of duties of a system.
    Duties(RecordId),
    /// An incident.
    Incident(RecordId),
    /// A requirement in a run of the gap analysis: the run, and the requirement's id.
    Requirement(RecordId, String),
    /// A screen by its address, e.g. `soa`.
    Screen(&'static str),
}

/// What finds contradictions of one area.
type Eye = fn(&Library, &Dossier, NaiveDate) -> Vec<Smell>;

/// Every area, in the order in which they are shown.
const EYES: &[Eye] = &[
    law::smells,
    impact::smells,
    gaps::smells,
    soa::smells,
    links::smells,
    risks::smells,
];

/// Every contradiction of a file on a day, by area. The dossier has to hold what was signed and stands.
pub fn smells(library: &Library, dossier: &Dossier, on: NaiveDate) -> Vec<Smell> {
    EYES.iter()
        .flat_map(|eye| eye(library, dossier, on))
        .collect()
}
