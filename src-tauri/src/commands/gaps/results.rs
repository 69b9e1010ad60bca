//! What a run comes to: figures, what moved, what is to be done.

use super::read::{Material, owed, standard};
use super::{runs, screen, show_score};
use crate::desk::Desk;
use crate::error::AppError;
use crate::show::{self, Names};
use crate::wire::drawing::DrawingView;
use crate::wire::gap_results::{
    GapAction, GapCreditCount, GapDuty, GapMoved, GapPlanLine, GapResults, GapTopicScore,
};
use crate::wire::record::OneRecord;
use content::RecordKind;
use domain::gaps::{self, Analysis, Credit, Moved, Movement, PlanLine};
use reports::chart;
use reports::report::gap_analysis;

/// Width of a picture in points; the window gives it the room there is.
const PICTURE: f32 = 300.0;

pub(super) fn results(
    desk: &Desk,
    OneRecord { record }: OneRecord,
) -> Result<GapResults, AppError> {
    // Before the file is held: the calendar of duties is made bit by bit.
    let owed = owed(desk)?;
    let today = desk.outside().today();
    desk.read(|open| {
        let material = Material::read(desk, open)?;
        let mut analysis = material.analysis(&record)?;
        let owed = owed
            .iter()
            .map(|(duty, system, day)| (duty.as_str(), system, *day));
        analysis.pressing = gaps::pressing(desk.library(), standard(desk)?, owed);
        let names = Names::of(&open.file);
        let plan = analysis.plan();
        let moved = analysis.moved();
        let people = open.file.records(RecordKind::Person)?;
        let earlier = analysis.earlier.as_ref();
        Ok(GapResults {
            earlier_on: earlier.and_then(|(run, _)| run.on).map(|on| on.to_string()),
            earlier: earlier.map(|(_, rows)| show_score::score(&gaps::score(rows))),
            comparable: material
                .runs
                .iter()
                .filter(|(record, _)| record.id != analysis.run.record.id)
                .map(|(record, _)| show::link(record.clone()))
                .collect(),
            topics: topics(&analysis),
            pictures: pictures(desk, &names, &analysis),
            moved: moved
                .iter()
                .filter(|one| one.movement != Movement::Same)
                .map(moved_view)
                .collect(),
            plan: plan
                .iter()
                .map(|line| planned(&names, line, line.overdue(today)))
                .collect(),
            people: people
                .into_iter()
                .filter(|person| person.retired.is_none())
                .map(show::link)
                .collect(),
            missing: analysis
                .missing
                .iter()
                .map(|one| one.label.clone())
                .collect(),
            credit: credit(desk, &analysis)?,
            run: runs::view(open, &analysis)?,
        })
    })
}

/// The pictures of the report, at the width of a column.
fn pictures(desk: &Desk, names: &Names<'_>, analysis: &Analysis<'_>) -> Vec<DrawingView> {
    let frozen = names.words(desk, |words| gaps::freeze(analysis, desk.library(), words));
    let bars = chart::stacks(&gap_analysis::stacked(desk.texts(), &frozen), PICTURE);
    let radars = gap_analysis::radars(desk.texts(), &frozen);
    let radars = radars.iter().map(|radar| chart::radar(radar, PICTURE));
    let drawn = std::iter::once(bars).chain(radars);
    drawn.map(DrawingView::from).collect()
}

fn topics(analysis: &Analysis<'_>) -> Vec<GapTopicScore> {
    let before = analysis.earlier.as_ref();
    let before = before.map_or_else(Vec::new, |(_, rows)| gaps::by_topic(rows));
    let topics = gaps::by_topic(&analysis.rows).into_iter();
    topics
        .map(|(topic, score)| {
            let earlier = before.iter().find(|(one, _)| one.id == topic.id);
            GapTopicScore {
                id: topic.id.to_string(),
                reference: topic.reference.clone(),
                title: topic.title.clone(),
                control: screen::is_control(topic),
                score: show_score::score(&score),
                earlier: earlier.map(|(_, score)| show_score::score(score)),
            }
        })
        .collect()
}

fn moved_view(moved: &Moved<'_>) -> GapMoved {
    let Moved {
        requirement,
        before,
        now,
        movement,
    } = moved;
    GapMoved {
        id: requirement.id.to_string(),
        reference: requirement.reference.clone(),
        title: requirement.title.clone(),
        movement: show_score::movement(*movement),
        before: show_score::conformity(before.conformity),
        maturity_before: before.maturity,
        now: show_score::conformity(now.conformity),
        maturity_now: now.maturity,
    }
}

fn planned(names: &Names<'_>, line: &PlanLine<'_, '_>, overdue: bool) -> GapPlanLine {
    let requirement = line.row.requirement;
    let judged = &line.row.judgement;
    let duty = line.pressing.and_then(|pressing| {
        Some(GapDuty {
            day: pressing.day.to_string(),
            title: pressing.duty.title.clone(),
            article: pressing.duty.article.clone(),
            system: names.link(&pressing.system)?,
        })
    });
    let action = line.remedy.map(|remedy| GapAction {
        record: show::link(remedy.record.clone()),
        what: remedy.what.unwrap_or_default().to_owned(),
        owner: remedy.owner.and_then(|owner| names.link(owner)),
        due: remedy.due.map(|due| due.to_string()),
        effort: remedy.effort.map(str::to_owned),
        state: remedy.state.code().to_owned(),
    });
    GapPlanLine {
        requirement: requirement.id.to_string(),
        reference: requirement.reference.clone(),
        title: requirement.title.clone(),
        conformity: show_score::conformity(judged.conformity),
        what: judged.what.clone(),
        severity: judged.severity.map(|one| one.code().to_owned()),
        duty,
        action,
        overdue,
    }
}

fn credit(desk: &Desk, analysis: &Analysis<'_>) -> Result<GapCreditCount, AppError> {
    let standard = standard(desk)?;
    let proposed = |row: &&gaps::Row<'_>| {
        analysis.certified && !gaps::proposals(desk.library(), standard, row.requirement).is_empty()
    };
    let decided = |wanted: &[Credit]| {
        let rows = analysis.rows.iter();
        let decisions = rows.filter_map(|row| row.judgement.credit);
        decisions.filter(|credit| wanted.contains(credit)).count()
    };
    Ok(GapCreditCount {
        proposed: analysis.rows.iter().filter(proposed).count(),
        confirmed: decided(&[Credit::Confirmed, Credit::Part]),
        declined: decided(&[Credit::Declined]),
    })
}
