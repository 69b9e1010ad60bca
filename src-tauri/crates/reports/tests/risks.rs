//! The risk register on paper: from the sample organisation to the bytes.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/dossier.rs"]
#[allow(dead_code)]
mod dossier;
#[path = "support/judge.rs"]
#[allow(dead_code)]
mod judge;
#[path = "support/oracle.rs"]
mod oracle;

use content::RecordKind;
use domain::Dossier;
use domain::risk::Point;
use reports::report::outline::Piece;
use reports::report::risk_register;
use reports::{Options, ReportKind, report};

/// Makes the report, has every judge look at it, and gives its text as a reader copies it.
fn check(name: &str, dossier: &Dossier) -> String {
    let options = Options::default();
    let make = || {
        report(
            ReportKind::Risks,
            None,
            dossier,
            dossier::library(),
            &options,
        )
        .unwrap()
    };
    let made = make();
    oracle::krilla(&made.document).unwrap();
    let pdf = made.pdf().unwrap();
    judge::keep(&format!("{name}.pdf"), &pdf);
    judge::assert_sound(&pdf);
    assert_eq!(make().pdf().unwrap(), pdf, "same input, same bytes");
    judge::text(&pdf)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn the_register_tells_every_risk_its_plan_and_what_presses() {
    let dossier = dossier::sample();
    let text = check("risks", &dossier);
    for record in dossier.current(RecordKind::Risk) {
        assert!(text.contains(&record.name), "{}", record.name);
    }
    for words in [
        "AI risk method, version 1.0",
        "It was to be looked at again by 31 October 2026.",
        "The acceptance ran out on 30 September 2026.",
        "What is left needs a named person’s word, and nobody gave it.",
        "the consequence for society",
        "Every tenth post read without the order",
        "A.10.4",
    ] {
        assert!(text.contains(words), "{words}");
    }
    let value = risk_register::build(&dossier, dossier::library(), &Options::default()).unwrap();
    let maps = value.pieces.iter().find_map(|piece| match piece {
        Piece::HeatMaps(maps) => Some(maps),
        _ => None,
    });
    let maps = maps.expect("the register has heat maps");
    assert_eq!(maps.len(), Point::ALL.len());
    for map in maps {
        // The picture and its words say the same.
        for name in map.cells.iter().flatten().flat_map(|cell| &cell.names) {
            assert!(map.alt.contains(name.as_str()), "{name} in {}", map.alt);
        }
    }
}

#[test]
fn without_risks_and_without_a_method_the_report_says_so() {
    let mut dossier = dossier::sample();
    let kinds = [RecordKind::Risk, RecordKind::Method, RecordKind::Action];
    dossier
        .records
        .retain(|record| !kinds.contains(&record.kind));
    let text = check("risks-none", &dossier);
    assert!(text.contains("the register holds no risk"), "{text}");
    assert!(text.contains("none that can be used"), "{text}");
}
