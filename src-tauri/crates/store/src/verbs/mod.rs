//! What can be done to a file: each verb is one act through the write door.

mod answer;
mod attachment;
mod import;
mod key;
pub(crate) mod record;
mod revision;
mod setting;
mod undo;

pub use attachment::{LARGEST_ATTACHMENT, LARGEST_TOTAL};
pub use import::{Import, Imported};
pub use undo::Act;
