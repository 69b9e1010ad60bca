//! A heat map: likelihood upwards, consequence to the right, in each cell the level and what stands there.

use super::{Anchor, Drawing, Face, Line, Tone, Words, lines};
use serde::Serialize;

/// What a heat map shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HeatMap {
    /// Above it; also the first words of the alternative text.
    pub title: String,
    /// What goes upwards.
    pub up: String,
    /// What goes to the right.
    pub right: String,
    /// Labels upwards, the lowest first.
    pub rows: Vec<String>,
    /// Labels to the right, the mildest first.
    pub columns: Vec<String>,
    /// Labels of the levels, the lowest first. A cell shows the number of its level, counted from 1.
    pub levels: Vec<String>,
    /// For each row and each column of it, the lowest and mildest first.
    pub cells: Vec<Vec<Cell>>,
    /// The same in words, for who cannot see it.
    pub alt: String,
}

/// One cell.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Cell {
    /// Place of its level, from 0.
    pub level: usize,
    /// Short names of what stands there, in order.
    pub names: Vec<String>,
    /// What the cell is called where it can be chosen; empty: it cannot.
    pub label: String,
}

/// Width of the labels at the left.
const LABELS: f32 = 52.0;
/// Height of a cell: the number of its level, and the names below it.
const HIGH: f32 = 38.0;
/// Size of labels.
const SMALL: f32 = 6.8;
/// Names that fit in a cell one below the other; of more, one fewer and how many there are besides.
const FITTING: usize = 3;
/// Above the cells: the title.
const TOP: f32 = 26.0;

/// Draws a heat map of this width. Tone and number of a cell say the same; the legend names the numbers.
pub fn heat_map(map: &HeatMap, width: f32) -> Drawing {
    let columns = map.columns.len().max(1);
    let wide = (width - LABELS) / columns as f32;
    let rows = map.rows.len();
    let floor = TOP + HIGH * rows as f32;
    let named: Vec<Vec<String>> = map
        .columns
        .iter()
        .map(|label| lines(label, wide - 3.0, SMALL, Face::Plain))
        .collect();
    let deepest = named.iter().map(Vec::len).max().unwrap_or_default();
    let below = floor + 3.0 + deepest as f32 * SMALL * 1.3;
    let legend = legend(map, width);
    let height = below + 16.0 + 12.0 * legend.len() as f32;
    let mut drawing = Drawing::new(width, height, map.alt.as_str());
    drawing.words(Words::new(map.title.as_str(), (0.0, 10.0), 9.5).spoken(Face::Strong));
    for (row, label) in map.rows.iter().enumerate() {
        let top = floor - HIGH * (row + 1) as f32;
        let label = lines(label, LABELS - 6.0, SMALL, Face::Plain);
        for (place, line) in label.iter().enumerate() {
            let middle = top + HIGH / 2.0 - (label.len() as f32 - 1.0) * SMALL * 0.65;
            let y = middle + SMALL * 0.35 + place as f32 * SMALL * 1.3;
            let words = Words::new(line.as_str(), (LABELS - 4.0, y), SMALL);
            drawing.words(words.anchored(Anchor::End).toned(Tone::Quiet));
        }
        for column in 0..map.columns.len() {
            let none = Cell::default();
            let cell = map.cells.get(row).and_then(|row| row.get(column));
            let x = LABELS + wide * column as f32;
            draw(
                &mut drawing,
                map,
                cell.unwrap_or(&none),
                (row, column),
                [x, top, wide, HIGH],
            );
        }
    }
    for (column, label) in named.iter().enumerate() {
        let middle = LABELS + wide * (column as f32 + 0.5);
        for (place, line) in label.iter().enumerate() {
            let y = floor + 3.0 + SMALL + place as f32 * SMALL * 1.3;
            let words = Words::new(line.as_str(), (middle, y), SMALL);
            drawing.words(words.anchored(Anchor::Middle).toned(Tone::Quiet));
        }
    }
    let axis = |text: &str, x: f32, y: f32, anchor: Anchor| {
        Words::new(text, (x, y), SMALL)
            .spoken(Face::Strong)
            .anchored(anchor)
            .toned(Tone::Quiet)
    };
    drawing.words(axis(
        &format!("{} ↑", map.up),
        LABELS - 4.0,
        TOP - 4.0,
        Anchor::End,
    ));
    drawing.words(axis(
        &format!("{} →", map.right),
        width,
        below + 8.0,
        Anchor::End,
    ));
    for (line, entries) in legend.iter().enumerate() {
        let y = below + 20.0 + 12.0 * line as f32;
        for (x, level) in entries {
            let swatch = [*x, y - 7.0, 9.0, 9.0];
            drawing.block(swatch, Some(heat(*level, map.levels.len())), Some(frame()));
            let label = map.levels.get(*level).map_or("", String::as_str);
            drawing.words(Words::new(
                format!("{} {label}", level + 1),
                (x + 12.0, y),
                SMALL,
            ));
        }
    }
    drawing
}

fn draw(
    drawing: &mut Drawing,
    map: &HeatMap,
    cell: &Cell,
    (row, column): (usize, usize),
    place: [f32; 4],
) {
    let [x, y, wide, high] = place;
    drawing.block(
        place,
        Some(heat(cell.level, map.levels.len())),
        Some(frame()),
    );
    let number = Words::new((cell.level + 1).to_string(), (x + wide - 3.0, y + 7.5), 6.0);
    drawing.words(number.anchored(Anchor::End).toned(Tone::Ink));
    let shown = match cell.names.len() {
        fits if fits <= FITTING => fits,
        _ => FITTING - 1,
    };
    let mut names: Vec<String> = cell.names.iter().take(shown).cloned().collect();
    if cell.names.len() > shown {
        names.push(format!("+{}", cell.names.len() - shown));
    }
    for (line, name) in names.into_iter().enumerate() {
        let at = (x + 3.0, y + 16.0 + line as f32 * 8.5);
        drawing.words(Words::new(name, at, 6.6).spoken(Face::Mono));
    }
    if !cell.label.is_empty() && high > 0.0 {
        drawing.area(format!("{row}-{column}"), cell.label.as_str(), place);
    }
}

/// The tone of a level among so many: the lowest is the mildest, the highest the strongest.
fn heat(level: usize, levels: usize) -> Tone {
    let steps = levels.saturating_sub(1).max(1);
    let step = (level.min(steps) * 5 + steps / 2) / steps;
    Tone::Heat(u8::try_from(step).unwrap_or(5))
}

fn frame() -> Line {
    Line::solid(Tone::RuleStrong, 0.5)
}

/// The levels with their places in lines of the legend.
fn legend(map: &HeatMap, width: f32) -> Vec<Vec<(f32, usize)>> {
    let mut all: Vec<Vec<(f32, usize)>> = vec![Vec::new()];
    let mut x = 0.0;
    for (level, label) in map.levels.iter().enumerate() {
        // A little more than the words need, so that neighbours never touch.
        let needed = 26.0 + label.chars().count() as f32 * SMALL * 0.62;
        if x + needed > width && x > 0.0 {
            all.push(Vec::new());
            x = 0.0;
        }
        if let Some(line) = all.last_mut() {
            line.push((x, level));
        }
        x += needed;
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::Item;

    fn map(names: usize) -> HeatMap {
        let label = |n: usize| format!("Step {n}");
        HeatMap {
            title: "Today".to_owned(),
            up: "Likelihood".to_owned(),
            right: "Consequence".to_owned(),
            rows: (1..=5).map(label).collect(),
            columns: (1..=5).map(label).collect(),
            levels: (1..=4).map(label).collect(),
            cells: (0..5)
                .map(|row| {
                    (0..5)
                        .map(|column| Cell {
                            level: (row + column) / 3,
                            names: (0..names).map(|n| format!("RSK-{n:03}")).collect(),
                            label: String::new(),
                        })
                        .collect()
                })
                .collect(),
            alt: "Every risk in words.".to_owned(),
        }
    }

    fn words(drawing: &Drawing) -> Vec<&str> {
        let items = drawing.items.iter();
        let words = items.filter_map(|item| match item {
            Item::Words(words) => Some(words.text.as_str()),
            _ => None,
        });
        words.collect()
    }

    #[test]
    fn a_cell_names_what_fits_and_counts_the_rest() {
        for (names, shown, rest) in [(0, 0, None), (3, 3, None), (4, 2, Some("+2"))] {
            let drawing = heat_map(&map(names), 230.0);
            let said = words(&drawing);
            let named = said.iter().filter(|word| word.starts_with("RSK-")).count();
            assert_eq!(named, shown * 25);
            assert_eq!(
                said.iter().find(|word| word.starts_with('+')).copied(),
                rest
            );
        }
    }

    #[test]
    fn every_level_has_a_tone_and_a_number_of_its_own() {
        for levels in 2..=6 {
            let tones: Vec<Tone> = (0..levels).map(|level| heat(level, levels)).collect();
            for (place, tone) in tones.iter().enumerate() {
                assert!(!tones[..place].contains(tone), "{levels}: {tones:?}");
            }
            assert_eq!(tones[0], Tone::Heat(0));
            assert_eq!(tones[levels - 1], Tone::Heat(5));
        }
    }

    #[test]
    fn nothing_stands_outside() {
        for width in [220.0, 470.0] {
            let drawing = heat_map(&map(4), width);
            for item in &drawing.items {
                let (x, y) = match item {
                    Item::Words(words) => (words.x, words.y),
                    Item::Area(area) => (area.place[0], area.place[1]),
                    Item::Shape(_) => continue,
                };
                assert!((0.0..=width).contains(&x) && (0.0..=drawing.height).contains(&y));
            }
        }
    }
}
