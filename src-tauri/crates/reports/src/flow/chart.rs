//! Bar charts as paths, two side by side.

use super::piece::{Piece, block, depth, lines_at};
use super::set::Setter;
use super::{Chart, add};
use crate::look::{self, mm};
use crate::text::{Align, Text};
use crate::tree::{Draw, Mark, Owner, Role};

const GAP: f32 = mm(10.0);
const BAR: f32 = mm(3.2);

/// Sets charts in rows of two. A chart is a figure: its words are part of the drawing, its alternative
/// text says the same.
pub fn set(setter: &mut Setter, charts: &[Chart]) {
    let width = (setter.measure - GAP) / 2.0;
    for pair in charts.chunks(2) {
        let mut marks = Vec::new();
        let mut height: f32 = 0.0;
        for (place, chart) in pair.iter().enumerate() {
            let x = place as f32 * (width + GAP);
            let element = add(
                &mut setter.elements,
                setter.section,
                Role::Figure { area: [0.0; 4] },
            );
            if let Some(figure) = setter.elements.get_mut(element) {
                figure.alt = Some(chart.alt.clone());
            }
            let (draws, deep) = draw(setter, chart, x, width);
            height = height.max(deep);
            marks.push(Mark {
                owner: Owner::Element(element),
                draws,
            });
        }
        setter.pieces.push(Piece::marks(mm(7.0), height, marks));
    }
}

/// Title, then a line per bar: label, bar, count.
fn draw(setter: &mut Setter, chart: &Chart, x: f32, width: f32) -> (Vec<Draw>, f32) {
    let title = setter.typesetter.set(
        &Text::new(chart.title.as_str(), look::heading(3)),
        width,
        Align::Start,
    );
    let mut y = depth(&title) + mm(2.0);
    let mut draws = lines_at(title, x, 0.0);
    let labels = width * 0.36;
    let numbers = mm(13.0);
    let most = chart
        .bars
        .iter()
        .map(|(_, count, _)| *count)
        .max()
        .unwrap_or(0)
        .max(1) as f32;
    for (label, count, number) in &chart.bars {
        let lines =
            setter
                .typesetter
                .set(&Text::new(label.as_str(), look::CELL), labels, Align::Start);
        let deep = depth(&lines).max(look::CELL.leading);
        let middle = y + look::CELL.leading / 2.0;
        draws.extend(lines_at(lines, x, y));
        let long = (width - labels - mm(2.0) - numbers) * *count as f32 / most;
        let from = x + labels + mm(2.0);
        if long > 0.0 {
            draws.push(block(
                from,
                middle - BAR / 2.0,
                long.max(0.8),
                BAR,
                look::PLUM,
            ));
        }
        let text = Text::new(number.as_str(), look::CELL);
        let lines = setter.typesetter.set(&text, numbers, Align::Start);
        draws.extend(lines_at(lines, from + long + mm(1.5), y));
        y += deep + mm(1.1);
    }
    (draws, y)
}
