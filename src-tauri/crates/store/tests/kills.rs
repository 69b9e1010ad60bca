//! A writing process is killed at random moments. Every change it acknowledged is there afterwards, and
//! no act is there in part.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod common;

use common::*;
use content::RecordKind;
use domain::{Action, Answer, Change, Draft, Event, Value};
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::ops::ControlFlow;
use std::path::Path;
use std::process::Stdio;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use store::{ClientFile, HistoryQuery, Import, Key};

const KILLS: u64 = 200;
/// Every so many kills the file is encrypted: the derivation of its key takes most of the time.
const ENCRYPTED_EVERY: u64 = 10;
/// Kills that one file goes through.
const KILLS_A_FILE: u64 = 10;
/// Files worked on side by side.
const AT_ONCE: usize = 4;
/// Events of one import: the words about it, and for each row the record and its answer.
const ROWS: usize = 4;
const EVENTS_OF_AN_IMPORT: u64 = 1 + 2 * ROWS as u64;

/// Writes until it is killed, and says after each act what must be there from now on.
#[test]
#[ignore = "run as another process by the test below"]
fn child_writes_until_it_is_killed() {
    let path = std::env::var_os("AIMS").unwrap();
    let seed: u64 = std::env::var("SEED").unwrap().parse().unwrap();
    let key = if std::env::var_os("SECRET").is_some() {
        secret()
    } else {
        Key::Unencrypted
    };
    let mut file = open(Path::new(&path), key).unwrap();
    let mut dice = Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    let mut new_id = ids(seed << 16);
    let say = |what: String| {
        let mut out = std::io::stdout().lock();
        writeln!(out, "{what}").unwrap();
        out.flush().unwrap();
    };
    loop {
        match dice.roll(8) {
            0 => {
                let drafts: Vec<Draft> = (1..=ROWS).map(draft).collect();
                let question = asked("unit");
                let find = |_: &str| Some(&question);
                let import = Import {
                    drafts: &drafts,
                    note: "list",
                    questions: &find,
                };
                let mut go = |_, _| ControlFlow::Continue(());
                let done = file
                    .import(&actor(), now(), &import, &mut new_id, &mut go)
                    .unwrap();
                say(format!(
                    "act {} {EVENTS_OF_AN_IMPORT}",
                    done.recorded.act.unwrap()
                ));
            }
            1 => {
                let bytes = vec![dice.roll(256) as u8; 300_000];
                let attachment = new_id();
                let done = file
                    .attach(&actor(), now(), &id(1), attachment.as_str(), "a", &bytes)
                    .unwrap();
                say(format!("attachment {} {attachment}", done.seq));
            }
            2 => {
                if let Ok(done) = file.undo(&actor(), now()) {
                    say(format!("act {} 1", done.act.unwrap()));
                }
            }
            _ => {
                let words = format!("{seed}-{}", dice.roll(1 << 40));
                let answer = Some(Answer::given(Value::Text(words.clone())));
                let done = file
                    .record_answer(&actor(), now(), &id(1), &asked("unit"), answer)
                    .unwrap();
                say(format!("answer {} {words}", done.seq));
            }
        }
    }
}

fn draft(row: usize) -> Draft {
    Draft {
        id: None,
        kind: RecordKind::System,
        name: format!("System {row}"),
        answers: [(
            "unit".into(),
            Answer::given(Value::Text("Unit".repeat(200))),
        )]
        .into(),
        links: Vec::new(),
        asked: BTreeMap::new(),
        retired: false,
        row,
    }
}

#[test]
fn two_hundred_kills_lose_nothing_and_halve_nothing() {
    let rounds = AtomicU64::new(0);
    let (acknowledged, left_hot) = (AtomicUsize::new(0), AtomicUsize::new(0));
    // A round mostly waits: for the disk, for the moment of the kill.
    std::thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            scope.spawn(|| {
                loop {
                    let round = rounds.fetch_add(1, Ordering::Relaxed);
                    if round >= KILLS / KILLS_A_FILE {
                        break;
                    }
                    let (said, hot) = ten_kills(round);
                    acknowledged.fetch_add(said, Ordering::Relaxed);
                    left_hot.fetch_add(hot, Ordering::Relaxed);
                }
            });
        }
    });
    let (acknowledged, left_hot) = (acknowledged.into_inner(), left_hot.into_inner());
    println!("{KILLS} kills, {acknowledged} acknowledged changes, {left_hot} journals left behind");
    assert!(
        acknowledged as u64 > KILLS,
        "too little was written for the test to mean anything"
    );
    assert!(
        left_hot > 0,
        "no kill met a commit, so the test means nothing"
    );
}

/// The kills of one file. How many changes were acknowledged, and how many journals were left behind.
fn ten_kills(round: u64) -> (usize, usize) {
    let mut dice = Dice(20_261_122 + round);
    let (mut acknowledged, mut left_hot) = (0, 0);
    // Half of the files on the disk, half in memory, where a commit is so short that the kill
    // meets other moments of it.
    let folder = match round.is_multiple_of(2) && Path::new("/dev/shm").is_dir() {
        true => tempfile::tempdir_in("/dev/shm").unwrap(),
        false => tempfile::tempdir().unwrap(),
    };
    let encrypted = round % ENCRYPTED_EVERY == ENCRYPTED_EVERY - 1;
    let key = || {
        if encrypted {
            secret()
        } else {
            Key::Unencrypted
        }
    };
    let path = folder.path().join("client.aims");
    drop(create(&path, key()));
    for kill in 0..KILLS_A_FILE {
        let seed = round * KILLS_A_FILE + kill + 1;
        let said = write_and_kill(&path, encrypted, seed, &mut dice);
        acknowledged += said.len();
        left_hot += usize::from(hot(&path));
        let file = open(&path, key()).unwrap_or_else(|error| panic!("seed {seed}: {error}"));
        for line in &said {
            assert!(holds(&file, line), "seed {seed}: {line} is lost");
        }
        check_whole(&file, seed);
        drop(file);
        let left: Vec<_> = bytes_below(folder.path())
            .into_iter()
            .map(|(path, _)| path)
            .collect();
        assert!(left == [&*path], "seed {seed}: left over: {left:?}");
    }
    (acknowledged, left_hot)
}

fn hot(path: &Path) -> bool {
    // Between commits the journal is blanked, so only its first bytes tell.
    let journal = std::fs::read(path.with_file_name("client.aims-journal"));
    journal.is_ok_and(|bytes| bytes.starts_with(&[0xd9, 0xd5, 0x05, 0xf9]))
}

/// Lets the child write for a random while and kills it; gives the whole lines it had said.
fn write_and_kill(path: &Path, encrypted: bool, seed: u64, dice: &mut Dice) -> Vec<String> {
    let mut command = child("child_writes_until_it_is_killed");
    command
        .env("AIMS", path)
        .env("SEED", seed.to_string())
        .stdout(Stdio::piped());
    if encrypted {
        command.env("SECRET", "1");
    }
    let mut child = command.spawn().unwrap();
    let out = child.stdout.take().unwrap();
    let listener = std::thread::spawn(move || {
        let mut reader = BufReader::new(out);
        let mut said = Vec::new();
        let mut line = String::new();
        while reader.read_line(&mut line).is_ok_and(|read| read > 0) {
            // A line without its end may have been cut by the kill.
            if line.ends_with('\n') {
                said.push(line.trim().to_owned());
            }
            line.clear();
        }
        said
    });
    // The key alone takes its time; a kill before the first write says nothing.
    let opening = if encrypted { 400 } else { 15 };
    let micros = opening * 1000 + dice.roll(150_000);
    let until = Instant::now() + Duration::from_micros(micros);
    std::thread::sleep(until - Instant::now());
    child.kill().unwrap();
    child.wait().unwrap();
    let wanted = ["act ", "answer ", "attachment "];
    listener
        .join()
        .unwrap()
        .into_iter()
        .filter_map(|line| {
            // The test harness puts its own words before the first line.
            let at = wanted.iter().filter_map(|word| line.find(word)).min()?;
            (!line.starts_with("running")).then(|| line[at..].to_owned())
        })
        .collect()
}

/// Whether what the child acknowledged is there.
fn holds(file: &ClientFile, line: &str) -> bool {
    let mut words = line.split_whitespace();
    match (words.next(), words.next(), words.next()) {
        (Some("attachment"), Some(seq), Some(id)) => {
            let event = event(file, seq);
            // The bytes are readable unless the attaching was undone by a later act.
            event.action == Action::AttachmentAdded
                && event.seq.to_string() == seq
                && match file.read_attachment(id) {
                    Ok(bytes) => bytes.len() == 300_000,
                    Err(_) => undone(file, event.act),
                }
        }
        (Some("answer"), Some(seq), Some(text)) => {
            let event = event(file, seq);
            match event.change {
                Some(Change::Answer {
                    to: Some(answer), ..
                }) => {
                    event.seq.to_string() == seq
                        && answer.value() == Some(&Value::Text(text.into()))
                }
                _ => false,
            }
        }
        (Some("act"), Some(act), Some(events)) => {
            let (act, events): (u64, u64) = (act.parse().unwrap(), events.parse().unwrap());
            file.stamp(now()).unwrap().event >= act + events - 1
        }
        _ => panic!("{line}"),
    }
}

/// The event with this number, or the newest one before it.
fn event(file: &ClientFile, seq: &str) -> Event {
    let before = Some(seq.parse::<u64>().unwrap() + 1);
    let query = HistoryQuery {
        before,
        limit: 1,
        ..HistoryQuery::default()
    };
    file.history(&query).unwrap().remove(0)
}

fn undone(file: &ClientFile, act: u64) -> bool {
    let query = HistoryQuery {
        action: Some(Action::AttachmentAdded),
        limit: usize::MAX,
        ..HistoryQuery::default()
    };
    file.history(&query)
        .unwrap()
        .iter()
        .any(|event| event.undoes == Some(act))
}

/// The chain holds, the tables say what it says, and every import is there with all of its events.
fn check_whole(file: &ClientFile, seed: u64) {
    let report = file.check().unwrap();
    assert!(report.sound(), "seed {seed}: {:?}", report.findings);
    let query = HistoryQuery {
        limit: usize::MAX,
        ..HistoryQuery::default()
    };
    let mut acts: BTreeMap<u64, (u64, bool)> = BTreeMap::new();
    for event in file.history(&query).unwrap() {
        let act = acts.entry(event.act).or_default();
        act.0 += 1;
        act.1 |= event.action == Action::ListImported;
    }
    for (act, (events, import)) in acts {
        let whole = match (act, import) {
            (1, _) => 2,
            (_, true) => EVENTS_OF_AN_IMPORT,
            _ => 1,
        };
        assert_eq!(events, whole, "seed {seed}: act {act} is there in part");
    }
}
