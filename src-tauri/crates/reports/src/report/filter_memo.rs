//! The memo on Art. 6(3) and (4): why a listed use is, or is not, taken out of the high-risk systems.

use super::Options;
use super::classification::{because, drafts, plain, said, signing, unsettled};
use super::index::Index;
use super::judged::Judged;
use super::outline::{Fact, Item, Outline, Piece};
use super::register::{Cell, Column, Register, Row, Tone};
use crate::error::ReportError;
use content::Library;
use domain::frozen::{BECAUSE, Part};
use domain::{Dossier, RecordId, fact};

/// The rule by which a use is listed at all.
pub const LISTED: &str = "annex-iii-listed";
/// The rule by which the exception is met.
pub const MET: &str = "filter-met";
/// The four conditions, each within its limits.
pub const CONDITIONS: [&str; 4] = [
    "filter-condition-a",
    "filter-condition-b",
    "filter-condition-c",
    "filter-condition-d",
];
/// Rules that close the exception whatever condition is met, or keep two of them from being met.
pub const CLOSING: [&str; 3] = ["filter-profiling", "filter-joint-output", "filter-ranks"];
/// The rule by which it is for somebody else to document.
pub const BY_ANOTHER: &str = "exempt-by-another";
/// Answers on what the exception needs besides a condition.
pub const BESIDES: [&str; 2] = ["influences-outcome", "harm-risk"];
/// The answer that records the reason.
pub const REASON: &str = "filter-reason";
/// The step of the law's questionnaire, and the stage of its rules, that is about the exception.
pub const STEP: &str = "filter";
/// What the provider owes who relies on the exception.
pub const DUTIES: [&str; 2] = ["O-EXDOC", "O-EXREG"];

/// The memo on one system. Refused for a system whose use is not listed, or not settled to be.
pub fn build(
    system: &RecordId,
    dossier: &Dossier,
    library: &Library,
    options: &Options,
) -> Result<Outline, ReportError> {
    let index = Index::new(dossier, library, options);
    let judged = Judged::of(&index, system, options)?;
    let settled = judged.frozen.parts(&["open-classes"]).is_empty();
    match judged.rule(LISTED).map(|rule| rule.value.as_str()) {
        Some("yes") => {}
        Some("unknown") if !settled => {
            return Err(ReportError::ListingOpen {
                system: judged.system.name.clone(),
            });
        }
        _ => {
            return Err(ReportError::NotListed {
                system: judged.system.name.clone(),
            });
        }
    }
    let memo = Memo {
        index: &index,
        judged: &judged,
    };
    let mut pieces = memo.conclusion();
    pieces.extend(memo.purpose());
    pieces.extend(memo.listing());
    pieces.extend(memo.conditions());
    pieces.extend(memo.closing());
    pieces.extend(memo.reason());
    pieces.extend(memo.follows());
    pieces.extend(memo.answers());
    let about = |part: &Part| {
        let touches = part.value(&["touches"]);
        touches
            .split(", ")
            .any(|id| DUTIES.contains(&id) || judged.frozen.part(&["trace", STEP, id]).is_some())
    };
    pieces.extend(unsettled(&index, &judged, &about));
    let of_step = |part: &Part| {
        judged
            .frozen
            .part(&["trace", STEP, part.id.as_str()])
            .is_some()
    };
    pieces.extend(drafts(&index, &judged, &of_step));
    pieces.extend(signing(&index, &judged)?);
    let title = memo.text("title");
    Ok(Outline {
        front: judged.front(&index, options, "EXM", &title),
        wide: false,
        pieces,
    })
}

struct Memo<'m, 'd> {
    index: &'m Index<'d>,
    judged: &'m Judged<'d>,
}

impl Memo<'_, '_> {
    fn text(&self, key: &str) -> String {
        let key = format!("reports.filter-memo.{key}");
        self.index.texts.get(&key).to_owned()
    }

    fn fact(&self, question: &str) -> Option<&Part> {
        let sections = self.judged.frozen.parts(&["facts"]).iter();
        let mut facts = sections.flat_map(|section| &section.parts);
        facts.find(|fact| fact.id == question)
    }

    fn truth(&self, rule: &str) -> &str {
        self.judged.rule(rule).map_or("", |rule| &rule.value)
    }

    fn conclusion(&self) -> Vec<Piece> {
        let frozen = &self.judged.frozen;
        let headline = frozen.part(&["headline"]).cloned().unwrap_or_default();
        let key = match self.truth(MET) {
            "yes" => "conclusion-yes",
            "no" => "conclusion-no",
            _ => "conclusion-open",
        };
        let mut pieces = vec![
            Piece::Chapter(self.text("conclusion")),
            Piece::Lead(self.text(key)),
            Piece::Facts(vec![
                Fact::new(self.text("class"), &headline.value).citing(&headline.cite),
                Fact::new(self.text("on"), frozen.value(&["on"])),
            ]),
        ];
        if let Some(rule) = self
            .judged
            .rule(BY_ANOTHER)
            .filter(|rule| rule.value == "yes")
        {
            pieces.push(Piece::Warning(plain(rule).to_owned()));
        }
        let law = frozen.part(&["law"]).cloned().unwrap_or_default();
        pieces.push(Piece::Note(plain(&law).to_owned()));
        pieces
    }

    /// What the inventory says of the use: the memo has to name it.
    fn purpose(&self) -> Vec<Piece> {
        let asked = [
            fact::PURPOSE,
            "decision-influenced",
            "users",
            "affected-detail",
        ];
        let facts = asked.iter().filter_map(|id| {
            let said = self.judged.described("system", id)?;
            match said.value.as_str() {
                "" if *id == fact::PURPOSE => Some(Fact {
                    missing: true,
                    ..Fact::new(&said.label, self.text("missing"))
                }),
                "" => None,
                words => Some(Fact::new(&said.label, words)),
            }
        });
        if self.judged.is_bare() {
            let bare = self.index.texts.get("reports.law.not-described");
            return vec![
                Piece::Chapter(self.text("purpose")),
                Piece::Warning(bare.to_owned()),
            ];
        }
        vec![
            Piece::Chapter(self.text("purpose")),
            Piece::Words(self.text("purpose-lead")),
            Piece::Facts(facts.collect()),
        ]
    }

    fn listing(&self) -> Vec<Piece> {
        let points = self.judged.frozen.parts(&["points"]).iter();
        let items = points.map(|point| Item {
            name: format!("{}: {}", point.value, point.label),
            cite: point.cite.clone(),
            words: String::new(),
        });
        vec![
            Piece::Chapter(self.text("listing")),
            Piece::Words(self.text("listing-lead")),
            Piece::Items(items.collect()),
        ]
    }

    fn table(&self, key: &str, rules: &[&str], words: [&str; 3]) -> Register {
        let rows = rules
            .iter()
            .filter_map(|id| self.judged.rule(id))
            .map(|rule| {
                let (word, tone) = match rule.value.as_str() {
                    "yes" => (words[0], Tone::Name),
                    "no" => (words[1], Tone::Plain),
                    _ => (words[2], Tone::Absent),
                };
                let reasons = rule.part(&[BECAUSE]);
                let reasons = reasons.into_iter().flat_map(|all| &all.parts);
                let reasons: Vec<String> = reasons.map(|reason| self.decided(reason)).collect();
                Row::Cells(vec![
                    Cell::new(rule.label.clone())
                        .with(self.meaning(rule))
                        .toned(Tone::Name),
                    Cell::new(self.text(word)).toned(tone),
                    Cell::new(reasons.join("\n")).with(rule.cite.clone()),
                ])
            });
        let column = |key: &str, min: f32, weight: f32| {
            Column::new(&self.text(&format!("column-{key}")), min, weight)
        };
        Register {
            title: self.text(key),
            caption: String::new(),
            summary: self.text(&format!("{key}-summary")),
            rows: rows.collect(),
            columns: vec![
                column(key, 160.0, 1.0),
                column("result", 76.0, 0.0),
                column("because", 150.0, 0.9),
            ],
        }
    }

    /// What decided; of a rule that does not hold only the question is kept, and its answer stands among
    /// the facts.
    fn decided(&self, reason: &Part) -> String {
        match self.fact(&reason.id) {
            Some(fact) if reason.label.is_empty() => because(fact),
            _ if reason.label.is_empty() => self.label(&reason.id),
            _ => because(reason),
        }
    }

    /// What a rule means; what was kept is only without it where the rule does not hold.
    fn meaning(&self, rule: &Part) -> String {
        let law = self.index.library.framework(fact::AI_ACT);
        match plain(rule) {
            "" => law
                .and_then(|law| law.rule(&rule.id.as_str().into()))
                .map_or_else(String::new, |rule| rule.plain.clone()),
            words => words.to_owned(),
        }
    }

    fn conditions(&self) -> Vec<Piece> {
        let words = ["met", "not-met", "open"];
        vec![
            Piece::Chapter(self.text("conditions")),
            Piece::Words(self.text("conditions-lead")),
            Piece::Register(self.table("conditions", &CONDITIONS, words)),
        ]
    }

    /// Profiling, joint output, ranking; influence and harm.
    fn closing(&self) -> Vec<Piece> {
        let words = ["closes", "does-not-close", "open"];
        let besides = BESIDES.iter().map(|id| match self.fact(id) {
            Some(fact) => said(self.index, fact),
            None => Fact {
                missing: true,
                ..Fact::new(self.label(id), self.text("missing"))
            },
        });
        vec![
            Piece::Chapter(self.text("closing")),
            Piece::Words(self.text("closing-lead")),
            Piece::Register(self.table("closing", &CLOSING, words)),
            Piece::Section(self.text("besides")),
            Piece::Facts(besides.collect()),
        ]
    }

    fn label(&self, question: &str) -> String {
        let known = self.index.library.question(question);
        known.map_or_else(String::new, |question| question.label.clone())
    }

    fn reason(&self) -> Vec<Piece> {
        let words = match self.fact(REASON) {
            Some(fact) => Piece::Words(fact.value.clone()),
            None => Piece::Warning(self.text("reason-missing")),
        };
        vec![Piece::Chapter(self.text("reason")), words]
    }

    /// Documentation and registration, where the exception is relied on.
    fn follows(&self) -> Vec<Piece> {
        let duties = self.judged.frozen.parts(&["duties"]).iter();
        let owed = duties.filter(|duty| {
            let id = duty.id.split(':').next().unwrap_or_default();
            DUTIES.contains(&id)
        });
        let facts: Vec<Fact> = owed
            .map(|duty| {
                let role = duty.value(&["role"]);
                let from = self
                    .index
                    .texts
                    .format("reports.filter-memo.from", &[("date", &duty.value)]);
                Fact::new(&duty.label, format!("{role}, {from}"))
                    .citing(&duty.cite)
                    .with(plain(duty))
            })
            .collect();
        let key = match (facts.is_empty(), self.truth(MET)) {
            (false, _) => "follows-lead",
            (true, "yes") => "follows-another",
            (true, "no") => "follows-high-risk",
            (true, _) => "follows-open",
        };
        vec![
            Piece::Chapter(self.text("follows")),
            Piece::Words(self.text(key)),
            Piece::Facts(facts),
        ]
    }

    /// Every answer of the step, as it was given.
    fn answers(&self) -> Vec<Piece> {
        let facts = self.judged.frozen.parts(&["facts", STEP]).iter();
        let facts = facts.filter(|fact| fact.id != REASON);
        let facts = facts.map(|fact| said(self.index, fact));
        vec![
            Piece::Chapter(self.text("answers")),
            Piece::Facts(facts.collect()),
        ]
    }
}
