//! Every rule with what settled it, by stage.

use super::{Freezing, plain};
use crate::frozen::{BECAUSE, Part};
use crate::law::determination::Finding;
use crate::truth::Truth;

impl Freezing<'_, '_> {
    pub(super) fn trace(&self) -> Part {
        let stages = self.determination.framework.stages.iter().map(|stage| {
            let trace = self.determination.trace.iter();
            let own = trace.filter(|finding| finding.rule.stage == stage.id);
            Part::new(stage.id.as_str())
                .called(&stage.title)
                .with(own.map(|finding| self.finding(finding)))
        });
        Part::new("trace").with(stages)
    }

    fn finding(&self, finding: &Finding<'_>) -> Part {
        let rule = finding.rule;
        let from = rule.from.as_ref().filter(|_| !finding.counts);
        let from = from.and_then(|id| self.determination.framework.date(id));
        let mut because = match finding.truth {
            Truth::Unknown => self.hangs_on(&finding.open),
            Truth::Yes | Truth::No => self.because(&finding.deciding),
        };
        // Most rules of a law do not hold: of these only the questions that decided are named, whose
        // answers stand among the facts. What a person only says not to apply is told with its reason.
        let holds_not = finding.truth == Truth::No;
        if holds_not {
            let chosen = because
                .iter_mut()
                .filter(|one| self.aside(&one.id).is_none());
            for reason in chosen {
                *reason = Part::new(std::mem::take(&mut reason.id));
            }
        }
        Part::new(rule.id.as_str())
            .called(&rule.title)
            .saying(code(finding.truth))
            .citing(&rule.cite)
            .with(from.map(|date| {
                Part::new("from")
                    .saying(self.words.date(date.on))
                    .citing(&date.cite)
            }))
            .with((!because.is_empty()).then(|| Part::new(BECAUSE).with(because)))
            .with((!holds_not).then(|| plain(&rule.plain)))
    }
}

/// The stored word of a truth.
pub(super) fn code(truth: Truth) -> &'static str {
    match truth {
        Truth::Yes => "yes",
        Truth::No => "no",
        Truth::Unknown => "unknown",
    }
}
