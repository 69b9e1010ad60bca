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
    // A fault of ours ends in a sentence like everything else, not in a trace of the program.
    std::panic::set_hook(Box::new(|_| {}));
    let done = std::panic::catch_unwind(|| {
        Caller::new()
            .and_then(|caller| commands::run(&caller, args::parse(std::env::args_os().skip(1))))
    });
    let Failure { message, exit } = match done {
        Ok(Ok(())) => return ExitCode::SUCCESS,
        Ok(Err(failure)) => failure,
        Err(_) => Failure::fault(),
    };
    eprintln!("plumb: {}", out::visible(&message));
    ExitCode::from(exit)
}
