//! Broken content, one slip at a time: each is found, named by file and id, and nothing else is.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use content::load::{File, load};
use content::{Flaw, Problem, QuestionKind};

const QUESTIONNAIRE: &str = "questionnaires/tools.toml";
const PEOPLE: &str = "questionnaires/people.toml";
const SAMPLE: &str = "sample/smith.toml";
const KNOWN: &str = "mappings/known/tools.toml";
const ENGLISH: &str = "text/en/ui.toml";
const GERMAN: &str = "text/de/ui.toml";

/// A small sound tree: path and text.
fn sound() -> Vec<(String, String)> {
    let files = [
        (
            QUESTIONNAIRE,
            r#"
id = "tools"
version = 1
about = "system"
title = "Tool"

[[section]]
id = "first"
title = "First"

[[section]]
id = "second"
title = "Second"

[[question]]
id = "sharp"
section = "first"
kind = "single"
label = "Sharp"
prompt = "Is it sharp?"
why = "Sharp tools cut."
cite = "House rules, 1"
options = [{ id = "yes", label = "Yes" }, { id = "no", label = "No" }]

[[question]]
id = "edges"
section = "first"
kind = "multi"
label = "Edges"
prompt = "Which edges?"
why = "Edges cut."
cite = "House rules, 2"
options = [{ id = "left", label = "Left" }, { id = "right", label = "Right" }]
show_when = { is = ["sharp", "yes"] }

[[question]]
id = "weight"
section = "first"
kind = "number"
label = "Weight"
prompt = "How heavy?"
why = "Heavy tools fall."
cite = "House rules, 3"

[[question]]
id = "care"
section = "second"
kind = "long-text"
label = "Care"
prompt = "How is it kept?"
why = "Kept tools last."
cite = "House rules, 4"
good = "Oiled in May."
weak = "Well."
show_when = { all = [{ includes = ["edges", "left"] }, { at_least = ["weight", 2] }] }

[[question]]
id = "keeper"
section = "second"
kind = "record"
record = "person"
label = "Keeper"
prompt = "Who keeps it?"
why = "Somebody must."
cite = "House rules, 5"

[[question]]
id = "bought"
section = "second"
kind = "date"
label = "Bought"
prompt = "When?"
why = "Guarantee."
cite = "House rules, 6"
"#,
        ),
        (
            PEOPLE,
            r#"
id = "people"
version = 1
about = "person"
title = "Person"

[[section]]
id = "only"
title = "Only"

[[question]]
id = "craft"
section = "only"
kind = "text"
label = "Craft"
prompt = "Which craft?"
why = "Crafts differ."
cite = "House rules, 7"
"#,
        ),
        (
            "questionnaires/house.toml",
            r#"
id = "house"
version = 1
about = "organisation"
title = "House"

[[section]]
id = "only"
title = "Only"

[[question]]
id = "address"
section = "only"
kind = "words"
label = "Address"
prompt = "Where?"
why = "To find it."
cite = "House rules, 8"
"#,
        ),
        (
            SAMPLE,
            r#"
id = "smith"
version = 1

[[record]]
kind = "organisation"
name = "Smithy"
answers = { address = ["Lane", "Town"] }

[[record]]
kind = "person"
name = "Anvil"
answers = { craft = "Smith" }

[[record]]
kind = "system"
name = "Saw"
[record.answers]
sharp = { value = "yes", note = "very" }
edges = ["left"]
weight = 3
care = { not-known = "Anvil" }
keeper = "Anvil"
bought = 2026-02-01
"#,
        ),
        (
            KNOWN,
            r#"
id = "tools"
version = 1

[[known]]
question = "sharp"
says = { option = "yes" }
when = { answered = "address" }
counts = true
reason = "Who has an address has a grindstone."
cite = "House rules, 9"

[[known]]
question = "edges"
says = { options = ["left"] }
when = { not = { answered = "address" } }
reason = "The left one is the usual one."
cite = "House rules, 9"
"#,
        ),
        (
            ENGLISH,
            "title = \"Tools\"\n[list]\nrows.one = \"One row\"\nrows.other = \"{n} rows of {file}\"\n",
        ),
        (GERMAN, "title = \"Werkzeug\"\n"),
    ];
    files
        .into_iter()
        .map(|(path, text)| (path.to_owned(), text.to_owned()))
        .collect()
}

/// The sound tree with one place of one file changed.
fn with(path: &str, from: &str, to: &str) -> Vec<(String, String)> {
    let mut files = sound();
    change(&mut files, path, from, to);
    files
}

fn change(files: &mut [(String, String)], path: &str, from: &str, to: &str) {
    let (_, text) = files.iter_mut().find(|(known, _)| known == path).unwrap();
    assert!(text.contains(from), "{path} does not hold {from:?}");
    *text = text.replacen(from, to, 1);
}

fn problems(files: &[(String, String)]) -> Vec<Problem> {
    let files = files.iter().map(|(path, text)| File {
        path: path.clone(),
        bytes: text.as_bytes(),
    });
    load(files).err().unwrap_or_default()
}

/// One change brings exactly one problem, at this place.
fn check(path: &str, from: &str, to: &str, at: &str, what: Flaw) {
    assert_eq!(
        problems(&with(path, from, to)),
        [Problem::new(path, at, what)],
        "{from:?} -> {to:?}"
    );
}

#[test]
fn the_sound_tree_is_sound() {
    let files = sound();
    assert_eq!(problems(&files), []);
    let library = load(files.iter().map(|(path, text)| File {
        path: path.clone(),
        bytes: text.as_bytes(),
    }))
    .unwrap();
    assert_eq!(library.question("care").unwrap().label, "Care");
    assert_eq!(library.questionnaire("people").unwrap().title, "Person");
    // What is not translated stands in English; an unknown language is English as a whole.
    let german = library.texts_in("de");
    assert_eq!(german.get("ui.title"), "Werkzeug");
    assert_eq!(
        german.count("ui.list.rows", 2, &[("file", "a")]),
        "2 rows of a"
    );
    assert_eq!(library.texts_in("xx").get("ui.title"), "Tools");
}

#[test]
fn ids_are_unique_well_formed_and_equal_the_stem() {
    let mut files = with(PEOPLE, "id = \"craft\"", "id = \"address\"");
    change(&mut files, SAMPLE, "answers = { craft = \"Smith\" }", "");
    let also_in = "questionnaires/house.toml".to_owned();
    assert_eq!(
        problems(&files),
        [Problem::new(PEOPLE, "address", Flaw::DoubledId { also_in })]
    );
    let mut files = with(QUESTIONNAIRE, "id = \"bought\"", "id = \"edges\"");
    change(&mut files, SAMPLE, "bought = 2026-02-01", "");
    let also_in = QUESTIONNAIRE.to_owned();
    assert_eq!(
        problems(&files),
        [Problem::new(
            QUESTIONNAIRE,
            "edges",
            Flaw::DoubledId { also_in }
        )]
    );
    check(
        QUESTIONNAIRE,
        "id = \"no\"",
        "id = \"not sharp\"",
        "sharp",
        Flaw::MalformedId,
    );
    check(
        PEOPLE,
        "id = \"people\"",
        "id = \"persons\"",
        "persons",
        Flaw::IdIsNotStem {
            stem: "people".into(),
            id: "persons".into(),
        },
    );
}

#[test]
fn heads() {
    check(
        PEOPLE,
        "version = 1",
        "version = 0",
        "people",
        Flaw::VersionMissing,
    );
    check(
        PEOPLE,
        "title = \"Person\"",
        "title = \" \"",
        "people",
        Flaw::Missing("title"),
    );
}

#[test]
fn one_questionnaire_for_one_kind_of_record() {
    let mut files = with(PEOPLE, "about = \"person\"", "about = \"system\"");
    change(&mut files, SAMPLE, "answers = { craft = \"Smith\" }", "");
    let also_in = PEOPLE.to_owned();
    assert_eq!(
        problems(&files),
        [Problem::new(
            QUESTIONNAIRE,
            "tools",
            Flaw::DoubledSubject { also_in }
        )]
    );
}

#[test]
fn sections() {
    check(
        PEOPLE,
        "title = \"Only\"",
        "title = \"\"",
        "only",
        Flaw::Missing("title"),
    );
    check(
        PEOPLE,
        "[[question]]",
        "[[section]]\nid = \"other\"\ntitle = \"Other\"\n[[question]]",
        "other",
        Flaw::EmptySection,
    );
    check(
        QUESTIONNAIRE,
        "id = \"bought\"\nsection = \"second\"",
        "id = \"bought\"\nsection = \"third\"",
        "bought",
        Flaw::UnknownSection("third".into()),
    );
    check(
        QUESTIONNAIRE,
        "id = \"bought\"\nsection = \"second\"",
        "id = \"bought\"\nsection = \"first\"",
        "bought",
        Flaw::OutOfOrder,
    );
}

#[test]
fn words_that_must_be_there() {
    for (name, line) in [
        ("label", "label = \"Weight\""),
        ("prompt", "prompt = \"How heavy?\""),
        ("why", "why = \"Heavy tools fall.\""),
        ("cite", "cite = \"House rules, 3\""),
    ] {
        let blank = format!("{name} = \"\"");
        check(QUESTIONNAIRE, line, &blank, "weight", Flaw::Missing(name));
    }
    check(
        QUESTIONNAIRE,
        "weak = \"Well.\"\n",
        "",
        "care",
        Flaw::ExampleMissing,
    );
    for case in ["inside", "outside"] {
        check(
            QUESTIONNAIRE,
            "cite = \"House rules, 3\"",
            &format!("cite = \"House rules, 3\"\n{case} = \"A case.\""),
            "weight",
            Flaw::BoundaryMissing,
        );
    }
    check(
        QUESTIONNAIRE,
        "label = \"Weight\"",
        "label = \"SHARP\"",
        "weight",
        Flaw::DoubledLabel("sharp".into()),
    );
}

#[test]
fn what_a_kind_needs() {
    check(
        QUESTIONNAIRE,
        "options = [{ id = \"left\", label = \"Left\" }, { id = \"right\", label = \"Right\" }]",
        "options = [{ id = \"left\", label = \"Left\" }]",
        "edges",
        Flaw::TooFewOptions(QuestionKind::Multi),
    );
    check(
        QUESTIONNAIRE,
        "label = \"Right\"",
        "label = \"\"",
        "edges",
        Flaw::Missing("label of an option"),
    );
    check(
        QUESTIONNAIRE,
        "label = \"Right\"",
        "label = \"left\"",
        "edges",
        Flaw::DoubledLabel("left".into()),
    );
    check(
        QUESTIONNAIRE,
        "{ id = \"right\"",
        "{ id = \"left\"",
        "edges",
        Flaw::DoubledId {
            also_in: "option left".into(),
        },
    );
    check(
        PEOPLE,
        "cite =",
        "options = [{ id = \"a\", label = \"A\" }, { id = \"b\", label = \"B\" }]\ncite =",
        "craft",
        Flaw::SuperfluousOptions(QuestionKind::Text),
    );
    check(
        PEOPLE,
        "cite =",
        "record = \"person\"\ncite =",
        "craft",
        Flaw::SuperfluousRecordKind,
    );
    check(
        PEOPLE,
        "cite =",
        "past = true\ncite =",
        "craft",
        Flaw::SuperfluousPast,
    );
    let mut files = with(QUESTIONNAIRE, "record = \"person\"\n", "");
    change(&mut files, SAMPLE, "keeper = \"Anvil\"\n", "");
    assert_eq!(
        problems(&files),
        [Problem::new(
            QUESTIONNAIRE,
            "keeper",
            Flaw::RecordKindMissing
        )]
    );
}

#[test]
fn conditions_look_at_what_is_there_and_came_before() {
    let condition = "show_when = { is = [\"sharp\", \"yes\"] }";
    let cases = [
        (
            "show_when = { is = [\"blunt\", \"yes\"] }",
            Flaw::UnknownQuestion("blunt".into()),
        ),
        (
            "show_when = { is = [\"sharp\", \"perhaps\"] }",
            Flaw::UnknownOption("sharp".into(), "perhaps".into()),
        ),
        (
            "show_when = { includes = [\"sharp\", \"yes\"] }",
            Flaw::WrongOperator {
                operator: "includes",
                question: "sharp".into(),
                kind: QuestionKind::Single,
            },
        ),
        (
            "show_when = { at_least = [\"weight\", 1] }",
            Flaw::LooksAhead("weight".into()),
        ),
        (
            "show_when = { includes = [\"edges\", \"left\"] }",
            Flaw::LooksAhead("edges".into()),
        ),
        (
            // Of another questionnaire: conditions stay within one.
            "show_when = { is = [\"craft\", \"yes\"] }",
            Flaw::UnknownQuestion("craft".into()),
        ),
    ];
    for (to, what) in cases {
        check(QUESTIONNAIRE, condition, to, "edges", what);
    }
}

#[test]
fn a_question_that_cannot_come_up_is_found() {
    let condition = "show_when = { all = [{ includes = [\"edges\", \"left\"] }, { at_least = [\"weight\", 2] }] }";
    let unreachable = [
        "show_when = { any = [] }",
        "show_when = { all = [{ is = [\"sharp\", \"yes\"] }, { is = [\"sharp\", \"no\"] }] }",
        "show_when = { all = [{ at_least = [\"weight\", 5] }, { not = { at_least = [\"weight\", 3] } }] }",
        "show_when = { not = { any = [{ is = [\"sharp\", \"yes\"] }, { not = { is = [\"sharp\", \"yes\"] } }] } }",
        // `edges` is asked only of what is sharp, so these two exclude each other.
        "show_when = { all = [{ is = [\"sharp\", \"no\"] }, { includes = [\"edges\", \"left\"] }] }",
        "show_when = { all = [{ is = [\"sharp\", \"no\"] }, { not = { includes = [\"edges\", \"left\"] } }] }",
    ];
    for to in unreachable {
        check(QUESTIONNAIRE, condition, to, "care", Flaw::Unreachable);
    }
    let reachable = [
        "show_when = { all = [] }",
        "show_when = { all = [{ includes = [\"edges\", \"left\"] }, { includes = [\"edges\", \"right\"] }] }",
        "show_when = { any = [{ any = [] }, { is = [\"sharp\", \"no\"] }] }",
        "show_when = { all = [{ at_least = [\"weight\", 3] }, { not = { at_least = [\"weight\", 5] } }] }",
        // "Not applicable" is an answer that is neither.
        "show_when = { not = { any = [{ is = [\"sharp\", \"yes\"] }, { is = [\"sharp\", \"no\"] }] } }",
    ];
    for to in reachable {
        assert_eq!(problems(&with(QUESTIONNAIRE, condition, to)), [], "{to}");
    }
}

#[test]
fn a_retired_question_brings_nothing_up() {
    let files = with(
        QUESTIONNAIRE,
        "label = \"Sharp\"",
        "label = \"Sharp\"\nretired = \"version 2: nobody knew\"",
    );
    let found = problems(&files);
    let unreachable = |id: &str| Problem::new(QUESTIONNAIRE, id, Flaw::Unreachable);
    assert_eq!(found, [unreachable("edges"), unreachable("care")]);
}

#[test]
fn what_is_not_toml_is_named_by_its_line() {
    let found = problems(&with(PEOPLE, "version = 1", "version = = 1"));
    assert!(
        found
            .iter()
            .any(|problem| problem.file == PEOPLE && problem.at == "line 3"),
        "{found:?}"
    );
    // A question of the wrong form is named by its line, and whoever looks at it is not blamed.
    let found = problems(&with(
        QUESTIONNAIRE,
        "id = \"sharp\"\nsection = \"first\"\nkind = \"single\"",
        "id = \"sharp\"\nsection = \"first\"\nkind = \"sinlge\"",
    ));
    let questionnaire: Vec<&Problem> = found
        .iter()
        .filter(|problem| problem.file == QUESTIONNAIRE)
        .collect();
    assert_eq!(questionnaire.len(), 1, "{found:?}");
    assert_eq!(questionnaire[0].at, "line 18");
    assert!(questionnaire[0].to_string().contains("sinlge"));
    // A key nobody knows is a slip too.
    let found = problems(&with(PEOPLE, "label =", "labl = \"x\"\nlabel ="));
    assert!(found[0].to_string().contains("labl"), "{found:?}");
}

/// A file torn at any place never brings the reader down, and a torn questionnaire is never taken for
/// a whole one: either it is broken itself, or the sample answers what it no longer asks.
#[test]
fn torn_files_are_problems() {
    let files = sound();
    for (place, (path, text)) in files.iter().enumerate() {
        for cut in (0..text.trim_end().len()).step_by(7) {
            let mut torn = files.clone();
            torn[place].1.truncate(cut);
            let found = problems(&torn);
            if path.starts_with("questionnaires/") {
                assert!(!found.is_empty(), "{path} cut at {cut} went unseen");
            }
        }
    }
}

#[test]
fn column_mappings_are_handed_on_as_they_are() {
    let path = "mappings/import/list.toml";
    let mut files = sound();
    files.push((path.into(), "name = \"List\"\n".into()));
    let library = load(files.iter().map(|(path, text)| File {
        path: path.clone(),
        bytes: text.as_bytes(),
    }))
    .unwrap();
    assert_eq!(library.import_mappings()["list"], "name = \"List\"\n");
    files.last_mut().unwrap().1 = "name = \n".into();
    assert_eq!(problems(&files)[0].file, path);
}

#[test]
fn files_that_do_not_belong() {
    let mut files = sound();
    files.push(("questionnaires/notes.md".into(), String::new()));
    files.push(("fonts/a.toml".into(), String::new()));
    assert_eq!(
        problems(&files),
        [
            Problem::new("fonts/a.toml", "file", Flaw::StrayFile),
            Problem::new("questionnaires/notes.md", "file", Flaw::StrayFile),
        ]
    );
    let bytes = [0xff, 0xfe, b'a'];
    let not_text = File {
        path: ENGLISH.to_owned(),
        bytes: &bytes,
    };
    assert_eq!(
        load([not_text]).unwrap_err(),
        [Problem::new(ENGLISH, "file", Flaw::NotUtf8)]
    );
}

#[test]
fn texts() {
    check(
        ENGLISH,
        "\"Tools\"",
        "\"Tools {of\"",
        "ui.title",
        Flaw::LooseBrace,
    );
    check(
        ENGLISH,
        "rows.other = \"{n} rows of {file}\"\n",
        "",
        "ui.list.rows.one",
        Flaw::HalfPlural,
    );
    check(
        ENGLISH,
        "rows.one = \"One row\"\n",
        "",
        "ui.list.rows.other",
        Flaw::HalfPlural,
    );
    let word = with(ENGLISH, "title =", "choice.other = \"Other\"\ntitle =");
    assert_eq!(problems(&word), [], "a word, not a plural");
    check(
        ENGLISH,
        "\"One row\"",
        "\"One row in {place}\"",
        "ui.list.rows.one",
        Flaw::UnknownPlaceholder("place".into()),
    );
    check(
        GERMAN,
        "\"Werkzeug\"",
        "\"Werkzeug von {wem}\"",
        "ui.title",
        Flaw::UnknownPlaceholder("wem".into()),
    );
    check(
        GERMAN,
        "title =",
        "titel = \"T\"\ntitle =",
        "ui.titel",
        Flaw::NotInEnglish,
    );
    check(
        ENGLISH,
        "\"Tools\"",
        "\"\"",
        "ui.title",
        Flaw::Missing("text"),
    );
}

#[test]
fn samples() {
    check(
        SAMPLE,
        "weight = 3",
        "colour = \"red\"",
        "Saw",
        Flaw::NotAsked("colour".into()),
    );
    for wrong in [
        "weight = \"3\"",
        "weight = { value = 3, remark = \"x\" }",
        "weight = { not-applicable = \" \" }",
        "weight = {}",
    ] {
        check(
            SAMPLE,
            "weight = 3",
            wrong,
            "Saw",
            Flaw::WrongForm("weight".into()),
        );
    }
    check(
        SAMPLE,
        "edges = [\"left\"]",
        "edges = [\"top\"]",
        "Saw",
        Flaw::WrongForm("edges".into()),
    );
    check(
        SAMPLE,
        "bought = 2026-02-01",
        "bought = 2026-02-01T10:00:00",
        "Saw",
        Flaw::WrongForm("bought".into()),
    );
    for (from, to, question) in [
        ("keeper = \"Anvil\"", "keeper = \"Hammer\"", "keeper"),
        ("not-known = \"Anvil\"", "not-known = \"Hammer\"", "care"),
    ] {
        check(
            SAMPLE,
            from,
            to,
            "Saw",
            Flaw::UnknownRecord {
                question: question.into(),
                name: "Hammer".into(),
            },
        );
    }
    check(
        SAMPLE,
        "kind = \"person\"\nname = \"Anvil\"\nanswers = { craft = \"Smith\" }",
        "kind = \"person\"\nname = \"Anvil\"\n[[record]]\nkind = \"person\"\nname = \"Anvil\"",
        "Anvil",
        Flaw::DoubledId {
            also_in: SAMPLE.to_owned(),
        },
    );
    check(
        SAMPLE,
        "kind = \"organisation\"\nname = \"Smithy\"\nanswers = { address = [\"Lane\", \"Town\"] }",
        "kind = \"person\"\nname = \"Smithy\"",
        "smith",
        Flaw::Organisations(0),
    );
}

#[test]
fn all_problems_of_all_files_are_told_at_once() {
    let mut files = with(QUESTIONNAIRE, "label = \"Weight\"", "label = \"\"");
    change(
        &mut files,
        QUESTIONNAIRE,
        "cite = \"House rules, 6\"",
        "cite = \"\"",
    );
    change(&mut files, PEOPLE, "version = 1", "version = 0");
    change(&mut files, SAMPLE, "weight = 3", "weight = \"3\"");
    change(&mut files, ENGLISH, "\"Tools\"", "\"}\"");
    change(&mut files, GERMAN, "title =", "titel =");
    files.push(("text/en/half.toml".into(), "a = ".into()));
    let found = problems(&files);
    let places: Vec<(&str, &str)> = found
        .iter()
        .map(|problem| (problem.file.as_str(), problem.at.as_str()))
        .collect();
    assert_eq!(
        places,
        [
            (PEOPLE, "people"),
            (QUESTIONNAIRE, "weight"),
            (QUESTIONNAIRE, "bought"),
            (SAMPLE, "Saw"),
            (GERMAN, "ui.titel"),
            ("text/en/half.toml", "line 1"),
            (ENGLISH, "ui.title"),
        ]
    );
}

#[test]
fn words_of_lists_stand_for_one_thing_that_is_asked() {
    const WORDS: &str = "mappings/words.toml";
    let sound_words = "version = 1\n[headings]\nname = [\"tool\"]\nkeeper = [\"keeper\", \"who\"]\n[options.sharp]\nyes = [\"keen\"]\nno = [\"blunt\"]\n";
    let with_words = |from: &str, to: &str| {
        let mut files = sound();
        files.push((WORDS.to_owned(), sound_words.to_owned()));
        change(&mut files, WORDS, from, to);
        problems(&files)
    };
    assert_eq!(with_words("tool", "tool"), []);
    let unknown = |what, id: &str| Flaw::Unknown {
        what,
        id: id.to_owned(),
    };
    for (from, to, at, what) in [
        ("keeper =", "owner =", "owner", unknown("question", "owner")),
        (
            "s.sharp]",
            "s.blunt]",
            "blunt",
            unknown("question", "blunt"),
        ),
        ("yes =", "maybe =", "sharp", unknown("option", "maybe")),
        ("\"who\"", "\" \"", "keeper", Flaw::Missing("word")),
        ("[\"tool\"]", "[]", "name", Flaw::Missing("word")),
        (
            "\"who\"",
            "\"keeper\"",
            "keeper",
            Flaw::DoubledWord("keeper".into()),
        ),
        ("blunt", "keen", "sharp", Flaw::DoubledWord("keen".into())),
        ("version = 1", "version = 0", "file", Flaw::VersionMissing),
    ] {
        assert_eq!(
            with_words(from, to),
            [Problem::new(WORDS, at, what)],
            "{from} -> {to}"
        );
    }
    assert_eq!(with_words("[headings]", "[headings").len(), 1);
}

#[test]
fn what_is_known_from_elsewhere() {
    let told = |from: &str, to: &str, at: &str, what: Flaw| check(KNOWN, from, to, at, what);
    let unknown = |what: &'static str, id: &str| Flaw::Unknown {
        what,
        id: id.to_owned(),
    };
    told("version = 1", "version = 0", "tools", Flaw::VersionMissing);
    told(
        "reason = \"Who has an address has a grindstone.\"",
        "reason = \" \"",
        "sharp",
        Flaw::Missing("reason"),
    );
    told(
        "cite = \"House rules, 9\"",
        "cite = \"\"",
        "sharp",
        Flaw::Missing("cite"),
    );
    told(
        "question = \"sharp\"",
        "question = \"blunt\"",
        "blunt",
        unknown("question", "blunt"),
    );
    told(
        "option = \"yes\"",
        "option = \"perhaps\"",
        "sharp",
        Flaw::UnknownOption("sharp".into(), "perhaps".into()),
    );
    told(
        "options = [\"left\"]",
        "options = [\"left\", \"top\"]",
        "edges",
        Flaw::UnknownOption("edges".into(), "top".into()),
    );
    for says in ["{ options = [\"yes\"] }", "{ answer-of = \"address\" }"] {
        let what = Flaw::DoesNotFit {
            question: "sharp".into(),
            kind: QuestionKind::Single,
        };
        told("{ option = \"yes\" }", says, "sharp", what);
    }
    told(
        "reason = \"The left",
        "counts = true\nreason = \"The left",
        "edges",
        Flaw::SeveralCount,
    );
    let address = "when = { answered = \"address\" }";
    for (when, what) in [
        ("{ all = [] }", Flaw::Missing("when")),
        ("{ answered = \"gate\" }", unknown("question", "gate")),
        // Asked of people, not of tools or their house.
        ("{ answered = \"craft\" }", unknown("question", "craft")),
        (
            "{ at_least = [\"weight\", 1] }",
            Flaw::LooksAtItself("weight".into()),
        ),
        (
            "{ is = [\"address\", \"here\"] }",
            Flaw::WrongOperator {
                operator: "is",
                question: "address".into(),
                kind: QuestionKind::Words,
            },
        ),
    ] {
        told(address, &format!("when = {when}"), "sharp", what);
    }
    let mut rule = with(
        KNOWN,
        address,
        "when = { all = [{ answered = \"address\" }, { holds = \"cut\" }] }",
    );
    change(&mut rule, KNOWN, "id = \"tools\"", "id = \"saws\"");
    let stem = Flaw::IdIsNotStem {
        stem: "tools".into(),
        id: "saws".into(),
    };
    assert_eq!(
        problems(&rule),
        [
            Problem::new(KNOWN, "saws", stem),
            Problem::new(KNOWN, "saws", unknown("questionnaire", "saws")),
        ]
    );
    told(
        address,
        "when = { all = [{ answered = \"address\" }, { holds = \"cut\" }] }",
        "sharp",
        Flaw::OnlyInRules("holds"),
    );
}
