//! Records of several kinds as a workbook: one sheet a kind, a sheet of codes, and one for the rest of
//! texts that no cell can hold.

use super::cells::{Field, List, Out};
use crate::error::{ExchangeError, Result};
use crate::form;
use crate::table::{CODES_SHEET, TEXTS_SHEET};
use crate::watch::{Phase, Watch};
use content::{Library, Question, QuestionKind, RecordKind};
use domain::{Dossier, RecordId};
use rust_xlsxwriter::{
    Color, DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder,
    Formula, Workbook, Worksheet, XlsxError,
};
use std::collections::BTreeMap;

/// UTF-16 units of text that are put into one cell; a cell holds 32,767.
const CELL: usize = 32_000;

/// Writes the records of the given kinds, all of them or only those named. Kinds without records get
/// no sheet, except the first. Texts are texts, never formulas or links; dates and numbers are real.
pub fn xlsx(
    dossier: &Dossier,
    library: &Library,
    kinds: &[RecordKind],
    only: Option<&[RecordId]>,
    watch: &dyn Watch,
) -> Result<Vec<u8>> {
    let lists: Vec<List> = kinds
        .iter()
        .map(|kind| List::new(dossier, library, *kind, only))
        .enumerate()
        .filter(|(place, list)| *place == 0 || !list.records.is_empty())
        .map(|(_, list)| list)
        .collect();
    let total = lists.iter().map(|list| list.records.len() as u64).sum();
    let mut book = Workbook::new();
    book.set_properties(&properties(dossier)?);
    let codes = Codes::new(&lists);
    let mut writing = Writing {
        looks: Looks::new(),
        rest: Vec::new(),
        keys: 0,
        done: 0,
        total,
        watch,
    };
    for list in &lists {
        let sheet = book.add_worksheet();
        sheet.set_name(sheet_name(list.kind)).map_err(unwritable)?;
        writing.list(sheet, list, &codes)?;
    }
    let sheet = book.add_worksheet();
    sheet.set_name(CODES_SHEET).map_err(unwritable)?;
    codes.write(sheet, &writing.looks)?;
    if !writing.rest.is_empty() {
        let sheet = book.add_worksheet();
        sheet.set_name(TEXTS_SHEET).map_err(unwritable)?;
        writing.rest(sheet)?;
    }
    book.save_to_buffer().map_err(unwritable)
}

/// Fixed properties: the same dossier gives the same bytes.
fn properties(dossier: &Dossier) -> Result<DocProperties> {
    let at =
        ExcelDateTime::parse_from_str(&dossier.stamp.at.format("%Y-%m-%dT%H:%M:%S").to_string())
            .map_err(unwritable)?;
    let name = dossier
        .organisation()
        .map_or("", |organisation| organisation.name.as_str());
    Ok(DocProperties::new()
        .set_title("AI inventory")
        .set_company(
            name.chars()
                .filter(|c| !c.is_control())
                .take(200)
                .collect::<String>(),
        )
        .set_comment(format!(
            "File {}, event {}, {}",
            dossier.stamp.file_id, dossier.stamp.event, dossier.stamp.head
        ))
        .set_creation_datetime(&at))
}

fn sheet_name(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Organisation => "Organisation",
        RecordKind::System => "AI systems",
        RecordKind::Vendor => "Vendors",
        RecordKind::Model => "Models",
        RecordKind::Dataset => "Datasets",
        RecordKind::Person => "People",
        RecordKind::Duty => "Duties",
        RecordKind::Incident => "Incidents",
        RecordKind::Impact => "Benefits and harms",
        RecordKind::Risk => "Risks",
        RecordKind::Method => "Risk methods",
        RecordKind::Action => "Actions",
        RecordKind::Control => "Controls",
        RecordKind::GapAnalysis => "Gap analyses",
        RecordKind::Finding => "Findings",
    }
}

struct Looks {
    heading: Format,
    text: Format,
    date: Format,
    number: Format,
}

impl Looks {
    fn new() -> Self {
        let top = Format::new().set_align(FormatAlign::Top);
        Looks {
            heading: Format::new()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::Top)
                .set_background_color(Color::RGB(0xE8ECF2))
                .set_border_bottom(FormatBorder::Thin),
            text: top.clone().set_text_wrap(),
            date: top.clone().set_num_format("yyyy-mm-dd"),
            number: top.set_num_format("0"),
        }
    }
}

/// Where the options of each `single` question stand in the sheet of codes.
struct Codes<'a> {
    rows: Vec<(&'a Question, usize)>,
    first: BTreeMap<&'a str, (u32, u32)>,
}

impl<'a> Codes<'a> {
    fn new(lists: &'a [List<'a>]) -> Self {
        let mut codes = Codes {
            rows: Vec::new(),
            first: BTreeMap::new(),
        };
        for field in lists.iter().flat_map(|list| &list.fields) {
            if let Field::Question(question) = field
                && !question.options.is_empty()
            {
                let start = codes.rows.len() as u32 + 1;
                for place in 0..question.options.len() {
                    codes.rows.push((question, place));
                }
                let end = codes.rows.len() as u32;
                codes.first.insert(question.id.as_str(), (start, end));
            }
        }
        codes
    }

    fn write(&self, sheet: &mut Worksheet, looks: &Looks) -> Result<()> {
        for (column, heading) in ["Question", "Code", "Label"].into_iter().enumerate() {
            put(sheet, 0, column, heading, &looks.heading)?;
        }
        for (place, (question, option)) in self.rows.iter().enumerate() {
            let Some(choice) = question.options.get(*option) else {
                continue;
            };
            let row = place as u32 + 1;
            put(sheet, row, 0, question.id.as_str(), &looks.text)?;
            put(sheet, row, 1, choice.id.as_str(), &looks.text)?;
            put(sheet, row, 2, &choice.label, &looks.text)?;
        }
        sheet.set_column_width(0, 28).map_err(unwritable)?;
        sheet.set_column_width(1, 28).map_err(unwritable)?;
        sheet.set_column_width(2, 60).map_err(unwritable)?;
        sheet.set_freeze_panes(1, 0).map_err(unwritable)?;
        Ok(())
    }

    /// A drop-down of the labels. It offers and does not insist: a cell may also say
    /// `[not applicable] …`.
    fn choices(&self, question: &Question) -> Option<DataValidation> {
        let (start, end) = self.first.get(question.id.as_str())?;
        let range = format!("'{CODES_SHEET}'!$C${}:$C${}", start + 1, end + 1);
        let offers = DataValidation::new().allow_list_formula(Formula::new(range));
        Some(offers.show_error_message(false))
    }
}

struct Writing<'w> {
    looks: Looks,
    /// Key and part, in order.
    rest: Vec<(String, String)>,
    keys: usize,
    done: u64,
    total: u64,
    watch: &'w dyn Watch,
}

impl Writing<'_> {
    fn list(&mut self, sheet: &mut Worksheet, list: &List, codes: &Codes) -> Result<()> {
        let last_row = list.records.len() as u32;
        for (column, field) in list.fields.iter().enumerate() {
            let place = column_number(column)?;
            put(sheet, 0, column, &list.heading(field), &self.looks.heading)?;
            sheet
                .set_column_width(place, width(field))
                .map_err(unwritable)?;
            if let Field::Id = field {
                sheet.set_column_hidden(place).map_err(unwritable)?;
            }
            if let Field::Question(question) = field
                && question.kind == QuestionKind::Single
                && let Some(choices) = codes.choices(question)
            {
                // Some room below for rows that people add.
                let end = last_row.saturating_add(200).min(1_048_575);
                sheet
                    .add_data_validation(1, place, end, place, &choices)
                    .map_err(unwritable)?;
            }
        }
        for (place, record) in list.records.iter().enumerate() {
            if place.is_multiple_of(64) && !self.watch.go_on(Phase::Write, self.done, self.total) {
                return Err(ExchangeError::Cancelled);
            }
            self.done += 1;
            let row = place as u32 + 1;
            for (column, field) in list.fields.iter().enumerate() {
                self.cell(sheet, row, column, list.cell(record, field))?;
            }
        }
        let last_column = column_number(list.fields.len().saturating_sub(1))?;
        sheet.set_row_height(0, 45).map_err(unwritable)?;
        sheet.set_freeze_panes(1, 3).map_err(unwritable)?;
        sheet
            .autofilter(0, 0, last_row, last_column)
            .map_err(unwritable)?;
        Ok(())
    }

    fn cell(&mut self, sheet: &mut Worksheet, row: u32, column: usize, out: Out) -> Result<()> {
        let place = column_number(column)?;
        match out {
            Out::Empty => {}
            Out::Text(text) => {
                let text = self.fitted(text);
                put(sheet, row, column, &text, &self.looks.text)?;
            }
            Out::Date(date) => {
                use chrono::Datelike;
                let year = u16::try_from(date.year()).unwrap_or(0);
                let day = ExcelDateTime::from_ymd(year, date.month() as u8, date.day() as u8);
                match day {
                    Ok(day) if year >= 1901 => {
                        sheet
                            .write_datetime_with_format(row, place, &day, &self.looks.date)
                            .map_err(unwritable)?;
                    }
                    // Workbooks count days from 1900 on; older days stand as text.
                    _ => put(sheet, row, column, &date.to_string(), &self.looks.text)?,
                }
            }
            Out::Number(number) => {
                // A cell holds 15 digits; longer numbers stand as text.
                if number.unsigned_abs() < 1_000_000_000_000_000 {
                    sheet
                        .write_number_with_format(row, place, number as f64, &self.looks.number)
                        .map_err(unwritable)?;
                } else {
                    put(sheet, row, column, &number.to_string(), &self.looks.text)?;
                }
            }
        }
        Ok(())
    }

    /// The text, or its beginning with the key of its rest.
    fn fitted(&mut self, text: String) -> String {
        let mut parts = parts(&text);
        // A short text that looks continued would be read as such.
        if parts.len() < 2 && form::continued(&text).is_none() {
            return text;
        }
        self.keys += 1;
        let key = format!("T{}", self.keys);
        let mark = form::continuation(&key);
        let head = parts.remove(0);
        let cell = format!("{head}{mark}");
        if parts.is_empty() {
            parts.push(String::new());
        }
        self.rest
            .extend(parts.into_iter().map(|part| (key.clone(), part)));
        cell
    }

    fn rest(&self, sheet: &mut Worksheet) -> Result<()> {
        put(sheet, 0, 0, "Key", &self.looks.heading)?;
        put(sheet, 0, 1, "Continued", &self.looks.heading)?;
        for (place, (key, part)) in self.rest.iter().enumerate() {
            let row = place as u32 + 1;
            put(sheet, row, 0, key, &self.looks.text)?;
            put(sheet, row, 1, &format!("‹{part}›"), &self.looks.text)?;
        }
        sheet.set_column_width(1, 100).map_err(unwritable)?;
        Ok(())
    }
}

/// A text cut into pieces that fit a cell; at least one.
fn parts(text: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut units = 0;
    for character in text.chars() {
        units += character.len_utf16();
        if units > CELL {
            units = character.len_utf16();
            parts.push(String::new());
        }
        if let Some(part) = parts.last_mut() {
            part.push(character);
        }
    }
    parts
}

/// In characters of the standard face.
fn width(field: &Field) -> f64 {
    match field {
        Field::Id => 38.0,
        Field::Reference | Field::Retired | Field::Changed => 12.0,
        Field::Name => 36.0,
        Field::Remark(_) => 30.0,
        Field::Question(question) => match question.kind {
            QuestionKind::LongText => 60.0,
            QuestionKind::Multi | QuestionKind::Words | QuestionKind::Records => 32.0,
            QuestionKind::Text | QuestionKind::Record | QuestionKind::Single => 24.0,
            QuestionKind::Date | QuestionKind::Number | QuestionKind::Scale => 14.0,
        },
    }
}

fn column_number(column: usize) -> Result<u16> {
    u16::try_from(column).map_err(|_| ExchangeError::Unwritable {
        what: "more columns than a sheet can have".to_owned(),
    })
}

fn put(sheet: &mut Worksheet, row: u32, column: usize, text: &str, look: &Format) -> Result<()> {
    let column = column_number(column)?;
    sheet
        .write_string_with_format(row, column, text, look)
        .map(|_| ())
        .map_err(unwritable)
}

fn unwritable(error: XlsxError) -> ExchangeError {
    ExchangeError::Unwritable {
        what: error.to_string(),
    }
}
