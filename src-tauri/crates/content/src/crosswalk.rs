//! Which requirements of two frameworks deal with the same matter, from
//! `assets/mappings/crosswalk/<focal>--<reference>.toml`. A link means that evidence may be used again,
//! never that a requirement is met; no link changes a legal status.

use crate::ids::{DutyId, FrameworkId, RequirementId};
use chrono::NaiveDate;
use serde::Deserialize;

/// The crosswalk between two frameworks.
#[derive(Debug, Clone)]
pub struct Crosswalk {
    /// Links are read from this one.
    pub focal: FrameworkId,
    /// To this one.
    pub reference: FrameworkId,
    /// Raised by one with every change of content.
    pub version: u32,
    /// The day the content was last checked.
    pub as_of: NaiveDate,
    /// Who says so, and how far it carries.
    pub caveat: String,
    /// The links, in the order of the focal framework.
    pub links: Vec<Link>,
    /// Duties of the reference that no requirement of the focal covers.
    pub uncovered: Vec<Uncovered>,
    /// Requirements of the focal that the reference does not ask for.
    pub beyond: Vec<Beyond>,
}

/// One link.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// A requirement of the focal framework.
    pub from: RequirementId,
    /// One of the reference, or a provision of it; none with [`Relation::None`] only.
    #[serde(default)]
    pub to: Option<RequirementId>,
    /// How the two lie to each other, read from the first to the second.
    pub relation: Relation,
    /// How much of the first is served by evidence for the second, 1 to 10; 0 with [`Relation::None`] only.
    pub strength: u8,
    /// Who says so.
    pub basis: Basis,
}

/// How two requirements lie to each other (after NIST IR 8477).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Relation {
    /// They ask for the same.
    Equal,
    /// The first lies inside the second.
    Subset,
    /// The first holds the second.
    Superset,
    /// They share something.
    Intersects,
    /// Nothing answers it.
    None,
}

impl Relation {
    /// The word as written.
    pub fn code(self) -> &'static str {
        match self {
            Relation::Equal => "equal",
            Relation::Subset => "subset",
            Relation::Superset => "superset",
            Relation::Intersects => "intersects",
            Relation::None => "none",
        }
    }

    /// The same read from the second to the first.
    pub fn inverted(self) -> Relation {
        match self {
            Relation::Subset => Relation::Superset,
            Relation::Superset => Relation::Subset,
            same => same,
        }
    }
}

/// Who says that two requirements are linked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// Our judgement.
    Own,
    /// NIST names the pair as a main one; relation and strength are our judgement.
    ListedJudged,
    /// NIST names the pair besides; all of these have the same low strength.
    Listed,
}

impl Basis {
    /// The word as written.
    pub fn code(self) -> &'static str {
        match self {
            Basis::Own => "own",
            Basis::ListedJudged => "listed-judged",
            Basis::Listed => "listed",
        }
    }
}

/// A duty of the law that no requirement covers: meeting every control would leave it unmet.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Uncovered {
    /// E.g. `X01`, never renamed.
    pub id: String,
    /// A short name.
    pub title: String,
    /// Where it stands.
    pub cite: String,
    /// Whom it binds, in words.
    pub who: String,
    /// Where related evidence may sit; may be empty.
    pub nearest: Vec<RequirementId>,
    /// Why that does not cover it.
    pub reason: String,
    /// The duties of the law's register that show where an organisation stands.
    pub duties: Vec<DutyId>,
    /// Whether classifying a system is what settles it.
    #[serde(default)]
    pub by_classification: bool,
}

/// A requirement that the law does not ask for: good practice, never a legal duty.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Beyond {
    /// The requirement.
    pub requirement: RequirementId,
    /// How much of it.
    pub extent: Extent,
    /// Why.
    pub reason: String,
}

/// How much of a requirement is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Extent {
    /// The whole of it.
    All,
    /// Most of it.
    Most,
    /// A part of it.
    Part,
}

impl Extent {
    /// The word as written.
    pub fn code(self) -> &'static str {
        match self {
            Extent::All => "all",
            Extent::Most => "most",
            Extent::Part => "part",
        }
    }
}

/// A provision of a law that crosswalks meet.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Provision {
    /// Framework and provision, e.g. `eu-ai-act:17(1)(a)`; a blank is a hyphen.
    pub id: RequirementId,
    /// As it is cited, e.g. `Art. 17(1)(a)`.
    pub reference: String,
    /// A short name in our own words.
    pub title: String,
    /// The duties of the register that lean on it; none for a definition, a right of others, or what is
    /// voluntary.
    pub duties: Vec<DutyId>,
}

/// One of the risks of generative AI that a profile names, with where each framework deals with it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GenerativeRisk {
    /// Lower-kebab, never renamed.
    pub id: String,
    /// A short name in our own words.
    pub title: String,
    /// Requirements and provisions to look at.
    pub hooks: Vec<RequirementId>,
    /// What one must know besides; may be empty.
    #[serde(default)]
    pub note: String,
}
