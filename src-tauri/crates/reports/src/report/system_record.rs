//! The record of one AI system: everything the file knows of it.

use super::front::{Front, Line, front, management};
use super::index::Index;
use super::register::{Cell, Column, Register, Row, Tone};
use super::statement::Statement;
use super::{Options, history};
use content::{Library, Question, RecordKind};
use domain::progress::{Standing, progress, standing};
use domain::{Dossier, Record, RecordId, fact};
use serde::Serialize;

/// The record as it will be printed.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SystemRecord {
    /// What it says of itself.
    pub front: Front,
    /// The facts one asks for first.
    pub glance: Chapter,
    /// The steps of the questionnaire, in order; steps that do not apply are left out.
    pub chapters: Vec<Chapter>,
    /// Vendors, models, datasets and people it refers to, each with its own facts.
    pub linked: Linked,
    /// Files kept with it.
    pub attachments: Listed,
    /// Answers that no longer count; empty when there are none.
    pub aside: Option<Listed>,
    /// Questions without an answer.
    pub open: Open,
    /// What happened to it, if the history was handed in.
    pub history: Option<Listed>,
}

/// A heading with statements.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Chapter {
    /// Heading.
    pub title: String,
    /// What stands in place of statements when there are none, or before them; may be empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub lead: String,
    /// Label and answer.
    pub statements: Vec<Statement>,
    /// Label and words that answer no question; first of all.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<Line>,
}

/// Linked records.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Linked {
    /// Heading.
    pub title: String,
    /// What they are.
    pub lead: String,
    /// One chapter per record.
    pub records: Vec<Chapter>,
}

/// A heading with a line on it and a table.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Listed {
    /// One sentence above the table, or in its place.
    pub lead: String,
    /// The table.
    pub register: Register,
}

/// Questions without an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Open {
    /// Heading.
    pub title: String,
    /// What they are, or that there are none.
    pub lead: String,
    /// Step and its questions.
    pub steps: Vec<(String, Vec<OpenQuestion>)>,
}

/// A question without an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OpenQuestion {
    /// Its short name.
    pub label: String,
    /// The word for a required one; else empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub required: String,
}

/// The record of one system; none if the snapshot has no such system.
pub fn build(
    system: &RecordId,
    dossier: &Dossier,
    library: &Library,
    options: &Options,
) -> Option<SystemRecord> {
    let index = Index::new(dossier, library, options);
    let system = index
        .record(system)
        .filter(|record| record.kind == RecordKind::System)?;
    let text = |key: &str| index.texts.get(key).to_owned();
    let owner = index
        .answer(&system.id, fact::OWNER)
        .zip(library.question(fact::OWNER));
    let owner = owner.map(|(answer, question)| index.say(question, answer));
    let mut facts = vec![Line::reference(
        &text("reports.system.reference"),
        system.reference(),
    )];
    if let Some(owner) = &owner {
        facts.push(Line::new(&text("reports.cover.owner"), owner.clone()));
    }
    let words = (text("reports.system.title"), system.name.clone());
    let mut front = front(&index, options, "REC", &system.reference(), words, facts);
    let signs = match index.value(&system.id, fact::OWNER).and(owner) {
        Some(owner) => index
            .texts
            .format("reports.sign.owner", &[("owner", &owner)]),
        None => text("reports.sign.owner-open"),
    };
    front.signatures = std::iter::once(signs)
        .chain(management(&index).into_iter().take(1))
        .collect();
    Some(SystemRecord {
        front,
        glance: glance(&index, system),
        chapters: chapters(&index, system),
        linked: linked(&index, system),
        attachments: attachments(&index, system),
        aside: aside(&index, system),
        open: open(&index, system),
        history: history::listed(&index, system, &options.history),
    })
}

fn statement(index: &Index<'_>, record: &Record, question: &Question) -> Option<Statement> {
    let answer = index.counted(&record.id).get(&question.id)?;
    Some(Statement::new(index, question, answer))
}

fn glance(index: &Index<'_>, system: &Record) -> Chapter {
    let text = |key: &str| index.texts.get(key).to_owned();
    let mut lines = vec![Line::reference(
        &text("reports.system.reference"),
        system.reference(),
    )];
    if let Some(at) = system.retired {
        lines.push(Line::new(
            &text("reports.system.retired"),
            index.long_date(at.date_naive()),
        ));
    }
    if let Some(questionnaire) = index.library.questionnaire_about(RecordKind::System) {
        let all = progress(questionnaire, None, index.counted(&system.id));
        let words = index.texts.format(
            "reports.system.progress",
            &[
                ("settled", &index.number(all.settled)),
                ("asked", &index.number(all.asked)),
            ],
        );
        lines.push(Line::new(&text("reports.system.progress-label"), words));
    }
    let first = [
        fact::PURPOSE,
        fact::UNIT,
        fact::OWNER,
        fact::ROLES,
        fact::STAGE,
        fact::VENDOR,
        fact::IN_SCOPE,
        fact::REVIEW_DUE,
    ];
    let statements = first
        .iter()
        .filter_map(|id| index.library.question(id))
        .filter_map(|question| statement(index, system, question))
        .map(|statement| Statement {
            cite: String::new(),
            remark: String::new(),
            ..statement
        })
        .collect();
    Chapter {
        title: text("reports.system.glance"),
        lead: String::new(),
        statements,
        lines,
    }
}

fn chapters(index: &Index<'_>, system: &Record) -> Vec<Chapter> {
    let Some(questionnaire) = index.library.questionnaire_about(RecordKind::System) else {
        return Vec::new();
    };
    let counted = index.counted(&system.id);
    let mut chapters = Vec::new();
    for section in &questionnaire.sections {
        let asked = |question: &&Question| {
            !matches!(
                standing(question, counted),
                Standing::Hidden | Standing::SetAside
            )
        };
        if !questionnaire
            .in_section(&section.id)
            .any(|question| asked(&question))
        {
            continue;
        }
        let statements: Vec<Statement> = questionnaire
            .in_section(&section.id)
            .filter_map(|question| statement(index, system, question))
            .collect();
        let lead = if statements.is_empty() {
            index.texts.get("reports.system.section-empty").to_owned()
        } else {
            String::new()
        };
        chapters.push(Chapter {
            title: section.title.clone(),
            lead,
            statements,
            lines: Vec::new(),
        });
    }
    chapters
}

/// Every record the system refers to, directly or through its vendor, models and datasets.
fn linked<'a>(index: &Index<'a>, system: &'a Record) -> Linked {
    let records = index
        .reached(system)
        .into_iter()
        .map(|record| linked_record(index, record))
        .collect();
    Linked {
        title: index.texts.get("reports.system.linked").to_owned(),
        lead: index.texts.get("reports.system.linked-lead").to_owned(),
        records,
    }
}

fn linked_record(index: &Index<'_>, record: &Record) -> Chapter {
    let questionnaire = index.library.questionnaire_about(record.kind);
    let questions = questionnaire
        .map(|questionnaire| questionnaire.questions.as_slice())
        .unwrap_or_default();
    let statements: Vec<Statement> = questions
        .iter()
        .filter_map(|question| statement(index, record, question))
        .collect();
    let lead = if statements.is_empty() {
        index.texts.get("reports.system.linked-empty").to_owned()
    } else {
        String::new()
    };
    Chapter {
        title: format!("{} · {}", record.name, record.reference()),
        lead,
        statements,
        lines: Vec::new(),
    }
}

fn attachments(index: &Index<'_>, system: &Record) -> Listed {
    let column = |key: &str, min: f32, weight: f32| {
        Column::new(
            index.texts.get(&format!("reports.column.{key}")),
            min,
            weight,
        )
    };
    let rows: Vec<Row> = index
        .dossier
        .attachments
        .get(&system.id)
        .into_iter()
        .flatten()
        .filter(|attachment| attachment.retired.is_none())
        .map(|attachment| {
            Row::Cells(vec![
                Cell::new(attachment.name.clone()).toned(Tone::Name),
                Cell::new(size(attachment.size)),
                Cell::new(index.short_date(attachment.added.date_naive())),
                Cell::new(attachment.sha256.clone()).toned(Tone::Reference),
            ])
        })
        .collect();
    let lead = if rows.is_empty() {
        "reports.system.attachments-none"
    } else {
        "reports.system.attachments-lead"
    };
    Listed {
        lead: index.texts.get(lead).to_owned(),
        register: Register {
            title: index.texts.get("reports.system.attachments").to_owned(),
            caption: String::new(),
            summary: String::new(),
            columns: vec![
                column("file", 110.0, 1.0),
                column("size", 52.0, 0.0),
                column("added", 64.0, 0.0),
                column("hash", 160.0, 1.0),
            ],
            rows,
        },
    }
}

/// Bytes as people read them.
fn size(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes} B"),
        1_000..1_000_000 => format!("{:.1} kB", bytes as f64 / 1e3),
        _ => format!("{:.1} MB", bytes as f64 / 1e6),
    }
}

/// Answers that are kept but do not count: of questions that no longer apply or were retired.
fn aside(index: &Index<'_>, system: &Record) -> Option<Listed> {
    let column = |key: &str, min: f32, weight: f32| {
        Column::new(
            index.texts.get(&format!("reports.column.{key}")),
            min,
            weight,
        )
    };
    let counted = index.counted(&system.id);
    let given = index.dossier.answers.get(&system.id)?;
    let questions = &index
        .library
        .questionnaire_about(RecordKind::System)?
        .questions;
    let rows: Vec<Row> = questions
        .iter()
        .filter(|question| !counted.contains_key(&question.id))
        .filter_map(|question| given.get(&question.id).map(|answer| (question, answer)))
        .map(|(question, answer)| {
            let reason = match &question.retired {
                Some(_) => "reports.system.aside-retired",
                None => "reports.system.aside-reason",
            };
            Row::Cells(vec![
                Cell::new(question.label.clone()),
                Cell::new(index.say_with_references(question, answer)).with(answer.note.trim()),
                Cell::new(index.texts.get(reason)).toned(Tone::Absent),
            ])
        })
        .collect();
    (!rows.is_empty()).then(|| Listed {
        lead: index.texts.get("reports.system.aside-lead").to_owned(),
        register: Register {
            title: index.texts.get("reports.system.aside").to_owned(),
            caption: String::new(),
            summary: String::new(),
            columns: vec![
                column("question", 110.0, 0.5),
                column("answer", 140.0, 1.5),
                column("reason", 90.0, 0.3),
            ],
            rows,
        },
    })
}

fn open(index: &Index<'_>, system: &Record) -> Open {
    let counted = index.counted(&system.id);
    let mut steps = Vec::new();
    if let Some(questionnaire) = index.library.questionnaire_about(RecordKind::System) {
        for section in &questionnaire.sections {
            let questions: Vec<OpenQuestion> = questionnaire
                .in_section(&section.id)
                .filter(|question| standing(question, counted) == Standing::Open)
                .map(|question| OpenQuestion {
                    label: question.label.clone(),
                    required: if question.required {
                        index.texts.get("reports.system.required").to_owned()
                    } else {
                        String::new()
                    },
                })
                .collect();
            if !questions.is_empty() {
                steps.push((section.title.clone(), questions));
            }
        }
    }
    let lead = if steps.is_empty() {
        "reports.system.open-none"
    } else {
        "reports.system.open-lead"
    };
    Open {
        title: index.texts.get("reports.system.open").to_owned(),
        lead: index.texts.get(lead).to_owned(),
        steps,
    }
}
