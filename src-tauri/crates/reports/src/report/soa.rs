//! The Statement of Applicability: every control of the annex and of our own, with decision, reason and what
//! shows it; behind it the path of each from the risk to the approval.

use super::Options;
use super::front::{Front, Line, front, grouped, management};
use super::index::Index;
use super::outline::{Fact, Item, Outline, Piece};
use super::register::{Cell, Column, Register, Row, Tone};
use super::stated::{live, versions};
use crate::error::ReportError;
use content::Library;
use domain::frozen::{Frozen, Part};
use domain::soa::lines;
use domain::{Dossier, Revision};

/// The newest signed version, or what the file says now, which is a draft.
pub fn build(
    dossier: &Dossier,
    library: &Library,
    options: &Options,
) -> Result<Outline, ReportError> {
    let index = Index::new(dossier, library, options);
    let all = versions(&index);
    let signed = all.last().copied().filter(|newest| newest.stands());
    let signed = signed.filter(|_| !options.draft);
    let frozen = match signed {
        Some(revision) => index.signed(revision)?.clone(),
        None => live(&index, options.on.unwrap_or_else(|| index.today()))?,
    };
    let statement = Printed {
        index: &index,
        frozen: &frozen,
        signed,
    };
    let mut pieces = statement.summary();
    pieces.extend(statement.table());
    pieces.extend(statement.contradictions());
    pieces.extend(statement.trails());
    pieces.extend(statement.approval(&all));
    Ok(Outline {
        front: statement.front(options),
        wide: true,
        pieces,
    })
}

struct Printed<'p, 'd> {
    index: &'p Index<'d>,
    frozen: &'p Frozen,
    signed: Option<&'d Revision>,
}

impl Printed<'_, '_> {
    fn text(&self, key: &str) -> String {
        self.index
            .texts
            .get(&format!("reports.soa.{key}"))
            .to_owned()
    }

    fn number(&self, id: &str) -> usize {
        let said = self.frozen.value(&["counts", id]);
        said.parse().unwrap_or_default()
    }

    fn front(&self, options: &Options) -> Front {
        let index = self.index;
        let version = match self.signed {
            Some(revision) => index.texts.format(
                "reports.soa.version-signed",
                &[
                    ("number", &revision.number.to_string()),
                    ("date", &index.long_date(revision.at.date_naive())),
                ],
            ),
            None => self.text("version-draft"),
        };
        let standard = self.frozen.part(&["standard"]);
        let standard = standard.map_or("", |part| part.label.as_str());
        let facts = vec![
            Line::new(&self.text("standard"), standard),
            Line::new(&self.text("version"), version),
            Line::new(&self.text("on"), self.frozen.value(&["on"])),
        ];
        let about = self.signed.map(|revision| format!("V{}", revision.number));
        let words = (self.text("title"), self.text("subject"));
        let options = Options {
            draft: options.draft || self.signed.is_none(),
            ..options.clone()
        };
        let about = about.unwrap_or_default();
        let mut front = front(index, &options, "SOA", &about, words, facts);
        if self.signed.is_some() {
            let status = index.texts.get("reports.cover.status");
            let lines = front.cover.iter_mut();
            for line in lines.filter(|line| line.label == status) {
                line.words = index.texts.get("reports.law.status-signed").to_owned();
            }
        }
        front.signatures = management(index);
        front
    }

    fn summary(&self) -> Vec<Piece> {
        let index = self.index;
        let count = |id: &str| index.number(self.number(id));
        let lead = index.texts.format(
            "reports.soa.lead",
            &[
                ("annex", &count("annex")),
                ("own", &count("own")),
                ("included", &count("included")),
                ("excluded", &count("excluded")),
            ],
        );
        let mut facts = Vec::new();
        for id in ["scope", "approver", "summary"] {
            if let Some(part) = self.frozen.part(&[id]) {
                facts.push(Fact::new(&part.label, &part.value));
            }
        }
        let counted = [
            ("included", "included"),
            ("excluded", "excluded"),
            ("undecided", "undecided"),
            ("unreasoned", "unreasoned"),
            ("contradicted", "contradicted"),
        ];
        facts.extend(
            counted
                .into_iter()
                .map(|(id, key)| Fact::new(self.text(key), count(id))),
        );
        let mut pieces = vec![Piece::Chapter(self.text("summary")), Piece::Lead(lead)];
        if self.signed.is_none() {
            pieces.push(Piece::Warning(self.text("unsigned")));
        }
        pieces.extend([
            Piece::Facts(facts),
            Piece::Note(self.frozen.value(&["standard", "licence"]).to_owned()),
            Piece::Note(self.text("certificate")),
        ]);
        pieces
    }

    fn table(&self) -> Vec<Piece> {
        let column = |key: &str, min: f32, weight: f32| {
            Column::new(&self.text(&format!("column-{key}")), min, weight)
        };
        let mut rows = Vec::new();
        for topic in self.frozen.parts(&["topics"]) {
            rows.push(Row::Group(
                format!("{} {}", topic.cite, topic.label).trim().to_owned(),
            ));
            rows.extend(topic.parts.iter().map(|line| self.row(line)));
        }
        vec![
            Piece::Chapter(self.text("table")),
            Piece::Register(Register {
                title: self.text("table"),
                caption: self.text("caption"),
                summary: self.text("table-summary"),
                columns: vec![
                    column("control", 48.0, 0.0),
                    column("title", 104.0, 0.9),
                    column("decision", 54.0, 0.0),
                    column("reason", 110.0, 1.3),
                    column("status", 66.0, 0.0),
                    column("how", 110.0, 1.3),
                    column("owner", 70.0, 0.4),
                    column("evidence", 100.0, 1.0),
                ],
                rows,
            }),
        ]
    }

    fn row(&self, line: &Part) -> Row {
        let said = |id: &str| line.value(&[id]);
        let joined = |parts: &[&str]| {
            let parts = parts.iter().filter(|words| !words.is_empty());
            parts.copied().collect::<Vec<_>>().join("; ")
        };
        let included = line.value(&["decision", "code"]) == "included";
        // A risk that relies on a control is no reason to leave it out.
        let reason = match included {
            true => joined(&[said("risks"), said("grounds"), said("reason")]),
            false => said("reason").to_owned(),
        };
        let reason = match (reason.as_str(), line.value(&["decision", "code"])) {
            ("", "undecided") => Cell::new(""),
            ("", _) => Cell::new("")
                .with(self.text("no-reason"))
                .toned(Tone::Alarm),
            _ => Cell::new(reason),
        };
        let target = Some(said("target")).filter(|target| included && !target.is_empty());
        let target = target.map_or_else(String::new, |target| {
            let texts = self.index.texts;
            texts.format("reports.soa.target", &[("date", target)])
        });
        let inherited = Some(said("inherited-from")).filter(|from| !from.is_empty());
        let inherited = inherited.map_or_else(String::new, |from| {
            let texts = self.index.texts;
            texts.format("reports.soa.inherited", &[("vendor", from)])
        });
        let how = [said("how"), said("systems"), &inherited];
        let contradictions = line.part(&["contradictions"]);
        let contradictions = contradictions.map_or(&[][..], |part| &part.parts);
        let contradicted: Vec<&str> = contradictions
            .iter()
            .map(|one| one.value.as_str())
            .collect();
        let evidence = joined(&[said("document"), said("evidence"), said("evidence-on")]);
        let evidence = Cell::new(evidence).with(contradicted.join("\n"));
        Row::Cells(vec![
            Cell::new(line.cite.as_str()).toned(Tone::Reference),
            Cell::new(line.label.as_str()).toned(Tone::Name),
            Cell::new(said("decision")),
            reason,
            Cell::new(said("status")).with(target),
            Cell::new(joined(&how)),
            match (said("owner"), included) {
                ("", true) => Cell::new(self.text("nobody")).toned(Tone::Absent),
                (owner, _) => Cell::new(owner),
            },
            if contradicted.is_empty() {
                evidence
            } else {
                evidence.toned(Tone::Alarm)
            },
        ])
    }

    /// What did not hold together when the statement was made.
    fn contradictions(&self) -> Vec<Piece> {
        let mut items = Vec::new();
        for (_, line) in lines(self.frozen) {
            let contradictions = line.part(&["contradictions"]);
            for one in contradictions.map_or(&[][..], |part| &part.parts) {
                items.push(Item {
                    name: format!("{} {}", line.cite, line.label),
                    cite: String::new(),
                    words: one.value.clone(),
                });
            }
        }
        let mut pieces = vec![Piece::Chapter(self.text("contradictions"))];
        pieces.push(Piece::Words(self.text(match items.is_empty() {
            true => "contradictions-none",
            false => "contradictions-lead",
        })));
        pieces.push(Piece::Items(items));
        pieces
    }

    /// The path behind each line, for an auditor to sample.
    fn trails(&self) -> Vec<Piece> {
        let column = |key: &str, min: f32, weight: f32| {
            Column::new(&self.text(&format!("trail-{key}")), min, weight)
        };
        let mut rows = Vec::new();
        for (_, line) in lines(self.frozen) {
            for trail in line.part(&["trail"]).map_or(&[][..], |part| &part.parts) {
                let mut cells = vec![Cell::new(line.cite.as_str()).toned(Tone::Reference)];
                cells.extend(trail.parts.iter().map(|link| {
                    let why = link.value(&["hold"]);
                    match link.value(&["hold", "code"]) {
                        "broken" => Cell::new(link.value.as_str()).with(why).toned(Tone::Alarm),
                        "whole" if link.value.is_empty() => Cell::new(self.text("this-version")),
                        "not-needed" if link.value.is_empty() => {
                            Cell::new(self.text("not-needed")).toned(Tone::Absent)
                        }
                        _ => Cell::new(link.value.as_str()),
                    }
                }));
                rows.push(Row::Cells(cells));
            }
        }
        let mut pieces = vec![
            Piece::Chapter(self.text("trails")),
            Piece::Words(self.text("trails-lead")),
        ];
        pieces.push(Piece::Register(Register {
            title: self.text("trails"),
            caption: self.text("trails-caption"),
            summary: self.text("trails-summary"),
            columns: vec![
                column("line", 48.0, 0.0),
                column("risk", 110.0, 1.0),
                column("treatment", 70.0, 0.3),
                column("control", 90.0, 0.5),
                column("evidence", 120.0, 1.2),
                column("approval", 110.0, 0.8),
            ],
            rows,
        }));
        pieces
    }

    fn approval(&self, all: &[&Revision]) -> Vec<Piece> {
        let index = self.index;
        let law = |key: &str| index.texts.get(&format!("reports.law.{key}")).to_owned();
        let mut pieces = vec![Piece::Chapter(self.text("approval"))];
        let Some(revision) = self.signed else {
            pieces.push(Piece::Warning(self.text("unsigned")));
            return pieces;
        };
        pieces.push(Piece::Facts(vec![
            Fact::new(self.text("version"), revision.number.to_string()),
            Fact::new(self.text("approved-by"), &revision.signer).with(&revision.signer_role),
            Fact::new(law("signing-at"), index.moment(revision.at)),
            Fact::new(law("content"), &revision.content_version),
            Fact::new(law("signing-event"), index.texts.number(revision.event)),
            Fact::reference(law("signing-hash"), grouped(&revision.sha256, 32)),
        ]));
        let column = |key: &str, min: f32, weight: f32| {
            Column::new(&self.text(&format!("versions-{key}")), min, weight)
        };
        let rows = all.iter().rev().map(|one| {
            Row::Cells(vec![
                Cell::new(one.number.to_string()),
                Cell::new(index.short_date(one.at.date_naive())),
                Cell::new(one.signer.as_str()).with(one.signer_role.as_str()),
                Cell::new(one.remark.as_str()),
                Cell::new(one.sha256.get(..16).unwrap_or_default()).toned(Tone::Reference),
            ])
        });
        pieces.extend([
            Piece::Section(self.text("versions")),
            Piece::Register(Register {
                title: self.text("versions"),
                caption: String::new(),
                summary: self.text("versions-summary"),
                columns: vec![
                    column("number", 50.0, 0.0),
                    column("date", 70.0, 0.0),
                    column("approver", 110.0, 0.6),
                    column("changes", 160.0, 1.6),
                    column("proof", 110.0, 0.0),
                ],
                rows: rows.collect(),
            }),
        ]);
        pieces
    }
}
