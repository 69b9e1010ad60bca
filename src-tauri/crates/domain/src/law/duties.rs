//! Who owes what, from when: duties by role, dates by schedule, what suspends them, ways to fulfil them.

use super::determination::{Legacy, Owed};
use super::prepare::Engine;
use super::weigh::Weighing;
use crate::truth::Truth;
use chrono::NaiveDate;
use content::{Confidence, LegalDate, Route, TimingId, Unsettled, UnsettledId};

impl<'a> Weighing<'_, 'a> {
    /// Duties whose truth is this, in the order of the register, one entry for each role.
    pub(super) fn duties(&self, wanted: Truth) -> Vec<Owed<'a>> {
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
        let (effective, effective_open) = self.timing(&duty.effective);
        let formal = duty.formal.as_ref().and_then(|id| framework.date(id));
        let unsettled = self.engine.doubts(&duty.unsettled);
        let routes = prepared.routes.iter();
        let routes: Vec<&'a Route> = routes
            .filter(|route| self.truth(&self.engine.routes[**route]) == Truth::Yes)
            .map(|route| &framework.routes[*route])
            .collect();
        let ways = routes.iter().flat_map(|route| &route.unsettled);
        let ways = ways.filter_map(|id| framework.unsettled(id));
        let confidence = confidence(unsettled.iter().copied().chain(ways));
        Owed {
            duty,
            role: &framework.roles[role],
            effective,
            effective_open,
            formal: formal.or(effective).map(|date| date.on),
            legacy: prepared.legacy.and_then(|rule| self.legacy(rule)),
            unsettled,
            penalty: duty.penalty.as_ref().and_then(|id| framework.penalty(id)),
            routes,
            confidence,
        }
    }

    fn legacy(&self, place: usize) -> Option<Legacy<'a>> {
        let rule = &self.engine.framework.rules[place];
        let truth = self.rules[place];
        let by = rule.by.as_ref().and_then(|by| self.timing(by).0);
        (truth != Truth::No).then(|| Legacy {
            rule,
            truth,
            by: by.map(|date| date.on),
        })
    }

    /// The day a timing comes to, and whether open answers may still move it. Of a schedule: the
    /// earliest date among the steps that hold, else that of the step without a condition.
    pub(super) fn timing(&self, id: &TimingId) -> (Option<&'a LegalDate>, bool) {
        let dates = &self.engine.framework.dates;
        let Some(steps) = self.engine.schedules.get(id) else {
            let named = dates.iter().find(|date| date.id.as_str() == id.as_str());
            return (named, false);
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

impl<'a> Engine<'a> {
    /// The unsettled points with these ids.
    pub(super) fn doubts(&self, ids: &'a [UnsettledId]) -> Vec<&'a Unsettled> {
        let framework = self.framework;
        ids.iter()
            .filter_map(|id| framework.unsettled(id))
            .collect()
    }
}

/// As sure as the least sure of these points.
pub(super) fn confidence<'u>(points: impl IntoIterator<Item = &'u Unsettled>) -> Confidence {
    let least = points.into_iter().map(|point| point.confidence).min();
    least.unwrap_or(Confidence::High)
}
