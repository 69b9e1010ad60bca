//! The road through the questions: asking in their order only what can still matter, which answers are met,
//! which lie beside it, and what is left.

use super::prepare::Engine;
use crate::answer::{Answer, AnswerState, Answers};
use chrono::NaiveDate;
use content::QuestionId;
use std::collections::BTreeSet;

/// Where every question stands on the road; each list in the order of the questionnaire.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Road<'a> {
    /// Questions that are met and settled: their answers count.
    pub settled: Vec<&'a QuestionId>,
    /// Questions that can still change a conclusion; those answered "don't know yet" are among them.
    pub open: Vec<&'a QuestionId>,
    /// Questions that can still bring advice or make a draft reading differ.
    pub further: Vec<&'a QuestionId>,
    /// Questions that have an answer and are not met: it is kept and changes nothing.
    pub set_aside: Vec<&'a QuestionId>,
}

impl<'a> Engine<'a> {
    /// Walks the road with these answers.
    pub fn road(&self, answers: &Answers, on: NaiveDate) -> Road<'a> {
        let given: Vec<(usize, &Answer)> = self.given(answers).collect();
        let settles = |answer: &Answer| !matches!(answer.state, AnswerState::NotKnown { .. });
        let mut walk = self.weigh(&Answers::new(), on);
        let mut met: BTreeSet<usize> = BTreeSet::new();
        let (open, further) = loop {
            let (open, further) = walk.open_questions();
            // What decides is asked first; among those, what stands first.
            let next = open.iter().chain(&further).find_map(|id| {
                let (place, answer) = given.iter().find(|(place, _)| self.at(*place) == *id)?;
                (settles(answer) && !met.contains(place)).then_some((*place, *answer))
            });
            let Some((place, answer)) = next else {
                break (open, further);
            };
            met.insert(place);
            walk.answer(place, Some(answer));
            walk.settle();
        };
        let beside = |place: &usize| {
            let id = self.at(*place);
            !met.contains(place) && !open.contains(&id) && !further.contains(&id)
        };
        let mut set_aside: Vec<usize> = given.iter().map(|(place, _)| *place).collect();
        set_aside.retain(beside);
        set_aside.sort_unstable();
        Road {
            settled: met.iter().map(|place| self.at(*place)).collect(),
            set_aside: set_aside.iter().map(|place| self.at(*place)).collect(),
            open,
            further,
        }
    }

    fn at(&self, place: usize) -> &'a QuestionId {
        &self.asked[place].question.id
    }
}
