//! Duties by role with their days, by day.

use super::trace::code;
use super::{Freezing, plain};
use crate::frozen::Part;
use crate::law::determination::{Legacy, Owed};

impl Freezing<'_, '_> {
    /// Duties owed, the earliest first, those without a day last.
    pub(super) fn duties(&self) -> Part {
        let mut owed: Vec<&Owed<'_>> = self.determination.duties.iter().collect();
        owed.sort_by_key(|owed| {
            let day = owed.effective.map(|date| date.on);
            (day.is_none(), day)
        });
        Part::new("duties").with(owed.into_iter().map(|owed| self.duty(owed)))
    }

    /// Duties that open answers may still bring about.
    pub(super) fn open_duties(&self) -> Part {
        let open = self.determination.open_duties.iter();
        Part::new("open-duties").with(open.map(|owed| named(owed)))
    }

    fn duty(&self, owed: &Owed<'_>) -> Part {
        let day = match owed.effective {
            Some(date) => self.words.date(date.on),
            None => self.text("undated"),
        };
        let mut parts = Vec::new();
        parts.extend(owed.effective.map(|date| {
            Part::new("since")
                .citing(&date.cite)
                .with([plain(&date.what)])
        }));
        parts.extend(
            owed.effective_open
                .then(|| Part::new("day-open").saying("yes")),
        );
        parts.extend(
            owed.formal
                .map(|day| Part::new("formal").saying(self.words.date(day))),
        );
        parts.extend(owed.legacy.as_ref().map(|legacy| self.legacy(legacy)));
        parts.extend(owed.penalty.map(|penalty| {
            Part::new("penalty")
                .saying(&penalty.text)
                .citing(&penalty.cite)
        }));
        let routes = owed.routes.iter().map(|route| {
            Part::new(route.id.as_str())
                .called(&route.title)
                .citing(&route.cite)
                .with([plain(&route.plain)])
        });
        let routes: Vec<Part> = routes.collect();
        parts.extend((!routes.is_empty()).then(|| Part::new("routes").with(routes)));
        let points = owed.unsettled.iter();
        let points: Vec<Part> = points
            .map(|point| Part::new(point.id.as_str()).called(&point.title))
            .collect();
        parts.extend((!points.is_empty()).then(|| Part::new("unsettled").with(points)));
        parts.push(Part::new("confidence").saying(owed.confidence.code()));
        parts.push(plain(&owed.duty.plain));
        named(owed).saying(day).with(parts)
    }

    fn legacy(&self, legacy: &Legacy<'_>) -> Part {
        let by = legacy
            .by
            .map(|day| Part::new("by").saying(self.words.date(day)));
        Part::new("legacy")
            .called(&legacy.rule.title)
            .saying(code(legacy.truth))
            .citing(&legacy.rule.cite)
            .with(by)
            .with([plain(legacy.words())])
    }
}

fn named(owed: &Owed<'_>) -> Part {
    Part::new(format!("{}:{}", owed.duty.id, owed.role.id))
        .called(&owed.duty.title)
        .citing(&owed.duty.article)
        .with([Part::new("role").saying(&owed.role.title)])
}
