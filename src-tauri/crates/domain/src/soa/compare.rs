//! What differs between two versions of the statement, control by control.

use super::freeze::OWN;
use crate::frozen::{Difference, Frozen, Part, differences};

/// What differs about one control, or, without a line, about the version itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// The line's id; empty for the version itself.
    pub line: String,
    /// As people refer to it.
    pub reference: String,
    /// What it is called.
    pub title: String,
    /// Whether it is in one of the versions only: `true` in the later one.
    pub came: Option<bool>,
    /// What it says otherwise.
    pub changes: Vec<Shift>,
}

/// One thing that is said otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shift {
    /// The part's id.
    pub part: String,
    /// What it is called.
    pub label: String,
    /// What it said before; none when it said nothing.
    pub before: Option<String>,
    /// What it says since; none when it says nothing.
    pub after: Option<String>,
}

/// What differs between two versions: what they say of themselves first, then their lines in the order of
/// the later one, what is gone at the end of its topic.
pub fn moved(before: &Frozen, after: &Frozen) -> Vec<Moved> {
    let mut moved: Vec<Moved> = Vec::new();
    for difference in differences(before, after) {
        match difference.group() {
            "topics" => of_line(before, after, difference, &mut moved),
            // The day and the wording of content differ between any two versions.
            "scope" | "approver" | "standard" => {
                let itself = |one: &Moved| one.line.is_empty();
                if !moved.iter().any(itself) {
                    moved.insert(0, line("", "", "", None));
                }
                if let Some(own) = moved.iter_mut().find(|one| itself(one)) {
                    own.changes.push(shift(difference, 0));
                }
            }
            _ => {}
        }
    }
    moved
}

fn of_line(before: &Frozen, after: &Frozen, difference: Difference, moved: &mut Vec<Moved>) {
    let ids: Vec<&str> = difference
        .path
        .iter()
        .map(|step| step.id.as_str())
        .collect();
    let came = difference.before.is_none();
    let holding = if difference.after.is_none() {
        before
    } else {
        after
    };
    match ids.as_slice() {
        // A topic came or went with all its lines: that of our own controls.
        [_, topic] => {
            let lines = holding.parts(&["topics", topic]).iter();
            moved.extend(lines.map(|part| line(&part.id, &part.cite, &part.label, Some(came))));
        }
        [_, topic, id] => {
            if let Some(part) = holding.part(&["topics", topic, id]) {
                moved.push(line(&part.id, &part.cite, &part.label, Some(came)));
            }
        }
        [_, topic, id, ..] => {
            let part = holding
                .part(&["topics", topic, id])
                .or_else(|| after.part(&["topics", topic, id]));
            let Some(part) = part else { return };
            if moved.last().is_none_or(|last| last.line != *id) {
                moved.push(line(&part.id, &part.cite, &part.label, None));
            }
            if let Some(last) = moved.last_mut() {
                last.changes.push(shift(difference, 3));
            }
        }
        _ => {}
    }
}

fn line(id: &str, reference: &str, title: &str, came: Option<bool>) -> Moved {
    Moved {
        line: id.to_owned(),
        reference: reference.to_owned(),
        title: title.to_owned(),
        came,
        changes: Vec::new(),
    }
}

fn shift(difference: Difference, place: usize) -> Shift {
    let Difference {
        path,
        before,
        after,
    } = difference;
    let step = path.into_iter().nth(place);
    let (part, label) = step.map_or_else(Default::default, |step| (step.id, step.label));
    Shift {
        part,
        label,
        before,
        after,
    }
}

/// The lines of a version, topic by topic.
pub fn lines(version: &Frozen) -> impl Iterator<Item = (&Part, &Part)> {
    let topics = version.parts(&["topics"]).iter();
    topics.flat_map(|topic| topic.parts.iter().map(move |line| (topic, line)))
}

/// Whether a topic is that of our own controls.
pub fn is_own(topic: &Part) -> bool {
    topic.id == OWN
}
