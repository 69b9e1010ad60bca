//! A run as it is signed, printed and compared: one tree with its final wording.
//!
//! Parts of a `gap-analysis`, by id: `subject`, `standard` (with `content`, `as-of`), `on`, `assessor`, `scope`,
//! `areas`, `spoken`, `summary`, `score`, `topics` (each with the parts of a score), `requirements` (each with its
//! code of conformity as value, and `topic`, `reason`, `exists`, `works`, `maturity`, `severity`, `what`, `note`,
//! `evidence`, `credit`, `proposals`, `marks`), `earlier` (with `on`, `score`, `topics`, `moved`), `plan`, `open`
//! (questions about the run that have to be answered before it is signed), `certified`.
//! These are always there, if need be empty, so that two runs differ in what they hold.
//! A score has `asked`, `met`, `partly`, `not-met`, `not-applicable`, `unseen`, `exists` and `works` (each with `yes`,
//! `partly`, `no`), `maturity-sum`, `maturity-judged`: all of them counts. Codes are worded by whoever shows them.

use super::analysis::Analysis;
use super::compare::Movement;
use super::credit::proposals;
use super::plan::PlanLine;
use super::rows::{Row, Run};
use super::score::{Score, Tally, by_topic, score};
use crate::frozen::{Frozen, OPEN, PLAIN, Part};
use crate::words::Words;
use content::{Library, Requirement};

/// The form of a frozen gap analysis.
pub const FORM: &str = "gap-analysis";
/// Raised when its parts mean something else.
const VERSION: u32 = 1;

/// A run with everything it rests on. The same input gives the same tree.
pub fn freeze(analysis: &Analysis<'_>, library: &Library, words: &Words<'_>) -> Frozen {
    let Analysis {
        standard,
        run,
        rows,
        earlier,
        certified,
        ..
    } = analysis;
    let areas = run.parts.iter().map(|area| Part::new(area.code()));
    let mut parts = vec![
        Part::new("subject")
            .called(&run.record.name)
            .saying(run.record.reference()),
        Part::new("standard").called(&standard.title).with([
            Part::new("content").saying(format!("{} {}", standard.id, standard.version)),
            Part::new("as-of").saying(words.date(standard.as_of)),
        ]),
    ];
    parts.extend(front(run, words));
    parts.extend([
        Part::new("areas").with(areas),
        scored("score", &score(rows)),
        topics(rows),
        Part::new("requirements").with(rows.iter().map(|row| {
            let served = proposals(library, standard, row.requirement);
            let served = served.iter().map(|proposal| {
                Part::new(proposal.source.id.as_str())
                    .called(&proposal.source.title)
                    .saying(proposal.strength.to_string())
                    .citing(&proposal.source.reference)
            });
            requirement(row).with([Part::new("proposals").with(served)])
        })),
        Part::new("earlier").with(earlier.iter().flat_map(|(earlier, before)| {
            let mut parts = vec![
                Part::new("subject")
                    .called(&earlier.record.name)
                    .saying(earlier.record.reference()),
            ];
            parts.extend(front(earlier, words));
            parts.extend([
                scored("score", &score(before)),
                topics(before),
                moved(analysis),
            ]);
            parts
        })),
        Part::new("plan").with(analysis.plan().iter().map(|line| planned(line, words))),
        Part::new(OPEN).with(analysis.missing.iter().map(|question| {
            Part::new(question.id.as_str())
                .called(&question.label)
                .with([Part::new(PLAIN).saying(&question.prompt)])
        })),
        Part::new("certified").saying(if *certified { "yes" } else { "no" }),
    ]);
    Frozen {
        form: FORM.to_owned(),
        version: VERSION,
        parts,
    }
}

/// What stands before the figures of a run.
fn front(run: &Run<'_>, words: &Words<'_>) -> Vec<Part> {
    let on = run.on.map_or_else(String::new, |on| words.date(on));
    vec![
        Part::new("on").saying(on),
        Part::new("assessor").saying(&run.assessor),
        Part::new("scope").saying(&run.scope),
        Part::new("spoken").saying(&run.spoken),
        Part::new("summary").saying(&run.summary),
    ]
}

fn named(requirement: &Requirement) -> Part {
    Part::new(requirement.id.as_str())
        .called(&requirement.title)
        .citing(&requirement.reference)
}

fn number(id: &str, count: usize) -> Part {
    Part::new(id).saying(count.to_string())
}

fn scored(id: &str, score: &Score) -> Part {
    Part::new(id).with(counts(score))
}

fn counts(score: &Score) -> [Part; 10] {
    let tally = |id: &str, tally: &Tally| {
        Part::new(id).with([
            number("yes", tally.yes),
            number("partly", tally.partly),
            number("no", tally.no),
        ])
    };
    [
        number("asked", score.asked),
        number("met", score.met),
        number("partly", score.partly),
        number("not-met", score.not_met),
        number("not-applicable", score.not_applicable),
        number("unseen", score.unseen),
        tally("exists", &score.exists),
        tally("works", &score.works),
        number("maturity-sum", score.maturity.sum),
        number("maturity-judged", score.maturity.judged),
    ]
}

fn topics(rows: &[Row<'_>]) -> Part {
    let topics = by_topic(rows).into_iter();
    Part::new("topics").with(topics.map(|(topic, score)| named(topic).with(counts(&score))))
}

fn requirement(row: &Row<'_>) -> Part {
    let judged = &row.judgement;
    let said = |id: &str, words: &str| {
        let said = (!words.is_empty()).then(|| Part::new(id).saying(words));
        said.into_iter()
    };
    let coded = |id: &str, code: Option<&str>| said(id, code.unwrap_or_default());
    let maturity = judged.maturity.map(|step| step.to_string());
    let credit = judged.credit.map(|credit| {
        Part::new("credit")
            .saying(credit.code())
            .with(said("by", &judged.credit_by))
            .with(said("evidence", &judged.credit_evidence))
    });
    let mut marks = Vec::new();
    if judged.flagged {
        marks.push(Part::new("flag"));
    }
    if judged.ask_again {
        marks.push(Part::new("ask-again").saying(&judged.ask));
    }
    named(row.requirement)
        .saying(judged.conformity.code())
        .with([Part::new("topic").saying(row.topic.id.as_str())])
        .with(said("reason", &judged.reason))
        .with(coded("exists", judged.exists.map(|one| one.code())))
        .with(coded("works", judged.works.map(|one| one.code())))
        .with(coded("maturity", maturity.as_deref()))
        .with(coded("severity", judged.severity.map(|one| one.code())))
        .with(said("what", &judged.what))
        .with(said("note", &judged.note))
        .with(said("evidence", &judged.evidence))
        .with(credit)
        .with([Part::new("marks").with(marks)])
}

/// Requirements that moved between the earlier run and this one.
fn moved(analysis: &Analysis<'_>) -> Part {
    let moved = analysis.moved();
    let moved = moved.iter().filter(|one| one.movement != Movement::Same);
    Part::new("moved").with(moved.map(|one| {
        let step = |id: &str, judged: &super::Judgement| {
            let maturity = judged.maturity.map(|step| step.to_string());
            Part::new(id)
                .saying(judged.conformity.code())
                .with(maturity.map(|step| Part::new("maturity").saying(step)))
        };
        named(one.requirement)
            .saying(one.movement.code())
            .with([step("before", &one.before), step("now", &one.now)])
    }))
}

fn planned(line: &PlanLine<'_, '_>, words: &Words<'_>) -> Part {
    let row = line.row;
    let action = line.remedy.map(|remedy| remedy.record.reference());
    let action = action.unwrap_or_default();
    let duty = line.pressing.map(|pressing| {
        let system = (words.name_of)(&pressing.system).unwrap_or_default();
        Part::new("duty")
            .called(&pressing.duty.title)
            .saying(words.date(pressing.day))
            .citing(&pressing.duty.article)
            .with([Part::new("system").saying(system)])
    });
    let severity = row.judgement.severity.map(|one| one.code());
    let remedy = line.remedy.map(|remedy| {
        let owner = remedy.owner.and_then(words.name_of).unwrap_or_default();
        let due = remedy.due.map_or_else(String::new, |due| words.date(due));
        Part::new("action")
            .called(remedy.what.unwrap_or_default())
            .saying(remedy.record.reference())
            .with([
                Part::new("owner").saying(owner),
                Part::new("due").saying(due),
                Part::new("effort").saying(remedy.effort.unwrap_or_default()),
                Part::new("state").saying(remedy.state.code()),
            ])
    });
    Part::new(format!("{}:{action}", row.requirement.id))
        .called(&row.requirement.title)
        .saying(row.judgement.conformity.code())
        .citing(&row.requirement.reference)
        .with([
            Part::new("what").saying(&row.judgement.what),
            Part::new("severity").saying(severity.unwrap_or_default()),
        ])
        .with(duty)
        .with(remedy)
}
