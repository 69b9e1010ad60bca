//! The Statement of Applicability: a contradiction is followed to its spot and settled, a version is signed,
//! and its pages are saved.

use super::screens::{look_at, look_closely};
use e2e::failure::holds;
use e2e::said::said_with;
use e2e::{App, Failure, Home, Step, road, said, watched};
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

/// The line of the sample that risk, duty and inventory contradict.
const LINE: &str = "[data-row=\"iso42001:A.6.2.4\"]";

#[test]
fn a_statement_is_mended_signed_and_printed() {
    road(async {
        let home = Home::new()?;
        let file = home.at("veldkamp.aims");
        home.plumb(
            "",
            &[
                "sample".as_ref(),
                file.as_os_str(),
                "--unencrypted".as_ref(),
            ],
        )?;
        let app = App::start(&home, &[&file]).await?;
        watched(&app, &home, "soa", async {
            app.settled().await?;
            app.go("#/soa").await?;
            look_at(&app, "soa").await?;
            mend(&app).await?;
            sign(&app).await?;
            app.go("#/soa/trace").await?;
            look_at(&app, "soa-trace").await?;
            app.go("#/soa/versions").await?;
            look_at(&app, "soa-versions").await?;
            print(&app, &home).await?;
            app.zoom_to(200).await?;
            for place in [
                "soa",
                "soa/trace",
                "soa/versions",
                "soa/control/iso42001%3AA.6.2.4",
            ] {
                app.go(&format!("#/{place}")).await?;
                look_closely(&app, &place.replace('/', "-")).await?;
            }
            app.zoom_to(100).await
        })
        .await?;
        app.close().await
    });
}

/// Opens the line beside the table, takes the suggestion over, and finds the contradiction gone.
async fn mend(app: &App) -> Step<()> {
    let open = format!("document.querySelector('{LINE} button.name').click(); return true");
    app.client().execute(&open, vec![]).await?;
    app.until(
        "the control beside the table",
        "return document.querySelector('.soa-aside .contradiction') !== null",
    )
    .await?;
    app.settled().await?;
    look_at(app, "soa-control-beside").await?;
    app.enter(
        "button",
        &said_with("soa.adopt-included-of", &[("control", "A.6.2.4")])?,
    )
    .await?;
    app.until(
        "the line included",
        &format!("return document.querySelector('{LINE} .decision-included') !== null"),
    )
    .await?;
    app.settled().await?;
    let settled = format!(
        "return !document.querySelector('{LINE} .soa-xray').textContent.includes('excluded')"
    );
    holds(
        app.client().execute(&settled, vec![]).await? == true,
        "the contradiction is still named",
    )
}

async fn sign(app: &App) -> Step<()> {
    app.enter("button", &said_with("soa.sign", &[("n", "1")])?)
        .await?;
    app.fill(
        &said("soa.changes")?,
        "First version, made with all owners.",
    )
    .await?;
    look_at(app, "soa-sign").await?;
    app.client()
        .execute(
            "document.querySelector('dialog form').requestSubmit(); return true",
            vec![],
        )
        .await?;
    app.see(&said_with("soa.draft-after", &[("n", "1")])?)
        .await?;
    app.settled().await
}

async fn print(app: &App, home: &Home) -> Step<()> {
    app.go("#/soa").await?;
    app.enter("link", &said("soa.preview")?).await?;
    app.until(
        "the preview",
        "return location.hash.startsWith('#/reports/soa') && document.querySelector('.sheets') !== null",
    )
    .await?;
    app.settled().await?;
    let pdf = home.at("soa.pdf");
    home.answer_dialogs(&[&pdf])?;
    app.click("button", &said("preview.save")?).await?;
    let clock = Instant::now();
    while !pdf.is_file() {
        holds(clock.elapsed() < e2e::app::PATIENCE, "no PDF was written")?;
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    app.settled().await?;
    let text = text_of(&pdf)?;
    for words in [
        "A.6.2.4",
        "CTL-039",
        "First version, made with all owners.",
        "AI governance officer",
    ] {
        holds(
            text.contains(words),
            format!("the statement does not say \"{words}\":\n{text}"),
        )?;
    }
    Ok(())
}

fn text_of(pdf: &Path) -> Step<String> {
    let read = Command::new("pdftotext")
        .args(["-layout".as_ref(), pdf.as_os_str(), "-".as_ref()])
        .output()
        .map_err(|error| Failure::Missing {
            program: "pdftotext".into(),
            why: error.to_string(),
        })?;
    let text = String::from_utf8_lossy(&read.stdout);
    Ok(text.split_whitespace().collect::<Vec<_>>().join(" "))
}
