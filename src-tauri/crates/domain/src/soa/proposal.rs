//! What the file suggests about a control. Shown with its reason; a person takes it over or does not.

use super::contradiction::{Leaning, references};
use super::row::{Decision, Row};
use super::statement::Statement;
use crate::answer::{Answers, Value};
use crate::fact;
use crate::record::Record;
use crate::truth::{Truth, evaluate, still_open};
use crate::words::Words;
use content::{OptionId, Quantity, QuestionId, RecordKind, Suggestion};

/// One suggestion about one control.
#[derive(Debug, Clone)]
pub struct Proposal<'d> {
    /// What speaks for it.
    pub source: Source<'d>,
    /// What it suggests.
    pub decision: Decision,
    /// With which grounds; none for an exclusion.
    pub grounds: Vec<OptionId>,
    /// `Yes`, or `Unknown` while open answers decide.
    pub truth: Truth,
    /// Records that it rests on, by number.
    pub because: Vec<&'d Record>,
    /// What would have to be answered about which record to settle it.
    pub open: Vec<(&'d Record, Vec<&'d QuestionId>)>,
}

/// What speaks for a suggestion.
#[derive(Debug, Clone)]
pub enum Source<'d> {
    /// The treatment of risks chose the control.
    Risks,
    /// Duties of ours lean on it.
    Duties(Vec<Leaning<'d>>),
    /// The inventory says so.
    Authored(&'d Suggestion),
}

impl Proposal<'_> {
    /// The word by which texts and programs name it.
    pub fn id(&self) -> &str {
        match &self.source {
            Source::Risks => "risks",
            Source::Duties(_) => "duties",
            Source::Authored(suggestion) => suggestion.id.as_str(),
        }
    }

    /// Why, in words that can stand as the reason of the decision.
    pub fn reason(&self, words: &Words<'_>) -> String {
        let text = |key: &str, what: &str| words.texts.format(key, &[("what", what)]);
        match &self.source {
            Source::Risks => text("content.soa.proposal.risks", &references(&self.because)),
            Source::Duties(leaning) => {
                let duties: Vec<String> = leaning.iter().map(Leaning::words).collect();
                text("content.soa.proposal.duties", &duties.join("; "))
            }
            Source::Authored(suggestion) => match (suggestion.of, self.because.as_slice()) {
                (Quantity::Some, [_, ..]) if suggestion.about != RecordKind::Organisation => {
                    format!("{} ({})", suggestion.reason, references(&self.because))
                }
                _ => suggestion.reason.clone(),
            },
        }
    }

    /// The provision it rests on; empty where the file itself does.
    pub fn cite(&self) -> &str {
        match &self.source {
            Source::Authored(suggestion) => &suggestion.cite,
            Source::Risks | Source::Duties(_) => "",
        }
    }
}

impl<'d> Statement<'d> {
    /// Everything the file suggests about a row: what holds first, then what open answers may still bring.
    pub fn proposals(&self, row: &Row<'d>) -> Vec<Proposal<'d>> {
        let mut proposals: Vec<Proposal> = Vec::new();
        if !row.risks.is_empty() {
            proposals.push(including(Source::Risks, "risk", row.risks.clone()));
        }
        let leaning = self.leaning(row);
        if !leaning.is_empty() {
            let mut because: Vec<&Record> =
                leaning.iter().flat_map(|one| one.systems.clone()).collect();
            because.sort_by_key(|record| record.number);
            because.dedup_by_key(|record| &record.id);
            proposals.push(including(Source::Duties(leaning), "legal", because));
        }
        let told = self
            .applicability
            .into_iter()
            .flat_map(|told| &told.suggestions);
        let own = told.filter(|one| {
            row.control
                .is_some_and(|control| one.controls.contains(&control.id))
        });
        proposals.extend(own.filter_map(|suggestion| self.weigh(suggestion)));
        proposals.sort_by_key(|proposal| proposal.truth != Truth::Yes);
        proposals
    }

    /// Whether a suggestion holds; none if it does not.
    fn weigh(&self, suggestion: &'d Suggestion) -> Option<Proposal<'d>> {
        static NONE: Answers = Answers::new();
        let decision = Decision::from_code(suggestion.decision.as_str())?;
        let answers = |record: &Record| self.dossier.answers.get(&record.id).unwrap_or(&NONE);
        let records = self.dossier.current(suggestion.about);
        let records: Vec<&Record> = records.filter(|one| in_scope(answers(one))).collect();
        let judged: Vec<(&Record, Truth)> = records
            .iter()
            .map(|record| (*record, evaluate(&suggestion.when, answers(record))))
            .collect();
        let truths = judged.iter().map(|(_, truth)| *truth);
        let truth = match suggestion.of {
            Quantity::Some => Truth::any(truths),
            Quantity::Every if records.is_empty() => Truth::No,
            Quantity::Every => Truth::all(truths),
        };
        let with = |wanted: Truth| {
            let judged = judged.iter().filter(move |(_, truth)| *truth == wanted);
            judged.map(|(record, _)| *record)
        };
        let open = with(Truth::Unknown).map(|record| {
            let open = still_open(&suggestion.when, answers(record));
            (record, open)
        });
        (truth != Truth::No).then(|| Proposal {
            source: Source::Authored(suggestion),
            decision,
            grounds: suggestion.grounds.clone(),
            truth,
            because: with(Truth::Yes).collect(),
            open: match truth {
                Truth::Unknown => open.collect(),
                Truth::Yes | Truth::No => Vec::new(),
            },
        })
    }
}

fn including<'d>(source: Source<'d>, ground: &str, because: Vec<&'d Record>) -> Proposal<'d> {
    Proposal {
        source,
        decision: Decision::Included,
        grounds: vec![ground.into()],
        truth: Truth::Yes,
        because,
        open: Vec::new(),
    }
}

/// Whether a record counts: everything but a system that the management system does not cover.
fn in_scope(answers: &Answers) -> bool {
    let said = answers
        .get(fact::IN_SCOPE)
        .and_then(|answer| answer.value());
    !matches!(said, Some(Value::One(option)) if option.as_str() == "no")
}
