//! Reading authored content: every file is read as far as it goes, and every problem is reported.

mod catalogue;
mod crosswalk;
mod framework;
mod sample;
mod text;
mod whole;

pub(crate) use catalogue::{RawCatalogue, RawEntry};
pub(crate) use crosswalk::AuthoredCrosswalks;
pub(crate) use framework::AuthoredFramework;
pub(crate) use sample::{RawPart, RawRecord, RawSample};

use crate::applicability::Applicability;
use crate::ids::QuestionnaireId;
use crate::known::Equivalence;
use crate::library::Library;
use crate::problem::{Flaw, Problem};
use crate::question::{PartOf, Question, Questionnaire, RecordKind, Section};
use crate::vocabulary::Vocabulary;
use crate::weighing::Weighing;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

/// One file below `assets/`.
#[derive(Debug, Clone)]
pub struct File<'a> {
    /// Path below `assets/`, with `/` between the parts, e.g. `text/en/ui.toml`.
    pub path: String,
    /// Its bytes.
    pub bytes: &'a [u8],
}

/// Reads and checks a tree of files. Either there is a library without a contradiction, or there are
/// all problems of all files, ordered by file.
pub fn load<'a>(files: impl IntoIterator<Item = File<'a>>) -> Result<Library, Vec<Problem>> {
    let mut read = Read::default();
    let mut files: Vec<File> = files.into_iter().collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    for file in &files {
        read.file(file);
    }
    read.finish()
}

/// What has been read so far.
#[derive(Default)]
struct Read {
    problems: Vec<Problem>,
    questionnaires: Vec<Authored>,
    /// By folder.
    frameworks: BTreeMap<String, AuthoredFramework>,
    samples: Vec<(String, RawSample)>,
    /// By the id of the sample they belong to.
    sample_parts: Vec<(String, RawPart)>,
    catalogues: Vec<(String, RawCatalogue)>,
    /// Language to key to text, and the file each key came from.
    texts: BTreeMap<String, BTreeMap<String, (String, String)>>,
    import_mappings: BTreeMap<String, String>,
    vocabulary: Option<(String, Vocabulary)>,
    known: Vec<Told>,
    crosswalks: AuthoredCrosswalks,
    weighing: Option<(String, Weighing)>,
    applicability: Vec<(String, Applicability)>,
}

/// A questionnaire with where it was written.
pub(crate) struct Authored {
    /// Its file.
    pub file: String,
    /// What could be read of it.
    pub questionnaire: Questionnaire,
    /// Ids of questions that could not be read: whoever looks at them is not to blame.
    pub broken: Vec<String>,
}

/// The head of a questionnaire's file; sections and questions are read one by one.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    id: QuestionnaireId,
    version: u32,
    about: RecordKind,
    #[serde(default)]
    assessment: bool,
    #[serde(default)]
    part_of: Option<PartOf>,
    title: String,
}

/// What is known from elsewhere, with where it was written.
pub(crate) struct Told {
    /// Its file.
    pub file: String,
    /// The questionnaire that is told.
    pub id: QuestionnaireId,
    /// Raised with every change.
    pub version: u32,
    /// What could be read of it.
    pub equivalences: Vec<Equivalence>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct ToldHead {
    id: QuestionnaireId,
    version: u32,
}

impl Read {
    fn file(&mut self, file: &File) {
        let parts: Vec<&str> = file.path.split('/').collect();
        let Some(name) = parts.last() else { return };
        if name.starts_with('.') {
            return;
        }
        let Some(stem) = name.strip_suffix(".toml") else {
            return self.problem(&file.path, "file", Flaw::StrayFile);
        };
        let Ok(text) = std::str::from_utf8(file.bytes) else {
            return self.problem(&file.path, "file", Flaw::NotUtf8);
        };
        match parts.as_slice() {
            ["questionnaires", _] => self.questionnaire(&file.path, stem, text),
            ["frameworks", folder, "requirements.toml"] => self.standard(&file.path, folder, text),
            ["catalogues", _] => self.catalogue(&file.path, stem, text),
            ["frameworks", folder, name] => self.framework(&file.path, folder, name, text),
            ["sample", _] => self.sample(&file.path, stem, text),
            ["sample", whole, _] => self.sample_part(&file.path, whole, text),
            ["text", language, _] => self.texts(&file.path, language, stem, text),
            ["text", language, area, _] => {
                self.texts(&file.path, language, &format!("{area}.{stem}"), text);
            }
            ["mappings", "import", _] => {
                // Column mappings are of the form crate `exchange` reads; here only TOML is checked.
                self.table(&file.path, text);
                self.import_mappings
                    .insert(stem.to_owned(), text.to_owned());
            }
            ["mappings", "known", _] => self.told(&file.path, stem, text),
            ["mappings", "crosswalk", _] => self.crosswalk(&file.path, stem, text),
            ["mappings", "generative-risks.toml"] => self.generative_risks(&file.path, text),
            ["methods", "impact.toml"] => self.weighing(&file.path, stem, text),
            ["mappings", "applicability", _] => self.applicability(&file.path, stem, text),
            ["mappings", "words.toml"] => self.vocabulary(&file.path, text),
            _ => self.problem(&file.path, "file", Flaw::StrayFile),
        }
    }

    fn problem(&mut self, file: &str, at: impl std::fmt::Display, what: Flaw) {
        self.problems.push(Problem::new(file, at, what));
    }

    /// The file as a table, as far as the parser could recover it.
    fn table<'t>(&mut self, path: &str, text: &'t str) -> Spanned<DeTable<'t>> {
        let (table, errors) = DeTable::parse_recoverable(text);
        for error in errors {
            self.malformed(path, text, &error);
        }
        table
    }

    fn malformed(&mut self, path: &str, text: &str, error: &toml::de::Error) {
        let start = error.span().map_or(0, |span| span.start);
        let what = Flaw::Malformed(error.message().to_owned());
        self.problem(path, format_args!("line {}", line(text, start)), what);
    }

    /// Reads one value, or notes why it cannot be read.
    fn typed<T: DeserializeOwned>(
        &mut self,
        path: &str,
        text: &str,
        value: Spanned<DeValue>,
    ) -> Option<T> {
        let start = value.span().start;
        match T::deserialize(ValueDeserializer::from(value)) {
            Ok(typed) => Some(typed),
            Err(error) => {
                let start = error.span().map_or(start, |span| span.start);
                let what = Flaw::Malformed(error.message().to_owned());
                self.problem(path, format_args!("line {}", line(text, start)), what);
                None
            }
        }
    }

    /// Takes an array of tables out of a table and reads each on its own. Also gives the ids of
    /// those that could not be read.
    fn each<T: DeserializeOwned>(
        &mut self,
        path: &str,
        text: &str,
        table: &mut DeTable,
        key: &'static str,
    ) -> (Vec<T>, Vec<String>) {
        let (mut read, mut broken) = (Vec::new(), Vec::new());
        let items = match table.remove(key).map(Spanned::into_inner) {
            Some(DeValue::Array(items)) => items,
            _ => {
                self.problem(path, "file", Flaw::Missing(key));
                return (read, broken);
            }
        };
        for item in items {
            let id = item
                .get_ref()
                .as_table()
                .and_then(|table| table.get("id")?.get_ref().as_str())
                .map(str::to_owned);
            match self.typed(path, text, item) {
                Some(typed) => read.push(typed),
                None => broken.extend(id),
            }
        }
        (read, broken)
    }

    fn questionnaire(&mut self, path: &str, stem: &str, text: &str) {
        let table = self.table(path, text);
        let span = table.span();
        let mut table = table.into_inner();
        let (sections, _) = self.each::<Section>(path, text, &mut table, "section");
        let (questions, broken) = self.each::<Question>(path, text, &mut table, "question");
        let rest = Spanned::new(span, DeValue::Table(table));
        let Some(head) = self.typed::<Head>(path, text, rest) else {
            return;
        };
        self.stem(path, stem, head.id.as_str());
        self.questionnaires.push(Authored {
            file: path.to_owned(),
            questionnaire: Questionnaire {
                id: head.id,
                version: head.version,
                about: head.about,
                assessment: head.assessment,
                part_of: head.part_of,
                title: head.title,
                sections,
                questions,
            },
            broken,
        });
    }

    fn told(&mut self, path: &str, stem: &str, text: &str) {
        let table = self.table(path, text);
        let span = table.span();
        let mut table = table.into_inner();
        let (equivalences, _) = self.each::<Equivalence>(path, text, &mut table, "known");
        let rest = Spanned::new(span, DeValue::Table(table));
        let Some(head) = self.typed::<ToldHead>(path, text, rest) else {
            return;
        };
        self.stem(path, stem, head.id.as_str());
        self.known.push(Told {
            file: path.to_owned(),
            id: head.id,
            version: head.version,
            equivalences,
        });
    }

    fn applicability(&mut self, path: &str, stem: &str, text: &str) {
        let before = self.problems.len();
        let table = self.table(path, text);
        if self.problems.len() > before {
            return;
        }
        let whole = Spanned::new(table.span(), DeValue::Table(table.into_inner()));
        if let Some(told) = self.typed::<Applicability>(path, text, whole) {
            self.stem(path, stem, told.id.as_str());
            self.applicability.push((path.to_owned(), told));
        }
    }

    fn vocabulary(&mut self, path: &str, text: &str) {
        let before = self.problems.len();
        let table = self.table(path, text);
        if self.problems.len() > before {
            return;
        }
        let whole = Spanned::new(table.span(), DeValue::Table(table.into_inner()));
        let read = self.typed(path, text, whole);
        self.vocabulary = read.map(|words| (path.to_owned(), words));
    }

    fn weighing(&mut self, path: &str, stem: &str, text: &str) {
        let before = self.problems.len();
        let table = self.table(path, text);
        if self.problems.len() > before {
            return;
        }
        let whole = Spanned::new(table.span(), DeValue::Table(table.into_inner()));
        let Some(method) = self.typed::<Weighing>(path, text, whole) else {
            return;
        };
        self.stem(path, stem, method.id.as_str());
        self.weighing = Some((path.to_owned(), method));
    }

    fn stem(&mut self, path: &str, stem: &str, id: &str) {
        if stem != id {
            let what = Flaw::IdIsNotStem {
                stem: stem.to_owned(),
                id: id.to_owned(),
            };
            self.problem(path, id, what);
        }
    }
}

/// The line, from 1, of a place in a text.
fn line(text: &str, place: usize) -> usize {
    text.as_bytes()
        .iter()
        .take(place)
        .filter(|byte| **byte == b'\n')
        .count()
        + 1
}
