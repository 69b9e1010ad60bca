//! Frameworks beside each other: both directions, counted overlap, and what no requirement covers.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/file.rs"]
mod file;
#[path = "support/said.rs"]
mod said;

use content::{Basis, Library, Relation};
use domain::crosswalk::{
    End, Gap, GapStanding, Overlap, Reusable, Reuse, between, frameworks, gaps, overlap, reuse,
};
use domain::law::{Engine, Facts, Knowing};
use domain::{Dossier, fact};
use file::{RANKING, care, day, dossier};
use std::collections::BTreeSet;

fn library() -> &'static Library {
    content::library().expect("shipped content")
}

fn found(id: &str, other: &str) -> Reuse<'static> {
    let all = reuse(library(), id);
    *all.iter()
        .find(|one| one.other.id().as_str() == other)
        .unwrap_or_else(|| panic!("{id} does not meet {other}"))
}

#[test]
fn a_link_is_read_in_both_directions() {
    let forth = found("nist-ai-rmf:GOVERN-2.3", "iso42001:5.1");
    let back = found("iso42001:5.1", "nist-ai-rmf:GOVERN-2.3");
    assert_eq!((forth.relation, forth.backwards), (Relation::Subset, false));
    assert_eq!((back.relation, back.backwards), (Relation::Superset, true));
    assert_eq!((forth.strength, back.strength), (7, 7));
    assert_eq!(back.basis, Basis::ListedJudged);
    let same = found("eu-ai-act:17(1)(m)", "iso42001:5.1");
    assert_eq!(same.relation, Relation::Intersects);
    assert_eq!(same.other.reference(), "5.1");
}

#[test]
fn strength_has_three_words() {
    for (strength, word) in [
        (0, None),
        (1, Some(Reusable::Related)),
        (3, Some(Reusable::Related)),
        (4, Some(Reusable::Partly)),
        (6, Some(Reusable::Partly)),
        (7, Some(Reusable::Strongly)),
        (10, Some(Reusable::Strongly)),
    ] {
        assert_eq!(Reusable::of(strength), word, "{strength}");
    }
    assert_eq!(
        found("iso42001:A.6.2.8", "eu-ai-act:12").reusable,
        Reusable::Strongly
    );
}

#[test]
fn what_is_said_of_a_clause_holds_for_its_parts_and_says_so() {
    let through = found("iso42001:9.2.1", "iso27001:9.2");
    assert_eq!(through.through.unwrap().reference, "9.2");
    let own = found("iso42001:9.2.2", "iso27001:9.2");
    assert_eq!(own.through.unwrap().reference, "9.2");
    assert!(found("iso42001:9.2", "iso27001:9.2").through.is_none());
}

#[test]
fn own_links_come_first_and_the_strongest_of_them() {
    for requirement in library().standard("iso-42001").unwrap().assessed() {
        let all = reuse(library(), requirement.id.as_str());
        let order: Vec<(bool, u8)> = all
            .iter()
            .map(|one| (one.through.is_none(), one.strength))
            .collect();
        let mut sorted = order.clone();
        sorted.sort_by(|one, other| other.cmp(one));
        assert_eq!(order, sorted, "{}", requirement.id);
    }
}

/// Every link of the crosswalk is there from either side, and no other one.
#[test]
fn both_sides_show_the_same_links() {
    let ids: Vec<&str> = frameworks(library())
        .into_iter()
        .map(|(id, _)| id.as_str())
        .collect();
    assert_eq!(ids, ["iso-42001", "eu-ai-act", "iso-27001", "nist-ai-rmf"]);
    let pairs = |one: &str, other: &str, turned: bool| -> BTreeSet<(String, String, u8)> {
        between(library(), one, other)
            .into_iter()
            .flat_map(|row| {
                let own = row.reuse.into_iter().filter(|one| one.through.is_none());
                own.map(move |reuse| {
                    let (from, to) = (row.end.id().to_string(), reuse.other.id().to_string());
                    match turned {
                        true => (to, from, reuse.strength),
                        false => (from, to, reuse.strength),
                    }
                })
                .collect::<Vec<_>>()
            })
            .collect()
    };
    let mut all = 0;
    for crosswalk in &library().crosswalks {
        let (focal, reference) = (crosswalk.focal.as_str(), crosswalk.reference.as_str());
        let forth = pairs(focal, reference, false);
        assert_eq!(forth, pairs(reference, focal, true), "{focal} {reference}");
        let links = crosswalk.links.iter().filter(|link| link.to.is_some());
        assert_eq!(forth.len(), links.count(), "{focal} {reference}");
        all += forth.len();
    }
    assert_eq!(all, 737 - 30, "thirty rows say that nothing answers");
}

/// A requirement that nothing answers still has its line.
#[test]
fn nothing_is_left_out() {
    let rows = between(library(), "iso-42001", "eu-ai-act");
    let of = |id: &str| rows.iter().find(|row| row.end.id().as_str() == id).unwrap();
    assert!(of("iso42001:4.3").reuse.is_empty());
    assert!(matches!(of("iso42001:A.2.4").end, End::Requirement(..)));
    let assessed = library().standard("iso-42001").unwrap().assessed();
    for requirement in assessed {
        of(requirement.id.as_str());
    }
    let provisions = between(library(), "eu-ai-act", "iso-42001");
    assert!(provisions.iter().all(|row| !row.reuse.is_empty()));
}

/// The overlap counted here a second time, from the rows and not from the sets.
fn counted(base: &str, least: u8) -> (Overlap<'static>, Vec<usize>) {
    let overlap = overlap(library(), base, least).unwrap();
    let sizes = overlap
        .sets
        .iter()
        .map(|set| {
            let rows = between(library(), base, set.id.as_str());
            let met = rows.iter().filter(|row| match row.end {
                End::Requirement(_, requirement) => {
                    requirement.assess && row.reuse.iter().any(|one| one.strength >= least)
                }
                End::Provision(..) => false,
            });
            met.count()
        })
        .collect();
    (overlap, sizes)
}

#[test]
fn the_overlap_is_counted() {
    for (base, total) in [("iso-42001", 70), ("nist-ai-rmf", 72)] {
        for least in [1, 4, 7] {
            let (overlap, sizes) = counted(base, least);
            assert_eq!(overlap.total, total);
            let own: Vec<usize> = overlap.sets.iter().map(|set| set.size).collect();
            assert_eq!(own, sizes, "{base} from {least}");
            let mut seen = BTreeSet::new();
            for crossing in &overlap.crossings {
                for requirement in &crossing.requirements {
                    assert!(seen.insert(&requirement.id), "{} twice", requirement.id);
                }
            }
            assert_eq!(seen.len(), total, "each requirement is in one crossing");
            for (place, set) in overlap.sets.iter().enumerate() {
                let crossings = overlap.crossings.iter();
                let inside = crossings.filter(|crossing| crossing.sets.contains(&place));
                let sum: usize = inside.map(|one| one.requirements.len()).sum();
                assert_eq!(sum, set.size, "{base} {}", set.id);
            }
        }
    }
    assert!(
        overlap(library(), "iso-27001", 1).is_none(),
        "only what was met is listed of it"
    );
}

fn gap<'g>(all: &'g [Gap], id: &str) -> &'g Gap<'g, 'g> {
    all.iter().find(|gap| gap.uncovered.id == id).unwrap()
}

fn standing_of(dossier: &Dossier, check: impl Fn(&[Gap])) {
    let library = library();
    let law = library.framework(fact::AI_ACT).unwrap();
    let questions = library.questions_of(law).unwrap();
    let engine = Engine::new(law, questions);
    let facts = Facts::of(dossier, &Knowing::new(library, questions));
    let crosswalk = &library.crosswalks[0];
    let all = gaps(
        library,
        crosswalk,
        &engine,
        dossier,
        &facts,
        day("2026-11-22"),
    );
    assert_eq!(all.len(), 35);
    check(&all);
}

#[test]
fn a_gap_stands_as_the_systems_and_their_duties_stand() {
    standing_of(&dossier(&[&RANKING], &[]), |all| {
        let oversight = gap(all, "X14");
        assert_eq!(oversight.standing, GapStanding::Open);
        assert_eq!(oversight.from, Some(day("2027-12-02")));
        assert_eq!(oversight.lines.len(), 1);
        assert_eq!(oversight.nearest[0].reference(), "7.2");
        assert_eq!(gap(all, "X01").standing, GapStanding::NotOwed);
        assert_eq!(gap(all, "X02").standing, GapStanding::Settled);
        assert_eq!(gap(all, "X07").standing, GapStanding::NotOwed);
        assert_eq!(gap(all, "X34").standing, GapStanding::NotKept);
        assert_eq!(gap(all, "X35").standing, GapStanding::NotKept);
    });
}

#[test]
fn what_was_done_settles_a_gap() {
    let done = care(1, "D-HO", "deployer", &["duty-state = done"]);
    standing_of(&dossier(&[&RANKING], &[done]), |all| {
        let oversight = gap(all, "X14");
        assert_eq!(oversight.standing, GapStanding::Settled);
        assert_eq!(oversight.from, None);
    });
    let under_way = care(1, "D-HO", "deployer", &["duty-state = under-way"]);
    standing_of(&dossier(&[&RANKING], &[under_way]), |all| {
        assert_eq!(gap(all, "X14").standing, GapStanding::Open);
    });
    // One system that has it done does not settle it for another.
    let done = care(1, "D-HO", "deployer", &["duty-state = done"]);
    standing_of(&dossier(&[&RANKING, &RANKING], &[done]), |all| {
        let oversight = gap(all, "X14");
        assert_eq!(oversight.standing, GapStanding::Open);
        assert_eq!(oversight.lines.len(), 2);
    });
}

#[test]
fn an_open_answer_is_never_a_no() {
    standing_of(&dossier(&[&["act-object = system"]], &[]), |all| {
        assert_eq!(gap(all, "X14").standing, GapStanding::Undecided);
        assert_eq!(gap(all, "X14").undecided.len(), 1);
        assert_eq!(gap(all, "X02").standing, GapStanding::Open);
    });
    standing_of(&dossier(&[], &[]), |all| {
        assert_eq!(gap(all, "X14").standing, GapStanding::Undecided);
        assert_eq!(gap(all, "X02").standing, GapStanding::Undecided);
    });
}
