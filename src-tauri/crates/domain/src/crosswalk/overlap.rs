//! How many requirements of one framework meet which others: counted from the links, nothing estimated.

use super::{End, frameworks, reuse};
use content::{FrameworkId, Library, Requirement, Standard};
use std::collections::{BTreeMap, BTreeSet};

/// The overlap of one framework with the others.
#[derive(Debug, Clone)]
pub struct Overlap<'a> {
    /// The framework whose requirements are counted, each once.
    pub base: &'a Standard,
    /// How many of its requirements are assessed: what everything here adds up to.
    pub total: usize,
    /// The others, in order, with how many requirements meet each.
    pub sets: Vec<OverlapSet<'a>>,
    /// Requirements by exactly which others they meet, the most frequent first; that of none, if there is
    /// any, last.
    pub crossings: Vec<Crossing<'a>>,
}

/// One of the others.
#[derive(Debug, Clone)]
pub struct OverlapSet<'a> {
    /// Its id.
    pub id: &'a FrameworkId,
    /// Its title.
    pub title: &'a str,
    /// How many requirements of the base meet it.
    pub size: usize,
}

/// Requirements that meet exactly these others.
#[derive(Debug, Clone)]
pub struct Crossing<'a> {
    /// Places among the sets, in order; empty: none of them.
    pub sets: Vec<usize>,
    /// The requirements, in reading order.
    pub requirements: Vec<&'a Requirement>,
}

/// Frameworks whose overlap can be counted: those of which every requirement was judged, because links are
/// read from them. Of the others only what somebody met is listed.
pub fn bases(library: &Library) -> Vec<&Standard> {
    let focal = |standard: &&Standard| {
        let mut crosswalks = library.crosswalks.iter();
        crosswalks.any(|crosswalk| crosswalk.focal == standard.id)
    };
    library.standards.iter().filter(focal).collect()
}

/// Counts the overlap of a base, looking at links of this strength or more. None for another framework.
pub fn overlap<'a>(library: &'a Library, base: &str, least: u8) -> Option<Overlap<'a>> {
    let base = bases(library)
        .into_iter()
        .find(|standard| standard.id.as_str() == base)?;
    let mut sets: Vec<OverlapSet> = frameworks(library)
        .into_iter()
        .filter(|(id, _)| **id != base.id)
        .map(|(id, title)| OverlapSet { id, title, size: 0 })
        .collect();
    let mut crossings: BTreeMap<BTreeSet<usize>, Vec<&Requirement>> = BTreeMap::new();
    let mut total = 0;
    for requirement in base.assessed() {
        total += 1;
        let met = reuse(library, requirement.id.as_str());
        let met = met.iter().filter(|reuse| reuse.strength >= least);
        let met: BTreeSet<usize> = met.filter_map(|reuse| place(&sets, reuse.other)).collect();
        for set in &met {
            sets[*set].size += 1;
        }
        crossings.entry(met).or_default().push(requirement);
    }
    let mut crossings: Vec<Crossing> = crossings
        .into_iter()
        .map(|(sets, requirements)| Crossing {
            sets: sets.into_iter().collect(),
            requirements,
        })
        .collect();
    crossings.sort_by_key(|crossing| {
        let many = std::cmp::Reverse(crossing.requirements.len());
        (crossing.sets.is_empty(), many, crossing.sets.clone())
    });
    Some(Overlap {
        base,
        total,
        sets,
        crossings,
    })
}

fn place(sets: &[OverlapSet], end: End) -> Option<usize> {
    sets.iter().position(|set| set.id == end.framework())
}
