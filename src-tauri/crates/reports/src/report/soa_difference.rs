//! What differs between two signed versions of the Statement of Applicability, control by control.

use super::Options;
use super::front::{Line, front, management};
use super::index::Index;
use super::outline::{Fact, Outline, Piece};
use super::register::{Cell, Column, Register, Row, Tone};
use super::stated::versions;
use crate::error::ReportError;
use content::Library;
use domain::frozen::Frozen;
use domain::soa::{Moved, moved};
use domain::{Dossier, Revision};

/// The two versions of the options; without them the last two.
pub fn build(
    dossier: &Dossier,
    library: &Library,
    options: &Options,
) -> Result<Outline, ReportError> {
    let index = Index::new(dossier, library, options);
    let all = versions(&index);
    let numbered = |number: u32| {
        let mut all = all.iter().copied();
        all.find(|version| version.number == number)
            .ok_or(ReportError::UnknownVersion { number })
    };
    let (before, after) = match options.versions {
        Some((before, after)) => (numbered(before)?, numbered(after)?),
        None => match all.as_slice() {
            [.., before, after] => (*before, *after),
            _ => return Err(ReportError::VersionsMissing),
        },
    };
    let difference = Difference {
        index: &index,
        before: (before, index.signed(before)?),
        after: (after, index.signed(after)?),
    };
    let text = |key: &str| difference.text(key);
    let lines = vec![
        Line::new(&text("from"), difference.version(before)),
        Line::new(&text("to"), difference.version(after)),
    ];
    let about = format!("V{}-V{}", before.number, after.number);
    let words = (text("title"), text("subject"));
    let mut front = front(&index, options, "SOD", &about, words, lines);
    front.signatures = management(&index);
    Ok(Outline {
        front,
        wide: true,
        pieces: difference.pieces(),
    })
}

struct Difference<'p, 'd> {
    index: &'p Index<'d>,
    before: (&'d Revision, &'d Frozen),
    after: (&'d Revision, &'d Frozen),
}

impl Difference<'_, '_> {
    fn text(&self, key: &str) -> String {
        self.index
            .texts
            .get(&format!("reports.soa-difference.{key}"))
            .to_owned()
    }

    fn version(&self, revision: &Revision) -> String {
        self.index.texts.format(
            "reports.soa-difference.version",
            &[
                ("number", &revision.number.to_string()),
                ("date", &self.index.long_date(revision.at.date_naive())),
                ("signer", &revision.signer),
            ],
        )
    }

    fn pieces(&self) -> Vec<Piece> {
        let index = self.index;
        let moved = moved(self.before.1, self.after.1);
        let controls = moved.iter().filter(|one| !one.line.is_empty()).count();
        let mut pieces = vec![
            Piece::Chapter(self.text("summary")),
            Piece::Lead(index.count("reports.soa-difference.lead", controls)),
        ];
        let said = |id: &str| {
            let count = |frozen: &Frozen| frozen.value(&["counts", id]).to_owned();
            let (before, after) = (count(self.before.1), count(self.after.1));
            let values = [("before", before.as_str()), ("after", after.as_str())];
            let words = index
                .texts
                .format("reports.soa-difference.from-to", &values);
            Fact::new(self.text(id), words)
        };
        let mut facts = vec![Fact::new(self.text("changes"), &self.after.0.remark)];
        facts.extend(["included", "excluded", "contradicted"].map(said));
        pieces.push(Piece::Facts(facts));
        pieces.push(Piece::Chapter(self.text("table")));
        if moved.is_empty() {
            pieces.push(Piece::Words(self.text("none")));
        }
        pieces.push(Piece::Register(self.register(&moved)));
        pieces
    }

    fn register(&self, moved: &[Moved]) -> Register {
        let column = |key: &str, min: f32, weight: f32| {
            Column::new(&self.text(&format!("column-{key}")), min, weight)
        };
        let nothing = || Cell::new(self.text("nothing")).toned(Tone::Absent);
        let side = |words: &Option<String>| match words.as_deref() {
            None | Some("") => nothing(),
            Some(words) => Cell::new(words),
        };
        let mut rows = Vec::new();
        for one in moved {
            rows.push(Row::Group(match one.line.as_str() {
                "" => self.text("version-itself"),
                _ => format!("{} {}", one.reference, one.title),
            }));
            if let Some(came) = one.came {
                let words = self.text(if came { "came" } else { "went" });
                rows.push(Row::Cells(vec![
                    Cell::new(words),
                    Cell::new(""),
                    Cell::new(""),
                ]));
            }
            rows.extend(one.changes.iter().map(|shift| {
                Row::Cells(vec![
                    Cell::new(shift.label.as_str()).toned(Tone::Name),
                    side(&shift.before),
                    side(&shift.after),
                ])
            }));
        }
        Register {
            title: self.text("table"),
            caption: self.text("caption"),
            summary: self.text("table-summary"),
            columns: vec![
                column("what", 120.0, 0.4),
                column("before", 160.0, 1.0),
                column("after", 160.0, 1.0),
            ],
            rows,
        }
    }
}
