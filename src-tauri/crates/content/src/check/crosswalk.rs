//! Checks of standards and crosswalks: ids, the tree of requirements, and that every link resolves at
//! both ends.

use super::look::unknown;
use crate::crosswalk::{Crosswalk, Link, Provision, Relation};
use crate::ids::RequirementId;
use crate::load::{AuthoredCrosswalks, AuthoredFramework};
use crate::problem::{Flaw, Problem};
use crate::standard::Standard;
use std::collections::{BTreeMap, BTreeSet};

/// Checks everything that says how frameworks lie to each other.
pub(crate) fn crosswalks(
    authored: &AuthoredCrosswalks,
    frameworks: &[AuthoredFramework],
    problems: &mut Vec<Problem>,
) {
    let mut known = Known::default();
    for framework in frameworks {
        for (file, provision) in &framework.provisions {
            known.provision(framework, file, provision, problems);
        }
    }
    for (file, standard) in &authored.standards {
        known.standard(file, standard, problems);
    }
    for (file, crosswalk) in &authored.crosswalks {
        let resolves = |id: &RequirementId, framework: &str| {
            authored.broken.contains(id.as_str())
                || known.ids.get(id).is_some_and(|owner| owner.0 == framework)
        };
        check(file, crosswalk, frameworks, resolves, problems);
    }
    if let Some((file, risks)) = &authored.risks {
        let mut seen = BTreeSet::new();
        for risk in risks {
            let mut flaw = |what| problems.push(Problem::new(file, &risk.id, what));
            if !crate::ids::is_kebab(&risk.id) {
                flaw(Flaw::MalformedId);
            }
            if !seen.insert(&risk.id) {
                flaw(Flaw::DoubledId {
                    also_in: file.clone(),
                });
            }
            if risk.title.trim().is_empty() {
                flaw(Flaw::Missing("title"));
            }
            for hook in &risk.hooks {
                if !known.ids.contains_key(hook) && !authored.broken.contains(hook.as_str()) {
                    flaw(unknown("requirement", hook.as_str()));
                }
            }
        }
    }
}

/// Ids seen so far: the framework each belongs to, and its file.
#[derive(Default)]
struct Known {
    ids: BTreeMap<RequirementId, (String, String)>,
}

impl Known {
    fn add(
        &mut self,
        id: &RequirementId,
        framework: &str,
        file: &str,
        problems: &mut Vec<Problem>,
    ) {
        let owner = (framework.to_owned(), file.to_owned());
        if let Some((_, also_in)) = self.ids.insert(id.clone(), owner) {
            problems.push(Problem::new(file, id, Flaw::DoubledId { also_in }));
        }
    }

    fn provision(
        &mut self,
        framework: &AuthoredFramework,
        file: &str,
        provision: &Provision,
        problems: &mut Vec<Problem>,
    ) {
        let law = framework.folder.as_str();
        self.add(&provision.id, law, file, problems);
        let mut flaw = |what| problems.push(Problem::new(file, &provision.id, what));
        let bare = provision.reference.trim_start_matches("Art. ");
        if provision.id.as_str() != id(law, bare) {
            flaw(Flaw::MalformedId);
        }
        if provision.title.trim().is_empty() {
            flaw(Flaw::Missing("title"));
        }
        for duty in &provision.duties {
            let there = framework.duties.iter().any(|(_, one)| one.id == *duty);
            if !there && !framework.broken.contains(duty.as_str()) {
                flaw(unknown("duty", duty.as_str()));
            }
        }
    }

    fn standard(&mut self, file: &str, standard: &Standard, problems: &mut Vec<Problem>) {
        let mut flaw = |at: &str, what| problems.push(Problem::new(file, at, what));
        if standard.version == 0 {
            flaw(standard.id.as_str(), Flaw::VersionMissing);
        }
        for (name, words) in [
            ("title", &standard.title),
            ("namespace", &standard.namespace),
            ("licence", &standard.licence),
        ] {
            if words.trim().is_empty() {
                flaw(standard.id.as_str(), Flaw::Missing(name));
            }
        }
        let mut above = BTreeSet::new();
        for requirement in &standard.requirements {
            let mut flaw = |what| problems.push(Problem::new(file, &requirement.id, what));
            if requirement.id.as_str() != id(&standard.namespace, &requirement.reference) {
                flaw(Flaw::MalformedId);
            }
            if requirement.title.trim().is_empty() {
                flaw(Flaw::Missing("title"));
            }
            // What stands above must come first, so that the tree has no circle.
            if let Some(parent) = requirement.parent.as_ref()
                && !above.contains(parent)
            {
                flaw(unknown("requirement", parent.as_str()));
            }
            above.insert(&requirement.id);
            self.add(&requirement.id, standard.id.as_str(), file, problems);
        }
    }
}

fn check(
    file: &str,
    crosswalk: &Crosswalk,
    frameworks: &[AuthoredFramework],
    resolves: impl Fn(&RequirementId, &str) -> bool,
    problems: &mut Vec<Problem>,
) {
    let focal = crosswalk.focal.as_str();
    let reference = crosswalk.reference.as_str();
    let mut flaw = |at: &str, what| problems.push(Problem::new(file, at, what));
    if crosswalk.version == 0 {
        flaw(focal, Flaw::VersionMissing);
    }
    if crosswalk.caveat.trim().is_empty() {
        flaw(focal, Flaw::Missing("caveat"));
    }
    let mut pairs = BTreeSet::new();
    for link in &crosswalk.links {
        let Link {
            from,
            to,
            relation,
            strength,
            basis: _,
        } = link;
        if !resolves(from, focal) {
            flaw(from.as_str(), unknown("requirement", from.as_str()));
        }
        if let Some(to) = to.as_ref().filter(|to| !resolves(to, reference)) {
            flaw(from.as_str(), unknown("requirement", to.as_str()));
        }
        let nothing = *relation == Relation::None;
        if nothing != to.is_none() || nothing != (*strength == 0) || *strength > 10 {
            flaw(from.as_str(), Flaw::LinkAskew);
        }
        if !pairs.insert((from, to)) {
            let also_in = file.to_owned();
            flaw(from.as_str(), Flaw::DoubledId { also_in });
        }
    }
    let law = frameworks
        .iter()
        .find(|framework| framework.folder == reference);
    let mut seen = BTreeSet::new();
    for uncovered in &crosswalk.uncovered {
        let at = uncovered.id.as_str();
        if !crate::ids::is_word(at) {
            flaw(at, Flaw::MalformedId);
        }
        if !seen.insert(at) {
            let also_in = file.to_owned();
            flaw(at, Flaw::DoubledId { also_in });
        }
        for (name, words) in [
            ("title", &uncovered.title),
            ("cite", &uncovered.cite),
            ("who", &uncovered.who),
            ("reason", &uncovered.reason),
        ] {
            if words.trim().is_empty() {
                flaw(at, Flaw::Missing(name));
            }
        }
        for nearest in &uncovered.nearest {
            if !resolves(nearest, focal) {
                flaw(at, unknown("requirement", nearest.as_str()));
            }
        }
        for duty in &uncovered.duties {
            let there = |law: &AuthoredFramework| {
                law.broken.contains(duty.as_str())
                    || law.duties.iter().any(|(_, one)| one.id == *duty)
            };
            if !law.is_some_and(there) {
                flaw(at, unknown("duty", duty.as_str()));
            }
        }
    }
    for beyond in &crosswalk.beyond {
        let at = beyond.requirement.as_str();
        if !resolves(&beyond.requirement, focal) {
            flaw(at, unknown("requirement", at));
        }
        if beyond.reason.trim().is_empty() {
            flaw(at, Flaw::Missing("reason"));
        }
    }
}

/// The id that a reference has.
fn id(namespace: &str, reference: &str) -> String {
    format!("{namespace}:{}", reference.replace(' ', "-"))
}
