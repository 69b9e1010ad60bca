//! The engine on a small invented law.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/law_properties.rs"]
mod properties;

use chrono::NaiveDate;
use content::load::{File, load};
use content::{Confidence, Framework, Library, Questionnaire};
use domain::law::{Alternative, Deciding, Determination, Engine, Said, classify};
use domain::{Answer, AnswerState, Answers, Truth, Value};
use std::sync::LazyLock;

static LIBRARY: LazyLock<Library> = LazyLock::new(|| {
    let files = [
        (
            "frameworks/guild-law/framework.toml",
            include_str!("guild-law/framework.toml"),
        ),
        (
            "frameworks/guild-law/rules.toml",
            include_str!("guild-law/rules.toml"),
        ),
        (
            "questionnaires/guild-law.toml",
            include_str!("guild-law/questions.toml"),
        ),
    ];
    let files = files.map(|(path, text)| File {
        path: path.to_owned(),
        bytes: text.as_bytes(),
    });
    load(files).unwrap_or_else(|found| {
        let found: Vec<String> = found.iter().map(ToString::to_string).collect();
        panic!("{}", found.join("\n"))
    })
});

fn law() -> (&'static Framework, &'static Questionnaire) {
    let framework = LIBRARY.framework("guild-law").unwrap();
    (framework, LIBRARY.questions_of(framework).unwrap())
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Answers as `question=value` words; `?` is "don't know yet", `-` "not applicable", `+` joins options,
/// `none` is none of them.
fn answers(words: &str) -> Answers {
    let (_, questions) = law();
    let read = |word: &str| {
        let (id, said) = word.split_once('=').unwrap();
        let question = questions.question(id).unwrap();
        let answer = match said {
            "?" => Answer::new(AnswerState::NotKnown { asked_of: None }),
            "-" => Answer::new(AnswerState::NotApplicable {
                reason: "so".into(),
            }),
            said => Answer::given(match question.kind {
                content::QuestionKind::Single => Value::One(said.into()),
                content::QuestionKind::Multi => {
                    let chosen = said.split('+').filter(|word| *word != "none");
                    Value::Many(chosen.map(Into::into).collect())
                }
                content::QuestionKind::Number => Value::Number(said.parse().unwrap()),
                content::QuestionKind::Date => Value::Date(day(said)),
                _ => Value::Text(said.into()),
            }),
        };
        assert_eq!(answer.check(question), Ok(()), "{word}");
        (question.id.clone(), answer)
    };
    words.split_whitespace().map(read).collect()
}

fn found(words: &str) -> Determination<'static> {
    found_on(words, "2026-11-22")
}

fn found_on(words: &str, on: &str) -> Determination<'static> {
    let (framework, questions) = law();
    classify(framework, questions, &answers(words), day(on))
}

fn headline(found: &Determination) -> &'static str {
    let (framework, _) = law();
    match found.headline {
        None => "undetermined",
        Some(class) => framework.class(&class.id).unwrap().id.as_str(),
    }
}

fn classes(found: &Determination) -> String {
    let classes: Vec<&str> = found
        .classes
        .iter()
        .map(|class| class.id.as_str())
        .collect();
    classes.join(" ")
}

fn duties(found: &Determination) -> String {
    let duties: Vec<String> = found
        .duties
        .iter()
        .map(|owed| {
            let day = owed
                .effective
                .map_or("open".to_owned(), |date| date.on.to_string());
            format!("{}/{} {day}", owed.role.id, owed.duty.id)
        })
        .collect();
    duties.join(", ")
}

fn open(found: &Determination) -> String {
    let open: Vec<&str> = found.open_questions.iter().map(|id| id.as_str()).collect();
    open.join(" ")
}

/// Nothing but the gates answered, and all of them harmlessly.
const HARMLESS: &str = "thing=tool we=use uses=none power=1 talks=no";

#[test]
fn nothing_answered_is_undetermined_and_everything_is_open() {
    let found = found("");
    assert_eq!(headline(&found), "undetermined");
    assert_eq!(classes(&found), "");
    assert_eq!(duties(&found), "");
    assert!(found.so_far.is_none());
    assert_eq!(found.open_classes.len(), 6);
    assert_eq!(found.open_roles.len(), 2);
    assert_eq!(found.open_duties.len(), 7);
    assert_eq!(
        open(&found),
        "thing we uses harm power profiles small-job reason talks"
    );
}

#[test]
fn what_remains_holds_only_when_all_else_is_settled() {
    let minimal = found(HARMLESS);
    assert_eq!(headline(&minimal), "minimal");
    assert_eq!(classes(&minimal), "minimal");
    assert_eq!(duties(&minimal), "user/L-1 2025-01-01");
    assert_eq!(open(&minimal), "");
    assert_eq!(minimal.articles, ["Art. 3(2)", "Art. 4"]);
    for gate in ["thing=tool ", "uses=none ", "power=1 ", " talks=no"] {
        let found = found(&HARMLESS.replace(gate, ""));
        assert_eq!(headline(&found), "undetermined", "without {gate}");
    }
    assert_eq!(
        headline(&found(&HARMLESS.replace("talks=no", "talks=?"))),
        "undetermined"
    );
}

#[test]
fn an_open_ban_leaves_the_headline_open_and_what_holds_already_is_said() {
    let found = found("thing=tool we=use uses=cut+rank power=1 profiles=yes talks=yes");
    assert_eq!(headline(&found), "undetermined");
    assert_eq!(found.so_far.unwrap().id.as_str(), "hazardous");
    assert_eq!(classes(&found), "hazardous notice");
    assert_eq!(open(&found), "harm");
}

#[test]
fn the_first_class_in_order_leads_and_the_others_stand_beside_it() {
    let found =
        found("thing=tool we=make+use uses=cut+rank harm=yes power=9 profiles=yes talks=yes");
    assert_eq!(headline(&found), "banned");
    assert_eq!(classes(&found), "banned hazardous notice");
    assert_eq!(found.points, ["1(a)", "2"]);
    assert_eq!(found.flags, ["strong"]);
}

#[test]
fn a_class_that_stands_alone_leaves_nothing_beside_it() {
    let out = found("thing=picture we=make uses=cut+rank harm=yes power=9");
    assert_eq!(headline(&out), "outside");
    assert_eq!(classes(&out), "outside");
    assert_eq!(duties(&out), "");
    assert!(
        out.roles.is_empty()
            && out.points.is_empty()
            && out.flags.is_empty()
            && out.open_duties.is_empty()
    );
    assert_eq!(open(&out), "");
    assert_eq!(out.articles, ["Art. 1"]);
    // While it is open, duties are too, and nothing that holds is hidden.
    let perhaps = found("we=make uses=rank power=1 profiles=yes talks=no");
    assert_eq!(headline(&perhaps), "undetermined");
    assert_eq!(classes(&perhaps), "hazardous");
    assert_eq!(duties(&perhaps), "");
    assert_eq!(perhaps.open_duties.len(), 2);
}

#[test]
fn a_ban_to_come_is_a_warning_until_its_day() {
    let words = "thing=tool we=use uses=mock power=1 talks=no";
    let before = found_on(words, "2026-12-01");
    assert_eq!(headline(&before), "minimal");
    assert_eq!(before.warnings[0].rule.id.as_str(), "ban-mockery");
    assert_eq!(before.warnings[0].from, day("2026-12-02"));
    assert_eq!(duties(&before), "user/L-1 2025-01-01");
    let after = found_on(words, "2026-12-02");
    assert_eq!(headline(&after), "banned");
    assert!(after.warnings.is_empty());
    assert_eq!(duties(&after), "user/L-1 2025-01-01, user/B-1 2025-01-01");
    let trace = after
        .trace
        .iter()
        .find(|finding| finding.rule.id.as_str() == "ban-mockery");
    assert_eq!(
        trace.unwrap().deciding,
        [Deciding::Answer(
            &"uses".into(),
            Said::Chosen(&"mock".into())
        )]
    );
}

#[test]
fn an_exemption_needs_every_condition_and_a_reason() {
    let listed = "thing=tool we=make uses=rank power=1 talks=no";
    for (more, expected) in [
        ("profiles=no small-job=yes reason=Sorts", "hazardous_exempt"),
        ("profiles=no small-job=yes", "undetermined"),
        ("profiles=no small-job=yes reason=?", "undetermined"),
        ("profiles=no small-job=yes reason=-", "hazardous"),
        ("profiles=yes small-job=yes reason=Sorts", "hazardous"),
        ("profiles=no small-job=no", "hazardous"),
        ("small-job=no", "hazardous"),
        ("profiles=yes", "hazardous"),
        ("", "undetermined"),
    ] {
        assert_eq!(
            headline(&found(&format!("{listed} {more}"))),
            expected,
            "{more}"
        );
    }
}

#[test]
fn each_role_owes_its_own_duties_from_its_own_day() {
    let ranking = "thing=tool we=make+use uses=rank power=1 profiles=yes talks=no";
    assert_eq!(
        duties(&found(ranking)),
        "maker/L-1 2025-01-01, user/L-1 2025-01-01, maker/M-1 2027-12-02, user/U-1 2027-12-02"
    );
    let machine = ranking.replace("uses=rank power=1", "uses=none power=5");
    assert_eq!(
        duties(&found(&machine.replace("make+use", "use"))),
        "user/L-1 2025-01-01, user/U-1 2028-08-02"
    );
    // Both points: the earlier day counts, and open facts cannot move it.
    let both = found(&ranking.replace("power=1", "power=5"));
    let check = both
        .duties
        .iter()
        .find(|owed| owed.duty.id.as_str() == "M-1")
        .unwrap();
    assert_eq!(check.effective.unwrap().id.as_str(), "D-A");
    assert!(!check.effective_open);
    assert_eq!(check.formal, Some(day("2026-08-02")));
    assert_eq!(check.penalty.unwrap().id.as_str(), "99-4");
    assert_eq!(check.routes[0].id.as_str(), "guild-looks");
    assert_eq!(check.confidence, Confidence::Medium);
    let watch = both
        .duties
        .iter()
        .find(|owed| owed.duty.id.as_str() == "U-1")
        .unwrap();
    assert_eq!(watch.formal, Some(day("2027-12-02")));
    assert!(watch.penalty.is_none() && watch.routes.is_empty());
    // One point: an open fact could bring an earlier day, never a later one.
    for (words, moves) in [
        ("thing=tool we=use power=5 profiles=yes talks=no", true),
        ("thing=tool we=use uses=rank profiles=yes talks=no", false),
    ] {
        let found = found(words);
        let watch = found
            .duties
            .iter()
            .find(|owed| owed.duty.id.as_str() == "U-1")
            .unwrap();
        assert_eq!(watch.effective_open, moves, "{words}");
    }
}

#[test]
fn a_step_without_a_condition_counts_when_no_other_does() {
    let talking = "thing=tool we=make uses=none power=1 talks=yes";
    for (made, effective, is_open) in [
        ("made-on=2026-08-01", "2026-08-02", false),
        ("made-on=2026-08-02", "2025-01-01", false),
        ("", "2025-01-01", true),
    ] {
        let found = found(&format!("{talking} {made}"));
        assert_eq!(headline(&found), "notice");
        let tell = found.duties.last().unwrap();
        assert_eq!(tell.effective.unwrap().on, day(effective), "{made}");
        assert_eq!(tell.effective_open, is_open, "{made}");
        assert_eq!(open(&found), if is_open { "made-on" } else { "" });
    }
}

#[test]
fn what_is_from_before_is_suspended_and_some_of_it_not_for_ever() {
    let old = "thing=tool we=make uses=rank power=1 profiles=yes talks=no";
    let legacy = |words: &str| {
        let found = found(&format!("{old} {words}"));
        let check = found
            .duties
            .iter()
            .find(|owed| owed.duty.id.as_str() == "M-1")
            .unwrap();
        assert_eq!(check.effective.unwrap().on, day("2027-12-02"));
        (
            check
                .legacy
                .as_ref()
                .map(|legacy| (legacy.truth, legacy.by)),
            open(&found),
        )
    };
    assert_eq!(legacy("made-on=2027-12-02"), (None, String::new()));
    assert_eq!(
        legacy(""),
        (Some((Truth::Unknown, None)), "made-on".to_owned())
    );
    assert_eq!(
        legacy("made-on=2027-12-01"),
        (Some((Truth::Yes, None)), "public".to_owned())
    );
    assert_eq!(
        legacy("made-on=2027-12-01 public=yes"),
        (Some((Truth::Yes, Some(day("2030-08-02")))), String::new())
    );
}

#[test]
fn unsettled_points_and_drafts_lower_the_confidence_and_never_the_class() {
    let ranking = "thing=tool we=use uses=rank power=1 profiles=yes talks=no";
    let asked = found(ranking);
    assert_eq!(headline(&asked), "hazardous");
    assert_eq!(asked.confidence, Confidence::High);
    let further: Vec<&str> = asked
        .further_questions
        .iter()
        .map(|id| id.as_str())
        .collect();
    assert_eq!(
        further,
        ["made-on", "for-pay"],
        "advice and the draft want to know"
    );

    let narrower = found(&format!("{ranking} for-pay=no"));
    assert_eq!(headline(&narrower), "hazardous");
    assert_eq!(narrower.drafts[0].rule.id.as_str(), "ranking");
    assert!(narrower.drafts[0].holds);
    assert_eq!(narrower.confidence, Confidence::Medium);
    assert!(found(&format!("{ranking} for-pay=yes")).drafts.is_empty());

    let spared = found(
        "thing=tool we=make uses=rank power=1 profiles=no small-job=yes reason=Sorts talks=no",
    );
    assert_eq!(spared.confidence, Confidence::Low);
    assert_eq!(spared.unsettled[0].point.id.as_str(), "small-jobs");
    assert_eq!(spared.unsettled[0].touches, ["spared"]);
    assert!(spared.unsettled[0].applies);
    let perhaps = found("thing=tool we=make uses=rank power=1");
    assert_eq!(perhaps.unsettled[0].point.id.as_str(), "small-jobs");
    assert!(!perhaps.unsettled[0].applies, "its rule is open");
    let owed = found(&ranking.replace("we=use", "we=make"));
    assert_eq!(owed.unsettled[0].touches, ["M-1"]);
    assert_eq!(
        owed.confidence,
        Confidence::High,
        "the class is sure, its date is not"
    );
}

#[test]
fn advice_is_given_once_its_rule_holds() {
    let two = "thing=tool we=use uses=rank+sell power=1 profiles=yes talks=no";
    assert!(found(two).advice.is_empty());
    let advised = found(&format!("{two} apart=yes"));
    assert_eq!(advised.advice[0].id.as_str(), "two-in-one");
}

#[test]
fn the_trace_names_what_decided_and_what_is_missing() {
    let found = found("thing=tool we=make uses=rank power=3 profiles=yes harm=-");
    let finding = |id: &str| {
        found
            .trace
            .iter()
            .find(|finding| finding.rule.id.as_str() == id)
            .unwrap()
    };
    let said = |question: &'static str, said| Deciding::Answer(id(question), said);
    fn id(word: &'static str) -> &'static content::QuestionId {
        &law().1.question(word).unwrap().id
    }
    let profiles = law().1.question("profiles").unwrap();
    let uses = law().1.question("uses").unwrap();
    let option = |question: &'static content::Question, id: &str| &question.option(id).unwrap().id;
    assert_eq!(
        finding("hazardous").deciding,
        [
            said("uses", Said::Chosen(option(uses, "rank"))),
            said("profiles", Said::Chosen(option(profiles, "yes")))
        ]
    );
    assert_eq!(
        finding("machine").deciding,
        [said("power", Said::Number(3))]
    );
    assert_eq!(
        finding("ban-harm").deciding,
        [
            said("uses", Said::NotChosen(option(uses, "cut"))),
            said("harm", Said::NotApplicable)
        ]
    );
    assert_eq!(finding("talking").truth, Truth::Unknown);
    assert_eq!(finding("talking").open, [id("talks")]);
    assert!(finding("talking").deciding.is_empty());
    let stages: Vec<&str> = found
        .trace
        .iter()
        .map(|finding| finding.rule.stage.as_str())
        .collect();
    assert!(stages.is_sorted_by_key(|stage| {
        found
            .framework
            .stages
            .iter()
            .position(|known| known.id.as_str() == *stage)
    }));
}

#[test]
fn what_would_change_the_headline_is_told_answer_by_answer() {
    let (framework, questions) = law();
    let engine = Engine::new(framework, questions);
    let minimal = answers(HARMLESS);
    let on = day("2026-11-22");
    let mut told: Vec<String> = Vec::new();
    for change in engine.would_change(&minimal, on) {
        let said = match change.said {
            Alternative::Option(id) => format!("={id}"),
            Alternative::With(id) => format!("+{id}"),
            Alternative::Number(number) => format!("={number}"),
            other => format!("{other:?}"),
        };
        let headline = change
            .headline
            .map_or("undetermined", |class| class.id.as_str());
        told.push(format!("{}{said} {headline}", change.question));
    }
    assert_eq!(
        told,
        [
            "thing=picture outside",
            "uses+cut undetermined",
            "uses+rank undetermined",
            "power=5 undetermined",
            "talks=yes notice",
        ]
    );
    // Every other answer to one question, whatever it leads to.
    let effects = engine.effects(
        "profiles",
        &answers("thing=tool we=use uses=rank power=1 talks=no small-job=yes"),
        on,
    );
    let led: Vec<(Option<&str>, usize)> = effects
        .iter()
        .map(|effect| (effect.headline.map(|class| class.id.as_str()), effect.open))
        .collect();
    assert_eq!(led, [(Some("hazardous"), 0), (None, 1)]);
    assert!(engine.effects("nothing", &minimal, on).is_empty());
    // A reason that was given, withdrawn; a day on either side of the limit.
    let spared = answers(
        "thing=tool we=make uses=rank power=1 profiles=no small-job=yes reason=Sorts talks=no",
    );
    let withdrawn = engine.effects("reason", &spared, on);
    assert_eq!(withdrawn[0].said, Alternative::NotApplicable);
    assert_eq!(withdrawn[0].headline.unwrap().id.as_str(), "hazardous");
    let days = engine.effects("made-on", &spared, on);
    let days: Vec<Alternative> = days.iter().map(|effect| effect.said).collect();
    let expected = ["2026-08-01", "2026-08-02", "2027-12-01", "2027-12-02"];
    assert_eq!(days, expected.map(|text| Alternative::Day(day(text))));
}

#[test]
fn the_mere_weighing_agrees_with_the_whole() {
    let (framework, questions) = law();
    let engine = Engine::new(framework, questions);
    let mut dice = properties::Dice(3);
    for _ in 0..200 {
        let answers = properties::some_answers(framework, questions, 8, &mut dice);
        let on = day("2026-11-22");
        let whole = engine.classify(&answers, on);
        let weighing = engine.weigh(&answers, on);
        assert_eq!(weighing.headline(), whole.headline);
        assert_eq!(weighing.so_far(), whole.so_far);
        assert_eq!(weighing.open_questions().0, whole.open_questions);
    }
}

#[test]
fn an_open_answer_never_lowers_a_class() {
    let (framework, questions) = law();
    properties::an_open_answer_never_lowers_a_class(framework, questions, 300);
}

#[test]
fn the_engine_reads_conditions_as_they_stand() {
    let (framework, questions) = law();
    properties::the_engine_reads_conditions_as_they_stand(framework, questions, 1_000);
}

#[test]
fn the_road_meets_every_answer_that_counts() {
    let (framework, questions) = law();
    properties::the_road_meets_every_answer_that_counts(framework, questions, 400);
}
