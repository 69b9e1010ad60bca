//! What is weak about one risk: missing, late, or at odds with itself. One list for the screen, the report and
//! the X-ray.

use super::{
    Action, Level, Method, Missing, Point, Pressing, Rated, Risk, Treatment, Verdict, ask,
};
use crate::record::RecordId;
use chrono::{Months, NaiveDate};

/// One thing that is weak about a risk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Weakness {
    /// No method is named.
    NoMethod,
    /// The method named is not there any more or does not hold together.
    MethodUnusable,
    /// A later version of the method is in force.
    MethodOlder,
    /// A point has no level.
    Incomplete {
        /// Which.
        point: Point,
        /// What is missing.
        missing: Vec<Missing>,
    },
    /// A rating without a reason.
    NoReason(Point),
    /// It is rated higher with the measures in place than without any.
    CurrentAboveInherent,
    /// It is rated higher once treated than today.
    ResidualAboveCurrent,
    /// It is not acceptable today, and nobody has said what is done about it.
    Untreated,
    /// It is to be reduced or shared, and neither a control nor an action does so.
    EmptyTreatment,
    /// It is to be reduced or shared, and nobody compared the choice with Annex A.
    NotCompared,
    /// What is left may not stay.
    Unacceptable,
    /// What is left may stay only with a named person's word, which nobody gave.
    NotAccepted,
    /// It was accepted without an end.
    AcceptanceEndless,
    /// It was accepted for longer than the method allows.
    AcceptanceTooLong {
        /// Until when it may be at most.
        latest: NaiveDate,
    },
    /// The acceptance has run out.
    AcceptanceExpired {
        /// When.
        until: NaiveDate,
    },
    /// Nobody answers for it.
    NoOwner,
    /// No day is named on which it is looked at again.
    NoReview,
    /// That day has passed.
    ReviewOverdue {
        /// It.
        due: NaiveDate,
    },
    /// The rating is older than the method allows.
    RatingOld {
        /// When it was to be repeated at the latest.
        latest: NaiveDate,
    },
    /// An action against it is late.
    ActionLate {
        /// It.
        action: RecordId,
    },
    /// An action against it was done and did not work, or in part only.
    ActionIneffective {
        /// It.
        action: RecordId,
    },
}

impl Weakness {
    /// The word in texts.
    pub fn code(&self) -> &'static str {
        match self {
            Weakness::NoMethod => "no-method",
            Weakness::MethodUnusable => "method-unusable",
            Weakness::MethodOlder => "method-older",
            Weakness::Incomplete { .. } => "incomplete",
            Weakness::NoReason(_) => "no-reason",
            Weakness::CurrentAboveInherent => "current-above-inherent",
            Weakness::ResidualAboveCurrent => "residual-above-current",
            Weakness::Untreated => "untreated",
            Weakness::EmptyTreatment => "empty-treatment",
            Weakness::NotCompared => "not-compared",
            Weakness::Unacceptable => "unacceptable",
            Weakness::NotAccepted => "not-accepted",
            Weakness::AcceptanceEndless => "acceptance-endless",
            Weakness::AcceptanceTooLong { .. } => "acceptance-too-long",
            Weakness::AcceptanceExpired { .. } => "acceptance-expired",
            Weakness::NoOwner => "no-owner",
            Weakness::NoReview => "no-review",
            Weakness::ReviewOverdue { .. } => "review-overdue",
            Weakness::RatingOld { .. } => "rating-old",
            Weakness::ActionLate { .. } => "action-late",
            Weakness::ActionIneffective { .. } => "action-ineffective",
        }
    }

    /// The question to go to.
    pub fn question(&self) -> &'static str {
        match self {
            Weakness::Incomplete { point, missing } => missing
                .first()
                .map_or(ask::METHOD, |first| first.question(*point)),
            Weakness::NoReason(point) => ask::reason(*point),
            Weakness::CurrentAboveInherent => ask::likelihood(Point::Current),
            Weakness::ResidualAboveCurrent => ask::likelihood(Point::Residual),
            Weakness::NoMethod | Weakness::MethodUnusable | Weakness::MethodOlder => ask::METHOD,
            Weakness::Untreated | Weakness::Unacceptable => ask::TREATMENT,
            Weakness::EmptyTreatment => ask::CONTROLS,
            Weakness::NotCompared => ask::COMPARED,
            Weakness::NotAccepted => ask::ACCEPTED_BY,
            Weakness::AcceptanceEndless
            | Weakness::AcceptanceTooLong { .. }
            | Weakness::AcceptanceExpired { .. } => ask::ACCEPTED_UNTIL,
            Weakness::NoOwner => ask::OWNER,
            Weakness::NoReview | Weakness::ReviewOverdue { .. } => ask::REVIEW_DUE,
            Weakness::RatingOld { .. } => ask::RATED_ON,
            Weakness::ActionLate { .. } | Weakness::ActionIneffective { .. } => ask::TREATMENT,
        }
    }

    /// Whether it contradicts itself or is late, rather than still being open.
    pub fn presses(&self) -> bool {
        !matches!(
            self,
            Weakness::NoMethod
                | Weakness::Incomplete { .. }
                | Weakness::NoReason(_)
                | Weakness::NoOwner
                | Weakness::NoReview
                | Weakness::NotCompared
                | Weakness::MethodOlder
        )
    }
}

/// What a risk is weighed with.
pub(super) struct Beside<'a, 'n> {
    /// The method it names, if that can be used.
    pub method: Option<&'a Method>,
    /// Whether a later version is in force.
    pub older: bool,
    /// Its levels at each point.
    pub rated: &'a [Rated; 3],
    /// Actions that treat it.
    pub actions: &'a [&'a Action<'n>],
    /// The day.
    pub on: NaiveDate,
}

/// Everything that is weak about a risk, what presses most first within each subject.
pub(super) fn weaknesses(risk: &Risk<'_>, beside: &Beside<'_, '_>) -> Vec<Weakness> {
    let mut found = Vec::new();
    method(risk, beside, &mut found);
    ratings(risk, beside, &mut found);
    treatment(risk, beside, &mut found);
    acceptance(risk, beside, &mut found);
    care(risk, beside, &mut found);
    found
}

fn method(risk: &Risk<'_>, beside: &Beside<'_, '_>, found: &mut Vec<Weakness>) {
    match (risk.method, beside.method) {
        (None, _) => found.push(Weakness::NoMethod),
        (Some(_), None) => found.push(Weakness::MethodUnusable),
        (Some(_), Some(_)) if beside.older => found.push(Weakness::MethodOlder),
        _ => {}
    }
}

fn ratings(risk: &Risk<'_>, beside: &Beside<'_, '_>, found: &mut Vec<Weakness>) {
    for (point, rated) in Point::ALL.into_iter().zip(beside.rated) {
        // Whoever avoids a risk has nothing left to rate.
        if point == Point::Residual && risk.treatment == Some(Treatment::Avoid) {
            continue;
        }
        let missing = rated.missing();
        // The method is told already, once.
        if !missing.is_empty() && missing != [Missing::Method] {
            let missing = missing.to_vec();
            found.push(Weakness::Incomplete { point, missing });
        }
        if !risk.rating(point).is_open() && risk.rating(point).reason.is_none() {
            found.push(Weakness::NoReason(point));
        }
    }
    let [inherent, current, residual] = beside.rated;
    let above = |higher: &Rated, lower: &Rated| match (higher.level(), lower.level()) {
        (Some(higher), Some(lower)) => higher.level > lower.level,
        _ => false,
    };
    if above(current, inherent) {
        found.push(Weakness::CurrentAboveInherent);
    }
    if above(residual, current) && risk.treatment != Some(Treatment::Avoid) {
        found.push(Weakness::ResidualAboveCurrent);
    }
}

fn treatment(risk: &Risk<'_>, beside: &Beside<'_, '_>, found: &mut Vec<Weakness>) {
    let verdict = |level: Level| beside.method.map(|method| method.verdict(level.level));
    let today = beside.rated[1].level().and_then(verdict);
    match risk.treatment {
        None if today.is_some_and(|today| today > Verdict::Acceptable) => {
            found.push(Weakness::Untreated);
        }
        Some(Treatment::Reduce | Treatment::Share) => {
            let acts = beside.actions.iter().any(|action| action.counts());
            if risk.controls.is_empty() && !acts {
                found.push(Weakness::EmptyTreatment);
            }
            if risk.compared.is_none() {
                found.push(Weakness::NotCompared);
            }
        }
        _ => {}
    }
    for action in beside.actions {
        let action_id = || action.record.id.clone();
        match action.pressing(beside.on) {
            Pressing::Overdue => found.push(Weakness::ActionLate {
                action: action_id(),
            }),
            Pressing::Ineffective => found.push(Weakness::ActionIneffective {
                action: action_id(),
            }),
            _ => {}
        }
    }
}

fn acceptance(risk: &Risk<'_>, beside: &Beside<'_, '_>, found: &mut Vec<Weakness>) {
    let given = risk.acceptance;
    if let Some(until) = given.until
        && given.by.is_some()
        && until < beside.on
    {
        found.push(Weakness::AcceptanceExpired { until });
    }
    let Some(method) = beside.method else { return };
    if risk.treatment == Some(Treatment::Avoid) {
        return;
    }
    match beside.rated[2]
        .level()
        .map(|left| method.verdict(left.level))
    {
        Some(Verdict::Unacceptable) => found.push(Weakness::Unacceptable),
        Some(Verdict::NeedsWord) if given.by.is_none() || given.on.is_none() => {
            found.push(Weakness::NotAccepted);
        }
        _ => {}
    }
    if given.by.is_none() {
        return;
    }
    let latest = given.latest(method.criteria.accept_months);
    match (given.until, latest) {
        (None, _) => found.push(Weakness::AcceptanceEndless),
        (Some(until), Some(latest)) if until > latest => {
            found.push(Weakness::AcceptanceTooLong { latest });
        }
        _ => {}
    }
}

fn care(risk: &Risk<'_>, beside: &Beside<'_, '_>, found: &mut Vec<Weakness>) {
    if risk.owner.is_none() {
        found.push(Weakness::NoOwner);
    }
    match risk.review_due {
        None => found.push(Weakness::NoReview),
        Some(due) if due < beside.on => found.push(Weakness::ReviewOverdue { due }),
        Some(_) => {}
    }
    let latest = match (risk.rated_on, beside.method) {
        (Some(rated), Some(method)) => {
            rated.checked_add_months(Months::new(method.criteria.review_months))
        }
        _ => None,
    };
    if let Some(latest) = latest
        && latest < beside.on
    {
        found.push(Weakness::RatingOld { latest });
    }
}
