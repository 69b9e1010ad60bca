//! The way of each column of a list: what its cells become.

use super::answers::{Reading, Said, one_line};
use super::dates;
use super::options::Words;
use super::own::OwnForm;
use super::row::Making;
use super::{Plan, Problem, Trouble};
use crate::error::{ExchangeError, Result};
use crate::mapping::{ColumnRule, DateOrder, Mapping, Target};
use crate::table::{Cell, Source, Table};
use content::{Question, QuestionKind, Questionnaire};
use domain::text::{fold, is_refused, turns_writing};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// One column on its way.
pub(super) struct Lane<'a> {
    pub(super) place: usize,
    title: Cow<'a, str>,
    way: Way<'a>,
}

enum Way<'a> {
    Name,
    Id,
    Retired,
    Notes,
    Append(&'a Question),
    Answer(Reading<'a>),
    Remark(&'a Question),
}

impl Lane<'_> {
    /// Brings one filled cell to where it belongs.
    pub(super) fn take(&self, cell: &Cell, own: Option<&OwnForm>, making: &mut Making) {
        let cell = &self.clean(cell, making);
        let shown = cell.shown();
        let text = shown.as_ref();
        match &self.way {
            Way::Name => {
                let name = match own {
                    Some(own) => own.text(cell),
                    None => one_line(text),
                };
                if making.name.is_empty() {
                    making.name = name;
                } else {
                    making.note(&self.title, text);
                }
            }
            Way::Id => making.id = Some(text.to_owned()),
            Way::Retired => making.retired = is_yes(text),
            Way::Notes => making.note(&self.title, text),
            Way::Append(question) => making.append(question, &self.title, text),
            Way::Remark(question) => {
                let remark = own.map_or_else(|| text.to_owned(), |own| own.text(cell));
                making.remark(&question.id, remark);
            }
            Way::Answer(reading) => {
                let read = match own {
                    Some(own) => own.read(reading, cell),
                    None => reading.read(cell),
                };
                match read {
                    // The mapping says that this text answers nothing here; it is not lost for that.
                    Ok((Said::Nothing, _)) => making.note(&self.title, text),
                    Ok((said, trouble)) => {
                        making.put(reading.question, said, &self.title, text);
                        if let Some(trouble) = trouble {
                            making.trouble(Some(&self.title), trouble);
                        }
                    }
                    Err(trouble) => {
                        making.note(&self.title, text);
                        making.trouble(Some(&self.title), trouble);
                    }
                }
            }
        }
    }

    /// Characters that no answer may hold become `�`, those that no name may hold are left out, and
    /// the row says so.
    fn clean<'c>(&self, cell: &'c Cell, making: &mut Making) -> Cow<'c, Cell> {
        let Cell::Text(text) = cell else {
            return Cow::Borrowed(cell);
        };
        let names = match &self.way {
            Way::Name => true,
            Way::Answer(reading) => reading.question.record.is_some(),
            _ => false,
        };
        let turns = |c: char| names && turns_writing(c);
        let mut clean = Cow::Borrowed(cell);
        if text.chars().any(is_refused) {
            making.trouble(Some(&self.title), Trouble::ControlCharacters);
            let visible = |c| if is_refused(c) { '\u{fffd}' } else { c };
            clean = Cow::Owned(Cell::Text(text.chars().map(visible).collect()));
        }
        if text.chars().any(turns) {
            making.trouble(Some(&self.title), Trouble::DirectionMarks);
            if let Cell::Text(text) = clean.to_mut() {
                text.retain(|c| !turns(c));
            }
        }
        clean
    }
}

/// The way of every column of the table, in the order of the table.
pub(super) fn lanes<'a>(
    table: &'a Table,
    mapping: &'a Mapping,
    questionnaire: &'a Questionnaire,
    own: Option<&OwnForm>,
    remark: &'a str,
    plan: &mut Plan,
) -> Result<Vec<Lane<'a>>> {
    let whole = |column: Option<&str>, what| Problem {
        row: None,
        column: column.map(str::to_owned),
        what,
    };
    if let Source::Csv { misread: true, .. } = table.source {
        plan.problems.push(whole(None, Trouble::Misread));
    }
    for rule in &mapping.columns {
        if rule.to != Target::Ignore && table.column(&rule.heading, rule.nth).is_none() {
            plan.problems
                .push(whole(Some(&rule.heading), Trouble::ColumnMissing));
        }
    }
    if !mapping.columns.iter().any(|rule| rule.to == Target::Name) {
        return Err(ExchangeError::UnfitMapping {
            what: "no column gives the name".to_owned(),
        });
    }
    let orders = orders(table, mapping, questionnaire);
    let codes = own.map(OwnForm::codes);
    let none = BTreeMap::new();
    let codes = codes.unwrap_or(&none);
    let mut lanes = Vec::new();
    for (place, column) in table.columns.iter().enumerate() {
        let rule = mapping.rule(&column.heading, column.nth);
        let filled = table
            .rows
            .iter()
            .any(|row| row.cells.get(place).is_some_and(|cell| !cell.is_empty()));
        let way = match rule.map(|rule| (rule, &rule.to)) {
            _ if !filled => None,
            None => {
                plan.problems
                    .push(whole(Some(&column.heading), Trouble::ColumnUnknown));
                Some(Way::Notes)
            }
            Some((rule, to)) => way(rule, to, questionnaire, &orders, codes, remark)?,
        };
        let Some(way) = way else {
            plan.counts.columns_ignored += 1;
            continue;
        };
        match way {
            Way::Notes => plan.counts.columns_noted += 1,
            _ => plan.counts.columns_mapped += 1,
        }
        let title = match rule {
            Some(rule) if !rule.title.is_empty() => Cow::Borrowed(rule.title.as_str()),
            _ if column.nth > 1 => Cow::Owned(format!("{} ({})", column.heading, column.nth)),
            _ => Cow::Borrowed(column.heading.as_str()),
        };
        lanes.push(Lane { place, title, way });
    }
    Ok(lanes)
}

fn way<'a>(
    rule: &'a ColumnRule,
    to: &'a Target,
    questionnaire: &'a Questionnaire,
    orders: &BTreeMap<&str, Option<DateOrder>>,
    codes: &BTreeMap<(content::QuestionId, String), content::OptionId>,
    remark: &'a str,
) -> Result<Option<Way<'a>>> {
    let unfit = |what| ExchangeError::UnfitMapping { what };
    let question = |id: &content::QuestionId| {
        questionnaire
            .question(id.as_str())
            .ok_or_else(|| unfit(format!("there is no question {id}")))
    };
    Ok(Some(match to {
        Target::Ignore => return Ok(None),
        Target::Name => Way::Name,
        Target::Id => Way::Id,
        Target::Retired => Way::Retired,
        Target::Notes => Way::Notes,
        Target::Append(id) => {
            let question = question(id)?;
            if question.kind != QuestionKind::LongText {
                return Err(unfit(format!("{id} takes no paragraphs")));
            }
            Way::Append(question)
        }
        Target::Remark(id) => Way::Remark(question(id)?),
        Target::Question(id) => {
            let question = question(id)?;
            Way::Answer(Reading {
                question,
                words: Words::new(question, &rule.values, codes).map_err(unfit)?,
                split: rule.split.as_deref(),
                keep: rule.keep,
                order: orders.get(rule.heading.as_str()).copied().flatten(),
                remark,
            })
        }
    }))
}

/// The date order of each date column: as the mapping says, else as the column tells, else as the
/// other date columns of the table tell with one voice.
fn orders<'a>(
    table: &Table,
    mapping: &'a Mapping,
    questionnaire: &Questionnaire,
) -> BTreeMap<&'a str, Option<DateOrder>> {
    let mut orders = BTreeMap::new();
    for rule in &mapping.columns {
        let Target::Question(id) = &rule.to else {
            continue;
        };
        let is_date = questionnaire
            .question(id.as_str())
            .is_some_and(|question| question.kind == QuestionKind::Date);
        if is_date && let Some(column) = table.column(&rule.heading, rule.nth) {
            let cells = table.rows.iter().filter_map(|row| row.cells.get(column));
            let order = mapping.date_order.or_else(|| dates::order_of(cells));
            orders.insert(rule.heading.as_str(), order);
        }
    }
    let mut voices: Vec<DateOrder> = orders.values().flatten().copied().collect();
    voices.dedup();
    if let [one] = voices.as_slice() {
        for order in orders.values_mut() {
            *order = order.or(Some(*one));
        }
    }
    orders
}

/// The question that takes leftovers: the mapping's, or the one made for it.
pub(super) fn notes_question<'a>(
    mapping: &Mapping,
    questionnaire: &'a Questionnaire,
) -> Result<Option<&'a Question>> {
    if let Some(id) = &mapping.notes {
        return match questionnaire.question(id.as_str()) {
            Some(question) if question.kind == QuestionKind::LongText => Ok(Some(question)),
            _ => Err(ExchangeError::UnfitMapping {
                what: format!("{id} takes no notes"),
            }),
        };
    }
    Ok(questionnaire.questions.iter().find(|question| {
        question.kind == QuestionKind::LongText
            && question.retired.is_none()
            && question.id.as_str().ends_with("import-notes")
    }))
}

pub(super) fn constants<'a>(
    mapping: &Mapping,
    questionnaire: &'a Questionnaire,
    remark: &str,
) -> Result<Vec<(&'a Question, Said)>> {
    let unfit = |what| ExchangeError::UnfitMapping { what };
    let mut constants = Vec::new();
    for constant in &mapping.constants {
        let question = questionnaire
            .question(constant.question.as_str())
            .ok_or_else(|| unfit(format!("there is no question {}", constant.question)))?;
        let reading = Reading {
            question,
            words: Words::new(question, &BTreeMap::new(), &BTreeMap::new()).map_err(unfit)?,
            split: None,
            keep: false,
            order: mapping.date_order,
            remark,
        };
        let read = reading.read(&Cell::from_text(constant.value.as_str()));
        let (said, _) = read.map_err(|_| {
            unfit(format!(
                "“{}” is no answer to {}",
                constant.value, question.id
            ))
        })?;
        constants.push((question, said));
    }
    Ok(constants)
}

fn is_yes(text: &str) -> bool {
    matches!(
        fold(text).as_str(),
        "yes" | "true" | "1" | "x" | "ja" | "oui" | "retired"
    )
}
