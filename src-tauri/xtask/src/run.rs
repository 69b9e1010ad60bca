//! `cargo xtask run`: from a clone to the open app, on the sample organisation.

use crate::machine::{Purpose, prepare};
use crate::step::{ask, cargo, program, run as go, say};
use crate::{Outcome, place};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

/// Builds, makes the sample and its reports, opens the app on it.
pub fn run() -> Outcome {
    prepare(Purpose::Build)?;
    let start = Instant::now();
    say("building Plumbline (the first time takes some minutes)");
    go(&mut cargo(&[
        "build",
        "--package",
        "plumbline",
        "--package",
        "cli",
    ]))?;
    println!("built in {:.0} s", start.elapsed().as_secs_f64());

    let out = place::root().join("out");
    fs::create_dir_all(&out).map_err(|error| format!("{}: {error}.", out.display()))?;
    let file = out.join("veldkamp.aims");
    sample(&file)?;
    let reports = reports(&file, &out)?;

    say("ready");
    println!(
        "client file  {} (the sample organisation, not encrypted)",
        place::short(&file)
    );
    for report in &reports {
        println!("report       {}", place::short(report));
    }
    open(&file)
}

/// The sample organisation's file; one that is there already is kept as it is.
fn sample(file: &Path) -> Outcome {
    if file.exists() {
        say(&format!(
            "{} is there already and is kept",
            place::short(file)
        ));
        return Ok(());
    }
    say("making the sample organisation's file");
    go(plumb(&["sample"]).arg(file).arg("--unencrypted"))
}

/// What is reported of the whole organisation, and per AI system its record and its classification.
fn reports(file: &Path, out: &Path) -> Outcome<Vec<PathBuf>> {
    say("printing its reports");
    let systems = ask(plumb(&["systems"]).arg(file).arg("--json"))?;
    let systems = references(&systems);
    if systems.is_empty() {
        return Err(format!(
            "{} holds no AI system to report on.",
            file.display()
        ));
    }
    let mut wanted: Vec<(Vec<&str>, String)> =
        ["inventory", "duties", "risks", "soa", "gaps", "crosswalk"]
            .map(|kind| (vec![kind], format!("{kind}.pdf")))
            .into();
    for reference in &systems {
        for kind in ["system", "classification"] {
            let words = vec![kind, "--system", reference];
            wanted.push((words, format!("{kind}-{reference}.pdf")));
        }
    }
    let mut made = Vec::new();
    for (index, (words, name)) in wanted.iter().enumerate() {
        let path = out.join(name);
        print_report(file, words, &path, index + 1, wanted.len())?;
        made.push(path);
    }
    Ok(made)
}

fn print_report(file: &Path, kind: &[&str], path: &Path, nth: usize, of: usize) -> Outcome {
    println!("{nth}/{of} {}", place::short(path));
    // What was printed before is of an older state of the file.
    let _ = fs::remove_file(path);
    go(plumb(&["report"]).arg(file).args(kind).arg("-o").arg(path))
}

fn plumb(arguments: &[&str]) -> Command {
    program(place::built("debug", "plumb"), arguments)
}

/// The references of AI systems in the documented output of `plumb systems --json`. Linked people and
/// vendors have references too, with other letters; none has a character that JSON would escape.
fn references(json: &str) -> Vec<String> {
    json.split("\"reference\"")
        .skip(1)
        .filter_map(|rest| {
            let value = rest.trim_start().strip_prefix(':')?.trim_start();
            value.strip_prefix('"')?.split('"').next()
        })
        .filter(|reference| reference.starts_with("AI-"))
        .map(str::to_owned)
        .collect()
}

fn open(file: &Path) -> Outcome {
    if !has_display() {
        println!(
            "\nThere is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so the app is not opened. \
             The client file and the reports above are complete; `plumb` works on them too."
        );
        return Ok(());
    }
    say("opening the app; this command ends when its window is closed");
    go(program(place::built("debug", "plumbline"), &[])
        .arg(file)
        .stdin(Stdio::null()))
}

fn has_display() -> bool {
    let set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

#[cfg(test)]
mod tests {
    use super::references;

    #[test]
    fn references_are_read_in_order_however_the_json_is_set() {
        let compact =
            r#"[{"owner":[{"reference":"PER-004"}],"reference":"AI-001"},{"reference":"AI-012"}]"#;
        assert_eq!(references(compact), ["AI-001", "AI-012"]);
        let pretty = "[\n  {\n    \"reference\": \"AI-001\"\n  },\n  {\n    \"reference\" : \"AI-002\"\n  }\n]";
        assert_eq!(references(pretty), ["AI-001", "AI-002"]);
        assert!(references("[]").is_empty());
    }
}
