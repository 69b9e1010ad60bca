//! Where a passphrase comes from: the environment or the terminal, never an argument.

use crate::failure::Failure;
use content::Texts;
use domain::passphrase::Strength;
use std::io::IsTerminal;
use std::path::Path;
use store::Passphrase;
use zeroize::Zeroizing;

/// Read before asking; for scripts.
const VARIABLE: &str = "PLUMB_PASSPHRASE";

/// The passphrase of a file that is there.
pub fn of_existing(texts: &Texts, file: &Path) -> Result<Passphrase, Failure> {
    let name = file.display().to_string();
    let typed = match from_environment() {
        Some(typed) => typed,
        None => ask(
            texts,
            &name,
            &texts.format("cli.ask.passphrase", &[("file", &name)]),
        )?,
    };
    Ok(Passphrase::new(typed.as_str()))
}

/// The passphrase for a new file: asked twice, and refused when it is hopeless.
pub fn for_new(texts: &Texts, file: &Path, organisation: &str) -> Result<Passphrase, Failure> {
    let name = file.display().to_string();
    let typed = match from_environment() {
        Some(typed) => typed,
        None => {
            let first = ask(texts, &name, texts.get("cli.ask.new-passphrase"))?;
            let second = ask(texts, &name, texts.get("cli.ask.repeat"))?;
            if first != second {
                return Err(Failure::refused(texts.get("cli.error.passphrase-differs")));
            }
            first
        }
    };
    let weighed = domain::passphrase::weigh(&typed, &[organisation]);
    if weighed.strength == Strength::Hopeless {
        let advice = texts.say(&weighed.advice);
        return Err(Failure::refused(
            texts.format("cli.error.passphrase-refused", &[("advice", &advice)]),
        ));
    }
    Ok(Passphrase::new(typed.as_str()))
}

fn from_environment() -> Option<Zeroizing<String>> {
    std::env::var(VARIABLE).ok().map(Zeroizing::new)
}

fn ask(texts: &Texts, file: &str, prompt: &str) -> Result<Zeroizing<String>, Failure> {
    if !std::io::stdin().is_terminal() {
        return Err(Failure::refused(
            texts.format("cli.error.passphrase-missing", &[("file", file)]),
        ));
    }
    rpassword::prompt_password(prompt)
        .map(Zeroizing::new)
        .map_err(|error| Failure::refused(error.to_string()))
}
