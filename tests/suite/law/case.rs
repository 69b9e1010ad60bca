//! A law case: a situation in words, the answers it gives, and what must come out.
//!
//! ```toml
//! [[case]]
//! name = "A bought tool that ranks applicants"
//! proves = "annex-iii-4-a"          # a rule, a duty or a route, or a list of them
//! fires = true                      # false: a near miss
//! on = 2026-11-22                   # the default
//! base = "bought-tool"              # answers to start from, in the same folder
//! without = ["talks-to-people"]     # of the base
//! answers = { functions = ["rank"], profiles = "yes" }
//! expect = { headline = "high_risk_annex_iii", duties_exclude = ["D-FRIA"] }
//! ```

use chrono::NaiveDate;
use content::{Question, QuestionKind, Questionnaire};
use domain::{Answer, AnswerState, Answers, Value, fact};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;
use toml::Value as Toml;

/// The day on which a case is judged that names none.
const TODAY: &str = "2026-11-22";

/// A case, ready to be judged.
pub struct Case {
    pub file: String,
    pub name: String,
    pub proves: Vec<String>,
    pub fires: Option<bool>,
    pub on: NaiveDate,
    pub answers: Answers,
    pub expect: Expect,
}

/// What must come out; what is not named is not looked at.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub struct Expect {
    pub headline: Option<String>,
    pub so_far: Option<String>,
    pub classes: Option<Vec<String>>,
    pub points: Option<Vec<String>>,
    pub roles: Option<Vec<String>>,
    /// Exactly these: `O-RMS`, or `provider O-RMS` where the role matters.
    pub duties: Option<Vec<String>>,
    #[serde(default)]
    pub duties_include: Vec<String>,
    #[serde(default)]
    pub duties_exclude: Vec<String>,
    /// Duty to the day it really binds; `open` while that is not settled.
    #[serde(default)]
    pub dates: BTreeMap<String, Toml>,
    /// Duty to the day it formally applies.
    #[serde(default)]
    pub formal: BTreeMap<String, Toml>,
    pub flags: Option<Vec<String>>,
    pub warnings: Option<Vec<String>>,
    /// Points that must be shown.
    #[serde(default)]
    pub unsettled: Vec<String>,
    /// Questions that must be open; empty: none may be.
    pub open: Option<Vec<String>>,
    /// Rules that a draft reads differently.
    pub drafts: Option<Vec<String>>,
    pub routes: Option<Vec<String>>,
    /// At most so many answers are given.
    pub max_answers: Option<usize>,
    /// At most so many questions are asked on the wizard's road.
    pub steps: Option<usize>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CaseFile {
    #[serde(default)]
    base: Vec<Base>,
    #[serde(default)]
    case: Vec<Written>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Base {
    name: String,
    base: Option<String>,
    answers: BTreeMap<String, Toml>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    name: String,
    proves: Option<Toml>,
    fires: Option<bool>,
    on: Option<Toml>,
    base: Option<String>,
    #[serde(default)]
    without: Vec<String>,
    #[serde(default)]
    answers: BTreeMap<String, Toml>,
    #[serde(default)]
    expect: Expect,
}

/// Every case of the AI Act, files in order.
pub fn cases() -> Vec<Case> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
    let folder = root
        .map(|folder| folder.join("tests/law-cases").join(fact::AI_ACT))
        .find(|folder| folder.is_dir())
        .expect("tests/law-cases");
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "toml"))
        .collect();
    paths.sort();
    let mut bases: BTreeMap<String, Base> = BTreeMap::new();
    let mut written = Vec::new();
    for path in paths {
        let file = path.file_name().unwrap().to_string_lossy().into_owned();
        let text = std::fs::read_to_string(&path).unwrap();
        let read: CaseFile =
            toml::from_str(&text).unwrap_or_else(|error| panic!("{file}: {error}"));
        for base in read.base {
            let doubled = bases.insert(base.name.clone(), base);
            assert!(
                doubled.is_none(),
                "{file}: the base {} is there twice",
                doubled.unwrap().name
            );
        }
        written.extend(read.case.into_iter().map(|case| (file.clone(), case)));
    }
    assert!(!written.is_empty(), "there are law cases");
    let (_, questions) = super::law();
    let cases = written.into_iter();
    cases
        .map(|(file, case)| typed(file, case, &bases, questions))
        .collect()
}

fn typed(
    file: String,
    case: Written,
    bases: &BTreeMap<String, Base>,
    questions: &Questionnaire,
) -> Case {
    let place = format!("{file}: {}", case.name);
    let mut given = BTreeMap::new();
    based(case.base.as_deref(), bases, &mut given, &place);
    for id in &case.without {
        assert!(
            given.remove(id).is_some(),
            "{place}: the base does not answer {id}"
        );
    }
    given.extend(case.answers);
    let answers = given.into_iter().map(|(id, value)| {
        let question = questions.question(&id);
        let question = question.unwrap_or_else(|| panic!("{place}: there is no question {id}"));
        let answer = answer(question, &value);
        let answer = answer.unwrap_or_else(|| panic!("{place}: {id} cannot be {value}"));
        let checked = answer.check(question);
        checked.unwrap_or_else(|why| panic!("{place}: {why}"));
        (question.id.clone(), answer)
    });
    Case {
        proves: match case.proves {
            None => Vec::new(),
            Some(Toml::String(one)) => vec![one],
            Some(several) => several
                .try_into()
                .unwrap_or_else(|_| panic!("{place}: proves")),
        },
        fires: case.fires,
        on: match &case.on {
            None => TODAY.parse().unwrap(),
            Some(on) => day(on).unwrap_or_else(|| panic!("{place}: on")),
        },
        answers: answers.collect(),
        expect: case.expect,
        name: case.name,
        file,
    }
}

fn based(
    base: Option<&str>,
    bases: &BTreeMap<String, Base>,
    given: &mut BTreeMap<String, Toml>,
    place: &str,
) {
    let Some(name) = base else { return };
    let base = bases.get(name);
    let base = base.unwrap_or_else(|| panic!("{place}: there is no base {name}"));
    based(base.base.as_deref(), bases, given, place);
    given.extend(base.answers.clone());
}

/// A day, as TOML's own or in quotes.
pub fn day(value: &Toml) -> Option<NaiveDate> {
    value.to_string().trim_matches('"').parse().ok()
}

fn answer(question: &Question, value: &Toml) -> Option<Answer> {
    let state = match value {
        Toml::Table(said) if said.len() == 1 => {
            if let Some(reason) = said.get("not-applicable") {
                let reason = reason.as_str()?.to_owned();
                AnswerState::NotApplicable { reason }
            } else if said.get("not-known")? == &Toml::Boolean(true) {
                AnswerState::NotKnown { asked_of: None }
            } else {
                return None;
            }
        }
        value => AnswerState::Given(match question.kind {
            QuestionKind::Single => Value::One(value.as_str()?.into()),
            QuestionKind::Multi => {
                let chosen = value.as_array()?.iter();
                Value::Many(
                    chosen
                        .map(|word| Some(word.as_str()?.into()))
                        .collect::<Option<_>>()?,
                )
            }
            QuestionKind::Number | QuestionKind::Scale => Value::Number(value.as_integer()?),
            QuestionKind::Date => Value::Date(day(value)?),
            QuestionKind::Text | QuestionKind::LongText => Value::Text(value.as_str()?.to_owned()),
            QuestionKind::Words | QuestionKind::Record | QuestionKind::Records => return None,
        }),
    };
    Some(Answer::new(state))
}
