//! The dry run itself: columns become ways, rows become drafts.

use super::answers::{Reading, Said, one_line};
use super::dates;
use super::links::{Known, number_elsewhere};
use super::options::Words;
use super::own::OwnForm;
use super::row::Making;
use super::{Counts, Duplicate, OnDuplicate, Plan, PlanOptions, Problem, Trouble, Twin};
use crate::error::{ExchangeError, Result};
use crate::mapping::{ColumnRule, DateOrder, Mapping, Target};
use crate::table::{Cell, Source, Table};
use crate::watch::{Phase, Watch};
use content::{Library, Question, QuestionKind, Questionnaire};
use domain::text::{fold, is_refused, spelling, turns_writing};
use domain::{Dossier, Draft, Record};
use std::borrow::Cow;
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

/// Turns a table into drafts without writing anything. `existing` is the file as it is; none is an
/// empty one. Every row ends in a draft, in `counts.unchanged`, or left out with its reason.
pub fn plan(
    table: &Table,
    mapping: &Mapping,
    library: &Library,
    existing: Option<&Dossier>,
    options: &PlanOptions,
    watch: &dyn Watch,
) -> Result<Plan> {
    let questionnaire =
        library
            .questionnaire_about(mapping.kind)
            .ok_or_else(|| ExchangeError::UnfitMapping {
                what: format!("there are no questions about a {}", mapping.kind.code()),
            })?;
    let known = Known::new(existing, questionnaire);
    let own = table.own.as_ref().map(OwnForm::new);
    let remark = library.texts().get("errors.exchange.list-says").to_owned();
    let mut plan = Plan::default();
    let lanes = lanes(
        table,
        mapping,
        questionnaire,
        own.as_ref(),
        &remark,
        &mut plan,
    )?;
    let notes = notes_question(mapping, questionnaire)?;
    let constants = constants(mapping, questionnaire, &remark)?;
    let blanks: BTreeSet<String> = mapping.blanks.iter().map(|word| fold(word)).collect();
    let ragged: BTreeMap<usize, _> = table.ragged.iter().map(|row| (row.row, row)).collect();

    let mut seen = Seen::default();
    let total = table.rows.len() as u64;
    plan.counts.rows = table.rows.len();
    for (place, row) in table.rows.iter().enumerate() {
        if place.is_multiple_of(64) && !watch.go_on(Phase::Plan, place as u64, total) {
            return Err(ExchangeError::Cancelled);
        }
        let mut making = Making::new(&known, questionnaire, row.number);
        if let Some(ragged) = ragged.get(&row.number) {
            let (found, expected) = (ragged.found, ragged.expected);
            making.trouble(None, Trouble::Ragged { found, expected });
        }
        for lane in &lanes {
            let cell = row.cells.get(lane.place).unwrap_or(&Cell::Empty);
            if cell.is_empty() {
                continue;
            }
            if !blanks.is_empty() && blanks.contains(&fold(&cell.shown())) {
                plan.counts.blanked += 1;
                continue;
            }
            lane.take(cell, own.as_ref(), &mut making);
        }
        for (question, said) in &constants {
            if !making.has(&question.id) {
                making.put(question, said.clone(), &question.label, "");
            }
        }
        if own.is_none() {
            making.heed_conditions();
        }
        let id = making.id.take();
        let (draft, problems) = making.finish(mapping.kind, notes);
        plan.problems.extend(problems);
        seen.place(draft, id.as_deref(), &known, options, &mut plan);
    }
    watch.go_on(Phase::Plan, total, total);
    Ok(plan)
}

/// One column on its way.
struct Lane<'a> {
    place: usize,
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
    fn take(&self, cell: &Cell, own: Option<&OwnForm>, making: &mut Making) {
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
fn lanes<'a>(
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
fn notes_question<'a>(
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

fn constants<'a>(
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

/// What earlier rows brought.
#[derive(Default)]
struct Seen {
    names: BTreeMap<String, usize>,
    /// Rows by their name as it looks, without marks and punctuation.
    looks: BTreeMap<String, usize>,
    identities: BTreeMap<String, usize>,
}

impl Seen {
    /// Decides whether a row is new, an update, unchanged, or stays out.
    fn place(
        &mut self,
        mut draft: Draft,
        id: Option<&str>,
        known: &Known,
        options: &PlanOptions,
        plan: &mut Plan,
    ) {
        let row = draft.row;
        let listed = |plan: &mut Plan, what| {
            plan.problems.push(Problem {
                row: Some(row),
                column: None,
                what,
            });
        };
        if draft.name.trim().is_empty() {
            plan.counts.left_out += 1;
            return listed(plan, Trouble::NameMissing);
        }
        if let Some(id) = id
            && let Some(earlier) = self.identities.insert(id.to_owned(), row)
        {
            plan.counts.left_out += 1;
            return listed(plan, Trouble::SameIdentity { row: earlier });
        }
        let earlier = first(&mut self.names, spelling(&draft.name), row);
        let alike = first(&mut self.looks, fold(&draft.name), row);
        let itself = match id {
            Some(id) => known.by_id(draft.kind, id),
            None => None,
        }
        .or_else(|| {
            known
                .organisation()
                .filter(|record| record.kind == draft.kind)
        });
        if let Some(record) = itself {
            return update(draft, record, known, &mut plan.counts, &mut plan.drafts);
        }
        if id.is_some() && known.dossier().is_some() {
            listed(plan, Trouble::ForeignIdentity);
        }
        let twins = known.twins(draft.kind, &draft.name, number_elsewhere(&draft.answers));
        if let [first, rest @ ..] = twins.as_slice() {
            plan.duplicates.push(Duplicate {
                row,
                name: draft.name.clone(),
                of: Twin::Record(first.id.clone()),
            });
            match options.on_duplicate {
                OnDuplicate::Add => {}
                OnDuplicate::Update if rest.is_empty() => {
                    // The name in the file may be spelled better than the list's.
                    draft.name = first.name.clone();
                    return update(draft, first, known, &mut plan.counts, &mut plan.drafts);
                }
                OnDuplicate::Update | OnDuplicate::Skip => {
                    plan.counts.left_out += 1;
                    let reference = first.reference();
                    return listed(plan, Trouble::AlreadyThere { reference });
                }
            }
        }
        match (earlier, alike, known.lookalike(draft.kind, &draft.name)) {
            (Some(earlier), ..) => {
                plan.duplicates.push(Duplicate {
                    row,
                    name: draft.name.clone(),
                    of: Twin::Row(earlier),
                });
                listed(plan, Trouble::SameName { row: earlier });
            }
            (None, _, Some(record)) if twins.is_empty() => {
                let (reference, name) = (record.reference(), record.name.clone());
                listed(plan, Trouble::LooksLikeRecord { reference, name });
            }
            (None, Some(row), _) => listed(plan, Trouble::LooksLikeRow { row }),
            _ => {}
        }
        plan.counts.new += 1;
        plan.drafts.push(draft);
    }
}

/// The first row that had a name, if it was not this one.
fn first(rows: &mut BTreeMap<String, usize>, name: String, row: usize) -> Option<usize> {
    match rows.entry(name) {
        Entry::Occupied(earlier) => Some(*earlier.get()),
        Entry::Vacant(place) => {
            place.insert(row);
            None
        }
    }
}

/// A row of a record that is there: an update, or nothing new.
fn update(
    mut draft: Draft,
    record: &Record,
    known: &Known,
    counts: &mut Counts,
    drafts: &mut Vec<Draft>,
) {
    let answered = known
        .dossier()
        .and_then(|dossier| dossier.answers.get(&record.id));
    let same = draft.name == record.name
        && draft.retired == record.retired.is_some()
        && draft.links.is_empty()
        && draft.asked.is_empty()
        && draft.answers.iter().all(|(question, answer)| {
            answered.and_then(|answers| answers.get(question)) == Some(answer)
        });
    if same {
        counts.unchanged += 1;
    } else {
        counts.updated += 1;
        draft.id = Some(record.id.clone());
        drafts.push(draft);
    }
}
