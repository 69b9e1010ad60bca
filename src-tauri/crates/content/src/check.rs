//! Cross-reference checks over content that could be read.

mod applicability;
mod catalogue;
mod clocks;
mod coverage;
mod crosswalk;
mod framework;
mod known;
mod look;
mod questionnaire;
mod reach;
mod references;
mod sample;
mod text;
mod vocabulary;
mod weighing;

pub(crate) use applicability::applicability;
pub(crate) use catalogue::catalogue;
pub(crate) use crosswalk::crosswalks;
pub(crate) use framework::frameworks;
pub(crate) use known::known;
pub(crate) use questionnaire::questionnaires;
pub(crate) use sample::sample;
pub(crate) use text::texts;
pub(crate) use vocabulary::vocabulary;
pub(crate) use weighing::weighing;
