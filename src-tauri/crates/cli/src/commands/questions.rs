//! `plumb questions`: what a law asks, for people and for programs.
//!
//! ```json
//! {
//!   "framework": "eu-ai-act", "title": "…", "text_version": "…", "as_of": "2026-11-22", "caveat": "…",
//!   "content_version": "…",
//!   "sections": [ { "id": "…", "title": "…", "intro": "…" } ],
//!   "questions": [ {
//!     "id": "…", "section": "…", "kind": "single", "answer": "one option id", "label": "…", "prompt": "…",
//!     "options": [ { "id": "yes", "label": "…", "then": "…", "conditions": ["rule-id"] } ],
//!     "conditions": ["rule-id"],
//!     "help": {
//!       "hint": "…", "why": "…", "cite": "…", "good": "…", "weak": "…", "inside": "…", "outside": "…"
//!     },
//!     "required": false
//!   } ],
//!   "classes": [ { "id": "…", "title": "…", "plain": "…", "cite": "…" } ], "roles": [ … as classes … ],
//!   "duties": [ { "id": "O-RMS", "title": "…", "plain": "…", "cite": "…", "roles": ["provider"] } ],
//!   "format": "plumbline.questions", "version": 1
//! }
//! ```
//! `kind` is `single`, `multi`, `number`, `date`, `text`, `long-text` or `words`; `answer` says how the
//! value is written for `plumb classify`. `conditions` names the rules, duties, routes and schedules that
//! look at a question or an option. Questions stand in the order in which they are best asked. `inside` is
//! a short case that counts as what is asked for, `outside` a near one that does not; where a question
//! needs neither, and where no answer serves as a model (`good`, `weak`), the string is empty. A field is
//! never renamed or dropped; new ones may appear, and `version` rises when a reader must take notice.

use crate::caller::Caller;
use crate::failure::Failure;
use crate::out::{self, shown};
use content::{Condition, Framework, OptionId, Question, QuestionKind, Questionnaire};
use domain::law::Engine;
use domain::nearest::nearest;
use serde::Serialize;

/// Raised when the JSON form changes in a way that a reader could trip over.
const JSON_FORM: u32 = 1;

/// Prints the questions of a framework.
pub fn run(caller: &Caller, framework: &str, as_json: bool) -> Result<(), Failure> {
    let (framework, questionnaire) = find(caller, framework)?;
    if as_json {
        return out::json(&form(framework, questionnaire));
    }
    for section in &questionnaire.sections {
        out::line(&section.title);
        for question in questionnaire.in_section(&section.id) {
            out::line(format!("  {}: {}", question.id, question.prompt));
            for option in &question.options {
                out::line(format!("    {}: {}", option.id, option.label));
            }
            if question.options.is_empty() {
                out::line(format!("    ({})", written(question.kind)));
            }
        }
    }
    out::line(&framework.caveat);
    Ok(())
}

/// A framework and what it asks, by the framework's id.
pub fn find(
    caller: &Caller,
    word: &str,
) -> Result<(&'static Framework, &'static Questionnaire), Failure> {
    let library = caller.library;
    let found = library.framework(word);
    found
        .and_then(|framework| Some((framework, library.questions_of(framework)?)))
        .ok_or_else(|| {
            let known = library.frameworks.iter().map(|known| known.id.as_str());
            let nearest = nearest(word, known).unwrap_or("-");
            let values = [("word", &*shown(word)), ("nearest", nearest)];
            Failure::misused(caller.texts().format("cli.law.unknown-framework", &values))
        })
}

/// How the answer to a question of this kind is written in JSON.
pub fn written(kind: QuestionKind) -> &'static str {
    match kind {
        QuestionKind::Single => "one option id",
        QuestionKind::Multi => "a list of option ids, empty for none of them",
        QuestionKind::Number => "a whole number",
        QuestionKind::Scale => "a step of the scale, counted from 1",
        QuestionKind::Date => "a date as YYYY-MM-DD",
        QuestionKind::Text => "one line of text",
        QuestionKind::LongText => "a text",
        QuestionKind::Words => "a list of words",
        QuestionKind::Record | QuestionKind::Records => "a record, only inside a client file",
    }
}

fn code(kind: QuestionKind) -> &'static str {
    match kind {
        QuestionKind::Text => "text",
        QuestionKind::LongText => "long-text",
        QuestionKind::Words => "words",
        QuestionKind::Single => "single",
        QuestionKind::Multi => "multi",
        QuestionKind::Date => "date",
        QuestionKind::Number => "number",
        QuestionKind::Scale => "scale",
        QuestionKind::Record => "record",
        QuestionKind::Records => "records",
    }
}

#[derive(Serialize)]
struct Form<'a> {
    framework: &'a str,
    title: &'a str,
    text_version: &'a str,
    as_of: String,
    caveat: &'a str,
    content_version: String,
    sections: Vec<SectionForm<'a>>,
    questions: Vec<QuestionForm<'a>>,
    classes: Vec<Named<'a>>,
    roles: Vec<Named<'a>>,
    duties: Vec<DutyForm<'a>>,
    format: &'static str,
    version: u32,
}

#[derive(Serialize)]
struct SectionForm<'a> {
    id: &'a str,
    title: &'a str,
    intro: &'a str,
}

#[derive(Serialize)]
struct QuestionForm<'a> {
    id: &'a str,
    section: &'a str,
    kind: &'static str,
    answer: &'static str,
    label: &'a str,
    prompt: &'a str,
    options: Vec<OptionForm<'a>>,
    conditions: Vec<&'a str>,
    help: Help<'a>,
    required: bool,
}

#[derive(Serialize)]
struct OptionForm<'a> {
    id: &'a str,
    label: &'a str,
    then: &'a str,
    conditions: Vec<&'a str>,
}

#[derive(Serialize)]
struct Help<'a> {
    hint: &'a str,
    why: &'a str,
    cite: &'a str,
    good: &'a str,
    weak: &'a str,
    inside: &'a str,
    outside: &'a str,
}

#[derive(Serialize)]
struct Named<'a> {
    id: &'a str,
    title: &'a str,
    plain: &'a str,
    cite: &'a str,
}

#[derive(Serialize)]
struct DutyForm<'a> {
    #[serde(flatten)]
    named: Named<'a>,
    roles: Vec<&'a str>,
}

fn form<'a>(framework: &'a Framework, questionnaire: &'a Questionnaire) -> Form<'a> {
    let looking = looking(framework);
    let sections = questionnaire.sections.iter();
    let asked = questionnaire.questions.iter();
    let classes = framework.classes.iter();
    let roles = framework.roles.iter();
    let duties = framework.duties.iter();
    Form {
        framework: framework.id.as_str(),
        title: &framework.title,
        text_version: &framework.text_version,
        as_of: framework.as_of.to_string(),
        caveat: &framework.caveat,
        content_version: Engine::new(framework, questionnaire).content_version(),
        sections: sections
            .map(|section| SectionForm {
                id: section.id.as_str(),
                title: &section.title,
                intro: &section.intro,
            })
            .collect(),
        questions: asked
            .filter(|question| question.retired.is_none())
            .map(|question| entry(question, &looking))
            .collect(),
        classes: classes
            .map(|class| named(class.id.as_str(), &class.title, &class.plain, &class.cite))
            .collect(),
        roles: roles
            .map(|role| named(role.id.as_str(), &role.title, &role.plain, &role.cite))
            .collect(),
        duties: duties
            .map(|duty| DutyForm {
                named: named(duty.id.as_str(), &duty.title, &duty.plain, &duty.article),
                roles: duty.roles.iter().map(|role| role.as_str()).collect(),
            })
            .collect(),
        format: "plumbline.questions",
        version: JSON_FORM,
    }
}

fn named<'a>(id: &'a str, title: &'a str, plain: &'a str, cite: &'a str) -> Named<'a> {
    Named {
        id,
        title,
        plain,
        cite,
    }
}

fn entry<'a>(question: &'a Question, looking: &[(&'a str, &'a Condition)]) -> QuestionForm<'a> {
    let who = |looks: &dyn Fn(&Condition) -> bool| {
        let mut who: Vec<&'a str> = Vec::new();
        for (id, leaf) in looking {
            if leaf.question() == Some(&question.id) && looks(leaf) && !who.contains(id) {
                who.push(*id);
            }
        }
        who
    };
    let names = |leaf: &Condition, wanted: &OptionId| match leaf {
        Condition::Is(_, option) | Condition::Includes(_, option) => option == wanted,
        _ => false,
    };
    let options = question.options.iter();
    QuestionForm {
        id: question.id.as_str(),
        section: question.section.as_str(),
        kind: code(question.kind),
        answer: written(question.kind),
        label: &question.label,
        prompt: &question.prompt,
        options: options
            .map(|option| OptionForm {
                id: option.id.as_str(),
                label: &option.label,
                then: &option.then,
                conditions: who(&|leaf| names(leaf, &option.id)),
            })
            .collect(),
        conditions: who(&|_| true),
        help: Help {
            hint: &question.hint,
            why: &question.why,
            cite: &question.cite,
            good: &question.good,
            weak: &question.weak,
            inside: &question.inside,
            outside: &question.outside,
        },
        required: question.required,
    }
}

/// Every test of the framework with the id of what makes it.
fn looking(framework: &Framework) -> Vec<(&str, &Condition)> {
    let rules = framework.rules.iter().flat_map(|rule| {
        let draft = rule.draft.iter().map(|draft| &draft.when);
        let conditions = std::iter::once(&rule.when).chain(draft);
        conditions.map(|when| (rule.id.as_str(), when))
    });
    let duties = framework.duties.iter().filter_map(|duty| {
        let when = duty.when.as_ref()?;
        Some((duty.id.as_str(), when))
    });
    let routes = framework.routes.iter();
    let routes = routes.map(|route| (route.id.as_str(), &route.when));
    let schedules = framework.schedules.iter().flat_map(|schedule| {
        let steps = schedule.steps.iter();
        steps.filter_map(|step| Some((schedule.id.as_str(), step.when.as_ref()?)))
    });
    rules
        .chain(duties)
        .chain(routes)
        .chain(schedules)
        .flat_map(|(id, when)| when.leaves().into_iter().map(move |leaf| (id, leaf)))
        .collect()
}
