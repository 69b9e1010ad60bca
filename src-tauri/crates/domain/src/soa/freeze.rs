//! A version of the statement as it is signed, printed and compared.
//!
//! Parts of a `soa`, by id: `subject`, `standard` (with `licence`), `on`, `content`, `scope`, `approver`, `summary`, `counts`
//! (with one part each, its value a number), `open` (lines that keep it from being signed), `topics`: in each topic its lines, by the id of the requirement; our own
//! controls by that of their record, in the topic `own`. A line has the parts `decision` and `status` (each with its `code`),
//! `grounds`, `reason`, `risks`, `how`, `document`, `owner`, `systems`, `evidence`, `evidence-on`, `files`, `maturity`,
//! `target`, `inherited-from`: only those that say something. `contradictions` and `trail` (paths, in them links with
//! `hold`) follow from the others. What an auditor noted is not among them: it is no part of the statement.

use super::contradiction::references;
use super::row::{Decision, Row};
use super::statement::Statement;
use super::trail::{Hold, Trail};
use super::{Counts, asked};
use crate::frozen::{Frozen, OPEN, Part};
use crate::record::Record;
use crate::words::Words;

/// The form of a frozen statement.
pub const FORM: &str = "soa";
/// Raised when its parts mean something else.
const VERSION: u32 = 1;
/// The id of the topic of our own controls.
pub(super) const OWN: &str = "own";

/// What is said of one version besides its lines.
#[derive(Debug, Clone, Copy, Default)]
pub struct Version<'v> {
    /// What it covers.
    pub scope: &'v str,
    /// Who approves it.
    pub approver: &'v str,
    /// What is new.
    pub summary: &'v str,
}

/// Questions whose answers a line keeps as they read, with the part that holds each.
const KEPT: [(&str, &str); 9] = [
    ("how", asked::HOW),
    ("document", asked::DOCUMENT),
    ("owner", asked::OWNER),
    ("systems", asked::SYSTEMS),
    ("evidence", asked::EVIDENCE),
    ("evidence-on", asked::EVIDENCE_ON),
    ("maturity", asked::MATURITY),
    ("target", asked::TARGET),
    ("inherited-from", asked::INHERITED),
];

/// The statement as a tree with its final wording. The same input gives the same tree.
pub fn freeze(
    statement: &Statement<'_>,
    words: &Words<'_>,
    organisation: &Record,
    version: &Version<'_>,
) -> Frozen {
    let freezing = Freezing { statement, words };
    let said = |id: &str, key: &str, words: &str| {
        let part = Part::new(id).called(freezing.text(key));
        (!words.is_empty()).then(|| part.saying(words))
    };
    let mut parts = vec![
        Part::new("subject").called(&organisation.name),
        freezing.standard(),
        Part::new("on").saying(words.date(statement.on)),
        Part::new("content").saying(statement.content_version()),
    ];
    parts.extend(
        [
            said("scope", "scope", version.scope),
            said("approver", "approver", version.approver),
            said("summary", "summary", version.summary),
        ]
        .into_iter()
        .flatten(),
    );
    parts.extend([
        counts(&statement.counts()),
        freezing.open(),
        freezing.topics(),
    ]);
    Frozen {
        form: FORM.to_owned(),
        version: VERSION,
        parts,
    }
}

fn counts(counts: &Counts) -> Part {
    let Counts {
        annex,
        own,
        included,
        excluded,
        undecided,
        unreasoned,
        contradicted,
        by_status: _, // in the lines
    } = *counts;
    let numbers = [
        ("annex", annex),
        ("own", own),
        ("included", included),
        ("excluded", excluded),
        ("undecided", undecided),
        ("unreasoned", unreasoned),
        ("contradicted", contradicted),
    ];
    Part::new("counts").with(
        numbers
            .into_iter()
            .map(|(id, number)| Part::new(id).saying(number.to_string())),
    )
}

struct Freezing<'f, 'd> {
    statement: &'f Statement<'d>,
    words: &'f Words<'f>,
}

impl Freezing<'_, '_> {
    fn text(&self, key: &str) -> String {
        self.words
            .texts
            .get(&format!("content.soa.{key}"))
            .to_owned()
    }

    fn standard(&self) -> Part {
        let part = Part::new("standard");
        match self.statement.standard() {
            Some(standard) => part
                .called(&standard.title)
                .saying(standard.version.to_string())
                .with([Part::new("licence").saying(&standard.licence)]),
            None => part,
        }
    }

    /// Controls nobody decided about, or without a reason.
    fn open(&self) -> Part {
        let rows = self.statement.rows.iter();
        let open = rows.filter(|row| self.statement.is_open(row));
        Part::new(OPEN).with(open.map(|row| Part::new(row.id()).called(row.reference())))
    }

    fn topics(&self) -> Part {
        let mut topics: Vec<Part> = Vec::new();
        for row in &self.statement.rows {
            let id = row.topic.map_or(OWN, |topic| topic.id.as_str());
            if topics.last().is_none_or(|last| last.id != id) {
                topics.push(match row.topic {
                    Some(topic) => Part::new(id).called(&topic.title).citing(&topic.reference),
                    None => Part::new(id).called(self.text("own")),
                });
            }
            let line = self.line(row);
            if let Some(topic) = topics.last_mut() {
                topic.parts.push(line);
            }
        }
        Part::new("topics").with(topics)
    }

    fn line(&self, row: &Row<'_>) -> Part {
        let decision = row.decision();
        let code = decision.map_or("undecided", Decision::code);
        let said = match decision {
            Some(_) => self.said(row, asked::APPLIES),
            None => self.text("undecided"),
        };
        let mut parts = vec![coded(
            self.labelled("decision", asked::APPLIES).saying(said),
            code,
        )];
        let reason = match decision {
            Some(Decision::Excluded) => asked::EXCLUSION,
            Some(Decision::Included) | None => asked::REASON,
        };
        let mut keep = |part: Part| {
            if !part.value.is_empty() {
                parts.push(part);
            }
        };
        keep(
            self.labelled("grounds", asked::GROUNDS)
                .saying(self.said(row, asked::GROUNDS)),
        );
        keep(self.labelled("reason", reason).saying(row.reason()));
        keep(
            Part::new("risks")
                .called(self.text("risks"))
                .saying(references(&row.risks)),
        );
        let status = self
            .labelled("status", asked::STATUS)
            .saying(self.said(row, asked::STATUS));
        keep(coded(status, row.status().map_or("", super::Status::code)));
        for (id, question) in KEPT {
            keep(self.labelled(id, question).saying(self.said(row, question)));
        }
        if row.files > 0 {
            keep(
                Part::new("files")
                    .called(self.text("files-label"))
                    .saying(row.files.to_string()),
            );
        }
        let contradictions = self.statement.contradictions(row).into_iter();
        let contradictions =
            contradictions.map(|one| Part::new(one.code()).saying(one.words(self.words)));
        parts.push(Part::new("contradictions").with(contradictions));
        let trails = self.statement.trails(row, None, self.words).into_iter();
        parts.push(Part::new("trail").with(trails.map(|trail| self.trail(&trail))));
        Part::new(row.id())
            .called(row.title())
            .citing(row.reference())
            .with(parts)
    }

    /// A part named as the question is.
    fn labelled(&self, id: &str, question: &str) -> Part {
        let asked = self.statement.library.question(question);
        Part::new(id).called(asked.map_or(question, |asked| asked.label.as_str()))
    }

    fn trail(&self, trail: &Trail<'_>) -> Part {
        let id = trail.risk.map_or("grounds", |risk| risk.id.as_str());
        let links = trail.links.iter().map(|link| {
            let (code, why) = match link.hold {
                Hold::Whole => ("whole", String::new()),
                Hold::NotNeeded => ("not-needed", self.text("not-needed")),
                Hold::Broken(why) => ("broken", self.text(&format!("break.{}", why.code()))),
            };
            Part::new(link.step.code())
                .called(self.text(&format!("step.{}", link.step.code())))
                .saying(&link.says)
                .with([coded(Part::new("hold").saying(why), code)])
        });
        Part::new(id).with(links)
    }

    fn said(&self, row: &Row<'_>, question: &str) -> String {
        let value = row.said.get(question).and_then(|answer| answer.value());
        let asked = self.statement.library.question(question);
        value
            .zip(asked)
            .map(|(value, asked)| self.words.value(asked, value))
            .unwrap_or_default()
    }
}

/// A part with the word by which programs know its value.
fn coded(part: Part, code: &str) -> Part {
    part.with([Part::new("code").saying(code)])
}
