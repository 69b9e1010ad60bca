//! The content this build ships: no problem, no copied standard, one manner of speaking.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use content::{Library, Question, QuestionKind, RecordKind};
use std::collections::BTreeSet;

fn library() -> &'static Library {
    content::library().unwrap_or_else(|problems| {
        let list: Vec<String> = problems.iter().map(ToString::to_string).collect();
        panic!("{} problems:\n{}", list.len(), list.join("\n"))
    })
}

fn questions() -> impl Iterator<Item = &'static Question> {
    library()
        .all_questionnaires()
        .flat_map(|questionnaire| &questionnaire.questions)
}

/// Sections of the EU AI Act in which each choice is shown by cases.
const SECTIONS_WITH_CASES: [&str; 7] = [
    "practices",
    "biometrics",
    "product",
    "listed",
    "filter",
    "transparency-facts",
    "taking-over",
];

/// Every sentence a question shows.
fn words(question: &Question) -> Vec<&str> {
    let Question {
        id: _,
        section: _,
        kind: _,
        label,
        prompt,
        hint,
        why,
        cite: _,
        good,
        weak,
        inside,
        outside,
        options,
        record: _,
        scale: _,
        past: _,
        show_when: _,
        required: _,
        retired: _,
    } = question;
    let mut words: Vec<&str> = vec![label, prompt, hint, why, good, weak, inside, outside];
    for option in options {
        words.push(&option.label);
        words.push(&option.then);
    }
    words
}

#[test]
fn shipped_content_has_no_problem() {
    library();
}

/// Lists are recognised in the languages of the people who keep them.
#[test]
fn words_of_other_lists_ship() {
    let words = library().vocabulary();
    for (question, heading) in [
        ("name", "anwendungsfall"),
        ("owner", "verantwoordelijke"),
        ("vendor", "fournisseur"),
        ("review-due", "next review"),
    ] {
        let known = words.headings(question);
        assert!(known.iter().any(|word| word == heading), "{heading}");
    }
    assert_eq!(words.options("lifecycle-stage").count(), 7);
}

#[test]
fn each_kind_of_record_is_asked_about() {
    for kind in RecordKind::ALL {
        assert!(library().questionnaire_about(kind).is_some(), "{kind:?}");
    }
}

#[test]
fn no_requirement_of_a_standard_is_copied() {
    let of_standards = [
        "the organization shall",
        "the organisation shall",
        " shall ",
        "top management shall",
        "documented information shall",
    ];
    for question in questions() {
        for text in words(question) {
            let lower = text.to_lowercase();
            for phrase in of_standards {
                assert!(!lower.contains(phrase), "{}: {text}", question.id);
            }
        }
    }
}

#[test]
fn spelling_is_british_and_no_sentence_is_a_slogan() {
    let unwanted = [
        "organiz",
        "center",
        "color",
        "labeled",
        "behavior",
        "license ",
        "analyz",
        "leverag",
        "seamless",
        "empower",
        "cutting-edge",
        "best practice",
        "holistic",
        "unlock",
        "please",
        "simply ",
        "!",
        "utiliz",
        "comprehensive",
        "ensure",
    ];
    for question in questions() {
        for text in words(question) {
            let lower = text.to_lowercase();
            for word in unwanted {
                assert!(!lower.contains(word), "{}: {word:?} in {text}", question.id);
            }
        }
    }
}

#[test]
fn what_is_asked_is_a_question_and_what_is_explained_is_a_sentence() {
    for question in questions() {
        let id = &question.id;
        assert!(question.prompt.ends_with('?'), "{id}: {}", question.prompt);
        assert!(question.why.ends_with('.'), "{id}: {}", question.why);
        assert!(
            question.hint.is_empty() || question.hint.ends_with(['.', '?']),
            "{id}: {}",
            question.hint
        );
        assert!(question.label.chars().count() <= 40, "{id}");
        assert!(question.prompt.chars().count() <= 130, "{id}");
        assert!(question.why.chars().count() <= 300, "{id}");
        assert!(!question.label.ends_with('.'), "{id}");
        for option in &question.options {
            assert!(!option.label.ends_with('.'), "{id}: {}", option.label);
            assert!(
                option.then.is_empty() || option.then.ends_with('.'),
                "{id}: {}",
                option.then
            );
        }
    }
}

/// Each citation names a source that is known, and with it the state of its text.
#[test]
fn every_citation_names_source_and_date() {
    let dated = |part: &str| {
        let act = part.starts_with("Regulation (EU) 2024/1689, ");
        let gdpr = part.starts_with("Regulation (EU) 2016/679, ");
        if act {
            return part.ends_with(", text of 27 July 2026");
        }
        if gdpr {
            return part.ends_with(", text of 4 May 2016");
        }
        let guidelines = [
            "Commission draft guidelines of 19 May 2026, para",
            "Commission guidelines on Art. 50 of 20 July 2026, para",
        ];
        if guidelines.iter().any(|known| part.starts_with(known)) {
            return true;
        }
        part.starts_with("ISO/IEC 42001:2023, ")
            || part.starts_with("ISO/IEC 23894:2023, ")
            || part.starts_with("ISO/IEC 42005:2025, ")
            || matches!(
                part,
                "ISO/IEC TR 24027:2021"
                    | "ISO/IEC 42006:2025"
                    | "Recommendation 2003/361/EC"
                    | "Commission guidelines on general-purpose models, July 2025"
                    | "Commission guidelines on prohibited practices of 29 July 2025"
                    | "Commission guidelines on Art. 50 of 20 July 2026"
                    | "points (ba) and (bb) apply from 2 December 2026"
            )
    };
    for question in questions() {
        for part in question.cite.split("; ") {
            assert!(dated(part), "{}: {part}", question.id);
        }
    }
}

/// The controls of Annex A are A.2.2 to A.10.4, with gaps. A.8.4 is communication of incidents and
/// is cited for nothing else.
#[test]
fn cited_controls_exist() {
    let controls: BTreeSet<&str> = "A.2.2 A.2.3 A.2.4 A.3.2 A.3.3 A.4.2 A.4.3 A.4.4 A.4.5 A.4.6 \
        A.5.2 A.5.3 A.5.4 A.5.5 A.6.1.2 A.6.1.3 A.6.2.2 A.6.2.3 A.6.2.4 A.6.2.5 A.6.2.6 A.6.2.7 \
        A.6.2.8 A.7.2 A.7.3 A.7.4 A.7.5 A.7.6 A.8.2 A.8.3 A.8.4 A.8.5 A.9.2 A.9.3 A.9.4 A.10.2 \
        A.10.3 A.10.4"
        .split_whitespace()
        .collect();
    assert_eq!(controls.len(), 38);
    for question in questions() {
        let cited = question
            .cite
            .split([' ', ',', ';'])
            .filter(|word| word.starts_with("A."));
        for control in cited {
            let objective = control == "A.6.2";
            assert!(
                controls.contains(control) || objective,
                "{}: {control}",
                question.id
            );
            let about_incidents = ["incidents", "vendor-incidents", "vendor-contact"]
                .contains(&question.id.as_str())
                || question.id.as_str().starts_with("incident-");
            assert!(control != "A.8.4" || about_incidents, "{}", question.id);
        }
    }
}

#[test]
fn a_text_shows_what_good_looks_like() {
    for question in questions() {
        if question.kind == QuestionKind::LongText {
            assert!(
                question.good.chars().count() > question.weak.chars().count(),
                "{}",
                question.id
            );
        }
    }
}

/// What a law means shows best in a case that it reaches and a near one that it does not.
#[test]
fn what_a_law_asks_has_a_case_inside_and_one_outside() {
    let law = library().framework("eu-ai-act").unwrap();
    let asked = library().questions_of(law).unwrap();
    for section in SECTIONS_WITH_CASES {
        for question in asked.in_section(&section.into()) {
            let chosen = matches!(question.kind, QuestionKind::Single | QuestionKind::Multi);
            let cases = !question.inside.is_empty() && !question.outside.is_empty();
            assert!(cases || !chosen, "{}", question.id);
        }
    }
    let mut seen = BTreeSet::new();
    for question in questions() {
        let cases = [&question.inside, &question.outside];
        for case in cases.into_iter().filter(|case| !case.is_empty()) {
            let id = &question.id;
            assert!(case.ends_with('.') && !case.contains(". "), "{id}: {case}");
            assert!(case.chars().count() <= 200, "{id}: {case}");
            assert!(seen.insert(case), "{id}: {case} is told twice");
        }
    }
}

#[test]
fn an_inventory_insists_on_little() {
    let inventory = library().questionnaire("inventory").unwrap();
    let required = inventory
        .questions
        .iter()
        .filter(|question| question.required)
        .count();
    assert!(
        (15..=30).contains(&required),
        "{required} questions are required"
    );
    let longest = inventory
        .sections
        .iter()
        .map(|section| inventory.in_section(&section.id).count())
        .max();
    assert!(longest <= Some(12), "a step has {longest:?} questions");
}

/// `none` beside other options would contradict them; where it stands, it stands last.
#[test]
fn none_comes_last() {
    for question in questions() {
        if question.kind == QuestionKind::Multi
            && let Some(place) = question
                .options
                .iter()
                .position(|option| option.id.as_str() == "none")
        {
            let last = place + 1 == question.options.len();
            assert!(last, "{}", question.id);
        }
    }
}

/// The interface speaks as the questions do.
#[test]
fn interface_texts_are_calm_and_british() {
    let unwanted = [
        "organiz",
        "color",
        "behavior",
        "analyz",
        "seamless",
        "oops",
        "simply ",
        "!",
        "utiliz",
        "invalid",
        "successfully",
        "validation failed",
    ];
    for area in ["app", "cli", "content", "errors", "reports", "ui"] {
        let texts = library().texts();
        for (key, text) in texts.under(area) {
            let lower = text.to_lowercase();
            for word in unwanted {
                assert!(!lower.contains(word), "{key}: {word:?} in {text}");
            }
        }
    }
}
