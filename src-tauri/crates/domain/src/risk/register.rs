//! The risk register: every risk with its levels, how it stands, what is weak about it, in order of priority.

use super::weakness::{Beside, weaknesses};
use super::{
    Action, Method, MethodProblem, Point, Rated, Risk, Treatment, Verdict, Weakness, ask, in_force,
    rate,
};
use crate::answer::Answers;
use crate::dossier::Dossier;
use crate::progress::counted;
use crate::record::{Record, RecordId};
use crate::revision::Revision;
use chrono::NaiveDate;
use content::{Library, RecordKind};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Answers of records of one kind that count, in the order of their numbers.
type Counted<'n> = &'n [(Record, Answers)];

/// Everything there is to say about risk on a day.
#[derive(Debug, Clone)]
pub struct Register<'n> {
    /// Every version of the method that is kept, by record: usable, or with what keeps it from being so.
    pub methods: BTreeMap<RecordId, Result<Method, Vec<MethodProblem>>>,
    /// The version that new ratings are made by.
    pub in_force: Option<RecordId>,
    /// The risks, the most pressing first; those without a level come last.
    pub rows: Vec<Row<'n>>,
    /// Every action, the most pressing first.
    pub actions: Vec<Action<'n>>,
    /// The day.
    pub on: NaiveDate,
}

/// One risk of the register.
#[derive(Debug, Clone)]
pub struct Row<'n> {
    /// What its answers say.
    pub risk: Risk<'n>,
    /// Its levels, at each of [`Point::ALL`].
    pub rated: [Rated; 3],
    /// How it stands.
    pub standing: Standing,
    /// Its place among those that have a level today, from 1.
    pub rank: Option<usize>,
    /// What is weak about it.
    pub weaknesses: Vec<Weakness>,
    /// Places in [`Register::actions`] of the actions that treat it.
    pub actions: Vec<usize>,
}

/// How a risk stands, in one word. Ordered: what presses most comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// What is left, or what there is today while nothing is said of what is left, may not stay.
    Unacceptable,
    /// It may stay only with a named person's word, and there is none that holds.
    NeedsWord,
    /// A value is missing.
    Incomplete,
    /// It is being brought down: what is left will be acceptable, what there is today is not.
    InTreatment,
    /// A named person accepts it.
    Accepted,
    /// It is acceptable as it is.
    Acceptable,
    /// The use that brought it is not begun, or ended.
    Avoided,
}

impl Standing {
    /// Every standing, in order.
    pub const ALL: [Standing; 7] = [
        Standing::Unacceptable,
        Standing::NeedsWord,
        Standing::Incomplete,
        Standing::InTreatment,
        Standing::Accepted,
        Standing::Acceptable,
        Standing::Avoided,
    ];

    /// The word in texts.
    pub fn code(self) -> &'static str {
        match self {
            Standing::Unacceptable => "unacceptable",
            Standing::NeedsWord => "needs-word",
            Standing::Incomplete => "incomplete",
            Standing::InTreatment => "in-treatment",
            Standing::Accepted => "accepted",
            Standing::Acceptable => "acceptable",
            Standing::Avoided => "avoided",
        }
    }
}

impl<'n> Register<'n> {
    /// The version of the method a risk is rated by, if it can be used.
    pub fn method(&self, risk: &Risk<'_>) -> Option<&Method> {
        self.methods.get(risk.method?)?.as_ref().ok()
    }

    /// The version in force, if there is one.
    pub fn current_method(&self) -> Option<&Method> {
        self.methods.get(self.in_force.as_ref()?)?.as_ref().ok()
    }

    /// The row of a risk.
    pub fn row(&self, risk: &str) -> Option<&Row<'n>> {
        self.rows
            .iter()
            .find(|row| row.risk.record.id.as_str() == risk)
    }

    /// The actions that treat a risk.
    pub fn actions_of<'s>(&'s self, row: &'s Row<'n>) -> impl Iterator<Item = &'s Action<'n>> {
        row.actions
            .iter()
            .filter_map(|place| self.actions.get(*place))
    }
}

impl Row<'_> {
    /// The levels at a point.
    pub fn at(&self, point: Point) -> &Rated {
        let [inherent, current, residual] = &self.rated;
        match point {
            Point::Inherent => inherent,
            Point::Current => current,
            Point::Residual => residual,
        }
    }
}

/// Reads the register from the answers that count about risks, methods and actions that are not retired.
/// `approved` names the methods that are signed.
pub fn register<'n>(
    risks: Counted<'n>,
    methods: Counted<'_>,
    actions: Counted<'n>,
    approved: &BTreeSet<RecordId>,
    on: NaiveDate,
) -> Register<'n> {
    let methods: BTreeMap<RecordId, Result<Method, Vec<MethodProblem>>> = methods
        .iter()
        .map(|(record, answers)| (record.id.clone(), Method::read(record, answers)))
        .collect();
    let usable: Vec<&Method> = methods
        .values()
        .filter_map(|one| one.as_ref().ok())
        .collect();
    let force = in_force(usable.iter().copied(), approved);
    let number = force.map(|method| method.number);
    let mut actions: Vec<Action<'n>> = actions
        .iter()
        .map(|(record, answers)| Action::of(record, answers))
        .collect();
    actions.sort_by_key(|action| {
        let next = action.next(on);
        (
            action.pressing(on),
            next.is_none(),
            next,
            action.record.number,
        )
    });
    let mut rows: Vec<Row<'n>> = risks
        .iter()
        .map(|(record, answers)| {
            let risk = Risk::of(record, answers);
            row(risk, &methods, number, &actions, on)
        })
        .collect();
    rows.sort_by_key(|row| {
        let today = row.at(Point::Current).level();
        (today.is_none(), Reverse(today), row.risk.record.number)
    });
    let ranked = rows
        .iter_mut()
        .take_while(|row| row.rated[1].overall.is_ok());
    for (place, row) in ranked.enumerate() {
        row.rank = Some(place + 1);
    }
    Register {
        in_force: force.map(|method| method.record.clone()),
        methods,
        rows,
        actions,
        on,
    }
}

fn row<'n>(
    risk: Risk<'n>,
    methods: &BTreeMap<RecordId, Result<Method, Vec<MethodProblem>>>,
    in_force: Option<u32>,
    actions: &[Action<'n>],
    on: NaiveDate,
) -> Row<'n> {
    let method = risk.method.and_then(|id| methods.get(id)?.as_ref().ok());
    let places: Vec<usize> = actions
        .iter()
        .enumerate()
        .filter(|(_, action)| action.risks.contains(&risk.record.id))
        .map(|(place, _)| place)
        .collect();
    let treating: Vec<&Action<'n>> = places
        .iter()
        .filter_map(|place| actions.get(*place))
        .collect();
    let rated = Point::ALL.map(|point| rate(risk.rating(point), method));
    let beside = Beside {
        method,
        older: method.is_some_and(|method| in_force.is_some_and(|newest| method.number < newest)),
        rated: &rated,
        actions: &treating,
        on,
    };
    let weaknesses = weaknesses(&risk, &beside);
    Row {
        standing: standing(&risk, &rated, method, on),
        risk,
        rated,
        rank: None,
        weaknesses,
        actions: places,
    }
}

fn standing(
    risk: &Risk<'_>,
    rated: &[Rated; 3],
    method: Option<&Method>,
    on: NaiveDate,
) -> Standing {
    if risk.treatment == Some(Treatment::Avoid) {
        return Standing::Avoided;
    }
    let [_, current, residual] = rated;
    let Some(method) = method else {
        return Standing::Incomplete;
    };
    let Some(today) = current.level() else {
        return Standing::Incomplete;
    };
    // Nobody has to say what is left of what is acceptable already.
    let now = method.verdict(today.level);
    if now == Verdict::Acceptable && residual.level().is_none() {
        return Standing::Acceptable;
    }
    let Some(left) = residual.level() else {
        return match (now, risk.treatment) {
            (Verdict::Unacceptable, _) => Standing::Unacceptable,
            _ => Standing::Incomplete,
        };
    };
    let holds = risk.acceptance.holds(method.criteria.accept_months, on);
    match method.verdict(left.level) {
        Verdict::Unacceptable => Standing::Unacceptable,
        Verdict::NeedsWord if holds => Standing::Accepted,
        Verdict::NeedsWord => Standing::NeedsWord,
        Verdict::Acceptable if now > Verdict::Acceptable => Standing::InTreatment,
        Verdict::Acceptable => Standing::Acceptable,
    }
}

/// The records a register is read from, none of them retired, with the answers that count. They have to
/// outlive it.
#[derive(Debug, Clone, Default)]
pub struct Kept {
    /// Risks, by number.
    pub risks: Vec<(Record, Answers)>,
    /// Versions of the method, by number.
    pub methods: Vec<(Record, Answers)>,
    /// Actions, by number.
    pub actions: Vec<(Record, Answers)>,
    /// The versions that are approved.
    pub approved: BTreeSet<RecordId>,
}

impl Kept {
    /// Reads a snapshot: records that are not retired, with the answers that count.
    pub fn of(dossier: &Dossier, library: &Library) -> Self {
        let of = |kind: RecordKind| {
            let none = Answers::new();
            let questions = library.questionnaire_about(kind);
            dossier
                .current(kind)
                .map(|record| {
                    let answers = dossier.answers.get(&record.id).unwrap_or(&none);
                    let answers = match questions {
                        Some(questions) => counted(questions, answers),
                        None => answers.clone(),
                    };
                    (record.clone(), answers)
                })
                .collect()
        };
        Kept {
            risks: of(RecordKind::Risk),
            methods: of(RecordKind::Method),
            actions: of(RecordKind::Action),
            approved: dossier
                .current(RecordKind::Method)
                .filter(|method| {
                    let newest = dossier.newest_revision(&method.id, ask::METHOD_FORM);
                    newest.is_some_and(Revision::stands)
                })
                .map(|method| method.id.clone())
                .collect(),
        }
    }
}

/// The register of a whole snapshot.
pub fn register_of(kept: &Kept, on: NaiveDate) -> Register<'_> {
    register(
        &kept.risks,
        &kept.methods,
        &kept.actions,
        &kept.approved,
        on,
    )
}
