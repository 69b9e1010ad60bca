//! Accessibility of what is on the screen, judged by axe-core.

use crate::app::App;
use crate::failure::{Failure, Step, holds};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

/// Rules up to WCAG 2.2 AA and the good practices axe-core adds.
const TAGS: [&str; 6] = [
    "wcag2a",
    "wcag2aa",
    "wcag21a",
    "wcag21aa",
    "wcag22aa",
    "best-practice",
];

const RUN: &str = "const done = arguments[arguments.length - 1];\
    axe.run(document, { runOnly: arguments[0], resultTypes: ['violations'] })\
       .then((result) => done({ rules: result.passes.length, violations: result.violations }),\
             (error) => done({ error: String(error) }));";

impl App {
    /// Fails, with every place and reason, unless axe-core finds nothing to object to.
    pub async fn accessible(&self, screen: &str) -> Step<()> {
        let loaded = self
            .client()
            .execute("return typeof axe === 'object'", vec![])
            .await?;
        if loaded != Value::Bool(true) {
            self.client().execute(&source()?, vec![]).await?;
        }
        let result = self.client().execute_async(RUN, vec![json!(TAGS)]).await?;
        if let Some(error) = result["error"].as_str() {
            return Err(Failure::Wrong(format!(
                "axe-core could not look at {screen}: {error}"
            )));
        }
        holds(
            result["rules"].as_u64().unwrap_or_default() > 0,
            format!("axe-core looked at {screen} and judged nothing"),
        )?;
        let violations = result["violations"].as_array().cloned().unwrap_or_default();
        holds(
            violations.is_empty(),
            format!(
                "{screen}: {}",
                violations
                    .iter()
                    .map(describe)
                    .collect::<Vec<_>>()
                    .join("\n")
            ),
        )
    }
}

/// One violation: the rule, then each element with what is wrong.
fn describe(violation: &Value) -> String {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let mut lines = format!("{} ({})", text(&violation["help"]), text(&violation["id"]));
    for node in violation["nodes"].as_array().into_iter().flatten() {
        let why = text(&node["failureSummary"]).replace('\n', " ");
        lines.push_str(&format!("\n  {}\n    {why}", text(&node["html"])));
    }
    lines
}

/// The text of axe-core, which `npm ci` in `tests/ui` lays down.
fn source() -> Step<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/node_modules/axe-core/axe.min.js");
    fs::read_to_string(&path).map_err(|error| Failure::Missing {
        program: "axe-core".into(),
        why: format!("{error}: run `npm ci` in tests/ui"),
    })
}
