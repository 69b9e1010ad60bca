//! One run over a standard: a row for every requirement that is assessed.

use super::judgement::{Judgement, text, value};
use crate::answer::{Answers, Value};
use crate::dossier::Dossier;
use crate::gaps;
use crate::record::{Record, RecordId};
use chrono::NaiveDate;
use content::{Questionnaire, RecordKind, Requirement, RequirementLevel, Standard};
use std::collections::BTreeMap;

/// A part of the standard that a run may look at or leave out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Area {
    /// Clauses 4 to 10.
    Clauses,
    /// The controls of Annex A.
    Controls,
}

impl Area {
    /// Both, in order.
    pub const ALL: [Area; 2] = [Area::Clauses, Area::Controls];

    /// The option of the question on the parts.
    pub fn code(self) -> &'static str {
        match self {
            Area::Clauses => "clauses",
            Area::Controls => "controls",
        }
    }

    /// The part a requirement belongs to.
    pub fn of(requirement: &Requirement) -> Area {
        match requirement.level {
            RequirementLevel::Control => Area::Controls,
            _ => Area::Clauses,
        }
    }
}

/// One run, without what it found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run<'n> {
    /// The record of kind `GapAnalysis`.
    pub record: &'n Record,
    /// The day it describes.
    pub on: Option<NaiveDate>,
    /// Who made it.
    pub assessor: String,
    /// How far it reaches.
    pub scope: String,
    /// The parts of the standard it looks at: both, unless somebody chose.
    pub parts: Vec<Area>,
    /// The run it is compared with.
    pub earlier: Option<&'n RecordId>,
    /// Who was spoken to.
    pub spoken: String,
    /// What whoever made it concludes.
    pub summary: String,
}

impl<'n> Run<'n> {
    /// Reads a run from its answers.
    pub fn of(record: &'n Record, answers: &'n Answers) -> Self {
        let parts = match value(answers, gaps::PARTS) {
            Some(Value::Many(chosen)) => {
                let chosen = |part: &Area| chosen.contains(part.code());
                Area::ALL.into_iter().filter(chosen).collect()
            }
            _ => Area::ALL.to_vec(),
        };
        Run {
            record,
            on: match value(answers, gaps::ON) {
                Some(Value::Date(on)) => Some(*on),
                _ => None,
            },
            assessor: text(answers, gaps::ASSESSOR),
            scope: text(answers, gaps::SCOPE),
            parts,
            earlier: value(answers, gaps::EARLIER)
                .and_then(|value| value.records().first())
                .filter(|earlier| **earlier != record.id),
            spoken: text(answers, gaps::SPOKEN),
            summary: text(answers, gaps::SUMMARY),
        }
    }
}

/// What was found, by run and requirement; of two that mean the same the first counts.
#[derive(Debug, Clone, Default)]
pub struct Findings(BTreeMap<RecordId, BTreeMap<String, Judgement>>);

impl Findings {
    /// Reads every finding; one that does not say what it is about is left out.
    pub fn of<'n>(
        asked: &Questionnaire,
        records: impl IntoIterator<Item = (&'n Record, &'n Answers)>,
    ) -> Self {
        let mut found = Findings::default();
        for (record, answers) in records {
            let run = value(answers, gaps::ANALYSIS).and_then(|value| value.records().first());
            let requirement = text(answers, gaps::REQUIREMENT);
            if let (Some(run), false) = (run, requirement.is_empty()) {
                let of_run = found.0.entry(run.clone()).or_default();
                let judged = || Judgement::of(&record.id, asked, answers);
                of_run.entry(requirement).or_insert_with(judged);
            }
        }
        found
    }

    /// The same from a whole snapshot, without what was retired.
    pub fn in_dossier(asked: &Questionnaire, dossier: &Dossier) -> Self {
        let records = dossier.current(RecordKind::Finding);
        let said = records.filter_map(|record| Some((record, dossier.answers.get(&record.id)?)));
        Findings::of(asked, said)
    }

    /// What a run says of a requirement.
    pub fn about(&self, run: &RecordId, requirement: &str) -> Option<&Judgement> {
        self.0.get(run)?.get(requirement)
    }
}

/// One requirement in one run.
#[derive(Debug, Clone)]
pub struct Row<'n> {
    /// The requirement.
    pub requirement: &'n Requirement,
    /// The clause or the topic of Annex A it stands under: 4 to 10, A.2 to A.10.
    pub topic: &'n Requirement,
    /// What was judged.
    pub judgement: Judgement,
}

/// A row for every requirement the run looks at, in the order of the standard.
pub fn rows<'n>(standard: &'n Standard, run: &Run<'_>, findings: &Findings) -> Vec<Row<'n>> {
    let looked_at = |one: &&Requirement| run.parts.contains(&Area::of(one));
    standard
        .assessed()
        .filter(looked_at)
        .map(|requirement| {
            let said = findings.about(&run.record.id, requirement.id.as_str());
            Row {
                requirement,
                // Itself where it stands under none.
                topic: standard.above(requirement).last().unwrap_or(requirement),
                judgement: said.cloned().unwrap_or_default(),
            }
        })
        .collect()
}
