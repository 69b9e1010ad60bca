//! The nouns of AI governance and the three-valued conditions over their answers.
//!
//! Pure: no IO, no clock, no making of ids. `now` and ids are arguments.

pub mod answer;
pub mod assessment;
pub mod crosswalk;
pub mod dossier;
pub mod draft;
pub mod event;
pub mod fact;
pub mod frozen;
pub mod gaps;
pub mod impact;
pub mod law;
pub mod nearest;
pub mod passphrase;
pub mod progress;
pub mod record;
pub mod rejected;
pub mod revision;
pub mod risk;
pub mod sample;
pub mod soa;
pub mod text;
pub mod truth;
pub mod words;
pub mod xray;

pub use answer::{Answer, AnswerState, Answers, Value};
pub use content::RecordKind;
pub use dossier::{Attachment, Dossier, Stamp};
pub use draft::{Draft, NamedLink};
pub use event::{Action, Actor, Change, Event};
pub use frozen::{Difference, Frozen, Part};
pub use record::{Record, RecordId};
pub use rejected::Rejected;
pub use revision::{Revision, Signing};
pub use truth::Truth;
pub use words::Words;
pub use xray::Smell;

/// A moment, always in UTC. Shown in local time by the screens, in UTC by reports.
pub type Timestamp = chrono::DateTime<chrono::Utc>;
