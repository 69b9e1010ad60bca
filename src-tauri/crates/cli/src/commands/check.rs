//! `plumb check`: is the file what its log says?

use crate::caller::Caller;
use crate::failure::Failure;
use crate::out;
use std::path::Path;

/// Verifies pages, links and the chain of events; the first break is named.
pub fn run(caller: &Caller, path: &Path) -> Result<(), Failure> {
    let texts = caller.texts();
    let key = caller.key_of(path)?;
    let report = store::check(path, &key).map_err(|error| caller.refused(&error))?;
    if report.sound() {
        out::line(texts.format(
            "cli.done.sound",
            &[
                ("file", &path.display().to_string()),
                ("events", &texts.number(report.events)),
                ("head", &report.head),
            ],
        ));
        return Ok(());
    }
    let findings: Vec<String> = report
        .findings
        .iter()
        .map(|finding| texts.say(&finding.wording()))
        .collect();
    Err(Failure::refused(findings.join("\n       ")))
}
