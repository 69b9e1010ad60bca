//! Records of every kind: links, lists, the page of one.

use super::answer::Standing;
use super::wizard::SectionView;
use content::RecordKind;
use serde::{Deserialize, Serialize};

/// What a record is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// The organisation of the file.
    Organisation,
    /// An AI system.
    System,
    /// A vendor.
    Vendor,
    /// A model.
    Model,
    /// A dataset.
    Dataset,
    /// A person or function.
    Person,
    /// What people add to a duty.
    Duty,
    /// Something that went wrong.
    Incident,
    /// One benefit or harm that an AI system may bring to somebody.
    Impact,
    /// A risk of one or several AI systems.
    Risk,
    /// One version of the method by which risks are rated.
    Method,
    /// Something that is to be done: against a risk, for a control, about a finding.
    Action,
    /// A control of the Statement of Applicability, of Annex A or our own.
    Control,
    /// One run of a gap analysis.
    GapAnalysis,
    /// What one run of a gap analysis found about one requirement.
    Finding,
}

impl From<RecordKind> for Kind {
    fn from(kind: RecordKind) -> Kind {
        match kind {
            RecordKind::Organisation => Kind::Organisation,
            RecordKind::System => Kind::System,
            RecordKind::Vendor => Kind::Vendor,
            RecordKind::Model => Kind::Model,
            RecordKind::Dataset => Kind::Dataset,
            RecordKind::Person => Kind::Person,
            RecordKind::Duty => Kind::Duty,
            RecordKind::Incident => Kind::Incident,
            RecordKind::Impact => Kind::Impact,
            RecordKind::Risk => Kind::Risk,
            RecordKind::Method => Kind::Method,
            RecordKind::Action => Kind::Action,
            RecordKind::Control => Kind::Control,
            RecordKind::GapAnalysis => Kind::GapAnalysis,
            RecordKind::Finding => Kind::Finding,
        }
    }
}

impl From<Kind> for RecordKind {
    fn from(kind: Kind) -> RecordKind {
        match kind {
            Kind::Organisation => RecordKind::Organisation,
            Kind::System => RecordKind::System,
            Kind::Vendor => RecordKind::Vendor,
            Kind::Model => RecordKind::Model,
            Kind::Dataset => RecordKind::Dataset,
            Kind::Person => RecordKind::Person,
            Kind::Duty => RecordKind::Duty,
            Kind::Incident => RecordKind::Incident,
            Kind::Impact => RecordKind::Impact,
            Kind::Risk => RecordKind::Risk,
            Kind::Method => RecordKind::Method,
            Kind::Action => RecordKind::Action,
            Kind::Control => RecordKind::Control,
            Kind::GapAnalysis => RecordKind::GapAnalysis,
            Kind::Finding => RecordKind::Finding,
        }
    }
}

/// A record as others point to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct RecordLink {
    /// Stable id.
    pub id: String,
    /// What it is.
    pub kind: Kind,
    /// Human reference, e.g. `AI-001`.
    pub reference: String,
    /// Its name.
    pub name: String,
    /// Whether it is retired.
    pub retired: bool,
}

/// Names one record.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OneRecord {
    /// Its id.
    pub record: String,
}

/// Asks for a list of records of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RecordQuery {
    /// Which kind.
    pub kind: Kind,
    /// Words to look for; empty for all.
    pub search: String,
    /// Retired ones instead of current ones.
    pub retired: bool,
    /// Rows to skip.
    pub offset: usize,
    /// Rows wanted; at most 200 are given.
    pub limit: usize,
}

/// A page of a list of records.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct RecordPage {
    /// The rows.
    pub rows: Vec<RecordRow>,
    /// How many match in all.
    pub total: usize,
}

/// One row of a list of records.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct RecordRow {
    /// The record.
    pub record: RecordLink,
    /// How many records link to it.
    pub used: usize,
    /// Questions answered, of those asked.
    pub settled: usize,
    /// Questions asked.
    pub asked: usize,
    /// When it last changed.
    pub changed: String,
}

/// Asks which records of a kind could be meant, for a picker.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RecordSearch {
    /// Which kind.
    pub kind: Kind,
    /// Words as typed; empty for the first by name.
    pub search: String,
}

/// A name someone is about to give.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewRecord {
    /// Which kind.
    pub kind: Kind,
    /// The name.
    pub name: String,
}

/// A record that may be the same thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Similar {
    /// The record.
    pub record: RecordLink,
    /// Whether the names are equal but for spelling.
    pub same: bool,
}

/// Gives a record another name.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RenameRecord {
    /// Its id.
    pub record: String,
    /// The new name.
    pub name: String,
}

/// The page of one record: everything known of it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct RecordScreen {
    /// The record.
    pub record: RecordLink,
    /// When it was entered.
    pub created: String,
    /// When it last changed.
    pub changed: String,
    /// When it was retired.
    pub retired_at: Option<String>,
    /// Title of its questionnaire.
    pub questionnaire: String,
    /// The steps of its wizard with their standing.
    pub sections: Vec<SectionView>,
    /// Every question shown or set aside, in order, with its answer in words.
    pub facts: Vec<Fact>,
    /// Records that link here.
    pub used_by: Vec<UsedBy>,
    /// Files attached, retired ones too.
    pub attachments: Vec<AttachmentView>,
    /// Required questions without an answer.
    pub missing: Vec<Missing>,
    /// Date of the next review, when one is known.
    pub review_due: Option<String>,
    /// Whether that date has passed.
    pub overdue: bool,
}

/// One question with its answer in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Fact {
    /// The section that asks.
    pub section: String,
    /// The question.
    pub question: String,
    /// Its short name.
    pub label: String,
    /// Where it stands.
    pub standing: Standing,
    /// The answer in words: for "not applicable" the reason; null when open.
    pub text: Option<String>,
    /// Records the answer links to.
    pub records: Vec<RecordLink>,
    /// The remark.
    pub note: String,
}

/// A record that links to the one shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct UsedBy {
    /// The record.
    pub record: RecordLink,
    /// Short name of the question that links.
    pub label: String,
}

/// A required question without an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Missing {
    /// The section that asks.
    pub section: String,
    /// The question.
    pub question: String,
    /// Its short name.
    pub label: String,
}

/// An attached file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct AttachmentView {
    /// Its id.
    pub id: String,
    /// Display name.
    pub name: String,
    /// Length in bytes.
    pub size: u64,
    /// SHA-256, lower-case hex.
    pub sha256: String,
    /// When it was attached.
    pub added: String,
    /// Whether it is retired.
    pub retired: bool,
}

/// Names one attachment.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OneAttachment {
    /// Its id.
    pub attachment: String,
    /// The record it is attached to.
    pub record: String,
}

/// What was written where, for a message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Saved {
    /// Name of the file that was written, without the folder.
    pub file: String,
    /// Its length in bytes.
    pub bytes: u64,
}
