//! Every error and every row problem has its sentence, with exactly its placeholders.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use content::Wording;
use exchange::ExchangeError;
use exchange::mapping::{DateOrder, Reason};
use exchange::plan::{Problem, Trouble};
use std::collections::BTreeSet;

fn errors() -> Vec<ExchangeError> {
    use ExchangeError::*;
    let s = || "x".to_owned();
    vec![
        Unreadable {
            file: s(),
            reason: s(),
        },
        TooLarge { limit_mb: 1 },
        Empty,
        NoTable,
        NotATable { found: "x" },
        Encrypted,
        Macros { part: s() },
        ExternalLinks { part: s() },
        DocumentType { part: s() },
        OddPart { part: s() },
        TooManyParts { limit: 1 },
        UnpacksTooLarge { limit_mb: 1 },
        PackedTooDense {
            part: s(),
            limit: 1,
        },
        TooIntricate { part: s() },
        NoSuchPlace {
            part: s(),
            place: s(),
        },
        TooMany {
            what: "cells",
            limit: 1,
        },
        TooMuchText { limit_mb: 1 },
        CellTooLong {
            row: 1,
            column: 1,
            limit_mb: 1,
        },
        OpenQuote { row: 1 },
        Damaged { what: s() },
        UnknownEncoding { name: s() },
        NoSuchSheet { name: s() },
        NoSuchRow { row: 1 },
        UnfitMapping { what: s() },
        BadMapping { what: s() },
        UnknownKey {
            line: 1,
            key: s(),
            nearest: s(),
        },
        Unwritable { what: s() },
        NotReplaced { file: s() },
        NotAFile { file: s() },
        NotSaved {
            file: s(),
            reason: s(),
        },
        Cancelled,
    ]
}

fn troubles() -> Vec<Trouble> {
    use Trouble::*;
    let s = || "x".to_owned();
    let question = || content::QuestionId::from("owner");
    vec![
        NameMissing,
        AlreadyThere { reference: s() },
        SameIdentity { row: 1 },
        SameName { row: 1 },
        LooksLikeRecord {
            reference: s(),
            name: s(),
        },
        LooksLikeRow { row: 1 },
        NoSuchOption {
            value: s(),
            question: question(),
        },
        NotADate { value: s() },
        NotANumber { value: s() },
        NotAName { value: s() },
        PartOfADate { value: s() },
        AmbiguousDate {
            value: s(),
            taken: DateOrder::DayFirst,
        },
        AmbiguousDate {
            value: s(),
            taken: DateOrder::MonthFirst,
        },
        SecondAnswer {
            value: s(),
            question: question(),
        },
        ControlCharacters,
        DirectionMarks,
        Ragged {
            found: 1,
            expected: 2,
        },
        Fault { code: s() },
        NoPlace { value: s() },
        NotesFull,
        Misread,
        ColumnMissing,
        ColumnUnknown,
        ForeignIdentity,
        Refused {
            why: domain::Rejected::NameMissing,
        },
    ]
}

#[test]
fn every_variant_has_its_sentence_with_exactly_its_placeholders() {
    let library = content::library().expect("shipped content is sound");
    let reasons = [
        Reason::Chosen,
        Reason::Recognised,
        Reason::SameWords,
        Reason::Synonym,
        Reason::Similar,
        Reason::Values,
        Reason::NoHome,
    ];
    let problem = |what| Problem {
        row: None,
        column: None,
        what,
    };
    let all: Vec<Wording> = errors()
        .iter()
        .map(ExchangeError::wording)
        .chain(troubles().into_iter().map(|what| problem(what).wording()))
        .chain(reasons.map(Reason::wording))
        .collect();
    let mut used = BTreeSet::from(["errors.exchange.list-says".to_owned()]);
    for wording in all {
        let text = library
            .texts()
            .find(wording.key)
            .unwrap_or_else(|| panic!("{} has no text", wording.key));
        let wanted: BTreeSet<&str> = wording.values.iter().map(|(name, _)| *name).collect();
        let named: BTreeSet<&str> = text
            .split('{')
            .skip(1)
            .filter_map(|piece| piece.split_once('}').map(|(name, _)| name))
            .collect();
        assert_eq!(named, wanted, "{}", wording.key);
        used.insert(wording.key.to_owned());
    }
    // And no sentence is left that nothing says.
    for (key, _) in library.texts().under("errors.exchange") {
        assert!(used.contains(key), "{key} is said by nothing");
    }
}
