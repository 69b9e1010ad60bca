//! An UpSet picture: how many things meet exactly which sets. Above, a bar for each combination; below, a dot
//! for each set it meets, joined; at the left, the sets with how many things meet each.

use super::{Anchor, Drawing, Face, Line, Tone, Words, lines};
use serde::Serialize;

/// What an UpSet picture shows. Every figure is counted by whoever asks for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UpSet {
    /// Above it.
    pub title: String,
    /// The sets with how many things meet each, in order.
    pub sets: Vec<(String, usize)>,
    /// Combinations from left to right.
    pub crossings: Vec<Crossing>,
    /// The same in words, for who cannot see it.
    pub alt: String,
}

/// One combination.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Crossing {
    /// Places of the sets that are met, in order; empty: none.
    pub sets: Vec<usize>,
    /// How many things meet exactly these.
    pub count: usize,
}

/// Width of the names of the sets with their bars.
const LABELS: f32 = 150.0;
/// Height of the tallest bar.
const TALL: f32 = 96.0;
/// Height of a row of dots.
const ROW: f32 = 22.0;
/// Widest place of a combination.
const WIDE: f32 = 44.0;
/// Above the bars: the title and the figure of the tallest.
const TOP: f32 = 32.0;
/// Size of labels.
const SMALL: f32 = 7.0;

/// Draws an UpSet picture of this width.
pub fn upset(picture: &UpSet, width: f32) -> Drawing {
    let floor = TOP + TALL;
    let height = floor + 8.0 + ROW * picture.sets.len() as f32;
    let mut drawing = Drawing::new(width, height, picture.alt.as_str());
    drawing.words(Words::new(picture.title.as_str(), (0.0, 10.0), 9.5).spoken(Face::Strong));
    let wide = ((width - LABELS) / picture.crossings.len().max(1) as f32).min(WIDE);
    let right = LABELS + wide * picture.crossings.len() as f32;
    for (place, set) in picture.sets.iter().enumerate() {
        named(&mut drawing, picture, set, row(floor, place));
        if place % 2 == 0 {
            let top = row(floor, place) - ROW / 2.0;
            drawing.block([LABELS, top, right - LABELS, ROW], Some(Tone::Sunk), None);
        }
    }
    let axis = [(LABELS, floor), (right, floor)];
    drawing.outline(&axis, false, None, Some(Line::solid(Tone::RuleStrong, 0.6)));
    let most = most(picture.crossings.iter().map(|crossing| crossing.count));
    for (place, crossing) in picture.crossings.iter().enumerate() {
        let middle = LABELS + wide * (place as f32 + 0.5);
        let tall = TALL * crossing.count as f32 / most;
        let bar = [middle - wide * 0.28, floor - tall, wide * 0.56, tall];
        drawing.block(bar, Some(Tone::Accent), None);
        let count = Words::new(
            crossing.count.to_string(),
            (middle, floor - tall - 3.0),
            8.0,
        );
        drawing.words(count.anchored(Anchor::Middle).spoken(Face::Strong));
        dots(&mut drawing, picture, crossing, middle, floor);
    }
    drawing
}

/// The middle of a row of dots.
fn row(floor: f32, place: usize) -> f32 {
    floor + 8.0 + ROW * (place as f32 + 0.5)
}

fn most(counts: impl Iterator<Item = usize>) -> f32 {
    counts.max().unwrap_or(0).max(1) as f32
}

/// The name of a set, and a bar as long as it is large.
fn named(drawing: &mut Drawing, picture: &UpSet, (name, size): &(String, usize), middle: f32) {
    let name = lines(name, LABELS - 62.0, SMALL, Face::Plain);
    let first = middle + SMALL * 0.35 - (name.len() as f32 - 1.0) * SMALL * 0.6;
    for (line, words) in name.iter().enumerate() {
        let y = first + line as f32 * SMALL * 1.2;
        drawing.words(Words::new(words.as_str(), (0.0, y), SMALL));
    }
    let most = most(picture.sets.iter().map(|(_, size)| *size));
    let long = 36.0 * *size as f32 / most;
    let end = LABELS - 6.0;
    drawing.block(
        [end - long, middle - 4.0, long, 8.0],
        Some(Tone::RuleStrong),
        None,
    );
    let count = Words::new(size.to_string(), (end - long - 3.0, middle + 2.6), SMALL);
    drawing.words(count.anchored(Anchor::End).spoken(Face::Strong));
}

/// A filled dot for each set that is met, an empty one for each other, and a line from the first to the last.
fn dots(drawing: &mut Drawing, picture: &UpSet, crossing: &Crossing, middle: f32, floor: f32) {
    if let (Some(first), Some(last)) = (crossing.sets.first(), crossing.sets.last())
        && first != last
    {
        let joined = [(middle, row(floor, *first)), (middle, row(floor, *last))];
        drawing.outline(&joined, false, None, Some(Line::solid(Tone::Accent, 2.0)));
    }
    for place in 0..picture.sets.len() {
        let at = (middle, row(floor, place));
        match crossing.sets.contains(&place) {
            true => drawing.circle(at, 5.0, Some(Tone::Accent), None),
            false => {
                let line = Line::solid(Tone::RuleStrong, 0.8);
                drawing.circle(at, 4.0, Some(Tone::Paper), Some(line));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::Item;

    fn picture(counts: &[(&[usize], usize)]) -> UpSet {
        UpSet {
            title: "Overlap".to_owned(),
            sets: vec![("Law".to_owned(), 5), ("Other".to_owned(), 3)],
            crossings: counts
                .iter()
                .map(|(sets, count)| Crossing {
                    sets: sets.to_vec(),
                    count: *count,
                })
                .collect(),
            alt: "In words.".to_owned(),
        }
    }

    fn words(drawing: &Drawing) -> Vec<&str> {
        let words = drawing.items.iter().filter_map(|item| match item {
            Item::Words(words) => Some(words.text.as_str()),
            _ => None,
        });
        words.collect()
    }

    #[test]
    fn every_figure_is_written_and_nothing_leaves_the_picture() {
        let drawing = upset(&picture(&[(&[0, 1], 3), (&[0], 2), (&[], 4)]), 480.0);
        let said = words(&drawing);
        for figure in ["Overlap", "Law", "Other", "5", "3", "2", "4"] {
            assert!(said.contains(&figure), "{figure}: {said:?}");
        }
        for item in &drawing.items {
            if let Item::Words(words) = item {
                assert!(words.x >= 0.0 && words.x <= drawing.width, "{words:?}");
                assert!(words.y >= 0.0 && words.y <= drawing.height, "{words:?}");
            }
        }
        assert_eq!(drawing.alt, "In words.");
    }

    #[test]
    fn many_combinations_share_the_width() {
        let many: Vec<(&[usize], usize)> = vec![(&[0], 1); 40];
        let drawing = upset(&picture(&many), 480.0);
        let right = drawing.items.iter().filter_map(|item| match item {
            Item::Words(words) => Some(words.x),
            _ => None,
        });
        assert!(right.fold(0.0, f32::max) <= 480.0);
    }

    #[test]
    fn without_anything_there_is_still_a_picture() {
        let drawing = upset(&picture(&[]), 480.0);
        assert!(words(&drawing).contains(&"Law"));
    }
}
