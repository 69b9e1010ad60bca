//! `cargo xtask bench`: how fast it is, beside something else that does the same.

use crate::machine::{Purpose, prepare};
use crate::step::{cargo, say, watch, words};
use crate::table::table;
use crate::{Outcome, place};

/// The benches, by package and target. Each prints its figures as lines of
/// `figure<TAB>what<TAB>value<TAB>unit[<TAB>reference<TAB>its value]`, medians over several runs.
const BENCHES: [(&str, &str); 6] = [
    ("store", "bench_store"),
    ("reports", "bench_reports"),
    ("exchange", "bench_exchange"),
    ("domain", "bench_law"),
    ("cli", "bench_triage"),
    ("e2e", "bench_window"),
];

/// Runs the benches, or only the one whose name contains `only`, and shows all figures in one table.
pub fn bench(only: Option<&str>) -> Outcome {
    prepare(Purpose::Test)?;
    let chosen: Vec<_> = BENCHES
        .into_iter()
        .filter(|(package, bench)| {
            only.is_none_or(|only| package.contains(only) || bench.contains(only))
        })
        .collect();
    if chosen.is_empty() {
        return Err(format!(
            "No bench is called {}. There are: {}.",
            only.unwrap_or_default(),
            BENCHES.map(|(_, bench)| bench).join(", ")
        ));
    }
    if chosen.iter().any(|(package, _)| *package == "e2e") {
        say("building the optimised app");
        crate::step::run(&mut cargo(&[
            "build",
            "--release",
            "--package",
            "plumbline",
            "--package",
            "cli",
        ]))?;
    }
    let mut rows = Vec::new();
    let mut failed = Vec::new();
    for (package, bench) in chosen {
        let mut command = cargo(&["bench", "--package", package, "--bench", bench]);
        command
            .env("PLUMBLINE_APP", place::built("release", "plumbline"))
            .env("PLUMBLINE_CLI", place::built("release", "plumb"));
        say(&words(&command));
        let done = watch("", &mut command)?;
        let figures: Vec<_> = done.text.lines().filter_map(figure).collect();
        if !done.status.success() || figures.is_empty() {
            failed.push(bench);
        }
        rows.extend(figures);
    }
    say("figures (medians)");
    print!(
        "{}",
        table(
            &["what", "reference", "measured", "reference", "ratio"],
            &rows,
            2
        )
    );
    if failed.is_empty() {
        Ok(())
    } else {
        Err(format!(
            "These benches failed or measured nothing: {}.",
            failed.join(", ")
        ))
    }
}

/// One row of the table from one line of a bench.
fn figure(line: &str) -> Option<Vec<String>> {
    let mut cells = line.split('\t');
    if cells.next()? != "figure" {
        return None;
    }
    let (what, value, unit) = (cells.next()?, cells.next()?, cells.next()?);
    let mut row = vec![what.to_owned(), String::new(), format!("{value} {unit}")];
    if let (Some(name), Some(reference)) = (cells.next(), cells.next()) {
        row[1] = name.to_owned();
        row.push(format!("{reference} {unit}"));
        if let (Ok(value), Ok(reference)) = (value.parse::<f64>(), reference.parse::<f64>())
            && reference > 0.0
        {
            row.push(format!("{:.2}", value / reference));
        }
    }
    Some(row)
}

#[cfg(test)]
mod tests {
    use super::figure;

    #[test]
    fn a_figure_with_a_reference_gets_a_ratio() {
        let row = figure("figure\topen\t30\tms\tplain SQLite\t20").unwrap_or_default();
        assert_eq!(row, ["open", "plain SQLite", "30 ms", "20 ms", "1.50"]);
    }

    #[test]
    fn a_figure_may_stand_alone_and_other_lines_are_none() {
        assert_eq!(figure("figure\topen\t30\tms").unwrap_or_default().len(), 3);
        assert_eq!(figure("warming up"), None);
    }
}
