//! Contradictions: each is found where it is, and not where it is not.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/file.rs"]
mod file;
#[path = "support/said.rs"]
mod said;

use content::RecordKind;
use domain::xray::{Place, smells};
use domain::{Answer, Answers, Attachment, Dossier, Value};
use file::{RANKING, care, day, dossier, record};
use said::answers;

const TODAY: &str = "2026-11-22";

/// The codes found, without those every deployer has who sees to no literacy.
fn codes(dossier: &Dossier, on: &str) -> Vec<&'static str> {
    let library = content::library().expect("shipped content");
    let found = smells(library, dossier, day(on));
    for smell in &found {
        let key = format!("ui.xray.{}", smell.code);
        let text = library
            .texts()
            .find(&key)
            .unwrap_or_else(|| panic!("{key} is not worded"));
        for (name, _) in &smell.with {
            assert!(
                text.contains(&format!("{{{name}}}")),
                "{key} does not name {name}"
            );
        }
    }
    let literacy = |smell: &domain::Smell| {
        smell.code == "duty-unseen" && smell.with.iter().any(|(_, words)| words == "AI literacy")
    };
    let others = found.iter().filter(|smell| !literacy(smell));
    others.map(|smell| smell.code).collect()
}

fn with(duty: &str, more: &[&str]) -> Dossier {
    dossier(&[&RANKING], &[care(1, duty, "deployer", more)])
}

#[test]
fn a_duty_that_two_records_speak_of_is_told_and_the_newest_word_counts() {
    let done = ["duty-state = done", "duty-evidence = Minutes"];
    let mut newer = care(2, "D-HO", "deployer", &done);
    newer.0.changed += chrono::Duration::hours(1);
    let late = ["duty-due = 2026-11-21"];
    let older = care(1, "D-HO", "deployer", &late);
    for order in [[older.clone(), newer.clone()], [newer.clone(), older]] {
        assert_eq!(
            codes(&dossier(&[&RANKING], &order), TODAY),
            ["duty-twice"],
            "what was said last is that it is done"
        );
    }
    // A retired one, and one of another role, are no second word.
    newer.0.retired = Some(newer.0.changed);
    let other = care(3, "D-HO", "provider", &[]);
    let once = [care(1, "D-HO", "deployer", &[]), newer, other];
    let found = codes(&dossier(&[&RANKING], &once), TODAY);
    assert!(!found.contains(&"duty-twice"), "{found:?}");
}

#[test]
fn a_duty_and_what_people_said_of_it() {
    let nothing: [&str; 0] = [];
    assert_eq!(codes(&dossier(&[&RANKING], &[]), TODAY), nothing);
    assert_eq!(codes(&with("D-HO", &["duty-state = open"]), TODAY), nothing);
    let overdue = ["duty-due = 2026-11-21"];
    assert_eq!(codes(&with("D-HO", &overdue), TODAY), ["duty-overdue"]);
    assert_eq!(
        codes(&with("D-HO", &["duty-due = 2026-11-22"]), TODAY),
        nothing
    );
    let late = ["duty-due = 2027-12-03"];
    assert_eq!(codes(&with("D-HO", &late), TODAY), ["duty-planned-late"]);
    assert_eq!(
        codes(&with("D-HO", &["duty-due = 2027-12-02"]), TODAY),
        nothing
    );
    let bare = ["duty-state = done"];
    assert_eq!(codes(&with("D-HO", &bare), TODAY), ["duty-done-unproven"]);
    let proven = ["duty-state = done", "duty-evidence = Minutes"];
    assert_eq!(codes(&with("D-HO", &proven), TODAY), nothing);
    let aside = ["duty-state = not-ours"];
    assert_eq!(codes(&with("D-HO", &aside), TODAY), ["duty-laid-aside"]);
    let reason = ["duty-state = not-ours", "duty-not-ours-reason = Theirs"];
    assert_eq!(codes(&with("D-HO", &reason), TODAY), nothing);
    // Nobody owes a conformity assessment who only uses a system.
    let gone = dossier(
        &[&RANKING],
        &[care(1, "O-CA", "provider", &["duty-state = open"])],
    );
    assert_eq!(codes(&gone, TODAY), ["duty-gone"]);
    let unowned = codes(&with("O-LIT", &["duty-state = open"]), TODAY);
    assert_eq!(unowned, ["duty-unowned"]);
}

#[test]
fn a_file_is_proof_until_it_is_retired() {
    let mut file = with("D-HO", &["duty-state = done"]);
    let at = file.stamp.at;
    let attachment = Attachment {
        id: "a".to_owned(),
        name: "minutes.pdf".to_owned(),
        size: 1,
        sha256: String::new(),
        added: at,
        retired: None,
    };
    let duty = record(RecordKind::Duty, 1).id;
    file.attachments.insert(duty.clone(), vec![attachment]);
    assert!(codes(&file, TODAY).is_empty());
    file.attachments.get_mut(&duty).unwrap()[0].retired = Some(at);
    assert_eq!(codes(&file, TODAY), ["duty-done-unproven"]);
}

#[test]
fn a_duty_that_binds_and_that_nobody_sees_to() {
    let library = content::library().unwrap();
    let found = smells(library, &dossier(&[&RANKING], &[]), day(TODAY));
    assert_eq!(found.len(), 1, "literacy binds already");
    assert_eq!(found[0].code, "duty-unseen");
    let system = record(RecordKind::System, 1).id;
    assert_eq!(found[0].place, Place::Duties(system));
    let later = codes(&dossier(&[&RANKING], &[]), "2027-12-02");
    assert!(later.len() > 3, "{later:?}");
}

#[test]
fn resting_on_something_retired_and_a_review_that_is_due() {
    let mut file = dossier(&[&["review-due = 2026-11-21"]], &[]);
    assert_eq!(codes(&file, TODAY), ["review-overdue"]);
    assert!(codes(&file, "2026-11-21").is_empty());
    let mut owner = record(RecordKind::Person, 1);
    let link = Answer::given(Value::Records(vec![owner.id.clone()]));
    let system = record(RecordKind::System, 1).id;
    file.answers
        .insert(system.clone(), Answers::from([("owner".into(), link)]));
    file.records.push(owner.clone());
    assert!(codes(&file, TODAY).is_empty());
    owner.retired = Some(file.stamp.at);
    *file.records.last_mut().unwrap() = owner;
    assert_eq!(codes(&file, TODAY), ["link-retired"]);
    // A retired record contradicts nothing.
    let at = file.stamp.at;
    let retired = file
        .records
        .iter_mut()
        .find(|one| one.id == system)
        .unwrap();
    retired.retired = Some(at);
    assert!(codes(&file, TODAY).is_empty());
}

#[test]
fn an_answer_that_is_set_aside_contradicts_nothing() {
    let library = content::library().unwrap();
    let asked = library.questionnaire_about(RecordKind::System).unwrap();
    let mut links = asked.questions.iter().filter(|one| one.record.is_some());
    let hidden = links.find(|one| one.show_when.is_some());
    let hidden = hidden.expect("a link that is not always asked");
    let mut linked = record(hidden.record.unwrap(), 9);
    let mut file = dossier(&[&[]], &[]);
    linked.retired = Some(file.stamp.at);
    let system = record(RecordKind::System, 1).id;
    let link = Answer::given(Value::Records(vec![linked.id.clone()]));
    file.records.push(linked);
    let mut said = answers(&[]);
    said.insert(hidden.id.clone(), link);
    file.answers.insert(system, said);
    assert!(codes(&file, TODAY).is_empty());
}

/// A harm of system 1 with its four scales before and after measures.
fn harm(
    number: u32,
    before: [&str; 4],
    after: [&str; 4],
    more: &[&str],
) -> (domain::Record, Answers) {
    let names = ["severity", "scale", "reversibility", "likelihood"];
    let mut lines = vec!["impact-direction = harm".to_owned()];
    for (infix, options) in [("", before), ("after-", after)] {
        let scales = names.iter().zip(options);
        lines.extend(scales.map(|(name, option)| format!("impact-{infix}{name} = {option}")));
    }
    lines.extend(more.iter().map(|line| (*line).to_owned()));
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let mut said = answers(&lines);
    let system = Value::Records(vec![domain::RecordId::new("system-1")]);
    said.insert("impact-system".into(), Answer::given(system));
    (record(RecordKind::Impact, number), said)
}

const GRAVE: [&str; 4] = ["considerable", "many", "never", "expected"];
const HEAVY: [&str; 4] = ["considerable", "some", "partly", "likely"];
const LIGHT: [&str; 4] = ["slight", "few", "at-once", "rare"];

/// Contradictions of impact assessments found with these answers about a system and these harms.
fn impacts(system: &[&str], harms: &[(domain::Record, Answers)]) -> Vec<&'static str> {
    let mut found = codes(&dossier(&[system], harms), TODAY);
    found.retain(|code| code.starts_with("impact-"));
    found
}

#[test]
fn an_assessment_is_overdue_or_planned_later_than_its_threshold_allows() {
    let none: [&str; 0] = [];
    assert_eq!(
        impacts(&["aia-review-due = 2026-11-21"], &[]),
        ["impact-overdue"]
    );
    assert_eq!(impacts(&["aia-review-due = 2026-11-22"], &[]), none);
    assert_eq!(
        impacts(&["dpia-state = done", "dpia-next = 2026-11-21"], &[]),
        ["impact-overdue"]
    );
    let late = "aia-review-due = 2027-11-23";
    assert_eq!(
        impacts(&["aia-sensitive = decides", late], &[]),
        ["impact-review-too-late"]
    );
    assert_eq!(impacts(&["aia-sensitive =", late], &[]), none);
    assert_eq!(
        impacts(
            &["aia-sensitive = decides", "aia-review-due = 2027-11-22"],
            &[]
        ),
        none
    );
}

#[test]
fn what_is_owed_for_a_system_in_use_and_not_begun_is_told() {
    let none: [&str; 0] = [];
    let owed = ["lifecycle-stage = in-use", "in-aims-scope = yes"];
    assert_eq!(impacts(&owed, &[]), ["impact-not-begun"]);
    assert_eq!(
        impacts(&["lifecycle-stage = idea", "in-aims-scope = yes"], &[]),
        none
    );
    assert_eq!(
        impacts(&["lifecycle-stage = in-use", "in-aims-scope = no"], &[]),
        none
    );
    assert_eq!(
        impacts(&[&owed[..], &["aia-trigger = late"]].concat(), &[]),
        none
    );
}

#[test]
fn a_harm_that_stays_heavy_has_a_risk_and_one_that_is_lessened_a_measure() {
    let none: [&str; 0] = [];
    let measured = ["impact-measures = Read within three days"];
    assert_eq!(
        impacts(&[], &[harm(1, GRAVE, HEAVY, &measured)]),
        ["impact-without-risk"]
    );
    assert_eq!(impacts(&[], &[harm(1, GRAVE, LIGHT, &measured)]), none);
    assert_eq!(
        impacts(&[], &[harm(1, GRAVE, LIGHT, &[])]),
        ["impact-lessened-by-nothing"]
    );
    let mut fed = harm(1, GRAVE, HEAVY, &measured);
    let risk = Value::Records(vec![domain::RecordId::new("risk-1")]);
    fed.1.insert("impact-risk".into(), Answer::given(risk));
    let mut snapshot = dossier(&[&[]], &[fed]);
    snapshot.records.push(record(RecordKind::Risk, 1));
    assert!(!codes(&snapshot, TODAY).contains(&"impact-without-risk"));
    let decided = impacts(&["aia-decision = use"], &[harm(1, GRAVE, GRAVE, &measured)]);
    assert_eq!(
        decided,
        ["impact-decided-against-level", "impact-without-risk"]
    );
    assert_eq!(
        impacts(
            &["aia-decision = not-yet"],
            &[harm(1, GRAVE, GRAVE, &measured)]
        ),
        ["impact-without-risk"]
    );
}
