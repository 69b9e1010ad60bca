//! Signing a classification, reopening it, comparing revisions, and what changed since.

use super::parts::case;
use crate::counts;
use crate::desk::Desk;
use crate::error::AppError;
use crate::law::Case;
use crate::session::OpenFile;
use crate::show::{self, Names};
use crate::wire::change::Changed;
use crate::wire::classification_revision::{
    ChangedClassification, CompareClassification, DifferenceView, PathStep, ReopenClassification,
    RevisionView, SignClassification,
};
use crate::wire::moment;
use chrono::NaiveDate;
use domain::Rejected;
use domain::frozen::{Difference, Frozen, differences};
use domain::law::freeze;
use domain::revision::{Revision, Signing};

/// Parts of a classification whose change is a change for whoever is bound by it.
const SUBSTANCE: [&str; 6] = [
    "headline", "classes", "points", "roles", "duties", "warnings",
];

pub(super) fn sign(
    desk: &Desk,
    SignClassification {
        record,
        signer,
        signer_role,
        remark,
    }: SignClassification,
) -> Result<Changed<RevisionView>, AppError> {
    let on = desk.outside().today();
    let law = desk.law()?;
    desk.change(|open, actor, now| {
        let case = case(desk, open, &record)?;
        let road = case.road(desk, on)?;
        if !road.open.is_empty() {
            let open = road.open.iter();
            let open = open.filter_map(|id| law.questionnaire.question(id.as_str()));
            let questions = open.map(|question| question.label.clone()).collect();
            return Err(Rejected::StillOpen { questions }.into());
        }
        let headline = law.engine.weigh(&case.facts, on).headline();
        if headline.is_some_and(|class| class.alone) && remark.trim().is_empty() {
            return Err(AppError::OutsideWithoutReason);
        }
        let frozen = frozen(desk, open, &case, on)?;
        let signing = Signing {
            subject: case.record.id.clone(),
            questionnaire: law.questionnaire.id.clone(),
            signer,
            signer_role,
            remark,
            on,
            content_version: law.engine.content_version(),
        };
        let recorded = open.file.sign_off(actor, now, &signing, &frozen)?;
        let view = signed(desk, open, &case)?.ok_or(AppError::Fault)?;
        Ok((view, recorded))
    })
}

pub(super) fn reopen(
    desk: &Desk,
    ReopenClassification { record, reason }: ReopenClassification,
) -> Result<Changed<()>, AppError> {
    let law = desk.law()?;
    desk.change(|open, actor, now| {
        let record = show::record(open, &record)?;
        let questionnaire = &law.questionnaire.id;
        let recorded = open
            .file
            .reopen(actor, now, &record.id, questionnaire, &reason)?;
        Ok(((), recorded))
    })
}

pub(super) fn compare(
    desk: &Desk,
    CompareClassification {
        record,
        before,
        after,
    }: CompareClassification,
) -> Result<Vec<DifferenceView>, AppError> {
    desk.read(|open| {
        let case = case(desk, open, &record)?;
        let all = revisions(desk, open, &case)?;
        let numbered = |number: u32| {
            let found = all.iter().find(|revision| revision.number == number);
            let found = found.ok_or(AppError::Nonsense { what: "revision" })?;
            Ok::<Frozen, AppError>(open.file.frozen(found)?)
        };
        let later = match after {
            Some(after) => numbered(after)?,
            None => frozen(desk, open, &case, desk.outside().today())?,
        };
        let found = differences(&numbered(before)?, &later);
        Ok(found.into_iter().map(difference).collect())
    })
}

/// Signed systems whose outcome is another one with the content and the facts of today.
pub(super) fn changed(desk: &Desk) -> Result<Vec<ChangedClassification>, AppError> {
    counts::changed(desk, || compare_signed(desk))
}

fn compare_signed(desk: &Desk) -> Result<Vec<ChangedClassification>, AppError> {
    let on = desk.outside().today();
    let law = desk.law()?;
    let (mut signed, profile_changed) = desk.read(|open| {
        let organisation = open.file.organisation()?;
        Ok((open.file.revisions(None)?, organisation.changed))
    })?;
    signed.retain(|revision| revision.questionnaire == law.questionnaire.id);
    let mut changed = Vec::new();
    for revision in signed.iter().filter(|one| one.stands()) {
        // One at a time: others may have a look at the file in between.
        let row = desk.read(|open| {
            let record = show::record(open, revision.subject.as_str())?;
            let by_content = revision.content_version != law.engine.content_version();
            let mut dates = law.framework.dates.iter();
            let same = !by_content
                && record.changed <= revision.at
                && profile_changed <= revision.at
                && !dates.any(|date| revision.on < date.on && date.on <= on);
            // What is the same in everything an outcome rests on need not be worked out anew.
            if same || record.retired.is_some() {
                return Ok(None);
            }
            let case = Case::of(desk, open, record)?;
            let now = frozen(desk, open, &case, on)?;
            let all = differences(&open.file.frozen(revision)?, &now);
            let by_facts = all.iter().any(|one| one.group() == "facts");
            let moved = all
                .into_iter()
                .filter(|one| SUBSTANCE.contains(&one.group()));
            let moved: Vec<DifferenceView> = moved.map(difference).collect();
            Ok((!moved.is_empty()).then(|| ChangedClassification {
                revision: revision.number,
                on: revision.on.to_string(),
                by_content,
                by_facts,
                by_day: !by_content && !by_facts,
                differences: moved,
                record: show::link(case.record),
            }))
        })?;
        changed.extend(row);
    }
    Ok(changed)
}

/// How the classification of a system stands on a day, as it would be signed.
fn frozen(desk: &Desk, open: &OpenFile, case: &Case, on: NaiveDate) -> Result<Frozen, AppError> {
    let law = desk.law()?;
    let names = Names::of(&open.file);
    let judged = domain::law::Case {
        system: &case.record,
        answers: &case.given,
        organisation: &case.profile,
        on,
    };
    Ok(names.words(desk, |words| {
        freeze(&law.engine, desk.library(), words, &judged)
    }))
}

/// Signed classifications of a system, oldest first.
pub(super) fn revisions(
    desk: &Desk,
    open: &OpenFile,
    case: &Case,
) -> Result<Vec<Revision>, AppError> {
    let law = desk.law()?;
    let mut all = open.file.revisions(Some(&case.record.id))?;
    all.retain(|revision| revision.questionnaire == law.questionnaire.id);
    Ok(all)
}

/// The revision that is in force, if there is one.
pub(super) fn signed(
    desk: &Desk,
    open: &OpenFile,
    case: &Case,
) -> Result<Option<RevisionView>, AppError> {
    let newest = revisions(desk, open, case)?.pop();
    let standing = newest.filter(Revision::stands);
    standing.map(|revision| view(open, revision)).transpose()
}

pub(crate) fn view(open: &OpenFile, revision: Revision) -> Result<RevisionView, AppError> {
    let headline = open.file.frozen(&revision)?.value(&["headline"]).to_owned();
    let Revision {
        subject: _,       // the system shown
        questionnaire: _, // the law's
        number,
        at,
        signer,
        signer_role,
        remark,
        on,
        content_version,
        sha256,
        event: _, // in the history
        reopened,
    } = revision;
    let (reopened_at, because) = reopened.unzip();
    Ok(RevisionView {
        number,
        headline,
        at: moment(at),
        signer,
        signer_role,
        remark,
        on: on.to_string(),
        content_version,
        sha256,
        reopened_at: reopened_at.map(moment),
        reopened_because: because.unwrap_or_default(),
    })
}

pub(crate) fn difference(one: Difference) -> DifferenceView {
    let Difference {
        path,
        before,
        after,
    } = one;
    let mut steps = path.into_iter();
    DifferenceView {
        group: steps.next().map_or_else(String::new, |step| step.id),
        path: steps
            .map(|step| PathStep {
                id: step.id,
                label: step.label,
            })
            .collect(),
        before,
        after,
    }
}
