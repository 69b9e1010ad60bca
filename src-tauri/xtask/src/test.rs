//! `cargo xtask test`: everything that can be judged without a person.

use crate::machine::{Purpose, prepare, require_node};
use crate::step::{cargo, npm, say, watch, words};
use crate::table::table;
use crate::tally::{Tally, of_cargo, of_node};
use crate::{Outcome, place};
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

/// Roads through the real window all live in this module, so that they can be told from the rest
/// without building anything twice.
const WINDOW: &str = "window::";

/// Each road has a display, a session and an app of its own, and waits for them most of the time.
const ROADS_AT_ONCE: &str = "4";

/// How the test cases of a step are found.
#[derive(Clone, Copy)]
enum Count {
    /// The step is one check.
    Whole,
    /// By cargo's test runner.
    Cargo,
    /// By Node's test runner.
    Node,
}

/// One step and how it went.
struct Report {
    name: &'static str,
    tally: Tally,
    took: Duration,
    /// Why it failed, or what was left out.
    remark: String,
}

/// Runs every step, whatever the others say, and ends with the sum. What does not need the same
/// processor, lock or folder runs side by side: much of it waits, for a disk, a window, a moment.
pub fn test() -> Outcome {
    let start = Instant::now();
    let mut reports = vec![prerequisites()];
    if reports[0].tally.failed > 0 {
        // Everything else would only fail in a longer way.
        return sum_up(&reports, start.elapsed());
    }
    let (interface, rust) = beside(interface, rust);
    reports.extend(interface);
    reports.extend(rust);
    sum_up(&reports, start.elapsed())
}

/// Two lines of steps at the same time.
fn beside(
    one: impl FnOnce() -> Vec<Report> + Send,
    other: impl FnOnce() -> Vec<Report>,
) -> (Vec<Report>, Vec<Report>) {
    let start = Instant::now();
    std::thread::scope(|scope| {
        let one = scope.spawn(one);
        let other = other();
        let gave_up = |_| {
            let why = "gave up before its end".to_owned();
            vec![whole("a step beside others", start, Err(why))]
        };
        (one.join().unwrap_or_else(gave_up), other)
    })
}

fn interface() -> Vec<Report> {
    vec![
        packages_from_npm(),
        step(
            "types of the interface",
            Count::Whole,
            npm(&ui(), &["run", "check"]),
        ),
        step("tests of the interface", Count::Node, npm(&ui(), &["test"])),
    ]
}

fn rust() -> Vec<Report> {
    // A change that is not formatted is the cheapest to find, so it comes first; lints come last, as
    // they share no compiled code with the tests.
    let mut reports = vec![step(
        "format",
        Count::Whole,
        cargo(&["fmt", "--all", "--", "--check"]),
    )];
    // Everything at once: the app, the command line and all tests, with one set of features.
    reports.push(step(
        "build",
        Count::Whole,
        cargo(&["build", "--workspace", "--bins", "--tests"]),
    ));
    let (window, crates) = beside(|| vec![roads()], || vec![crates()]);
    reports.extend(crates);
    reports.extend(window);
    reports.push(step(
        "lints",
        Count::Whole,
        cargo(&[
            "clippy",
            "--workspace",
            "--all-targets",
            "--",
            "--deny",
            "warnings",
        ]),
    ));
    reports
}

fn crates() -> Report {
    step(
        "tests of the crates",
        Count::Cargo,
        cargo(&[
            "test",
            "--workspace",
            "--no-fail-fast",
            "--",
            "--skip",
            WINDOW,
        ]),
    )
}

fn roads() -> Report {
    step(
        "the app in a real window",
        Count::Cargo,
        cargo(&[
            "test",
            "--workspace",
            "--no-fail-fast",
            "--test",
            "e2e",
            "--",
            "--test-threads",
            ROADS_AT_ONCE,
            WINDOW,
        ]),
    )
}

fn ui() -> std::path::PathBuf {
    place::root().join("tests/ui")
}

fn prerequisites() -> Report {
    let start = Instant::now();
    let outcome = prepare(Purpose::Test).and_then(|()| require_node());
    whole("prerequisites", start, outcome)
}

/// `npm ci`, unless what is laid down is what the lock file asks for.
fn packages_from_npm() -> Report {
    let start = Instant::now();
    whole("packages from npm", start, install(&ui(), "ci"))
}

/// Lays down the packages of `folder/package-lock.json`: all of them (`ci`), or those this machine can
/// get (`install`), where the rest are for other systems.
pub fn install(folder: &Path, verb: &str) -> Outcome {
    let lock = fs::read_to_string(folder.join("package-lock.json")).map_err(|error| {
        format!(
            "{}: {error}.",
            place::short(&folder.join("package-lock.json"))
        )
    })?;
    let stamp = folder.join("node_modules/.laid-down");
    if fs::read_to_string(&stamp).is_ok_and(|laid_down| laid_down == lock) {
        return Ok(());
    }
    say("packages from npm");
    crate::step::run(&mut npm(folder, &[verb, "--no-audit", "--no-fund"]))?;
    fs::write(&stamp, lock).map_err(|error| format!("{}: {error}.", stamp.display()))
}

/// A step that either holds or does not.
fn whole(name: &'static str, start: Instant, outcome: Outcome) -> Report {
    Report {
        name,
        tally: Tally {
            passed: usize::from(outcome.is_ok()),
            failed: usize::from(outcome.is_err()),
            skipped: 0,
        },
        took: start.elapsed(),
        remark: outcome.err().unwrap_or_default(),
    }
}

fn step(name: &'static str, count: Count, mut command: Command) -> Report {
    say(&format!("{name}: {}", words(&command)));
    let start = Instant::now();
    let done = match watch(&format!("{name} | "), &mut command) {
        Ok(done) => done,
        Err(why) => return whole(name, start, Err(why)),
    };
    let ended_well = done.status.success();
    let tally = match count {
        Count::Whole => {
            let outcome = if ended_well {
                Ok(())
            } else {
                Err(format!("{} ended with {}", words(&command), done.status))
            };
            return whole(name, start, outcome);
        }
        Count::Cargo => of_cargo(&done.text),
        Count::Node => of_node(&done.text),
    };
    let (tally, remark) = judge(tally, ended_well, &done.status.to_string());
    Report {
        name,
        tally,
        took: done.took,
        remark,
    }
}

/// A runner that failed without naming a test, or that found no test at all, is a failure too.
fn judge(mut tally: Tally, ended_well: bool, status: &str) -> (Tally, String) {
    let mut remark = String::new();
    if !ended_well && tally.failed == 0 {
        tally.failed = 1;
        remark = format!("did not come to its end: {status}");
    } else if tally.passed + tally.failed == 0 {
        tally.failed = 1;
        remark = "found no test to run".into();
    } else if tally.failed > 0 {
        remark = "see above for what failed".into();
    } else if tally.skipped > 0 {
        remark = format!("{} left out by their own word", tally.skipped);
    }
    (tally, remark)
}

/// As much of a remark as a table can hold; all of it stands above the table.
fn first_words(remark: &str) -> String {
    remark
        .lines()
        .next()
        .unwrap_or_default()
        .chars()
        .take(60)
        .collect()
}

fn sum_up(reports: &[Report], took: Duration) -> Outcome {
    let mut sum = Tally::default();
    let mut rows = Vec::new();
    for report in reports {
        sum += report.tally;
        rows.push(vec![
            report.name.to_owned(),
            first_words(&report.remark),
            report.tally.passed.to_string(),
            report.tally.failed.to_string(),
            format!("{:.1} s", report.took.as_secs_f64()),
        ]);
    }
    for report in reports.iter().filter(|report| report.tally.failed > 0) {
        println!("\nFAILED {}: {}", report.name, report.remark);
    }
    say("what ran");
    print!(
        "{}",
        table(&["step", "remark", "passed", "failed", "took"], &rows, 2)
    );
    println!("\nAll in {:.1} min.", took.as_secs_f64() / 60.0);
    let skipped = match sum.skipped {
        0 => String::new(),
        skipped => format!(", {skipped} skipped"),
    };
    println!("{} passed, {} failed{skipped}", sum.passed, sum.failed);
    if sum.failed == 0 {
        Ok(())
    } else {
        Err(String::new())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(passed: usize, failed: usize, ended_well: bool, expected_failed: usize) {
        let tally = Tally {
            passed,
            failed,
            skipped: 0,
        };
        assert_eq!(
            judge(tally, ended_well, "exit status: 101").0.failed,
            expected_failed
        );
    }

    #[test]
    fn a_run_is_good_only_if_something_ran_and_all_of_it_passed() {
        check(3, 0, true, 0);
        check(3, 2, false, 2);
        check(0, 0, true, 1);
        check(0, 0, false, 1);
        check(3, 0, false, 1);
    }
}
