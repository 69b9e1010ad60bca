//! The method: its scales, the matrix, what is acceptable. A register without it cannot be read.

use super::Book;
use crate::report::outline::{Fact, Piece};
use crate::report::register::{Cell, Column, Register as Table, Row as TableRow, Tone};
use domain::risk::{Method, Party, Scale, drawn_by};

impl Book<'_, '_> {
    pub(super) fn method(&self) -> Vec<Piece> {
        let Some(method) = drawn_by(self.register) else {
            return Vec::new();
        };
        let mut pieces = vec![
            Piece::Chapter(self.text("method-title")),
            Piece::Lead(self.edition(method)),
        ];
        let mut scale = |title: String, scale: &Scale| {
            pieces.push(Piece::Topic(title));
            let steps = scale.0.iter().enumerate();
            let facts = steps.map(|(place, step)| {
                Fact::new(
                    format!("{} {}", place + 1, step.label),
                    step.meaning.as_str(),
                )
            });
            pieces.push(Piece::Facts(facts.collect()));
        };
        scale(self.text("likelihood"), &method.likelihood);
        for party in Party::ALL {
            let values = [("party", self.words.risk_party(party))];
            let texts = self.index.texts;
            let title = texts.format("reports.risks.consequence", &values);
            scale(title, method.scale(party));
        }
        scale(self.text("levels"), &method.levels);
        pieces.push(Piece::Topic(self.text("matrix")));
        pieces.push(Piece::Register(self.matrix(method)));
        pieces.push(Piece::Topic(self.text("criteria")));
        pieces.push(Piece::Facts(self.criteria(method)));
        pieces
    }

    fn matrix(&self, method: &Method) -> Table {
        let corner = Column::new(&self.text("likelihood"), 100.0, 0.4);
        let steps = 1..=method.scale(Party::Organisation).len();
        let cells = steps.map(|step| Column::new(&step.to_string(), 70.0, 1.0));
        let rows = method.matrix.iter().enumerate().rev().map(|(place, row)| {
            let likelihood = method.likelihood.label(place);
            let name = Cell::new(format!("{} {likelihood}", place + 1)).toned(Tone::Name);
            let levels = row
                .iter()
                .map(|level| Cell::new(format!("{} {}", level + 1, method.levels.label(*level))));
            TableRow::Cells(std::iter::once(name).chain(levels).collect())
        });
        Table {
            title: self.text("matrix"),
            caption: self.text("matrix-caption"),
            summary: self.text("matrix-summary"),
            columns: std::iter::once(corner).chain(cells).collect(),
            rows: rows.collect(),
        }
    }

    fn criteria(&self, method: &Method) -> Vec<Fact> {
        let criteria = &method.criteria;
        let up_to = |levels: usize| match levels.checked_sub(1) {
            Some(highest) => format!("{levels} {}", method.levels.label(highest)),
            None => self.text("none"),
        };
        vec![
            Fact::new(self.text("accept-freely"), up_to(criteria.freely)),
            Fact::new(self.text("accept-approved"), up_to(criteria.approved)),
            Fact::new(self.text("accepted-by"), criteria.accepted_by.as_str()),
            Fact::new(
                self.text("accept-months"),
                criteria.accept_months.to_string(),
            ),
            Fact::new(
                self.text("review-months"),
                criteria.review_months.to_string(),
            ),
        ]
    }
}
