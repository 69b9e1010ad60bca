//! A determination as it is signed, printed and compared: one tree with its final wording.
//!
//! Parts of a `classification`, by id: `subject`, `law` (with `content`, `as-of`), `on`, `headline` (with
//! `at-least`), `confidence`, `classes`, `open-classes`, `points`, `roles`, `open-roles`, `facts` (sections,
//! in them questions with `source` and `note`), `described` (`system` and `organisation`, in them questions), `trace` (stages, in them rules with `because` and
//! `from`), `duties` and `open-duties` (each `O-RMS:provider`, its value the day it binds), `articles`,
//! `changes` (questions, in them other answers), `warnings`, `advice`, `unsettled` (each with `readings`,
//! `ours`, `touches`, `status`), `drafts`, `open`, `further`. These, the sections and the stages are always
//! there, if need be empty, so that two outcomes differ in what they hold.
//! A rule that does not hold keeps only the questions that decided, by id, and no explanation; that somebody
//! said of a question that it does not apply stands there with the reason.
//! The value of a rule in the trace is `yes`, `no` or `unknown`, that of a confidence `high`, `medium` or
//! `low`; whoever shows them words them. Headings belong to whoever shows the parts.

pub mod described;
mod duties;
mod facts;
mod trace;
mod wording;

use super::determination::{Determination, Doubt};
use super::known::Knowing;
use super::prepare::Engine;
use crate::answer::Answers;
use crate::frozen::{Frozen, OPEN, PLAIN, Part};
use crate::record::Record;
use crate::words::Words;
use chrono::NaiveDate;
use content::{Class, Library, QuestionId, Role, Status};

/// The form of a frozen classification.
pub const CLASSIFICATION: &str = "classification";
/// Raised when its parts mean something else.
const VERSION: u32 = 1;

/// One system to be judged, with everything that is known of it.
#[derive(Clone, Copy)]
pub struct Case<'c> {
    /// The system.
    pub system: &'c Record,
    /// Its answers, those of the inventory and those to the law's questions.
    pub answers: &'c Answers,
    /// The answers of its organisation.
    pub organisation: &'c Answers,
    /// The reference date.
    pub on: NaiveDate,
}

/// What the law says of a case, with everything it rests on. The same input gives the same tree.
pub fn freeze(
    engine: &Engine<'_>,
    library: &Library,
    words: &Words<'_>,
    case: &Case<'_>,
) -> Frozen {
    let knowing = Knowing::new(library, engine.questionnaire);
    let facts = knowing.facts(case.answers, case.organisation);
    let known = knowing.known(case.answers, case.organisation);
    let determination = engine.classify(&facts, case.on);
    let freezing = Freezing {
        engine,
        library,
        words,
        facts: &facts,
        determination: &determination,
    };
    let mut parts = freezing.front(case);
    parts.extend([
        freezing.facts(case.answers, &known),
        freezing.described(case),
        freezing.trace(),
        freezing.duties(),
        freezing.open_duties(),
        freezing.articles(),
        freezing.changes(case.on),
        freezing.warnings(),
        freezing.advice(),
        freezing.unsettled(),
        freezing.drafts(),
        freezing.questions(OPEN, &determination.open_questions),
        freezing.questions("further", &determination.further_questions),
    ]);
    Frozen {
        form: CLASSIFICATION.to_owned(),
        version: VERSION,
        parts,
    }
}

/// What every part is worded from.
struct Freezing<'f, 'a> {
    engine: &'f Engine<'a>,
    library: &'f Library,
    words: &'f Words<'f>,
    /// The answers that were weighed.
    facts: &'f Answers,
    determination: &'f Determination<'a>,
}

impl Freezing<'_, '_> {
    fn text(&self, key: &str) -> String {
        self.words
            .texts
            .get(&format!("content.outcome.{key}"))
            .to_owned()
    }

    fn front(&self, case: &Case<'_>) -> Vec<Part> {
        let determination = self.determination;
        let law = determination.framework;
        let headline = match determination.headline {
            Some(class) => Part::new("headline")
                .saying(&class.title)
                .citing(&class.cite)
                .with([plain(&class.plain)]),
            None => Part::new("headline")
                .saying(self.text("undetermined"))
                .with(determination.so_far.map(|class| {
                    Part::new("at-least")
                        .saying(&class.title)
                        .citing(&class.cite)
                })),
        };
        vec![
            Part::new("subject")
                .called(&case.system.name)
                .saying(case.system.reference()),
            Part::new("law")
                .called(&law.title)
                .saying(&law.text_version)
                .with([
                    Part::new("content").saying(self.engine.content_version()),
                    Part::new("as-of").saying(self.words.date(law.as_of)),
                    plain(&law.caveat),
                ]),
            Part::new("on").saying(self.words.date(case.on)),
            headline,
            Part::new("confidence").saying(determination.confidence.code()),
            Part::new("classes").with(determination.classes.iter().map(|class| of_class(class))),
            Part::new("open-classes").with(
                determination
                    .open_classes
                    .iter()
                    .map(|class| of_class(class)),
            ),
            self.points(),
            Part::new("roles").with(determination.roles.iter().map(|role| of_role(role))),
            Part::new("open-roles").with(determination.open_roles.iter().map(|role| of_role(role))),
        ]
    }

    /// Points that apply, each with the rule that stands for it.
    fn points(&self) -> Part {
        let determination = self.determination;
        let points = determination.points.iter().map(|point| {
            let mut trace = determination.trace.iter();
            let rule = trace
                .find(|finding| {
                    finding.truth == crate::truth::Truth::Yes
                        && finding.rule.point.as_deref() == Some(*point)
                })
                .map(|finding| finding.rule);
            Part::new(*point)
                .called(rule.map_or("", |rule| &rule.title))
                .saying(
                    self.words
                        .texts
                        .format("content.outcome.point", &[("point", point)]),
                )
                .citing(rule.map_or("", |rule| &rule.cite))
        });
        Part::new("points").with(points)
    }

    fn articles(&self) -> Part {
        let articles = self.determination.articles.iter();
        Part::new("articles").with(articles.map(|article| Part::new(*article).called(*article)))
    }

    fn warnings(&self) -> Part {
        let warnings = self.determination.warnings.iter().map(|warning| {
            let class = warning.rule.class.as_ref();
            let class = class.and_then(|id| self.determination.framework.class(id));
            Part::new(warning.rule.id.as_str())
                .called(&warning.rule.title)
                .saying(self.words.date(warning.from))
                .citing(&warning.rule.cite)
                .with(class.map(|class| Part::new("class").saying(&class.title)))
                .with([plain(&warning.rule.plain)])
        });
        Part::new("warnings").with(warnings)
    }

    fn advice(&self) -> Part {
        let advice = self.determination.advice.iter().map(|rule| {
            Part::new(rule.id.as_str())
                .called(&rule.title)
                .citing(&rule.cite)
                .with([plain(&rule.advice)])
        });
        Part::new("advice").with(advice)
    }

    fn unsettled(&self) -> Part {
        let doubts = self.determination.unsettled.iter();
        Part::new("unsettled").with(doubts.map(doubt))
    }

    fn drafts(&self) -> Part {
        let drafts = self.determination.drafts.iter().map(|differing| {
            let code = |holds: bool| if holds { "yes" } else { "no" };
            Part::new(differing.rule.id.as_str())
                .called(&differing.rule.title)
                .citing(&differing.draft.cite)
                .with([
                    Part::new("words")
                        .saying(code(differing.holds))
                        .citing(&differing.rule.cite),
                    Part::new("draft")
                        .saying(code(!differing.holds))
                        .citing(&differing.draft.cite),
                    plain(&differing.draft.note),
                ])
        });
        Part::new("drafts").with(drafts)
    }

    fn questions(&self, id: &str, questions: &[&QuestionId]) -> Part {
        let asked = questions.iter().map(|id| {
            let question = self.library.question(id.as_str());
            Part::new(id.as_str())
                .called(question.map_or(id.as_str(), |question| &question.label))
                .with(question.map(|question| plain(&question.prompt)))
        });
        Part::new(id).with(asked)
    }
}

fn plain(words: &str) -> Part {
    Part::new(PLAIN).saying(words)
}

fn of_class(class: &Class) -> Part {
    Part::new(class.id.as_str())
        .called(&class.title)
        .citing(&class.cite)
        .with([plain(&class.plain)])
}

fn of_role(role: &Role) -> Part {
    Part::new(role.id.as_str())
        .called(&role.title)
        .citing(&role.cite)
        .with([plain(&role.plain)])
}

/// An unsettled point: every reading, numbered from 1, and which of them is followed.
fn doubt(doubt: &Doubt<'_>) -> Part {
    let point = doubt.point;
    let readings = point.readings.iter().enumerate();
    let readings =
        readings.map(|(place, reading)| Part::new((place + 1).to_string()).with([plain(reading)]));
    let draft = point.status == Status::Draft;
    Part::new(point.id.as_str())
        .called(&point.title)
        .citing(&point.cite)
        .with([
            Part::new("readings").with(readings),
            Part::new("ours").saying((point.ours + 1).to_string()),
            Part::new("confidence").saying(point.confidence.code()),
            Part::new("touches").saying(doubt.touches.join(", ")),
            Part::new("applies").saying(if doubt.applies { "yes" } else { "no" }),
        ])
        .with(draft.then(|| Part::new("status").saying("draft")))
        .with([plain(&point.why)])
}
