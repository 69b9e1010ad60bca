//! Lines for stdout. A reader that has seen enough (`plumb history FILE | head`) closes the pipe; that
//! is its right and no failure of ours.

use std::io::{ErrorKind, Write};

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
