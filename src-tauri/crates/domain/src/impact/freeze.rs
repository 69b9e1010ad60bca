//! An assessment of a system as it is signed, printed and compared: one tree with its final wording.
//!
//! Its form is the id of its questionnaire. Parts, by id: `subject`, `assessment` (its value the version of
//! the questionnaire), `on`, `headline` (of the classification), `owed` (`yes`, `no`, `unknown`, with
//! `plain`), `facts` (sections, in them questions with `source` and `note`), and where benefits and harms
//! belong to it `result` (`before`, `after`, `benefit`, `harms`, `benefits`, `unrated`), `thresholds` (each
//! `yes`, `no` or `unknown`, with `demands` and what reaches it) and `entries` (each with what was answered
//! by question, and `before` and `after` with `grade` and `likelihood`, or with what is `missing`).
//! `open` lists what stands in the way of signing: sections to correct, questions, entries not weighed.
//! `method` names the tables with which it was weighed. Headings belong to whoever shows the parts.

use super::entry::{Direction, Entry, question};
use super::outcome::{Outcome, Reached, missing};
use super::owed::Owed;
use super::weigh::{Scale, Weigh, Weighed};
use super::{FRIA, IMPACT_ASSESSMENT};
use crate::assessment::{Assessment, Hindrances};
use crate::frozen::{Frozen, OPEN, PLAIN, Part};
use crate::record::Record;
use crate::truth::Truth;
use crate::words::Words;
use chrono::NaiveDate;
use content::{ImpactLevel, Library, OptionId, QuestionId, Scales};

/// Raised when its parts mean something else.
const VERSION: u32 = 1;

/// One assessment of a system with everything that is kept of it.
pub struct Assessed<'c, 'a> {
    /// The system.
    pub system: &'c Record,
    /// What was answered.
    pub assessment: &'c Assessment<'a>,
    /// Benefits and harms of the system that are not retired, by number.
    pub entries: &'c [Entry<'c, 'a>],
    /// What they come to.
    pub outcome: &'c Outcome<'a>,
    /// Whether it is owed.
    pub owed: Option<Owed<'a>>,
    /// What the classification says in a word or two; empty while that is open.
    pub headline: String,
    /// The reference date.
    pub on: NaiveDate,
}

/// The assessment as one tree. The same input gives the same tree.
pub fn freeze(
    weigh: &Weigh<'_>,
    library: &Library,
    words: &Words<'_>,
    assessed: &Assessed<'_, '_>,
) -> Frozen {
    let freezing = Freezing {
        weigh,
        library,
        words,
    };
    let asked = assessed.assessment.questionnaire;
    let mut parts = vec![
        Part::new("subject")
            .called(&assessed.system.name)
            .saying(assessed.system.reference()),
        Part::new("assessment")
            .called(&asked.title)
            .saying(asked.version.to_string()),
        Part::new("method")
            .called(&weigh.method.title)
            .saying(weigh.method.version.to_string())
            .citing(&weigh.method.cite),
        Part::new("on").saying(words.date(assessed.on)),
        Part::new("headline").saying(&assessed.headline),
    ];
    parts.extend(assessed.owed.map(|owed| {
        Part::new("owed")
            .saying(code(owed.truth))
            .citing(&owed.rule.cite)
            .with([plain(owed.because())])
    }));
    match asked.id.as_str() {
        IMPACT_ASSESSMENT => {
            parts.push(freezing.result(assessed.outcome));
            parts.push(freezing.thresholds(assessed));
            parts.push(freezing.entries(assessed.entries.iter()));
        }
        FRIA => parts.push(freezing.entries(assessed.entries.iter().filter(harms_people))),
        _ => {}
    }
    parts.push(assessed.assessment.freeze(library, words));
    parts.push(freezing.open(assessed));
    Frozen {
        form: asked.id.to_string(),
        version: VERSION,
        parts,
    }
}

/// Whether an entry is a harm to people, one by one or as a group: what a fundamental rights impact
/// assessment may take over.
fn harms_people(entry: &&Entry<'_, '_>) -> bool {
    entry.direction() == Some(Direction::Harm)
        && entry
            .option(question::AFFECTS)
            .is_some_and(|option| option.as_str() != "society")
}

struct Freezing<'f> {
    weigh: &'f Weigh<'f>,
    library: &'f Library,
    words: &'f Words<'f>,
}

impl Freezing<'_> {
    fn result(&self, outcome: &Outcome<'_>) -> Part {
        let level = |id: &str, level: Option<&ImpactLevel>, harm: bool| {
            let meaning = level.map(|level| if harm { &level.harm } else { &level.benefit });
            Part::new(id)
                .saying(level.map_or("", |level| &level.title))
                .with(meaning.map(|meaning| plain(meaning)))
        };
        Part::new("result").with([
            level("before", outcome.before, true),
            level("after", outcome.after, true),
            level("benefit", outcome.benefit, false),
            Part::new("harms").saying(outcome.harms.to_string()),
            Part::new("benefits").saying(outcome.benefits.to_string()),
            Part::new("unrated").saying(outcome.unrated.len().to_string()),
        ])
    }

    /// What stands in the way of signing.
    fn open(&self, assessed: &Assessed<'_, '_>) -> Part {
        let text = |key: &str, name: &str, value: &str| {
            let key = format!("content.impact.{key}");
            self.words.texts.format(&key, &[(name, value)])
        };
        let Hindrances { open, to_correct } = assessed.assessment.hindrances();
        let mut parts: Vec<Part> = to_correct
            .into_iter()
            .map(|section| {
                let label = text("to-correct", "section", &section.title);
                Part::new(section.id.as_str()).called(label)
            })
            .collect();
        parts.extend(
            open.into_iter()
                .map(|question| Part::new(question.id.as_str()).called(&question.label)),
        );
        if assessed.assessment.questionnaire.id.as_str() == IMPACT_ASSESSMENT {
            if assessed.entries.is_empty() {
                let words = self.words.texts.get("content.impact.no-entries");
                parts.push(Part::new("entries").called(words));
            }
            let entries = assessed.entries.iter();
            let unrated = &assessed.outcome.unrated;
            let unrated = entries.filter(|entry| unrated.contains(&entry.record.id));
            parts.extend(unrated.map(|entry| {
                let label = text("not-weighed", "name", &entry.record.name);
                Part::new(entry.record.id.as_str()).called(label)
            }));
        }
        Part::new(OPEN).with(parts)
    }

    fn thresholds(&self, assessed: &Assessed<'_, '_>) -> Part {
        let thresholds = assessed.outcome.thresholds.iter();
        Part::new("thresholds").with(thresholds.map(|one| self.threshold(one, assessed)))
    }

    fn threshold(&self, reached: &Reached<'_>, assessed: &Assessed<'_, '_>) -> Part {
        let threshold = reached.threshold;
        let asked = self.library.question(threshold.question.as_str());
        let options = reached.options.iter().map(|option| {
            let label = asked.and_then(|asked| asked.option(option.as_str()));
            let label = label.map_or_else(|| option.to_string(), |one| one.label.clone());
            Part::new(option.as_str()).called(label)
        });
        let harms = reached.harms.iter().filter_map(|id| {
            let mut entries = assessed.entries.iter();
            let entry = entries.find(|entry| entry.record.id == *id)?;
            Some(Part::new(id.as_str()).called(&entry.record.name))
        });
        Part::new(threshold.id.as_str())
            .called(&threshold.title)
            .saying(code(reached.truth))
            .citing(&threshold.cite)
            .with([
                Part::new("options").with(options),
                Part::new("harms").with(harms),
                Part::new("demands").with([plain(&threshold.demands)]),
                plain(&threshold.plain),
            ])
    }

    fn entries<'e>(&self, entries: impl Iterator<Item = &'e Entry<'e, 'e>>) -> Part {
        Part::new("entries").with(entries.map(|entry| self.entry(entry)))
    }

    fn entry(&self, entry: &Entry<'_, '_>) -> Part {
        let asked = self
            .library
            .questionnaire_about(content::RecordKind::Impact);
        let asked = asked.iter().flat_map(|asked| &asked.questions);
        // Which system it belongs to stands above.
        let asked = asked.filter(|one| one.id.as_str() != question::SYSTEM);
        let said = asked.filter_map(|one| {
            let answer = entry.answers.get(&one.id)?;
            let note = answer.note.trim();
            Some(
                Part::new(one.id.as_str())
                    .called(&one.label)
                    .saying(self.words.answer(one, answer))
                    .with((!note.is_empty()).then(|| Part::new("note").saying(note))),
            )
        });
        let direction = match entry.direction() {
            Some(Direction::Harm) => "harm",
            Some(Direction::Benefit) => "benefit",
            None => "",
        };
        let missing = missing(entry);
        let missing = missing.iter().map(|id| {
            let question = self.library.question(id.as_str());
            Part::new(id.as_str()).called(question.map_or("", |question| &question.label))
        });
        Part::new(entry.record.id.as_str())
            .called(&entry.record.name)
            .saying(entry.record.reference())
            .with([
                Part::new("direction").saying(direction),
                self.weighed("before", &entry.before, Scale::Before),
                self.weighed("after", &entry.after, Scale::After),
                Part::new("missing").with(missing),
                Part::new("said").with(said),
            ])
    }

    fn weighed(
        &self,
        id: &str,
        weighed: &Result<Weighed<'_>, Vec<QuestionId>>,
        when: Scale,
    ) -> Part {
        let Ok(weighed) = weighed else {
            return Part::new(id);
        };
        let Scales { likelihood, .. } = self.weigh.scales(when);
        let likelihood = self.library.question(likelihood.as_str());
        let column = likelihood.and_then(|question| question.options.get(weighed.likelihood));
        let (place, label) = column.map_or(("", ""), |one| (OptionId::as_str(&one.id), &one.label));
        Part::new(id).saying(&weighed.level.title).with([
            Part::new("level").saying(weighed.level.id.as_str()),
            Part::new("grade")
                .called(&weighed.grade.title)
                .saying(weighed.grade.id.as_str()),
            Part::new("likelihood").called(label).saying(place),
        ])
    }
}

fn plain(words: &str) -> Part {
    Part::new(PLAIN).saying(words)
}

fn code(truth: Truth) -> &'static str {
    match truth {
        Truth::Yes => "yes",
        Truth::No => "no",
        Truth::Unknown => "unknown",
    }
}
