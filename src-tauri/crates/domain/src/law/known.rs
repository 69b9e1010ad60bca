//! What the inventory and the organisation's profile already say to the questions of a law. Which says
//! what is content ([`content::Equivalence`]); here is only how it is put together.

use crate::answer::{Answer, Answers, Value};
use crate::truth::{Truth, evaluate_by};
use content::{Condition, Equivalence, Library, Question, QuestionId, Questionnaire, Says};
use std::collections::BTreeMap;

/// What is known of one question from elsewhere.
#[derive(Debug, Clone)]
pub struct Known<'a> {
    /// The answer it comes to.
    pub value: Value,
    /// Questions of the inventory or of the profile that say so, in the order of content, once each.
    pub from: Vec<&'a QuestionId>,
    /// Whether it means exactly the same. If not it is a suggestion: shown, and confirmed by a person
    /// before it counts.
    pub counts: bool,
    /// What of content says so, each with its reason.
    pub by: Vec<&'a Equivalence>,
}

/// What is known from elsewhere to one questionnaire, ready for many systems of one organisation.
pub struct Knowing<'a> {
    library: &'a Library,
    questionnaire: &'a Questionnaire,
    told: Vec<(&'a Question, Vec<&'a Equivalence>)>,
}

/// What is known of one system from elsewhere, by question. Whoever asks for many keeps a [`Knowing`].
pub fn known<'a>(
    library: &'a Library,
    questionnaire: &'a Questionnaire,
    system: &Answers,
    organisation: &Answers,
) -> BTreeMap<QuestionId, Known<'a>> {
    Knowing::new(library, questionnaire).known(system, organisation)
}

/// What a law may rest on: the answers given, and where none was given what is known and counts.
pub fn facts(
    library: &Library,
    questionnaire: &Questionnaire,
    system: &Answers,
    organisation: &Answers,
) -> Answers {
    Knowing::new(library, questionnaire).facts(system, organisation)
}

impl<'a> Knowing<'a> {
    /// Sorts what content says by the question that is told.
    pub fn new(library: &'a Library, questionnaire: &'a Questionnaire) -> Self {
        let equivalences = library.equivalences(&questionnaire.id);
        let questions = questionnaire.questions.iter();
        let told = questions
            .filter(|question| question.retired.is_none())
            .map(|question| {
                let own = equivalences.iter();
                let own = own.filter(|equivalence| equivalence.question == question.id);
                (question, own.collect::<Vec<_>>())
            })
            .filter(|(_, equivalences)| !equivalences.is_empty())
            .collect();
        Knowing {
            library,
            questionnaire,
            told,
        }
    }

    /// The questionnaire that is told.
    pub fn questionnaire(&self) -> &'a Questionnaire {
        self.questionnaire
    }

    /// Every question whose answer has a say: the questionnaire's own, those that say something to it,
    /// and those that decide whether these are asked. Once each.
    pub fn questions(&self) -> Vec<&'a QuestionId> {
        let own = self.questionnaire.questions.iter();
        let mut wanted: Vec<&QuestionId> = own.map(|question| &question.id).collect();
        let equivalences = self.told.iter().flat_map(|(_, equivalences)| equivalences);
        let mut ahead: Vec<&QuestionId> = equivalences
            .flat_map(|equivalence| equivalence.questions())
            .collect();
        while let Some(id) = ahead.pop() {
            if wanted.contains(&id) {
                continue;
            }
            wanted.push(id);
            let question = self.library.question(id.as_str());
            let condition = question.and_then(|question| question.show_when.as_ref());
            ahead.extend(
                condition
                    .into_iter()
                    .flat_map(|condition| condition.questions()),
            );
        }
        wanted
    }

    /// What is known of one system, by question.
    pub fn known(
        &self,
        system: &Answers,
        organisation: &Answers,
    ) -> BTreeMap<QuestionId, Known<'a>> {
        let said = Said {
            library: self.library,
            system,
            organisation,
        };
        let told = self.told.iter();
        told.filter_map(|(question, equivalences)| {
            Some((question.id.clone(), said.put_together(equivalences)?))
        })
        .collect()
    }

    /// What the law may rest on for one system.
    pub fn facts(&self, system: &Answers, organisation: &Answers) -> Answers {
        let own = self.questionnaire.questions.iter();
        let mut facts: Answers = own
            .filter_map(|question| Some((question.id.clone(), system.get(&question.id)?.clone())))
            .collect();
        for (question, known) in self.known(system, organisation) {
            if known.counts {
                let answer = || Answer::given(known.value);
                facts.entry(question).or_insert_with(answer);
            }
        }
        facts
    }
}

/// Whether a condition holds over what was answered about a system and its organisation; answers to
/// questions that are set aside or retired count as open.
pub fn holds(
    library: &Library,
    condition: &Condition,
    system: &Answers,
    organisation: &Answers,
) -> Truth {
    let said = Said {
        library,
        system,
        organisation,
    };
    evaluate_by(condition, &|id| said.answer(id))
}

/// Answers that count: of questions that are asked, about the system or about its organisation.
struct Said<'s> {
    library: &'s Library,
    system: &'s Answers,
    organisation: &'s Answers,
}

impl<'s> Said<'s> {
    /// An answer, unless its question is retired or set aside.
    fn answer(&self, id: &QuestionId) -> Option<&'s Answer> {
        let answer = self.system.get(id).or_else(|| self.organisation.get(id))?;
        let question = self.library.question(id.as_str())?;
        let asked = question.retired.is_none()
            && question.show_when.as_ref().is_none_or(|condition| {
                evaluate_by(condition, &|other| self.answer(other)) == Truth::Yes
            });
        asked.then_some(answer)
    }

    /// What all that holds comes to; nothing where two say different things of which only one can be.
    fn put_together<'a>(&self, equivalences: &[&'a Equivalence]) -> Option<Known<'a>> {
        let mut whole: Option<Known<'a>> = None;
        for equivalence in equivalences {
            let holds = evaluate_by(&equivalence.when, &|id| self.answer(id)) == Truth::Yes;
            let Some(value) = self.value(equivalence).filter(|_| holds) else {
                continue;
            };
            let known = whole.get_or_insert_with(|| Known {
                value: value.clone(),
                from: Vec::new(),
                counts: false,
                by: Vec::new(),
            });
            match (&mut known.value, value) {
                (Value::Many(together), Value::Many(more)) => together.extend(more),
                (one, other) if *one != other => return None,
                _ => {}
            }
            known.counts |= equivalence.counts;
            known.by.push(equivalence);
            for id in equivalence.questions() {
                if self.answer(id).is_some() && !known.from.contains(&id) {
                    known.from.push(id);
                }
            }
        }
        whole
    }

    fn value(&self, equivalence: &Equivalence) -> Option<Value> {
        match &equivalence.says {
            Says::Option(option) => Some(Value::One(option.clone())),
            Says::Options(options) => Some(Value::Many(options.iter().cloned().collect())),
            Says::AnswerOf(question) => self.answer(question)?.value().cloned(),
        }
    }
}
