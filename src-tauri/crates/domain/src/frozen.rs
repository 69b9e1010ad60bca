//! What a sign-off keeps: an outcome as a plain tree with its final wording, so that it can be read,
//! printed and compared for as long as the file exists, whatever content and answers say by then.

/// One frozen outcome.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frozen {
    /// What kind of outcome it is, e.g. `classification`: says which ids its parts have.
    pub form: String,
    /// Raised when the parts of a form mean something else.
    pub version: u32,
    /// The outcome, part by part, in the order in which it is read.
    pub parts: Vec<Part>,
}

/// One part of a frozen outcome.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Part {
    /// Unique among its neighbours, and the same for the same thing in every revision.
    pub id: String,
    /// What it is called; empty for a part whose place says it.
    pub label: String,
    /// What holds; empty for a part that only holds others.
    pub value: String,
    /// Where it stands in the law; empty without.
    pub cite: String,
    /// What it is made of.
    pub parts: Vec<Part>,
}

/// The id of parts that explain. They may be worded anew without anything having changed.
pub const PLAIN: &str = "plain";
/// The id of parts that say what decided.
pub const BECAUSE: &str = "because";
/// The id of the part that lists the questions without whose answers the outcome is not settled.
pub const OPEN: &str = "open";
/// Ids of parts that follow from the others, so that a difference of theirs is told by those already.
pub const FOLLOWING: [&str; 10] = [
    PLAIN,
    BECAUSE,
    STATED,
    OPTIONS,
    "articles",
    "changes",
    "code",
    "counts",
    "contradictions",
    "trail",
];
/// Id of a part that says of an answer that it is a value.
pub const STATED: &str = "stated";
/// Id of a part that holds the options of an answer, by their ids.
pub const OPTIONS: &str = "options";

impl Frozen {
    /// Questions without whose answers it is not settled; nothing may be signed while there are any.
    pub fn open(&self) -> &[Part] {
        self.parts(&[OPEN])
    }

    /// The part a path of ids leads to.
    pub fn part(&self, path: &[&str]) -> Option<&Part> {
        let (first, rest) = path.split_first()?;
        let part = self.parts.iter().find(|part| part.id == *first)?;
        part.part(rest)
    }

    /// The value at a path of ids; empty where there is none.
    pub fn value(&self, path: &[&str]) -> &str {
        self.part(path).map_or("", |part| &part.value)
    }

    /// What the part at a path of ids is made of.
    pub fn parts(&self, path: &[&str]) -> &[Part] {
        self.part(path).map_or(&[], |part| &part.parts)
    }
}

impl Part {
    /// A part with an id and nothing else yet.
    pub fn new(id: impl Into<String>) -> Part {
        Part {
            id: id.into(),
            ..Part::default()
        }
    }

    /// The same with a name.
    pub fn called(mut self, label: impl Into<String>) -> Part {
        self.label = label.into();
        self
    }

    /// The same with what holds.
    pub fn saying(mut self, value: impl Into<String>) -> Part {
        self.value = value.into();
        self
    }

    /// The same with where it stands.
    pub fn citing(mut self, cite: impl Into<String>) -> Part {
        self.cite = cite.into();
        self
    }

    /// The same with what it is made of.
    pub fn with(mut self, parts: impl IntoIterator<Item = Part>) -> Part {
        self.parts.extend(parts);
        self
    }

    /// The part inside of this one that a path of ids leads to; itself for an empty path.
    pub fn part(&self, path: &[&str]) -> Option<&Part> {
        path.iter().try_fold(self, |part, id| {
            part.parts.iter().find(|inner| inner.id == **id)
        })
    }

    /// The value of a part inside of this one; empty where there is none.
    pub fn value(&self, path: &[&str]) -> &str {
        self.part(path).map_or("", |part| &part.value)
    }
}

/// One thing in which two frozen outcomes differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// From the outermost part to the one that differs: ids and names, as the later one words them.
    pub path: Vec<Step>,
    /// What held before; none: the part was not there.
    pub before: Option<String>,
    /// What holds since; none: the part is no longer there.
    pub after: Option<String>,
}

/// One step of the way to a part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Its id.
    pub id: String,
    /// Its name.
    pub label: String,
}

impl Difference {
    /// The outermost part, by which differences are grouped.
    pub fn group(&self) -> &str {
        self.path.first().map_or("", |step| &step.id)
    }
}

/// Every difference of substance, in the order of the later outcome, what is gone at the end of its
/// neighbours. A part that came or went is one difference with all it holds. Names and places in the law may
/// be worded anew without anything having changed, so they are passed over; so are mere order and what
/// only explains or follows ([`FOLLOWING`]).
pub fn differences(before: &Frozen, after: &Frozen) -> Vec<Difference> {
    let mut found = Vec::new();
    compare(&before.parts, &after.parts, &mut Vec::new(), &mut found);
    found
}

fn compare(before: &[Part], after: &[Part], path: &mut Vec<Step>, found: &mut Vec<Difference>) {
    let named = |parts: &'_ [Part], id: &str| parts.iter().position(|part| part.id == id);
    for part in after.iter().filter(|part| counts(part)) {
        path.push(step(part));
        match named(before, &part.id).map(|place| &before[place]) {
            None => found.push(Difference {
                path: path.clone(),
                before: None,
                after: Some(part.value.clone()),
            }),
            Some(earlier) => {
                if earlier.value != part.value {
                    found.push(Difference {
                        path: path.clone(),
                        before: Some(earlier.value.clone()),
                        after: Some(part.value.clone()),
                    });
                }
                compare(&earlier.parts, &part.parts, path, found);
            }
        }
        path.pop();
    }
    let gone = before.iter().filter(|part| counts(part));
    for part in gone.filter(|part| named(after, &part.id).is_none()) {
        path.push(step(part));
        found.push(Difference {
            path: path.clone(),
            before: Some(part.value.clone()),
            after: None,
        });
        path.pop();
    }
}

/// Whether a part says anything that could differ in substance.
fn counts(part: &Part) -> bool {
    !FOLLOWING.contains(&part.id.as_str())
}

fn step(part: &Part) -> Step {
    Step {
        id: part.id.clone(),
        label: part.label.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outcome(parts: impl IntoIterator<Item = Part>) -> Frozen {
        Frozen {
            form: "classification".to_owned(),
            version: 1,
            parts: parts.into_iter().collect(),
        }
    }

    fn duty(id: &str, day: &str, plain: &str) -> Part {
        Part::new(id).called(id).with([
            Part::new("effective").saying(day),
            Part::new(PLAIN).saying(plain),
        ])
    }

    #[test]
    fn what_came_what_went_and_what_moved_is_told_by_its_path() {
        let before = outcome([
            Part::new("headline").saying("Minimal risk"),
            Part::new("duties").with([duty("A", "2026", "old words"), duty("B", "2026", "b")]),
        ]);
        let after = outcome([
            Part::new("headline").saying("High-risk"),
            Part::new("duties").with([duty("C", "2027", "c"), duty("A", "2027", "new words")]),
        ]);
        let told: Vec<(String, Option<String>, Option<String>)> = differences(&before, &after)
            .into_iter()
            .map(|difference| {
                let path: Vec<&str> = difference.path.iter().map(|s| s.id.as_str()).collect();
                (path.join("/"), difference.before, difference.after)
            })
            .collect();
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(
            told,
            [
                ("headline".into(), some("Minimal risk"), some("High-risk")),
                ("duties/C".into(), None, some("")),
                ("duties/A/effective".into(), some("2026"), some("2027")),
                ("duties/B".into(), some(""), None),
            ]
        );
        assert_eq!(differences(&before, &before), []);
    }

    #[test]
    fn paths_lead_to_parts_and_nowhere_to_nothing() {
        let outcome = outcome([Part::new("duties").with([duty("A", "2026", "x")])]);
        assert_eq!(outcome.value(&["duties", "A", "effective"]), "2026");
        assert_eq!(outcome.value(&["duties", "B", "effective"]), "");
        assert_eq!(outcome.parts(&["duties"]).len(), 1);
        assert_eq!(outcome.part(&[]), None);
        assert_eq!(outcome.parts[0].value(&["A", "effective"]), "2026");
    }
}
