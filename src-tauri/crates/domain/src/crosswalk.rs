//! How frameworks lie to each other, read in both directions, and what no requirement covers with where
//! this organisation stands. A link means that evidence may be used again, never that a requirement is
//! met; nothing here changes a legal status.

mod gap;
mod overlap;

pub use gap::{Gap, GapLine, GapStanding, gaps};
pub use overlap::{Crossing, Overlap, OverlapSet, bases, overlap};

use content::{
    Basis, Framework, FrameworkId, Library, Link, Provision, Relation, Requirement, RequirementId,
    Standard,
};

/// One end of a link: a requirement of a standard, or a provision of a law.
#[derive(Debug, Clone, Copy)]
pub enum End<'a> {
    /// A requirement.
    Requirement(&'a Standard, &'a Requirement),
    /// A provision.
    Provision(&'a Framework, &'a Provision),
}

impl<'a> End<'a> {
    /// What an id means; none where content does not know it.
    pub fn of(library: &'a Library, id: &str) -> Option<Self> {
        let standards = library.standards.iter();
        let mut requirements = standards.filter_map(|standard| {
            let requirement = standard.requirement(id)?;
            Some(End::Requirement(standard, requirement))
        });
        let frameworks = library.frameworks.iter();
        let mut provisions =
            frameworks.filter_map(|law| Some(End::Provision(law, law.provision(id)?)));
        requirements.next().or_else(|| provisions.next())
    }

    /// Its id.
    pub fn id(&self) -> &'a RequirementId {
        match self {
            End::Requirement(_, requirement) => &requirement.id,
            End::Provision(_, provision) => &provision.id,
        }
    }

    /// As its framework prints it.
    pub fn reference(&self) -> &'a str {
        match self {
            End::Requirement(_, requirement) => &requirement.reference,
            End::Provision(_, provision) => &provision.reference,
        }
    }

    /// Its short title.
    pub fn title(&self) -> &'a str {
        match self {
            End::Requirement(_, requirement) => &requirement.title,
            End::Provision(_, provision) => &provision.title,
        }
    }

    /// The framework it belongs to.
    pub fn framework(&self) -> &'a FrameworkId {
        match self {
            End::Requirement(standard, _) => &standard.id,
            End::Provision(law, _) => &law.id,
        }
    }
}

/// How far evidence may be used again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reusable {
    /// Strength 1 to 3: related reading.
    Related,
    /// Strength 4 to 6: in part; the missing part is to be added.
    Partly,
    /// Strength 7 to 10: strongly.
    Strongly,
}

impl Reusable {
    /// Every step, the strongest first.
    pub const ALL: [Reusable; 3] = [Reusable::Strongly, Reusable::Partly, Reusable::Related];

    /// That of a strength; none for 0.
    pub fn of(strength: u8) -> Option<Self> {
        Reusable::ALL
            .into_iter()
            .find(|step| strength >= step.least())
    }

    /// The least strength of this step.
    pub fn least(self) -> u8 {
        match self {
            Reusable::Related => 1,
            Reusable::Partly => 4,
            Reusable::Strongly => 7,
        }
    }

    /// The word by which texts and commands name it.
    pub fn code(self) -> &'static str {
        match self {
            Reusable::Related => "related",
            Reusable::Partly => "partly",
            Reusable::Strongly => "strongly",
        }
    }
}

/// One way in which evidence for a requirement may be used again, or be found.
#[derive(Debug, Clone, Copy)]
pub struct Reuse<'a> {
    /// The other end.
    pub other: End<'a>,
    /// How this one lies to the other one.
    pub relation: Relation,
    /// 1 to 10, as judged from the focal framework's side.
    pub strength: u8,
    /// The strength in words.
    pub reusable: Reusable,
    /// Who says so.
    pub basis: Basis,
    /// Whether the link was judged from the other end, so that it is read backwards here.
    pub backwards: bool,
    /// The clause above through which it holds; none where the link is its own.
    pub through: Option<&'a Requirement>,
}

/// Everything linked to a requirement or a provision, its own links first, then those of the clauses above
/// it; in each the strongest first, and otherwise as authored.
pub fn reuse<'a>(library: &'a Library, id: &str) -> Vec<Reuse<'a>> {
    let mut found = linked(library, id, None);
    if let Some(End::Requirement(standard, requirement)) = End::of(library, id) {
        for above in standard.above(requirement) {
            found.extend(linked(library, above.id.as_str(), Some(above)));
        }
    }
    found
}

fn linked<'a>(library: &'a Library, id: &str, through: Option<&'a Requirement>) -> Vec<Reuse<'a>> {
    let one = |link: &'a Link| {
        let to = link.to.as_ref()?;
        let (other, relation, backwards) = if link.from.as_str() == id {
            (to, link.relation, false)
        } else if to.as_str() == id {
            (&link.from, link.relation.inverted(), true)
        } else {
            return None;
        };
        Some(Reuse {
            other: End::of(library, other.as_str())?,
            relation,
            strength: link.strength,
            reusable: Reusable::of(link.strength)?,
            basis: link.basis,
            backwards,
            through,
        })
    };
    let mut found: Vec<Reuse> = library.crosswalk().filter_map(one).collect();
    found.sort_by_key(|reuse| std::cmp::Reverse(reuse.strength));
    found
}

/// One line of a crosswalk between two frameworks.
#[derive(Debug, Clone)]
pub struct Row<'a> {
    /// What is looked at.
    pub end: End<'a>,
    /// What the other framework has for it; empty: nothing.
    pub reuse: Vec<Reuse<'a>>,
}

/// One framework beside another: every requirement that is assessed or linked, every provision that is
/// linked, in reading order. Empty for a framework without either.
pub fn between<'a>(library: &'a Library, one: &str, other: &str) -> Vec<Row<'a>> {
    let row = |end: End<'a>, kept: bool| {
        let mut reuse = reuse(library, end.id().as_str());
        reuse.retain(|reuse| reuse.other.framework().as_str() == other);
        let own = reuse.iter().any(|reuse| reuse.through.is_none());
        (kept || own).then_some(Row { end, reuse })
    };
    if let Some(standard) = library.standard(one) {
        let requirements = standard.requirements.iter();
        return requirements
            .filter_map(|requirement| {
                row(End::Requirement(standard, requirement), requirement.assess)
            })
            .collect();
    }
    let Some(law) = library.framework(one) else {
        return Vec::new();
    };
    let provisions = law.provisions.iter();
    provisions
        .filter_map(|provision| row(End::Provision(law, provision), false))
        .collect()
}

/// Frameworks that a crosswalk meets, in the order in which crosswalks name them: id and title.
pub fn frameworks(library: &Library) -> Vec<(&FrameworkId, &str)> {
    let mut ids: Vec<&FrameworkId> = Vec::new();
    for crosswalk in &library.crosswalks {
        for id in [&crosswalk.focal, &crosswalk.reference] {
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
    }
    let title = |id: &str| {
        let standard = library.standard(id).map(|standard| standard.title.as_str());
        standard.or_else(|| Some(library.framework(id)?.title.as_str()))
    };
    ids.into_iter()
        .map(|id| (id, title(id.as_str()).unwrap_or(id.as_str())))
        .collect()
}
