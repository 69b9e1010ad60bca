//! The calendar of duties of the whole organisation: what is owed for every system, by the day it binds.

use super::Options;
use super::front::{Line, front, management};
use super::index::Index;
use super::outline::{Fact, Outline, Piece};
use super::register::{Cell, Column, Register, Row, Tone};
use crate::error::ReportError;
use content::{Class, Library, RecordKind};
use domain::law::{DutyRow, Engine, Facts, Knowing, Urgency, register_of};
use domain::{Dossier, Record, Truth, fact};

/// The calendar of every system that is not retired.
pub fn build(
    dossier: &Dossier,
    library: &Library,
    options: &Options,
) -> Result<Outline, ReportError> {
    let index = Index::new(dossier, library, options);
    let law = library.framework(fact::AI_ACT);
    let law = law.and_then(|law| Some((law, library.questions_of(law)?)));
    let (framework, questions) = law.ok_or_else(|| ReportError::broken("there is no law"))?;
    let engine = Engine::new(framework, questions);
    let facts = Facts::of(dossier, &Knowing::new(library, questions));
    let on = options.on.unwrap_or_else(|| index.today());
    let rows = register_of(&engine, dossier, &facts, on);
    let judged: Vec<(&Record, Option<&Class>)> = dossier
        .current(RecordKind::System)
        .filter_map(|system| {
            let weighing = engine.weigh(facts.0.get(&system.id)?, on);
            Some((system, weighing.headline()))
        })
        .collect();
    let calendar = Calendar {
        index: &index,
        rows: &rows,
        judged: &judged,
    };
    let text = |key: &str| calendar.text(key);
    let words = (text("title"), text("subject"));
    let on = index.long_date(on);
    let lines = vec![Line::new(index.texts.get("reports.law.on"), on.clone())];
    let mut front = front(&index, options, "DUT", "", words, lines);
    front.signatures = management(&index);
    let mut pieces = calendar.summary(&on);
    pieces.push(Piece::Note(framework.caveat.clone()));
    pieces.extend(calendar.open());
    pieces.push(Piece::Chapter(text("calendar")));
    let register = calendar.register();
    if register.is_empty() {
        pieces.push(Piece::Words(text("none")));
    }
    pieces.push(Piece::Register(register));
    Ok(Outline {
        front,
        wide: true,
        pieces,
    })
}

struct Calendar<'c, 'd, 'a> {
    index: &'c Index<'d>,
    rows: &'c [DutyRow<'c, 'a>],
    judged: &'c [(&'c Record, Option<&'a Class>)],
}

impl Calendar<'_, '_, '_> {
    fn text(&self, key: &str) -> String {
        self.index
            .texts
            .get(&format!("reports.duties.{key}"))
            .to_owned()
    }

    fn count(&self, wanted: impl Fn(&DutyRow) -> bool) -> usize {
        self.rows.iter().filter(|row| wanted(row)).count()
    }

    fn summary(&self, on: &str) -> Vec<Piece> {
        let index = self.index;
        let owed = self.count(|row| row.owed == Truth::Yes);
        let duties = index.count("reports.duties.count", owed);
        let systems = index.count("reports.count.systems", self.judged.len());
        let lead = index.texts.format(
            "reports.duties.lead",
            &[("on", on), ("duties", &duties), ("systems", &systems)],
        );
        let urgencies = [
            ("overdue", Urgency::Overdue),
            ("binding", Urgency::Binding),
            ("ahead", Urgency::Ahead),
            ("undated", Urgency::Undated),
            ("settled", Urgency::Settled),
        ];
        let facts = urgencies.into_iter().map(|(key, urgency)| {
            let count = self.count(|row| row.urgency == urgency);
            Fact::new(self.text(key), index.number(count))
        });
        vec![
            Piece::Chapter(self.text("summary")),
            Piece::Lead(lead),
            Piece::Facts(facts.collect()),
        ]
    }

    /// Systems whose class is not determined: what they owe may be more than stands here.
    fn open(&self) -> Vec<Piece> {
        let open: Vec<String> = self
            .judged
            .iter()
            .filter(|(_, headline)| headline.is_none())
            .map(|(system, _)| format!("{} {}", system.reference(), system.name))
            .collect();
        if open.is_empty() {
            return Vec::new();
        }
        let lead = self
            .index
            .texts
            .format("reports.duties.open-lead", &[("list", &open.join("; "))]);
        vec![Piece::Warning(lead)]
    }

    fn register(&self) -> Register {
        let column = |key: &str, min: f32, weight: f32| {
            Column::new(&self.text(&format!("column-{key}")), min, weight)
        };
        let rows = self.rows.iter().map(|row| self.row(row)).collect();
        Register {
            title: self.text("calendar"),
            caption: self.text("caption"),
            summary: self.text("calendar-summary"),
            columns: vec![
                column("from", 76.0, 0.0),
                column("system", 100.0, 0.5),
                column("duty", 140.0, 1.2),
                column("where", 76.0, 0.0),
                column("owner", 80.0, 0.4),
                column("due", 62.0, 0.0),
                column("state", 72.0, 0.0),
                column("evidence", 84.0, 0.9),
            ],
            rows,
        }
    }

    /// The day it binds, with the day it formally applies where that is another.
    fn from(&self, row: &DutyRow) -> Cell {
        let (Some(day), true) = (row.day(), row.owed != Truth::No) else {
            let key = match row.owed {
                Truth::No => "no-longer",
                Truth::Yes | Truth::Unknown => "no-day",
            };
            return Cell::new(self.text(key)).toned(Tone::Absent);
        };
        let formal = row.entry.as_ref().and_then(|entry| entry.formal);
        let formal = formal.filter(|formal| *formal != day).map(|formal| {
            let date = self.index.short_date(formal);
            let texts = self.index.texts;
            texts.format("reports.law.formally", &[("date", &date)])
        });
        Cell::new(self.index.short_date(day)).with(formal.unwrap_or_default())
    }

    fn row(&self, row: &DutyRow) -> Row {
        let index = self.index;
        let duty = index
            .library
            .framework(fact::AI_ACT)
            .and_then(|law| law.duty(&row.duty.into()));
        let role = index
            .library
            .framework(fact::AI_ACT)
            .and_then(|law| law.role(&row.role.into()))
            .map_or(row.role, |role| &role.title);
        let care = row.care.as_ref();
        let owner = care.and_then(|care| care.owner);
        let owner = owner.and_then(|id| index.record(id));
        let owner = match owner {
            Some(owner) => Cell::new(owner.name.clone()),
            None => Cell::new(self.text("nobody")).toned(Tone::Absent),
        };
        let due = care.and_then(|care| care.due);
        let due = due.map_or_else(String::new, |due| index.short_date(due));
        let system = row.system;
        Row::Cells(vec![
            self.from(row),
            Cell::new(system.name.clone())
                .with(system.reference())
                .toned(Tone::Name),
            Cell::new(duty.map_or(row.duty, |duty| duty.title.as_str()))
                .with(self.besides(row, role)),
            Cell::new(duty.map_or("", |duty| duty.article.as_str())).with(row.duty),
            owner,
            Cell::new(due),
            self.state(row),
            self.evidence(row),
        ])
    }

    /// In which role, and what one must know besides.
    fn besides(&self, row: &DutyRow, role: &str) -> String {
        let texts = self.index.texts;
        let mut besides = vec![role.to_owned()];
        if row.owed == Truth::Unknown {
            besides.push(self.text("may-be-owed"));
        }
        if let Some(entry) = &row.entry {
            if entry.effective_open {
                besides.push(texts.get("reports.law.mark-day-open").to_owned());
            }
            match entry.legacy.as_ref().map(|legacy| legacy.truth) {
                Some(Truth::Yes) => {
                    besides.push(texts.get("reports.law.mark-suspended").to_owned());
                }
                Some(Truth::Unknown) => {
                    besides.push(texts.get("reports.law.mark-maybe-suspended").to_owned());
                }
                Some(Truth::No) | None => {}
            }
            besides.extend(entry.unsettled.iter().map(|point| {
                texts.format("reports.law.mark-unsettled", &[("point", &point.title)])
            }));
        }
        besides.join("\n")
    }

    fn state(&self, row: &DutyRow) -> Cell {
        let state = row.care.as_ref().map_or("open", |care| care.state.code());
        let word = Cell::new(self.text(&format!("state-{state}")));
        match row.urgency {
            Urgency::Overdue => word.with(self.text("overdue-mark")).toned(Tone::Alarm),
            Urgency::Binding => word.with(self.text("binding-mark")).toned(Tone::Warn),
            Urgency::Ahead | Urgency::Undated | Urgency::Settled => word,
        }
    }

    /// What shows that it is done, or why it is not ours; and the files kept with it.
    fn evidence(&self, row: &DutyRow) -> Cell {
        let Some(care) = &row.care else {
            return Cell::new("");
        };
        let files = self.index.dossier.attachments.get(&care.record.id);
        let files = files.into_iter().flatten();
        let files: Vec<&str> = files
            .filter(|file| file.retired.is_none())
            .map(|file| file.name.as_str())
            .collect();
        let said = care.reason.or(care.evidence).unwrap_or_default();
        Cell::new(said).with(files.join("\n"))
    }
}
