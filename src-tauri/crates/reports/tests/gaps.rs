//! The gap analysis on paper: from a run to the bytes.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/dossier.rs"]
#[allow(dead_code)]
mod dossier;
#[path = "support/judge.rs"]
#[allow(dead_code)]
mod judge;
#[path = "support/oracle.rs"]
mod oracle;

use domain::gaps::{self, Analysis};
use domain::{Dossier, RecordId, RecordKind, Revision, Words};
use reports::chart::{self, Axis, Item, Radar, Stack, Stacks};
use reports::report::gap_analysis;
use reports::report::outline::Piece;
use reports::{Options, ReportError, ReportKind, report};

/// The newest run of the sample.
fn run(dossier: &Dossier) -> RecordId {
    let runs = dossier.current(RecordKind::GapAnalysis);
    runs.last().expect("the sample has runs").id.clone()
}

/// Makes the report, has every judge look at it, and gives its text as a reader copies it.
fn check(name: &str, run: Option<&RecordId>, dossier: &Dossier) -> String {
    let options = Options::default();
    let make = || report(ReportKind::Gaps, run, dossier, dossier::library(), &options).unwrap();
    let made = make();
    oracle::krilla(&made.document).unwrap();
    let pdf = made.pdf().unwrap();
    judge::keep(&format!("{name}.pdf"), &pdf);
    judge::assert_sound(&pdf);
    assert_eq!(make().pdf().unwrap(), pdf, "same input, same bytes");
    assert_eq!(made.replaced, 0);
    let text = judge::text(&pdf);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_newest_run_is_printed_with_figures_charts_comparison_and_plan() {
    let dossier = dossier::sample();
    let text = check("gaps", None, &dossier);
    for words in [
        "Gap analysis before certification",
        "35 of 70 requirements were judged",
        "59 % of what was judged: (11 met + 19 partly × ½) of 35",
        "in the run as of 5 March 2026: 47 %",
        "Clauses 4 to 10",
        "Worse: 1",
        "A plan says which incidents users are told of",
        "2 December 2027",
        "We offer no AI system to customers",
        "To be asked again",
        "This analysis is not signed",
        "Draft, not for signature",
    ] {
        assert!(text.contains(words), "{words}:\n{text}");
    }
    let value = gap_analysis::build(None, &dossier, dossier::library(), &Options::default());
    insta::with_settings!({snapshot_path => "../../../../tests/snapshots", prepend_module_to_snapshot => false}, {
        insta::assert_yaml_snapshot!("gaps", value.unwrap());
    });
}

#[test]
fn what_was_signed_is_printed_whatever_the_file_says_since() {
    let mut dossier = dossier::sample();
    let run = run(&dossier);
    let on = "2026-11-22".parse().unwrap();
    let analysis = Analysis::in_dossier(dossier::library(), &dossier, &run, on).unwrap();
    let words = Words {
        texts: dossier::library().texts(),
        name_of: &|_| None,
    };
    let frozen = gaps::freeze(&analysis, dossier::library(), &words);
    assert!(frozen.open().is_empty(), "the run can be signed");
    let revision = Revision {
        subject: run.clone(),
        questionnaire: gaps::FORM.into(),
        number: 1,
        at: "2026-11-22T09:00:00Z".parse().unwrap(),
        signer: "L. Okafor".into(),
        signer_role: "Consultant".into(),
        remark: String::new(),
        on,
        content_version: "iso-42001 2".into(),
        sha256: "9f".repeat(32),
        event: 900,
        reopened: None,
    };
    let sha256 = revision.sha256.clone();
    dossier.frozen.insert(sha256, frozen);
    dossier.revisions = vec![revision.clone()];
    assert!(ReportKind::Gaps.rests_on(None, &revision));
    assert!(ReportKind::Gaps.rests_on(Some(&run), &revision));
    assert!(!ReportKind::Gaps.rests_on(Some(&RecordId::new("another")), &revision));
    // Every finding goes; the paper keeps what was signed.
    dossier
        .records
        .retain(|record| record.kind != RecordKind::Finding);
    let text = check("gaps-signed", Some(&run), &dossier);
    assert!(text.contains("35 of 70 requirements were judged"), "{text}");
    assert!(text.contains("L. Okafor") && text.contains("9f9f"));
    assert!(!text.contains("Draft"));
}

#[test]
fn a_file_without_a_run_has_no_report_and_a_run_without_a_judgement_no_figure() {
    let mut dossier = dossier::sample();
    dossier
        .records
        .retain(|record| record.kind != RecordKind::Finding);
    let text = check("gaps-empty", None, &dossier);
    assert!(text.contains("nothing judged yet, so there is no figure"));
    assert!(text.contains("0 of 70 requirements were judged"));
    let value = gap_analysis::build(None, &dossier, dossier::library(), &Options::default());
    let pieces = value.unwrap().pieces;
    let radars = |piece: &Piece| matches!(piece, Piece::Radars(_));
    assert!(!pieces.iter().any(radars), "there is nothing to draw");
    dossier
        .records
        .retain(|record| record.kind != RecordKind::GapAnalysis);
    let none = gap_analysis::build(None, &dossier, dossier::library(), &Options::default());
    assert_eq!(none.unwrap_err(), ReportError::NoGapAnalysis);
}

fn axis(now: Option<usize>, before: Option<usize>) -> Axis {
    Axis {
        label: "4".to_owned(),
        words: "–".to_owned(),
        now,
        before,
    }
}

/// How many lines, filled circles and squares a radar draws beyond its grid.
fn drawn(axes: Vec<Axis>) -> (usize, usize) {
    let with = |axes: Vec<Axis>| {
        let radar = Radar {
            title: "Maturity".to_owned(),
            axes,
            most: 5,
            now: "now".to_owned(),
            before: None,
            alt: "in words".to_owned(),
        };
        let drawing = chart::radar(&radar, 300.0);
        assert_eq!(drawing.alt, "in words");
        let shapes = drawing.items.iter().filter_map(|item| match item {
            Item::Shape(shape) => Some(shape),
            _ => None,
        });
        let shapes: Vec<_> = shapes.collect();
        let dots = shapes.iter().filter(|shape| shape.fill.is_some()).count();
        (shapes.len() - dots, dots)
    };
    let bare = with(axes.iter().map(|_| axis(None, None)).collect());
    let (lines, dots) = with(axes);
    (lines - bare.0, dots - bare.1)
}

#[test]
fn what_was_not_judged_has_no_point_in_a_radar_and_the_line_has_a_gap() {
    let some = |value| axis(Some(value), None);
    assert_eq!(drawn(vec![some(10), some(20), some(30), some(40)]), (4, 4));
    assert_eq!(
        drawn(vec![some(10), some(20), axis(None, None), some(40)]),
        (2, 3)
    );
    assert_eq!(
        drawn(vec![some(0), axis(None, None), some(50), axis(None, None)]),
        (0, 2)
    );
    assert_eq!(drawn(vec![axis(None, Some(10)); 3]), (3, 3));
}

#[test]
fn stacked_bars_bear_their_counts_and_share_one_scale() {
    let bar = |counts: [usize; 5]| Stack {
        label: "A long name of a topic that will not fit into its column".to_owned(),
        counts: counts.to_vec(),
    };
    let stacks = Stacks {
        title: "Requirements".to_owned(),
        parts: ["Met", "Partly", "Not met", "Aside", "Unseen"]
            .map(str::to_owned)
            .to_vec(),
        bars: vec![bar([1, 2, 0, 0, 1]), bar([8, 0, 0, 0, 0])],
        alt: "in words".to_owned(),
    };
    let drawing = chart::stacks(&stacks, 300.0);
    let words: Vec<&str> = drawing
        .items
        .iter()
        .filter_map(|item| match item {
            Item::Words(words) => Some(words.text.as_str()),
            _ => None,
        })
        .collect();
    for count in ["1", "2", "8"] {
        assert!(words.contains(&count), "{words:?}");
    }
    assert!(!words.contains(&"0"), "nothing is written where nothing is");
    for name in &stacks.parts {
        assert!(
            words.contains(&name.as_str()),
            "{name} stands in the legend"
        );
    }
}
