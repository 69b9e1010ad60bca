//! Standards and crosswalks that ship: ids, counts and titles as they were specified, and every link
//! resolving at both ends. And every slip one can make in them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use content::load::{File, load};
use content::{Flaw, Library, Problem, Relation, Requirement, RequirementLevel, Standard};
use std::collections::BTreeSet;

/// Clauses of ISO/IEC 42001:2023.
const CLAUSES: [(&str, &str); 36] = [
    ("4.1", "Understanding the organization and its context"),
    (
        "4.2",
        "Understanding the needs and expectations of interested parties",
    ),
    ("4.3", "Determining the scope of the AI management system"),
    ("4.4", "AI management system"),
    ("5.1", "Leadership and commitment"),
    ("5.2", "AI policy"),
    ("5.3", "Roles, responsibilities and authorities"),
    ("6.1", "Actions to address risks and opportunities"),
    ("6.1.1", "General"),
    ("6.1.2", "AI risk assessment"),
    ("6.1.3", "AI risk treatment"),
    ("6.1.4", "AI system impact assessment"),
    ("6.2", "AI objectives and planning to achieve them"),
    ("6.3", "Planning of changes"),
    ("7.1", "Resources"),
    ("7.2", "Competence"),
    ("7.3", "Awareness"),
    ("7.4", "Communication"),
    ("7.5", "Documented information"),
    ("7.5.1", "General"),
    ("7.5.2", "Creating and updating documented information"),
    ("7.5.3", "Control of documented information"),
    ("8.1", "Operational planning and control"),
    ("8.2", "AI risk assessment"),
    ("8.3", "AI risk treatment"),
    ("8.4", "AI system impact assessment"),
    ("9.1", "Monitoring, measurement, analysis and evaluation"),
    ("9.2", "Internal audit"),
    ("9.2.1", "General"),
    ("9.2.2", "Internal audit programme"),
    ("9.3", "Management review"),
    ("9.3.1", "General"),
    ("9.3.2", "Management review inputs"),
    ("9.3.3", "Management review results"),
    ("10.1", "Continual improvement"),
    ("10.2", "Nonconformity and corrective action"),
];

/// Controls of its Annex A, with whether something written is expected.
const CONTROLS: [(&str, &str, bool); 38] = [
    ("A.2.2", "AI policy", true),
    (
        "A.2.3",
        "Alignment with other organizational policies",
        false,
    ),
    ("A.2.4", "Review of the AI policy", false),
    ("A.3.2", "AI roles and responsibilities", false),
    ("A.3.3", "Reporting of concerns", false),
    ("A.4.2", "Resource documentation", true),
    ("A.4.3", "Data resources", true),
    ("A.4.4", "Tooling resources", true),
    ("A.4.5", "System and computing resources", true),
    ("A.4.6", "Human resources", true),
    ("A.5.2", "AI system impact assessment process", true),
    (
        "A.5.3",
        "Documentation of AI system impact assessments",
        true,
    ),
    (
        "A.5.4",
        "Assessing AI system impact on individuals or groups of individuals",
        true,
    ),
    ("A.5.5", "Assessing societal impacts of AI systems", true),
    (
        "A.6.1.2",
        "Objectives for responsible development of AI system",
        true,
    ),
    (
        "A.6.1.3",
        "Processes for responsible AI system design and development",
        true,
    ),
    ("A.6.2.2", "AI system requirements and specification", true),
    (
        "A.6.2.3",
        "Documentation of AI system design and development",
        true,
    ),
    ("A.6.2.4", "AI system verification and validation", true),
    ("A.6.2.5", "AI system deployment", true),
    ("A.6.2.6", "AI system operation and monitoring", true),
    ("A.6.2.7", "AI system technical documentation", true),
    ("A.6.2.8", "AI system recording of event logs", false),
    (
        "A.7.2",
        "Data for development and enhancement of AI system",
        true,
    ),
    ("A.7.3", "Acquisition of data", true),
    ("A.7.4", "Quality of data for AI systems", true),
    ("A.7.5", "Data provenance", true),
    ("A.7.6", "Data preparation", true),
    (
        "A.8.2",
        "System documentation and information for users",
        false,
    ),
    ("A.8.3", "External reporting", false),
    ("A.8.4", "Communication of incidents", true),
    ("A.8.5", "Information for interested parties", true),
    ("A.9.2", "Processes for responsible use of AI systems", true),
    ("A.9.3", "Objectives for responsible use of AI system", true),
    ("A.9.4", "Intended use of the AI system", false),
    ("A.10.2", "Allocating responsibilities", false),
    ("A.10.3", "Suppliers", false),
    ("A.10.4", "Customers", false),
];

/// Clauses that are divided further, so that their parts are assessed.
const DIVIDED: [&str; 4] = ["6.1", "7.5", "9.2", "9.3"];

fn library() -> &'static Library {
    content::library().unwrap_or_else(|problems| {
        let list: Vec<String> = problems.iter().map(ToString::to_string).collect();
        panic!("{} problems:\n{}", list.len(), list.join("\n"))
    })
}

fn standard(id: &str) -> &'static Standard {
    library().standard(id).unwrap()
}

fn of_level(standard: &Standard, level: RequirementLevel) -> Vec<&Requirement> {
    let all = standard.requirements.iter();
    all.filter(|requirement| requirement.level == level)
        .collect()
}

#[test]
fn iso_42001_has_its_clauses_and_its_38_controls() {
    let iso = standard("iso-42001");
    let clauses: Vec<(&str, &str)> = of_level(iso, RequirementLevel::Clause)
        .into_iter()
        .map(|clause| (clause.reference.as_str(), clause.title.as_str()))
        .collect();
    assert_eq!(clauses, CLAUSES);
    let controls: Vec<(&str, &str, bool)> = iso
        .controls()
        .map(|control| {
            let documented = control.documented.unwrap();
            (
                control.reference.as_str(),
                control.title.as_str(),
                documented,
            )
        })
        .collect();
    assert_eq!(controls, CONTROLS);
    assert_eq!(controls.len(), 38);
    for requirement in &iso.requirements {
        let divided = DIVIDED.contains(&requirement.reference.as_str());
        let topic = requirement.level == RequirementLevel::Topic;
        assert_eq!(requirement.assess, !divided && !topic, "{}", requirement.id);
        assert_eq!(
            requirement.holds.is_empty(),
            divided || topic,
            "{}",
            requirement.id
        );
    }
    assert_eq!(iso.assessed().count(), 32 + 38);
}

/// The same reference in two standards is two requirements.
#[test]
fn a_reference_is_never_bare() {
    let ours = library().requirement("iso42001:A.8.2").unwrap();
    let theirs = library().requirement("iso27001:A.8.6").unwrap();
    assert_eq!(ours.title, "System documentation and information for users");
    assert_eq!(theirs.title, "Capacity management");
    assert!(library().requirement("A.8.2").is_none());
    let above: Vec<&str> = standard("iso-42001")
        .above(library().requirement("iso42001:A.6.2.4").unwrap())
        .map(|requirement| requirement.reference.as_str())
        .collect();
    assert_eq!(above, ["A.6.2", "A.6"]);
}

#[test]
fn nist_has_72_subcategories_in_four_functions() {
    let nist = standard("nist-ai-rmf");
    for (function, count) in [("GOVERN", 19), ("MAP", 18), ("MEASURE", 22), ("MANAGE", 13)] {
        let of_function = nist.assessed().filter(|one| {
            let parent = one.parent.as_ref().unwrap().as_str();
            parent == format!("nist-ai-rmf:{function}")
        });
        assert_eq!(of_function.count(), count, "{function}");
    }
    let linked: BTreeSet<&str> = library()
        .crosswalk()
        .map(|link| link.from.as_str())
        .filter(|from| from.starts_with("nist-ai-rmf:"))
        .collect();
    let ids: BTreeSet<&str> = nist.assessed().map(|one| one.id.as_str()).collect();
    assert_eq!(ids.len(), 72);
    assert_eq!(linked, ids);
}

#[test]
fn every_row_of_the_crosswalk_resolves_at_both_ends() {
    let library = library();
    let law = library.framework("eu-ai-act").unwrap();
    let there = |id: &str| library.requirement(id).is_some() || law.provision(id).is_some();
    let mut rows = 0;
    for link in library.crosswalk() {
        rows += 1;
        assert!(there(link.from.as_str()), "{}", link.from);
        match &link.to {
            Some(to) => assert!(there(to.as_str()), "{to}"),
            None => assert_eq!(link.relation, Relation::None, "{}", link.from),
        }
    }
    assert_eq!(rows, 737);
    let pairs: Vec<(&str, &str, usize)> = library
        .crosswalks
        .iter()
        .map(|one| (one.focal.as_str(), one.reference.as_str(), one.links.len()))
        .collect();
    assert_eq!(
        pairs,
        [
            ("iso-42001", "eu-ai-act", 124),
            ("iso-42001", "iso-27001", 80),
            ("nist-ai-rmf", "eu-ai-act", 126),
            ("nist-ai-rmf", "iso-27001", 102),
            ("nist-ai-rmf", "iso-42001", 305),
        ]
    );
    // What other frameworks list of ISO/IEC 27001 is what the crosswalk meets, and nothing besides.
    let met: BTreeSet<&str> = library
        .crosswalk()
        .filter_map(|link| link.to.as_ref())
        .map(|to| to.as_str())
        .collect();
    for requirement in standard("iso-27001").assessed() {
        assert!(met.contains(requirement.id.as_str()), "{}", requirement.id);
    }
}

#[test]
fn no_duty_that_no_control_covers_is_missing() {
    let crosswalk = &library().crosswalks[0];
    let ids: Vec<&str> = crosswalk
        .uncovered
        .iter()
        .map(|uncovered| uncovered.id.as_str())
        .collect();
    let expected: Vec<String> = (1..=35).map(|number| format!("X{number:02}")).collect();
    assert_eq!(ids, expected);
    // Each duty of the register that binds somebody stands in one of them, but for those that a control
    // comes near to in full.
    let named: BTreeSet<&str> = crosswalk
        .uncovered
        .iter()
        .flat_map(|uncovered| &uncovered.duties)
        .map(|duty| duty.as_str())
        .collect();
    let left: Vec<&str> = library()
        .framework("eu-ai-act")
        .unwrap()
        .duties
        .iter()
        .map(|duty| duty.id.as_str())
        .filter(|duty| !named.contains(duty))
        .collect();
    assert_eq!(
        left,
        [
            "O-TECH", "O-IFU", "O-ARC", "O-CHAIN", "D-IFU", "D-INPUT", "D-DPIA"
        ]
    );
    assert_eq!(crosswalk.beyond.len(), 10);
    assert_eq!(library().generative_risks.len(), 12);
}

const STANDARD: &str = "frameworks/iso-small/requirements.toml";
const OTHER: &str = "frameworks/iso-other/requirements.toml";
const CROSSWALK: &str = "mappings/crosswalk/iso-small--iso-other.toml";
const RISKS: &str = "mappings/generative-risks.toml";

fn sound() -> Vec<(&'static str, String)> {
    let small = r#"
id = "iso-small"
version = 1
title = "Small"
namespace = "small"
as_of = 2026-11-22
licence = "See your copy."

[[requirement]]
id = "small:1"
reference = "1"
title = "Head"
level = "topic"

[[requirement]]
id = "small:1.1"
reference = "1.1"
title = "Tools"
level = "clause"
parent = "small:1"
assess = true
"#;
    let crosswalk = r#"
focal = "iso-small"
reference = "iso-other"
version = 1
as_of = 2026-11-22
caveat = "Ours."
link = [
  { from = "small:1.1", to = "other:1.1", relation = "subset", strength = 3, basis = "own" },
  { from = "small:1", relation = "none", strength = 0, basis = "own" },
]

[[beyond]]
requirement = "small:1"
extent = "all"
reason = "Nobody asks."
"#;
    let risks = r#"
version = 1

[[risk]]
id = "cuts"
title = "Cuts"
hooks = ["small:1.1", "other:1.1"]
"#;
    let other = small.replace("small", "other");
    [
        (STANDARD, small),
        (OTHER, &other),
        (CROSSWALK, crosswalk),
        (RISKS, risks),
    ]
    .map(|(path, text)| (path, text.to_owned()))
    .to_vec()
}

fn problems(files: &[(&'static str, String)]) -> Vec<Problem> {
    let files = files.iter().map(|(path, text)| File {
        path: (*path).to_owned(),
        bytes: text.as_bytes(),
    });
    load(files).err().unwrap_or_default()
}

#[track_caller]
fn check(path: &str, from: &str, to: &str, at: &str, what: Flaw) {
    let mut files = sound();
    let (_, text) = files.iter_mut().find(|(known, _)| *known == path).unwrap();
    assert!(text.contains(from), "{path} does not hold {from:?}");
    *text = text.replacen(from, to, 1);
    assert_eq!(
        problems(&files),
        [Problem::new(path, at, what)],
        "{from:?} -> {to:?}"
    );
}

fn unknown(what: &'static str, id: &str) -> Flaw {
    let id = id.to_owned();
    Flaw::Unknown { what, id }
}

#[test]
fn a_sound_crosswalk_has_no_problem() {
    assert_eq!(problems(&sound()), []);
}

#[test]
fn slips_in_a_standard_are_found() {
    check(
        STANDARD,
        "\"iso-small\"",
        "\"iso-smal\"",
        "iso-smal",
        Flaw::IdIsNotStem {
            stem: "iso-small".to_owned(),
            id: "iso-smal".to_owned(),
        },
    );
    check(
        STANDARD,
        "version = 1",
        "version = 0",
        "iso-small",
        Flaw::VersionMissing,
    );
    check(
        STANDARD,
        "See your copy.",
        " ",
        "iso-small",
        Flaw::Missing("licence"),
    );
    check(
        STANDARD,
        "\"Tools\"",
        "\"\"",
        "small:1.1",
        Flaw::Missing("title"),
    );
    check(
        STANDARD,
        "reference = \"1.1\"",
        "reference = \"1.2\"",
        "small:1.1",
        Flaw::MalformedId,
    );
    check(
        STANDARD,
        "parent = \"small:1\"",
        "parent = \"small:1.1\"",
        "small:1.1",
        unknown("requirement", "small:1.1"),
    );
}

#[test]
fn slips_in_a_crosswalk_are_found() {
    check(
        CROSSWALK,
        "to = \"other:1.1\"",
        "to = \"other:1.2\"",
        "small:1.1",
        unknown("requirement", "other:1.2"),
    );
    // A requirement of the wrong framework does not resolve either.
    check(
        CROSSWALK,
        "to = \"other:1.1\"",
        "to = \"small:1\"",
        "small:1.1",
        unknown("requirement", "small:1"),
    );
    check(
        CROSSWALK,
        "strength = 3",
        "strength = 11",
        "small:1.1",
        Flaw::LinkAskew,
    );
    check(
        CROSSWALK,
        "strength = 3",
        "strength = 0",
        "small:1.1",
        Flaw::LinkAskew,
    );
    check(
        CROSSWALK,
        "strength = 0",
        "strength = 1",
        "small:1",
        Flaw::LinkAskew,
    );
    check(
        CROSSWALK,
        "\"Nobody asks.\"",
        "\"\"",
        "small:1",
        Flaw::Missing("reason"),
    );
    check(
        CROSSWALK,
        "\"Ours.\"",
        "\"\"",
        "iso-small",
        Flaw::Missing("caveat"),
    );
    let from = "{ from = \"small:1\", relation = \"none\", strength = 0";
    let to = "{ from = \"small:1.1\", to = \"other:1.1\", relation = \"equal\", strength = 9";
    let also_in = CROSSWALK.to_owned();
    check(
        CROSSWALK,
        from,
        to,
        "small:1.1",
        Flaw::DoubledId { also_in },
    );
}

#[test]
fn slips_in_risks_are_found() {
    check(
        RISKS,
        "version = 1",
        "version = 0",
        "file",
        Flaw::VersionMissing,
    );
    check(
        RISKS,
        "\"other:1.1\"",
        "\"other:9\"",
        "cuts",
        unknown("requirement", "other:9"),
    );
    check(RISKS, "\"cuts\"", "\"Cuts\"", "Cuts", Flaw::MalformedId);
}
