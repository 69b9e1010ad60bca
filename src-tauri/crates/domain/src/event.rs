//! What happened in a file, when, by whom. Events are only ever added.

use crate::Timestamp;
use crate::answer::Answer;
use crate::record::RecordId;
use content::{QuestionId, QuestionnaireId, RecordKind};

/// Who did it: the name as the person gave it in the settings of the app.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor(pub String);

/// One entry of the log. Several events with one `act` were one act of the user and are undone together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// 1, 2, 3, … without holes.
    pub seq: u64,
    /// Which act of the user it belongs to: the `seq` of the act's first event.
    pub act: u64,
    /// When, by the clock of the machine. Order is by `seq`, never by this.
    pub at: Timestamp,
    /// Who.
    pub actor: Actor,
    /// What kind of thing happened.
    pub action: Action,
    /// What it happened to; none for acts on the file itself.
    pub subject: Option<RecordId>,
    /// Set where the event takes back an earlier act: that act's number. Redoing takes back an undoing.
    pub undoes: Option<u64>,
    /// Before and after; none where the value was erased on legal demand or there is none.
    pub change: Option<Change>,
}

/// The closed list of acts. Stored by `code`, which is never renamed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Action {
    /// The file was made.
    FileCreated,
    /// A record was entered.
    RecordAdded,
    /// A record got another name.
    RecordRenamed,
    /// A record was retired.
    RecordRetired,
    /// A retired record was brought back.
    RecordRestored,
    /// A question was answered, or its answer changed or withdrawn.
    AnswerRecorded,
    /// A list was imported: one act with many records.
    ListImported,
    /// A file was attached to a record.
    AttachmentAdded,
    /// An attachment was retired.
    AttachmentRetired,
    /// A retired attachment was brought back.
    AttachmentRestored,
    /// A column mapping or list view was saved by name.
    SettingSaved,
    /// The file was brought to a newer form.
    FileMigrated,
    /// An assessment of a record was signed.
    SignedOff,
    /// A signed assessment was opened again.
    Reopened,
}

impl Action {
    /// Every action.
    pub const ALL: [Action; 14] = [
        Action::FileCreated,
        Action::RecordAdded,
        Action::RecordRenamed,
        Action::RecordRetired,
        Action::RecordRestored,
        Action::AnswerRecorded,
        Action::ListImported,
        Action::AttachmentAdded,
        Action::AttachmentRetired,
        Action::AttachmentRestored,
        Action::SettingSaved,
        Action::FileMigrated,
        Action::SignedOff,
        Action::Reopened,
    ];

    /// The stored word.
    pub fn code(self) -> &'static str {
        match self {
            Action::FileCreated => "file-created",
            Action::RecordAdded => "record-added",
            Action::RecordRenamed => "record-renamed",
            Action::RecordRetired => "record-retired",
            Action::RecordRestored => "record-restored",
            Action::AnswerRecorded => "answer-recorded",
            Action::ListImported => "list-imported",
            Action::AttachmentAdded => "attachment-added",
            Action::AttachmentRetired => "attachment-retired",
            Action::AttachmentRestored => "attachment-restored",
            Action::SettingSaved => "setting-saved",
            Action::FileMigrated => "file-migrated",
            Action::SignedOff => "signed-off",
            Action::Reopened => "reopened",
        }
    }

    /// The action with this stored word.
    pub fn from_code(code: &str) -> Option<Action> {
        Action::ALL.into_iter().find(|action| action.code() == code)
    }
}

/// What an event changed, before and after: enough to show it and to undo it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// A record came into being under this name.
    Added {
        /// Its kind.
        kind: RecordKind,
        /// Its name.
        name: String,
    },
    /// An addition was undone: the record is gone from the file, the log still knows it.
    Removed {
        /// Its kind.
        kind: RecordKind,
        /// Its name.
        name: String,
    },
    /// A record's name changed.
    Name {
        /// Before.
        from: String,
        /// After.
        to: String,
    },
    /// An answer changed; `None` means not answered.
    Answer {
        /// The question.
        question: QuestionId,
        /// Before.
        from: Option<Answer>,
        /// After.
        to: Option<Answer>,
    },
    /// An assessment was signed.
    Signed {
        /// Its questionnaire.
        questionnaire: QuestionnaireId,
        /// Which revision it became.
        number: u32,
        /// Who signed.
        signer: String,
        /// The remark; may be empty.
        remark: String,
    },
    /// A signed assessment was opened again.
    Reopened {
        /// Its questionnaire.
        questionnaire: QuestionnaireId,
        /// The revision that no longer stands.
        number: u32,
        /// Why.
        reason: String,
    },
    /// Words about an act that touches no value: file name and hash of an import, name of an attachment.
    Note(String),
}
