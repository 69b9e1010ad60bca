//! What the AI Act says of a system, from the first question to the result, with the keyboard alone.

use super::screens::{look_at, look_closely};
use e2e::failure::holds;
use e2e::said::{said_with, texts_with};
use e2e::{App, Failure, Home, Step, road, said, watched};
use serde_json::Value;
use std::process::Command;
use std::time::{Duration, Instant};

/// A question and the options chosen, or a date typed.
type Said<'s> = (&'s str, &'s [&'s str]);

/// What every system of these roads has in common.
const BOUGHT: [Said<'static>; 5] = [
    ("act-object", &["system"]),
    ("how-it-works", &["learned"]),
    ("kept-for", &[]),
    ("our-part", &["use"]),
    ("our-seat", &["eu"]),
];

#[test]
fn hr_screening_is_high_risk_with_its_duties_from_their_day() {
    let answers: [Said; 14] = [
        ("functions", &[]),
        ("fields", &["work"]),
        ("work-tasks", &["filtering", "candidates"]),
        ("profiles-anybody", &["yes"]),
        ("changes-made", &[]),
        ("about-us", &[]),
        ("decides-on-persons", &["yes"]),
        ("significant-decisions", &["yes"]),
        ("explanation-limits", &[]),
        ("controls-input", &["no"]),
        ("controls-logs", &["yes"]),
        ("at-own-workplace", &["no"]),
        ("dpia-due", &["yes"]),
        ("first-placed", &["2028-02-01"]),
    ];
    let others: [Said; 2] = [
        ("module-links", &["alone"]),
        ("financial-institution", &["no"]),
    ];
    road(async {
        let home = Home::new()?;
        let app = start(&home, "HR screening").await?;
        watched(&app, &home, "classification-hr", async {
            look_at(&app, "classification-question").await?;
            walk(&app, &[&BOUGHT[..], &answers[..], &others[..]].concat()).await?;
            let result = app.words().await?;
            for words in ["High-risk (listed use)", "4(a)", "2 Dec 2027", "Art. 26(2)"] {
                holds(
                    result.contains(words),
                    format!("the result does not say {words}:\n{result}"),
                )?;
            }
            look_at(&app, "classification-result").await?;
            for part in ["why", "duties", "unsettled", "turns"] {
                app.client()
                    .execute(
                        "document.getElementById(`law-${arguments[0]}`)?.scrollIntoView()",
                        vec![part.into()],
                    )
                    .await?;
                app.shot(&format!("classification-{part}")).await?;
            }
            let here = address(&app).await?;
            app.go("#/classification").await?;
            look_at(&app, "classification").await?;
            sign_and_reopen(&app, &home, &here).await?;
            // On a later day the same answers come to the same class, and what was to come is in force.
            app.go(&format!("{here}?on=2028-01-15")).await?;
            app.see(&said("classification.in-force")?).await?;
            app.zoom_to(200).await?;
            app.go(&here).await?;
            look_closely(&app, "classification-result").await?;
            app.go(&format!(
                "{}?at=work-tasks",
                here.trim_end_matches("/result")
            ))
            .await?;
            look_closely(&app, "classification-question").await?;
            app.go("#/classification").await?;
            look_closely(&app, "classification").await?;
            app.zoom_to(100).await
        })
        .await?;
        app.close().await
    });
}

#[test]
fn a_practice_with_all_its_elements_is_prohibited() {
    let answers: [Said; 8] = [
        ("functions", &["steers"]),
        ("fields", &[]),
        ("steering-means", &["subliminal"]),
        ("steering-distortion", &["effect"]),
        ("steering-informed-choice", &["impaired"]),
        ("steering-decision", &["yes"]),
        ("steering-harm", &["likely"]),
        ("steering-context", &[]),
    ];
    road(async {
        let home = Home::new()?;
        let app = start_new(&home, "Voice of the checkout").await?;
        watched(&app, &home, "classification-prohibited", async {
            walk(&app, &[&BOUGHT[..], &answers[..]].concat()).await?;
            for words in [
                "Prohibited",
                "2 Feb 2025",
                &said("classification.in-force")?,
            ] {
                app.see(words).await?;
            }
            app.accessible("a prohibited practice").await
        })
        .await?;
        app.close().await
    });
}

#[test]
fn profiling_refuses_the_exception_before_it_is_claimed() {
    let answers: [Said; 3] = [
        ("functions", &[]),
        ("fields", &["work"]),
        ("work-tasks", &["other-selection"]),
    ];
    road(async {
        let home = Home::new()?;
        let app = start(&home, "HR screening").await?;
        watched(&app, &home, "classification-profiling", async {
            let answers = [&BOUGHT[..], &answers[..]].concat();
            // The inventory may know already whether it profiles anybody.
            while !["profiles-anybody", "module-links"].contains(&asked_now(&app).await?.as_str()) {
                step(&app, &answers).await?;
            }
            let here = address(&app).await?;
            let (system, _) = here.split_once('?').unwrap_or_default();
            app.go(&format!("{system}?at=profiles-anybody")).await?;
            let effect = "return document.querySelector('.option:has(input[value=yes]) .effect').textContent";
            let effect = app.client().execute(effect, vec![]).await?;
            holds(
                effect.as_str().is_some_and(|words| words.contains("High-risk (listed use)")),
                format!("what profiling leads to is said as {effect}"),
            )?;
            app.press("1").await?;
            app.until(
                "the class in the strip",
                "return document.querySelector('.strip').textContent.includes('High-risk (listed use)')",
            )
            .await?;
            app.saved().await?;
            // The conditions of the exception are no longer asked.
            app.press("Enter").await?;
            app.settled().await?;
            let tree = "return [...document.querySelectorAll('.law-questions a')].some((link) => link.href.endsWith('at=filter-tasks'))";
            holds(
                app.client().execute(tree, vec![]).await? == false,
                "the conditions of the exception are still asked",
            )
        })
        .await?;
        app.close().await
    });
}

#[test]
fn an_everyday_tool_is_minimal_after_eight_questions_at_most() {
    let answers: [Said; 2] = [("functions", &["writes-text"]), ("fields", &[])];
    road(async {
        let home = Home::new()?;
        let app = start_new(&home, "Spelling corner").await?;
        watched(&app, &home, "classification-minimal", async {
            let asked = walk(&app, &[&BOUGHT[..], &answers[..]].concat()).await?;
            holds(asked <= 8, format!("{asked} questions were asked"))?;
            app.see(&said("classification.nothing-open")?).await?;
            app.see("Minimal").await
        })
        .await?;
        app.close().await
    });
}

/// The classification of a system of the sample organisation, at its first open question.
async fn start(home: &Home, system: &str) -> Step<App> {
    let app = sample(home).await?;
    app.go("#/inventory").await?;
    app.click("link", system).await?;
    app.arrive(system).await?;
    app.click("link", &said("record.classify")?).await?;
    app.await_element(".law .question").await?;
    app.settled().await?;
    Ok(app)
}

/// The classification of a system that was entered just now: nothing is answered.
async fn start_new(home: &Home, system: &str) -> Step<App> {
    let app = sample(home).await?;
    app.go("#/add/system").await?;
    super::add_system(&app, system).await?;
    let here = address(&app).await?;
    let record = here.split('/').nth(2).unwrap_or_default();
    app.go(&format!("#/classification/{record}")).await?;
    app.await_element(".law .question").await?;
    app.settled().await?;
    Ok(app)
}

/// The sample organisation in the window.
async fn sample(home: &Home) -> Step<App> {
    let file = home.at("veldkamp.aims");
    home.plumb(
        "",
        &[
            "sample".as_ref(),
            file.as_os_str(),
            "--unencrypted".as_ref(),
        ],
    )?;
    let app = App::start(home, &[&file]).await?;
    app.settled().await?;
    Ok(app)
}

/// Signs with the keyboard, finds the answers locked, reopens with a reason and finds them open again.
async fn sign_and_reopen(app: &App, home: &Home, result: &str) -> Step<()> {
    app.go(result).await?;
    app.enter("button", &said("classification.sign")?).await?;
    app.fill(&said("classification.signer")?, "Mara Lindqvist")
        .await?;
    app.press("Enter").await?;
    app.until(
        "the question in which function",
        "return document.querySelector('dialog .field-error')?.textContent !== ''",
    )
    .await?;
    app.fill(&said("classification.signer-role")?, "Legal counsel")
        .await?;
    look_at(app, "classification-sign").await?;
    app.press("Enter").await?;
    app.until(
        "the signature",
        "return document.querySelector('.law-signed')?.textContent.includes('Mara Lindqvist')",
    )
    .await?;
    app.settled().await?;
    look_at(app, "classification-signed").await?;
    print(app, home, result).await?;
    app.go(&format!(
        "{}?at=work-tasks",
        result.trim_end_matches("/result")
    ))
    .await?;
    app.until(
        "answers that can only be read",
        "return document.querySelector('.law .question input').matches(':disabled')",
    )
    .await?;
    app.accessible("a signed question").await?;

    app.go(result).await?;
    let compare = said_with("classification.compare-today-of", &[("number", "1")])?;
    app.enter("button", &compare).await?;
    app.see(&said("classification.no-difference")?).await?;
    app.press("Escape").await?;
    app.enter("button", &said("classification.reopen")?).await?;
    app.fill(
        &said("classification.reopen-reason")?,
        "The supplier has changed the model",
    )
    .await?;
    app.press("Enter").await?;
    app.find("button", &said("classification.sign")?).await?;
    app.see("The supplier has changed the model").await?;
    app.settled().await
}

/// Prints what was signed and reads it back with somebody else's program.
async fn print(app: &App, home: &Home, result: &str) -> Step<()> {
    let pdf = home.at("classification.pdf");
    let texts = texts_with("app.report.classification-title")?;
    app.enter("button", &said("classification.print")?).await?;
    app.enter("button", texts.get("app.report.classification-title"))
        .await?;
    app.until(
        "the preview",
        "return location.hash.startsWith('#/reports/classification')",
    )
    .await?;
    app.settled().await?;
    home.answer_dialogs(&[&pdf])?;
    app.click("button", &said("preview.save")?).await?;
    let clock = Instant::now();
    while !pdf.is_file() {
        holds(clock.elapsed() < e2e::app::PATIENCE, "no PDF was written")?;
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    app.settled().await?;
    let read = Command::new("pdftotext")
        .args(["-layout".as_ref(), pdf.as_os_str(), "-".as_ref()])
        .output()
        .map_err(|error| Failure::Missing {
            program: "pdftotext".into(),
            why: error.to_string(),
        })?;
    let text = String::from_utf8_lossy(&read.stdout);
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for words in [
        "HR screening",
        "High-risk (listed use)",
        "2 December 2027",
        "D-HO",
        "Art. 26(2)",
        "Mara Lindqvist",
    ] {
        holds(
            flat.contains(words),
            format!("the report does not say \"{words}\":\n{text}"),
        )?;
    }
    app.go(result).await
}

/// Answers what is asked, each question with keys, until the result is there. How many were asked.
async fn walk(app: &App, answers: &[Said<'_>]) -> Step<usize> {
    let mut asked = 0;
    while !address(app).await?.ends_with("/result") {
        step(app, answers).await?;
        asked += 1;
    }
    Ok(asked)
}

/// Answers the question that is asked and goes on.
async fn step(app: &App, answers: &[Said<'_>]) -> Step<()> {
    let here = address(app).await?;
    let question = asked_now(app).await?;
    let wanted = answers.iter().find(|(id, _)| *id == question);
    let Some((_, wanted)) = wanted else {
        return Err(Failure::Wrong(format!(
            "{question} is asked, which this road leaves open"
        )));
    };
    answer(app, wanted).await?;
    app.press("Enter").await?;
    let clock = Instant::now();
    while address(app).await? == here {
        holds(
            clock.elapsed() < e2e::app::PATIENCE,
            format!("nothing comes after {question}"),
        )?;
    }
    app.settled().await
}

/// Brings what is chosen in line with what is wanted: a digit for each option, or a date typed.
async fn answer(app: &App, wanted: &[&str]) -> Step<()> {
    let state = "return [...document.querySelectorAll('.law .question .option input')].map((input) => [input.value, input.checked])";
    let options = app.client().execute(state, vec![]).await?;
    let options: Vec<(String, bool)> = serde_json::from_value(options)
        .map_err(|error| Failure::Wrong(format!("the options are {error}")))?;
    if options.is_empty() {
        for text in wanted {
            app.type_text(text).await?;
        }
        return Ok(());
    }
    for (at, (option, checked)) in options.iter().enumerate() {
        if wanted.contains(&option.as_str()) == *checked {
            continue;
        }
        if at < 9 {
            app.press(&(at + 1).to_string()).await?;
        } else {
            tab_to(app, option).await?;
            app.press("Space").await?;
        }
    }
    Ok(())
}

/// Leads the focus to an option that has no digit.
async fn tab_to(app: &App, option: &str) -> Step<()> {
    for _ in 0..20 {
        let here = "return document.activeElement.value";
        if app.client().execute(here, vec![]).await? == *option {
            return Ok(());
        }
        app.press("Tab").await?;
    }
    Err(Failure::Wrong(format!("Tab does not lead to {option}")))
}

async fn asked_now(app: &App) -> Step<String> {
    let script = "return document.querySelector('.law .question').dataset.question";
    let id = app.client().execute(script, vec![]).await?;
    Ok(id.as_str().unwrap_or_default().to_owned())
}

async fn address(app: &App) -> Step<String> {
    let here = app
        .client()
        .execute("return location.hash", vec![] as Vec<Value>)
        .await?;
    Ok(here.as_str().unwrap_or_default().to_owned())
}
