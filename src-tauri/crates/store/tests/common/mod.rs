//! What every test of the store needs: a folder, a clock that stands still, ids in order, questions.
#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    missing_docs
)]

use content::{Choice, Question, QuestionKind, RecordKind};
use domain::{Actor, Frozen, Part, RecordId, Signing, Timestamp};
use std::path::{Path, PathBuf};
use store::{ClientFile, Key, NewFile, Opening, Passphrase, StoreError};

pub const PASSPHRASE: &str = "correct horse battery staple";

pub fn now() -> Timestamp {
    "2026-11-22T10:00:00Z".parse().unwrap()
}

pub fn later(seconds: i64) -> Timestamp {
    now() + chrono::Duration::seconds(seconds)
}

pub fn actor() -> Actor {
    Actor("M. Sanders".into())
}

pub fn uuid(number: u64) -> String {
    format!("00000000-0000-4000-8000-{number:012x}")
}

pub fn id(number: u64) -> RecordId {
    RecordId::new(uuid(number))
}

pub fn ids(first: u64) -> impl FnMut() -> RecordId {
    let mut next = first;
    move || {
        next += 1;
        id(next - 1)
    }
}

pub fn secret() -> Key {
    Key::Passphrase(Passphrase::new(PASSPHRASE))
}

pub fn create(path: &Path, key: Key) -> ClientFile {
    ClientFile::create(
        path,
        key,
        &NewFile {
            organisation: "Veldkamp",
            file_id: &uuid(0xf11e),
            organisation_id: id(1),
            actor: &actor(),
            now: now(),
        },
    )
    .unwrap()
}

pub fn open(path: &Path, key: Key) -> Result<ClientFile, StoreError> {
    ClientFile::open(
        path,
        key,
        &Opening {
            actor: &actor(),
            now: now(),
        },
    )
}

/// A folder that is removed afterwards, and a path in it.
pub struct Place {
    pub folder: tempfile::TempDir,
    pub path: PathBuf,
}

pub fn place() -> Place {
    // In memory where there is such a place: what is tested here does not hang on the disk.
    let folder = match Path::new("/dev/shm").is_dir() {
        true => tempfile::tempdir_in("/dev/shm").unwrap(),
        false => tempfile::tempdir().unwrap(),
    };
    let path = folder.path().join("client.aims");
    Place { folder, path }
}

/// Every file below a folder with its bytes.
pub fn bytes_below(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .map(|path| (path.clone(), std::fs::read(&path).unwrap()))
        .collect();
    files.sort();
    files
}

pub fn question(id: &str, kind: QuestionKind) -> Question {
    let options = ["yes", "no", "partly", "in-use", "planned"].map(|id| Choice {
        id: id.into(),
        label: id.into(),
        then: String::new(),
    });
    Question {
        id: id.into(),
        section: "s".into(),
        kind,
        label: id.into(),
        prompt: id.into(),
        hint: String::new(),
        why: String::new(),
        cite: String::new(),
        good: String::new(),
        weak: String::new(),
        inside: String::new(),
        outside: String::new(),
        options: match kind {
            QuestionKind::Single | QuestionKind::Multi => options.into(),
            _ => Vec::new(),
        },
        record: match (id, kind) {
            ("owner", _) => Some(RecordKind::Person),
            (_, QuestionKind::Record | QuestionKind::Records) => Some(RecordKind::Vendor),
            _ => None,
        },
        scale: (kind == QuestionKind::Scale).then(|| content::ScaleOf {
            by: "owner".into(),
            of: "purpose".into(),
        }),
        past: false,
        show_when: None,
        required: false,
        retired: None,
    }
}

/// One question of each kind, with fixed ids.
pub fn questions() -> Vec<Question> {
    vec![
        question("unit", QuestionKind::Text),
        question("purpose", QuestionKind::LongText),
        question("languages", QuestionKind::Words),
        question("stage", QuestionKind::Single),
        question("roles", QuestionKind::Multi),
        question("review-due", QuestionKind::Date),
        question("users", QuestionKind::Number),
        question("likelihood", QuestionKind::Scale),
        question("owner", QuestionKind::Record),
        question("vendors", QuestionKind::Records),
    ]
}

pub fn asked(id: &str) -> Question {
    questions()
        .into_iter()
        .find(|question| question.id.as_str() == id)
        .unwrap()
}

/// The assessment that tests sign: the one a shipped framework asks for.
pub const ASSESSMENT: &str = "eu-ai-act";

/// A signing of the assessment of a record.
pub fn signing(subject: RecordId) -> Signing {
    Signing {
        subject,
        questionnaire: ASSESSMENT.into(),
        signer: "L. Okafor".into(),
        signer_role: "Counsel".into(),
        remark: "As discussed".into(),
        on: "2026-11-22".parse().unwrap(),
        content_version: "eu-ai-act 1".into(),
    }
}

/// An outcome with this headline.
pub fn outcome(headline: &str) -> Frozen {
    let plain = Part::new("plain").saying("In “plain” words:\n\u{e9}");
    Frozen {
        form: "classification".into(),
        version: 1,
        parts: vec![
            Part::new("headline")
                .called("Class")
                .saying(headline)
                .citing("Art. 6(2)")
                .with([plain]),
            Part::new("duties"),
        ],
    }
}

/// A small generator of numbers that are the same in every run (xorshift).
pub struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self, below: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % below
    }
}

/// This test program again, as another process that runs only the test `name`.
pub fn child(name: &str) -> std::process::Command {
    let mut command = std::process::Command::new(std::env::current_exe().unwrap());
    command.args([
        "--exact",
        name,
        "--ignored",
        "--nocapture",
        "--test-threads=1",
    ]);
    command
}
