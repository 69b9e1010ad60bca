//! The impact assessment of a system: from the list over a harm made a risk and a section reviewed to a
//! signed PDF.

use super::screens::{look_at, look_closely, start_with_sample};
use e2e::failure::holds;
use e2e::said::said_with;
use e2e::{App, Failure, Home, Step, road, said, watched};
use std::process::Command;
use std::time::{Duration, Instant};

const SYSTEM: &str = "Consumer credit score";

#[test]
#[ignore = "stops where the driver refuses a click on an option, for a reason not found yet"]
fn an_assessment_is_worked_on_signed_and_printed() {
    road(async {
        let home = Home::new()?;
        let app = start_with_sample(&home).await?;
        watched(&app, &home, "impact", async {
            app.settled().await?;
            app.go("#/impacts").await?;
            app.see(&said("impact.state-overdue")?).await?;
            look_at(&app, "impacts").await?;
            app.click("link", SYSTEM).await?;
            app.arrive(SYSTEM).await?;
            let table = address(&app).await?;
            look_at(&app, "impact-table").await?;
            enter_a_harm(&app, &table).await?;
            app.go(&table).await?;
            app.see("2,000 people").await?;
            app.see(&said("impact.state-under-way")?).await?;
            weigh(&app).await?;
            let id = table.rsplit('/').next().unwrap_or_default().to_owned();
            assess(&app, &id).await?;
            sign(&app, &id).await?;
            print(&app, &home).await?;
            app.zoom_to(200).await?;
            for (name, place) in [
                ("impacts", "#/impacts".to_owned()),
                ("impact-table", table.clone()),
                ("assess", format!("#/assess/impact-assessment/{id}/data")),
            ] {
                app.go(&place).await?;
                look_closely(&app, name).await?;
            }
            app.zoom_to(100).await
        })
        .await?;
        app.close().await
    });
}

/// Where one is.
async fn address(app: &App) -> Step<String> {
    let found = app.client().execute("return location.hash", vec![]).await?;
    found
        .as_str()
        .map(str::to_owned)
        .ok_or_else(|| Failure::Wrong("there is no address".into()))
}

/// Enters a harm and says whom it reaches; it is not weighed yet.
async fn enter_a_harm(app: &App, table: &str) -> Step<()> {
    app.go(table).await?;
    app.enter("button", &said("impact.add-harm")?).await?;
    app.fill(&said("impact.add-label")?, "Mail in Dutch only")
        .await?;
    app.press("Enter").await?;
    app.await_element("#field-impact-party").await?;
    app.settled().await?;
    app.write("impact-party", "2,000 people who read German")
        .await?;
    app.choose("impact-affects", "individuals").await?;
    app.saved().await?;
    look_at(app, "impact-entry").await
}

/// Weighs the harm before and after measures, and makes it a risk.
async fn weigh(app: &App) -> Step<()> {
    let table = address(app).await?;
    app.click(
        "link",
        &said_with("impact.edit-of", &[("name", "Mail in Dutch only")])?,
    )
    .await?;
    app.await_element("#field-impact-party").await?;
    app.choose("impact-dimension", "transparency").await?;
    app.write("impact-what", "The reasons come in Dutch only.")
        .await?;
    app.choose("impact-arises", "failure").await?;
    app.choose("impact-seen", "foreseeable").await?;
    app.saved().await?;
    for (section, infix) in [("before", ""), ("after", "after-")] {
        app.go_to_questions(section).await?;
        for (scale, option) in [
            ("severity", "noticeable"),
            ("scale", "some"),
            ("reversibility", "with-effort"),
            ("likelihood", "possible"),
        ] {
            app.choose(&format!("impact-{infix}{scale}"), option)
                .await?;
        }
        let reason = if infix.is_empty() {
            "impact-raw-reason"
        } else {
            "impact-after-reason"
        };
        app.write(reason, "Counted in the mails of one month.")
            .await?;
        if !infix.is_empty() {
            app.write("impact-measures", "Texts in both languages from the start.")
                .await?;
        }
        app.saved().await?;
    }
    app.go(&table).await?;
    let act = said_with("impact.make-risk-of", &[("name", "Mail in Dutch only")])?;
    app.enter("button", &act).await?;
    app.until(
        "the risk beside its harm",
        "return [...document.querySelectorAll('.impact-entries a .ref')].some((ref) => ref.textContent.startsWith('RSK-'))",
    )
    .await?;
    app.settled().await?;
    look_at(app, "impact-weighed").await
}

/// Looks at prefilled questions and reviews the section again.
async fn assess(app: &App, id: &str) -> Step<()> {
    app.go(&format!("#/assess/impact-assessment/{id}/system"))
        .await?;
    app.see(&said("classification.known-counts")?).await?;
    look_at(app, "assess-known").await?;
    app.go(&format!("#/assess/impact-assessment/{id}/data"))
        .await?;
    app.see(&said("impact.review")?).await?;
    app.choose("aia-review-data", "to-correct").await?;
    app.saved().await?;
    app.see(&said("impact.review-to-correct")?).await?;
    look_at(app, "assess").await?;
    app.enter("button", &said("impact.sign")?).await?;
    app.see(&said_with(
        "impact.hindrance-to-correct",
        &[("label", "Data, quality and bias")],
    )?)
    .await?;
    app.accessible("what stands in the way").await?;
    app.press("Escape").await?;
    app.choose("aia-review-data", "accepted").await?;
    app.saved().await?;
    app.see(&said("impact.ready")?).await?;
    app.go(&format!("#/assess/fria/{id}/people")).await?;
    app.see(&said("impact.owed")?).await?;
    look_at(app, "assess-fria").await
}

async fn sign(app: &App, id: &str) -> Step<()> {
    app.go(&format!("#/assess/impact-assessment/{id}/decision"))
        .await?;
    app.enter("button", &said("impact.sign")?).await?;
    app.fill(&said("classification.signer")?, "Mara Lindqvist")
        .await?;
    app.fill(&said("classification.signer-role")?, "Member of the board")
        .await?;
    look_at(app, "assess-sign").await?;
    app.press("Enter").await?;
    app.until(
        "the signature",
        "return document.querySelector('.assess-standing')?.textContent.includes('Mara Lindqvist')",
    )
    .await?;
    app.settled().await?;
    app.until(
        "answers that can only be read",
        "return document.querySelector('.assess .question textarea').matches(':disabled')",
    )
    .await?;
    look_at(app, "assess-signed").await
}

/// Prints what was signed and reads it back with somebody else's program.
async fn print(app: &App, home: &Home) -> Step<()> {
    let pdf = home.at("impact.pdf");
    app.enter("link", &said("impact.report")?).await?;
    app.until(
        "the preview",
        "return location.hash.startsWith('#/reports/impact')",
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
        "Mara Lindqvist",
        "Member of the board",
        "Mail in Dutch only",
        "Use under conditions",
    ] {
        holds(
            flat.contains(words),
            format!("the report does not say \"{words}\":\n{text}"),
        )?;
    }
    Ok(())
}
