//! Contradictions about risks and actions: what is weak and presses. What is merely open is a to-do and stands
//! on the risk's own page.

use super::{Place, Smell};
use crate::dossier::Dossier;
use crate::record::Record;
use crate::risk::{Action, Kept, Pressing, Weakness, ask, register_of};
use chrono::NaiveDate;
use content::Library;

/// Risks by priority, then actions by what presses most.
pub(super) fn smells(library: &Library, dossier: &Dossier, on: NaiveDate) -> Vec<Smell> {
    let kept = Kept::of(dossier, library);
    let register = register_of(&kept, on);
    let mut found = Vec::new();
    for row in &register.rows {
        let record = row.risk.record;
        for weakness in &row.weaknesses {
            let Some(code) = code(weakness) else { continue };
            let mut with = vec![("record", named(record))];
            with.extend(day(weakness).map(|day| ("due", day.to_string())));
            found.push(Smell {
                code,
                record: Some(record.id.clone()),
                with,
                place: Place::Question(record.id.clone(), weakness.question()),
            });
        }
    }
    found.extend(register.actions.iter().filter_map(|one| late(one, on)));
    found
}

/// What presses about a risk. An action that does is told once, as an action.
fn code(weakness: &Weakness) -> Option<&'static str> {
    Some(match weakness {
        Weakness::MethodUnusable => "risk-method-unusable",
        Weakness::CurrentAboveInherent => "risk-current-above-inherent",
        Weakness::ResidualAboveCurrent => "risk-residual-above-current",
        Weakness::Untreated => "risk-untreated",
        Weakness::EmptyTreatment => "risk-empty-treatment",
        Weakness::Unacceptable => "risk-unacceptable",
        Weakness::NotAccepted => "risk-not-accepted",
        Weakness::AcceptanceEndless => "risk-acceptance-endless",
        Weakness::AcceptanceTooLong { .. } => "risk-acceptance-too-long",
        Weakness::AcceptanceExpired { .. } => "risk-acceptance-expired",
        Weakness::ReviewOverdue { .. } => "risk-review-overdue",
        Weakness::RatingOld { .. } => "risk-rating-old",
        Weakness::NoMethod
        | Weakness::MethodOlder
        | Weakness::Incomplete { .. }
        | Weakness::NoReason(_)
        | Weakness::NotCompared
        | Weakness::NoOwner
        | Weakness::NoReview
        | Weakness::ActionLate { .. }
        | Weakness::ActionIneffective { .. } => return None,
    })
}

fn day(weakness: &Weakness) -> Option<NaiveDate> {
    match weakness {
        Weakness::AcceptanceTooLong { latest: day }
        | Weakness::AcceptanceExpired { until: day }
        | Weakness::ReviewOverdue { due: day }
        | Weakness::RatingOld { latest: day } => Some(*day),
        _ => None,
    }
}

fn late(action: &Action<'_>, on: NaiveDate) -> Option<Smell> {
    let (code, due, question) = match action.pressing(on) {
        Pressing::Overdue => ("action-overdue", action.due, ask::ACTION_DUE),
        Pressing::CheckOverdue => (
            "action-check-overdue",
            action.check_due,
            ask::ACTION_CHECK_DUE,
        ),
        Pressing::Ineffective => ("action-ineffective", None, ask::ACTION_EFFECTIVE),
        _ => return None,
    };
    let mut with = vec![("record", named(action.record))];
    with.extend(due.map(|due| ("due", due.to_string())));
    Some(Smell {
        code,
        record: Some(action.record.id.clone()),
        with,
        place: Place::Question(action.record.id.clone(), question),
    })
}

fn named(record: &Record) -> String {
    format!("{} {}", record.reference(), record.name)
}
