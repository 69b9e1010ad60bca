//! The gap analysis: runs, one run requirement by requirement, what it comes to, signing.

mod judge;
mod plan;
mod read;
mod results;
mod runs;
mod screen;
mod show_score;
mod signing;

use super::command;
use crate::wire::change::Changed;
use crate::wire::gap_results::{AddGapAction, GapResults, ReopenGapRun, SignGapRun};
use crate::wire::gaps::{
    BeginGapRun, GapJudged, GapRuns, GapScreen, GapSigned, JudgeRequirement, OneRequirement,
};
use crate::wire::record::{OneRecord, RecordLink};

command! {
    /// Every run of the gap analysis.
    list_gap_runs() -> GapRuns = runs::list
}
command! {
    /// Begins a run.
    begin_gap_run(BeginGapRun) -> Changed<RecordLink> = runs::begin
}
command! {
    /// One run, requirement by requirement.
    gap_run(OneRecord) -> GapScreen = screen::screen
}
command! {
    /// Says something about one requirement of a run, as one act.
    judge_requirement(JudgeRequirement) -> Changed<GapJudged> = judge::judge
}
command! {
    /// Attaches a file to what was found about a requirement; value null when the dialog was closed.
    attach_to_requirement(OneRequirement) -> Changed<Option<GapJudged>> = judge::attach
}
command! {
    /// What a run comes to.
    gap_results(OneRecord) -> GapResults = results::results
}
command! {
    /// Enters an action that closes a gap.
    add_gap_action(AddGapAction) -> Changed<RecordLink> = plan::add
}
command! {
    /// Signs a run as it stands.
    sign_gap_run(SignGapRun) -> Changed<GapSigned> = signing::sign
}
command! {
    /// Reopens a signed run, with the reason.
    reopen_gap_run(ReopenGapRun) -> Changed<()> = signing::reopen
}
