//! Which column answers which question, and how its words become answers.
//!
//! A mapping is a value: shipped ones are TOML, saved ones JSON, both in the form of [`Mapping`].

mod read;
mod recognise;
mod similar;
mod suggest;

pub use recognise::{recognise, shipped};
pub use suggest::{suggest, usual_words};

use crate::error::{ExchangeError, Result};
use content::{QuestionId, RecordKind, Wording};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;

/// A mapping saved in a client file is a setting of this name with the mapping's own after it.
pub const SETTING_PREFIX: &str = "import-mapping.";

/// How one list becomes records of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// Shown in the list of mappings.
    pub name: String,
    /// What each row describes.
    #[serde(with = "kind_code", default = "a_system")]
    pub kind: RecordKind,
    /// Headings that together tell this list from others; empty for a mapping chosen by hand.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub recognised_by: Vec<String>,
    /// The long-text question that takes what has no place of its own. `import-notes` for systems.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        with = "question_word"
    )]
    pub notes: Option<QuestionId>,
    /// How `3/4/2024` is read where the column itself does not tell. None: the column is asked, then
    /// the rest of the table, then the day comes first and the row is listed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date_order: Option<DateOrder>,
    /// Cell texts that say nothing ("N/A"), compared folded: such cells count as empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub blanks: Vec<String>,
    /// Columns in the order in which they are read.
    #[serde(default, rename = "column")]
    pub columns: Vec<ColumnRule>,
    /// Answers every row gets unless a column gave one.
    #[serde(default, rename = "constant", skip_serializing_if = "Vec::is_empty")]
    pub constants: Vec<Constant>,
}

/// What happens to one column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ColumnRule {
    /// The heading, compared folded.
    pub heading: String,
    /// Which of the columns with this heading, from 1.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub nth: usize,
    /// Where its values go.
    pub to: Target,
    /// Shown before the value in notes, instead of the heading.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// Source text (compared folded, then by beginning) to an option id, several joined by ` | `, or
    /// `?` for "don't know yet", `n/a` for "not applicable", `-` for no answer: the text goes to the notes.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub values: BTreeMap<String, String>,
    /// What separates several values in one cell; none for the usual ones of the question's form.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub split: Option<String>,
    /// Whether the words of the list stay as a remark beside an answer they were translated into.
    #[serde(default, skip_serializing_if = "is_false")]
    pub keep: bool,
    /// Why it was suggested so; not part of a saved mapping.
    #[serde(skip)]
    pub reason: Reason,
}

/// Where the values of a column go.
///
/// Written as one word: `name`, `id`, `retired`, `notes`, `ignore`, a question id, a question id after
/// `+` to append to a text with the heading before it, or after `#` for the remark beside its answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum Target {
    /// The name of the record.
    Name,
    /// The identity of the record, in our own exports.
    Id,
    /// Whether the record is retired.
    Retired,
    /// The answer to a question.
    Question(QuestionId),
    /// A paragraph of a text, with the heading before it.
    Append(QuestionId),
    /// The remark beside the answer to a question.
    Remark(QuestionId),
    /// A line of the notes, with the heading before it.
    Notes,
    /// Left out.
    Ignore,
}

/// An answer for every row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Constant {
    /// The question.
    #[serde(with = "question_word_required")]
    pub question: QuestionId,
    /// Read like a cell of the list.
    pub value: String,
}

/// Which part of `3/4/2024` is the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DateOrder {
    /// 3 April.
    DayFirst,
    /// 4 March.
    MonthFirst,
}

/// Why a column was suggested to go where it goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Reason {
    /// Set by a person or a saved mapping.
    #[default]
    Chosen,
    /// The whole list was recognised.
    Recognised,
    /// The heading names the question.
    SameWords,
    /// The heading is another word for the question.
    Synonym,
    /// Heading and question share words.
    Similar,
    /// The values look like answers to the question.
    Values,
    /// Nothing fits; the text goes into the notes.
    NoHome,
}

impl Reason {
    /// How sure the suggestion is, in per cent. For a bar beside it, never for a decision.
    pub fn confidence(self) -> u8 {
        match self {
            Reason::Chosen | Reason::Recognised => 100,
            Reason::SameWords => 95,
            Reason::Synonym => 85,
            Reason::Similar => 60,
            Reason::Values => 40,
            Reason::NoHome => 0,
        }
    }

    /// The sentence for the user.
    pub fn wording(self) -> Wording {
        Wording::plain(match self {
            Reason::Chosen => "errors.exchange.reason.chosen",
            Reason::Recognised => "errors.exchange.reason.recognised",
            Reason::SameWords => "errors.exchange.reason.same-words",
            Reason::Synonym => "errors.exchange.reason.synonym",
            Reason::Similar => "errors.exchange.reason.similar",
            Reason::Values => "errors.exchange.reason.values",
            Reason::NoHome => "errors.exchange.reason.no-home",
        })
    }
}

impl ColumnRule {
    /// A rule that only names its target.
    pub fn new(heading: impl Into<String>, nth: usize, to: Target) -> Self {
        ColumnRule {
            heading: heading.into(),
            nth,
            to,
            title: String::new(),
            values: BTreeMap::new(),
            split: None,
            keep: false,
            reason: Reason::Chosen,
        }
    }

    /// Reads a word of the list in this way, written as in `values`; none leaves it to what the word
    /// looks like.
    pub fn read_as(&mut self, word: &str, meaning: Option<&str>) {
        let folded = domain::text::fold(word);
        self.values
            .retain(|other, _| domain::text::fold(other) != folded);
        if let Some(meaning) = meaning {
            self.values.insert(word.to_owned(), meaning.to_owned());
        }
    }
}

impl Mapping {
    /// A mapping without any column.
    pub fn new(name: impl Into<String>, kind: RecordKind) -> Self {
        Mapping {
            name: name.into(),
            kind,
            recognised_by: Vec::new(),
            notes: None,
            date_order: None,
            blanks: Vec::new(),
            columns: Vec::new(),
            constants: Vec::new(),
        }
    }

    /// The TOML of a mapping file.
    pub fn to_toml(&self) -> Result<String> {
        toml::to_string(self).map_err(|error| ExchangeError::Unwritable {
            what: error.to_string(),
        })
    }

    /// The JSON in which a mapping is saved.
    pub fn to_json(&self) -> Result<String> {
        serde_json::to_string(self).map_err(|error| ExchangeError::Unwritable {
            what: error.to_string(),
        })
    }

    /// The rule for a column, by its heading and which of that name it is.
    pub fn rule(&self, heading: &str, nth: usize) -> Option<&ColumnRule> {
        let folded = domain::text::fold(heading);
        self.columns
            .iter()
            .find(|rule| rule.nth == nth && domain::text::fold(&rule.heading) == folded)
    }

    /// As [`Mapping::rule`], to be changed.
    pub fn rule_mut(&mut self, heading: &str, nth: usize) -> Option<&mut ColumnRule> {
        let folded = domain::text::fold(heading);
        self.columns
            .iter_mut()
            .find(|rule| rule.nth == nth && domain::text::fold(&rule.heading) == folded)
    }

    /// Sends a column somewhere else; what the old rule knew of its values goes.
    pub fn send(&mut self, heading: &str, nth: usize, to: Target) {
        match self.rule_mut(heading, nth) {
            Some(old) if old.to == to => {}
            Some(old) => *old = ColumnRule::new(heading, nth, to),
            None => self.columns.push(ColumnRule::new(heading, nth, to)),
        }
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Target::Name => f.write_str("name"),
            Target::Id => f.write_str("id"),
            Target::Retired => f.write_str("retired"),
            Target::Notes => f.write_str("notes"),
            Target::Ignore => f.write_str("ignore"),
            Target::Question(question) => f.write_str(question.as_str()),
            Target::Append(question) => write!(f, "+{question}"),
            Target::Remark(question) => write!(f, "#{question}"),
        }
    }
}

impl From<Target> for String {
    fn from(target: Target) -> String {
        target.to_string()
    }
}

impl TryFrom<String> for Target {
    type Error = String;

    fn try_from(word: String) -> std::result::Result<Target, String> {
        let question = |id: &str| {
            let id = QuestionId::new(id);
            if id.is_well_formed() {
                Ok(id)
            } else {
                Err(format!("“{word}” names no target"))
            }
        };
        Ok(match word.as_str() {
            "name" => Target::Name,
            "id" => Target::Id,
            "retired" => Target::Retired,
            "notes" => Target::Notes,
            "ignore" => Target::Ignore,
            other => match (other.strip_prefix('+'), other.strip_prefix('#')) {
                (Some(id), _) => Target::Append(question(id)?),
                (None, Some(id)) => Target::Remark(question(id)?),
                (None, None) => Target::Question(question(other)?),
            },
        })
    }
}

fn one() -> usize {
    1
}

fn is_one(nth: &usize) -> bool {
    *nth == 1
}

fn is_false(flag: &bool) -> bool {
    !flag
}

fn a_system() -> RecordKind {
    RecordKind::System
}

mod kind_code {
    use content::RecordKind;
    use serde::{Deserialize, Deserializer, Serializer};

    pub fn serialize<S: Serializer>(kind: &RecordKind, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(kind.code())
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<RecordKind, D::Error> {
        RecordKind::deserialize(from)
    }
}

mod question_word {
    use content::QuestionId;
    use serde::{Deserialize, Deserializer, Serializer};

    pub fn serialize<S: Serializer>(id: &Option<QuestionId>, to: S) -> Result<S::Ok, S::Error> {
        match id {
            Some(id) => to.serialize_str(id.as_str()),
            None => to.serialize_none(),
        }
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<QuestionId>, D::Error> {
        Option::<QuestionId>::deserialize(from)
    }
}

mod question_word_required {
    use content::QuestionId;
    use serde::{Deserialize, Deserializer, Serializer};

    pub fn serialize<S: Serializer>(id: &QuestionId, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(id.as_str())
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<QuestionId, D::Error> {
        QuestionId::deserialize(from)
    }
}
