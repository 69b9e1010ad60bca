//! An assessment of a record: answers to a questionnaire of its own, taken over where they are known
//! already, reviewed section by section, and kept when it is signed.

use crate::answer::{Answer, Answers, Value};
use crate::frozen::{PLAIN, Part};
use crate::law::{Knowing, Known};
use crate::progress::{Standing, counted, standing};
use crate::words::Words;
use content::{Library, Question, QuestionId, Questionnaire, REVIEW, Section};
use std::collections::BTreeMap;

/// One assessment of one record, as it stands.
pub struct Assessment<'a> {
    /// What is asked.
    pub questionnaire: &'a Questionnaire,
    /// What was answered here.
    pub own: Answers,
    /// What is known from elsewhere, by question.
    pub known: BTreeMap<QuestionId, Known<'a>>,
    /// What counts: answers here, and without one what is known for certain. Answers to questions that
    /// are not shown are not among them.
    pub facts: Answers,
}

/// What a reviewer says of a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Review {
    /// Signing waits.
    ToCorrect,
    /// Good enough to sign.
    Improvable,
    /// Done.
    Accepted,
}

/// What stands in the way of signing.
#[derive(Debug, Clone, Default)]
pub struct Hindrances<'a> {
    /// Required questions without an answer; reviews are among them.
    pub open: Vec<&'a Question>,
    /// Sections that a reviewer wants corrected.
    pub to_correct: Vec<&'a Section>,
}

impl Hindrances<'_> {
    /// Whether nothing does.
    pub fn is_empty(&self) -> bool {
        self.open.is_empty() && self.to_correct.is_empty()
    }
}

impl<'a> Assessment<'a> {
    /// Reads what was answered about a record; `organisation` are the answers of its organisation.
    pub fn of(knowing: &Knowing<'a>, record: &Answers, organisation: &Answers) -> Self {
        let questionnaire = knowing.questionnaire();
        let own = questionnaire.questions.iter();
        let own: Answers = own
            .filter_map(|question| Some((question.id.clone(), record.get(&question.id)?.clone())))
            .collect();
        Assessment {
            questionnaire,
            known: knowing.known(record, organisation),
            facts: counted(questionnaire, &knowing.facts(record, organisation)),
            own,
        }
    }

    /// Whether anybody answered anything here.
    pub fn begun(&self) -> bool {
        !self.own.is_empty()
    }

    /// What the reviewer says of a section; none as long as nobody did, or where nobody is asked.
    pub fn review(&self, section: &Section) -> Option<Review> {
        let question = section.review.as_ref()?;
        match self.facts.get(question)?.value()? {
            Value::One(option) => match REVIEW.iter().position(|code| *code == option.as_str())? {
                0 => Some(Review::ToCorrect),
                1 => Some(Review::Improvable),
                _ => Some(Review::Accepted),
            },
            _ => None,
        }
    }

    /// What stands in the way of signing.
    pub fn hindrances(&self) -> Hindrances<'a> {
        let questions = self.questionnaire.questions.iter();
        let sections = self.questionnaire.sections.iter();
        Hindrances {
            open: questions
                .filter(|question| question.required)
                .filter(|question| {
                    let standing = standing(question, &self.facts);
                    matches!(standing, Standing::Open | Standing::NotKnown)
                })
                .collect(),
            to_correct: sections
                .filter(|section| self.review(section) == Some(Review::ToCorrect))
                .collect(),
        }
    }

    /// The value that counts for a question.
    pub fn value(&self, question: &str) -> Option<&Value> {
        self.facts.get(question)?.value()
    }

    /// Every answer that counts, in words, by section.
    pub fn freeze(&self, library: &Library, words: &Words<'_>) -> Part {
        facts_part(
            library,
            words,
            self.questionnaire,
            &self.own,
            &self.facts,
            &self.known,
        )
    }
}

/// The part `facts` of a frozen outcome: sections, in them questions with `source` and `note`.
pub(crate) fn facts_part(
    library: &Library,
    words: &Words<'_>,
    questionnaire: &Questionnaire,
    own: &Answers,
    facts: &Answers,
    known: &BTreeMap<QuestionId, Known<'_>>,
) -> Part {
    let sections = questionnaire.sections.iter().map(|section| {
        let asked = questionnaire.in_section(&section.id);
        let said = asked.filter_map(|question| {
            let answer = facts.get(&question.id)?;
            let from = known.get(&question.id);
            let from = from.filter(|_| !own.contains_key(&question.id));
            Some(fact_part(library, words, question, answer, from))
        });
        Part::new(section.id.as_str())
            .called(&section.title)
            .with(said)
    });
    Part::new("facts").with(sections)
}

fn fact_part(
    library: &Library,
    words: &Words<'_>,
    question: &Question,
    answer: &Answer,
    from: Option<&Known<'_>>,
) -> Part {
    let source = match from {
        None => words.texts.get("content.outcome.answered").to_owned(),
        Some(known) => {
            let labels = known.from.iter().map(|id| {
                let question = library.question(id.as_str());
                question.map_or_else(|| id.to_string(), |question| question.label.clone())
            });
            let labels = labels.collect::<Vec<_>>().join("; ");
            words
                .texts
                .format("content.outcome.known", &[("labels", &labels)])
        }
    };
    let note = answer.note.trim();
    let note = (!note.is_empty()).then(|| Part::new("note").saying(note));
    Part::new(question.id.as_str())
        .called(&question.label)
        .saying(words.answer(question, answer))
        .citing(&question.cite)
        .with([Part::new("source").saying(source)])
        .with(note)
        .with([Part::new(PLAIN).saying(&question.prompt)])
}
