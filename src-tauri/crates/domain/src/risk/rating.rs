//! From ratings to levels. No level while a value is missing; what is missing is said.

use super::{Method, Party, Point, ask};
use crate::answer::Answers;

/// What was said to the questions of one point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rating<'n> {
    /// How likely.
    pub likelihood: Answered,
    /// How bad, for each of [`Party::ALL`].
    pub consequence: [Answered; 3],
    /// What it rests on.
    pub reason: Option<&'n str>,
}

/// What was said to one question of a rating.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answered {
    /// A step of the scale, counted from 1.
    Step(i64),
    /// It does not apply: the party is not touched.
    NotApplicable,
    /// Nothing yet, or not known yet.
    Open,
}

/// What keeps a risk from having a level.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Missing {
    /// No method is named, or the one that is cannot be used.
    Method,
    /// How likely it is.
    Likelihood,
    /// How bad it is for a party.
    Consequence(Party),
    /// How likely: the value is no step of the method's scale.
    LikelihoodOffScale,
    /// How bad: the value is no step of the method's scale.
    ConsequenceOffScale(Party),
    /// Every party is said not to be touched: then it is no risk, or somebody was forgotten.
    Anybody,
}

impl Missing {
    /// The word in texts, which may take a party.
    pub fn code(self) -> &'static str {
        match self {
            Missing::Method => "method",
            Missing::Likelihood => "likelihood",
            Missing::Consequence(_) => "consequence",
            Missing::LikelihoodOffScale => "likelihood-off-scale",
            Missing::ConsequenceOffScale(_) => "consequence-off-scale",
            Missing::Anybody => "anybody",
        }
    }

    /// The party it is about.
    pub fn party(self) -> Option<Party> {
        match self {
            Missing::Consequence(party) | Missing::ConsequenceOffScale(party) => Some(party),
            _ => None,
        }
    }

    /// The question that wants an answer; none where several do.
    pub fn question(self, point: Point) -> &'static str {
        match self {
            Missing::Method => ask::METHOD,
            Missing::Likelihood | Missing::LikelihoodOffScale => ask::likelihood(point),
            Missing::Consequence(party) | Missing::ConsequenceOffScale(party) => {
                ask::rating(point, party)
            }
            Missing::Anybody => ask::rating(point, Party::Organisation),
        }
    }
}

/// A place in the matrix, and the level it makes. All count from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Level {
    /// The level. First, so that levels compare by it.
    pub level: usize,
    /// How bad.
    pub consequence: usize,
    /// How likely.
    pub likelihood: usize,
}

/// What a rating makes for one party.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PartyLevel {
    /// A level.
    At(Level),
    /// Not touched.
    NotTouched,
    /// No level; what is missing.
    Open(Vec<Missing>),
}

impl PartyLevel {
    /// The level, if there is one.
    pub fn level(&self) -> Option<Level> {
        match self {
            PartyLevel::At(level) => Some(*level),
            _ => None,
        }
    }
}

/// What a rating makes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rated {
    /// For each of [`Party::ALL`].
    pub parties: [PartyLevel; 3],
    /// The highest level of all parties, or everything that is missing for it.
    pub overall: Result<Level, Vec<Missing>>,
}

impl Rated {
    /// The overall level, if there is one.
    pub fn level(&self) -> Option<Level> {
        self.overall.as_ref().ok().copied()
    }

    /// What is missing; empty where there is a level.
    pub fn missing(&self) -> &[Missing] {
        self.overall.as_ref().err().map_or(&[], Vec::as_slice)
    }

    /// The levels of one party.
    pub fn party(&self, party: Party) -> &PartyLevel {
        let [organisation, individuals, society] = &self.parties;
        match party {
            Party::Organisation => organisation,
            Party::Individuals => individuals,
            Party::Society => society,
        }
    }
}

impl<'n> Rating<'n> {
    /// Reads what was said at a point. Whoever is said not to be touched at all is not touched here either.
    pub fn of(answers: &'n Answers, point: Point) -> Self {
        let consequence = Party::ALL.map(|party| {
            let touched = ask::not_applicable(answers, ask::consequence(party)).is_none();
            match value(answers, ask::rating(point, party)) {
                Answered::Open if !touched => Answered::NotApplicable,
                said => said,
            }
        });
        Rating {
            likelihood: value(answers, ask::likelihood(point)),
            consequence,
            reason: ask::text(answers, ask::reason(point)),
        }
    }

    /// Whether nothing was said at all.
    pub fn is_open(&self) -> bool {
        let said = |value: &Answered| matches!(value, Answered::Step(_));
        !said(&self.likelihood) && !self.consequence.iter().any(said)
    }
}

fn value(answers: &Answers, question: &str) -> Answered {
    match ask::number(answers, question) {
        Some(step) => Answered::Step(step),
        None if ask::not_applicable(answers, question).is_some() => Answered::NotApplicable,
        None => Answered::Open,
    }
}

/// Levels by the matrix of a method: for each party, and overall the highest of them. Overall there is one
/// only when every party has a level or is not touched.
pub fn rate(rating: &Rating<'_>, method: Option<&Method>) -> Rated {
    let Some(method) = method else {
        let missing = vec![Missing::Method];
        return Rated {
            parties: [(); 3].map(|()| PartyLevel::Open(missing.clone())),
            overall: Err(missing),
        };
    };
    let likelihood = match rating.likelihood {
        Answered::Step(step) => {
            place(step, method.likelihood.len()).ok_or(Missing::LikelihoodOffScale)
        }
        Answered::NotApplicable | Answered::Open => Err(Missing::Likelihood),
    };
    let [organisation, individuals, society] = rating.consequence;
    let of = |party: Party, said: Answered| {
        let consequence = match said {
            Answered::NotApplicable => return PartyLevel::NotTouched,
            Answered::Open => Err(Missing::Consequence(party)),
            Answered::Step(step) => {
                place(step, method.scale(party).len()).ok_or(Missing::ConsequenceOffScale(party))
            }
        };
        match (likelihood, consequence) {
            (Ok(likelihood), Ok(consequence)) => match method.level(likelihood, consequence) {
                Some(level) => PartyLevel::At(Level {
                    level,
                    consequence,
                    likelihood,
                }),
                None => PartyLevel::Open(vec![Missing::ConsequenceOffScale(party)]),
            },
            (likelihood, consequence) => PartyLevel::Open(
                [likelihood.err(), consequence.err()]
                    .into_iter()
                    .flatten()
                    .collect(),
            ),
        }
    };
    let parties = [
        of(Party::Organisation, organisation),
        of(Party::Individuals, individuals),
        of(Party::Society, society),
    ];
    let overall = overall(&parties, likelihood.err());
    Rated { parties, overall }
}

fn overall(parties: &[PartyLevel; 3], likelihood: Option<Missing>) -> Result<Level, Vec<Missing>> {
    let mut missing: Vec<Missing> = likelihood.into_iter().collect();
    for party in parties {
        if let PartyLevel::Open(open) = party {
            for one in open {
                if !missing.contains(one) {
                    missing.push(*one);
                }
            }
        }
    }
    if !missing.is_empty() {
        return Err(missing);
    }
    let highest = parties.iter().filter_map(PartyLevel::level).max();
    highest.ok_or_else(|| vec![Missing::Anybody])
}

/// The place from 0 of a step counted from 1, if the scale has it.
fn place(step: i64, steps: usize) -> Option<usize> {
    let place = usize::try_from(step).ok()?.checked_sub(1)?;
    (place < steps).then_some(place)
}
