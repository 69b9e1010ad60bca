//! Contradictions in the Statement of Applicability.

use super::{Place, Smell};
use crate::dossier::Dossier;
use crate::fact;
use crate::law::{Engine, Knowing};
use crate::soa::{Contradiction, Owing, Statement, asked};
use chrono::NaiveDate;
use content::Library;

/// All of them, control by control.
pub(super) fn smells(library: &Library, dossier: &Dossier, on: NaiveDate) -> Vec<Smell> {
    let law = library.framework(fact::AI_ACT);
    let law = law.and_then(|law| Some((law, library.questions_of(law)?)));
    let owing = law.map_or_else(Owing::default, |(law, questions)| {
        let (engine, knowing) = (
            Engine::new(law, questions),
            Knowing::new(library, questions),
        );
        Owing::of(&engine, &knowing, dossier, on)
    });
    let statement = Statement::of(library, dossier, owing, on);
    let mut found = Vec::new();
    for row in &statement.rows {
        let Some(record) = row.record else { continue };
        for contradiction in statement.contradictions(row) {
            let mut with = vec![("control", format!("{} {}", row.reference(), row.title()))];
            let what = contradiction.named(&|day| day.to_string());
            if !what.is_empty() {
                with.push(("what", what));
            }
            let place = match contradiction.question() {
                asked::REF => Place::Record(record.id.clone()),
                question => Place::Question(record.id.clone(), question),
            };
            found.push(Smell {
                code: code(&contradiction),
                record: Some(record.id.clone()),
                with,
                place,
            });
        }
    }
    found
}

fn code(contradiction: &Contradiction<'_>) -> &'static str {
    match contradiction {
        Contradiction::ReliedOn(_) => "control-relied-on",
        Contradiction::DutyLeans(_) => "control-duty-leans",
        Contradiction::NoReason => "control-no-reason",
        Contradiction::NoExclusionReason => "control-no-exclusion-reason",
        Contradiction::HollowReason => "control-hollow-reason",
        Contradiction::RiskNamedNowhere => "control-risk-named-nowhere",
        Contradiction::NoEvidence => "control-no-evidence",
        Contradiction::EvidenceOld(_) => "control-evidence-old",
        Contradiction::TargetPassed(_) => "control-target-passed",
        Contradiction::OwnerMissing => "control-owner-missing",
        Contradiction::Doubled(_) => "control-doubled",
    }
}
