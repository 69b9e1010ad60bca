//! The gap analysis of one run: figures with how they are made, pictures, what moved, what is to be done, and every
//! requirement. Made from what was signed, or, unsigned, frozen on the spot: one path.

mod figures;
mod findings;
mod plan;

pub use figures::{radars, stacked};

use super::Options;
use super::front::{Line, front};
use super::index::Index;
use super::outline::{Fact, Outline, Piece};
use crate::error::ReportError;
use content::{Library, RecordKind, Texts};
use domain::gaps::{self, Analysis, Run};
use domain::words::Words;
use domain::{Answers, Dossier, Frozen, Part, Record, RecordId, Revision};
use figures::Figures;

/// The report of one run; without a run the newest there is.
pub fn build(
    run: Option<&RecordId>,
    dossier: &Dossier,
    library: &Library,
    options: &Options,
) -> Result<Outline, ReportError> {
    let index = Index::new(dossier, library, options);
    let run = match run {
        Some(run) => dossier.record(run),
        None => newest(dossier),
    };
    let run = run.filter(|run| run.kind == RecordKind::GapAnalysis);
    let run = run.ok_or(ReportError::NoGapAnalysis)?;
    let signed = dossier.newest_revision(&run.id, gaps::FORM);
    let signed = signed.filter(|revision| revision.stands());
    let frozen = match signed {
        Some(revision) => index.signed(revision)?.clone(),
        None => live(&index, run, options)?,
    };
    let told = Told {
        texts: index.texts,
        frozen: &frozen,
    };
    let mut pieces = told.summary();
    pieces.extend(told.pictures());
    pieces.extend(told.compared());
    pieces.extend(told.plan());
    pieces.extend(told.gaps());
    pieces.extend(told.requirements());
    pieces.extend(told.credit());
    pieces.extend(told.made());
    pieces.extend(signing(&index, signed));
    Ok(Outline {
        front: cover(&index, options, run, &frozen, signed),
        wide: false,
        pieces,
    })
}

/// The newest run that is not retired.
fn newest(dossier: &Dossier) -> Option<&Record> {
    static NONE: Answers = Answers::new();
    let runs = dossier.current(RecordKind::GapAnalysis);
    runs.max_by_key(|run| {
        let answers = dossier.answers.get(&run.id).unwrap_or(&NONE);
        (Run::of(run, answers).on, run.number)
    })
}

fn live(index: &Index<'_>, run: &Record, options: &Options) -> Result<Frozen, ReportError> {
    let on = options.on.unwrap_or_else(|| index.today());
    let analysis = Analysis::in_dossier(index.library, index.dossier, &run.id, on);
    let analysis = analysis.ok_or_else(|| ReportError::broken("there is no standard"))?;
    let name_of = |id: &RecordId| index.record(id).map(|record| record.name.clone());
    let words = Words {
        texts: index.texts,
        name_of: &name_of,
    };
    Ok(gaps::freeze(&analysis, index.library, &words))
}

fn cover(
    index: &Index<'_>,
    options: &Options,
    run: &Record,
    frozen: &Frozen,
    signed: Option<&Revision>,
) -> super::front::Front {
    let text = |key: &str| index.texts.get(&format!("reports.gaps.{key}")).to_owned();
    let said = |key: &str| match frozen.value(&[key]) {
        "" => text("not-said"),
        words => words.to_owned(),
    };
    let lines = vec![
        Line::reference(&text("run"), run.reference()),
        Line::new(
            &text("standard"),
            frozen.part(&["standard"]).map_or("", |part| &part.label),
        ),
        Line::new(&text("on"), said("on")),
        Line::new(&text("assessor"), said("assessor")),
    ];
    let options = Options {
        draft: options.draft || signed.is_none(),
        ..options.clone()
    };
    let about = match signed {
        Some(revision) => format!("{}-R{}", run.reference(), revision.number),
        None => run.reference(),
    };
    let words = (text("title"), run.name.clone());
    let mut front = front(index, &options, "GAP", &about, words, lines);
    front.signatures = vec![text("sign-assessor"), text("sign-management")];
    front
}

/// One run and the words it is told in.
struct Told<'t> {
    texts: &'t Texts,
    frozen: &'t Frozen,
}

impl Told<'_> {
    fn text(&self, key: &str) -> String {
        self.texts.get(&format!("reports.gaps.{key}")).to_owned()
    }

    fn filled(&self, key: &str, values: &[(&str, &str)]) -> String {
        self.texts.format(&format!("reports.gaps.{key}"), values)
    }

    /// A code of the tree in words; nothing for none.
    fn coded(&self, kind: &str, code: &str) -> String {
        match code {
            "" => String::new(),
            code => self.text(&format!("{kind}-{code}")),
        }
    }

    fn figures(&self) -> Figures {
        Figures::of(self.frozen.parts(&["score"]))
    }

    fn summary(&self) -> Vec<Piece> {
        let now = self.figures();
        let mut pieces = vec![
            Piece::Chapter(self.text("summary")),
            Piece::Lead(self.filled(
                "lead",
                &[
                    ("on", self.frozen.value(&["on"])),
                    ("judged", &now.judged().to_string()),
                    ("asked", &now.asked.to_string()),
                ],
            )),
        ];
        let conclusion = self.frozen.value(&["summary"]);
        if !conclusion.is_empty() {
            pieces.push(Piece::Words(conclusion.to_owned()));
        }
        pieces.push(Piece::Facts(self.facts(&now)));
        pieces.push(Piece::Note(self.text("how-made")));
        pieces
    }

    fn facts(&self, now: &Figures) -> Vec<Fact> {
        let before = self.frozen.parts(&["earlier", "score"]);
        let before = (!before.is_empty()).then(|| Figures::of(before));
        let earlier = |said: fn(&Figures) -> String| {
            let value = before.as_ref().map(said);
            value.map_or_else(String::new, |value| {
                let on = self.frozen.value(&["earlier", "on"]);
                self.filled("before", &[("on", on), ("value", &value)])
            })
        };
        let made = match now.percent() {
            None => self.text("made-none"),
            Some(percent) => self.filled(
                "made",
                &[
                    ("percent", &percent.to_string()),
                    ("met", &now.met.to_string()),
                    ("partly", &now.partly.to_string()),
                    ("judged", &now.judged().to_string()),
                ],
            ),
        };
        let seen = |of: [usize; 3]| {
            let [yes, partly, no] = of.map(|count| count.to_string());
            let values = [
                ("yes", yes.as_str()),
                ("partly", partly.as_str()),
                ("no", no.as_str()),
            ];
            self.filled("made-seen", &values)
        };
        let maturity = match now.maturity() {
            None => self.text("made-none"),
            Some(tenths) => self.filled(
                "made-maturity",
                &[
                    ("value", &figures::tenths(tenths)),
                    ("judged", &now.maturity_judged.to_string()),
                ],
            ),
        };
        vec![
            Fact::new(self.text("conformity"), made).with(earlier(Figures::percent_words)),
            Fact::new(self.text("exists"), seen(now.exists)),
            Fact::new(self.text("works"), seen(now.works)),
            Fact::new(self.text("maturity"), maturity).with(earlier(Figures::maturity_words)),
            Fact::new(self.text("met"), now.met.to_string()),
            Fact::new(self.text("partly"), now.partly.to_string()),
            Fact::new(self.text("not-met"), now.not_met.to_string()),
            Fact::new(self.text("not-applicable"), now.not_applicable.to_string()),
            Fact::new(self.text("not-looked-at"), now.unseen.to_string()),
        ]
    }

    /// Scope, people, standard: how the run was made.
    fn made(&self) -> Vec<Piece> {
        let areas = self.frozen.parts(&["areas"]).iter();
        let areas: Vec<String> = areas.map(|area| self.coded("area", &area.id)).collect();
        let facts = [
            ("assessor", self.frozen.value(&["assessor"]).to_owned()),
            ("scope", self.frozen.value(&["scope"]).to_owned()),
            ("areas", areas.join("\n")),
            ("spoken", self.frozen.value(&["spoken"]).to_owned()),
            (
                "content",
                self.frozen.value(&["standard", "content"]).to_owned(),
            ),
            (
                "as-of",
                self.frozen.value(&["standard", "as-of"]).to_owned(),
            ),
        ];
        let facts = facts.into_iter().map(|(key, words)| match words.as_str() {
            "" => Fact {
                missing: true,
                ..Fact::new(self.text(key), self.text("not-said"))
            },
            _ => Fact::new(self.text(key), words),
        });
        vec![
            Piece::Chapter(self.text("made-title")),
            Piece::Facts(facts.collect()),
            Piece::Note(self.text("licence")),
        ]
    }

    /// Requirements of the run, in the order of the standard.
    fn rows(&self) -> &[Part] {
        self.frozen.parts(&["requirements"])
    }
}

/// On whose word it stands.
fn signing(index: &Index<'_>, signed: Option<&Revision>) -> Vec<Piece> {
    let text = |key: &str| index.texts.get(&format!("reports.law.{key}")).to_owned();
    let mut pieces = vec![Piece::Chapter(text("signing"))];
    let Some(revision) = signed else {
        let none = index.texts.get("reports.gaps.signing-none");
        pieces.push(Piece::Warning(none.to_owned()));
        return pieces;
    };
    let mut facts = vec![
        Fact::new(text("signing-revision"), revision.number.to_string()),
        Fact::new(text("signing-by"), &revision.signer).with(&revision.signer_role),
        Fact::new(text("signing-at"), index.moment(revision.at)),
        Fact::new(text("content"), &revision.content_version),
    ];
    if !revision.remark.is_empty() {
        facts.push(Fact::new(text("signing-remark"), &revision.remark));
    }
    let hash = super::front::grouped(&revision.sha256, 32);
    facts.push(Fact::new(
        text("signing-event"),
        index.texts.number(revision.event),
    ));
    facts.push(Fact::reference(text("signing-hash"), hash));
    pieces.push(Piece::Facts(facts));
    pieces
}
