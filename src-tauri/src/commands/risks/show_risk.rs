//! One risk and one action as the screens show them.

use crate::show::Names;
use crate::wire::actions::ActionLine;
use crate::wire::risks::{LevelView, RiskLine, WeaknessView};
use content::Library;
use domain::risk::{Action, Level, Method, Point, Rated, Register, Row, Weakness};
use domain::{RecordId, Words};

/// A risk in the register.
pub(super) fn line(
    register: &Register<'_>,
    row: &Row<'_>,
    names: &Names<'_>,
    words: &Words<'_>,
    library: &Library,
) -> RiskLine {
    let risk = &row.risk;
    let method = register.method(risk);
    let levels = Point::ALL.map(|point| level(row.at(point), method, words));
    RiskLine {
        record: crate::show::link(risk.record.clone()),
        rank: row.rank,
        event: risk.event.unwrap_or_default().to_owned(),
        systems: links(names, risk.systems),
        levels: levels.into(),
        standing: row.standing.code().to_owned(),
        standing_words: words.risk_standing(row.standing).to_owned(),
        treatment: risk.treatment.map_or("", |one| one.code()).to_owned(),
        owner: risk.owner.and_then(|owner| names.link(owner)),
        review_due: risk.review_due.map(|day| day.to_string()),
        weaknesses: row
            .weaknesses
            .iter()
            .map(|one| weakness(one, words, library))
            .collect(),
        actions: row.actions.len(),
    }
}

/// An overall level, or what is missing for it.
pub(super) fn level(rated: &Rated, method: Option<&Method>, words: &Words<'_>) -> LevelView {
    match (rated.level(), method) {
        (Some(level), Some(method)) => known(level, method),
        _ => LevelView {
            number: None,
            of: method.map_or(0, |method| method.levels.len()),
            label: String::new(),
            verdict: String::new(),
            missing: words.risk_missing(rated.missing()),
        },
    }
}

/// A level that there is.
pub(super) fn known(level: Level, method: &Method) -> LevelView {
    LevelView {
        number: Some(level.level + 1),
        of: method.levels.len(),
        label: method.levels.label(level.level).to_owned(),
        verdict: method.verdict(level.level).code().to_owned(),
        missing: String::new(),
    }
}

fn weakness(weakness: &Weakness, words: &Words<'_>, library: &Library) -> WeaknessView {
    let question = weakness.question();
    let section = library.question(question);
    WeaknessView {
        code: weakness.code().to_owned(),
        words: words.risk_weakness(weakness),
        question: question.to_owned(),
        section: section.map_or_else(String::new, |one| one.section.to_string()),
        presses: weakness.presses(),
    }
}

/// An action in a list.
pub(in crate::commands) fn action_line(
    action: &Action<'_>,
    register: &Register<'_>,
    names: &Names<'_>,
    words: &Words<'_>,
) -> ActionLine {
    let pressing = action.pressing(register.on);
    let purposes = [action.risks, action.controls, action.findings];
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string());
    ActionLine {
        record: crate::show::link(action.record.clone()),
        what: action.what.unwrap_or_default().to_owned(),
        purposes: purposes
            .into_iter()
            .flat_map(|ids| links(names, ids))
            .collect(),
        owner: action.owner.and_then(|owner| names.link(owner)),
        due: day(action.due),
        state: action.state.code().to_owned(),
        pressing: pressing.code().to_owned(),
        pressing_words: words.risk_word("pressing", pressing.code()).to_owned(),
        check_due: day(action.check_due),
        effective: action.effective.unwrap_or_default().to_owned(),
        effort: action.effort.unwrap_or_default().to_owned(),
        resources: action.resources.unwrap_or_default().to_owned(),
    }
}

/// Records as others point to them, without those that are no longer there.
pub(super) fn links(names: &Names<'_>, ids: &[RecordId]) -> Vec<crate::wire::record::RecordLink> {
    ids.iter().filter_map(|id| names.link(id)).collect()
}
