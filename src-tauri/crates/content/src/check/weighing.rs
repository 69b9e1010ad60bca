//! Checks of the method of impact assessments: that every table is whole and never falls, and that all it
//! looks at is there.

use super::look::{Found, look_up, unknown};
use super::questionnaire::misfit;
use crate::condition::Condition;
use crate::ids::{DutyId, QuestionId};
use crate::load::Authored;
use crate::problem::{Flaw, Problem};
use crate::question::{Question, QuestionKind, RecordKind};
use crate::weighing::{OwedWhen, Scales, Weighing};
use std::collections::BTreeMap;
use std::fmt::Display;

/// Checks the method against the questionnaires and the duties of all frameworks.
pub(crate) fn weighing(
    file: &str,
    method: &Weighing,
    all: &[Authored],
    duties: &[&DutyId],
    problems: &mut Vec<Problem>,
) {
    let mut checking = Checking {
        file,
        all,
        problems,
    };
    checking.words(method);
    checking.tables(method);
    checking.thresholds(method);
    for owed in &method.owed {
        checking.owed(owed, duties);
    }
}

struct Checking<'c> {
    file: &'c str,
    all: &'c [Authored],
    problems: &'c mut Vec<Problem>,
}

impl<'c> Checking<'c> {
    fn flaw(&mut self, at: &dyn Display, what: Flaw) {
        self.problems.push(Problem::new(self.file, at, what));
    }

    fn words(&mut self, method: &Weighing) {
        if method.version == 0 {
            self.flaw(&method.id, Flaw::VersionMissing);
        }
        let mut words: Vec<(&str, &'static str, &str)> = vec![
            (method.id.as_str(), "title", &method.title),
            (method.id.as_str(), "cite", &method.cite),
        ];
        for grade in &method.grades {
            words.push((grade.id.as_str(), "title", &grade.title));
        }
        for level in &method.levels {
            let id = level.id.as_str();
            words.extend([
                (id, "title", level.title.as_str()),
                (id, "harm", &level.harm),
                (id, "benefit", &level.benefit),
            ]);
        }
        for threshold in &method.thresholds {
            let id = threshold.id.as_str();
            words.extend([
                (id, "title", threshold.title.as_str()),
                (id, "plain", &threshold.plain),
                (id, "demands", &threshold.demands),
                (id, "cite", &threshold.cite),
            ]);
        }
        for owed in &method.owed {
            let id = owed.assessment.as_str();
            words.extend([
                (id, "yes", owed.yes.as_str()),
                (id, "no", &owed.no),
                (id, "open", &owed.open),
                (id, "cite", &owed.cite),
            ]);
        }
        for (at, name, text) in words {
            if text.trim().is_empty() {
                self.flaw(&at, Flaw::Missing(name));
            }
        }
        let grades = method.grades.iter().map(|grade| grade.id.as_str());
        let levels = method.levels.iter().map(|level| level.id.as_str());
        let thresholds = method.thresholds.iter().map(|one| one.id.as_str());
        let kinds: [Vec<&str>; 3] = [grades.collect(), levels.collect(), thresholds.collect()];
        for ids in kinds {
            for (place, id) in ids.iter().enumerate() {
                if !crate::ids::is_kebab(id) {
                    self.flaw(id, Flaw::MalformedId);
                }
                if ids.iter().take(place).any(|earlier| earlier == id) {
                    let also_in = self.file.to_owned();
                    self.flaw(id, Flaw::DoubledId { also_in });
                }
            }
        }
    }

    fn tables(&mut self, method: &Weighing) {
        let before = self.scales(&method.scales);
        let after = self.scales(&method.scales_after);
        for (before, after) in before.iter().zip(&after) {
            if let (Some(before), Some(after)) = (before, after)
                && options(before) != options(after)
            {
                let what = Flaw::OptionsDiffer(before.id.clone());
                self.flaw(&after.id.clone(), what);
            }
        }
        let [
            Some(severity),
            Some(scale),
            Some(reversibility),
            Some(likelihood),
        ] = before
        else {
            return;
        };
        let grades: Vec<&str> = method.grades.iter().map(|one| one.id.as_str()).collect();
        let levels: Vec<&str> = method.levels.iter().map(|one| one.id.as_str()).collect();
        let (extent, consequence, matrix) = (
            rows(&method.extent, |id| id.as_str(), |id| id.as_str()),
            rows(&method.consequence, |id| id.as_str(), |id| id.as_str()),
            rows(&method.matrix, |id| id.as_str(), |id| id.as_str()),
        );
        self.table(
            "extent",
            &extent,
            &options(severity),
            options(scale).len(),
            &grades,
        );
        let columns = options(reversibility).len();
        self.table("consequence", &consequence, &grades, columns, &grades);
        let columns = options(likelihood).len();
        self.table("matrix", &matrix, &grades, columns, &levels);
    }

    fn scales(&mut self, scales: &Scales) -> [Option<&'c Question>; 4] {
        scales.all().map(|id| {
            let found = self.question(id, &[RecordKind::Impact])?;
            if found.kind == QuestionKind::Single {
                return Some(found);
            }
            let (question, kind) = (found.id.clone(), found.kind);
            self.flaw(id, Flaw::DoesNotFit { question, kind });
            None
        })
    }

    /// A table has a row for each of `rows`, each with one cell a column, and never falls.
    fn table(
        &mut self,
        name: &'static str,
        table: &BTreeMap<&str, Vec<&str>>,
        rows: &[&str],
        columns: usize,
        values: &[&str],
    ) {
        for stray in table.keys().filter(|row| !rows.contains(row)) {
            self.flaw(&name, unknown("row", stray));
        }
        let mut above: Vec<usize> = Vec::new();
        for row in rows {
            let at = format!("{name} {row}");
            let Some(cells) = table.get(row).filter(|cells| cells.len() == columns) else {
                self.flaw(&at, Flaw::RowNotWhole(columns));
                return;
            };
            let mut ranks = Vec::new();
            for cell in cells {
                match values.iter().position(|value| value == cell) {
                    Some(rank) => ranks.push(rank),
                    None => self.flaw(&at, unknown("value", cell)),
                }
            }
            let falls =
                !ranks.is_sorted() || above.iter().zip(&ranks).any(|(above, own)| above > own);
            if falls {
                self.flaw(&at, Flaw::Falls);
            }
            above = ranks;
        }
    }

    fn thresholds(&mut self, method: &Weighing) {
        for threshold in &method.thresholds {
            if method.rank(&threshold.level).is_none() {
                self.flaw(&threshold.id, unknown("level", threshold.level.as_str()));
            }
            let about = [RecordKind::System];
            if let Some(found) = self.question(&threshold.question, &about)
                && found.kind != QuestionKind::Multi
            {
                let (question, kind) = (found.id.clone(), found.kind);
                self.flaw(&threshold.id, Flaw::DoesNotFit { question, kind });
            }
        }
    }

    fn owed(&mut self, owed: &OwedWhen, duties: &[&DutyId]) {
        let at = &owed.assessment;
        let assessment = self
            .all
            .iter()
            .find(|one| one.questionnaire.id == owed.assessment)
            .filter(|one| one.questionnaire.assessment);
        if assessment.is_none() {
            self.flaw(at, unknown("assessment", at.as_str()));
        }
        match (&owed.duty, &owed.when) {
            (Some(duty), None) if duties.contains(&duty) => {}
            (Some(duty), None) => self.flaw(at, unknown("duty", duty.as_str())),
            (None, Some(when)) => self.condition(at, when),
            _ => self.flaw(at, Flaw::Missing("either `duty` or `when`")),
        }
    }

    fn condition(&mut self, at: &dyn Display, when: &Condition) {
        for leaf in when.leaves() {
            match leaf {
                Condition::Is(id, _)
                | Condition::Includes(id, _)
                | Condition::AtLeast(id, _)
                | Condition::Answered(id) => {
                    let about = [RecordKind::System, RecordKind::Organisation];
                    let found = self.question(id, &about);
                    if let Some(what) = found.and_then(|target| misfit(leaf, target)) {
                        self.flaw(at, what);
                    }
                }
                other => self.flaw(at, Flaw::OnlyInRules(other.operator())),
            }
        }
    }

    /// A question that is asked about one of these kinds.
    fn question(&mut self, id: &QuestionId, about: &[RecordKind]) -> Option<&'c Question> {
        let asked: Vec<&Authored> = self
            .all
            .iter()
            .filter(|one| about.contains(&one.questionnaire.about))
            .collect();
        match look_up(id, &asked) {
            Found::Question(found) if found.retired.is_some() => {
                self.flaw(id, Flaw::LooksAtRetired(id.clone()));
                None
            }
            Found::Question(found) => Some(found),
            Found::Broken => None,
            Found::Nowhere => {
                self.flaw(id, unknown("question", id.as_str()));
                None
            }
        }
    }
}

fn options(question: &Question) -> Vec<&str> {
    let options = question.options.iter();
    options.map(|option| option.id.as_str()).collect()
}

fn rows<'t, R: Ord, C>(
    table: &'t BTreeMap<R, Vec<C>>,
    row: impl Fn(&'t R) -> &'t str,
    cell: impl Fn(&'t C) -> &'t str,
) -> BTreeMap<&'t str, Vec<&'t str>> {
    let rows = table.iter();
    rows.map(|(id, cells)| (row(id), cells.iter().map(&cell).collect()))
        .collect()
}
