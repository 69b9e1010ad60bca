//! The statement as the file says it now: its lines, and what they are held against.

use super::contradiction::Leaning;
use super::owing::Owing;
use super::row::Row;
use super::{LEANS, STANDARD, asked};
use crate::answer::{Answers, Value};
use crate::dossier::Dossier;
use crate::fact;
use crate::progress::counted;
use crate::record::{Record, RecordId};
use chrono::NaiveDate;
use content::{Applicability, DutyId, Library, Questionnaire, RecordKind, Requirement, Standard};
use std::collections::{BTreeMap, HashMap};

/// Every line of the statement on one day, with what it is judged by.
#[derive(Debug, Clone)]
pub struct Statement<'d> {
    /// What is authored.
    pub library: &'d Library,
    /// What the file says.
    pub dossier: &'d Dossier,
    /// The reference date.
    pub on: NaiveDate,
    /// The controls of the standard in its order, then our own by number.
    pub rows: Vec<Row<'d>>,
    pub(super) owing: Owing,
    pub(super) applicability: Option<&'d Applicability>,
    /// Answers about risks, as far as they count.
    pub(super) risks: HashMap<&'d RecordId, Answers>,
}

impl<'d> Statement<'d> {
    /// Reads it. `owing` says which duties the organisation owes on that day.
    pub fn of(library: &'d Library, dossier: &'d Dossier, owing: Owing, on: NaiveDate) -> Self {
        let risks: HashMap<&RecordId, Answers> = dossier
            .current(RecordKind::Risk)
            .map(|risk| (&risk.id, counting(library, dossier, risk)))
            .collect();
        let rows = Lines {
            library,
            dossier,
            relied_on: relied_on(dossier, &risks),
        };
        Statement {
            library,
            dossier,
            on,
            rows: rows.read(),
            owing,
            applicability: library.applicability(STANDARD),
            risks,
        }
    }

    /// The line with this id.
    pub fn row(&self, id: &str) -> Option<&Row<'d>> {
        self.rows.iter().find(|row| row.id() == id)
    }

    /// The standard whose controls are listed.
    pub fn standard(&self) -> Option<&'d Standard> {
        self.library.standard(STANDARD)
    }

    /// What it was made with: `iso-42001 1, control 2`.
    pub fn content_version(&self) -> String {
        let standard = self.standard().map_or(0, |standard| standard.version);
        let asked = self.library.questionnaire_about(RecordKind::Control);
        let asked = asked.map_or(0, |questionnaire| questionnaire.version);
        format!("{STANDARD} {standard}, control {asked}")
    }

    /// Duties of ours that lean on a control, in the order of the law's register.
    pub fn leaning(&self, row: &Row<'d>) -> Vec<Leaning<'d>> {
        let (Some(control), Some(law)) = (row.control, self.library.framework(fact::AI_ACT)) else {
            return Vec::new();
        };
        let linked = self
            .library
            .crosswalk()
            .filter(|link| link.from == control.id && link.strength >= LEANS)
            .filter_map(|link| law.provision(link.to.as_ref()?.as_str()));
        let duties: Vec<&DutyId> = linked.flat_map(|provision| &provision.duties).collect();
        let leaning = law.duties.iter().filter(|duty| duties.contains(&&duty.id));
        leaning
            .map(|duty| Leaning {
                duty,
                systems: self.owing.systems(&duty.id, self.dossier),
            })
            .filter(|leaning| !leaning.systems.is_empty())
            .collect()
    }
}

/// The answers of a record that count.
pub(super) fn counting(library: &Library, dossier: &Dossier, record: &Record) -> Answers {
    let asked = library.questionnaire_about(record.kind);
    let said = dossier.answers.get(&record.id);
    let count = |(asked, said): (&Questionnaire, &Answers)| counted(asked, said);
    asked.zip(said).map(count).unwrap_or_default()
}

/// Risks by the control that their treatment relies on.
fn relied_on<'d>(
    dossier: &'d Dossier,
    risks: &HashMap<&'d RecordId, Answers>,
) -> HashMap<RecordId, Vec<&'d Record>> {
    let mut relied_on: HashMap<RecordId, Vec<&Record>> = HashMap::new();
    for risk in dossier.current(RecordKind::Risk) {
        let chosen = risks
            .get(&risk.id)
            .and_then(|said| said.get(asked::RISK_CONTROLS));
        let chosen = chosen.and_then(|answer| answer.value());
        for control in chosen.map_or(&[][..], Value::records) {
            relied_on.entry(control.clone()).or_default().push(risk);
        }
    }
    relied_on
}

struct Lines<'d> {
    library: &'d Library,
    dossier: &'d Dossier,
    relied_on: HashMap<RecordId, Vec<&'d Record>>,
}

impl<'d> Lines<'d> {
    fn read(self) -> Vec<Row<'d>> {
        let standard = self.library.standard(STANDARD);
        let mut own = Vec::new();
        let mut meant: BTreeMap<&str, Vec<(&Record, Answers)>> = BTreeMap::new();
        for record in self.dossier.current(RecordKind::Control) {
            let said = counting(self.library, self.dossier, record);
            let control = standard.and_then(|standard| match said.get(asked::REF)?.value()? {
                Value::Text(id) => standard.controls().find(|one| one.id.as_str() == id),
                _ => None,
            });
            match control {
                Some(control) => meant
                    .entry(control.id.as_str())
                    .or_default()
                    .push((record, said)),
                None => own.push((record, said)),
            }
        }
        let controls = standard.into_iter().flat_map(Standard::controls);
        let mut rows: Vec<Row> = controls
            .map(|control| {
                let topic = standard.and_then(|standard| standard.above(control).last());
                let records = meant.remove(control.id.as_str()).unwrap_or_default();
                self.row(Some(control), topic, records)
            })
            .collect();
        rows.extend(own.into_iter().map(|said| self.row(None, None, vec![said])));
        rows
    }

    /// Of several records that mean the same control the first counts.
    fn row(
        &self,
        control: Option<&'d Requirement>,
        topic: Option<&'d Requirement>,
        records: Vec<(&'d Record, Answers)>,
    ) -> Row<'d> {
        let mut records = records.into_iter();
        let (record, said) = match records.next() {
            Some((record, said)) => (Some(record), said),
            None => (None, Answers::new()),
        };
        let files = record.and_then(|record| self.dossier.attachments.get(&record.id));
        let files = files.into_iter().flatten();
        Row {
            control,
            topic,
            said,
            files: files.filter(|file| file.retired.is_none()).count(),
            risks: record
                .and_then(|record| self.relied_on.get(&record.id))
                .cloned()
                .unwrap_or_default(),
            record,
            doubles: records.map(|(record, _)| record).collect(),
        }
    }
}
