//! What an information security system that exists already may contribute. The crosswalk proposes, a person
//! confirms; nothing of it counts as met.

use super::judgement::value;
use crate::answer::{Answers, Value};
use content::{Library, Link, Relation, Requirement, RequirementId, Standard};

/// The standard whose evidence may be used again.
const NEIGHBOUR: &str = "iso-27001";
/// `multi` with `iso-27001` among its options: which certificates the organisation has.
const CERTIFICATES: &str = "organisation-certificates";

/// Evidence that may be used again for a requirement.
#[derive(Debug, Clone, Copy)]
pub struct Proposal<'n> {
    /// The requirement of the neighbouring standard.
    pub source: &'n Requirement,
    /// The requirement the crosswalk names: the one proposed for, or what it stands under.
    pub over: &'n Requirement,
    /// How much of it is served, 1 to 10: our judgement.
    pub strength: u8,
}

/// Whether the organisation says that it has the neighbouring certificate.
pub fn is_certified(organisation: &Answers) -> bool {
    match value(organisation, CERTIFICATES) {
        Some(Value::Many(certificates)) => certificates.contains(NEIGHBOUR),
        _ => false,
    }
}

/// What may be used again for a requirement, what serves most first.
pub fn proposals<'n>(
    library: &'n Library,
    standard: &'n Standard,
    requirement: &'n Requirement,
) -> Vec<Proposal<'n>> {
    let linked = neighbours(library, standard, requirement, NEIGHBOUR);
    let mut proposed: Vec<Proposal<'n>> = linked
        .filter_map(|(over, link, to)| {
            let source = library.requirement(to.as_str())?;
            let strength = link.strength;
            Some(Proposal {
                source,
                over,
                strength,
            })
        })
        .collect();
    proposed.sort_by_key(|proposal| std::cmp::Reverse(proposal.strength));
    proposed
}

/// Links of a requirement, and of what it stands under, into another framework: the end on this side, the
/// link, the end on the other side.
pub fn neighbours<'n>(
    library: &'n Library,
    standard: &'n Standard,
    requirement: &'n Requirement,
    framework: &'n str,
) -> impl Iterator<Item = (&'n Requirement, &'n Link, &'n RequirementId)> {
    let ends = std::iter::once(requirement).chain(standard.above(requirement));
    ends.flat_map(move |over| {
        let crosswalks = library.crosswalks.iter().filter(move |crosswalk| {
            crosswalk.focal == standard.id && crosswalk.reference.as_str() == framework
        });
        crosswalks
            .flat_map(|crosswalk| &crosswalk.links)
            .filter(move |link| link.from == over.id && link.relation != Relation::None)
            .filter_map(move |link| Some((over, link, link.to.as_ref()?)))
    })
}
