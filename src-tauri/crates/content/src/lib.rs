//! Typed content: the only crate that reads `assets/`.
//!
//! Content is authored as TOML and parsed straight into the types here. [`library`] gives the content
//! this build ships; [`load::load`] reads any folder tree and reports *all* problems at once.

pub mod applicability;
pub mod catalogue;
mod check;
pub mod clock;
pub mod condition;
pub mod crosswalk;
mod day;
pub mod framework;
pub mod ids;
pub mod known;
pub mod library;
pub mod load;
pub mod problem;
pub mod question;
pub mod rule;
pub mod sample;
mod shipped;
pub mod standard;
pub mod text;
pub mod vocabulary;
pub mod weighing;
pub mod wording;

pub use applicability::{Applicability, Quantity, Suggestion};
pub use catalogue::{Catalogue, Entry};
pub use clock::Clock;
pub use condition::Condition;
pub use crosswalk::{
    Basis, Beyond, Crosswalk, Extent, GenerativeRisk, Link, Provision, Relation, Uncovered,
};
pub use framework::{
    Class, Confidence, Framework, Guidance, LegalDate, Penalty, Role, Schedule, Source, Stage,
    Status, Step, Unsettled,
};
pub use ids::{
    ClassId, ClockId, DateId, DutyId, FrameworkId, GradeId, LevelId, MethodId, OptionId, PenaltyId,
    QuestionId, QuestionnaireId, RequirementId, RoleId, RouteId, RuleId, SectionId, SourceId,
    StageId, SuggestionId, ThresholdId, TimingId, UnsettledId,
};
pub use known::{Equivalence, Says};
pub use library::Library;
pub use problem::{Flaw, Problem};
pub use question::{
    Choice, PartOf, Question, QuestionKind, Questionnaire, REVIEW, RecordKind, ScaleOf, Section,
};
pub use rule::{Draft, Duty, Level, Route, Rule};
pub use sample::{Said, Sample, SampleAnswer, SampleRecord};
pub use shipped::library;
pub use standard::{Requirement, RequirementLevel, Standard};
pub use text::Texts;
pub use vocabulary::Vocabulary;
pub use weighing::{Grade, ImpactLevel, OwedWhen, Scales, Threshold, Weighing};
pub use wording::Wording;
