//! One file per command. Each takes its words and the caller, and prints what it did.

mod check;
mod classify;
mod crosswalk;
mod export;
mod framework;
mod gaps;
mod history;
mod import;
mod new;
mod questions;
mod report;
mod soa;
mod systems;

use crate::args::{Command, Usage};
use crate::caller::Caller;
use crate::failure::Failure;
use crate::out;

/// Does what the words ask for.
pub fn run(caller: &Caller, command: Result<Command, Usage>) -> Result<(), Failure> {
    let texts = caller.texts();
    match command.map_err(|usage| Failure::usage(texts, &usage))? {
        Command::Help => {
            out::line(texts.get("cli.help").trim_end());
            Ok(())
        }
        Command::Version => {
            let version = env!("CARGO_PKG_VERSION");
            out::line(texts.format("cli.version", &[("version", version)]));
            Ok(())
        }
        Command::New {
            file,
            organisation,
            unencrypted,
        } => new::empty(caller, &file, organisation.as_deref(), unencrypted),
        Command::Sample {
            file,
            organisation,
            unencrypted,
        } => new::sample(caller, &file, organisation.as_deref(), unencrypted),
        Command::Systems { file, json } => systems::run(caller, &file, json),
        Command::Import {
            file,
            table,
            mapping,
            dry_run,
        } => import::run(caller, &file, &table, mapping.as_deref(), dry_run),
        Command::Export { file, out } => export::run(caller, &file, &out),
        Command::Report {
            file,
            kind,
            system,
            on,
            versions,
            out,
        } => report::run(
            caller,
            &file,
            &report::Wanted {
                kind: &kind,
                system: system.as_deref(),
                on,
                versions,
            },
            &out,
        ),
        Command::Soa { file, json } => soa::run(caller, &file, json),
        Command::Gaps { file, json } => gaps::run(caller, &file, json),
        Command::Check { file } => check::run(caller, &file),
        Command::History { file, json } => history::run(caller, &file, json),
        Command::Questions { framework, json } => questions::run(caller, &framework, json),
        Command::Framework { id, json } => framework::run(caller, &id, json),
        Command::Crosswalk { json } => crosswalk::run(caller, json),
        Command::Classify {
            framework,
            answers,
            on,
            json,
        } => classify::run(caller, framework.as_deref(), &answers, on, json),
    }
}
