//! The impact assessment of one system: what it comes to, where its harms stand before and after measures,
//! every benefit and harm, every answer, and on whose word.

use super::Options;
use super::classification::{plain, said, signing, since};
use super::index::Index;
use super::judged::Judged;
use super::outline::{Fact, Item, Outline, Piece};
use super::register::{Cell, Column, Register, Row, Tone};
use crate::error::ReportError;
use content::Library;
use domain::frozen::Part;
use domain::impact::question::{AFFECTS, PARTY};
use domain::impact::{IMPACT_ASSESSMENT, Weigh};
use domain::{Dossier, RecordId};

/// Answers that belong to the result, in the order in which it is told.
const TOLD_FIRST: [&str; 4] = [
    "aia-decision",
    "aia-conditions",
    "aia-residual",
    "aia-review-due",
];

/// Every question that the report names, for the test that content has them.
pub fn rests_on() -> Vec<&'static str> {
    TOLD_FIRST.into_iter().chain([PARTY, AFFECTS]).collect()
}

/// The report on one system.
pub fn build(
    system: &RecordId,
    dossier: &Dossier,
    library: &Library,
    options: &Options,
) -> Result<Outline, ReportError> {
    let index = Index::new(dossier, library, options);
    let judged = Judged::assessed(&index, system, IMPACT_ASSESSMENT, options)?;
    let sheet = Sheet {
        index: &index,
        judged: &judged,
    };
    let mut pieces = sheet.result();
    pieces.extend(since(&index, &judged));
    pieces.extend(sheet.open());
    pieces.extend(sheet.thresholds());
    pieces.extend(sheet.matrix());
    pieces.extend(sheet.entries(&sheet.text("entries"), &sheet.text("entries-lead")));
    pieces.extend(sheet.facts());
    pieces.extend(signing(&index, &judged)?);
    Ok(Outline {
        front: judged.front(&index, options, "AIA", &sheet.text("title")),
        wide: false,
        pieces,
    })
}

/// One assessment on its way to paper.
pub(super) struct Sheet<'s, 'd> {
    pub(super) index: &'s Index<'d>,
    pub(super) judged: &'s Judged<'d>,
}

impl Sheet<'_, '_> {
    pub(super) fn text(&self, key: &str) -> String {
        let key = format!("reports.impact.{key}");
        self.index.texts.get(&key).to_owned()
    }

    fn count(&self, key: &str, count: &str) -> String {
        let count = count.parse().unwrap_or_default();
        self.index.count(&format!("reports.impact.{key}"), count)
    }

    /// Why it is owed, or not.
    pub(super) fn owed(&self) -> Option<Fact> {
        let owed = self.judged.frozen.part(&["owed"])?;
        let words = self.text(&format!("owed-{}", owed.value));
        let fact = Fact::new(self.text("owed"), words);
        Some(fact.citing(&owed.cite).with(plain(owed)))
    }

    /// An answer, in whichever section.
    pub(super) fn fact(&self, question: &str) -> Option<&Part> {
        let sections = self.judged.frozen.parts(&["facts"]).iter();
        let mut facts = sections.flat_map(|section| &section.parts);
        facts.find(|fact| fact.id == question)
    }

    fn result(&self) -> Vec<Piece> {
        let frozen = &self.judged.frozen;
        let after = frozen.part(&["result", "after"]).cloned();
        let after = after.unwrap_or_default();
        let unrated = frozen.value(&["result", "unrated"]);
        let lead = match (after.value.as_str(), unrated) {
            ("", "0") => self.text("lead-none"),
            ("", _) => self.text("lead-open"),
            (level, "0") => self.filled("lead", level),
            (level, _) => self.filled("lead-at-least", level),
        };
        let mut facts: Vec<Fact> = self.owed().into_iter().collect();
        for key in ["after", "before", "benefit"] {
            let part = frozen.part(&["result", key]).cloned().unwrap_or_default();
            if !part.value.is_empty() {
                facts.push(Fact::new(self.text(key), &part.value).with(plain(&part)));
            }
        }
        let counts = [
            self.count("harms", frozen.value(&["result", "harms"])),
            self.count("benefits", frozen.value(&["result", "benefits"])),
            self.count("unrated", unrated),
        ];
        let counts: Vec<String> = counts.into_iter().filter(|one| !one.is_empty()).collect();
        facts.push(Fact::new(self.text("counted"), counts.join("; ")));
        let told = TOLD_FIRST.iter().filter_map(|id| self.fact(id));
        facts.extend(told.map(|fact| said(self.index, fact)));
        vec![
            Piece::Chapter(self.text("result")),
            Piece::Lead(lead),
            Piece::Facts(facts),
            Piece::Note(self.text("three")),
        ]
    }

    fn filled(&self, key: &str, level: &str) -> String {
        let key = format!("reports.impact.{key}");
        self.index.texts.format(&key, &[("level", level)])
    }

    /// What stands in the way of signing; nothing once it is signed.
    pub(super) fn open(&self) -> Vec<Piece> {
        let open = self.judged.frozen.open();
        if open.is_empty() {
            return Vec::new();
        }
        let items = open.iter().map(|part| Item {
            name: part.label.clone(),
            ..Item::default()
        });
        vec![
            Piece::Chapter(self.text("open")),
            Piece::Words(self.text("open-lead")),
            Piece::Items(items.collect()),
        ]
    }

    fn thresholds(&self) -> Vec<Piece> {
        let thresholds = self.judged.frozen.parts(&["thresholds"]).iter();
        let facts = thresholds.map(|one| {
            let reached = self.text(&format!("threshold-{}", one.value));
            let by = ["options", "harms"].iter();
            let by = by.flat_map(|id| one.part(&[id]).map_or(&[][..], |part| &part.parts));
            let by: Vec<&str> = by.map(|part| part.label.as_str()).collect();
            let words = match by.as_slice() {
                [] => reached,
                by => format!("{reached}: {}", by.join("; ")),
            };
            let demands = one.part(&["demands"]).map_or("", plain);
            let remark = if one.value == "yes" {
                demands
            } else {
                plain(one)
            };
            Fact::new(&one.label, words).citing(&one.cite).with(remark)
        });
        vec![
            Piece::Section(self.text("thresholds")),
            Piece::Words(self.text("thresholds-lead")),
            Piece::Facts(facts.collect()),
        ]
    }

    /// Entries of one direction; all for an empty one.
    fn of_direction<'p>(&'p self, direction: &'p str) -> impl Iterator<Item = &'p Part> {
        let entries = self.judged.frozen.parts(&["entries"]).iter();
        entries
            .filter(move |entry| direction.is_empty() || entry.value(&["direction"]) == direction)
    }

    /// Where each harm stands before and after measures, by the tables of the method.
    fn matrix(&self) -> Vec<Piece> {
        let Some(weigh) = Weigh::new(self.index.library) else {
            return Vec::new();
        };
        let columns = weigh.likelihoods().map_or(&[][..], |one| &one.options);
        let weighed = |entry: &&Part| {
            let sides = ["before", "after"];
            sides
                .iter()
                .any(|side| !entry.value(&[side, "level"]).is_empty())
        };
        let harms: Vec<&Part> = self.of_direction("harm").filter(weighed).collect();
        if harms.is_empty() {
            return Vec::new();
        }
        let standing = |grade: &str, likelihood: &str, side: &str| {
            let here = harms.iter().filter(|entry| {
                entry.value(&[side, "grade"]) == grade
                    && entry.value(&[side, "likelihood"]) == likelihood
            });
            here.map(|entry| entry.value.clone()).collect::<Vec<_>>()
        };
        // The gravest stands on top.
        let rows = weigh.method.grades.iter().rev().map(|grade| {
            let mut cells = vec![Cell::new(&grade.title).toned(Tone::Name)];
            for (place, option) in columns.iter().enumerate() {
                let level = weigh.cell(grade, place);
                let mut words = Vec::new();
                for side in ["before", "after"] {
                    let here = standing(grade.id.as_str(), option.id.as_str(), side);
                    if !here.is_empty() {
                        let key = format!("matrix-{side}");
                        words.push(format!("{}: {}", self.text(&key), here.join(", ")));
                    }
                }
                let level = level.map_or("", |level| &level.title);
                cells.push(Cell::new(level).with(words.join("\n")));
            }
            Row::Cells(cells)
        });
        let mut heads = vec![Column::new(&self.text("column-consequence"), 76.0, 0.0)];
        let likelihoods = columns.iter();
        heads.extend(likelihoods.map(|one| Column::new(&one.label, 80.0, 1.0)));
        vec![
            Piece::Section(self.text("matrix")),
            Piece::Register(Register {
                title: self.text("matrix"),
                caption: self.text("matrix-caption"),
                summary: self.text("matrix-summary"),
                columns: heads,
                rows: rows.collect(),
            }),
        ]
    }

    /// Benefits and harms: an overview, then each with everything that was said of it.
    pub(super) fn entries(&self, title: &str, lead: &str) -> Vec<Piece> {
        let entries: Vec<&Part> = self.of_direction("").collect();
        if entries.is_empty() {
            return Vec::new();
        }
        let column = |key: &str, min: f32, weight: f32| Column::new(&self.text(key), min, weight);
        let level = |entry: &Part, side: &str| match entry.value(&[side]) {
            "" => Cell::new(self.text("not-weighed")).toned(Tone::Absent),
            level => Cell::new(level),
        };
        let rows = entries.iter().map(|entry| {
            let direction = match entry.value(&["direction"]) {
                "" => self.text("direction-open"),
                direction => self.text(&format!("direction-{direction}")),
            };
            Row::Cells(vec![
                Cell::new(&entry.value).toned(Tone::Reference),
                Cell::new(&entry.label).toned(Tone::Name).with(direction),
                Cell::new(entry.value(&["said", PARTY])).with(entry.value(&["said", AFFECTS])),
                level(entry, "before"),
                level(entry, "after"),
            ])
        });
        let mut pieces = vec![
            Piece::Chapter(title.to_owned()),
            Piece::Words(lead.to_owned()),
            Piece::Register(Register {
                title: title.to_owned(),
                caption: self.count("entries-caption", &entries.len().to_string()),
                summary: self.text("entries-summary"),
                columns: vec![
                    column("column-reference", 54.0, 0.0),
                    column("column-what", 120.0, 1.0),
                    column("column-party", 100.0, 0.8),
                    column("column-before", 70.0, 0.0),
                    column("column-after", 70.0, 0.0),
                ],
                rows: rows.collect(),
            }),
        ];
        for entry in entries {
            pieces.push(Piece::Section(format!("{} {}", entry.value, entry.label)));
            let said = entry.part(&["said"]).map_or(&[][..], |said| &said.parts);
            let facts = said
                .iter()
                .map(|fact| Fact::new(&fact.label, &fact.value).with(fact.value(&["note"])));
            let mut facts: Vec<Fact> = facts.collect();
            for side in ["before", "after"] {
                let level = entry.value(&[side]);
                if !level.is_empty() {
                    facts.push(Fact::new(self.text(&format!("level-{side}")), level));
                }
            }
            let missing = entry.part(&["missing"]).map_or(&[][..], |part| &part.parts);
            if !missing.is_empty() {
                let labels: Vec<&str> = missing.iter().map(|one| one.label.as_str()).collect();
                facts.push(Fact {
                    missing: true,
                    ..Fact::new(self.text("missing"), labels.join("; "))
                });
            }
            pieces.push(Piece::Facts(facts));
        }
        pieces
    }

    /// Every answer that counts, section by section.
    pub(super) fn facts(&self) -> Vec<Piece> {
        let sections = self.judged.frozen.parts(&["facts"]).iter();
        let mut pieces = Vec::new();
        for section in sections {
            pieces.push(Piece::Chapter(section.label.clone()));
            if section.parts.is_empty() {
                pieces.push(Piece::Warning(self.text("nothing-said")));
                continue;
            }
            let facts = section.parts.iter().map(|fact| said(self.index, fact));
            pieces.push(Piece::Facts(facts.collect()));
        }
        pieces
    }
}
