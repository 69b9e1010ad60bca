//! Words to lines of glyphs: what may not be printed is replaced visibly, the rest is shaped with the
//! bundled faces, ordered for both directions and broken into lines.

pub mod clean;
pub mod typesetter;

pub use clean::Replaced;
pub use typesetter::{Align, Line, Typesetter};

use crate::look::Style;

/// Text in one style.
#[derive(Debug, Clone, PartialEq)]
pub struct Span {
    /// The words. A line break starts a new paragraph.
    pub words: String,
    /// Their look.
    pub style: Style,
}

/// Text of one element: spans one after the other.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Text {
    /// In reading order.
    pub spans: Vec<Span>,
}

impl Text {
    /// Text in one style.
    pub fn new(words: impl Into<String>, style: Style) -> Text {
        Text::default().and(words, style)
    }

    /// More words, in their own style.
    pub fn and(mut self, words: impl Into<String>, style: Style) -> Text {
        let words = words.into();
        if !words.is_empty() {
            self.spans.push(Span { words, style });
        }
        self
    }

    /// More words, on a line of their own.
    pub fn below(mut self, words: impl Into<String>, style: Style) -> Text {
        let words = words.into();
        if let Some(last) = self.spans.last_mut()
            && !words.is_empty()
        {
            last.words.push('\n');
        }
        self.and(words, style)
    }

    /// Whether there is nothing to print.
    pub fn is_empty(&self) -> bool {
        self.spans.is_empty()
    }

    /// The words alone.
    pub fn words(&self) -> String {
        self.spans.iter().map(|span| span.words.as_str()).collect()
    }
}
