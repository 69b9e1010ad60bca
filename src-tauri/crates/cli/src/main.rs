//! `plumb`: the verbs of the product without a window. Other programs rely on its form: words,
//! `--json` outputs and exit codes (0 done, 1 refused or damaged, 2 wrong usage) do not change meaning.

mod args;
mod caller;
mod commands;
mod failure;
mod out;
mod passphrase;

use caller::Caller;
use failure::Failure;
use std::process::ExitCode;

fn main() -> ExitCode {
    match Caller::new()
        .and_then(|caller| commands::run(&caller, args::parse(std::env::args_os().skip(1))))
    {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure { message, exit }) => {
            eprintln!("plumb: {message}");
            ExitCode::from(exit)
        }
    }
}
