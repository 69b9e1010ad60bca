//! From the options of four scales to a level, by the tables of the method.

use crate::answer::{Answers, Value};
use crate::impact::question;
use content::{
    Grade, ImpactLevel, Library, OptionId, Question, QuestionId, QuestionKind, Scales,
    Weighing as Method,
};

/// The method with the questions its tables speak of.
#[derive(Clone, Copy)]
pub struct Weigh<'w> {
    /// The method.
    pub method: &'w Method,
    library: &'w Library,
}

/// The questions before measures, or after them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scale {
    /// Before measures.
    Before,
    /// After measures.
    After,
}

/// What a benefit or harm weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Weighed<'w> {
    /// The grade of its consequence: the row of the matrix.
    pub grade: &'w Grade,
    /// The place of its likelihood: the column of the matrix.
    pub likelihood: usize,
    /// Its level.
    pub level: &'w ImpactLevel,
}

impl<'w> Weigh<'w> {
    /// Ready to weigh; none in a library without a method.
    pub fn new(library: &'w Library) -> Option<Self> {
        let method = library.weighing()?;
        Some(Weigh { method, library })
    }

    /// The four questions.
    pub fn scales(&self, when: Scale) -> &'w Scales {
        match when {
            Scale::Before => &self.method.scales,
            Scale::After => &self.method.scales_after,
        }
    }

    /// The likelihoods in order: the columns of the matrix.
    pub fn likelihoods(&self) -> Option<&'w Question> {
        self.library
            .question(self.method.scales.likelihood.as_str())
    }

    /// What the answers about a benefit or harm weigh, or the questions whose value is missing. The
    /// answers are those that count.
    pub fn weigh(&self, answers: &Answers, when: Scale) -> Result<Weighed<'w>, Vec<QuestionId>> {
        let scales = self.scales(when);
        let mut missing = Vec::new();
        let mut chosen = |id: &QuestionId| {
            let found = place(self.library, answers, id);
            if found.is_none() {
                missing.push(id.clone());
            }
            found
        };
        let direction = QuestionId::from(question::DIRECTION);
        let harm = chosen(&direction).map(|(option, _)| option.as_str() == question::HARM);
        let severity = chosen(&scales.severity);
        let scale = chosen(&scales.scale);
        // A benefit is not asked whether it can be undone.
        let reversibility = match harm {
            Some(false) => None,
            _ => chosen(&scales.reversibility),
        };
        let likelihood = chosen(&scales.likelihood);
        let chosen = Chosen {
            harm,
            severity: severity.map(|(option, _)| option),
            scale: scale.map(|(_, place)| place),
            reversibility: reversibility.map(|(_, place)| place),
            likelihood: likelihood.map(|(_, place)| place),
        };
        self.level(&chosen).ok_or(missing)
    }

    fn level(&self, chosen: &Chosen<'_>) -> Option<Weighed<'w>> {
        let method = self.method;
        let extent = method.extent.get(chosen.severity?)?.get(chosen.scale?)?;
        let grade = match chosen.harm? {
            true => method.consequence.get(extent)?.get(chosen.reversibility?)?,
            false => extent,
        };
        let likelihood = chosen.likelihood?;
        let level = method.matrix.get(grade)?.get(likelihood)?;
        Some(Weighed {
            grade: method.grade(grade.as_str())?,
            likelihood,
            level: method.level(level.as_str())?,
        })
    }

    /// The level of a cell of the matrix.
    pub fn cell(&self, grade: &Grade, likelihood: usize) -> Option<&'w ImpactLevel> {
        let level = self.method.matrix.get(&grade.id)?.get(likelihood)?;
        self.method.level(level.as_str())
    }
}

/// What was chosen: the row of the first table, and the columns of all three.
struct Chosen<'n> {
    harm: Option<bool>,
    severity: Option<&'n OptionId>,
    scale: Option<usize>,
    reversibility: Option<usize>,
    likelihood: Option<usize>,
}

/// The option given to a `single`, and its place.
fn place<'n>(
    library: &Library,
    answers: &'n Answers,
    id: &QuestionId,
) -> Option<(&'n OptionId, usize)> {
    let question = library.question(id.as_str())?;
    match (question.kind, answers.get(id)?.value()?) {
        (QuestionKind::Single, Value::One(option)) => {
            let mut options = question.options.iter();
            Some((option, options.position(|one| one.id == *option)?))
        }
        _ => None,
    }
}
