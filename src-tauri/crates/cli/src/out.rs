//! Lines for stdout. A reader that has seen enough (`plumb history FILE | head`) closes the pipe; that
//! is its right and no failure of ours.

use crate::failure::Failure;
use std::io::{ErrorKind, Write};

/// Prints a value as indented JSON, fields in the order of the type.
pub fn json(value: &impl serde::Serialize) -> Result<(), Failure> {
    let text =
        serde_json::to_string_pretty(value).map_err(|error| Failure::refused(error.to_string()))?;
    line(text);
    Ok(())
}

/// Prints a line.
pub fn line(text: impl AsRef<str>) {
    let mut out = std::io::stdout().lock();
    match writeln!(out, "{}", text.as_ref()).and_then(|()| out.flush()) {
        Ok(()) => {}
        Err(error) if error.kind() == ErrorKind::BrokenPipe => std::process::exit(0),
        // What was to be said is lost; a program that reads it must learn so.
        Err(error) => {
            eprintln!("plumb: {error}");
            std::process::exit(1);
        }
    }
}
