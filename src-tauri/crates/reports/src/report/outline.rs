//! A report as an outline: headings, words and tables in their order. What the law says of systems is
//! told in this form.

use super::Options;
use super::front::{Front, heading, manuscript};
use super::index::Index;
use super::register::Register;
use crate::chart::{self, HeatMap, Radar, Stacks, UpSet};
use crate::flow::{Block, Manuscript, Part};
use crate::look::{self, Style, Voice};
use crate::text::Text;
use crate::tree::Numbering;
use content::Library;
use domain::Dossier;
use serde::Serialize;

/// Width of a radar, so that two stand side by side on an upright page.
const RADAR: f32 = 212.0;
/// Width of stacked bars.
const STACKS: f32 = 440.0;
/// Width of an UpSet picture.
const UPSET: f32 = 620.0;
/// Width of a heat map: three fit on a page that lies on its side.
const HEAT_MAP: f32 = 228.0;

/// A report as it will be printed.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Outline {
    /// What it says of itself.
    pub front: Front,
    /// Whether its pages lie on their side.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub wide: bool,
    /// From the first page to the last.
    pub pieces: Vec<Piece>,
}

/// One thing of an outline.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Piece {
    /// A numbered heading of the first level.
    Chapter(String),
    /// A numbered heading of the second level.
    Section(String),
    /// A heading without a number.
    Topic(String),
    /// The opening sentence.
    Lead(String),
    /// Running words.
    Words(String),
    /// Running words that want attention.
    Warning(String),
    /// A remark in small letters.
    Note(String),
    /// Labels with what stands beside them.
    Facts(Vec<Fact>),
    /// Things one below the other.
    Items(Vec<Item>),
    /// Heat maps side by side.
    HeatMaps(Vec<HeatMap>),
    /// A table.
    Register(Register),
    /// Radars side by side.
    Radars(Vec<Radar>),
    /// Stacked bars.
    Stacks(Stacks),
    /// How many things meet which sets.
    UpSet(UpSet),
}

/// A label with what stands beside it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Fact {
    /// The label.
    pub label: String,
    /// Where it stands, below the label; may be empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub cite: String,
    /// The words.
    pub words: String,
    /// More words below, in smaller weight; may be empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub remark: String,
    /// Whether the words are a reference or a hash.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub reference: bool,
    /// Whether the words stand for something that is not there.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub missing: bool,
}

/// One thing of a list.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Item {
    /// What it is called, first and strong; may be empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// Where it stands; may be empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub cite: String,
    /// The words; may be empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub words: String,
}

impl Fact {
    /// Words beside a label.
    pub fn new(label: impl Into<String>, words: impl Into<String>) -> Fact {
        Fact {
            label: label.into(),
            words: words.into(),
            ..Fact::default()
        }
    }

    /// The same with where it stands.
    pub fn citing(mut self, cite: impl Into<String>) -> Fact {
        self.cite = cite.into();
        self
    }

    /// The same with more words below.
    pub fn with(mut self, remark: impl Into<String>) -> Fact {
        self.remark = remark.into();
        self
    }

    /// A reference or a hash beside a label.
    pub fn reference(label: impl Into<String>, words: impl Into<String>) -> Fact {
        Fact {
            reference: true,
            ..Fact::new(label, words)
        }
    }

    fn row(&self) -> (Text, Text) {
        let label =
            Text::new(self.label.as_str(), look::LABEL).below(self.cite.as_str(), look::CITE);
        let style = match (self.missing, self.reference) {
            (true, _) => look::VALUE.spoken(Voice::SansStrong).coloured(look::WARN),
            (false, true) => look::REF,
            (false, false) => look::VALUE,
        };
        let remark: Style = look::VALUE.spoken(Voice::SansItalic).coloured(look::INK_2);
        let words = Text::new(self.words.as_str(), style).below(self.remark.as_str(), remark);
        (label, words)
    }
}

impl Item {
    fn text(&self) -> Text {
        let name = Text::new(self.name.as_str(), look::VALUE.spoken(Voice::SansStrong));
        let cite = match (self.name.as_str(), self.cite.as_str()) {
            (_, "") => String::new(),
            ("", cite) => cite.to_owned(),
            (_, cite) => format!(" · {cite}"),
        };
        let text = name.and(cite, look::VALUE.coloured(look::INK_2));
        if text.is_empty() {
            return Text::new(self.words.as_str(), look::VALUE);
        }
        text.below(self.words.as_str(), look::VALUE)
    }
}

/// Lays an outline out in blocks.
pub fn pages(
    outline: &Outline,
    dossier: &Dossier,
    library: &Library,
    options: &Options,
) -> Manuscript {
    let index = Index::new(dossier, library, options);
    let blocks = outline.pieces.iter().filter_map(block).collect();
    let body = Part {
        wide: outline.wide,
        blocks,
    };
    manuscript(&index, options, &outline.front, true, vec![body])
}

fn block(piece: &Piece) -> Option<Block> {
    Some(match piece {
        Piece::Chapter(words) => heading(words),
        Piece::Section(words) => below(2, words),
        Piece::Topic(words) => below(3, words),
        Piece::Lead(words) => Block::Text(Text::new(words.as_str(), look::LEAD)),
        Piece::Words(words) => Block::Text(Text::new(words.as_str(), look::BODY)),
        Piece::Warning(words) => Block::Text(Text::new(
            words.as_str(),
            look::BODY.spoken(Voice::SansStrong).coloured(look::WARN),
        )),
        Piece::Note(words) => Block::Text(Text::new(words.as_str(), look::NOTE)),
        Piece::Facts(facts) if facts.is_empty() => return None,
        Piece::Facts(facts) => Block::Facts(facts.iter().map(Fact::row).collect()),
        Piece::Items(items) if items.is_empty() => return None,
        Piece::Items(items) => {
            Block::List(Numbering::Bullet, items.iter().map(Item::text).collect())
        }
        Piece::Radars(radars) => {
            let drawn = radars.iter().map(|radar| chart::radar(radar, RADAR));
            Block::Drawings(drawn.collect())
        }
        Piece::Stacks(stacks) => Block::Drawings(vec![chart::stacks(stacks, STACKS)]),
        Piece::UpSet(picture) => Block::Drawings(vec![chart::upset(picture, UPSET)]),
        Piece::HeatMaps(maps) => {
            let drawn = maps.iter().map(|map| chart::heat_map(map, HEAT_MAP));
            Block::Drawings(drawn.collect())
        }
        Piece::Register(register) if register.is_empty() => return None,
        Piece::Register(register) => Block::Table(register.table()),
    })
}

fn below(level: u8, words: &str) -> Block {
    Block::Heading {
        level,
        number: String::new(),
        words: words.to_owned(),
    }
}
