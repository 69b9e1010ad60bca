//! Typed content: the only crate that reads `assets/`.
//!
//! Content is authored as TOML and parsed straight into the types here. [`library`] gives the content
//! this build ships; [`load::load`] reads any folder tree and reports *all* problems at once.

pub mod condition;
pub mod ids;
pub mod question;
pub mod wording;

pub use condition::Condition;
pub use ids::{OptionId, QuestionId, QuestionnaireId, SectionId};
pub use question::{Choice, Question, QuestionKind, Questionnaire, RecordKind, Section};
pub use wording::Wording;
