//! Each question that code branches on exists in the shipped content, in the form the code relies on.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use content::{Question, QuestionKind, RecordKind};
use domain::fact;

fn inventory(id: &str) -> &'static Question {
    let library = content::library().expect("shipped content");
    let question = library
        .questionnaire_about(RecordKind::System)
        .and_then(|inventory| inventory.question(id))
        .unwrap_or_else(|| panic!("the inventory does not ask {id}"));
    assert!(question.retired.is_none(), "{id} is retired");
    // A list that is imported may tell a fact without telling what a condition would look at.
    assert!(question.show_when.is_none(), "{id} must always be asked");
    question
}

fn check(id: &str, kind: QuestionKind, record: Option<RecordKind>) {
    let question = inventory(id);
    assert_eq!(question.kind, kind, "{id}");
    assert_eq!(question.record, record, "{id}");
}

#[test]
fn facts_have_the_form_that_code_relies_on() {
    check(fact::STAGE, QuestionKind::Single, None);
    check(fact::OWNER, QuestionKind::Record, Some(RecordKind::Person));
    check(fact::VENDOR, QuestionKind::Record, Some(RecordKind::Vendor));
    check(fact::REVIEW_DUE, QuestionKind::Date, None);
    check(fact::IN_SCOPE, QuestionKind::Single, None);
    check(fact::PURPOSE, QuestionKind::LongText, None);
    check(fact::ROLES, QuestionKind::Multi, None);
    check(fact::UNIT, QuestionKind::Text, None);
}

#[test]
fn what_people_add_to_duties_and_incidents_has_the_form_that_code_relies_on() {
    let library = content::library().expect("shipped content");
    let check = |id: &str, about: RecordKind, kind: QuestionKind, record: Option<RecordKind>| {
        let questionnaire = library.questionnaire_about(about).unwrap();
        let question = questionnaire.question(id).expect(id);
        assert_eq!((question.kind, question.record), (kind, record), "{id}");
    };
    use RecordKind::{Duty, Incident, Person, System};
    check(fact::DUTY_SYSTEM, Duty, QuestionKind::Record, Some(System));
    check(fact::DUTY_LAW, Duty, QuestionKind::Text, None);
    check(fact::DUTY_ID, Duty, QuestionKind::Text, None);
    check(fact::DUTY_ROLE, Duty, QuestionKind::Text, None);
    check(fact::DUTY_OWNER, Duty, QuestionKind::Record, Some(Person));
    check(fact::DUTY_DUE, Duty, QuestionKind::Date, None);
    check(fact::DUTY_STATE, Duty, QuestionKind::Single, None);
    check(fact::DUTY_REASON, Duty, QuestionKind::LongText, None);
    check(fact::DUTY_EVIDENCE, Duty, QuestionKind::LongText, None);
    check(
        fact::INCIDENT_SYSTEM,
        Incident,
        QuestionKind::Record,
        Some(System),
    );
    check(fact::INCIDENT_WHAT, Incident, QuestionKind::LongText, None);
    check(fact::INCIDENT_HAPPENED, Incident, QuestionKind::Date, None);
    check(fact::INCIDENT_AWARE, Incident, QuestionKind::Date, None);
    check(fact::INCIDENT_CLOSED, Incident, QuestionKind::Date, None);
    let states = library.question(fact::DUTY_STATE).unwrap();
    let states: Vec<&str> = states.options.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(
        states,
        domain::law::CareState::ALL.map(|state| state.code())
    );
}

#[test]
fn scope_is_yes_or_no() {
    let ids: Vec<&str> = inventory(fact::IN_SCOPE)
        .options
        .iter()
        .map(|option| option.id.as_str())
        .collect();
    assert_eq!(ids, ["yes", "no"]);
}

#[test]
fn the_roles_of_the_act_can_all_be_told() {
    for role in [
        "provider",
        "deployer",
        "importer",
        "distributor",
        "authorised-representative",
        "product-manufacturer",
    ] {
        assert!(inventory(fact::ROLES).option(role).is_some(), "{role}");
    }
}

#[test]
fn every_kind_of_record_has_a_questionnaire() {
    let library = content::library().expect("shipped content");
    for kind in RecordKind::ALL {
        assert!(library.questionnaire_about(kind).is_some(), "{kind:?}");
    }
}
