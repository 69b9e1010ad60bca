//! What inventory and profile say besides: an outcome does not rest on it, but what is printed of a signed
//! outcome names it, and must name what was said when it was signed.

use super::{Case, Freezing};
use crate::answer::{Answers, Value};
use crate::fact;
use crate::frozen::{OPTIONS, Part, STATED};
use crate::progress::{Standing, counted, standing};
use content::RecordKind;

/// Answers about the system that a memo or a registration names.
pub const OF_SYSTEM: [&str; 14] = [
    fact::PURPOSE,
    "decision-influenced",
    "users",
    "affected-detail",
    "system-version",
    fact::STAGE,
    "placed-on-market",
    "first-used",
    "countries",
    fact::VENDOR,
    "vendor-product",
    fact::UNIT,
    "assessment-notes",
    "existing-assessments",
];
/// Answers about the organisation that a registration names.
pub const OF_ORGANISATION: [&str; 2] = ["organisation-legal-name", "organisation-seat"];

impl Freezing<'_, '_> {
    /// Questions that are asked, each with what was said, empty where nothing was; below it `stated` where
    /// that is a value, and `options` with the ids where it is a choice of several.
    pub(super) fn described(&self, case: &Case<'_>) -> Part {
        Part::new("described").with([
            Part::new("system").with(self.said_of(RecordKind::System, &OF_SYSTEM, case.answers)),
            Part::new("organisation").with(self.said_of(
                RecordKind::Organisation,
                &OF_ORGANISATION,
                case.organisation,
            )),
        ])
    }

    fn said_of(&self, kind: RecordKind, ids: &[&str], answers: &Answers) -> Vec<Part> {
        let Some(asked) = self.library.questionnaire_about(kind) else {
            return Vec::new();
        };
        let counted = counted(asked, answers);
        let questions = ids.iter().filter_map(|id| asked.question(id));
        questions
            .filter_map(|question| {
                let part = Part::new(question.id.as_str()).called(&question.label);
                let Some(answer) = counted.get(&question.id) else {
                    return (standing(question, &counted) == Standing::Open).then_some(part);
                };
                let part = part.saying(self.words.answer(question, answer));
                let value = answer.value();
                let chosen = match value {
                    Some(Value::Many(chosen)) => Some(chosen),
                    _ => None,
                };
                let options = |chosen: &std::collections::BTreeSet<content::OptionId>| {
                    let options = chosen.iter().map(|option| Part::new(option.as_str()));
                    Part::new(OPTIONS).with(options)
                };
                Some(
                    part.with(value.map(|_| Part::new(STATED).saying("yes")))
                        .with(chosen.map(options)),
                )
            })
            .collect()
    }
}
