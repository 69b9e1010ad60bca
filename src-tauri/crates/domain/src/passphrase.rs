//! Passphrases: six words to suggest, and how hard a typed one is to guess.
//!
//! The measure is what a guesser with the file would need: the file's key derivation costs about a
//! third of a second a guess on one core, so 2^28 guesses are about three core-years and a rented
//! thousand cores find it in a day. Words are counted as words, repetitions and runs count little.

use content::Wording;
use std::collections::BTreeSet;

/// The bundled words: short, common, distinct in their first letters as far as possible.
static WORDS: &str = include_str!("passphrase/words.txt");

/// How many words are suggested. Six of 1,024 are 60 bits.
const SUGGESTED: usize = 6;

/// Where entropy comes from: fills the slice with random bytes.
pub type Random<'a> = &'a mut dyn FnMut(&mut [u8]);

/// Six random words, joined by spaces.
pub fn suggest(random: Random) -> String {
    let words: Vec<&str> = WORDS.lines().collect();
    let mut picked = Vec::with_capacity(SUGGESTED);
    while picked.len() < SUGGESTED {
        let mut bytes = [0u8; 2];
        random(&mut bytes);
        // 1,024 divides 65,536, so the remainder favours no word.
        if let Some(word) = words.get(usize::from(u16::from_le_bytes(bytes)) % words.len().max(1)) {
            picked.push(*word);
        }
    }
    picked.join(" ")
}

/// How hard a passphrase is to guess for someone who has the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// Found within hours: to be refused.
    Hopeless,
    /// To be taken with a warning.
    Weak,
    /// Holds against a determined thief.
    Good,
    /// Holds for decades.
    Strong,
}

/// What was found about a passphrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Weighed {
    /// The verdict.
    pub strength: Strength,
    /// Why, and what to do.
    pub advice: Wording,
}

/// How a passphrase would hold. `known` are words an attacker would try first: the organisation's
/// name, the file's name, the account.
pub fn weigh(passphrase: &str, known: &[&str]) -> Weighed {
    let (strength, advice) = if passphrase.trim().is_empty() {
        (Strength::Hopeless, "errors.passphrase.empty")
    } else if is_common(passphrase) {
        (Strength::Hopeless, "errors.passphrase.common")
    } else {
        match bits(passphrase, known) {
            bits if bits < 28.0 => (Strength::Hopeless, "errors.passphrase.hopeless"),
            bits if bits < 42.0 => (Strength::Weak, "errors.passphrase.weak"),
            bits if bits < 58.0 => (Strength::Good, "errors.passphrase.good"),
            _ => (Strength::Strong, "errors.passphrase.strong"),
        }
    };
    Weighed {
        strength,
        advice: Wording::plain(advice),
    }
}

/// Bits a guesser has to cover, estimated from below: the cheaper of "words" and "characters".
fn bits(passphrase: &str, known: &[&str]) -> f64 {
    let known: BTreeSet<String> = known
        .iter()
        .flat_map(|name| split(name))
        .filter(|word| word.chars().count() > 2)
        .collect();
    let mut seen = BTreeSet::new();
    let words: f64 = split(passphrase)
        .into_iter()
        .map(|word| {
            if known.contains(&word) || !seen.insert(word.clone()) {
                1.0
            } else {
                word_bits(&word)
            }
        })
        .sum();
    words.min(character_bits(passphrase))
}

/// A word of letters is one of a big dictionary; digits and mixtures are counted by character, with
/// years and dates as what they are.
fn word_bits(word: &str) -> f64 {
    let length = word.chars().count() as f64;
    if word.chars().all(char::is_alphabetic) {
        // A short common word costs 10 bits, any other 13; only a long rare one costs more.
        (length * 3.4).min(if length > 9.0 { 17.0 } else { 13.0 })
    } else if word.chars().all(|c| c.is_ascii_digit()) {
        if length == 4.0 { 7.0 } else { length * 2.8 }
    } else {
        character_bits(word)
    }
}

/// Characters, where one that continues a run or repeats the one before counts a bit only.
fn character_bits(text: &str) -> f64 {
    let characters: Vec<char> = text.chars().collect();
    let classes = [
        (char::is_lowercase as fn(char) -> bool, 26.0_f64),
        (char::is_uppercase, 26.0),
        (char::is_numeric, 10.0),
    ];
    let mut alphabet: f64 = classes
        .iter()
        .filter(|(class, _)| characters.iter().any(|c| class(*c)))
        .map(|(_, size)| size)
        .sum();
    if characters.iter().any(|c| !c.is_alphanumeric()) {
        alphabet += 20.0;
    }
    let each = alphabet.max(2.0).log2();
    let mut sum = 0.0;
    for (place, c) in characters.iter().enumerate() {
        let cheap = place > 0 && {
            let before = characters[place - 1];
            let step = i64::from(u32::from(*c)) - i64::from(u32::from(before));
            step.abs() <= 1 || on_one_row(before, *c)
        };
        sum += if cheap { 1.0 } else { each };
    }
    sum
}

/// Whether two keys are neighbours on a usual keyboard.
fn on_one_row(a: char, b: char) -> bool {
    const ROWS: [&str; 4] = ["1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"];
    let (a, b) = (a.to_ascii_lowercase(), b.to_ascii_lowercase());
    ROWS.iter().any(|row| match (row.find(a), row.find(b)) {
        (Some(a), Some(b)) => a.abs_diff(b) == 1,
        _ => false,
    })
}

/// Words, folded to lower case. A word with a number behind it is two: everyone thinks of "acme2026".
fn split(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    for run in text.split(|c: char| !c.is_alphanumeric()) {
        let letters = run.trim_end_matches(|c: char| c.is_ascii_digit());
        let digits = run.strip_prefix(letters).unwrap_or_default();
        if letters.chars().count() > 2 && letters.chars().all(char::is_alphabetic) {
            words.extend([letters, digits]);
        } else {
            words.push(run);
        }
    }
    words.retain(|word| !word.is_empty());
    words.into_iter().map(str::to_lowercase).collect()
}

/// What everyone tries first, with the usual swaps of letters for digits taken back.
fn is_common(passphrase: &str) -> bool {
    const COMMON: [&str; 24] = [
        "password",
        "passphrase",
        "passwort",
        "geheim",
        "secret",
        "welcome",
        "letmein",
        "admin",
        "administrator",
        "qwerty",
        "qwertz",
        "azerty",
        "iloveyou",
        "monkey",
        "dragon",
        "football",
        "master",
        "login",
        "plumbline",
        "governance",
        "changeme",
        "default",
        "test",
        "correcthorsebatterystaple",
    ];
    let lower = passphrase.to_lowercase();
    let plain: String = lower
        .trim_end_matches(|c: char| !c.is_alphabetic())
        .chars()
        .filter_map(|c| match c {
            '0' => Some('o'),
            '1' | '!' => Some('i'),
            '3' => Some('e'),
            '4' | '@' => Some('a'),
            '5' | '$' => Some('s'),
            c if c.is_alphabetic() => Some(c),
            _ => None,
        })
        .collect();
    let stem: String = lower.chars().filter(|c| c.is_alphabetic()).collect();
    COMMON.contains(&plain.as_str()) || COMMON.contains(&stem.as_str())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_bundled_words_are_a_power_of_two_distinct_and_typeable() {
        let words: Vec<&str> = WORDS.lines().collect();
        let distinct: BTreeSet<&&str> = words.iter().collect();
        assert_eq!(words.len(), 1024);
        assert_eq!(distinct.len(), 1024);
        for word in words {
            assert!((3..=8).contains(&word.len()), "{word}");
            assert!(word.chars().all(|c| c.is_ascii_lowercase()), "{word}");
        }
    }

    #[test]
    fn a_suggestion_follows_its_randomness_and_is_strong() {
        let mut counter = 0u8;
        let mut random = |bytes: &mut [u8]| {
            for byte in bytes {
                counter = counter.wrapping_mul(31).wrapping_add(7);
                *byte = counter;
            }
        };
        let first = suggest(&mut random);
        let second = suggest(&mut random);
        assert_ne!(first, second);
        assert_eq!(first.split(' ').count(), SUGGESTED);
        assert_eq!(weigh(&first, &[]).strength, Strength::Strong);
    }

    #[test]
    fn typed_passphrases_are_weighed_as_a_guesser_would() {
        use Strength::*;
        let known = ["Veldkamp Insurance", "veldkamp.aims"];
        for (passphrase, expected) in [
            ("", Hopeless),
            ("   ", Hopeless),
            ("P@ssw0rd!", Hopeless),
            ("password2026", Hopeless),
            ("veldkamp", Hopeless),
            ("veldkamp2026", Hopeless),
            ("Summer2026!", Hopeless),
            ("Veldkamp Insurance 2026", Hopeless),
            ("12345678901234567890", Hopeless),
            ("aaaaaaaaaaaaaaaaaaaaaa", Hopeless),
            ("qwertyuiopasdfghjkl", Hopeless),
            ("tiger tiger tiger tiger", Hopeless),
            ("river copper lantern", Weak),
            ("xK9#mQ2$vL7pWz", Strong),
            ("river copper lantern orchard", Good),
            ("river copper lantern orchard violin saddle", Strong),
        ] {
            assert_eq!(
                weigh(passphrase, &known).strength,
                expected,
                "{passphrase:?}"
            );
        }
    }
}
