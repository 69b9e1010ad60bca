//! The known word that an unknown one was probably meant to be.

use std::collections::BTreeMap;

/// The candidate most like `word`; the first of several equal ones. None only when there is none.
pub fn nearest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let wanted = pairs(word);
    let mut best: Option<(u64, &'c str)> = None;
    for candidate in candidates {
        let likeness = likeness(&wanted, &pairs(candidate));
        if best.is_none_or(|(known, _)| likeness > known) {
            best = Some((likeness, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// Neighbouring letters with the ends marked, however often each pair stands there: unlike a count of
/// edits, it also finds a long id of which only one word was remembered.
fn pairs(word: &str) -> BTreeMap<(char, char), u64> {
    let letters = word.chars().flat_map(char::to_lowercase);
    let letters = letters.map(|letter| {
        if letter.is_alphanumeric() {
            letter
        } else {
            '-'
        }
    });
    let mut pairs = BTreeMap::new();
    let mut before = '^';
    for letter in letters.chain(['$']) {
        *pairs.entry((before, letter)).or_default() += 1;
        before = letter;
    }
    pairs
}

/// Twice what is shared, in parts of a million of all there is.
fn likeness(a: &BTreeMap<(char, char), u64>, b: &BTreeMap<(char, char), u64>) -> u64 {
    let shared: u64 = a
        .iter()
        .map(|(pair, count)| b.get(pair).copied().unwrap_or(0).min(*count))
        .sum();
    let all: u64 = a.values().chain(b.values()).sum();
    2_000_000 * shared / all.max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_parts_and_other_spellings_are_recognised() {
        let known = [
            "fields-of-use",
            "emotion-where",
            "kind-of-product",
            "yes",
            "no",
        ];
        for (word, meant) in [
            ("field-of-use", "fields-of-use"),
            ("feilds-of-use", "fields-of-use"),
            ("Fields_Of_Use", "fields-of-use"),
            ("emotion", "emotion-where"),
            ("product", "kind-of-product"),
            ("yess", "yes"),
            ("nein", "no"),
        ] {
            assert_eq!(nearest(word, known), Some(meant), "{word}");
        }
        assert_eq!(nearest("word", []), None);
    }
}
