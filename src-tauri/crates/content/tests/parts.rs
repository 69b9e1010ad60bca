//! What may be written in several files: samples and texts; and what an assessment is.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use content::load::{File, load};
use content::{Flaw, Library, Problem, RecordKind, Said};

const HOUSE: (&str, &str) = (
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
kind = "text"
label = "Address"
prompt = "Where?"
why = "To find it."
cite = "House rules, 1"
[[question]]
id = "rooms"
section = "only"
kind = "number"
label = "Rooms"
prompt = "How many?"
why = "To heat them."
cite = "House rules, 2"
"#,
);
const SURVEY: (&str, &str) = (
    "questionnaires/survey.toml",
    r#"
id = "survey"
version = 1
about = "organisation"
assessment = true
title = "Survey"
[[section]]
id = "only"
title = "Only"
[[question]]
id = "sound"
section = "only"
kind = "text"
label = "Sound"
prompt = "Is it sound?"
why = "Roofs fall."
cite = "House rules, 3"
"#,
);
const CRACK: (&str, &str) = (
    "questionnaires/finding.toml",
    r#"
id = "finding"
version = 1
about = "finding"
part_of = { question = "of-house", assessment = "survey" }
title = "Crack"
[[section]]
id = "only"
title = "Only"
[[question]]
id = "of-house"
section = "only"
kind = "record"
record = "organisation"
label = "House"
prompt = "Of which house?"
why = "Cracks belong to houses."
cite = "House rules, 4"
"#,
);
const SAMPLE: (&str, &str) = (
    "sample/street.toml",
    "id = \"street\"\nversion = 1\n[[record]]\nkind = \"organisation\"\nname = \"Smithy\"\nanswers = { address = \"Lane\" }\n",
);
const PART: (&str, &str) = (
    "sample/street/cracks.toml",
    r#"
[[record]]
kind = "finding"
name = "Chimney"
answers = { of-house = "Smithy" }
[[more]]
kind = "organisation"
name = "Smithy"
answers = { rooms = 4, sound = "No" }
"#,
);

fn read(change: impl Fn(&str, &str) -> String) -> Result<Library, Vec<Problem>> {
    let files = [
        HOUSE,
        SURVEY,
        CRACK,
        SAMPLE,
        PART,
        ("text/en/ui.toml", "title = \"House\"\n"),
        ("text/en/ui/cracks.toml", "title = \"Cracks\"\n"),
    ];
    let files: Vec<(&str, String)> = files
        .into_iter()
        .map(|(path, text)| (path, change(path, text)))
        .collect();
    load(files.iter().map(|(path, text)| File {
        path: (*path).to_owned(),
        bytes: text.as_bytes(),
    }))
}

/// One change in one file brings exactly this problem.
#[track_caller]
fn check(path: &str, from: &str, to: &str, at: &str, what: Flaw) {
    let found = read(|file, text| {
        assert!(file != path || text.contains(from), "{path}: {from}");
        if file == path {
            text.replacen(from, to, 1)
        } else {
            text.to_owned()
        }
    });
    assert_eq!(found.err().unwrap(), [Problem::new(path, at, what)]);
}

#[test]
fn a_sample_and_the_texts_of_an_area_may_be_in_several_files() {
    let library = read(|_, text| text.to_owned()).unwrap();
    let records = &library.sample().unwrap().records;
    let names: Vec<&str> = records.iter().map(|record| record.name.as_str()).collect();
    assert_eq!(names, ["Smithy", "Chimney"]);
    let said: Vec<(&str, &Said)> = records[0]
        .answers
        .iter()
        .map(|answer| (answer.question.as_str(), &answer.said))
        .collect();
    assert_eq!(
        said,
        [
            ("address", &Said::Text("Lane".into())),
            ("rooms", &Said::Number(4)),
            ("sound", &Said::Text("No".into())),
        ]
    );
    assert_eq!(library.texts().get("ui.cracks.title"), "Cracks");
    assert_eq!(library.texts().get("ui.title"), "House");
}

#[test]
fn a_part_of_a_sample_fits_the_whole() {
    check(
        PART.0,
        "name = \"Smithy\"\nanswers = { rooms",
        "name = \"Forge\"\nanswers = { rooms",
        "Forge",
        Flaw::Missing("record"),
    );
    let also_in = PART.0.to_owned();
    check(
        PART.0,
        "rooms = 4",
        "address = \"Town\"",
        "address",
        Flaw::DoubledId { also_in },
    );
    let found = read(|path, text| match path == SAMPLE.0 {
        true => text.replace("street", "road"),
        false => text.to_owned(),
    });
    let files: Vec<String> = found
        .err()
        .unwrap()
        .into_iter()
        .map(|one| one.file)
        .collect();
    assert!(files.contains(&PART.0.to_owned()), "{files:?}");
}

#[test]
fn an_assessment_describes_no_record_of_its_own() {
    let library = read(|_, text| text.to_owned()).unwrap();
    let about = library
        .questionnaire_about(RecordKind::Organisation)
        .unwrap();
    assert_eq!(about.id.as_str(), "house");
    assert_eq!(library.assessments.len(), 1);
    let also_in = HOUSE.0.to_owned();
    check(
        SURVEY.0,
        "assessment = true\n",
        "",
        "survey",
        Flaw::DoubledSubject { also_in },
    );
}

#[test]
fn a_part_says_of_which_assessment_of_which_record_it_is() {
    let unknown = |id: &str| Flaw::UnknownAssessment(id.into());
    check(
        CRACK.0,
        "assessment = \"survey\"",
        "assessment = \"census\"",
        "finding",
        unknown("census"),
    );
    check(
        CRACK.0,
        "part_of = { question = \"of-house\"",
        "part_of = { question = \"of-town\"",
        "finding",
        unknown("survey"),
    );
}
