//! How what follows from risks reads. One place, so that screen, paper and lists never differ.

use super::{Missing, Party, Point, Standing, Verdict, Weakness};
use crate::record::RecordId;
use crate::words::Words;

impl Words<'_> {
    /// When a risk is rated.
    pub fn risk_point(&self, point: Point) -> &str {
        self.risk_word("point", point.code())
    }

    /// Who carries a consequence.
    pub fn risk_party(&self, party: Party) -> &str {
        self.risk_word("party", party.code())
    }

    /// What the criteria say.
    pub fn risk_verdict(&self, verdict: Verdict) -> &str {
        self.risk_word("verdict", verdict.code())
    }

    /// How a risk stands.
    pub fn risk_standing(&self, standing: Standing) -> &str {
        self.risk_word("standing", standing.code())
    }

    /// What keeps a risk from having a level, as one phrase.
    pub fn risk_missing(&self, missing: &[Missing]) -> String {
        let say = |one: &Missing| {
            let party = one.party().map_or("", |party| {
                self.risk_word("missing", &format!("party-{}", party.code()))
            });
            let key = format!("content.risks.missing.{}", one.code());
            self.texts.format(&key, &[("party", party)])
        };
        missing.iter().map(say).collect::<Vec<_>>().join(", ")
    }

    /// What is weak about a risk, in a sentence.
    pub fn risk_weakness(&self, weakness: &Weakness) -> String {
        let key = format!("content.risks.weakness.{}", weakness.code());
        let say = |values: &[(&str, &str)]| self.texts.format(&key, values);
        let action = |id: &RecordId| (self.name_of)(id).unwrap_or_default();
        match weakness {
            Weakness::Incomplete { point, missing } => say(&[
                ("point", self.risk_point(*point)),
                ("missing", &self.risk_missing(missing)),
            ]),
            Weakness::NoReason(point) => say(&[("point", self.risk_point(*point))]),
            Weakness::AcceptanceTooLong { latest: day }
            | Weakness::RatingOld { latest: day }
            | Weakness::AcceptanceExpired { until: day }
            | Weakness::ReviewOverdue { due: day } => say(&[("day", &self.date(*day))]),
            Weakness::ActionLate { action: id } | Weakness::ActionIneffective { action: id } => {
                say(&[("action", &action(id))])
            }
            _ => say(&[]),
        }
    }

    /// The word of a closed list of words about risks.
    pub fn risk_word(&self, list: &str, code: &str) -> &str {
        let key = format!("content.risks.{list}.{code}");
        self.texts.find(&key).unwrap_or("")
    }
}
