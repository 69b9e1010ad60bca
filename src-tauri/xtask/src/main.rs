//! `cargo xtask run | test | bundle | bench`: everything a person needs after a clone, set-up included.
//!
//! Plain std, so that it is there in seconds on a machine that has nothing but Rust, Node and Python.

mod bench;
mod bundle;
mod machine;
mod place;
mod run;
mod step;
mod table;
mod tally;
mod test;

use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask run      builds Plumbline, makes the sample organisation's file and reports in out/, opens the app
cargo xtask test     format, lints, all tests, the app in a real window; the last line sums up
cargo xtask bundle   makes the deb and rpm packages, offline
cargo xtask bench    measures an optimised build against its references

Each first sees to what the machine needs (system packages, packages from npm).";

/// Why a command ended early, in words for the person who called it.
pub type Outcome<T = ()> = Result<T, String>;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        ["run"] => run::run(),
        ["test"] => test::test(),
        ["bundle"] => bundle::bundle(),
        ["bench"] => bench::bench(None),
        ["bench", only] => bench::bench(Some(only)),
        [] | ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            return ExitCode::SUCCESS;
        }
        other => {
            eprintln!("There is no `cargo xtask {}`.\n\n{USAGE}", other.join(" "));
            return ExitCode::from(2);
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            if !why.is_empty() {
                eprintln!("\n{why}");
            }
            ExitCode::FAILURE
        }
    }
}
