//! What the law says of one system, or what an assessment of it came to: as it was signed, or, unsigned, as
//! the file says now.

use super::Options;
use super::front::{Front, Line, front};
use super::index::Index;
use crate::error::ReportError;
use chrono::NaiveDate;
use domain::impact;
use domain::law::{Case, Engine, freeze};
use domain::words::Words;
use domain::{
    Answers, Difference, Frozen, Part, Record, RecordId, RecordKind, Revision, fact, frozen,
};

/// One system with its outcome.
pub struct Judged<'d> {
    /// The system.
    pub system: &'d Record,
    /// The outcome that is reported.
    pub frozen: Frozen,
    /// The sign-off it comes from; none for a draft.
    pub signed: Option<&'d Revision>,
    /// Every sign-off of the system, the oldest first.
    pub revisions: Vec<&'d Revision>,
    /// How the file differs now from what was signed; empty for a draft.
    pub since: Vec<Difference>,
}

impl<'d> Judged<'d> {
    /// What the law says: the newest sign-off that stands, or what the file says now.
    pub fn of(
        index: &Index<'d>,
        system: &RecordId,
        options: &Options,
    ) -> Result<Judged<'d>, ReportError> {
        Judged::by(index, system, fact::AI_ACT, options, &live)
    }

    /// One of the impact assessments: the newest sign-off that stands, or what the file says now.
    pub fn assessed(
        index: &Index<'d>,
        system: &RecordId,
        questionnaire: &str,
        options: &Options,
    ) -> Result<Judged<'d>, ReportError> {
        let now = |index: &Index<'_>, system: &Record, on| {
            let name_of = |id: &RecordId| index.record(id).map(|record| record.name.clone());
            let words = Words {
                texts: index.texts,
                name_of: &name_of,
            };
            impact::Reader::new(index.library, index.dossier)
                .and_then(|reader| {
                    let snapshot = reader.read(system, on);
                    snapshot.freeze(&reader, &words, questionnaire)
                })
                .ok_or_else(|| ReportError::broken("there is no such assessment"))
        };
        Judged::by(index, system, questionnaire, options, &now)
    }

    fn by(
        index: &Index<'d>,
        system: &RecordId,
        questionnaire: &str,
        options: &Options,
        live: &dyn Fn(&Index<'_>, &Record, NaiveDate) -> Result<Frozen, ReportError>,
    ) -> Result<Judged<'d>, ReportError> {
        let unknown = || ReportError::UnknownSystem {
            system: system.to_string(),
        };
        let system = index
            .record(system)
            .filter(|record| record.kind == RecordKind::System)
            .ok_or_else(unknown)?;
        let revisions = index.dossier.revisions_of(&system.id, questionnaire);
        let revisions: Vec<&Revision> = revisions.collect();
        let signed = revisions.last().copied().filter(|newest| newest.stands());
        let on = signed.map(|revision| revision.on);
        let on = options.on.or(on).unwrap_or_else(|| index.today());
        let live = live(index, system, on)?;
        let (frozen, since) = match signed {
            Some(revision) => {
                let signed = index.signed(revision)?;
                (signed.clone(), frozen::differences(signed, &live))
            }
            None => (live, Vec::new()),
        };
        Ok(Judged {
            system,
            frozen,
            signed,
            revisions,
            since,
        })
    }

    /// A rule of the trace, in whichever stage.
    pub fn rule(&self, id: &str) -> Option<&Part> {
        let stages = self.frozen.parts(&["trace"]).iter();
        let mut rules = stages.flat_map(|stage| &stage.parts);
        rules.find(|rule| rule.id == id)
    }

    /// What inventory or profile said besides, to one question: as it was signed, where it was. None where
    /// the question was not asked, and where what was signed does not name it.
    pub fn described(&self, of: &str, question: &str) -> Option<&Part> {
        self.frozen.part(&["described", of, question])
    }

    /// Whether what was signed leaves out what inventory and profile said besides.
    pub fn is_bare(&self) -> bool {
        self.frozen.part(&["described"]).is_none()
    }

    /// What a report on it says of itself; a draft unless it was signed.
    pub fn front(&self, index: &Index<'_>, options: &Options, kind: &str, title: &str) -> Front {
        let text = |key: &str| index.texts.get(key).to_owned();
        let mut facts = vec![
            Line::reference(&text("reports.cover.system"), self.system.reference()),
            Line::new(&text("reports.law.on"), self.frozen.value(&["on"])),
        ];
        // An assessment is signed, if need be, before the class is settled.
        let headline = self.frozen.value(&["headline"]);
        if !headline.is_empty() {
            facts.insert(1, Line::new(&text("reports.law.class"), headline));
        }
        facts.push(Line::new(&text("reports.law.basis"), self.basis(index)));
        let options = Options {
            draft: options.draft || self.signed.is_none(),
            ..options.clone()
        };
        let about = match self.signed {
            Some(revision) => format!("{}-R{}", self.system.reference(), revision.number),
            None => self.system.reference(),
        };
        let words = (title.to_owned(), self.system.name.clone());
        let mut front = front(index, &options, kind, &about, words, facts);
        if self.signed.is_some() && !front.draft {
            let status = text("reports.cover.status");
            let lines = front.cover.iter_mut();
            for line in lines.filter(|line| line.label == status) {
                line.words = text("reports.law.status-signed");
            }
        }
        front.signatures = vec![text("reports.law.assessor"), text("reports.law.reviewer")];
        front
    }

    /// What the outcome rests on: a sign-off, or the file as it is.
    fn basis(&self, index: &Index<'_>) -> String {
        match self.signed {
            Some(revision) => index.texts.format(
                "reports.law.basis-signed",
                &[
                    ("number", &revision.number.to_string()),
                    ("signer", &revision.signer),
                    ("date", &index.long_date(revision.at.date_naive())),
                ],
            ),
            None => index.texts.get("reports.law.basis-draft").to_owned(),
        }
    }
}

fn live(index: &Index<'_>, system: &Record, on: NaiveDate) -> Result<Frozen, ReportError> {
    static NONE: Answers = Answers::new();
    let library = index.library;
    let law = library.framework(fact::AI_ACT);
    let law = law.and_then(|law| Some((law, library.questions_of(law)?)));
    let (framework, questions) = law.ok_or_else(|| ReportError::broken("there is no law"))?;
    let name_of = |id: &RecordId| index.record(id).map(|record| record.name.clone());
    let words = Words {
        texts: index.texts,
        name_of: &name_of,
    };
    let answers = |id: &RecordId| index.dossier.answers.get(id).unwrap_or(&NONE);
    let organisation = index.dossier.organisation();
    let case = Case {
        system,
        answers: answers(&system.id),
        organisation: organisation.map_or(&NONE, |record| answers(&record.id)),
        on,
    };
    Ok(freeze(
        &Engine::new(framework, questions),
        library,
        &words,
        &case,
    ))
}
