//! How alike a heading and the words of a question are.

use domain::text::fold;
use std::collections::BTreeSet;

/// Words that tell nothing apart, in the languages of the vocabulary.
const STOP: [&str; 59] = [
    "a", "an", "and", "any", "are", "be", "by", "does", "for", "from", "has", "have", "how", "if",
    "in", "is", "it", "its", "of", "on", "or", "that", "the", "this", "to", "use", "used", "was",
    "what", "when", "which", "who", "with", "ai", "system", "case", "der", "die", "das", "des",
    "und", "ki", "le", "la", "les", "de", "du", "et", "ia", "het", "een", "van", "en", "please",
    "describe", "been", "project", "agency", "no",
];

/// The words of a text that can tell it apart, cut to their stem.
pub fn tokens(text: &str) -> BTreeSet<String> {
    fold(text)
        .split(' ')
        .filter(|word| !word.is_empty() && !STOP.contains(word))
        .map(stem)
        .collect()
}

/// Plural and verb endings of English, and no more: `datasets` meets `dataset`, `monitored` `monitoring`.
fn stem(word: &str) -> String {
    const ENDINGS: [&str; 6] = ["ings", "ing", "ed", "es", "s", "e"];
    for ending in ENDINGS {
        if let Some(stem) = word.strip_suffix(ending)
            && stem.chars().count() >= 4
        {
            return stem.to_owned();
        }
    }
    word.to_owned()
}

/// From 0 (nothing in common) to 100 (the same words): twice the shared words over all of both.
pub fn likeness(one: &BTreeSet<String>, other: &BTreeSet<String>) -> u32 {
    let all = one.len() + other.len();
    if all == 0 {
        return 0;
    }
    (one.intersection(other).count() * 200 / all) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(one: &str, other: &str, least: u32, most: u32) {
        let likeness = likeness(&tokens(one), &tokens(other));
        assert!(
            (least..=most).contains(&likeness),
            "{one} / {other}: {likeness}"
        );
    }

    #[test]
    fn shared_words_count_and_filler_does_not() {
        check("Data sources", "What are the data sources?", 100, 100);
        check(
            "Intended purposes of the AI system",
            "Intended purpose",
            100,
            100,
        );
        check("Vendor contact", "Vendor", 50, 70);
        check("Country", "Countries", 0, 0);
        check("Owner", "Version", 0, 0);
        check("No", "If no, please explain", 0, 0);
    }
}
