//! Frameworks beside each other, the gap between certificate and law, and the X-ray.

use super::screens::{look_at, look_closely};
use e2e::failure::{Failure, holds};
use e2e::{App, Home, Step, road, said, watched};
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

/// Places of this part, by the name their picture gets.
const PLACES: [(&str, &str); 5] = [
    ("crosswalk", "#/crosswalk"),
    ("crosswalk-overlap", "#/crosswalk/overlap"),
    ("crosswalk-gap", "#/crosswalk/gap"),
    ("crosswalk-generative", "#/crosswalk/generative"),
    ("x-ray", "#/x-ray"),
];

async fn start(home: &Home) -> Step<App> {
    let file = home.at("veldkamp.aims");
    let words = [
        "sample".as_ref(),
        file.as_os_str(),
        "--unencrypted".as_ref(),
    ];
    home.plumb("", &words)?;
    App::start(home, &[&file]).await
}

#[test]
fn the_crosswalk_and_the_x_ray_are_accessible_and_fit() {
    road(async {
        let home = Home::new()?;
        let app = start(&home).await?;
        watched(&app, &home, "crosswalk-looks", async {
            app.settled().await?;
            for (name, address) in PLACES {
                app.stay_at(address).await?;
                look_at(&app, name).await?;
            }
            app.zoom_to(200).await?;
            for (name, address) in PLACES {
                app.stay_at(address).await?;
                look_closely(&app, name).await?;
            }
            app.zoom_to(100).await
        })
        .await?;
        app.close().await
    });
}

#[test]
fn from_the_gap_to_its_pages_and_from_a_contradiction_to_its_spot() {
    road(async {
        let home = Home::new()?;
        let app = start(&home).await?;
        watched(&app, &home, "crosswalk", async {
            app.settled().await?;
            app.go("#/crosswalk").await?;
            let first = "return document.querySelector('.crosswalk tbody th').textContent";
            let ours = app.client().execute(first, vec![]).await?;
            app.enter("button", &said("crosswalk.turn")?).await?;
            let turned = "return document.querySelector('.crosswalk tbody th').textContent.startsWith('Art. ')";
            app.until("the other side", turned).await?;
            app.enter("button", &said("crosswalk.turn")?).await?;
            app.until("our side", "return document.querySelector('.crosswalk tbody th').textContent.startsWith('4.1')").await?;
            let again = app.client().execute(first, vec![]).await?;
            holds(ours == again, "turned round twice, the first row is another one")?;

            app.go("#/crosswalk/overlap").await?;
            let drawn = "return document.querySelectorAll('.drawing svg path').length > 10";
            app.until("the picture", drawn).await?;

            app.go("#/crosswalk/gap").await?;
            let all = "return document.querySelectorAll('.legal-gaps tbody tr').length";
            let all = app.client().execute(all, vec![]).await?;
            holds(all == 35, format!("{all} duties that no control covers"))?;

            let pdf = home.at("crosswalk.pdf");
            print(&app, &home, &pdf).await?;

            app.go("#/x-ray").await?;
            let spot = "const way = document.querySelector('.smell a'); way.focus(); return way.getAttribute('href')";
            let spot = app.client().execute(spot, vec![]).await?;
            app.press("Enter").await?;
            let there = format!("return location.hash === {spot} && document.querySelector('h1') !== null");
            app.until("the spot", &there).await
        })
        .await?;
        app.close().await
    });
}

/// Sees the pages of the report and writes them.
async fn print(app: &App, home: &Home, pdf: &Path) -> Step<()> {
    app.go("#/reports/crosswalk").await?;
    app.settled().await?;
    home.answer_dialogs(&[pdf])?;
    app.click("button", &said("preview.save")?).await?;
    let clock = Instant::now();
    while !pdf.is_file() {
        holds(clock.elapsed() < e2e::app::PATIENCE, "no PDF was written")?;
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    app.settled().await?;
    let read = Command::new("pdftotext")
        .args([pdf.as_os_str(), "-".as_ref()])
        .output()
        .map_err(|error| Failure::Missing {
            program: "pdftotext".into(),
            why: error.to_string(),
        })?;
    let text = String::from_utf8_lossy(&read.stdout);
    holds(
        text.contains("X35") && text.contains("A certificate is not legal compliance."),
        "the printed gap does not read as it should",
    )
}
