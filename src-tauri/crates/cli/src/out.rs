//! Lines for stdout. A reader that has seen enough (`plumb history FILE | head`) closes the pipe; that
//! is its right and no failure of ours.

use std::io::Write;

/// Prints a line.
pub fn line(text: impl AsRef<str>) {
    let mut out = std::io::stdout().lock();
    if writeln!(out, "{}", text.as_ref())
        .and_then(|()| out.flush())
        .is_err()
    {
        std::process::exit(0);
    }
}
