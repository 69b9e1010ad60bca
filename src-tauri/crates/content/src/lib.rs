//! Typed content: the only crate that reads `assets/`.
//!
//! Content is authored as TOML and parsed straight into the types here. [`library`] gives the content
//! this build ships; [`load::load`] reads any folder tree and reports *all* problems at once.

mod check;
pub mod condition;
pub mod ids;
pub mod library;
pub mod load;
pub mod problem;
pub mod question;
pub mod sample;
mod shipped;
pub mod text;
pub mod wording;

pub use condition::Condition;
pub use ids::{OptionId, QuestionId, QuestionnaireId, SectionId};
pub use library::Library;
pub use problem::{Flaw, Problem};
pub use question::{Choice, Question, QuestionKind, Questionnaire, RecordKind, Section};
pub use sample::{Said, Sample, SampleAnswer, SampleRecord};
pub use shipped::library;
pub use text::Texts;
pub use wording::Wording;
