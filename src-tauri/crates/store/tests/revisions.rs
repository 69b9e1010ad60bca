//! What is signed stays as it was signed, and what it was made from is closed until it is reopened.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod common;

use common::*;
use content::{Question, QuestionKind, RecordKind};
use domain::{Action, Answer, Change, Draft, Part, Rejected, Signing, Value};
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use store::{ClientFile, HistoryQuery, Import, Key, Recorded, StoreError};

/// A question of the assessment that is answered with one of its options.
fn law() -> &'static Question {
    let library = content::library().unwrap();
    let asked = &library.questionnaire(ASSESSMENT).unwrap().questions;
    asked
        .iter()
        .find(|question| question.kind == QuestionKind::Single)
        .unwrap()
}

fn choice(place: usize) -> Option<Answer> {
    Some(Answer::given(Value::One(law().options[place].id.clone())))
}

/// A file with two systems, whose first has an answer to the assessment in two versions.
fn assessed(place: &Place) -> ClientFile {
    let mut file = create(&place.path, Key::Unencrypted);
    for (number, name) in [(2, "HR screening"), (3, "Chat")] {
        file.add_record(&actor(), now(), id(number), RecordKind::System, name)
            .unwrap();
    }
    for place in [0, 1] {
        file.record_answer(&actor(), later(1), &id(2), law(), choice(place))
            .unwrap();
    }
    file
}

#[track_caller]
fn is_closed(done: Result<Recorded, StoreError>) {
    match done {
        Err(StoreError::Rejected(Rejected::SignedOff { question })) => {
            assert_eq!(question, law().id);
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_signed_outcome_comes_back_as_it_was_signed() {
    let place = place();
    let mut file = assessed(&place);
    let done = file
        .sign_off(&actor(), later(2), &signing(id(2)), &outcome("High-risk"))
        .unwrap();
    assert!(done.records.contains(&id(2)));
    drop(file);
    let mut file = open(&place.path, Key::Unencrypted).unwrap();
    let revision = file.revisions(Some(&id(2))).unwrap().remove(0);
    assert_eq!(file.frozen(&revision).unwrap(), outcome("High-risk"));
    assert_eq!(
        (revision.number, revision.event, revision.at),
        (1, done.seq, later(2))
    );
    assert_eq!(
        (revision.signer.as_str(), revision.signer_role.as_str()),
        ("L. Okafor", "Counsel")
    );
    assert_eq!(revision.sha256.len(), 64);
    assert!(revision.stands());
    assert!(file.revisions(Some(&id(3))).unwrap().is_empty());
    // Signing the same again gives the same hash.
    file.sign_off(&actor(), later(3), &signing(id(3)), &outcome("High-risk"))
        .unwrap();
    // What was signed is large: a dossier holds it only where it was asked for.
    let dossier = file.dossier(now()).unwrap();
    assert!(dossier.frozen.is_empty());
    let both = &dossier.revisions;
    assert_eq!(both.len(), 2);
    assert_eq!(both[0].sha256, both[1].sha256);
    let whole = file
        .dossier_with(now(), |one| one.subject == id(3))
        .unwrap();
    assert_eq!(whole.frozen.len(), 1);
    assert_eq!(whole.frozen(&both[0]), Some(&outcome("High-risk")));
    assert_eq!(whole.revisions_of(&id(3), ASSESSMENT).count(), 1);
    assert!(file.check().unwrap().sound());
}

#[test]
fn no_road_leads_to_an_answer_of_a_signed_assessment() {
    let place = place();
    let mut file = assessed(&place);
    let earlier = file
        .history(&HistoryQuery {
            action: Some(Action::AnswerRecorded),
            limit: 2,
            ..HistoryQuery::default()
        })
        .unwrap()[1]
        .seq;
    file.sign_off(&actor(), later(2), &signing(id(2)), &outcome("High-risk"))
        .unwrap();
    let before = file.dossier(now()).unwrap();
    is_closed(file.record_answer(&actor(), now(), &id(2), law(), choice(0)));
    is_closed(file.record_answer(&actor(), now(), &id(2), law(), None));
    is_closed(file.restore_value(&actor(), now(), earlier));
    let draft = Draft {
        id: Some(id(2)),
        kind: RecordKind::System,
        name: "HR screening".into(),
        answers: [(law().id.clone(), choice(0).unwrap())].into(),
        links: Vec::new(),
        asked: BTreeMap::new(),
        retired: false,
        row: 7,
    };
    let library = content::library().unwrap();
    let import = Import {
        drafts: &[draft],
        note: "list.csv",
        questions: &|id| library.question(id),
    };
    let mut go = |_, _| ControlFlow::Continue(());
    match file.import(&actor(), now(), &import, &mut ids(90), &mut go) {
        Err(StoreError::RejectedRows(rows)) => {
            assert_eq!(rows.len(), 1);
            assert_eq!(rows[0].row, 7);
            assert!(matches!(rows[0].rejected, Rejected::SignedOff { .. }));
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(file.dossier(now()).unwrap(), before);
    // To say again what stands changes nothing, so there is nothing to refuse.
    let done = file
        .record_answer(&actor(), now(), &id(2), law(), choice(1))
        .unwrap();
    assert_eq!(done.act, None);
    // Everything else goes on: other questions of the record, and other records.
    let unit = Some(Answer::given(Value::Text("HR".into())));
    file.record_answer(&actor(), now(), &id(2), &asked("unit"), unit)
        .unwrap();
    file.record_answer(&actor(), now(), &id(3), law(), choice(0))
        .unwrap();
    file.rename(&actor(), now(), &id(2), "Screening").unwrap();
    assert!(file.check().unwrap().sound());
}

#[test]
fn a_reopened_assessment_can_be_changed_and_signed_as_the_next_revision() {
    let place = place();
    let mut file = assessed(&place);
    let law_id = ASSESSMENT.into();
    let not_signed = file.reopen(&actor(), now(), &id(2), &law_id, "why");
    assert!(matches!(
        not_signed,
        Err(StoreError::Rejected(Rejected::NotSigned))
    ));
    file.sign_off(&actor(), later(2), &signing(id(2)), &outcome("High-risk"))
        .unwrap();
    let again = file.sign_off(&actor(), now(), &signing(id(2)), &outcome("Minimal"));
    assert!(matches!(
        again,
        Err(StoreError::Rejected(Rejected::AlreadySigned))
    ));
    let unreasoned = file.reopen(&actor(), now(), &id(2), &law_id, " \n");
    assert!(matches!(
        unreasoned,
        Err(StoreError::Rejected(Rejected::ReopeningReasonMissing))
    ));
    let unnamed = Signing {
        signer: "  ".into(),
        ..signing(id(3))
    };
    assert!(matches!(
        file.sign_off(&actor(), now(), &unnamed, &outcome("Minimal")),
        Err(StoreError::Rejected(Rejected::SignerMissing))
    ));
    file.reopen(&actor(), later(3), &id(2), &law_id, " New facts ")
        .unwrap();
    file.record_answer(&actor(), later(4), &id(2), law(), choice(0))
        .unwrap();
    file.sign_off(&actor(), later(5), &signing(id(2)), &outcome("Minimal"))
        .unwrap();
    is_closed(file.record_answer(&actor(), now(), &id(2), law(), choice(1)));
    let revisions = file.revisions(Some(&id(2))).unwrap();
    assert_eq!(
        revisions[0].reopened,
        Some((later(3), "New facts".to_owned()))
    );
    assert_eq!((revisions[1].number, revisions[1].stands()), (2, true));
    assert_eq!(file.frozen(&revisions[0]).unwrap(), outcome("High-risk"));
    let told: Vec<Change> = file
        .history(&HistoryQuery {
            action: Some(Action::Reopened),
            limit: 9,
            ..HistoryQuery::default()
        })
        .unwrap()
        .into_iter()
        .filter_map(|event| event.change)
        .collect();
    assert_eq!(
        told,
        [Change::Reopened {
            questionnaire: law_id,
            number: 1,
            reason: "New facts".into(),
        }]
    );
    assert!(file.check().unwrap().sound());
}

/// Whoever asks: what says of itself that it is not settled is not signed.
#[test]
fn an_outcome_with_open_questions_is_not_signed() {
    let place = place();
    let mut file = assessed(&place);
    let before = file.stamp(now()).unwrap();
    let mut open = outcome("Undetermined");
    let questions = ["Object", "Area"].map(|label| Part::new(label).called(label));
    open.parts.push(Part::new("open").with(questions));
    match file.sign_off(&actor(), later(2), &signing(id(2)), &open) {
        Err(StoreError::Rejected(Rejected::StillOpen { questions })) => {
            assert_eq!(questions, ["Object", "Area"]);
        }
        other => panic!("{other:?}"),
    }
    assert!(file.revisions(None).unwrap().is_empty());
    assert_eq!(file.stamp(now()).unwrap(), before);
    open.parts.pop();
    open.parts.push(Part::new("open"));
    file.sign_off(&actor(), later(2), &signing(id(2)), &open)
        .unwrap();
}

#[test]
fn undo_stops_at_a_sign_off_and_at_a_reopening_also_after_a_restart() {
    let place = place();
    let mut file = assessed(&place);
    file.undo(&actor(), later(2)).unwrap();
    assert!(file.redoable().unwrap().is_some());
    file.sign_off(&actor(), later(3), &signing(id(2)), &outcome("High-risk"))
        .unwrap();
    let stops = |file: &mut ClientFile| {
        assert_eq!(file.undoable().unwrap(), None);
        assert_eq!(file.redoable().unwrap(), None);
        let before = file.stamp(now()).unwrap();
        assert!(matches!(
            file.undo(&actor(), now()),
            Err(StoreError::StopsAtSignOff)
        ));
        assert!(matches!(
            file.redo(&actor(), now()),
            Err(StoreError::NothingToRedo)
        ));
        assert_eq!(file.stamp(now()).unwrap(), before);
    };
    stops(&mut file);
    drop(file);
    let mut file = open(&place.path, Key::Unencrypted).unwrap();
    stops(&mut file);
    // What is done afterwards is undone and redone as ever, and no further.
    file.rename(&actor(), now(), &id(2), "Screening").unwrap();
    file.undo(&actor(), now()).unwrap();
    file.redo(&actor(), now()).unwrap();
    file.undo(&actor(), now()).unwrap();
    assert!(matches!(
        file.undo(&actor(), now()),
        Err(StoreError::StopsAtSignOff)
    ));
    let seq = file.revisions(None).unwrap()[0].event;
    assert!(matches!(
        file.restore_value(&actor(), now(), seq),
        Err(StoreError::NotRestorable { .. })
    ));
    file.reopen(&actor(), now(), &id(2), &ASSESSMENT.into(), "New facts")
        .unwrap();
    stops(&mut file);
    assert!(file.check().unwrap().sound());
}

/// A signed assessment closes the records that are part of it, whichever road is taken, and opens them
/// with itself.
#[test]
fn what_is_part_of_a_signed_assessment_is_closed_with_it() {
    let library = content::library().unwrap();
    let asked = library.questionnaire_about(RecordKind::Finding).unwrap();
    let part_of = asked.part_of.as_ref().unwrap();
    let link = asked.question(part_of.question.as_str()).unwrap();
    let to = |run: u64| Answer::given(Value::Records(vec![id(run)]));
    let place = place();
    let mut file = create(&place.path, Key::Unencrypted);
    for (number, name) in [(2, "Run of May"), (3, "Run of November")] {
        file.add_record(&actor(), now(), id(number), RecordKind::GapAnalysis, name)
            .unwrap();
    }
    let enter = |file: &mut ClientFile, number: u64, run: u64| {
        let named = (id(number), RecordKind::Finding, "4.1");
        file.add_answered(&actor(), later(1), named, &[(link, to(run))])
    };
    enter(&mut file, 4, 2).unwrap();
    enter(&mut file, 5, 3).unwrap();
    let signing = Signing {
        questionnaire: part_of.assessment.clone(),
        ..signing(id(2))
    };
    file.sign_off(&actor(), later(2), &signing, &outcome("Met"))
        .unwrap();

    let refused = |done: Result<Recorded, StoreError>| {
        let refused = matches!(done, Err(StoreError::Rejected(Rejected::SignedOff { .. })));
        assert!(refused, "{done:?}");
    };
    refused(file.record_answer(&actor(), later(3), &id(4), link, Some(to(3))));
    refused(file.record_answer(&actor(), later(3), &id(4), link, None));
    refused(file.record_answer(&actor(), later(3), &id(5), link, Some(to(2))));
    refused(enter(&mut file, 6, 2));
    refused(file.retire(&actor(), later(3), &id(4)));
    refused(file.rename(&actor(), later(3), &id(4), "4.2"));
    // The run that is not signed is as open as before.
    file.retire(&actor(), later(4), &id(5)).unwrap();

    file.reopen(
        &actor(),
        later(5),
        &id(2),
        &part_of.assessment,
        "Seen again",
    )
    .unwrap();
    file.rename(&actor(), later(6), &id(4), "4.2").unwrap();
    enter(&mut file, 6, 2).unwrap();
    assert!(file.check().unwrap().sound());
}

/// The next version is one act: what stood is reopened for the remark, answers are recorded, it is signed.
#[test]
fn the_next_version_is_signed_in_one_act() {
    let place = place();
    let mut file = assessed(&place);
    let first = signing(id(2));
    let next = Signing {
        remark: "A new vendor".into(),
        ..signing(id(2))
    };
    let answers = [(law(), choice(0).unwrap())];
    let early = file.sign_next(&actor(), later(2), &answers, &next, &outcome("Minimal"));
    assert!(matches!(
        early,
        Err(StoreError::Rejected(Rejected::NotSigned))
    ));
    file.sign_off(&actor(), later(2), &first, &outcome("High-risk"))
        .unwrap();
    let silent = Signing {
        remark: " ".into(),
        ..next.clone()
    };
    let unsaid = file.sign_next(&actor(), later(3), &answers, &silent, &outcome("Minimal"));
    assert!(matches!(
        unsaid,
        Err(StoreError::Rejected(Rejected::ReopeningReasonMissing))
    ));
    assert!(file.revisions(None).unwrap()[0].stands());

    let done = file
        .sign_next(&actor(), later(3), &answers, &next, &outcome("Minimal"))
        .unwrap();
    let all = file.revisions(Some(&id(2))).unwrap();
    let told: Vec<(u32, bool)> = all.iter().map(|one| (one.number, one.stands())).collect();
    assert_eq!(told, [(1, false), (2, true)]);
    assert_eq!(
        all[0].reopened.as_ref().map(|(_, reason)| reason.as_str()),
        Some("A new vendor")
    );
    assert_eq!(
        file.answers(&id(2)).unwrap().get(&law().id),
        choice(0).as_ref()
    );
    let history = file.history(&HistoryQuery {
        limit: 3,
        ..HistoryQuery::default()
    });
    let acts: BTreeMap<u64, usize> =
        history
            .unwrap()
            .into_iter()
            .fold(BTreeMap::new(), |mut acts, event| {
                *acts.entry(event.act).or_default() += 1;
                acts
            });
    assert_eq!(
        acts.into_iter().collect::<Vec<_>>(),
        [(done.act.unwrap(), 3)]
    );
    is_closed(file.record_answer(&actor(), later(4), &id(2), law(), choice(1)));
    // Also after a restart nothing takes it back.
    drop(file);
    let file = open(&place.path, Key::Unencrypted).unwrap();
    assert_eq!(file.undoable().unwrap(), None);
}

#[test]
fn who_signs_and_as_what_is_one_line_that_reads_as_it_is_written() {
    let place = place();
    let mut file = assessed(&place);
    let long = "a".repeat(1001);
    for words in ["Two\nlines", "A\tB", "txt.\u{202e}fdp", "nul\0", &long] {
        let named = Signing {
            signer: words.into(),
            ..signing(id(2))
        };
        let employed = Signing {
            signer_role: words.into(),
            ..signing(id(2))
        };
        for refused in [named, employed] {
            let done = file.sign_off(&actor(), later(2), &refused, &outcome("Minimal"));
            assert!(
                matches!(
                    done,
                    Err(StoreError::Rejected(
                        Rejected::ControlCharacter { .. }
                            | Rejected::DirectionMark { .. }
                            | Rejected::TooLong { .. }
                    ))
                ),
                "{words:?}: {done:?}"
            );
        }
    }
    let blanks = Signing {
        signer: "  \u{5d0}\u{200f} Okafor ".into(),
        signer_role: " Counsel\n".into(),
        ..signing(id(2))
    };
    file.sign_off(&actor(), later(2), &blanks, &outcome("Minimal"))
        .unwrap();
    let kept = file.revisions(Some(&id(2))).unwrap();
    assert_eq!(kept[0].signer, "\u{5d0}\u{200f} Okafor");
    assert_eq!(kept[0].signer_role, "Counsel");
}
