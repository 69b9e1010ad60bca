//! Which command takes which words, decided once they are all read.

use super::{Command, Usage, Words};

impl Words {
    /// The command these words make, if it takes all of them.
    pub(super) fn command(mut self) -> Result<Command, Usage> {
        let mut positional = std::mem::take(&mut self.positional).into_iter();
        let Some(verb) = positional.next() else {
            return Ok(Command::Help);
        };
        let mut next = |what| positional.next().ok_or(Usage::Missing(what));
        let (command, takes): (Command, &[&str]) = match verb.to_string_lossy().as_ref() {
            "help" => (Command::Help, &[]),
            "new" => (
                Command::New {
                    file: next("FILE")?.into(),
                    organisation: self.organisation.take(),
                    unencrypted: self.unencrypted,
                },
                &["--organisation", "--unencrypted"],
            ),
            "sample" => (
                Command::Sample {
                    file: next("FILE")?.into(),
                    organisation: self.organisation.take(),
                    unencrypted: self.unencrypted,
                },
                &["--organisation", "--unencrypted"],
            ),
            "systems" => (
                Command::Systems {
                    file: next("FILE")?.into(),
                    json: self.json,
                },
                &["--json"],
            ),
            "import" => (
                Command::Import {
                    file: next("FILE")?.into(),
                    table: next("TABLE")?.into(),
                    mapping: self.mapping.take(),
                    dry_run: self.dry_run,
                },
                &["--mapping", "--dry-run"],
            ),
            "export" => (
                Command::Export {
                    file: next("FILE")?.into(),
                    out: self.out.take().ok_or(Usage::Missing("-o OUT"))?,
                },
                &["-o"],
            ),
            "report" => (
                Command::Report {
                    file: next("FILE")?.into(),
                    kind: next("KIND")?.to_string_lossy().into_owned(),
                    system: self.system.take(),
                    on: self.on,
                    versions: self.versions()?,
                    out: self.out.take().ok_or(Usage::Missing("-o OUT.pdf"))?,
                },
                &["--system", "--on", "--from", "--to", "-o"],
            ),
            "soa" => (
                Command::Soa {
                    file: next("FILE")?.into(),
                    json: self.json,
                },
                &["--json"],
            ),
            "gaps" => (
                Command::Gaps {
                    file: next("FILE")?.into(),
                    json: self.json,
                },
                &["--json"],
            ),
            "check" => (
                Command::Check {
                    file: next("FILE")?.into(),
                },
                &[],
            ),
            "history" => (
                Command::History {
                    file: next("FILE")?.into(),
                    json: self.json,
                },
                &["--json"],
            ),
            "questions" => (
                Command::Questions {
                    framework: next("FRAMEWORK")?.to_string_lossy().into_owned(),
                    json: self.json,
                },
                &["--json"],
            ),
            "framework" => (
                Command::Framework {
                    id: next("FRAMEWORK")?.to_string_lossy().into_owned(),
                    json: self.json,
                },
                &["--json"],
            ),
            "crosswalk" => (Command::Crosswalk { json: self.json }, &["--json"]),
            "classify" => (
                Command::Classify {
                    framework: self.framework.take(),
                    answers: self
                        .answers
                        .take()
                        .ok_or(Usage::Missing("--answers FILE"))?,
                    on: self.on,
                    json: self.json,
                },
                &["--framework", "--answers", "--on", "--json"],
            ),
            other => return Err(Usage::UnknownCommand(other.to_owned())),
        };
        if let Some(extra) = positional.next() {
            return Err(Usage::Unexpected(extra.to_string_lossy().into_owned()));
        }
        match self.seen.iter().find(|option| !takes.contains(option)) {
            Some(option) => Err(Usage::Unexpected((*option).to_owned())),
            None => Ok(command),
        }
    }

    /// Two versions to compare: both or none.
    fn versions(&self) -> Result<Option<(u32, u32)>, Usage> {
        match (self.from, self.to) {
            (Some(from), Some(to)) => Ok(Some((from, to))),
            (Some(_), None) => Err(Usage::Missing("--to N")),
            (None, Some(_)) => Err(Usage::Missing("--from N")),
            (None, None) => Ok(None),
        }
    }
}
