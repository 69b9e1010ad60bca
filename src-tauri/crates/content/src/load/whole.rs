//! From what was read to a library without a contradiction, or to all problems.

use super::{Authored, Read};
use super::{AuthoredCrosswalks, AuthoredFramework};
use crate::catalogue::Catalogue;
use crate::check;
use crate::framework::Framework;
use crate::ids::DutyId;
use crate::library::{ENGLISH, Library};
use crate::problem::{Flaw, Problem};
use crate::question::Questionnaire;
use crate::sample::Sample;
use crate::text::Texts;
use crate::vocabulary::Vocabulary;
use std::collections::BTreeMap;

impl Read {
    pub(super) fn finish(mut self) -> Result<Library, Vec<Problem>> {
        let frameworks: Vec<AuthoredFramework> = self.frameworks.into_values().collect();
        // What a framework asks assesses records, also where it does not say so.
        for framework in &frameworks {
            let asked = framework.questionnaire();
            let mut all = self.questionnaires.iter_mut();
            if let Some(found) = all.find(|one| one.questionnaire.id == asked) {
                found.questionnaire.assessment = true;
            }
        }
        check::questionnaires(&self.questionnaires, &mut self.problems);
        check::frameworks(&frameworks, &self.questionnaires, &mut self.problems);
        check::crosswalks(&self.crosswalks, &frameworks, &mut self.problems);
        check::texts(&self.texts, &mut self.problems);
        if let Some((file, words)) = &self.vocabulary {
            check::vocabulary(file, words, &self.questionnaires, &mut self.problems);
        }
        if let Some((file, method)) = &self.weighing {
            let duties = frameworks.iter().flat_map(|one| &one.duties);
            let duties: Vec<&DutyId> = duties.map(|(_, duty)| &duty.id).collect();
            let asked = &self.questionnaires;
            check::weighing(file, method, asked, &duties, &mut self.problems);
        }
        for (file, told) in &self.applicability {
            let standards = &self.crosswalks.standards;
            check::applicability(
                file,
                told,
                standards,
                &self.questionnaires,
                &mut self.problems,
            );
        }
        for told in &self.known {
            check::known(told, &self.questionnaires, &mut self.problems);
        }
        for (whole, part) in self.sample_parts {
            let mut samples = self.samples.iter_mut();
            match samples.find(|(_, sample)| sample.id == whole) {
                Some((_, sample)) => sample.parts.push(part),
                None => self
                    .problems
                    .push(Problem::new(&part.file, &whole, Flaw::StrayFile)),
            }
        }
        let mut catalogues: BTreeMap<String, Catalogue> = BTreeMap::new();
        for (file, raw) in self.catalogues {
            let catalogue = check::catalogue(
                &file,
                raw,
                &self.questionnaires,
                &self.crosswalks.standards,
                &mut self.problems,
            );
            catalogues.insert(catalogue.id.clone(), catalogue);
        }
        let mut samples: BTreeMap<String, Sample> = BTreeMap::new();
        for (file, raw) in self.samples {
            let id = raw.id.clone();
            let sample = check::sample(&file, raw, &self.questionnaires, &mut self.problems);
            samples.insert(id, sample);
        }
        if !self.problems.is_empty() {
            self.problems.sort_by(|a, b| a.file.cmp(&b.file));
            return Err(self.problems);
        }
        let mut library = library(self.questionnaires, frameworks, samples, self.texts);
        let AuthoredCrosswalks {
            standards,
            crosswalks,
            risks,
            broken: _,
        } = self.crosswalks;
        library.standards = standards.into_iter().map(|(_, one)| one).collect();
        library.crosswalks = crosswalks.into_iter().map(|(_, one)| one).collect();
        library.generative_risks = risks.map(|(_, risks)| risks).unwrap_or_default();
        library.catalogues = catalogues;
        library.import_mappings = self.import_mappings;
        let known = self.known.into_iter();
        library.known = known.map(|told| (told.id, told.equivalences)).collect();
        library.weighing = self.weighing.map(|(_, method)| method);
        let applicability = self.applicability.into_iter();
        library.applicability = applicability
            .map(|(_, told)| (told.id.clone(), told))
            .collect();
        library.vocabulary = self.vocabulary.map(|(_, words)| words).unwrap_or_default();
        Ok(library)
    }
}

fn library(
    authored: Vec<Authored>,
    frameworks: Vec<AuthoredFramework>,
    samples: BTreeMap<String, Sample>,
    texts: BTreeMap<String, BTreeMap<String, (String, String)>>,
) -> Library {
    let frameworks: Vec<Framework> = frameworks
        .into_iter()
        .filter_map(AuthoredFramework::whole)
        .collect();
    let (assessments, mut questionnaires): (Vec<Questionnaire>, Vec<Questionnaire>) = authored
        .into_iter()
        .map(|authored| authored.questionnaire)
        .partition(|questionnaire| questionnaire.assessment);
    questionnaires.sort_by_key(|questionnaire| questionnaire.about);
    let mut places = BTreeMap::new();
    for (first, questionnaire) in questionnaires.iter().chain(&assessments).enumerate() {
        for (second, question) in questionnaire.questions.iter().enumerate() {
            places.insert(question.id.clone(), (first, second));
        }
    }
    let plain = |words: &BTreeMap<String, (String, String)>| -> BTreeMap<String, String> {
        words
            .iter()
            .map(|(key, (text, _))| (key.clone(), text.clone()))
            .collect()
    };
    let english = texts.get(ENGLISH).map(plain).unwrap_or_default();
    let texts = texts
        .iter()
        .map(|(language, words)| {
            let mut complete = english.clone();
            complete.extend(plain(words));
            (language.clone(), Texts::new(language, complete))
        })
        .collect();
    Library {
        questionnaires,
        assessments,
        frameworks,
        standards: Vec::new(),
        crosswalks: Vec::new(),
        generative_risks: Vec::new(),
        samples,
        catalogues: BTreeMap::new(),
        texts,
        places,
        import_mappings: BTreeMap::new(),
        vocabulary: Vocabulary::default(),
        known: BTreeMap::new(),
        weighing: None,
        applicability: BTreeMap::new(),
    }
}
