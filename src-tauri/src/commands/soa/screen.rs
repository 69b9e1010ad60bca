//! The table of the statement.

use super::{signing, stated};
use crate::desk::Desk;
use crate::error::AppError;
use crate::session::OpenFile;
use crate::show;
use crate::wire::soa::{NextVersion, SoaContradiction, SoaCounts, SoaRow, SoaScreen, SoaTopic};
use crate::wire::wizard::OptionView;
use content::{Question, RecordKind};
use domain::frozen::Frozen;
use domain::record::Record;
use domain::soa::{Contradiction, Row, Standing, Statement, asked, moved};
use domain::{RecordId, Truth, Value, Words};
use std::collections::BTreeSet;

pub(super) fn screen(desk: &Desk) -> Result<SoaScreen, AppError> {
    desk.read(|open| {
        let versions = signing::revisions(open)?;
        stated(desk, open, |statement, words| {
            let against = Against::newest(open, statement, words)?;
            let rows: Vec<SoaRow> = statement
                .rows
                .iter()
                .map(|row| line(statement, row, &against, words))
                .collect();
            let people = statement.dossier.current(RecordKind::Person);
            Ok(SoaScreen {
                counts: counts(statement, &rows),
                begun: statement.rows.iter().all(|row| row.record.is_some()),
                decisions: options(statement, asked::APPLIES),
                grounds: options(statement, asked::GROUNDS),
                statuses: options(statement, asked::STATUS),
                people: people.map(|person| show::link(person.clone())).collect(),
                next: next(statement, versions.len())?,
                versions: versions
                    .into_iter()
                    .map(|revision| signing::view(open, revision))
                    .collect::<Result<_, _>>()?,
                rows,
            })
        })
    })
}

/// The newest signed version, to hold lines against.
pub(super) struct Against {
    /// Its number, and the lines that say something else today.
    newest: Option<(u32, BTreeSet<String>)>,
}

impl Against {
    pub(super) fn newest(
        open: &OpenFile,
        statement: &Statement<'_>,
        words: &Words<'_>,
    ) -> Result<Against, AppError> {
        let newest = signing::revisions(open)?.pop();
        let newest = newest.map(|revision| {
            let said = signing::said_of(statement)?;
            let today: Frozen = signing::today(statement, words, &said)?;
            let differing = moved(&open.file.frozen(&revision)?, &today).into_iter();
            Ok::<_, AppError>((revision.number, differing.map(|one| one.line).collect()))
        });
        Ok(Against {
            newest: newest.transpose()?,
        })
    }

    /// How a line stands to it.
    pub(super) fn standing(&self, row: &str) -> Standing {
        match &self.newest {
            None => Standing::Unsigned,
            Some((number, differing)) if differing.contains(row) => Standing::Changed(*number),
            Some((number, _)) => Standing::Signed(*number),
        }
    }
}

pub(super) fn line(
    statement: &Statement<'_>,
    row: &Row<'_>,
    against: &Against,
    words: &Words<'_>,
) -> SoaRow {
    let linked = |id: Option<&RecordId>| {
        let record = statement.dossier.record(id?)?;
        Some(show::link(record.clone()))
    };
    let text = |question: &str| row.text(question).to_owned();
    let day = |question: &str| row.day(question).map(|day| day.to_string());
    let standing = against.standing(row.id());
    let trails = statement.trails(row, Some(standing), words);
    let links = trails.iter().flat_map(|trail| &trail.links);
    let decision = row.decision();
    let mut suggests: Vec<String> = Vec::new();
    for proposal in statement.proposals(row) {
        let code = proposal.decision.code();
        let open = proposal.truth == Truth::Yes && decision != Some(proposal.decision);
        if open && !suggests.iter().any(|known| known == code) {
            suggests.push(code.to_owned());
        }
    }
    SoaRow {
        id: row.id().to_owned(),
        record: row.record.map(|record| record.id.to_string()),
        reference: row.reference(),
        title: row.title().to_owned(),
        topic: row.topic.map(|topic| SoaTopic {
            reference: topic.reference.clone(),
            title: topic.title.clone(),
        }),
        decision: decision.map(|decision| decision.code().to_owned()),
        grounds: row.grounds().map(ToString::to_string).collect(),
        reason: row.reason().to_owned(),
        risks: row
            .risks
            .iter()
            .map(|risk| show::link((*risk).clone()))
            .collect(),
        status: row.status().map(|status| status.code().to_owned()),
        how: text(asked::HOW),
        document: text(asked::DOCUMENT),
        owner: linked(row.link(asked::OWNER)),
        evidence: text(asked::EVIDENCE),
        evidence_on: day(asked::EVIDENCE_ON),
        files: row.files,
        target: day(asked::TARGET),
        contradictions: statement
            .contradictions(row)
            .iter()
            .map(|one| contradiction(one, words))
            .collect(),
        suggests,
        broken: links.filter(|link| link.hold.broken().is_some()).count(),
        changed: matches!(standing, Standing::Changed(_)),
    }
}

fn contradiction(one: &Contradiction<'_>, words: &Words<'_>) -> SoaContradiction {
    let records: Vec<&Record> = match one {
        Contradiction::ReliedOn(records) | Contradiction::Doubled(records) => records.clone(),
        Contradiction::DutyLeans(leaning) => {
            let mut systems: Vec<&Record> =
                leaning.iter().flat_map(|one| one.systems.clone()).collect();
            systems.sort_by_key(|record| record.number);
            systems.dedup_by_key(|record| &record.id);
            systems
        }
        _ => Vec::new(),
    };
    SoaContradiction {
        code: one.code().to_owned(),
        words: one.words(words),
        question: one.question().to_owned(),
        bars_signing: one.bars_signing(),
        records: records.into_iter().cloned().map(show::link).collect(),
    }
}

fn counts(statement: &Statement<'_>, rows: &[SoaRow]) -> SoaCounts {
    let domain::soa::Counts {
        annex,
        own,
        included,
        excluded,
        undecided,
        unreasoned,
        contradicted,
        by_status: _, // the table filters by it
    } = statement.counts();
    let that = |fits: fn(&&SoaRow) -> bool| rows.iter().filter(fits).count();
    SoaCounts {
        annex,
        own,
        included,
        excluded,
        undecided,
        unreasoned,
        contradicted,
        suggested: that(|row| !row.suggests.is_empty()),
        broken: that(|row| row.broken > 0),
        changed: that(|row| row.changed),
    }
}

fn options(statement: &Statement<'_>, question: &str) -> Vec<OptionView> {
    let question = statement.library.question(question);
    let options = question.map_or(&[][..], |question: &Question| &question.options);
    options
        .iter()
        .map(|option| OptionView {
            id: option.id.to_string(),
            label: option.label.clone(),
            then: option.then.clone(),
        })
        .collect()
}

/// What the next version would say of itself, from what was said last and from the profile.
fn next(statement: &Statement<'_>, signed: usize) -> Result<NextVersion, AppError> {
    let said = signing::said_of(statement)?;
    let approver = said.approver.as_ref();
    let approver = approver.and_then(|id| statement.dossier.record(id));
    let function = approver.and_then(|person| {
        match statement.dossier.value(&person.id, "person-function")? {
            Value::Text(function) => Some(function.clone()),
            _ => None,
        }
    });
    Ok(NextVersion {
        number: u32::try_from(signed).unwrap_or(u32::MAX).saturating_add(1),
        scope: said.scope,
        function: function.unwrap_or_default(),
        approver: approver.map(|person| show::link(person.clone())),
    })
}
