//! The command line as another program meets it: words in, exit code, stdout and stderr out.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use serde_json::Value as Json;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const PASSPHRASE: &str = "velvet orbit cactus lantern rumour sieve";

/// A folder of its own and a way to call `plumb` in it.
struct Desk {
    folder: tempfile::TempDir,
}

/// What a call gave back.
struct Said {
    exit: i32,
    out: String,
    err: String,
}

impl Said {
    #[track_caller]
    fn done(self) -> String {
        assert_eq!(self.exit, 0, "stderr: {}", self.err);
        self.out
    }

    #[track_caller]
    fn refused(self, exit: i32, part: &str) {
        assert_eq!(self.exit, exit, "stdout: {} stderr: {}", self.out, self.err);
        assert!(
            self.err.contains(part),
            "{:?} does not say {part:?}",
            self.err
        );
        assert!(self.err.starts_with("plumb: "), "{}", self.err);
    }
}

impl Desk {
    fn new() -> Self {
        Desk {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn plumb(&self, line: &str) -> Said {
        self.plumb_with(line, Some(PASSPHRASE))
    }

    fn plumb_with(&self, line: &str, passphrase: Option<&str>) -> Said {
        let mut command = Command::new(env!("CARGO_BIN_EXE_plumb"));
        command
            .args(line.split(' ').filter(|word| !word.is_empty()))
            .current_dir(self.folder.path())
            .stdin(Stdio::null())
            .env_remove("PLUMB_PASSPHRASE")
            .env("PLUMB_ACTOR", "A. Tester");
        if let Some(passphrase) = passphrase {
            command.env("PLUMB_PASSPHRASE", passphrase);
        }
        let output = command.output().unwrap();
        Said {
            exit: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    fn systems(&self, file: &str) -> Vec<Json> {
        let list: Json =
            serde_json::from_str(&self.plumb(&format!("systems {file} --json")).done()).unwrap();
        assert_eq!(list["format"], "plumbline.systems");
        list["systems"].as_array().unwrap().clone()
    }

    fn has_leftovers(&self, known: &[&str]) -> bool {
        std::fs::read_dir(self.folder.path())
            .unwrap()
            .any(|entry| !known.contains(&entry.unwrap().file_name().to_string_lossy().as_ref()))
    }
}

fn tables() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/import")
}

#[test]
fn a_new_file_is_encrypted_unless_chosen_otherwise() {
    let desk = Desk::new();
    desk.plumb("new a.aims --organisation Veldkamp").done();
    let bytes = std::fs::read(desk.path("a.aims")).unwrap();
    assert!(!bytes.starts_with(b"SQLite format 3"));

    desk.plumb_with("systems a.aims", Some("another phrase altogether"))
        .refused(1, "passphrase");
    desk.plumb_with("systems a.aims", None)
        .refused(1, "PLUMB_PASSPHRASE");
    assert_eq!(
        std::fs::read(desk.path("a.aims")).unwrap(),
        bytes,
        "a refusal leaves the bytes alone"
    );

    desk.plumb("new b.aims --unencrypted").done();
    assert!(
        std::fs::read(desk.path("b.aims"))
            .unwrap()
            .starts_with(b"SQLite format 3")
    );
}

#[test]
fn an_existing_file_is_never_replaced_and_a_hopeless_passphrase_makes_none() {
    let desk = Desk::new();
    std::fs::write(desk.path("a.aims"), b"something of mine").unwrap();
    desk.plumb("new a.aims").refused(1, "");
    assert_eq!(
        std::fs::read(desk.path("a.aims")).unwrap(),
        b"something of mine"
    );
    desk.plumb_with("new b.aims", Some("password"))
        .refused(1, "Nothing was made");
    assert!(!desk.path("b.aims").exists());
    assert!(!desk.has_leftovers(&["a.aims"]));
}

#[test]
fn wrong_words_exit_with_two() {
    let desk = Desk::new();
    desk.plumb("frobnicate").refused(2, "frobnicate");
    desk.plumb("systems").refused(2, "FILE");
    desk.plumb("check a b").refused(2, "b");
    desk.plumb("export a.aims -o A.csv -o B.csv")
        .refused(2, "-o is given twice");
    assert!(desk.plumb("help").done().contains("plumb report FILE"));
    assert!(desk.plumb("--version").done().starts_with("plumb "));
}

#[test]
fn the_sample_prints_lists_checks_and_remembers() {
    let desk = Desk::new();
    desk.plumb("sample s.aims").done();
    let systems = desk.systems("s.aims");
    let current: Vec<&Json> = systems
        .iter()
        .filter(|system| system["retired"].is_null())
        .collect();
    assert_eq!(current.len(), 8);
    assert_eq!(current[5]["reference"], "AI-006");
    assert_eq!(current[5]["name"], "HR screening");
    assert!(desk.plumb("systems s.aims").done().contains("8 AI systems"));

    desk.plumb("report s.aims inventory -o inventory.pdf")
        .done();
    desk.plumb("report s.aims system --system ai-003 -o credit.pdf")
        .done();
    desk.plumb("report s.aims classification --system AI-006 --on 2027-12-02 -o class.pdf")
        .done();
    desk.plumb("report s.aims duties -o duties.pdf").done();
    for name in ["inventory.pdf", "credit.pdf", "class.pdf", "duties.pdf"] {
        assert!(
            std::fs::read(desk.path(name))
                .unwrap()
                .starts_with(b"%PDF-1.7")
        );
    }
    desk.plumb("report s.aims system -o x.pdf")
        .refused(2, "--system");
    desk.plumb("report s.aims system --system AI-999 -o x.pdf")
        .refused(1, "AI-999");
    desk.plumb("report s.aims filter-memo --system AI-001 -o x.pdf")
        .refused(1, "Annex III");
    desk.plumb("report s.aims inventory --on 2027-12-02 -o x.pdf")
        .refused(2, "--on");
    desk.plumb("report s.aims poem -o x.pdf")
        .refused(2, "inventory");
    assert!(!desk.path("x.pdf").exists());

    assert!(desk.plumb("check s.aims").done().contains("sound"));
    let history: Json = serde_json::from_str(&desk.plumb("history s.aims --json").done()).unwrap();
    let events = history["events"].as_array().unwrap();
    assert_eq!(events.last().unwrap()["action"], "file-created");
    assert_eq!(events.last().unwrap()["actor"], "A. Tester");
    assert_eq!(events[0]["seq"].as_u64().unwrap() as usize, events.len());
}

#[test]
fn the_same_file_prints_the_same_bytes() {
    let desk = Desk::new();
    desk.plumb("sample s.aims --unencrypted").done();
    // The moment of printing is part of a document; two prints within one second may share it, two
    // prints apart must differ in nothing else. Equality for equal input is held in crate reports.
    desk.plumb("report s.aims system --system AI-001 -o a.pdf")
        .done();
    desk.plumb("report s.aims system --system AI-001 -o b.pdf")
        .done();
    let length = |name| std::fs::metadata(desk.path(name)).unwrap().len();
    assert!(length("a.pdf").abs_diff(length("b.pdf")) < 64);
}

#[test]
fn damage_is_named_with_exit_one() {
    let desk = Desk::new();
    desk.plumb("sample s.aims").done();
    let mut bytes = std::fs::read(desk.path("s.aims")).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(desk.path("s.aims"), &bytes).unwrap();
    let said = desk.plumb("check s.aims");
    assert_eq!(said.exit, 1, "{}{}", said.out, said.err);
    assert!(!said.err.is_empty());
}

#[test]
fn the_federal_inventory_comes_in_whole_and_leaves_and_comes_back_without_doubling() {
    let desk = Desk::new();
    desk.plumb("new f.aims --unencrypted").done();
    let csv = tables().join("us-federal-2024.csv");
    let before = std::fs::read(desk.path("f.aims")).unwrap();
    let said = desk.plumb(&format!("import f.aims {} --dry-run", csv.display()));
    assert!(said.done().contains("2,133"));
    assert_eq!(
        std::fs::read(desk.path("f.aims")).unwrap(),
        before,
        "a dry run changes nothing"
    );

    desk.plumb(&format!("import f.aims {}", csv.display()))
        .done();
    assert_eq!(desk.systems("f.aims").len(), 2_133);

    for name in ["out.csv", "out.xlsx"] {
        desk.plumb(&format!("export f.aims -o {name}")).done();
        let said = desk.plumb(&format!("import f.aims {name}")).done();
        assert!(said.starts_with("0 AI systems"), "{name}: {said}");
        assert_eq!(desk.systems("f.aims").len(), 2_133, "{name}");
    }
    desk.plumb("export f.aims -o out.json").done();
    let json: Json =
        serde_json::from_slice(&std::fs::read(desk.path("out.json")).unwrap()).unwrap();
    assert!(json.is_object());
    desk.plumb("export f.aims -o out.doc").refused(2, ".csv");
}

#[test]
fn the_workbook_with_helper_sheets_comes_in_whole() {
    let desk = Desk::new();
    desk.plumb("new d.aims --unencrypted").done();
    desk.plumb(&format!(
        "import d.aims {}",
        tables().join("us-dhs-2025.xlsx").display()
    ))
    .done();
    assert_eq!(desk.systems("d.aims").len(), 238);
    desk.plumb("import d.aims nowhere.csv")
        .refused(1, "nowhere.csv");
    desk.plumb(&format!(
        "import d.aims {} --mapping nothing",
        tables().join("us-dhs-2025.xlsx").display()
    ))
    .refused(1, "us-dhs-2025");
}

#[test]
fn a_document_never_takes_the_place_of_a_client_file() {
    let desk = Desk::new();
    desk.plumb("new secret.file").done();
    desk.plumb("new other.aims").done();
    let secret = std::fs::read(desk.path("secret.file")).unwrap();
    let other = std::fs::read(desk.path("other.aims")).unwrap();
    desk.plumb("report secret.file inventory -o ./secret.file")
        .refused(1, "itself");
    desk.plumb("report secret.file inventory -o other.aims")
        .refused(1, "never replaced");
    std::fs::create_dir(desk.path("folder.csv")).unwrap();
    desk.plumb("export secret.file -o folder.csv")
        .refused(1, "never replaced");
    assert_eq!(std::fs::read(desk.path("secret.file")).unwrap(), secret);
    assert_eq!(std::fs::read(desk.path("other.aims")).unwrap(), other);
}

#[test]
fn names_that_merely_look_alike_stay_apart() {
    let desk = Desk::new();
    desk.plumb("new a.aims --unencrypted").done();
    std::fs::write(
        desk.path("list.csv"),
        "Name,Owner\nOne,C++ team\nTwo,C# team\nThree,Jos\u{e9}\nFour,Jose\nFive,c++  TEAM\n",
    )
    .unwrap();
    desk.plumb("import a.aims list.csv").done();
    let owners: std::collections::BTreeSet<String> = desk
        .systems("a.aims")
        .iter()
        .map(|system| system["owner"].to_string())
        .collect();
    assert_eq!(owners.len(), 4, "{owners:?}");
}

/// A problem is told with the place it concerns, and never with a placeholder for one it has not.
#[test]
fn problems_of_a_list_name_their_place_in_words() {
    let desk = Desk::new();
    desk.plumb("new a.aims --unencrypted").done();
    std::fs::write(
        desk.path("list.csv"),
        "Name,Go-live\nOne,someday\n,2024-01-02\nThree,2024-01-02,left over\n",
    )
    .unwrap();
    let said = desk.plumb("import a.aims list.csv --dry-run");
    assert_eq!(said.exit, 0, "{}", said.err);
    let lines: Vec<&str> = said.err.lines().collect();
    assert!(
        lines
            .iter()
            .any(|line| line.starts_with("row 2, column “Go-live”: “someday” is not a date")),
        "{lines:?}"
    );
    assert!(
        lines
            .iter()
            .any(|line| line.starts_with("row 3: has no name")),
        "{lines:?}"
    );
    assert!(
        lines
            .iter()
            .all(|line| !line.contains('-') || line.contains("Go-live")),
        "{lines:?}"
    );
}

#[test]
fn names_that_merely_look_alike_are_not_left_out_as_duplicates() {
    let desk = Desk::new();
    desk.plumb("new a.aims --unencrypted").done();
    std::fs::write(desk.path("one.csv"), "Name\nAssistant C++\nR&D helper\n").unwrap();
    desk.plumb("import a.aims one.csv").done();
    std::fs::write(
        desk.path("two.csv"),
        "Name\nAssistant C#\nassistant  c++\nR+D helper\n",
    )
    .unwrap();
    let said = desk.plumb("import a.aims two.csv");
    assert!(
        said.err.contains("row 3: is in the file already as AI-001"),
        "{}",
        said.err
    );
    assert!(
        said.err
            .contains("row 2: bears nearly the same name as AI-001"),
        "{}",
        said.err
    );
    assert_eq!(said.exit, 0);
    assert_eq!(desk.systems("a.aims").len(), 4);
}

#[test]
fn a_broken_mapping_is_refused_in_a_sentence_or_two() {
    let desk = Desk::new();
    desk.plumb("new a.aims --unencrypted").done();
    std::fs::write(desk.path("list.csv"), "Name\nOne\n").unwrap();
    for (mapping, part) in [
        (
            "name = \"x\"\n[[column]]\nheadng = \"Name\"\nto = \"name\"\n",
            "Line 3",
        ),
        (
            "name = \"x\"\n[[column]]\nheadng = \"Name\"\nto = \"name\"\n",
            "“heading”",
        ),
        ("name = \"x\"\n\n[[column\n", "line 3"),
        ("kind = \"sytem\"\nname = \"x\"\n", "“system”"),
    ] {
        std::fs::write(desk.path("m.toml"), mapping).unwrap();
        let said = desk.plumb("import a.aims list.csv --mapping m.toml");
        assert!(
            said.err.trim_end().lines().count() == 1 && said.err.chars().count() < 260,
            "{}",
            said.err
        );
        said.refused(1, part);
    }
}

#[test]
fn frameworks_and_the_crosswalk_are_there_for_programs() {
    let desk = Desk::new();
    let read = |line: &str| -> Json { serde_json::from_str(&desk.plumb(line).done()).unwrap() };
    let iso = read("framework iso-42001 --json");
    let all = iso["requirements"].as_array().unwrap();
    let of_level = |level: &str| all.iter().filter(|one| one["level"] == level).count();
    assert_eq!((of_level("clause"), of_level("control")), (36, 38));
    let incidents = all.iter().find(|one| one["id"] == "iso42001:A.8.4");
    let incidents = incidents.unwrap();
    assert_eq!(incidents["title"], "Communication of incidents");
    assert_eq!(incidents["documented"], true);
    let nist = read("framework nist-ai-rmf --json");
    let nist = nist["requirements"].as_array().unwrap().iter();
    assert_eq!(nist.filter(|one| one["assessed"] == true).count(), 72);

    let crosswalk = read("crosswalk --json");
    let crosswalks = crosswalk["crosswalks"].as_array().unwrap();
    let links = |one: &Json| one["links"].as_array().unwrap().len();
    assert_eq!(crosswalks.iter().map(links).sum::<usize>(), 737);
    assert_eq!(crosswalks[0]["uncovered"].as_array().unwrap().len(), 35);
    let first = &crosswalks[0]["links"][0];
    assert_eq!(
        (&first["strength"], &first["reuse"]),
        (&4.into(), &"partly".into())
    );
    let law = read("framework eu-ai-act --json");
    let law = law["requirements"].as_array().unwrap();
    let there = |id: &Json| law.iter().any(|one| one["id"] == *id);
    let ends = crosswalks[0]["links"].as_array().unwrap().iter();
    assert!(ends.filter_map(|link| link.get("to")).all(there));

    assert!(desk.plumb("crosswalk").done().contains("iso42001:4.1"));
    desk.plumb("framework iso-42002").refused(2, "“iso-42001”");
}

#[test]
fn the_runs_of_the_gap_analysis_are_told_to_programs_and_printed() {
    let desk = Desk::new();
    desk.plumb("sample a.aims").done();
    let told = desk.plumb("gaps a.aims").done();
    assert!(told.contains("GAP-002  Gap analysis before certification"));
    assert!(told.contains("2 runs"), "{told}");
    let told: Json = serde_json::from_str(&desk.plumb("gaps a.aims --json").done()).unwrap();
    assert_eq!(told["format"], "plumbline.gaps");
    let run = &told["runs"][1];
    assert_eq!(run["earlier"], "GAP-001");
    assert_eq!(run["requirements"].as_array().unwrap().len(), 70);
    assert_eq!(run["score"]["not_applicable"], 1);
    assert_eq!(run["score"]["not_looked_at"], 34);
    assert_eq!(run["score"]["percent_of_judged"], 59);
    assert!(run["moved"].as_array().unwrap().len() > 10);
    // What a duty leans on comes first.
    assert!(run["plan"][0]["duty"]["binds"].is_string());
    desk.plumb("report a.aims gaps -o gaps.pdf").done();
    let pdf = std::fs::read(desk.path("gaps.pdf")).unwrap();
    assert!(pdf.starts_with(b"%PDF-"));
    desk.plumb("new empty.aims").done();
    desk.plumb("report empty.aims gaps -o none.pdf")
        .refused(1, "no run of the gap analysis");
}
