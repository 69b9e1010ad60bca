//! Every script of the product has its glyphs, and every glyph its characters.

use super::*;

/// Sets words and gives back what the glyphs say, line by line, checking each run on the way.
fn check(words: &str, width: f32) -> (Vec<String>, Replaced) {
    let mut typesetter = Typesetter::default();
    let lines = typesetter.set(&Text::new(words, look::BODY), width, Align::Start);
    let mut said = Vec::new();
    for line in &lines {
        let mut parts: Vec<String> = Vec::new();
        for run in &line.runs {
            assert!(
                run.glyphs.iter().all(|glyph| glyph.id != 0),
                "uncovered glyph in {words:?}"
            );
            let mut clusters: Vec<Range<usize>> =
                run.glyphs.iter().map(|glyph| glyph.text.clone()).collect();
            clusters.dedup();
            clusters.sort_by_key(|range| range.start);
            let told: String = clusters
                .iter()
                .map(|range| &run.text[range.clone()])
                .collect();
            assert_eq!(told, *run.text, "clusters cover the run's text once");
            parts.push(told);
        }
        said.push(parts.concat());
    }
    (said, typesetter.replaced)
}

#[test]
fn every_script_of_the_product_has_its_glyphs() {
    for words in [
        "Zażółć gęślą jaźń",
        "İstanbul'da ılık şğ",
        "Tiếng Việt có dấu đầy đủ",
        "Ξεσκεπάζω τὴν ψυχοφθόρα",
        "Съешь ещё этих мягких булок",
        "漢字かなカナ㈱",
        "한국어 문장",
        "∀x∈ℝ ≤ ⟨a⟩ 𝒜",
        "☐ ☑ ✔ ⚠",
        "🙂🚀🏳️‍🌈👩🏽‍🔬🇩🇪1️⃣",
        "fi ffl office",
        "e\u{301}a\u{323}\u{302}",
        "x\u{200b}y\u{200d}z\u{ad}w",
    ] {
        let (said, replaced) = check(words, 1000.0);
        assert_eq!(said.concat(), words);
        assert!(replaced.is_empty(), "{words}: {replaced:?}");
    }
}

#[test]
fn right_to_left_text_keeps_its_words() {
    for words in ["שלום עולם", "مرحبا بالعالم لا إله", "السلام عليكم"]
    {
        let (said, replaced) = check(words, 1000.0);
        assert_eq!(said, [words]);
        assert!(replaced.is_empty());
    }
    let mixed = "Model \"نموذج الائتمان\" v2, גרסה 3";
    assert_eq!(check(mixed, 1000.0).0, [mixed]);
}

#[test]
fn what_no_face_covers_is_shown_by_its_code_point() {
    let (said, replaced) = check("a\u{378}b\u{13000}c", 1000.0);
    assert_eq!(said, ["a⟨U+0378⟩b⟨U+13000⟩c"]);
    assert_eq!(replaced.values().sum::<usize>(), 2);
}

#[test]
fn a_word_longer_than_the_line_is_broken_and_nothing_is_lost() {
    let word = "https://example.org/".repeat(12) + &"x".repeat(200);
    let (said, _) = check(&word, 60.0);
    assert!(said.len() > 10);
    assert_eq!(said.concat(), word);
}

#[test]
fn paragraphs_stay_apart_and_spaces_at_line_ends_stay_in_the_text() {
    let (said, _) = check("one two three four five six\n\nseven", 40.0);
    assert_eq!(said.concat(), "one two three four five sixseven");
    assert!(said[0].ends_with(' '));
}
