//! Stacked bars: for each topic, how many requirements stand how. Each part bears its count, and the legend names
//! the parts in their order.

use super::{Anchor, Drawing, Face, Line, Tone, Words, lines};
use serde::Serialize;

/// What stacked bars show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Stacks {
    /// Above them.
    pub title: String,
    /// What the parts are called, from left to right; at most as many as there are looks.
    pub parts: Vec<String>,
    /// The bars.
    pub bars: Vec<Stack>,
    /// The same in words.
    pub alt: String,
}

/// One bar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Stack {
    /// What it is called.
    pub label: String,
    /// One count per part.
    pub counts: Vec<usize>,
}

/// Size of labels.
const SMALL: f32 = 6.8;
/// Height of a bar, and from one to the next.
const HIGH: f32 = 10.0;
const STEP: f32 = 15.0;
const TOP: f32 = 24.0;

/// Ground, words and whether there is an outline, of each part in turn.
const LOOKS: [(Tone, Tone, bool); 5] = [
    (Tone::Good, Tone::Paper, false),
    (Tone::Warn, Tone::Paper, false),
    (Tone::Alarm, Tone::Paper, false),
    (Tone::Sunk, Tone::Ink, true),
    (Tone::Paper, Tone::Ink, true),
];

/// Draws stacked bars of this width. All bars share one scale.
pub fn stacks(stacks: &Stacks, width: f32) -> Drawing {
    let labels = width * 0.42;
    let most = stacks
        .bars
        .iter()
        .map(|bar| bar.counts.iter().sum::<usize>())
        .max()
        .unwrap_or(0)
        .max(1);
    let unit = (width - labels) / most as f32;
    let floor = TOP + STEP * stacks.bars.len() as f32;
    let legend = legend(stacks, width);
    let rows = legend.iter().map(|(_, row, _)| row + 1).max().unwrap_or(0);
    let height = floor + 8.0 + 12.0 * rows as f32;
    let mut drawing = Drawing::new(width, height, stacks.alt.as_str());
    drawing.words(Words::new(stacks.title.as_str(), (0.0, 10.0), 9.5).spoken(Face::Strong));
    for (place, bar) in stacks.bars.iter().enumerate() {
        let top = TOP + STEP * place as f32;
        let base = top + HIGH - 2.6;
        let label = lines(&bar.label, labels - 6.0, SMALL, Face::Plain);
        if let Some(first) = label.first() {
            let cut = if label.len() > 1 { "…" } else { "" };
            let words = format!("{}{cut}", first.trim_end());
            drawing.words(Words::new(words, (0.0, base), SMALL));
        }
        let mut x = labels;
        for (count, look) in bar.counts.iter().zip(LOOKS) {
            if *count == 0 {
                continue;
            }
            let wide = unit * *count as f32;
            part(&mut drawing, [x, top, wide, HIGH], look);
            let middle = (x + wide / 2.0, base);
            let words = Words::new(count.to_string(), middle, SMALL).spoken(Face::Strong);
            drawing.words(words.anchored(Anchor::Middle).toned(look.1));
            x += wide;
        }
    }
    for ((x, row, name), look) in legend.into_iter().zip(LOOKS) {
        let y = floor + 8.0 + 12.0 * row as f32;
        part(&mut drawing, [x, y - 1.0, 8.0, 8.0], look);
        drawing.words(Words::new(name, (x + 11.0, y + 5.6), SMALL));
    }
    drawing
}

fn part(drawing: &mut Drawing, place: [f32; 4], (ground, _, outlined): (Tone, Tone, bool)) {
    let line = outlined.then(|| Line::solid(Tone::RuleStrong, 0.6));
    drawing.block(place, Some(ground), line);
}

/// Where each name of the legend stands: x, row, words. A name is about half as wide per letter as it is high.
fn legend(stacks: &Stacks, width: f32) -> Vec<(f32, usize, String)> {
    let (mut x, mut row) = (0.0, 0);
    let names = stacks.parts.iter().map(|name| {
        let wide = 11.0 + name.chars().count() as f32 * SMALL * 0.56 + 10.0;
        if x > 0.0 && x + wide > width {
            x = 0.0;
            row += 1;
        }
        let place = (x, row, name.clone());
        x += wide;
        place
    });
    names.collect()
}
