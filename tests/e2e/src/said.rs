//! The words of the screens, from the same text files the app shows. Roads name a sentence by its key:
//! rewording does not break them, a missing sentence does.

use crate::failure::{Failure, Step};

use content::Texts;

/// What the screens say in English under `ui.<key>`.
pub fn said(key: &str) -> Step<String> {
    said_with(key, &[])
}

/// The same, with its placeholders filled.
pub fn said_with(key: &str, values: &[(&str, &str)]) -> Step<String> {
    let key = format!("ui.{key}");
    Ok(texts_with(&key)?.format(&key, values))
}

/// What the screens say of so many things.
pub fn said_count(key: &str, count: u64) -> Step<String> {
    let key = format!("ui.{key}");
    Ok(texts_with(&format!("{key}.other"))?.count(&key, count, &[]))
}

/// The texts in English, if they have this key.
pub fn texts_with(key: &str) -> Step<&'static Texts> {
    let texts = content::library()
        .map_err(|problems| Failure::Wrong(format!("the content is broken: {problems:?}")))?
        .texts();
    match texts.find(key) {
        Some(_) => Ok(texts),
        None => Err(Failure::Wrong(format!("no text has the key {key}"))),
    }
}
