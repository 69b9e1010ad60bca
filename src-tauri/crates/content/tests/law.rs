//! A small law, and every slip one can make in it: each is found, named by file and id, and nothing
//! else is.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use content::load::{File, load};
use content::{Flaw, Library, Problem, QuestionKind, RecordKind};

const HEAD: &str = "frameworks/tool-law/framework.toml";
const RULES: &str = "frameworks/tool-law/rules-use.toml";
const DUTIES: &str = "frameworks/tool-law/duties.toml";
const QUESTIONS: &str = "questionnaires/tool-law.toml";

/// A small sound law with its questionnaire.
fn sound() -> Vec<(&'static str, String)> {
    [
        (HEAD, include_str!("tool-law/framework.toml")),
        (RULES, include_str!("tool-law/rules-use.toml")),
        (DUTIES, include_str!("tool-law/duties.toml")),
        (QUESTIONS, include_str!("tool-law/questions.toml")),
        (
            "questionnaires/tools.toml",
            include_str!("tool-law/tools.toml"),
        ),
    ]
    .map(|(path, text)| (path, text.to_owned()))
    .to_vec()
}

fn with(path: &str, from: &str, to: &str) -> Vec<(&'static str, String)> {
    let mut files = sound();
    let (_, text) = files.iter_mut().find(|(known, _)| *known == path).unwrap();
    assert!(text.contains(from), "{path} does not hold {from:?}");
    *text = text.replacen(from, to, 1);
    files
}

fn read(files: &[(&'static str, String)]) -> Result<Library, Vec<Problem>> {
    load(files.iter().map(|(path, text)| File {
        path: (*path).to_owned(),
        bytes: text.as_bytes(),
    }))
}

fn problems(files: &[(&'static str, String)]) -> Vec<Problem> {
    read(files).err().unwrap_or_default()
}

/// One change brings exactly one problem, at this place.
#[track_caller]
fn check(path: &str, from: &str, to: &str, at: &str, what: Flaw) {
    elsewhere(path, from, to, path, at, what);
}

/// The same, where a change in one file is a problem of another.
#[track_caller]
fn elsewhere(path: &str, from: &str, to: &str, file: &str, at: &str, what: Flaw) {
    assert_eq!(
        problems(&with(path, from, to)),
        [Problem::new(file, at, what)],
        "{from:?} -> {to:?}"
    );
}

fn unknown(what: &'static str, id: &str) -> Flaw {
    Flaw::Unknown {
        what,
        id: id.to_owned(),
    }
}

#[test]
fn a_sound_law_is_read_whole_with_rules_in_the_order_of_their_stages() {
    let library = read(&sound()).unwrap_or_else(|found| panic!("{found:?}"));
    let law = library.framework("tool-law").unwrap();
    let rules: Vec<&str> = law.rules.iter().map(|rule| rule.id.as_str()).collect();
    assert_eq!(rules, ["no-tool", "sharp", "old", "keeping"]);
    assert_eq!(law.day("D-USE").unwrap().to_string(), "2027-01-01");
    assert_eq!(
        law.guidance[0].by.map(|day| day.to_string()),
        Some("2027-06-01".to_owned())
    );
    assert_eq!(law.duties.len() + law.routes.len(), 2);
    assert_eq!(library.questions_of(law).unwrap().id.as_str(), "tool-law");
}

#[test]
fn what_a_framework_asks_describes_no_record() {
    let library = read(&sound()).unwrap();
    let described = library.questionnaire_about(RecordKind::System).unwrap();
    assert_eq!(described.id.as_str(), "tools");
    assert_eq!(library.questionnaires.len(), 1);
    assert_eq!(library.question("material").unwrap().label, "Material");
    assert_eq!(library.question("colour").unwrap().label, "Colour");
    // Without the law it would be a second description of the same kind of record.
    let mut files = sound();
    files.retain(|(path, _)| !path.starts_with("frameworks/"));
    assert!(matches!(
        problems(&files)[0].what,
        Flaw::DoubledSubject { .. }
    ));
}

#[test]
fn references_that_lead_nowhere() {
    for (path, from, to, at, what, id) in [
        (
            RULES,
            "stage = \"scope\"",
            "stage = \"scop\"",
            "no-tool",
            "stage",
            "scop",
        ),
        (
            RULES,
            "holds = \"no-tool\"",
            "holds = \"no-tol\"",
            "sharp",
            "rule",
            "no-tol",
        ),
        (
            RULES,
            "from = \"D-USE\"",
            "from = \"D-US\"",
            "sharp",
            "date",
            "D-US",
        ),
        (
            RULES,
            "since = \"D-USE\"",
            "since = \"D-US\"",
            "old",
            "date",
            "D-US",
        ),
        (
            RULES,
            "before = [\"made-on\", \"D-USE\"]",
            "before = [\"made-on\", \"D-US\"]",
            "old",
            "date",
            "D-US",
        ),
        (
            RULES,
            "by = \"use-or-late\"",
            "by = \"late\"",
            "old",
            "date or schedule",
            "late",
        ),
        (
            RULES,
            "sources = [\"OJ\"]",
            "sources = [\"OK\"]",
            "sharp",
            "source",
            "OK",
        ),
        (
            RULES,
            "unsettled = [\"blunt\"]",
            "unsettled = [\"blnt\"]",
            "sharp",
            "unsettled point",
            "blnt",
        ),
        (
            RULES,
            "class = \"outside\"",
            "class = \"outsid\"",
            "no-tool",
            "class",
            "outsid",
        ),
        (
            RULES,
            "role = \"keeper\"",
            "role = \"keepr\"",
            "keeping",
            "role",
            "keepr",
        ),
        (
            DUTIES,
            "roles = [\"keeper\"]",
            "roles = [\"keepr\"]",
            "K-1",
            "role",
            "keepr",
        ),
        (
            DUTIES,
            "when = { holds = \"sharp\" }",
            "when = { holds = \"shrp\" }",
            "K-1",
            "rule",
            "shrp",
        ),
        (
            DUTIES,
            "effective = \"use-or-late\"",
            "effective = \"D-US\"",
            "K-1",
            "date or schedule",
            "D-US",
        ),
        (
            DUTIES,
            "formal = \"D-USE\"",
            "formal = \"use-or-late\"",
            "K-1",
            "date",
            "use-or-late",
        ),
        (
            DUTIES,
            "legacy = \"old\"",
            "legacy = \"od\"",
            "K-1",
            "rule",
            "od",
        ),
        (
            DUTIES,
            "penalty = \"9-1\"",
            "penalty = \"9-2\"",
            "K-1",
            "penalty",
            "9-2",
        ),
        (
            DUTIES,
            "duty = \"K-1\"",
            "duty = \"K-2\"",
            "guild",
            "duty",
            "K-2",
        ),
        (
            HEAD,
            "date = \"D-LATE\"",
            "date = \"D-LAT\"",
            "use-or-late",
            "date",
            "D-LAT",
        ),
        (
            HEAD,
            "sources = [\"OJ\"]",
            "sources = [\"OK\"]",
            "D-USE",
            "source",
            "OK",
        ),
    ] {
        check(path, from, to, at, unknown(what, id));
    }
    assert_eq!(
        problems(&with(
            HEAD,
            "questionnaire = \"tool-law\"",
            "questionnaire = \"tols\""
        ))
        .iter()
        .find(|problem| problem.file == HEAD)
        .map(|problem| &problem.what),
        Some(&unknown("questionnaire", "tols"))
    );
}

#[test]
fn conditions_of_rules_fit_the_questions() {
    let condition = "is = [\"material\", \"air\"]";
    for (to, what) in [
        (
            "is = [\"matter\", \"air\"]",
            Flaw::UnknownQuestion("matter".into()),
        ),
        (
            "is = [\"colour\", \"red\"]",
            Flaw::UnknownQuestion("colour".into()),
        ),
        (
            "is = [\"material\", \"fire\"]",
            Flaw::UnknownOption("material".into(), "fire".into()),
        ),
        (
            "before = [\"length\", \"D-USE\"]",
            Flaw::WrongOperator {
                operator: "before",
                question: "length".into(),
                kind: QuestionKind::Number,
            },
        ),
    ] {
        check(RULES, condition, to, "no-tool", what);
    }
    let retired = with(
        QUESTIONS,
        "label = \"Reason\"",
        "label = \"Reason\"\nretired = \"version 2: nobody knew\"",
    );
    let looks_at = Flaw::LooksAtRetired("reason".into());
    assert_eq!(
        problems(&retired),
        [Problem::new(RULES, "keeping", looks_at)]
    );
}

#[test]
fn a_questionnaire_knows_no_rules_and_a_law_hides_no_question() {
    check(
        "questionnaires/tools.toml",
        "[[question]]",
        "[[question]]\nshow_when = { holds = \"sharp\" }",
        "colour",
        Flaw::OnlyInRules("holds"),
    );
    check(
        QUESTIONS,
        "label = \"Made\"",
        "label = \"Made\"\nshow_when = { is = [\"material\", \"steel\"] }",
        "made-on",
        Flaw::HidesQuestion,
    );
}

#[test]
fn a_rule_never_looks_at_itself() {
    check(
        RULES,
        "when = { is = [\"material\", \"air\"] }",
        "when = { any = [{ is = [\"material\", \"air\"] }, { holds = \"sharp\" }] }",
        "sharp",
        Flaw::Circle("sharp > no-tool > sharp".to_owned()),
    );
    check(
        RULES,
        "when = { answered = \"reason\" }",
        "when = { any = [{ answered = \"reason\" }, { holds = \"keeping\" }] }",
        "keeping",
        Flaw::Circle("keeping > keeping".to_owned()),
    );
}

#[test]
fn what_no_answers_can_bring_about() {
    for to in [
        "when = { all = [{ is = [\"material\", \"air\"] }, { is = [\"material\", \"wood\"] }] }",
        "when = { all = [{ is = [\"material\", \"air\"] }, { since = \"D-LATE\" }, { not = { since = \"D-USE\" } }] }",
        "when = { all = [{ is = [\"material\", \"air\"] }, { before = [\"made-on\", \"D-USE\"] }, { not = { before = [\"made-on\", \"D-LATE\"] } }] }",
        "when = { all = [{ is = [\"material\", \"air\"] }, { answered = \"reason\" }, { not = { answered = \"reason\" } }] }",
        "when = { all = [{ is = [\"material\", \"air\"] }, { not = { answered = \"material\" } }] }",
    ] {
        let from = "when = { is = [\"material\", \"air\"] }";
        check(RULES, from, to, "no-tool", Flaw::Unmeetable);
    }
    // Seen through another rule.
    check(
        DUTIES,
        "when = { holds = \"sharp\" }",
        "when = { all = [{ holds = \"sharp\" }, { is = [\"material\", \"air\"] }] }",
        "K-1",
        Flaw::Unmeetable,
    );
    for to in [
        "when = { all = [{ is = [\"material\", \"air\"] }, { since = \"D-USE\" }, { not = { since = \"D-LATE\" } }] }",
        "when = { all = [{ is = [\"material\", \"air\"] }, { not = { answered = \"length\" } }, { not = { before = [\"made-on\", \"D-LATE\"] } }] }",
    ] {
        let from = "when = { is = [\"material\", \"air\"] }";
        assert_eq!(problems(&with(RULES, from, to)), [], "{to}");
    }
}

#[test]
fn nothing_idles() {
    check(
        RULES,
        "role = \"keeper\"",
        "role = \"keeper\"\n[[rule]]\nid = \"idle\"\nstage = \"use\"\ntitle = \"T\"\nplain = \"P\"\ncite = \"C\"\nlevel = \"S\"\nsources = [\"OJ\"]\nwhen = { is = [\"material\", \"air\"] }",
        "idle",
        Flaw::Idle,
    );
    check(
        HEAD,
        "[[penalty]]",
        "[[schedule]]\nid = \"never\"\nstep = [{ date = \"D-USE\" }]\n[[penalty]]",
        "never",
        Flaw::Idle,
    );
    check(
        HEAD,
        "[[role]]",
        "[[role]]\nid = \"maker\"\ntitle = \"T\"\nplain = \"P\"\ncite = \"C\"\n[[role]]",
        "maker",
        Flaw::Unconcluded,
    );
    check(
        HEAD,
        "[[class]]\nid = \"sharp_tool\"",
        "[[class]]\nid = \"blunt_tool\"\ntitle = \"T\"\nplain = \"P\"\ncite = \"C\"\n[[class]]\nid = \"sharp_tool\"",
        "blunt_tool",
        Flaw::Unconcluded,
    );
    elsewhere(
        RULES,
        "when = { answered = \"reason\" }",
        "when = { is = [\"material\", \"steel\"] }",
        QUESTIONS,
        "reason",
        Flaw::NotLookedAt,
    );
    check(
        QUESTIONS,
        "{ id = \"wood\"",
        "{ id = \"bone\", label = \"Bone\" }, { id = \"wood\"",
        "material",
        Flaw::NotToldApart("bone, wood".to_owned()),
    );
}

#[test]
fn what_remains_is_the_last_class_and_concluded_by_none() {
    check(
        RULES,
        "class = \"outside\"",
        "class = \"minimal\"",
        "no-tool",
        Flaw::ResidualConcluded,
    );
    check(
        HEAD,
        "[[class]]\nid = \"minimal\"",
        "[[class]]\nid = \"rest\"\ntitle = \"T\"\nplain = \"P\"\ncite = \"C\"\nresidual = true\n[[class]]\nid = \"minimal\"",
        "rest",
        Flaw::ResidualNotLast,
    );
}

#[test]
fn ids_words_and_readings() {
    check(
        RULES,
        "cite = \"Art. 10\"",
        "cite = \" \"",
        "old",
        Flaw::Missing("cite"),
    );
    check(
        RULES,
        "sources = [\"OJ\"]",
        "sources = []",
        "sharp",
        Flaw::Missing("sources"),
    );
    check(
        DUTIES,
        "trigger = \"sharp\"",
        "trigger = \"\"",
        "K-1",
        Flaw::Missing("trigger"),
    );
    check(
        HEAD,
        "version = 3",
        "version = 0",
        "tool-law",
        Flaw::VersionMissing,
    );
    check(HEAD, "ours = 1", "ours = 2", "blunt", Flaw::ReadingMissing);
    check(
        HEAD,
        "[\"Out\", \"In\"]\nours = 1",
        "[\"Out\"]\nours = 0",
        "blunt",
        Flaw::ReadingMissing,
    );
    check(
        HEAD,
        "id = \"handbook\"",
        "id = \"hand book\"",
        "hand book",
        Flaw::MalformedId,
    );
    let also_in = HEAD.to_owned();
    check(
        HEAD,
        "[[schedule]]\nid = \"use-or-late\"",
        "[[schedule]]\nid = \"D-LATE\"\nstep = [{ date = \"D-USE\" }]\n[[schedule]]\nid = \"use-or-late\"",
        "D-LATE",
        Flaw::DoubledId { also_in },
    );
    check(
        HEAD,
        "id = \"tool-law\"",
        "id = \"law\"",
        "law",
        Flaw::IdIsNotStem {
            stem: "tool-law".into(),
            id: "law".into(),
        },
    );
}

#[test]
fn what_cannot_be_read_is_named_by_its_line_and_nobody_else_is_blamed() {
    for (path, from, to, words) in [
        (RULES, "cite = \"Art. 1\"", "", "cite"),
        (
            RULES,
            "id = \"no-tool\"\nstage",
            "id = \"no-tool\"\nclas = \"x\"\nstage",
            "clas",
        ),
        (RULES, "level = \"P\"", "level = \"P/S\"", "P/S"),
        (
            RULES,
            "{ is = [\"material\", \"air\"] }",
            "{ equals = [\"material\", \"air\"] }",
            "equals",
        ),
        (DUTIES, "[[route]]", "[[rout]]", "rout"),
        (
            HEAD,
            "on = 2027-01-01",
            "on = 2027-01-01T10:00:00",
            "without a time",
        ),
        (HEAD, "as_of = 2026-11-22", "as_of = \"today\"", "today"),
    ] {
        let found = problems(&with(path, from, to));
        let [problem] = found.as_slice() else {
            panic!("{to:?}: {found:?}");
        };
        assert!(problem.at.starts_with("line "), "{problem}");
        assert!(problem.to_string().contains(words), "{problem}");
    }
    let mut files = sound();
    files.retain(|(path, _)| *path != HEAD);
    assert_eq!(
        problems(&files),
        [Problem::new(HEAD, "file", Flaw::HeadMissing)]
    );
}

#[test]
fn all_slips_are_told_at_once() {
    let mut files = with(RULES, "cite = \"Art. 10\"", "cite = \"\"");
    for (path, from, to) in [
        (RULES, "class = \"outside\"", "class = \"outsid\""),
        (DUTIES, "penalty = \"9-1\"", "penalty = \"9-2\""),
        (HEAD, "ours = 1", "ours = 7"),
        (QUESTIONS, "label = \"Edges\"", "label = \"\""),
    ] {
        let (_, text) = files.iter_mut().find(|(known, _)| *known == path).unwrap();
        *text = text.replacen(from, to, 1);
    }
    let found = problems(&files);
    let places: Vec<(&str, &str)> = found
        .iter()
        .map(|problem| (problem.file.as_str(), problem.at.as_str()))
        .collect();
    assert_eq!(
        places,
        [
            (DUTIES, "K-1"),
            (HEAD, "blunt"),
            (RULES, "old"),
            (RULES, "no-tool"),
            (QUESTIONS, "edges"),
        ]
    );
}
