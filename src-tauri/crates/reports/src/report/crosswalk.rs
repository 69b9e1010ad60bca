//! Crosswalk and legal gap: what evidence for ISO/IEC 42001 may be used again for, the overlap with the other
//! frameworks, and what the law asks that no requirement covers, with where the organisation stands.

use super::Options;
use super::front::{Line, front, management};
use super::index::Index;
use super::outline::{Fact, Item, Outline, Piece};
use super::register::{Cell, Column, Register, Row, Tone};
use crate::chart::{Crossing, UpSet};
use crate::error::ReportError;
use content::{Crosswalk, Library, RecordKind, Texts};
use domain::crosswalk::{
    End, Gap, GapStanding, Overlap, Reusable, Reuse, between, frameworks, gaps, overlap,
};
use domain::law::{Engine, Facts, Knowing};
use domain::{Dossier, fact};

/// The framework whose certificate is held against the law.
const BASE: &str = "iso-42001";

/// The crosswalk with the gap of this organisation.
pub fn build(
    dossier: &Dossier,
    library: &Library,
    options: &Options,
) -> Result<Outline, ReportError> {
    let index = Index::new(dossier, library, options);
    let law = library.framework(fact::AI_ACT);
    let law = law.and_then(|law| Some((law, library.questions_of(law)?)));
    let (framework, questions) = law.ok_or_else(|| ReportError::broken("there is no law"))?;
    let to_the_law = |one: &&Crosswalk| one.focal.as_str() == BASE && one.reference == framework.id;
    let crosswalk = library.crosswalks.iter().find(to_the_law);
    let crosswalk = crosswalk.ok_or_else(|| ReportError::broken("there is no crosswalk"))?;
    let engine = Engine::new(framework, questions);
    let facts = Facts::of(dossier, &Knowing::new(library, questions));
    let on = options.on.unwrap_or_else(|| index.today());
    let telling = Telling {
        index: &index,
        crosswalk,
        gaps: gaps(library, crosswalk, &engine, dossier, &facts, on),
    };
    let text = |key: &str| telling.text(key);
    let words = (text("title"), text("subject"));
    let on = index.long_date(on);
    let lines = vec![Line::new(index.texts.get("reports.law.on"), on.clone())];
    let mut front = front(&index, options, "XWK", "", words, lines);
    front.signatures = management(&index);
    let mut pieces = telling.summary(&on);
    pieces.push(Piece::Chapter(text("gaps")));
    pieces.push(Piece::Words(text("gaps-lead")));
    pieces.push(Piece::Register(telling.gap_register()));
    pieces.extend(telling.beyond());
    pieces.push(Piece::Chapter(text("overlap")));
    pieces.extend(telling.overlap());
    pieces.push(Piece::Chapter(text("reuse")));
    pieces.push(Piece::Words(text("reuse-lead")));
    pieces.push(Piece::Register(telling.reuse_register()));
    pieces.push(Piece::Chapter(text("generative")));
    pieces.push(Piece::Words(text("generative-lead")));
    pieces.push(Piece::Register(telling.generative()));
    Ok(Outline {
        front,
        wide: true,
        pieces,
    })
}

struct Telling<'c, 'd> {
    index: &'c Index<'d>,
    crosswalk: &'c Crosswalk,
    gaps: Vec<Gap<'c, 'c>>,
}

impl Telling<'_, '_> {
    fn text(&self, key: &str) -> String {
        let key = format!("reports.crosswalk.{key}");
        self.index.texts.get(&key).to_owned()
    }

    fn column(&self, key: &str, min: f32, weight: f32) -> Column {
        Column::new(&self.text(&format!("column-{key}")), min, weight)
    }

    fn summary(&self, on: &str) -> Vec<Piece> {
        let index = self.index;
        let systems = index.dossier.current(RecordKind::System).count();
        let systems = index.count("reports.count.systems", systems);
        let duties = index.count("reports.crosswalk.count", self.gaps.len());
        let lead = index.texts.format(
            "reports.crosswalk.lead",
            &[("on", on), ("duties", &duties), ("systems", &systems)],
        );
        let standings = GapStanding::ALL.into_iter().map(|standing| {
            let count = self.gaps.iter().filter(|gap| gap.standing == standing);
            Fact::new(
                self.text(&format!("standing-{}", standing.code())),
                index.number(count.count()),
            )
        });
        vec![
            Piece::Chapter(self.text("summary")),
            Piece::Lead(lead),
            Piece::Facts(standings.collect()),
            Piece::Warning(self.text("certificate")),
            Piece::Note(self.crosswalk.caveat.clone()),
        ]
    }

    fn gap_register(&self) -> Register {
        let rows = self.gaps.iter().map(|gap| {
            Row::Cells(vec![
                Cell::new(gap.uncovered.id.clone()).toned(Tone::Reference),
                Cell::new(gap.uncovered.title.clone())
                    .with(format!("{} · {}", gap.uncovered.cite, gap.uncovered.who))
                    .toned(Tone::Name),
                self.nearest(gap),
                Cell::new(gap.uncovered.reason.clone()),
                self.standing(gap),
            ])
        });
        Register {
            title: self.text("gaps"),
            caption: self.text("gaps-caption"),
            summary: self.text("gaps-summary"),
            columns: vec![
                self.column("id", 34.0, 0.0),
                self.column("duty", 150.0, 1.0),
                self.column("nearest", 110.0, 0.7),
                self.column("why", 120.0, 0.8),
                self.column("standing", 150.0, 1.0),
            ],
            rows: rows.collect(),
        }
    }

    fn nearest(&self, gap: &Gap) -> Cell {
        if gap.nearest.is_empty() {
            return Cell::new(self.text("nearest-none")).toned(Tone::Absent);
        }
        let named: Vec<String> = gap.nearest.iter().map(named).collect();
        Cell::new(named.join("\n"))
    }

    /// The standing in words, then each system with the day and the state.
    fn standing(&self, gap: &Gap) -> Cell {
        let texts = self.index.texts;
        let word = self.text(&format!("standing-{}", gap.standing.code()));
        let mut besides = Vec::new();
        for line in &gap.lines {
            let day = match line.from {
                Some(day) => self.index.short_date(day),
                None => self.text("no-day"),
            };
            let state = self.text(&format!("state-{}", line.state.code()));
            besides.push(texts.format(
                "reports.crosswalk.line",
                &[
                    ("system", &line.system.reference()),
                    ("duty", line.duty),
                    ("day", &day),
                    ("state", &state),
                ],
            ));
        }
        if !gap.undecided.is_empty() {
            let open: Vec<String> = gap.undecided.iter().map(|one| one.reference()).collect();
            let values = [("systems", open.join(", "))];
            let values = values
                .each_ref()
                .map(|(name, words)| (*name, words.as_str()));
            besides.push(texts.format("reports.crosswalk.undecided", &values));
        }
        let cell = Cell::new(word).with(besides.join("\n"));
        match gap.standing {
            GapStanding::NotOwed | GapStanding::NotKept => cell.toned(Tone::Absent),
            GapStanding::Open | GapStanding::Undecided | GapStanding::Settled => cell,
        }
    }

    fn beyond(&self) -> Vec<Piece> {
        let items = self.crosswalk.beyond.iter().filter_map(|beyond| {
            let end = End::of(self.index.library, beyond.requirement.as_str())?;
            Some(Item {
                name: named(&end),
                cite: self.text(&format!("extent-{}", beyond.extent.code())),
                words: beyond.reason.clone(),
            })
        });
        vec![
            Piece::Chapter(self.text("beyond")),
            Piece::Words(self.text("beyond-lead")),
            Piece::Items(items.collect()),
        ]
    }

    fn overlap(&self) -> Vec<Piece> {
        let mut pieces = vec![Piece::Words(self.text("overlap-lead"))];
        for step in Reusable::ALL {
            if let Some(overlap) = overlap(self.index.library, BASE, step.least()) {
                pieces.push(Piece::Section(self.text(&format!("from-{}", step.code()))));
                let title = self.text(&format!("from-{}", step.code()));
                pieces.push(Piece::UpSet(picture(self.index.texts, &overlap, title)));
                pieces.push(Piece::Register(self.crossings(&overlap, step)));
            }
        }
        pieces
    }

    fn crossings(&self, overlap: &Overlap, step: Reusable) -> Register {
        let index = self.index;
        let of = |count: usize| {
            let values = [
                ("n", index.number(count)),
                ("total", index.number(overlap.total)),
            ];
            let values = values
                .each_ref()
                .map(|(name, words)| (*name, words.as_str()));
            index.texts.format("reports.crosswalk.of", &values)
        };
        let mut columns: Vec<Column> = overlap
            .sets
            .iter()
            .map(|set| Column::new(set.title, 76.0, 0.2))
            .collect();
        columns.push(Column::numbers(&self.text("column-count"), 74.0));
        columns.push(self.column("which", 160.0, 1.0));
        let mut rows = vec![Row::Cells(
            overlap
                .sets
                .iter()
                .map(|set| Cell::new(of(set.size)))
                .chain([
                    Cell::new(index.number(overlap.total)),
                    Cell::new(self.text("all")).toned(Tone::Absent),
                ])
                .collect(),
        )];
        rows.extend(overlap.crossings.iter().map(|crossing| {
            let mut cells: Vec<Cell> = (0..overlap.sets.len())
                .map(|set| match crossing.sets.contains(&set) {
                    true => Cell::new(self.text("meets")).toned(Tone::Name),
                    false => Cell::new(self.text("meets-not")).toned(Tone::Absent),
                })
                .collect();
            let which: Vec<&str> = crossing
                .requirements
                .iter()
                .map(|requirement| requirement.reference.as_str())
                .collect();
            cells.push(Cell::new(index.number(crossing.requirements.len())));
            cells.push(Cell::new(which.join(", ")));
            Row::Cells(cells)
        }));
        Register {
            title: self.text(&format!("from-{}", step.code())),
            caption: self.text("overlap-caption"),
            summary: self.text("overlap-summary"),
            columns,
            rows,
        }
    }

    fn reuse_register(&self) -> Register {
        let library = self.index.library;
        let others: Vec<_> = frameworks(library)
            .into_iter()
            .filter(|(id, _)| id.as_str() != BASE)
            .collect();
        let mut columns = vec![self.column("requirement", 150.0, 0.6)];
        columns.extend(
            others
                .iter()
                .map(|(_, title)| Column::new(title, 150.0, 1.0)),
        );
        let by_other: Vec<Vec<domain::crosswalk::Row>> = others
            .iter()
            .map(|(id, _)| between(library, BASE, id.as_str()))
            .collect();
        let standard = library.standard(BASE);
        let requirements = standard
            .into_iter()
            .flat_map(|standard| standard.assessed());
        let rows = requirements.map(|requirement| {
            let mut cells = vec![
                Cell::new(format!("{} {}", requirement.reference, requirement.title))
                    .toned(Tone::Name),
            ];
            cells.extend(by_other.iter().map(|rows| {
                let mut rows = rows.iter();
                let row = rows.find(|row| *row.end.id() == requirement.id);
                self.reused(row.map_or(&[], |row| row.reuse.as_slice()))
            }));
            Row::Cells(cells)
        });
        Register {
            title: self.text("reuse"),
            caption: self.text("reuse-caption"),
            summary: self.text("reuse-summary"),
            columns,
            rows: rows.collect(),
        }
    }

    /// The links of one cell, the strongest first.
    fn reused(&self, reuse: &[Reuse]) -> Cell {
        if reuse.is_empty() {
            return Cell::new(self.text("nothing")).toned(Tone::Absent);
        }
        let lines: Vec<String> = Reusable::ALL
            .into_iter()
            .filter_map(|step| {
                let own = reuse.iter().filter(|one| one.reusable == step);
                let own: Vec<String> = own
                    .map(|one| format!("{} ({})", one.other.reference(), one.strength))
                    .collect();
                let word = self.text(&format!("reusable-{}", step.code()));
                (!own.is_empty()).then(|| format!("{word}: {}", own.join(", ")))
            })
            .collect();
        Cell::new(lines.join("\n"))
    }

    fn generative(&self) -> Register {
        let library = self.index.library;
        let all = frameworks(library);
        let risks = &library.generative_risks;
        let ends = |hooks: &[content::RequirementId]| -> Vec<End> {
            let hooks = hooks.iter();
            hooks
                .filter_map(|hook| End::of(library, hook.as_str()))
                .collect()
        };
        let named_in = |id: &content::FrameworkId| {
            let mut hooks = risks.iter().flat_map(|risk| ends(&risk.hooks));
            hooks.any(|end| end.framework() == id)
        };
        let meant: Vec<_> = all.into_iter().filter(|(id, _)| named_in(id)).collect();
        let mut columns = vec![self.column("risk", 150.0, 1.0)];
        columns.extend(
            meant
                .iter()
                .map(|(_, title)| Column::new(title, 110.0, 0.8)),
        );
        let rows = risks.iter().map(|risk| {
            let ends = ends(&risk.hooks);
            let mut cells = vec![
                Cell::new(risk.title.clone())
                    .with(risk.note.clone())
                    .toned(Tone::Name),
            ];
            cells.extend(meant.iter().map(|(id, _)| {
                let own = ends.iter().filter(|end| end.framework() == *id);
                let own: Vec<String> = own.map(named).collect();
                Cell::new(own.join("\n"))
            }));
            Row::Cells(cells)
        });
        Register {
            title: self.text("generative"),
            caption: self.text("generative-caption"),
            summary: self.text("generative-summary"),
            columns,
            rows: rows.collect(),
        }
    }
}

/// The overlap as a picture: the same on paper and in the window.
pub fn picture(texts: &Texts, overlap: &Overlap, title: String) -> UpSet {
    let names = |sets: &[usize]| match sets {
        [] => texts.get("reports.crosswalk.alt-none").to_owned(),
        some => {
            let titles = some.iter().filter_map(|set| overlap.sets.get(*set));
            let titles: Vec<&str> = titles.map(|set| set.title).collect();
            titles.join(", ")
        }
    };
    let told: Vec<String> = overlap
        .crossings
        .iter()
        .map(|crossing| {
            let count = crossing.requirements.len().to_string();
            let values = [("n", count), ("names", names(&crossing.sets))];
            let values = values
                .each_ref()
                .map(|(name, words)| (*name, words.as_str()));
            texts.format("reports.crosswalk.alt-part", &values)
        })
        .collect();
    UpSet {
        alt: format!("{title}. {}", told.join("; ")),
        title,
        sets: overlap
            .sets
            .iter()
            .map(|set| (set.title.to_owned(), set.size))
            .collect(),
        crossings: overlap
            .crossings
            .iter()
            .map(|crossing| Crossing {
                sets: crossing.sets.clone(),
                count: crossing.requirements.len(),
            })
            .collect(),
    }
}

fn named(end: &End) -> String {
    format!("{} {}", end.reference(), end.title())
}
