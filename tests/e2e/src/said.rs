//! The words of the screens, from the same text files the app shows. Roads name a sentence by its key:
//! rewording does not break them, a missing sentence does.

use crate::failure::{Failure, Step};

/// What the screens say in English under `ui.<key>`.
pub fn said(key: &str) -> Step<String> {
    said_with(key, &[])
}

/// The same, with its placeholders filled.
pub fn said_with(key: &str, values: &[(&str, &str)]) -> Step<String> {
    let library = content::library()
        .map_err(|problems| Failure::Wrong(format!("the content is broken: {problems:?}")))?;
    let key = format!("ui.{key}");
    match library.texts().find(&key) {
        Some(_) => Ok(library.texts().format(&key, values)),
        None => Err(Failure::Wrong(format!("no text has the key {key}"))),
    }
}
