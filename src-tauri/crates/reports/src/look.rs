//! How the pages look: the only place of the crate where a colour, a size or a distance is named.
//! Measures are points; `mm` turns millimetres into them.

use crate::chart::Tone;
use crate::fonts;
use crate::tree::{FaceId, Rgb};

/// Millimetres as points.
pub const fn mm(millimetres: f32) -> f32 {
    millimetres * 72.0 / 25.4
}

/// Text and rules that matter.
pub const INK: Rgb = Rgb(0x1c, 0x22, 0x30);
/// Text that accompanies: labels, notes, references.
pub const INK_2: Rgb = Rgb(0x54, 0x5c, 0x6b);
/// Hairlines.
pub const RULE: Rgb = Rgb(0xdc, 0xd8, 0xce);
/// Lines that must be seen: signatures, outlines of drawings.
pub const RULE_STRONG: Rgb = Rgb(0x8b, 0x8d, 0x93);
/// Ground of group rows.
pub const SUNK: Rgb = Rgb(0xf2, 0xf0, 0xea);
/// The accent.
pub const PLUM: Rgb = Rgb(0x5e, 0x2a, 0x5f);
/// Overdue, missing, contradicting.
pub const ALARM: Rgb = Rgb(0x8c, 0x1d, 0x18);
/// Wants attention.
pub const WARN: Rgb = Rgb(0x8a, 0x4b, 0x00);
/// The word across a draft: light enough to read through.
pub const WATERMARK: Rgb = Rgb(0xee, 0xec, 0xe6);

/// As it should be.
pub const GOOD: Rgb = Rgb(0x2f, 0x62, 0x37);
/// The paper itself.
pub const PAPER: Rgb = Rgb(0xff, 0xff, 0xff);
/// Grounds of a heat map, from the mildest: text reads on each of them.
const HEAT: [Rgb; 6] = [
    Rgb(0xe7, 0xf0, 0xe6),
    Rgb(0xf3, 0xf0, 0xd3),
    Rgb(0xf8, 0xe2, 0xb8),
    Rgb(0xf5, 0xcc, 0xa6),
    Rgb(0xee, 0xb3, 0x9f),
    Rgb(0xe3, 0x98, 0x8f),
];

/// What a tone of a drawing is on paper.
pub const fn tone(tone: Tone) -> Rgb {
    match tone {
        Tone::Ink => INK,
        Tone::Quiet => INK_2,
        Tone::Rule => RULE,
        Tone::RuleStrong => RULE_STRONG,
        Tone::Sunk => SUNK,
        Tone::Paper => PAPER,
        Tone::Accent => PLUM,
        Tone::Good => GOOD,
        Tone::Warn => WARN,
        Tone::Alarm => ALARM,
        Tone::Heat(step) => HEAT[if step < 6 { step as usize } else { 5 }],
    }
}

/// Hairline between rows.
pub const HAIR: f32 = mm(0.2);
/// Rule under the head of a page and over a signature.
pub const FINE: f32 = mm(0.3);
/// Rule under the head of a table.
pub const FIRM: f32 = mm(0.45);

/// Which face speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Voice {
    /// Work text.
    Sans,
    /// Work text that quotes or explains.
    SansItalic,
    /// Work text that counts.
    SansStrong,
    /// Headings.
    Serif,
    /// References and hashes.
    Mono,
}

impl Voice {
    /// The faces asked for a character, in order: its own, its sans companion, then the fallbacks.
    pub const fn faces(self) -> &'static [FaceId] {
        use fonts::*;
        macro_rules! stack {
            ($($own:ident),*; plain) => {
                &[$($own,)* ARABIC, HEBREW, HAN, HANGUL, MATH, EMOJI, SYMBOLS]
            };
            ($($own:ident),*; strong) => {
                &[$($own,)* ARABIC_STRONG, HEBREW_STRONG, HAN, HANGUL, MATH, EMOJI, SYMBOLS]
            };
        }
        match self {
            Voice::Sans => stack!(SANS; plain),
            Voice::SansItalic => stack!(SANS_ITALIC, SANS; plain),
            Voice::SansStrong => stack!(SANS_STRONG; strong),
            Voice::Serif => stack!(SERIF_STRONG, SANS_STRONG; strong),
            Voice::Mono => stack!(MONO, SANS; plain),
        }
    }
}

/// How a piece of text is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Style {
    /// Which face.
    pub voice: Voice,
    /// Size.
    pub size: f32,
    /// Distance from baseline to baseline.
    pub leading: f32,
    /// Colour.
    pub colour: Rgb,
}

pub(crate) const fn style(voice: Voice, size: f32, leading: f32, colour: Rgb) -> Style {
    Style {
        voice,
        size,
        leading,
        colour,
    }
}

impl Style {
    /// The same style in another colour.
    pub const fn coloured(self, colour: Rgb) -> Style {
        Style { colour, ..self }
    }

    /// The same size in another face.
    pub const fn spoken(self, voice: Voice) -> Style {
        Style { voice, ..self }
    }

    /// Distance from the top of a line to its baseline. All Plex faces share one ascent and descent.
    pub fn baseline(self) -> f32 {
        const ASCENT: f32 = 1.025;
        const DESCENT: f32 = 0.275;
        (self.leading - (ASCENT + DESCENT) * self.size) / 2.0 + ASCENT * self.size
    }
}

/// Running text.
pub const BODY: Style = style(Voice::Sans, 9.5, 13.5, INK);
/// The opening sentence of a report.
pub const LEAD: Style = style(Voice::Sans, 10.5, 15.2, INK);
/// Captions and remarks.
pub const NOTE: Style = style(Voice::Sans, 8.0, 11.2, INK_2);
/// Labels of definition rows.
pub const LABEL: Style = style(Voice::Sans, 8.5, 12.2, INK_2);
/// Values of definition rows.
pub const VALUE: Style = style(Voice::Sans, 9.0, 12.6, INK);
/// Table cells.
pub const CELL: Style = style(Voice::Sans, 8.0, 11.2, INK);
/// Second line of a table cell.
pub const CELL_2: Style = style(Voice::Sans, 7.5, 10.6, INK_2);
/// References in tables.
pub const CELL_REF: Style = style(Voice::Mono, 7.6, 11.2, INK_2);
/// Where a question comes from, below its label.
pub const CITE: Style = style(Voice::Sans, 7.0, 9.8, INK_2);
/// Column heads.
pub const COLUMN: Style = style(Voice::SansStrong, 8.0, 11.2, INK_2);
/// Group rows.
pub const GROUP: Style = style(Voice::Serif, 8.2, 11.4, INK);
/// References in running text.
pub const REF: Style = style(Voice::Mono, 8.0, 12.4, INK_2);
/// Running head and foot.
pub const FURNITURE: Style = style(Voice::Sans, 7.5, 10.0, INK_2);
/// References in running head and foot.
pub const FURNITURE_REF: Style = style(Voice::Mono, 7.5, 10.0, INK_2);
/// Big numbers.
pub const FIGURE: Style = style(Voice::Serif, 22.0, 25.0, INK);
/// Title on the cover.
pub const TITLE: Style = style(Voice::Serif, 30.0, 36.0, INK);
/// Organisation on the cover.
pub const ORGANISATION: Style = style(Voice::Sans, 14.0, 20.0, INK);
/// What a document is about, on the cover.
pub const SUBJECT: Style = style(Voice::Serif, 15.0, 20.0, INK);
/// The word across a draft.
pub const DRAFT: Style = style(Voice::Serif, 120.0, 120.0, WATERMARK);

/// Headings by level, from 1.
pub const fn heading(level: u8) -> Style {
    match level {
        1 => style(Voice::Serif, 16.0, 20.0, INK),
        2 => style(Voice::Serif, 12.0, 15.6, INK),
        _ => style(Voice::Serif, 10.0, 13.6, INK),
    }
}

/// Space above a heading, dropped at the top of a page.
pub const fn above_heading(level: u8) -> f32 {
    match level {
        1 => mm(9.0),
        2 => mm(6.5),
        _ => mm(5.0),
    }
}

/// Space below a heading.
pub const fn below_heading(level: u8) -> f32 {
    match level {
        1 => mm(3.0),
        2 => mm(1.8),
        _ => mm(1.4),
    }
}

/// Space between two paragraphs of one text.
pub const PARAGRAPH: f32 = mm(1.4);
/// Space above a block that is not a heading.
pub const BLOCK: f32 = mm(3.2);
/// Inside a table cell, left and right.
pub const CELL_X: f32 = mm(1.6);
/// Inside a table cell, above and below.
pub const CELL_Y: f32 = mm(1.3);
/// Width of the label column of definition rows, as a part of the whole.
pub const LABEL_PART: f32 = 0.31;

/// Paper and margins of one page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sheet {
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
    /// Left and right margin.
    pub side: f32,
    /// Upper margin of the text.
    pub top: f32,
    /// Lower margin of the text.
    pub bottom: f32,
    /// Top of the running head.
    pub head: f32,
    /// Distance of the running foot's lower edge from the paper's.
    pub foot: f32,
}

impl Sheet {
    /// Width of the text.
    pub fn measure(&self) -> f32 {
        self.width - 2.0 * self.side
    }

    /// Lowest place of the text.
    pub fn floor(&self) -> f32 {
        self.height - self.bottom
    }

    /// Height of the text.
    pub fn room(&self) -> f32 {
        self.floor() - self.top
    }
}

/// Paper of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Paper {
    /// ISO 216 A4.
    #[default]
    A4,
    /// US letter.
    Letter,
}

impl Paper {
    /// The upright page.
    pub fn upright(self) -> Sheet {
        let (width, height) = self.size();
        Sheet {
            width,
            height,
            side: mm(22.0),
            top: mm(24.0),
            bottom: mm(22.0),
            head: mm(11.0),
            foot: mm(10.0),
        }
    }

    /// The page on its side, for wide tables.
    pub fn wide(self) -> Sheet {
        let (height, width) = self.size();
        Sheet {
            width,
            height,
            side: mm(18.0),
            top: mm(21.0),
            bottom: mm(18.0),
            head: mm(10.0),
            foot: mm(8.5),
        }
    }

    fn size(self) -> (f32, f32) {
        match self {
            Paper::A4 => (mm(210.0), mm(297.0)),
            Paper::Letter => (612.0, 792.0),
        }
    }
}
