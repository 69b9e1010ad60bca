//! What a list that nobody knows is suggested to mean.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::*;
use content::RecordKind;
use exchange::mapping::{self, Reason};

/// Where each column of a list of systems is suggested to go, and why.
fn check(list: &str, expected: &[(&str, &str, Reason)]) {
    let mapping = mapping::suggest(&table(list), RecordKind::System, library());
    for (heading, to, reason) in expected {
        let rule = mapping.rule(heading, 1).unwrap();
        assert_eq!(
            (rule.to.to_string().as_str(), rule.reason),
            (*to, *reason),
            "{heading}"
        );
    }
}

#[test]
fn a_clear_heading_holds_whatever_its_cells_look_like() {
    check(
        "Name,Review date\nOne,31.31.2024\nTwo,soon\nThree,tbd\n",
        &[
            ("Name", "name", Reason::SameWords),
            ("Review date", "last-reviewed", Reason::Synonym),
        ],
    );
    // All its words are options of another question, and still the heading says what it is.
    check(
        "Name,Users\nOne,Paused\nTwo,Retired\nThree,Pilot\n",
        &[("Users", "users", Reason::SameWords)],
    );
}

#[test]
fn of_two_columns_with_one_clear_meaning_the_one_that_fits_gets_it() {
    check(
        "Name,Review date,Letzte Prüfung\nOne,soon,2024-03-01\nTwo,never,2024-05-02\n",
        &[
            ("Letzte Prüfung", "last-reviewed", Reason::Synonym),
            // Not “Overseers”, whose words are somewhat alike: the heading clearly means something else.
            ("Review date", "notes", Reason::NoHome),
        ],
    );
}
