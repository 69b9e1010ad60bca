//! The gap between a certificate and the law: duties that no requirement covers, each with where this
//! organisation stands.

use super::End;
use crate::dossier::Dossier;
use crate::law::{CareState, DutyRow, Engine, Facts, register_of};
use crate::record::Record;
use crate::truth::Truth;
use chrono::NaiveDate;
use content::{Crosswalk, Library, RecordKind, Uncovered};

/// One duty that no requirement covers.
#[derive(Debug, Clone)]
pub struct Gap<'n, 'a> {
    /// What content says of it.
    pub uncovered: &'a Uncovered,
    /// Where related evidence may sit.
    pub nearest: Vec<End<'a>>,
    /// Where the organisation stands.
    pub standing: GapStanding,
    /// What is owed for which system, by day.
    pub lines: Vec<GapLine<'n>>,
    /// Systems of which open answers still decide whether it is owed, or whose class is not determined
    /// where that is what settles it.
    pub undecided: Vec<&'n Record>,
    /// The first day on which something not yet settled binds; none where nothing does.
    pub from: Option<NaiveDate>,
}

/// What is owed for one system in one role.
#[derive(Debug, Clone)]
pub struct GapLine<'n> {
    /// The system.
    pub system: &'n Record,
    /// The duty's id in the register.
    pub duty: &'n str,
    /// The role's id.
    pub role: &'n str,
    /// The day it binds.
    pub from: Option<NaiveDate>,
    /// How far it is.
    pub state: CareState,
}

/// Where an organisation stands with a duty that no requirement covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GapStanding {
    /// It is owed for a system, and not all of it is settled.
    Open,
    /// It is not owed so far, but open answers may change that.
    Undecided,
    /// It is owed, and all of it is done or not ours.
    Settled,
    /// No system owes it.
    NotOwed,
    /// Nothing is kept of it: a right of others, or a consequence.
    NotKept,
}

impl GapStanding {
    /// Every standing, what presses most first.
    pub const ALL: [GapStanding; 5] = [
        GapStanding::Open,
        GapStanding::Undecided,
        GapStanding::Settled,
        GapStanding::NotOwed,
        GapStanding::NotKept,
    ];

    /// The word by which texts and commands name it.
    pub fn code(self) -> &'static str {
        match self {
            GapStanding::Open => "open",
            GapStanding::Undecided => "undecided",
            GapStanding::Settled => "settled",
            GapStanding::NotOwed => "not-owed",
            GapStanding::NotKept => "not-kept",
        }
    }
}

/// Every gap of a crosswalk to a law, in the authored order. `facts` are those of every system that is not
/// retired.
pub fn gaps<'n, 'a: 'n>(
    library: &'a Library,
    crosswalk: &'a Crosswalk,
    engine: &'n Engine<'a>,
    dossier: &'n Dossier,
    facts: &'n Facts,
    on: NaiveDate,
) -> Vec<Gap<'n, 'a>> {
    let rows = register_of(engine, dossier, facts, on);
    let systems: Vec<&Record> = dossier.current(RecordKind::System).collect();
    // Per system: whether its class is determined, and the duties open answers may still bring about.
    let open: Vec<(bool, Vec<&str>)> = systems
        .iter()
        .map(|system| match facts.0.get(&system.id) {
            None => (false, Vec::new()),
            Some(facts) => {
                let weighing = engine.weigh(facts, on);
                let duties = weighing.duties(Truth::Unknown).into_iter();
                let duties = duties.map(|owed| owed.duty.id.as_str());
                (weighing.headline().is_some(), duties.collect())
            }
        })
        .collect();
    let one = |uncovered: &'a Uncovered| {
        let meant = |duty: &str| uncovered.duties.iter().any(|one| one.as_str() == duty);
        let lines: Vec<GapLine> = rows
            .iter()
            .filter(|row| row.owed == Truth::Yes && meant(row.duty))
            .map(line)
            .collect();
        let undecided: Vec<&Record> = systems
            .iter()
            .zip(&open)
            .filter(|(_, (determined, duties))| {
                let unclassified = uncovered.by_classification && !determined;
                unclassified || duties.iter().any(|duty| meant(duty))
            })
            .map(|(system, _)| *system)
            .collect();
        let left = || lines.iter().filter(|line| !line.state.settled());
        Gap {
            uncovered,
            nearest: uncovered
                .nearest
                .iter()
                .filter_map(|id| End::of(library, id.as_str()))
                .collect(),
            standing: standing(uncovered, &lines, &undecided, systems.len()),
            from: left().filter_map(|line| line.from).min(),
            undecided,
            lines,
        }
    };
    crosswalk.uncovered.iter().map(one).collect()
}

fn line<'n>(row: &DutyRow<'n, '_>) -> GapLine<'n> {
    GapLine {
        system: row.system,
        duty: row.duty,
        role: row.role,
        from: row.entry.as_ref().and_then(|entry| entry.binds()),
        state: row.care.as_ref().map_or(CareState::Open, |care| care.state),
    }
}

fn standing(
    uncovered: &Uncovered,
    lines: &[GapLine],
    undecided: &[&Record],
    systems: usize,
) -> GapStanding {
    if uncovered.duties.is_empty() && !uncovered.by_classification {
        GapStanding::NotKept
    } else if lines.iter().any(|line| !line.state.settled()) {
        GapStanding::Open
    } else if !undecided.is_empty() {
        match uncovered.by_classification {
            // To classify is what is owed here.
            true => GapStanding::Open,
            false => GapStanding::Undecided,
        }
    } else if systems == 0 {
        GapStanding::Undecided
    } else if uncovered.by_classification || !lines.is_empty() {
        GapStanding::Settled
    } else {
        GapStanding::NotOwed
    }
}
