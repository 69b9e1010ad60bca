//! Catalogues of ready-made records, and scales that a linked record defines: what a sound one is, and each way
//! to get it wrong.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use content::load::{File, load};
use content::{Flaw, Library, Problem, RecordKind, Said};

const METHOD: (&str, &str) = (
    "questionnaires/method.toml",
    r#"
id = "method"
version = 1
about = "method"
title = "Method"
[[section]]
id = "only"
title = "Only"
[[question]]
id = "steps"
section = "only"
kind = "long-text"
label = "Steps"
prompt = "Which steps?"
why = "To count them."
cite = "House rules, 1"
good = "Low: a bit"
weak = "Low"
[[question]]
id = "edition"
section = "only"
kind = "text"
label = "Edition"
prompt = "Which edition?"
why = "To name it."
cite = "House rules, 1"
"#,
);
const RISK: (&str, &str) = (
    "questionnaires/risk.toml",
    r#"
id = "risk"
version = 1
about = "risk"
title = "Risk"
[[section]]
id = "only"
title = "Only"
[[question]]
id = "by-method"
section = "only"
kind = "record"
record = "method"
label = "Method"
prompt = "By which?"
why = "To know the steps."
cite = "House rules, 2"
[[question]]
id = "step"
section = "only"
kind = "scale"
scale = { by = "by-method", of = "steps" }
label = "Step"
prompt = "Which step?"
why = "To rate it."
cite = "House rules, 2"
[[question]]
id = "event"
section = "only"
kind = "text"
label = "Event"
prompt = "What?"
why = "To see it."
cite = "House rules, 2"
"#,
);
const CATALOGUE: (&str, &str) = (
    "catalogues/fires.toml",
    r#"
id = "fires"
version = 1
about = "risk"
title = "Fires"
[[entry]]
id = "chimney"
name = "Chimney fire"
cite = "House rules, 3"
answers = { event = "The chimney burns.", step = 2 }
[[entry]]
id = "stove"
name = "Stove fire"
cite = "House rules, 3"
answers = { event = "The stove burns." }
"#,
);

fn read(from: &str, to: &str) -> Result<Library, Vec<Problem>> {
    let mut changed = 0;
    let files: Vec<(String, String)> = [METHOD, RISK, CATALOGUE]
        .into_iter()
        .map(|(path, text)| {
            let times = text.matches(from).count();
            changed += if from.is_empty() { 1 } else { times };
            let text = if from.is_empty() {
                text.to_owned()
            } else {
                text.replacen(from, to, 1)
            };
            (path.to_owned(), text)
        })
        .collect();
    assert!(changed > 0, "nothing says {from:?}");
    load(files.iter().map(|(path, text)| File {
        path: path.clone(),
        bytes: text.as_bytes(),
    }))
}

fn check(from: &str, to: &str, file: &str, at: &str, what: Flaw) {
    let problems = read(from, to).unwrap_err();
    assert_eq!(
        problems,
        [Problem::new(file, at, what)],
        "{from:?} -> {to:?}"
    );
}

#[test]
fn a_sound_catalogue_gives_typed_answers() {
    let library = read("", "").unwrap();
    let entries: Vec<_> = library.entries(RecordKind::Risk).collect();
    assert_eq!(entries.len(), 2);
    let (catalogue, chimney) = entries[0];
    assert_eq!(
        (catalogue.title.as_str(), chimney.name.as_str()),
        ("Fires", "Chimney fire")
    );
    assert_eq!(catalogue.entry("chimney"), Some(chimney));
    let said: Vec<&Said> = chimney.answers.iter().map(|one| &one.said).collect();
    assert_eq!(
        said,
        [&Said::Text("The chimney burns.".into()), &Said::Number(2)]
    );
    assert_eq!(library.entries(RecordKind::Method).count(), 0);
}

#[test]
fn each_way_to_get_a_catalogue_wrong_is_told() {
    let (file, _) = CATALOGUE;
    let doubled = Flaw::DoubledId {
        also_in: file.to_owned(),
    };
    check(
        "id = \"stove\"",
        "id = \"chimney\"",
        file,
        "chimney",
        doubled,
    );
    check(
        "id = \"stove\"",
        "id = \"The Stove\"",
        file,
        "The Stove",
        Flaw::MalformedId,
    );
    let label = Flaw::DoubledLabel("chimney fire".to_owned());
    check(
        "name = \"Stove fire\"",
        "name = \"chimney fire\"",
        file,
        "stove",
        label,
    );
    check(
        "name = \"Stove fire\"",
        "name = \" \"",
        file,
        "stove",
        Flaw::Missing("name"),
    );
    check(
        "version = 1\nabout = \"risk\"\ntitle = \"Fires\"",
        "version = 0\nabout = \"risk\"\ntitle = \"Fires\"",
        file,
        "fires",
        Flaw::VersionMissing,
    );
    check(
        "step = 2",
        "step = \"two\"",
        file,
        "chimney",
        Flaw::WrongForm("step".into()),
    );
    check(
        "step = 2",
        "stair = 2",
        file,
        "chimney",
        Flaw::NotAsked("stair".into()),
    );
    let unknown = Flaw::Unknown {
        what: "requirement",
        id: "house:7".to_owned(),
    };
    check(
        "cite = \"House rules, 3\"\nanswers = { event = \"The stove",
        "cite = \"House rules, 3\"\nsuggests = [\"house:7\"]\nanswers = { event = \"The stove",
        file,
        "stove",
        unknown,
    );
    // There is no record yet that an entry could link to.
    let link = Flaw::UnknownRecord {
        question: "by-method".into(),
        name: "Ours".to_owned(),
    };
    check("step = 2", "by-method = \"Ours\"", file, "chimney", link);
    let stem = Flaw::IdIsNotStem {
        stem: "fires".to_owned(),
        id: "blazes".to_owned(),
    };
    check("id = \"fires\"", "id = \"blazes\"", file, "blazes", stem);
}

#[test]
fn a_scale_is_a_long_text_behind_an_earlier_link() {
    let (file, _) = RISK;
    let scale = "scale = { by = \"by-method\", of = \"steps\" }";
    let unknown = |by: &str, of: &str| Flaw::UnknownScale {
        by: by.into(),
        of: of.into(),
    };
    for (by, of) in [
        ("by-method", "edition"),
        ("by-method", "event"),
        ("event", "steps"),
        ("step", "steps"),
    ] {
        let other = format!("scale = {{ by = \"{by}\", of = \"{of}\" }}");
        check(scale, &other, file, "step", unknown(by, of));
    }
    check(scale, "", file, "step", Flaw::ScaleMissing);
    check(
        "label = \"Event\"",
        "scale = { by = \"by-method\", of = \"steps\" }\nlabel = \"Event\"",
        file,
        "event",
        Flaw::SuperfluousScale,
    );
}
