//! Figures and codes of the domain as the screens show them.

use crate::wire::gap_results::GapMovement;
use crate::wire::gaps::{GapConformity, GapScore, GapTally};
use domain::gaps::{Conformity, Movement, Score, Share, Tally};

pub(super) fn score(score: &Score) -> GapScore {
    let Score {
        asked,
        met,
        partly,
        not_met,
        not_applicable,
        unseen,
        exists,
        works,
        maturity,
    } = score;
    GapScore {
        asked: *asked,
        met: *met,
        partly: *partly,
        not_met: *not_met,
        not_applicable: *not_applicable,
        unseen: *unseen,
        judged: score.judged(),
        percent: score.share().map(Share::percent),
        exists: tally(exists),
        works: tally(works),
        maturity_tenths: maturity.tenths(),
        maturity_judged: maturity.judged,
    }
}

fn tally(tally: &Tally) -> GapTally {
    let Tally { yes, partly, no } = tally;
    GapTally {
        yes: *yes,
        partly: *partly,
        no: *no,
        percent: tally.share().map(Share::percent),
    }
}

pub(super) fn conformity(conformity: Conformity) -> GapConformity {
    match conformity {
        Conformity::Met => GapConformity::Met,
        Conformity::Partly => GapConformity::Partly,
        Conformity::NotMet => GapConformity::NotMet,
        Conformity::NotApplicable => GapConformity::NotApplicable,
        Conformity::NotLookedAt => GapConformity::NotLookedAt,
    }
}

pub(super) fn movement(movement: Movement) -> GapMovement {
    match movement {
        Movement::Worse => GapMovement::Worse,
        Movement::Better => GapMovement::Better,
        Movement::New => GapMovement::New,
        Movement::Gone => GapMovement::Gone,
        Movement::Same => GapMovement::Same,
    }
}
