//! Everything authored, typed and checked.

use crate::applicability::Applicability;
use crate::catalogue::{Catalogue, Entry};
use crate::crosswalk::{Crosswalk, GenerativeRisk, Link};
use crate::framework::Framework;
use crate::ids::{FrameworkId, QuestionId, QuestionnaireId};
use crate::known::Equivalence;
use crate::question::{Question, Questionnaire, RecordKind};
use crate::sample::Sample;
use crate::standard::{Requirement, Standard};
use crate::text::Texts;
use crate::vocabulary::Vocabulary;
use crate::weighing::Weighing;
use std::collections::BTreeMap;

/// The language every text has.
pub const ENGLISH: &str = "en";

/// All content of one build. Holds no contradiction: [`crate::load::load`] is the only way to one.
#[derive(Debug, Clone)]
pub struct Library {
    /// What describes records, one for each kind, in the order of [`RecordKind::ALL`], which is the
    /// order in which lists show records.
    pub questionnaires: Vec<Questionnaire>,
    /// What frameworks ask. Their answers belong to the same records; lists and records do not show them.
    pub assessments: Vec<Questionnaire>,
    /// Laws as data, by id.
    pub frameworks: Vec<Framework>,
    /// Standards, by id: requirements by reference and title.
    pub standards: Vec<Standard>,
    /// How frameworks lie to each other, in the order of their files.
    pub crosswalks: Vec<Crosswalk>,
    /// The risks of generative AI, in the authored order.
    pub generative_risks: Vec<GenerativeRisk>,
    /// Sample organisations by id.
    pub samples: BTreeMap<String, Sample>,
    /// Ready-made records to begin with, by id.
    pub catalogues: BTreeMap<String, Catalogue>,
    pub(crate) texts: BTreeMap<String, Texts>,
    /// Where each question is: a place in `questionnaires` followed by `assessments`, and one in its
    /// `questions`.
    pub(crate) places: BTreeMap<QuestionId, (usize, usize)>,
    pub(crate) import_mappings: BTreeMap<String, String>,
    pub(crate) vocabulary: Vocabulary,
    pub(crate) known: BTreeMap<QuestionnaireId, Vec<Equivalence>>,
    pub(crate) weighing: Option<Weighing>,
    pub(crate) applicability: BTreeMap<FrameworkId, Applicability>,
}

impl Library {
    /// The questionnaire with this id.
    pub fn questionnaire(&self, id: &str) -> Option<&Questionnaire> {
        self.all_questionnaires()
            .find(|questionnaire| questionnaire.id.as_str() == id)
    }

    /// Every questionnaire: those that describe records, then those of frameworks.
    pub fn all_questionnaires(&self) -> impl Iterator<Item = &Questionnaire> {
        self.questionnaires.iter().chain(&self.assessments)
    }

    /// The framework with this id.
    pub fn framework(&self, id: &str) -> Option<&Framework> {
        self.frameworks
            .iter()
            .find(|framework| framework.id.as_str() == id)
    }

    /// The standard with this id.
    pub fn standard(&self, id: &str) -> Option<&Standard> {
        self.standards
            .iter()
            .find(|standard| standard.id.as_str() == id)
    }

    /// The requirement with this id, in whichever standard.
    pub fn requirement(&self, id: &str) -> Option<&Requirement> {
        self.standards
            .iter()
            .find_map(|standard| standard.requirement(id))
    }

    /// Every link of every crosswalk.
    pub fn crosswalk(&self) -> impl Iterator<Item = &Link> {
        self.crosswalks
            .iter()
            .flat_map(|crosswalk| &crosswalk.links)
    }

    /// The questions whose answers a framework looks at.
    pub fn questions_of(&self, framework: &Framework) -> Option<&Questionnaire> {
        self.questionnaire(framework.questionnaire.as_str())
    }

    /// The questionnaire that describes records of this kind.
    pub fn questionnaire_about(&self, kind: RecordKind) -> Option<&Questionnaire> {
        self.questionnaires
            .iter()
            .find(|questionnaire| questionnaire.about == kind)
    }

    /// The question with this id, in whichever questionnaire; retired ones too.
    pub fn question(&self, id: &str) -> Option<&Question> {
        let (questionnaire, question) = self.places.get(id)?;
        self.all_questionnaires()
            .nth(*questionnaire)?
            .questions
            .get(*question)
    }

    /// Ready-made records of a kind, each with the catalogue it stands in.
    pub fn entries(&self, kind: RecordKind) -> impl Iterator<Item = (&Catalogue, &Entry)> {
        let about = move |catalogue: &&Catalogue| catalogue.about == kind;
        let catalogues = self.catalogues.values().filter(about);
        catalogues.flat_map(|catalogue| catalogue.entries.iter().map(move |one| (catalogue, one)))
    }

    /// The questionnaire that asks a question.
    pub fn asking(&self, id: &QuestionId) -> Option<&Questionnaire> {
        let (questionnaire, _) = self.places.get(id)?;
        self.all_questionnaires().nth(*questionnaire)
    }

    /// The sample organisation that ships.
    pub fn sample(&self) -> Option<&Sample> {
        self.samples.values().next()
    }

    /// Column mappings that ship for known lists: name to the TOML text, whose form crate
    /// `exchange` knows.
    pub fn import_mappings(&self) -> &BTreeMap<String, String> {
        &self.import_mappings
    }

    /// Words that lists of other people use for what is asked.
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// What answers to other questionnaires say to this one's questions, in the authored order.
    pub fn equivalences(&self, questionnaire: &QuestionnaireId) -> &[Equivalence] {
        self.known.get(questionnaire).map_or(&[], Vec::as_slice)
    }

    /// How benefits and harms are weighed; none in a library without impact assessments.
    pub fn weighing(&self) -> Option<&Weighing> {
        self.weighing.as_ref()
    }

    /// What the file says about which controls of a standard apply.
    pub fn applicability(&self, standard: &str) -> Option<&Applicability> {
        self.applicability.get(standard)
    }

    /// The English texts.
    pub fn texts(&self) -> &Texts {
        self.texts_in(ENGLISH)
    }

    /// The texts in a language, or the English ones when it is not there. Complete either way.
    pub fn texts_in(&self, language: &str) -> &Texts {
        static NONE: std::sync::LazyLock<Texts> = std::sync::LazyLock::new(Texts::default);
        self.texts
            .get(language)
            .or_else(|| self.texts.get(ENGLISH))
            .unwrap_or(&NONE)
    }

    /// The languages there are texts in, in alphabetical order of their codes.
    pub fn languages(&self) -> impl Iterator<Item = &str> {
        self.texts.keys().map(String::as_str)
    }
}
