//! Drawings that carry figures, as the window draws them: the same shapes and words at the same places as on
//! paper, with a tone instead of a colour, so that light and dark give their own.

use reports::chart::{Anchor, Area, Drawing, Face, Item, Line, Shape, Tone, Words};
use reports::preview::outline_of;
use serde::Serialize;

/// A drawing. All measures in points, the origin is the upper left corner.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct DrawingView {
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
    /// The same in words.
    pub alt: String,
    /// In painting order.
    pub items: Vec<DrawnItem>,
}

/// One thing of a drawing. Tones are words such as `ink`, `alarm` or `heat-3`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum DrawnItem {
    /// An outline.
    Shape {
        /// In the syntax of SVG paths.
        path: String,
        /// Tone of the fill.
        fill: Option<String>,
        /// Tone of the line.
        line: Option<String>,
        /// Width of the line.
        width: f32,
        /// Dash lengths; empty for a solid line.
        dash: Vec<f32>,
    },
    /// One line of words.
    Words {
        /// They.
        text: String,
        /// Where they start, have their middle, or end.
        x: f32,
        /// The baseline.
        y: f32,
        /// `start`, `middle` or `end`.
        anchor: String,
        /// Size of the type.
        size: f32,
        /// `plain`, `strong` or `mono`.
        face: String,
        /// Tone.
        tone: String,
    },
    /// A part one can choose.
    Area {
        /// What it is.
        id: String,
        /// What it is called.
        label: String,
        /// Left, top, width, height.
        place: [f32; 4],
    },
}

impl From<Drawing> for DrawingView {
    fn from(drawing: Drawing) -> Self {
        let Drawing {
            width,
            height,
            alt,
            items,
        } = drawing;
        DrawingView {
            width,
            height,
            alt,
            items: items.into_iter().map(Into::into).collect(),
        }
    }
}

impl From<Item> for DrawnItem {
    fn from(item: Item) -> Self {
        match item {
            Item::Shape(Shape { steps, fill, line }) => {
                let (line, width, dash) = match line {
                    Some(Line { tone, width, dash }) => (Some(tone), width, dash),
                    None => (None, 0.0, Vec::new()),
                };
                DrawnItem::Shape {
                    path: outline_of(&steps),
                    fill: fill.map(tone),
                    line: line.map(tone),
                    width,
                    dash,
                }
            }
            Item::Words(Words {
                text,
                x,
                y,
                anchor,
                size,
                face,
                tone: of,
            }) => DrawnItem::Words {
                text,
                x,
                y,
                anchor: match anchor {
                    Anchor::Start => "start",
                    Anchor::Middle => "middle",
                    Anchor::End => "end",
                }
                .to_owned(),
                size,
                face: match face {
                    Face::Plain => "plain",
                    Face::Strong => "strong",
                    Face::Mono => "mono",
                }
                .to_owned(),
                tone: tone(of),
            },
            Item::Area(Area { id, label, place }) => DrawnItem::Area { id, label, place },
        }
    }
}

/// The word of a tone, as the style sheet of drawings knows it.
fn tone(tone: Tone) -> String {
    match tone {
        Tone::Ink => "ink",
        Tone::Quiet => "quiet",
        Tone::Rule => "rule",
        Tone::RuleStrong => "rule-strong",
        Tone::Sunk => "sunk",
        Tone::Paper => "paper",
        Tone::Accent => "accent",
        Tone::Good => "good",
        Tone::Warn => "warn",
        Tone::Alarm => "alarm",
        Tone::Heat(step) => return format!("heat-{}", step.min(5)),
    }
    .to_owned()
}
