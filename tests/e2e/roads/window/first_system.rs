//! From nothing to a printed record of the first AI system, and back to it through the lock.

use super::{NOTHING, PASSPHRASE, add_system, create_encrypted, opened, unlock};
use e2e::failure::holds;
use e2e::{App, Failure, Home, Step, road, said, watched};
use std::fs;
use std::path::Path;
use std::process::Command;

const SYSTEM: &str = "Applicant ranking Łódź";
const UNIT: &str = "People and culture, Άγιος Νικόλαος site";
const PURPOSE: &str =
    "Orders applications by how well they match the advertised tasks; a recruiter reads every one.";
const OWNER: &str = "Ines Okafor";

#[test]
fn a_system_is_entered_printed_locked_away_and_found_again() {
    road(async {
        let home = Home::new()?;
        let file = home.at("harbour.aims");
        let pdf = home.at("record.pdf");

        let app = App::start(&home, &NOTHING).await?;
        watched(&app, &home, "first-system", async {
            create_encrypted(&app, &home, &file).await?;
            add_system(&app, SYSTEM).await?;
            answer(&app).await?;
            print(&app, &home, &pdf).await?;
            lock_and_unlock(&app).await
        })
        .await?;
        app.close().await?;

        read_back(&pdf)?;
        nothing_readable(&file, &home)?;

        let app = App::start(&home, &[&file]).await?;
        watched(&app, &home, "first-system-reopened", async {
            unlock(&app, PASSPHRASE).await?;
            opened(&app).await?;
            find_everything(&app).await
        })
        .await?;
        app.close().await?;
        home.plumb(PASSPHRASE, &["check".as_ref(), file.as_os_str()])?;
        Ok(())
    });
}

async fn answer(app: &App) -> Step<()> {
    app.write("business-unit", UNIT).await?;
    app.link("owner", OWNER).await?;
    app.choose("confidentiality", "internal").await?;
    app.saved().await?;
    app.click("link", &said("wizard.next")?).await?;
    app.await_element("#field-intended-purpose").await?;
    app.settled().await?;
    app.write("intended-purpose", PURPOSE).await?;
    app.choose("technique", "machine-learning").await?;
    app.choose("output-kinds", "ranking").await?;
    app.saved().await
}

/// Prints the record of the system that is on the screen.
async fn print(app: &App, home: &Home, pdf: &Path) -> Step<()> {
    app.go("#/inventory").await?;
    app.click("link", SYSTEM).await?;
    app.arrive(SYSTEM).await?;
    app.click("link", &said("record.print")?).await?;
    app.until(
        "the preview",
        "return location.hash.startsWith('#/reports/system')",
    )
    .await?;
    app.settled().await?;
    home.answer_dialogs(&[pdf])?;
    app.click("button", &said("preview.save")?).await?;
    let clock = std::time::Instant::now();
    while !pdf.is_file() {
        holds(clock.elapsed() < e2e::app::PATIENCE, "no PDF was written")?;
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    app.settled().await
}

/// While the file is locked nothing of it is on the screen, and a wrong passphrase changes nothing.
async fn lock_and_unlock(app: &App) -> Step<()> {
    app.click("button", &said("rail.lock")?).await?;
    app.arrive(&said("unlock.title")?).await?;
    let words = app.words().await?;
    holds(
        !words.contains(SYSTEM) && !words.contains(PURPOSE),
        format!("the locked screen still shows the client's words:\n{words}"),
    )?;
    app.go("#/inventory").await?;
    app.arrive(&said("unlock.title")?).await?;
    unlock(app, "not the passphrase at all").await?;
    app.until(
        "a refusal",
        "return document.querySelector('input[aria-invalid=true]') !== null",
    )
    .await?;
    unlock(app, PASSPHRASE).await?;
    opened(app).await?;
    find_everything(app).await
}

async fn find_everything(app: &App) -> Step<()> {
    app.go("#/inventory").await?;
    app.click("link", SYSTEM).await?;
    app.arrive(SYSTEM).await?;
    for words in [UNIT, PURPOSE, OWNER] {
        app.see(words).await?;
    }
    app.go_to_questions("purpose").await?;
    let said = app.answered("intended-purpose").await?;
    holds(
        said == [PURPOSE],
        format!("the purpose has become {said:?}"),
    )?;
    let chosen = app.answered("output-kinds").await?;
    holds(
        chosen == ["ranking"],
        format!("the outputs have become {chosen:?}"),
    )
}

/// The report, read by somebody else's program.
fn read_back(pdf: &Path) -> Step<()> {
    let output = Command::new("pdftotext")
        .args(["-layout".as_ref(), pdf.as_os_str(), "-".as_ref()])
        .output()
        .map_err(|error| Failure::Missing {
            program: "pdftotext".into(),
            why: error.to_string(),
        })?;
    let text = String::from_utf8_lossy(&output.stdout);
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for words in [SYSTEM, OWNER, "AI-001"] {
        holds(
            flat.contains(words),
            format!("the report does not say \"{words}\":\n{text}"),
        )?;
    }
    // Long answers are broken into lines, perhaps beside their label: each word must be there in order.
    for words in [UNIT, PURPOSE] {
        let mut rest = flat.as_str();
        for word in words.split(' ') {
            rest = rest
                .split_once(word)
                .map(|(_, after)| after)
                .ok_or_else(|| {
                    Failure::Wrong(format!(
                        "the report lost \"{word}\" of \"{words}\":\n{text}"
                    ))
                })?;
        }
    }
    Ok(())
}

/// Nothing of what was typed can be read in the file or in anything else the app left behind.
fn nothing_readable(file: &Path, home: &Home) -> Step<()> {
    let mut looked_at = 0;
    let mut folders = vec![home.at("")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)?.flatten() {
            let path = entry.path();
            let kind = entry.file_type()?;
            if kind.is_dir() {
                folders.push(path);
            } else if kind.is_file() && path.extension().is_none_or(|kind| kind != "pdf") {
                let bytes = fs::read(&path)?;
                for words in [PURPOSE, UNIT, OWNER, PASSPHRASE] {
                    holds(
                        !bytes
                            .windows(words.len())
                            .any(|part| part == words.as_bytes()),
                        format!("{} can be read in {}", words, path.display()),
                    )?;
                }
                looked_at += usize::from(path == file);
            }
        }
    }
    holds(
        looked_at == 1,
        "the client file is not where it was to be made",
    )
}
