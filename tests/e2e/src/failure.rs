//! Why a road could not be walked to its end.

use std::fmt;
use std::path::PathBuf;
use std::time::Duration;

/// What every verb of the harness gives back.
pub type Step<T> = Result<T, Failure>;

/// Why a road stopped. Its text is what a failed test shows.
#[derive(Debug)]
pub enum Failure {
    /// A program the tests need could not be started.
    Missing {
        /// What was to be started.
        program: PathBuf,
        /// What the system said.
        why: String,
    },
    /// Something that should have been on the screen did not come.
    NotSeen {
        /// What was waited for.
        what: String,
        /// How long.
        waited: Duration,
        /// The words that were on the screen instead.
        instead: String,
    },
    /// The browser driver refused a command.
    Driver(String),
    /// A file or a process could not be used.
    Io(String),
    /// Something was there, but not as it should be.
    Wrong(String),
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Failure::Missing { program, why } => {
                write!(f, "{} could not be started: {why}", program.display())
            }
            Failure::NotSeen {
                what,
                waited,
                instead,
            } => write!(
                f,
                "{what} was not there after {:.1} s. On the screen:\n{instead}",
                waited.as_secs_f32()
            ),
            Failure::Driver(why) => write!(f, "the driver refused: {why}"),
            Failure::Io(why) => f.write_str(why),
            Failure::Wrong(why) => f.write_str(why),
        }
    }
}

impl std::error::Error for Failure {}

impl From<fantoccini::error::CmdError> for Failure {
    fn from(error: fantoccini::error::CmdError) -> Self {
        Failure::Driver(error.to_string())
    }
}

impl From<fantoccini::error::NewSessionError> for Failure {
    fn from(error: fantoccini::error::NewSessionError) -> Self {
        Failure::Driver(format!("no session: {error}"))
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Failure::Io(error.to_string())
    }
}

/// A statement about what is seen; a road stops where it does not hold.
pub fn holds(condition: bool, otherwise: impl Into<String>) -> Step<()> {
    if condition {
        Ok(())
    } else {
        Err(Failure::Wrong(otherwise.into()))
    }
}
