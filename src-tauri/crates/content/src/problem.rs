//! What can be wrong with authored content. Problems are values, so that an author sees all of them
//! at once and a test can name the one it means.

use crate::ids::{OptionId, QuestionId, QuestionnaireId, SectionId};
use crate::question::QuestionKind;
use std::fmt;

/// One thing wrong in one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Path below `assets/`, with `/` between the parts.
    pub file: String,
    /// The id of the thing meant, or `line 12` where the file could not be read so far.
    pub at: String,
    /// What is wrong.
    pub what: Flaw,
}

impl Problem {
    /// A problem at a named thing.
    pub fn new(file: &str, at: impl fmt::Display, what: Flaw) -> Self {
        Problem {
            file: file.to_owned(),
            at: at.to_string(),
            what,
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}: {}", self.file, self.at, self.what)
    }
}

/// The closed list of what can be wrong. Words are for authors of content, not for users.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Flaw {
    /// The bytes are not UTF-8.
    #[error("is not UTF-8 text")]
    NotUtf8,
    /// Not TOML, or not of the form its place asks for; the words are the parser's.
    #[error("{0}")]
    Malformed(String),
    /// A file where none is expected.
    #[error("no content of this name is known here")]
    StrayFile,
    /// The id inside a file differs from the file's stem.
    #[error("the file is called {stem}, its id is {id}")]
    IdIsNotStem {
        /// Stem of the file's name.
        stem: String,
        /// Id inside.
        id: String,
    },
    /// An id that is not lower-kebab.
    #[error("the id is not made of lower-case words joined by hyphens")]
    MalformedId,
    /// An id used twice where it must be unique.
    #[error("the id is used twice; it is also in {also_in}")]
    DoubledId {
        /// The file with the other one.
        also_in: String,
    },
    /// Two questionnaires about the same kind of record.
    #[error("{also_in} is about the same kind of record")]
    DoubledSubject {
        /// The other file.
        also_in: String,
    },
    /// `version` is 0.
    #[error("the version must be 1 or more")]
    VersionMissing,
    /// A text that must not be blank is blank.
    #[error("`{0}` is missing")]
    Missing(&'static str),
    /// The question's section is not in the questionnaire.
    #[error("there is no section {0}")]
    UnknownSection(SectionId),
    /// Says it is part of an assessment that is not there, or does not say of which record: that takes a
    /// question of kind `record`, always asked, to what the assessment is about.
    #[error(
        "is part of {0}, which is not there or is not linked by a question that is always asked"
    )]
    UnknownAssessment(QuestionnaireId),
    /// A question stands after one of a later section: screens and file would differ in order.
    #[error("it stands after a question of a later section")]
    OutOfOrder,
    /// A label used twice in one questionnaire, or in one question for its options. Columns of lists
    /// are found by label.
    #[error("the label is also that of {0}")]
    DoubledLabel(String),
    /// A word of lists that stands twice for one thing, or for two options of one question.
    #[error("“{0}” is there twice")]
    DoubledWord(String),
    /// A section's review is not a question of that section with the options of a review.
    #[error("{0} is not the review of this section")]
    NoReview(QuestionId),
    /// A section without a question.
    #[error("no question is in this section")]
    EmptySection,
    /// A condition looks at a question that is not in this questionnaire.
    #[error("the condition looks at {0}, which is not in this questionnaire")]
    UnknownQuestion(QuestionId),
    /// A condition looks at the question itself or at one that comes later.
    #[error("the condition looks at {0}, which must come earlier")]
    LooksAhead(QuestionId),
    /// A condition asks for an option that the question does not have.
    #[error("the condition asks for {0}: {1}, an option that is not there")]
    UnknownOption(QuestionId, OptionId),
    /// `is`, `includes` or `at_least` on a question of another kind.
    #[error("`{operator}` does not fit {question}, which is {kind:?}")]
    WrongOperator {
        /// The operator as written.
        operator: &'static str,
        /// The question it looks at.
        question: QuestionId,
        /// The kind of that question.
        kind: QuestionKind,
    },
    /// A question that no answers can bring up.
    #[error("no answers can ever show this question")]
    Unreachable,
    /// A choice without at least two options.
    #[error("a {0:?} question needs two options or more")]
    TooFewOptions(QuestionKind),
    /// Options on a question that takes none.
    #[error("a {0:?} question has no options")]
    SuperfluousOptions(QuestionKind),
    /// `record` missing on a link.
    #[error("a link needs `record`, the kind it links to")]
    RecordKindMissing,
    /// `scale` missing on a question of kind `scale`.
    #[error("a scale needs `scale`: by which link, and which of its questions")]
    ScaleMissing,
    /// `past` on a question of another kind than `date`.
    #[error("only a question of kind `date` has `past`")]
    SuperfluousPast,
    /// `scale` on a question of another kind.
    #[error("only a question of kind `scale` has `scale`")]
    SuperfluousScale,
    /// The link of a scale is not an earlier question of kind `record`, or what it links to has no such
    /// text.
    #[error(
        "the scale {of} is not a long text about what {by} links to, which must be asked earlier"
    )]
    UnknownScale {
        /// The link.
        by: QuestionId,
        /// The question with the steps.
        of: QuestionId,
    },
    /// `record` on a question that is no link.
    #[error("only a link has `record`")]
    SuperfluousRecordKind,
    /// A long text shows a good and a weak answer; any other question shows both or neither.
    #[error("a good and a weak example belong together, and to every long text")]
    ExampleMissing,
    /// A case that counts without the near one that does not, or the other way round.
    #[error("a case inside and one outside belong together")]
    BoundaryMissing,
    /// A framework's folder without `framework.toml`.
    #[error("the folder has no framework.toml")]
    HeadMissing,
    /// A reference to something that is not there.
    #[error("there is no {what} {id}")]
    Unknown {
        /// What kind of thing: `rule`, `date`, ...
        what: &'static str,
        /// The word used.
        id: String,
    },
    /// An operator of rules in a questionnaire.
    #[error("`{0}` belongs to rules; what decides when a question is shown looks at answers only")]
    OnlyInRules(&'static str),
    /// A condition looks at a question that was retired.
    #[error("the condition looks at {0}, which was retired")]
    LooksAtRetired(QuestionId),
    /// A question of a framework that is hidden by a condition.
    #[error("a framework's question has no `show_when`: which one matters follows from the rules")]
    HidesQuestion,
    /// Rules that look at each other in a circle; each one is named.
    #[error("it looks at itself: {0}")]
    Circle(String),
    /// A rule whose condition no answers can meet.
    #[error("no answers can ever make it hold")]
    Unmeetable,
    /// A rule that concludes nothing and that nothing looks at.
    #[error("it concludes nothing, and nothing looks at it")]
    Idle,
    /// A class or a role that no rule concludes.
    #[error("no rule concludes it")]
    Unconcluded,
    /// A residual class that a rule concludes.
    #[error("it is what remains; no rule may conclude it")]
    ResidualConcluded,
    /// More than one residual class, or one that is not the last.
    #[error("only the last class can be what remains")]
    ResidualNotLast,
    /// A question of a framework's questionnaire that no condition looks at.
    #[error("no rule looks at this question")]
    NotLookedAt,
    /// Options that no condition tells apart.
    #[error("no rule tells these options apart: {0}")]
    NotToldApart(String),
    /// An unsettled point without two readings, or whose own reading is none of them.
    #[error("an unsettled point has two readings or more, and `ours` is one of them")]
    ReadingMissing,
    /// A questionnaire that two frameworks ask.
    #[error("{also_in} asks the same questionnaire")]
    DoubledQuestionnaire {
        /// The other framework's head.
        also_in: String,
    },
    /// What is known from elsewhere looks at a question of the questionnaire that is told.
    #[error("it looks at {0}, which belongs to the questionnaire that is told")]
    LooksAtItself(QuestionId),
    /// What is told does not have the form that the question asks for.
    #[error("what is said does not fit {question}, which is {kind:?}")]
    DoesNotFit {
        /// The question that is told, or whose answer is taken.
        question: QuestionId,
        /// Its kind.
        kind: QuestionKind,
    },
    /// A choice of several that is said to count unconfirmed.
    #[error(
        "a choice of several is never known for certain: nobody said that nothing else is true"
    )]
    SeveralCount,
    /// A link of a crosswalk whose relation, other end and strength do not belong together.
    #[error(
        "`none` has no other end and strength 0; any other relation has both, with a strength of 1 to 10"
    )]
    LinkAskew,
    /// A row of a table that is missing, or has not one cell for each column.
    #[error("the table has no row of {0} cells there")]
    RowNotWhole(usize),
    /// A table that falls to the right or downwards: more of something would weigh less.
    #[error("a cell is lower than one before it or above it")]
    Falls,
    /// Two questions that must have the same options have others.
    #[error("the options are not those of {0}")]
    OptionsDiffer(QuestionId),
    /// `{` or `}` that does not enclose a placeholder's name.
    #[error("a brace does not enclose a name")]
    LooseBrace,
    /// A placeholder that the English text does not have, or that one plural form lacks.
    #[error("the placeholder {{{0}}} is not in the text it belongs to")]
    UnknownPlaceholder(String),
    /// A translated text without an English one.
    #[error("the English text is missing")]
    NotInEnglish,
    /// `one` without `other`.
    #[error("a plural needs `one` and `other`")]
    HalfPlural,
    /// A sample answers what no questionnaire about its kind of record asks.
    #[error("no questionnaire about this kind of record asks {0}")]
    NotAsked(QuestionId),
    /// A sample's answer does not have the question's form.
    #[error("the answer to {0} does not have the form its question asks for")]
    WrongForm(QuestionId),
    /// A sample without exactly one organisation.
    #[error("a sample is about exactly one organisation, this one has {0}")]
    Organisations(usize),
    /// A sample links to a record it does not have.
    #[error("{question} links to {name:?}, which is not in the sample")]
    UnknownRecord {
        /// The question.
        question: QuestionId,
        /// The name linked to.
        name: String,
    },
}
