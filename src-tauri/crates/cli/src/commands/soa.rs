//! `plumb soa`: the Statement of Applicability, for people and for programs.

use super::systems::aligned;
use crate::caller::Caller;
use crate::failure::Failure;
use crate::out;
use domain::law::{Engine, Knowing};
use domain::soa::{self, Counts, Owing, Row, Statement, asked};
use domain::{Dossier, RecordId, Truth, Words, fact};
use serde_json::{Value as Json, json};
use std::path::Path;

/// Raised when the JSON form changes in a way that a reader could trip over.
const JSON_FORM: u32 = 1;

/// Prints every line as the file says it now, and which versions are signed.
pub fn run(caller: &Caller, path: &Path, as_json: bool) -> Result<(), Failure> {
    let dossier = caller
        .open(path)?
        .dossier(caller.now())
        .map_err(|error| caller.refused(&error))?;
    let on = caller.now().date_naive();
    let library = caller.library;
    let law = library.framework(fact::AI_ACT);
    let law = law.and_then(|law| Some((law, library.questions_of(law)?)));
    let owing = law.map_or_else(Owing::default, |(law, questions)| {
        let (engine, knowing) = (
            Engine::new(law, questions),
            Knowing::new(library, questions),
        );
        Owing::of(&engine, &knowing, &dossier, on)
    });
    let statement = Statement::of(library, &dossier, owing, on);
    let name_of = |id: &RecordId| dossier.record(id).map(|record| record.name.clone());
    let words = Words {
        texts: caller.texts(),
        name_of: &name_of,
    };
    if as_json {
        out::line(format!("{:#}", json_of(&dossier, &statement, &words)));
    } else {
        print(caller, &statement, &words);
    }
    Ok(())
}

fn json_of(dossier: &Dossier, statement: &Statement<'_>, words: &Words<'_>) -> Json {
    let Counts {
        annex,
        own,
        included,
        excluded,
        undecided,
        unreasoned,
        contradicted,
        by_status: _, // in the lines
    } = statement.counts();
    let organisation = dossier.organisation();
    let versions = organisation
        .into_iter()
        .flat_map(|organisation| dossier.revisions_of(&organisation.id, soa::QUESTIONNAIRE));
    let versions: Vec<Json> = versions
        .map(|version| {
            json!({
                "version": version.number,
                "at": version.at.to_rfc3339(),
                "approved_by": version.signer,
                "function": version.signer_role,
                "changes": version.remark,
                "sha256": version.sha256,
                "stands": version.stands(),
            })
        })
        .collect();
    let rows: Vec<Json> = statement
        .rows
        .iter()
        .map(|row| line(dossier, statement, row, words))
        .collect();
    json!({
        "format": "plumbline.soa",
        "version": JSON_FORM,
        "file_id": dossier.stamp.file_id,
        "event": dossier.stamp.event,
        "standard": soa::STANDARD,
        "on": statement.on.to_string(),
        "counts": {
            "annex": annex, "own": own, "included": included, "excluded": excluded,
            "undecided": undecided, "unreasoned": unreasoned, "contradicted": contradicted,
        },
        "controls": rows,
        "versions": versions,
    })
}

/// One line: facts as ids and ISO dates, records by reference. An auditor's note is no part of it.
fn line(dossier: &Dossier, statement: &Statement<'_>, row: &Row<'_>, words: &Words<'_>) -> Json {
    let reference = |id: Option<&RecordId>| {
        let record = id.and_then(|id| dossier.record(id));
        record.map(|record| record.reference())
    };
    let text = |question: &str| Some(row.text(question)).filter(|text| !text.is_empty());
    let contradictions: Vec<Json> = statement
        .contradictions(row)
        .iter()
        .map(|one| json!({ "code": one.code(), "words": one.words(words) }))
        .collect();
    let suggestions: Vec<Json> = statement
        .proposals(row)
        .iter()
        .map(|one| {
            json!({
                "id": one.id(),
                "decision": one.decision.code(),
                "holds": one.truth == Truth::Yes,
                "reason": one.reason(words),
            })
        })
        .collect();
    json!({
        "id": row.id(),
        "reference": row.reference(),
        "title": row.title(),
        "own": row.control.is_none(),
        "decision": row.decision().map(soa::Decision::code),
        "grounds": row.grounds().map(ToString::to_string).collect::<Vec<_>>(),
        "reason": Some(row.reason()).filter(|reason| !reason.is_empty()),
        "risks": row.risks.iter().map(|risk| risk.reference()).collect::<Vec<_>>(),
        "status": row.status().map(soa::Status::code),
        "how": text(asked::HOW),
        "document": text(asked::DOCUMENT),
        "owner": reference(row.link(asked::OWNER)),
        "evidence": text(asked::EVIDENCE),
        "evidence_on": row.day(asked::EVIDENCE_ON).map(|day| day.to_string()),
        "files": row.files,
        "target": row.day(asked::TARGET).map(|day| day.to_string()),
        "inherited_from": reference(row.link(asked::INHERITED)),
        "contradictions": contradictions,
        "suggestions": suggestions,
    })
}

fn print(caller: &Caller, statement: &Statement<'_>, words: &Words<'_>) {
    let texts = caller.texts();
    let columns = [
        "control",
        "title",
        "decision",
        "status",
        "risks",
        "contradictions",
    ];
    let mut rows = vec![
        columns
            .map(|one| texts.get(&format!("cli.soa.column-{one}")).to_owned())
            .to_vec(),
    ];
    let said = |row: &Row<'_>, question: &str| {
        let value = row.said.get(question).and_then(|answer| answer.value());
        let asked = caller.library.question(question);
        let worded = value
            .zip(asked)
            .map(|(value, asked)| words.value(asked, value));
        worded.unwrap_or_default()
    };
    for row in &statement.rows {
        let contradictions = statement.contradictions(row);
        let contradictions: Vec<String> =
            contradictions.iter().map(|one| one.words(words)).collect();
        rows.push(vec![
            row.reference(),
            row.title().to_owned(),
            said(row, asked::APPLIES),
            said(row, asked::STATUS),
            soa::references(&row.risks),
            contradictions.join("; "),
        ]);
    }
    out::line(aligned(&rows).trim_end());
    let counts = statement.counts();
    let number = |count: usize| texts.number(count as u64);
    out::line(texts.format(
        "cli.soa.counts",
        &[
            ("included", &number(counts.included)),
            ("excluded", &number(counts.excluded)),
            ("undecided", &number(counts.undecided)),
            ("contradicted", &number(counts.contradicted)),
        ],
    ));
}
