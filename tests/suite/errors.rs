//! Every refusal has its sentence, and the sentence has no hole.

use content::Wording;
use plumbline::error::AppError;
use store::StoreError;

#[track_caller]
fn says(wording: Wording) {
    let texts = content::library().unwrap().texts();
    assert!(
        texts.find(wording.key).is_some(),
        "{} has no text",
        wording.key
    );
    let said = texts.say(&wording);
    assert!(
        !said.contains('{') && !said.contains('}'),
        "{}: {said}",
        wording.key
    );
    assert!(
        said.len() > 15 && said.ends_with(['.', '!', '?', ')']),
        "{}: {said}",
        wording.key
    );
}

#[test]
fn every_error_of_the_store_is_told_in_words() {
    let all = StoreError::one_of_each();
    assert!(all.len() > 30);
    for error in all {
        says(AppError::from(error).wording());
    }
}

#[test]
fn every_error_of_the_app_is_told_in_words() {
    let word = || "x".to_owned();
    for error in [
        AppError::NoFile,
        AppError::Locked,
        AppError::WeakPassphrase {
            advice: "x.".to_owned(),
        },
        AppError::NothingToLock,
        AppError::UnknownHandle,
        AppError::Nonsense { what: "x" },
        AppError::Disk {
            file: word(),
            why: word(),
        },
        AppError::OwnFile { file: word() },
        AppError::TooLarge { megabytes: 25 },
        AppError::Fault,
    ] {
        says(error.wording());
    }
}

#[test]
fn every_verdict_on_a_passphrase_has_its_advice() {
    for passphrase in [
        "",
        "password",
        "abc",
        "river copper lantern",
        "river copper lantern orchard",
        "river copper lantern orchard violin saddle",
    ] {
        says(domain::passphrase::weigh(passphrase, &[]).advice);
    }
}
