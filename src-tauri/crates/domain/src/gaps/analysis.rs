//! One run with everything it is read beside: the earlier run, the actions, the duties of the law.

use super::compare::{Moved, compare};
use super::credit::is_certified;
use super::plan::{PlanLine, Pressing, plan, pressing};
use super::remedy::remedies;
use super::rows::{Findings, Row, Run, rows};
use crate::answer::Answers;
use crate::dossier::Dossier;
use crate::fact;
use crate::gaps;
use crate::law::{Engine, Facts, Knowing, Urgency, register_of};
use crate::progress::{Standing, counted, standing};
use crate::record::{Record, RecordId};
use crate::risk::Action;
use crate::truth::Truth;
use chrono::NaiveDate;
use content::{Library, Question, Questionnaire, RecordKind, RequirementId, Standard};
use std::collections::BTreeMap;

/// One run, ready to be shown, printed or signed.
#[derive(Debug, Clone)]
pub struct Analysis<'n> {
    /// The standard it goes through.
    pub standard: &'n Standard,
    /// The run.
    pub run: Run<'n>,
    /// A row for every requirement it looks at.
    pub rows: Vec<Row<'n>>,
    /// The run it is compared with.
    pub earlier: Option<(Run<'n>, Vec<Row<'n>>)>,
    /// Actions that close findings, of this run and of others.
    pub remedies: Vec<Action<'n>>,
    /// For each requirement the duty of the law that presses most.
    pub pressing: BTreeMap<RequirementId, Pressing<'n>>,
    /// Whether the organisation has the certificate whose evidence may be used again.
    pub certified: bool,
    /// Questions about the run without whose answers it cannot be signed.
    pub missing: Vec<&'n Question>,
}

impl<'n> Analysis<'n> {
    /// Puts a run together from what was read of it. `runs` are all runs with their answers.
    pub fn of(
        standard: &'n Standard,
        about: &'n Questionnaire,
        (record, answers): (&'n Record, &'n Answers),
        runs: impl IntoIterator<Item = (&'n Record, &'n Answers)>,
        findings: &Findings,
    ) -> Self {
        let run = Run::of(record, answers);
        let earlier = run.earlier.and_then(|wanted| {
            let mut runs = runs.into_iter();
            let (record, answers) = runs.find(|(record, _)| record.id == *wanted)?;
            let run = Run::of(record, answers);
            let rows = rows(standard, &run, findings);
            Some((run, rows))
        });
        Analysis {
            rows: rows(standard, &run, findings),
            standard,
            run,
            earlier,
            remedies: Vec::new(),
            pressing: BTreeMap::new(),
            certified: false,
            missing: missing(about, answers),
        }
    }

    /// A run as a whole snapshot has it, with the calendar of duties of a day; none where there is no such run.
    pub fn in_dossier(
        library: &'n Library,
        dossier: &'n Dossier,
        run: &RecordId,
        on: NaiveDate,
    ) -> Option<Self> {
        let standard = library.standard(gaps::STANDARD)?;
        let about = library.questionnaire_about(RecordKind::GapAnalysis)?;
        let asked = library.questionnaire_about(RecordKind::Finding)?;
        let findings = Findings::in_dossier(asked, dossier);
        let none: &'n Answers = NONE;
        let said = |record: &'n Record| (record, dossier.answers.get(&record.id).unwrap_or(none));
        let record = dossier.record(run)?;
        let runs = dossier.current(RecordKind::GapAnalysis).map(said);
        let mut analysis = Analysis::of(standard, about, said(record), runs, &findings);
        analysis.remedies = remedies(dossier.current(RecordKind::Action).map(said));
        let profile = dossier.organisation().map(said);
        analysis.certified = profile.is_some_and(|(_, answers)| is_certified(answers));
        let law = library.framework(fact::AI_ACT);
        if let Some((law, questions)) = law.and_then(|law| Some((law, library.questions_of(law)?)))
        {
            let engine = Engine::new(law, questions);
            let facts = Facts::of(dossier, &Knowing::new(library, questions));
            let duties = register_of(&engine, dossier, &facts, on);
            let owed = duties
                .iter()
                .filter(|row| row.owed == Truth::Yes && row.urgency != Urgency::Settled);
            let owed = owed.filter_map(|row| Some((row.duty, &row.system.id, row.day()?)));
            analysis.pressing = pressing(library, standard, owed);
        }
        Some(analysis)
    }

    /// What is to be done, the most pressing first.
    pub fn plan(&self) -> Vec<PlanLine<'_, 'n>> {
        plan(&self.rows, &self.remedies, &self.pressing)
    }

    /// What became of the earlier run; empty without one.
    pub fn moved(&self) -> Vec<Moved<'_>> {
        let earlier = self.earlier.as_ref();
        earlier.map_or_else(Vec::new, |(_, before)| compare(before, &self.rows))
    }
}

/// Required questions that are shown and not settled.
fn missing<'n>(about: &'n Questionnaire, answers: &Answers) -> Vec<&'n Question> {
    let counted = counted(about, answers);
    let asked = about.questions.iter().filter(|question| question.required);
    let open = asked.filter(|question| {
        let standing = standing(question, &counted);
        matches!(standing, Standing::Open | Standing::NotKnown)
    });
    open.collect()
}

static NONE: &Answers = &Answers::new();
