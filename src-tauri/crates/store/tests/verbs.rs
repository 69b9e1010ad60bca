//! Verbs, undo and history, as a person would use them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod common;

use common::*;
use content::{Question, RecordKind};
use domain::{Action, Answer, AnswerState, Change, Draft, NamedLink, RecordId, Rejected, Value};
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use store::{
    ClientFile, Column, Columns, Filter, HistoryQuery, Import, Key, Likeness, ListQuery, Said,
    StoreError,
};

fn text(words: &str) -> Option<Answer> {
    Some(Answer::given(Value::Text(words.into())))
}

fn with_system(path: &std::path::Path) -> ClientFile {
    let mut file = create(path, Key::Unencrypted);
    file.add_record(
        &actor(),
        later(1),
        id(2),
        RecordKind::System,
        "HR screening",
    )
    .unwrap();
    file
}

/// What the file says, apart from when it was said: two files with equal digests hold the same.
fn digest(file: &ClientFile) -> String {
    let dossier = file.dossier(now()).unwrap();
    let records: Vec<_> = dossier
        .records
        .iter()
        .map(|r| {
            (
                r.id.clone(),
                r.kind,
                r.number,
                r.name.clone(),
                r.created,
                r.retired.is_some(),
            )
        })
        .collect();
    let attachments: Vec<_> = dossier
        .attachments
        .iter()
        .flat_map(|(id, all)| {
            all.iter()
                .map(move |a| (id, &a.id, &a.sha256, a.retired.is_some()))
        })
        .collect();
    format!(
        "{records:?}{:?}{attachments:?}{:?}",
        dossier.answers,
        file.settings("").unwrap()
    )
}

#[test]
fn an_answer_comes_back_as_it_was_given_whatever_its_form() {
    let place = place();
    let mut file = with_system(&place.path);
    file.add_record(&actor(), later(1), id(3), RecordKind::Person, "Dr. Q")
        .unwrap();
    file.add_record(&actor(), later(1), id(4), RecordKind::Vendor, "Acme")
        .unwrap();
    file.add_record(&actor(), later(1), id(5), RecordKind::Vendor, "Beta")
        .unwrap();
    let many = ["no", "yes"].map(Into::into).into();
    let given = [
        (
            "unit",
            Value::Text("Überwachung \"A\" \\ \u{1f642}\u{202e}".into()),
        ),
        ("purpose", Value::Text("one\n\ttwo\r\nthree".into())),
        (
            "languages",
            Value::Words(vec!["Nederlands".into(), "Ελληνικά".into()]),
        ),
        ("stage", Value::One("in-use".into())),
        ("roles", Value::Many(many)),
        ("review-due", Value::Date("2027-02-28".parse().unwrap())),
        ("users", Value::Number(-12)),
        ("owner", Value::Records(vec![id(3)])),
        ("vendors", Value::Records(vec![id(5), id(4)])),
    ];
    for (question, value) in &given {
        let answer = Answer {
            state: AnswerState::Given(value.clone()),
            note: "n".into(),
        };
        let done = file
            .record_answer(
                &actor(),
                later(2),
                &id(2),
                &asked(question),
                Some(answer.clone()),
            )
            .unwrap();
        assert_eq!(done.records.iter().collect::<Vec<_>>(), [&id(2)]);
        assert_eq!(file.answer(&id(2), question).unwrap(), Some(answer));
    }
    assert_eq!(file.answers(&id(2)).unwrap().len(), given.len());

    let unknown = Answer::new(AnswerState::NotKnown {
        asked_of: Some(id(3)),
    });
    file.record_answer(
        &actor(),
        later(3),
        &id(2),
        &asked("users"),
        Some(unknown.clone()),
    )
    .unwrap();
    assert_eq!(file.answer(&id(2), "users").unwrap(), Some(unknown));
    assert_eq!(file.not_known().unwrap()[0].asked_of, Some(id(3)));
    let uses = file.used_by(&id(3)).unwrap();
    assert_eq!(
        uses.iter().map(|u| u.question.as_str()).collect::<Vec<_>>(),
        ["owner", "users"]
    );
    drop(file);
    assert_eq!(
        open(&place.path, Key::Unencrypted)
            .unwrap()
            .answers(&id(2))
            .unwrap()
            .len(),
        9
    );
}

#[test]
fn saying_the_same_again_is_no_event() {
    let place = place();
    let mut file = with_system(&place.path);
    let first = file
        .record_answer(&actor(), later(2), &id(2), &asked("unit"), text("HR"))
        .unwrap();
    let again = file
        .record_answer(&actor(), later(3), &id(2), &asked("unit"), text("HR"))
        .unwrap();
    assert_eq!((first.act, again.act), (Some(first.seq), None));
    assert_eq!(again.seq, first.seq);
    assert_eq!(
        file.rename(&actor(), later(3), &id(2), "HR screening")
            .unwrap()
            .act,
        None
    );
}

#[test]
fn what_may_not_be_said_is_refused_and_leaves_no_trace() {
    let place = place();
    let mut file = with_system(&place.path);
    let before = file.stamp(now()).unwrap();
    let refused = |result: Result<store::Recorded, StoreError>| match result {
        Err(StoreError::Rejected(rejected)) => rejected,
        other => panic!("{other:?}"),
    };
    let record = |file: &mut ClientFile, question: &Question, value: Value| {
        file.record_answer(
            &actor(),
            later(2),
            &id(2),
            question,
            Some(Answer::given(value)),
        )
    };
    assert!(matches!(
        refused(record(
            &mut file,
            &asked("stage"),
            Value::One("never".into())
        )),
        Rejected::UnknownOption { .. }
    ));
    assert!(matches!(
        refused(record(
            &mut file,
            &asked("owner"),
            Value::Records(vec![id(99)])
        )),
        Rejected::UnknownRecord { .. }
    ));
    // A system is there, but it is no person.
    assert!(matches!(
        refused(record(
            &mut file,
            &asked("owner"),
            Value::Records(vec![id(2)])
        )),
        Rejected::UnknownRecord { .. }
    ));
    assert!(matches!(
        refused(file.add_record(&actor(), now(), id(7), RecordKind::Vendor, "  ")),
        Rejected::NameMissing
    ));
    assert!(matches!(
        refused(file.rename(&actor(), now(), &id(2), "a\0b")),
        Rejected::ControlCharacter { place: 2, .. }
    ));
    assert!(matches!(
        refused(file.rename(&actor(), now(), &id(2), "a\u{202e}b")),
        Rejected::DirectionMark { place: 2 }
    ));
    assert!(matches!(
        file.add_record(&actor(), now(), id(2), RecordKind::Vendor, "x"),
        Err(StoreError::IdUnusable { .. })
    ));
    assert!(matches!(
        file.add_record(
            &actor(),
            now(),
            RecordId::new("x' OR 1"),
            RecordKind::Vendor,
            "x"
        ),
        Err(StoreError::IdUnusable { .. })
    ));
    assert!(matches!(
        file.retire(&actor(), now(), &id(1)),
        Err(StoreError::OneOrganisation)
    ));
    assert!(matches!(
        file.retire(&actor(), now(), &id(42)),
        Err(StoreError::UnknownRecord { .. })
    ));
    assert_eq!(file.stamp(now()).unwrap(), before);
}

#[test]
fn undo_and_redo_work_across_a_restart_and_the_log_only_grows() {
    let place = place();
    let mut file = with_system(&place.path);
    file.record_answer(&actor(), later(2), &id(2), &asked("unit"), text("HR"))
        .unwrap();
    file.record_answer(&actor(), later(3), &id(2), &asked("unit"), text("Legal"))
        .unwrap();
    file.retire(&actor(), later(4), &id(2)).unwrap();
    let end = digest(&file);
    drop(file);

    let mut file = open(&place.path, Key::Unencrypted).unwrap();
    assert_eq!(
        file.undoable().unwrap().unwrap().action,
        Action::RecordRetired
    );
    file.undo(&actor(), later(5)).unwrap();
    file.undo(&actor(), later(6)).unwrap();
    assert_eq!(file.answer(&id(2), "unit").unwrap(), text("HR"));
    drop(file);

    let mut file = open(&place.path, Key::Unencrypted).unwrap();
    let next = file.undoable().unwrap().unwrap();
    assert_eq!(
        (next.action, next.question.unwrap().as_str()),
        (Action::AnswerRecorded, "unit")
    );
    file.undo(&actor(), later(7)).unwrap();
    assert_eq!(file.answer(&id(2), "unit").unwrap(), None);
    file.undo(&actor(), later(8)).unwrap();
    assert_eq!(file.record(&id(2)).unwrap(), None);
    assert!(matches!(
        file.undo(&actor(), later(9)),
        Err(StoreError::NothingToUndo)
    ));
    drop(file);

    let mut file = open(&place.path, Key::Unencrypted).unwrap();
    for second in 10..14 {
        file.redo(&actor(), later(second)).unwrap();
    }
    assert!(matches!(
        file.redo(&actor(), later(20)),
        Err(StoreError::NothingToRedo)
    ));
    assert_eq!(digest(&file), end);
    assert_eq!(file.stamp(now()).unwrap().event, 2 + 4 + 4 + 4);
    // Doing something new ends what could be redone.
    file.undo(&actor(), later(21)).unwrap();
    file.rename(&actor(), later(22), &id(2), "Other").unwrap();
    assert_eq!(file.redoable().unwrap(), None);
    assert!(file.check().unwrap().sound());
}

#[test]
fn whatever_was_done_undoing_all_of_it_leads_back() {
    for seed in 1..=8_u64 {
        let place = place();
        let mut file = create(&place.path, Key::Unencrypted);
        let start = digest(&file);
        let mut digests = vec![start];
        let mut dice = Dice(seed * 7919);
        let mut next = 10;
        let mut live: Vec<RecordId> = vec![id(1)];
        for second in 0..50 {
            let at = later(second);
            let subject = live[dice.roll(live.len() as u64) as usize].clone();
            let done = match dice.roll(9) {
                0 | 1 => {
                    next += 1;
                    let kind = [RecordKind::System, RecordKind::Person, RecordKind::Vendor]
                        [dice.roll(3) as usize];
                    live.push(id(next));
                    file.add_record(&actor(), at, id(next), kind, &format!("Name {next}"))
                }
                2 => file.rename(&actor(), at, &subject, &format!("Other {}", dice.roll(4))),
                3 => file.retire(&actor(), at, &subject),
                4 => file.restore(&actor(), at, &subject),
                5 => {
                    next += 1;
                    let bytes = vec![b'x'; dice.roll(600_000) as usize];
                    file.attach(&actor(), at, &subject, &uuid(next), "a.pdf", &bytes)
                }
                6 => {
                    let value = ["1", "2"][dice.roll(2) as usize];
                    file.save_setting(&actor(), at, "view", (dice.roll(3) > 0).then_some(value))
                }
                _ => {
                    let all = questions();
                    let question = &all[dice.roll(all.len() as u64) as usize];
                    let answer = random_answer(&mut dice, question, &file);
                    file.record_answer(&actor(), at, &subject, question, answer)
                }
            };
            match done {
                Ok(done) if done.act.is_some() => digests.push(digest(&file)),
                Ok(_) | Err(StoreError::OneOrganisation) => {}
                Err(other) => panic!("seed {seed}: {other}"),
            }
        }
        assert!(file.check().unwrap().sound(), "seed {seed}");
        let end = digests.pop().unwrap();
        assert_eq!(digest(&file), end);
        for (step, expected) in digests.iter().rev().enumerate() {
            file.undo(&actor(), later(100)).unwrap();
            assert_eq!(&digest(&file), expected, "seed {seed}, step {step}");
        }
        assert!(matches!(
            file.undo(&actor(), later(101)),
            Err(StoreError::NothingToUndo)
        ));
        for _ in &digests {
            file.redo(&actor(), later(102)).unwrap();
        }
        assert_eq!(digest(&file), end);
        assert!(file.check().unwrap().sound(), "seed {seed}");
    }
}

fn random_answer(dice: &mut Dice, question: &Question, file: &ClientFile) -> Option<Answer> {
    use content::QuestionKind as K;
    let records = |kind, most: usize| {
        let all: Vec<_> = file
            .records(kind)
            .unwrap()
            .into_iter()
            .map(|record| record.id)
            .take(most)
            .collect();
        (!all.is_empty()).then_some(Value::Records(all))
    };
    let value = match question.kind {
        K::Text | K::LongText => Some(Value::Text(format!("text {}", dice.roll(5)))),
        K::Words => Some(Value::Words(vec!["a".into(), format!("b{}", dice.roll(3))])),
        K::Single => Some(Value::One(["yes", "no"][dice.roll(2) as usize].into())),
        K::Multi => Some(Value::Many(["yes", "partly"].map(Into::into).into())),
        K::Date => Some(Value::Date("2027-01-01".parse().unwrap())),
        K::Number | K::Scale => Some(Value::Number(1 + dice.roll(4) as i64)),
        K::Record => records(RecordKind::Person, 1),
        K::Records => records(RecordKind::Vendor, 3),
    };
    match (dice.roll(6), value) {
        (0, _) => None,
        (1, _) => Some(Answer::new(AnswerState::NotApplicable {
            reason: "none".into(),
        })),
        (2, _) => Some(Answer::new(AnswerState::NotKnown { asked_of: None })),
        (_, value) => value.map(Answer::given),
    }
}

fn draft(row: usize, name: &str) -> Draft {
    Draft {
        id: None,
        kind: RecordKind::System,
        name: name.into(),
        answers: [("unit".into(), text(&format!("Unit {row}")).unwrap())].into(),
        links: vec![NamedLink {
            question: "vendors".into(),
            kind: RecordKind::Vendor,
            names: vec!["Acme Ltd".into(), "ACME  ltd".into()],
            note: "from the list".into(),
        }],
        asked: BTreeMap::new(),
        retired: row == 2,
        row,
    }
}

#[test]
fn an_import_is_one_act_and_comes_back_with_one_undo() {
    let place = place();
    let mut file = with_system(&place.path);
    let before = digest(&file);
    let mut drafts: Vec<Draft> = (1..=5).map(|row| draft(row, "Same name")).collect();
    drafts[3].answers.insert(
        "users".into(),
        Answer::new(AnswerState::NotKnown { asked_of: None }),
    );
    drafts[3].asked.insert("users".into(), "Dr. Q".into());
    // A list that describes the vendor another row has named.
    drafts.push(Draft {
        kind: RecordKind::Vendor,
        links: vec![],
        ..draft(6, "Acme ltd")
    });
    let all = questions();
    let find = |id: &str| all.iter().find(|question| question.id.as_str() == id);
    let import = Import {
        drafts: &drafts,
        note: "list.csv, SHA-256 00",
        questions: &find,
    };
    let mut heard = Vec::new();

    let rehearsed = file
        .rehearse_import(&actor(), later(5), &import, &mut ids(100), &mut |_, _| {
            ControlFlow::Continue(())
        })
        .unwrap();
    assert_eq!(
        (rehearsed.added, rehearsed.linked, rehearsed.updated),
        (6, 1, 0)
    );
    assert_eq!(digest(&file), before);

    let done = file
        .import(
            &actor(),
            later(5),
            &import,
            &mut ids(100),
            &mut |done, of| {
                heard.push((done, of));
                ControlFlow::Continue(())
            },
        )
        .unwrap();
    assert_eq!((done.added, done.linked), (6, 1));
    assert_eq!(heard, [(0, 6), (6, 6)]);
    assert_eq!(file.records(RecordKind::Vendor).unwrap().len(), 1);
    let systems = file.records(RecordKind::System).unwrap();
    assert_eq!(systems.len(), 6, "equal names stay separate systems");
    assert!(systems[2].retired.is_some());
    let answer = file.answer(&systems[1].id, "vendors").unwrap().unwrap();
    assert_eq!(
        (
            answer.note.as_str(),
            answer.value().unwrap().records().len()
        ),
        ("from the list", 1)
    );
    assert!(file.not_known().unwrap()[0].asked_of.is_some());
    let imported = digest(&file);
    let act = file.undoable().unwrap().unwrap();
    assert_eq!(
        (act.action, Some(act.act)),
        (Action::ListImported, done.recorded.act)
    );
    assert_eq!(act.act + act.events - 1, done.recorded.seq);

    file.undo(&actor(), later(6)).unwrap();
    assert_eq!(digest(&file), before);
    assert_eq!(
        file.redoable().unwrap().unwrap().action,
        Action::ListImported
    );
    file.redo(&actor(), later(7)).unwrap();
    assert_eq!(digest(&file), imported);
    assert!(file.check().unwrap().sound());
}

#[test]
fn an_import_is_all_or_nothing_and_names_every_refused_row() {
    let place = place();
    let mut file = with_system(&place.path);
    let (before, stamp) = (digest(&file), file.stamp(now()).unwrap());
    let mut drafts: Vec<Draft> = (1..=40).map(|row| draft(row, "System")).collect();
    drafts[6].name = " ".into();
    drafts[9]
        .answers
        .insert("stage".into(), Answer::given(Value::One("nowhere".into())));
    drafts[30]
        .answers
        .insert("nonsense".into(), text("x").unwrap());
    let all = questions();
    let find = |id: &str| all.iter().find(|question| question.id.as_str() == id);
    let import = Import {
        drafts: &drafts,
        note: "list",
        questions: &find,
    };
    let mut go = |_, _| ControlFlow::Continue(());
    match file.import(&actor(), later(5), &import, &mut ids(100), &mut go) {
        Err(StoreError::RejectedRows(rows)) => {
            assert_eq!(
                rows.iter().map(|row| row.row).collect::<Vec<_>>(),
                [7, 10, 31]
            );
        }
        other => panic!("{other:?}"),
    }
    let sound: Vec<Draft> = (1..=40).map(|row| draft(row, "System")).collect();
    let import = Import {
        drafts: &sound,
        ..import
    };
    let mut stop = |done, _| match done {
        32.. => ControlFlow::Break(()),
        _ => ControlFlow::Continue(()),
    };
    assert!(matches!(
        file.import(&actor(), later(5), &import, &mut ids(100), &mut stop),
        Err(StoreError::Cancelled)
    ));
    assert_eq!((digest(&file), file.stamp(now()).unwrap()), (before, stamp));
    assert!(file.check().unwrap().sound());
}

#[test]
fn a_list_that_comes_back_updates_what_it_came_from() {
    let place = place();
    let mut file = with_system(&place.path);
    let mut back = draft(1, "HR screening 2");
    back.id = Some(id(2));
    let mut organisation = draft(2, "Veldkamp B.V.");
    (organisation.kind, organisation.retired) = (RecordKind::Organisation, false);
    organisation.links.clear();
    let all = questions();
    let find = |id: &str| all.iter().find(|question| question.id.as_str() == id);
    let drafts = [back, organisation];
    let import = Import {
        drafts: &drafts,
        note: "list",
        questions: &find,
    };
    let mut go = |_, _| ControlFlow::Continue(());
    let done = file
        .import(&actor(), later(5), &import, &mut ids(100), &mut go)
        .unwrap();
    assert_eq!((done.added, done.updated, done.unchanged), (0, 2, 0));
    assert_eq!(file.record(&id(2)).unwrap().unwrap().name, "HR screening 2");
    assert_eq!(file.organisation().unwrap().name, "Veldkamp B.V.");
    let again = file
        .import(&actor(), later(6), &import, &mut ids(200), &mut go)
        .unwrap();
    assert_eq!((again.added, again.updated, again.unchanged), (0, 0, 2));
}

#[test]
fn history_tells_before_and_after_and_any_value_comes_back() {
    let place = place();
    let mut file = with_system(&place.path);
    for (second, unit) in [(2, "HR"), (3, "Legal"), (4, "100% \"IT\"_")] {
        file.record_answer(&actor(), later(second), &id(2), &asked("unit"), text(unit))
            .unwrap();
    }
    let query = HistoryQuery {
        subject: Some(id(2)),
        limit: 10,
        ..HistoryQuery::default()
    };
    let events = file.history(&query).unwrap();
    assert_eq!(events.len(), 4);
    assert_eq!(
        events[1].change,
        Some(Change::Answer {
            question: "unit".into(),
            from: text("HR"),
            to: text("Legal")
        })
    );
    let found = |words: &str| {
        let query = HistoryQuery {
            text: words.into(),
            limit: 10,
            ..HistoryQuery::default()
        };
        file.history(&query).unwrap().len()
    };
    assert_eq!(
        (found("legal"), found("0% \"i"), found("%"), found("_")),
        (1, 1, 1, 1)
    );
    // By the record's name all its events are found.
    assert_eq!(found("hr screening"), 4);
    assert_eq!(found("nowhere"), 0);
    let page = HistoryQuery {
        before: Some(events[1].seq),
        limit: 1,
        ..query.clone()
    };
    assert_eq!(file.history(&page).unwrap()[0].seq, events[2].seq);

    file.restore_value(&actor(), later(9), events[2].seq)
        .unwrap();
    assert_eq!(file.answer(&id(2), "unit").unwrap(), text("HR"));
    assert!(matches!(
        file.restore_value(&actor(), later(9), 1),
        Err(StoreError::NotRestorable { seq: 1 })
    ));
    file.undo(&actor(), later(10)).unwrap();
    assert_eq!(file.answer(&id(2), "unit").unwrap(), text("100% \"IT\"_"));
    assert_eq!(file.actors().unwrap(), [actor()]);
}

#[test]
fn lists_search_filter_and_sort() {
    let place = place();
    let mut file = create(&place.path, Key::Unencrypted);
    for (number, name) in [(10, "Zeta"), (11, "acme"), (12, "Mid")] {
        file.add_record(&actor(), later(1), id(number), RecordKind::Vendor, name)
            .unwrap();
    }
    for number in 0..6_u64 {
        let system = id(20 + number);
        let name = format!("System {}", ["f", "E", "d", "C", "b", "A"][number as usize]);
        file.add_record(
            &actor(),
            later(2),
            system.clone(),
            RecordKind::System,
            &name,
        )
        .unwrap();
        let mut say = |question: &str, value: Value| {
            let answer = Some(Answer::given(value));
            file.record_answer(&actor(), later(3), &system, &asked(question), answer)
                .unwrap();
        };
        if number < 5 {
            say("users", Value::Number([30, 4, 100, -1, 5][number as usize]));
            say(
                "stage",
                Value::One(["planned", "in-use"][(number % 2) as usize].into()),
            );
            say("vendors", Value::Records(vec![id(10 + number % 3)]));
            say(
                "review-due",
                Value::Date(format!("2027-0{}-01", number + 1).parse().unwrap()),
            );
        }
        if number == 3 {
            say(
                "roles",
                Value::Many(["yes", "partly"].map(Into::into).into()),
            );
            say("purpose", Value::Text("Ranks applicants, naïvely".into()));
        }
    }
    file.retire(&actor(), later(9), &id(24)).unwrap();
    let numbers = |query: &ListQuery| {
        let page = file.list(query).unwrap();
        (
            page.total,
            page.rows
                .iter()
                .map(|row| row.record.number)
                .collect::<Vec<_>>(),
        )
    };
    let all = ListQuery::of(RecordKind::System);
    assert_eq!(numbers(&all), (5, vec![1, 2, 3, 4, 6]));
    let by = |column: Column, ascending| {
        let mut query = all.clone();
        (query.sort.column, query.sort.ascending) = (column, ascending);
        query
    };
    let answer = |id: &str| Column::Answer(id.into());
    assert_eq!(numbers(&by(Column::Name, true)), (5, vec![6, 4, 3, 2, 1]));
    assert_eq!(
        numbers(&by(answer("users"), true)),
        (5, vec![4, 2, 1, 3, 6])
    );
    assert_eq!(
        numbers(&by(answer("users"), false)),
        (5, vec![3, 1, 2, 4, 6])
    );
    // Vendors by name: acme (2), Mid (3), Zeta (1, 4), none (6).
    assert_eq!(
        numbers(&by(answer("vendors"), true)),
        (5, vec![2, 3, 1, 4, 6])
    );
    let mut staged = by(answer("stage"), true);
    staged.sort.order = vec!["planned".into(), "in-use".into()];
    assert_eq!(numbers(&staged), (5, vec![1, 3, 2, 4, 6]));
    // Pages follow each other without a gap, also over the seam between answered and not.
    for offset in 0..6 {
        let page = ListQuery {
            offset,
            limit: 2,
            ..staged.clone()
        };
        let whole = [1, 3, 2, 4, 6];
        assert_eq!(
            numbers(&page).1,
            whole[offset.min(5)..(offset + 2).min(5)],
            "{offset}"
        );
    }
    let with = |filter| ListQuery {
        filters: vec![filter],
        ..all.clone()
    };
    let options = |question: &str, option: &str| Filter::Options {
        question: question.into(),
        any_of: vec![option.into()],
    };
    assert_eq!(numbers(&with(options("stage", "planned"))).1, [1, 3]);
    assert_eq!(numbers(&with(options("roles", "partly"))).1, [4]);
    let acme = Filter::Records {
        question: "vendors".into(),
        any_of: vec![id(11)],
    };
    assert_eq!(numbers(&with(acme)).1, [2]);
    let due = Filter::Dates {
        question: "review-due".into(),
        from: None,
        before: Some("2027-03-01".parse().unwrap()),
    };
    assert_eq!(numbers(&with(due)).1, [1, 2]);
    let some = Filter::Numbers {
        question: "users".into(),
        least: Some(4),
        most: Some(30),
    };
    assert_eq!(numbers(&with(some)).1, [1, 2]);
    let none = Filter::Standing {
        question: "users".into(),
        standing: Said::Nothing,
    };
    assert_eq!(numbers(&with(none)).1, [6]);
    let search = |words: &str| ListQuery {
        search: words.into(),
        ..all.clone()
    };
    assert_eq!(numbers(&search("naively appl")).1, [4]);
    assert_eq!(numbers(&search("AI-003")).1, [3]);
    assert_eq!(
        numbers(&search("ystem c")).1,
        [4],
        "a part of the name is enough"
    );
    assert_eq!(numbers(&search("planned")).0, 0);
    let mut relevant = search("system");
    relevant.sort.column = Column::Relevance;
    assert_eq!(numbers(&relevant).0, 5);
    let mut page = search("applicants");
    page.columns = Columns::All;
    let page = file.list(&page).unwrap();
    assert_eq!(page.rows[0].answers.len(), 6);
    assert_eq!(page.linked[&id(10)].name, "Zeta");
    let facets = file.facets(RecordKind::System, &"stage".into()).unwrap();
    assert_eq!((facets[0].key.as_str(), facets[0].count), ("in-use", 2));
    assert_eq!(file.find("ai-4").unwrap().unwrap().id, id(23));
    assert_eq!(
        file.similar(RecordKind::Vendor, "ACMÉ").unwrap()[0].likeness,
        Likeness::Same
    );
}

#[test]
fn no_search_is_ever_a_syntax_error_and_a_forgotten_word_is_not_found() {
    let place = place();
    let mut file = with_system(&place.path);
    file.record_answer(&actor(), later(2), &id(2), &asked("unit"), text("foo bar"))
        .unwrap();
    for words in [
        "\"",
        "AND",
        "OR NOT",
        "foo(",
        "-x",
        "col:x",
        "name:foo",
        "*",
        "foo*bar",
        "^foo",
        "{a b}",
        "NEAR(a b, 5)",
        "''",
        "a\0b",
        "\u{202e}",
        "%_",
        "漢字",
        "; DROP TABLE record",
        "foo + bar",
    ] {
        let query = ListQuery {
            search: words.into(),
            ..ListQuery::of(RecordKind::System)
        };
        assert!(file.list(&query).is_ok(), "{words:?}");
        let query = HistoryQuery {
            text: words.into(),
            limit: 5,
            ..HistoryQuery::default()
        };
        assert!(file.history(&query).is_ok(), "{words:?}");
    }
    let found = |file: &ClientFile, words: &str| {
        let query = ListQuery {
            search: words.into(),
            ..ListQuery::of(RecordKind::System)
        };
        file.list(&query).unwrap().total
    };
    assert_eq!((found(&file, "foo"), found(&file, "bar foo")), (1, 1));
    file.record_answer(&actor(), later(3), &id(2), &asked("unit"), text("bar"))
        .unwrap();
    assert_eq!((found(&file, "foo"), found(&file, "bar")), (0, 1));
    file.undo(&actor(), later(4)).unwrap();
    assert_eq!(found(&file, "foo"), 1);
    file.rename(&actor(), later(5), &id(2), "Renamed").unwrap();
    assert_eq!((found(&file, "screening"), found(&file, "renamed")), (0, 1));
}

#[test]
fn attachments_come_back_byte_for_byte_and_the_same_content_is_kept_once() {
    let place = place();
    let mut file = with_system(&place.path);
    let bytes: Vec<u8> = (0..700_000_u32).map(|n| (n * 31 % 251) as u8).collect();
    file.attach(&actor(), later(2), &id(2), &uuid(50), "policy.pdf", &bytes)
        .unwrap();
    let length = std::fs::metadata(&place.path).unwrap().len();
    file.attach(
        &actor(),
        later(3),
        &id(1),
        &uuid(51),
        "policy (2).pdf",
        &bytes,
    )
    .unwrap();
    assert!(std::fs::metadata(&place.path).unwrap().len() < length + 100_000);
    file.attach(&actor(), later(3), &id(1), &uuid(52), "empty", &[])
        .unwrap();
    assert_eq!(file.read_attachment(&uuid(51)).unwrap(), bytes);
    assert_eq!(file.read_attachment(&uuid(52)).unwrap(), b"");
    file.retire_attachment(&actor(), later(4), &uuid(50))
        .unwrap();
    assert_eq!(file.read_attachment(&uuid(50)).unwrap(), bytes);
    let retired = |file: &ClientFile| file.attachments(&id(2)).unwrap()[0].retired.is_some();
    assert!(retired(&file));
    let back = file.restore_attachment(&actor(), later(4), &uuid(50));
    assert!(back.unwrap().act.is_some());
    assert!(!retired(&file));
    let again = file.restore_attachment(&actor(), later(4), &uuid(50));
    assert_eq!(again.unwrap().act, None);
    file.undo(&actor(), later(4)).unwrap();
    assert!(retired(&file));
    file.undo(&actor(), later(4)).unwrap();
    assert!(!retired(&file));
    let large = vec![0; store::LARGEST_ATTACHMENT as usize + 1];
    assert!(matches!(
        file.attach(&actor(), later(5), &id(2), &uuid(53), "large", &large),
        Err(StoreError::AttachmentTooLarge { .. })
    ));
    assert!(matches!(
        file.read_attachment(&uuid(99)),
        Err(StoreError::UnknownAttachment)
    ));
    assert!(file.check().unwrap().sound());
}

#[test]
fn every_error_has_its_sentence() {
    let library = content::library().unwrap();
    for error in StoreError::one_of_each() {
        let wording = error.wording();
        let text = library
            .texts()
            .find(wording.key)
            .unwrap_or_else(|| panic!("{}", wording.key));
        let mut rest = text.to_owned();
        for (name, _) in &wording.values {
            let placeholder = format!("{{{name}}}");
            assert!(
                rest.contains(&placeholder),
                "{}: {name} is not said",
                wording.key
            );
            rest = rest.replace(&placeholder, "");
        }
        assert!(!rest.contains('{'), "{}: {rest}", wording.key);
        assert!(!library.texts().say(&wording).is_empty());
    }
}

#[test]
fn several_answers_are_one_act_or_none() {
    let place = place();
    let mut file = with_system(&place.path);
    file.add_record(&actor(), later(1), id(3), RecordKind::System, "Second")
        .unwrap();
    let stage = asked("stage");
    let users = asked("users");
    let one = |option: &str| Some(Answer::given(Value::One(option.into())));
    let before = digest(&file);
    let done = file
        .record_answers(
            &actor(),
            later(2),
            &[
                (id(2), &stage, one("in-use")),
                (id(3), &stage, one("planned")),
                (id(3), &users, Some(Answer::given(Value::Number(3)))),
            ],
        )
        .unwrap();
    assert_eq!(done.records, [id(2), id(3)].into());
    assert_eq!(file.answer(&id(3), "stage").unwrap(), one("planned"));
    file.undo(&actor(), later(3)).unwrap();
    assert_eq!(digest(&file), before, "one step back for all of them");
    // One that cannot be recorded takes the others with it.
    let refused = file.record_answers(
        &actor(),
        later(4),
        &[
            (id(2), &stage, one("in-use")),
            (id(3), &stage, one("elsewhere")),
        ],
    );
    assert!(refused.is_err());
    assert_eq!(file.answer(&id(2), "stage").unwrap(), None);
    // What stands already is no act.
    let nothing = file.record_answers(&actor(), later(5), &[(id(2), &stage, None)]);
    assert_eq!(nothing.unwrap().act, None);
}

#[test]
fn a_record_can_be_entered_with_its_first_answers() {
    let place = place();
    let mut file = with_system(&place.path);
    let (users, vendors) = (asked("users"), asked("vendors"));
    let given = [
        (&users, Answer::given(Value::Number(7))),
        (&vendors, Answer::given(Value::Records(vec![id(2)]))),
    ];
    // A system is no vendor: nothing is entered at all.
    let named = || (id(3), RecordKind::System, "Second");
    assert!(
        file.add_answered(&actor(), later(1), named(), &given)
            .is_err()
    );
    assert_eq!(file.record(&id(3)).unwrap(), None);
    file.add_answered(&actor(), later(1), named(), &given[..1])
        .unwrap();
    assert_eq!(file.answers(&id(3)).unwrap().len(), 1);
    file.undo(&actor(), later(2)).unwrap();
    assert_eq!(file.record(&id(3)).unwrap(), None);
}

#[test]
fn answers_to_some_questions_of_all_records_are_read_at_once() {
    let place = place();
    let mut file = with_system(&place.path);
    for (number, name) in [(3, "Second"), (4, "Third")] {
        file.add_record(&actor(), later(1), id(number), RecordKind::System, name)
            .unwrap();
    }
    file.add_record(&actor(), later(1), id(5), RecordKind::Vendor, "Acme")
        .unwrap();
    for number in [2, 3, 4] {
        for (question, value) in [
            ("users", Value::Number(i64::try_from(number).unwrap())),
            ("stage", Value::One("in-use".into())),
            ("vendors", Value::Records(vec![id(5)])),
        ] {
            let answer = Some(Answer::given(value));
            file.record_answer(&actor(), later(2), &id(number), &asked(question), answer)
                .unwrap();
        }
    }
    file.retire(&actor(), later(3), &id(3)).unwrap();
    let wanted = ["users".into(), "vendors".into(), "unit".into()];
    let found = file
        .answers_to(RecordKind::System, &wanted.iter().collect::<Vec<_>>())
        .unwrap();
    let ids: Vec<_> = found.iter().map(|(record, _)| record.id.clone()).collect();
    assert_eq!(ids, [id(2), id(4)]);
    for (record, answers) in found {
        let mut all = file.answers(&record.id).unwrap();
        all.retain(|question, _| wanted.contains(question));
        assert_eq!(answers, all);
        assert_eq!(answers.len(), 2);
    }
    assert!(file.answers_to(RecordKind::Model, &[]).unwrap().is_empty());
}
