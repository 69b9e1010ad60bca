//! `plumb classify`: what the law says of one system, for people and for programs.

mod answers;
mod form;

use super::questions;
use crate::caller::Caller;
use crate::failure::Failure;
use crate::out;
use chrono::{Local, NaiveDate};
use content::{Questionnaire, Texts};
use domain::fact;
use domain::law::{Determination, Engine, Owed};
use std::path::Path;

/// Most open questions a person is shown at once.
const NEXT: usize = 5;

/// Classifies the answers of a file, or of standard input for `-`.
pub fn run(
    caller: &Caller,
    framework: Option<&str>,
    file: &Path,
    on: Option<NaiveDate>,
    as_json: bool,
) -> Result<(), Failure> {
    let (framework, asked) = questions::find(caller, framework.unwrap_or(fact::AI_ACT))?;
    let given = answers::read(caller.texts(), file, asked)?;
    let on = on.unwrap_or_else(|| Local::now().date_naive());
    let engine = Engine::new(framework, asked);
    let found = engine.classify(&given, on);
    if as_json {
        let changes = engine.would_change(&given, on);
        return out::json(&form::form(&found, &changes, engine.content_version()));
    }
    print(caller.texts(), &found, asked);
    Ok(())
}

fn print(texts: &Texts, found: &Determination, asked: &Questionnaire) {
    let say = |key: &str, value: &str| {
        let key = format!("cli.law.{key}");
        out::line(texts.format(&key, &[("value", value)]));
    };
    match (found.headline, found.so_far) {
        (Some(class), _) => say("headline", &class.title),
        (None, Some(class)) => say("so-far", &class.title),
        (None, None) => say("undetermined", ""),
    }
    say("on", &found.on.to_string());
    let list = |key: &str, values: Vec<&str>| {
        if !values.is_empty() {
            say(key, &values.join("; "));
        }
    };
    list(
        "classes",
        found
            .classes
            .iter()
            .map(|class| class.title.as_str())
            .collect(),
    );
    list("points", found.points.clone());
    list(
        "roles",
        found.roles.iter().map(|role| role.title.as_str()).collect(),
    );
    for owed in &found.duties {
        out::line(duty(texts, owed));
    }
    for warning in &found.warnings {
        let values = [
            ("rule", warning.rule.title.as_str()),
            ("date", &warning.from.to_string()),
        ];
        out::line(texts.format("cli.law.warning", &values));
    }
    for rule in &found.advice {
        say("advice", &rule.advice);
    }
    for doubt in found.unsettled.iter().filter(|doubt| doubt.applies) {
        say("unsettled", &doubt.point.title);
    }
    for id in found.open_questions.iter().take(NEXT) {
        let prompt = asked
            .question(id.as_str())
            .map_or("", |question| &question.prompt);
        out::line(texts.format(
            "cli.law.open",
            &[("question", id.as_str()), ("prompt", prompt)],
        ));
    }
    let more = found.open_questions.len().saturating_sub(NEXT);
    if more > 0 {
        out::line(texts.count("cli.law.more-open", more as u64, &[]));
    }
    out::line(&found.framework.caveat);
}

fn duty(texts: &Texts, owed: &Owed) -> String {
    let from = owed.effective.map(|date| date.on.to_string());
    let from = from.unwrap_or_else(|| texts.get("cli.law.no-date").to_owned());
    let values = [
        ("duty", owed.duty.id.as_str()),
        ("title", &owed.duty.title),
        ("role", &owed.role.title),
        ("article", &owed.duty.article),
        ("date", &from),
    ];
    texts.format("cli.law.duty", &values)
}
