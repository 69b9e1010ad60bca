//! What is to be done, the most pressing first.

use super::Told;
use crate::report::outline::Piece;
use crate::report::register::{Cell, Column, Register, Row, Tone};
use domain::Part;

impl Told<'_> {
    pub(super) fn plan(&self) -> Vec<Piece> {
        let lines = self.frozen.parts(&["plan"]);
        let mut pieces = vec![Piece::Chapter(self.text("plan"))];
        if lines.is_empty() {
            pieces.push(Piece::Words(self.text("no-gaps")));
            return pieces;
        }
        pieces.push(Piece::Words(self.text("plan-lead")));
        let without = lines.iter().filter(|line| line.part(&["action"]).is_none());
        let without = without.count();
        if without > 0 {
            let words = self
                .texts
                .count("reports.gaps.plan-without", without as u64, &[]);
            pieces.push(Piece::Warning(words));
        }
        let column = |key: &str, min: f32, weight: f32| Column::new(&self.text(key), min, weight);
        pieces.push(Piece::Register(Register {
            title: self.text("plan"),
            caption: String::new(),
            summary: self.text("plan-summary"),
            columns: vec![
                column("column-gap", 100.0, 0.9),
                column("column-duty", 84.0, 0.3),
                column("severity", 80.0, 0.0),
                column("column-action", 100.0, 0.9),
                column("column-owner", 62.0, 0.2),
                column("column-due", 62.0, 0.0),
            ],
            rows: lines.iter().map(|line| self.planned(line)).collect(),
        }));
        pieces
    }

    fn planned(&self, line: &Part) -> Row {
        let gap = match line.value(&["what"]) {
            "" => line.label.as_str(),
            what => what,
        };
        let duty = match line.part(&["duty"]) {
            Some(duty) => {
                let where_to = [duty.label.as_str(), &duty.cite, duty.value(&["system"])];
                Cell::new(duty.value.clone()).with(where_to.join("\n"))
            }
            None => Cell::new(self.text("no-duty")).toned(Tone::Absent),
        };
        let severity = match line.value(&["severity"]) {
            "" => Cell::new(self.text("unweighed")).toned(Tone::Absent),
            code => Cell::new(self.coded("severity", code)),
        };
        let named = format!("{} · {}", line.cite, self.coded("conformity", &line.value));
        let mut cells = vec![Cell::new(gap).with(named), duty, severity];
        match line.part(&["action"]) {
            None => cells.extend([
                Cell::new(self.text("no-action"))
                    .with(self.text("to-be-planned"))
                    .toned(Tone::Warn),
                Cell::new(""),
                Cell::new(""),
            ]),
            Some(action) => {
                let owner = match action.value(&["owner"]) {
                    "" => Cell::new(self.text("nobody")).toned(Tone::Absent),
                    owner => Cell::new(owner),
                };
                let effort = self.coded("effort", action.value(&["effort"]));
                let state = self.coded("state", action.value(&["state"]));
                let due = match action.value(&["due"]) {
                    "" => Cell::new(self.text("no-day")).toned(Tone::Absent),
                    due => Cell::new(due),
                };
                cells.extend([
                    Cell::new(action.label.clone()).with(action.value.clone()),
                    owner.with(effort),
                    due.with(state),
                ]);
            }
        }
        Row::Cells(cells)
    }
}
