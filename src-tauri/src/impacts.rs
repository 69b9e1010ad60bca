//! Impact assessments as the commands see them: what is asked, prepared once, and one system with its
//! benefits and harms.

use crate::desk::Desk;
use crate::error::AppError;
use crate::law::Case;
use crate::session::OpenFile;
use crate::show::{self, Names};
use chrono::NaiveDate;
use content::{Class, DutyId, QuestionId, Questionnaire, RecordKind};
use domain::assessment::Assessment;
use domain::impact::{self, Assessed, Entry, Outcome, Owed, Weigh, outcome, owed, question};
use domain::law::Knowing;
use domain::{Answers, Frozen, Record, RecordId, Truth};

/// What impact assessments ask, and the method by which they weigh.
pub(crate) struct Asked {
    /// What is known to each of the assessments, in the order of [`impact::ASSESSMENTS`].
    pub knowing: [Knowing<'static>; 3],
    /// What is asked about a benefit or harm.
    pub entry: &'static Questionnaire,
    pub weigh: Weigh<'static>,
}

impl Asked {
    pub fn of(desk: &Desk) -> Result<Asked, AppError> {
        let library = desk.library();
        let [first, second, third] = impact::ASSESSMENTS.map(|id| knowing(desk, id));
        Ok(Asked {
            knowing: [first?, second?, third?],
            entry: show::questionnaire(desk, RecordKind::Impact)?,
            weigh: Weigh::new(library).ok_or(AppError::Nonsense { what: "method" })?,
        })
    }

    /// Every question of a system or of its organisation that an impact screen looks at.
    pub fn questions(&self, desk: &Desk) -> Result<Vec<&'static QuestionId>, AppError> {
        let rules = self.weigh.method.owed.iter();
        let conditions = rules.filter_map(|rule| rule.when.as_ref());
        let mut all: Vec<&QuestionId> = conditions.flat_map(|when| when.questions()).collect();
        all.extend(desk.law()?.knowing.questions());
        all.extend(self.knowing.iter().flat_map(Knowing::questions));
        all.sort();
        all.dedup();
        Ok(all)
    }
}

/// What is known to one of [`impact::ASSESSMENTS`]; a refusal for anything else.
pub(crate) fn knowing(desk: &Desk, questionnaire: &str) -> Result<Knowing<'static>, AppError> {
    let library = desk.library();
    let asked = library
        .questionnaire(questionnaire)
        .filter(|asked| impact::ASSESSMENTS.contains(&asked.id.as_str()))
        .ok_or(AppError::Nonsense {
            what: "questionnaire",
        })?;
    Ok(Knowing::new(library, asked))
}

/// Benefits and harms that are not retired, with their answers, by number.
pub(crate) fn all_entries(
    open: &OpenFile,
    asked: &Questionnaire,
) -> Result<Vec<(Record, Answers)>, AppError> {
    let questions: Vec<&QuestionId> = asked.questions.iter().map(|one| &one.id).collect();
    Ok(open.file.answers_to(RecordKind::Impact, &questions)?)
}

/// Whether an entry belongs to a system.
pub(crate) fn belongs(answers: &Answers, system: &RecordId) -> bool {
    let value = answers.get(question::SYSTEM).and_then(|one| one.value());
    value.is_some_and(|value| value.records().first() == Some(system))
}

/// One system, with what was answered about it and about its benefits and harms.
pub(crate) struct Subject {
    pub case: Case,
    /// Its benefits and harms, by number.
    pub entries: Vec<(Record, Answers)>,
    /// The class that leads, or the one that holds at least, and whether it is settled.
    pub class: Option<(&'static Class, bool)>,
    on: NaiveDate,
}

/// A system with everything that follows.
pub(crate) struct Judged<'s> {
    pub entries: Vec<Entry<'s, 'static>>,
    pub outcome: Outcome<'static>,
    /// In the order of the method.
    pub owed: Vec<Owed<'static>>,
}

impl Subject {
    pub fn of(desk: &Desk, open: &OpenFile, asked: &Asked, id: &str) -> Result<Self, AppError> {
        let record = show::record(open, id)?;
        if record.kind != RecordKind::System {
            return Err(AppError::Nonsense { what: "record" });
        }
        let mut entries = all_entries(open, asked.entry)?;
        entries.retain(|(_, answers)| belongs(answers, &record.id));
        let case = Case::of(desk, open, record)?;
        Subject::with(desk, case, entries)
    }

    pub fn with(
        desk: &Desk,
        case: Case,
        entries: Vec<(Record, Answers)>,
    ) -> Result<Self, AppError> {
        let on = desk.outside().today();
        let weighing = desk.law()?.engine.weigh(&case.facts, on);
        let settled = weighing.headline().map(|class| (class, true));
        let class = settled.or(weighing.so_far().map(|class| (class, false)));
        Ok(Subject {
            case,
            entries,
            class,
            on,
        })
    }

    /// How one of its assessments stands.
    pub fn assessment(&self, knowing: &Knowing<'static>) -> Assessment<'static> {
        Assessment::of(knowing, &self.case.given, &self.case.profile)
    }

    /// What follows of its answers and entries.
    pub fn judge(&self, desk: &Desk, asked: &Asked) -> Result<Judged<'_>, AppError> {
        let [whole, ..] = &asked.knowing;
        let assessment = self.assessment(whole);
        let law = desk.law()?;
        let weighing = law.engine.weigh(&self.case.facts, self.on);
        let duty = |id: &DutyId| {
            let is_owed = |truth| weighing.duties(truth).iter().any(|one| one.duty.id == *id);
            match (is_owed(Truth::Yes), is_owed(Truth::Unknown)) {
                (true, _) => Truth::Yes,
                (_, true) => Truth::Unknown,
                _ => Truth::No,
            }
        };
        let entries = self.entries.iter();
        let entries: Vec<Entry<'_, 'static>> = entries
            .map(|(record, answers)| Entry::of(&asked.weigh, asked.entry, record, answers))
            .collect();
        let method = asked.weigh.method;
        let (given, profile) = (&self.case.given, &self.case.profile);
        Ok(Judged {
            outcome: outcome(&asked.weigh, &assessment, &entries),
            owed: owed(method, desk.library(), given, profile, &duty),
            entries,
        })
    }

    /// How an assessment stands today, as it would be signed.
    pub fn freeze(
        &self,
        desk: &Desk,
        open: &OpenFile,
        asked: &Asked,
        assessment: &Assessment<'static>,
    ) -> Result<Frozen, AppError> {
        let judged = self.judge(desk, asked)?;
        let names = Names::of(&open.file);
        let own = &assessment.questionnaire.id;
        let assessed = Assessed {
            system: &self.case.record,
            assessment,
            entries: &judged.entries,
            outcome: &judged.outcome,
            owed: judged
                .owed
                .iter()
                .find(|owed| owed.rule.assessment == *own)
                .copied(),
            headline: self
                .class
                .filter(|(_, settled)| *settled)
                .map_or_else(String::new, |(class, _)| class.title.clone()),
            on: self.on,
        };
        Ok(names.words(desk, |words| {
            impact::freeze(&asked.weigh, desk.library(), words, &assessed)
        }))
    }
}
