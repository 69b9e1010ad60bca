//! Figures of a run, read from its frozen form, and the pictures made of them.

use super::Told;
use crate::chart::{Axis, Radar, Stack, Stacks};
use crate::report::outline::Piece;
use crate::report::register::{Cell, Column, Register, Row};
use content::Texts;
use domain::{Frozen, Part};

/// Counts over requirements, as they were frozen.
#[derive(Debug, Clone, Copy, Default)]
pub struct Figures {
    pub asked: usize,
    pub met: usize,
    pub partly: usize,
    pub not_met: usize,
    pub not_applicable: usize,
    pub unseen: usize,
    pub exists: [usize; 3],
    pub works: [usize; 3],
    maturity_sum: usize,
    pub maturity_judged: usize,
}

impl Figures {
    pub fn of(parts: &[Part]) -> Figures {
        let part = |id: &str| parts.iter().find(|part| part.id == id);
        let number = |words: &str| words.parse().unwrap_or(0);
        let count = |id: &str| part(id).map_or(0, |part| number(&part.value));
        let tally = |id: &str| {
            let of = |inner: &str| part(id).map_or(0, |part| number(part.value(&[inner])));
            ["yes", "partly", "no"].map(of)
        };
        Figures {
            asked: count("asked"),
            met: count("met"),
            partly: count("partly"),
            not_met: count("not-met"),
            not_applicable: count("not-applicable"),
            unseen: count("unseen"),
            exists: tally("exists"),
            works: tally("works"),
            maturity_sum: count("maturity-sum"),
            maturity_judged: count("maturity-judged"),
        }
    }

    pub fn judged(&self) -> usize {
        self.met + self.partly + self.not_met
    }

    /// Met, with partly met as a half, of those judged; in percent.
    pub fn percent(&self) -> Option<usize> {
        let of = self.judged();
        (of > 0).then(|| (100 * (2 * self.met + self.partly) + of) / (2 * of))
    }

    pub fn percent_words(&self) -> String {
        self.percent()
            .map_or_else(|| "–".to_owned(), |percent| format!("{percent} %"))
    }

    /// Mean maturity in tenths.
    pub fn maturity(&self) -> Option<usize> {
        let of = self.maturity_judged;
        (of > 0).then(|| (20 * self.maturity_sum + of) / (2 * of))
    }

    pub fn maturity_words(&self) -> String {
        self.maturity().map_or_else(|| "–".to_owned(), tenths)
    }

    fn parts(&self) -> Vec<usize> {
        vec![
            self.met,
            self.partly,
            self.not_met,
            self.not_applicable,
            self.unseen,
        ]
    }
}

/// `3.4`.
pub fn tenths(tenths: usize) -> String {
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// Clauses, and the topics of Annex A.
fn split(frozen: &Frozen) -> [(&'static str, Vec<&Part>); 2] {
    let topics = frozen.parts(&["topics"]).iter();
    let (controls, clauses) = topics.partition(|topic| topic.cite.starts_with("A."));
    [("clauses", clauses), ("controls", controls)]
}

/// A radar of the mean maturity for the clauses and one for the topics of Annex A, where there is anything judged.
pub fn radars(texts: &Texts, frozen: &Frozen) -> Vec<Radar> {
    let told = Told { texts, frozen };
    let before = frozen.parts(&["earlier", "topics"]);
    let split = split(frozen).into_iter();
    let drawn = split.map(|(name, topics)| {
        let axes: Vec<Axis> = topics
            .iter()
            .map(|topic| {
                let now = Figures::of(&topic.parts);
                let earlier = before.iter().find(|one| one.id == topic.id);
                Axis {
                    label: topic.cite.clone(),
                    words: now.maturity_words(),
                    now: now.maturity(),
                    before: earlier.and_then(|one| Figures::of(&one.parts).maturity()),
                }
            })
            .collect();
        let title = told.text(&format!("radar-{name}"));
        let values: Vec<String> = axes
            .iter()
            .map(|axis| {
                let before = axis.before.map_or_else(|| "–".to_owned(), tenths);
                match frozen.part(&["earlier", "subject"]) {
                    None => format!("{} {}", axis.label, axis.words),
                    Some(_) => told.filled(
                        "radar-value",
                        &[
                            ("label", &axis.label),
                            ("now", &axis.words),
                            ("before", &before),
                        ],
                    ),
                }
            })
            .collect();
        let earlier = frozen.part(&["earlier", "subject"]);
        Radar {
            alt: format!("{title}: {}.", values.join("; ")),
            title,
            now: told.filled("radar-now", &[("on", frozen.value(&["on"]))]),
            before: earlier.map(|_| {
                let on = frozen.value(&["earlier", "on"]);
                told.filled("radar-now", &[("on", on)])
            }),
            axes,
            most: 5,
        }
    });
    drawn
        .filter(|radar| radar.axes.len() > 2 && radar.axes.iter().any(|axis| axis.now.is_some()))
        .collect()
}

/// How many requirements of each topic stand how.
pub fn stacked(texts: &Texts, frozen: &Frozen) -> Stacks {
    let told = Told { texts, frozen };
    let parts: Vec<String> = [
        "met",
        "partly",
        "not-met",
        "not-applicable",
        "not-looked-at",
    ]
    .map(|code| told.text(code))
    .to_vec();
    let bars: Vec<Stack> = frozen
        .parts(&["topics"])
        .iter()
        .map(|topic| Stack {
            label: format!("{} {}", topic.cite, topic.label),
            counts: Figures::of(&topic.parts).parts(),
        })
        .collect();
    let said = bars.iter().map(|bar| {
        let counts = bar.counts.iter().zip(&parts);
        let counts: Vec<String> = counts
            .filter(|(count, _)| **count > 0)
            .map(|(count, part)| format!("{count} {part}"))
            .collect();
        format!("{}: {}", bar.label, counts.join(", "))
    });
    let title = told.text("stacks");
    Stacks {
        alt: format!("{title}. {}.", said.collect::<Vec<_>>().join("; ")),
        title,
        parts,
        bars,
    }
}

impl Told<'_> {
    pub(super) fn pictures(&self) -> Vec<Piece> {
        let mut pieces = vec![
            Piece::Chapter(self.text("by-topic")),
            Piece::Words(self.text("by-topic-lead")),
            Piece::Stacks(stacked(self.texts, self.frozen)),
        ];
        let radars = radars(self.texts, self.frozen);
        if !radars.is_empty() {
            pieces.push(Piece::Topic(self.text("radars")));
            pieces.push(Piece::Words(self.text("radars-lead")));
            pieces.push(Piece::Radars(radars));
        }
        pieces.push(Piece::Register(self.topics()));
        pieces
    }

    /// The same in figures.
    fn topics(&self) -> Register {
        let before = self.frozen.parts(&["earlier", "topics"]);
        let rows = self.frozen.parts(&["topics"]).iter().map(|topic| {
            let now = Figures::of(&topic.parts);
            let counts = now
                .parts()
                .into_iter()
                .map(|count| Cell::new(count.to_string()));
            let earlier = before.iter().find(|one| one.id == topic.id);
            let earlier = earlier.map(|one| Figures::of(&one.parts));
            let mut cells = vec![
                Cell::new(topic.label.clone()).with(topic.cite.clone()),
                Cell::new(now.percent_words()),
            ];
            cells.extend(counts);
            cells.push(Cell::new(now.maturity_words()));
            if !before.is_empty() {
                let words = earlier.map_or_else(
                    || "–".to_owned(),
                    |one| format!("{} · {}", one.percent_words(), one.maturity_words()),
                );
                cells.push(Cell::new(words));
            }
            Row::Cells(cells)
        });
        let number = |key: &str, min: f32| Column::numbers(&self.text(key), min);
        let mut columns = vec![
            Column::new(&self.text("column-topic"), 120.0, 1.0),
            number("column-share", 44.0),
            number("column-met", 30.0),
            number("column-partly", 34.0),
            number("column-not-met", 34.0),
            number("column-aside", 36.0),
            number("column-unseen", 40.0),
            number("column-maturity", 44.0),
        ];
        if !before.is_empty() {
            columns.push(Column::new(&self.text("column-before"), 64.0, 0.0));
        }
        Register {
            title: self.text("by-topic"),
            caption: String::new(),
            summary: self.text("by-topic-summary"),
            columns,
            rows: rows.collect(),
        }
    }
}
