//! What many lists say where they say nothing.

use super::options::Meaning;
use domain::text::fold;

/// Words that say "not applicable" where no mapping says otherwise.
const NOT_APPLICABLE: [&str; 8] = [
    "n a",
    "na",
    "not applicable",
    "nicht zutreffend",
    "entfallt",
    "sans objet",
    "non applicable",
    "n v t",
];
/// Bytes beyond which a text says more than that nothing is known. Folding long texts is costly.
const SHORT: usize = 40;

/// Whether a text only says that something does not apply.
pub(super) fn is_not_applicable(text: &str) -> bool {
    text.len() <= SHORT && NOT_APPLICABLE.contains(&fold(text).as_str())
}

/// Words that say "not known".
const NOT_KNOWN: [&str; 9] = [
    "unknown",
    "not known",
    "tbd",
    "to be determined",
    "unbekannt",
    "unklar",
    "inconnu",
    "onbekend",
    "don t know",
];

/// "Not applicable" and "not known" in the words of many lists.
pub(super) fn no_answer(text: &str) -> Option<Meaning> {
    if text.len() > SHORT {
        return None;
    }
    let folded = fold(text);
    if NOT_APPLICABLE.contains(&folded.as_str()) {
        Some(Meaning::NotApplicable)
    } else if NOT_KNOWN.contains(&folded.as_str()) {
        Some(Meaning::NotKnown)
    } else {
        None
    }
}
