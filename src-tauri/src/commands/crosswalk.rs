//! Frameworks beside each other, their overlap, and what no requirement covers with where we stand.

use super::command;
use crate::desk::Desk;
use crate::error::AppError;
use crate::show;
use crate::wire::crosswalk::{
    BeyondView, CompareFrameworks, ComparisonRow, CountOverlap, FrameworkComparison,
    FrameworkHooks, FrameworkName, GapLine, GapStanding, GapStandingCount, GenerativeRiskView,
    LegalGap, LegalGaps, OverlapCrossing, OverlapSet, OverlapView, RequirementView, Reusable,
    ReusableCount, ReuseView,
};
use content::{Crosswalk, FrameworkId, GenerativeRisk, Library, RecordKind, Requirement};
use domain::crosswalk::{self, End, Gap, Reuse, bases, between, frameworks, gaps};
use domain::fact;
use domain::law::Facts;
use reports::chart;
use reports::report::crosswalk::picture;

/// Width of the picture in the window, in its own units.
const WIDE: f32 = 620.0;

fn compare(
    desk: &Desk,
    CompareFrameworks { one, other }: CompareFrameworks,
) -> Result<FrameworkComparison, AppError> {
    let library = desk.library();
    let nonsense = || AppError::Nonsense { what: "framework" };
    let joins = |crosswalk: &&Crosswalk| {
        let ends = (crosswalk.focal.as_str(), crosswalk.reference.as_str());
        ends == (&one, &other) || ends == (&other, &one)
    };
    let crosswalk = library.crosswalks.iter().find(joins);
    let crosswalk = crosswalk.ok_or_else(nonsense)?;
    let rows = between(library, &one, &other);
    let strongest = |row: &crosswalk::Row| {
        let steps = row.reuse.iter().map(|reuse| reuse.reusable);
        steps.max()
    };
    let steps = crosswalk::Reusable::ALL.into_iter().map(Some);
    let counts = steps.chain([None]).map(|step| ReusableCount {
        reusable: step.map(reusable),
        rows: rows.iter().filter(|row| strongest(row) == step).count(),
    });
    Ok(FrameworkComparison {
        frameworks: names(library),
        caveat: crosswalk.caveat.clone(),
        as_of: crosswalk.as_of.to_string(),
        counts: counts.collect(),
        rows: rows
            .into_iter()
            .map(|row| ComparisonRow {
                requirement: end(row.end),
                reuse: row.reuse.into_iter().map(link).collect(),
            })
            .collect(),
    })
}

fn names(library: &Library) -> Vec<FrameworkName> {
    let bases = bases(library);
    let counted = |id: &FrameworkId| bases.iter().any(|base| base.id == *id);
    let beside = |id: &FrameworkId| {
        let ends = library.crosswalks.iter();
        let ends = ends.map(|crosswalk| (&crosswalk.focal, &crosswalk.reference));
        let others = ends.filter_map(|(focal, reference)| match id {
            one if one == focal => Some(reference),
            one if one == reference => Some(focal),
            _ => None,
        });
        others.map(ToString::to_string).collect()
    };
    frameworks(library)
        .into_iter()
        .map(|(id, title)| FrameworkName {
            id: id.to_string(),
            title: title.to_owned(),
            beside: beside(id),
            counted: counted(id),
        })
        .collect()
}

fn end(end: End) -> RequirementView {
    RequirementView {
        id: end.id().to_string(),
        reference: end.reference().to_owned(),
        title: end.title().to_owned(),
    }
}

fn requirement(requirement: &Requirement) -> RequirementView {
    RequirementView {
        id: requirement.id.to_string(),
        reference: requirement.reference.clone(),
        title: requirement.title.clone(),
    }
}

fn reusable(step: crosswalk::Reusable) -> Reusable {
    match step {
        crosswalk::Reusable::Strongly => Reusable::Strongly,
        crosswalk::Reusable::Partly => Reusable::Partly,
        crosswalk::Reusable::Related => Reusable::Related,
    }
}

fn link(
    Reuse {
        other,
        relation,
        strength,
        reusable: step,
        basis,
        backwards,
        through,
    }: Reuse,
) -> ReuseView {
    ReuseView {
        other: end(other),
        relation: relation.code().to_owned(),
        strength,
        reusable: reusable(step),
        basis: basis.code().to_owned(),
        backwards,
        through: through.map_or_else(String::new, |above| above.reference.clone()),
    }
}

fn overlap(
    desk: &Desk,
    CountOverlap { base, least }: CountOverlap,
) -> Result<OverlapView, AppError> {
    let counted = crosswalk::overlap(desk.library(), &base, least);
    let counted = counted.ok_or(AppError::Nonsense { what: "framework" })?;
    let title = counted.base.title.clone();
    let upset = picture(desk.texts(), &counted, title);
    Ok(OverlapView {
        picture: chart::upset(&upset, WIDE).into(),
        total: counted.total,
        sets: counted
            .sets
            .iter()
            .map(|set| OverlapSet {
                id: set.id.to_string(),
                title: set.title.to_owned(),
                size: set.size,
            })
            .collect(),
        crossings: counted
            .crossings
            .into_iter()
            .map(|crossing| OverlapCrossing {
                sets: crossing.sets,
                requirements: crossing.requirements.into_iter().map(requirement).collect(),
            })
            .collect(),
    })
}

fn uncovered(desk: &Desk) -> Result<LegalGaps, AppError> {
    let (library, law) = (desk.library(), desk.law()?);
    let to_the_law = |crosswalk: &&Crosswalk| {
        crosswalk.reference.as_str() == fact::AI_ACT && !crosswalk.uncovered.is_empty()
    };
    let crosswalk = library.crosswalks.iter().find(to_the_law);
    let crosswalk = crosswalk.ok_or(AppError::Nonsense { what: "crosswalk" })?;
    let dossier = desk.read(|open| Ok(open.file.dossier(desk.outside().now())?))?;
    let facts = Facts::of(&dossier, &law.knowing);
    let on = desk.outside().today();
    let all = gaps(library, crosswalk, &law.engine, &dossier, &facts, on);
    let standings = crosswalk::GapStanding::ALL.into_iter();
    let standings = standings.map(|wanted| GapStandingCount {
        standing: standing(wanted),
        gaps: all.iter().filter(|gap| gap.standing == wanted).count(),
    });
    let beyond = crosswalk.beyond.iter().filter_map(|beyond| {
        Some(BeyondView {
            requirement: requirement(library.requirement(beyond.requirement.as_str())?),
            extent: beyond.extent.code().to_owned(),
            reason: beyond.reason.clone(),
        })
    });
    let risks = library.generative_risks.iter();
    Ok(LegalGaps {
        standings: standings.collect(),
        gaps: all
            .into_iter()
            .map(|one| gap(desk, one))
            .collect::<Result<_, _>>()?,
        beyond: beyond.collect(),
        generative: risks.map(|risk| generative(library, risk)).collect(),
        caveat: crosswalk.caveat.clone(),
        systems: dossier.current(RecordKind::System).count(),
    })
}

fn standing(standing: crosswalk::GapStanding) -> GapStanding {
    match standing {
        crosswalk::GapStanding::Open => GapStanding::Open,
        crosswalk::GapStanding::Undecided => GapStanding::Undecided,
        crosswalk::GapStanding::Settled => GapStanding::Settled,
        crosswalk::GapStanding::NotOwed => GapStanding::NotOwed,
        crosswalk::GapStanding::NotKept => GapStanding::NotKept,
    }
}

fn gap(
    desk: &Desk,
    Gap {
        uncovered,
        nearest,
        standing: stands,
        lines,
        undecided,
        from,
    }: Gap,
) -> Result<LegalGap, AppError> {
    let framework = desk.law()?.framework;
    Ok(LegalGap {
        id: uncovered.id.clone(),
        title: uncovered.title.clone(),
        cite: uncovered.cite.clone(),
        who: uncovered.who.clone(),
        nearest: nearest.into_iter().map(end).collect(),
        reason: uncovered.reason.clone(),
        standing: standing(stands),
        from: from.map(|day| day.to_string()),
        lines: lines
            .into_iter()
            .map(|line| {
                let duty = framework.duty(&line.duty.into());
                let role = framework.role(&line.role.into());
                GapLine {
                    system: show::link(line.system.clone()),
                    duty: line.duty.to_owned(),
                    title: duty.map_or_else(|| line.duty.to_owned(), |duty| duty.title.clone()),
                    role: role.map_or_else(|| line.role.to_owned(), |role| role.title.clone()),
                    from: line.from.map(|day| day.to_string()),
                    state: line.state.code().to_owned(),
                }
            })
            .collect(),
        undecided: undecided
            .into_iter()
            .map(|system| show::link(system.clone()))
            .collect(),
    })
}

fn generative(library: &Library, risk: &GenerativeRisk) -> GenerativeRiskView {
    let ends: Vec<End> = risk
        .hooks
        .iter()
        .filter_map(|hook| End::of(library, hook.as_str()))
        .collect();
    let hooks = frameworks(library).into_iter().filter_map(|(id, title)| {
        let own = ends.iter().filter(|end| end.framework() == id);
        let requirements: Vec<RequirementView> = own.map(|own| end(*own)).collect();
        (!requirements.is_empty()).then(|| FrameworkHooks {
            framework: title.to_owned(),
            requirements,
        })
    });
    GenerativeRiskView {
        id: risk.id.clone(),
        title: risk.title.clone(),
        note: risk.note.clone(),
        hooks: hooks.collect(),
    }
}

command! {
    /// One framework beside another.
    compare_frameworks(CompareFrameworks) -> FrameworkComparison = compare
}
command! {
    /// The overlap of one framework with the others, counted.
    count_overlap(CountOverlap) -> OverlapView = overlap
}
command! {
    /// Duties that no requirement covers, with where we stand.
    legal_gaps() -> LegalGaps = uncovered
}
