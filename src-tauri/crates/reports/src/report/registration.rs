//! The sheet for registering a system: what the file knows of what has to be told, and what is missing.
//!
//! The items are those that the law's specification names: who registers, the system, its class, and for
//! a deployer the summaries of two assessments. The Annex itself prints a longer list; the sheet says so.

use super::Options;
use super::classification::{plain, signing, unsettled};
use super::filter_memo::{CONDITIONS, REASON};
use super::index::Index;
use super::judged::Judged;
use super::outline::{Fact, Outline, Piece};
use crate::error::ReportError;
use content::Library;
use domain::frozen::{OPTIONS, Part, STATED};
use domain::{Dossier, RecordId, fact};

/// A section of the Annex: the duty that leads to it and what it asks besides.
struct Section {
    /// The duty, by its id in the register of the law.
    duty: &'static str,
    /// Its letter.
    letter: &'static str,
    /// Questions about the system, in order.
    asks: &'static [&'static str],
}

/// The sections, in order.
const SECTIONS: [Section; 3] = [
    Section {
        duty: "O-REG",
        letter: "a",
        asks: &[
            fact::PURPOSE,
            "system-version",
            fact::STAGE,
            "placed-on-market",
            "first-used",
            "countries",
        ],
    },
    Section {
        duty: "O-EXREG",
        letter: "b",
        asks: &[fact::PURPOSE, "system-version", fact::STAGE],
    },
    Section {
        duty: "O-REGD",
        letter: "c",
        asks: &[
            fact::VENDOR,
            "vendor-product",
            fact::PURPOSE,
            fact::UNIT,
            "first-used",
            "assessment-notes",
        ],
    },
];

/// Assessments of which a deployer registers a summary: options of the question which were done.
const SUMMARISED: [&str; 2] = ["fria", "dpia"];
/// That question.
const DONE: &str = "existing-assessments";

/// What is asked of whoever registers.
const REGISTRANT: [&str; 2] = ["organisation-legal-name", "organisation-seat"];

/// Every duty and question that the sheet is built on, for the test that content has them.
pub fn rests_on() -> (Vec<&'static str>, Vec<&'static str>) {
    let duties = SECTIONS.iter().map(|section| section.duty).collect();
    let asked = SECTIONS.iter().flat_map(|section| section.asks);
    let asked = asked.chain(&REGISTRANT).chain([&DONE]).copied().collect();
    (duties, asked)
}

/// The sheet for one system. Refused where nobody here has to register it.
pub fn build(
    system: &RecordId,
    dossier: &Dossier,
    library: &Library,
    options: &Options,
) -> Result<Outline, ReportError> {
    let index = Index::new(dossier, library, options);
    let judged = Judged::of(&index, system, options)?;
    let sheet = Sheet {
        index: &index,
        judged: &judged,
    };
    let mut pieces = Vec::new();
    for section in &SECTIONS {
        for duty in judged.frozen.parts(&["duties"]) {
            if duty.id.split(':').next() == Some(section.duty) {
                pieces.extend(sheet.section(section, duty));
            }
        }
    }
    if pieces.is_empty() {
        return Err(ReportError::NothingToRegister {
            system: judged.system.name.clone(),
        });
    }
    let registers = |part: &Part| {
        let mut touches = part.value(&["touches"]).split(", ");
        touches.any(|id| SECTIONS.iter().any(|section| section.duty == id))
    };
    pieces.extend(unsettled(&index, &judged, &registers));
    pieces.extend(signing(&index, &judged)?);
    let title = sheet.text("title");
    Ok(Outline {
        front: judged.front(&index, options, "REG", &title),
        wide: false,
        pieces,
    })
}

struct Sheet<'s, 'd> {
    index: &'s Index<'d>,
    judged: &'s Judged<'d>,
}

impl Sheet<'_, '_> {
    fn text(&self, key: &str) -> String {
        let key = format!("reports.registration.{key}");
        self.index.texts.get(&key).to_owned()
    }

    fn section(&self, section: &Section, duty: &Part) -> Vec<Piece> {
        let texts = self.index.texts;
        let title = self.text(&format!("section-{}", section.letter));
        let groups = [
            ("registrant", self.registrant()),
            ("system", self.system(section)),
            ("outcome", self.outcome(section)),
        ];
        let all = groups.iter().flat_map(|(_, facts)| facts);
        let missing: Vec<&str> = all
            .clone()
            .filter(|fact| fact.missing)
            .map(|fact| fact.label.as_str())
            .collect();
        let known = self.index.number(all.clone().count() - missing.len());
        let lead = texts.format(
            "reports.registration.lead",
            &[
                ("known", &known),
                ("asked", &self.index.number(all.clone().count())),
            ],
        );
        let due = texts.format(
            "reports.registration.due",
            &[("role", duty.value(&["role"])), ("date", &duty.value)],
        );
        let mut pieces = vec![
            Piece::Chapter(title),
            Piece::Lead(lead),
            Piece::Facts(vec![
                Fact::new(&duty.label, due)
                    .citing(&duty.cite)
                    .with(plain(duty)),
            ]),
        ];
        if !missing.is_empty() {
            let list = missing.join("; ");
            pieces.push(Piece::Warning(
                texts.format("reports.registration.missing-list", &[("list", &list)]),
            ));
        }
        if self.judged.is_bare() {
            let bare = texts.get("reports.law.not-described");
            pieces.push(Piece::Warning(bare.to_owned()));
        }
        pieces.push(Piece::Note(self.text("items-note")));
        for (key, facts) in groups {
            pieces.push(Piece::Section(self.text(key)));
            pieces.push(Piece::Facts(facts));
        }
        pieces
    }

    fn registrant(&self) -> Vec<Fact> {
        let mut facts = vec![self.known("organisation", self.index.organisation())];
        facts.extend(
            REGISTRANT
                .iter()
                .filter_map(|id| self.asked("organisation", id)),
        );
        facts
    }

    fn system(&self, section: &Section) -> Vec<Fact> {
        let system = self.judged.system;
        let mut facts = vec![
            self.known("name", system.name.clone()),
            self.known("reference", system.reference()),
        ];
        facts.extend(
            section
                .asks
                .iter()
                .filter_map(|id| self.asked("system", id)),
        );
        facts
    }

    /// The class and what it rests on; for section B the condition that is met and the reason.
    fn outcome(&self, section: &Section) -> Vec<Fact> {
        let frozen = &self.judged.frozen;
        let points = frozen.parts(&["points"]).iter();
        let points: Vec<String> = points
            .map(|point| format!("{}: {}", point.value, point.label))
            .collect();
        let mut facts = vec![
            self.known("class", frozen.value(&["headline"]).to_owned()),
            self.known("points", points.join("\n")),
        ];
        if section.letter == "b" {
            let met = CONDITIONS.iter().filter_map(|id| self.judged.rule(id));
            let met = met.filter(|rule| rule.value == "yes");
            let met: Vec<&str> = met.map(|rule| rule.label.as_str()).collect();
            facts.push(self.known("condition", met.join("\n")));
            let sections = frozen.parts(&["facts"]).iter();
            let mut said = sections.flat_map(|section| &section.parts);
            let reason = said.find(|fact| fact.id == REASON);
            let reason = reason.map_or(String::new(), |fact| fact.value.clone());
            facts.push(self.known("reason", reason));
        }
        if section.letter == "c" {
            facts.extend(SUMMARISED.iter().map(|which| self.summary(which)));
        }
        facts
    }

    /// A summary, which the file does not hold in words of its own: at most that the assessment was done.
    fn summary(&self, which: &str) -> Fact {
        let said = self.judged.described("system", DONE);
        let done = said.is_some_and(|said| said.part(&[OPTIONS, which]).is_some());
        let key = if done { "summary-to-add" } else { "missing" };
        Fact {
            missing: true,
            ..Fact::new(self.text(&format!("item-{which}")), self.text(key))
        }
    }

    /// An answer, or that it is missing; nothing where the question does not apply.
    fn asked(&self, of: &str, question: &str) -> Option<Fact> {
        let said = self.judged.described(of, question)?;
        Some(match said.value.as_str() {
            "" => self.missing(&said.label),
            words => Fact {
                missing: said.part(&[STATED]).is_none(),
                ..Fact::new(&said.label, words)
            },
        })
    }

    fn known(&self, key: &str, words: String) -> Fact {
        let label = self.text(&format!("item-{key}"));
        match words.as_str() {
            "" => self.missing(&label),
            _ => Fact::new(label, words),
        }
    }

    fn missing(&self, label: &str) -> Fact {
        Fact {
            missing: true,
            ..Fact::new(label, self.text("missing"))
        }
    }
}
