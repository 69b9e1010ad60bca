//! Key presses, as the keyboard sends them.

use crate::failure::{Failure, Step};
use fantoccini::actions::{InputSource, KeyAction, KeyActions};

/// One chord, written like `Control+Shift+z`, `Tab` or `a`.
pub fn chord(chord: &str) -> Step<KeyActions> {
    let keys = chord.split('+').map(key).collect::<Step<Vec<char>>>()?;
    let mut actions = KeyActions::new("keys".into());
    for &value in &keys {
        actions = actions.then(KeyAction::Down { value });
    }
    for &value in keys.iter().rev() {
        actions = actions.then(KeyAction::Up { value });
    }
    Ok(actions)
}

/// The keys of a text, one after the other.
pub fn text(text: &str) -> KeyActions {
    text.chars()
        .fold(KeyActions::new("keys".into()), |actions, value| {
            actions
                .then(KeyAction::Down { value })
                .then(KeyAction::Up { value })
        })
}

/// The WebDriver code point of a named key, or the character itself.
fn key(name: &str) -> Step<char> {
    let mut letters = name.chars();
    if let (Some(letter), None) = (letters.next(), letters.next()) {
        return Ok(letter);
    }
    Ok(match name {
        "Control" => '\u{e009}',
        "Shift" => '\u{e008}',
        "Alt" => '\u{e00a}',
        "Tab" => '\u{e004}',
        "Enter" => '\u{e007}',
        "Escape" => '\u{e00c}',
        "Space" => ' ',
        "Backspace" => '\u{e003}',
        "Delete" => '\u{e017}',
        "F1" => '\u{e031}',
        "Home" => '\u{e011}',
        "End" => '\u{e010}',
        "PageUp" => '\u{e00e}',
        "PageDown" => '\u{e00f}',
        "Left" => '\u{e012}',
        "Up" => '\u{e013}',
        "Right" => '\u{e014}',
        "Down" => '\u{e015}',
        other => return Err(Failure::Wrong(format!("no key is called {other}"))),
    })
}
