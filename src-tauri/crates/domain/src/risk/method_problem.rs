//! Why a method cannot be used as it stands. Each problem names the question it is about, so that a screen can
//! show it at the spot.

use content::Wording;

/// One thing that keeps a method from being used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MethodProblem {
    /// The question that has to be answered, or answered otherwise.
    pub question: &'static str,
    /// What is wrong with it.
    pub slip: Slip,
}

/// What is wrong with one answer of a method.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Slip {
    /// Nothing was given.
    Missing,
    /// A scale has this many steps, where it needs `least` to `most`.
    Steps {
        /// How many there are.
        found: usize,
        /// How many there must be at least.
        least: usize,
        /// How many there may be at most.
        most: usize,
    },
    /// A line says no meaning: there is no `Label: meaning` in it.
    NoMeaning {
        /// The line, from 1.
        line: usize,
    },
    /// Two steps have the same label.
    Twice {
        /// It.
        label: String,
    },
    /// A consequence scale has another number of steps than that for the organisation.
    OtherLength {
        /// How many it has.
        found: usize,
        /// How many that for the organisation has.
        wanted: usize,
    },
    /// The matrix has another number of lines than there are likelihoods.
    Lines {
        /// How many it has.
        found: usize,
        /// How many likelihoods there are.
        wanted: usize,
    },
    /// A line of the matrix has another number of cells than there are consequences.
    Cells {
        /// The line, from 1.
        line: usize,
        /// How many it has.
        found: usize,
        /// How many consequences there are.
        wanted: usize,
    },
    /// A cell of the matrix holds no number of a level.
    NoLevel {
        /// The line, from 1.
        line: usize,
        /// What stands there.
        word: String,
        /// The number of the highest level.
        most: usize,
    },
    /// The level falls although it becomes likelier, or worse.
    Falls {
        /// The line, from 1.
        line: usize,
        /// The cell, from 1.
        cell: usize,
    },
    /// No cell of the matrix makes this level.
    Unused {
        /// Its label.
        label: String,
    },
    /// A criterion lies outside of its bounds.
    Bounds {
        /// What it says.
        found: i64,
        /// The least it may say.
        least: i64,
        /// The most it may say.
        most: i64,
    },
}

impl MethodProblem {
    pub(super) fn new(question: &'static str, slip: Slip) -> Self {
        MethodProblem { question, slip }
    }

    /// What is wrong, in words.
    pub fn wording(&self) -> Wording {
        let number = |n: &usize| n.to_string();
        match &self.slip {
            Slip::Missing => Wording::plain("content.risks.method.missing"),
            Slip::Steps { found, least, most } => Wording::plain("content.risks.method.steps")
                .with("found", number(found))
                .with("least", number(least))
                .with("most", number(most)),
            Slip::NoMeaning { line } => {
                Wording::plain("content.risks.method.no-meaning").with("line", number(line))
            }
            Slip::Twice { label } => {
                Wording::plain("content.risks.method.twice").with("label", label.clone())
            }
            Slip::OtherLength { found, wanted } => {
                Wording::plain("content.risks.method.other-length")
                    .with("found", number(found))
                    .with("wanted", number(wanted))
            }
            Slip::Lines { found, wanted } => Wording::plain("content.risks.method.lines")
                .with("found", number(found))
                .with("wanted", number(wanted)),
            Slip::Cells {
                line,
                found,
                wanted,
            } => Wording::plain("content.risks.method.cells")
                .with("line", number(line))
                .with("found", number(found))
                .with("wanted", number(wanted)),
            Slip::NoLevel { line, word, most } => Wording::plain("content.risks.method.no-level")
                .with("line", number(line))
                .with("word", word.clone())
                .with("most", number(most)),
            Slip::Falls { line, cell } => Wording::plain("content.risks.method.falls")
                .with("line", number(line))
                .with("cell", number(cell)),
            Slip::Unused { label } => {
                Wording::plain("content.risks.method.unused").with("label", label.clone())
            }
            Slip::Bounds { found, least, most } => Wording::plain("content.risks.method.bounds")
                .with("found", found.to_string())
                .with("least", least.to_string())
                .with("most", most.to_string()),
        }
    }
}
