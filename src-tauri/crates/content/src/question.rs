//! Questionnaires: sections and questions of one wizard, as authored in `assets/questionnaires/<id>.toml`.

use crate::condition::Condition;
use crate::ids::{OptionId, QuestionId, QuestionnaireId, SectionId};
use serde::Deserialize;

/// What a record of the client file is about. Stored by its `code`, which is never renamed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RecordKind {
    /// The organisation whose file this is; exactly one per file.
    Organisation,
    /// An AI system.
    System,
    /// A vendor of AI systems, models or datasets.
    Vendor,
    /// A model that systems are built on.
    Model,
    /// A dataset that systems use or were trained on.
    Dataset,
    /// A person or function that owns, approves or oversees.
    Person,
    /// What people add to one duty that is owed for one system: owner, date, state, evidence.
    Duty,
    /// Something that went wrong with a system.
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

impl RecordKind {
    /// Every kind, in the order in which lists show them.
    pub const ALL: [RecordKind; 15] = [
        RecordKind::Organisation,
        RecordKind::System,
        RecordKind::Vendor,
        RecordKind::Model,
        RecordKind::Dataset,
        RecordKind::Person,
        RecordKind::Duty,
        RecordKind::Incident,
        RecordKind::Impact,
        RecordKind::Risk,
        RecordKind::Method,
        RecordKind::Action,
        RecordKind::Control,
        RecordKind::GapAnalysis,
        RecordKind::Finding,
    ];

    /// The stored word.
    pub fn code(self) -> &'static str {
        match self {
            RecordKind::Organisation => "organisation",
            RecordKind::System => "system",
            RecordKind::Vendor => "vendor",
            RecordKind::Model => "model",
            RecordKind::Dataset => "dataset",
            RecordKind::Person => "person",
            RecordKind::Duty => "duty",
            RecordKind::Incident => "incident",
            RecordKind::Impact => "impact",
            RecordKind::Risk => "risk",
            RecordKind::Method => "method",
            RecordKind::Action => "action",
            RecordKind::Control => "control",
            RecordKind::GapAnalysis => "gap-analysis",
            RecordKind::Finding => "finding",
        }
    }

    /// The kind with this stored word.
    pub fn from_code(code: &str) -> Option<RecordKind> {
        RecordKind::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// The letters of the human reference: `AI-001`, `VEN-001`.
    pub fn prefix(self) -> &'static str {
        match self {
            RecordKind::Organisation => "ORG",
            RecordKind::System => "AI",
            RecordKind::Vendor => "VEN",
            RecordKind::Model => "MOD",
            RecordKind::Dataset => "DAT",
            RecordKind::Person => "PER",
            RecordKind::Duty => "DUT",
            RecordKind::Incident => "INC",
            RecordKind::Impact => "IMP",
            RecordKind::Risk => "RSK",
            RecordKind::Method => "MET",
            RecordKind::Action => "ACT",
            RecordKind::Control => "CTL",
            RecordKind::GapAnalysis => "GAP",
            RecordKind::Finding => "FND",
        }
    }

    /// Its place when records are entered by name: what is linked to comes before what links to it.
    /// People link to nothing, everything links to people.
    pub fn rank(self) -> u8 {
        match self {
            RecordKind::Person => 0,
            RecordKind::Organisation => 1,
            RecordKind::Vendor => 2,
            RecordKind::Dataset => 3,
            RecordKind::Model => 4,
            RecordKind::System => 5,
            RecordKind::Duty => 6,
            RecordKind::Incident => 7,
            RecordKind::Method => 8,
            RecordKind::Control => 9,
            RecordKind::Risk => 10,
            RecordKind::Impact => 11,
            RecordKind::GapAnalysis => 12,
            RecordKind::Finding => 13,
            RecordKind::Action => 14,
        }
    }
}

/// Which assessment a record is part of. While that is signed, its parts are closed to change with it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartOf {
    /// The question that links a part to the record assessed.
    pub question: QuestionId,
    /// The assessment, a questionnaire about that record.
    pub assessment: QuestionnaireId,
}

/// One wizard's questions.
#[derive(Debug, Clone)]
pub struct Questionnaire {
    /// Stable id, equal to the file's stem.
    pub id: QuestionnaireId,
    /// Raised by one with every change of content.
    pub version: u32,
    /// What the questionnaire describes.
    pub about: RecordKind,
    /// Whether it assesses records that another questionnaire describes. What a framework asks does so
    /// without being told.
    pub assessment: bool,
    /// Set where the records it describes are parts of an assessment of another record.
    pub part_of: Option<PartOf>,
    /// Shown as the wizard's title.
    pub title: String,
    /// Steps in order.
    pub sections: Vec<Section>,
    /// Questions in order; each names its section.
    pub questions: Vec<Question>,
}

impl Questionnaire {
    /// The question with this id.
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions
            .iter()
            .find(|question| question.id.as_str() == id)
    }

    /// The questions of one section, in order, without the retired ones.
    pub fn in_section<'a>(&'a self, section: &'a SectionId) -> impl Iterator<Item = &'a Question> {
        self.questions
            .iter()
            .filter(move |question| question.section == *section && question.retired.is_none())
    }
}

/// One step of a wizard.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Unique within the questionnaire.
    pub id: SectionId,
    /// Shown in the section tree.
    pub title: String,
    /// One or two sentences: what this step is for.
    #[serde(default)]
    pub intro: String,
    /// About how long it takes, in minutes.
    #[serde(default)]
    pub minutes: u32,
    /// The question of this section that its reviewer answers: a `single` with [`REVIEW`]'s options.
    #[serde(default)]
    pub review: Option<QuestionId>,
}

/// What a reviewer may say of a section, from what holds up signing to what is done. The comment is the
/// answer's remark.
pub const REVIEW: [&str; 3] = ["to-correct", "improvable", "accepted"];

/// One question.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Never renamed, never reused.
    pub id: QuestionId,
    /// The section that shows it.
    pub section: SectionId,
    /// The form of the answer.
    pub kind: QuestionKind,
    /// A short name for columns, reports and history ("Intended purpose").
    pub label: String,
    /// The question as asked.
    pub prompt: String,
    /// Stays visible while typing.
    #[serde(default)]
    pub hint: String,
    /// Why it is asked and what would change, for the right-hand panel.
    #[serde(default)]
    pub why: String,
    /// Provision or reference with its source date, e.g. `ISO/IEC 42001:2023, A.4.3`.
    #[serde(default)]
    pub cite: String,
    /// An example of a good answer.
    #[serde(default)]
    pub good: String,
    /// An example of a weak answer.
    #[serde(default)]
    pub weak: String,
    /// A short real-life case that counts as what is asked for, in one sentence of our own words.
    #[serde(default)]
    pub inside: String,
    /// A case near to it that does not count. There whenever `inside` is.
    #[serde(default)]
    pub outside: String,
    /// Options of `single` and `multi`.
    #[serde(default)]
    pub options: Vec<Choice>,
    /// For `record` and `records`: what may be linked.
    #[serde(default)]
    pub record: Option<RecordKind>,
    /// For `scale`: whose steps these are.
    #[serde(default)]
    pub scale: Option<ScaleOf>,
    /// For `date`: the day of something that has happened, which cannot lie after today.
    #[serde(default)]
    pub past: bool,
    /// Shown only when this holds; a hidden answer is kept but never counted.
    #[serde(default)]
    pub show_when: Option<Condition>,
    /// Whether sign-off (later) and the "still needed" list want an answer.
    #[serde(default)]
    pub required: bool,
    /// The version in which the question was retired, with the reason. Its answers stay readable.
    #[serde(default)]
    pub retired: Option<String>,
}

impl Question {
    /// The option with this id.
    pub fn option(&self, id: &str) -> Option<&Choice> {
        self.options.iter().find(|option| option.id.as_str() == id)
    }
}

/// A scale that people define themselves, in a record that is linked.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScaleOf {
    /// The question of kind `record` that links to it, in the same questionnaire and asked earlier.
    pub by: QuestionId,
    /// The question of kind `long-text` about that record that holds the steps, a line each.
    pub of: QuestionId,
}

/// The form of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum QuestionKind {
    /// One line of text.
    Text,
    /// Several paragraphs of text.
    LongText,
    /// Free words, several ("Dutch", "German").
    Words,
    /// Exactly one option.
    Single,
    /// Any number of options.
    Multi,
    /// A calendar date.
    Date,
    /// A whole number.
    Number,
    /// A step of a scale that a linked record defines, counted from 1.
    Scale,
    /// A link to one record.
    Record,
    /// Links to any number of records.
    Records,
}

/// One option of a question.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// Unique within the question; never renamed, never reused.
    pub id: OptionId,
    /// Shown to the user.
    pub label: String,
    /// What choosing it means or brings about.
    #[serde(default)]
    pub then: String,
}
