//! What someone with any SQLite program changes in a plain file is found, and named.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod common;

use common::*;
use content::RecordKind;
use domain::{Answer, RecordId, Value};
use rusqlite::Connection;
use std::path::Path;
use store::{EventFault, Finding, Key, StateFault};

fn filled(path: &Path) -> (u64, String) {
    let mut file = create(path, Key::Unencrypted);
    for number in 2..12 {
        file.add_record(&actor(), now(), id(number), RecordKind::System, "System")
            .unwrap();
        let answer = Some(Answer::given(Value::Text(format!("unit {number}"))));
        file.record_answer(&actor(), now(), &id(number), &asked("unit"), answer)
            .unwrap();
    }
    file.add_record(&actor(), now(), id(20), RecordKind::Vendor, "Acme")
        .unwrap();
    let linked = Some(Answer::given(Value::Records(vec![id(20)])));
    file.record_answer(&actor(), now(), &id(2), &asked("vendors"), linked)
        .unwrap();
    let roles = Some(Answer::given(Value::Many(
        ["yes", "no"].map(Into::into).into(),
    )));
    file.record_answer(&actor(), now(), &id(2), &asked("roles"), roles)
        .unwrap();
    file.attach(&actor(), now(), &id(2), &uuid(50), "a.pdf", &[7; 1000])
        .unwrap();
    file.sign_off(&actor(), now(), &signing(id(2)), &outcome("High-risk"))
        .unwrap();
    file.reopen(&actor(), now(), &id(2), &ASSESSMENT.into(), "New facts")
        .unwrap();
    file.sign_off(&actor(), now(), &signing(id(2)), &outcome("Minimal"))
        .unwrap();
    file.save_setting(&actor(), now(), "view", Some("1"))
        .unwrap();
    let stamp = file.stamp(now()).unwrap();
    (stamp.event, stamp.head)
}

/// Runs SQL on the file with the guards of the log taken off and put back, as an intruder would.
fn tamper(path: &Path, sql: &str) {
    let conn = Connection::open(path).unwrap();
    let guards: Vec<(String, String)> = conn
        .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
        .unwrap()
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    assert_eq!(guards.len(), 9);
    conn.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
    for (name, _) in &guards {
        conn.execute_batch(&format!("DROP TRIGGER {name}")).unwrap();
    }
    conn.execute_batch(sql).unwrap();
    for (_, guard) in &guards {
        conn.execute_batch(guard).unwrap();
    }
}

fn first_finding(sql: &str) -> Option<Finding> {
    let place = place();
    filled(&place.path);
    tamper(&place.path, sql);
    let report = store::check(&place.path, &Key::Unencrypted).unwrap();
    assert_eq!(report.findings.is_empty(), report.sound());
    report.findings.into_iter().next()
}

fn event(seq: u64, fault: EventFault) -> Option<Finding> {
    Some(Finding::Event { seq, fault })
}

fn state(record: u64, aspect: Option<&str>, fault: StateFault) -> Option<Finding> {
    Some(Finding::State {
        subject: Some(RecordId::new(uuid(record))),
        aspect: aspect.map(Into::into),
        fault,
    })
}

#[test]
fn an_untouched_file_is_sound() {
    assert_eq!(first_finding(""), None);
}

#[test]
fn a_changed_log_is_found_at_the_event() {
    use EventFault::*;
    assert_eq!(
        first_finding("UPDATE event SET actor = 'Other' WHERE seq = 9"),
        event(9, Altered)
    );
    assert_eq!(
        first_finding("UPDATE event SET at = at + 1 WHERE seq = 9"),
        event(9, Altered)
    );
    assert_eq!(
        first_finding("UPDATE event SET undoes = 3 WHERE seq = 9"),
        event(9, Altered)
    );
    assert_eq!(
        first_finding("DELETE FROM event WHERE seq = 9; DELETE FROM event_value WHERE seq = 9"),
        event(9, Missing)
    );
    assert_eq!(
        first_finding("DELETE FROM event WHERE seq = 1; DELETE FROM event_value WHERE seq = 1"),
        event(1, Missing)
    );
    assert_eq!(
        first_finding("DELETE FROM event_value WHERE seq = 9"),
        event(9, ValueMissing)
    );
    assert_eq!(
        first_finding(
            "UPDATE event_value SET payload = replace(payload, 'unit', 'Unit') WHERE seq = 8"
        ),
        event(8, ValueAltered)
    );
    // Two events change places.
    assert_eq!(
        first_finding(
            "UPDATE event SET seq = 1000, act = 1000 WHERE seq = 9;
             UPDATE event SET seq = 9, act = 9 WHERE seq = 10;
             UPDATE event SET seq = 10, act = 10 WHERE seq = 1000;"
        ),
        event(9, Altered)
    );
}

#[test]
fn a_cut_off_end_is_found_by_what_was_printed() {
    let place = place();
    let (printed_event, printed_head) = filled(&place.path);
    let file = open(&place.path, Key::Unencrypted).unwrap();
    assert!(file.agrees_with(printed_event, &printed_head).unwrap());
    drop(file);
    // A thorough intruder: the last event goes, and so does what it did.
    tamper(
        &place.path,
        "DELETE FROM event_value WHERE seq = (SELECT max(seq) FROM event);
         DELETE FROM event WHERE seq = (SELECT max(seq) FROM event);
         DELETE FROM setting;",
    );
    let report = store::check(&place.path, &Key::Unencrypted).unwrap();
    assert!(report.sound(), "the chain alone cannot know");
    assert_eq!(report.events, printed_event - 1);
    let file = open(&place.path, Key::Unencrypted).unwrap();
    assert!(!file.agrees_with(printed_event, &printed_head).unwrap());
}

#[test]
fn a_log_from_another_file_is_found() {
    assert_eq!(
        first_finding("UPDATE meta SET file_id = '11111111-0000-4000-8000-000000000000'"),
        event(1, EventFault::Altered)
    );
}

#[test]
fn what_the_tables_say_is_held_against_the_log() {
    use StateFault::*;
    let answer = "UPDATE answer SET value = '{\"text\":\"forged\"}' WHERE record = '";
    assert_eq!(
        first_finding(&format!("{answer}{}'", uuid(5))),
        state(5, Some("unit"), Differs)
    );
    assert_eq!(
        first_finding(&format!(
            "UPDATE answer SET note = 'x' WHERE record = '{}'",
            uuid(5)
        )),
        state(5, Some("unit"), Differs)
    );
    assert_eq!(
        first_finding(&format!(
            "UPDATE answer SET key = 'x' WHERE record = '{}'",
            uuid(5)
        )),
        state(5, Some("unit"), Differs)
    );
    assert_eq!(
        first_finding(&format!(
            "UPDATE answer SET value = 'no json' WHERE record = '{}'",
            uuid(5)
        )),
        state(5, Some("unit"), Differs)
    );
    assert_eq!(
        first_finding(&format!(
            "UPDATE record SET name = 'Forged' WHERE id = '{}'",
            uuid(5)
        )),
        state(5, None, Differs)
    );
    assert_eq!(
        first_finding(&format!(
            "UPDATE record SET retired = 5 WHERE id = '{}'",
            uuid(5)
        )),
        state(5, None, Differs)
    );
    assert_eq!(
        first_finding(&format!("DELETE FROM answer WHERE record = '{}'", uuid(5))),
        state(5, Some("unit"), Missing)
    );
    assert_eq!(
        first_finding(&format!(
            "INSERT INTO record VALUES (99, '{}', 'system', 99, 'Forged', 'forged', 1, 1, NULL)",
            uuid(99)
        )),
        state(99, None, NotInLog)
    );
    assert_eq!(
        first_finding(&format!("UPDATE link SET target = '{}'", uuid(3))),
        state(2, Some("vendors"), Differs)
    );
    assert_eq!(
        first_finding("DELETE FROM choice WHERE option = 'no'"),
        state(2, Some("roles"), Differs)
    );
    assert_eq!(
        first_finding("UPDATE content_chunk SET bytes = zeroblob(1000)"),
        state(2, Some(&uuid(50)), Differs)
    );
    assert!(matches!(
        first_finding("UPDATE setting SET value = '2'"),
        Some(Finding::State {
            subject: None,
            fault: Differs,
            ..
        })
    ));
    assert!(matches!(
        first_finding("UPDATE numbering SET last = 5"),
        Some(Finding::State {
            subject: None,
            fault: Differs,
            ..
        })
    ));
    assert!(matches!(
        first_finding(&format!("DELETE FROM record WHERE id = '{}'", uuid(20))),
        Some(Finding::ForeignKey { .. })
    ));
}

#[test]
fn what_was_signed_is_held_against_the_log() {
    use StateFault::*;
    let first = Some("revision 1 of eu-ai-act");
    for (sql, fault) in [
        (
            "UPDATE frozen SET text = replace(text, 'High-risk', 'Low-risk')",
            Differs,
        ),
        (
            "UPDATE revision SET signer = 'Somebody' WHERE number = 1",
            Differs,
        ),
        (
            "UPDATE revision SET day = '2020-01-01' WHERE number = 1",
            Differs,
        ),
        // A thorough intruder: another outcome under its own right hash.
        (
            "UPDATE revision SET sha256 = (SELECT sha256 FROM revision WHERE number = 2) WHERE number = 1",
            Differs,
        ),
        ("DELETE FROM reopening", Missing),
        (
            "UPDATE reopening SET reason = 'None' WHERE number = 1",
            Differs,
        ),
        (
            "DELETE FROM reopening; DELETE FROM revision WHERE number = 1",
            Missing,
        ),
    ] {
        assert_eq!(first_finding(sql), state(2, first, fault), "{sql}");
    }
    assert_eq!(
        first_finding(
            "INSERT INTO reopening SELECT subject, questionnaire, 2, 999, at, 'x' FROM reopening"
        ),
        state(2, Some("revision 2 of eu-ai-act"), NotInLog)
    );
    assert!(matches!(
        first_finding("DELETE FROM frozen WHERE text LIKE '%High-risk%'"),
        Some(Finding::ForeignKey { .. })
    ));
    // Nothing is read from a frozen outcome that is not the one signed.
    let place = place();
    filled(&place.path);
    tamper(
        &place.path,
        "UPDATE frozen SET text = replace(text, 'High-risk', 'Low-risk')",
    );
    let file = open(&place.path, Key::Unencrypted).unwrap();
    let signed = file.revisions(None).unwrap();
    assert_eq!(signed.len(), 2);
    assert!(matches!(
        file.frozen(&signed[0]),
        Err(store::StoreError::Damaged { .. })
    ));
    assert!(matches!(
        file.dossier_with(now(), |_| true),
        Err(store::StoreError::Damaged { .. })
    ));
}

/// What search knows of record 5, as the index was told it.
const ENTRY: &str = "5, 'AI-004', 'System', 'unit 5'";

#[test]
fn a_search_index_that_is_not_up_to_date_is_found_at_the_record() {
    let stale = |record: Option<u64>| {
        let record = record.map(|record| RecordId::new(uuid(record)));
        Some(Finding::Search { record })
    };
    let told = |what: &str| {
        format!("INSERT INTO search (search, rowid, reference, name, body) VALUES ({what})")
    };
    assert_eq!(
        first_finding(&told(&format!("'delete', {ENTRY}"))),
        stale(Some(5))
    );
    // Forgotten, and learned anew with a forged word.
    let learned = "INSERT INTO search (rowid, reference, name, body) VALUES (5, 'AI-004', 'System', 'unit 6')";
    assert_eq!(
        first_finding(&format!(
            "{}; {learned}",
            told(&format!("'delete', {ENTRY}"))
        )),
        stale(Some(5))
    );
    assert_eq!(
        first_finding(
            "INSERT INTO search (rowid, reference, name, body) VALUES (77, 'AI-077', 'Ghost', '')"
        ),
        stale(None)
    );
    assert_eq!(
        first_finding("UPDATE search_docsize SET sz = x'010107' WHERE id = 5"),
        stale(Some(5))
    );
}

#[test]
fn a_search_index_that_cannot_be_read_is_found() {
    for sql in [
        "DELETE FROM search_data WHERE id > 10",
        "UPDATE search_data SET block = zeroblob(40) WHERE id > 10",
    ] {
        let finding = first_finding(sql);
        assert!(
            matches!(finding, Some(Finding::SearchUnreadable { .. })),
            "{sql}: {finding:?}"
        );
    }
}

#[test]
fn what_was_added_after_the_end_of_a_file_is_found() {
    for key in [|| Key::Unencrypted, secret] {
        for bytes in [5_u64, 4096, 3 * 4096, 10_000] {
            let place = place();
            drop(create(&place.path, key()));
            let whole = std::fs::read(&place.path).unwrap();
            let mut longer = whole.clone();
            longer.extend((0..bytes).map(|n| n as u8));
            std::fs::write(&place.path, &longer).unwrap();
            match store::check(&place.path, &key()) {
                Ok(report) => assert_eq!(report.findings, [Finding::Surplus { bytes }]),
                // What an encrypted file says of its own length stands behind the passphrase.
                Err(error) => {
                    assert!(key().encrypts() && bytes % 4096 != 0, "{bytes}: {error:?}");
                    assert!(matches!(error, store::StoreError::Truncated));
                }
            }
            // What is in the file can still be had, and the next change makes it no worse.
            if let Ok(mut file) = open(&place.path, key()) {
                file.add_record(&actor(), now(), id(2), RecordKind::System, "x")
                    .unwrap();
                assert!(file.record(&id(2)).unwrap().is_some());
            }
        }
    }
}

/// Somebody who reads what a check found is told what is damaged; what the database says comes last.
#[test]
fn damage_is_told_in_plain_words() {
    let library = content::library().unwrap();
    let place = place();
    drop(create(&place.path, secret()));
    let mut bytes = std::fs::read(&place.path).unwrap();
    for page in [3, 4, 9] {
        bytes[page * 4096 + 99] ^= 1;
    }
    std::fs::write(&place.path, &bytes).unwrap();
    let report = store::check(&place.path, &secret()).unwrap();
    let said: Vec<String> = report
        .findings
        .iter()
        .map(|finding| library.texts().say(&finding.wording()))
        .collect();
    assert_eq!(
        said,
        [
            "Parts of the file were altered or damaged after they were saved, so what stood there cannot be shown. Technical detail: pages 4, 5, 10."
        ]
    );

    let place = self::place();
    filled(&place.path);
    let mut bytes = std::fs::read(&place.path).unwrap();
    let root: u32 = Connection::open(&place.path)
        .unwrap()
        .query_row(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'answer'",
            [],
            |row| row.get(0),
        )
        .unwrap();
    let root = root as usize;
    bytes[(root - 1) * 4096..root * 4096].fill(0);
    std::fs::write(&place.path, &bytes).unwrap();
    let report = store::check(&place.path, &Key::Unencrypted).unwrap();
    assert!(!report.sound());
    for finding in &report.findings {
        let said = library.texts().say(&finding.wording());
        assert!(said.starts_with("The file is damaged"), "{said}");
        assert!(!said.contains("***") && !said.contains('\n'), "{said}");
    }
}

#[test]
fn the_log_cannot_be_rewritten_from_within() {
    let place = place();
    filled(&place.path);
    let conn = Connection::open(&place.path).unwrap();
    conn.pragma_update(None, "recursive_triggers", "ON")
        .unwrap();
    for sql in [
        "UPDATE event SET actor = 'x' WHERE seq = 2",
        "DELETE FROM event WHERE seq = 2",
        "INSERT OR REPLACE INTO event SELECT * FROM event WHERE seq = 2",
        "UPDATE event_value SET payload = '{}' WHERE seq = 2",
        "UPDATE frozen SET text = ''",
        "DELETE FROM frozen",
        "INSERT OR REPLACE INTO frozen SELECT * FROM frozen",
        "UPDATE revision SET signer = 'x'",
        "DELETE FROM revision",
        "INSERT OR REPLACE INTO revision SELECT * FROM revision",
        "UPDATE reopening SET reason = 'x'",
        "DELETE FROM reopening",
        "INSERT OR REPLACE INTO reopening SELECT * FROM reopening",
    ] {
        let refused = conn.execute_batch(sql).unwrap_err().to_string();
        assert!(refused.contains("append-only"), "{sql}: {refused}");
    }
}

#[test]
fn every_finding_has_its_sentence() {
    let library = content::library().unwrap();
    let mut findings = vec![
        Finding::Page { what: "x".into() },
        Finding::Altered { pages: vec![3] },
        Finding::Surplus { bytes: 5 },
        Finding::SearchUnreadable { what: "x".into() },
        Finding::Search {
            record: Some(id(3)),
        },
        Finding::Search { record: None },
        Finding::ForeignKey { table: "x".into() },
    ];
    use EventFault::*;
    for fault in [
        Missing,
        Altered,
        ValueMissing,
        ValueAltered,
        Unreadable,
        Impossible,
    ] {
        findings.extend(event(3, fault));
    }
    for fault in [
        StateFault::Differs,
        StateFault::Missing,
        StateFault::NotInLog,
    ] {
        findings.extend(state(3, Some("unit"), fault));
    }
    for finding in findings {
        let wording = finding.wording();
        let said = library.texts().say(&wording);
        assert!(
            library.texts().find(wording.key).is_some(),
            "{}",
            wording.key
        );
        assert!(
            !said.contains('{') && wording.values.iter().all(|(_, value)| said.contains(value))
        );
        assert!(!finding.to_string().is_empty());
    }
}
