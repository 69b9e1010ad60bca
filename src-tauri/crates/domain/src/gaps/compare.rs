//! What became of an earlier run.

use super::judgement::{Conformity, Judgement};
use super::rows::Row;
use content::Requirement;

/// How the judgement on a requirement moved between two runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Movement {
    /// Further from being met than before, or less settled.
    Worse,
    /// Nearer to being met than before, or more settled.
    Better,
    /// Judged now and not before.
    New,
    /// Judged before and not now.
    Gone,
    /// As it was, or judged in neither run.
    Same,
}

impl Movement {
    /// Every one, in the order in which they are shown.
    pub const ALL: [Movement; 5] = [
        Movement::Worse,
        Movement::Better,
        Movement::New,
        Movement::Gone,
        Movement::Same,
    ];

    /// The word for it in texts.
    pub fn code(self) -> &'static str {
        match self {
            Movement::Worse => "worse",
            Movement::Better => "better",
            Movement::New => "new",
            Movement::Gone => "gone",
            Movement::Same => "same",
        }
    }
}

/// One requirement in two runs.
#[derive(Debug, Clone)]
pub struct Moved<'r> {
    /// The requirement.
    pub requirement: &'r Requirement,
    /// How it was judged before.
    pub before: Judgement,
    /// How it is judged now.
    pub now: Judgement,
    /// What became of it.
    pub movement: Movement,
}

/// Every requirement of either run, in the order of the later one, what only the earlier one looked at last.
pub fn compare<'r>(before: &'r [Row<'r>], now: &'r [Row<'r>]) -> Vec<Moved<'r>> {
    let find = |rows: &'r [Row<'r>], wanted: &Requirement| {
        let mut rows = rows.iter();
        rows.find(|row| row.requirement.id == wanted.id)
            .map(|row| row.judgement.clone())
    };
    let moved = |requirement: &'r Requirement| {
        let earlier = find(before, requirement).unwrap_or_default();
        let later = find(now, requirement).unwrap_or_default();
        Moved {
            requirement,
            movement: movement(&earlier, &later),
            before: earlier,
            now: later,
        }
    };
    let dropped = before
        .iter()
        .filter(|row| find(now, row.requirement).is_none());
    now.iter()
        .chain(dropped)
        .map(|row| moved(row.requirement))
        .collect()
}

/// Conformity leads; where it stayed, maturity decides. Of what was not judged in both runs nothing is said
/// but that it is new or gone.
fn movement(before: &Judgement, now: &Judgement) -> Movement {
    match (before.conformity.is_judged(), now.conformity.is_judged()) {
        (false, false) => return Movement::Same,
        (false, true) => return Movement::New,
        (true, false) => return Movement::Gone,
        (true, true) => {}
    }
    let conformity = height(now.conformity).cmp(&height(before.conformity));
    let maturity = match (before.maturity, now.maturity) {
        (Some(before), Some(now)) => now.cmp(&before),
        _ => std::cmp::Ordering::Equal,
    };
    match conformity.then(maturity) {
        std::cmp::Ordering::Less => Movement::Worse,
        std::cmp::Ordering::Greater => Movement::Better,
        std::cmp::Ordering::Equal => Movement::Same,
    }
}

fn height(conformity: Conformity) -> u8 {
    match conformity {
        Conformity::Met => 2,
        Conformity::Partly => 1,
        _ => 0,
    }
}
