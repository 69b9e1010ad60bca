//! What one event did to the state: the payload of the log. The verbs write nothing but effects, and a
//! check replays the same effects, so that the tables can never say what the log does not.

use crate::error::StoreError;
use crate::form::AnswerForm;
use chrono::NaiveDate;
use content::{QuestionId, QuestionnaireId, RecordKind};
use domain::{Action, Change};
use serde::{Deserialize, Serialize};

/// One step of change, written as JSON with the fields in this order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    rename_all = "kebab-case",
    rename_all_fields = "kebab-case",
    deny_unknown_fields
)]
pub(crate) enum Effect {
    /// Words about the act; no state.
    Note(String),
    /// The record came into being.
    Added {
        kind: String,
        number: u32,
        name: String,
        created: i64,
    },
    /// The record is taken away again: an addition undone.
    Removed {
        kind: String,
        number: u32,
        name: String,
        created: i64,
    },
    /// The record's name.
    Renamed { from: String, to: String },
    /// The record was retired at this moment.
    Retired { at: i64 },
    /// The record is current again; `at` is when it had been retired.
    Restored { at: i64 },
    /// The answer to the question named by the event's aspect; none withdraws it. What it was before
    /// stands in the event before with the same subject and aspect.
    Answered { to: Option<AnswerForm> },
    /// A file was attached; the event's aspect is its id.
    Attached {
        name: String,
        size: u64,
        sha256: String,
        added: i64,
    },
    /// An attaching was undone. The content stays for the log.
    Detached {
        name: String,
        size: u64,
        sha256: String,
        added: i64,
    },
    /// The attachment named by the aspect was retired at this moment.
    AttachmentRetired { name: String, at: i64 },
    /// The attachment named by the aspect is current again.
    AttachmentRestored { name: String, at: i64 },
    /// The assessment named by the aspect was signed. What was signed is kept under its hash.
    SignedOff {
        number: u32,
        signer: String,
        signer_role: String,
        remark: String,
        on: NaiveDate,
        content_version: String,
        sha256: String,
    },
    /// The signed assessment named by the aspect was opened again.
    Reopened { number: u32, reason: String },
    /// The setting named by the aspect.
    Saved {
        from: Option<String>,
        to: Option<String>,
    },
}

/// An effect on something, as the log will have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Step {
    pub(crate) action: Action,
    pub(crate) subject: Option<String>,
    pub(crate) aspect: Option<String>,
    pub(crate) effect: Effect,
}

impl Step {
    /// A step on a record as a whole.
    pub(crate) fn on(action: Action, subject: &str, effect: Effect) -> Step {
        Step {
            action,
            subject: Some(subject.to_owned()),
            aspect: None,
            effect,
        }
    }

    /// A step on a part of a record.
    pub(crate) fn part(action: Action, subject: &str, aspect: &str, effect: Effect) -> Step {
        Step {
            aspect: Some(aspect.to_owned()),
            ..Step::on(action, subject, effect)
        }
    }

    /// The step that takes this one back; none for what is only said or never taken back. `before`
    /// is the answer the log has from before, and `at` the moment of taking back.
    pub(crate) fn inverse(self, before: Option<AnswerForm>, at: i64) -> Option<Step> {
        let Step {
            action,
            subject,
            aspect,
            effect,
        } = self;
        let (action, effect) = match effect {
            Effect::Note(_) | Effect::SignedOff { .. } | Effect::Reopened { .. } => return None,
            Effect::Added {
                kind,
                number,
                name,
                created,
            } => (
                action,
                Effect::Removed {
                    kind,
                    number,
                    name,
                    created,
                },
            ),
            Effect::Removed {
                kind,
                number,
                name,
                created,
            } => (
                action,
                Effect::Added {
                    kind,
                    number,
                    name,
                    created,
                },
            ),
            Effect::Renamed { from, to } => (action, Effect::Renamed { from: to, to: from }),
            Effect::Retired { at } => (Action::RecordRestored, Effect::Restored { at }),
            Effect::Restored { at } => (Action::RecordRetired, Effect::Retired { at }),
            Effect::Answered { .. } => (action, Effect::Answered { to: before }),
            Effect::Attached {
                name,
                size,
                sha256,
                added,
            } => (
                action,
                Effect::Detached {
                    name,
                    size,
                    sha256,
                    added,
                },
            ),
            Effect::Detached {
                name,
                size,
                sha256,
                added,
            } => (
                action,
                Effect::Attached {
                    name,
                    size,
                    sha256,
                    added,
                },
            ),
            Effect::AttachmentRetired { name, .. } => {
                let effect = Effect::AttachmentRestored { name, at };
                (Action::AttachmentRestored, effect)
            }
            Effect::AttachmentRestored { name, .. } => {
                let effect = Effect::AttachmentRetired { name, at };
                (Action::AttachmentRetired, effect)
            }
            Effect::Saved { from, to } => (action, Effect::Saved { from: to, to: from }),
        };
        Some(Step {
            action,
            subject,
            aspect,
            effect,
        })
    }
}

/// The kind with a stored word.
pub(crate) fn kind(code: &str) -> Result<RecordKind, StoreError> {
    RecordKind::from_code(code)
        .ok_or_else(|| StoreError::damaged("a record is of a kind that does not exist"))
}

impl Effect {
    /// How history shows it. `aspect` is the event's, `before` the answer from before.
    pub(crate) fn change(
        self,
        aspect: Option<&str>,
        before: Option<AnswerForm>,
    ) -> Result<Option<Change>, StoreError> {
        Ok(match self {
            Effect::Note(words) => Some(Change::Note(words)),
            Effect::Added {
                kind: code, name, ..
            } => Some(Change::Added {
                kind: kind(&code)?,
                name,
            }),
            Effect::Removed {
                kind: code, name, ..
            } => Some(Change::Removed {
                kind: kind(&code)?,
                name,
            }),
            Effect::Renamed { from, to } => Some(Change::Name { from, to }),
            Effect::Retired { .. } | Effect::Restored { .. } => None,
            Effect::Answered { to } => Some(Change::Answer {
                question: QuestionId::new(aspect.unwrap_or_default()),
                from: before.map(Into::into),
                to: to.map(Into::into),
            }),
            Effect::Attached { name, .. }
            | Effect::Detached { name, .. }
            | Effect::AttachmentRetired { name, .. }
            | Effect::AttachmentRestored { name, .. } => Some(Change::Note(name)),
            Effect::SignedOff {
                number,
                signer,
                remark,
                ..
            } => Some(Change::Signed {
                questionnaire: QuestionnaireId::new(aspect.unwrap_or_default()),
                number,
                signer,
                remark,
            }),
            Effect::Reopened { number, reason } => Some(Change::Reopened {
                questionnaire: QuestionnaireId::new(aspect.unwrap_or_default()),
                number,
                reason,
            }),
            Effect::Saved { .. } => Some(Change::Note(aspect.unwrap_or_default().to_owned())),
        })
    }
}
