//! The assessments of systems as a whole snapshot of the file has them: what a report of a draft is made
//! from, and where contradictions are looked for.

use super::entry::{Entry, question};
use super::freeze::{Assessed, freeze};
use super::outcome::{Outcome, outcome};
use super::owed::{Owed, owed};
use super::weigh::Weigh;
use super::{ASSESSMENTS, DPIA, FRIA, IMPACT_ASSESSMENT};
use crate::answer::Answers;
use crate::assessment::Assessment;
use crate::dossier::Dossier;
use crate::fact;
use crate::frozen::Frozen;
use crate::law::{Engine, Knowing};
use crate::record::{Record, RecordId};
use crate::truth::Truth;
use crate::words::Words;
use chrono::NaiveDate;
use content::{DutyId, Library, Questionnaire, RecordKind};
use std::collections::BTreeMap;

/// Reads assessments of a snapshot; prepared once for all of its systems.
pub struct Reader<'d> {
    library: &'d Library,
    dossier: &'d Dossier,
    engine: Engine<'d>,
    law: Knowing<'d>,
    assessments: [Knowing<'d>; 3],
    weigh: Weigh<'d>,
    asked: &'d Questionnaire,
    entries: BTreeMap<&'d RecordId, Vec<&'d Record>>,
}

/// The assessments of one system on a day.
pub struct Snapshot<'d> {
    /// The system.
    pub system: &'d Record,
    /// In the order of [`ASSESSMENTS`].
    pub assessments: [Assessment<'d>; 3],
    /// Benefits and harms that are not retired, by number.
    pub entries: Vec<Entry<'d, 'd>>,
    /// What they come to.
    pub outcome: Outcome<'d>,
    /// Whether each assessment the method speaks of is owed.
    pub owed: Vec<Owed<'d>>,
    headline: String,
    on: NaiveDate,
}

impl<'d> Reader<'d> {
    /// Prepares; none in a library without law or method.
    pub fn new(library: &'d Library, dossier: &'d Dossier) -> Option<Self> {
        let framework = library.framework(fact::AI_ACT)?;
        let asked_by_law = library.questions_of(framework)?;
        let knowing = |id: &str| Some(Knowing::new(library, library.questionnaire(id)?));
        let mut entries: BTreeMap<&RecordId, Vec<&Record>> = BTreeMap::new();
        for record in dossier.current(RecordKind::Impact) {
            let link = dossier.value(&record.id, question::SYSTEM);
            if let Some(system) = link.and_then(|link| link.records().first()) {
                entries.entry(system).or_default().push(record);
            }
        }
        Some(Reader {
            library,
            dossier,
            engine: Engine::new(framework, asked_by_law),
            law: Knowing::new(library, asked_by_law),
            assessments: [knowing(IMPACT_ASSESSMENT)?, knowing(FRIA)?, knowing(DPIA)?],
            weigh: Weigh::new(library)?,
            asked: library.questionnaire_about(RecordKind::Impact)?,
            entries,
        })
    }

    /// The method by which it weighs.
    pub fn weigh(&self) -> &Weigh<'d> {
        &self.weigh
    }

    /// The assessments of a system.
    pub fn read(&self, system: &'d Record, on: NaiveDate) -> Snapshot<'d> {
        static NONE: Answers = Answers::new();
        let dossier = self.dossier;
        let answers = |id: &RecordId| dossier.answers.get(id).unwrap_or(&NONE);
        let organisation = dossier.organisation();
        let organisation = organisation.map_or(&NONE, |record| answers(&record.id));
        let own = answers(&system.id);
        let facts = self.law.facts(own, organisation);
        let weighing = self.engine.weigh(&facts, on);
        let duty = |id: &DutyId| {
            let is_owed = |truth| weighing.duties(truth).iter().any(|one| one.duty.id == *id);
            match (is_owed(Truth::Yes), is_owed(Truth::Unknown)) {
                (true, _) => Truth::Yes,
                (_, true) => Truth::Unknown,
                _ => Truth::No,
            }
        };
        let entries: Vec<Entry<'_, '_>> = self
            .entries
            .get(&system.id)
            .into_iter()
            .flatten()
            .map(|record| Entry::of(&self.weigh, self.asked, record, answers(&record.id)))
            .collect();
        let assessments = self
            .assessments
            .each_ref()
            .map(|knowing| Assessment::of(knowing, own, organisation));
        let [whole, ..] = &assessments;
        let headline = weighing.headline();
        Snapshot {
            system,
            outcome: outcome(&self.weigh, whole, &entries),
            owed: owed(self.weigh.method, self.library, own, organisation, &duty),
            headline: headline.map_or_else(String::new, |class| class.title.clone()),
            assessments,
            entries,
            on,
        }
    }
}

impl Snapshot<'_> {
    /// One of the assessments as it would be signed; none for a questionnaire that is none of them.
    pub fn freeze(
        &self,
        reader: &Reader<'_>,
        words: &Words<'_>,
        questionnaire: &str,
    ) -> Option<Frozen> {
        let place = ASSESSMENTS.iter().position(|id| *id == questionnaire)?;
        let assessed = Assessed {
            system: self.system,
            assessment: self.assessments.get(place)?,
            entries: &self.entries,
            outcome: &self.outcome,
            owed: self
                .owed
                .iter()
                .find(|owed| owed.rule.assessment.as_str() == questionnaire)
                .copied(),
            headline: self.headline.clone(),
            on: self.on,
        };
        Some(freeze(&reader.weigh, reader.library, words, &assessed))
    }
}
