//! The Statement of Applicability: as it was signed, or, unsigned, as the file says now.

use super::index::Index;
use crate::error::ReportError;
use chrono::NaiveDate;
use domain::law::{Engine, Knowing};
use domain::soa::{self, Owing, QUESTIONNAIRE, Statement, Version, asked};
use domain::words::Words;
use domain::{Frozen, Record, RecordId, Revision, Value, fact};

/// Signed versions of the statement, the oldest first.
pub fn versions<'d>(index: &Index<'d>) -> Vec<&'d Revision> {
    let organisation = index.dossier.organisation();
    let of = |organisation: &'d Record| {
        index
            .dossier
            .revisions_of(&organisation.id, QUESTIONNAIRE)
            .collect()
    };
    organisation.map_or_else(Vec::new, of)
}

/// The statement as the file says it on a day.
pub fn live(index: &Index<'_>, on: NaiveDate) -> Result<Frozen, ReportError> {
    let (library, dossier) = (index.library, index.dossier);
    let organisation = dossier.organisation();
    let organisation = organisation.ok_or_else(|| ReportError::broken("no organisation"))?;
    let law = library.framework(fact::AI_ACT);
    let law = law.and_then(|law| Some((law, library.questions_of(law)?)));
    let owing = law.map_or_else(Owing::default, |(law, questions)| {
        let (engine, knowing) = (
            Engine::new(law, questions),
            Knowing::new(library, questions),
        );
        Owing::of(&engine, &knowing, dossier, on)
    });
    let name_of = |id: &RecordId| index.record(id).map(|record| record.name.clone());
    let words = Words {
        texts: index.texts,
        name_of: &name_of,
    };
    let said = |question: &str| dossier.value(&organisation.id, question);
    let text = |question: &str| match said(question) {
        Some(Value::Text(text)) => text.clone(),
        _ => String::new(),
    };
    let approver = said(asked::APPROVER).and_then(|value| value.records().first());
    let approver = approver.and_then(name_of).unwrap_or_default();
    let (scope, summary) = (text(asked::SCOPE), text(asked::CHANGES));
    let statement = Statement::of(library, dossier, owing, on);
    let version = Version {
        scope: &scope,
        approver: &approver,
        summary: &summary,
    };
    Ok(soa::freeze(&statement, &words, organisation, &version))
}
