//! The law as the commands apply it: prepared once for the whole run, and the facts of one system.

use crate::desk::Desk;
use crate::error::AppError;
use crate::session::OpenFile;
use chrono::NaiveDate;
use content::{Framework, Library, QuestionId, Questionnaire};
use domain::law::{Engine, Knowing, Known, Road};
use domain::{Answers, Record, RecordId, fact};
use std::collections::BTreeMap;

/// A framework, what it asks, and the engine that applies it.
pub(crate) struct Law {
    pub framework: &'static Framework,
    pub questionnaire: &'static Questionnaire,
    pub engine: Engine<'static>,
    pub knowing: Knowing<'static>,
}

impl Law {
    /// The law that classifies AI systems; none in a library without it.
    pub fn of(library: &'static Library) -> Option<Law> {
        let framework = library.framework(fact::AI_ACT)?;
        let questionnaire = library.questions_of(framework)?;
        Some(Law {
            framework,
            questionnaire,
            engine: Engine::new(framework, questionnaire),
            knowing: Knowing::new(library, questionnaire),
        })
    }
}

/// One system with everything the law is applied to.
pub(crate) struct Case {
    pub record: Record,
    /// Everything answered about the system, the law's questions among it.
    pub given: Answers,
    /// What inventory and profile say to the law's questions.
    pub known: BTreeMap<QuestionId, Known<'static>>,
    /// Given answers to the law's questions, and known facts that count.
    pub facts: Answers,
    /// The record of the organisation and its profile: where some known facts come from.
    pub organisation: RecordId,
    pub profile: Answers,
}

impl Case {
    pub fn of(desk: &Desk, open: &OpenFile, record: Record) -> Result<Case, AppError> {
        let law = desk.law()?;
        let given = open.file.answers(&record.id)?;
        let organisation = open.file.organisation()?.id;
        let profile = open.file.answers(&organisation)?;
        Ok(Case {
            facts: law.knowing.facts(&given, &profile),
            known: law.knowing.known(&given, &profile),
            record,
            given,
            organisation,
            profile,
        })
    }

    pub fn road(&self, desk: &Desk, on: NaiveDate) -> Result<Road<'static>, AppError> {
        Ok(desk.law()?.engine.road(&self.facts, on))
    }
}
