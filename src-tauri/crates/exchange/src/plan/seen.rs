//! Rows seen so far: which is new, an update, there already, or named twice.

use super::links::{Known, number_elsewhere};
use super::{Counts, Duplicate, OnDuplicate, Plan, PlanOptions, Problem, Trouble, Twin};
use domain::text::{fold, spelling};
use domain::{Draft, Record};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// What earlier rows brought.
#[derive(Default)]
pub(super) struct Seen {
    names: BTreeMap<String, usize>,
    /// Rows by their name as it looks, without marks and punctuation.
    looks: BTreeMap<String, usize>,
    identities: BTreeMap<String, usize>,
}

impl Seen {
    /// Decides whether a row is new, an update, unchanged, or stays out.
    pub(super) fn place(
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
