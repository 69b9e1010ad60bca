//! A signed assessment of a record. What was signed is never changed: whoever wants to say something
//! else reopens it with a reason and signs again.

use crate::Timestamp;
use crate::frozen::Frozen;
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

/// One signed revision of an assessment.
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
    /// What was signed.
    pub frozen: Frozen,
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
}

/// The newest revision of an assessment of a record, of a list that has the oldest first.
pub fn newest<'r>(
    revisions: &'r [Revision],
    subject: &RecordId,
    questionnaire: &str,
) -> Option<&'r Revision> {
    let mut own = revisions.iter().rev();
    own.find(|revision| {
        revision.subject == *subject && revision.questionnaire.as_str() == questionnaire
    })
}
