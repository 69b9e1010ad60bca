//! What is known already to a question, with where it stands and why it says so.

use crate::desk::Desk;
use crate::law::Case;
use crate::show::{self, Names};
use crate::wire::classification::{KnownFact, KnownSource};
use content::QuestionId;
use domain::Answers;
use domain::RecordId;
use domain::law::Known;

/// The answers known facts come from: about a record, and about its organisation.
#[derive(Clone, Copy)]
pub(crate) struct Sources<'s> {
    pub record: &'s RecordId,
    pub given: &'s Answers,
    pub organisation: &'s RecordId,
    pub profile: &'s Answers,
}

impl<'s> From<&'s Case> for Sources<'s> {
    fn from(case: &'s Case) -> Self {
        Sources {
            record: &case.record.id,
            given: &case.given,
            organisation: &case.organisation,
            profile: &case.profile,
        }
    }
}

/// A known fact as the screen shows it.
pub(crate) fn view(
    desk: &Desk,
    names: &Names<'_>,
    sources: Sources<'_>,
    known: &Known<'_>,
) -> KnownFact {
    let source = |id: &&QuestionId| {
        let question = desk.library().question(id.as_str())?;
        let (record, answer) = match sources.given.get(*id) {
            Some(answer) => (sources.record, answer),
            None => (sources.organisation, sources.profile.get(*id)?),
        };
        let asking = desk.library().asking(id)?;
        Some(KnownSource {
            record: record.to_string(),
            questionnaire: asking.id.to_string(),
            section: question.section.to_string(),
            question: question.id.to_string(),
            label: question.label.clone(),
            words: names.words(desk, |words| words.answer(question, answer)),
        })
    };
    KnownFact {
        sources: known.from.iter().filter_map(source).collect(),
        value: show::value(names, &known.value),
        counts: known.counts,
        reasons: known.by.iter().map(|by| by.reason.clone()).collect(),
    }
}
