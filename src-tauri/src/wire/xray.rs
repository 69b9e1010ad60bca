//! Contradictions in a file, each with the way to the spot.

use serde::Serialize;
use std::collections::BTreeMap;

/// One contradiction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SmellView {
    /// Its area: the part of the code before the first hyphen.
    pub area: String,
    /// The text `ui.xray.<code>` tells it.
    pub code: String,
    /// What the text names; a day is written 2027-12-02.
    pub values: BTreeMap<String, String>,
    /// Where it is put right.
    pub place: SmellPlace,
}

/// Where something is put right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum SmellPlace {
    /// The page of a record.
    Record {
        /// Its id.
        record: String,
    },
    /// A question of a wizard.
    Question {
        /// The record asked about.
        record: String,
        /// The section that asks it.
        section: String,
        /// The question.
        question: String,
    },
    /// An assessment of a record.
    Assessment {
        /// The questionnaire.
        questionnaire: String,
        /// The record.
        record: String,
    },
    /// The classification of a system.
    Classification {
        /// Its id.
        record: String,
    },
    /// The calendar of duties of a system.
    Duties {
        /// Its id.
        record: String,
    },
    /// An incident.
    Incident {
        /// Its id.
        record: String,
    },
    /// A requirement in a run of the gap analysis.
    Requirement {
        /// The run.
        record: String,
        /// The requirement.
        requirement: String,
    },
    /// A screen.
    Screen {
        /// Its address, e.g. `soa`.
        screen: String,
    },
}
