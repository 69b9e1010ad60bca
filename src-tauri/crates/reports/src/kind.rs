//! The reports there are, and the one way to make them.

use crate::error::ReportError;
use crate::flow::{self, Laid, Manuscript};
use crate::report::{
    Options, classification, crosswalk, duty_calendar, filter_memo, fria, gap_analysis, impact,
    inventory, inventory_pages, outline, registration, risk_register, soa, soa_difference,
    system_record, system_record_pages,
};
use crate::text::Replaced;
use crate::tree::Document;
use crate::writer;
use content::Library;
use domain::impact::{FRIA, IMPACT_ASSESSMENT};
use domain::{Dossier, RecordId, Revision, fact, gaps};
use std::ops::ControlFlow;

/// Which report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ReportKind {
    /// The register of all AI systems.
    Inventory,
    /// Everything known of one AI system.
    System,
    /// What the AI Act says of one system, and why.
    Classification,
    /// Why a listed use is, or is not, taken out of the high-risk systems.
    FilterMemo,
    /// What the file knows of what has to be registered of one system.
    Registration,
    /// What is owed for every system, by date.
    Duties,
    /// What a run of the gap analysis found, and what is to be done.
    Gaps,
    /// Frameworks beside each other, and what the law asks that no control covers.
    Crosswalk,
    /// The Statement of Applicability.
    Soa,
    /// What differs between two signed versions of it.
    SoaDifference,
    /// What a system does to people and to society, and what was decided.
    Impact,
    /// What the use of a system means for fundamental rights.
    Fria,
    /// The risk register with its treatment plan.
    Risks,
}

impl ReportKind {
    /// Every kind, in the order in which lists show them.
    pub const ALL: [ReportKind; 13] = [
        ReportKind::Inventory,
        ReportKind::System,
        ReportKind::Classification,
        ReportKind::FilterMemo,
        ReportKind::Registration,
        ReportKind::Duties,
        ReportKind::Gaps,
        ReportKind::Crosswalk,
        ReportKind::Soa,
        ReportKind::SoaDifference,
        ReportKind::Impact,
        ReportKind::Fria,
        ReportKind::Risks,
    ];

    /// The word by which command line and window name it.
    pub fn code(self) -> &'static str {
        match self {
            ReportKind::Inventory => "inventory",
            ReportKind::System => "system",
            ReportKind::Classification => "classification",
            ReportKind::FilterMemo => "filter-memo",
            ReportKind::Registration => "registration",
            ReportKind::Duties => "duties",
            ReportKind::Gaps => "gaps",
            ReportKind::Crosswalk => "crosswalk",
            ReportKind::Soa => "soa",
            ReportKind::SoaDifference => "soa-difference",
            ReportKind::Impact => "impact",
            ReportKind::Fria => "fria",
            ReportKind::Risks => "risks",
        }
    }

    /// The kind with this word.
    pub fn from_code(code: &str) -> Option<ReportKind> {
        ReportKind::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Whether it tells what the law says on a day.
    pub fn takes_a_day(self) -> bool {
        match self {
            ReportKind::Inventory
            | ReportKind::System
            | ReportKind::SoaDifference
            | ReportKind::Impact
            | ReportKind::Fria
            | ReportKind::Risks => false,
            ReportKind::Classification
            | ReportKind::FilterMemo
            | ReportKind::Registration
            | ReportKind::Duties
            | ReportKind::Gaps
            | ReportKind::Crosswalk
            | ReportKind::Soa => true,
        }
    }

    /// Whether it is about one system, which has to be named.
    pub fn needs_system(self) -> bool {
        match self {
            ReportKind::Inventory
            | ReportKind::Duties
            | ReportKind::Gaps
            | ReportKind::Crosswalk
            | ReportKind::Soa
            | ReportKind::SoaDifference
            | ReportKind::Risks => false,
            ReportKind::System
            | ReportKind::Classification
            | ReportKind::FilterMemo
            | ReportKind::Registration
            | ReportKind::Impact
            | ReportKind::Fria => true,
        }
    }

    /// Whether it is about two versions, which may be named.
    pub fn takes_versions(self) -> bool {
        self == ReportKind::SoaDifference
    }

    /// Whether it tells what was signed with this revision, so that the dossier has to hold it.
    pub fn rests_on(self, subject: Option<&RecordId>, revision: &Revision) -> bool {
        match self {
            ReportKind::Inventory
            | ReportKind::System
            | ReportKind::Duties
            | ReportKind::Crosswalk
            | ReportKind::Risks => false,
            // Without a run the newest is meant.
            ReportKind::Gaps => {
                let asked = revision.questionnaire.as_str() == gaps::FORM;
                asked && subject.is_none_or(|run| revision.subject == *run)
            }
            ReportKind::Classification | ReportKind::FilterMemo | ReportKind::Registration => {
                subject.is_some_and(|subject| revision.is_of(subject, fact::AI_ACT))
            }
            ReportKind::Soa | ReportKind::SoaDifference => {
                revision.questionnaire.as_str() == domain::soa::QUESTIONNAIRE
            }
            ReportKind::Impact => {
                subject.is_some_and(|subject| revision.is_of(subject, IMPACT_ASSESSMENT))
            }
            ReportKind::Fria => subject.is_some_and(|subject| revision.is_of(subject, FRIA)),
        }
    }
}

/// A report, laid out.
#[derive(Debug, Clone)]
pub struct Report {
    /// Pages and structure.
    pub document: Document,
    /// What the document calls itself.
    pub title: String,
    /// A file name without extension: document id and event, plain ASCII.
    pub file_stem: String,
    /// How many characters were printed by their code point because no bundled face has them: the
    /// user is told.
    pub replaced: usize,
    /// Which characters these were, with how often.
    pub replaced_characters: Replaced,
}

impl Report {
    /// Number of pages.
    pub fn pages(&self) -> usize {
        self.document.pages.len()
    }

    /// The file: PDF/A-2a and PDF/UA-1.
    pub fn pdf(&self) -> Result<Vec<u8>, ReportError> {
        writer::pdf(&self.document)
    }
}

/// Makes a report.
pub fn report(
    kind: ReportKind,
    system: Option<&RecordId>,
    dossier: &Dossier,
    library: &Library,
    options: &Options,
) -> Result<Report, ReportError> {
    report_watched(kind, system, dossier, library, options, &mut |_| {
        ControlFlow::Continue(())
    })
}

/// Makes a report; `step` is told now and then how much of the pages is done, from 0 to 1, and may
/// stop it, which ends in [`ReportError::Stopped`].
pub fn report_watched(
    kind: ReportKind,
    system: Option<&RecordId>,
    dossier: &Dossier,
    library: &Library,
    options: &Options,
    step: &mut dyn FnMut(f32) -> ControlFlow<()>,
) -> Result<Report, ReportError> {
    let manuscript = manuscript(kind, system, dossier, library, options)?;
    let Laid { document, replaced } =
        flow::document(&manuscript, step).ok_or(ReportError::Stopped)?;
    Ok(Report {
        title: document.meta.title.clone(),
        file_stem: document.meta.document_id.clone(),
        document,
        replaced: replaced.values().sum(),
        replaced_characters: replaced,
    })
}

/// The report in words and order, before it is laid out.
pub fn manuscript(
    kind: ReportKind,
    system: Option<&RecordId>,
    dossier: &Dossier,
    library: &Library,
    options: &Options,
) -> Result<Manuscript, ReportError> {
    let named = || system.ok_or(ReportError::SystemMissing);
    let outline = match kind {
        ReportKind::Inventory => {
            let value = inventory::build(dossier, library, options);
            return Ok(inventory_pages::pages(&value, dossier, library, options));
        }
        ReportKind::System => {
            let system = named()?;
            let unknown = || ReportError::UnknownSystem {
                system: system.to_string(),
            };
            let value = system_record::build(system, dossier, library, options);
            let value = value.ok_or_else(unknown)?;
            return Ok(system_record_pages::pages(
                &value, dossier, library, options,
            ));
        }
        ReportKind::Classification => classification::build(named()?, dossier, library, options),
        ReportKind::FilterMemo => filter_memo::build(named()?, dossier, library, options),
        ReportKind::Registration => registration::build(named()?, dossier, library, options),
        ReportKind::Duties => duty_calendar::build(dossier, library, options),
        ReportKind::Gaps => gap_analysis::build(system, dossier, library, options),
        ReportKind::Crosswalk => crosswalk::build(dossier, library, options),
        ReportKind::Soa => soa::build(dossier, library, options),
        ReportKind::SoaDifference => soa_difference::build(dossier, library, options),
        ReportKind::Risks => risk_register::build(dossier, library, options),
        ReportKind::Impact => impact::build(named()?, dossier, library, options),
        ReportKind::Fria => fria::build(named()?, dossier, library, options),
    };
    Ok(outline::pages(&outline?, dossier, library, options))
}
