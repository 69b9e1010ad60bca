//! Why a command did not do what was asked, already in words.

use crate::args::Usage;
use crate::out::shown;
use content::{Texts, Wording};

/// One or two plain sentences and the exit code.
#[derive(Debug)]
pub struct Failure {
    /// For stderr.
    pub message: String,
    /// 1 refused or damaged, 2 wrong usage.
    pub exit: u8,
}

impl Failure {
    /// Refused, or damaged.
    pub fn refused(message: impl Into<String>) -> Self {
        Failure {
            message: message.into(),
            exit: 1,
        }
    }

    /// Refused, in the words of a text.
    pub fn say(texts: &Texts, wording: &Wording) -> Self {
        Failure::refused(texts.say(wording))
    }

    /// Wrong usage that only the content of a command shows, already in words.
    pub fn misused(message: impl Into<String>) -> Self {
        Failure {
            message: message.into(),
            exit: 2,
        }
    }

    /// A fault of the program itself. Content may be what failed, so the words are looked up with care.
    pub fn fault() -> Self {
        let words = content::library().map_or("internal fault", |library| {
            library.texts().get("cli.error.fault")
        });
        Failure::refused(words)
    }

    /// Wrong usage.
    pub fn usage(texts: &Texts, usage: &Usage) -> Self {
        let say = |name: &str, word: &str| {
            texts.format(&format!("cli.usage.{name}"), &[("word", &shown(word))])
        };
        let message = match usage {
            Usage::UnknownCommand(word) => say("unknown-command", word),
            Usage::Unexpected(word) => say("unexpected", word),
            Usage::Twice(word) => say("twice", word),
            Usage::Missing(word) => say("missing", word),
            Usage::NotADate(word) => say("not-a-date", word),
            Usage::NotAVersion(word) => say("not-a-version", word),
            Usage::NotText => texts.get("cli.usage.not-text").to_owned(),
        };
        Failure { message, exit: 2 }
    }
}
