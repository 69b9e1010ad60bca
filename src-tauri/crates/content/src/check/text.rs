//! Checks of texts: placeholders, plurals, and that a translation has an English text to follow.

use crate::library::ENGLISH;
use crate::problem::{Flaw, Problem};
use crate::text::placeholders;
use std::collections::{BTreeMap, BTreeSet};

/// Key to text and the file it came from.
type Area = BTreeMap<String, (String, String)>;

/// Checks the texts of every language against themselves and against the English ones.
pub(crate) fn texts(languages: &BTreeMap<String, Area>, problems: &mut Vec<Problem>) {
    let none = Area::new();
    let english = languages.get(ENGLISH).unwrap_or(&none);
    for (language, area) in languages {
        for (key, (text, file)) in area {
            let mut flaw = |what: Flaw| problems.push(Problem::new(file, key, what));
            let Ok(named) = placeholders(text) else {
                flaw(Flaw::LooseBrace);
                continue;
            };
            if text.trim().is_empty() {
                flaw(Flaw::Missing("text"));
            }
            if let Some(stem) = key.strip_suffix(".one") {
                match area.get(&format!("{stem}.other")) {
                    None => flaw(Flaw::HalfPlural),
                    Some((other, _)) => foreign(&named, other, true, &mut flaw),
                }
            }
            // `other` alone is a word like any other, unless it counts something.
            if let Some(stem) = key.strip_suffix(".other")
                && named.contains(&"n")
                && !area.contains_key(&format!("{stem}.one"))
            {
                flaw(Flaw::HalfPlural);
            }
            if language != ENGLISH {
                match english.get(key) {
                    None => flaw(Flaw::NotInEnglish),
                    Some((original, _)) => {
                        foreign(&named, original, key.ends_with(".one"), &mut flaw)
                    }
                }
            }
        }
    }
}

/// Names each placeholder that the text it belongs to does not have. In a plural, `n` is always given.
fn foreign(named: &[&str], original: &str, plural: bool, flaw: &mut impl FnMut(Flaw)) {
    let Ok(known) = placeholders(original) else {
        return;
    };
    let known: BTreeSet<&str> = known.into_iter().collect();
    for name in named {
        let always = plural && *name == "n";
        if !always && !known.contains(name) {
            flaw(Flaw::UnknownPlaceholder((*name).to_owned()));
        }
    }
}
