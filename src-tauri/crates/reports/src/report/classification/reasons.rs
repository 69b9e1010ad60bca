//! Why: rules that hold, rules that do not, what is open, unsettled or drafted, what would change it.

use super::plain;
use crate::report::index::Index;
use crate::report::judged::Judged;
use crate::report::outline::{Fact, Item, Piece};
use crate::report::register::{Cell, Column, Register, Row, Tone};
use domain::Difference;
use domain::frozen::{BECAUSE, Part};

fn text(index: &Index<'_>, key: &str) -> String {
    index.texts.get(&format!("reports.law.{key}")).to_owned()
}

fn table(index: &Index<'_>, key: &str, columns: &[(&str, f32, f32)], rows: Vec<Row>) -> Register {
    let columns = columns.iter().map(|(key, min, weight)| {
        Column::new(
            index.texts.get(&format!("reports.law.column.{key}")),
            *min,
            *weight,
        )
    });
    Register {
        title: text(index, key),
        caption: String::new(),
        summary: text(index, &format!("{key}-summary")),
        columns: columns.collect(),
        rows,
    }
}

/// Rules of the trace with this value, by stage.
fn rules<'j>(judged: &'j Judged<'_>, value: &str) -> Vec<(&'j str, Vec<&'j Part>)> {
    let stages = judged.frozen.parts(&["trace"]).iter().map(|stage| {
        let rules = stage.parts.iter().filter(|rule| rule.value == value);
        (stage.label.as_str(), rules.collect::<Vec<_>>())
    });
    stages.filter(|(_, rules)| !rules.is_empty()).collect()
}

/// Rules that hold, with what decided.
pub(super) fn holding(index: &Index<'_>, judged: &Judged<'_>) -> Vec<Piece> {
    let mut rows = Vec::new();
    let mut told: Vec<&Part> = Vec::new();
    for (stage, rules) in rules(judged, "yes") {
        rows.push(Row::Group(stage.to_owned()));
        rows.extend(rules.into_iter().map(|rule| {
            let from = match rule.value(&["from"]) {
                "" => String::new(),
                date => index
                    .texts
                    .format("reports.law.counts-from", &[("date", date)]),
            };
            Row::Cells(vec![
                Cell::new(rule.label.clone()).with(from).toned(Tone::Name),
                Cell::new(rule.cite.clone()),
                new_reasons(index, rule, &mut told),
            ])
        }));
    }
    let columns = [
        ("rule", 120.0, 0.4),
        ("where", 96.0, 0.1),
        ("because", 150.0, 1.0),
    ];
    vec![
        Piece::Chapter(text(index, "why")),
        Piece::Words(text(index, "why-lead")),
        Piece::Register(table(index, "why", &columns, rows)),
    ]
}

/// What decided, in full where no rule above said it already.
fn new_reasons<'j>(index: &Index<'_>, rule: &'j Part, told: &mut Vec<&'j Part>) -> Cell {
    let reasons = rule.part(&[BECAUSE]);
    let reasons = reasons.into_iter().flat_map(|because| &because.parts);
    let (mut new, mut known) = (Vec::new(), Vec::new());
    for reason in reasons {
        if told.contains(&reason) {
            known.push(reason.label.as_str());
        } else {
            new.push(because(reason));
            told.push(reason);
        }
    }
    let known = match known.join("; ").as_str() {
        "" => String::new(),
        labels => index
            .texts
            .format("reports.law.as-above", &[("labels", labels)]),
    };
    match new.is_empty() {
        true => Cell::new(known).toned(Tone::Absent),
        false => Cell::new(new.join("\n")).with(known),
    }
}

/// One reason: a question with its answer, or with nothing while it is open; a day.
pub(in crate::report) fn because(reason: &Part) -> String {
    match reason.value.as_str() {
        "" => reason.label.clone(),
        value => format!("{}: {value}", reason.label),
    }
}

/// Rules that were considered and do not hold, as short as they can be told.
pub(super) fn not_met(index: &Index<'_>, judged: &Judged<'_>) -> Vec<Piece> {
    let facts: Vec<Fact> = rules(judged, "no")
        .into_iter()
        .map(|(stage, rules)| {
            let names = rules.iter().map(|rule| {
                let name = format!("{} ({})", rule.label, first(&rule.cite));
                // What decided is told only where a person said that it does not apply.
                let aside = rule.part(&[BECAUSE]).map(|decided| &decided.parts);
                let aside = aside.into_iter().flatten();
                let aside = aside.filter(|reason| !reason.value.is_empty()).map(because);
                std::iter::once(name)
                    .chain(aside)
                    .collect::<Vec<_>>()
                    .join("; ")
            });
            Fact::new(stage, names.collect::<Vec<_>>().join(" · "))
        })
        .collect();
    if facts.is_empty() {
        return Vec::new();
    }
    vec![
        Piece::Section(text(index, "not-met")),
        Piece::Words(text(index, "not-met-lead")),
        Piece::Facts(facts),
    ]
}

/// The first provision of a citation: enough to find a rule that does not hold.
fn first(cite: &str) -> &str {
    cite.split("; ").next().unwrap_or_default()
}

/// What can still change the outcome.
pub(super) fn open(index: &Index<'_>, judged: &Judged<'_>) -> Vec<Piece> {
    let open = judged.frozen.parts(&["open"]);
    if open.is_empty() {
        return Vec::new();
    }
    let items = open.iter().map(|question| Item {
        name: question.label.clone(),
        cite: String::new(),
        words: plain(question).to_owned(),
    });
    vec![
        Piece::Chapter(text(index, "open")),
        Piece::Warning(text(index, "open-lead")),
        Piece::Items(items.collect()),
    ]
}

/// Unsettled points of law that are wanted: every reading, and which of them is followed, and why.
pub(in crate::report) fn unsettled(
    index: &Index<'_>,
    judged: &Judged<'_>,
    wanted: &dyn Fn(&Part) -> bool,
) -> Vec<Piece> {
    let points: Vec<&Part> = judged
        .frozen
        .parts(&["unsettled"])
        .iter()
        .filter(|point| point.value(&["applies"]) == "yes" && wanted(point))
        .collect();
    if points.is_empty() {
        return Vec::new();
    }
    let mut pieces = vec![
        Piece::Chapter(text(index, "unsettled")),
        Piece::Words(text(index, "unsettled-lead")),
    ];
    for point in points {
        pieces.push(Piece::Section(point.label.clone()));
        let draft = point.value(&["status"]) == "draft";
        let mut facts = Vec::new();
        let ours = point.value(&["ours"]);
        for reading in point
            .part(&["readings"])
            .into_iter()
            .flat_map(|all| &all.parts)
        {
            let key = if reading.id == ours {
                "reading-ours"
            } else {
                "reading"
            };
            let label = index
                .texts
                .format(&format!("reports.law.{key}"), &[("number", &reading.id)]);
            facts.push(Fact::new(label, plain(reading)));
        }
        let key = format!("confidence-{}", point.value(&["confidence"]));
        facts.push(
            Fact::new(text(index, "reading-why"), plain(point))
                .citing(&point.cite)
                .with(text(index, &key)),
        );
        if draft {
            let label = text(index, "reading-status");
            facts.push(Fact {
                missing: true,
                ..Fact::new(label, text(index, "draft"))
            });
        }
        pieces.push(Piece::Facts(facts));
    }
    pieces
}

/// Rules that are wanted and that a draft reads otherwise.
pub(in crate::report) fn drafts(
    index: &Index<'_>,
    judged: &Judged<'_>,
    wanted: &dyn Fn(&Part) -> bool,
) -> Vec<Piece> {
    let drafts = judged.frozen.parts(&["drafts"]).iter();
    let drafts: Vec<&Part> = drafts.filter(|draft| wanted(draft)).collect();
    if drafts.is_empty() {
        return Vec::new();
    }
    let items = drafts.into_iter().map(|draft| {
        let key = match draft.value(&["words"]) {
            "yes" => "reports.law.draft-denies",
            _ => "reports.law.draft-affirms",
        };
        Item {
            name: draft.label.clone(),
            cite: draft.cite.clone(),
            words: format!("{} {}", index.texts.get(key), plain(draft)),
        }
    });
    vec![
        Piece::Chapter(text(index, "drafts")),
        Piece::Warning(text(index, "drafts-lead")),
        Piece::Items(items.collect()),
    ]
}

/// Other answers that would lead to another class.
pub(super) fn changes(index: &Index<'_>, judged: &Judged<'_>) -> Vec<Piece> {
    let changes = judged.frozen.parts(&["changes"]);
    let mut pieces = vec![Piece::Chapter(text(index, "changes"))];
    if changes.is_empty() {
        pieces.push(Piece::Words(text(index, "changes-none")));
        return pieces;
    }
    let mut rows = Vec::new();
    for question in changes {
        for (place, other) in question.parts.iter().enumerate() {
            let label = if place == 0 {
                question.label.as_str()
            } else {
                ""
            };
            rows.push(Row::Cells(vec![
                Cell::new(label).toned(Tone::Name),
                Cell::new(other.label.clone()),
                Cell::new(other.value.clone()),
            ]));
        }
    }
    let columns = [
        ("question", 120.0, 0.4),
        ("if", 150.0, 1.0),
        ("then", 120.0, 0.5),
    ];
    pieces.push(Piece::Words(text(index, "changes-lead")));
    pieces.push(Piece::Register(table(index, "changes", &columns, rows)));
    pieces
}

/// In what two outcomes differ, by part.
pub(super) fn differences(index: &Index<'_>, differences: &[Difference]) -> Register {
    let mut rows = Vec::new();
    let mut group = "";
    for difference in differences {
        if difference.group() != group {
            group = difference.group();
            let title = index.texts.find(&format!("reports.law.part.{group}"));
            rows.push(Row::Group(title.unwrap_or(group).to_owned()));
        }
        let mut names: Vec<&str> = difference
            .path
            .iter()
            .skip(1)
            .map(|step| match step.label.as_str() {
                "" => index
                    .texts
                    .find(&format!("reports.law.part.{}", step.id))
                    .unwrap_or(step.id.as_str()),
                label => label,
            })
            .collect();
        if names.is_empty() {
            names.extend(index.texts.find(&format!("reports.law.part.{group}")));
        }
        let say = |value: &Option<String>| match value.as_deref() {
            None => text(index, "difference-none"),
            Some("") => text(index, "difference-there"),
            Some(value) => value.to_owned(),
        };
        rows.push(Row::Cells(vec![
            Cell::new(names.join(" › ")),
            Cell::new(say(&difference.before)).toned(Tone::Absent),
            Cell::new(say(&difference.after)),
        ]));
    }
    let columns = [
        ("what", 130.0, 0.6),
        ("signed", 120.0, 0.8),
        ("now", 120.0, 0.8),
    ];
    table(index, "since", &columns, rows)
}
