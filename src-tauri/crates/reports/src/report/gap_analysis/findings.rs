//! What was found: gaps in full, every requirement in a line, and evidence that is reused.

use super::Told;
use crate::report::outline::{Fact, Item, Piece};
use crate::report::register::{Cell, Column, Register, Row, Tone};
use domain::Part;

impl Told<'_> {
    /// What moved between the earlier run and this one.
    pub(super) fn compared(&self) -> Vec<Piece> {
        let Some(earlier) = self.frozen.part(&["earlier", "subject"]) else {
            return Vec::new();
        };
        let lead = self.filled(
            "compared-lead",
            &[
                ("name", &earlier.label),
                ("reference", &earlier.value),
                ("on", self.frozen.value(&["earlier", "on"])),
            ],
        );
        let mut pieces = vec![Piece::Chapter(self.text("compared")), Piece::Words(lead)];
        let moved = self.frozen.parts(&["earlier", "moved"]);
        let mut rows = Vec::new();
        for kind in ["worse", "better", "new", "gone"] {
            let own: Vec<&Part> = moved.iter().filter(|one| one.value == kind).collect();
            if own.is_empty() {
                continue;
            }
            let group = self.filled(&format!("moved-{kind}"), &[("n", &own.len().to_string())]);
            rows.push(Row::Group(group));
            rows.extend(own.into_iter().map(|one| {
                Row::Cells(vec![
                    Cell::new(one.cite.clone()).toned(Tone::Reference),
                    Cell::new(one.label.clone()),
                    self.step(one, "before"),
                    self.step(one, "now"),
                ])
            }));
        }
        if rows.is_empty() {
            pieces.push(Piece::Words(self.text("nothing-moved")));
            return pieces;
        }
        let column = |key: &str, min: f32, weight: f32| Column::new(&self.text(key), min, weight);
        pieces.push(Piece::Register(Register {
            title: self.text("compared"),
            caption: String::new(),
            summary: self.text("compared-summary"),
            columns: vec![
                column("column-reference", 50.0, 0.0),
                column("column-requirement", 150.0, 1.0),
                column("column-then", 90.0, 0.3),
                column("column-now", 90.0, 0.3),
            ],
            rows,
        }));
        pieces
    }

    fn step(&self, moved: &Part, when: &str) -> Cell {
        let maturity = match moved.value(&[when, "maturity"]) {
            "" => String::new(),
            step => self.filled("maturity-step", &[("step", step)]),
        };
        let conformity = moved.value(&[when]);
        Cell::new(self.coded("conformity", conformity)).with(maturity)
    }

    /// Everything that is to be closed, in full.
    pub(super) fn gaps(&self) -> Vec<Piece> {
        let mut pieces = vec![Piece::Chapter(self.text("gaps"))];
        let found = self.rows().iter().filter(|row| is_gap(row));
        for row in found {
            pieces.push(Piece::Topic(format!("{} {}", row.cite, row.label)));
            pieces.push(Piece::Facts(self.finding(row)));
        }
        if pieces.len() == 1 {
            pieces.push(Piece::Words(self.text("no-gaps")));
        }
        pieces
    }

    fn finding(&self, row: &Part) -> Vec<Fact> {
        let seen = |id: &str| self.coded("seen", row.value(&[id]));
        let maturity = match row.value(&["maturity"]) {
            "" => String::new(),
            step => self.filled("maturity-step", &[("step", step)]),
        };
        let said = [
            ("what", row.value(&["what"]).to_owned()),
            ("severity", self.coded("severity", row.value(&["severity"]))),
            ("conformity-label", self.coded("conformity", &row.value)),
            ("exists", seen("exists")),
            ("works", seen("works")),
            ("maturity", maturity),
            ("note", row.value(&["note"]).to_owned()),
            ("evidence", row.value(&["evidence"]).to_owned()),
        ];
        let said = said.into_iter().filter(|(_, words)| !words.is_empty());
        said.map(|(key, words)| Fact::new(self.text(key), words))
            .collect()
    }

    /// Every requirement in a line.
    pub(super) fn requirements(&self) -> Vec<Piece> {
        let mut rows = Vec::new();
        let mut topic = "";
        for row in self.rows() {
            let own = row.value(&["topic"]);
            if own != topic {
                topic = own;
                let named = self.frozen.part(&["topics", own]);
                rows.push(Row::Group(named.map_or_else(String::new, |named| {
                    format!("{} {}", named.cite, named.label)
                })));
            }
            rows.push(self.line(row));
        }
        let column = |key: &str, min: f32, weight: f32| Column::new(&self.text(key), min, weight);
        vec![
            Piece::Chapter(self.text("all")),
            Piece::Words(self.text("all-lead")),
            Piece::Register(Register {
                title: self.text("all"),
                caption: String::new(),
                summary: self.text("all-summary"),
                columns: vec![
                    column("column-reference", 48.0, 0.0),
                    column("column-requirement", 110.0, 0.7),
                    column("column-conformity", 66.0, 0.0),
                    column("exists", 38.0, 0.0),
                    column("works", 38.0, 0.0),
                    column("maturity", 42.0, 0.0),
                    column("column-said", 110.0, 1.0),
                ],
                rows,
            }),
        ]
    }

    fn line(&self, row: &Part) -> Row {
        let seen = |id: &str| Cell::new(self.coded("seen", row.value(&[id])));
        let conformity = self.coded("conformity", &row.value);
        let conformity = match row.value.as_str() {
            "not-looked-at" => Cell::new(conformity).toned(Tone::Absent),
            _ => Cell::new(conformity),
        };
        let asked = row.part(&["marks", "ask-again"]).map(|ask| {
            let words = self.text("ask-again");
            match ask.value.as_str() {
                "" => words,
                what => format!("{words}: {what}"),
            }
        });
        let said = ["reason", "what", "note"].map(|id| row.value(&[id]));
        let said = said.into_iter().find(|words| !words.is_empty());
        Row::Cells(vec![
            Cell::new(row.cite.clone()).toned(Tone::Reference),
            Cell::new(row.label.clone()),
            conformity,
            seen("exists"),
            seen("works"),
            Cell::new(row.value(&["maturity"])),
            Cell::new(said.unwrap_or_default()).with(asked.unwrap_or_default()),
        ])
    }

    /// Evidence of the neighbouring standard: what was proposed, and what a person decided.
    pub(super) fn credit(&self) -> Vec<Piece> {
        let decided = self
            .rows()
            .iter()
            .filter_map(|row| Some((row, row.part(&["credit"])?)));
        let decided: Vec<Item> = decided
            .map(|(row, credit)| {
                let sources = row.parts.iter().find(|part| part.id == "proposals");
                let sources = sources.map_or(&[][..], |part| &part.parts);
                let sources: Vec<String> = sources
                    .iter()
                    .map(|one| {
                        self.filled(
                            "credit-source",
                            &[("reference", &one.cite), ("strength", &one.value)],
                        )
                    })
                    .collect();
                let by = self.filled("credit-by", &[("who", credit.value(&["by"]))]);
                let words = [credit.value(&["evidence"]), &sources.join("; "), &by];
                let words: Vec<&str> = words.into_iter().filter(|one| !one.is_empty()).collect();
                Item {
                    name: format!("{} {}", row.cite, row.label),
                    cite: self.coded("credit", &credit.value),
                    words: words.join("\n"),
                }
            })
            .collect();
        let proposed = self.rows().iter().filter(|row| {
            let proposals = row.parts.iter().find(|part| part.id == "proposals");
            proposals.is_some_and(|part| !part.parts.is_empty())
        });
        let certified = self.frozen.value(&["certified"]) == "yes";
        if !certified && decided.is_empty() {
            return Vec::new();
        }
        let values = [
            ("proposed", proposed.count().to_string()),
            ("decided", decided.len().to_string()),
        ];
        let values: Vec<(&str, &str)> = values.iter().map(|(key, n)| (*key, n.as_str())).collect();
        vec![
            Piece::Chapter(self.text("credit")),
            Piece::Words(self.filled("credit-lead", &values)),
            Piece::Items(decided),
            Piece::Note(self.text("credit-note")),
        ]
    }
}

/// Whether there is something to close.
fn is_gap(row: &Part) -> bool {
    matches!(row.value.as_str(), "partly" | "not-met") || !row.value(&["severity"]).is_empty()
}
