//! One command that is run, shown while it runs, and timed.

use crate::{Outcome, place};
use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

/// What is left of a command that has ended.
pub struct Done {
    /// How it ended.
    pub status: ExitStatus,
    /// What it wrote to standard output; it was shown as well.
    pub text: String,
    /// How long it took.
    pub took: Duration,
}

/// A cargo command on this workspace, in the repository's folder.
pub fn cargo(arguments: &[&str]) -> Command {
    let mut command = program(
        std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()),
        arguments,
    );
    // `cargo run` describes this package to its child; a nested cargo would hand that on to build
    // scripts, which then believe that something changed.
    for (name, _) in std::env::vars_os() {
        if let Some(text) = name.to_str()
            && [
                "CARGO_PKG_",
                "CARGO_MANIFEST_",
                "CARGO_BIN_",
                "CARGO_PRIMARY_",
            ]
            .iter()
            .any(|own| text.starts_with(own))
        {
            command.env_remove(&name);
        }
    }
    command
}

/// Any command, in the repository's folder.
pub fn program(program: impl AsRef<OsStr>, arguments: &[&str]) -> Command {
    let mut command = Command::new(program);
    command
        .args(arguments)
        .current_dir(place::root())
        .stdin(Stdio::null());
    command
}

/// `npm`, which on Windows is a script with another name, in this folder.
pub fn npm(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = program(if cfg!(windows) { "npm.cmd" } else { "npm" }, arguments);
    command.current_dir(folder);
    command
}

/// Announces what comes.
pub fn say(what: &str) {
    println!("\n== {what}");
    let _ = std::io::stdout().flush();
}

/// Runs a command with its output going straight to the person.
pub fn run(command: &mut Command) -> Outcome {
    let status = command
        .status()
        .map_err(|error| cannot_start(command, &error))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("{} ended with {status}.", words(command)))
    }
}

/// Runs a command, shows its standard output line by line, each after these words, and keeps it.
pub fn watch(before: &str, command: &mut Command) -> Outcome<Done> {
    let start = Instant::now();
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| cannot_start(command, &error))?;
    let mut text = String::new();
    if let Some(out) = child.stdout.take() {
        let mut out = BufReader::new(out);
        let mut line = Vec::new();
        while out
            .read_until(b'\n', &mut line)
            .map_err(|e| e.to_string())?
            > 0
        {
            let words = String::from_utf8_lossy(&line);
            print!("{before}{words}");
            text.push_str(&words);
            line.clear();
        }
    }
    let status = child.wait().map_err(|error| error.to_string())?;
    Ok(Done {
        status,
        text,
        took: start.elapsed(),
    })
}

/// Runs a command silently and gives its standard output, if it succeeds.
pub fn ask(command: &mut Command) -> Outcome<String> {
    let output = command
        .stderr(Stdio::null())
        .output()
        .map_err(|error| cannot_start(command, &error))?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        Err(format!("{} ended with {}.", words(command), output.status))
    }
}

fn cannot_start(command: &Command, error: &std::io::Error) -> String {
    format!(
        "{} cannot be started: {error}.",
        command.get_program().to_string_lossy()
    )
}

/// The command as it would be typed.
pub fn words(command: &Command) -> String {
    let mut line = Path::new(command.get_program())
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    for argument in command.get_args() {
        line.push(' ');
        line.push_str(&argument.to_string_lossy());
    }
    line
}
