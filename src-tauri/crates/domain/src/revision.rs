//! A signed assessment of a record. What was signed is never changed: whoever wants to say something
//! else reopens it with a reason and signs again.

use crate::Timestamp;
use crate::record::RecordId;
use chrono::NaiveDate;
use content::QuestionnaireId;

/// Who signs which assessment of which record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signing {
    /// The record assessed.
    pub subject: RecordId,
    /// The questionnaire of the assessment.
    pub questionnaire: QuestionnaireId,
    /// Who signs. Never blank.
    pub signer: String,
    /// In which function; may be empty.
    pub signer_role: String,
    /// A remark; may be empty.
    pub remark: String,
    /// The reference date of the outcome.
    pub on: NaiveDate,
    /// Which content it was made with.
    pub content_version: String,
}

/// One signed revision of an assessment, without the tree that was signed: that one is large, and its SHA-256
/// says which it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// The record assessed.
    pub subject: RecordId,
    /// The questionnaire of the assessment.
    pub questionnaire: QuestionnaireId,
    /// 1, 2, 3, … for one record and questionnaire.
    pub number: u32,
    /// When it was signed.
    pub at: Timestamp,
    /// Who signed.
    pub signer: String,
    /// In which function; may be empty.
    pub signer_role: String,
    /// The remark; may be empty.
    pub remark: String,
    /// The reference date of the outcome.
    pub on: NaiveDate,
    /// Which content it was made with.
    pub content_version: String,
    /// SHA-256 of the written form of what was signed, lower-case hex.
    pub sha256: String,
    /// Number of the event of the sign-off.
    pub event: u64,
    /// When and why it was reopened; none while it stands.
    pub reopened: Option<(Timestamp, String)>,
}

impl Revision {
    /// Whether it is in force: signed and not reopened.
    pub fn stands(&self) -> bool {
        self.reopened.is_none()
    }

    /// Whether it is one of this assessment of this record.
    pub fn is_of(&self, subject: &RecordId, questionnaire: &str) -> bool {
        self.subject == *subject && self.questionnaire.as_str() == questionnaire
    }
}
