//! The words after `plumb`, as a value. Parsing only: nothing here touches a file.

mod verbs;

use chrono::NaiveDate;
use lexopt::prelude::*;
use std::ffi::OsString;
use std::path::PathBuf;

/// What the user asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Print the usage.
    Help,
    /// Print name and version.
    Version,
    /// Make an empty client file.
    New {
        /// Where.
        file: PathBuf,
        /// Name of the organisation.
        organisation: Option<String>,
        /// Without a passphrase, by explicit choice.
        unencrypted: bool,
    },
    /// Make the sample organisation's file.
    Sample {
        /// Where.
        file: PathBuf,
        /// Another name for the sample organisation.
        organisation: Option<String>,
        /// Without a passphrase, by explicit choice.
        unencrypted: bool,
    },
    /// List AI systems.
    Systems {
        /// The client file.
        file: PathBuf,
        /// In the documented JSON form.
        json: bool,
    },
    /// Take in a table.
    Import {
        /// The client file.
        file: PathBuf,
        /// The table.
        table: PathBuf,
        /// Name of a mapping, or a file with one.
        mapping: Option<String>,
        /// Say what would happen and change nothing.
        dry_run: bool,
    },
    /// Write the inventory as CSV, XLSX or JSON, by the ending of `out`.
    Export {
        /// The client file.
        file: PathBuf,
        /// Where to.
        out: PathBuf,
    },
    /// Write a report as PDF.
    Report {
        /// The client file.
        file: PathBuf,
        /// Which report: a word of `reports::ReportKind`.
        kind: String,
        /// For a report about one system: its reference or id.
        system: Option<String>,
        /// The reference date of what the law says.
        on: Option<NaiveDate>,
        /// The two versions to compare, where they are not the last two.
        versions: Option<(u32, u32)>,
        /// Where to.
        out: PathBuf,
    },
    /// List the Statement of Applicability.
    Soa {
        /// The client file.
        file: PathBuf,
        /// In the documented JSON form.
        json: bool,
    },
    /// List the runs of the gap analysis.
    Gaps {
        /// The client file.
        file: PathBuf,
        /// In the documented JSON form.
        json: bool,
    },
    /// Verify a client file.
    Check {
        /// The client file.
        file: PathBuf,
    },
    /// List what happened in a client file.
    History {
        /// The client file.
        file: PathBuf,
        /// In the documented JSON form.
        json: bool,
    },
    /// List what a law asks.
    Questions {
        /// Id of the framework.
        framework: String,
        /// In the documented JSON form.
        json: bool,
    },
    /// List the requirements of a framework.
    Framework {
        /// Its id.
        id: String,
        /// In the documented JSON form.
        json: bool,
    },
    /// List how frameworks lie to each other.
    Crosswalk {
        /// In the documented JSON form.
        json: bool,
    },
    /// Apply a law to answers.
    Classify {
        /// Id of the framework, where it is not the AI Act.
        framework: Option<String>,
        /// A file with answers, or `-` for standard input.
        answers: PathBuf,
        /// The reference date, where it is not today.
        on: Option<NaiveDate>,
        /// In the documented JSON form.
        json: bool,
    },
}

/// Why the words make no command. Texts are under `cli.usage`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Usage {
    /// No command, or one that does not exist.
    UnknownCommand(String),
    /// A word too many, or an option the command does not take.
    Unexpected(String),
    /// An option that takes one value, given more than once.
    Twice(&'static str),
    /// Something the command needs is not there.
    Missing(&'static str),
    /// A value that is not valid text.
    NotText,
    /// A value that is no date.
    NotADate(String),
    /// A value that is no number of a version.
    NotAVersion(String),
}

impl From<lexopt::Error> for Usage {
    fn from(error: lexopt::Error) -> Usage {
        match error {
            lexopt::Error::MissingValue { option } => {
                Usage::Unexpected(option.unwrap_or_else(|| "-".into()))
            }
            lexopt::Error::UnexpectedOption(option) => Usage::Unexpected(option),
            lexopt::Error::UnexpectedArgument(word) => {
                Usage::Unexpected(word.to_string_lossy().into_owned())
            }
            lexopt::Error::UnexpectedValue { option, .. } => Usage::Unexpected(option),
            lexopt::Error::NonUnicodeValue(_) => Usage::NotText,
            other => Usage::Unexpected(other.to_string()),
        }
    }
}

/// Everything a command line can carry; which command takes what is decided afterwards, once.
#[derive(Default)]
struct Words {
    positional: Vec<OsString>,
    organisation: Option<String>,
    mapping: Option<String>,
    system: Option<String>,
    out: Option<PathBuf>,
    framework: Option<String>,
    answers: Option<PathBuf>,
    on: Option<NaiveDate>,
    from: Option<u32>,
    to: Option<u32>,
    unencrypted: bool,
    json: bool,
    dry_run: bool,
    seen: Vec<&'static str>,
}

/// Reads the words after the program's name.
pub fn parse(words: impl IntoIterator<Item = OsString>) -> Result<Command, Usage> {
    let mut parser = lexopt::Parser::from_args(words);
    let mut read = Words::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Short('h') | Long("help") => return Ok(Command::Help),
            Short('V') | Long("version") => return Ok(Command::Version),
            Long("organisation") => {
                read.once("--organisation")?;
                read.organisation = Some(parser.value()?.string()?);
            }
            Long("mapping") => {
                read.once("--mapping")?;
                read.mapping = Some(parser.value()?.string()?);
            }
            Long("system") => {
                read.once("--system")?;
                read.system = Some(parser.value()?.string()?);
            }
            Short('o') | Long("out") => {
                read.once("-o")?;
                read.out = Some(parser.value()?.into());
            }
            Long("framework") => {
                read.once("--framework")?;
                read.framework = Some(parser.value()?.string()?);
            }
            Long("answers") => {
                read.once("--answers")?;
                read.answers = Some(parser.value()?.into());
            }
            Long("on") => {
                read.once("--on")?;
                let word = parser.value()?.string()?;
                let day = day(&word).ok_or(Usage::NotADate(word))?;
                read.on = Some(day);
            }
            Long("from") => {
                read.once("--from")?;
                read.from = Some(version(parser.value()?.string()?)?);
            }
            Long("to") => {
                read.once("--to")?;
                read.to = Some(version(parser.value()?.string()?)?);
            }
            Long("unencrypted") => {
                read.seen.push("--unencrypted");
                read.unencrypted = true;
            }
            Long("json") => {
                read.seen.push("--json");
                read.json = true;
            }
            Long("dry-run") => {
                read.seen.push("--dry-run");
                read.dry_run = true;
            }
            Value(word) => read.positional.push(word),
            other => return Err(other.unexpected().into()),
        }
    }
    read.command()
}

impl Words {
    /// Notes an option that takes a value. A second one would silently win over the first.
    fn once(&mut self, option: &'static str) -> Result<(), Usage> {
        if self.seen.contains(&option) {
            return Err(Usage::Twice(option));
        }
        self.seen.push(option);
        Ok(())
    }
}

/// The number of a version: 1, 2, 3, …
fn version(word: String) -> Result<u32, Usage> {
    let number = word.parse().ok().filter(|number| *number > 0);
    number.ok_or(Usage::NotAVersion(word))
}

/// A day as ISO 8601 writes it, with all its digits and no sign: the years 0000 to 9999.
pub fn day(word: &str) -> Option<NaiveDate> {
    let written = NaiveDate::parse_from_str(word, "%Y-%m-%d").ok()?;
    (word.len() == "2027-12-02".len() && written.to_string() == word).then_some(written)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Command, Usage> {
        parse(line.split_whitespace().map(OsString::from))
    }

    #[test]
    fn each_command_takes_its_own_options_and_no_others() {
        assert_eq!(
            parsed("report a.aims system --system AI-003 -o out.pdf"),
            Ok(Command::Report {
                file: "a.aims".into(),
                kind: "system".into(),
                system: Some("AI-003".into()),
                on: None,
                versions: None,
                out: "out.pdf".into(),
            })
        );
        assert_eq!(
            parsed("report a.aims duties --on 2027-12-02 -o out.pdf"),
            Ok(Command::Report {
                file: "a.aims".into(),
                kind: "duties".into(),
                system: None,
                on: NaiveDate::from_ymd_opt(2027, 12, 2),
                versions: None,
                out: "out.pdf".into(),
            })
        );
        assert_eq!(
            parsed("report a.aims soa-difference --from 1 --to 3 -o out.pdf"),
            Ok(Command::Report {
                file: "a.aims".into(),
                kind: "soa-difference".into(),
                system: None,
                on: None,
                versions: Some((1, 3)),
                out: "out.pdf".into(),
            })
        );
        assert_eq!(
            parsed("report a.aims soa-difference --from 1 -o out.pdf"),
            Err(Usage::Missing("--to N"))
        );
        assert_eq!(
            parsed("report a.aims soa-difference --from 0 --to 1 -o out.pdf"),
            Err(Usage::NotAVersion("0".into()))
        );
        assert_eq!(
            parsed("soa a.aims --json"),
            Ok(Command::Soa {
                file: "a.aims".into(),
                json: true,
            })
        );
        assert_eq!(
            parsed("import a.aims t.csv --dry-run --mapping us-federal-2024"),
            Ok(Command::Import {
                file: "a.aims".into(),
                table: "t.csv".into(),
                mapping: Some("us-federal-2024".into()),
                dry_run: true,
            })
        );
        assert_eq!(
            parsed("classify --answers - --on 2027-12-02 --json"),
            Ok(Command::Classify {
                framework: None,
                answers: "-".into(),
                on: NaiveDate::from_ymd_opt(2027, 12, 2),
                json: true,
            })
        );
        assert_eq!(
            parsed("questions eu-ai-act"),
            Ok(Command::Questions {
                framework: "eu-ai-act".into(),
                json: false,
            })
        );
        assert_eq!(
            parsed("check a.aims --json"),
            Err(Usage::Unexpected("--json".into()))
        );
    }

    #[test]
    fn what_is_missing_or_too_much_is_named() {
        assert_eq!(parsed("systems"), Err(Usage::Missing("FILE")));
        assert_eq!(parsed("export a.aims"), Err(Usage::Missing("-o OUT")));
        assert_eq!(parsed("questions"), Err(Usage::Missing("FRAMEWORK")));
        assert_eq!(
            parsed("classify --json"),
            Err(Usage::Missing("--answers FILE"))
        );
        for word in [
            "tomorrow",
            "2027-2-30",
            "2027-2-3",
            "02.12.2027",
            "20271202",
        ] {
            assert_eq!(
                parsed(&format!("classify --answers - --on {word}")),
                Err(Usage::NotADate(word.into()))
            );
        }
        assert_eq!(parsed("check a b"), Err(Usage::Unexpected("b".into())));
        assert_eq!(
            parsed("frobnicate"),
            Err(Usage::UnknownCommand("frobnicate".into()))
        );
    }

    #[test]
    fn an_option_with_a_value_is_given_once() {
        for (line, option) in [
            ("export a.aims -o A.csv -o B.csv", "-o"),
            ("export a.aims --out A.csv -o A.csv", "-o"),
            (
                "new a.aims --organisation A --organisation B",
                "--organisation",
            ),
            ("import a.aims t.csv --mapping a --mapping b", "--mapping"),
            ("classify --answers a --answers b", "--answers"),
            (
                "classify --answers a --framework b --framework c",
                "--framework",
            ),
            (
                "classify --answers a --on 2027-12-02 --on 2028-01-01",
                "--on",
            ),
            (
                "report a.aims system --system 1 --system 2 -o o.pdf",
                "--system",
            ),
        ] {
            assert_eq!(parsed(line), Err(Usage::Twice(option)), "{line}");
        }
        // Saying yes twice contradicts nothing.
        assert!(parsed("systems a.aims --json --json").is_ok());
    }

    #[test]
    fn a_day_has_four_digits_of_a_year() {
        for word in ["0001-01-01", "2028-02-29", "9999-12-31"] {
            assert!(day(word).is_some(), "{word}");
        }
        for word in ["+10000-01-01", "-0001-01-01", "2027-02-29", "2027-2-9", ""] {
            assert_eq!(day(word), None, "{word}");
        }
    }

    #[test]
    fn a_passphrase_is_never_an_argument() {
        assert_eq!(
            parsed("new a.aims --passphrase secret"),
            Err(Usage::Unexpected("--passphrase".into()))
        );
    }
}
