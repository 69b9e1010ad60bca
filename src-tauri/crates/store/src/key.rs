//! What opens a client file.

use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

/// A passphrase: wiped from memory when dropped, never printed. Composed (NFC), so that one keyboard's
/// "é" opens what another keyboard's "é" closed.
#[derive(Clone)]
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// Takes the typed text and wipes it.
    pub fn new(typed: impl Into<String>) -> Self {
        let typed = Zeroizing::new(typed.into());
        // NFC grows a text at most threefold in UTF-8, so that no half copy is left behind
        // by a growing string.
        let mut composed = Zeroizing::new(String::with_capacity(typed.len() * 3));
        composed.extend(typed.nfc());
        Passphrase(composed)
    }

    /// Whether it could open anything: at least one character, and no NUL.
    pub fn is_usable(&self) -> bool {
        !self.0.is_empty() && !self.0.contains('\0')
    }

    /// The text itself, for binding it to a statement.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// The statement that hands the passphrase to the cipher.
    pub(crate) fn statement(&self) -> Zeroizing<String> {
        let mut statement = Zeroizing::new(String::with_capacity(self.0.len() * 2 + 16));
        statement.push_str("PRAGMA key = '");
        for c in self.0.chars() {
            if c == '\'' {
                statement.push('\'');
            }
            statement.push(c);
        }
        statement.push_str("';");
        statement
    }
}

impl std::fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Passphrase(..)")
    }
}

/// How a file is closed to others.
#[derive(Debug, Clone)]
pub enum Key {
    /// Encrypted with a passphrase; nobody can recover it.
    Passphrase(Passphrase),
    /// Readable by anyone who has the file. An explicit, warned choice.
    Unencrypted,
}

impl Key {
    /// Whether the key encrypts.
    pub fn encrypts(&self) -> bool {
        matches!(self, Key::Passphrase(_))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passphrase_never_prints_and_is_the_same_on_every_keyboard() {
        let composed = Passphrase::new("caf\u{e9}");
        let decomposed = Passphrase::new("cafe\u{301}");
        assert_eq!(*composed.statement(), *decomposed.statement());
        assert!(!format!("{:?}", Key::Passphrase(composed)).contains("caf"));
    }

    #[test]
    fn a_quote_in_a_passphrase_stays_inside_the_statement() {
        assert_eq!(
            *Passphrase::new("a'; b").statement(),
            "PRAGMA key = 'a''; b';"
        );
        assert!(!Passphrase::new("").is_usable());
        assert!(!Passphrase::new("a\0b").is_usable());
    }
}
