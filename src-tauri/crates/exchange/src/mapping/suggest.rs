//! A first mapping for a list that nobody knows: by headings, then by what the cells hold.

use super::similar::{likeness, tokens};
use super::{ColumnRule, Mapping, Reason, Target};
use crate::plan::fits;
use crate::table::{Cell, Table, code};
use content::{Library, Question, QuestionKind, Questionnaire, RecordKind, Vocabulary};
use domain::text::fold;
use std::collections::{BTreeMap, BTreeSet};

/// Least likeness of words, from 100, that is worth suggesting.
const LIKE_ENOUGH: u32 = 58;
/// What a clear heading loses, in hundredths of a per cent, when its cells do not look like answers: of
/// two columns with one meaning the one that fits comes first.
const MISFIT: u32 = 1500;
/// Cells looked at per column.
const SAMPLE: usize = 200;

/// Suggests where each column goes. Every rule says why; what has no place goes to the notes.
pub fn suggest(table: &Table, kind: RecordKind, library: &Library) -> Mapping {
    let mut mapping = Mapping::new("", kind);
    let Some(questionnaire) = library.questionnaire_about(kind) else {
        return mapping;
    };
    let samples: Vec<Vec<&Cell>> = (0..table.columns.len())
        .map(|column| {
            let cells = table.rows.iter().filter_map(|row| row.cells.get(column));
            cells.filter(|cell| !cell.is_empty()).take(SAMPLE).collect()
        })
        .collect();
    let vocabulary = library.vocabulary();
    let mut offers = offers(table, questionnaire, vocabulary, &samples);
    offers.sort_by_key(|offer| (std::cmp::Reverse(offer.score), offer.column));
    let mut targets: Vec<Option<(Target, Reason)>> = vec![None; table.columns.len()];
    let mut taken: BTreeSet<String> = BTreeSet::new();
    for offer in offers {
        let Some(place) = targets.get_mut(offer.column) else {
            continue;
        };
        if place.is_none() && taken.insert(offer.target.to_string()) {
            *place = Some((offer.target, offer.reason));
        }
    }
    name_something(&mut targets, &samples);
    for (column, target) in table.columns.iter().zip(targets) {
        let (to, reason) = target.unwrap_or((Target::Notes, Reason::NoHome));
        let mut rule = ColumnRule::new(&column.heading, column.nth, to);
        rule.values = usual_words(&rule.to, vocabulary);
        rule.reason = reason;
        mapping.columns.push(rule);
    }
    mapping
}

/// The words that many lists use for the options of a question.
pub fn usual_words(to: &Target, vocabulary: &Vocabulary) -> BTreeMap<String, String> {
    let Target::Question(id) = to else {
        return BTreeMap::new();
    };
    vocabulary
        .options(id.as_str())
        .flat_map(|(option, words)| {
            words
                .iter()
                .map(|word| (word.clone(), option.as_str().to_owned()))
        })
        .collect()
}

/// One column could go there.
struct Offer {
    column: usize,
    target: Target,
    reason: Reason,
    /// Confidence and likeness, for choosing between offers.
    score: u32,
}

fn offers(
    table: &Table,
    questionnaire: &Questionnaire,
    vocabulary: &Vocabulary,
    samples: &[Vec<&Cell>],
) -> Vec<Offer> {
    let questions: Vec<Heard> = questionnaire
        .questions
        .iter()
        .filter(|question| question.retired.is_none())
        .map(|question| Heard::new(question.id.as_str(), Some(question), vocabulary))
        .collect();
    let name = Heard::new(Vocabulary::NAME, None, vocabulary);
    let mut offers = Vec::new();
    for (place, (column, cells)) in table.columns.iter().zip(samples).enumerate() {
        let heading = Heading {
            code: code(&column.heading),
            folded: fold(&column.heading),
            tokens: tokens(&column.heading),
        };
        let mut clear = Vec::new();
        let mut vague = Vec::new();
        for heard in questions.iter().chain([&name]) {
            let Some((reason, likeness)) = heard.meets(&heading) else {
                continue;
            };
            let fits = heard
                .question
                .is_none_or(|question| holds(question, vocabulary, cells));
            let target = match heard.question {
                Some(question) => Target::Question(question.id.clone()),
                None => Target::Name,
            };
            let offer = Offer {
                column: place,
                target,
                reason,
                score: u32::from(reason.confidence()) * 100 + likeness,
            };
            match (reason, fits) {
                (Reason::Similar, true) => vague.push(offer),
                (Reason::Similar, false) => {}
                (_, true) => clear.push(offer),
                (_, false) => clear.push(Offer {
                    score: offer.score.saturating_sub(MISFIT),
                    ..offer
                }),
            }
        }
        // A heading that clearly means something is never taken for something else, whatever its cells
        // look like: rather the column goes to the notes.
        if clear.is_empty() {
            vague.extend(by_values(place, cells, questionnaire));
            offers.append(&mut vague);
        } else {
            offers.append(&mut clear);
        }
    }
    offers
}

struct Heading<'a> {
    code: Option<&'a str>,
    folded: String,
    tokens: BTreeSet<String>,
}

/// A question by all its words.
struct Heard<'a> {
    id: &'a str,
    question: Option<&'a Question>,
    own: Vec<String>,
    others: Vec<String>,
    tokens: Vec<BTreeSet<String>>,
}

impl<'a> Heard<'a> {
    fn new(id: &'a str, question: Option<&'a Question>, vocabulary: &Vocabulary) -> Self {
        let mut own = vec![fold(id)];
        let mut tokens_of = vec![tokens(id)];
        if let Some(question) = question {
            own.extend([fold(&question.label), fold(&question.prompt)]);
            tokens_of.extend([tokens(&question.label), tokens(&question.prompt)]);
        }
        let others = vocabulary.headings(id);
        tokens_of.extend(others.iter().map(|word| tokens(word)));
        Heard {
            id,
            question,
            own,
            others: others.iter().map(|word| fold(word)).collect(),
            tokens: tokens_of,
        }
    }

    fn meets(&self, heading: &Heading) -> Option<(Reason, u32)> {
        if heading.code == Some(self.id) || self.own.contains(&heading.folded) {
            return Some((Reason::SameWords, 100));
        }
        if self.others.contains(&heading.folded) {
            return Some((Reason::Synonym, 100));
        }
        let likeness = self
            .tokens
            .iter()
            .filter(|tokens| !tokens.is_empty())
            .map(|tokens| likeness(tokens, &heading.tokens))
            .max()?;
        (likeness >= LIKE_ENOUGH).then_some((Reason::Similar, likeness))
    }
}

/// Whether most of the cells could be answers of the question's form.
fn holds(question: &Question, vocabulary: &Vocabulary, cells: &[&Cell]) -> bool {
    match question.kind {
        QuestionKind::Text
        | QuestionKind::LongText
        | QuestionKind::Words
        | QuestionKind::Record
        | QuestionKind::Records => true,
        _ => {
            let values = usual_words(&Target::Question(question.id.clone()), vocabulary);
            let fits = fits(question, &values);
            let fitting = cells.iter().filter(|cell| fits(cell)).count();
            cells.is_empty() || fitting * 2 >= cells.len()
        }
    }
}

/// Cells that are options of one question only, several of them different, speak for it whatever the
/// heading is.
fn by_values(column: usize, cells: &[&Cell], questionnaire: &Questionnaire) -> Option<Offer> {
    const DIFFERENT: usize = 3;
    let distinct: BTreeSet<String> = cells.iter().map(|cell| fold(&cell.shown())).collect();
    if distinct.len() < DIFFERENT || distinct.len() > 40 {
        return None;
    }
    let mut fitting = questionnaire.questions.iter().filter(|question| {
        question.retired.is_none()
            && matches!(question.kind, QuestionKind::Single | QuestionKind::Multi)
            && {
                let fits = fits(question, &BTreeMap::new());
                cells.iter().all(|cell| fits(cell))
            }
    });
    match (fitting.next(), fitting.next()) {
        (Some(question), None) => Some(Offer {
            column,
            target: Target::Question(question.id.clone()),
            reason: Reason::Values,
            score: u32::from(Reason::Values.confidence()) * 100,
        }),
        _ => None,
    }
}

/// Without a heading that means the name, the column with most different short texts is it.
fn name_something(targets: &mut [Option<(Target, Reason)>], samples: &[Vec<&Cell>]) {
    const LONGEST: usize = 200;
    let named = targets
        .iter()
        .flatten()
        .any(|(target, _)| *target == Target::Name);
    if named {
        return;
    }
    let different = |cells: &[&Cell]| {
        let texts: BTreeSet<&str> = cells
            .iter()
            .filter_map(|cell| match cell {
                Cell::Text(text) if text.len() <= LONGEST => Some(text.trim()),
                _ => None,
            })
            .collect();
        texts.len()
    };
    let best = samples
        .iter()
        .enumerate()
        .filter(|(place, _)| targets.get(*place).is_some_and(Option::is_none))
        .map(|(place, cells)| (different(cells), std::cmp::Reverse(place)))
        .max();
    if let Some((count, std::cmp::Reverse(place))) = best
        && count > 0
        && let Some(target) = targets.get_mut(place)
    {
        *target = Some((Target::Name, Reason::Values));
    }
}
