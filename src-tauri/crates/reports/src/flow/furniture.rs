//! What every page repeats: head, foot, the word across a draft.

use super::Manuscript;
use super::piece::{lines_at, rule};
use crate::look::{self, Sheet, mm};
use crate::text::{Text, Typesetter};
use crate::tree::{Draw, Mark, Owner, Page};

/// Gives every page its furniture; the cover only the word across a draft.
pub fn dress(pages: &mut [Page], typesetter: &mut Typesetter, manuscript: &Manuscript) {
    let count = pages.len().to_string();
    let furniture = &manuscript.furniture;
    for (place, page) in pages.iter_mut().enumerate() {
        if let Some(word) = &manuscript.draft
            && let Some(draws) = watermark(typesetter, word, page)
            && let Some(place) = page
                .marks
                .iter_mut()
                .find(|mark| mark.owner == Owner::Watermark)
        {
            place.draws = draws;
        }
        if place == 0 {
            continue;
        }
        let wide = page.width > page.height;
        let sheet = if wide {
            manuscript.paper.wide()
        } else {
            manuscript.paper.upright()
        };
        let number = furniture
            .page
            .replace("{pages}", &count)
            .replace("{page}", &(place + 1).to_string());
        let organisation = Text::new(furniture.organisation.as_str(), look::FURNITURE);
        let reference = Text::new(furniture.reference.as_str(), look::FURNITURE_REF);
        let mut head = line(typesetter, &organisation, &reference, &sheet, sheet.head);
        let below = sheet.head + look::FURNITURE.leading + mm(2.0);
        head.push(rule(
            sheet.side,
            below,
            sheet.measure(),
            look::FINE,
            look::RULE,
        ));
        page.marks.push(Mark {
            owner: Owner::Header,
            draws: head,
        });
        let proof = Text::new(furniture.proof.as_str(), look::FURNITURE_REF);
        let number = Text::new(number, look::FURNITURE);
        let top = sheet.height - sheet.foot - look::FURNITURE.leading;
        let foot = line(typesetter, &proof, &number, &sheet, top);
        page.marks.push(Mark {
            owner: Owner::Footer,
            draws: foot,
        });
    }
}

/// A line with words at both ends; the left ones give way.
fn line(
    typesetter: &mut Typesetter,
    left: &Text,
    right: &Text,
    sheet: &Sheet,
    y: f32,
) -> Vec<Draw> {
    let mut draws = Vec::new();
    let mut room = sheet.measure();
    if let Some((set, width)) = typesetter.line(right) {
        draws.extend(lines_at(vec![set], sheet.width - sheet.side - width, y));
        room -= width + mm(6.0);
    }
    let mut left = left.clone();
    let set = loop {
        match typesetter.line(&left) {
            Some((_, width)) if width > room => match shorter(&left) {
                Some(text) => left = text,
                None => break None,
            },
            set => break set,
        }
    };
    if let Some((set, _)) = set {
        let first = lines_at(vec![set], sheet.side, y);
        draws.splice(0..0, first);
    }
    draws
}

/// The text without its last word's end, with an ellipsis.
fn shorter(text: &Text) -> Option<Text> {
    let span = text.spans.first()?;
    let words = span.words.trim_end_matches('…');
    let end = words
        .char_indices()
        .rev()
        .nth(words.chars().count() / 12)?
        .0;
    Some(Text::new(
        format!("{}…", words.get(..end)?.trim_end()),
        span.style,
    ))
}

/// The word from corner to corner.
fn watermark(typesetter: &mut Typesetter, word: &str, page: &Page) -> Option<Vec<Draw>> {
    let (set, width) = typesetter.line(&Text::new(word, look::DRAFT))?;
    let angle = (page.height / page.width).atan().to_degrees().min(55.0);
    let (sin, cos) = angle.to_radians().sin_cos();
    // Up the page is against y; the baseline lies a third of the size below the middle of the letters.
    let drop = 0.34 * look::DRAFT.size;
    let x = page.width / 2.0 - cos * width / 2.0 + sin * drop;
    let y = page.height / 2.0 + sin * width / 2.0 + cos * drop;
    let mut draws = Vec::new();
    let mut along = 0.0;
    for mut run in set.runs {
        let advance: f32 = run.glyphs.iter().map(|glyph| glyph.advance).sum();
        (run.x, run.y, run.rotate) = (x + cos * along, y - sin * along, angle);
        along += advance;
        draws.push(Draw::Glyphs(run));
    }
    Some(draws)
}
