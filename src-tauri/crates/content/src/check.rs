//! Cross-reference checks over content that could be read.

mod questionnaire;
mod reach;
mod sample;
mod text;

pub(crate) use questionnaire::questionnaires;
pub(crate) use sample::sample;
pub(crate) use text::texts;
