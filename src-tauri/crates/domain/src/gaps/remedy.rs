//! Actions that close findings: actions as they are, seen from the gap.

use crate::answer::Answers;
use crate::record::Record;
use crate::risk::{Action, ActionState};

/// The options of the question on the effort, the least first.
pub const EFFORTS: [&str; 3] = ["small", "medium", "large"];

/// Every action that closes a finding.
pub fn remedies<'n>(
    actions: impl IntoIterator<Item = (&'n Record, &'n Answers)>,
) -> Vec<Action<'n>> {
    let actions = actions.into_iter();
    let read = actions.map(|(record, answers)| Action::of(record, answers));
    read.filter(|action| !action.findings.is_empty()).collect()
}

/// Whether nothing is left to do.
pub(super) fn settled(action: &Action<'_>) -> bool {
    matches!(action.state, ActionState::Done | ActionState::Dropped)
}

/// Its place by effort; what has none comes last.
pub(super) fn heft(action: &Action<'_>) -> usize {
    let known = EFFORTS.iter().position(|one| Some(*one) == action.effort);
    known.unwrap_or(EFFORTS.len())
}
