//! Who owes what, from when: duties by role, dates by schedule, what suspends them, ways to fulfil them.

use super::determination::{Legacy, Owed};
use super::prepare::{Engine, Timing};
use super::weigh::Weighing;
use crate::answer::Answers;
use crate::truth::Truth;
use chrono::NaiveDate;
use content::{Confidence, LegalDate, Unsettled};

impl<'a> Engine<'a> {
    /// One duty in one role as the law says it on a day; none where it is not owed and cannot come to be.
    pub fn duty(&self, id: &str, role: &str, answers: &Answers, on: NaiveDate) -> Option<Owed<'a>> {
        let weighing = self.weigh(answers, on);
        let mut owed = weighing.duties(Truth::Yes).into_iter();
        let mut perhaps = weighing.duties(Truth::Unknown).into_iter();
        let meant = |one: &Owed| one.duty.id.as_str() == id && one.role.id.as_str() == role;
        owed.find(meant).or_else(|| perhaps.find(meant))
    }
}

impl<'a> Weighing<'_, 'a> {
    /// Duties whose truth is this, in the order of the register, one entry for each role.
    pub fn duties(&self, wanted: Truth) -> Vec<Owed<'a>> {
        let mut owed = Vec::new();
        for (place, prepared) in self.engine.duties.iter().enumerate() {
            for role in &prepared.roles {
                if self.owes(place, *role) == wanted {
                    owed.push(self.owed(place, *role));
                }
            }
        }
        owed
    }

    fn owed(&self, place: usize, role: usize) -> Owed<'a> {
        let framework = self.engine.framework;
        let duty = &framework.duties[place];
        let prepared = &self.engine.duties[place];
        let (effective, effective_open) = self.timing(prepared.effective.as_ref());
        let ways = prepared.routes.iter().copied();
        let ways = ways.filter(|way| self.truth(&self.engine.routes[*way]) == Truth::Yes);
        let doubts = ways.clone().flat_map(|way| &self.engine.route_doubts[way]);
        let confidence = confidence(prepared.doubts.iter().chain(doubts).copied());
        Owed {
            duty,
            role: &framework.roles[role],
            effective,
            effective_open,
            formal: prepared.formal.or(effective).map(|date| date.on),
            legacy: prepared.legacy.and_then(|rule| self.legacy(rule)),
            unsettled: prepared.doubts.clone(),
            penalty: prepared.penalty,
            routes: ways.map(|way| &framework.routes[way]).collect(),
            confidence,
        }
    }

    fn legacy(&self, place: usize) -> Option<Legacy<'a>> {
        let rule = &self.engine.framework.rules[place];
        let truth = self.rules[place];
        let (by, _) = self.timing(self.engine.by[place].as_ref());
        (truth != Truth::No).then(|| Legacy {
            rule,
            truth,
            by: by.map(|date| date.on),
        })
    }

    /// The day a timing comes to, and whether open answers may still move it. Of a schedule: the
    /// earliest date among the steps that hold, else that of the step without a condition.
    pub(super) fn timing(&self, timing: Option<&Timing>) -> (Option<&'a LegalDate>, bool) {
        let dates = &self.engine.framework.dates;
        let steps = match timing {
            None => return (None, false),
            Some(Timing::Date(date)) => return (Some(&dates[*date]), false),
            Some(Timing::Steps(steps)) => steps,
        };
        let mut earliest: Option<(NaiveDate, usize)> = None;
        let mut perhaps: Option<NaiveDate> = None;
        let mut fallback = None;
        for step in steps {
            match step.when.as_ref().map(|when| self.truth(when)) {
                None => fallback = Some(step.date),
                Some(Truth::Yes) if earliest.is_none_or(|(day, _)| step.day < day) => {
                    earliest = Some((step.day, step.date));
                }
                Some(Truth::Unknown) if perhaps.is_none_or(|day| step.day < day) => {
                    perhaps = Some(step.day);
                }
                Some(_) => {}
            }
        }
        // A step that is open matters only where it could come first.
        let open = perhaps.is_some_and(|day| earliest.is_none_or(|(known, _)| day < known));
        let date = earliest.map(|(_, date)| date).or(fallback);
        (date.map(|date| &dates[date]), open)
    }
}

/// As sure as the least sure of these points.
pub(super) fn confidence<'u>(points: impl IntoIterator<Item = &'u Unsettled>) -> Confidence {
    let least = points.into_iter().map(|point| point.confidence).min();
    least.unwrap_or(Confidence::High)
}
