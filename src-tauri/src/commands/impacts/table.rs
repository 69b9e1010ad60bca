//! The benefits and harms of one system, and the matrix they stand in.

use super::list::{assessments, result};
use crate::commands::assessment::{hindrances, newest, owed_view, revisions};
use crate::commands::classification::{mark, revision_view};
use crate::desk::Desk;
use crate::error::AppError;
use crate::impacts::{Asked, Subject};
use crate::show::{self, Names};
use crate::wire::impacts::{ImpactEntry, ImpactMatrix, ImpactTable, LevelMark, WeighedView};
use crate::wire::record::OneRecord;
use content::{ImpactLevel, Library, QuestionId};
use domain::impact::{Direction, Entry, Weigh, Weighed, question};
use domain::{RecordId, Value};

pub(super) fn table(desk: &Desk, OneRecord { record }: OneRecord) -> Result<ImpactTable, AppError> {
    let asked = Asked::of(desk)?;
    let today = desk.outside().today();
    desk.read(|open| {
        let subject = Subject::of(desk, open, &asked, &record)?;
        let [whole, ..] = &asked.knowing;
        let assessment = subject.assessment(whole);
        let judged = subject.judge(desk, &asked)?;
        let all = open.file.revisions(Some(&subject.case.record.id))?;
        let own = revisions(open, &subject.case.record.id, &whole.questionnaire().id)?;
        let names = Names::of(&open.file);
        let entries = judged.entries.iter();
        Ok(ImpactTable {
            system: show::link(subject.case.record.clone()),
            class: subject.class.map(|(class, _)| mark(class)),
            assessments: assessments(&asked, &subject, &judged, &all, today),
            owed: judged.owed.iter().map(owed_view).collect(),
            result: result(desk, &asked.weigh, &judged),
            entries: entries
                .map(|one| entry(desk.library(), &names, &asked.weigh, one))
                .collect(),
            matrix: matrix(&asked.weigh),
            hindrances: hindrances(&assessment, &judged),
            signed: newest(&own)
                .cloned()
                .map(|revision| revision_view(open, revision))
                .transpose()?,
        })
    })
}

/// A level with its place.
pub(super) fn level_mark(weigh: &Weigh<'_>, level: &ImpactLevel) -> LevelMark {
    LevelMark {
        id: level.id.to_string(),
        title: level.title.clone(),
        rank: weigh.method.rank(&level.id).map_or(0, |rank| rank + 1),
    }
}

fn matrix(weigh: &Weigh<'_>) -> ImpactMatrix {
    let columns = weigh.likelihoods().map_or(&[][..], |one| &one.options);
    let grades = weigh.method.grades.iter();
    ImpactMatrix {
        rows: grades.clone().map(|grade| grade.title.clone()).collect(),
        columns: columns.iter().map(|one| one.label.clone()).collect(),
        cells: grades
            .map(|grade| {
                let places = 0..columns.len();
                let levels = places.filter_map(|column| weigh.cell(grade, column));
                levels.map(|level| level_mark(weigh, level)).collect()
            })
            .collect(),
    }
}

fn entry(
    library: &Library,
    names: &Names<'_>,
    weigh: &Weigh<'_>,
    entry: &Entry<'_, '_>,
) -> ImpactEntry {
    let text = |words: Option<&str>| words.unwrap_or_default().to_owned();
    let weighed = |weighed: &Result<Weighed<'_>, Vec<QuestionId>>| {
        let weighed = weighed.as_ref().ok()?;
        let mut grades = weigh.method.grades.iter();
        Some(WeighedView {
            level: level_mark(weigh, weighed.level),
            row: grades.position(|grade| grade.id == weighed.grade.id)?,
            column: weighed.likelihood,
        })
    };
    let mut missing: Vec<String> = Vec::new();
    for side in [&entry.before, &entry.after] {
        for id in side.as_ref().err().into_iter().flatten() {
            let question = library.question(id.as_str());
            let label = question.map_or_else(|| id.to_string(), |one| one.label.clone());
            if !missing.contains(&label) {
                missing.push(label);
            }
        }
    }
    ImpactEntry {
        record: show::link(entry.record.clone()),
        direction: text(match entry.direction() {
            Some(Direction::Harm) => Some("harm"),
            Some(Direction::Benefit) => Some("benefit"),
            None => None,
        }),
        party: text(entry.party()),
        affects: options(library, entry, question::AFFECTS).join(", "),
        dimensions: options(library, entry, question::DIMENSION),
        what: text(entry.what()),
        measures: match entry.value(question::MEASURES) {
            Some(Value::Text(words)) => words.clone(),
            _ => String::new(),
        },
        before: weighed(&entry.before),
        after: weighed(&entry.after),
        missing,
        risk: entry.risk().and_then(|id: &RecordId| names.link(id)),
    }
}

/// Labels of what was chosen, in the order of the question.
fn options(library: &Library, entry: &Entry<'_, '_>, id: &str) -> Vec<String> {
    let Some(question) = library.question(id) else {
        return Vec::new();
    };
    let chosen = |option: &content::OptionId| match entry.value(id) {
        Some(Value::One(one)) => one == option,
        Some(Value::Many(many)) => many.contains(option),
        _ => false,
    };
    let options = question.options.iter();
    let options = options.filter(|option| chosen(&option.id));
    options.map(|option| option.label.clone()).collect()
}
