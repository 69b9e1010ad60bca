//! Which assessments are owed for a system, and why.

use crate::answer::Answers;
use crate::law::holds;
use crate::truth::Truth;
use content::{DutyId, Library, OwedWhen, Weighing as Method};

/// Whether one assessment is owed for a system.
#[derive(Debug, Clone, Copy)]
pub struct Owed<'w> {
    /// What says so.
    pub rule: &'w OwedWhen,
    /// Whether it is.
    pub truth: Truth,
}

impl<'w> Owed<'w> {
    /// Why it is, why it is not, or why that cannot be said yet.
    pub fn because(&self) -> &'w str {
        match self.truth {
            Truth::Yes => &self.rule.yes,
            Truth::No => &self.rule.no,
            Truth::Unknown => &self.rule.open,
        }
    }
}

/// Every assessment the method speaks of, with whether it is owed. `duty` says whether a duty of a law is
/// owed for the system, in whichever role.
pub fn owed<'w>(
    method: &'w Method,
    library: &Library,
    system: &Answers,
    organisation: &Answers,
    duty: &dyn Fn(&DutyId) -> Truth,
) -> Vec<Owed<'w>> {
    let rules = method.owed.iter();
    rules
        .map(|rule| Owed {
            rule,
            truth: match (&rule.duty, &rule.when) {
                (Some(id), _) => duty(id),
                (None, Some(when)) => holds(library, when, system, organisation),
                (None, None) => Truth::Unknown,
            },
        })
        .collect()
}
