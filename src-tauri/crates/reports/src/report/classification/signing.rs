//! On whose word an outcome stands.

use crate::error::ReportError;
use crate::report::front::grouped;
use crate::report::index::Index;
use crate::report::judged::Judged;
use crate::report::outline::{Fact, Piece};
use crate::report::register::{Cell, Column, Register, Row, Tone};

/// The sign-off in force, and every one before it.
pub(in crate::report) fn signing(
    index: &Index<'_>,
    judged: &Judged<'_>,
) -> Result<Vec<Piece>, ReportError> {
    let text = |key: &str| index.texts.get(&format!("reports.law.{key}")).to_owned();
    let mut pieces = vec![Piece::Chapter(text("signing"))];
    match judged.signed {
        None => pieces.push(Piece::Warning(text("signing-none"))),
        Some(revision) => {
            let mut facts = vec![
                Fact::new(text("signing-revision"), revision.number.to_string()),
                Fact::new(text("signing-by"), &revision.signer).with(&revision.signer_role),
                Fact::new(text("signing-at"), index.moment(revision.at)),
                Fact::new(text("on"), index.long_date(revision.on)),
                Fact::new(text("content"), &revision.content_version),
            ];
            if !revision.remark.is_empty() {
                facts.push(Fact::new(text("signing-remark"), &revision.remark));
            }
            let event = index.texts.number(revision.event);
            facts.push(Fact::new(text("signing-event"), event));
            let hash = grouped(&revision.sha256, 32);
            facts.push(Fact::reference(text("signing-hash"), hash));
            pieces.push(Piece::Words(text("signing-lead")));
            pieces.push(Piece::Facts(facts));
        }
    }
    let mut earlier = Vec::new();
    for revision in judged.revisions.iter().filter(|one| !one.stands()) {
        let headline = index.signed(revision)?.value(&["headline"]);
        let (at, reason) = match &revision.reopened {
            Some((at, reason)) => (index.short_date(at.date_naive()), reason.clone()),
            None => (String::new(), String::new()),
        };
        earlier.push(Row::Cells(vec![
            Cell::new(revision.number.to_string()),
            Cell::new(revision.signer.clone()).with(index.short_date(revision.at.date_naive())),
            Cell::new(headline),
            Cell::new(reason).with(at),
            Cell::new(revision.sha256.get(..16).unwrap_or_default()).toned(Tone::Reference),
        ]));
    }
    if !earlier.is_empty() {
        let column = |key: &str, min: f32, weight: f32| {
            Column::new(
                index.texts.get(&format!("reports.law.column.{key}")),
                min,
                weight,
            )
        };
        pieces.push(Piece::Section(text("earlier")));
        pieces.push(Piece::Register(Register {
            title: text("earlier"),
            caption: String::new(),
            summary: text("earlier-summary"),
            columns: vec![
                column("revision", 50.0, 0.0),
                column("signed-by", 90.0, 0.4),
                column("class", 90.0, 0.4),
                column("reopened", 120.0, 1.0),
                column("hash", 86.0, 0.0),
            ],
            rows: earlier,
        }));
    }
    Ok(pieces)
}
