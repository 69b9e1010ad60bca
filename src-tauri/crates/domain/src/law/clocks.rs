//! Clocks that an incident starts: which run, until when, whether their duty binds yet.

use super::determination::Owed;
use super::prepare::Engine;
use crate::answer::{AnswerState, Answers, Value};
use crate::truth::{Truth, evaluate, still_open};
use chrono::{Days, NaiveDate};
use content::{Clock, QuestionId, Unsettled};

/// One clock of one incident.
#[derive(Debug, Clone)]
pub struct Running<'a> {
    /// What has to be done, within how many days.
    pub clock: &'a Clock,
    /// Whether it runs: `Yes`, or `Unknown` while answers about the incident or the system decide.
    pub truth: Truth,
    /// Questions about the incident that can still settle whether it runs.
    pub open: Vec<&'a QuestionId>,
    /// The day its days count from; none until it is given.
    pub from: Option<NaiveDate>,
    /// The last day to do it.
    pub deadline: Option<NaiveDate>,
    /// Days from the reference date to that day, negative once it has passed; none once it is done.
    pub days_left: Option<i64>,
    /// When it was done.
    pub done: Option<NaiveDate>,
    /// Whether it was done after its last day, or was not done by then.
    pub late: bool,
    /// The duty it is part of, as it stands for the system: from when it binds, and what is unsettled.
    pub duty: Owed<'a>,
    /// Whether that duty binds on the reference date.
    pub in_force: bool,
    /// Points of law that are unsettled about the clock or its duty, once each.
    pub unsettled: Vec<&'a Unsettled>,
}

/// The clocks that run, or may run, for an incident: by the last day, those without one after the
/// others. `incident` holds the answers that count about it, `facts` what the law may rest on for its
/// system.
pub fn clocks<'a>(
    engine: &Engine<'a>,
    incident: &Answers,
    facts: &Answers,
    on: NaiveDate,
) -> Vec<Running<'a>> {
    let weighing = engine.weigh(facts, on);
    let owed = weighing.duties(Truth::Yes);
    let perhaps = weighing.duties(Truth::Unknown);
    // A fact stops a clock. That a question does not apply is none: what would stop for that alone may run.
    let mut stated = incident.clone();
    stated.retain(|_, answer| !matches!(answer.state, AnswerState::NotApplicable { .. }));
    let mut running: Vec<Running<'a>> = Vec::new();
    for clock in &engine.law().clocks {
        let of_clock = |entry: &&Owed| clock.duties.contains(&entry.duty.id);
        let duty = match owed.iter().find(of_clock) {
            Some(entry) => Some((Truth::Yes, entry)),
            None => perhaps
                .iter()
                .find(of_clock)
                .map(|entry| (Truth::Unknown, entry)),
        };
        let Some((owed, duty)) = duty else { continue };
        let said = match evaluate(&clock.when, incident) {
            Truth::No => &stated,
            _ => incident,
        };
        let runs = evaluate(&clock.when, said);
        if runs == Truth::No {
            continue;
        }
        running.push(Running {
            open: still_open(&clock.when, said),
            ..one(engine, clock, owed.and(runs), duty, incident, on)
        });
    }
    running.sort_by_key(|one| (one.deadline.is_none(), one.deadline));
    running
}

fn one<'a>(
    engine: &Engine<'a>,
    clock: &'a Clock,
    truth: Truth,
    duty: &Owed<'a>,
    incident: &Answers,
    on: NaiveDate,
) -> Running<'a> {
    let day = |question: &QuestionId| match incident.get(question)?.value()? {
        Value::Date(day) => Some(*day),
        _ => None,
    };
    let from = day(&clock.from);
    let deadline = from.and_then(|from| from.checked_add_days(Days::new(clock.days.into())));
    let done = day(&clock.done);
    let mut unsettled: Vec<&Unsettled> = Vec::new();
    let own = clock.unsettled.iter();
    let own = own.filter_map(|id| engine.law().unsettled(id));
    for point in own.chain(duty.unsettled.iter().copied()) {
        if !unsettled.iter().any(|known| known.id == point.id) {
            unsettled.push(point);
        }
    }
    Running {
        clock,
        truth,
        open: Vec::new(),
        from,
        deadline,
        days_left: deadline
            .filter(|_| done.is_none())
            .map(|last| (last - on).num_days()),
        done,
        late: deadline.is_some_and(|last| done.unwrap_or(on) > last),
        duty: duty.clone(),
        in_force: duty.binds().is_some_and(|day| day <= on),
        unsettled,
    }
}
