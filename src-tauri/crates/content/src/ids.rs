//! Identifiers of authored content: lower-kebab words, never renamed, never reused.

use std::borrow::Borrow;
use std::fmt;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// Wraps a word as an identifier. Whether content knows it is the reader's question.
            pub fn new(word: impl Into<String>) -> Self {
                Self(word.into())
            }
            /// The word itself.
            pub fn as_str(&self) -> &str {
                &self.0
            }
            /// Whether the word has the form of an identifier: `a-z`, `0-9`, single hyphens inside.
            pub fn is_well_formed(&self) -> bool {
                is_kebab(&self.0)
            }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
        impl From<&str> for $name {
            fn from(word: &str) -> Self {
                Self(word.to_owned())
            }
        }
        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }
    };
}

id!(
    /// One question of a questionnaire, unique over all questionnaires.
    QuestionId
);
id!(
    /// One option of a question, unique within it.
    OptionId
);
id!(
    /// One questionnaire, e.g. `inventory`.
    QuestionnaireId
);
id!(
    /// One section (a step of the wizard), unique within its questionnaire.
    SectionId
);

id!(
    /// One framework, e.g. `eu-ai-act`; the name of its folder.
    FrameworkId
);
id!(
    /// One rule of a framework.
    RuleId
);
id!(
    /// A class a system can get, e.g. `high_risk_annex_iii`.
    ClassId
);
id!(
    /// A role the organisation can have, e.g. `authorised_representative`.
    RoleId
);
id!(
    /// A duty of the register, e.g. `O-RMS`.
    DutyId
);
id!(
    /// A date of application, e.g. `D-ANNEX3`.
    DateId
);
id!(
    /// A date or a schedule: what says when something binds.
    TimingId
);
id!(
    /// A band of penalties, e.g. `99-4`.
    PenaltyId
);
id!(
    /// A point of law that is unsettled.
    UnsettledId
);
id!(
    /// A text that content was checked against, e.g. `CONS`.
    SourceId
);
id!(
    /// A group of rules, a step of the decision tree.
    StageId
);
id!(
    /// A clock that an incident starts.
    ClockId
);
id!(
    /// A requirement of a standard or a provision of a law, with its namespace: `iso42001:A.8.4`.
    RequirementId
);
id!(
    /// A suggestion about controls, unique within its file.
    SuggestionId
);
id!(
    /// A way through conformity assessment.
    RouteId
);
id!(
    /// A method of weighing, e.g. `impact`.
    MethodId
);
id!(
    /// A grade of consequence.
    GradeId
);
id!(
    /// A level of a benefit or harm.
    LevelId
);
id!(
    /// A threshold that a use may reach.
    ThresholdId
);

/// Whether `word` can stand as an id in any of the forms that laws and registers use: `O-RMS`,
/// `high_risk_annex_iii`, `99-4`.
pub fn is_word(word: &str) -> bool {
    !word.is_empty()
        && word
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
}

/// Whether `word` is lower-kebab: `a-z0-9` runs joined by single hyphens, starting with a letter.
pub fn is_kebab(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_lowercase())
        && !word.ends_with('-')
        && !word.contains("--")
        && word
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}
