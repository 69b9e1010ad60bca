//! Tables: widths, cells (in parallel when there are many), head, group rows, rows.

use super::piece::{Head, Piece, SetCell, SetRow, depth, lines_at, rule};
use super::set::{Setter, Tick, ground};
use super::{Column, Row, Table, add};
use crate::look;
use crate::text::{Align, Line, Text, Typesetter};
use crate::tree::{Mark, Owner, Role};
use std::ops::ControlFlow;
use std::thread;

/// Rows that one thread sets between two looks at the cancel switch.
const BATCH: usize = 64;

/// Part of a page that a row may leave empty at its foot rather than be cut.
const CUT_ABOVE: f32 = 0.2;

/// Sets a table; `None` when it was stopped.
pub fn set(setter: &mut Setter, content: &Table, tick: &mut Tick<'_>) -> Option<()> {
    let widths = widths(&content.columns, setter.measure);
    let table = add(&mut setter.elements, setter.section, Role::Table);
    if !content.summary.is_empty()
        && let Some(element) = setter.elements.get_mut(table)
    {
        element.alt = Some(content.summary.clone());
    }
    let mut above = setter.above(look::BLOCK);
    if !content.caption.is_empty() {
        let caption = add(&mut setter.elements, table, Role::Caption);
        let lines = setter.typesetter.set(
            &Text::new(content.caption.as_str(), look::NOTE),
            setter.measure,
            Align::Start,
        );
        let height = depth(&lines) + look::mm(1.5);
        let mark = Mark {
            owner: Owner::Element(caption),
            draws: lines_at(lines, 0.0, 0.0),
        };
        setter
            .pieces
            .push(Piece::marks(above, height, vec![mark]).kept(true));
        above = 0.0;
    }
    let index = head(setter, content, table, &widths, above);
    let body = add(&mut setter.elements, table, Role::TableBody);
    let mut rest = content.rows.as_slice();
    let all = rest.len().max(1);
    let threads = thread::available_parallelism()
        .map_or(1, usize::from)
        .min(8);
    while !rest.is_empty() {
        let (now, later) = rest.split_at(rest.len().min(BATCH * threads));
        rest = later;
        for (row, cells) in now.iter().zip(cells(
            &mut setter.typesetter,
            now,
            content,
            &widths,
            threads,
        )) {
            match row {
                Row::Group(words) => group(setter, words, body, index, widths.len()),
                Row::Cells(texts) => {
                    let element = add(&mut setter.elements, body, Role::Row);
                    let reference = texts.first().and_then(|text| text.spans.first());
                    let reference = reference
                        .map(|span| span.words.trim().to_owned())
                        .unwrap_or_default();
                    let set = data_row(setter, element, cells, &widths, reference);
                    setter.row(set, Some(index), 0.0);
                }
            }
        }
        if let ControlFlow::Break(()) = tick(1.0 - rest.len() as f32 / all as f32) {
            return None;
        }
    }
    setter.keep_ends(content.rows.len());
    Some(())
}

/// Width of each column: its minimum and its part of what the minimums leave; if they leave nothing,
/// all shrink alike.
fn widths(columns: &[Column], measure: f32) -> Vec<f32> {
    let least: f32 = columns.iter().map(|column| column.min).sum();
    let weights: f32 = columns.iter().map(|column| column.weight).sum();
    let spare = measure - least;
    columns
        .iter()
        .map(|column| {
            if spare < 0.0 {
                column.min * measure / least
            } else if weights > 0.0 {
                column.min + spare * column.weight / weights
            } else {
                column.min + spare / columns.len() as f32
            }
        })
        .collect()
}

/// The lines of every cell of some rows. Each thread has its own typesetter; results come in order,
/// so the pages do not depend on the machine.
fn cells(
    own: &mut Typesetter,
    rows: &[Row],
    content: &Table,
    widths: &[f32],
    threads: usize,
) -> Vec<Vec<Vec<Line>>> {
    let one = |typesetter: &mut Typesetter, row: &Row| match row {
        Row::Group(_) => Vec::new(),
        Row::Cells(texts) => texts
            .iter()
            .zip(widths)
            .zip(&content.columns)
            .map(|((text, width), column)| {
                typesetter.set(text, width - 2.0 * look::CELL_X, column.align)
            })
            .collect(),
    };
    if threads < 2 || rows.len() < BATCH {
        return rows.iter().map(|row| one(own, row)).collect();
    }
    let share = rows.len().div_ceil(threads);
    let mut set = Vec::with_capacity(rows.len());
    thread::scope(|scope| {
        let mut chunks = rows.chunks(share);
        let mine = chunks.next();
        let workers: Vec<_> = chunks
            .map(|chunk| {
                let work = move || {
                    let mut typesetter = Typesetter::default();
                    let set: Vec<_> = chunk.iter().map(|row| one(&mut typesetter, row)).collect();
                    (set, typesetter.replaced)
                };
                (chunk, scope.spawn(work))
            })
            .collect();
        set.extend(mine.into_iter().flatten().map(|row| one(own, row)));
        for (chunk, worker) in workers {
            match worker.join() {
                Ok((lines, replaced)) => {
                    set.extend(lines);
                    for (c, count) in replaced {
                        *own.replaced.entry(c).or_default() += count;
                    }
                }
                // Setting again here shows the same fault to the caller, with its own message.
                Err(_) => set.extend(chunk.iter().map(|row| one(own, row))),
            }
        }
    });
    set
}

/// The head of the table: its first showing is a real header row, later ones are page furniture.
fn head(setter: &mut Setter, content: &Table, table: usize, widths: &[f32], above: f32) -> usize {
    let element = add(&mut setter.elements, table, Role::TableHead);
    let row = add(&mut setter.elements, element, Role::Row);
    let mut set = Vec::new();
    let mut x = 0.0;
    for (column, width) in content.columns.iter().zip(widths) {
        let cell = add(
            &mut setter.elements,
            row,
            Role::HeaderCell {
                column: true,
                span: 1,
            },
        );
        let text = Text::new(column.title.as_str(), look::COLUMN);
        let lines = setter
            .typesetter
            .set(&text, width - 2.0 * look::CELL_X, column.align);
        set.push((cell, x + look::CELL_X, lines));
        x += width;
    }
    let deep = set
        .iter()
        .map(|(_, _, lines)| depth(lines))
        .fold(0.0, f32::max);
    let height = deep + 2.0 * look::CELL_Y;
    let mut marks: Vec<Mark> = set
        .into_iter()
        .filter(|(_, _, lines)| !lines.is_empty())
        // Heads of one and of two lines stand on the rule together.
        .map(|(cell, x, lines)| {
            let top = height - look::CELL_Y - depth(&lines);
            Mark {
                owner: Owner::Element(cell),
                draws: lines_at(lines, x, top),
            }
        })
        .collect();
    let line = rule(0.0, height, setter.measure, look::FIRM, look::INK);
    marks.push(Mark {
        owner: Owner::Decoration,
        draws: vec![line],
    });
    let index = setter.heads.len();
    setter.heads.push(Head {
        height,
        marks: marks.clone(),
    });
    setter
        .pieces
        .push(Piece::marks(above, height, marks).kept(true));
    index
}

fn group(setter: &mut Setter, words: &str, body: usize, table: usize, columns: usize) {
    let row = add(&mut setter.elements, body, Role::Row);
    let span = u16::try_from(columns).unwrap_or(u16::MAX);
    let cell = add(
        &mut setter.elements,
        row,
        Role::HeaderCell {
            column: false,
            span,
        },
    );
    let text = Text::new(words, look::GROUP);
    let lines = setter
        .typesetter
        .set(&text, setter.measure - 2.0 * look::CELL_X, Align::Start);
    let height = depth(&lines) + 2.0 * look::CELL_Y;
    let marks = vec![
        ground(setter.measure, height),
        Mark {
            owner: Owner::Element(cell),
            draws: lines_at(lines, look::CELL_X, look::CELL_Y),
        },
        Mark {
            owner: Owner::Decoration,
            draws: vec![rule(0.0, height, setter.measure, look::HAIR, look::RULE)],
        },
    ];
    let mut piece = Piece::marks(0.0, height, marks).kept(true);
    piece.table = Some(table);
    setter.pieces.push(piece);
}

fn data_row(
    setter: &mut Setter,
    row: usize,
    cells: Vec<Vec<Line>>,
    widths: &[f32],
    reference: String,
) -> SetRow {
    let mut x = 0.0;
    let mut set = Vec::with_capacity(cells.len());
    for (place, (lines, width)) in cells.into_iter().zip(widths).enumerate() {
        let role = if place == 0 {
            Role::HeaderCell {
                column: false,
                span: 1,
            }
        } else {
            Role::Cell { span: 1 }
        };
        let element = add(&mut setter.elements, row, role);
        set.push(SetCell {
            x: x + look::CELL_X,
            element,
            lines,
        });
        x += width;
    }
    SetRow {
        cells: set,
        pad: look::CELL_Y,
        width: setter.measure,
        cut_above: CUT_ABOVE,
        reference,
    }
}
