//! The answer to every mutation.

use serde::{Serialize, Serializer};

/// What a mutation answers: its value, which screens it may have changed, and when it was saved.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Changed<T> {
    /// The outcome itself.
    pub value: T,
    /// Topics whose views read again.
    pub changed: Vec<Topic>,
    /// When it was saved.
    pub at: String,
    /// What undo would now take back, in words.
    pub undo: Option<String>,
    /// What redo would now bring again, in words.
    pub redo: Option<String>,
}

/// What a view shows and a change may touch.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(
    test,
    ts(
        type = "'organisation' | 'inventory' | 'records' | 'duties' | 'incidents' | 'impacts' | 'risks' | 'actions' | 'controls' | 'gaps' | 'journey' | 'to-dos' | 'history' | 'settings' | 'session' | `record:${string}`"
    )
)]
pub enum Topic {
    /// The organisation's profile and name.
    Organisation,
    /// The list of AI systems and its counts.
    Inventory,
    /// Lists of vendors, models, datasets, people.
    Records,
    /// What people add to duties. What is owed hangs on the systems: [`Topic::Inventory`].
    Duties,
    /// The list of incidents.
    Incidents,
    /// Benefits and harms. The assessments they are part of hang on the systems: [`Topic::Inventory`].
    Impacts,
    /// Risks and the methods by which they are rated.
    Risks,
    /// What is to be done.
    Actions,
    /// Controls of the Statement of Applicability.
    Controls,
    /// Gap analyses and what they found.
    Gaps,
    /// One record: `record:<id>`.
    Record(String),
    /// The steps with their counts.
    Journey,
    /// What is still to be found out.
    ToDos,
    /// The log.
    History,
    /// Saved views, saved mappings, preferences.
    Settings,
    /// File, lock, undo labels.
    Session,
}

impl Serialize for Topic {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Topic::Organisation => serializer.serialize_str("organisation"),
            Topic::Inventory => serializer.serialize_str("inventory"),
            Topic::Records => serializer.serialize_str("records"),
            Topic::Duties => serializer.serialize_str("duties"),
            Topic::Incidents => serializer.serialize_str("incidents"),
            Topic::Impacts => serializer.serialize_str("impacts"),
            Topic::Risks => serializer.serialize_str("risks"),
            Topic::Actions => serializer.serialize_str("actions"),
            Topic::Controls => serializer.serialize_str("controls"),
            Topic::Gaps => serializer.serialize_str("gaps"),
            Topic::Record(id) => serializer.collect_str(&format_args!("record:{id}")),
            Topic::Journey => serializer.serialize_str("journey"),
            Topic::ToDos => serializer.serialize_str("to-dos"),
            Topic::History => serializer.serialize_str("history"),
            Topic::Settings => serializer.serialize_str("settings"),
            Topic::Session => serializer.serialize_str("session"),
        }
    }
}
