//! Is the file sound, and does it still say what was entered?

use crate::chain;
use crate::connection::PAGE;
use crate::error::StoreError;
use crate::file::ClientFile;
use crate::key::Key;
use crate::migrate::MIGRATIONS;
use crate::open::unlock;
use crate::replay::replay;
use crate::search;
use content::Wording;
use domain::RecordId;
use rusqlite::{Connection, OptionalExtension};
use std::path::Path;

/// What a check found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckReport {
    /// The file's own UUID; empty when not even that could be read.
    pub file_id: String,
    /// Events whose place in the chain holds.
    pub events: u64,
    /// Hash of the last of them, lower-case hex: to be held against a printed one, because a chain
    /// cannot show that its end was cut off.
    pub head: String,
    /// Records in the file.
    pub records: u64,
    /// Answers in the file.
    pub answers: u64,
    /// Everything wrong. The chain is followed to its first broken event.
    pub findings: Vec<Finding>,
}

impl CheckReport {
    /// Whether nothing is wrong.
    pub fn sound(&self) -> bool {
        self.findings.is_empty()
    }
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Finding {
    /// Pages, or how they hang together.
    #[error("the pages of the file are damaged: {what}")]
    Page {
        /// What was found, without user content, on one line.
        what: String,
    },
    /// Pages of an encrypted file that no longer fit the code they were saved with.
    #[error("pages were altered: {}", listed(.pages))]
    Altered {
        /// Their numbers, from 1.
        pages: Vec<u64>,
    },
    /// Bytes after the last page, which are no part of the file.
    #[error("{bytes} bytes stand after the end")]
    Surplus {
        /// How many.
        bytes: u64,
    },
    /// The index that search looks things up in cannot be read.
    #[error("the search index is damaged: {what}")]
    SearchUnreadable {
        /// What was found, without user content, on one line.
        what: String,
    },
    /// Search knows something else than a record says.
    #[error("the search index is not up to date")]
    Search {
        /// The record; none when search knows one that is not there.
        record: Option<RecordId>,
    },
    /// A row names another that is not there.
    #[error("a row of {table} names something that is not there")]
    ForeignKey {
        /// The table of the row.
        table: String,
    },
    /// The chain of events breaks here.
    #[error("event {seq} {fault}")]
    Event {
        /// The first event that does not hold.
        seq: u64,
        /// How.
        fault: EventFault,
    },
    /// The tables say something else than the log.
    #[error("{} {fault}", place(.subject.as_ref(), .aspect.as_deref()))]
    State {
        /// The record concerned.
        subject: Option<RecordId>,
        /// Its question or attachment, or the setting.
        aspect: Option<String>,
        /// How.
        fault: StateFault,
    },
}

/// How an event fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum EventFault {
    /// It is not there, but later ones are.
    #[error("is missing")]
    Missing,
    /// It does not fit the event before.
    #[error("was altered, or one before it was")]
    Altered,
    /// Its value is not there.
    #[error("has lost its value")]
    ValueMissing,
    /// Its value is not the one that was logged.
    #[error("has another value than was logged")]
    ValueAltered,
    /// It cannot be read by this build.
    #[error("cannot be read")]
    Unreadable,
    /// It speaks of something that did not exist then.
    #[error("speaks of something that did not exist")]
    Impossible,
}

/// How the tables differ from the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum StateFault {
    /// Both have it, but not the same.
    #[error("says something else than the log")]
    Differs,
    /// The log has it, the tables do not.
    #[error("is missing although the log has it")]
    Missing,
    /// The tables have it, the log does not.
    #[error("is there although the log does not have it")]
    NotInLog,
}

fn place(subject: Option<&RecordId>, aspect: Option<&str>) -> String {
    match (subject, aspect) {
        (Some(record), None) => format!("record {record}"),
        (Some(record), Some(part)) => format!("{part} of record {record}"),
        (None, part) => format!("setting {}", part.unwrap_or_default()),
    }
}

/// Pages that are named before a list of them is cut.
const NAMED: usize = 20;

fn listed(pages: &[u64]) -> String {
    let mut list: Vec<String> = pages.iter().take(NAMED).map(u64::to_string).collect();
    if pages.len() > NAMED {
        list.push("…".to_owned());
    }
    list.join(", ")
}

impl Finding {
    /// What SQLite says of pages or indexes, as one of ours.
    fn told(what: &str) -> Finding {
        let what = what.replace("*** in database main ***", "");
        let what = what.split_whitespace().collect::<Vec<_>>().join(" ");
        if what.to_lowercase().contains("fts5") {
            Finding::SearchUnreadable { what }
        } else {
            Finding::Page { what }
        }
    }

    /// Whether anything else that is read from the file is worth nothing. The search index is worked
    /// out from the rest and takes nothing with it.
    fn is_fatal(&self) -> bool {
        matches!(self, Finding::Page { .. } | Finding::Altered { .. })
    }

    pub(crate) fn state(subject: Option<&str>, aspect: Option<&str>, fault: StateFault) -> Finding {
        Finding::State {
            subject: subject.map(RecordId::new),
            aspect: aspect.map(str::to_owned),
            fault,
        }
    }

    /// The sentence that tells a person.
    pub fn wording(&self) -> Wording {
        match self {
            Finding::Page { what } => Wording::plain("errors.check.page").with("what", what),
            Finding::Altered { pages } => {
                Wording::plain("errors.check.altered").with("pages", listed(pages))
            }
            Finding::Surplus { bytes } => Wording::plain("errors.check.surplus").with("n", bytes),
            Finding::SearchUnreadable { what } => {
                Wording::plain("errors.check.search-unreadable").with("what", what)
            }
            Finding::Search {
                record: Some(record),
            } => Wording::plain("errors.check.search-stale").with("record", record),
            Finding::Search { record: None } => Wording::plain("errors.check.search-ghost"),
            Finding::ForeignKey { table } => {
                Wording::plain("errors.check.foreign-key").with("table", table)
            }
            Finding::Event { seq, fault } => Wording::plain(match fault {
                EventFault::Missing => "errors.check.event-missing",
                EventFault::Altered => "errors.check.event-altered",
                EventFault::ValueMissing => "errors.check.event-value-missing",
                EventFault::ValueAltered => "errors.check.event-value-altered",
                EventFault::Unreadable => "errors.check.event-unreadable",
                EventFault::Impossible => "errors.check.event-impossible",
            })
            .with("seq", seq),
            Finding::State {
                subject,
                aspect,
                fault,
            } => Wording::plain(match fault {
                StateFault::Differs => "errors.check.state-differs",
                StateFault::Missing => "errors.check.state-missing",
                StateFault::NotInLog => "errors.check.state-not-in-log",
            })
            .with("place", place(subject.as_ref(), aspect.as_deref())),
        }
    }
}

/// Checks a file without changing it. What keeps it from being opened is an error; what is wrong in a
/// file that opens is in the report.
pub fn check(path: &Path, key: &Key) -> Result<CheckReport, StoreError> {
    let (conn, _held, _) = unlock(path, key, MIGRATIONS)?;
    report(&conn, path, key)
}

impl ClientFile {
    /// Checks the open file.
    pub fn check(&self) -> Result<CheckReport, StoreError> {
        report(&self.conn, &self.path, &self.key)
    }

    /// Whether the log still has the event a document names, with the hash it printed. Finds a log whose
    /// end was cut off, which the chain alone cannot show.
    pub fn agrees_with(&self, event: u64, head: &str) -> Result<bool, StoreError> {
        let hash: Option<chain::Hash> = self
            .conn
            .query_row(
                "SELECT hash FROM event WHERE seq = ?1",
                [event.cast_signed()],
                |row| row.get(0),
            )
            .optional()?;
        Ok(hash.is_some_and(|hash| chain::hex(&hash) == head))
    }
}

fn report(conn: &Connection, path: &Path, key: &Key) -> Result<CheckReport, StoreError> {
    let mut findings: Vec<Finding> = surplus(conn, path)?.into_iter().collect();
    findings.extend(pages(conn, key)?);
    let mut report = CheckReport {
        file_id: String::new(),
        events: 0,
        head: String::new(),
        records: 0,
        answers: 0,
        findings,
    };
    if report.findings.iter().any(Finding::is_fatal) {
        // Nothing read from damaged pages can be trusted; but what can be read helps to name the file.
        report.file_id = conn
            .query_row("SELECT file_id FROM meta", [], |row| row.get(0))
            .unwrap_or_default();
        return Ok(report);
    }
    match content(conn, &mut report) {
        // A field of the wrong type, a value that is no JSON: damage, found while reading.
        Err(StoreError::Damaged { what }) => report.findings.push(Finding::told(&what)),
        other => other?,
    }
    Ok(report)
}

fn content(conn: &Connection, report: &mut CheckReport) -> Result<(), StoreError> {
    report.file_id = conn.query_row("SELECT file_id FROM meta", [], |row| row.get(0))?;
    let count = |sql: &'static str| -> Result<u64, StoreError> {
        Ok(conn
            .query_row(sql, [], |row| row.get::<_, i64>(0))?
            .cast_unsigned())
    };
    report.records = count("SELECT count(*) FROM record")?;
    report.answers = count("SELECT count(*) FROM answer")?;
    report.findings.extend(foreign_keys(conn)?);
    let (replayed, broken) = replay(conn)?;
    report.events = replayed.events;
    report.head = chain::hex(&replayed.head);
    match broken {
        Some(finding) => report.findings.push(finding),
        None => report.findings.extend(replayed.differences(conn)?),
    }
    // What search should know is worked out from the tables, so these have to be in order first.
    if report.sound() {
        report.findings.extend(search::differences(conn)?);
    }
    Ok(())
}

/// Whether the log is whole and the tables say what it says.
pub(crate) fn log_agrees(conn: &Connection) -> Result<bool, StoreError> {
    let (replayed, broken) = replay(conn)?;
    Ok(broken.is_none() && replayed.differences(conn)?.is_empty())
}

/// What stands after the last page that the file counts as its own. SQLite never looks there.
fn surplus(conn: &Connection, path: &Path) -> Result<Option<Finding>, StoreError> {
    // The name of a file may go while it is open; its pages can still be judged.
    let Ok(found) = std::fs::metadata(path) else {
        return Ok(None);
    };
    let bytes = found.len().saturating_sub(page_count(conn)? * PAGE);
    Ok((bytes > 0).then_some(Finding::Surplus { bytes }))
}

/// Pages that the file counts as its own.
pub(crate) fn page_count(conn: &Connection) -> Result<u64, StoreError> {
    let pages: i64 = conn.pragma_query_value(None, "page_count", |row| row.get(0))?;
    Ok(pages.cast_unsigned())
}

/// Every page and how they hang together. Of an encrypted file each page is held against its own
/// authentication code first, which finds a single flipped bit.
pub(crate) fn pages(conn: &Connection, key: &Key) -> Result<Vec<Finding>, StoreError> {
    if key.encrypts()
        && let Some(altered) = altered(conn)?
    {
        return Ok(vec![altered]);
    }
    let mut told = Vec::new();
    match follow(conn, "PRAGMA integrity_check(20)", &mut told) {
        // So damaged that not even the judge can read on: what it said before that stands.
        Err(StoreError::Damaged { what } | StoreError::Io { what }) if told.is_empty() => {
            told.push(what);
        }
        Ok(()) | Err(StoreError::Damaged { .. } | StoreError::Io { .. }) => {}
        Err(other) => return Err(other),
    }
    told.retain(|what| what != "ok");
    Ok(told.iter().map(|what| Finding::told(what)).collect())
}

/// Pages whose authentication code does not fit. What stands after the last page has none.
fn altered(conn: &Connection) -> Result<Option<Finding>, StoreError> {
    let told = first_column(conn, "PRAGMA cipher_integrity_check")?;
    let count = page_count(conn)?;
    let mut pages = Vec::new();
    for what in told {
        let number = what
            .split_once("page ")
            .and_then(|(_, rest)| rest.split(' ').next()?.parse::<u64>().ok());
        match number {
            Some(page) if page > count => {}
            Some(page) => pages.push(page),
            None => return Ok(Some(Finding::told(&what))),
        }
    }
    Ok((!pages.is_empty()).then_some(Finding::Altered { pages }))
}

fn first_column(conn: &Connection, sql: &'static str) -> Result<Vec<String>, StoreError> {
    let mut column = Vec::new();
    follow(conn, sql, &mut column)?;
    Ok(column)
}

/// The first column of each row, as far as they can be read.
fn follow(
    conn: &Connection,
    sql: &'static str,
    column: &mut Vec<String>,
) -> Result<(), StoreError> {
    let mut statement = conn.prepare(sql)?;
    for value in statement.query_map([], |row| row.get(0))? {
        column.push(value?);
    }
    Ok(())
}

/// Rows that name something that is not there.
pub(crate) fn foreign_keys(conn: &Connection) -> Result<Vec<Finding>, StoreError> {
    let tables = first_column(conn, "PRAGMA foreign_key_check")?;
    Ok(tables
        .into_iter()
        .take(NAMED)
        .map(|table| Finding::ForeignKey { table })
        .collect())
}
