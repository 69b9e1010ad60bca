//! Counts test cases in what test runners print.

use std::ops::AddAssign;

/// How many test cases ended how.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Passed.
    pub passed: usize,
    /// Failed.
    pub failed: usize,
    /// Left out by the runner's own word.
    pub skipped: usize,
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Tally) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

/// The sum of all closing lines of cargo's test runner:
/// `test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s`.
pub fn of_cargo(text: &str) -> Tally {
    let mut sum = Tally::default();
    for line in text.lines() {
        let Some((_, counts)) = line.split_once("test result: ") else {
            continue;
        };
        for part in counts.split(['.', ';']) {
            match number_and_word(part) {
                Some((number, "passed")) => sum.passed += number,
                Some((number, "failed")) => sum.failed += number,
                Some((number, "ignored")) => sum.skipped += number,
                _ => {}
            }
        }
    }
    sum
}

/// The closing lines of Node's test runner, in its `spec` (`ℹ pass 3`) or `tap` (`# pass 3`) form.
pub fn of_node(text: &str) -> Tally {
    let mut sum = Tally::default();
    for line in text.lines() {
        let Some(line) = line.strip_prefix("ℹ ").or_else(|| line.strip_prefix("# ")) else {
            continue;
        };
        let Some((word, number)) = line.trim().split_once(' ') else {
            continue;
        };
        let Ok(number) = number.parse::<usize>() else {
            continue;
        };
        match word {
            "pass" => sum.passed += number,
            // A cancelled test did not pass.
            "fail" | "cancelled" => sum.failed += number,
            "skipped" | "todo" => sum.skipped += number,
            _ => {}
        }
    }
    sum
}

fn number_and_word(part: &str) -> Option<(usize, &str)> {
    let (number, word) = part.trim().split_once(' ')?;
    Some((number.parse().ok()?, word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(tally: Tally, passed: usize, failed: usize, skipped: usize) {
        let expected = Tally {
            passed,
            failed,
            skipped,
        };
        assert_eq!(tally, expected);
    }

    #[test]
    fn cargo_adds_up_every_binary() {
        let text = "running 2 tests\ntest a ... ok\n\
            test result: ok. 2 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s\n\
            test result: FAILED. 5 passed; 1 failed; 3 ignored; 0 measured; 9 filtered out; finished in 1.20s\n";
        check(of_cargo(text), 7, 1, 3);
    }

    #[test]
    fn cargo_lines_that_only_look_alike_do_not_count() {
        check(
            of_cargo("test results are 4 passed; 1 failed\n4 passed; 1 failed"),
            0,
            0,
            0,
        );
    }

    #[test]
    fn node_counts_in_both_its_forms() {
        let spec = "✔ a (1ms)\nℹ tests 4\nℹ suites 0\nℹ pass 3\nℹ fail 1\nℹ cancelled 0\nℹ skipped 0\nℹ todo 0\nℹ duration_ms 12.5\n";
        check(of_node(spec), 3, 1, 0);
        let tap = "ok 1 - a\n# tests 3\n# pass 1\n# fail 0\n# cancelled 1\n# skipped 1\n# todo 0\n";
        check(of_node(tap), 1, 1, 1);
    }
}
