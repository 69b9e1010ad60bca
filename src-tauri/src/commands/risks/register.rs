//! The risk register: read from the file, filtered, with heat maps over what matches.

use super::show_risk::line;
use crate::commands::inventory::PAGE;
use crate::desk::Desk;
use crate::error::AppError;
use crate::session::OpenFile;
use crate::show::{self, Names};
use crate::wire::risks::{Counted, ListRisks, MapCell, MethodName, RiskMap, RiskPage};
use content::{QuestionId, RecordKind};
use domain::progress::counted;
use domain::risk::{self, Kept, Method, Point, Register, Row, Standing, ask};
use domain::{Answers, Record, RecordId, Words};
use reports::chart::heat_map;
use reports::report::risk_map::risk_map;
use std::collections::{BTreeMap, BTreeSet};

/// Width of a heat map in the window, in its own units.
const MAP: f32 = 300.0;

/// Reads everything about risk that is kept in the file, with the answers that count.
pub(crate) fn kept(desk: &Desk, open: &OpenFile) -> Result<Kept, AppError> {
    let of = |kind: RecordKind| -> Result<Vec<(Record, Answers)>, AppError> {
        let asked = show::questionnaire(desk, kind)?;
        let questions: Vec<&QuestionId> = asked.questions.iter().map(|one| &one.id).collect();
        let found = open.file.answers_to(kind, &questions)?;
        let count = |(record, answers): (Record, Answers)| (record, counted(asked, &answers));
        Ok(found.into_iter().map(count).collect())
    };
    let revisions = open.file.revisions(None)?;
    let standing = revisions
        .iter()
        .filter(|one| one.questionnaire.as_str() == ask::METHOD_FORM && one.stands());
    let approved: BTreeSet<RecordId> = standing.map(|one| one.subject.clone()).collect();
    Ok(Kept {
        risks: of(RecordKind::Risk)?,
        methods: of(RecordKind::Method)?,
        actions: of(RecordKind::Action)?,
        approved,
    })
}

pub(super) fn page(desk: &Desk, query: ListRisks) -> Result<RiskPage, AppError> {
    let today = desk.outside().today();
    desk.read(|open| {
        let kept = kept(desk, open)?;
        let register = risk::register_of(&kept, today);
        let names = Names::of(&open.file);
        names.words(desk, |words| {
            show_page(desk, open, &register, &names, words, &query)
        })
    })
}

fn show_page(
    desk: &Desk,
    open: &OpenFile,
    register: &Register<'_>,
    names: &Names<'_>,
    words: &Words<'_>,
    query: &ListRisks,
) -> Result<RiskPage, AppError> {
    let search: Vec<String> = query
        .search
        .split_whitespace()
        .map(str::to_lowercase)
        .collect();
    let cell = query.cell.as_ref();
    let fits = |row: &Row<'_>| plain_fits(row, query, &search, names);
    let standing_fits = |row: &Row<'_>| {
        let wanted = query.standing.as_deref();
        wanted.is_none_or(|wanted| wanted == row.standing.code())
    };
    let weakness_fits = |row: &Row<'_>| {
        query.weakness.as_deref().is_none_or(|wanted| {
            let mut weak = row.weaknesses.iter();
            weak.any(|one| one.code() == wanted)
        })
    };
    let shown_by = risk::drawn_by(register);
    let cell_fits =
        |row: &Row<'_>| cell.is_none_or(|cell| shown_by.is_some_and(|by| stands_in(row, by, cell)));
    let base: Vec<&Row<'_>> = register.rows.iter().filter(|row| fits(row)).collect();
    let but_for = |skip: usize| {
        base.iter().copied().filter(move |row| {
            (skip == 0 || standing_fits(row))
                && (skip == 1 || weakness_fits(row))
                && (skip == 2 || cell_fits(row))
        })
    };
    let standings = Standing::ALL.into_iter().map(|standing| Counted {
        code: standing.code().to_owned(),
        words: words.risk_standing(standing).to_owned(),
        count: but_for(0).filter(|row| row.standing == standing).count(),
    });
    let mut weak: BTreeMap<&'static str, usize> = BTreeMap::new();
    for row in but_for(1) {
        let codes: BTreeSet<&'static str> = row.weaknesses.iter().map(|one| one.code()).collect();
        for code in codes {
            *weak.entry(code).or_default() += 1;
        }
    }
    let mut weaknesses: Vec<Counted> = weak
        .into_iter()
        .map(|(code, count)| Counted {
            code: code.to_owned(),
            words: words.risk_word("weak", code).to_owned(),
            count,
        })
        .collect();
    weaknesses.sort_by_key(|one| std::cmp::Reverse(one.count));
    let on_map: Vec<&Row<'_>> = but_for(2).collect();
    let maps = shown_by.map_or_else(Vec::new, |method| {
        Point::ALL
            .map(|point| map(&on_map, method, point, words))
            .into()
    });
    let matching: Vec<&Row<'_>> = but_for(3).collect();
    let people = open.file.records(RecordKind::Person)?;
    let people = people.into_iter().filter(|person| person.retired.is_none());
    let about: BTreeSet<&RecordId> = register
        .rows
        .iter()
        .flat_map(|row| row.risk.systems)
        .collect();
    let mut systems: Vec<_> = about.into_iter().filter_map(|id| names.link(id)).collect();
    systems.sort_by(|a, b| a.reference.cmp(&b.reference));
    Ok(RiskPage {
        total: register.rows.len(),
        matching: matching.len(),
        rows: matching
            .into_iter()
            .skip(query.offset)
            .take(query.limit.min(PAGE))
            .map(|row| line(register, row, names, words, desk.library()))
            .collect(),
        standings: standings.collect(),
        weaknesses,
        maps,
        method: shown_by.and_then(|method| {
            Some(MethodName {
                record: names.link(&method.record)?,
                edition: method.edition.clone(),
            })
        }),
        methods: register.methods.len(),
        people: people.map(show::link).collect(),
        systems,
    })
}

fn plain_fits(row: &Row<'_>, query: &ListRisks, search: &[String], names: &Names<'_>) -> bool {
    let risk = &row.risk;
    let system_fits = query.system.as_deref().is_none_or(|wanted| {
        let mut systems = risk.systems.iter();
        systems.any(|system| system.as_str() == wanted)
    });
    let owner_fits = query.owner.as_deref().is_none_or(|wanted| {
        risk.owner
            .map_or(wanted.is_empty(), |owner| owner.as_str() == wanted)
    });
    system_fits
        && owner_fits
        && (search.is_empty() || {
            let systems = risk.systems.iter().filter_map(|id| names.record(id));
            let systems: String = systems
                .map(|system| format!("{} {} ", system.reference(), system.name))
                .collect();
            let (reference, name) = (risk.record.reference(), &risk.record.name);
            let event = risk.event.unwrap_or_default();
            let text = format!("{reference} {name} {event} {systems}").to_lowercase();
            search.iter().all(|word| text.contains(word.as_str()))
        })
}

/// Whether a risk stands in a cell of a map that is drawn by this method.
fn stands_in(row: &Row<'_>, method: &Method, cell: &MapCell) -> bool {
    let mut points = Point::ALL.into_iter();
    let Some(point) = points.find(|point| point.code() == cell.point) else {
        return false;
    };
    risk::place_on(row, method, point)
        .is_some_and(|level| format!("{}-{}", level.likelihood, level.consequence) == cell.place)
}

fn map(rows: &[&Row<'_>], method: &Method, point: Point, words: &Words<'_>) -> RiskMap {
    let map = risk_map(rows, method, point, words);
    let placed = rows
        .iter()
        .filter(|row| risk::place_on(row, method, point).is_some());
    let unplaced = (rows.len() - placed.count()) as u64;
    RiskMap {
        point: point.code().to_owned(),
        drawing: heat_map(&map, MAP).into(),
        unplaced: match unplaced {
            0 => String::new(),
            n => words.texts.count("content.risks.map.unplaced", n, &[]),
        },
    }
}
