//! The comparison of what was chosen against a risk with every control of a reference list, so that none that is
//! needed is forgotten.

use super::{Risk, ask};
use crate::answer::Answers;
use crate::record::{Record, RecordId};

/// One control of the reference list beside one risk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared<'n> {
    /// The control's id in the reference list, such as `iso42001:A.8.4`.
    pub control: &'n str,
    /// The record that stands for it; none while the Statement of Applicability has not been begun.
    pub record: Option<&'n RecordId>,
    /// It is chosen to treat this risk.
    pub chosen: bool,
    /// It works against this risk already.
    pub in_place: bool,
    /// The catalogue suggests it against such a risk.
    pub suggested: bool,
    /// It is excluded in the Statement of Applicability.
    pub excluded: bool,
}

impl Compared<'_> {
    /// Whether somebody should look at it: it is suggested, and nobody took it up.
    pub fn is_open(&self) -> bool {
        self.suggested && !self.chosen && !self.in_place
    }
}

/// Every control of a reference list, in its order, beside a risk. `suggested` are ids of that list.
/// `controls` are the records of controls with their answers.
pub fn compare<'n>(
    risk: &Risk<'_>,
    reference: impl IntoIterator<Item = &'n str>,
    suggested: &[&str],
    controls: &'n [(Record, Answers)],
) -> Vec<Compared<'n>> {
    reference
        .into_iter()
        .map(|control| {
            let found = controls
                .iter()
                .find(|(_, answers)| ask::text(answers, ask::CONTROL_REF) == Some(control));
            let record = found.map(|(record, _)| &record.id);
            let among = |ids: &[RecordId]| record.is_some_and(|record| ids.contains(record));
            Compared {
                control,
                record,
                chosen: among(risk.controls),
                in_place: among(risk.existing),
                suggested: suggested.contains(&control),
                excluded: found.is_some_and(|(_, answers)| {
                    ask::option(answers, ask::CONTROL_APPLIES) == Some("excluded")
                }),
            }
        })
        .collect()
}
