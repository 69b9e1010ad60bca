//! The clocks of Art. 73 and Art. 26(5): for each one a case in which it runs, and cases that just miss.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/said.rs"]
mod said;

use chrono::NaiveDate;
use domain::law::{Engine, Running, clocks};
use domain::{Answer, AnswerState, Answers, Truth, fact};
use said::answers;
use std::collections::BTreeSet;

/// A listed system that we made and use.
const OURS: [&str; 10] = [
    "act-object = system",
    "how-it-works = learned",
    "kept-for =",
    "our-part = developed + own-service + use",
    "our-seat = eu",
    "functions =",
    "fields = credit",
    "credit-tasks = creditworthiness",
    "credit-about = persons",
    "profiles-anybody = yes",
];

/// The same, bought.
fn bought() -> Vec<&'static str> {
    let mut said = OURS.to_vec();
    said[3] = "our-part = use";
    said.push("changes-made =");
    said
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn engine() -> Engine<'static> {
    let library = content::library().expect("shipped content");
    let law = library.framework(fact::AI_ACT).unwrap();
    Engine::new(law, library.questions_of(law).unwrap())
}

/// Answers that count: a follow-up that is hidden does not.
fn counting(said: &[&str]) -> Answers {
    let library = content::library().expect("shipped content");
    let about = library.questionnaire("incident").unwrap();
    domain::progress::counted(about, &answers(said))
}

fn running(incident: &[&str], facts: &[&str], on: &str) -> Vec<Running<'static>> {
    clocks(&engine(), &counting(incident), &answers(facts), day(on))
}

/// Each clock as a line: id, last day, `?` while open.
fn check(incident: &[&str], facts: &[&str], expected: &[&str]) {
    let lines: Vec<String> = running(incident, facts, "2028-01-10")
        .iter()
        .map(|one| {
            let last = one.deadline.map_or("-".to_owned(), |last| last.to_string());
            let mark = if one.truth == Truth::Yes { "" } else { " ?" };
            format!("{} {last}{mark}", one.clock.id)
        })
        .collect();
    assert_eq!(lines, expected, "{incident:?}");
}

/// An incident of our own system, known since 3 January 2028.
fn ours(more: &[&'static str]) -> Vec<&'static str> {
    let mut said = vec![
        "incident-roles = provider",
        "incident-other-reporting = neither",
        "incident-aware-on = 2028-01-03",
    ];
    said.extend(more);
    said
}

/// The answers, with one question said not to apply.
fn aside(question: &str, said: &[&str]) -> Answers {
    let reason = "does not arise here".to_owned();
    let mut answers = answers(said);
    let aside = Answer::new(AnswerState::NotApplicable { reason });
    answers.insert(question.into(), aside);
    let library = content::library().expect("shipped content");
    domain::progress::counted(library.questionnaire("incident").unwrap(), &answers)
}

fn used(more: &[&'static str]) -> Vec<&'static str> {
    let mut said = ours(more);
    said[0] = "incident-roles = deployer";
    said
}

#[test]
fn fifteen_days_for_a_serious_incident() {
    let health = |causal| ours(&["incident-kinds = health", causal]);
    check(
        &health("incident-causal = suspected"),
        &OURS,
        &["fifteen-days 2028-01-18"],
    );
    let rights = ours(&["incident-kinds = rights", "incident-causal = suspected"]);
    check(&rights, &OURS, &["fifteen-days 2028-01-18"]);
    // Nothing serious; or not caused by it.
    check(
        &ours(&["incident-kinds =", "incident-causal = established"]),
        &OURS,
        &[],
    );
    check(&health("incident-causal = none"), &OURS, &[]);
}

#[test]
fn ten_days_for_a_death() {
    let death = ours(&[
        "incident-kinds = death",
        "incident-causal = likely",
        "incident-causal-on = 2028-01-05",
    ]);
    check(
        &death,
        &OURS,
        &["report-at-once 2028-01-05", "ten-days 2028-01-13"],
    );
    let health = ours(&[
        "incident-kinds = health",
        "incident-causal = likely",
        "incident-causal-on = 2028-01-05",
    ]);
    check(
        &health,
        &OURS,
        &["report-at-once 2028-01-05", "fifteen-days 2028-01-18"],
    );
}

#[test]
fn two_days_for_infrastructure_and_widespread_infringements() {
    for kind in [
        "incident-kinds = infrastructure",
        "incident-kinds = widespread",
    ] {
        check(
            &ours(&[kind, "incident-causal = suspected"]),
            &OURS,
            &["two-days 2028-01-05"],
        );
    }
    check(
        &ours(&[
            "incident-kinds = infrastructure + death",
            "incident-causal = suspected",
        ]),
        &OURS,
        // A death: suspicion is enough to report at once.
        &[
            "two-days 2028-01-05",
            "ten-days 2028-01-13",
            "report-at-once -",
        ],
    );
    check(
        &ours(&["incident-kinds = property", "incident-causal = suspected"]),
        &OURS,
        &["fifteen-days 2028-01-18"],
    );
}

#[test]
fn at_once_when_the_link_is_likely_or_a_death_suspected() {
    let kinds = |kind, causal| ours(&[kind, causal, "incident-causal-on = 2028-01-04"]);
    for (kind, causal, fires) in [
        (
            "incident-kinds = health",
            "incident-causal = established",
            true,
        ),
        ("incident-kinds = health", "incident-causal = likely", true),
        (
            "incident-kinds = health",
            "incident-causal = suspected",
            false,
        ),
        (
            "incident-kinds = death",
            "incident-causal = suspected",
            true,
        ),
        ("incident-kinds = death", "incident-causal = none", false),
    ] {
        let found = running(&kinds(kind, causal), &OURS, "2028-01-10");
        let at_once = found
            .iter()
            .any(|one| one.clock.id.as_str() == "report-at-once");
        assert_eq!(at_once, fires, "{kind}, {causal}");
    }
}

#[test]
fn another_regime_limits_reporting_to_fundamental_rights() {
    let regime = |regime: &'static str, kind| {
        let mut said = ours(&[kind, "incident-causal = suspected"]);
        said[1] = regime;
        said
    };
    for limited in [
        "incident-other-reporting = medical",
        "incident-other-reporting = equivalent",
    ] {
        check(&regime(limited, "incident-kinds = health"), &OURS, &[]);
        check(
            &regime(limited, "incident-kinds = infrastructure"),
            &OURS,
            &[],
        );
        check(
            &regime(limited, "incident-kinds = rights"),
            &OURS,
            &["fifteen-days 2028-01-18"],
        );
    }
    // That the question does not apply names no regime: the clock runs.
    let death = ours(&["incident-kinds = death", "incident-causal = suspected"]);
    let death = aside("incident-other-reporting", &death);
    let found = clocks(&engine(), &death, &answers(&OURS), day("2028-01-10"));
    let runs = |one: &&Running| one.truth == Truth::Yes;
    let ids: Vec<&str> = found
        .iter()
        .filter(runs)
        .map(|one| one.clock.id.as_str())
        .collect();
    assert_eq!(ids, ["ten-days", "report-at-once"]);
    // As long as nobody says so, the clock may run.
    let mut open = ours(&["incident-kinds = health", "incident-causal = suspected"]);
    open.remove(1);
    check(&open, &OURS, &["fifteen-days 2028-01-18 ?"]);
    let open = running(&open, &OURS, "2028-01-10");
    let questions: Vec<&str> = open[0].open.iter().map(|id| id.as_str()).collect();
    assert_eq!(questions, ["incident-other-reporting"]);
}

#[test]
fn that_our_roles_do_not_apply_stops_no_clock() {
    let truths = |incident: &Answers| {
        let found = clocks(&engine(), incident, &answers(&bought()), day("2028-01-10"));
        let lines = found
            .iter()
            .map(|one| (one.clock.id.to_string(), one.truth));
        lines.collect::<Vec<_>>()
    };
    let health = used(&["incident-kinds = health", "incident-causal = suspected"]);
    let may = |id: &str| (id.to_owned(), Truth::Unknown);
    assert_eq!(
        truths(&aside("incident-roles", &health)),
        ["tell-provider", "tell-chain", "fifteen-days"].map(may)
    );
    // What is open is what was set aside.
    let set_aside = aside("incident-roles", &health);
    let found = clocks(
        &engine(),
        &set_aside,
        &answers(&bought()),
        day("2028-01-10"),
    );
    assert!(found.iter().all(|one| {
        let mut open = one.open.iter();
        open.any(|id| id.as_str() == "incident-roles")
    }));
    // A fact stops them all the same.
    let harmless = used(&["incident-kinds =", "incident-causal = suspected"]);
    assert!(truths(&aside("incident-roles", &harmless)).is_empty());
    let other = used(&["incident-kinds = health", "incident-causal = none"]);
    assert!(truths(&aside("incident-roles", &other)).is_empty());
}

#[test]
fn whoever_uses_it_tells_the_provider_first() {
    let health = used(&[
        "incident-kinds = health",
        "incident-causal = likely",
        "incident-provider-reachable = yes",
    ]);
    check(
        &health,
        &bought(),
        &["tell-provider 2028-01-03", "tell-chain 2028-01-03"],
    );
    // Who cannot reach the provider is in the provider's place.
    let alone = used(&[
        "incident-kinds = health",
        "incident-causal = likely",
        "incident-causal-on = 2028-01-04",
        "incident-provider-reachable = no",
    ]);
    check(
        &alone,
        &bought(),
        &[
            "tell-chain 2028-01-03",
            "report-at-once 2028-01-04",
            "fifteen-days 2028-01-18",
        ],
    );
    // Who made it has nobody to tell; who finds nothing serious neither.
    let mut both = ours(&["incident-kinds = health", "incident-causal = suspected"]);
    both[0] = "incident-roles = provider + deployer";
    check(&both, &OURS, &["fifteen-days 2028-01-18"]);
    let harmless = used(&["incident-kinds =", "incident-provider-reachable = yes"]);
    check(&harmless, &bought(), &[]);
}

#[test]
fn no_clock_where_no_duty_is_owed() {
    let mut plain = bought();
    plain[6] = "fields =";
    let health = used(&[
        "incident-kinds = health",
        "incident-causal = likely",
        "incident-provider-reachable = no",
    ]);
    check(&health, &plain, &[]);
    // Not classified yet: it may run.
    check(
        &health,
        &[],
        &[
            "tell-chain 2028-01-03 ?",
            "fifteen-days 2028-01-18 ?",
            "report-at-once - ?",
        ],
    );
}

#[test]
fn a_clock_shows_whether_its_duty_binds_yet() {
    let health = ours(&["incident-kinds = health", "incident-causal = suspected"]);
    for (on, in_force) in [("2027-12-01", false), ("2027-12-02", true)] {
        let found = running(&health, &OURS, on);
        let [clock] = found.as_slice() else {
            panic!("{found:?}")
        };
        assert_eq!(clock.in_force, in_force, "{on}");
        assert_eq!(clock.duty.formal, Some(day("2026-08-02")));
        assert_eq!(clock.duty.effective.unwrap().on, day("2027-12-02"));
        let points: BTreeSet<&str> = clock
            .unsettled
            .iter()
            .map(|point| point.id.as_str())
            .collect();
        assert!(points.contains("incident-guidelines") && points.contains("formal-dates"));
    }
}

#[test]
fn a_clock_stops_when_it_is_done_and_says_when_that_was_late() {
    let health = |more: &[&'static str]| {
        let mut said = ours(&["incident-kinds = health", "incident-causal = suspected"]);
        said.extend(more);
        said
    };
    for (more, on, days_left, late) in [
        (vec![], "2028-01-17", Some(1), false),
        (vec![], "2028-01-18", Some(0), false),
        (vec![], "2028-01-19", Some(-1), true),
        (
            vec!["incident-reported-on = 2028-01-18"],
            "2028-03-01",
            None,
            false,
        ),
        (
            vec!["incident-reported-on = 2028-01-19"],
            "2028-03-01",
            None,
            true,
        ),
    ] {
        let found = running(&health(&more), &OURS, on);
        assert_eq!(found[0].days_left, days_left, "{more:?} on {on}");
        assert_eq!(found[0].late, late, "{more:?} on {on}");
    }
    // Without the day nobody counts.
    let mut unknown = ours(&["incident-kinds = health", "incident-causal = suspected"]);
    unknown.remove(2);
    let found = running(&unknown, &OURS, "2028-01-10");
    assert_eq!(
        (found[0].deadline, found[0].days_left, found[0].late),
        (None, None, false)
    );
}

/// No clock idles: each of content runs in one of the cases above.
#[test]
fn each_clock_runs_somewhere() {
    let law = engine().law();
    let cases = [
        running(
            &ours(&[
                "incident-kinds = death + infrastructure + health + rights",
                "incident-causal = likely",
            ]),
            &OURS,
            "2028-01-10",
        ),
        running(
            &used(&[
                "incident-kinds = health",
                "incident-causal = likely",
                "incident-provider-reachable = yes",
            ]),
            &bought(),
            "2028-01-10",
        ),
    ];
    let ran: BTreeSet<&str> = cases
        .iter()
        .flatten()
        .map(|one| one.clock.id.as_str())
        .collect();
    let all: BTreeSet<&str> = law.clocks.iter().map(|clock| clock.id.as_str()).collect();
    assert_eq!(ran, all);
}
