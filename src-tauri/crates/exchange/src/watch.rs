//! Progress out, stop in: long readers and writers ask between small pieces of work.

/// What is being done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Phase {
    /// Looking through a workbook's packing; counted in bytes.
    Check,
    /// Reading rows; counted in bytes.
    Read,
    /// Turning rows into drafts; counted in rows.
    Plan,
    /// Writing records; counted in records.
    Write,
}

impl Phase {
    /// The word for screens and protocols.
    pub fn code(self) -> &'static str {
        match self {
            Phase::Check => "check",
            Phase::Read => "read",
            Phase::Plan => "plan",
            Phase::Write => "write",
        }
    }
}

/// Told how far the work is; says whether to go on. Called often: answer at once.
///
/// `&|_, _, _| true` watches nothing.
pub trait Watch {
    /// `done` of `total` in the unit of the phase. `false` stops the work with
    /// [`crate::ExchangeError::Cancelled`].
    fn go_on(&self, phase: Phase, done: u64, total: u64) -> bool;
}

impl<F: Fn(Phase, u64, u64) -> bool> Watch for F {
    fn go_on(&self, phase: Phase, done: u64, total: u64) -> bool {
        self(phase, done, total)
    }
}

/// Goes on to the end and tells nobody.
#[derive(Debug, Clone, Copy, Default)]
pub struct Unwatched;

impl Watch for Unwatched {
    fn go_on(&self, _: Phase, _: u64, _: u64) -> bool {
        true
    }
}
