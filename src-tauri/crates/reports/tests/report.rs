//! The reports, from a snapshot to the bytes.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/dossier.rs"]
mod dossier;
#[path = "support/judge.rs"]
#[allow(dead_code)]
mod judge;
#[path = "support/oracle.rs"]
mod oracle;

use content::RecordKind;
use domain::{Dossier, RecordId};
use reports::{Options, Paper, Report, ReportKind, report};

/// Makes a report, has every judge look at it, and gives its text as a reader copies it.
fn check(
    name: &str,
    kind: ReportKind,
    system: Option<&RecordId>,
    dossier: &Dossier,
    options: &Options,
) -> (Report, String) {
    let made = report(kind, system, dossier, dossier::library(), options).unwrap();
    oracle::krilla(&made.document).unwrap();
    let pdf = made.pdf().unwrap();
    judge::keep(&format!("{name}.pdf"), &pdf);
    judge::assert_sound(&pdf);
    let again = report(kind, system, dossier, dossier::library(), options).unwrap();
    assert_eq!(again.pdf().unwrap(), pdf, "same input, same bytes");
    (made, judge::text(&pdf))
}

#[test]
fn the_register_of_the_sample_passes_every_judge_and_names_every_system() {
    let dossier = dossier::sample();
    let (made, text) = check(
        "inventory",
        ReportKind::Inventory,
        None,
        &dossier,
        &Options::default(),
    );
    for record in &dossier.records {
        if record.kind == RecordKind::System {
            assert!(
                text.contains(&record.reference()),
                "{} is missing",
                record.reference()
            );
        }
    }
    assert_eq!(made.replaced, 0);
    assert_eq!(made.file_stem, "INV-7c1e52d0-1284");
}

#[test]
fn the_records_of_sample_systems_pass_every_judge() {
    let mut dossier = dossier::sample();
    let systems: Vec<RecordId> = dossier
        .records
        .iter()
        .filter(|record| record.kind == RecordKind::System)
        .map(|record| record.id.clone())
        .collect();
    dossier::attach(&mut dossier, &systems[2], "Model card, signed.pdf");
    // The third has most answers, the fifth the most that is not known yet.
    for (place, system) in systems
        .iter()
        .enumerate()
        .filter(|(place, _)| [1, 2, 4].contains(place))
    {
        let options = Options {
            paper: if place == 2 { Paper::A4 } else { Paper::Letter },
            draft: place == 1,
            ..Options::default()
        };
        check(
            &format!("system-{}", place + 1),
            ReportKind::System,
            Some(system),
            &dossier,
            &options,
        );
    }
}

/// A snapshot with one system whose purpose is this text, as an officer could have typed it.
fn saying(words: &str) -> (Dossier, RecordId) {
    let mut dossier = dossier::sample();
    let system = dossier
        .current(RecordKind::System)
        .next()
        .map(|record| record.id.clone())
        .unwrap();
    let answers = dossier.answers.get_mut(&system).unwrap();
    answers.insert(
        domain::fact::PURPOSE.into(),
        domain::Answer::given(domain::Value::Text(words.into())),
    );
    (dossier, system)
}

/// Text without what line breaking and extraction may change: spaces, direction marks, word order of
/// right-to-left lines.
fn letters(text: &str) -> Vec<char> {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn text_in_every_script_passes_every_judge_and_comes_out_as_it_went_in() {
    let left_to_right = [
        "Ξεσκεπάζω την ψυχοφθόρα σας βδελυγμία.",
        "Съешь же ещё этих мягких французских булок, да выпей чаю.",
        "Zażółć gęślą jaźń, łódź, świerszcz.",
        "Fahiş bluz güvencesi yağdırma projesi: ığüşöç İI.",
        "Con sói nâu nhảy qua con chó lười; tiếng Việt ậ ể ỗ ự.",
        "人工知能の利用目的を記録する。检测信用卡欺诈行为。",
        "인공지능 시스템의 목적을 기록한다.",
        "Office ligatures: fi ffi fl affluent, ﬁne print.",
        "Decomposed: Cafe\u{301} a\u{302}\u{323} n\u{303}.",
        "Signs: ≤ ∑ ∞ → ☑ ✓ € ₺ № ½ ®",
        "Emoji: 🙂 🚀 👍 ⚠ ❤",
        "Sequences: 👩\u{200d}🔬 🏳\u{fe0f}\u{200d}🌈 👍🏽 🇩🇪 1\u{fe0f}\u{20e3}",
    ];
    let (dossier, system) = saying(&left_to_right.join("\n"));
    let (made, text) = check(
        "script",
        ReportKind::System,
        Some(&system),
        &dossier,
        &Options::default(),
    );
    assert_eq!(made.replaced, 0, "{:?}", made.replaced_characters);
    let text = letters(&text);
    for words in left_to_right {
        let letters = letters(words);
        assert!(
            text.windows(letters.len())
                .any(|part| part == letters.as_slice()),
            "{words} is not in the text"
        );
    }
}

#[test]
fn right_to_left_text_passes_every_judge_and_keeps_its_words() {
    let one_way = [
        "נועד לסווג פניות של לקוחות",
        "تصنيف طلبات العملاء قبل الرد عليها",
    ];
    let both_ways = "Model נועד v2 نموذج 17 end";
    let (dossier, system) = saying(&format!("{}\n{both_ways}", one_way.join("\n")));
    let (made, _) = check(
        "rtl",
        ReportKind::System,
        Some(&system),
        &dossier,
        &Options::default(),
    );
    assert_eq!(made.replaced, 0, "{:?}", made.replaced_characters);
    // Not `-raw`: only the reader's own ordering knows both directions.
    let (text, _) = judge::run("pdftotext", &["-enc", "UTF-8"], &made.pdf().unwrap());
    let text: String = text
        .chars()
        .filter(|c| !matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'))
        .collect();
    // Where directions mix, a reader may order the parts of a line in its own way.
    for words in one_way.into_iter().chain(both_ways.split(' ')) {
        assert!(text.contains(words), "{words} is not in the text");
    }
}

#[test]
fn what_no_face_has_is_printed_by_its_code_point_and_counted() {
    let (dossier, system) = saying(
        "private \u{e000}, unassigned \u{378}, hieroglyph \u{13000}, noncharacter \u{fffe}, mark \u{feff}end",
    );
    let (made, text) = check(
        "replaced",
        ReportKind::System,
        Some(&system),
        &dossier,
        &Options::default(),
    );
    // The purpose stands at a glance and in its step.
    assert_eq!(made.replaced, 8);
    let expected = "private ⟨U+E000⟩, unassigned ⟨U+0378⟩, hieroglyph ⟨U+13000⟩, noncharacter ⟨U+FFFE⟩, mark end";
    let (text, expected) = (letters(&text), letters(expected));
    assert!(
        text.windows(expected.len())
            .any(|part| part == expected.as_slice())
    );
}

#[test]
fn an_empty_file_and_hostile_names_still_make_a_sound_register() {
    let mut empty = dossier::sample();
    empty
        .records
        .retain(|record| record.kind == RecordKind::Organisation);
    empty.answers.clear();
    let (made, text) = check(
        "empty",
        ReportKind::Inventory,
        None,
        &empty,
        &Options::default(),
    );
    assert!(text.contains("No AI system is registered."));
    assert!(made.pages() >= 5);

    let mut hostile = dossier::sample();
    for record in &mut hostile.records {
        record.name = format!("({}\\) <</JS>> {}", record.name, "W".repeat(300));
    }
    check(
        "hostile",
        ReportKind::Inventory,
        None,
        &hostile,
        &Options {
            draft: true,
            ..Options::default()
        },
    );
}

#[test]
fn the_register_says_what_it_said_before() {
    insta::with_settings!({snapshot_path => "../../../../tests/snapshots", prepend_module_to_snapshot => false}, {
        let dossier = dossier::sample();
        let value = reports::report::inventory::build(&dossier, dossier::library(), &Options::default());
        insta::assert_yaml_snapshot!("inventory", value);
    });
}

#[test]
fn the_record_says_what_it_said_before() {
    insta::with_settings!({snapshot_path => "../../../../tests/snapshots", prepend_module_to_snapshot => false}, {
        let mut dossier = dossier::sample();
        let system = dossier.current(RecordKind::System).nth(2).unwrap().id.clone();
        dossier::attach(&mut dossier, &system, "Model card, signed.pdf");
        let event = |seq, action, change| domain::Event {
            seq,
            act: seq,
            at: dossier::now(),
            actor: domain::Actor("A. Jansen".into()),
            action,
            subject: Some(system.clone()),
            change,
            undoes: None,
        };
        let stage = |option: &str| Some(domain::Answer::given(domain::Value::One(option.into())));
        let options = Options {
            history: vec![
                event(9, domain::Action::AnswerRecorded, Some(domain::Change::Answer {
                    question: domain::fact::STAGE.into(),
                    from: stage("pilot"),
                    to: stage("in-use"),
                })),
                event(12, domain::Action::AnswerRecorded, None),
                event(4, domain::Action::RecordRenamed, Some(domain::Change::Name { from: "Score".into(), to: "Consumer credit score".into() })),
            ],
            ..Options::default()
        };
        let value = reports::report::system_record::build(&system, &dossier, dossier::library(), &options);
        insta::assert_yaml_snapshot!("system-record", value);
    });
}

#[test]
fn the_preview_shows_the_glyphs_of_the_page() {
    let dossier = dossier::sample();
    let made = report(
        ReportKind::Inventory,
        None,
        &dossier,
        dossier::library(),
        &Options::default(),
    )
    .unwrap();
    assert!(reports::preview::page(&made.document, made.pages()).is_none());
    for (place, page) in made.document.pages.iter().enumerate() {
        let sheet = reports::preview::page(&made.document, place).unwrap();
        assert_eq!(
            (sheet.width, sheet.height, sheet.page),
            (page.width, page.height, place + 1)
        );
        let shown: usize = sheet.draws.iter().map(|draw| draw.at.len()).sum();
        let words: String = sheet.text.concat();
        assert!(shown > words.chars().filter(|c| c.is_alphanumeric()).count() / 2);
        assert!(
            sheet
                .draws
                .iter()
                .flat_map(|draw| &draw.at)
                .all(|(glyph, ..)| *glyph < sheet.glyphs.len())
        );
        assert_eq!(sheet.links.len(), page.links.len());
    }
}

#[test]
fn kinds_are_found_by_their_words_and_a_missing_system_is_told() {
    for kind in ReportKind::ALL {
        assert_eq!(ReportKind::from_code(kind.code()), Some(kind));
    }
    let dossier = dossier::sample();
    let ask = |system: Option<&RecordId>| {
        report(
            ReportKind::System,
            system,
            &dossier,
            dossier::library(),
            &Options::default(),
        )
        .unwrap_err()
    };
    assert_eq!(ask(None), reports::ReportError::SystemMissing);
    let vendor = dossier
        .current(RecordKind::Vendor)
        .next()
        .unwrap()
        .id
        .clone();
    assert!(matches!(
        ask(Some(&vendor)),
        reports::ReportError::UnknownSystem { .. }
    ));
}
