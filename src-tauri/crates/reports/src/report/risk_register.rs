//! The risk register with its treatment plan: every risk by priority, before and after, what is done about it, who
//! accepts what is left, and the method all of it was rated by.

mod each;
mod method;

use super::Options;
use super::front::{Line, front, management};
use super::index::Index;
use super::outline::{Fact, Item, Outline, Piece};
use super::register::{Cell, Column, Register as Table, Row as TableRow, Tone};
use super::risk_map::risk_map;
use crate::error::ReportError;
use content::Library;
use domain::risk::{
    Action, Kept, Level, Method, Point, Pressing, Rated, Register, Row, Standing, ask, drawn_by,
    place_on, register_of,
};
use domain::{Dossier, RecordId, RecordKind, Words};

/// The register of every risk that is not retired, on the day of the snapshot.
pub fn build(
    dossier: &Dossier,
    library: &Library,
    options: &Options,
) -> Result<Outline, ReportError> {
    let index = Index::new(dossier, library, options);
    let kept = Kept::of(dossier, library);
    let on = options.on.unwrap_or_else(|| index.today());
    let register = register_of(&kept, on);
    let name_of = |id: &RecordId| index.record(id).map(|record| record.name.clone());
    let book = Book {
        index: &index,
        register: &register,
        words: Words {
            texts: index.texts,
            name_of: &name_of,
        },
    };
    let text = |key: &str| book.text(key);
    let method = register.current_method();
    let edition = method.map_or_else(|| text("no-method"), |method| book.edition(method));
    let lines = vec![
        Line::new(&text("on"), index.long_date(on)),
        Line::new(&text("method"), edition),
    ];
    let words = (text("title"), text("subject"));
    let mut front = front(&index, options, "RSK", "", words, lines);
    front.signatures = management(&index);
    let mut pieces = book.summary();
    pieces.extend(book.maps());
    if !register.rows.is_empty() {
        pieces.push(Piece::Chapter(text("priority")));
        pieces.push(Piece::Register(book.risks()));
        pieces.push(Piece::Chapter(text("plan")));
        pieces.push(Piece::Register(book.plan()));
        pieces.extend(book.actions());
        pieces.extend(book.each());
    }
    pieces.extend(book.controls());
    pieces.extend(book.method());
    Ok(Outline {
        front,
        wide: true,
        pieces,
    })
}

/// What the report is made from.
struct Book<'b, 'n> {
    index: &'b Index<'b>,
    register: &'b Register<'n>,
    words: Words<'b>,
}

impl Book<'_, '_> {
    fn text(&self, key: &str) -> String {
        let key = format!("reports.risks.{key}");
        self.index.texts.get(&key).to_owned()
    }

    /// A column of a table, by its key.
    fn column(&self, key: &str, min: f32, weight: f32) -> Column {
        Column::new(&self.text(&format!("column-{key}")), min, weight)
    }

    fn name(&self, id: Option<&RecordId>) -> Cell {
        match id.and_then(|id| self.index.record(id)) {
            Some(record) => Cell::new(record.name.clone()),
            None => Cell::new(self.text("nobody")).toned(Tone::Absent),
        }
    }

    /// Records by name and reference, one below the other.
    fn named(&self, ids: &[RecordId]) -> String {
        let records = ids.iter().filter_map(|id| self.index.record(id));
        let said: Vec<String> = records
            .map(|record| format!("{} {}", record.reference(), record.name))
            .collect();
        said.join("\n")
    }

    fn edition(&self, method: &Method) -> String {
        let record = self.index.record(&method.record);
        let name = record.map_or("", |record| record.name.as_str());
        let texts = self.index.texts;
        let values = [("name", name), ("edition", method.edition.as_str())];
        texts.format("reports.risks.edition", &values)
    }

    fn summary(&self) -> Vec<Piece> {
        let rows = &self.register.rows;
        let lead = self.index.texts.format(
            "reports.risks.lead",
            &[
                ("on", &self.index.long_date(self.register.on)),
                (
                    "risks",
                    &self.index.count("reports.risks.count", rows.len()),
                ),
            ],
        );
        let facts = Standing::ALL.into_iter().filter_map(|standing| {
            let count = rows.iter().filter(|row| row.standing == standing).count();
            let words = self.words.risk_standing(standing);
            (count > 0).then(|| Fact::new(words, self.index.number(count)))
        });
        let mut facts: Vec<Fact> = facts.collect();
        let late = |pressing: Pressing| {
            let actions = self.register.actions.iter();
            actions
                .filter(|action| action.pressing(self.register.on) == pressing)
                .count()
        };
        for (key, count) in [
            ("actions-late", late(Pressing::Overdue)),
            ("checks-late", late(Pressing::CheckOverdue)),
            ("actions-failed", late(Pressing::Ineffective)),
        ] {
            if count > 0 {
                facts.push(Fact::new(self.text(key), self.index.number(count)));
            }
        }
        let mut pieces = vec![
            Piece::Chapter(self.text("summary")),
            Piece::Lead(lead),
            Piece::Facts(facts),
        ];
        let weak: Vec<Item> = rows
            .iter()
            .flat_map(|row| {
                let pressing = row.weaknesses.iter().filter(|weak| weak.presses());
                pressing.map(move |weak| (row, weak))
            })
            .map(|(row, weak)| Item {
                name: format!("{} {}", row.risk.record.reference(), row.risk.record.name),
                cite: String::new(),
                words: self.words.risk_weakness(weak),
            })
            .collect();
        if !weak.is_empty() {
            pieces.push(Piece::Topic(self.text("presses")));
            pieces.push(Piece::Items(weak));
        }
        pieces
    }

    fn maps(&self) -> Vec<Piece> {
        let Some(method) = drawn_by(self.register) else {
            return Vec::new();
        };
        let rows: Vec<&Row<'_>> = self.register.rows.iter().collect();
        let maps = Point::ALL.map(|point| risk_map(&rows, method, point, &self.words));
        let mut pieces = vec![
            Piece::Chapter(self.text("maps")),
            Piece::Words(self.text("maps-line")),
            Piece::HeatMaps(maps.into()),
        ];
        for point in Point::ALL {
            let unplaced: Vec<String> = rows
                .iter()
                .filter(|row| place_on(row, method, point).is_none())
                .map(|row| row.risk.record.reference())
                .collect();
            if !unplaced.is_empty() {
                let values = [
                    ("point", self.words.risk_point(point)),
                    ("list", &unplaced.join(", ")),
                ];
                let texts = self.index.texts;
                pieces.push(Piece::Note(texts.format("reports.risks.unplaced", &values)));
            }
        }
        pieces
    }

    /// A level by number and label, or what is missing for one.
    fn level(&self, rated: &Rated, method: Option<&Method>) -> Cell {
        match (rated.level(), method) {
            (Some(level), Some(method)) => Cell::new(label(level, method))
                .with(self.words.risk_verdict(method.verdict(level.level))),
            _ => Cell::new(self.text("no-level"))
                .with(self.words.risk_missing(rated.missing()))
                .toned(Tone::Absent),
        }
    }

    fn risks(&self) -> Table {
        let rows = self.register.rows.iter().map(|row| {
            let risk = &row.risk;
            let method = self.register.method(risk);
            let level = |point| self.level(row.at(point), method);
            let reference = risk.record.reference();
            let rank = row
                .rank
                .map_or_else(|| self.text("unranked"), |rank| rank.to_string());
            let review = match risk.review_due {
                Some(due) if due < self.register.on => Cell::new(self.index.short_date(due))
                    .with(self.text("overdue"))
                    .toned(Tone::Alarm),
                Some(due) => Cell::new(self.index.short_date(due)),
                None => Cell::new(self.text("no-day")).toned(Tone::Absent),
            };
            TableRow::Cells(vec![
                Cell::new(rank),
                Cell::new(risk.record.name.clone())
                    .with(reference)
                    .toned(Tone::Name),
                Cell::new(self.named(risk.systems)),
                level(Point::Inherent),
                level(Point::Current),
                level(Point::Residual),
                Cell::new(self.words.risk_standing(row.standing)),
                self.name(risk.owner),
                review,
            ])
        });
        Table {
            title: self.text("priority"),
            caption: self.text("priority-caption"),
            summary: self.text("priority-summary"),
            columns: vec![
                self.column("rank", 34.0, 0.0),
                self.column("risk", 120.0, 1.2),
                self.column("systems", 90.0, 0.6),
                self.column("inherent", 72.0, 0.2),
                self.column("current", 72.0, 0.2),
                self.column("residual", 72.0, 0.2),
                self.column("standing", 70.0, 0.1),
                self.column("owner", 76.0, 0.3),
                self.column("review", 62.0, 0.0),
            ],
            rows: rows.collect(),
        }
    }

    /// What is done about each risk, with whom accepts what is left.
    fn plan(&self) -> Table {
        let rows = self.register.rows.iter().map(|row| {
            let risk = &row.risk;
            let treatment = match risk.treatment {
                Some(one) => Cell::new(self.words.risk_word("treatment", one.code()))
                    .with(risk.how.unwrap_or_default()),
                None => Cell::new(self.words.risk_word("treatment", "open")).toned(Tone::Absent),
            };
            let actions: Vec<String> = self
                .register
                .actions_of(row)
                .map(|action| self.action_line(action))
                .collect();
            let level = self.level(row.at(Point::Residual), self.register.method(risk));
            TableRow::Cells(vec![
                Cell::new(risk.record.name.clone())
                    .with(risk.record.reference())
                    .toned(Tone::Name),
                treatment,
                match risk.controls {
                    [] => Cell::new(self.text("none")).toned(Tone::Absent),
                    controls => Cell::new(self.named(controls)),
                },
                match actions.as_slice() {
                    [] => Cell::new(self.text("none")).toned(Tone::Absent),
                    actions => Cell::new(actions.join("\n")),
                },
                level,
                self.acceptance(row),
            ])
        });
        Table {
            title: self.text("plan"),
            caption: self.text("plan-caption"),
            summary: self.text("plan-summary"),
            columns: vec![
                self.column("risk", 110.0, 0.6),
                self.column("treatment", 110.0, 1.1),
                self.column("controls", 110.0, 0.8),
                self.column("actions", 130.0, 1.2),
                self.column("residual", 76.0, 0.1),
                self.column("acceptance", 96.0, 0.5),
            ],
            rows: rows.collect(),
        }
    }

    fn action_line(&self, action: &Action<'_>) -> String {
        let state = self.words.risk_word("pressing", self.pressing(action));
        let due = action.due.map(|due| self.index.short_date(due));
        let said = [due.as_deref().unwrap_or_default(), state];
        let said: Vec<&str> = said.into_iter().filter(|word| !word.is_empty()).collect();
        let record = action.record;
        format!(
            "{} {} ({})",
            record.reference(),
            record.name,
            said.join(", ")
        )
    }

    fn pressing(&self, action: &Action<'_>) -> &'static str {
        action.pressing(self.register.on).code()
    }

    fn acceptance(&self, row: &Row<'_>) -> Cell {
        let given = row.risk.acceptance;
        let Some(by) = given.by else {
            return match row.standing {
                Standing::NeedsWord => Cell::new(self.text("nobody"))
                    .with(self.text("word-needed"))
                    .toned(Tone::Warn),
                _ => Cell::new(self.text("no-acceptance")).toned(Tone::Absent),
            };
        };
        let name = self.name(Some(by));
        match given.until {
            Some(until) => {
                let date = self.index.short_date(until);
                let over = until < self.register.on;
                let key = if over { "expired" } else { "until" };
                let key = format!("reports.risks.{key}");
                let words = self.index.texts.format(&key, &[("date", &date)]);
                let cell = name.with(words);
                if over { cell.toned(Tone::Alarm) } else { cell }
            }
            None => name.with(self.text("endless")).toned(Tone::Warn),
        }
    }

    /// Every action, the most pressing first.
    fn actions(&self) -> Vec<Piece> {
        let rows = self.register.actions.iter().map(|action| {
            let pressing = action.pressing(self.register.on);
            let state = Cell::new(self.words.risk_word("action-state", action.state.code()))
                .with(self.words.risk_word("pressing", pressing.code()));
            let state = match pressing {
                Pressing::Overdue | Pressing::CheckOverdue | Pressing::Ineffective => {
                    state.toned(Tone::Alarm)
                }
                _ => state,
            };
            let brief = |question: &str| self.index.brief(&action.record.id, question);
            let purposes = [action.risks, action.controls, action.findings];
            let purposes: Vec<String> = purposes
                .into_iter()
                .filter(|ids| !ids.is_empty())
                .map(|ids| self.named(ids))
                .collect();
            TableRow::Cells(vec![
                Cell::new(action.record.name.clone())
                    .with(action.record.reference())
                    .toned(Tone::Name),
                Cell::new(action.what.unwrap_or_default()),
                Cell::new(purposes.join("\n")),
                self.name(action.owner),
                Cell::new(brief(ask::ACTION_DUE)),
                Cell::new(action.resources.unwrap_or_default()),
                state,
                Cell::new(brief(ask::ACTION_CHECK_DUE)).with(brief(ask::ACTION_EFFECTIVE)),
            ])
        });
        let table = Table {
            title: self.text("actions"),
            caption: self.text("actions-caption"),
            summary: self.text("actions-summary"),
            columns: vec![
                self.column("action", 96.0, 0.5),
                self.column("what", 140.0, 1.4),
                self.column("for", 96.0, 0.6),
                self.column("owner", 70.0, 0.2),
                self.column("due", 58.0, 0.0),
                self.column("resources", 76.0, 0.4),
                self.column("state", 66.0, 0.0),
                self.column("check", 66.0, 0.0),
            ],
            rows: rows.collect(),
        };
        if table.is_empty() {
            return Vec::new();
        }
        vec![Piece::Section(self.text("actions")), Piece::Register(table)]
    }

    /// Which control of Annex A which risk relies on: none is forgotten without being seen.
    fn controls(&self) -> Vec<Piece> {
        let Some(standard) = self.index.library.standard(ask::ANNEX_A) else {
            return Vec::new();
        };
        let of_control = |id: &str| -> Option<RecordId> {
            let mut controls = self.index.dossier.current(RecordKind::Control);
            let wanted = controls.find(|record| {
                matches!(self.index.value(&record.id, ask::CONTROL_REF), Some(domain::Value::Text(text)) if text == id)
            });
            wanted.map(|record| record.id.clone())
        };
        let rows = standard.controls().map(|control| {
            let record = of_control(control.id.as_str());
            let by = |chosen: bool| -> String {
                let rows = self.register.rows.iter().filter(|row| {
                    let list = if chosen {
                        row.risk.controls
                    } else {
                        row.risk.existing
                    };
                    record.as_ref().is_some_and(|record| list.contains(record))
                });
                let references: Vec<String> = rows.map(|row| row.risk.record.reference()).collect();
                references.join(", ")
            };
            let cell = |words: String| match words.is_empty() {
                true => Cell::new(self.text("no-risk")).toned(Tone::Absent),
                false => Cell::new(words).toned(Tone::Reference),
            };
            TableRow::Cells(vec![
                Cell::new(control.reference.clone()).toned(Tone::Reference),
                Cell::new(control.title.clone()),
                cell(by(true)),
                cell(by(false)),
            ])
        });
        let table = Table {
            title: self.text("controls"),
            caption: self.text("controls-caption"),
            summary: self.text("controls-summary"),
            columns: vec![
                self.column("reference", 50.0, 0.0),
                self.column("control", 160.0, 1.0),
                self.column("chosen-by", 120.0, 0.8),
                self.column("in-place-by", 120.0, 0.8),
            ],
            rows: rows.collect(),
        };
        vec![
            Piece::Chapter(self.text("controls")),
            Piece::Register(table),
            Piece::Note(standard.licence.clone()),
        ]
    }
}

/// `3 High`.
fn label(level: Level, method: &Method) -> String {
    format!("{} {}", level.level + 1, method.levels.label(level.level))
}
