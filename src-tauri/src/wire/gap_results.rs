//! What a run of the gap analysis comes to: figures, pictures, what moved, what is to be done.

use super::drawing::DrawingView;
use super::gaps::{GapAnswer, GapConformity, GapRun, GapScore};
use super::record::RecordLink;
use serde::{Deserialize, Serialize};

/// What a run comes to.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct GapResults {
    /// The run.
    pub run: GapRun,
    /// The day of the earlier run.
    pub earlier_on: Option<String>,
    /// What the earlier run added up to.
    pub earlier: Option<GapScore>,
    /// Runs it may be compared with.
    pub comparable: Vec<RecordLink>,
    /// Figures per clause and per topic of Annex A.
    pub topics: Vec<GapTopicScore>,
    /// The same as pictures.
    pub pictures: Vec<DrawingView>,
    /// What moved since the earlier run.
    pub moved: Vec<GapMoved>,
    /// What is to be done, the most pressing first.
    pub plan: Vec<GapPlanLine>,
    /// Whoever may see to an action.
    pub people: Vec<RecordLink>,
    /// Questions about the run that have to be answered before it is signed.
    pub missing: Vec<String>,
    /// Evidence of the other standard: proposed, and what was decided.
    pub credit: GapCreditCount,
}

/// Evidence of another standard, counted over requirements.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct GapCreditCount {
    /// For how many requirements it is proposed; 0 without a certificate.
    pub proposed: usize,
    /// Of these: confirmed, wholly or in part.
    pub confirmed: usize,
    /// Of these: found not usable.
    pub declined: usize,
}

/// Figures of a clause or a topic of Annex A.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct GapTopicScore {
    /// Its id.
    pub id: String,
    /// Its number.
    pub reference: String,
    /// Its name.
    pub title: String,
    /// Whether it is a topic of Annex A.
    pub control: bool,
    /// Now.
    pub score: GapScore,
    /// In the earlier run; null where it was not looked at.
    pub earlier: Option<GapScore>,
}

/// A requirement that moved between two runs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct GapMoved {
    /// Its id.
    pub id: String,
    /// Its number.
    pub reference: String,
    /// Its name.
    pub title: String,
    /// How it moved.
    pub movement: GapMovement,
    /// How it was judged before.
    pub before: GapConformity,
    /// Its maturity before.
    pub maturity_before: Option<u8>,
    /// How it is judged now.
    pub now: GapConformity,
    /// Its maturity now.
    pub maturity_now: Option<u8>,
}

/// How a requirement moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum GapMovement {
    /// Further from being met.
    Worse,
    /// Nearer to being met.
    Better,
    /// Judged now and not before.
    New,
    /// Judged before and not now.
    Gone,
    /// As it was.
    Same,
}

/// One gap with one action, or with none yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct GapPlanLine {
    /// The requirement.
    pub requirement: String,
    /// Its number.
    pub reference: String,
    /// Its name.
    pub title: String,
    /// How far it is met.
    pub conformity: GapConformity,
    /// What is missing; may be empty.
    pub what: String,
    /// How much it weighs: an option.
    pub severity: Option<String>,
    /// The duty of the law whose day comes first.
    pub duty: Option<GapDuty>,
    /// The action; null as long as there is none.
    pub action: Option<GapAction>,
    /// Whether its own day has passed with something left to do.
    pub overdue: bool,
}

/// A duty of the law that leans on a requirement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct GapDuty {
    /// The day it binds.
    pub day: String,
    /// Its name.
    pub title: String,
    /// Where it stands.
    pub article: String,
    /// The system it is owed for.
    pub system: RecordLink,
}

/// An action that closes a gap.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct GapAction {
    /// Its record.
    pub record: RecordLink,
    /// What is done; may be empty.
    pub what: String,
    /// Who sees to it.
    pub owner: Option<RecordLink>,
    /// By when.
    pub due: Option<String>,
    /// About how much work it is: an option.
    pub effort: Option<String>,
    /// How far it is: an option.
    pub state: String,
}

/// Enters an action that closes the gap of one requirement.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AddGapAction {
    /// The run.
    pub run: String,
    /// The requirement.
    pub requirement: String,
    /// What is done, in one line: the action is called so.
    pub name: String,
    /// Answers to questions about actions.
    pub answers: Vec<GapAnswer>,
}

/// Signs a run as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SignGapRun {
    /// The run.
    pub record: String,
    /// Who signs.
    pub signer: String,
    /// In which function; may be empty.
    pub signer_role: String,
    /// A remark; may be empty.
    pub remark: String,
}

/// Reopens a signed run.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReopenGapRun {
    /// The run.
    pub record: String,
    /// Why.
    pub reason: String,
}
