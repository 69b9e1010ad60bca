//! Actions that close gaps.

use super::judge::{found, given, meant};
use crate::commands::start::name;
use crate::desk::Desk;
use crate::error::AppError;
use crate::show;
use crate::wire::change::Changed;
use crate::wire::gap_results::AddGapAction;
use crate::wire::record::RecordLink;
use content::RecordKind;
use domain::risk::ask;
use domain::{Answer, RecordId, Value};

/// Enters an action for what was found about a requirement, as one act.
pub(super) fn add(
    desk: &Desk,
    AddGapAction {
        run,
        requirement,
        name: called,
        answers,
    }: AddGapAction,
) -> Result<Changed<RecordLink>, AppError> {
    let called = name(&called)?;
    let about = show::questionnaire(desk, RecordKind::Action)?;
    let given = given(about, answers)?;
    let closes = about.question(ask::ACTION_FINDINGS);
    let closes = closes.ok_or(AppError::Nonsense { what: "action" })?;
    let id = RecordId::new(desk.outside().new_id());
    desk.change(|open, actor, now| {
        let (run, requirement) = meant(desk, open, &run, &requirement)?;
        let finding = found(desk, open, &run.id, requirement)?;
        let finding = finding.and_then(|finding| finding.record);
        // Without anything said of the requirement there is nothing to close.
        let finding = finding.ok_or(AppError::Nonsense { what: "finding" })?;
        let mut answers = vec![(closes, Answer::given(Value::Records(vec![finding])))];
        let given = given.into_iter();
        answers.extend(given.filter_map(|(question, answer)| Some((question, answer?))));
        let named = (id.clone(), RecordKind::Action, called.as_str());
        let recorded = open.file.add_answered(actor, now, named, &answers)?;
        Ok((show::link(show::record(open, id.as_str())?), recorded))
    })
}
